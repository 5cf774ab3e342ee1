// SPDX-License-Identifier: GPL-3.0-or-later
//
// A thin, typed layer over SQLCipher's C interface: connections that are always keyed, statements prepared
// once, errors as values. Nothing above storage/ sees it.
#pragma once

#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace ot::storage {

// Lets the one who asked for a query give up on it. Copies share one state; any thread.
class Cancellation {
public:
    Cancellation()
        : m_cancelled(std::make_shared<std::atomic<bool>>(false))
    {
    }
    void cancel() const { m_cancelled->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

// A prepared statement in use. Reset, with its bindings cleared, when it goes out of scope; the statement
// itself stays prepared in its connection. Columns and parameters are counted as SQLite counts them: columns
// from 0, parameters from 1.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    void bind(int parameter, qint64 value);
    void bind(int parameter, double value);
    void bind(int parameter, const QString& value); // a null QString is NULL
    void bind(int parameter, const QByteArray& value); // a blob
    void bindNull(int parameter);

    // True while there is a row, false at the end.
    Result<bool> step();
    // For statements that give no rows.
    Outcome run();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const; // NULL gives a null QString
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Connection;
    Query(sqlite3* database, sqlite3_stmt* statement);
    sqlite3* m_database;
    sqlite3_stmt* m_statement;
    int m_bindFault = 0;
};

// Reads every row of a query with `read(const Query&)`.
template <class Read>
auto collectRows(Query& query, Read read) -> Result<std::vector<std::invoke_result_t<Read, const Query&>>>
{
    std::vector<std::invoke_result_t<Read, const Query&>> rows;
    while (true) {
        const Result<bool> row = query.step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        rows.push_back(read(query));
    }
}

// Reads the first row of a query with `read(const Query&)`; nothing when there is none.
template <class Read>
auto firstRow(Query& query, Read read) -> Result<std::optional<std::invoke_result_t<Read, const Query&>>>
{
    using Value = std::optional<std::invoke_result_t<Read, const Query&>>;
    const Result<bool> row = query.step();
    if (!row)
        return row.error();
    return *row ? Value(read(query)) : Value();
}

// What a database holds, for comparing it with a copy.
struct DatabaseDigest {
    QByteArray hash; // over every table's definition and rows
    qint64 rows = 0;

    friend bool operator==(const DatabaseDigest&, const DatabaseDigest&) = default;
};

// Of every vault's file. Bulk writes are half again as fast as with 4096; see docs/decisions/0004.
inline constexpr int kDatabasePageSize = 8192;

// Makes an empty file, 0600. SQLite opens a file with the process's umask; ours exists beforehand with the
// owner's permissions only, and the write-ahead log and shared-memory files take theirs from it.
Outcome createPrivateFile(const QString& path);

// One connection to one encrypted file. Belongs to the thread that uses it (SQLITE_OPEN_NOMUTEX).
class Connection {
public:
    enum class Mode { ReadWrite, ReadOnly };

    // Opens and proves the key by reading the schema. Creates the file, 0600, only when `create` is set.
    // Errors: StoreWrongKey (also for a damaged first page), StoreCorrupt, StoreFull, StoreReadOnly, StoreIo,
    // NotFound.
    static Result<std::unique_ptr<Connection>> open(
        const QString& path, const SecretKey& key, Mode mode, bool create = false);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // The statement for this SQL, prepared on first use. Asking for one that is still in use is a defect.
    Result<Query> query(std::string_view sql);
    // Statements without parameters or rows; several, separated by semicolons, are run in turn.
    Outcome execute(const QString& sql);

    // While one is set, statements stop with Cancelled soon after it is cancelled.
    void setCancellation(const std::optional<Cancellation>& cancellation);

    // Called during long work, so that it can be shown and given up: false ends it with Cancelled.
    using GoOn = std::function<bool(qint64 bytes)>;

    // Puts the whole database into a new file under another key, which exists on disk when this returns. The
    // file must not be there before; what an error leaves of it is the caller's to take away. `goOn` is told
    // how much of it is written.
    Outcome exportTo(const QString& path, const SecretKey& key, const GoOn& goOn);
    // Puts the whole database into a new file under the same key, compacted and on disk, and proves that the
    // copy is whole and holds the same. As above, what an error leaves is the caller's.
    Outcome copyTo(const QString& path);
    // What is in the database, whatever the pages it lies on: two with the same digest hold the same. `goOn`
    // is told how much was read.
    Result<DatabaseDigest> digest(const GoOn& goOn = {});
    // Looks at every page, table and index. Errors: StoreCorrupt.
    Outcome checkIntegrity();

    // Where the database lies.
    [[nodiscard]] QString path() const;
    [[nodiscard]] qint64 lastInsertRow() const;
    [[nodiscard]] int changedRows() const;

private:
    explicit Connection(sqlite3* database);
    Outcome configure(const SecretKey& key, Mode mode, bool isNew);
    Outcome giveKey(const SecretKey& key, bool isNew);
    void watchCancellation();
    Outcome attach(const QString& path, const SecretKey* key);
    Result<DatabaseDigest> digestOf(const std::string& schema, const GoOn& goOn);
    Outcome checkIntegrityOf(const std::string& schema);
    Outcome beginExport(const QString& path, const SecretKey& key);
    Outcome exportAttached(const QString& path, const GoOn& goOn);
    Result<qint64> pragma(std::string_view name);

    sqlite3* m_database;
    std::unordered_map<std::string, sqlite3_stmt*> m_statements;
    std::optional<Cancellation> m_cancellation;
};

// The error of a SQLite result code, with a sentence for the user.
Error storeError(int code, const QString& detail);

} // namespace ot::storage
