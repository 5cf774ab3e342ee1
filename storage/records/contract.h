// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A contract: the result of a hire, one per trainer and job.
struct Contract : RecordBase {
    QString status; // active or ended; open-ended
    QString title;
    QString jobId;
    QString proposalId;
    QString employerName;
    QString paymentType;
    QString currency;
    std::optional<MicroUnits> rateMicros;
    std::optional<MinorUnits> estimatedTotalMinor;
    std::optional<double> estimatedVolume;
    bool hasActiveMilestone = false;
    std::optional<UtcTime> startDate;
    std::optional<UtcTime> endDate;
    QString jobDmConversationId;
    bool managedService = false;
    QString budgetState; // OK, LOW, DEPLETED; open-ended
    std::optional<double> budgetFundedVolume;
    std::optional<MinorUnits> budgetFundedAmountMinor;
    std::optional<double> budgetConsumedVolume;
    std::optional<double> budgetRemainingVolume;
    std::optional<double> budgetConsumedFraction;
    std::optional<UtcTime> budgetLastUsageAt;
    QString accessToolName;
    QString accessToolUrl;
    QString accessWorkEmail;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Contract", "contract", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("status", &Contract::status, facts::kPlatformActivity, Trait::Indexed),
            field("title", &Contract::title, facts::kEmployerActivity, Trait::Searchable),
            field("jobId", &Contract::jobId, facts::kPlatformActivity),
            field("proposalId", &Contract::proposalId, facts::kPlatformActivity),
            field("employerName", &Contract::employerName, facts::kEmployerActivity, Trait::Searchable),
            field("paymentType", &Contract::paymentType, facts::kEmployerActivity),
            field("currency", &Contract::currency, facts::kEmployerActivity),
            field("rateMicros", &Contract::rateMicros, facts::kPayment),
            field("estimatedTotalMinor", &Contract::estimatedTotalMinor, facts::kPayment),
            field("estimatedVolume", &Contract::estimatedVolume, facts::kEmployerActivity),
            field("hasActiveMilestone", &Contract::hasActiveMilestone, facts::kPlatformActivity),
            field("startDate", &Contract::startDate, facts::kPlatformActivity),
            field("endDate", &Contract::endDate, facts::kPlatformActivity),
            field("jobDmConversationId", &Contract::jobDmConversationId, facts::kPlatformActivity),
            field("managedService", &Contract::managedService, facts::kPlatformActivity),
            field("budget.state", &Contract::budgetState, facts::kPlatformActivity),
            field("budget.fundedVolume", &Contract::budgetFundedVolume, facts::kPayment),
            field("budget.fundedAmountMinor", &Contract::budgetFundedAmountMinor, facts::kPayment),
            field("budget.consumedVolume", &Contract::budgetConsumedVolume, facts::kPlatformActivity),
            field("budget.remainingVolume", &Contract::budgetRemainingVolume, facts::kPlatformActivity),
            field("budget.consumedFraction", &Contract::budgetConsumedFraction, facts::kPlatformActivity),
            field("budget.lastUsageAt", &Contract::budgetLastUsageAt, facts::kPlatformActivity),
            field("access.toolName", &Contract::accessToolName, facts::kEmployerActivity, Trait::Searchable),
            field("access.toolUrl", &Contract::accessToolUrl, facts::kEmployerActivity),
            field("access.workEmail", &Contract::accessWorkEmail, facts::kPlatformActivity),
            field("createdAt", &Contract::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Contract::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
