// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// What the platform tells the account about one of its records.
struct Notification : RecordBase {
    QString kind; // message, proposal_status, contract_created, milestone_status, …; open-ended
    QString title;
    QString text;
    QString subjectType; // a record type
    QString subjectId;
    std::optional<UtcTime> readAt;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Notification", "notification", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("kind", &Notification::kind, facts::kNotification, Trait::Indexed),
            field("title", &Notification::title, facts::kNotification, Trait::Searchable),
            field("text", &Notification::text, facts::kNotification, Trait::Searchable),
            field("subjectType", &Notification::subjectType, facts::kNotification),
            field("subjectId", &Notification::subjectId, facts::kNotification, Trait::Indexed),
            field("readAt", &Notification::readAt, facts::kNotification, Trait::Indexed),
            field("createdAt", &Notification::createdAt, facts::kNotification),
            field("updatedAt", &Notification::updatedAt, facts::kNotification));
    }
};

} // namespace ot::storage
