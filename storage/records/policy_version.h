// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// One version of a policy, as everybody reads it. Its id is the version: "2026-01-04".
struct PolicyVersion : RecordBase {
    QString kind; // privacy, cookies; open-ended
    QString language;
    QString title;
    QString date; // a day of the calendar, as it is printed
    std::optional<UtcTime> effectiveAt;
    bool isMaterial = false; // asks for a look before the next use
    QString summary;
    QStringList changes;
    QJsonArray sections; // [{number, title, text}]
    QString hash; // SHA-256, in hex, of the sections' compact JSON
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "PolicyVersion", "policy_version", "effectiveAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("kind", &PolicyVersion::kind, facts::kPolicyText, Trait::Indexed),
            field("language", &PolicyVersion::language, facts::kPolicyText, Trait::Indexed),
            field("title", &PolicyVersion::title, facts::kPolicyText, Trait::Searchable),
            field("date", &PolicyVersion::date, facts::kPolicyText),
            field("effectiveAt", &PolicyVersion::effectiveAt, facts::kPolicyText, Trait::Indexed),
            field("isMaterial", &PolicyVersion::isMaterial, facts::kPolicyText),
            field("summary", &PolicyVersion::summary, facts::kPolicyText, Trait::Searchable),
            field("changes", &PolicyVersion::changes, facts::kPolicyText, Trait::Searchable),
            field("sections", &PolicyVersion::sections, facts::kPolicyText, Trait::Searchable),
            field("hash", &PolicyVersion::hash, facts::kPolicyText),
            field("createdAt", &PolicyVersion::createdAt, facts::kPolicyText),
            field("updatedAt", &PolicyVersion::updatedAt, facts::kPolicyText));
    }
};

} // namespace ot::storage
