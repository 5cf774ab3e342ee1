// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ot::storage {

// The text as the index keeps it: its tokens (storage/search/search_tokens.h), a blank between. What the
// index holds of earlier folding rules is not found by newer ones: with a change here every search table is
// to be filled anew, hence the number. Pure; any thread.
QString indexedText(const QString& text);

inline constexpr int kIndexedTextVersion = 2;

} // namespace ot::storage
