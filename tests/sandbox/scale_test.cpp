// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QSet>
#include <QTest>

#include <map>

using ot::test::ApiClient;
using ot::test::SandboxProcess;

namespace {

const QString kNow = QStringLiteral("2026-11-20T09:15:00.000Z");

QStringList arguments(const QString& scale)
{
    return { QStringLiteral("--speed"), QStringLiteral("0"), QStringLiteral("--now"), kNow,
        QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--scale"), scale };
}

using Records = std::map<QString, QJsonObject>; // by id

Records records(const SandboxProcess& sandbox, const QString& type)
{
    ApiClient api(sandbox);
    api.useToken(sandbox.trainerToken());
    QString cursor;
    Records found;
    for (const QJsonObject& change : api.readFeed(cursor, 1000, type)) {
        const bool added = found
                               .emplace(change.value(QLatin1String("id")).toString(),
                                   change.value(QLatin1String("object")).toObject())
                               .second;
        if (!added)
            qFatal("a record came twice");
    }
    return found;
}

QString member(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

} // namespace

class ScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsToTheNumbersAsked();
    void givesTheSameRecordsForTheSameSeed();
    void goesOnWhereItStopped();
    void leavesTheWrittenJobsTheNewest();
    void conversationsEndWithTheirLastMessage();
    void offersOnlyThePublishedApi();
};

void ScaleTest::growsToTheNumbersAsked()
{
    const SandboxProcess sandbox(arguments(QStringLiteral("jobs=3000,messages=5000")));
    QCOMPARE(records(sandbox, QStringLiteral("Job")).size(), std::size_t(3000));
    QCOMPARE(records(sandbox, QStringLiteral("Message")).size(), std::size_t(5000));
}

void ScaleTest::givesTheSameRecordsForTheSameSeed()
{
    const SandboxProcess one(arguments(QStringLiteral("jobs=900,messages=2000")));
    const SandboxProcess other(arguments(QStringLiteral("messages=2000,jobs=900")));
    for (const auto& type :
        { QStringLiteral("Job"), QStringLiteral("Message"), QStringLiteral("Conversation") }) {
        const Records records1 = records(one, type);
        QVERIFY(!records1.empty());
        QVERIFY(records1 == records(other, type));
    }
}

void ScaleTest::goesOnWhereItStopped()
{
    const SandboxProcess whole(arguments(QStringLiteral("jobs=1200,messages=3000")));
    SandboxProcess part(arguments(QStringLiteral("jobs=700,messages=1900")));
    part.stop();
    part.setArguments(arguments(QStringLiteral("jobs=1200,messages=3000")));
    part.restart();
    for (const auto& type :
        { QStringLiteral("Job"), QStringLiteral("Message"), QStringLiteral("Conversation") })
        QVERIFY(records(whole, type) == records(part, type));
}

void ScaleTest::leavesTheWrittenJobsTheNewest()
{
    const SandboxProcess small(arguments(QStringLiteral("jobs=0")));
    const SandboxProcess large(arguments(QStringLiteral("jobs=2000")));
    const QString newest = QStringLiteral("/api/public/v1/jobs?limit=25");
    const QJsonValue jobs = ApiClient(small).get(newest).json.value(QLatin1String("jobs"));
    QCOMPARE(jobs.toArray().size(), 25);
    QCOMPARE(ApiClient(large).get(newest).json.value(QLatin1String("jobs")), jobs);
}

void ScaleTest::conversationsEndWithTheirLastMessage()
{
    const SandboxProcess sandbox(arguments(QStringLiteral("messages=3000")));
    std::map<QString, QJsonObject> last; // by conversation
    for (const auto& [id, message] : records(sandbox, QStringLiteral("Message"))) {
        QJsonObject& latest = last[member(message, "conversationId")];
        if (member(message, "createdAt") > member(latest, "createdAt"))
            latest = message;
    }
    int seen = 0;
    for (const auto& [id, conversation] : records(sandbox, QStringLiteral("Conversation"))) {
        if (!id.startsWith(QLatin1String("cv_s")))
            continue;
        const QJsonObject shown = conversation.value(QLatin1String("lastMessage")).toObject();
        QCOMPARE(member(shown, "id"), member(last[id], "id"));
        QCOMPARE(member(shown, "content"), member(last[id], "content"));
        QCOMPARE(member(conversation, "updatedAt"), member(last[id], "createdAt"));
        ++seen;
    }
    QVERIFY(seen >= 6);
}

void ScaleTest::offersOnlyThePublishedApi()
{
    const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0"),
        QStringLiteral("--capabilities"), QStringLiteral("public") });
    ApiClient api(sandbox);
    QCOMPARE(api.get(QStringLiteral("/api/public/v1/jobs")).status, 200);
    api.useToken(sandbox.trainerToken());
    QCOMPARE(api.get(QStringLiteral("/api/public/v1/auth/me")).status, 200);
    for (const auto& path :
        { QStringLiteral("/api/trainer/v1/capabilities"), QStringLiteral("/api/trainer/v1/sync"),
            QStringLiteral("/.well-known/oauth-authorization-server") }) {
        const ot::test::ApiAnswer answer = api.get(path);
        QCOMPARE(answer.status, 404);
        QCOMPARE(member(answer.json, "code"), QStringLiteral("NOT_FOUND"));
    }
    ot::test::LiveClient live;
    live.open(sandbox.url(), sandbox.trainerToken());
    QVERIFY(live.waitForClose());
    QVERIFY(live.frames().empty());
}

QTEST_GUILESS_MAIN(ScaleTest)
#include "scale_test.moc"
