// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/search_query.h"
#include "storage/vault.h"

#include <optional>

namespace ot::storage::queries {

// The words in a search table that begin with what is being typed at the end of the query, for beginnings
// that have no prefix index of their own, so that they can be asked for by name. Whether that is faster than
// asking FTS5 for the beginning is not shown yet (docs/decisions/0011). Nothing when the query ends
// otherwise, or when there are too many such words. Errors: those of the store.
Result<std::optional<QStringList>> begunWords(
    ReadSnapshot& snapshot, const std::string& searchTable, const SearchQuery& query);

} // namespace ot::storage::queries
