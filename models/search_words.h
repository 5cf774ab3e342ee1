// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of the search field in the user's language, and what a search says in words. GUI thread, because
// of the translations.
#pragma once

#include "models/format.h"
#include "storage/search/search_query.h"

#include <vector>

namespace ot::models {

// English names beside the translated ones: what is written in a manual or was learnt in another program
// works everywhere.
[[nodiscard]] storage::SearchLanguage searchLanguage(const Formatter& formatter);

// One part of a search, as a screen shows that it was understood.
struct SearchChip {
    QString text; // "From Lena R.", "Not “draft”", "Before 24 Nov 2026"; one line, cleaned
    qsizetype start = 0; // what of the text typed it stands for, in UTF-16 units
    qsizetype length = 0;
    bool isOperator = false; // more than a plain word: an operator, a phrase, a minus
    QString problem; // why it is left out of the search; empty when it is not
};
[[nodiscard]] std::vector<SearchChip> searchChips(
    const storage::SearchQuery& query, const Formatter& formatter);

} // namespace ot::models
