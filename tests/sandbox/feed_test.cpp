// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QSet>
#include <QTest>

namespace ot::test {

namespace {

QString keyOf(const QJsonObject& change)
{
    return change.value(QLatin1String("type")).toString() + u'/'
        + change.value(QLatin1String("id")).toString();
}

QSet<QString> keysOf(const std::vector<QJsonObject>& changes)
{
    QSet<QString> keys;
    for (const QJsonObject& change : changes)
        keys.insert(keyOf(change));
    return keys;
}

} // namespace

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
        m_api->useToken(m_sandbox->trainerToken());
    }

    void snapshotGivesEachRecordOnce_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("small pages") << 7;
        QTest::newRow("default pages") << 500;
        QTest::newRow("largest pages") << 1000;
    }

    void snapshotGivesEachRecordOnce()
    {
        QFETCH(int, limit);
        QString cursor;
        const std::vector<QJsonObject> changes = m_api->readFeed(cursor, limit);
        QVERIFY(changes.size() > 100);
        QCOMPARE(keysOf(changes).size(), static_cast<qsizetype>(changes.size()));
        for (const QJsonObject& change : changes) {
            QCOMPARE(change.value(QLatin1String("op")).toString(), QStringLiteral("upsert"));
            QCOMPARE(change.value(QLatin1String("object")).toObject().value(QLatin1String("id")),
                change.value(QLatin1String("id")));
        }
        QVERIFY(m_api->readFeed(cursor).empty());
    }

    void snapshotSaysHowFarItIs()
    {
        const QJsonObject first = m_api->get(QStringLiteral("/api/trainer/v1/sync?limit=10")).json;
        const QJsonObject progress = first.value(QLatin1String("snapshot")).toObject();
        QCOMPARE(progress.value(QLatin1String("done")).toInt(), 10);
        QString cursor;
        QCOMPARE(
            progress.value(QLatin1String("total")).toInt(), static_cast<int>(m_api->readFeed(cursor).size()));
        QVERIFY(!m_api->get(QStringLiteral("/api/trainer/v1/sync?cursor=") + cursor)
                     .json.contains(QLatin1String("snapshot")));
    }

    void changeDuringSnapshotComesOnceAndLatest()
    {
        const QJsonObject first = m_api->get(QStringLiteral("/api/trainer/v1/sync?limit=3&types=Job")).json;
        QString cursor = first.value(QLatin1String("nextCursor")).toString();
        const QString seen
            = first.value(QLatin1String("changes")).toArray().at(0)[QLatin1String("id")].toString();
        QString full;
        const QString last
            = m_api->readFeed(full, 500, QStringLiteral("Job")).back().value(QLatin1String("id")).toString();
        for (const QString& id : { seen, last })
            m_api->control(
                { { QStringLiteral("command"), QStringLiteral("closeJob") }, { QStringLiteral("id"), id } });

        const std::vector<QJsonObject> rest = m_api->readFeed(cursor, 50, QStringLiteral("Job"));
        int seenAgain = 0;
        for (const QJsonObject& change : rest) {
            if (change.value(QLatin1String("id")) == seen || change.value(QLatin1String("id")) == last) {
                ++seenAgain;
                QCOMPARE(change.value(QLatin1String("object"))
                             .toObject()
                             .value(QLatin1String("status"))
                             .toString(),
                    QStringLiteral("COMPLETED"));
            }
        }
        QCOMPARE(seenAgain, 2);
    }

    void removedRecordLeavesATombstone()
    {
        QString cursor;
        const QString id = m_api->readFeed(cursor, 500, QStringLiteral("Message"))
                               .front()
                               .value(QLatin1String("id"))
                               .toString();
        m_api->control({ { QStringLiteral("command"), QStringLiteral("removeRecord") },
            { QStringLiteral("type"), QStringLiteral("Message") }, { QStringLiteral("id"), id } });
        const std::vector<QJsonObject> changes = m_api->readFeed(cursor);
        QCOMPARE(changes.size(), size_t(1));
        QCOMPARE(changes[0].value(QLatin1String("op")).toString(), QStringLiteral("remove"));
        QVERIFY(!changes[0].contains(QLatin1String("object")));
        QString fresh;
        QVERIFY(!keysOf(m_api->readFeed(fresh)).contains(QStringLiteral("Message/") + id));
    }

    void cursorsOutliveARestart()
    {
        const QJsonObject first = m_api->get(QStringLiteral("/api/trainer/v1/sync?limit=10")).json;
        QString snapshot = first.value(QLatin1String("nextCursor")).toString();
        QString head;
        const std::vector<QJsonObject> before = m_api->readFeed(head);
        m_sandbox->restart();
        QVERIFY(m_api->readFeed(head).empty());
        QCOMPARE(m_api->readFeed(snapshot).size() + 10, before.size());
    }

    void expiredCursorIsSaidSo()
    {
        QString cursor;
        m_api->readFeed(cursor);
        m_api->control(QStringLiteral("expireCursors"));
        const ApiAnswer answer = m_api->get(QStringLiteral("/api/trainer/v1/sync?cursor=") + cursor);
        QCOMPARE(answer.status, 410);
        QCOMPARE(answer.json.value(QLatin1String("code")).toString(), QStringLiteral("CURSOR_EXPIRED"));
        QString fresh;
        QVERIFY(!m_api->readFeed(fresh).empty());
        QVERIFY(m_api->readFeed(fresh).empty());
    }

    void refusesBadParameters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("limit 0") << QStringLiteral("limit=0");
        QTest::newRow("limit 1001") << QStringLiteral("limit=1001");
        QTest::newRow("limit word") << QStringLiteral("limit=many");
        QTest::newRow("cursor word") << QStringLiteral("cursor=nonsense");
        QTest::newRow("cursor with more") << QStringLiteral("cursor=c_000000000001%0A");
        QTest::newRow("cursor huge number") << QStringLiteral("cursor=c_99999999999999999999999");
        QTest::newRow("unknown type") << QStringLiteral("types=Job,Secret");
    }

    void refusesBadParameters()
    {
        QFETCH(QString, query);
        const ApiAnswer answer = m_api->get(QStringLiteral("/api/trainer/v1/sync?") + query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json.value(QLatin1String("code")).toString(), QStringLiteral("BAD_REQUEST"));
        QVERIFY(!answer.json.value(QLatin1String("requestId")).toString().isEmpty());
    }

    void everyAccountSeesItsOwn()
    {
        QString cursor;
        const QSet<QString> trainers = keysOf(m_api->readFeed(cursor));
        m_api->useToken(m_sandbox->vendorToken());
        QString vendorCursor;
        // Jobs and policies everybody sees; a choice is called the same for everybody.
        const QSet<QString> alike { QStringLiteral("Job"), QStringLiteral("PolicyVersion"),
            QStringLiteral("PrivacyChoice") };
        for (const QString& key : keysOf(m_api->readFeed(vendorCursor))) {
            if (!alike.contains(key.section(QLatin1Char('/'), 0, 0)))
                QVERIFY2(!trainers.contains(key), qPrintable(key));
        }
    }

    void sameSeedGivesTheSameBytes()
    {
        const QStringList world { QStringLiteral("--speed"), QStringLiteral("0"), QStringLiteral("--seed"),
            QStringLiteral("7"), QStringLiteral("--now"), QStringLiteral("2026-11-20T09:15:00.000Z") };
        QByteArray bytes[2];
        for (QByteArray& copy : bytes) {
            const SandboxProcess sandbox(world);
            copy = sandbox.request("GET", QStringLiteral("/api/trainer/v1/sync?limit=1000"),
                sandbox.vendorToken().toUtf8(), {}, nullptr);
        }
        QVERIFY(bytes[0].size() > 10'000);
        QCOMPARE(bytes[0], bytes[1]);
    }

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::FeedTest)
#include "feed_test.moc"
