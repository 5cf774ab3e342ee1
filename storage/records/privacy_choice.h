// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// One switch over the use of the account's data. Its id is the choice's name: functional, analytics,
// advertising, sale_or_sharing, profiling, marketing_email, sensitive_data, public_profile, search_engines,
// gpc; open-ended.
struct PrivacyChoice : RecordBase {
    bool allowed = false;
    QString source; // DEFAULT, USER, GPC, SERVER; open-ended
    std::optional<UtcTime> since;
    std::optional<UtcTime> confirmBy; // until when the platform has to confirm an opt-out of sale or sharing
    std::optional<UtcTime> confirmedAt;
    QString consentRecordId;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "PrivacyChoice", "privacy_choice", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("allowed", &PrivacyChoice::allowed, facts::kConsent),
            field("source", &PrivacyChoice::source, facts::kConsent),
            field("since", &PrivacyChoice::since, facts::kConsent),
            field("confirmBy", &PrivacyChoice::confirmBy, facts::kConsent.from(DataSource::MadeByPlatform)),
            field(
                "confirmedAt", &PrivacyChoice::confirmedAt, facts::kConsent.from(DataSource::MadeByPlatform)),
            field("consentRecordId", &PrivacyChoice::consentRecordId, facts::kConsent),
            field("createdAt", &PrivacyChoice::createdAt, facts::kConsent.from(DataSource::MadeByPlatform)),
            field("updatedAt", &PrivacyChoice::updatedAt, facts::kConsent.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
