// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/search_query.h"

#include <optional>

namespace ot::storage {

// The day, month or year that a text names: 2026-11-24, 2026-11, 2026; today, yesterday, tomorrow and the
// language's names for them; 7d, 2w, 3m, 1y ago (the one day). As it begins and ends in the language's time
// zone. Nothing when the text names none.
std::optional<TimeSpan> daysNamed(const QString& text, const SearchLanguage& language);

} // namespace ot::storage
