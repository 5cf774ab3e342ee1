// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// Work handed in under a contract, for one milestone or for the hours and units of a period.
struct Submission : RecordBase {
    QString contractId;
    QString milestoneId;
    QString state; // SUBMITTED, IN_REVIEW, ACCEPTED, CHANGES_REQUESTED, REJECTED; open-ended
    QString note;
    std::optional<double> units;
    std::optional<double> hours;
    QJsonArray attachments; // [{id, sha256, fileName, mediaType, byteCount}]
    bool requestsPayout = false;
    QString reviewComment;
    std::optional<UtcTime> submittedAt;
    std::optional<UtcTime> reviewedAt;
    QString authorUserId;
    QString authorName;
    QString mutationId; // the mutation it was sent by, when it came from a client
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Submission", "submission", "submittedAt", "contractId" };

    static consteval auto fields()
    {
        return std::make_tuple(field("contractId", &Submission::contractId, facts::kPlatformActivity,
                                   Trait::Required | Trait::Indexed),
            field("milestoneId", &Submission::milestoneId, facts::kPlatformActivity, Trait::Indexed),
            field("state", &Submission::state, facts::kEmployerActivity, Trait::Indexed),
            field("note", &Submission::note, facts::kYourActivity, Trait::Searchable),
            field("units", &Submission::units, facts::kYourActivity),
            field("hours", &Submission::hours, facts::kYourActivity),
            field("attachments", &Submission::attachments, facts::kYourActivity),
            field(
                "requestsPayout", &Submission::requestsPayout, facts::kPayment.from(DataSource::GivenByYou)),
            field("reviewComment", &Submission::reviewComment, facts::kEmployerActivity, Trait::Searchable),
            field("submittedAt", &Submission::submittedAt, facts::kYourActivity),
            field("reviewedAt", &Submission::reviewedAt, facts::kEmployerActivity),
            field("authorUserId", &Submission::authorUserId, facts::kYourActivity),
            field("authorName", &Submission::authorName, facts::kYourActivity),
            field("mutationId", &Submission::mutationId, facts::kYourActivity.from(DataSource::ThisDevice),
                Trait::Indexed),
            field("createdAt", &Submission::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Submission::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
