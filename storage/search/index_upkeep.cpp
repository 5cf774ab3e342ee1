// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/index_upkeep.h"

#include "storage/database/schema.h"
#include "storage/search_text.h"

namespace ot::storage {

namespace {

// Prefix indexes for each length at which a search field would otherwise scan (docs/decisions).
constexpr std::string_view kSearchOptions
    = R"(content='', contentless_delete=1, prefix='1 2 3 4', tokenize="unicode61 remove_diacritics 2")";
constexpr char kFoldedBy[] = "search.indexedTextVersion";
constexpr int kFieldsAfterPlace = 1;

std::string searchedColumns(const RecordShape& shape)
{
    std::string columns;
    for (const FieldShape& field : shape.fields) {
        if (!field.traits.has(Trait::Searchable))
            continue;
        if (!columns.empty())
            columns += ", ";
        columns += columnName(field.path);
    }
    return columns;
}

std::string writeSql(const RecordShape& shape)
{
    std::string marks = "?";
    for (const FieldShape& field : shape.fields)
        marks += field.traits.has(Trait::Searchable) ? ", ?" : "";
    return "INSERT OR REPLACE INTO " + searchTable(shape.traits.table) + " (rowid, " + searchedColumns(shape)
        + ") VALUES (" + marks + ")";
}

// Written once a type: the text is made for each record that is written.
const std::string& writeSqlOf(RecordTypeIndex type)
{
    static const std::vector<std::string> kAll = [] {
        std::vector<std::string> all;
        for (const RecordShape& shape : recordShapes())
            all.push_back(shape.isSearchable() ? writeSql(shape) : std::string());
        return all;
    }();
    return kAll.at(type);
}

QString sql(const std::string& text)
{
    return QString::fromStdString(text);
}

// The columns of the index as it is in the file; empty when there is none.
Result<std::string> presentColumns(Connection& connection, const RecordShape& shape)
{
    Result<Query> query
        = connection.query("SELECT coalesce(group_concat(name, ', '), '') FROM pragma_table_info('"
            + searchTable(shape.traits.table) + "')");
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return query->text(0).toStdString();
}

Outcome fill(Connection& connection, const RecordShape& shape)
{
    Result<Query> query = connection.query(
        "SELECT " + storedColumns(shape) + " FROM " + std::string(shape.traits.table) + " ORDER BY row");
    if (!query)
        return query.error();
    while (true) {
        const Result<bool> more = query->step();
        if (!more)
            return more.error();
        if (!*more)
            return success();
        const Stored<AnyRecord> stored = readAnyStored(*query, shape.type);
        const ConstAnyFields fields = fieldsOf(stored.record);
        // What is confidential and may not be read is not in the row either.
        const Outcome written = writeSearchEntry(
            connection, RecordView { &shape, fields.base, fields.values }, stored.row, true);
        if (!written)
            return written;
    }
}

Outcome makeAnew(Connection& connection, const RecordShape& shape)
{
    const std::string table = searchTable(shape.traits.table);
    if (const Outcome gone = connection.execute(sql("DROP TABLE IF EXISTS " + table)); !gone)
        return gone;
    const Outcome made = connection.execute(sql("CREATE VIRTUAL TABLE " + table + " USING fts5("
        + searchedColumns(shape) + ", " + std::string(kSearchOptions) + ")"));
    return made ? fill(connection, shape) : made;
}

Result<bool> isFoldedAsToday(Connection& connection)
{
    Result<Query> query = connection.query("SELECT value FROM setting WHERE name = ?");
    if (!query)
        return query.error();
    query->bind(1, QLatin1String(kFoldedBy));
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return *row && query->text(0) == QString::number(kIndexedTextVersion);
}

} // namespace

Outcome writeSearchEntry(Connection& connection, const RecordView& record, qint64 row, bool withConfidential)
{
    const std::string& statement = writeSqlOf(record.shape->type);
    if (statement.empty())
        return success();
    Result<Query> query = connection.query(statement);
    if (!query)
        return query.error();
    query->bind(1, row);
    int parameter = 1 + kFieldsAfterPlace;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Traits traits = record.shape->fields[i].traits;
        if (!traits.has(Trait::Searchable))
            continue;
        if (withConfidential || !traits.has(Trait::Confidential))
            query->bind(parameter, indexedText(searchableText(record.values[i])));
        else
            query->bindNull(parameter);
        ++parameter;
    }
    return query->run();
}

Outcome removeSearchEntry(Connection& connection, const RecordShape& shape, qint64 row)
{
    if (writeSqlOf(shape.type).empty())
        return success();
    Result<Query> query
        = connection.query("DELETE FROM " + searchTable(shape.traits.table) + " WHERE rowid = ?");
    if (!query)
        return query.error();
    query->bind(1, row);
    return query->run();
}

Outcome forgetRemovedWords(Connection& connection, const RecordShape& shape)
{
    if (writeSqlOf(shape.type).empty())
        return success();
    const std::string table = searchTable(shape.traits.table);
    return connection.execute(sql("INSERT INTO " + table + " (" + table + ") VALUES ('optimize')"));
}

Outcome bringSearchIndexesUpToDate(Connection& connection)
{
    const Result<bool> folded = isFoldedAsToday(connection);
    if (!folded)
        return folded.error();
    for (const RecordShape& shape : recordShapes()) {
        if (!shape.isSearchable())
            continue;
        const Result<std::string> present = presentColumns(connection, shape);
        if (!present)
            return present.error();
        if (*folded && *present == searchedColumns(shape))
            continue;
        if (const Outcome made = makeAnew(connection, shape); !made)
            return made;
    }
    if (*folded)
        return success();
    Result<Query> query = connection.query("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)");
    if (!query)
        return query.error();
    query->bind(1, QLatin1String(kFoldedBy));
    query->bind(2, QString::number(kIndexedTextVersion));
    return query->run();
}

} // namespace ot::storage
