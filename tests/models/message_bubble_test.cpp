// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/display_text.h"
#include "models/message_bubble.h"
#include "tests/models/timeline_support.h"

#include <QJsonArray>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::bubbleOf;
using models::MessageBubble;
using models::SendState;

namespace {

Stored<Message> stored(const Message& message)
{
    return { 77, message };
}

MessageBubble shown(const Message& message)
{
    return bubbleOf(stored(message), test::formatterAt(60));
}

QJsonObject file(const QString& name, const QJsonValue& bytes)
{
    return { { QStringLiteral("fileName"), name }, { QStringLiteral("byteCount"), bytes } };
}

} // namespace

class MessageBubbleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAMessage();
    void cutsALongText();
    void findsLinksInWhatIsShown();
    void listsAttachments_data();
    void listsAttachments();
    void listsTwentyAttachmentsAtMost();
    void marksUnreadOnlyWhatOthersWrote();
    void showsAWaitingEntry_data();
    void showsAWaitingEntry();
    void keepsItsKeyThroughDelivery();
};

void MessageBubbleTest::showsAMessage()
{
    Message message = test::sampleMessage(test::kConversation, 5);
    message.senderName = QStringLiteral("Lena\u202e\nR.");
    message.content = QStringLiteral("one\r\n\u0007two");
    const MessageBubble bubble = shown(message);
    QCOMPARE(bubble.row, 77);
    QCOMPARE(bubble.id, message.id);
    QCOMPARE(bubble.key(), message.id);
    QCOMPARE(bubble.senderId, QStringLiteral("u_lena"));
    QCOMPARE(bubble.senderName, QStringLiteral("Lena R."));
    QCOMPARE(bubble.text, QStringLiteral("one\ntwo"));
    QCOMPARE(bubble.wholeText(), bubble.text);
    QCOMPARE(bubble.time, *message.createdAt);
    QCOMPARE(bubble.state, SendState::Delivered);
    QVERIFY(!bubble.cut && !bubble.mine && !bubble.system && !bubble.edited && !bubble.pending());
    message.isSystem = true;
    message.editedAt = message.createdAt;
    message.isFromViewer = true;
    QVERIFY(shown(message).system && shown(message).edited && shown(message).mine);
}

void MessageBubbleTest::cutsALongText()
{
    Message message = test::sampleMessage(test::kConversation, 5);
    message.content = QString(models::kBodyLimit, QLatin1Char('a'));
    QVERIFY(!shown(message).cut);
    QCOMPARE(shown(message).fullText, QString());
    message.content += QStringLiteral(" https://example.org/tail");
    const MessageBubble bubble = shown(message);
    QVERIFY(bubble.cut);
    QCOMPARE(bubble.text, QString(models::kBodyLimit, QLatin1Char('a')));
    QCOMPARE(bubble.fullText, message.content);
    QCOMPARE(bubble.wholeText(), message.content);
    QVERIFY(bubble.links.empty()); // none in what is laid out
}

void MessageBubbleTest::findsLinksInWhatIsShown()
{
    Message message = test::sampleMessage(test::kConversation, 5);
    // What is dropped before the address moves it.
    message.content = QStringLiteral("\u202e\u200bSee https://example.org.");
    const MessageBubble bubble = shown(message);
    QCOMPARE(bubble.links, (std::vector<models::LinkSpan> { { 4, 19 } }));
    QCOMPARE(bubble.text.mid(4, 19), QStringLiteral("https://example.org"));
}

void MessageBubbleTest::listsAttachments_data()
{
    QTest::addColumn<QJsonValue>("attachment");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a file") << QJsonValue(file(QStringLiteral("guideline-v7.pdf"), 1'200'000))
                            << QStringLiteral("\u2068guideline-v7.pdf\u2069 · 1.2 MB");
    QTest::newRow("empty") << QJsonValue(file(QStringLiteral("a.txt"), 0))
                           << QStringLiteral("\u2068a.txt\u2069 · 0 bytes");
    QTest::newRow("no size") << QJsonValue(
        QJsonObject { { QStringLiteral("fileName"), QStringLiteral("a.txt") } })
                             << QStringLiteral("a.txt");
    QTest::newRow("a size below nothing")
        << QJsonValue(file(QStringLiteral("a.txt"), -5)) << QStringLiteral("a.txt");
    QTest::newRow("an absurd size") << QJsonValue(file(QStringLiteral("a.txt"), 1e300))
                                    << QStringLiteral("a.txt");
    QTest::newRow("a size in words") << QJsonValue(file(QStringLiteral("a.txt"), QStringLiteral("big")))
                                     << QStringLiteral("a.txt");
    QTest::newRow("no name") << QJsonValue(file(QStringLiteral("\u202e"), 10))
                             << QStringLiteral("\u2068File without a name\u2069 · 10 bytes");
    QTest::newRow("a name that turns") << QJsonValue(file(QStringLiteral("a\u202efdp.exe"), 10))
                                       << QStringLiteral("\u2068afdp.exe\u2069 · 10 bytes");
    QTest::newRow("a long name") << QJsonValue(file(QString(500, QLatin1Char('n')), 10))
                                 << QStringLiteral("\u2068") + QString(80, QLatin1Char('n'))
            + QStringLiteral("…\u2069 · 10 bytes");
    QTest::newRow("no object") << QJsonValue(QStringLiteral("x")) << QStringLiteral("File without a name");
}

void MessageBubbleTest::listsAttachments()
{
    QFETCH(const QJsonValue, attachment);
    QFETCH(const QString, shown);
    Message message = test::sampleMessage(test::kConversation, 5);
    message.attachments = { attachment };
    QCOMPARE(::shown(message).attachments, QStringList(shown));
}

void MessageBubbleTest::listsTwentyAttachmentsAtMost()
{
    Message message = test::sampleMessage(test::kConversation, 5);
    for (int i = 0; i < 30; ++i)
        message.attachments.append(file(QStringLiteral("%1").arg(i), -1));
    QCOMPARE(shown(message).attachments.size(), 20);
    QCOMPARE(shown(message).attachments.last(), QStringLiteral("19"));
}

void MessageBubbleTest::marksUnreadOnlyWhatOthersWrote()
{
    Message message = test::sampleMessage(test::kConversation, 5);
    QVERIFY(!shown(message).unread);
    message.hasUnreadFlag = true;
    QVERIFY(shown(message).unread);
    message.isFromViewer = true;
    QVERIFY(!shown(message).unread);
}

void MessageBubbleTest::showsAWaitingEntry_data()
{
    QTest::addColumn<OutboxState>("state");
    QTest::addColumn<SendState>("shown");
    QTest::addColumn<QString>("fault");
    QTest::newRow("queued") << OutboxState::Queued << SendState::Waiting << QString();
    QTest::newRow("sending") << OutboxState::Sending << SendState::Sending << QString();
    QTest::newRow("rejected") << OutboxState::Rejected << SendState::Refused
                              << QStringLiteral("Because of this.");
    QTest::newRow("conflict") << OutboxState::Conflict << SendState::Refused
                              << QStringLiteral("Because of this.");
}

void MessageBubbleTest::showsAWaitingEntry()
{
    QFETCH(const OutboxState, state);
    QFETCH(const SendState, shown);
    QFETCH(const QString, fault);
    OutboxEntry entry
        = test::waitingEntry(QStringLiteral("m-1"), QStringLiteral("Hi\u0007 https://a.org"), 3);
    entry.state = state;
    entry.faultMessage = QStringLiteral("Because\nof this.");
    const MessageBubble bubble = bubbleOf(entry);
    QCOMPARE(bubble.state, shown);
    QCOMPARE(bubble.fault, fault);
    QCOMPARE(bubble.row, 0);
    QCOMPARE(bubble.id, QString());
    QCOMPARE(bubble.text, QStringLiteral("Hi https://a.org"));
    QCOMPARE(bubble.links.size(), std::size_t(1));
    QCOMPARE(bubble.time, entry.createdAt);
    QVERIFY(bubble.mine && bubble.pending());
}

void MessageBubbleTest::keepsItsKeyThroughDelivery()
{
    const OutboxEntry entry = test::waitingEntry(QStringLiteral("m-1"), QStringLiteral("Hi"), 3);
    const MessageBubble waiting = bubbleOf(entry);
    const MessageBubble delivered = shown(test::delivered(entry, 4));
    QCOMPARE(delivered.key(), waiting.key());
    QCOMPARE(delivered.key(), QStringLiteral("m-1"));
    QVERIFY(delivered.id != waiting.id);
    QVERIFY(!(delivered == waiting));
}

QTEST_GUILESS_MAIN(MessageBubbleTest)
#include "message_bubble_test.moc"
