// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A cover text and a bid kept for the next proposals, by one person or for their whole organization.
struct ProposalTemplate : RecordBase {
    QString name;
    QString body;
    std::optional<MicroUnits> bidAmountMicros;
    QString bidCurrency;
    QString bidUnit; // PER_HOUR, PER_LABEL, FIXED; open-ended
    bool shared = false; // with the organization
    QString authorUserId;
    QString authorName;
    qint64 usedCount = 0;
    std::optional<UtcTime> lastUsedAt;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "ProposalTemplate", "proposal_template", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(
            field("name", &ProposalTemplate::name, facts::kTeamActivity, Trait::Searchable),
            field("body", &ProposalTemplate::body, facts::kTeamActivity, Trait::Searchable),
            field("bid.amountMicros", &ProposalTemplate::bidAmountMicros, facts::kTeamActivity,
                Trait::InOptionalObject),
            field("bid.currency", &ProposalTemplate::bidCurrency, facts::kTeamActivity,
                Trait::InOptionalObject),
            field("bid.unit", &ProposalTemplate::bidUnit, facts::kTeamActivity, Trait::InOptionalObject),
            field("shared", &ProposalTemplate::shared, facts::kTeamActivity, Trait::Indexed),
            field("authorUserId", &ProposalTemplate::authorUserId, facts::kTeamActivity),
            field("authorName", &ProposalTemplate::authorName, facts::kTeamActivity),
            field("usedCount", &ProposalTemplate::usedCount,
                facts::kTeamActivity.from(DataSource::MadeByPlatform)),
            field("lastUsedAt", &ProposalTemplate::lastUsedAt,
                facts::kTeamActivity.from(DataSource::MadeByPlatform)),
            field("createdAt", &ProposalTemplate::createdAt, facts::kTeamActivity),
            field("updatedAt", &ProposalTemplate::updatedAt, facts::kTeamActivity));
    }
};

} // namespace ot::storage
