// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/json_path.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::storage::detail {

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

QJsonValue valueAt(const QJsonObject& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos)
        return object.value(QLatin1String(path.data(), static_cast<qsizetype>(path.size())));
    const QJsonValue inner = object.value(QLatin1String(path.data(), static_cast<qsizetype>(dot)));
    if (!inner.isObject())
        return QJsonValue(QJsonValue::Undefined);
    return valueAt(inner.toObject(), path.substr(dot + 1));
}

void setValueAt(QJsonObject& object, std::string_view path, const QJsonValue& value)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) {
        object.insert(text(path), value);
        return;
    }
    const QString head = text(path.substr(0, dot));
    QJsonObject inner = object.value(head).toObject();
    setValueAt(inner, path.substr(dot + 1), value);
    object.insert(head, inner);
}

void removeValueAt(QJsonObject& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) {
        object.remove(text(path));
        return;
    }
    const QString head = text(path.substr(0, dot));
    const QJsonValue inner = object.value(head);
    if (!inner.isObject()) {
        // A null in place of the whole object is the absence of all its members.
        if (inner.isNull())
            object.remove(head);
        return;
    }
    QJsonObject rest = inner.toObject();
    removeValueAt(rest, path.substr(dot + 1));
    if (rest.isEmpty())
        object.remove(head);
    else
        object.insert(head, rest);
}

bool leadsThroughObjects(const QJsonObject& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos)
        return true;
    const QJsonValue inner = object.value(QLatin1String(path.data(), static_cast<qsizetype>(dot)));
    if (inner.isUndefined() || inner.isNull())
        return true;
    return inner.isObject() && leadsThroughObjects(inner.toObject(), path.substr(dot + 1));
}

void setNullIfEmpty(QJsonObject& object, std::string_view path)
{
    const QString head = text(path.substr(0, path.find('.')));
    const QJsonObject inner = object.value(head).toObject();
    const bool empty = std::all_of(inner.begin(), inner.end(), [](const QJsonValue& value) {
        return value.isNull() || (value.isArray() && value.toArray().isEmpty());
    });
    if (empty)
        object.insert(head, QJsonValue(QJsonValue::Null));
}

} // namespace ot::storage::detail
