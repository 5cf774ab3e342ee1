// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever an operation is given, it answers in a known shape, and what it refuses changes nothing.
#include "sandbox/seed/random.h"
#include "tests/sandbox/operation_support.h"

#include <QTest>

namespace ot::test {

class OperationFuzzTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedArgumentsChangeNothing()
    {
        OperationBench bench;
        const QJsonObject offered = bench.api()
                                        .get(QStringLiteral("/api/trainer/v1/capabilities"))
                                        .json[QLatin1String("operations")]
                                        .toObject();
        QVERIFY(offered.size() >= 19);
        prepare(bench);
        sandbox::Random random(7);
        int refused = 0;
        int applied = 0;
        for (auto type = offered.begin(); type != offered.end(); ++type) {
            for (const QJsonValue& name : type.value().toArray()) {
                const QString operation = type.key() + QLatin1Char('.') + name.toString();
                for (int round = 0; round < kRounds; ++round)
                    QVERIFY2(tryOne(bench, random, operation, refused, applied), qUtf8Printable(operation));
            }
        }
        QVERIFY(refused > 500);
        QVERIFY(applied > 50);
    }

private:
    static constexpr int kRounds = 25;

    static QJsonValue oddValue(sandbox::Random& random)
    {
        switch (random.between(0, 12)) {
        case 0:
            return QJsonValue();
        case 1:
            return true;
        case 2:
            return -1;
        case 3:
            return 1e300;
        case 4:
            return 0.5;
        case 5:
            return QString(20'000, u'x');
        case 6:
            return QString(QChar(0xd800));
        case 7:
            return QStringLiteral("  ");
        case 8:
            return QJsonArray { 1, QJsonArray {}, QJsonValue() };
        case 9:
            return QJsonObject { { QStringLiteral("unit"), 1 }, { QStringLiteral(""), 2 } };
        case 10:
            return QStringLiteral("cv_21");
        case 11:
            return QString::fromUtf8("a\0b", 3);
        default:
            return QJsonArray { QJsonObject {},
                QJsonObject { { QStringLiteral("sha256"), QString(64, u'a') } } };
        }
    }

    static QJsonObject oddArguments(sandbox::Random& random)
    {
        static const QStringList kNames { QStringLiteral("conversationId"), QStringLiteral("content"),
            QStringLiteral("attachments"), QStringLiteral("reaction"), QStringLiteral("on"),
            QStringLiteral("upToMessageId"), QStringLiteral("muted"), QStringLiteral("jobId"),
            QStringLiteral("coverText"), QStringLiteral("bid"), QStringLiteral("screeningAnswers"),
            QStringLiteral("name"), QStringLiteral("filters"), QStringLiteral("text"),
            QStringLiteral("skills"), QStringLiteral("languages"), QStringLiteral("hourlyRateUsd"),
            QStringLiteral("contractId"), QStringLiteral("milestoneId"), QStringLiteral("rating"),
            QStringLiteral("email"), QStringLiteral("contractIds"), QStringLiteral("rates"),
            QStringLiteral("subject"), QStringLiteral("secondsRead"), QStringLiteral("nothing of ours") };
        QJsonObject args;
        const qint64 count = random.between(1, 6);
        for (qint64 i = 0; i < count; ++i)
            args.insert(random.pick(kNames), oddValue(random));
        return args;
    }

    /// Records of the types that operations and acts bring about.
    static void prepare(OperationBench& bench)
    {
        for (const char* act : { "addPayoutMethod", "proposeMeeting", "publishInstructions" })
            bench.act(QLatin1String(act));
        for (const char* operation :
            { "SavedSearch.create", "ProposalTemplate.create", "SupportTicket.create", "Reference.create" })
            bench.apply(QLatin1String(operation), {}, goodArguments(QLatin1String(operation)));
        bench.apply(QStringLiteral("Proposal.create"), {}, bench.proposalArgs(true));
    }

    /// What the operation would take as it is; empty where nothing is needed.
    static QJsonObject goodArguments(const QString& operation)
    {
        static const QHash<QString, QByteArray> kGood {
            { QStringLiteral("Message.create"), R"({"conversationId":"cv_1","content":"x"})" },
            { QStringLiteral("Message.react"), R"({"reaction":"👍","on":true})" },
            { QStringLiteral("Conversation.markRead"), R"({"upToMessageId":null})" },
            { QStringLiteral("Conversation.update"), R"({"muted":true,"archived":false,"favourite":true})" },
            { QStringLiteral("Proposal.update"), R"({"coverText":"x","screeningAnswers":[]})" },
            { QStringLiteral("Job.save"), R"({"note":"x"})" },
            { QStringLiteral("SavedSearch.create"),
                R"({"name":"x","query":"y","filters":{},"notify":"NONE"})" },
            { QStringLiteral("SavedSearch.update"), R"({"name":"x","notify":"DAILY"})" },
            { QStringLiteral("ProposalTemplate.create"),
                R"({"name":"x","body":"y","bid":null,"shared":false})" },
            { QStringLiteral("ProposalTemplate.update"), R"({"name":"x","body":"y"})" },
            { QStringLiteral("Note.create"), R"({"subjectType":"Contract","subjectId":"ct_1","text":"x"})" },
            { QStringLiteral("Note.update"), R"({"text":"x","anchor":null})" },
            { QStringLiteral("Profile.update"),
                R"({"title":"x","hourlyRateUsd":30,"skills":{"tags":["a"]}})" },
            { QStringLiteral("Account.update"), R"({"locale":"pt-BR","country":"BR"})" },
            { QStringLiteral("Reference.create"),
                R"({"kind":"REFERENCE","name":"x","email":"a@b.test",)"
                R"("relation":"","permissionConfirmed":true})" },
            { QStringLiteral("CalendarEvent.respond"), R"({"response":"ACCEPTED"})" },
            { QStringLiteral("SupportTicket.create"), R"({"subject":"x","category":"other","text":"y"})" },
            { QStringLiteral("SupportTicket.reply"), R"({"text":"x","attachments":[]})" },
            { QStringLiteral("SupportTicket.rate"), R"({"rating":5,"comment":null})" },
        };
        return QJsonDocument::fromJson(kGood.value(operation)).object();
    }

    /// Good ones, or good ones with one member spoilt, or nothing but odd ones.
    static QJsonObject someArguments(sandbox::Random& random, const QString& operation)
    {
        QJsonObject args = goodArguments(operation);
        const qint64 kind = random.between(0, 3);
        if (kind == 3)
            return oddArguments(random);
        if (kind > 0 && !args.isEmpty())
            args.insert(random.pick(args.keys()), oddValue(random));
        return args;
    }

    static QString someId(OperationBench& bench, sandbox::Random& random, const QString& type)
    {
        if (random.chance(20))
            return random.chance(50) ? QStringLiteral("none") : QString(5'000, u'i');
        return bench.first(type)[QLatin1String("id")].toString();
    }

    /// Whether it was answered as it should be.
    static bool tryOne(
        OperationBench& bench, sandbox::Random& random, const QString& operation, int& refused, int& applied)
    {
        const auto before = bench.records();
        const QString type = operation.section(QLatin1Char('.'), 0, 0);
        const QJsonObject result
            = bench.send(operation, someId(bench, random, type), someArguments(random, operation));
        const QString outcome = result[QLatin1String("outcome")].toString();
        if (outcome == QLatin1String("applied")) {
            ++applied;
            return result[QLatin1String("change")].isObject();
        }
        static const QStringList kCodes { QStringLiteral("BAD_REQUEST"), QStringLiteral("NOT_FOUND"),
            QStringLiteral("CONFLICT"), QStringLiteral("FORBIDDEN") };
        ++refused;
        for (const QJsonValue& issue : result[QLatin1String("details")][QLatin1String("issues")].toArray()) {
            if (issue[QLatin1String("path")].toString().isEmpty()
                || issue[QLatin1String("message")].toString().isEmpty())
                return false;
        }
        return outcome == QLatin1String("rejected")
            && kCodes.contains(result[QLatin1String("code")].toString())
            && !result[QLatin1String("error")].toString().isEmpty() && bench.records() == before;
    }
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::OperationFuzzTest)
#include "operation_fuzz_test.moc"
