// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// Where payouts go, as far as the platform may know it: the payment provider keeps the account itself.
struct PayoutMethod : RecordBase {
    QString kind; // BANK_ACCOUNT, CARD, WALLET; open-ended
    QString provider;
    QString label;
    QString last4; // the last four characters; more can't enter the store
    QString currency;
    QString country;
    QString status; // ACTIVE, NEEDS_ACTION, DISABLED; open-ended
    bool isDefault = false;
    QStringList requirements; // what the provider still asks for, in words
    QString manageUrl;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "PayoutMethod", "payout_method", "createdAt", {}, true };

    static consteval auto fields()
    {
        return std::make_tuple(field("kind", &PayoutMethod::kind, facts::kPayoutMethod),
            field("provider", &PayoutMethod::provider, facts::kPayoutMethod),
            field("label", &PayoutMethod::label, facts::kPayoutMethod, Trait::Searchable),
            field("last4", &PayoutMethod::last4, facts::kPayoutMethod.asSensitive(), Trait::LastFour),
            field("currency", &PayoutMethod::currency, facts::kPayoutMethod),
            field("country", &PayoutMethod::country, facts::kPayoutMethod),
            field("status", &PayoutMethod::status, facts::kPayoutMethod, Trait::Indexed),
            field("isDefault", &PayoutMethod::isDefault, facts::kPayoutMethod.from(DataSource::GivenByYou)),
            field("requirements", &PayoutMethod::requirements, facts::kPayoutMethod),
            field("manageUrl", &PayoutMethod::manageUrl, facts::kPayoutMethod),
            field("createdAt", &PayoutMethod::createdAt, facts::kPayoutMethod),
            field("updatedAt", &PayoutMethod::updatedAt, facts::kPayoutMethod));
    }
};

} // namespace ot::storage
