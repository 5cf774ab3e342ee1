// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// The state of a tax form. The form itself stays with the platform and its provider.
struct TaxForm : RecordBase {
    QString form; // W-9, W-8BEN, W-8BEN-E; open-ended
    QString status; // NEEDED, SUBMITTED, ACCEPTED, REJECTED, EXPIRED; open-ended
    QString country;
    QString taxIdLast4; // the last four characters; more can't enter the store
    std::optional<double> withholdingPercent;
    std::optional<UtcTime> validUntil;
    std::optional<UtcTime> requestedAt;
    std::optional<UtcTime> submittedAt;
    QString rejectionReason;
    QString manageUrl;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "TaxForm", "tax_form", "createdAt", {}, true };

    static consteval auto fields()
    {
        return std::make_tuple(field("form", &TaxForm::form, facts::kTax),
            field("status", &TaxForm::status, facts::kTax.from(DataSource::MadeByPlatform), Trait::Indexed),
            field("country", &TaxForm::country, facts::kTax),
            field("taxIdLast4", &TaxForm::taxIdLast4, facts::kTax, Trait::LastFour),
            field("withholdingPercent", &TaxForm::withholdingPercent,
                facts::kTax.from(DataSource::MadeByPlatform)),
            field("validUntil", &TaxForm::validUntil, facts::kTax.from(DataSource::MadeByPlatform)),
            field("requestedAt", &TaxForm::requestedAt, facts::kTax.from(DataSource::MadeByPlatform)),
            field("submittedAt", &TaxForm::submittedAt, facts::kTax),
            field("rejectionReason", &TaxForm::rejectionReason, facts::kTax.from(DataSource::MadeByPlatform)),
            field("manageUrl", &TaxForm::manageUrl, facts::kTax.from(DataSource::MadeByPlatform)),
            field("createdAt", &TaxForm::createdAt, facts::kTax.from(DataSource::MadeByPlatform)),
            field("updatedAt", &TaxForm::updatedAt, facts::kTax.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
