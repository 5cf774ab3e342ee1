// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/pseudonym.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

/// Nothing ever matches it.
const QString kNoName = QStringLiteral("(?!)");

QString patternOf(QStringList names)
{
    names.removeDuplicates();
    names.erase(std::remove_if(names.begin(), names.end(),
                    [](const QString& name) { return name.trimmed().size() < 2; }),
        names.end());
    // The longest first: "Maria Gómez" is one name, not two.
    std::stable_sort(
        names.begin(), names.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QStringList patterns;
    for (const QString& name : std::as_const(names))
        patterns.append(QRegularExpression::escape(name.trimmed()));
    if (patterns.isEmpty())
        return kNoName;
    return QStringLiteral("(?<![\\p{L}\\p{N}_])(?:%1)(?![\\p{L}\\p{N}_])")
        .arg(patterns.join(QLatin1Char('|')));
}

} // namespace

Pseudonym::Pseudonym(QStringList names)
    : m_names(patternOf(std::move(names)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption)
{
}

QString Pseudonym::takenOutOf(QString text) const
{
    return text.replace(m_names, QStringLiteral("Former member"));
}

QJsonValue Pseudonym::takenOut(const QJsonValue& value) const
{
    if (value.isString())
        return takenOutOf(value.toString());
    if (value.isObject())
        return takenOutOf(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray items;
    for (const QJsonValue& item : value.toArray())
        items.append(takenOut(item));
    return items;
}

QJsonObject Pseudonym::takenOutOf(const QJsonObject& object) const
{
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member)
        result.insert(member.key(), takenOut(member.value()));
    return result;
}

Pseudonym namesOf(Store& store, const Account& account)
{
    QStringList names { account.displayName };
    for (const char* type : { "Account", "Profile" }) {
        const std::optional<Record> record = store.find(account.key, QLatin1String(type), account.userId);
        if (!record || record->removed)
            continue;
        const QJsonObject object = record->json();
        for (const char* member :
            { "fullName", "displayName", "firstName", "lastName", "email", "profileSlug" })
            names.append(object.value(QLatin1String(member)).toString());
    }
    return Pseudonym(names);
}

} // namespace ot::sandbox
