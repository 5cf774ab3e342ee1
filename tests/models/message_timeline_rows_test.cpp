// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_timeline_model.h"
#include "sync/message_commands.h"
#include "tests/models/timeline_support.h"
#include "tests/support/wait.h"

#include <QPersistentModelIndex>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::MessageTimelineModel;
using models::SendState;
using test::await;
using test::delivered;
using test::enqueue;
using test::formatterAt;
using test::kConversation;
using test::ModelLog;
using test::open;
using test::putMessages;
using test::waitingEntry;

namespace {

const QString kIdA = QStringLiteral("0199-a");
const QString kIdB = QStringLiteral("0199-b");
const QString kIdC = QStringLiteral("0199-c");

QStringList texts(const MessageTimelineModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row).data(MessageTimelineModel::TextRole).toString());
    return all;
}

QString status(const MessageTimelineModel& model, int row)
{
    return model.index(row).data(MessageTimelineModel::StatusRole).toString();
}

SendState sendState(const MessageTimelineModel& model, int row)
{
    return model.index(row).data(MessageTimelineModel::SendStateRole).value<SendState>();
}

QList<bool> groupStarts(const MessageTimelineModel& model)
{
    QList<bool> starts;
    for (int row = 0; row < model.rowCount(); ++row)
        starts.append(model.index(row).data(MessageTimelineModel::StartsGroupRole).toBool());
    return starts;
}

Message at(int number, const QString& isoTime)
{
    Message message = test::sampleMessage(kConversation, number);
    message.createdAt = UtcTime { QDateTime::fromString(isoTime, Qt::ISODate).toMSecsSinceEpoch() };
    return message;
}

// The message and the end of its entry in one transaction, as the feed brings them.
void deliver(test::TestVault& store, const OutboxEntry& entry, int number)
{
    store.write([&](WriteTransaction& transaction) -> Outcome {
        if (const Outcome done = transaction.upsert(delivered(entry, number)); !done)
            return done;
        return outbox::settle(transaction, entry.mutationId);
    });
}

} // namespace

// What the rows show; which messages are in the window is in message_timeline_model_test.cpp.
class MessageTimelineRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAMessageSays();
    void showsAWaitingMessageAtTheEnd();
    void showsWhatWaitsWhenItOpens();
    void keepsTheRowWhenItIsDelivered();
    void movesARowThatIsDeliveredBeforeAnother();
    void showsAMessageOnceWhileItsEntryStillWaits();
    void saysWhyAMessageWasRefused();
    void putsWhatIsTriedAgainAtTheEnd();
    void keepsWaitingOnesOutOfAWindowThatDoesNotReachTheEnd();
    void saysThatAMessageWasEdited();
    void beginsDaysByTheLocalCalendar();
    void beginsGroups();
    void movesGroupsWithTheirNeighbours();
};

void MessageTimelineRowsTest::saysWhatAMessageSays()
{
    test::TestVault store;
    Message message = test::sampleMessage(kConversation, 1);
    message.senderName = QStringLiteral("Lena\u202e R.");
    message.content = QStringLiteral("See https://example.org/a.\u0007");
    message.attachments = { QJsonObject { { QStringLiteral("fileName"), QStringLiteral("a.pdf") },
        { QStringLiteral("byteCount"), 1'200'000 } } };
    store.put<Conversation>({ test::sampleConversation(1) });
    store.put<Message>({ message });
    MessageTimelineModel model(store.vault(), formatterAt(2));
    ModelLog log(model);
    open(model);
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data(MessageTimelineModel::KeyRole).toString(), message.id);
    QCOMPARE(
        index.data(MessageTimelineModel::TextRole).toString(), QStringLiteral("See https://example.org/a."));
    QCOMPARE(index.data(MessageTimelineModel::SenderRole).toString(), QStringLiteral("Lena R."));
    QCOMPARE(index.data(MessageTimelineModel::MineRole), QVariant(false));
    QCOMPARE(index.data(MessageTimelineModel::SystemRole), QVariant(false));
    QCOMPARE(index.data(MessageTimelineModel::TimeRole).toString(), QStringLiteral("2:14 PM"));
    QCOMPARE(index.data(MessageTimelineModel::DayRole).toString(), QStringLiteral("Today"));
    QCOMPARE(index.data(MessageTimelineModel::MutationIdRole).toString(), QString());
    QCOMPARE(index.data(MessageTimelineModel::AttachmentsRole).toStringList(),
        QStringList(QStringLiteral("\u2068a.pdf\u2069 · 1.2 MB")));
    QCOMPARE(sendState(model, 0), SendState::Delivered);
    QCOMPARE(status(model, 0), QString());
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(
                 QStringLiteral("Lena R., See https://example.org/a., \u2068a.pdf\u2069 · 1.2 MB, ")),
        qPrintable(spoken));
}

void MessageTimelineRowsTest::showsAWaitingMessageAtTheEnd()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    log.take();
    const Result<QString> id
        = await(sync::sendMessage(store.vault(), kConversation, QStringLiteral("  On my way.  ")));
    OT_VERIFY_OK(id);
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("+3..3"));
    const QModelIndex index = model.index(3);
    QCOMPARE(index.data(MessageTimelineModel::TextRole).toString(), QStringLiteral("On my way."));
    QCOMPARE(index.data(MessageTimelineModel::KeyRole).toString(), *id);
    QCOMPARE(index.data(MessageTimelineModel::MutationIdRole).toString(), *id);
    QCOMPARE(index.data(MessageTimelineModel::MineRole), QVariant(true));
    QCOMPARE(sendState(model, 3), SendState::Waiting);
    QCOMPARE(status(model, 3), QStringLiteral("Waiting for connection"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("You, On my way., ")));

    model.setOnline(true);
    QCOMPARE(log.take(), QStringLiteral("~3..3"));
    QCOMPARE(status(model, 3), QStringLiteral("Sending…"));
    model.setOnline(true);
    QCOMPARE(log.take(), QString());
    model.setOnline(false);
    QCOMPARE(status(model, 3), QStringLiteral("Waiting for connection"));

    // Handed to the network, it is being sent whatever the connection looks like.
    store.write([&](WriteTransaction& transaction) -> Outcome {
        const auto marked = outbox::markSending(transaction, { *id });
        return marked ? success() : Outcome(marked.error());
    });
    QTRY_COMPARE(sendState(model, 3), SendState::Sending);
    QCOMPARE(status(model, 3), QStringLiteral("Sending…"));
    QCOMPARE(model.rowCount(), 4);
}

void MessageTimelineRowsTest::showsWhatWaitsWhenItOpens()
{
    test::TestVault store;
    putMessages(store, 1, 2);
    OutboxEntry elsewhere = waitingEntry(kIdC, QStringLiteral("elsewhere"));
    elsewhere.parentId = QStringLiteral("conversation-2");
    enqueue(store,
        { waitingEntry(kIdA, QStringLiteral("first")), elsewhere,
            waitingEntry(kIdB, QStringLiteral("second")) });
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    QCOMPARE(open(model), -1);
    QCOMPARE(texts(model),
        QStringList({ QStringLiteral("Message number 1"), QStringLiteral("Message number 2"),
            QStringLiteral("first"), QStringLiteral("second") }));
    // What arrives goes before what waits.
    putMessages(store, 3, 3);
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(texts(model).mid(2),
        QStringList(
            { QStringLiteral("Message number 3"), QStringLiteral("first"), QStringLiteral("second") }));
}

void MessageTimelineRowsTest::keepsTheRowWhenItIsDelivered()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    const OutboxEntry entry = waitingEntry(kIdA, QStringLiteral("On my way."), 4);
    enqueue(store, { entry });
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    const QPersistentModelIndex index = model.index(3);
    QCOMPARE(sendState(model, 3), SendState::Waiting);
    log.take();
    deliver(store, entry, 5);
    QTRY_COMPARE(sendState(model, 3), SendState::Delivered);
    QTRY_VERIFY(model.isSettled());
    const QString notices = log.take();
    QCOMPARE(ModelLog::structure(notices), QString());
    QVERIFY2(notices.contains(QStringLiteral("~3..3")), qPrintable(notices));
    QVERIFY(index.isValid());
    QCOMPARE(index.row(), 3);
    QCOMPARE(index.data(MessageTimelineModel::KeyRole).toString(), kIdA);
    QCOMPARE(index.data(MessageTimelineModel::TextRole).toString(), QStringLiteral("On my way."));
    QCOMPARE(status(model, 3), QString());
    QCOMPARE(model.rowCount(), 4);
    // It is a server row now: what comes next stands behind it.
    putMessages(store, 6, 6);
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(texts(model).mid(3),
        QStringList({ QStringLiteral("On my way."), QStringLiteral("Message number 6") }));
}

void MessageTimelineRowsTest::movesARowThatIsDeliveredBeforeAnother()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    const OutboxEntry entry = waitingEntry(kIdB, QStringLiteral("second"));
    enqueue(store, { waitingEntry(kIdA, QStringLiteral("first")), entry });
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    const QPersistentModelIndex index = model.index(4);
    log.take();
    // The first was refused, the second went out; and another message came before it.
    store.write([&](WriteTransaction& transaction) -> Outcome {
        if (const Outcome done = outbox::refuse(
                transaction, kIdA, OutboxState::Rejected, QStringLiteral("X"), QStringLiteral("No."));
            !done)
            return done;
        if (const Outcome done = transaction.upsert(test::sampleMessage(kConversation, 4)); !done)
            return done;
        if (const Outcome done = transaction.upsert(delivered(entry, 5)); !done)
            return done;
        return outbox::settle(transaction, kIdB);
    });
    QTRY_COMPARE(model.rowCount(), 6);
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("+3..3 5..5>4"));
    QCOMPARE(texts(model).mid(3),
        QStringList(
            { QStringLiteral("Message number 4"), QStringLiteral("second"), QStringLiteral("first") }));
    QCOMPARE(index.row(), 4);
    QCOMPARE(index.data(MessageTimelineModel::KeyRole).toString(), kIdB);
    QCOMPARE(sendState(model, 4), SendState::Delivered);
    QCOMPARE(sendState(model, 5), SendState::Refused);
}

void MessageTimelineRowsTest::showsAMessageOnceWhileItsEntryStillWaits()
{
    test::TestVault store;
    putMessages(store, 1, 1);
    const OutboxEntry entry = waitingEntry(kIdA, QStringLiteral("On my way."));
    enqueue(store, { entry });
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    log.take();
    store.put<Message>({ delivered(entry, 2) });
    QTRY_COMPARE(sendState(model, 1), SendState::Delivered);
    QCOMPARE(model.rowCount(), 2);
    store.write([](WriteTransaction& transaction) { return outbox::settle(transaction, kIdA); });
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(ModelLog::structure(log.take()), QString());
    QCOMPARE(model.rowCount(), 2);
    // The same when it is opened in between.
    enqueue(store, { entry });
    QCOMPARE(open(model), -1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(sendState(model, 1), SendState::Delivered);
}

void MessageTimelineRowsTest::saysWhyAMessageWasRefused()
{
    test::TestVault store;
    putMessages(store, 1, 1);
    enqueue(store, { waitingEntry(kIdA, QStringLiteral("one")), waitingEntry(kIdB, QStringLiteral("two")) });
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    model.setOnline(true);
    log.take();
    store.write([](WriteTransaction& transaction) -> Outcome {
        if (const Outcome done = outbox::refuse(transaction, kIdA, OutboxState::Rejected,
                QStringLiteral("CLOSED"), QStringLiteral("This conversation\nis \u202eclosed."));
            !done)
            return done;
        return outbox::refuse(transaction, kIdB, OutboxState::Conflict, QStringLiteral("X"), QString());
    });
    QTRY_COMPARE(sendState(model, 1), SendState::Refused);
    QCOMPARE(status(model, 1), QStringLiteral("Not sent: This conversation is closed."));
    QCOMPARE(sendState(model, 2), SendState::Refused);
    QCOMPARE(status(model, 2), QStringLiteral("Not sent"));
    QCOMPARE(ModelLog::structure(log.take()), QString());
    QCOMPARE(model.rowCount(), 3);

    OT_VERIFY_OK(await(sync::discardMessage(store.vault(), kIdA)));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("-1..1"));
    QCOMPARE(texts(model).last(), QStringLiteral("two"));
}

void MessageTimelineRowsTest::putsWhatIsTriedAgainAtTheEnd()
{
    test::TestVault store;
    putMessages(store, 1, 1);
    enqueue(store,
        { waitingEntry(kIdA, QStringLiteral("one")), waitingEntry(kIdB, QStringLiteral("two")),
            waitingEntry(kIdC, QStringLiteral("three")) });
    store.write([](WriteTransaction& transaction) {
        return outbox::refuse(transaction, kIdA, OutboxState::Rejected, QStringLiteral("X"), QString());
    });
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    QCOMPARE(status(model, 1), QStringLiteral("Not sent"));
    log.take();
    const QPersistentModelIndex index = model.index(1);
    OT_VERIFY_OK(await(sync::retryMessage(store.vault(), kIdA)));
    QTRY_COMPARE(texts(model).mid(1),
        QStringList({ QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("one") }));
    QCOMPARE(status(model, 3), QStringLiteral("Waiting for connection"));
    QCOMPARE(index.row(), 3); // moved, not made anew
    const QString structure = ModelLog::structure(log.take());
    QVERIFY2(!structure.contains(QLatin1Char('+')) && !structure.contains(QLatin1Char('-')),
        qPrintable(structure));
}

void MessageTimelineRowsTest::keepsWaitingOnesOutOfAWindowThatDoesNotReachTheEnd()
{
    test::TestVault store;
    putMessages(store, 1, 200);
    enqueue(store, { waitingEntry(kIdA, QStringLiteral("waits")) });
    MessageTimelineModel model(store.vault(), formatterAt(300));
    ModelLog log(model);
    QCOMPARE(open(model, test::rowOfMessage(61)), 60);
    QCOMPARE(test::numbers(model), QStringLiteral("1..120"));
    enqueue(store, { waitingEntry(kIdB, QStringLiteral("waits too")) });
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(test::numbers(model), QStringLiteral("1..120"));
    while (model.hasNewer()) {
        model.loadNewer();
        QTRY_VERIFY(model.isSettled());
    }
    QTRY_COMPARE(model.rowCount(), 202);
    QCOMPARE(texts(model).mid(199),
        QStringList(
            { QStringLiteral("Message number 200"), QStringLiteral("waits"), QStringLiteral("waits too") }));
    // Loading back lets go of the end, and of them with it.
    putMessages(store, 201, 250);
    QTRY_COMPARE(model.rowCount(), 242);
    QCOMPARE(texts(model).mid(240), QStringList({ QStringLiteral("waits"), QStringLiteral("waits too") }));
    model.loadOlder();
    QTRY_VERIFY(model.hasNewer());
    QCOMPARE(test::numbers(model), QStringLiteral("1..240"));
}

void MessageTimelineRowsTest::saysThatAMessageWasEdited()
{
    test::TestVault store;
    putMessages(store, 1, 2);
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    log.take();
    Message edited = test::sampleMessage(kConversation, 2);
    edited.version = 2;
    edited.content = QStringLiteral("Better.");
    edited.editedAt = edited.createdAt;
    store.put<Message>({ edited });
    QTRY_COMPARE(status(model, 1), QStringLiteral("edited"));
    QCOMPARE(texts(model).last(), QStringLiteral("Better."));
    QCOMPARE(ModelLog::structure(log.take()), QString());
}

// The clock stands at 00:30 on 22 September in a zone two hours ahead of UTC.
void MessageTimelineRowsTest::beginsDaysByTheLocalCalendar()
{
    test::TestVault store;
    store.put<Conversation>({ test::sampleConversation(1) });
    store.put<Message>({ at(1, QStringLiteral("2025-12-31T21:59:59Z")),
        at(2, QStringLiteral("2025-12-31T22:00:00Z")), at(3, QStringLiteral("2026-09-19T12:00:00Z")),
        at(4, QStringLiteral("2026-09-20T22:00:00Z")), at(5, QStringLiteral("2026-09-21T21:59:00Z")),
        at(6, QStringLiteral("2026-09-21T22:00:00Z")), at(7, QStringLiteral("2026-09-21T22:29:00Z")) });
    const qint64 now
        = QDateTime::fromString(QStringLiteral("2026-09-21T22:30:00Z"), Qt::ISODate).toMSecsSinceEpoch();
    const models::Formatter formatter(
        QLocale(QStringLiteral("en_GB")), QTimeZone(2 * 3600), [now] { return UtcTime { now }; });
    MessageTimelineModel model(store.vault(), formatter);
    ModelLog log(model);
    open(model);
    QStringList days;
    QStringList times;
    for (int row = 0; row < model.rowCount(); ++row) {
        days.append(model.index(row).data(MessageTimelineModel::DayRole).toString());
        times.append(model.index(row).data(MessageTimelineModel::TimeRole).toString());
    }
    QCOMPARE(days,
        QStringList({ QStringLiteral("Wednesday 31 December 2025"), QStringLiteral("Thursday 1 January"),
            QStringLiteral("Saturday 19 September"), QStringLiteral("Yesterday"), QString(),
            QStringLiteral("Today"), QString() }));
    QCOMPARE(times,
        QStringList({ QStringLiteral("23:59"), QStringLiteral("00:00"), QStringLiteral("14:00"),
            QStringLiteral("00:00"), QStringLiteral("23:59"), QStringLiteral("00:00"),
            QStringLiteral("00:29") }));
}

void MessageTimelineRowsTest::beginsGroups()
{
    test::TestVault store;
    const auto message = [](int number, int second, const QString& sender) {
        Message one = test::sampleMessage(kConversation, number);
        one.createdAt = UtcTime { test::kSampleStart + second * 1000 };
        one.senderUserId = sender;
        return one;
    };
    const QString lena = QStringLiteral("u_lena");
    Message mine = message(7, 1400, QStringLiteral("u_me"));
    mine.isFromViewer = true;
    Message system = message(8, 1401, lena);
    system.isSystem = true;
    Message unread = message(10, 1403, lena);
    unread.hasUnreadFlag = true;
    store.put<Conversation>({ test::sampleConversation(1) });
    store.put<Message>({ message(1, 0, lena), message(2, 600, lena), message(3, 1201, lena),
        message(4, 1202, QStringLiteral("u_ben")), message(5, 1203, QStringLiteral("u_ben")),
        message(6, 1204, lena), mine, system, message(9, 1402, lena), unread });
    MessageTimelineModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    QCOMPARE(open(model), 9);
    QCOMPARE(groupStarts(model),
        QList<bool>({ true, // the first
            false, // ten minutes later to the second
            true, // and one second more
            true, // somebody else
            false, true,
            true, // the user
            true, // the platform
            true, // a person again
            true })); // the first unread
}

void MessageTimelineRowsTest::movesGroupsWithTheirNeighbours()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    MessageTimelineModel model(store.vault(), formatterAt(10));
    ModelLog log(model);
    open(model);
    QCOMPARE(groupStarts(model), QList<bool>({ true, false, false }));
    log.take();
    store.write([](WriteTransaction& transaction) {
        return transaction.remove(recordTypeIndex<Message>(), test::messageId(1));
    });
    QTRY_COMPARE(model.rowCount(), 2);
    // The row behind it begins the day and the group now, and is said to have changed.
    QCOMPARE(log.take(), QStringLiteral("-0..0 ~0..0"));
    QCOMPARE(groupStarts(model), QList<bool>({ true, false }));
    QCOMPARE(model.dayTitle(0), QStringLiteral("Today"));
}

QTEST_GUILESS_MAIN(MessageTimelineRowsTest)
#include "message_timeline_rows_test.moc"
