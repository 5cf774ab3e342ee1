// SPDX-License-Identifier: GPL-3.0-or-later
//
// The full-text index of each record type: a contentless FTS5 table beside the record's own, by the same
// rows. On the thread of the connection, in a transaction of the caller's.
#pragma once

#include "storage/database/connection.h"
#include "storage/records/sql_codec.h"

namespace ot::storage {

// Writes the entry of a record, or anew. Without `withConfidential` what is confidential of it is left out.
// Nothing for a type without searchable fields; so do the others.
Outcome writeSearchEntry(Connection& connection, const RecordView& record, qint64 row, bool withConfidential);
Outcome removeSearchEntry(Connection& connection, const RecordShape& shape, qint64 row);

// After which nothing of removed or changed text is left in the pages of the type's index. Until then a
// removed row can't be found and is not in the vocabulary, but its words still stand in the index's pages, as
// they do in every FTS5 table that keeps no text of its own ("secure-delete" has no effect on these). It
// rewrites the index: milliseconds for some hundred rows, seconds for a million. So it belongs into the
// transaction that removes customer content, and for all else into the compacting of the vault.
Outcome forgetRemovedWords(Connection& connection, const RecordShape& shape);

// Makes every index that is missing, that has other columns than the fields of today, or that was folded by
// earlier rules (kIndexedTextVersion), and fills it from the rows. What is as it should be is left alone.
Outcome bringSearchIndexesUpToDate(Connection& connection);

} // namespace ot::storage
