// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversation_list_model.h"
#include "storage/drafts.h"
#include "sync/message_commands.h"
#include "tests/models/held_readers.h"
#include "tests/models/model_log.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::ConversationListModel;
using Filter = ConversationListModel::Filter;
using LineKind = ConversationListModel::LineKind;
using test::await;
using test::formatterAt;
using test::ModelLog;

namespace {

void putConversations(test::TestVault& store, int from, int to)
{
    std::vector<Conversation> conversations;
    for (int number = from; number <= to; ++number)
        conversations.push_back(test::sampleConversation(number));
    store.put(conversations);
}

// The numbers of the conversations listed, "5 4 3".
QString numbers(const ConversationListModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(
            model.index(row).data(ConversationListModel::IdRole).toString().section(QLatin1Char('-'), 1));
    return all.join(QLatin1Char(' '));
}

QString conversationId(int number)
{
    return QStringLiteral("conversation-%1").arg(number);
}

// The conversation with a newer last message, at this minute.
Conversation withMessageAt(int number, int minute)
{
    Conversation conversation = test::sampleConversation(number);
    conversation.version = minute;
    conversation.lastMessageContent = QStringLiteral("At minute %1").arg(minute);
    conversation.lastMessageCreatedAt = UtcTime { test::kSampleStart + minute * test::kMinute };
    return conversation;
}

struct Line {
    QString text;
    LineKind kind;
    friend bool operator==(const Line&, const Line&) = default;
};

Line line(const ConversationListModel& model, int number)
{
    const QModelIndex index = model.indexOfId(conversationId(number));
    return { index.data(ConversationListModel::LastLineRole).toString(),
        index.data(ConversationListModel::LineKindRole).value<LineKind>() };
}

OutboxEntry waiting(const QString& mutationId, int number, const QString& text, int minute)
{
    OutboxEntry entry;
    entry.mutationId = mutationId;
    entry.recordType = QStringLiteral("Message");
    entry.recordId = mutationId;
    entry.parentId = conversationId(number);
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("content"), text } };
    entry.createdAt = UtcTime { test::kSampleStart + minute * test::kMinute };
    return entry;
}

Outcome saveDraft(WriteTransaction& transaction, int number, const QString& text)
{
    return drafts::save(
        transaction, QLatin1String(drafts::kMessageDraft), conversationId(number), text, UtcTime { 1 });
}

} // namespace

class ConversationListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestActivityFirst();
    void saysWhatARowSays();
    void names_data();
    void names();
    void movesExactly();
    void insertsAndRemovesExactly();
    void filters_data();
    void filters();
    void takesTheNewestOfTwoFilters();
    void leavesTheUnreadFilterWhenRead();
    void showsDraftsWaitingAndRefusedLines();
    void cleansWhatOthersWrote();
    void saysWhyTheStoreGaveNothing();
};

void ConversationListModelTest::listsTheNewestActivityFirst()
{
    test::TestVault store;
    Conversation silent = test::sampleConversation(9); // nothing was said: by when it was begun
    silent.lastMessageCreatedAt.reset();
    silent.lastMessageContent.clear();
    silent.createdAt = UtcTime { test::kSampleStart + 2 * test::kMinute + 1 };
    store.put<Conversation>({ test::sampleConversation(1), withMessageAt(2, 50), test::sampleConversation(3),
        test::sampleConversation(2), silent });
    test::HeldReaders readers(store.vault());
    ConversationListModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    QCOMPARE(model.state(), ConversationListModel::State::Loading);
    QVERIFY(!model.isSettled());
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.state(), ConversationListModel::State::Ready);
    QCOMPARE(log.take(), QStringLiteral("reset"));
    QCOMPARE(numbers(model), QStringLiteral("2 3 9 1"));
    QCOMPARE(model.indexOfId(conversationId(9)).row(), 2);
    QVERIFY(!model.indexOfId(conversationId(4)).isValid());
}

void ConversationListModelTest::saysWhatARowSays()
{
    test::TestVault store;
    Conversation conversation = test::sampleConversation(2);
    conversation.unreadCount = 3;
    conversation.needsReplyCount = 1;
    store.put<Conversation>({ conversation });
    ConversationListModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    QTRY_COMPARE(model.rowCount(), 1);
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data(ConversationListModel::TitleRole).toString(), QStringLiteral("Northwind AI"));
    QCOMPARE(index.data(ConversationListModel::KindRole).toString(),
        QStringLiteral("Proposal · \u2068Red-team review notes 2\u2069"));
    QCOMPARE(line(model, 2), Line({ QStringLiteral("Batch 2 is ready."), LineKind::Theirs }));
    QCOMPARE(index.data(ConversationListModel::TimeRole).toString(), QStringLiteral("2:15 PM"));
    QCOMPARE(index.data(ConversationListModel::UnreadRole).toLongLong(), 3);
    QCOMPARE(index.data(ConversationListModel::NeedsReplyRole), QVariant(true));
    QCOMPARE(index.data(ConversationListModel::CanSendRole), QVariant(true));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Northwind AI, Proposal · \u2068Red-team review notes 2\u2069, 3 new messages, "
                       "Batch 2 is ready., 2:15 PM"));

    conversation.version = 2;
    conversation.unreadCount = 0;
    conversation.needsReplyCount = 0;
    conversation.canSend = false;
    conversation.lastMessageIsFromViewer = true;
    store.put<Conversation>({ conversation });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("You: Batch 2 is ready."), LineKind::Mine }));
    QCOMPARE(index.data(ConversationListModel::UnreadRole).toLongLong(), 0);
    QCOMPARE(index.data(ConversationListModel::NeedsReplyRole), QVariant(false));
    QCOMPARE(index.data(ConversationListModel::CanSendRole), QVariant(false));
}

void ConversationListModelTest::names_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QStringList>("names"); // company, counterpart, title, channel
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("kind");
    const QString direct = QStringLiteral("DIRECT_MESSAGE");
    const auto names
        = [](const char* company, const char* counterpart, const char* title, const char* channel) {
              return QStringList { QString::fromUtf8(company), QString::fromUtf8(counterpart),
                  QString::fromUtf8(title), QString::fromUtf8(channel) };
          };
    QTest::newRow("the company") << direct << QStringLiteral("job") << names("Acme", "Lena R.", "Notes", "")
                                 << QStringLiteral("Acme") << QStringLiteral("Job · \u2068Notes\u2069");
    QTest::newRow("the person") << direct << QStringLiteral("proposal") << names("", "Lena R.", "", "")
                                << QStringLiteral("Lena R.") << QStringLiteral("Proposal");
    QTest::newRow("the title") << direct << QStringLiteral("job") << names("", " ", "Notes", "")
                               << QStringLiteral("Notes") << QStringLiteral("Job · \u2068Notes\u2069");
    QTest::newRow("nothing") << direct << QStringLiteral("job") << names("", "", "", "")
                             << QStringLiteral("Conversation") << QStringLiteral("Job");
    QTest::newRow("support") << direct << QStringLiteral("support") << names("Acme", "", "Help", "")
                             << QStringLiteral("OpenTrain support")
                             << QStringLiteral("Support · \u2068Help\u2069");
    QTest::newRow("a channel") << QStringLiteral("CHANNEL") << QStringLiteral("job")
                               << names("Acme", "", "Notes", "general") << QStringLiteral("# general")
                               << QStringLiteral("Channel · 2 people");
    QTest::newRow("a channel without a name")
        << QStringLiteral("CHANNEL") << QStringLiteral("job") << names("Acme", "", "Notes", "")
        << QStringLiteral("# Notes") << QStringLiteral("Channel · 2 people");
}

void ConversationListModelTest::names()
{
    QFETCH(const QString, type);
    QFETCH(const QString, bucket);
    QFETCH(const QStringList, names);
    QFETCH(const QString, title);
    QFETCH(const QString, kind);
    Conversation conversation = test::sampleConversation(1);
    conversation.type = type;
    conversation.bucket = bucket;
    conversation.companyName = names[0];
    conversation.counterpartName = names[1];
    conversation.title = names[2];
    conversation.channelName = names[3];
    conversation.participants = { QJsonObject(), QJsonObject() };
    QCOMPARE(models::conversationTitle(conversation), title);
    QCOMPARE(models::conversationKind(conversation), kind);
}

void ConversationListModelTest::movesExactly()
{
    test::TestVault store;
    putConversations(store, 1, 6);
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(numbers(model), QStringLiteral("6 5 4 3 2 1"));
    const QPersistentModelIndex moved = model.index(4);
    const QPersistentModelIndex stays = model.index(5);
    log.take();
    store.put<Conversation>({ withMessageAt(2, 100) });
    QTRY_COMPARE(numbers(model), QStringLiteral("2 6 5 4 3 1"));
    QCOMPARE(log.take(), QStringLiteral("4..4>0 ~0..0"));
    QCOMPARE(moved.row(), 0);
    QCOMPARE(moved.data(ConversationListModel::IdRole).toString(), conversationId(2));
    QCOMPARE(stays.row(), 5);
    QCOMPARE(line(model, 2).text, QStringLiteral("At minute 100"));

    // Two at once; and one that only changes where it stands.
    store.put<Conversation>({ withMessageAt(3, 101), withMessageAt(4, 102), withMessageAt(2, 103) });
    QTRY_COMPARE(numbers(model), QStringLiteral("2 4 3 6 5 1"));
    QCOMPARE(log.take(), QStringLiteral("~0..0 3..3>1 ~1..1 4..4>2 ~2..2"));
    // What shows the same is not announced.
    Conversation same = withMessageAt(2, 103);
    same.version = 1000;
    store.put<Conversation>({ same });
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(log.take(), QString());
}

void ConversationListModelTest::insertsAndRemovesExactly()
{
    test::TestVault store;
    putConversations(store, 1, 5);
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();
    store.write([](WriteTransaction& transaction) -> Outcome {
        for (const int gone : { 4, 1 }) {
            if (const Outcome done
                = transaction.remove(recordTypeIndex<Conversation>(), conversationId(gone));
                !done)
                return done;
        }
        Conversation between = withMessageAt(77, 2);
        between.lastMessageCreatedAt->milliseconds += 1;
        if (const Outcome done = transaction.upsert(between); !done)
            return done;
        return transaction.upsert(test::sampleConversation(6));
    });
    QTRY_COMPARE(numbers(model), QStringLiteral("6 5 3 77 2"));
    QCOMPARE(log.take(), QStringLiteral("-4..4 -1..1 +0..0 +3..3"));
}

void ConversationListModelTest::filters_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QString>("listed");
    QTest::newRow("all") << Filter::All << QStringLiteral("6 5 4 3 2 1");
    QTest::newRow("proposals") << Filter::Proposal << QStringLiteral("4 2");
    QTest::newRow("jobs") << Filter::Job << QStringLiteral("3 1");
    QTest::newRow("channels") << Filter::Channels << QStringLiteral("5");
    QTest::newRow("unread") << Filter::Unread << QStringLiteral("5 2");
}

void ConversationListModelTest::filters()
{
    QFETCH(const Filter, filter);
    QFETCH(const QString, listed);
    test::TestVault store;
    Conversation unread = test::sampleConversation(2);
    unread.unreadCount = 1;
    Conversation channel = test::sampleConversation(5);
    channel.type = QStringLiteral("CHANNEL");
    channel.unreadCount = 12;
    Conversation support = test::sampleConversation(6);
    support.bucket = QStringLiteral("support");
    store.put<Conversation>({ test::sampleConversation(1), unread, test::sampleConversation(3),
        test::sampleConversation(4), channel, support });
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();
    model.setFilter(filter);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.filter(), filter);
    QCOMPARE(numbers(model), listed);
    QCOMPARE(log.take(), filter == Filter::All ? QString() : QStringLiteral("reset"));
    // What comes is filtered as well.
    store.put<Conversation>({ test::sampleConversation(8) });
    QTRY_VERIFY(model.isSettled());
    const bool passes = filter == Filter::All || filter == Filter::Proposal;
    QTRY_COMPARE(numbers(model), passes ? QStringLiteral("8 ") + listed : listed);
}

void ConversationListModelTest::takesTheNewestOfTwoFilters()
{
    test::TestVault store;
    putConversations(store, 1, 6);
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();
    test::HeldReaders readers(store.vault());
    model.setFilter(Filter::Channels);
    model.setFilter(Filter::Proposal);
    QVERIFY(!model.isSettled());
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(log.take(), QStringLiteral("reset"));
    QCOMPARE(numbers(model), QStringLiteral("6 4 2"));
}

void ConversationListModelTest::leavesTheUnreadFilterWhenRead()
{
    test::TestVault store;
    std::vector<Conversation> conversations;
    for (int number = 1; number <= 3; ++number) {
        conversations.push_back(test::sampleConversation(number));
        conversations.back().unreadCount = number;
    }
    store.put(conversations);
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    model.setFilter(Filter::Unread);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(numbers(model), QStringLiteral("3 2 1"));
    log.take();
    conversations[1].version = 2;
    conversations[1].unreadCount = 0;
    conversations[0].version = 2;
    conversations[0].unreadCount = 40;
    store.put(conversations);
    QTRY_COMPARE(numbers(model), QStringLiteral("3 1"));
    QCOMPARE(log.take(), QStringLiteral("-1..1 ~1..1"));
    QCOMPARE(model.index(1).data(ConversationListModel::UnreadRole).toLongLong(), 40);
}

void ConversationListModelTest::showsDraftsWaitingAndRefusedLines()
{
    test::TestVault store;
    putConversations(store, 1, 3);
    ConversationListModel model(store.vault(), formatterAt(200));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();

    // A draft is shown, and goes back when it is empty.
    store.write([](WriteTransaction& transaction) {
        return saveDraft(transaction, 2, QStringLiteral("Dear\nLena"));
    });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("Dear Lena"), LineKind::Draft }));
    QCOMPARE(log.take(), QStringLiteral("~1..1"));
    store.write([](WriteTransaction& transaction) { return saveDraft(transaction, 2, QString()); });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("Batch 2 is ready."), LineKind::Theirs }));

    // The newest of those that wait, with its own time; any refused one says so.
    store.write([](WriteTransaction& transaction) -> Outcome {
        for (const OutboxEntry& entry : { waiting(QStringLiteral("a"), 2, QStringLiteral("first"), 90),
                 waiting(QStringLiteral("b"), 2, QStringLiteral("second"), 100) }) {
            if (const Outcome done = outbox::enqueue(transaction, entry); !done)
                return done;
        }
        return success();
    });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("second"), LineKind::Waiting }));
    QCOMPARE(model.indexOfId(conversationId(2)).data(ConversationListModel::TimeRole).toString(),
        QStringLiteral("3:53 PM"));
    store.write([](WriteTransaction& transaction) {
        return outbox::refuse(
            transaction, QStringLiteral("a"), OutboxState::Rejected, QStringLiteral("X"), {});
    });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("second"), LineKind::Refused }));
    // What is being written goes before what waits.
    store.write(
        [](WriteTransaction& transaction) { return saveDraft(transaction, 2, QStringLiteral("third")); });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("third"), LineKind::Draft }));
    store.write([](WriteTransaction& transaction) -> Outcome {
        for (const char* id : { "a", "b" }) {
            if (const Outcome done = outbox::settle(transaction, QLatin1String(id)); !done)
                return done;
        }
        return saveDraft(transaction, 2, QString());
    });
    QTRY_COMPARE(line(model, 2), Line({ QStringLiteral("Batch 2 is ready."), LineKind::Theirs }));
    // Sending clears the draft and queues the message at once.
    store.write(
        [](WriteTransaction& transaction) { return saveDraft(transaction, 1, QStringLiteral("Hello")); });
    OT_VERIFY_OK(await(sync::sendMessage(store.vault(), conversationId(1), QStringLiteral("Hello"))));
    QTRY_COMPARE(line(model, 1), Line({ QStringLiteral("Hello"), LineKind::Waiting }));
    // The others were never touched.
    QCOMPARE(line(model, 3), Line({ QStringLiteral("Batch 3 is ready."), LineKind::Theirs }));
    QCOMPARE(ModelLog::structure(log.take()), QString());
}

void ConversationListModelTest::cleansWhatOthersWrote()
{
    test::TestVault store;
    Conversation conversation = test::sampleConversation(1);
    conversation.companyName = QStringLiteral("Acme\u202e\u0000 Inc.\n") + QString(10'000, QLatin1Char('x'));
    conversation.lastMessageContent
        = QStringLiteral("a\r\n\u2066b\u2069") + QString(10'000, QLatin1Char('y'));
    store.put<Conversation>({ conversation });
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(ConversationListModel::TitleRole).toString(),
        QStringLiteral("Acme Inc. ") + QString(110, QLatin1Char('x')) + QChar(0x2026));
    QCOMPARE(line(model, 1).text, QStringLiteral("a b") + QString(297, QLatin1Char('y')) + QChar(0x2026));
}

void ConversationListModelTest::saysWhyTheStoreGaveNothing()
{
    test::TestVault store;
    putConversations(store, 1, 2);
    ConversationListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    QSignalSpy states(&model, &ConversationListModel::stateChanged);
    OT_VERIFY_OK(await(store.vault().close()));
    model.reload();
    QTRY_COMPARE(model.state(), ConversationListModel::State::Failed);
    QCOMPARE(states.count(), 1);
    QCOMPARE(model.errorText(), QStringLiteral("The vault is locked."));
    QCOMPARE(numbers(model), QStringLiteral("2 1")); // what was shown stays
    QVERIFY(model.isSettled());
}

QTEST_GUILESS_MAIN(ConversationListModelTest)
#include "conversation_list_model_test.moc"
