// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ot::storage {

// The statement after which nothing of removed or changed text is left in the pages of a record type's search
// table. Until then a removed row can't be found and is not in the vocabulary, but its words still stand in the
// index's pages. It rewrites the whole index of the type; what that takes is not measured. Meant for the
// transaction that removes customer content, and for the compacting of the vault.
std::string forgetRemovedWordsSql(std::string_view table);

} // namespace ot::storage
