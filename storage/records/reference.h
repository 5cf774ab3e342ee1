// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// Somebody the user told the platform about: who vouches for them, or whom they recommended.
struct Reference : RecordBase {
    QString kind; // REFERENCE, REFERRAL, TEAMMATE; open-ended
    QString name;
    QString emailMasked; // "a…@example.test"
    QString relation;
    std::optional<UtcTime> permissionConfirmedAt; // when the user said that the person agrees
    std::optional<UtcTime> informedAt; // when the platform told the person
    QString status; // PENDING, CONFIRMED, DECLINED, REMOVED; open-ended
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Reference", "reference", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("kind", &Reference::kind, facts::kAboutOthers, Trait::Indexed),
            field("name", &Reference::name, facts::kAboutOthers, Trait::Searchable),
            field("emailMasked", &Reference::emailMasked, facts::kAboutOthers),
            field("relation", &Reference::relation, facts::kAboutOthers),
            field("permissionConfirmedAt", &Reference::permissionConfirmedAt, facts::kAboutOthers),
            field("informedAt", &Reference::informedAt, facts::kAboutOthers.from(DataSource::MadeByPlatform)),
            field("status", &Reference::status, facts::kAboutOthers.from(DataSource::MadeByPlatform),
                Trait::Indexed),
            field("createdAt", &Reference::createdAt, facts::kAboutOthers.from(DataSource::MadeByPlatform)),
            field("updatedAt", &Reference::updatedAt, facts::kAboutOthers.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
