// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/lost_rows.h"

#include "storage/health/first_page.h"
#include "storage/health/vault_map.h"

#include <QFile>
#include <QScopeGuard>

#include <sqlite3.h>

#include <algorithm>

namespace ot::storage::health {

namespace {

// The schema with this table alone, so that SQLite reads it again quickly after each change.
Result<VaultMap> mapOf(const QString& vaultPath, const SecretKey& key, const QString& table)
{
    const auto vault = RawStore::open(vaultPath, key, RawStore::Mode::ReadOnly);
    if (!vault)
        return vault.error();
    Result<VaultMap> map = readMap(**vault);
    if (map)
        std::erase_if(map->entries, [&](const VaultMap::Entry& entry) { return entry.name != table; });
    return map;
}

QString rowsSql(const LostTable& table)
{
    QStringList quoted;
    for (const QString& column : table.columns)
        quoted.append(QStringLiteral("quote(%1)").arg(column));
    return QStringLiteral("SELECT %1 FROM %2 NOT INDEXED WHERE %3")
        .arg(quoted.join(QStringLiteral(", ")), table.name, table.isRow);
}

} // namespace

Outcome findLostRows(const QString& vaultPath, const SecretKey& key, const LostTable& table,
    const QString& folder, const std::function<Outcome(const QStringList&)>& take)
{
    const Result<VaultMap> map = mapOf(vaultPath, key, table.name);
    if (!map)
        return map.error();
    const QString path = folder + QStringLiteral("/lost.db");
    const auto removeCopy = qScopeGuard([&] { QFile::remove(path); });
    if (const Outcome made = makeMappedCopy(vaultPath, key, *map, path); !made)
        return made;
    const auto store = RawStore::open(path, key, RawStore::Mode::ReadWrite);
    if (!store)
        return store.error();
    const Result<qint64> pages = (*store)->integer(QStringLiteral("PRAGMA page_count"));
    if (!pages)
        return pages.error();
    if (const Outcome free
        = (*store)->execute(QStringLiteral("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                                           "PRAGMA writable_schema = ON"));
        !free)
        return free;
    const QString rows = rowsSql(table);
    for (qint64 page = 2; page <= *pages; ++page) {
        const Outcome moved = (*store)->execute(
            QStringLiteral("UPDATE sqlite_schema SET rootpage = %1; PRAGMA schema_version = %2")
                .arg(page)
                .arg(page + 1000));
        if (!moved)
            return moved;
        Outcome taken = success();
        // Most pages are no beginning of a table, and say so by an error.
        (void)(*store)->each(rows, [&](sqlite3_stmt* row) {
            QStringList values;
            for (int column = 0; column < table.columns.size(); ++column)
                values.append(
                    QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, column))));
            taken = take(values);
            return taken.ok();
        });
        if (!taken)
            return taken;
    }
    return success();
}

} // namespace ot::storage::health
