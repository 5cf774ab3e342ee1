// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/all_records.h"

#include <span>
#include <string_view>

namespace ot::storage::queries {

// What of a record a search shows and asks about, as SQL over its table "t".
struct SearchSource {
    RecordTypeIndex type = 0;
    std::string_view title;
    std::string_view text; // what a fragment is cut from
    std::string_view time = "t.createdAt";
    std::string_view authorColumns = {}; // of its search table: who it is from; empty when nobody
    std::string_view author = {}; // who it is from, when neither title nor text says so
};

// Each type that can be found, once; of equally good answers the earlier type's come first.
std::span<const SearchSource> searchSources();

} // namespace ot::storage::queries
