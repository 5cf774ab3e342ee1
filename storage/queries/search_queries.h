// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search over everything on the device.
#pragma once

#include "storage/queries/record_queries.h"
#include "storage/search/search_query.h"
#include "storage/search/text_marks.h"

namespace ot::storage::queries {

// One record that answers a search.
struct SearchHit {
    RecordTypeIndex type = 0;
    qint64 row = 0;
    QString id;
    QString parentId; // the record it belongs to: a message's conversation
    MarkedText title; // what to show first
    MarkedText fragment; // a part of the text around what was found, on one line; plain text
    UtcTime time;
    int score = 0; // storage/search/search_ranking.h
};

// The best answers first; of equal ones the newer. At most `limit` of each type, picked from the newest few
// of the type that hold everything asked for (four times `limit`, at least 24): reading more of a common
// word's records for their rank would take longer than the next keystroke. Nothing for a query without
// anything to search by. Errors: Cancelled, and those of the store.
Result<std::vector<SearchHit>> searchEverything(ReadSnapshot& snapshot, const SearchQuery& query, int limit);
// The same for a text, read with the English names, UTC days and the time now.
Result<std::vector<SearchHit>> searchEverything(ReadSnapshot& snapshot, const QString& typed, int limit);

// What "in:" takes in English: the name of each type that can be found, and shorter names for some.
std::vector<SearchLanguage::Name<std::size_t>> englishTypeNames();

} // namespace ot::storage::queries
