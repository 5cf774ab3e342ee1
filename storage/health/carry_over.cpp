// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/carry_over.h"

#include "storage/health/lost_rows.h"
#include "storage/write_transaction.h"

#include <QSet>
#include <QStringList>

#include <array>

namespace ot::storage::health {

namespace {

constexpr qint64 kRowsInATransaction = 500;

// What says where the device stands in the server's feed.
constexpr std::array<const char*, 3> kFeedPosition { "sync.cursor", "sync.snapshotOpen",
    "sync.snapshotIncomplete" };

// People's own choices and requests come before what a server made.
constexpr std::array<std::string_view, 5> kFirstRecords { "consent_record", "privacy_choice", "data_request",
    "note", "saved_job" };

struct Column {
    QString name;
    int keyPlace = 0; // in the primary key, from 1
};

Result<std::vector<Column>> columnsOf(Connection& connection, const QString& table)
{
    Result<Query> query = connection.query("SELECT name, pk FROM pragma_table_info(?1)");
    if (!query)
        return query.error();
    query->bind(1, table);
    return collectRows(*query, [](const Query& row) {
        return Column { row.text(0), static_cast<int>(row.integer(1)) };
    });
}

// Commits now and then, so that the log stays short.
class Batches {
public:
    explicit Batches(Connection& target)
        : m_target(target)
    {
    }
    Outcome next()
    {
        if (m_rows == 0) {
            if (const Outcome begun = m_target.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
                return begun;
        }
        return ++m_rows < kRowsInATransaction ? success() : end();
    }
    Outcome end()
    {
        const bool isOpen = std::exchange(m_rows, 0) > 0;
        return isOpen ? m_target.execute(QStringLiteral("COMMIT")) : success();
    }

private:
    Connection& m_target;
    qint64 m_rows = 0;
};

void note(RescueReport& report, const QString& table, const TableYield& yield)
{
    if (yield.read > 0 || yield.missing > 0 || !yield.missingIsExact)
        report.tables.push_back({ table, yield });
}

// Ordinary tables of the new vault that are neither records nor part of a search index.
Result<std::vector<QString>> ownTables(Connection& target)
{
    QSet<QString> records;
    for (const RecordTraits& traits : kRecordTraits)
        records.insert(QString::fromUtf8(traits.table.data(), static_cast<qsizetype>(traits.table.size())));
    Result<Query> query = target.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite%'"
        " AND name NOT LIKE '%search%'"
        " ORDER BY name = 'outbox' DESC, name = 'draft' DESC, name = 'setting' DESC, name");
    if (!query)
        return query.error();
    auto names = collectRows(*query, [](const Query& row) { return row.text(0); });
    if (names)
        std::erase_if(*names, [&](const QString& name) { return records.contains(name); });
    return names;
}

// What holds for every row of a table and for no row of another; so a page can be told for one of its own.
QString signOf(const QString& table)
{
    if (table == QLatin1String("outbox"))
        return QStringLiteral("typeof(mutation_id) = 'text' AND typeof(args) = 'text' AND json_valid(args)"
                              " AND typeof(created_at) = 'integer' AND typeof(attempts) = 'integer'"
                              " AND state IN ('queued', 'sending', 'rejected', 'conflict')");
    if (table == QLatin1String("draft"))
        return QStringLiteral("typeof(kind) = 'text' AND typeof(about_id) = 'text' AND typeof(text) = 'text'"
                              " AND typeof(updated_at) = 'integer'");
    if (table == QLatin1String("setting"))
        return QStringLiteral("typeof(name) = 'text' AND typeof(value) = 'text' AND name GLOB '[a-z]*'");
    return {};
}

// After rows were found that the walk had missed.
Outcome recount(Connection& target, const QString& table, TableYield& yield)
{
    Result<Query> query = target.query("SELECT count(*) FROM " + table.toStdString());
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    yield.missing = std::max<qint64>(0, yield.missing - (query->integer(0) - yield.read));
    yield.read = query->integer(0);
    return success();
}

// A row as SQL literals, whatever the types of its values.
Outcome carryOwnTable(const Vaults& vaults, const QString& table, TableYield& yield)
{
    const auto wanted = columnsOf(vaults.target, table);
    const auto present = columnsOf(vaults.source, table);
    if (!wanted || !present)
        return wanted ? present.error() : wanted.error();
    QStringList names;
    QStringList quoted;
    QStringList key;
    for (const Column& column : *present) {
        const auto isSame = [&](const Column& other) { return other.name == column.name; };
        if (std::none_of(wanted->begin(), wanted->end(), isSame))
            continue;
        names.append(column.name);
        quoted.append(QStringLiteral("quote(%1)").arg(column.name));
        if (column.keyPlace > 0)
            key.append(column.name);
    }
    if (names.isEmpty())
        return success(); // the damaged vault is older than this table
    // A single key of whole numbers is the row's number; other tables of ours are WITHOUT ROWID.
    const bool isNumbered = table == QLatin1String("outbox");
    Batches batches(vaults.target);
    const auto insert = [&](const QStringList& values) -> Outcome {
        if (const Outcome batch = batches.next(); !batch)
            return batch;
        return vaults.target.execute(QStringLiteral("INSERT OR REPLACE INTO ") + table + QStringLiteral(" (")
            + names.join(QStringLiteral(", ")) + QStringLiteral(") VALUES (")
            + values.join(QStringLiteral(", ")) + QLatin1Char(')'));
    };
    TableWalk walk(vaults.source, table.toStdString(), quoted.join(QStringLiteral(", ")).toStdString(),
        isNumbered ? "position" : std::string(), key.join(QStringLiteral(", ")).toStdString());
    const Result<TableYield> walked = walk.run([&](const Query& row) {
        QStringList values;
        for (int column = 0; column < names.size(); ++column)
            values.append(row.text(column));
        return insert(values);
    });
    if (!walked)
        return walked.error();
    yield = *walked;
    const QString isRow = signOf(table);
    if ((yield.missing > 0 || !yield.missingIsExact) && !isRow.isEmpty()) {
        // What the tree no longer leads to may lie on good pages. No room for that is no reason to give up.
        const Outcome looked
            = findLostRows(vaults.sourcePath, vaults.key, { table, names, isRow }, vaults.folder, insert);
        if (!looked && looked.error().code != ErrorCode::StoreFull)
            return looked;
    }
    if (const Outcome ended = batches.end(); !ended)
        return ended;
    return recount(vaults.target, table, yield);
}

QSet<QString> namesOf(const std::vector<Column>& columns)
{
    QSet<QString> names;
    for (const Column& column : columns)
        names.insert(column.name);
    return names;
}

// The columns that a record is read from; those that the damaged vault does not have yet read as NULL.
std::string readableColumns(const RecordShape& shape, const QSet<QString>& present)
{
    const QStringList wanted = QString::fromStdString(storedColumns(shape)).split(QStringLiteral(", "))
        + QStringList { QStringLiteral("generation") };
    QStringList columns;
    for (const QString& name : wanted)
        columns.append(present.contains(name) ? name : QStringLiteral("NULL"));
    return columns.join(QStringLiteral(", ")).toStdString();
}

Outcome carryRecordType(const Vaults& vaults, const RecordShape& shape, TableYield& yield)
{
    const std::string table(shape.traits.table);
    const auto present = columnsOf(vaults.source, QString::fromStdString(table));
    if (!present)
        return present.error();
    if (present->empty())
        return success();
    const std::string columns = readableColumns(shape, namesOf(*present));
    const int generation = static_cast<int>(std::count(columns.begin(), columns.end(), ','));
    Batches batches(vaults.target);
    TableWalk walk(vaults.source, table, columns, "row", {});
    const Result<TableYield> walked = walk.run([&](const Query& row) -> Outcome {
        const Stored<AnyRecord> stored = readAnyStored(row, shape.type);
        if (const Outcome batch = batches.next(); !batch)
            return batch;
        return WriteTransaction(vaults.target).upsert(stored.record, row.integer(generation));
    });
    if (!walked)
        return walked.error();
    yield = *walked;
    return batches.end();
}

bool isFirst(std::string_view table)
{
    return std::find(kFirstRecords.begin(), kFirstRecords.end(), table) != kFirstRecords.end();
}

} // namespace

Outcome carryOwnTables(const Vaults& vaults, RescueReport& report)
{
    const auto tables = ownTables(vaults.target);
    if (!tables)
        return tables.error();
    for (const QString& table : *tables) {
        TableYield yield;
        if (const Outcome carried = carryOwnTable(vaults, table, yield); !carried)
            return carried;
        note(report, table, yield);
    }
    return success();
}

Outcome carryRecords(const Vaults& vaults, RescueReport& report)
{
    for (const bool first : { true, false }) {
        for (const RecordShape& shape : recordShapes()) {
            const std::string_view table = shape.traits.table;
            if (isFirst(table) != first)
                continue;
            TableYield yield;
            if (const Outcome carried = carryRecordType(vaults, shape, yield); !carried)
                return carried;
            note(report, QString::fromUtf8(table.data(), static_cast<qsizetype>(table.size())), yield);
        }
    }
    return success();
}

Outcome forgetFeedPosition(Connection& target)
{
    for (const char* name : kFeedPosition) {
        Result<Query> query = target.query("DELETE FROM setting WHERE name = ?1");
        if (!query)
            return query.error();
        query->bind(1, QLatin1String(name));
        if (const Outcome removed = query->run(); !removed)
            return removed;
    }
    return success();
}

} // namespace ot::storage::health
