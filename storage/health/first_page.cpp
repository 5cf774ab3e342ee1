// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/first_page.h"

#include "storage/health/log_frames.h"
#include "storage/health/vault_files.h"
#include "storage/health/vault_map.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace ot::storage::health {

namespace {

constexpr qint64 kCopiedAtOnce = 1024LL * 1024;
constexpr qint64 kFillerPages = 8192; // a row; SQLite's rows end at a gigabyte

bool opens(const QString& path, const SecretKey& key)
{
    return Connection::open(path, key, Connection::Mode::ReadOnly).ok();
}

QString literal(const QString& text)
{
    if (text.isNull())
        return QStringLiteral("NULL");
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("''"))
        + QLatin1Char('\'');
}

// A file of the same key and salt in which `pages` pages are taken and the schema, which says where each
// table begins among them, stands behind them.
Outcome makeFrame(const QString& path, const SecretKey& key, const VaultMap& map, qint64 pages)
{
    const auto store = RawStore::open(path, key, RawStore::Mode::Create, map.salt);
    if (!store)
        return store.error();
    // A page holds a little less than its size, so these rows take at least as many. zeroblob needs no
    // memory.
    QString sql
        = QStringLiteral("PRAGMA journal_mode = OFF; PRAGMA writable_schema = ON; BEGIN;"
                         "CREATE TABLE filler (bytes);"
                         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %2)"
                         " INSERT INTO filler SELECT zeroblob(%1) FROM n;"
                         "DELETE FROM sqlite_schema;")
              .arg(std::min(pages, kFillerPages) * kPageBytes)
              .arg((pages + kFillerPages - 1) / kFillerPages);
    for (const VaultMap::Entry& entry : map.entries)
        sql += QStringLiteral("INSERT INTO sqlite_schema VALUES (%1, %2, %3, %4, %5);")
                   .arg(literal(entry.type), literal(entry.name), literal(entry.table),
                       QString::number(entry.root), literal(entry.sql));
    return (*store)->execute(sql + QStringLiteral("COMMIT"));
}

// Puts all pages of one file but the first over those of the other.
Outcome overlay(const QString& from, const QString& to)
{
    QFile source(from);
    QFile target(to);
    bool isDone = source.open(QIODevice::ReadOnly) && target.open(QIODevice::ReadWrite)
        && source.seek(kPageBytes) && target.seek(kPageBytes);
    while (isDone && !source.atEnd()) {
        const QByteArray bytes = source.read(kCopiedAtOnce);
        isDone = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    if (isDone && target.flush())
        return success();
    return storeError(SQLITE_IOERR, QStringLiteral("overlay"));
}

Outcome writeSalt(const QString& path, const QByteArray& salt)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite) && file.write(salt) == salt.size() && file.flush())
        return success();
    return storeError(SQLITE_IOERR, QStringLiteral("salt"));
}

// Nobody has the original open.
Outcome copyWithLog(const QString& original, const QByteArray& salt, const QString& copy)
{
    const qint64 room = freeBytes(copy);
    if (room >= 0 && room < QFileInfo(original).size() * 2)
        return storeError(SQLITE_FULL, QStringLiteral("room for a readable copy"));
    if (!QFile::copy(original, copy))
        return storeError(SQLITE_IOERR, QStringLiteral("copy"));
    if (const Outcome applied = applyLog(original + QStringLiteral("-wal"), copy); !applied)
        return applied;
    return writeSalt(copy, salt);
}

Error beyondReading()
{
    return { ErrorCode::StoreCorrupt,
        QCoreApplication::translate("Vault",
            "The vault is damaged so badly that nothing in it can be read. It was left as it is; a backup "
            "can "
            "take its place."),
        QStringLiteral("first page, and no guard") };
}

} // namespace

Result<ReadablePath> makeReadable(const QString& directory, const SecretKey& key, const QString& folder)
{
    const QString original = vaultPath(directory);
    if (opens(original, key))
        return ReadablePath { original, Reading::AsItIs };
    const Result<VaultMap> map = loadGuard(directory, key);
    if (!map || map->salt.size() != kSaltBytes)
        return beyondReading();
    const QString copy = folder + QStringLiteral("/copy.db");
    if (const Outcome copied = copyWithLog(original, map->salt, copy); !copied)
        return copied.error();
    if (opens(copy, key))
        return ReadablePath { copy, Reading::WithKeptSalt };
    QFile::remove(copy);

    const QString mapped = folder + QStringLiteral("/mapped.db");
    if (const Outcome made = makeMappedCopy(original, key, *map, mapped); !made)
        return made.error();
    if (!opens(mapped, key))
        return beyondReading();
    return ReadablePath { mapped, Reading::WithKeptMap };
}

Outcome makeMappedCopy(
    const QString& original, const SecretKey& key, const VaultMap& map, const QString& path)
{
    const QString copy = path + QStringLiteral(".copy");
    if (const Outcome copied = copyWithLog(original, map.salt, copy); !copied)
        return copied;
    Outcome outcome = makeFrame(path, key, map, QFileInfo(copy).size() / kPageBytes);
    if (outcome)
        outcome = overlay(copy, path);
    QFile::remove(copy);
    return outcome;
}

} // namespace ot::storage::health
