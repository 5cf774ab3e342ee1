// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each member of an organization sees, and what their writing does to the others, against the store
// itself; team_server_test.cpp asks the server.
#include "sandbox/api/messaging.h"
#include "sandbox/auth.h"
#include "sandbox/seed/seed.h"
#include "sandbox/team/visibility.h"
#include "sandbox/world.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace ot::sandbox;

namespace {

constexpr qint64 kNow = 1'795'449'600'000; // 2026-11-23T16:00:00Z
const QString kVendor = QStringLiteral("vendor");
const QString kBids = QStringLiteral("vendor-bids");
const QString kMoney = QStringLiteral("vendor-finance");
const QString kAnnotator = QStringLiteral("vendor-member");

QSet<QString> words(const char* spaced)
{
    const QStringList list = QString::fromUtf8(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return { list.begin(), list.end() };
}

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

} // namespace

class TeamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store->close(); }

    void everyRoleGetsItsTypes_data();
    void everyRoleGetsItsTypes();
    void everyRoleGetsItsConversations_data();
    void everyRoleGetsItsConversations();
    void membersGetNoMoneyAndNoAddresses();
    void readingIsEveryonesOwn();
    void memberWritesAsThemselves();
    void readingOfOneLeavesTheOthers();
    void assignmentBringsAndTakesRows();
    void roleBringsAndTakesRows();
    void removalEndsTheirAccess();
    void bothSharingAndNotSharingMoveANote();
    void personalRecordsStayPersonal();
    void updatesGoToWhomTheyConcern();
    void removedRecordsLeaveTombstones();
    void writingTheSameTouchesNobody();

private:
    [[nodiscard]] QSet<QString> idsOf(const QString& account, const char* type)
    {
        QSet<QString> ids;
        for (const Record& record : m_store->list(account, QString::fromUtf8(type)))
            ids.insert(record.id);
        return ids;
    }
    [[nodiscard]] QJsonObject get(const QString& account, const char* type, const char* id)
    {
        const auto record = m_store->find(account, QString::fromUtf8(type), QString::fromUtf8(id));
        return record && !record->removed ? record->json() : QJsonObject();
    }
    Commit put(const QString& account, const char* type, const QJsonObject& object)
    {
        StoreWriter writer(*m_store);
        writer.put(account, QString::fromUtf8(type), textOf(object, "id"), object);
        return writer.commit();
    }
    Commit changeMember(const char* id, const QJsonObject& members)
    {
        QJsonObject member = get(kVendor, "TeamMember", id);
        for (auto it = members.begin(); it != members.end(); ++it)
            member.insert(it.key(), it.value());
        return put(kVendor, "TeamMember", member);
    }
    Record say(const QString& account, const char* conversation, const char* text)
    {
        Messaging messaging(*m_store);
        StoreWriter writer(*m_store);
        const Record record = messaging.sendFromViewer(writer, *m_store->account(account),
            { QString::fromUtf8(conversation), QString::fromUtf8(text), {}, {} });
        writer.commit();
        return record;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Store> m_store;
};

void TeamTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<Clock>();
    m_clock->startAt(kNow);
    m_store = std::make_unique<Store>(*m_clock);
    QCOMPARE(m_store->open(m_directory->filePath(QStringLiteral("sandbox.db"))), QString());
    fillStore(*m_store, 7, kNow);
}

void TeamTest::everyRoleGetsItsTypes_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QSet<QString>>("hidden"); // of the types the organization shares
    QTest::newRow("bids") << kBids << words("Payout Invoice PayoutMethod TaxForm");
    QTest::newRow("finance") << kMoney
                             << words("Profile Proposal ProposalTemplate Interview InstructionPage "
                                      "Submission Review");
    QTest::newRow("member") << kAnnotator
                            << words("Profile Proposal ProposalTemplate Interview Payout Invoice "
                                     "PayoutMethod TaxForm Review");
}

void TeamTest::everyRoleGetsItsTypes()
{
    QFETCH(QString, account);
    QFETCH(QSet<QString>, hidden);
    const QStringList named = recordTypesFor(m_store->account(account)->role);
    for (const QString& type : sharedTypes()) {
        const bool isHidden = hidden.contains(type);
        QVERIFY2(named.contains(type) != isHidden, qPrintable(type));
        const QByteArray name = type.toUtf8();
        const QSet<QString> all = idsOf(kVendor, name.constData());
        const QSet<QString> own = idsOf(account, name.constData());
        if (isHidden)
            QVERIFY2(own.isEmpty(), name.constData());
        // A template or note of one's own is nobody else's.
        if (!isHidden && !isSharedByChoice(type)) {
            QVERIFY2(all.contains(own) || type == QLatin1String("Attachment"), name.constData());
            QVERIFY2(!own.isEmpty() || all.isEmpty(), name.constData());
        }
    }
    QVERIFY(named.contains(QStringLiteral("Job")) && named.contains(QStringLiteral("Notification")));
}

void TeamTest::everyRoleGetsItsConversations_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QSet<QString>>("conversations");
    QTest::addColumn<QSet<QString>>("contracts");
    const QSet<QString> all = words("ct_101 ct_102 ct_103 ct_104");
    QTest::newRow("bids") << kBids << words("cv_101 cv_102 cv_103 cv_104 cv_105 cv_106") << all;
    QTest::newRow("finance") << kMoney << words("cv_101 cv_102 cv_103 cv_104") << all;
    QTest::newRow("member") << kAnnotator << words("cv_101 cv_103") << words("ct_101 ct_103");
}

void TeamTest::everyRoleGetsItsConversations()
{
    QFETCH(QString, account);
    QFETCH(QSet<QString>, conversations);
    QFETCH(QSet<QString>, contracts);
    QCOMPARE(idsOf(account, "Conversation"), conversations);
    QCOMPARE(idsOf(account, "Contract"), contracts);
    QSet<QString> talks;
    for (const Record& message : m_store->list(account, QStringLiteral("Message")))
        talks.insert(textOf(message.json(), "conversationId"));
    QCOMPARE(talks, conversations);
    for (const char* type : { "Milestone", "InstructionPage", "Submission" }) {
        for (const Record& record : m_store->list(account, QString::fromUtf8(type)))
            QVERIFY2(contracts.contains(textOf(record.json(), "contractId")), qPrintable(record.id));
    }
}

void TeamTest::membersGetNoMoneyAndNoAddresses()
{
    for (const Record& record : m_store->list(kAnnotator, QStringLiteral("Milestone"))) {
        QVERIFY(record.json().value(QLatin1String("amountMinor")).isNull());
        QVERIFY(record.json().value(QLatin1String("invoiceId")).isNull());
    }
    const QJsonObject contract = get(kAnnotator, "Contract", "ct_101");
    for (const char* member : { "rateMicros", "estimatedTotalMinor", "proposalId" })
        QVERIFY2(contract.contains(QLatin1String(member)) && contract.value(QLatin1String(member)).isNull(),
            member);
    const QJsonObject budget = contract.value(QLatin1String("budget")).toObject();
    QVERIFY(budget.value(QLatin1String("fundedAmountMinor")).isNull());
    QCOMPARE(budget.value(QLatin1String("consumedVolume")).toDouble(), 131.5);
    QVERIFY(get(kAnnotator, "Company", "org_polaris").value(QLatin1String("rates")).toArray().isEmpty());
    for (const Record& record : m_store->list(kAnnotator, QStringLiteral("TeamMember"))) {
        const QJsonObject person = record.json();
        const bool isSelf = textOf(person, "userId") == QLatin1String("u_linnea");
        QCOMPARE(!textOf(person, "email").isEmpty(), isSelf);
        QCOMPARE(person.value(QLatin1String("contractIds")).toArray().isEmpty(), !isSelf);
        QVERIFY(!textOf(person, "displayName").isEmpty() && !textOf(person, "role").isEmpty());
    }
    // Who keeps the books sees what is paid.
    QVERIFY(get(kMoney, "Contract", "ct_101").value(QLatin1String("rateMicros")).isDouble());
    QCOMPARE(
        textOf(get(kMoney, "TeamMember", "tm_4"), "email"), QStringLiteral("linnea@polaris.example.test"));
}

void TeamTest::readingIsEveryonesOwn()
{
    for (const QString& account : { kVendor, kBids, kMoney, kAnnotator }) {
        const QString self = m_store->account(account)->userId;
        for (const Record& record : m_store->list(account, QStringLiteral("Conversation"))) {
            qint64 unread = 0;
            for (const Record& row : m_store->list(account, QStringLiteral("Message"), record.id)) {
                const QJsonObject message = row.json();
                const bool isOwn = textOf(message, "senderUserId") == self;
                QCOMPARE(message.value(QLatin1String("isFromViewer")).toBool(), isOwn);
                const bool isUnread = message.value(QLatin1String("hasUnreadFlag")).toBool();
                QVERIFY(!isOwn || !isUnread);
                unread += isUnread ? 1 : 0;
            }
            const QJsonObject conversation = record.json();
            QCOMPARE(conversation.value(QLatin1String("unreadCount")).toInteger(-1), unread);
            const QJsonObject last = conversation.value(QLatin1String("lastMessage")).toObject();
            QCOMPARE(
                last.value(QLatin1String("isFromViewer")).toBool(), textOf(last, "senderUserId") == self);
        }
    }
}

void TeamTest::memberWritesAsThemselves()
{
    const int before = get(kVendor, "Conversation", "cv_103").value(QLatin1String("unreadCount")).toInt();
    const Record sent = say(kAnnotator, "cv_103", "Hei Ingrid, jeg tar over for Petter.");
    QCOMPARE(sent.account, kAnnotator);
    QVERIFY(sent.json().value(QLatin1String("isFromViewer")).toBool());
    const QByteArray id = sent.id.toUtf8();
    for (const QString& account : { kVendor, kBids, kMoney }) {
        const QJsonObject seen = get(account, "Message", id.constData());
        QCOMPARE(textOf(seen, "senderName"), QStringLiteral("Linnea B."));
        QCOMPARE(textOf(seen, "senderUserId"), QStringLiteral("u_linnea"));
        QVERIFY(!seen.value(QLatin1String("isFromViewer")).toBool(true));
        QVERIFY(seen.value(QLatin1String("hasUnreadFlag")).toBool());
        const QJsonObject conversation = get(account, "Conversation", "cv_103");
        QCOMPARE(conversation.value(QLatin1String("needsReplyCount")).toInt(-1), 0);
        QVERIFY(!conversation.value(QLatin1String("lastMessage"))
                     .toObject()
                     .value(QLatin1String("isFromViewer"))
                     .toBool(true));
    }
    QCOMPARE(get(kVendor, "Conversation", "cv_103").value(QLatin1String("unreadCount")).toInt(), before + 1);
    QCOMPARE(get(kAnnotator, "Conversation", "cv_103").value(QLatin1String("unreadCount")).toInt(-1), 0);
    const QJsonArray people
        = get(kVendor, "Conversation", "cv_103").value(QLatin1String("participants")).toArray();
    QCOMPARE(people.last().toObject().value(QLatin1String("userId")).toString(), QStringLiteral("u_linnea"));
    // What the owner writes is as new to the others.
    const QByteArray answer = say(kVendor, "cv_103", "Tack Linnea!").id.toUtf8();
    const QJsonObject forLinnea = get(kAnnotator, "Message", answer.constData());
    QVERIFY(forLinnea.value(QLatin1String("hasUnreadFlag")).toBool());
    QVERIFY(!forLinnea.value(QLatin1String("isFromViewer")).toBool(true));
    QCOMPARE(get(kAnnotator, "Conversation", "cv_103").value(QLatin1String("unreadCount")).toInt(), 1);
}

void TeamTest::readingOfOneLeavesTheOthers()
{
    const QByteArray id = say(kVendor, "cv_101", "Adjudication is on Thursday.").id.toUtf8();
    QJsonObject read = get(kBids, "Message", id.constData());
    read.insert(QStringLiteral("hasUnreadFlag"), false);
    QCOMPARE(put(kBids, "Message", read).changes.size(), size_t(1));
    QVERIFY(get(kMoney, "Message", id.constData()).value(QLatin1String("hasUnreadFlag")).toBool());
    // A later change of the message leaves it read.
    QJsonObject edited = get(kVendor, "Message", id.constData());
    edited.insert(QStringLiteral("content"), QStringLiteral("Adjudication is on Friday."));
    put(kVendor, "Message", edited);
    const QJsonObject seen = get(kBids, "Message", id.constData());
    QCOMPARE(textOf(seen, "content"), QStringLiteral("Adjudication is on Friday."));
    QVERIFY(!seen.value(QLatin1String("hasUnreadFlag")).toBool(true));
    QVERIFY(get(kMoney, "Message", id.constData()).value(QLatin1String("hasUnreadFlag")).toBool());
}

void TeamTest::assignmentBringsAndTakesRows()
{
    const Commit commit = changeMember(
        "tm_4", { { QStringLiteral("contractIds"), QJsonArray { QStringLiteral("ct_102") } } });
    QCOMPARE(idsOf(kAnnotator, "Contract"), words("ct_102"));
    QCOMPARE(idsOf(kAnnotator, "Conversation"), words("cv_102"));
    QVERIFY(idsOf(kAnnotator, "InstructionPage").isEmpty());
    QCOMPARE(idsOf(kAnnotator, "Milestone").size(), 5);
    int tombstones = 0;
    for (const Record& record : commit.changes) {
        QVERIFY(record.account == kAnnotator || record.type == QLatin1String("TeamMember"));
        tombstones += record.removed ? 1 : 0;
    }
    QVERIFY(tombstones > 20);
    changeMember("tm_4", { { QStringLiteral("contractIds"), QJsonArray() } });
    QVERIFY(idsOf(kAnnotator, "Contract").isEmpty() && idsOf(kAnnotator, "Message").isEmpty());
}

void TeamTest::roleBringsAndTakesRows()
{
    const qsizetype payouts = idsOf(kVendor, "Payout").size();
    QVERIFY(payouts > 0);
    const qint64 before = m_store->head();
    const Commit commit = changeMember("tm_4", { { QStringLiteral("role"), kFinance } });
    QCOMPARE(commit.before, before);
    QCOMPARE(m_store->account(kAnnotator)->role, kFinance);
    QCOMPARE(textOf(get(kAnnotator, "Account", "u_linnea"), "memberRole"), kFinance);
    QCOMPARE(idsOf(kAnnotator, "Payout").size(), payouts);
    QVERIFY(idsOf(kAnnotator, "InstructionPage").isEmpty());
    QVERIFY(get(kAnnotator, "Milestone", "ms_101_1").value(QLatin1String("amountMinor")).isDouble());
    changeMember("tm_4", { { QStringLiteral("role"), kMember } });
    QVERIFY(idsOf(kAnnotator, "Payout").isEmpty());
    QVERIFY(get(kAnnotator, "Milestone", "ms_101_1").value(QLatin1String("amountMinor")).isNull());
    // Nothing else has changed on the way there and back.
    QCOMPARE(idsOf(kAnnotator, "Contract"), words("ct_101 ct_103"));
    QCOMPARE(idsOf(kAnnotator, "Conversation"), words("cv_101 cv_103"));
    QCOMPARE(idsOf(kAnnotator, "InstructionPage"), idsOf(kVendor, "InstructionPage"));
}

void TeamTest::removalEndsTheirAccess()
{
    Auth auth(*m_store);
    const QByteArray bearer
        = "Bearer " + auth.issue({ kAnnotator, QStringLiteral("Test"), Auth::allScopes(), 0 }).toUtf8();
    const QByteArray other
        = "Bearer " + auth.issue({ kBids, QStringLiteral("Test"), Auth::allScopes(), 0 }).toUtf8();
    const auto session = auth.check(bearer);
    QVERIFY(session && session->account.role == kMember);
    StoreWriter writer(*m_store);
    QVERIFY(writer.remove(kVendor, QStringLiteral("TeamMember"), QStringLiteral("tm_4")));
    QVERIFY(writer.commit().accessEnded);
    QVERIFY(!auth.check(bearer));
    QVERIFY(!auth.holds(session->tokenId));
    QVERIFY(auth.check(other));
    // Not even a token that is made afterwards opens anything.
    QVERIFY(!auth.check(
        "Bearer " + auth.issue({ kAnnotator, QStringLiteral("Test"), Auth::allScopes(), 0 }).toUtf8()));
    for (const QString& type : sharedTypes()) {
        // What they noted for themselves was never the organization's.
        if (!isSharedByChoice(type))
            QVERIFY2(m_store->list(kAnnotator, type).empty(), qPrintable(type));
    }
    QVERIFY(!get(kAnnotator, "Account", "u_linnea").isEmpty());
}

void TeamTest::bothSharingAndNotSharingMoveANote()
{
    QJsonObject note { { QStringLiteral("id"), QStringLiteral("n_test") },
        { QStringLiteral("subjectType"), QStringLiteral("Contract") },
        { QStringLiteral("subjectId"), QStringLiteral("ct_102") }, { QStringLiteral("anchor"), QJsonValue() },
        { QStringLiteral("text"), QStringLiteral("Ask about snow banks.") },
        { QStringLiteral("visibility"), QStringLiteral("PRIVATE") },
        { QStringLiteral("authorUserId"), QStringLiteral("u_aino") },
        { QStringLiteral("authorName"), QStringLiteral("Aino K.") } };
    put(kBids, "Note", note);
    for (const QString& account : { kVendor, kMoney, kAnnotator })
        QVERIFY(get(account, "Note", "n_test").isEmpty());
    note.insert(QStringLiteral("visibility"), QStringLiteral("TEAM"));
    put(kBids, "Note", note);
    for (const QString& account : { kVendor, kMoney, kBids })
        QCOMPARE(get(account, "Note", "n_test"), note);
    QVERIFY(get(kAnnotator, "Note", "n_test").isEmpty()); // the contract is not theirs
    note.insert(QStringLiteral("visibility"), QStringLiteral("PRIVATE"));
    put(kBids, "Note", note);
    QCOMPARE(get(kBids, "Note", "n_test"), note);
    for (const QString& account : { kVendor, kMoney })
        QVERIFY(get(account, "Note", "n_test").isEmpty());
    // The author takes a shared one away from everyone.
    note.insert(QStringLiteral("visibility"), QStringLiteral("TEAM"));
    put(kBids, "Note", note);
    StoreWriter writer(*m_store);
    QVERIFY(writer.remove(kBids, QStringLiteral("Note"), QStringLiteral("n_test")));
    writer.commit();
    for (const QString& account : { kVendor, kMoney, kBids })
        QVERIFY(get(account, "Note", "n_test").isEmpty());
}

void TeamTest::personalRecordsStayPersonal()
{
    for (const char* type : { "Notification", "SavedJob", "SavedSearch", "CalendarEvent", "ConsentRecord",
             "PrivacyChoice", "DataRequest", "Integration", "SecurityEvent", "SupportTicket", "Reference",
             "Acknowledgement" }) {
        const QJsonObject object { { QStringLiteral("id"), QStringLiteral("x_own") } };
        put(kVendor, type, object);
        for (const QString& account : { kBids, kMoney, kAnnotator })
            QVERIFY2(get(account, type, "x_own").isEmpty(), type);
        put(kBids, type, { { QStringLiteral("id"), QStringLiteral("x_hers") } });
        QVERIFY2(get(kVendor, type, "x_hers").isEmpty(), type);
    }
    // A file of the owner's own ticket is no file of the team's.
    put(kVendor, "Attachment",
        { { QStringLiteral("id"), QStringLiteral("x_file") },
            { QStringLiteral("ownerType"), QStringLiteral("SupportTicket") },
            { QStringLiteral("ownerId"), QStringLiteral("x_own") } });
    for (const QString& account : { kBids, kMoney, kAnnotator })
        QVERIFY(get(account, "Attachment", "x_file").isEmpty());
}

void TeamTest::updatesGoToWhomTheyConcern()
{
    const QStringList types { QStringLiteral("message.received"), QStringLiteral("payment.pending"),
        QStringLiteral("proposal.status_changed") };
    const auto lastOf = [this, &types](const QString& account) {
        const std::vector<Event> events = m_store->events(account, 0, types, 10'000);
        return events.empty() ? QString() : events.back().resourceId;
    };
    const QString message = say(kAnnotator, "cv_103", "Klart.").id;
    for (const QString& account : { kVendor, kBids, kMoney })
        QCOMPARE(lastOf(account), message);
    QVERIFY(lastOf(kAnnotator) != message);
    const auto tell = [this](const char* type, const char* id) {
        StoreWriter writer(*m_store);
        writer.addEvent({ kVendor, QString::fromUtf8(type), QString::fromUtf8(id), {} }, {});
        writer.commit();
    };
    tell("payment.pending", "po_101_1");
    QCOMPARE(lastOf(kMoney), QStringLiteral("po_101_1"));
    QCOMPARE(lastOf(kBids), message);
    tell("proposal.status_changed", "p_104");
    QCOMPARE(lastOf(kBids), QStringLiteral("p_104"));
    QCOMPARE(lastOf(kMoney), QStringLiteral("po_101_1"));
    QVERIFY(lastOf(kAnnotator) != QLatin1String("p_104"));
}

void TeamTest::removedRecordsLeaveTombstones()
{
    StoreWriter writer(*m_store);
    writer.remove(kVendor, QStringLiteral("InstructionPage"), QStringLiteral("ip_103"));
    const Commit commit = writer.commit();
    QSet<QString> accounts;
    for (const Record& record : commit.changes) {
        QVERIFY(record.removed);
        accounts.insert(record.account);
    }
    QCOMPARE(accounts, (QSet<QString> { kVendor, kBids, kAnnotator }));
}

void TeamTest::writingTheSameTouchesNobody()
{
    QJsonObject contract = get(kVendor, "Contract", "ct_101");
    contract.insert(QStringLiteral("updatedAt"), isoTime(kNow));
    QCOMPARE(put(kVendor, "Contract", contract).changes.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TeamTest)
#include "team_test.moc"
