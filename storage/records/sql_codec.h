// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records to rows and back, derived from their field tuples: the SQL text, the statement binding and the
// reading of columns. Every table has, beside the fields' columns:
//   row        INTEGER PRIMARY KEY: rises with the record's recency and never changes, so that lists page by
//   it and a full-text
//              match can be ordered by it without sorting. Milliseconds of the recency time shifted left by
//              20 bits, plus a counter among records of the same millisecond.
//   id         the server's opaque id, unique
//   version    the server's version of the record
//   generation the snapshot that last saw the row; what an older one saw and the newest did not is gone on
//   the server unknown_members  JSON of the members this program does not know; NULL when there are none
#pragma once

#include "storage/database/connection.h"
#include "storage/records/all_records.h"

#include <QJsonDocument>

#include <string>

namespace ot::storage {

// A record with the place it has in its table's order.
template <class Record>
struct Stored {
    qint64 row = 0;
    Record record;
};

namespace detail {

void bindValue(Query& query, int parameter, const QString& value);
void bindValue(Query& query, int parameter, bool value);
void bindValue(Query& query, int parameter, qint64 value);
void bindValue(Query& query, int parameter, double value);
void bindValue(Query& query, int parameter, const QStringList& value);
void bindValue(Query& query, int parameter, const QJsonArray& value);
void bindValue(Query& query, int parameter, const QJsonObject& value);
void bindValue(Query& query, int parameter, UtcTime value);
void bindValue(Query& query, int parameter, MinorUnits value);
void bindValue(Query& query, int parameter, MicroUnits value);
template <class T>
void bindValue(Query& query, int parameter, const std::optional<T>& value)
{
    if (value)
        bindValue(query, parameter, *value);
    else
        query.bindNull(parameter);
}

void readColumn(const Query& query, int column, QString& out);
void readColumn(const Query& query, int column, bool& out);
void readColumn(const Query& query, int column, qint64& out);
void readColumn(const Query& query, int column, double& out);
void readColumn(const Query& query, int column, QStringList& out);
void readColumn(const Query& query, int column, QJsonArray& out);
void readColumn(const Query& query, int column, QJsonObject& out);
void readColumn(const Query& query, int column, UtcTime& out);
void readColumn(const Query& query, int column, MinorUnits& out);
void readColumn(const Query& query, int column, MicroUnits& out);
template <class T>
void readColumn(const Query& query, int column, std::optional<T>& out)
{
    out.reset();
    if (query.isNull(column))
        return;
    T inner {};
    readColumn(query, column, inner);
    out = inner;
}

template <class Value>
struct ColumnType {
    static constexpr std::string_view name = "INTEGER";
};
template <>
struct ColumnType<QString> {
    static constexpr std::string_view name = "TEXT";
};
template <>
struct ColumnType<QStringList> : ColumnType<QString> {
};
template <>
struct ColumnType<QJsonArray> : ColumnType<QString> {
};
template <>
struct ColumnType<QJsonObject> : ColumnType<QString> {
};
template <>
struct ColumnType<double> {
    static constexpr std::string_view name = "REAL";
};
template <class T>
struct ColumnType<std::optional<T>> : ColumnType<T> {
};

// What of a value is found by full-text search.
inline QString searchableText(const QString& value)
{
    return value;
}
inline QString searchableText(const QStringList& value)
{
    return value.join(QLatin1Char(' '));
}
// Of a list of objects: what people wrote in them (text, title, name, description, comment), not their ids
// and times.
QString searchableText(const QJsonArray& value);

template <class Value>
inline constexpr bool kHasSearchableText
    = std::is_same_v<Value,
          QString> || std::is_same_v<Value, QStringList> || std::is_same_v<Value, QJsonArray>;

} // namespace detail

// The column of a field: its path with '_' for '.'.
std::string columnName(std::string_view path);

template <class Record>
constexpr bool isSearchable()
{
    constexpr auto kFields = Record::fields();
    return std::apply(
        [](const auto&... field) { return (field.traits.has(Trait::Searchable) || ...); }, kFields);
}

// The fields' columns, each with its prefix, joined by ", ". For example "t.slug, t.title".
template <class Record>
std::string columnList(std::string_view prefix = {})
{
    std::string list;
    std::apply(
        [&](const auto&... field) {
            ((list += (list.empty() ? "" : ", ") + std::string(prefix) + columnName(field.path)), ...);
        },
        Record::fields());
    return list;
}

// "row, id, version, unknown_members, <fields>": what readStored expects, in its order.
template <class Record>
std::string storedColumns(std::string_view prefix = {})
{
    const std::string p(prefix);
    return p + "row, " + p + "id, " + p + "version, " + p + "unknown_members, " + columnList<Record>(prefix);
}

inline constexpr int kStoredColumnsBeforeFields = 4;

// Reads the row that `query` stands on; its columns start with storedColumns<Record>().
template <class Record>
Stored<Record> readStored(const Query& query)
{
    Stored<Record> stored;
    stored.row = query.integer(0);
    stored.record.id = query.text(1);
    stored.record.version = query.integer(2);
    detail::readColumn(query, 3, stored.record.unknownMembers);
    int column = kStoredColumnsBeforeFields;
    std::apply(
        [&](const auto&... field) {
            (detail::readColumn(query, column++, stored.record.*(field.member)), ...);
        },
        Record::fields());
    return stored;
}

// Binds every field in order, starting at `parameter`; gives the next free parameter.
template <class Record>
int bindFields(Query& query, const Record& record, int parameter)
{
    std::apply(
        [&](const auto&... field) { (detail::bindValue(query, parameter++, record.*(field.member)), ...); },
        Record::fields());
    return parameter;
}

// The time that orders the record's row; 0 when the record has none.
template <class Record>
qint64 recencyOf(const Record& record)
{
    qint64 milliseconds = 0;
    const auto look = [&](const auto& field) {
        using Value = std::remove_cvref_t<decltype(record.*(field.member))>;
        if constexpr (std::is_same_v<Value, std::optional<UtcTime>>) {
            if (field.path == Record::kTraits.recencyPath && record.*(field.member))
                milliseconds = (record.*(field.member))->milliseconds;
        }
    };
    std::apply([&](const auto&... field) { (look(field), ...); }, Record::fields());
    return milliseconds;
}

// The id of the record this one belongs to; null when its type has no parent.
template <class Record>
QString parentOf(const Record& record)
{
    QString parent;
    if constexpr (!Record::kTraits.parentPath.empty()) {
        const auto look = [&](const auto& field) {
            using Value = std::remove_cvref_t<decltype(record.*(field.member))>;
            if constexpr (std::is_same_v<Value, QString>) {
                if (field.path == Record::kTraits.parentPath)
                    parent = record.*(field.member);
            }
        };
        std::apply([&](const auto&... field) { (look(field), ...); }, Record::fields());
    }
    return parent;
}

} // namespace ot::storage
