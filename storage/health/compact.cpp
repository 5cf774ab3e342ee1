// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/compact.h"

#include "storage/database/schema.h"
#include "storage/health/raw_store.h"
#include "storage/health/vault_files.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace ot::storage::health {

namespace {

constexpr qint64 kPagesASlice = 64;
constexpr qint64 kRoom = 8 * kPagesASlice * kPageBytes; // of the log, emptied after every few slices
constexpr int kSlicesBetweenCheckpoints = 8;

Result<qint64> number(Connection& connection, std::string_view sql)
{
    Result<Query> query = connection.query(sql);
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return query->integer(0);
}

// The first column says whether somebody kept it from being done.
Outcome emptyLog(Connection& connection)
{
    const Result<qint64> busy = number(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return busy.error();
    return *busy == 0 ? success() : Outcome(storeError(SQLITE_BUSY, QStringLiteral("checkpoint")));
}

Outcome freeSlice(Connection& connection)
{
    Result<Query> query = connection.query("PRAGMA incremental_vacuum(" + std::to_string(kPagesASlice) + ")");
    if (!query)
        return query.error();
    while (true) {
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return success();
    }
}

Outcome freeAll(Connection& connection, const Cancellation& cancellation)
{
    Result<qint64> before = number(connection, "PRAGMA freelist_count");
    for (int slice = 1; before && *before > 0; ++slice) {
        if (cancellation.isCancelled())
            return Error { ErrorCode::Cancelled, {}, {} };
        if (const Outcome freed = freeSlice(connection); !freed)
            return freed;
        if (slice % kSlicesBetweenCheckpoints == 0) {
            if (const Outcome emptied = emptyLog(connection);
                !emptied && emptied.error().code != ErrorCode::StoreBusy)
                return emptied;
        }
        const Result<qint64> after = number(connection, "PRAGMA freelist_count");
        if (!after || *after >= *before)
            return after ? success() : Outcome(after.error()); // others free pages faster than this
        before = after;
    }
    return before ? success() : Outcome(before.error());
}

} // namespace

Result<CompactReport> compactVault(
    const QString& directory, const SecretKey& key, const Cancellation& cancellation)
{
    const QString path = vaultPath(directory);
    const qint64 room = freeBytes(path);
    if (room >= 0 && room < kRoom)
        return storeError(SQLITE_FULL, QStringLiteral("room for compacting"));
    CompactReport report;
    report.bytesBefore = QFileInfo(path).size();
    const auto connection = Connection::open(path, key, Connection::Mode::ReadWrite);
    if (!connection)
        return connection.error();
    if (const Outcome freed = freeAll(**connection, cancellation); !freed)
        return freed.error();
    if (const Outcome emptied = emptyLog(**connection); !emptied)
        return emptied.error();
    report.bytesAfter = QFileInfo(path).size();
    return report;
}

Outcome forgetErased(const QString& directory, const SecretKey& key, const QStringList& recordTables)
{
    const auto connection = Connection::open(vaultPath(directory), key, Connection::Mode::ReadWrite);
    if (!connection)
        return connection.error();
    for (const QString& table : recordTables) {
        const QString search = QString::fromStdString(searchTable(table.toStdString()));
        Result<Query> query = (*connection)->query("SELECT count(*) FROM sqlite_schema WHERE name = ?1");
        if (!query)
            return query.error();
        query->bind(1, search);
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        if (query->integer(0) == 0)
            continue; // nothing in this table is searched
        if (const Outcome merged
            = (*connection)->execute(QStringLiteral("INSERT INTO %1(%1) VALUES('optimize')").arg(search));
            !merged)
            return merged;
    }
    return emptyLog(**connection);
}

} // namespace ot::storage::health
