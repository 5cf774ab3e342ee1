// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the suites about privacy say to the sandbox: mutations of any kind, and looks at single records.
#pragma once

#include "tests/sandbox/api_client.h"

#include <QFile>
#include <QTest>

namespace ot::test {

class PrivacyClient : public ApiClient {
public:
    explicit PrivacyClient(const SandboxProcess& sandbox, const QString& token)
        : ApiClient(sandbox)
        , m_data(sandbox.dataDirectory())
    {
        useToken(token);
    }

    /// Sends one mutation; gives its result.
    QJsonObject mutate(
        const QString& type, const QString& operation, const QString& id, const QJsonObject& args)
    {
        const QJsonObject mutation { { QStringLiteral("mutationId"), mutationId(++m_mutations) },
            { QStringLiteral("type"), type }, { QStringLiteral("op"), operation },
            { QStringLiteral("id"), id }, { QStringLiteral("args"), args } };
        const ApiAnswer answer = post(QStringLiteral("/api/trainer/v1/mutations"),
            { { QStringLiteral("mutations"), QJsonArray { mutation } } });
        return answer.json.value(QLatin1String("results")).toArray().at(0).toObject();
    }

    /// Asks for something about the account's data; gives the mutation's result.
    QJsonObject ask(const QString& exercise, const QJsonObject& scope = {}, const QJsonObject& more = {})
    {
        QJsonObject args { { QStringLiteral("exercise"), exercise },
            { QStringLiteral("regime"), QStringLiteral("gdpr") },
            { QStringLiteral("relationship"), QStringLiteral("trainer") },
            { QStringLiteral("scope"), scope } };
        for (auto member = more.begin(); member != more.end(); ++member)
            args.insert(member.key(), member.value());
        return mutate(QStringLiteral("DataRequest"), QStringLiteral("create"), QStringLiteral("new"), args);
    }

    /// The live records of a type, by id.
    QMap<QString, QJsonObject> records(const QString& type) const
    {
        QString cursor;
        QMap<QString, QJsonObject> found;
        for (const QJsonObject& change : readFeed(cursor, 1000, type))
            found.insert(change[QLatin1String("id")].toString(), change[QLatin1String("object")].toObject());
        return found;
    }
    QJsonObject request(const QString& id) const { return records(QStringLiteral("DataRequest")).value(id); }

    QJsonObject act(const QString& name, const QString& id = {}) const
    {
        return control({ { QStringLiteral("command"), QStringLiteral("act") },
            { QStringLiteral("act"), name }, { QStringLiteral("id"), id } });
    }
    void skew(qint64 seconds) const
    {
        control({ { QStringLiteral("command"), QStringLiteral("skewClock") },
            { QStringLiteral("seconds"), seconds } });
    }
    bool waitForStatus(const QString& id, const QString& status) const
    {
        return QTest::qWaitFor(
            [&] { return request(id)[QLatin1String("status")].toString() == status; }, 20'000);
    }

    QString identityCode() const
    {
        QFile file(m_data + QStringLiteral("/identity-code"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().trimmed()) : QString();
    }
    QJsonObject verify(const QString& id, const QString& code)
    {
        return mutate(QStringLiteral("DataRequest"), QStringLiteral("verifyIdentity"), id,
            { { QStringLiteral("method"), QStringLiteral("code") }, { QStringLiteral("code"), code } });
    }

private:
    QString m_data;
    int m_mutations = 0;
};

[[nodiscard]] inline QJsonObject objectOf(const QJsonObject& result)
{
    return result[QLatin1String("change")][QLatin1String("object")].toObject();
}
[[nodiscard]] inline QString idOf(const QJsonObject& result)
{
    return result[QLatin1String("change")][QLatin1String("id")].toString();
}
[[nodiscard]] inline QString outcomeOf(const QJsonObject& result)
{
    return result[QLatin1String("outcome")].toString();
}
[[nodiscard]] inline QString reasonOf(const QJsonObject& result)
{
    return result[QLatin1String("details")][QLatin1String("reason")].toString();
}
[[nodiscard]] inline QString pathOf(const QJsonObject& result)
{
    return result[QLatin1String("details")][QLatin1String("issues")][0][QLatin1String("path")].toString();
}
[[nodiscard]] inline QString textOf(const QJsonObject& object, const char* member)
{
    return object[QLatin1String(member)].toString();
}

} // namespace ot::test
