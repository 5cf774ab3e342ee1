// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outbox.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QTest>
#include <QUuid>

#include <algorithm>

using namespace ot;
using namespace ot::storage;
using test::await;
using test::TestVault;

namespace {

OutboxEntry entry(const QString& id, const QString& conversation)
{
    OutboxEntry made;
    made.mutationId = id;
    made.recordType = QStringLiteral("Message");
    made.recordId = id;
    made.parentId = conversation;
    made.operation = QStringLiteral("create");
    made.args = { { QStringLiteral("content"), QStringLiteral("text of ") + id } };
    made.createdAt = { 1'790'000'000'000 };
    return made;
}

QStringList ids(const std::vector<OutboxEntry>& entries)
{
    QStringList all;
    for (const OutboxEntry& one : entries)
        all.append(one.mutationId);
    return all;
}

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesIdsThatRiseWithTime();
    void keepsOrderAndContentOverARestart();
    void holdsAConversationBackWhileOneIsBeingSent();
    void passesARefusedOneBy();
    void takesBackWhatIsQueuedAndNotWhatIsBeingSent();
    void queuesAgainWhatWasBeingSentWhenTheProcessEnded();
    void leavesOutOfTheAttemptWhatWasTakenBackMeanwhile();
    void retriesAtTheEndUnderTheSameId();
    void settlingTwiceIsNoError();

private:
    void enqueue(std::initializer_list<OutboxEntry> entries);
    std::vector<OutboxEntry> next();
    std::vector<OutboxEntry> all();
    std::unique_ptr<TestVault> m_store;
};

void OutboxTest::init()
{
    m_store = std::make_unique<TestVault>();
}

void OutboxTest::enqueue(std::initializer_list<OutboxEntry> entries)
{
    for (const OutboxEntry& one : entries)
        m_store->write([one](WriteTransaction& transaction) { return outbox::enqueue(transaction, one); });
}

std::vector<OutboxEntry> OutboxTest::next()
{
    return *await(
        m_store->vault().read([](ReadSnapshot& snapshot) { return outbox::nextToSend(snapshot, 50); }));
}

std::vector<OutboxEntry> OutboxTest::all()
{
    return *await(m_store->vault().read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
}

void OutboxTest::makesIdsThatRiseWithTime()
{
    const QString early = outbox::newMutationId({ 1'790'000'000'000 });
    const QString late = outbox::newMutationId({ 1'790'000'000'001 });
    QVERIFY(early < late);
    const QUuid uuid(early);
    QCOMPARE(uuid.variant(), QUuid::DCE);
    QCOMPARE(early.at(14), QLatin1Char('7'));
    QVERIFY(outbox::newMutationId({ 1 }) != outbox::newMutationId({ 1 }));
}

void OutboxTest::keepsOrderAndContentOverARestart()
{
    OutboxEntry with = entry(QStringLiteral("b"), QStringLiteral("c1"));
    with.baseVersion = 12;
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")), with });
    m_store->reopen();
    const auto entries = all();
    QCOMPARE(ids(entries), (QStringList { QStringLiteral("a"), QStringLiteral("b") }));
    QCOMPARE(entries.at(1).args, with.args);
    QCOMPARE(entries.at(1).baseVersion, std::optional<qint64>(12));
    QCOMPARE(entries.at(1).createdAt, with.createdAt);
    QVERIFY(!entries.at(0).baseVersion.has_value());
}

void OutboxTest::holdsAConversationBackWhileOneIsBeingSent()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")),
        entry(QStringLiteral("b"), QStringLiteral("c1")), entry(QStringLiteral("x"), QStringLiteral("c2")) });
    m_store->write([](WriteTransaction& transaction) -> Outcome {
        const auto marked = outbox::markSending(transaction, { QStringLiteral("a") });
        return marked ? success() : Outcome(marked.error());
    });
    QCOMPARE(ids(next()), QStringList { QStringLiteral("x") });
}

void OutboxTest::passesARefusedOneBy()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")),
        entry(QStringLiteral("b"), QStringLiteral("c1")) });
    m_store->write([](WriteTransaction& transaction) {
        return outbox::refuse(transaction, QStringLiteral("a"), OutboxState::Rejected,
            QStringLiteral("FORBIDDEN"), QStringLiteral("The conversation is closed."));
    });
    QCOMPARE(ids(next()), QStringList { QStringLiteral("b") });
    const auto entries = all();
    QCOMPARE(entries.at(0).state, OutboxState::Rejected);
    QCOMPARE(entries.at(0).faultCode, QStringLiteral("FORBIDDEN"));
    QCOMPARE(entries.at(0).faultMessage, QStringLiteral("The conversation is closed."));
}

void OutboxTest::takesBackWhatIsQueuedAndNotWhatIsBeingSent()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")),
        entry(QStringLiteral("b"), QStringLiteral("c2")) });
    m_store->write([](WriteTransaction& transaction) -> Outcome {
        const auto marked = outbox::markSending(transaction, { QStringLiteral("b") });
        return marked ? success() : Outcome(marked.error());
    });
    const auto withdraw = [&](const QString& id) {
        return await(m_store->vault().write(
            [id](WriteTransaction& transaction) { return outbox::withdraw(transaction, id); }));
    };
    const auto taken = withdraw(QStringLiteral("a"));
    OT_VERIFY_OK(taken);
    QCOMPARE(taken->args.value(QLatin1String("content")).toString(), QStringLiteral("text of a"));
    QCOMPARE(withdraw(QStringLiteral("b")).error().code, ErrorCode::Conflict);
    QCOMPARE(withdraw(QStringLiteral("a")).error().code, ErrorCode::NotFound);
    QCOMPARE(ids(all()), QStringList { QStringLiteral("b") });
}

void OutboxTest::queuesAgainWhatWasBeingSentWhenTheProcessEnded()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")) });
    m_store->write([](WriteTransaction& transaction) -> Outcome {
        const auto marked = outbox::markSending(transaction, { QStringLiteral("a") });
        return marked ? success() : Outcome(marked.error());
    });
    m_store->reopen();
    QVERIFY(next().empty());
    m_store->write([](WriteTransaction& transaction) { return outbox::requeueInterrupted(transaction); });
    QCOMPARE(ids(next()), QStringList { QStringLiteral("a") });
    QCOMPARE(next().front().attempts, qint64(1));
}

void OutboxTest::leavesOutOfTheAttemptWhatWasTakenBackMeanwhile()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")),
        entry(QStringLiteral("b"), QStringLiteral("c1")) });
    m_store->write([](WriteTransaction& transaction) -> Outcome {
        const auto taken = outbox::withdraw(transaction, QStringLiteral("a"));
        return taken ? success() : Outcome(taken.error());
    });
    const auto marked = await(m_store->vault().write([](WriteTransaction& transaction) {
        return outbox::markSending(transaction, { QStringLiteral("a"), QStringLiteral("b") });
    }));
    OT_VERIFY_OK(marked);
    QCOMPARE(marked->size(), std::size_t(1));
    QCOMPARE(marked->front(), QStringLiteral("b"));
}

void OutboxTest::retriesAtTheEndUnderTheSameId()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")),
        entry(QStringLiteral("b"), QStringLiteral("c1")) });
    m_store->write([](WriteTransaction& transaction) {
        return outbox::refuse(transaction, QStringLiteral("a"), OutboxState::Rejected, {}, {});
    });
    m_store->write(
        [](WriteTransaction& transaction) { return outbox::retry(transaction, QStringLiteral("a")); });
    QCOMPARE(ids(next()), (QStringList { QStringLiteral("b"), QStringLiteral("a") }));
}

void OutboxTest::settlingTwiceIsNoError()
{
    enqueue({ entry(QStringLiteral("a"), QStringLiteral("c1")) });
    for (int i = 0; i < 2; ++i)
        m_store->write(
            [](WriteTransaction& transaction) { return outbox::settle(transaction, QStringLiteral("a")); });
    QVERIFY(all().empty());
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
