// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database/schema.h"

#include "storage/database/migrations.h"
#include "storage/records/sql_codec.h"
#include "storage/search/index_upkeep.h"

#include <QSet>

namespace ot::storage {

namespace {

// Tables that hold no records: what the client knows by itself.
constexpr std::string_view kOwnTables = R"(
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    mutation_id TEXT NOT NULL UNIQUE,
    record_type TEXT NOT NULL,
    record_id TEXT NOT NULL,
    parent_id TEXT,
    operation TEXT NOT NULL,
    base_version INTEGER,
    args TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    fault_code TEXT,
    fault_message TEXT
);
CREATE INDEX IF NOT EXISTS outbox_parent ON outbox (record_type, parent_id, position);
CREATE TABLE IF NOT EXISTS draft (
    kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (kind, about_id)
) WITHOUT ROWID;
)";

QString sql(const std::string& text)
{
    return QString::fromStdString(text);
}

Result<QSet<QString>> columnsOf(Connection& connection, std::string_view table)
{
    Result<Query> query
        = connection.query("SELECT name FROM pragma_table_info('" + std::string(table) + "')");
    if (!query)
        return query.error();
    const auto names = collectRows(*query, [](const Query& row) { return row.text(0); });
    if (!names)
        return names.error();
    return QSet<QString>(names->begin(), names->end());
}

std::string createTableSql(const RecordShape& shape)
{
    std::string columns;
    for (const FieldShape& field : shape.fields)
        columns += ",\n    " + columnName(field.path) + " " + std::string(columnType(field.kind));
    return "CREATE TABLE IF NOT EXISTS " + std::string(shape.traits.table)
        + " (\n    row INTEGER PRIMARY KEY,\n    id TEXT NOT NULL UNIQUE,\n    version INTEGER NOT NULL,"
          "\n    generation INTEGER NOT NULL,\n    unknown_members TEXT"
        + columns + "\n);";
}

Outcome addMissingColumns(Connection& connection, const RecordShape& shape)
{
    const Result<QSet<QString>> present = columnsOf(connection, shape.traits.table);
    if (!present)
        return present.error();
    for (const FieldShape& field : shape.fields) {
        const std::string column = columnName(field.path);
        if (present->contains(QString::fromStdString(column)))
            continue;
        const Outcome added = connection.execute(sql("ALTER TABLE " + std::string(shape.traits.table)
            + " ADD COLUMN " + column + " " + std::string(columnType(field.kind))));
        if (!added)
            return added;
    }
    return success();
}

// Lists page by `row` inside whatever they filter by, so an index on a field carries the row (as every SQLite
// index does).
std::string createIndexesSql(const RecordShape& shape)
{
    std::string statements;
    const std::string table(shape.traits.table);
    for (const FieldShape& field : shape.fields) {
        if (!field.traits.has(Trait::Indexed))
            continue;
        const std::string column = columnName(field.path);
        statements += "CREATE INDEX IF NOT EXISTS " + table + "_by_" + column + " ON " + table + " (" + column
            + ");";
    }
    return statements;
}

Outcome makeRecordTables(Connection& connection)
{
    for (const RecordShape& shape : recordShapes()) {
        if (const Outcome made = connection.execute(sql(createTableSql(shape))); !made)
            return made;
        if (const Outcome added = addMissingColumns(connection, shape); !added)
            return added;
        const std::string indexes = createIndexesSql(shape);
        if (indexes.empty())
            continue;
        if (const Outcome made = connection.execute(sql(indexes)); !made)
            return made;
    }
    return success();
}

Outcome makeEverything(Connection& connection)
{
    if (const Outcome own = connection.execute(QString::fromUtf8(kOwnTables.data(), kOwnTables.size())); !own)
        return own;
    if (const Outcome records = makeRecordTables(connection); !records)
        return records;
    return bringSearchIndexesUpToDate(connection);
}

} // namespace

std::string searchTable(std::string_view table)
{
    return std::string(table) + "_search";
}

Outcome migrateSchema(Connection& connection)
{
    // The first released schema is 1; what makeEverything() adds needs no step.
    return migrate(connection, { kSchemaVersion, {}, makeEverything });
}

} // namespace ot::storage
