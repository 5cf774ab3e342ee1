// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/seed_support.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace ot::sandbox;
using namespace ot::sandbox::seed_test;

class SeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = makeSeedWorld(7, kNow); }

    void sameSeedAndTimeGiveTheSameBytes();
    void otherSeedsAndTimesGiveOthers();
    void countsAreWhatTheScreensNeed();
    void objectsAreWhole_data();
    void objectsAreWhole();
    void idsAreUniqueAndTheirOwn();
    void moneyIsCountedInIntegers();
    void everyStatusOccurs();
    void snapshotsSayWhatDocumentsSay();

private:
    SeedWorld m_world;
};

void SeedTest::sameSeedAndTimeGiveTheSameBytes()
{
    const QByteArray first = bytesOf(m_world);
    QVERIFY(first.size() > 500'000);
    QCOMPARE(bytesOf(makeSeedWorld(7, kNow)), first);
}

void SeedTest::otherSeedsAndTimesGiveOthers()
{
    QVERIFY(bytesOf(makeSeedWorld(8, kNow)) != bytesOf(m_world));
    QVERIFY(bytesOf(makeSeedWorld(7, kNow + 60'000)) != bytesOf(m_world));
}

void SeedTest::countsAreWhatTheScreensNeed()
{
    QCOMPARE(m_world.jobs.size(), std::size_t(340));
    QCOMPARE(m_world.accounts.size(), std::size_t(5));
    QSet<QString> titles;
    QSet<QString> companies;
    qsizetype closed = 0;
    for (const QJsonObject& job : m_world.jobs) {
        titles.insert(text(job, "title"));
        companies.insert(text(job, "companyName"));
        closed += text(job, "status") == QLatin1String("OPEN") ? 0 : 1;
    }
    QCOMPARE(titles.size(), 340);
    QVERIFY(companies.size() >= 45);
    QCOMPARE(closed, 15);

    const Records trainer = recordsOf(accountOf(m_world, "trainer"));
    const Records vendor = recordsOf(accountOf(m_world, "vendor"));
    const auto count = [](const Records& records, const char* type) {
        return records.value(QString::fromUtf8(type)).size();
    };
    QCOMPARE(count(trainer, "Account"), 1);
    QCOMPARE(count(trainer, "Profile"), 1);
    QCOMPARE(count(trainer, "Proposal"), 12);
    QCOMPARE(count(trainer, "Conversation"), 14);
    QCOMPARE(count(trainer, "Contract"), 7);
    QCOMPARE(count(trainer, "Payout"), 44);
    QVERIFY(count(trainer, "Message") >= 280);
    QVERIFY(count(trainer, "InstructionPage") >= 12);
    QCOMPARE(count(vendor, "Proposal"), 8);
    QCOMPARE(count(vendor, "Conversation"), 6);
    QCOMPARE(count(vendor, "Contract"), 4);
    QCOMPARE(count(vendor, "Payout"), 20);
    QVERIFY(count(vendor, "InstructionPage") >= 3);
}

void SeedTest::objectsAreWhole_data()
{
    // As docs/api/README.md has them.
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("members");
    QTest::newRow("Account") << QStringLiteral("Account")
                             << names("id email firstName lastName fullName userType accountKind "
                                      "organizationId organizationName memberRole "
                                      "country timeZone locale createdAt updatedAt");
    QTest::newRow("Profile")
        << QStringLiteral("Profile")
        << names("id profileSlug profilePath displayName firstName lastNameInitial talentType title bio city "
                 "countryCode country "
                 "profilePhotoUrl hourlyRateUsd availability expertiseLevel englishLevel memberSince "
                 "identityVerified skills "
                 "languages stats agency labelExperience workExperience education reviews updatedAt");
    QTest::newRow("Job") << QStringLiteral("Job")
                         << names("id slug title companyName descriptionText descriptionHtml seoTitle "
                                  "summary status datePosted validThrough "
                                  "updatedAt employmentTypes countries languages category dataType "
                                  "labelTypes labelingSoftware experienceLevel "
                                  "skills pay url applyUrl");
    QTest::newRow("Proposal")
        << QStringLiteral("Proposal")
        << names("id jobId jobTitle companyName status coverText bid interview screeningAnswers "
                 "conversationId contractId "
                 "authorUserId authorName submittedAt viewedByEmployerAt editableUntil createdAt updatedAt");
    QTest::newRow("Conversation")
        << QStringLiteral("Conversation")
        << names("id type bucket jobId proposalId contractId channelName title companyName counterpartName "
                 "participants "
                 "lastMessage unreadCount needsReplyCount muted archived favourite canSend cannotSendReason "
                 "createdAt "
                 "updatedAt");
    QTest::newRow("Message")
        << QStringLiteral("Message")
        << names(
               "id conversationId jobId senderUserId senderName isFromViewer system hasUnreadFlag hasAudio "
               "content messageType "
               "attachmentCount attachments reactionCount reactions mutationId editedAt createdAt updatedAt");
    QTest::newRow("Contract") << QStringLiteral("Contract")
                              << names("id status title jobId proposalId employerName paymentType currency "
                                       "rateMicros estimatedTotalMinor "
                                       "estimatedVolume hasActiveMilestone startDate endDate "
                                       "jobDmConversationId managedService budget access "
                                       "createdAt updatedAt");
    QTest::newRow("Milestone") << QStringLiteral("Milestone")
                               << names("id contractId name description status amountMinor currency volume "
                                        "milestoneNumber dueDate pendingApproval "
                                        "needsReview invoiceId createdAt updatedAt");
    QTest::newRow("InstructionPage") << QStringLiteral("InstructionPage")
                                     << names("id contractId jobId parentId position title icon "
                                              "contentFormat tiptapJson htmlSnapshot markdown serverVersion "
                                              "changeSummary confidential offlineUntil createdAt updatedAt");
    QTest::newRow("Payout") << QStringLiteral("Payout")
                            << names("id contractId milestoneId jobTitle employerName status amountMinor "
                                     "feeMinor netMinor currency method "
                                     "destinationLast4 requestedAt approvedAt arrivalDate paidAt failureCode "
                                     "failureMessage blockedBy invoiceId "
                                     "invoiceNumber createdAt updatedAt");
}

void SeedTest::objectsAreWhole()
{
    QFETCH(QString, type);
    QFETCH(QStringList, members);
    if (type == QLatin1String("Job")) {
        for (const QJsonObject& job : m_world.jobs)
            QCOMPARE(job.keys(), members);
        return;
    }
    int seen = 0;
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            if (record.type != type)
                continue;
            QCOMPARE(record.object.keys(), members);
            ++seen;
        }
    }
    QVERIFY(seen >= 2);
}

void SeedTest::idsAreUniqueAndTheirOwn()
{
    QSet<QString> ids;
    for (const QJsonObject& job : m_world.jobs) {
        const QString id = text(job, "id");
        QVERIFY2(!ids.contains(id), qPrintable(id));
        ids.insert(id);
        QVERIFY(text(job, "url").endsWith(id));
        QCOMPARE(id.section(QLatin1Char('x'), 0, 0).toLongLong(), time(job, "datePosted"));
    }
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            QCOMPARE(text(record.object, "id"), record.id);
            // A choice is named by what it is about, for everybody alike.
            if (record.type == QLatin1String("PrivacyChoice"))
                continue;
            const QString whole = record.type + QLatin1Char('/') + record.id;
            QVERIFY2(!ids.contains(whole), qPrintable(whole));
            ids.insert(whole);
        }
    }
}

void SeedTest::moneyIsCountedInIntegers()
{
    int seen = 0;
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            walk(record.id, record.object, [&seen](const QString& path, const QJsonValue& value) {
                if ((!path.endsWith(QLatin1String("Minor")) && !path.endsWith(QLatin1String("Micros")))
                    || value.isNull())
                    return;
                QVERIFY2(
                    value.isDouble() && std::trunc(value.toDouble()) == value.toDouble(), qPrintable(path));
                QVERIFY2(value.toDouble() >= 0, qPrintable(path));
                ++seen;
            });
        }
    }
    QVERIFY(seen > 200);
}

void SeedTest::everyStatusOccurs()
{
    QMap<QString, QSet<QString>> seen;
    for (const SeedRecord& record : accountOf(m_world, "trainer").records) {
        const QJsonValue status = record.object.value(QLatin1String("status"));
        seen[record.type].insert(status.isObject() ? text(status.toObject(), "raw") : status.toString());
        seen[record.type + QStringLiteral(".currency")].insert(text(record.object, "currency"));
    }
    const auto all = [](const char* spaced) {
        const QStringList list = names(spaced);
        return QSet<QString>(list.begin(), list.end());
    };
    QCOMPARE(seen[QStringLiteral("Proposal")],
        all("UNREVIEWED SHORTLISTED MAYBE HIRED DECLINED NOT_A_FIT RESUME_SENT"));
    QCOMPARE(seen[QStringLiteral("Contract")], all("active ended"));
    QCOMPARE(
        seen[QStringLiteral("Milestone")], all("NOT_FUNDED ACTIVE_FUNDED PENDING_APPROVAL PAID DISPUTED"));
    QCOMPARE(seen[QStringLiteral("Payout")],
        all("REQUESTED APPROVED PENDING_PAYOUT IN_TRANSIT PAID HELD FAILED RETURNED"));
    QCOMPARE(seen[QStringLiteral("Contract.currency")], all("USD EUR GBP JPY INR BRL"));
}

void SeedTest::snapshotsSayWhatDocumentsSay()
{
    int rich = 0;
    int plain = 0;
    QSet<QString> nodes;
    QSet<QString> blocks;
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            if (record.type != QLatin1String("InstructionPage"))
                continue;
            if (text(record.object, "contentFormat") == QLatin1String("markdown")) {
                QVERIFY(text(record.object, "markdown").contains(QLatin1String("\n\n")));
                ++plain;
                continue;
            }
            ++rich;
            const QString html = text(record.object, "htmlSnapshot");
            walk(record.id, record.object.value(QLatin1String("tiptapJson")),
                [&](const QString& path, const QJsonValue& value) {
                    if (path.endsWith(QLatin1String(".text")))
                        QVERIFY2(
                            html.contains(value.toString().toHtmlEscaped()), qPrintable(value.toString()));
                    if (path.endsWith(QLatin1String(".type")))
                        nodes.insert(value.toString());
                    if (path.endsWith(QLatin1String(".data-id"))) {
                        QVERIFY2(!blocks.contains(value.toString()), qPrintable(value.toString()));
                        blocks.insert(value.toString());
                    }
                });
        }
    }
    QVERIFY(rich > 10 && plain > 0 && blocks.size() > 100);
    for (const char* type : { "heading", "paragraph", "bulletList", "orderedList", "taskItem", "table",
             "tableHeader", "codeBlock", "blockquote", "horizontalRule", "bold", "italic", "code",
             "highlight", "strike", "link" })
        QVERIFY2(nodes.contains(QLatin1String(type)), type);
}

QTEST_GUILESS_MAIN(SeedTest)
#include "seed_test.moc"
