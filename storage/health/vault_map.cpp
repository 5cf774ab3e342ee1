// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/vault_map.h"

#include "storage/health/vault_files.h"

#include <QFile>

#include <sqlite3.h>

namespace ot::storage::health {

namespace {

QString guardPath(const QString& directory)
{
    return directory + QLatin1Char('/') + QLatin1String(kGuardFile);
}

QString columnText(sqlite3_stmt* row, int column)
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return utf8 == nullptr ? QString() : QString::fromUtf8(utf8);
}

VaultMap::Entry readEntry(sqlite3_stmt* row)
{
    return { columnText(row, 0), columnText(row, 1), columnText(row, 2), sqlite3_column_int64(row, 3),
        columnText(row, 4) };
}

QString literal(const QString& text)
{
    if (text.isNull())
        return QStringLiteral("NULL");
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("''"))
        + QLatin1Char('\'');
}

Outcome writeGuard(const QString& path, const SecretKey& key, const VaultMap& map)
{
    for (const QString& left : withCompanions(path))
        QFile::remove(left);
    const Result<std::unique_ptr<RawStore>> store = RawStore::open(path, key, RawStore::Mode::Create);
    if (!store)
        return store.error();
    QString sql = QStringLiteral("BEGIN; CREATE TABLE map (type, name, tbl, root, sql);"
                                 "CREATE TABLE salt (bytes); INSERT INTO salt VALUES (x'%1');")
                      .arg(QString::fromLatin1(map.salt.toHex()));
    for (const VaultMap::Entry& entry : map.entries)
        sql += QStringLiteral("INSERT INTO map VALUES (%1, %2, %3, %4, %5);")
                   .arg(literal(entry.type), literal(entry.name), literal(entry.table),
                       QString::number(entry.root), literal(entry.sql));
    return (*store)->execute(sql + QStringLiteral("COMMIT"));
}

} // namespace

Result<VaultMap> readMap(RawStore& store)
{
    VaultMap map;
    const Outcome read
        = store.each(QStringLiteral("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema"
                                    " WHERE type IN ('table', 'index') ORDER BY rowid"),
            [&](sqlite3_stmt* row) {
                map.entries.push_back(readEntry(row));
                return true;
            });
    if (!read)
        return read.error();
    const Result<QString> salt = store.text(QStringLiteral("PRAGMA cipher_salt"));
    if (!salt)
        return salt.error();
    map.salt = QByteArray::fromHex(salt->toLatin1());
    return map;
}

Outcome keepGuard(const QString& directory, const SecretKey& key)
{
    const auto vault = RawStore::open(vaultPath(directory), key, RawStore::Mode::ReadOnly);
    if (!vault)
        return vault.error();
    const Result<VaultMap> map = readMap(**vault);
    if (!map)
        return map.error();
    const Result<VaultMap> kept = loadGuard(directory, key);
    if (kept && *kept == *map)
        return success();
    const QString prepared = guardPath(directory) + QStringLiteral(".part");
    if (const Outcome written = writeGuard(prepared, key, *map); !written) {
        QFile::remove(prepared);
        return written;
    }
    if (const Outcome synced = syncFile(prepared); !synced)
        return synced;
    if (::rename(QFile::encodeName(prepared).constData(), QFile::encodeName(guardPath(directory)).constData())
        != 0)
        return storeError(SQLITE_CANTOPEN, QStringLiteral("guard: errno %1").arg(errno));
    syncFolder(directory);
    return success();
}

Result<VaultMap> loadGuard(const QString& directory, const SecretKey& key)
{
    const auto store = RawStore::open(guardPath(directory), key, RawStore::Mode::ReadOnly);
    if (!store)
        return store.error();
    VaultMap map;
    const Outcome read = (*store)->each(
        QStringLiteral("SELECT type, name, tbl, root, sql FROM map ORDER BY rowid"), [&](sqlite3_stmt* row) {
            map.entries.push_back(readEntry(row));
            return true;
        });
    if (!read)
        return read.error();
    const Result<QString> salt = (*store)->text(QStringLiteral("SELECT hex(bytes) FROM salt"));
    if (!salt)
        return salt.error();
    map.salt = QByteArray::fromHex(salt->toLatin1());
    return map;
}

} // namespace ot::storage::health
