// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// One link of the account's chain of consents (names after ISO/IEC TS 27560). Never changed, never removed:
// `hash` covers all of it but the two times of the server, and `previousHash` is the one before.
struct ConsentRecord : RecordBase {
    QString schemaVersion;
    QString piiPrincipalId;
    QString piiController;
    QString privacyNoticeVersion;
    QString privacyNoticeHash;
    QString privacyNoticeLanguage;
    QString purpose; // functional, analytics, advertising, profiling, …; open-ended
    QString lawfulBasis;
    QStringList dataCategories;
    bool sensitive = false;
    QStringList recipients;
    QString jurisdiction;
    QString storageCondition;
    QString eventType; // given, refused, withdrawn, renewed, overridden_by_gpc, expired; open-ended
    std::optional<UtcTime> eventTime;
    QString eventMethod; // settings, first_start, gpc, web; open-ended
    QString eventInterfaceTextHash; // of the words that stood beside the switch
    QString previousHash; // 64 zeros for the first
    QString hash;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "ConsentRecord", "consent_record", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("schemaVersion", &ConsentRecord::schemaVersion, facts::kConsent),
            field("piiPrincipalId", &ConsentRecord::piiPrincipalId, facts::kConsent),
            field("piiController", &ConsentRecord::piiController, facts::kConsent),
            field("privacyNotice.version", &ConsentRecord::privacyNoticeVersion, facts::kConsent),
            field("privacyNotice.hash", &ConsentRecord::privacyNoticeHash, facts::kConsent),
            field("privacyNotice.language", &ConsentRecord::privacyNoticeLanguage, facts::kConsent),
            field("purpose", &ConsentRecord::purpose, facts::kConsent, Trait::Indexed),
            field("lawfulBasis", &ConsentRecord::lawfulBasis, facts::kConsent),
            field("dataCategories", &ConsentRecord::dataCategories, facts::kConsent),
            field("sensitive", &ConsentRecord::sensitive, facts::kConsent),
            field("recipients", &ConsentRecord::recipients, facts::kConsent),
            field("jurisdiction", &ConsentRecord::jurisdiction, facts::kConsent),
            field("storageCondition", &ConsentRecord::storageCondition, facts::kConsent),
            field("event.type", &ConsentRecord::eventType, facts::kConsent),
            field("event.time", &ConsentRecord::eventTime, facts::kConsent, Trait::Indexed),
            field("event.method", &ConsentRecord::eventMethod, facts::kConsent),
            field("event.interfaceTextHash", &ConsentRecord::eventInterfaceTextHash, facts::kConsent),
            field("previousHash", &ConsentRecord::previousHash, facts::kConsent.from(DataSource::ThisDevice)),
            field("hash", &ConsentRecord::hash, facts::kConsent.from(DataSource::ThisDevice), Trait::Indexed),
            field("createdAt", &ConsentRecord::createdAt, facts::kConsent.from(DataSource::MadeByPlatform)),
            field("updatedAt", &ConsentRecord::updatedAt, facts::kConsent.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
