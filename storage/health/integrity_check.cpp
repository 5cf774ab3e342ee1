// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/integrity_check.h"

#include "storage/health/raw_store.h"

#include <QJsonArray>
#include <QStringList>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace ot::storage::health {

namespace {

struct TableName {
    QString name;
    bool isSearch = false;
};

QJsonArray toArray(const std::vector<QString>& names)
{
    return QJsonArray::fromStringList(QStringList(names.begin(), names.end()));
}

bool isDamage(const Error& error)
{
    return error.code == ErrorCode::StoreCorrupt || error.code == ErrorCode::StoreWrongKey;
}

class Checker {
public:
    Checker(RawStore& store, const Cancellation& cancellation, CheckPace pace)
        : m_store(store)
        , m_cancellation(cancellation)
        , m_pace(pace)
    {
    }

    Result<IntegrityReport> run()
    {
        const Result<std::vector<TableName>> names = tables();
        if (!names)
            return names.error();
        for (const TableName& table : *names) {
            if (const Outcome looked = table.isSearch ? lookAtSearch(table.name) : lookAtTable(table.name);
                !looked)
                return looked.error();
            if (const Outcome paused = pause(); !paused)
                return paused.error();
        }
        if (const Outcome strays = countStrays(*names); !strays)
            return strays.error();
        if (const Outcome looked = lookAtPages(); !looked)
            return looked.error();
        return m_report;
    }

private:
    Result<std::vector<TableName>> tables()
    {
        std::vector<TableName> names;
        const Outcome read = m_store.each(
            QStringLiteral("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' ORDER BY name"),
            [&](sqlite3_stmt* row) {
                names.push_back(
                    { QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))),
                        sqlite3_column_int64(row, 1) == 0 });
                return true;
            });
        if (!read)
            return read.error();
        return names;
    }

    // Errors that are findings go into `damaged`; those that end the check are given back.
    Outcome found(const Outcome& outcome, const QString& name, std::vector<QString>& damaged)
    {
        if (outcome)
            return success();
        if (!isDamage(outcome.error()))
            return outcome;
        if (std::find(damaged.begin(), damaged.end(), name) == damaged.end())
            damaged.push_back(name);
        return success();
    }

    Outcome lookAtTable(const QString& name)
    {
        ++m_report.tables;
        bool isSound = true;
        const Outcome looked = m_store.each(
            QStringLiteral("PRAGMA integrity_check(%1)").arg(quotedName(name)), [&](sqlite3_stmt* row) {
                const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
                isSound = words != nullptr && qstrcmp(words, "ok") == 0;
                return isSound;
            });
        if (looked && !isSound)
            m_report.damagedTables.push_back(name);
        return found(looked, name, m_report.damagedTables);
    }

    // FTS5 compares an index with itself; it is asked by a write that writes nothing, hence by a savepoint
    // that is taken back where the connection may write, and by reading all of it where it may not.
    Outcome lookAtSearch(const QString& name)
    {
        const Outcome looked = m_store.each(
            QStringLiteral("PRAGMA integrity_check(%1)").arg(quotedName(name)), [&](sqlite3_stmt* row) {
                const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
                if (words == nullptr || qstrcmp(words, "ok") != 0)
                    m_report.damagedSearch.push_back(name);
                return false;
            });
        return found(looked, name, m_report.damagedSearch);
    }

    Outcome countStrays(const std::vector<TableName>& names)
    {
        const auto has = [&](const QString& name) {
            return std::any_of(
                names.begin(), names.end(), [&](const TableName& one) { return one.name == name; });
        };
        QStringList counts;
        for (const TableName& one : names) {
            if (!one.isSearch || !one.name.endsWith(QLatin1String("_search")))
                continue;
            const QString records = one.name.chopped(QLatin1String("_search").size());
            const QString entries = one.name + QStringLiteral("_docsize");
            if (has(records) && has(entries))
                counts.append(QStringLiteral("SELECT count(*) FROM %1 WHERE id NOT IN (SELECT row FROM %2)")
                                  .arg(quotedName(entries), quotedName(records)));
        }
        if (has(QStringLiteral("outbox")))
            counts.append(
                QStringLiteral("SELECT count(*) FROM outbox WHERE NOT json_valid(args) OR state NOT IN"
                               " ('queued', 'sending', 'rejected', 'conflict')"));
        for (const QString& count : counts) {
            const Result<qint64> strays = m_store.integer(count);
            if (strays)
                m_report.strayRows += *strays;
            else if (!isDamage(strays.error()))
                return strays.error(); // damage was found before, by name
            if (const Outcome paused = pause(); !paused)
                return paused;
        }
        return success();
    }

    // The file itself, also the pages that nothing uses. A page may be written while it is looked at: only
    // what is found twice counts.
    Outcome lookAtPages()
    {
        const Result<qint64> pages = m_store.integer(QStringLiteral("PRAGMA page_count"));
        if (!pages)
            return pages.error();
        m_report.pages = *pages;
        const auto pass = [&](std::vector<QString>& names) {
            return m_store.each(QStringLiteral("PRAGMA cipher_integrity_check"), [&](sqlite3_stmt* row) {
                names.push_back(
                    QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))));
                return true;
            });
        };
        std::vector<QString> first;
        if (const Outcome passed = pass(first); !passed || first.empty())
            return passed;
        if (const Outcome paused = pause(); !paused)
            return paused;
        std::vector<QString> second;
        if (const Outcome passed = pass(second); !passed)
            return passed;
        for (const QString& name : second) {
            if (std::find(first.begin(), first.end(), name) != first.end())
                m_report.damagedPages.push_back(name);
        }
        return success();
    }

    Outcome pause() const
    {
        if (m_cancellation.isCancelled())
            return Error { ErrorCode::Cancelled, {}, {} };
        if (m_pace.pauseMilliseconds > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(m_pace.pauseMilliseconds));
        return success();
    }

    RawStore& m_store;
    const Cancellation& m_cancellation;
    CheckPace m_pace;
    IntegrityReport m_report;
};

} // namespace

QJsonObject IntegrityReport::toJson() const
{
    return { { QStringLiteral("sound"), isSound() }, { QStringLiteral("pages"), pages },
        { QStringLiteral("tables"), tables }, { QStringLiteral("damagedPages"), toArray(damagedPages) },
        { QStringLiteral("damagedTables"), toArray(damagedTables) },
        { QStringLiteral("damagedSearch"), toArray(damagedSearch) },
        { QStringLiteral("strayRows"), strayRows } };
}

Result<IntegrityReport> checkIntegrity(
    const QString& databasePath, const SecretKey& key, const Cancellation& cancellation, CheckPace pace)
{
    const auto store = RawStore::open(databasePath, key, RawStore::Mode::ReadOnly);
    if (!store)
        return store.error();
    (*store)->setCancellation(cancellation);
    return Checker(**store, cancellation, pace).run();
}

} // namespace ot::storage::health
