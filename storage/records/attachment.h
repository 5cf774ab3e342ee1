// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A file that belongs to another record. The bytes are found by their hash; this is what is known about
// them.
struct Attachment : RecordBase {
    QString ownerType; // Message, Submission, InstructionPage, …; a record type
    QString ownerId;
    QString contractId;
    QString fileName;
    QString mediaType;
    qint64 byteCount = 0;
    QString sha256; // in hex
    bool confidential = false;
    QString access; // AVAILABLE, REVOKED, EXPIRED; open-ended
    std::optional<UtcTime> offlineUntil;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Attachment", "attachment", "createdAt", "ownerId", false,
        "access" };

    static consteval auto fields()
    {
        return std::make_tuple(field("ownerType", &Attachment::ownerType, facts::kPlatformActivity),
            field(
                "ownerId", &Attachment::ownerId, facts::kPlatformActivity, Trait::Required | Trait::Indexed),
            field("contractId", &Attachment::contractId, facts::kPlatformActivity, Trait::Indexed),
            field("fileName", &Attachment::fileName, facts::kCustomerContent,
                Trait::Searchable | Trait::Confidential),
            field("mediaType", &Attachment::mediaType, facts::kCustomerContent),
            field("byteCount", &Attachment::byteCount, facts::kCustomerContent),
            field("sha256", &Attachment::sha256, facts::kCustomerContent, Trait::Indexed),
            field("confidential", &Attachment::confidential, facts::kCustomerContent),
            field("access", &Attachment::access, facts::kCustomerContent, Trait::Indexed),
            field("offlineUntil", &Attachment::offlineUntil, facts::kCustomerContent),
            field("createdAt", &Attachment::createdAt, facts::kCustomerContent),
            field("updatedAt", &Attachment::updatedAt, facts::kCustomerContent));
    }
};

} // namespace ot::storage
