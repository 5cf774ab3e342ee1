// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// Money on its way to the account, held, paid or returned.
struct Payout : RecordBase {
    QString contractId;
    QString milestoneId;
    QString jobTitle;
    QString employerName;
    QString
        status; // REQUESTED, APPROVED, PENDING_PAYOUT, IN_TRANSIT, PAID, HELD, FAILED, RETURNED; open-ended
    std::optional<MinorUnits> amountMinor;
    std::optional<MinorUnits> feeMinor;
    std::optional<MinorUnits> netMinor;
    QString currency;
    QString method;
    QString destinationLast4; // the last four digits; more can't enter the store
    std::optional<UtcTime> requestedAt;
    std::optional<UtcTime> approvedAt;
    std::optional<UtcTime> arrivalDate;
    std::optional<UtcTime> paidAt;
    QString failureCode;
    QString failureMessage;
    QString blockedBy; // payout_method, tax_form, verification, employer, processor; open-ended
    QString invoiceId;
    QString invoiceNumber;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Payout", "payout", "createdAt", {}, true };

    static consteval auto fields()
    {
        return std::make_tuple(field("contractId", &Payout::contractId, facts::kPayment, Trait::Indexed),
            field("milestoneId", &Payout::milestoneId, facts::kPayment),
            field("jobTitle", &Payout::jobTitle, facts::kEmployerActivity, Trait::Searchable),
            field("employerName", &Payout::employerName, facts::kEmployerActivity, Trait::Searchable),
            field("status", &Payout::status, facts::kPayment, Trait::Indexed),
            field("amountMinor", &Payout::amountMinor, facts::kPayment),
            field("feeMinor", &Payout::feeMinor, facts::kPayment),
            field("netMinor", &Payout::netMinor, facts::kPayment),
            field("currency", &Payout::currency, facts::kPayment),
            field("method", &Payout::method, facts::kPayment),
            field("destinationLast4", &Payout::destinationLast4,
                facts::kPayment.from(DataSource::PaymentProvider).asSensitive(), Trait::LastFour),
            field("requestedAt", &Payout::requestedAt, facts::kPayment),
            field("approvedAt", &Payout::approvedAt, facts::kPayment),
            field("arrivalDate", &Payout::arrivalDate, facts::kPayment),
            field("paidAt", &Payout::paidAt, facts::kPayment),
            field("failureCode", &Payout::failureCode, facts::kPayment.from(DataSource::PaymentProvider)),
            field(
                "failureMessage", &Payout::failureMessage, facts::kPayment.from(DataSource::PaymentProvider)),
            field("blockedBy", &Payout::blockedBy, facts::kPayment),
            field("invoiceId", &Payout::invoiceId, facts::kPayment),
            field("invoiceNumber", &Payout::invoiceNumber, facts::kPayment, Trait::Searchable),
            field("createdAt", &Payout::createdAt, facts::kPayment),
            field("updatedAt", &Payout::updatedAt, facts::kPayment));
    }
};

} // namespace ot::storage
