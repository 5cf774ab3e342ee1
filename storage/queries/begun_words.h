// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/search_query.h"
#include "storage/vault.h"

#include <optional>

namespace ot::storage::queries {

// The words in a search table that begin with what is being typed at the end of the query, for beginnings
// that have no prefix index of their own: FTS5 would put all their rows together before it gives the newest,
// a tenth of a second for a word as common as "message". Asked for the words themselves it gives the newest
// at once. Nothing when the query ends otherwise, or when there are too many such words. Errors: those of the
// store.
Result<std::optional<QStringList>> begunWords(
    ReadSnapshot& snapshot, const std::string& searchTable, const SearchQuery& query);

} // namespace ot::storage::queries
