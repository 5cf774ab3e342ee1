// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/blob_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QStorageInfo>

#include <algorithm>

namespace ot::storage {

namespace {

constexpr char kFileName[] = "blobs.db";
constexpr qint64 kFormat = 1;
constexpr qint64 kChunkBytes = 64 * 1024;
// A chunk's row number is its blob's number and its place: 2^24 chunks are a terabyte.
constexpr qint64 kChunksPerBlob = 1LL << 24;
constexpr qsizetype kHashBytes = 32;
// Left for everything else that is written to the same disk.
constexpr qint64 kSpareBytes = 16LL * 1024 * 1024;
constexpr qint64 kUseResolution = 60LL * 1000;

constexpr auto kTables = R"sql(
CREATE TABLE IF NOT EXISTS blob (
    number INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, byteCount INTEGER NOT NULL, received INTEGER NOT NULL,
    complete INTEGER NOT NULL, fetchable INTEGER NOT NULL, usedAt INTEGER NOT NULL,
    openUntil INTEGER NOT NULL DEFAULT 0, wanted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX IF NOT EXISTS blob_by_use ON blob (usedAt);
CREATE TABLE IF NOT EXISTS chunk (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS owner (
    type TEXT NOT NULL, id TEXT NOT NULL, blob INTEGER NOT NULL, PRIMARY KEY (type, id, blob)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS owner_by_blob ON owner (blob);
CREATE TABLE IF NOT EXISTS upload (
    blob INTEGER PRIMARY KEY, fileName TEXT NOT NULL, mediaType TEXT NOT NULL, location TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS latest (number INTEGER PRIMARY KEY CHECK (number = 1), time INTEGER NOT NULL) STRICT;
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

BlobFile::BlobFile(std::unique_ptr<Connection> connection, QString directory)
    : m_connection(std::move(connection))
    , m_directory(std::move(directory))
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
{
}

Result<std::unique_ptr<BlobFile>> BlobFile::open(const QString& directory, const SecretKey& key)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(
        directory + QLatin1Char('/') + QLatin1String(kFileName), key, Connection::Mode::ReadWrite, true);
    if (!connection)
        return connection.error();
    std::unique_ptr<BlobFile> file(
        new BlobFile(std::move(connection).value(), directory)); // the constructor is private
    if (const Outcome prepared = file->prepare(); !prepared)
        return prepared.error();
    return file;
}

Result<qint64> BlobFile::number(std::string_view sql)
{
    Result<Query> query = m_connection->query(sql);
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return *row ? query->integer(0) : 0;
}

Outcome BlobFile::prepare()
{
    const Result<qint64> format = number("PRAGMA user_version");
    if (!format)
        return format.error();
    if (*format > kFormat)
        return Error { ErrorCode::StoreNewer,
            Text::tr("The files in this vault were written by a newer version of OpenTrain Desktop."),
            QStringLiteral("blob format %1").arg(*format) };
    const Outcome made = m_connection->execute(
        QLatin1String(kTables) + QStringLiteral("PRAGMA user_version = %1").arg(kFormat));
    if (!made)
        return made;
    const Result<qint64> latest = number("SELECT time FROM latest");
    if (!latest)
        return latest.error();
    m_latest = *latest;
    m_latestKept = *latest;
    return success();
}

Outcome BlobFile::inTransaction(const std::function<Outcome()>& work)
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
    Result<Query> query = m_connection->query("SELECT number, usedAt, byteCount, received, complete, "
                                              "fetchable, openUntil FROM blob WHERE sha256 = ?1");
    if (!query)
        return query.error();
    query->bind(1, sha256);
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return noSuchBlob();
    return Row { query->integer(0), query->integer(1),
        { sha256, query->integer(2), query->integer(3), query->integer(4) != 0, query->integer(5) != 0,
            query->integer(6) } };
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
    // Found out now and not after an hour of fetching.
    if (const qint64 room = QStorageInfo(m_directory).bytesAvailable();
        room >= 0 && room - kSpareBytes < byteCount)
        return Error { ErrorCode::StoreFull, Text::tr("There is not enough room on the disk for this file."),
            QStringLiteral("%1 bytes, room for %2").arg(byteCount).arg(room) };
    const Outcome made = run("INSERT INTO blob (sha256, byteCount, received, complete, fetchable, usedAt) "
                             "VALUES (?1, ?2, 0, 0, ?3, ?4)",
        [&](Query& query) {
            query.bind(1, sha256);
            query.bind(2, byteCount);
            query.bind(3, qint64(fetchable ? 1 : 0));
            query.bind(4, now());
        });
    if (!made)
        return made.error();
    tell(sha256, BlobChange::State::Partial);
    return BlobFacts { sha256, byteCount, 0, false, fetchable, 0 };
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
    const Outcome appended = inTransaction([&]() -> Outcome {
        if (const Outcome written = writeChunks(*row, bytes); !written)
            return written;
        return run("UPDATE blob SET received = ?1, usedAt = ?2 WHERE number = ?3", [&](Query& query) {
            query.bind(1, offset + bytes.size());
            query.bind(2, now());
            query.bind(3, row->number);
        });
    });
    if (appended)
        tell(sha256, BlobChange::State::Partial);
    return appended;
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

Outcome BlobFile::startOver(const QByteArray& sha256)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error().code == ErrorCode::NotFound ? success() : Outcome(row.error());
    const Outcome dropped = inTransaction([&] { return dropContent(row->number); });
    if (dropped)
        tell(sha256, BlobChange::State::LetGo);
    return dropped;
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
        tell(sha256, BlobChange::State::LetGo);
        return Error { ErrorCode::Decode, Text::tr("The file arrived damaged. It will be fetched again."),
            QStringLiteral("hash of %1 bytes").arg(row->facts.byteCount) };
    }
    const Outcome finished
        = run("UPDATE blob SET complete = 1, wanted = 0, usedAt = ?1 WHERE number = ?2", [&](Query& query) {
              query.bind(1, now());
              query.bind(2, row->number);
          });
    if (finished)
        tell(sha256, BlobChange::State::Whole);
    return finished;
}

Result<QByteArray> BlobFile::put(const QByteArray& bytes)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const Result<BlobFacts> begun = begin(sha256, bytes.size(), false);
    if (!begun)
        return begun.error();
    if (!begun->complete) {
        // What may have been received of it was never looked at.
        if (const Outcome empty = begun->received > 0 ? startOver(sha256) : success(); !empty)
            return empty.error();
        if (const Outcome added = append(sha256, 0, bytes); !added)
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
    if (row->facts.openUntil != 0 && row->facts.openUntil <= now())
        return Error { ErrorCode::Forbidden, Text::tr("This file may no longer be read on this device."),
            QStringLiteral("expired") };
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

Outcome BlobFile::erase(qint64 number)
{
    if (const Outcome dropped = dropContent(number); !dropped)
        return dropped;
    const auto bind = [number](Query& query) { query.bind(1, number); };
    for (const std::string_view sql : { std::string_view("DELETE FROM owner WHERE blob = ?1"),
             std::string_view("DELETE FROM upload WHERE blob = ?1"),
             std::string_view("DELETE FROM blob WHERE number = ?1") }) {
        if (const Outcome deleted = run(sql, bind); !deleted)
            return deleted;
    }
    return success();
}

Outcome BlobFile::touch(const Row& row)
{
    // Reading is not to cost a write each time; which of two was used last matters by the day.
    const qint64 time = now();
    if (time - row.usedAt < kUseResolution)
        return success();
    return run("UPDATE blob SET usedAt = ?1 WHERE number = ?2", [&](Query& query) {
        query.bind(1, time);
        query.bind(2, row.number);
    });
}

qint64 BlobFile::now()
{
    m_latest = std::max(m_latest, m_clock());
    // Best effort: a full disk does not change what time it is.
    if (m_latest - m_latestKept >= kUseResolution)
        (void)rememberTime();
    return m_latest;
}

Outcome BlobFile::rememberTime()
{
    m_latestKept = m_latest;
    return run("INSERT INTO latest (number, time) VALUES (1, ?1) ON CONFLICT (number) DO UPDATE SET time = "
               "excluded.time",
        [this](Query& query) { query.bind(1, m_latest); });
}

void BlobFile::tell(const QByteArray& sha256, BlobChange::State state)
{
    if (!m_observer)
        return;
    const Result<Row> row = find(sha256);
    if (row)
        m_observer({ sha256, row->facts.byteCount, row->facts.received, state });
}

void BlobFile::tell(const std::vector<BlobChange>& changes) const
{
    if (!m_observer)
        return;
    for (const BlobChange& change : changes)
        m_observer(change);
}

Outcome BlobFile::forgetInLog()
{
    // Deleted pages are overwritten in the file (secure_delete), but their old content still stands in the
    // write-ahead log until that is cut off.
    return m_connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace ot::storage
