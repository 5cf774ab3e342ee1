// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// What an employer wrote about this account after a contract, or this account about an employer.
struct Review : RecordBase {
    QString direction; // RECEIVED, GIVEN; open-ended
    QString contractId;
    QString jobTitle;
    QString authorName;
    QString subjectName;
    std::optional<double> rating; // 1 to 5
    QString comment;
    QString reply;
    std::optional<UtcTime> repliedAt;
    QString visibility; // PUBLIC, PRIVATE; open-ended
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Review", "review", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("direction", &Review::direction,
                                   facts::kReview.from(DataSource::MadeByPlatform), Trait::Indexed),
            field("contractId", &Review::contractId, facts::kReview.from(DataSource::MadeByPlatform),
                Trait::Indexed),
            field("jobTitle", &Review::jobTitle, facts::kReview, Trait::Searchable),
            field("authorName", &Review::authorName, facts::kReview, Trait::Searchable),
            field("subjectName", &Review::subjectName, facts::kReview, Trait::Searchable),
            field("rating", &Review::rating, facts::kReview),
            field("comment", &Review::comment, facts::kReview, Trait::Searchable),
            field("reply", &Review::reply, facts::kReview.from(DataSource::GivenByYou), Trait::Searchable),
            field("repliedAt", &Review::repliedAt, facts::kReview.from(DataSource::GivenByYou)),
            field("visibility", &Review::visibility, facts::kReview),
            field("createdAt", &Review::createdAt, facts::kReview),
            field("updatedAt", &Review::updatedAt, facts::kReview));
    }
};

} // namespace ot::storage
