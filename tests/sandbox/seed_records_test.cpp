// SPDX-License-Identifier: GPL-3.0-or-later
//
// The seeded records around the work: whole, in agreement with what they are about, and with true files.
#include "tests/sandbox/seed_support.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace ot::sandbox;
using namespace ot::sandbox::seed_test;

namespace {

QString sha256Of(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject memberOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toObject();
}

} // namespace

class SeedRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void objectsAreWhole_data();
    void objectsAreWhole();
    void everyValueOccurs_data();
    void everyValueOccurs();
    void everyMemberHasSomethingOfTheirOwn();
    void filesAreWhatTheirRecordsSay();
    void filesAreOfTheirKind();
    void attachmentsAreNamedByTheirOwners();
    void invoicesAgreeWithPayouts();
    void interviewsAgreeWithProposals();
    void submissionsAgreeWithMilestones();
    void reviewsAgreeWithProfiles();
    void acknowledgementsAreOfTextsThatWere();
    void eventsLieInPastAndFuture();
    void reactionsAddUp();
    void nobodyElseIsShownWithMoreThanAnInitial();

private:
    [[nodiscard]] std::vector<QJsonObject> all(const char* type) const
    {
        std::vector<QJsonObject> objects;
        for (const SeedAccount& account : m_world.accounts) {
            for (const SeedRecord& record : account.records) {
                if (record.type == QLatin1String(type))
                    objects.push_back(record.object);
            }
        }
        return objects;
    }

    SeedWorld m_world;
    QMap<QString, SeedBlob> m_blobs;
};

void SeedRecordsTest::initTestCase()
{
    m_world = makeSeedWorld(7, kNow);
    for (const SeedBlob& blob : m_world.blobs) {
        QVERIFY(!m_blobs.contains(blob.sha256));
        m_blobs.insert(blob.sha256, blob);
    }
}

void SeedRecordsTest::objectsAreWhole_data()
{
    QTest::addColumn<QString>("members");
    const auto row = [](const char* type, const char* members) {
        QTest::newRow(type) << QStringLiteral("id createdAt updatedAt ") + QLatin1String(members);
    };
    row("SavedJob", "jobId note");
    row("SavedSearch", "name query filters notify lastMatchAt matchCount");
    row("ProposalTemplate", "name body bid shared authorUserId authorName usedCount lastUsedAt");
    row("Interview",
        "proposalId jobId jobTitle companyName state url questionCount answeredCount minutesEstimated score "
        "summary transcript startedAt completedAt expiresAt");
    row("Submission",
        "contractId milestoneId state note units hours attachments requestsPayout reviewComment submittedAt "
        "reviewedAt authorUserId authorName mutationId");
    row("Acknowledgement",
        "contractId instructionPageId serverVersion contentHash acknowledgedAt secondsRead deviceName "
        "authorUserId authorName");
    row("Note", "subjectType subjectId anchor text visibility authorUserId authorName");
    row("Attachment",
        "ownerType ownerId contractId fileName mediaType byteCount sha256 confidential access offlineUntil");
    row("CalendarEvent",
        "kind title description startsAt endsAt allDay timeZone contractId jobId location url status "
        "response "
        "organizerName");
    row("Invoice",
        "number kind status contractId payoutId employerName billedTo lines subtotalMinor feeMinor taxMinor "
        "totalMinor currency issuedAt dueAt paidAt document");
    row("PayoutMethod", "kind provider label last4 currency country status isDefault requirements manageUrl");
    row("TaxForm",
        "form status country taxIdLast4 withholdingPercent validUntil requestedAt submittedAt "
        "rejectionReason manageUrl");
    row("Review",
        "direction contractId jobTitle authorName subjectName rating comment reply repliedAt visibility");
    row("Notification", "kind title text subjectType subjectId readAt");
    row("Company",
        "name legalName website description countries headcountBand languages dataTypes labelTypes software "
        "industries securityOverview certifications workforceModel qualityModel minimumEngagementMinor "
        "currency rates verified contactName contactEmail");
    row("TeamMember",
        "organizationId userId displayName email role status title languages skills weeklyHours "
        "allocatedHours contractIds invitedAt joinedAt lastActiveAt");
    row("SupportTicket", "subject category status messages survey");
    row("Reference", "kind name emailMasked relation permissionConfirmedAt informedAt status");
}

void SeedRecordsTest::objectsAreWhole()
{
    QFETCH(QString, members);
    const std::vector<QJsonObject> objects = all(QTest::currentDataTag());
    QVERIFY(!objects.empty());
    for (const QJsonObject& object : objects)
        QCOMPARE(object.keys(), names(members.toUtf8().constData()));
}

void SeedRecordsTest::everyValueOccurs_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("values");
    const auto row = [](const char* type, const char* member, const char* values) {
        QTest::addRow("%s.%s", type, member) << QString::fromUtf8(member) << QString::fromUtf8(values);
    };
    row("SavedSearch", "notify", "NONE INSTANT DAILY");
    row("Interview", "state", "NEEDED IN_PROGRESS COMPLETED EXPIRED");
    row("Submission", "state", "SUBMITTED IN_REVIEW ACCEPTED CHANGES_REQUESTED REJECTED");
    row("Note", "visibility", "PRIVATE TEAM");
    row("Attachment", "access", "AVAILABLE REVOKED EXPIRED");
    row("Attachment", "ownerType", "Message Submission InstructionPage SupportTicket Invoice Company");
    row("Attachment", "mediaType",
        "application/pdf image/png text/csv text/plain audio/wav application/zip "
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    row("CalendarEvent", "kind", "MEETING DEADLINE MILESTONE_DUE TRAINING AVAILABILITY");
    row("CalendarEvent", "status", "CONFIRMED TENTATIVE CANCELLED");
    row("CalendarEvent", "response", "NEEDS_ACTION ACCEPTED DECLINED TENTATIVE");
    row("Invoice", "kind", "PAYOUT FUNDING FEE");
    row("Invoice", "status", "DRAFT OPEN PAID VOID");
    row("PayoutMethod", "kind", "BANK_ACCOUNT CARD WALLET");
    row("PayoutMethod", "status", "ACTIVE NEEDS_ACTION DISABLED");
    row("TaxForm", "form", "W-9 W-8BEN W-8BEN-E");
    row("TaxForm", "status", "NEEDED SUBMITTED ACCEPTED REJECTED EXPIRED");
    row("Review", "direction", "RECEIVED GIVEN");
    row("Review", "visibility", "PUBLIC PRIVATE");
    row("Notification", "kind",
        "message proposal_status contract_created milestone_status payout_status instructions_changed "
        "interview_needed data_request policy_changed security");
    row("TeamMember", "role", "OWNER BID_MANAGER FINANCE MEMBER");
    row("TeamMember", "status", "ACTIVE INVITED REMOVED");
    row("SupportTicket", "category", "account payment job privacy technical other");
    row("SupportTicket", "status", "OPEN WAITING_ON_YOU SOLVED CLOSED");
    row("Reference", "kind", "REFERENCE REFERRAL TEAMMATE");
    row("Reference", "status", "PENDING CONFIRMED DECLINED REMOVED");
}

void SeedRecordsTest::everyValueOccurs()
{
    QFETCH(QString, member);
    QFETCH(QString, values);
    const QByteArray type = QByteArray(QTest::currentDataTag()).split('.').first();
    QSet<QString> seen;
    for (const QJsonObject& object : all(type.constData()))
        seen.insert(object.value(member).toString());
    const QStringList expected = names(values.toUtf8().constData());
    QCOMPARE(seen, QSet<QString>(expected.begin(), expected.end()));
}

void SeedRecordsTest::everyMemberHasSomethingOfTheirOwn()
{
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        for (const char* type :
            { "Account", "Note", "CalendarEvent", "Notification", "SupportTicket", "Reference" })
            QVERIFY2(!records[QString::fromUtf8(type)].isEmpty(), qPrintable(account.key));
        const bool isMember = !account.organization.isEmpty() && account.organization != account.key;
        // What the team shares is in one place.
        QCOMPARE(records.contains(QStringLiteral("Contract")), !isMember);
        for (const QJsonObject& ticket : records[QStringLiteral("SupportTicket")])
            QVERIFY(!ticket.value(QLatin1String("messages")).toArray().isEmpty());
    }
}

void SeedRecordsTest::filesAreWhatTheirRecordsSay()
{
    int seen = 0;
    QSet<QString> named;
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            walk(record.id, record.object, [&](const QString& path, const QJsonValue& value) {
                const QString hash = text(value.toObject(), "sha256");
                if (hash.isEmpty())
                    return;
                QVERIFY2(m_blobs.contains(hash), qPrintable(path));
                const SeedBlob& blob = m_blobs[hash];
                QCOMPARE(number(value.toObject(), "byteCount"), blob.bytes.size());
                QCOMPARE(text(value.toObject(), "mediaType"), blob.mediaType);
                QVERIFY(!text(value.toObject(), "fileName").isEmpty());
                named.insert(hash);
                ++seen;
            });
        }
    }
    QVERIFY(seen > 100);
    QCOMPARE(named.size(), m_blobs.size());
    for (const SeedBlob& blob : m_world.blobs)
        QCOMPARE(sha256Of(blob.bytes), blob.sha256);
}

void SeedRecordsTest::filesAreOfTheirKind()
{
    for (const SeedBlob& blob : m_world.blobs) {
        const QByteArray& bytes = blob.bytes;
        if (blob.mediaType == QLatin1String("application/pdf")) {
            QVERIFY(bytes.startsWith("%PDF-1.4\n") && bytes.endsWith("%%EOF\n"));
            // The table at the end says where each object begins.
            const qsizetype start
                = bytes.mid(bytes.indexOf("startxref\n") + 10).split('\n').first().toLongLong();
            QVERIFY(bytes.mid(start).startsWith("xref\n"));
            const QList<QByteArray> lines = bytes.mid(start).split('\n');
            const int count = lines[1].split(' ')[1].toInt();
            QVERIFY(count > 6);
            for (int i = 1; i < count; ++i)
                QVERIFY(bytes.mid(lines[2 + i].left(10).toLongLong())
                            .startsWith(QByteArray::number(i) + " 0 obj"));
        } else if (blob.mediaType == QLatin1String("image/png")) {
            QVERIFY(bytes.startsWith("\x89PNG\r\n\x1a\n"));
            // An independent reader takes the pixels apart again.
            const qsizetype data = bytes.indexOf("IDAT");
            const auto length = static_cast<quint8>(bytes[data - 2]) << 8
                | static_cast<quint8>(bytes[data - 1]) | static_cast<quint8>(bytes[data - 3]) << 16;
            const int width = static_cast<quint8>(bytes[18]) << 8 | static_cast<quint8>(bytes[19]);
            const int height = static_cast<quint8>(bytes[22]) << 8 | static_cast<quint8>(bytes[23]);
            const QByteArray pixels
                = qUncompress(QByteArray("\x00\x10\x00\x00", 4) + bytes.mid(data + 4, length));
            QCOMPARE(pixels.size(), qsizetype(width + 1) * height);
        } else if (blob.mediaType == QLatin1String("audio/wav")) {
            QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 8) == "WAVEfmt ");
            QVERIFY(bytes.size() > 30'000);
        } else if (blob.mediaType.startsWith(QLatin1String("application/"))) {
            QVERIFY(bytes.startsWith("PK\x03\x04"));
            QVERIFY(bytes.lastIndexOf("PK\x05\x06") == bytes.size() - 22);
        } else {
            QVERIFY(blob.mediaType.startsWith(QLatin1String("text/")) && bytes.endsWith('\n'));
        }
    }
}

void SeedRecordsTest::attachmentsAreNamedByTheirOwners()
{
    int seen = 0;
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        for (const char* type : { "Message", "Submission" }) {
            for (const QJsonObject& owner : records[QString::fromUtf8(type)]) {
                for (const QJsonValue& entry : owner.value(QLatin1String("attachments")).toArray()) {
                    const QJsonObject attachment
                        = records[QStringLiteral("Attachment")][text(entry.toObject(), "id")];
                    QCOMPARE(text(attachment, "ownerId"), text(owner, "id"));
                    QCOMPARE(text(attachment, "ownerType"), QString::fromUtf8(type));
                    for (const char* member : { "sha256", "fileName", "mediaType" })
                        QCOMPARE(text(attachment, member), text(entry.toObject(), member));
                    ++seen;
                }
            }
        }
    }
    QVERIFY(seen > 25);
}

void SeedRecordsTest::invoicesAgreeWithPayouts()
{
    int documents = 0;
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        const auto invoices = records[QStringLiteral("Invoice")];
        for (const QJsonObject& payout : records[QStringLiteral("Payout")]) {
            QVERIFY2(invoices.contains(text(payout, "invoiceId")), qPrintable(text(payout, "id")));
            const QJsonObject invoice = invoices[text(payout, "invoiceId")];
            QCOMPARE(text(invoice, "number"), text(payout, "invoiceNumber"));
            QCOMPARE(text(invoice, "kind"), QStringLiteral("PAYOUT"));
            QCOMPARE(text(invoice, "currency"), text(payout, "currency"));
            QCOMPARE(text(invoice, "employerName"), text(payout, "employerName"));
        }
        for (const QJsonObject& milestone : records[QStringLiteral("Milestone")]) {
            if (!text(milestone, "invoiceId").isEmpty())
                QCOMPARE(number(invoices[text(milestone, "invoiceId")], "subtotalMinor"),
                    number(milestone, "amountMinor"));
        }
        QSet<QString> numbers;
        for (const QJsonObject& invoice : invoices) {
            numbers.insert(text(invoice, "number"));
            qint64 sum = 0;
            for (const QJsonValue& line : invoice.value(QLatin1String("lines")).toArray())
                sum += number(line.toObject(), "amountMinor");
            QCOMPARE(number(invoice, "subtotalMinor"), sum);
            QCOMPARE(number(invoice, "totalMinor"),
                sum - number(invoice, "feeMinor") + number(invoice, "taxMinor"));
            const bool isPaid = text(invoice, "status") == QLatin1String("PAID");
            QCOMPARE(!text(invoice, "paidAt").isEmpty(), isPaid);
            QCOMPARE(!memberOf(invoice, "document").isEmpty(), isPaid);
            documents += isPaid ? 1 : 0;
        }
        QCOMPARE(numbers.size(), invoices.size());
    }
    QVERIFY(documents > 30);
}

void SeedRecordsTest::interviewsAgreeWithProposals()
{
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        QMap<QString, QJsonObject> byProposal;
        for (const QJsonObject& interview : records[QStringLiteral("Interview")]) {
            byProposal.insert(text(interview, "proposalId"), interview);
            const bool isDone = text(interview, "state") == QLatin1String("COMPLETED");
            QCOMPARE(!text(interview, "completedAt").isEmpty(), isDone);
            QCOMPARE(number(interview, "score") >= 0, isDone);
            const auto turns = interview.value(QLatin1String("transcript")).toArray();
            qint64 answers = 0;
            for (const QJsonValue& turn : turns)
                answers += text(turn.toObject(), "role") == QLatin1String("candidate") ? 1 : 0;
            QCOMPARE(answers, number(interview, "answeredCount"));
            QVERIFY(answers <= number(interview, "questionCount"));
        }
        for (const QJsonObject& proposal : records[QStringLiteral("Proposal")]) {
            const QJsonObject said = memberOf(proposal, "interview");
            const bool isWanted = text(said, "state") != QLatin1String("NOT_REQUIRED");
            QCOMPARE(byProposal.contains(text(proposal, "id")), isWanted);
            if (!isWanted)
                continue;
            const QJsonObject interview = byProposal[text(proposal, "id")];
            QCOMPARE(text(interview, "state"), text(said, "state"));
            QCOMPARE(interview.value(QLatin1String("score")), said.value(QLatin1String("score")));
            QCOMPARE(text(interview, "jobId"), text(proposal, "jobId"));
        }
    }
}

void SeedRecordsTest::submissionsAgreeWithMilestones()
{
    int seen = 0;
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        for (const QJsonObject& submission : records[QStringLiteral("Submission")]) {
            const QJsonObject milestone
                = records[QStringLiteral("Milestone")][text(submission, "milestoneId")];
            QCOMPARE(text(milestone, "contractId"), text(submission, "contractId"));
            const QString state = text(submission, "state");
            const QString status = text(milestone, "status");
            const bool isOpen = state == QLatin1String("SUBMITTED") || state == QLatin1String("IN_REVIEW");
            if (state == QLatin1String("ACCEPTED"))
                QCOMPARE(status, QStringLiteral("PAID"));
            if (state == QLatin1String("CHANGES_REQUESTED"))
                QCOMPARE(status, QStringLiteral("DISPUTED"));
            // What asks for its money waits for approval; a part handed in early does not.
            if (isOpen && submission.value(QLatin1String("requestsPayout")).toBool())
                QCOMPARE(status, QStringLiteral("PENDING_APPROVAL"));
            QCOMPARE(text(submission, "reviewedAt").isEmpty(), isOpen);
            ++seen;
        }
    }
    QVERIFY(seen >= 10);
}

void SeedRecordsTest::reviewsAgreeWithProfiles()
{
    for (const SeedAccount& account : m_world.accounts) {
        const Records records = recordsOf(account);
        for (const QJsonObject& profile : records[QStringLiteral("Profile")]) {
            const QJsonArray shown = profile.value(QLatin1String("reviews")).toArray();
            QVERIFY(!shown.isEmpty());
            for (const QJsonValue& value : shown) {
                const QJsonObject review = records[QStringLiteral("Review")][text(value.toObject(), "id")];
                QCOMPARE(text(review, "direction"), QStringLiteral("RECEIVED"));
                QCOMPARE(text(review, "comment"), text(value.toObject(), "comment"));
                QCOMPARE(number(review, "rating"), number(value.toObject(), "rating"));
                QCOMPARE(text(review, "createdAt"), text(value.toObject(), "createdAt"));
                QCOMPARE(text(review, "subjectName"), account.displayName);
            }
        }
        for (const QJsonObject& review : records[QStringLiteral("Review")]) {
            QVERIFY(number(review, "rating") >= 1 && number(review, "rating") <= 5);
            QCOMPARE(text(review, "reply").isEmpty(), text(review, "repliedAt").isEmpty());
            QVERIFY(!text(review, "authorName").isEmpty() && !text(review, "subjectName").isEmpty());
            // A contract is reviewed when it is over.
            const QString contract = text(review, "contractId");
            if (!contract.isEmpty())
                QCOMPARE(
                    text(records[QStringLiteral("Contract")][contract], "status"), QStringLiteral("ended"));
        }
    }
}

void SeedRecordsTest::acknowledgementsAreOfTextsThatWere()
{
    int outdated = 0;
    int current = 0;
    for (const SeedAccount& account : m_world.accounts) {
        const QString home = account.organization.isEmpty() ? account.key : account.organization;
        const Records shared = recordsOf(accountOf(m_world, home.toUtf8().constData()));
        const Records own = recordsOf(account);
        for (const QJsonObject& acknowledgement : own[QStringLiteral("Acknowledgement")]) {
            const QJsonObject page
                = shared[QStringLiteral("InstructionPage")][text(acknowledgement, "instructionPageId")];
            const bool isCurrent = number(acknowledgement, "serverVersion") == number(page, "serverVersion");
            QVERIFY(number(acknowledgement, "serverVersion") <= number(page, "serverVersion"));
            QCOMPARE(text(acknowledgement, "contentHash") == sha256Of(text(page, "htmlSnapshot").toUtf8()),
                isCurrent);
            if (isCurrent)
                QVERIFY2(time(acknowledgement, "acknowledgedAt") >= time(page, "updatedAt"),
                    qPrintable(text(acknowledgement, "id")));
            (isCurrent ? current : outdated) += 1;
        }
    }
    QVERIFY(outdated >= 3 && current >= 4);
}

void SeedRecordsTest::eventsLieInPastAndFuture()
{
    int past = 0;
    int today = 0;
    int ahead = 0;
    for (const QJsonObject& event : all("CalendarEvent")) {
        const qint64 start = time(event, "startsAt");
        QVERIFY(text(event, "endsAt").isEmpty() || time(event, "endsAt") > start);
        if (event.value(QLatin1String("allDay")).toBool())
            QCOMPARE(start % kDay, qint64(0));
        past += start < kNow ? 1 : 0;
        today += start / kDay == kNow / kDay ? 1 : 0;
        ahead += start > kNow + kDay ? 1 : 0;
    }
    QVERIFY(past >= 2 && today >= 1 && ahead >= 8);
}

void SeedRecordsTest::reactionsAddUp()
{
    int mine = 0;
    int seen = 0;
    for (const QJsonObject& message : all("Message")) {
        qint64 sum = 0;
        for (const QJsonValue& value : message.value(QLatin1String("reactions")).toArray()) {
            sum += number(value.toObject(), "count");
            const bool isMine = value.toObject().value(QLatin1String("mine")).toBool();
            QVERIFY(!isMine || !message.value(QLatin1String("isFromViewer")).toBool());
            mine += isMine ? 1 : 0;
            ++seen;
        }
        QCOMPARE(sum, number(message, "reactionCount"));
    }
    QVERIFY(mine > 0 && seen > mine);
}

void SeedRecordsTest::nobodyElseIsShownWithMoreThanAnInitial()
{
    // "Lena R.", "Hye-jin L."; a platform's own name, or the masked one of an account.
    static const QRegularExpression kMasked(
        QStringLiteral("^\\p{L}[\\p{L}'’-]*( \\p{L}\\.)+$|^OpenTrain( support)?$"));
    const QSet<QString> names { QStringLiteral("senderName"), QStringLiteral("displayName"),
        QStringLiteral("counterpartName"), QStringLiteral("authorName"), QStringLiteral("subjectName"),
        QStringLiteral("organizerName"), QStringLiteral("contactName") };
    int seen = 0;
    for (const SeedAccount& account : m_world.accounts) {
        for (const SeedRecord& record : account.records) {
            const auto visit = [&](const QString& path, const QJsonValue& value) {
                if (!names.contains(path.section(QLatin1Char('.'), -1)) || !value.isString())
                    return;
                QVERIFY2(kMasked.match(value.toString()).hasMatch(), qPrintable(path + value.toString()));
                ++seen;
            };
            walk(record.id, record.object, visit);
            if (record.type == QLatin1String("Reference"))
                QVERIFY2(kMasked.match(text(record.object, "name")).hasMatch(), qPrintable(record.id));
        }
    }
    QVERIFY(seen > 500);
}

QTEST_GUILESS_MAIN(SeedRecordsTest)
#include "seed_records_test.moc"
