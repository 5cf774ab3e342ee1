// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_timeline_model.h"
#include "tests/models/held_readers.h"
#include "tests/models/timeline_support.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::MessageTimelineModel;
using test::await;
using test::formatterAt;
using test::kConversation;
using test::ModelLog;
using test::numbers;
using test::open;
using test::putMessages;
using test::removeMessages;

namespace {

constexpr int kWindow = 240;

} // namespace

// Which messages are in the window; what each row shows is in message_timeline_rows_test.cpp.
class MessageTimelineModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAtTheNewest();
    void opensAtTheFirstUnread();
    void opensAtARow_data();
    void opensAtARow();
    void keepsWhatIsShownUntilTheNextIsRead();
    void takesTheNewestOfTwoOpenings();
    void closes();
    void loadsASideOnceAtATime();
    void seesEveryMessageOnceInAWindow();
    void goesBackToTheNewest();
    void takesArrivalsAtTheEnd();
    void letsGoOfTheSideThatIsNotWatched();
    void leavesArrivalsOutsideTheWindow();
    void followsRemovals();
    void readsOnWhenTheWholeWindowIsRemoved();
    void saysThatAConversationIsGone();
    void saysWhyTheStoreGaveNothing();
};

void MessageTimelineModelTest::opensAtTheNewest()
{
    test::TestVault store;
    putMessages(store, 1, 100);
    MessageTimelineModel model(store.vault(), formatterAt(200));
    ModelLog log(model);
    QCOMPARE(model.state(), MessageTimelineModel::State::Empty);
    QCOMPARE(open(model), -1);
    QCOMPARE(log.take(), QStringLiteral("reset"));
    QCOMPARE(model.state(), MessageTimelineModel::State::Ready);
    QCOMPARE(model.conversationId(), kConversation);
    QCOMPARE(model.conversation()->companyName, QStringLiteral("Northwind AI"));
    QCOMPARE(numbers(model), QStringLiteral("41..100"));
    QVERIFY(model.hasOlder());
    QVERIFY(!model.hasNewer());
    model.loadNewer(); // nothing there to load
    QVERIFY(model.isSettled());
    QCOMPARE(model.indexOfKey(test::messageId(41)), 0);
    QCOMPARE(model.indexOfKey(test::messageId(40)), -1);
}

void MessageTimelineModelTest::opensAtTheFirstUnread()
{
    test::TestVault store;
    putMessages(store, 1, 300, [](Message& message) {
        const int number = message.content.section(QLatin1Char(' '), -1).toInt();
        message.hasUnreadFlag = number >= 250;
        message.isFromViewer = number == 255 || number == 249; // one's own neither are unread nor end it
    });
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    QCOMPARE(open(model), 60);
    QCOMPARE(numbers(model), QStringLiteral("190..300"));
    QVERIFY(model.hasOlder());
    QVERIFY(!model.hasNewer());
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.startsUnread(row), test::numberAt(model, row) == 250);
    QCOMPARE(model.index(60).data(MessageTimelineModel::UnreadStartsRole), QVariant(true));

    // The mark stays where it is when they are read meanwhile.
    putMessages(store, 300, 301, [](Message& message) { message.version = 2; });
    QTRY_COMPARE(model.rowCount(), 112);
    QVERIFY(model.startsUnread(60));
}

void MessageTimelineModelTest::opensAtARow_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("shownRow");
    QTest::addColumn<QString>("window");
    QTest::addColumn<bool>("older");
    QTest::addColumn<bool>("newer");
    QTest::newRow("in the middle") << 150 << 60 << QStringLiteral("90..209") << true << true;
    QTest::newRow("the first") << 1 << 0 << QStringLiteral("1..60") << false << true;
    QTest::newRow("near the beginning") << 5 << 4 << QStringLiteral("1..64") << false << true;
    QTest::newRow("near the end") << 290 << 60 << QStringLiteral("230..300") << true << false;
    QTest::newRow("the last") << 300 << 60 << QStringLiteral("240..300") << true << false;
    QTest::newRow("behind the last") << 999 << -1 << QStringLiteral("241..300") << true << false;
}

void MessageTimelineModelTest::opensAtARow()
{
    QFETCH(const int, number);
    QFETCH(const int, shownRow);
    QFETCH(const QString, window);
    QFETCH(const bool, older);
    QFETCH(const bool, newer);
    test::TestVault store;
    putMessages(store, 1, 300);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    QCOMPARE(open(model, test::rowOfMessage(number)), shownRow);
    QCOMPARE(numbers(model), window);
    QCOMPARE(model.hasOlder(), older);
    QCOMPARE(model.hasNewer(), newer);
    if (shownRow >= 0)
        QCOMPARE(test::numberAt(model, shownRow), number);
}

void MessageTimelineModelTest::keepsWhatIsShownUntilTheNextIsRead()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    store.put<Conversation>({ test::sampleConversation(2) });
    store.put<Message>({ test::sampleMessage(QStringLiteral("conversation-2"), 7) });
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    log.take();
    test::HeldReaders readers(store.vault());
    model.open(QStringLiteral("conversation-2"));
    QVERIFY(!model.isSettled());
    QCOMPARE(model.state(), MessageTimelineModel::State::Ready);
    QCOMPARE(model.conversationId(), kConversation);
    QCOMPARE(numbers(model), QStringLiteral("1..3"));
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.conversationId(), QStringLiteral("conversation-2"));
    QCOMPARE(numbers(model), QStringLiteral("7..7"));
    QCOMPARE(log.take(), QStringLiteral("reset"));
}

void MessageTimelineModelTest::takesTheNewestOfTwoOpenings()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    store.put<Conversation>({ test::sampleConversation(2) });
    store.put<Message>({ test::sampleMessage(QStringLiteral("conversation-2"), 7) });
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    QSignalSpy opened(&model, &MessageTimelineModel::opened);
    test::HeldReaders readers(store.vault());
    model.open(QStringLiteral("conversation-2"));
    QCOMPARE(model.state(), MessageTimelineModel::State::Loading);
    model.open(kConversation);
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(model.conversationId(), kConversation);
    QCOMPARE(numbers(model), QStringLiteral("1..3"));
}

void MessageTimelineModelTest::closes()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    {
        test::HeldReaders readers(store.vault());
        putMessages(store, 4, 4);
        QTRY_VERIFY(!model.isSettled()); // a change is being read
        model.open({});
    }
    QVERIFY(model.isSettled());
    QCOMPARE(model.state(), MessageTimelineModel::State::Empty);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.conversation());
    putMessages(store, 5, 5);
    log.take();
    QCOMPARE(open(model), -1);
    QCOMPARE(log.take(), QStringLiteral("reset"));
    QCOMPARE(numbers(model), QStringLiteral("1..5"));
}

void MessageTimelineModelTest::loadsASideOnceAtATime()
{
    test::TestVault store;
    putMessages(store, 1, 300);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    QCOMPARE(open(model, test::rowOfMessage(150)), 60);
    log.take();
    test::HeldReaders readers(store.vault());
    model.loadOlder();
    model.loadOlder();
    model.loadNewer();
    QVERIFY(!model.isSettled());
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("+0..59"));
    QCOMPARE(numbers(model), QStringLiteral("30..209"));
}

void MessageTimelineModelTest::seesEveryMessageOnceInAWindow()
{
    test::TestVault store;
    putMessages(store, 1, 2000);
    MessageTimelineModel model(store.vault(), formatterAt(3000));
    ModelLog log(model);
    QCOMPARE(open(model), -1);
    int first = 1941;
    int last = 2000;
    while (first > 1) {
        QCOMPARE(numbers(model), QStringLiteral("%1..%2").arg(first).arg(last));
        log.take();
        model.loadOlder();
        QTRY_VERIFY(model.isSettled());
        QVERIFY(model.rowCount() <= kWindow);
        const int come = std::min(60, first - 1);
        first -= come;
        const int excess = std::max(0, last - first + 1 - kWindow);
        last -= excess;
        QString expected = QStringLiteral("+0..%1").arg(come - 1);
        if (excess > 0)
            expected += QStringLiteral(" -%1..%2").arg(kWindow).arg(kWindow + excess - 1);
        QCOMPARE(ModelLog::structure(log.take()), expected);
        QCOMPARE(model.hasNewer(), last < 2000);
    }
    QVERIFY(!model.hasOlder());
    while (last < 2000) {
        QCOMPARE(numbers(model), QStringLiteral("%1..%2").arg(first).arg(last));
        log.take();
        model.loadNewer();
        QTRY_VERIFY(model.isSettled());
        const int come = std::min(60, 2000 - last);
        last += come;
        first += come; // the window is full all the way
        QCOMPARE(ModelLog::structure(log.take()),
            QStringLiteral("+240..%1 -0..%2").arg(kWindow + come - 1).arg(come - 1));
        QVERIFY(model.hasOlder());
    }
    QCOMPARE(numbers(model), QStringLiteral("1761..2000"));
    QVERIFY(!model.hasNewer());
}

void MessageTimelineModelTest::goesBackToTheNewest()
{
    test::TestVault store;
    putMessages(store, 1, 500, [](Message& message) { message.hasUnreadFlag = true; });
    MessageTimelineModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QCOMPARE(open(model, test::rowOfMessage(100)), 60);
    QSignalSpy opened(&model, &MessageTimelineModel::opened);
    model.openNewest();
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toInt(), -1); // the end, not the first unread one
    QCOMPARE(numbers(model), QStringLiteral("441..500"));
}

void MessageTimelineModelTest::takesArrivalsAtTheEnd()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    log.take();
    QSignalSpy arrived(&model, &MessageTimelineModel::arrived);
    putMessages(store, 4, 6, [](Message& message) {
        message.isFromViewer = message.content.endsWith(QLatin1Char('5')); // from another device
    });
    QTRY_COMPARE(numbers(model), QStringLiteral("1..6"));
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("+3..3 +4..4 +5..5"));
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(arrived.first().first().toInt(), 2);

    // A message edited and one that comes late into the middle are no arrivals.
    Message edited = test::sampleMessage(kConversation, 2);
    edited.version = 2;
    edited.content = QStringLiteral("Now 2");
    Message late = test::sampleMessage(kConversation, 3);
    late.id = QStringLiteral("late");
    late.createdAt->milliseconds += 1;
    store.put<Message>({ edited, late });
    QTRY_COMPARE(model.rowCount(), 7);
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("+3..3"));
    QCOMPARE(model.bubble(1).text, QStringLiteral("Now 2"));
    QCOMPARE(model.bubble(3).id, QStringLiteral("late"));
    QCOMPARE(arrived.count(), 1);
    // Other conversations are not looked at.
    store.put<Message>({ test::sampleMessage(QStringLiteral("conversation-2"), 9) });
    QVERIFY(model.isSettled());
    QCOMPARE(model.rowCount(), 7);
}

void MessageTimelineModelTest::letsGoOfTheSideThatIsNotWatched()
{
    test::TestVault store;
    putMessages(store, 1, 300);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    for (int i = 0; i < 3; ++i) {
        model.loadOlder();
        QTRY_VERIFY(model.isSettled());
    }
    QCOMPARE(numbers(model), QStringLiteral("61..300"));
    model.setFollowing(true);
    putMessages(store, 301, 302);
    QTRY_COMPARE(numbers(model), QStringLiteral("63..302"));
    model.setFollowing(false);
    putMessages(store, 303, 303);
    QTRY_VERIFY(model.hasNewer());
    QCOMPARE(numbers(model), QStringLiteral("63..302"));
    model.loadNewer();
    QTRY_COMPARE(numbers(model), QStringLiteral("64..303"));
    QVERIFY(!model.hasNewer());
}

void MessageTimelineModelTest::leavesArrivalsOutsideTheWindow()
{
    test::TestVault store;
    putMessages(store, 2, 301);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    QCOMPARE(open(model, test::rowOfMessage(100)), 60);
    QSignalSpy arrived(&model, &MessageTimelineModel::arrived);
    log.take();
    putMessages(store, 302, 302);
    putMessages(store, 1, 1);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(log.take(), QString());
    QCOMPARE(arrived.count(), 0);
    QCOMPARE(numbers(model), QStringLiteral("40..159"));
    while (model.hasNewer()) {
        model.loadNewer();
        QTRY_VERIFY(model.isSettled());
    }
    QCOMPARE(numbers(model), QStringLiteral("63..302"));
}

void MessageTimelineModelTest::followsRemovals()
{
    test::TestVault store;
    putMessages(store, 1, 6);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    log.take();
    store.write([](WriteTransaction& transaction) -> Outcome {
        for (const int number : { 1, 3, 6 }) {
            if (const Outcome done = removeMessages(transaction, number, number); !done)
                return done;
        }
        return success();
    });
    QTRY_COMPARE(numbers(model), QStringLiteral("2 4 5"));
    QCOMPARE(ModelLog::structure(log.take()), QStringLiteral("-5..5 -2..2 -0..0"));
    store.write([](WriteTransaction& transaction) { return removeMessages(transaction, 1, 6); });
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(model.state(), MessageTimelineModel::State::Ready);
    putMessages(store, 7, 7);
    QTRY_COMPARE(numbers(model), QStringLiteral("7..7"));
}

void MessageTimelineModelTest::readsOnWhenTheWholeWindowIsRemoved()
{
    test::TestVault store;
    putMessages(store, 1, 100);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    QCOMPARE(numbers(model), QStringLiteral("41..100"));
    store.write([](WriteTransaction& transaction) { return removeMessages(transaction, 41, 100); });
    QTRY_COMPARE(numbers(model), QStringLiteral("1..40"));
    QTRY_VERIFY(model.isSettled());
    QVERIFY(!model.hasOlder());
}

void MessageTimelineModelTest::saysThatAConversationIsGone()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    open(model);
    QSignalSpy states(&model, &MessageTimelineModel::stateChanged);
    store.write([](WriteTransaction& transaction) -> Outcome {
        if (const Outcome done = removeMessages(transaction, 1, 3); !done)
            return done;
        return transaction.remove(recordTypeIndex<Conversation>(), kConversation);
    });
    QTRY_COMPARE(model.state(), MessageTimelineModel::State::Gone);
    QCOMPARE(states.count(), 1);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.isSettled());

    MessageTimelineModel unknown(store.vault(), formatterAt(400));
    ModelLog unknownLog(unknown);
    QCOMPARE(open(unknown), -1);
    QCOMPARE(unknown.state(), MessageTimelineModel::State::Gone);
}

void MessageTimelineModelTest::saysWhyTheStoreGaveNothing()
{
    test::TestVault store;
    putMessages(store, 1, 3);
    MessageTimelineModel model(store.vault(), formatterAt(400));
    ModelLog log(model);
    OT_VERIFY_OK(await(store.vault().close()));
    QCOMPARE(open(model), -1);
    QCOMPARE(model.state(), MessageTimelineModel::State::Failed);
    QCOMPARE(model.errorText(), QStringLiteral("The vault is locked."));
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(MessageTimelineModelTest)
#include "message_timeline_model_test.moc"
