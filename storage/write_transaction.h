// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/change_notice.h"
#include "storage/database/connection.h"
#include "storage/records/sql_codec.h"

#include <set>

namespace ot::storage {

// One write transaction: everything in it happens together or not at all. Handed to the function given to
// Vault::write(); lives on the writer thread for the length of that function.
class WriteTransaction {
public:
    explicit WriteTransaction(Connection& connection)
        : m_connection(connection)
    {
    }

    // Inserts the record or brings its row up to date, the search index with it. A version that is not newer
    // than the row's changes nothing but the generation, so that applying the same change twice is a no-op.
    // Of a record whose content may no longer be read (RecordTraits::accessPath) nothing confidential is
    // kept.
    template <IsRecord Record>
    Outcome upsert(const Record& record, qint64 generation = 0)
    {
        const auto values = fieldsOf(record);
        return upsert(RecordView { &shapeOf<Record>(), &record, values }, generation);
    }
    Outcome upsert(const AnyRecord& record, qint64 generation = 0);

    // Erases what is confidential of a record and its search entries, and leaves the rest of its row. Any
    // version that the server sends later brings it back. One that is not there is no error.
    Outcome eraseContent(RecordTypeIndex type, const QString& id);

    // Removes the record with its search entries; one that is not there is no error.
    Outcome remove(RecordTypeIndex type, const QString& id);

    // Removes the rows of a type that no snapshot since `generation` has seen.
    Outcome removeOlderThan(RecordTypeIndex type, qint64 generation);

    // The last thing before the commit: of customer content that was removed no word stays in the index.
    // Vault does it for what is written through it.
    Outcome finish();

    // For the modules of storage/ (outbox, drafts, settings), which keep their own tables.
    Result<Query> query(std::string_view sql) { return m_connection.query(sql); }
    [[nodiscard]] qint64 lastInsertRow() const { return m_connection.lastInsertRow(); }
    [[nodiscard]] int changedRows() const { return m_connection.changedRows(); }
    [[nodiscard]] ChangeNotice& notice() { return m_notice; }

private:
    Outcome upsert(const RecordView& record, qint64 generation);

    Connection& m_connection;
    ChangeNotice m_notice;
    std::set<RecordTypeIndex> m_forgotten; // types of which customer content went
};

} // namespace ot::storage
