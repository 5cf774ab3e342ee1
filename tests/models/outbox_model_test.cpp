// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outbox_model.h"
#include "sync/message_commands.h"
#include "tests/models/timeline_support.h"
#include "tests/support/wait.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::OutboxModel;
using test::await;
using test::enqueue;
using test::formatterAt;
using test::ModelLog;
using test::waitingEntry;

namespace {

const QString kIdA = QStringLiteral("0199-a");
const QString kIdB = QStringLiteral("0199-b");
const QString kIdC = QStringLiteral("0199-c");

QStringList rows(const OutboxModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        all.append(index.data(OutboxModel::TextRole).toString() + QStringLiteral(": ")
            + index.data(OutboxModel::StateRole).toString());
    }
    return all;
}

Outcome markSending(WriteTransaction& transaction, const QString& id)
{
    const auto marked = outbox::markSending(transaction, { id });
    return marked ? success() : Outcome(marked.error());
}

} // namespace

class OutboxModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatWaitsOldestFirst();
    void saysWhatAnEntrySays();
    void followsEachStep();
    void putsWhatIsTriedAgainAtTheEnd();
    void passesOverOtherChanges();
};

void OutboxModelTest::listsWhatWaitsOldestFirst()
{
    test::TestVault store;
    enqueue(store, { waitingEntry(kIdB, QStringLiteral("one")), waitingEntry(kIdA, QStringLiteral("two")) });
    OutboxModel model(store.vault(), formatterAt(6000));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    // By the order of the commands, not of their ids.
    QCOMPARE(rows(model), QStringList({ QStringLiteral("one: Waiting"), QStringLiteral("two: Waiting") }));
    QCOMPARE(model.waitingCount(), 2);
    QCOMPARE(model.refusedCount(), 0);
    log.take();
    QSignalSpy counts(&model, &OutboxModel::countsChanged);
    enqueue(store, { waitingEntry(kIdC, QStringLiteral("three")) });
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(log.take(), QStringLiteral("+2..2"));
    QCOMPARE(counts.count(), 1);
    QCOMPARE(model.waitingCount(), 3);
}

void OutboxModelTest::saysWhatAnEntrySays()
{
    test::TestVault store;
    enqueue(store, { waitingEntry(kIdA, QStringLiteral("line one\nline \u202etwo"), 100) });
    store.write([](WriteTransaction& transaction) {
        return outbox::refuse(transaction, kIdA, OutboxState::Conflict, QStringLiteral("C"),
            QStringLiteral("Changed\nmeanwhile."));
    });
    OutboxModel model(store.vault(), formatterAt(112));
    ModelLog log(model);
    QTRY_COMPARE(model.rowCount(), 1);
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data(OutboxModel::MutationIdRole).toString(), kIdA);
    QCOMPARE(index.data(OutboxModel::TextRole).toString(), QStringLiteral("line one line two"));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("line one line two"));
    QCOMPARE(index.data(OutboxModel::ParentRole).toString(), test::kConversation);
    QCOMPARE(index.data(OutboxModel::StateRole).toString(), QStringLiteral("Not sent"));
    QCOMPARE(index.data(OutboxModel::FaultRole).toString(), QStringLiteral("Changed meanwhile."));
    QCOMPARE(index.data(OutboxModel::TimeRole).toString(), QStringLiteral("12 min ago"));
}

void OutboxModelTest::followsEachStep()
{
    test::TestVault store;
    OutboxModel model(store.vault(), formatterAt(6000));
    ModelLog log(model);
    enqueue(store,
        { waitingEntry(kIdA, QStringLiteral("one")), waitingEntry(kIdB, QStringLiteral("two")),
            waitingEntry(kIdC, QStringLiteral("three")) });
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(log.take(), QStringLiteral("+0..0 +1..1 +2..2"));
    const QPersistentModelIndex last = model.index(2);

    store.write([](WriteTransaction& transaction) { return markSending(transaction, kIdA); });
    QTRY_COMPARE(rows(model).first(), QStringLiteral("one: Sending…"));
    QCOMPARE(log.take(), QStringLiteral("~0..0"));
    QCOMPARE(model.waitingCount(), 3);

    store.write([](WriteTransaction& transaction) {
        return outbox::refuse(
            transaction, kIdA, OutboxState::Rejected, QStringLiteral("R"), QStringLiteral("No."));
    });
    QTRY_COMPARE(rows(model).first(), QStringLiteral("one: Not sent"));
    QCOMPARE(log.take(), QStringLiteral("~0..0"));
    QCOMPARE(model.waitingCount(), 2);
    QCOMPARE(model.refusedCount(), 1);

    store.write([](WriteTransaction& transaction) { return outbox::settle(transaction, kIdB); });
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(log.take(), QStringLiteral("-1..1"));
    QCOMPARE(last.row(), 1);
    QCOMPARE(last.data(OutboxModel::MutationIdRole).toString(), kIdC);

    OT_VERIFY_OK(await(sync::discardMessage(store.vault(), kIdA)));
    OT_VERIFY_OK(await(sync::takeMessageBack(store.vault(), kIdC)));
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(model.waitingCount(), 0);
    QCOMPARE(model.refusedCount(), 0);
}

void OutboxModelTest::putsWhatIsTriedAgainAtTheEnd()
{
    test::TestVault store;
    enqueue(store, { waitingEntry(kIdA, QStringLiteral("one")), waitingEntry(kIdB, QStringLiteral("two")) });
    store.write([](WriteTransaction& transaction) {
        return outbox::refuse(
            transaction, kIdA, OutboxState::Rejected, QStringLiteral("R"), QStringLiteral("No."));
    });
    OutboxModel model(store.vault(), formatterAt(6000));
    ModelLog log(model);
    QTRY_COMPARE(model.refusedCount(), 1);
    log.take();
    OT_VERIFY_OK(await(sync::retryMessage(store.vault(), kIdA)));
    QTRY_COMPARE(
        rows(model), QStringList({ QStringLiteral("two: Waiting"), QStringLiteral("one: Waiting") }));
    QCOMPARE(log.take(), QStringLiteral("-0..0 +1..1"));
    QCOMPARE(model.index(1).data(OutboxModel::FaultRole).toString(), QString());
}

void OutboxModelTest::passesOverOtherChanges()
{
    test::TestVault store;
    enqueue(store, { waitingEntry(kIdA, QStringLiteral("one")) });
    OutboxModel model(store.vault(), formatterAt(6000));
    ModelLog log(model);
    QTRY_COMPARE(model.rowCount(), 1);
    log.take();
    QSignalSpy counts(&model, &OutboxModel::countsChanged);
    test::putMessages(store, 1, 3);
    QVERIFY(model.isSettled());
    QCOMPARE(counts.count(), 0);
    QCOMPARE(log.take(), QString());
}

QTEST_GUILESS_MAIN(OutboxModelTest)
#include "outbox_model_test.moc"
