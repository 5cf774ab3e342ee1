// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ot::sandbox {

QByteArray jsonString(const QString& text)
{
    return jsonString(text.toUtf8());
}

QByteArray jsonString(const QByteArray& utf8)
{
    // Nearly all of what is written here is an identifier, which needs no escapes.
    const bool plain = std::all_of(utf8.cbegin(), utf8.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
            || c == '-';
    });
    if (plain)
        return '"' + utf8 + '"';
    const QByteArray array
        = QJsonDocument(QJsonArray { QString::fromUtf8(utf8) }).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray jsonBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace ot::sandbox
