// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// That a person has read one version of a page of task instructions. Never changed, never removed.
struct Acknowledgement : RecordBase {
    QString contractId;
    QString instructionPageId;
    qint64 serverVersion = 0; // of the page, when it was read
    QString contentHash; // SHA-256, in hex, of the page's htmlSnapshot
    std::optional<UtcTime> acknowledgedAt;
    qint64 secondsRead = 0;
    QString deviceName;
    QString authorUserId;
    QString authorName;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Acknowledgement", "acknowledgement", "acknowledgedAt",
        "contractId" };

    static consteval auto fields()
    {
        return std::make_tuple(field("contractId", &Acknowledgement::contractId, facts::kPlatformActivity,
                                   Trait::Required | Trait::Indexed),
            field("instructionPageId", &Acknowledgement::instructionPageId, facts::kPlatformActivity,
                Trait::Required | Trait::Indexed),
            field("serverVersion", &Acknowledgement::serverVersion, facts::kPlatformActivity),
            field("contentHash", &Acknowledgement::contentHash,
                facts::kYourActivity.from(DataSource::ThisDevice)),
            field("acknowledgedAt", &Acknowledgement::acknowledgedAt, facts::kYourActivity),
            field("secondsRead", &Acknowledgement::secondsRead,
                facts::kYourActivity.from(DataSource::ThisDevice)),
            field("deviceName", &Acknowledgement::deviceName,
                facts::kYourActivity.from(DataSource::ThisDevice)),
            field("authorUserId", &Acknowledgement::authorUserId, facts::kYourActivity),
            field("authorName", &Acknowledgement::authorName, facts::kYourActivity),
            field("createdAt", &Acknowledgement::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Acknowledgement::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
