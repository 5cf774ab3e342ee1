// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A paid unit of a contract.
struct Milestone : RecordBase {
    QString contractId;
    QString name;
    QString description;
    QString status; // NOT_FUNDED, ACTIVE_FUNDED, PENDING_APPROVAL, PAID, DISPUTED; open-ended
    std::optional<MinorUnits> amountMinor;
    QString currency;
    std::optional<double> volume;
    qint64 milestoneNumber = 0;
    std::optional<UtcTime> dueDate;
    bool pendingApproval = false;
    bool needsReview = false;
    QString invoiceId;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Milestone", "milestone", "createdAt", "contractId" };

    static consteval auto fields()
    {
        return std::make_tuple(field("contractId", &Milestone::contractId, facts::kPlatformActivity,
                                   Trait::Required | Trait::Indexed),
            field("name", &Milestone::name, facts::kEmployerActivity, Trait::Searchable),
            field("description", &Milestone::description, facts::kEmployerActivity, Trait::Searchable),
            field("status", &Milestone::status, facts::kPayment, Trait::Indexed),
            field("amountMinor", &Milestone::amountMinor, facts::kPayment),
            field("currency", &Milestone::currency, facts::kPayment),
            field("volume", &Milestone::volume, facts::kEmployerActivity),
            field("milestoneNumber", &Milestone::milestoneNumber, facts::kPlatformActivity),
            field("dueDate", &Milestone::dueDate, facts::kEmployerActivity),
            field("pendingApproval", &Milestone::pendingApproval, facts::kPlatformActivity),
            field("needsReview", &Milestone::needsReview, facts::kPlatformActivity),
            field("invoiceId", &Milestone::invoiceId, facts::kPayment),
            field("createdAt", &Milestone::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Milestone::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
