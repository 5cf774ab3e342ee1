// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QTest>

namespace ot::test {

class LiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
        m_api->useToken(m_sandbox->trainerToken());
    }

    void framesFollowEachOtherForEveryAccount()
    {
        LiveClient trainer;
        LiveClient vendor;
        trainer.open(m_sandbox->url(), m_sandbox->trainerToken());
        vendor.open(m_sandbox->url(), m_sandbox->vendorToken());
        QVERIFY(trainer.waitForFrames(1) && vendor.waitForFrames(1));
        QCOMPARE(trainer.protocol(), QStringLiteral("opentrain.live.v1"));
        QCOMPARE(kind(trainer, 0), QStringLiteral("hello"));
        for (const char* account : { "trainer", "vendor", "trainer" })
            employerWrites(QLatin1String(account));
        QVERIFY(trainer.waitForFrames(4) && vendor.waitForFrames(4));
        for (const LiveClient* client : { &trainer, &vendor }) {
            for (size_t i = 1; i < 4; ++i) {
                QCOMPARE(kind(*client, i), QStringLiteral("changes"));
                QCOMPARE(client->frames()[i][QLatin1String("prevCursor")],
                    client->frames()[i - 1][QLatin1String("cursor")]);
            }
        }
        QCOMPARE(changes(trainer, 1), 2);
        QCOMPARE(changes(trainer, 2), 0);
        QCOMPARE(changes(vendor, 2), 2);
    }

    void cursorOfTheChannelIsTheCursorOfTheFeed()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        QString cursor;
        m_api->readFeed(cursor);
        QCOMPARE(client.frames()[0][QLatin1String("cursor")].toString(), cursor);
        employerWrites(QStringLiteral("trainer"));
        QVERIFY(client.waitForFrames(2));
        m_api->readFeed(cursor);
        QCOMPARE(client.frames()[1][QLatin1String("cursor")].toString(), cursor);
    }

    void answersAPing()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        client.send({ { QStringLiteral("kind"), QStringLiteral("ping") }, { QStringLiteral("sentAt"), 17 } });
        QVERIFY(client.waitForFrames(2));
        QCOMPARE(kind(client, 1), QStringLiteral("pong"));
        QCOMPARE(client.frames()[1][QLatin1String("sentAt")].toInt(), 17);
    }

    void frameThatWouldBeTooLargeSaysPull()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        m_api->control({ { QStringLiteral("command"), QStringLiteral("employerMessage") },
            { QStringLiteral("text"), QString(70'000, u'x') } });
        QVERIFY(client.waitForFrames(2));
        QCOMPARE(kind(client, 1), QStringLiteral("pull"));
    }

    void refusesATokenThatDoesNotHold()
    {
        LiveClient client;
        client.open(m_sandbox->url(), QStringLiteral("ot_pat_wrong_wrong"));
        QVERIFY(client.waitForClose());
        QVERIFY(client.frames().empty());
    }

    void endsTheChannelOfARevokedToken()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        m_api->control(QStringLiteral("revokeToken"));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.closeCode(), 4401);
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 401);
        m_api->control(QStringLiteral("restoreToken"));
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 200);
    }

    void endsTheChannelWhenTheServerGoesDown()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        m_sandbox->stop();
        QVERIFY(client.waitForClose());
        QCOMPARE(client.closeCode(), 1001);
    }

    void onlyEightChannelsAnAccount()
    {
        std::vector<std::unique_ptr<LiveClient>> clients;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<LiveClient>());
            clients.back()->open(m_sandbox->url(), m_sandbox->trainerToken());
            QVERIFY(clients.back()->waitForFrames(1));
        }
        LiveClient ninth;
        ninth.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(QTest::qWaitFor([&ninth] { return ninth.closeCode() == 4429; }));
    }

    void framesGoWrongOnDemand()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        m_api->control(QStringLiteral("loseLive"));
        employerWrites(QStringLiteral("trainer"));
        m_api->control(QStringLiteral("duplicateLive"));
        employerWrites(QStringLiteral("trainer"));
        QVERIFY(client.waitForFrames(3));
        QVERIFY(
            client.frames()[1][QLatin1String("prevCursor")] != client.frames()[0][QLatin1String("cursor")]);
        QCOMPARE(client.frames()[2], client.frames()[1]);
        m_api->control(QStringLiteral("reorderLive"));
        employerWrites(QStringLiteral("trainer"));
        employerWrites(QStringLiteral("trainer"));
        QVERIFY(client.waitForFrames(5));
        QCOMPARE(
            client.frames()[4][QLatin1String("cursor")], client.frames()[3][QLatin1String("prevCursor")]);
        m_api->control(QStringLiteral("dropLive"));
        QVERIFY(client.waitForClose());
    }

    void letsGoOfWhoDoesNotAnswerAPing()
    {
        LiveClient silent;
        LiveClient awake;
        awake.answerPings();
        silent.open(m_sandbox->url(), m_sandbox->trainerToken());
        awake.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(silent.waitForFrames(1) && awake.waitForFrames(1));
        m_api->control(QStringLiteral("pingLive"));
        QVERIFY(silent.waitForFrames(2) && awake.waitForFrames(2));
        QCOMPARE(kind(silent, 1), QStringLiteral("ping"));
        // The answer overtakes nothing: a frame of the server's that comes after it shows that it is there.
        awake.send({ { QStringLiteral("kind"), QStringLiteral("ping") } });
        QVERIFY(awake.waitForFrames(3));
        m_api->control(QStringLiteral("pingLive"));
        QVERIFY(silent.waitForClose());
        QCOMPARE(silent.closeCode(), 4408);
        QVERIFY(awake.waitForFrames(4));
        QCOMPARE(kind(awake, 3), QStringLiteral("ping"));
    }

    void passesOnTypingAndPresence()
    {
        LiveClient client;
        client.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(client.waitForFrames(1));
        m_api->control(QStringLiteral("typing"));
        m_api->control(QStringLiteral("presence"));
        QVERIFY(client.waitForFrames(3));
        QCOMPARE(kind(client, 1), QStringLiteral("typing"));
        QVERIFY(!client.frames()[1][QLatin1String("displayName")].toString().isEmpty());
        QCOMPARE(kind(client, 2), QStringLiteral("presence"));
        QCOMPARE(client.frames()[2][QLatin1String("state")].toString(), QStringLiteral("online"));
    }

private:
    static QString kind(const LiveClient& client, size_t frame)
    {
        return client.frames()[frame][QLatin1String("kind")].toString();
    }

    static int changes(const LiveClient& client, size_t frame)
    {
        return static_cast<int>(client.frames()[frame][QLatin1String("changes")].toArray().size());
    }

    void employerWrites(const QString& account) const
    {
        m_api->control({ { QStringLiteral("command"), QStringLiteral("employerMessage") },
            { QStringLiteral("account"), account },
            { QStringLiteral("text"), QStringLiteral("Hello again.") } });
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::LiveTest)
#include "live_test.moc"
