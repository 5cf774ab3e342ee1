// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/cards.h"

#include <QJsonDocument>

#include <algorithm>

namespace ot::sandbox {

namespace {

QJsonValue jsonOf(const QString& text)
{
    if (text.isEmpty())
        return QJsonValue(QJsonValue::Null);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("seed: not JSON: %s", qUtf8Printable(text));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QJsonValue valueOf(const AccountWriter& writer, const NoteCard& card, const CardMember& member)
{
    const QLatin1String name(member.name);
    const QString text = card.value(name);
    const QJsonValue none(QJsonValue::Null);
    switch (member.kind) {
    case CardKind::Text:
        return text;
    case CardKind::TextOrNull:
        return textOrNull(text);
    case CardKind::Whole:
        return text.toLongLong();
    case CardKind::WholeOrNull:
        return text.isEmpty() ? none : QJsonValue(text.toLongLong());
    case CardKind::NumberOrNull:
        return text.isEmpty() ? none : QJsonValue(text.toDouble());
    case CardKind::Flag:
        return !text.isEmpty();
    case CardKind::Time:
        return writer.isoOrNull(text);
    case CardKind::List:
        return QJsonArray::fromStringList(card.list(name));
    case CardKind::Json:
        return jsonOf(text);
    }
    return none;
}

} // namespace

QJsonObject objectFrom(
    const AccountWriter& writer, const NoteCard& card, const std::vector<CardMember>& members)
{
    const QString created = card.value(QLatin1String("created"));
    const QString updated = card.value(QLatin1String("updated"));
    QJsonObject object { { QStringLiteral("id"), card.title },
        { QStringLiteral("createdAt"), isoTime(writer.time(created)) },
        { QStringLiteral("updatedAt"), isoTime(writer.time(updated.isEmpty() ? created : updated)) } };
    for (const CardMember& member : members)
        object.insert(QLatin1String(member.name), valueOf(writer, card, member));
    return object;
}

const QJsonObject& addedBefore(const std::vector<SeedRecord>& records, const char* type, const QString& id)
{
    const auto found = std::find_if(records.begin(), records.end(), [type, &id](const SeedRecord& record) {
        return record.type == QLatin1String(type) && record.id == id;
    });
    if (found == records.end())
        qFatal("seed: there is no %s %s", type, qUtf8Printable(id));
    return found->object;
}

} // namespace ot::sandbox
