// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ot::sandbox {

QByteArray jsonString(const QString& text)
{
    // Nearly all of what is written here is an identifier, which needs no escapes.
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'
            || c == u'-';
    });
    if (plain)
        return '"' + text.toLatin1() + '"';
    const QByteArray array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
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
