// SPDX-License-Identifier: GPL-3.0-or-later
//
// Consents, choices, connected tools and sessions.
#include "sandbox/privacy/consent_chain.h"
#include "sandbox/privacy/security_log.h"
#include "tests/sandbox/privacy_support.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace ot::test {

namespace {

const QString kConsent = QStringLiteral("ConsentRecord");
const QString kChoice = QStringLiteral("PrivacyChoice");
const QString kSecurity = QStringLiteral("SecurityEvent");
const QString kSale = QStringLiteral("sale_or_sharing");

QJsonObject consent(const QString& id, const QString& purpose, const QString& type)
{
    const QString hash(64, QLatin1Char('a'));
    return {
        { QStringLiteral("id"), id },
        { QStringLiteral("schemaVersion"), QStringLiteral("1") },
        { QStringLiteral("piiPrincipalId"), QStringLiteral("u_maria") },
        { QStringLiteral("piiController"), QStringLiteral("OpenTrain") },
        { QStringLiteral("privacyNotice"),
            QJsonObject { { QStringLiteral("version"), QStringLiteral("2026-10-01") },
                { QStringLiteral("hash"), hash }, { QStringLiteral("language"), QStringLiteral("en") } } },
        { QStringLiteral("purpose"), purpose },
        { QStringLiteral("lawfulBasis"), QStringLiteral("consent") },
        { QStringLiteral("dataCategories"), QJsonArray { QStringLiteral("uso y análisis") } },
        { QStringLiteral("sensitive"), false },
        { QStringLiteral("recipients"), QJsonArray() },
        { QStringLiteral("jurisdiction"), QStringLiteral("ES") },
        { QStringLiteral("storageCondition"), QStringLiteral("until withdrawn") },
        { QStringLiteral("event"),
            QJsonObject { { QStringLiteral("type"), type },
                { QStringLiteral("time"), QStringLiteral("2026-11-20T09:00:00.000Z") },
                { QStringLiteral("method"), QStringLiteral("settings") },
                { QStringLiteral("interfaceTextHash"), hash } } },
    };
}

/// The chain as any client finds it: each record names the one before.
QStringList walkChain(const QMap<QString, QJsonObject>& records)
{
    QMap<QString, QJsonObject> byPrevious;
    for (const QJsonObject& record : records)
        byPrevious.insert(textOf(record, "previousHash"), record);
    QStringList ids;
    QString hash = sandbox::chainBeginning();
    while (byPrevious.contains(hash)) {
        const QJsonObject record = byPrevious.take(hash);
        hash = textOf(record, "hash");
        if (sandbox::consentHash(record) != hash)
            return {};
        ids.append(textOf(record, "id"));
    }
    return ids;
}

} // namespace

class PrivacyChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<PrivacyClient>(*m_sandbox, m_sandbox->trainerToken());
    }
    void cleanup()
    {
        m_api.reset();
        m_sandbox.reset();
    }

    void chainGoesOnFromTheSeed()
    {
        const QStringList seeded = walkChain(m_api->records(kConsent));
        QCOMPARE(seeded.size(), m_api->records(kConsent).size());
        QVERIFY(seeded.size() >= 3);
        const QJsonObject first = sandbox::chained(
            consent(QStringLiteral("c_1"), QStringLiteral("analytics"), QStringLiteral("given")),
            endOfChain());
        QCOMPARE(outcomeOf(create(first)), QStringLiteral("applied"));
        const QJsonObject second = sandbox::chained(
            consent(QStringLiteral("c_2"), QStringLiteral("analytics"), QStringLiteral("withdrawn")),
            textOf(first, "hash"));
        QCOMPARE(outcomeOf(create(second)), QStringLiteral("applied"));
        QCOMPARE(walkChain(m_api->records(kConsent)),
            seeded + QStringList({ QStringLiteral("c_1"), QStringLiteral("c_2") }));
        const QJsonObject choice = m_api->records(kChoice).value(QStringLiteral("analytics"));
        QCOMPARE(choice[QLatin1String("allowed")].toBool(true), false);
        QCOMPARE(textOf(choice, "consentRecordId"), QStringLiteral("c_2"));
        QCOMPARE(textOf(choice, "source"), QStringLiteral("USER"));
    }

    void consentSetsTheChoiceItIsAbout()
    {
        create(sandbox::chained(
            consent(QStringLiteral("c_1"), QStringLiteral("profiling"), QStringLiteral("given")),
            endOfChain()));
        QCOMPARE(
            m_api->records(kChoice).value(QStringLiteral("profiling"))[QLatin1String("allowed")].toBool(),
            true);
    }

    void refusesABrokenChain_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("rehash");
        QTest::addColumn<QString>("expected");
        const QString zeros(64, QLatin1Char('0'));
        QTest::newRow("from the beginning again")
            << QStringLiteral("previousHash") << QJsonValue(zeros) << true << QStringLiteral("chain_broken");
        QTest::newRow("a hash nobody has")
            << QStringLiteral("previousHash") << QJsonValue(QString(64, QLatin1Char('f'))) << true
            << QStringLiteral("chain_broken");
        QTest::newRow("changed after hashing")
            << QStringLiteral("jurisdiction") << QJsonValue(QStringLiteral("US")) << false
            << QStringLiteral("hash_mismatch");
        QTest::newRow("member added after hashing")
            << QStringLiteral("note") << QJsonValue(1) << false << QStringLiteral("hash_mismatch");
        QTest::newRow("of somebody else")
            << QStringLiteral("piiPrincipalId") << QJsonValue(QStringLiteral("u_tobias")) << true
            << QStringLiteral("args.piiPrincipalId");
        QTest::newRow("no purpose") << QStringLiteral("purpose") << QJsonValue(QString()) << true
                                    << QStringLiteral("args.purpose");
        QTest::newRow("recipients are no list")
            << QStringLiteral("recipients") << QJsonValue(3) << true << QStringLiteral("args.recipients");
        QTest::newRow("sensitive is a text")
            << QStringLiteral("sensitive") << QJsonValue(QStringLiteral("no")) << true
            << QStringLiteral("args.sensitive");
        QTest::newRow("another schema") << QStringLiteral("schemaVersion") << QJsonValue(QStringLiteral("2"))
                                        << true << QStringLiteral("args.schemaVersion");
        QTest::newRow("event is a text") << QStringLiteral("event") << QJsonValue(QStringLiteral("given"))
                                         << true << QStringLiteral("args.event.type");
        QTest::newRow("notice without a hash")
            << QStringLiteral("privacyNotice")
            << QJsonValue(QJsonObject { { QStringLiteral("version"), QStringLiteral("1") } }) << true
            << QStringLiteral("args.privacyNotice.hash");
        QTest::newRow("too large") << QStringLiteral("note") << QJsonValue(QString(20'000, QLatin1Char('x')))
                                   << true << QStringLiteral("args.id");
        QTest::newRow("id of another") << QStringLiteral("id") << QJsonValue(QStringLiteral("cr_1_trainer"))
                                       << true << QStringLiteral("already_recorded");
    }

    void refusesABrokenChain()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(bool, rehash);
        QFETCH(QString, expected);
        QJsonObject record = sandbox::chained(
            consent(QStringLiteral("c_1"), QStringLiteral("analytics"), QStringLiteral("given")),
            endOfChain());
        record.insert(member, value);
        if (rehash)
            record.insert(QStringLiteral("hash"), sandbox::consentHash(record));
        const QMap<QString, QJsonObject> before = m_api->records(kConsent);
        const QJsonObject result = create(record);
        QCOMPARE(outcomeOf(result), QStringLiteral("rejected"));
        QVERIFY2(reasonOf(result) == expected || pathOf(result) == expected, qPrintable(pathOf(result)));
        QCOMPARE(m_api->records(kConsent), before);
    }

    void optOutIsConfirmedLater()
    {
        setChoice(kSale, true);
        QVERIFY(sale()[QLatin1String("confirmBy")].isNull());
        setChoice(kSale, false);
        QVERIFY(!textOf(sale(), "confirmBy").isEmpty());
        QVERIFY(textOf(sale(), "confirmBy") > textOf(sale(), "since"));
        QVERIFY(sale()[QLatin1String("confirmedAt")].isNull());
        QCOMPARE(textOf(m_api->act(QStringLiteral("confirmOptOut")), "id"), kSale);
        QVERIFY(textOf(sale(), "confirmedAt") >= textOf(sale(), "since"));
        QVERIFY(textOf(m_api->act(QStringLiteral("confirmOptOut")), "id").isEmpty());
    }

    void signalWinsUntilTheUserSaysOtherwise()
    {
        setChoice(kSale, true);
        setChoice(QStringLiteral("advertising"), true);
        setChoice(QStringLiteral("functional"), true);
        requestWithSignal("0");
        QCOMPARE(sale()[QLatin1String("allowed")].toBool(), true);
        requestWithSignal("1");
        QCOMPARE(sale()[QLatin1String("allowed")].toBool(true), false);
        QCOMPARE(textOf(sale(), "source"), QStringLiteral("GPC"));
        QVERIFY(!sale()[QLatin1String("confirmBy")].isNull());
        const QMap<QString, QJsonObject> choices = m_api->records(kChoice);
        QCOMPARE(choices.value(QStringLiteral("advertising"))[QLatin1String("allowed")].toBool(true), false);
        QCOMPARE(choices.value(QStringLiteral("functional"))[QLatin1String("allowed")].toBool(), true);
        QCOMPARE(choices.value(QStringLiteral("gpc"))[QLatin1String("allowed")].toBool(), true);
        // Knowing of the signal, the user allows it: that stands.
        setChoice(kSale, true);
        requestWithSignal("1");
        QCOMPARE(sale()[QLatin1String("allowed")].toBool(), true);
        QCOMPARE(textOf(sale(), "source"), QStringLiteral("USER"));
        // Switched off and on again it counts anew.
        setChoice(QStringLiteral("gpc"), false);
        requestWithSignal("1");
        QCOMPARE(sale()[QLatin1String("allowed")].toBool(true), false);
    }

    void signalSwitchedOnInTheSettingsCountsToo()
    {
        setChoice(kSale, true);
        setChoice(QStringLiteral("gpc"), true);
        QCOMPARE(textOf(sale(), "source"), QStringLiteral("GPC"));
    }

    void signalWritesNothingTwice()
    {
        requestWithSignal("1");
        QString cursor;
        m_api->readFeed(cursor);
        requestWithSignal("1");
        QCOMPARE(m_api->readFeed(cursor).size(), size_t(0));
    }

    void refusesChoicesThatAreNone()
    {
        QCOMPARE(pathOf(m_api->mutate(kChoice, QStringLiteral("update"), kSale, {})),
            QStringLiteral("args.allowed"));
        QCOMPARE(pathOf(m_api->mutate(kChoice, QStringLiteral("update"), kSale,
                     { { QStringLiteral("allowed"), true },
                         { QStringLiteral("source"), QStringLiteral("GPC") } })),
            QStringLiteral("args.source"));
        QCOMPARE(pathOf(m_api->mutate(kChoice, QStringLiteral("update"), kSale,
                     { { QStringLiteral("allowed"), true },
                         { QStringLiteral("consentRecordId"), QStringLiteral("none") } })),
            QStringLiteral("args.consentRecordId"));
        QCOMPARE(m_api
                     ->mutate(kChoice, QStringLiteral("update"), QStringLiteral("everything"),
                         { { QStringLiteral("allowed"), true } })[QLatin1String("code")]
                     .toString(),
            QStringLiteral("NOT_FOUND"));
    }

    void toolIsDisconnectedOnce()
    {
        const QString id = QStringLiteral("it_label_trainer");
        const QString disconnect = QStringLiteral("disconnect");
        const QString type = QStringLiteral("Integration");
        const QJsonObject tool = objectOf(m_api->mutate(type, disconnect, id, {}));
        QCOMPARE(textOf(tool, "status"), QStringLiteral("DISCONNECTED"));
        QVERIFY(tool[QLatin1String("scopes")].toArray().isEmpty());
        QCOMPARE(reasonOf(m_api->mutate(type, disconnect, id, {})), QStringLiteral("already_disconnected"));
    }

    void sessionsAreListedAndEnded()
    {
        const QString other
            = m_api
                  ->control({ { QStringLiteral("command"), QStringLiteral("issueToken") },
                      { QStringLiteral("label"), QStringLiteral("Old laptop") } })[QLatin1String("token")]
                  .toString();
        const QJsonObject mine = eventOf(QStringLiteral("Sandbox token"));
        const QJsonObject theirs = eventOf(QStringLiteral("Old laptop"));
        QCOMPARE(textOf(theirs, "kind"), QStringLiteral("TOKEN_CREATED"));
        QCOMPARE(theirs[QLatin1String("sessionActive")].toBool(), true);
        QCOMPARE(theirs[QLatin1String("isThisSession")].toBool(true), false);
        QCOMPARE(mine[QLatin1String("isThisSession")].toBool(), true);
        QCOMPARE(textOf(theirs, "networkMasked"), QStringLiteral("127.0.0.x"));
        QCOMPARE(reasonOf(endSession(mine)), QStringLiteral("this_session"));

        LiveClient live;
        live.open(m_sandbox->url(), other);
        QVERIFY(live.waitForFrames(1));
        QCOMPARE(outcomeOf(endSession(theirs)), QStringLiteral("applied"));
        QVERIFY(live.waitForClose());
        QCOMPARE(live.closeCode(), 4401);
        PrivacyClient gone(*m_sandbox, other);
        QCOMPARE(gone.get(QStringLiteral("/api/trainer/v1/capabilities")).status, 401);
        QCOMPARE(eventOf(QStringLiteral("Old laptop"),
                     QStringLiteral("TOKEN_CREATED"))[QLatin1String("sessionActive")]
                     .toBool(true),
            false);
        QVERIFY(!eventOf(QStringLiteral("Old laptop"), QStringLiteral("SESSION_ENDED")).isEmpty());
        QCOMPARE(reasonOf(endSession(theirs)), QStringLiteral("session_over"));
        // The one who ended it goes on.
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 200);
    }

    void revokedTokensLeaveAnEvent()
    {
        const QString token
            = m_api
                  ->control({ { QStringLiteral("command"), QStringLiteral("issueToken") },
                      { QStringLiteral("label"), QStringLiteral("Script") } })[QLatin1String("token")]
                  .toString();
        m_sandbox->request("POST", QStringLiteral("/control"), {}, "{\"command\":\"revokeToken\"}", nullptr);
        m_sandbox->request("POST", QStringLiteral("/control"), {}, "{\"command\":\"restoreToken\"}", nullptr);
        QVERIFY(!eventOf(QStringLiteral("Script"), QStringLiteral("TOKEN_REVOKED")).isEmpty());
        QCOMPARE(
            eventOf(QStringLiteral("Script"), QStringLiteral("TOKEN_CREATED"))[QLatin1String("sessionActive")]
                .toBool(),
            true);
        QVERIFY(!token.isEmpty());
    }

    void scopeIsNeeded()
    {
        const QString token
            = m_api
                  ->control({ { QStringLiteral("command"), QStringLiteral("issueToken") },
                      { QStringLiteral("scopes"),
                          QJsonArray { QStringLiteral("messages:write") } } })[QLatin1String("token")]
                  .toString();
        m_api->useToken(token);
        QCOMPARE(reasonOf(m_api->ask(QStringLiteral("access"))), QStringLiteral("scope_missing"));
        QCOMPARE(reasonOf(m_api->mutate(
                     kChoice, QStringLiteral("update"), kSale, { { QStringLiteral("allowed"), true } })),
            QStringLiteral("scope_missing"));
    }

    void networksAreMasked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("masked");
        QTest::newRow("4") << QStringLiteral("203.0.113.77") << QStringLiteral("203.0.113.x");
        QTest::newRow("4 in 6") << QStringLiteral("::ffff:203.0.113.77") << QStringLiteral("203.0.113.x");
        QTest::newRow("6") << QStringLiteral("2001:db8:17:5:aaaa::1") << QStringLiteral("2001:db8:17::x");
        QTest::newRow("none") << QString() << QString();
    }

    void networksAreMasked()
    {
        QFETCH(QString, address);
        QFETCH(QString, masked);
        QCOMPARE(sandbox::maskedNetwork(QHostAddress(address)), masked);
    }

    void onlyTheOwnSessionIsMarked()
    {
        // Quotation marks are written as apostrophes here.
        const auto json = [](QByteArray text) { return text.replace('\'', '"'); };
        const QByteArray one = json(
            "{'createdAt':'t','isThisSession':false,'sessionId':'a','text':'\\'sessionId\\':\\'b\\''}");
        const QByteArray two = json("{'createdAt':'t','isThisSession':false,'sessionId':'b'}");
        QByteArray both = one + ',' + two;
        sandbox::markThisSession(both, QStringLiteral("b"));
        QCOMPARE(both, one + ',' + json("{'createdAt':'t','isThisSession':true,'sessionId':'b'}"));
    }

private:
    QJsonObject create(const QJsonObject& record)
    {
        return m_api->mutate(kConsent, QStringLiteral("create"), textOf(record, "id"), record);
    }
    QString endOfChain() const
    {
        const QMap<QString, QJsonObject> records = m_api->records(kConsent);
        return textOf(records.value(walkChain(records).last()), "hash");
    }
    QJsonObject sale() const { return m_api->records(kChoice).value(kSale); }
    void setChoice(const QString& name, bool allowed)
    {
        QCOMPARE(outcomeOf(m_api->mutate(
                     kChoice, QStringLiteral("update"), name, { { QStringLiteral("allowed"), allowed } })),
            QStringLiteral("applied"));
    }
    QJsonObject endSession(const QJsonObject& event)
    {
        return m_api->mutate(kSecurity, QStringLiteral("endSession"), textOf(event, "id"), {});
    }
    QJsonObject eventOf(const QString& device, const QString& kind = {}) const
    {
        for (const QJsonObject& event : m_api->records(kSecurity)) {
            if (textOf(event, "deviceName") == device && (kind.isEmpty() || textOf(event, "kind") == kind))
                return event;
        }
        return {};
    }
    void requestWithSignal(const QByteArray& value) const
    {
        QNetworkAccessManager network;
        QNetworkRequest request(
            QUrl(m_sandbox->url().toString() + QStringLiteral("/api/trainer/v1/capabilities")));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox->trainerToken().toUtf8());
        request.setRawHeader("Sec-GPC", value);
        std::unique_ptr<QNetworkReply> reply(network.get(request));
        QEventLoop loop;
        connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<PrivacyClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::PrivacyChoicesTest)
#include "privacy_choices_test.moc"
