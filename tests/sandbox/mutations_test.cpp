// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QTest>

namespace ot::test {

class MutationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
        m_api->useToken(m_sandbox->trainerToken());
        const QJsonObject made
            = m_api->control({ { QStringLiteral("command"), QStringLiteral("employerMessage") },
                { QStringLiteral("text"), QStringLiteral("Are you there?") } });
        m_conversation = made.value(QLatin1String("conversationId")).toString();
        QVERIFY(!m_conversation.isEmpty());
    }

    void messageAndItsConversationAreOneChange()
    {
        QString cursor;
        m_api->readFeed(cursor);
        const QJsonObject result = m_api->say(mutationId(1), m_conversation, QStringLiteral("  On it. "));
        QCOMPARE(outcome(result), QStringLiteral("applied"));
        const QJsonObject message = result[QLatin1String("change")][QLatin1String("object")].toObject();
        QCOMPARE(message[QLatin1String("content")].toString(), QStringLiteral("On it."));
        QCOMPARE(message[QLatin1String("mutationId")].toString(), mutationId(1));
        QVERIFY(message[QLatin1String("isFromViewer")].toBool());

        const std::vector<QJsonObject> changes = m_api->readFeed(cursor);
        QCOMPARE(changes.size(), size_t(2));
        const QJsonObject conversation = changes[1][QLatin1String("object")].toObject();
        QCOMPARE(
            conversation[QLatin1String("lastMessage")][QLatin1String("id")], message[QLatin1String("id")]);
        QCOMPARE(conversation[QLatin1String("needsReplyCount")].toInt(-1), 0);
        QCOMPARE(conversation[QLatin1String("updatedAt")], message[QLatin1String("createdAt")]);
    }

    void repeatedMutationIsADuplicateEvenAfterADeath()
    {
        const QJsonObject first = m_api->say(mutationId(1), m_conversation, QStringLiteral("Once."));
        QCOMPARE(outcome(m_api->say(mutationId(1), m_conversation, QStringLiteral("Once."))),
            QStringLiteral("duplicate"));
        m_sandbox->kill();
        m_sandbox->restart();
        const QJsonObject again = m_api->say(mutationId(1), m_conversation, QStringLiteral("Once."));
        QCOMPARE(outcome(again), QStringLiteral("duplicate"));
        QCOMPARE(again[QLatin1String("change")], first[QLatin1String("change")]);
        QCOMPARE(delivered(mutationId(1)), 1);
    }

    void answerLostAfterTheCommitIsDeliveredOnce()
    {
        fault(QStringLiteral("dropAfterCommit"));
        QVERIFY(m_api->say(mutationId(1), m_conversation, QStringLiteral("Lost?")).isEmpty());
        m_api->control(QStringLiteral("clearFaults"));
        QCOMPARE(delivered(mutationId(1)), 1);
        QCOMPARE(outcome(m_api->say(mutationId(1), m_conversation, QStringLiteral("Lost?"))),
            QStringLiteral("duplicate"));
        QCOMPARE(delivered(mutationId(1)), 1);
    }

    void requestLostBeforeTheCommitIsNotDelivered()
    {
        fault(QStringLiteral("dropBeforeCommit"));
        QVERIFY(m_api->say(mutationId(1), m_conversation, QStringLiteral("Lost.")).isEmpty());
        QCOMPARE(delivered(mutationId(1)), 0);
    }

    void refusesWhatMayNotBeSent_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("conversation");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("code");
        const QString here = QStringLiteral("here");
        QTest::newRow("no UUIDv7") << QStringLiteral("1") << here << QStringLiteral("x")
                                   << QStringLiteral("BAD_REQUEST");
        QTest::newRow("empty") << mutationId(1) << here << QStringLiteral(" \n ")
                               << QStringLiteral("BAD_REQUEST");
        QTest::newRow("too long") << mutationId(1) << here << QString(10'001, u'x')
                                  << QStringLiteral("BAD_REQUEST");
        QTest::newRow("unknown conversation") << mutationId(1) << QStringLiteral("cv_none")
                                              << QStringLiteral("x") << QStringLiteral("NOT_FOUND");
        QTest::newRow("conversation of somebody else") << mutationId(1) << QStringLiteral("foreign")
                                                       << QStringLiteral("x") << QStringLiteral("NOT_FOUND");
    }

    void refusesWhatMayNotBeSent()
    {
        QFETCH(QString, id);
        QFETCH(QString, conversation);
        QFETCH(QString, content);
        QFETCH(QString, code);
        if (conversation == QLatin1String("here"))
            conversation = m_conversation;
        else if (conversation == QLatin1String("foreign"))
            conversation = m_api
                               ->control({ { QStringLiteral("command"), QStringLiteral("employerMessage") },
                                   { QStringLiteral("account"), QStringLiteral("vendor") } })
                               .value(QLatin1String("conversationId"))
                               .toString();
        QVERIFY(!conversation.isEmpty());
        const QJsonObject result = m_api->say(id, conversation, content);
        QCOMPARE(outcome(result), QStringLiteral("rejected"));
        QCOMPARE(result[QLatin1String("code")].toString(), code);
        QVERIFY(!result[QLatin1String("details")][QLatin1String("issues")][0][QLatin1String("path")]
                     .toString()
                     .isEmpty());
        QCOMPARE(delivered(id), 0);
    }

    void longestMessageIsTaken()
    {
        QCOMPARE(outcome(m_api->say(mutationId(1), m_conversation, QString(10'000, u'x'))),
            QStringLiteral("applied"));
    }

    void saysWhyAConversationIsShut_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("employer first") << QStringLiteral("employer_first_message_required");
        QTest::newRow("closed") << QStringLiteral("conversation_closed");
    }

    void saysWhyAConversationIsShut()
    {
        QFETCH(QString, reason);
        m_api->control({ { QStringLiteral("command"), QStringLiteral("upsertRecord") },
            { QStringLiteral("type"), QStringLiteral("Conversation") },
            { QStringLiteral("id"), m_conversation },
            { QStringLiteral("object"),
                QJsonObject { { QStringLiteral("canSend"), false },
                    { QStringLiteral("cannotSendReason"), reason } } } });
        const QJsonObject result = m_api->say(mutationId(1), m_conversation, QStringLiteral("x"));
        QCOMPARE(outcome(result), QStringLiteral("rejected"));
        QCOMPARE(result[QLatin1String("code")].toString(), QStringLiteral("FORBIDDEN"));
        QCOMPARE(result[QLatin1String("details")][QLatin1String("reason")].toString(), reason);
    }

    void oneBadMutationDoesNotHoldUpTheOthers()
    {
        QJsonArray mutations;
        for (int i = 1; i <= 3; ++i)
            mutations.append(QJsonObject { { QStringLiteral("mutationId"), mutationId(i) },
                { QStringLiteral("type"), i == 2 ? QStringLiteral("Wish") : QStringLiteral("Message") },
                { QStringLiteral("op"), QStringLiteral("create") },
                { QStringLiteral("args"),
                    QJsonObject { { QStringLiteral("conversationId"), m_conversation },
                        { QStringLiteral("content"), QString::number(i) } } } });
        const QJsonArray results = m_api
                                       ->post(QStringLiteral("/api/trainer/v1/mutations"),
                                           { { QStringLiteral("mutations"), mutations } })
                                       .json[QLatin1String("results")]
                                       .toArray();
        QCOMPARE(outcome(results.at(0).toObject()), QStringLiteral("applied"));
        QCOMPARE(outcome(results.at(1).toObject()), QStringLiteral("rejected"));
        QCOMPARE(outcome(results.at(2).toObject()), QStringLiteral("applied"));
    }

    void tokenWithoutTheScopeMayNotWrite()
    {
        const QJsonObject issued
            = m_api->control({ { QStringLiteral("command"), QStringLiteral("issueToken") },
                { QStringLiteral("scopes"), QJsonArray { QStringLiteral("messages:read") } } });
        m_api->useToken(issued[QLatin1String("token")].toString());
        const QJsonObject result = m_api->say(mutationId(1), m_conversation, QStringLiteral("x"));
        QCOMPARE(result[QLatin1String("code")].toString(), QStringLiteral("FORBIDDEN"));
        QVERIFY(!m_api->get(QStringLiteral("/api/trainer/v1/capabilities"))
                     .json[QLatin1String("operations")]
                     .toObject()
                     .contains(QLatin1String("Message")));
    }

private:
    static QString outcome(const QJsonObject& result) { return result[QLatin1String("outcome")].toString(); }

    int delivered(const QString& id) const
    {
        return m_api->control(QStringLiteral("stats"))[QLatin1String("messagesByMutationId")][id].toInt();
    }

    void fault(const QString& kind) const
    {
        m_api->control({ { QStringLiteral("command"), QStringLiteral("fault") },
            { QStringLiteral("kind"), kind },
            { QStringLiteral("path"), QStringLiteral("/api/trainer/v1/mutations") },
            // Until cleared: Qt's network access sends a request again by itself when its connection is cut.
            { QStringLiteral("count"), 0 } });
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
    QString m_conversation;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::MutationsTest)
#include "mutations_test.moc"
