// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/search_query.h"

#include <optional>
#include <string_view>

namespace ot::storage {

// What is asked of a search table, in FTS5's own language. Made of tokens alone, so that nothing typed can
// reach FTS5 as syntax.
struct MatchExpression {
    QString wanted; // what must be there, "not this" with it; null when nothing must
    QString unwanted; // only when nothing is wanted: what must not be there; null when nothing
    bool canHold = true; // false: an author is asked for, or a word begun, that the table does not have
};

// `authorColumns`: the columns of the table that name who it is from, blanks between; empty when it has none.
// `begunWords`: what the word that is still being typed may become, when that is known
// (queries/begun_words.h).
MatchExpression matchExpression(const SearchQuery& query, std::string_view authorColumns,
    const std::optional<QStringList>& begunWords = std::nullopt);

// The expression for a list's own search field: words, each of which may be begun only, phrases and minus.
// Null when there is nothing to search for.
MatchExpression matchExpression(const QString& typed);

} // namespace ot::storage
