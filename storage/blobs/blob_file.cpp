// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/blob_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace ot::storage {

namespace {

constexpr char kFileName[] = "blobs.db";
constexpr qint64 kFormat = 1;
constexpr qint64 kChunkBytes = 64 * 1024;
// A chunk's row number is its blob's number and its place: 2^24 chunks are a terabyte.
constexpr qint64 kChunksPerBlob = 1LL << 24;
constexpr qsizetype kHashBytes = 32;
constexpr qint64 kUseResolution = 60LL * 1000;

constexpr auto kTables = R"sql(
CREATE TABLE IF NOT EXISTS blob (
    number INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, byteCount INTEGER NOT NULL, received INTEGER NOT NULL,
    complete INTEGER NOT NULL, fetchable INTEGER NOT NULL, usedAt INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS blob_by_use ON blob (usedAt);
CREATE TABLE IF NOT EXISTS chunk (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS owner (
    type TEXT NOT NULL, id TEXT NOT NULL, blob INTEGER NOT NULL, PRIMARY KEY (type, id, blob)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS owner_by_blob ON owner (blob);
)sql";

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error noSuchBlob()
{
    return { ErrorCode::NotFound, Text::tr("This file is not on this device."), QStringLiteral("no blob") };
}

Error badInput(const QString& detail)
{
    return { ErrorCode::BadInput, Text::tr("This file could not be kept."), detail };
}

qint64 chunkNumber(qint64 blob, qint64 index)
{
    return blob * kChunksPerBlob + index;
}

} // namespace

BlobFile::BlobFile(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
{
}

Result<std::unique_ptr<BlobFile>> BlobFile::open(const QString& directory, const SecretKey& key)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(
        directory + QLatin1Char('/') + QLatin1String(kFileName), key, Connection::Mode::ReadWrite, true);
    if (!connection)
        return connection.error();
    std::unique_ptr<BlobFile> file(new BlobFile(std::move(connection).value())); // the constructor is private
    if (const Outcome prepared = file->prepare(); !prepared)
        return prepared.error();
    return file;
}

Outcome BlobFile::prepare()
{
    qint64 format = 0;
    {
        Result<Query> version = m_connection->query("PRAGMA user_version");
        if (!version)
            return version.error();
        const Result<bool> row = version->step();
        if (!row)
            return row.error();
        format = version->integer(0);
    }
    if (format > kFormat)
        return Error { ErrorCode::StoreNewer,
            Text::tr("The files in this vault were written by a newer version of OpenTrain Desktop."),
            QStringLiteral("blob format %1").arg(format) };
    return m_connection->execute(
        QLatin1String(kTables) + QStringLiteral("PRAGMA user_version = %1").arg(kFormat));
}

template <class Work>
Outcome BlobFile::inTransaction(Work work)
{
    if (const Outcome begun = m_connection->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Outcome outcome = work();
    if (outcome)
        outcome = m_connection->execute(QStringLiteral("COMMIT"));
    if (!outcome)
        (void)m_connection->execute(QStringLiteral("ROLLBACK"));
    return outcome;
}

Outcome BlobFile::run(std::string_view sql, const std::function<void(Query&)>& bind)
{
    Result<Query> query = m_connection->query(sql);
    if (!query)
        return query.error();
    bind(*query);
    return query->run();
}

Result<BlobFile::Row> BlobFile::find(const QByteArray& sha256)
{
    Result<Query> query = m_connection->query(
        "SELECT number, usedAt, byteCount, received, complete, fetchable FROM blob WHERE sha256 = ?1");
    if (!query)
        return query.error();
    query->bind(1, sha256);
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return noSuchBlob();
    return Row { query->integer(0), query->integer(1),
        { sha256, query->integer(2), query->integer(3), query->integer(4) != 0, query->integer(5) != 0 } };
}

Result<BlobFacts> BlobFile::facts(const QByteArray& sha256)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error();
    return row->facts;
}

Result<BlobFacts> BlobFile::begin(const QByteArray& sha256, qint64 byteCount, bool fetchable)
{
    if (sha256.size() != kHashBytes || byteCount < 0 || byteCount > kChunksPerBlob * kChunkBytes)
        return badInput(QStringLiteral("hash of %1 bytes, size %2").arg(sha256.size()).arg(byteCount));
    const Result<Row> known = find(sha256);
    if (known) {
        if (known->facts.byteCount != byteCount)
            return badInput(
                QStringLiteral("size %1, began with %2").arg(byteCount).arg(known->facts.byteCount));
        if (const Outcome touched = touch(*known); !touched)
            return touched.error();
        return known->facts;
    }
    if (known.error().code != ErrorCode::NotFound)
        return known.error();
    const Outcome made = run("INSERT INTO blob (sha256, byteCount, received, complete, fetchable, usedAt) "
                             "VALUES (?1, ?2, 0, 0, ?3, ?4)",
        [&](Query& query) {
            query.bind(1, sha256);
            query.bind(2, byteCount);
            query.bind(3, qint64(fetchable ? 1 : 0));
            query.bind(4, m_clock());
        });
    if (!made)
        return made.error();
    return BlobFacts { sha256, byteCount, 0, false, fetchable };
}

Outcome BlobFile::append(const QByteArray& sha256, qint64 offset, const QByteArray& bytes)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error();
    if (row->facts.complete || offset != row->facts.received
        || bytes.size() > row->facts.byteCount - row->facts.received)
        return badInput(QStringLiteral("%1 bytes at %2, stands at %3 of %4")
                            .arg(bytes.size())
                            .arg(offset)
                            .arg(row->facts.received)
                            .arg(row->facts.byteCount));
    return inTransaction([&]() -> Outcome {
        if (const Outcome written = writeChunks(*row, bytes); !written)
            return written;
        return run("UPDATE blob SET received = ?1, usedAt = ?2 WHERE number = ?3", [&](Query& query) {
            query.bind(1, offset + bytes.size());
            query.bind(2, m_clock());
            query.bind(3, row->number);
        });
    });
}

Outcome BlobFile::writeChunks(const Row& row, const QByteArray& bytes)
{
    qint64 position = row.facts.received;
    qsizetype taken = 0;
    while (taken < bytes.size()) {
        const qint64 index = position / kChunkBytes;
        QByteArray content;
        if (position % kChunkBytes != 0) {
            Result<QByteArray> begun = chunk(row.number, index);
            if (!begun)
                return begun.error();
            content = std::move(*begun);
        }
        const qsizetype more = std::min<qsizetype>(kChunkBytes - content.size(), bytes.size() - taken);
        content += bytes.mid(taken, more);
        const Outcome written
            = run("INSERT OR REPLACE INTO chunk (number, bytes) VALUES (?1, ?2)", [&](Query& query) {
                  query.bind(1, chunkNumber(row.number, index));
                  query.bind(2, content);
              });
        if (!written)
            return written;
        taken += more;
        position += more;
    }
    return success();
}

Result<QByteArray> BlobFile::chunk(qint64 number, qint64 index)
{
    Result<Query> query = m_connection->query("SELECT bytes FROM chunk WHERE number = ?1");
    if (!query)
        return query.error();
    query->bind(1, chunkNumber(number, index));
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error { ErrorCode::StoreCorrupt, Text::tr("A part of this file is missing from the vault."),
            QStringLiteral("chunk %1").arg(index) };
    return query->blob(0);
}

Outcome BlobFile::finish(const QByteArray& sha256)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error();
    if (row->facts.complete)
        return success();
    if (row->facts.received < row->facts.byteCount)
        return badInput(QStringLiteral("%1 of %2").arg(row->facts.received).arg(row->facts.byteCount));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 index = 0; index * kChunkBytes < row->facts.byteCount; ++index) {
        const Result<QByteArray> bytes = chunk(row->number, index);
        if (!bytes)
            return bytes.error();
        hash.addData(*bytes);
    }
    if (hash.result() != sha256) {
        const Outcome dropped = inTransaction([&] { return dropContent(row->number); });
        if (!dropped)
            return dropped;
        return Error { ErrorCode::Decode, Text::tr("The file arrived damaged. It will be fetched again."),
            QStringLiteral("hash of %1 bytes").arg(row->facts.byteCount) };
    }
    return run("UPDATE blob SET complete = 1, usedAt = ?1 WHERE number = ?2", [&](Query& query) {
        query.bind(1, m_clock());
        query.bind(2, row->number);
    });
}

Result<QByteArray> BlobFile::put(const QByteArray& bytes)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const Result<BlobFacts> begun = begin(sha256, bytes.size(), false);
    if (!begun)
        return begun.error();
    if (!begun->complete) {
        if (const Outcome added = append(sha256, begun->received, bytes.mid(begun->received)); !added)
            return added.error();
        if (const Outcome finished = finish(sha256); !finished)
            return finished.error();
    }
    return sha256;
}

Result<QByteArray> BlobFile::read(const QByteArray& sha256, qint64 offset, qint64 length)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error();
    if (!row->facts.complete)
        return noSuchBlob();
    if (offset < 0 || length < 0)
        return badInput(QStringLiteral("%1 bytes at %2").arg(length).arg(offset));
    if (const Outcome touched = touch(*row); !touched)
        return touched.error();
    const qint64 end = offset + std::min(length, std::max<qint64>(row->facts.byteCount - offset, 0));
    QByteArray bytes;
    while (offset + bytes.size() < end) {
        const qint64 position = offset + bytes.size();
        const Result<QByteArray> content = chunk(row->number, position / kChunkBytes);
        if (!content)
            return content.error();
        const qint64 within = position % kChunkBytes;
        bytes += content->mid(within, std::min(end - position, content->size() - within));
    }
    return bytes;
}

Outcome BlobFile::addOwner(const QByteArray& sha256, const QString& type, const QString& id)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error();
    return run("INSERT OR IGNORE INTO owner (type, id, blob) VALUES (?1, ?2, ?3)", [&](Query& query) {
        query.bind(1, type);
        query.bind(2, id);
        query.bind(3, row->number);
    });
}

Outcome BlobFile::removeOwner(const QString& type, const QString& id)
{
    const auto numberOf = [](const Query& query) { return query.integer(0); };
    std::vector<qint64> unowned;
    const Outcome removed = inTransaction([&]() -> Outcome {
        {
            Result<Query> query = m_connection->query(
                "SELECT blob FROM owner AS mine WHERE type = ?1 AND id = ?2 AND NOT EXISTS (SELECT 1 FROM "
                "owner "
                "AS other WHERE other.blob = mine.blob AND (other.type <> ?1 OR other.id <> ?2))");
            if (!query)
                return query.error();
            query->bind(1, type);
            query->bind(2, id);
            Result<std::vector<qint64>> rows = collectRows(*query, numberOf);
            if (!rows)
                return rows.error();
            unowned = std::move(*rows);
        }
        const Outcome gone = run("DELETE FROM owner WHERE type = ?1 AND id = ?2", [&](Query& query) {
            query.bind(1, type);
            query.bind(2, id);
        });
        if (!gone)
            return gone;
        for (const qint64 number : unowned) {
            if (const Outcome dropped = dropContent(number); !dropped)
                return dropped;
            const Outcome deleted = run(
                "DELETE FROM blob WHERE number = ?1", [number](Query& query) { query.bind(1, number); });
            if (!deleted)
                return deleted;
        }
        return success();
    });
    if (!removed || unowned.empty())
        return removed;
    return forgetInLog();
}

Outcome BlobFile::removeUnowned(qint64 before)
{
    const auto bind = [before](Query& query) { query.bind(1, before); };
    const Outcome removed = inTransaction([&]() -> Outcome {
        // Chunk by chunk of each blob, along the numbers: no list of them is held.
        const Outcome dropped = run(
            "DELETE FROM chunk WHERE number / 16777216 IN (SELECT number FROM blob WHERE usedAt < ?1 AND NOT "
            "EXISTS (SELECT 1 FROM owner WHERE owner.blob = blob.number))",
            bind);
        if (!dropped)
            return dropped;
        return run(
            "DELETE FROM blob WHERE usedAt < ?1 AND NOT EXISTS (SELECT 1 FROM owner WHERE owner.blob = "
            "blob.number)",
            bind);
    });
    return removed ? forgetInLog() : removed;
}

Result<qint64> BlobFile::shrinkTo(qint64 bytes)
{
    Result<qint64> total = totalBytes();
    if (!total)
        return total.error();
    if (*total <= bytes)
        return total;
    std::vector<std::pair<qint64, qint64>> oldest;
    {
        Result<Query> query = m_connection->query(
            "SELECT number, received FROM blob WHERE fetchable = 1 AND received > 0 ORDER BY usedAt, number");
        if (!query)
            return query.error();
        auto rows
            = collectRows(*query, [](const Query& row) { return std::pair(row.integer(0), row.integer(1)); });
        if (!rows)
            return rows.error();
        oldest = std::move(*rows);
    }
    qint64 left = *total;
    const Outcome shrunk = inTransaction([&]() -> Outcome {
        for (const auto& [number, size] : oldest) {
            if (left <= bytes)
                break;
            if (const Outcome dropped = dropContent(number); !dropped)
                return dropped;
            left -= size;
        }
        return success();
    });
    if (!shrunk)
        return shrunk.error();
    if (const Outcome forgotten = forgetInLog(); !forgotten)
        return forgotten.error();
    return left;
}

Result<qint64> BlobFile::totalBytes()
{
    Result<Query> query = m_connection->query("SELECT ifnull(sum(received), 0) FROM blob");
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return query->integer(0);
}

Outcome BlobFile::dropContent(qint64 number)
{
    const Outcome dropped = run("DELETE FROM chunk WHERE number BETWEEN ?1 AND ?2", [number](Query& query) {
        query.bind(1, chunkNumber(number, 0));
        query.bind(2, chunkNumber(number, kChunksPerBlob - 1));
    });
    if (!dropped)
        return dropped;
    return run("UPDATE blob SET received = 0, complete = 0 WHERE number = ?1",
        [number](Query& query) { query.bind(1, number); });
}

Outcome BlobFile::touch(const Row& row)
{
    // Reading is not to cost a write each time; which of two was used last matters by the day.
    const qint64 now = m_clock();
    if (now - row.usedAt < kUseResolution)
        return success();
    return run("UPDATE blob SET usedAt = ?1 WHERE number = ?2", [&](Query& query) {
        query.bind(1, now);
        query.bind(2, row.number);
    });
}

Outcome BlobFile::forgetInLog()
{
    // Deleted pages are overwritten in the file (secure_delete), but their old content still stands in the
    // write-ahead log until that is cut off.
    return m_connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace ot::storage
