// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A right over one's data that the account exercises, with its clock and what became of it (names after the
// Data Rights Protocol).
struct DataRequest : RecordBase {
    QString exercise; // access, deletion, correction, portability, …; open-ended
    QString regime; // gdpr, uk-gdpr, ccpa, us-state, other; open-ended
    QString relationship; // trainer, vendor_member, agent; open-ended
    QString channel; // api, email, web; open-ended
    QString status; // open, in_progress, fulfilled, revoked, denied, expired; open-ended
    QString reason; // why it was denied: no_match, claim_not_covered, …; open-ended
    QStringList scopeCategories;
    QJsonArray scopeFields; // [{recordType, id, member, value}]
    QString scopePurpose;
    QString scopeText;
    std::optional<UtcTime> receivedAt; // when its clock began
    std::optional<UtcTime> acknowledgedAt;
    QString identity; // NOT_NEEDED, NEEDED, PENDING, VERIFIED, FAILED; open-ended
    std::optional<UtcTime> expectedBy;
    std::optional<UtcTime> extendedTo;
    QString extensionReason;
    QString progressStage; // queued, collecting, packing, signing, done; open-ended
    std::optional<qint64> progressDone;
    std::optional<qint64> progressTotal;
    QString archiveSha256;
    QString archiveFileName;
    QString archiveMediaType;
    std::optional<qint64> archiveByteCount;
    std::optional<UtcTime> archiveExpiresAt;
    QString archiveKeyId;
    QString archiveSignature; // Ed25519, base64url
    std::optional<bool> deletionConfirmedWord;
    QJsonArray deletionBlockers; // [{kind, id, title}]: what must be wound up first
    std::optional<UtcTime> deletionCoolingOffUntil;
    std::optional<UtcTime> deletionExecuteAt;
    std::optional<UtcTime> deletionExecutedAt;
    QJsonArray deletionCleared; // [{category, count}]
    QJsonArray deletionRetained; // [{category, count, reason, until}]
    QJsonArray events; // [{at, status, text}]
    QString appealOf; // the request whose answer this one contests
    QString mutationId; // the mutation it was sent by, when it came from a client
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "DataRequest", "data_request", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(
            field("exercise", &DataRequest::exercise, facts::kPrivacyRequest, Trait::Indexed),
            field("regime", &DataRequest::regime, facts::kPrivacyRequest),
            field("relationship", &DataRequest::relationship, facts::kPrivacyRequest),
            field("channel", &DataRequest::channel, facts::kPrivacyRequest),
            field("status", &DataRequest::status, facts::kPrivacyRequest.from(DataSource::MadeByPlatform),
                Trait::Indexed),
            field("reason", &DataRequest::reason, facts::kPrivacyRequest.from(DataSource::MadeByPlatform)),
            field("scope.categories", &DataRequest::scopeCategories, facts::kPrivacyRequest),
            field("scope.fields", &DataRequest::scopeFields, facts::kPrivacyRequest),
            field("scope.purpose", &DataRequest::scopePurpose, facts::kPrivacyRequest),
            field("scope.text", &DataRequest::scopeText, facts::kPrivacyRequest, Trait::Searchable),
            field("receivedAt", &DataRequest::receivedAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::Indexed),
            field("acknowledgedAt", &DataRequest::acknowledgedAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform)),
            field("identity", &DataRequest::identity, facts::kVerification),
            field("expectedBy", &DataRequest::expectedBy,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::Indexed),
            field("extendedTo", &DataRequest::extendedTo,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform)),
            field("extensionReason", &DataRequest::extensionReason,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform)),
            field("progress.stage", &DataRequest::progressStage,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("progress.done", &DataRequest::progressDone,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("progress.total", &DataRequest::progressTotal,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.sha256", &DataRequest::archiveSha256,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.fileName", &DataRequest::archiveFileName,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.mediaType", &DataRequest::archiveMediaType,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.byteCount", &DataRequest::archiveByteCount,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.expiresAt", &DataRequest::archiveExpiresAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.keyId", &DataRequest::archiveKeyId,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("archive.signature", &DataRequest::archiveSignature,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("deletion.confirmedWord", &DataRequest::deletionConfirmedWord, facts::kPrivacyRequest,
                Trait::InOptionalObject),
            field("deletion.blockers", &DataRequest::deletionBlockers,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("deletion.coolingOffUntil", &DataRequest::deletionCoolingOffUntil,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("deletion.executeAt", &DataRequest::deletionExecuteAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("deletion.executedAt", &DataRequest::deletionExecutedAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("deletion.cleared", &DataRequest::deletionCleared,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("deletion.retained", &DataRequest::deletionRetained,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform), Trait::InOptionalObject),
            field("events", &DataRequest::events, facts::kPrivacyRequest.from(DataSource::MadeByPlatform),
                Trait::Searchable),
            field("appealOf", &DataRequest::appealOf, facts::kPrivacyRequest, Trait::Indexed),
            field("mutationId", &DataRequest::mutationId, facts::kPrivacyRequest.from(DataSource::ThisDevice),
                Trait::Indexed),
            field("createdAt", &DataRequest::createdAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform)),
            field("updatedAt", &DataRequest::updatedAt,
                facts::kPrivacyRequest.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
