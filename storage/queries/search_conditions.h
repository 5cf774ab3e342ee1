// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/search_query.h"

#include <QString>

#include <optional>
#include <vector>

namespace ot::storage::queries {

// What a query's operators ask of any record, whatever its type: put together from all parts, so that there
// are few different statements.
struct SearchConditions {
    std::optional<TimeSpan> within; // when it is from
    QString
        exceptDays; // JSON list of [begin, end) in milliseconds when it is not from; null when there is none
    bool withAttachment = false;
    bool withoutAttachment = false;
    std::vector<std::size_t> types; // only these; all when empty
    std::vector<std::size_t> exceptTypes;

    explicit SearchConditions(const SearchQuery& query);
    [[nodiscard]] bool takes(std::size_t type) const;
};

} // namespace ot::storage::queries
