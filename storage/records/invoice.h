// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A bill of the platform: for a payout, for funds put in, or for its own fee.
struct Invoice : RecordBase {
    QString number; // as it is printed: "INV-2026-000123"
    QString kind; // PAYOUT, FUNDING, FEE; open-ended
    QString status; // DRAFT, OPEN, PAID, VOID; open-ended
    QString contractId;
    QString payoutId;
    QString employerName;
    QString billedTo;
    QJsonArray lines; // [{description, quantity, unit, unitMicros, amountMinor}]
    std::optional<MinorUnits> subtotalMinor;
    std::optional<MinorUnits> feeMinor;
    std::optional<MinorUnits> taxMinor;
    std::optional<MinorUnits> totalMinor;
    QString currency;
    std::optional<UtcTime> issuedAt;
    std::optional<UtcTime> dueAt;
    std::optional<UtcTime> paidAt;
    QString documentSha256;
    QString documentFileName;
    QString documentMediaType;
    std::optional<qint64> documentByteCount;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Invoice", "invoice", "issuedAt", {}, true };

    static consteval auto fields()
    {
        return std::make_tuple(field("number", &Invoice::number, facts::kPayment, Trait::Searchable),
            field("kind", &Invoice::kind, facts::kPayment),
            field("status", &Invoice::status, facts::kPayment, Trait::Indexed),
            field("contractId", &Invoice::contractId, facts::kPayment, Trait::Indexed),
            field("payoutId", &Invoice::payoutId, facts::kPayment, Trait::Indexed),
            field("employerName", &Invoice::employerName, facts::kPayment, Trait::Searchable),
            field("billedTo", &Invoice::billedTo, facts::kPayment.from(DataSource::GivenByYou),
                Trait::Searchable),
            field("lines", &Invoice::lines, facts::kPayment, Trait::Searchable),
            field("subtotalMinor", &Invoice::subtotalMinor, facts::kPayment),
            field("feeMinor", &Invoice::feeMinor, facts::kPayment),
            field("taxMinor", &Invoice::taxMinor, facts::kPayment),
            field("totalMinor", &Invoice::totalMinor, facts::kPayment),
            field("currency", &Invoice::currency, facts::kPayment),
            field("issuedAt", &Invoice::issuedAt, facts::kPayment, Trait::Indexed),
            field("dueAt", &Invoice::dueAt, facts::kPayment),
            field("paidAt", &Invoice::paidAt, facts::kPayment),
            field("document.sha256", &Invoice::documentSha256, facts::kPayment, Trait::InOptionalObject),
            field("document.fileName", &Invoice::documentFileName, facts::kPayment, Trait::InOptionalObject),
            field(
                "document.mediaType", &Invoice::documentMediaType, facts::kPayment, Trait::InOptionalObject),
            field(
                "document.byteCount", &Invoice::documentByteCount, facts::kPayment, Trait::InOptionalObject),
            field("createdAt", &Invoice::createdAt, facts::kPayment),
            field("updatedAt", &Invoice::updatedAt, facts::kPayment));
    }
};

} // namespace ot::storage
