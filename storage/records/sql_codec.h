// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records to rows and back, by the description of their fields: the SQL text, the statement binding and the
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
#include "storage/records/record_shape.h"

#include <string>

namespace ot::storage {

// A record with the place it has in its table's order.
template <class Record>
struct Stored {
    qint64 row = 0;
    Record record;
};

// A record of whatever type as the codecs see it. Valid as long as the record it was made from.
struct RecordView {
    const RecordShape* shape = nullptr;
    const RecordBase* base = nullptr;
    std::span<const ConstFieldPointer> values;
};

// The column of a field: its path with '_' for '.'.
std::string columnName(std::string_view path);
// "TEXT", "INTEGER" or "REAL".
std::string_view columnType(ValueKind kind);

template <class Record>
constexpr bool isSearchable()
{
    constexpr auto kFields = Record::fields();
    return std::apply(
        [](const auto&... field) { return (field.traits.has(Trait::Searchable) || ...); }, kFields);
}

// The fields' columns, each with its prefix, joined by ", ". For example "t.slug, t.title".
std::string columnList(const RecordShape& shape, std::string_view prefix = {});
template <class Record>
std::string columnList(std::string_view prefix = {})
{
    return columnList(shapeOf<Record>(), prefix);
}

// "row, id, version, unknown_members, <fields>": what readStored expects, in its order.
std::string storedColumns(const RecordShape& shape, std::string_view prefix = {});
template <class Record>
std::string storedColumns(std::string_view prefix = {})
{
    return storedColumns(shapeOf<Record>(), prefix);
}

inline constexpr int kStoredColumnsBeforeFields = 4;

namespace detail {
// Gives the row's place.
qint64 readStoredFields(const Query& query, RecordBase& base, std::span<const FieldPointer> values);
} // namespace detail

// Reads the row that `query` stands on; its columns start with storedColumns<Record>().
template <class Record>
Stored<Record> readStored(const Query& query)
{
    Stored<Record> stored;
    stored.row = detail::readStoredFields(query, stored.record, fieldsOf(stored.record));
    return stored;
}

// The same for a type known by its index; the columns start with storedColumns(recordShape(type)).
Stored<AnyRecord> readAnyStored(const Query& query, RecordTypeIndex type);

// Binds the members this program doesn't know; NULL when there are none.
void bindUnknownMembers(Query& query, int parameter, const QJsonObject& members);

// Binds every field in order, starting at `parameter`; gives the next free parameter.
int bindFields(Query& query, const RecordView& record, int parameter);

// What of a field's value is found by full-text search: a text, a list's texts, or of a list of objects what
// people wrote in them (text, title, name, description, comment), not their ids and times.
QString searchableText(const ConstFieldPointer& value);

// The time that orders the record's row; 0 when the record has none.
qint64 recencyOf(const RecordView& record);

// The id of the record this one belongs to; null when its type has no parent.
QString parentOf(const RecordView& record);

} // namespace ot::storage
