// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/seed_support.h"

#include <QSet>
#include <QTest>

using namespace ot::sandbox;
using namespace ot::sandbox::seed_test;

class SeedLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = makeSeedWorld(7, kNow); }

    void timesAreInOrderAndNotInTheFuture();
    void jobsAreNewestFirstAndOpenOnesValid();
    void referencesLead_data();
    void referencesLead();
    void conversationsAgreeWithTheirMessages();
    void proposalsAndConversationsNameEachOther();
    void payoutsAddUpToTheirMilestones();
    void manySeedsAreSound();

private:
    SeedWorld m_world;
};

void SeedLinksTest::timesAreInOrderAndNotInTheFuture()
{
    const QSet<QString> mayBeAhead { QStringLiteral("validThrough"), QStringLiteral("dueDate"),
        QStringLiteral("arrivalDate"), QStringLiteral("offlineUntil"), QStringLiteral("editableUntil"),
        QStringLiteral("dueAt"), QStringLiteral("expiresAt"), QStringLiteral("startsAt"),
        QStringLiteral("endsAt") };
    int seen = 0;
    const auto visit = [&](const QString& path, const QJsonValue& value) {
        const QString member = path.section(QLatin1Char('.'), -1);
        const bool isTime = member.endsWith(QLatin1String("At")) || member.endsWith(QLatin1String("Date"))
            || member == QLatin1String("datePosted") || member == QLatin1String("memberSince");
        if (!isTime || !value.isString())
            return;
        const std::optional<qint64> at = parseIsoTime(value.toString());
        QVERIFY2(at.has_value(), qPrintable(path + value.toString()));
        QVERIFY2(mayBeAhead.contains(member) || *at <= kNow, qPrintable(path + value.toString()));
        ++seen;
    };
    for (const QJsonObject& job : m_world.jobs)
        walk(text(job, "id"), job, visit);
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            walk(record.id, record.object, visit);
            if (record.type != QLatin1String("Profile"))
                QVERIFY2(time(record.object, "createdAt") <= time(record.object, "updatedAt"),
                    qPrintable(record.id));
        }
    }
    QVERIFY(seen > 1500);
}

void SeedLinksTest::jobsAreNewestFirstAndOpenOnesValid()
{
    qint64 before = kNow;
    QSet<QString> payments;
    for (const QJsonObject& job : m_world.jobs) {
        const qint64 posted = time(job, "datePosted");
        QVERIFY2(posted <= before, qPrintable(text(job, "title")));
        before = posted;
        if (text(job, "status") == QLatin1String("OPEN"))
            QVERIFY2(time(job, "validThrough") > kNow, qPrintable(text(job, "title")));
        const QJsonObject pay = job.value(QLatin1String("pay")).toObject();
        payments.insert(text(pay, "paymentType"));
        const bool range = pay.value(QLatin1String("hourlyMin")).isDouble();
        const int given = int(pay.value(QLatin1String("hourlyRate")).isDouble()) + int(range)
            + int(pay.value(QLatin1String("fixedPrice")).isDouble())
            + int(pay.value(QLatin1String("perLabelRate")).isDouble());
        QVERIFY2(given == 1, qPrintable(text(job, "title")));
        if (range)
            QVERIFY(pay.value(QLatin1String("hourlyMin")).toDouble()
                < pay.value(QLatin1String("hourlyMax")).toDouble());
        QVERIFY(!text(job, "descriptionText").contains(QLatin1String("%1"))
            && !text(job, "title").contains(QLatin1String("%1")));
        QVERIFY(text(job, "descriptionHtml").count(QLatin1String("<h3>")) == 4);
    }
    QCOMPARE(payments.size(), 3);
    QCOMPARE(text(m_world.jobs.front(), "title"), QStringLiteral("Spanish safety red-teaming, chat models"));
    QVERIFY(kNow - time(m_world.jobs.front(), "datePosted") < 15 * 60'000);
    QVERIFY(kNow - time(m_world.jobs.back(), "datePosted") > 56 * kDay);
}

void SeedLinksTest::referencesLead_data()
{
    QTest::addColumn<QString>("account");
    QTest::newRow("trainer") << QStringLiteral("trainer");
    for (const char* account : { "vendor", "vendor-bids", "vendor-finance", "vendor-member" })
        QTest::newRow(account) << QString::fromUtf8(account);
}

void SeedLinksTest::referencesLead()
{
    QFETCH(QString, account);
    Records records = recordsOf(accountOf(m_world, account.toUtf8().constData()));
    // A member's own records lead to what the team shares.
    const Records own = records;
    const QString organization = accountOf(m_world, account.toUtf8().constData()).organization;
    if (!organization.isEmpty() && organization != account)
        records = recordsOf(accountOf(m_world, organization.toUtf8().constData()));
    QMap<QString, QJsonObject> jobs;
    for (const QJsonObject& job : m_world.jobs)
        jobs.insert(text(job, "id"), job);
    const QMap<QString, QString> leadsTo { { QStringLiteral("conversationId"),
                                               QStringLiteral("Conversation") },
        { QStringLiteral("jobDmConversationId"), QStringLiteral("Conversation") },
        { QStringLiteral("contractId"), QStringLiteral("Contract") },
        { QStringLiteral("proposalId"), QStringLiteral("Proposal") },
        { QStringLiteral("milestoneId"), QStringLiteral("Milestone") },
        { QStringLiteral("payoutId"), QStringLiteral("Payout") },
        { QStringLiteral("invoiceId"), QStringLiteral("Invoice") },
        { QStringLiteral("instructionPageId"), QStringLiteral("InstructionPage") },
        { QStringLiteral("parentId"), QStringLiteral("InstructionPage") } };
    int seen = 0;
    for (auto type = own.begin(); type != own.end(); ++type) {
        for (const QJsonObject& object : type.value()) {
            const QString id = text(object, "id");
            for (const char* kind : { "subject", "owner" }) {
                const QString to = text(object, qPrintable(QLatin1String(kind) + QStringLiteral("Type")));
                const QString target = text(object, qPrintable(QLatin1String(kind) + QStringLiteral("Id")));
                QVERIFY2(target.isEmpty() || records[to].contains(target) || own[to].contains(target)
                        || (to == QLatin1String("Job") && jobs.contains(target)),
                    qPrintable(id + QLatin1Char('>') + target));
                seen += target.isEmpty() ? 0 : 1;
            }
            const QString jobId = text(object, "jobId");
            if (!jobId.isEmpty()) {
                QVERIFY2(jobs.contains(jobId), qPrintable(id));
                QVERIFY2(time(jobs[jobId], "datePosted") <= time(object, "createdAt"), qPrintable(id));
            }
            for (auto link = leadsTo.begin(); link != leadsTo.end(); ++link) {
                const QString target = object.value(link.key()).toString();
                QVERIFY2(target.isEmpty() || records[link.value()].contains(target),
                    qPrintable(id + QLatin1Char('>') + target));
                seen += target.isEmpty() ? 0 : 1;
            }
        }
    }
    QVERIFY(seen > (own.contains(QStringLiteral("Message")) ? 100 : 1));
}

void SeedLinksTest::conversationsAgreeWithTheirMessages()
{
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        QMap<QString, QList<QJsonObject>> byConversation;
        for (const SeedRecord& record : account.records) {
            if (record.type == QLatin1String("Message"))
                byConversation[text(record.object, "conversationId")].append(record.object);
        }
        qint64 unreadInAll = 0;
        for (const QJsonObject& conversation : records[QStringLiteral("Conversation")]) {
            const QByteArray id = text(conversation, "id").toUtf8();
            const QList<QJsonObject> messages = byConversation.value(text(conversation, "id"));
            QSet<QString> people;
            const QJsonArray participants = conversation.value(QLatin1String("participants")).toArray();
            for (const QJsonValue& person : participants)
                people.insert(text(person.toObject(), "userId"));
            QVERIFY2(people.size() == participants.size() && people.contains(account.userId), id.constData());
            qint64 unread = 0;
            qint64 before = time(conversation, "createdAt");
            for (const QJsonObject& message : messages) {
                QVERIFY2(time(message, "createdAt") > before, id.constData());
                before = time(message, "createdAt");
                QCOMPARE(message.value(QLatin1String("isFromViewer")).toBool(),
                    text(message, "senderUserId") == account.userId);
                QVERIFY2(message.value(QLatin1String("system")).toBool()
                        || people.contains(text(message, "senderUserId")),
                    id.constData());
                QVERIFY(!text(message, "content").trimmed().isEmpty());
                QCOMPARE(number(message, "attachmentCount"),
                    message.value(QLatin1String("attachments")).toArray().size());
                unread += message.value(QLatin1String("hasUnreadFlag")).toBool() ? 1 : 0;
            }
            QCOMPARE(number(conversation, "unreadCount"), unread);
            unreadInAll += unread;
            const QJsonObject last = conversation.value(QLatin1String("lastMessage")).toObject();
            QCOMPARE(text(last, "id"), messages.isEmpty() ? QString() : text(messages.last(), "id"));
            if (!messages.isEmpty())
                QCOMPARE(text(last, "content"), text(messages.last(), "content"));
            QVERIFY(number(conversation, "needsReplyCount") <= messages.size());
            QCOMPARE(conversation.value(QLatin1String("canSend")).toBool(),
                text(conversation, "cannotSendReason").isEmpty());
            if (text(conversation, "cannotSendReason") == QLatin1String("employer_first_message_required"))
                QVERIFY(messages.isEmpty());
        }
        QVERIFY(unreadInAll > 0 || records[QStringLiteral("Conversation")].isEmpty());
    }
}

void SeedLinksTest::proposalsAndConversationsNameEachOther()
{
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        for (const QJsonObject& proposal : records[QStringLiteral("Proposal")]) {
            const QString conversation = text(proposal, "conversationId");
            if (!conversation.isEmpty())
                QCOMPARE(text(records[QStringLiteral("Conversation")][conversation], "proposalId"),
                    text(proposal, "id"));
            const QString contract = text(proposal, "contractId");
            QCOMPARE(contract.isEmpty(),
                text(proposal.value(QLatin1String("status")).toObject(), "raw") != QLatin1String("HIRED"));
            if (!contract.isEmpty())
                QCOMPARE(
                    text(records[QStringLiteral("Contract")][contract], "proposalId"), text(proposal, "id"));
        }
        for (const QJsonObject& contract : records[QStringLiteral("Contract")]) {
            const QJsonObject dm
                = records[QStringLiteral("Conversation")][text(contract, "jobDmConversationId")];
            QCOMPARE(text(dm, "contractId"), text(contract, "id"));
            QCOMPARE(text(dm, "companyName"), text(contract, "employerName"));
        }
    }
}

void SeedLinksTest::payoutsAddUpToTheirMilestones()
{
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        QMap<QString, qint64> paid;
        for (const QJsonObject& payout : records[QStringLiteral("Payout")]) {
            QCOMPARE(number(payout, "netMinor"), number(payout, "amountMinor") - number(payout, "feeMinor"));
            QCOMPARE(text(payout, "paidAt").isEmpty(), text(payout, "status") != QLatin1String("PAID"));
            const QJsonObject milestone = records[QStringLiteral("Milestone")][text(payout, "milestoneId")];
            QCOMPARE(text(payout, "currency"), text(milestone, "currency"));
            QCOMPARE(text(payout, "invoiceId"), text(milestone, "invoiceId"));
            const bool lost = text(payout, "status") == QLatin1String("FAILED")
                || text(payout, "status") == QLatin1String("RETURNED");
            QCOMPARE(lost, !text(payout, "failureCode").isEmpty());
            if (!lost)
                paid[text(milestone, "id")] += number(payout, "amountMinor");
        }
        for (const QJsonObject& milestone : records[QStringLiteral("Milestone")]) {
            const QString status = text(milestone, "status");
            const bool open
                = status == QLatin1String("NOT_FUNDED") || status == QLatin1String("ACTIVE_FUNDED");
            QCOMPARE(paid.value(text(milestone, "id")), open ? 0 : number(milestone, "amountMinor"));
            QVERIFY(number(milestone, "amountMinor") > 0);
        }
    }
}

void SeedLinksTest::manySeedsAreSound()
{
    const SeedWorld usual = m_world;
    for (quint64 seed = 100; seed < 130; ++seed) {
        m_world = makeSeedWorld(seed, kNow);
        timesAreInOrderAndNotInTheFuture();
        jobsAreNewestFirstAndOpenOnesValid();
        conversationsAgreeWithTheirMessages();
        payoutsAddUpToTheirMilestones();
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
    m_world = usual;
}

QTEST_GUILESS_MAIN(SeedLinksTest)
#include "seed_links_test.moc"
