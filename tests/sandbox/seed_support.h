// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the suites over the seeded marketplace share.
#pragma once

#include "sandbox/clock.h"
#include "sandbox/seed/seed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>

namespace ot::sandbox::seed_test {

constexpr qint64 kNow = 1'795'449'600'000; // 2026-11-23T16:00:00Z
constexpr qint64 kDay = 24 * 60 * 60 * 1000;

using Records = QMap<QString, QMap<QString, QJsonObject>>; // type, then id

inline QByteArray bytesOf(const SeedWorld& world)
{
    QByteArray bytes;
    for (const QJsonObject& job : world.jobs)
        bytes += QJsonDocument(job).toJson(QJsonDocument::Compact) + '\n';
    for (const SeedAccount& account : world.accounts) {
        bytes += account.key.toUtf8() + account.userId.toUtf8() + account.displayName.toUtf8() + '\n';
        for (const SeedRecord& record : account.records)
            bytes += record.type.toUtf8() + record.id.toUtf8()
                + QJsonDocument(record.object).toJson(QJsonDocument::Compact) + '\n';
    }
    return bytes;
}

inline Records recordsOf(const SeedAccount& account)
{
    Records records;
    for (const SeedRecord& record : account.records)
        records[record.type].insert(record.id, record.object);
    return records;
}

inline QString text(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

inline qint64 number(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toInteger(-1);
}

inline qint64 time(const QJsonObject& object, const char* member)
{
    return parseIsoTime(text(object, member)).value_or(-1);
}

inline const SeedAccount& accountOf(const SeedWorld& world, const char* key)
{
    for (const SeedAccount& account : world.accounts) {
        if (account.key == QLatin1String(key))
            return account;
    }
    qFatal("no account %s", key);
}

// Every value of an object with its dotted path, arrays included.
inline void walk(const QString& path, const QJsonValue& value,
    const std::function<void(const QString&, const QJsonValue&)>& visit)
{
    visit(path, value);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        walk(path + QLatin1Char('.') + member.key(), member.value(), visit);
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        walk(path, item, visit);
}

inline QStringList names(const char* spaced)
{
    QStringList all = QString::fromUtf8(spaced).split(QLatin1Char(' '));
    all.sort();
    return all;
}

} // namespace ot::sandbox::seed_test
