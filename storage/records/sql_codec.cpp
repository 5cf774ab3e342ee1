// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/sql_codec.h"

#include <QJsonDocument>

#include <algorithm>

namespace ot::storage {

namespace {

void bindValue(Query& query, int parameter, const QString& value)
{
    query.bind(parameter, value);
}
void bindValue(Query& query, int parameter, bool value)
{
    query.bind(parameter, qint64(value ? 1 : 0));
}
void bindValue(Query& query, int parameter, qint64 value)
{
    query.bind(parameter, value);
}
void bindValue(Query& query, int parameter, double value)
{
    query.bind(parameter, value);
}
void bindValue(Query& query, int parameter, UtcTime value)
{
    query.bind(parameter, value.milliseconds);
}
void bindValue(Query& query, int parameter, MinorUnits value)
{
    query.bind(parameter, value.count);
}
void bindValue(Query& query, int parameter, MicroUnits value)
{
    query.bind(parameter, value.count);
}

void bindValue(Query& query, int parameter, const QJsonArray& value)
{
    if (value.isEmpty())
        query.bindNull(parameter);
    else
        query.bind(parameter, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

void bindValue(Query& query, int parameter, const QStringList& value)
{
    bindValue(query, parameter, QJsonArray::fromStringList(value));
}

void bindValue(Query& query, int parameter, const QJsonObject& value)
{
    if (value.isEmpty())
        query.bindNull(parameter);
    else
        query.bind(parameter, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

template <class T>
void bindValue(Query& query, int parameter, const std::optional<T>& value)
{
    if (value)
        bindValue(query, parameter, *value);
    else
        query.bindNull(parameter);
}

void readColumn(const Query& query, int column, QString& out)
{
    out = query.text(column);
}
void readColumn(const Query& query, int column, bool& out)
{
    out = query.integer(column) != 0;
}
void readColumn(const Query& query, int column, qint64& out)
{
    out = query.integer(column);
}
void readColumn(const Query& query, int column, double& out)
{
    out = query.real(column);
}
void readColumn(const Query& query, int column, UtcTime& out)
{
    out.milliseconds = query.integer(column);
}
void readColumn(const Query& query, int column, MinorUnits& out)
{
    out.count = query.integer(column);
}
void readColumn(const Query& query, int column, MicroUnits& out)
{
    out.count = query.integer(column);
}

void readColumn(const Query& query, int column, QJsonArray& out)
{
    out = query.isNull(column) ? QJsonArray() : QJsonDocument::fromJson(query.text(column).toUtf8()).array();
}

void readColumn(const Query& query, int column, QJsonObject& out)
{
    out = query.isNull(column) ? QJsonObject()
                               : QJsonDocument::fromJson(query.text(column).toUtf8()).object();
}

void readColumn(const Query& query, int column, QStringList& out)
{
    QJsonArray array;
    readColumn(query, column, array);
    out.clear();
    for (const QJsonValue& item : std::as_const(array))
        out.append(item.toString());
}

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

QString writtenIn(const QJsonArray& value)
{
    QStringList found;
    for (const QJsonValue& item : value) {
        const QJsonObject object = item.toObject();
        for (const char* member : { "title", "name", "description", "text", "comment" }) {
            const QString written = object.value(QLatin1String(member)).toString();
            if (!written.isEmpty())
                found.append(written);
        }
    }
    return found.join(QLatin1Char(' '));
}

// The value of the field with that path; nothing for an empty path.
const ConstFieldPointer* valueOf(const RecordView& record, std::string_view path)
{
    const auto& fields = record.shape->fields;
    const auto found = std::find_if(
        fields.begin(), fields.end(), [path](const FieldShape& field) { return field.path == path; });
    return found == fields.end() ? nullptr : &record.values[std::size_t(found - fields.begin())];
}

} // namespace

std::string columnName(std::string_view path)
{
    std::string name(path);
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

std::string_view columnType(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::TextList:
    case ValueKind::List:
    case ValueKind::Object:
        return "TEXT";
    case ValueKind::Real:
    case ValueKind::OptionalReal:
        return "REAL";
    case ValueKind::Boolean:
    case ValueKind::Integer:
    case ValueKind::Time:
    case ValueKind::Minor:
    case ValueKind::Micro:
    case ValueKind::OptionalBoolean:
    case ValueKind::OptionalInteger:
        break;
    }
    return "INTEGER";
}

std::string columnList(const RecordShape& shape, std::string_view prefix)
{
    std::string list;
    for (const FieldShape& field : shape.fields) {
        if (!list.empty())
            list += ", ";
        list += prefix;
        list += columnName(field.path);
    }
    return list;
}

std::string storedColumns(const RecordShape& shape, std::string_view prefix)
{
    const std::string p(prefix);
    return p + "row, " + p + "id, " + p + "version, " + p + "unknown_members, " + columnList(shape, prefix);
}

qint64 detail::readStoredFields(const Query& query, RecordBase& base, std::span<const FieldPointer> values)
{
    base.id = query.text(1);
    base.version = query.integer(2);
    readColumn(query, 3, base.unknownMembers);
    int column = kStoredColumnsBeforeFields;
    for (const FieldPointer& value : values) {
        std::visit([&](auto* out) { readColumn(query, column, *out); }, value);
        ++column;
    }
    return query.integer(0);
}

Stored<AnyRecord> readAnyStored(const Query& query, RecordTypeIndex type)
{
    Stored<AnyRecord> stored { 0, emptyRecord(type) };
    const AnyFields fields = fieldsOf(stored.record);
    stored.row = detail::readStoredFields(query, *fields.base, fields.values);
    return stored;
}

void bindUnknownMembers(Query& query, int parameter, const QJsonObject& members)
{
    bindValue(query, parameter, members);
}

int bindFields(Query& query, const RecordView& record, int parameter)
{
    for (const ConstFieldPointer& value : record.values) {
        std::visit([&](const auto* typed) { bindValue(query, parameter, *typed); }, value);
        ++parameter;
    }
    return parameter;
}

QString searchableText(const ConstFieldPointer& value)
{
    if (const auto* text = std::get_if<const QString*>(&value))
        return **text;
    if (const auto* list = std::get_if<const QStringList*>(&value))
        return (*list)->join(QLatin1Char(' '));
    if (const auto* objects = std::get_if<const QJsonArray*>(&value))
        return writtenIn(**objects);
    return {};
}

qint64 recencyOf(const RecordView& record)
{
    const ConstFieldPointer* value = valueOf(record, record.shape->traits.recencyPath);
    const auto* time = value ? std::get_if<const std::optional<UtcTime>*>(value) : nullptr;
    return time && **time ? (**time)->milliseconds : 0;
}

QString parentOf(const RecordView& record)
{
    const ConstFieldPointer* value = valueOf(record, record.shape->traits.parentPath);
    const auto* parent = value ? std::get_if<const QString*>(value) : nullptr;
    return parent ? **parent : QString();
}

} // namespace ot::storage
