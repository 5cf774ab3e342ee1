// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_timeline_model.h"
#include "tests/models/timeline_support.h"

#include <QJsonArray>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::MessageTimelineModel;
using test::formatterAt;
using test::kConversation;
using test::ModelLog;
using test::numbers;
using test::open;
using test::putMessages;
using test::removeMessages;

namespace {

constexpr int kWindow = 240;

// So much beside the text that reading a page takes longer than a commit.
void makeHeavy(Message& message)
{
    static const QJsonArray kAttachments = [] {
        QJsonArray many;
        for (int i = 0; i < 1500; ++i)
            many.append(QJsonObject { { QStringLiteral("fileName"), QStringLiteral("report-%1.pdf").arg(i) },
                { QStringLiteral("byteCount"), i } });
        return many;
    }();
    message.attachments = kAttachments;
}

} // namespace

// Commits between the moment that is read and the moment its answer is taken. Each is tried several times,
// and the answers are big, because nothing can stop the store in the middle of one.
class MessageTimelineRacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatComesWhileOpening();
    void losesNothingThatChangesWhileLoading();
    void leavesNoGapWhenTheWindowMovesWhileLoading();
};

void MessageTimelineRacesTest::losesNothingThatComesWhileOpening()
{
    test::TestVault store;
    putMessages(store, 1, 60, makeHeavy);
    for (int number = 61; number < 66; ++number) {
        MessageTimelineModel model(store.vault(), formatterAt(400));
        ModelLog log(model);
        model.open(kConversation);
        store.put<Message>({ test::sampleMessage(kConversation, number) });
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(test::numberAt(model, model.rowCount() - 1), number);
    }
}

void MessageTimelineRacesTest::losesNothingThatChangesWhileLoading()
{
    test::TestVault store;
    putMessages(store, 1, 119, makeHeavy);
    for (int version = 2; version < 6; ++version) {
        MessageTimelineModel model(store.vault(), formatterAt(400));
        ModelLog log(model);
        open(model);
        QCOMPARE(model.rowCount(), 60);
        model.loadOlder();
        Message edited = test::sampleMessage(kConversation, 50);
        edited.version = version;
        edited.content = QStringLiteral("Version %1").arg(version);
        store.write([&](WriteTransaction& transaction) -> Outcome {
            if (const Outcome done = transaction.upsert(edited); !done)
                return done;
            return removeMessages(transaction, version, version);
        });
        QTRY_VERIFY(!model.hasOlder() && model.isSettled());
        const int row = model.indexOfKey(test::messageId(50));
        QVERIFY(row >= 0);
        QCOMPARE(model.bubble(row).text, edited.content);
        QCOMPARE(model.indexOfKey(test::messageId(version)), -1);
    }
}

void MessageTimelineRacesTest::leavesNoGapWhenTheWindowMovesWhileLoading()
{
    test::TestVault store;
    putMessages(store, 1, 60, makeHeavy);
    putMessages(store, 61, 300);
    for (int number = 301; number < 304; ++number) {
        MessageTimelineModel model(store.vault(), formatterAt(400));
        ModelLog log(model);
        open(model);
        while (model.rowCount() < kWindow) {
            model.loadOlder();
            QTRY_VERIFY(model.isSettled());
        }
        // An arrival lets go of the oldest row just when what is older is being read.
        model.loadOlder();
        putMessages(store, number, number);
        QTRY_VERIFY(model.isSettled());
        QVERIFY2(numbers(model).contains(QStringLiteral("..")), qPrintable(numbers(model)));
        QCOMPARE(model.rowCount(), kWindow);
    }
}

QTEST_GUILESS_MAIN(MessageTimelineRacesTest)
#include "message_timeline_races_test.moc"
