// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A sign-in, a failed one, a session that ended: what the platform logs for the account's safety.
struct SecurityEvent : RecordBase {
    QString kind; // SIGN_IN, SIGN_IN_FAILED, SIGN_OUT, SESSION_ENDED, …; open-ended
    std::optional<UtcTime> occurredAt;
    QString deviceName;
    QString platform;
    QString networkMasked; // "203.0.113.x"
    QString location;
    QString sessionId;
    bool sessionActive = false;
    bool isThisSession = false;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "SecurityEvent", "security_event", "occurredAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("kind", &SecurityEvent::kind, facts::kSecurityLog, Trait::Indexed),
            field("occurredAt", &SecurityEvent::occurredAt, facts::kSecurityLog, Trait::Required),
            field("deviceName", &SecurityEvent::deviceName, facts::kSecurityLog, Trait::Searchable),
            field("platform", &SecurityEvent::platform, facts::kSecurityLog),
            field("networkMasked", &SecurityEvent::networkMasked, facts::kSecurityLog),
            field("location", &SecurityEvent::location, facts::kSecurityLog, Trait::Searchable),
            field("sessionId", &SecurityEvent::sessionId, facts::kSecurityLog, Trait::Indexed),
            field("sessionActive", &SecurityEvent::sessionActive, facts::kSecurityLog),
            field("isThisSession", &SecurityEvent::isThisSession, facts::kSecurityLog),
            field("createdAt", &SecurityEvent::createdAt, facts::kSecurityLog),
            field("updatedAt", &SecurityEvent::updatedAt, facts::kSecurityLog));
    }
};

} // namespace ot::storage
