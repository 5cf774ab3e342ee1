// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/job_queries.h"
#include "storage/queries/message_queries.h"
#include "storage/records/json_codec.h"
#include "sync/feed_store.h"
#include "sync/message_commands.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QJsonDocument>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using namespace ot::sync;
using test::await;

namespace {

QJsonObject upsert(const char* type, const QJsonObject& object, int version)
{
    return { { QStringLiteral("type"), QLatin1String(type) },
        { QStringLiteral("id"), object.value(QLatin1String("id")) },
        { QStringLiteral("op"), QStringLiteral("upsert") }, { QStringLiteral("version"), version },
        { QStringLiteral("object"), object } };
}

QJsonObject jobChange(int number, int version = 1)
{
    return upsert("Job", encodeRecord(test::sampleJob(number)), version);
}

QJsonObject pageBody(const QJsonArray& changes, const QString& cursor, bool more)
{
    return { { QStringLiteral("changes"), changes }, { QStringLiteral("nextCursor"), cursor },
        { QStringLiteral("hasMore"), more } };
}

} // namespace

class FeedStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appliesAPageWithItsCursor();
    void appliesTheSamePageTwiceWithoutAChange();
    void keepsTheOldRowsUntilASnapshotIsComplete();
    void removesNothingAfterASnapshotWithUnreadableRecords();
    void appliesTheRestOfAPageWhenARecordIsUnreadable();
    void settlesTheOutboxWhenItsMessageComesWithTheFeed();
    void refusesPagesOfTheWrongShape_data();
    void refusesPagesOfTheWrongShape();
    void keepsTheTextOfARejectedMessage();
    void passesOverTypesItDoesNotKnow();

private:
    void apply(const QJsonObject& body);
    void begin();
    std::size_t jobs();
    FeedState stored();
    std::unique_ptr<test::TestVault> m_store;
    FeedState m_state;
};

void FeedStoreTest::init()
{
    m_store = std::make_unique<test::TestVault>();
    m_state = {};
}

void FeedStoreTest::apply(const QJsonObject& body)
{
    const Result<SyncPage> page = decodeSyncPage(body);
    OT_VERIFY_OK(page);
    m_store->write([&](WriteTransaction& transaction) {
        return applyPage(transaction, *page, { 1'790'000'000'000 }, m_state);
    });
}

void FeedStoreTest::begin()
{
    m_store->write([&](WriteTransaction& transaction) { return beginSnapshot(transaction, m_state); });
}

std::size_t FeedStoreTest::jobs()
{
    return await(m_store->vault().read([](ReadSnapshot& snapshot) {
        return queries::jobRows(snapshot, {});
    }))->size();
}

FeedState FeedStoreTest::stored()
{
    return *await(m_store->vault().read([](ReadSnapshot& snapshot) { return loadFeedState(snapshot); }));
}

void FeedStoreTest::appliesAPageWithItsCursor()
{
    begin();
    apply(pageBody({ jobChange(1), jobChange(2) }, QStringLiteral("s_2"), true));
    QCOMPARE(jobs(), std::size_t(2));
    QCOMPARE(stored().cursor, QStringLiteral("s_2"));
    QVERIFY(stored().snapshotOpen);
    QVERIFY(!stored().lastSyncedAt.has_value());
    apply(pageBody({ jobChange(3) }, QStringLiteral("c_3"), false));
    QCOMPARE(jobs(), std::size_t(3));
    QCOMPARE(stored().cursor, QStringLiteral("c_3"));
    QVERIFY(!stored().snapshotOpen);
    QVERIFY(stored().lastSyncedAt.has_value());
}

void FeedStoreTest::appliesTheSamePageTwiceWithoutAChange()
{
    begin();
    const QJsonObject body = pageBody({ jobChange(1), jobChange(2) }, QStringLiteral("c_2"), false);
    apply(body);
    const auto before = await(m_store->vault().read(
        [](ReadSnapshot& snapshot) { return queries::byId<Job>(snapshot, QStringLiteral("job-1")); }));
    apply(body);
    const auto after = await(m_store->vault().read(
        [](ReadSnapshot& snapshot) { return queries::byId<Job>(snapshot, QStringLiteral("job-1")); }));
    QCOMPARE(encodeRecord(after->record), encodeRecord(before->record));
    QCOMPARE(after->row, before->row);
    QCOMPARE(jobs(), std::size_t(2));
}

void FeedStoreTest::keepsTheOldRowsUntilASnapshotIsComplete()
{
    begin();
    apply(pageBody({ jobChange(1), jobChange(2), jobChange(3) }, QStringLiteral("c_3"), false));
    begin(); // the cursor expired
    QVERIFY(stored().cursor.isNull());
    apply(pageBody({ jobChange(2) }, QStringLiteral("s_1"), true));
    QCOMPARE(jobs(), std::size_t(3));
    apply(pageBody({ jobChange(4) }, QStringLiteral("c_9"), false));
    QCOMPARE(jobs(), std::size_t(2));
}

void FeedStoreTest::removesNothingAfterASnapshotWithUnreadableRecords()
{
    begin();
    apply(pageBody({ jobChange(1), jobChange(2) }, QStringLiteral("c_2"), false));
    begin();
    QJsonObject broken = jobChange(1, 2);
    broken.insert(QStringLiteral("object"),
        QJsonObject { { QStringLiteral("id"), QStringLiteral("job-1") }, { QStringLiteral("title"), 5 } });
    apply(pageBody({ broken }, QStringLiteral("s_1"), true));
    apply(pageBody({ jobChange(2) }, QStringLiteral("c_4"), false));
    QCOMPARE(jobs(), std::size_t(2));
}

void FeedStoreTest::appliesTheRestOfAPageWhenARecordIsUnreadable()
{
    QJsonObject broken = jobChange(1);
    broken.insert(QStringLiteral("object"), QStringLiteral("no object"));
    const Result<SyncPage> page
        = decodeSyncPage(pageBody({ broken, jobChange(2) }, QStringLiteral("c_2"), false));
    OT_VERIFY_OK(page);
    QCOMPARE(page->unreadable.size(), std::size_t(1));
    QCOMPARE(page->changes.size(), std::size_t(1));
}

void FeedStoreTest::settlesTheOutboxWhenItsMessageComesWithTheFeed()
{
    const auto sent = await(sendMessage(m_store->vault(), QStringLiteral("c1"), QStringLiteral(" On it. ")));
    OT_VERIFY_OK(sent);
    Message message = test::sampleMessage(QStringLiteral("c1"), 1);
    message.mutationId = *sent;
    begin();
    apply(pageBody({ upsert("Message", encodeRecord(message), 1) }, QStringLiteral("c_1"), false));
    const auto waiting
        = await(m_store->vault().read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    OT_VERIFY_OK(waiting);
    QVERIFY(waiting->empty());
}

void FeedStoreTest::refusesPagesOfTheWrongShape_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("changes as an object") << QByteArray(R"({"changes":{},"nextCursor":"c","hasMore":false})");
    QTest::newRow("no cursor") << QByteArray(R"({"changes":[],"hasMore":false})");
    QTest::newRow("an empty cursor") << QByteArray(R"({"changes":[],"nextCursor":"","hasMore":false})");
    QTest::newRow("a cursor that is a number")
        << QByteArray(R"({"changes":[],"nextCursor":7,"hasMore":false})");
    QTest::newRow("hasMore missing") << QByteArray(R"({"changes":[],"nextCursor":"c"})");
}

void FeedStoreTest::refusesPagesOfTheWrongShape()
{
    QFETCH(QByteArray, json);
    const Result<SyncPage> page = decodeSyncPage(QJsonDocument::fromJson(json).object());
    QVERIFY(!page.ok());
    QCOMPARE(page.error().code, ErrorCode::Decode);
}

void FeedStoreTest::keepsTheTextOfARejectedMessage()
{
    const auto sent
        = await(sendMessage(m_store->vault(), QStringLiteral("c1"), QStringLiteral("Please read this")));
    OT_VERIFY_OK(sent);
    MutationResult refusal;
    refusal.mutationId = *sent;
    refusal.code = QStringLiteral("FORBIDDEN");
    refusal.message = QStringLiteral("The conversation is closed.");
    m_store->write([&](WriteTransaction& transaction) { return applyResults(transaction, { refusal }, 1); });
    const auto waiting
        = await(m_store->vault().read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    QCOMPARE(waiting->size(), std::size_t(1));
    QCOMPARE(waiting->front().state, OutboxState::Rejected);
    QCOMPARE(
        waiting->front().args.value(QLatin1String("content")).toString(), QStringLiteral("Please read this"));
    const auto back = await(takeMessageBack(m_store->vault(), *sent));
    OT_VERIFY_OK(back);
    QCOMPARE(*back, QStringLiteral("Please read this"));
}

void FeedStoreTest::passesOverTypesItDoesNotKnow()
{
    const Result<SyncPage> page
        = decodeSyncPage(pageBody({ QJsonObject { { QStringLiteral("type"), QStringLiteral("Hologram") },
                                        { QStringLiteral("id"), QStringLiteral("h") } },
                                      jobChange(1) },
            QStringLiteral("c"), false));
    OT_VERIFY_OK(page);
    QCOMPARE(page->changes.size(), std::size_t(1));
    QVERIFY(page->unreadable.empty());
}

QTEST_GUILESS_MAIN(FeedStoreTest)
#include "feed_store_test.moc"
