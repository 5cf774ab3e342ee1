// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bad days come when they are asked for, as often as they are asked for, and go.
#include "tests/sandbox/api_client.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace ot::test {

class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
        m_api->useToken(m_sandbox->trainerToken());
    }

    void cleanup()
    {
        m_api->control(QStringLiteral("clearFaults"));
        QCOMPARE(get()->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    }

    void statusComesAsOftenAsAsked_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("retryAfter");
        QTest::newRow("429 with Retry-After") << 429 << 7;
        QTest::newRow("500") << 500 << -1;
        QTest::newRow("502") << 502 << -1;
        QTest::newRow("503 with Retry-After") << 503 << 1;
        QTest::newRow("503 without") << 503 << -1;
    }

    void statusComesAsOftenAsAsked()
    {
        QFETCH(int, status);
        QFETCH(int, retryAfter);
        fault(QStringLiteral("status"),
            { { QStringLiteral("status"), status }, { QStringLiteral("retryAfter"), retryAfter },
                { QStringLiteral("count"), 2 } });
        for (int i = 0; i < 3; ++i) {
            const auto reply = get();
            QCOMPARE(statusOf(*reply), i < 2 ? status : 200);
            QCOMPARE(reply->hasRawHeader("Retry-After"), i < 2 && retryAfter >= 0);
        }
    }

    void onlyTheNamedPathAndMethodSuffer()
    {
        fault(QStringLiteral("status"), { { QStringLiteral("method"), QStringLiteral("POST") } });
        QCOMPARE(statusOf(*get()), 200);
        QCOMPARE(m_api->get(QStringLiteral("/api/public/v1/auth/me")).status, 200);
    }

    void guestNetworkAnswersForUs()
    {
        fault(QStringLiteral("html"));
        const auto reply = get();
        QCOMPARE(statusOf(*reply), 200);
        QVERIFY(reply->rawHeader("Content-Type").startsWith("text/html"));
        QVERIFY(reply->readAll().startsWith("<!doctype html>"));
    }

    void bodyIsSpoiled_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("wrong type") << QStringLiteral("wrongType");
        QTest::newRow("garbage") << QStringLiteral("garbageJson");
        QTest::newRow("unknown members") << QStringLiteral("unknownMembers");
        QTest::newRow("cut off") << QStringLiteral("truncate");
    }

    void bodyIsSpoiled()
    {
        QFETCH(QString, kind);
        fault(kind, { { QStringLiteral("count"), 0 } });
        const auto reply = get();
        const QByteArray body = reply->readAll();
        if (kind == QLatin1String("truncate"))
            QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
        else if (kind == QLatin1String("wrongType"))
            QCOMPARE(reply->rawHeader("Content-Type"), QByteArray("application/octet-stream"));
        else if (kind == QLatin1String("garbageJson"))
            QVERIFY(QJsonDocument::fromJson(body).isNull());
        else
            QVERIFY(QJsonDocument::fromJson(body)[QLatin1String("limits")][QLatin1String("xNewMember")]
                        .isObject());
    }

    void answersCanBeSlow()
    {
        fault(QStringLiteral("slow"), { { QStringLiteral("milliseconds"), 400 } });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(statusOf(*get()), 200);
        QVERIFY(timer.elapsed() >= 380);
        // In pieces of 64 bytes with pauses; whole in the end.
        fault(QStringLiteral("slowBody"));
        timer.start();
        const auto reply = get();
        QVERIFY(timer.elapsed() >= 200);
        QVERIFY(QJsonDocument::fromJson(reply->readAll()).isObject());
    }

    void answerCanStayAway()
    {
        fault(QStringLiteral("stall"));
        QNetworkRequest request = capabilities();
        request.setTransferTimeout(500);
        const auto reply = send(request);
        QCOMPARE(statusOf(*reply), 0);
    }

    void upgradeSuffersToo()
    {
        m_api->control({ { QStringLiteral("command"), QStringLiteral("fault") },
            { QStringLiteral("path"), QStringLiteral("/api/trainer/v1/live") },
            { QStringLiteral("kind"), QStringLiteral("status") } });
        LiveClient refused;
        refused.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(refused.waitForClose());
        LiveClient taken;
        taken.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(taken.waitForFrames(1));
    }

    void clockCanBeWrong()
    {
        const auto serverTime = [this] {
            return QDateTime::fromString(m_api->get(QStringLiteral("/api/trainer/v1/capabilities"))
                                             .json[QLatin1String("serverTime")]
                                             .toString(),
                Qt::ISODateWithMs);
        };
        const QDateTime before = serverTime();
        m_api->control({ { QStringLiteral("command"), QStringLiteral("skewClock") },
            { QStringLiteral("seconds"), 7200 } });
        QVERIFY(before.secsTo(serverTime()) >= 7200);
        m_api->control({ { QStringLiteral("command"), QStringLiteral("skewClock") },
            { QStringLiteral("seconds"), -7200 } });
        QVERIFY(before.secsTo(serverTime()) < 60);
    }

    void tokenCanRunOut()
    {
        const QString token = m_api
                                  ->control({ { QStringLiteral("command"), QStringLiteral("issueToken") },
                                      { QStringLiteral("expiresInSeconds"), 60 } })[QLatin1String("token")]
                                  .toString();
        ApiClient other(*m_sandbox);
        other.useToken(token);
        QCOMPARE(other.get(QStringLiteral("/api/trainer/v1/capabilities")).status, 200);
        m_api->control({ { QStringLiteral("command"), QStringLiteral("skewClock") },
            { QStringLiteral("seconds"), 61 } });
        QCOMPARE(other.get(QStringLiteral("/api/trainer/v1/capabilities")).status, 401);
    }

    void recordCanBeRenamed()
    {
        QString cursor;
        const QString id = m_api->readFeed(cursor, 500, QStringLiteral("Milestone"))
                               .front()[QLatin1String("id")]
                               .toString();
        m_api->control({ { QStringLiteral("command"), QStringLiteral("renameRecord") },
            { QStringLiteral("type"), QStringLiteral("Milestone") }, { QStringLiteral("id"), id },
            { QStringLiteral("newId"), QStringLiteral("ms_new") } });
        const std::vector<QJsonObject> changes = m_api->readFeed(cursor);
        QCOMPARE(changes.size(), size_t(2));
        QCOMPARE(changes[0][QLatin1String("op")].toString(), QStringLiteral("remove"));
        QCOMPARE(
            changes[1][QLatin1String("object")][QLatin1String("id")].toString(), QStringLiteral("ms_new"));
    }

private:
    void fault(const QString& kind, QJsonObject rule = {}) const
    {
        rule.insert(QStringLiteral("command"), QStringLiteral("fault"));
        rule.insert(QStringLiteral("kind"), kind);
        rule.insert(QStringLiteral("path"), QStringLiteral("/api/trainer/v1/capabilities"));
        QVERIFY(m_api->control(rule)[QLatin1String("ok")].toBool());
    }

    QNetworkRequest capabilities() const
    {
        QNetworkRequest request(
            QUrl(m_sandbox->url().toString() + QStringLiteral("/api/trainer/v1/capabilities")));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox->trainerToken().toUtf8());
        return request;
    }

    std::unique_ptr<QNetworkReply> send(const QNetworkRequest& request)
    {
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
        return reply;
    }

    std::unique_ptr<QNetworkReply> get() { return send(capabilities()); }

    static int statusOf(const QNetworkReply& reply)
    {
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::FaultsTest)
#include "faults_test.moc"
