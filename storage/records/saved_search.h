// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A search of the job feed that the account has kept, and whether the platform tells when something new
// fits it.
struct SavedSearch : RecordBase {
    QString name;
    QString query;
    QJsonObject filters; // kept verbatim: category, payTypes, languages, countries, …
    QString notify; // NONE, INSTANT, DAILY; open-ended
    std::optional<UtcTime> lastMatchAt;
    qint64 matchCount = 0;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "SavedSearch", "saved_search", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("name", &SavedSearch::name, facts::kPrivateActivity, Trait::Searchable),
            field("query", &SavedSearch::query, facts::kPrivateActivity, Trait::Searchable),
            field("filters", &SavedSearch::filters, facts::kPrivateActivity),
            field("notify", &SavedSearch::notify, facts::kPrivateActivity),
            field("lastMatchAt", &SavedSearch::lastMatchAt,
                facts::kPrivateActivity.from(DataSource::MadeByPlatform)),
            field("matchCount", &SavedSearch::matchCount,
                facts::kPrivateActivity.from(DataSource::MadeByPlatform)),
            field("createdAt", &SavedSearch::createdAt, facts::kPrivateActivity),
            field("updatedAt", &SavedSearch::updatedAt, facts::kPrivateActivity));
    }
};

} // namespace ot::storage
