// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QSet>
#include <QTest>

namespace ot::test {

class MarketplaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writtenEmployerTypesAndReplies()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("50") });
        ApiClient api(sandbox);
        api.useToken(sandbox.trainerToken());
        const QString conversation
            = api.control({ { QStringLiteral("command"), QStringLiteral("employerMessage") } })
                  .value(QLatin1String("conversationId"))
                  .toString();
        LiveClient client;
        client.open(sandbox.url(), sandbox.trainerToken());
        QVERIFY(client.waitForFrames(1));
        QCOMPARE(api.say(mutationId(1), conversation,
                        QStringLiteral("Is the deadline fixed?"))[QLatin1String("outcome")]
                     .toString(),
            QStringLiteral("applied"));
        qsizetype typing = -1;
        const auto replied = [&] {
            for (size_t i = 1; i < client.frames().size(); ++i) {
                const QJsonObject& frame = client.frames()[i];
                if (frame[QLatin1String("kind")] == QLatin1String("typing")
                    && frame[QLatin1String("conversationId")] == conversation)
                    typing = static_cast<qsizetype>(i);
                for (const QJsonValue& change : frame[QLatin1String("changes")].toArray()) {
                    const QJsonValue object = change[QLatin1String("object")];
                    if (change[QLatin1String("type")] == QLatin1String("Message")
                        && object[QLatin1String("conversationId")] == conversation
                        && !object[QLatin1String("isFromViewer")].toBool(true))
                        return typing >= 0;
                }
            }
            return false;
        };
        QVERIFY(QTest::qWaitFor(replied));
    }

    void employersActByThemselvesButNotAtSpeedZero()
    {
        const SandboxProcess lively({ QStringLiteral("--speed"), QStringLiteral("500") });
        const SandboxProcess still({ QStringLiteral("--speed"), QStringLiteral("0") });
        LiveClient watching;
        watching.open(lively.url(), lively.trainerToken());
        LiveClient waiting;
        waiting.open(still.url(), still.trainerToken());
        QVERIFY(waiting.waitForFrames(1));
        QVERIFY(watching.waitForFrames(6));
        QCOMPARE(waiting.frames().size(), size_t(1));
    }

    void newInstructionsHaveANewVersion()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0") });
        ApiClient api(sandbox);
        api.useToken(sandbox.trainerToken());
        QString cursor;
        const std::vector<QJsonObject> pages = api.readFeed(cursor, 500, QStringLiteral("InstructionPage"));
        QVERIFY(!pages.empty());
        for (const QJsonObject& page : pages) {
            act(api, QStringLiteral("publishInstructions"), page[QLatin1String("id")].toString());
            const std::vector<QJsonObject> changes
                = api.readFeed(cursor, 500, QStringLiteral("InstructionPage"));
            QCOMPARE(changes.size(), size_t(1));
            const QJsonObject before = page[QLatin1String("object")].toObject();
            const QJsonObject after = changes[0][QLatin1String("object")].toObject();
            QCOMPARE(after[QLatin1String("serverVersion")].toInt(),
                before[QLatin1String("serverVersion")].toInt() + 1);
            QVERIFY(!after[QLatin1String("changeSummary")].toString().isEmpty());
            const bool markdown = before[QLatin1String("contentFormat")] == QLatin1String("markdown");
            const QString body = markdown ? QStringLiteral("markdown") : QStringLiteral("tiptapJson");
            QVERIFY(after[body] != before[body]);
        }
    }

    void proposalBecomesAContractAndMoney()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0") });
        ApiClient api(sandbox);
        api.useToken(sandbox.trainerToken());
        QString cursor;
        api.readFeed(cursor);
        const QString proposal = act(api, QStringLiteral("shortlistProposal"));
        QCOMPARE(act(api, QStringLiteral("hire"), proposal), proposal);
        QString milestone;
        QString contract;
        for (const QJsonObject& change : api.readFeed(cursor)) {
            if (change[QLatin1String("type")] == QLatin1String("Milestone"))
                milestone = change[QLatin1String("id")].toString();
            if (change[QLatin1String("type")] == QLatin1String("Contract"))
                contract = change[QLatin1String("id")].toString();
            if (change[QLatin1String("type")] == QLatin1String("Proposal"))
                QCOMPARE(
                    change[QLatin1String("object")][QLatin1String("status")][QLatin1String("raw")].toString(),
                    QStringLiteral("HIRED"));
        }
        QVERIFY(!contract.isEmpty());
        for (const char* step :
            { "fundMilestone", "submitMilestone", "disputeMilestone", "settleDispute", "approveMilestone" })
            QCOMPARE(act(api, QLatin1String(step), milestone), milestone);
        QString payout;
        for (const QJsonObject& change : api.readFeed(cursor)) {
            if (change[QLatin1String("type")] == QLatin1String("Payout"))
                payout = change[QLatin1String("id")].toString();
        }
        QStringList states;
        for (const char* step :
            { "advancePayout", "advancePayout", "holdPayout", "advancePayout", "failPayout", "advancePayout",
                "advancePayout", "returnPayout", "advancePayout", "advancePayout", "advancePayout" }) {
            QCOMPARE(act(api, QLatin1String(step), payout), payout);
            states.append(
                api.readFeed(cursor).back()[QLatin1String("object")][QLatin1String("status")].toString());
        }
        QCOMPARE(states.join(QLatin1Char(' ')),
            QStringLiteral(
                "APPROVED PENDING_PAYOUT HELD PENDING_PAYOUT FAILED PENDING_PAYOUT IN_TRANSIT RETURNED "
                "PENDING_PAYOUT IN_TRANSIT PAID"));
    }

    void sameSeedActsTheSame()
    {
        QByteArray bytes[2];
        for (QByteArray& copy : bytes) {
            const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0"),
                QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("--now"),
                QStringLiteral("2026-11-20T09:15:00.000Z") });
            ApiClient api(sandbox);
            api.useToken(sandbox.trainerToken());
            for (const char* step : { "shortlistProposal", "useBudget", "publishInstructions", "updateJob" })
                copy += act(api, QLatin1String(step)).toUtf8() + ' ';
        }
        QVERIFY(bytes[0].size() > 12);
        QCOMPARE(bytes[0], bytes[1]);
    }

    void instructionsGoWithTheContract()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0") });
        ApiClient api(sandbox);
        api.useToken(sandbox.trainerToken());
        QString cursor;
        QString contract;
        QSet<QString> pages;
        for (const QJsonObject& change : api.readFeed(cursor)) {
            if (change[QLatin1String("type")] != QLatin1String("InstructionPage"))
                continue;
            const QString of = change[QLatin1String("object")][QLatin1String("contractId")].toString();
            if (contract.isEmpty())
                contract = of;
            if (of == contract)
                pages.insert(change[QLatin1String("id")].toString());
        }
        QVERIFY(!pages.isEmpty());
        QCOMPARE(act(api, QStringLiteral("endContract"), contract), contract);
        QSet<QString> removed;
        for (const QJsonObject& change : api.readFeed(cursor)) {
            if (change[QLatin1String("type")] == QLatin1String("InstructionPage"))
                QVERIFY(!change.contains(QLatin1String("object")));
            if (change[QLatin1String("type")] == QLatin1String("InstructionPage"))
                removed.insert(change[QLatin1String("id")].toString());
        }
        QCOMPARE(removed, pages);
    }

private:
    static QString act(const ApiClient& api, const QString& name, const QString& id = {})
    {
        return api
            .control({ { QStringLiteral("command"), QStringLiteral("act") }, { QStringLiteral("act"), name },
                { QStringLiteral("id"), id } })
            .value(QLatin1String("id"))
            .toString();
    }
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::MarketplaceTest)
#include "marketplace_test.moc"
