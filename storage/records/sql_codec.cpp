// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/sql_codec.h"

#include <algorithm>

namespace ot::storage {

namespace detail {

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

void bindValue(Query& query, int parameter, const QStringList& value)
{
    bindValue(query, parameter, QJsonArray::fromStringList(value));
}

void bindValue(Query& query, int parameter, const QJsonArray& value)
{
    if (value.isEmpty())
        query.bindNull(parameter);
    else
        query.bind(parameter, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

void bindValue(Query& query, int parameter, const QJsonObject& value)
{
    if (value.isEmpty())
        query.bindNull(parameter);
    else
        query.bind(parameter, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
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

QString searchableText(const QJsonArray& value)
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

} // namespace detail

std::string columnName(std::string_view path)
{
    std::string name(path);
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

} // namespace ot::storage
