// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search over everything on the device.
#pragma once

#include "storage/queries/record_queries.h"

namespace ot::storage::queries {

// One record that holds what was typed.
struct SearchHit {
    RecordTypeIndex type = 0;
    qint64 row = 0;
    QString id;
    QString parentId; // the record it belongs to: a message's conversation
    QString title; // what to show first
    QString fragment; // a part of the text around what was found; plain text
    UtcTime time;
};

// Jobs, then messages, conversations, contracts, proposals and the other types that hold every word typed,
// newest first within each, at most `limit` of each type. Errors: Cancelled, and those of the store.
Result<std::vector<SearchHit>> searchEverything(ReadSnapshot& snapshot, const QString& typed, int limit);

} // namespace ot::storage::queries
