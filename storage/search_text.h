// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ot::storage {

// The text as the index keeps it: characters of scripts that are written without spaces (Chinese, Japanese,
// Thai, Lao, Khmer, Burmese) are set apart, so that each is found by itself and a run of them as a phrase.
// Everything else is left as it is; the tokenizer folds case and diacritics. Pure; any thread.
QString indexedText(const QString& text);

// The FTS5 expression that finds what the user has typed so far: every word must be there, whole or begun.
// Whatever is typed is text, never syntax. Null when there is nothing to search for.
QString matchExpression(const QString& typed);

} // namespace ot::storage
