// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ot::storage {

// The statement after which nothing of removed or changed text is left in the pages of a record type's search
// table. Until then a removed row can't be found and is not in the vocabulary, but its words still stand in
// the index's pages, as they do in every FTS5 table that keeps no text of its own ("secure-delete" has no
// effect on these). It rewrites the index: milliseconds for some hundred rows, seconds for a million. So it
// belongs into the transaction that removes customer content, and for all else into the compacting of the
// vault.
std::string forgetRemovedWordsSql(std::string_view table);

} // namespace ot::storage
