// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// What somebody wrote down about another record, for themselves or for their organization.
struct Note : RecordBase {
    QString subjectType; // a record type
    QString subjectId;
    QString anchor; // the block of an instruction page that it stands at
    QString text;
    QString visibility; // PRIVATE, TEAM; open-ended
    QString authorUserId;
    QString authorName;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Note", "note", "createdAt", "subjectId" };

    static consteval auto fields()
    {
        return std::make_tuple(field("subjectType", &Note::subjectType, facts::kTeamActivity),
            field("subjectId", &Note::subjectId, facts::kTeamActivity, Trait::Required | Trait::Indexed),
            field("anchor", &Note::anchor, facts::kTeamActivity),
            field("text", &Note::text, facts::kTeamActivity, Trait::Searchable),
            field("visibility", &Note::visibility, facts::kTeamActivity),
            field("authorUserId", &Note::authorUserId, facts::kTeamActivity),
            field("authorName", &Note::authorName, facts::kTeamActivity, Trait::Searchable),
            field("createdAt", &Note::createdAt, facts::kTeamActivity),
            field("updatedAt", &Note::updatedAt, facts::kTeamActivity));
    }
};

} // namespace ot::storage
