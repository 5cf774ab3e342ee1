// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"
#include "storage/queries/job_queries.h"
#include "storage/queries/message_queries.h"
#include "storage/settings.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <set>

#include <sys/stat.h>

using namespace ot;
using namespace ot::storage;
using test::await;
using test::TestVault;

namespace {

std::vector<qint64> rowsOf(Vault& vault, const queries::JobFilter& filter = {})
{
    const auto rows
        = await(vault.read([filter](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, filter); }));
    return rows.ok() ? *rows : std::vector<qint64> { -1 };
}

std::vector<Job> jobs(int count)
{
    std::vector<Job> all;
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        all.push_back(test::sampleJob(i));
    return all;
}

} // namespace

class VaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingOverARestart();
    void leavesNoPlainTextOnDisk();
    void letsOnlyTheOwnerIn();
    void refusesAnotherKeyAndChangesNothing();
    void refusesAPlainDatabase();
    void refusesANewerVault();
    void takesAChangeOnceAndAnOlderOneNever();
    void tellsExactlyWhatACommitChanged();
    void rollsBackWhatFails();
    void ordersRowsByRecency();
    void givesRecordsOfOneMillisecondPlacesOfTheirOwn();
    void pagesAConversationBothWays();
    void filtersJobs();
    void finishesWaitingWritesBeforeItCloses();
    void answersReadsAfterClosing();
    void cancelsAQuery();
    void addsColumnsForFieldsARecordHasGained();
    void addsTablesForTypesOfRecordsThatAreNew();
    void removesRowsThatASnapshotHasNotSeen();
};

void VaultTest::keepsEverythingOverARestart()
{
    TestVault store;
    store.put(jobs(20));
    store.write([](WriteTransaction& transaction) {
        return drafts::save(
            transaction, QStringLiteral("message"), QStringLiteral("c1"), QStringLiteral("On my way"), { 1 });
    });
    store.reopen();
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(20));
    const Result<QString> draft = await(store.vault().read([](ReadSnapshot& snapshot) {
        return drafts::load(snapshot, QStringLiteral("message"), QStringLiteral("c1"));
    }));
    OT_VERIFY_OK(draft);
    QCOMPARE(*draft, QStringLiteral("On my way"));
}

void VaultTest::leavesNoPlainTextOnDisk()
{
    TestVault store;
    const QByteArray planted = "PlantedCanaryRadiology";
    Job job = test::sampleJob(1);
    job.title = QString::fromLatin1(planted);
    job.unknownMembers.insert(QStringLiteral("x"), QString::fromLatin1(planted));
    store.put<Job>({ job });
    store.write([&](WriteTransaction& transaction) {
        return settings::set(transaction, QStringLiteral("token"), QString::fromLatin1(planted));
    });
    const auto search = [&] {
        qint64 bytes = 0;
        const QFileInfoList files = QDir(store.directory()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly)) {
                QVERIFY(!file.exists()); // a journal, gone since the list was read
                continue;
            }
            const QByteArray content = file.readAll();
            bytes += content.size();
            QVERIFY2(!content.toLower().contains(planted.toLower()), qPrintable(info.fileName()));
            const QString wide = QString::fromLatin1(planted);
            QVERIFY(
                !content.contains(QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2)));
            QVERIFY(!content.startsWith("SQLite format 3"));
        }
        QVERIFY(bytes > 0);
    };
    search(); // the write-ahead log is still there
    store.reopen();
    search();
}

void VaultTest::letsOnlyTheOwnerIn()
{
    const mode_t before = ::umask(0);
    TestVault store;
    store.put(jobs(1));
    ::umask(before);
    struct stat info { };
    QCOMPARE(::stat(QFile::encodeName(store.directory()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0700U);
    const QFileInfoList files = QDir(store.directory()).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(files.size() >= 3); // the database, its log and its shared memory
    for (const QFileInfo& file : files) {
        QCOMPARE(::stat(QFile::encodeName(file.filePath()).constData(), &info), 0);
        QVERIFY2((info.st_mode & 0777U) == 0600U, qPrintable(file.fileName()));
    }
}

void VaultTest::refusesAnotherKeyAndChangesNothing()
{
    TestVault store;
    store.put(jobs(5));
    OT_VERIFY_OK(await(store.vault().close()));
    QFile file(store.directory() + QStringLiteral("/vault.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    QVERIFY(!QFile::exists(store.directory() + QStringLiteral("/vault.db-wal"))); // all of it is in the file
    {
        Vault other;
        const Outcome opened = await(other.open(store.directory(), SecretKey::generate(), true));
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::StoreWrongKey);
        QVERIFY(!opened.error().message.isEmpty());
        const auto after
            = await(other.read([](ReadSnapshot& snapshot) { return queries::counts(snapshot); }));
        QCOMPARE(after.error().code, ErrorCode::StoreClosed);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == before);
    store.reopen();
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(5));
}

void VaultTest::refusesAPlainDatabase()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("vault.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0'));
    file.close();
    Vault vault;
    const Outcome opened = await(vault.open(directory.path(), SecretKey::generate(), true));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::StoreNotEncrypted);
}

void VaultTest::refusesANewerVault()
{
    TestVault store;
    store.write([](WriteTransaction& transaction) -> Outcome {
        Result<Query> query = transaction.query("PRAGMA user_version = 4000");
        return query ? query->run() : Outcome(query.error());
    });
    OT_VERIFY_OK(await(store.vault().close()));
    Vault vault;
    const Outcome opened = await(vault.open(store.directory(), store.key(), true));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::StoreNewer);
}

void VaultTest::takesAChangeOnceAndAnOlderOneNever()
{
    TestVault store;
    Job job = test::sampleJob(1);
    job.version = 5;
    store.put<Job>({ job });
    QSignalSpy changed(&store.vault(), &Vault::changed);
    store.put<Job>({ job });
    Job older = job;
    older.version = 4;
    older.title = QStringLiteral("Older");
    store.put<Job>({ older });
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 0);
    const auto now = await(
        store.vault().read([&](ReadSnapshot& snapshot) { return queries::byId<Job>(snapshot, job.id); }));
    OT_VERIFY_OK(now);
    QCOMPARE(now->record.title, job.title);
}

void VaultTest::tellsExactlyWhatACommitChanged()
{
    TestVault store;
    QSignalSpy changed(&store.vault(), &Vault::changed);
    store.put<Message>(
        { test::sampleMessage(QStringLiteral("c1"), 1), test::sampleMessage(QStringLiteral("c2"), 2) });
    QTRY_COMPARE(changed.count(), 1);
    const auto notice = changed.at(0).at(0).value<ChangeNotice>();
    QCOMPARE(notice.records.size(), 2);
    QCOMPARE(notice.records.at(0).kind, RecordChange::Kind::Inserted);
    QCOMPARE(notice.records.at(0).parentId, QStringLiteral("c1"));
    QCOMPARE(notice.records.at(1).parentId, QStringLiteral("c2"));
    QVERIFY(notice.touches<Message>());
    QVERIFY(!notice.touches<Job>());
    store.write([&](WriteTransaction& transaction) {
        return transaction.remove(recordTypeIndex<Message>(), notice.records.at(0).id);
    });
    QTRY_COMPARE(changed.count(), 2);
    const auto removal = changed.at(1).at(0).value<ChangeNotice>();
    QCOMPARE(removal.records.size(), 1);
    QCOMPARE(removal.records.at(0).kind, RecordChange::Kind::Removed);
    QCOMPARE(removal.records.at(0).row, notice.records.at(0).row);
    QCOMPARE(removal.records.at(0).parentId, QStringLiteral("c1"));
}

void VaultTest::rollsBackWhatFails()
{
    TestVault store;
    QSignalSpy changed(&store.vault(), &Vault::changed);
    const Outcome outcome = await(store.vault().write([](WriteTransaction& transaction) -> Outcome {
        if (const Outcome put = transaction.upsert(test::sampleJob(1)); !put)
            return put;
        return Error { ErrorCode::Rejected, QStringLiteral("no"), {} };
    }));
    QCOMPARE(outcome.error().code, ErrorCode::Rejected);
    QVERIFY(rowsOf(store.vault()).empty());
    QCOMPARE(changed.count(), 0);
}

void VaultTest::ordersRowsByRecency()
{
    TestVault store;
    store.put<Job>({ test::sampleJob(2), test::sampleJob(9), test::sampleJob(5) });
    const std::vector<qint64> rows = rowsOf(store.vault());
    const auto records = await(
        store.vault().read([&](ReadSnapshot& snapshot) { return queries::byRows<Job>(snapshot, rows); }));
    OT_VERIFY_OK(records);
    QCOMPARE(records->at(0).record.id, QStringLiteral("job-9"));
    QCOMPARE(records->at(1).record.id, QStringLiteral("job-5"));
    QCOMPARE(records->at(2).record.id, QStringLiteral("job-2"));
}

void VaultTest::givesRecordsOfOneMillisecondPlacesOfTheirOwn()
{
    TestVault store;
    std::vector<Job> same;
    for (int i = 0; i < 50; ++i) {
        Job job = test::sampleJob(i);
        job.datePosted = UtcTime { 1'790'000'000'000 };
        same.push_back(job);
    }
    store.put(same);
    const std::vector<qint64> rows = rowsOf(store.vault());
    QCOMPARE(std::set<qint64>(rows.begin(), rows.end()).size(), std::size_t(50));
}

void VaultTest::pagesAConversationBothWays()
{
    TestVault store;
    std::vector<Message> messages;
    for (int i = 0; i < 95; ++i) {
        messages.push_back(test::sampleMessage(QStringLiteral("c1"), i));
        messages.push_back(test::sampleMessage(QStringLiteral("c2"), i));
    }
    store.put(messages);
    int seen = 0;
    qint64 at = queries::kNewestRow;
    while (true) {
        const auto page = await(store.vault().read([at](ReadSnapshot& snapshot) {
            return queries::messagesBefore(snapshot, QStringLiteral("c1"), at, 20);
        }));
        OT_VERIFY_OK(page);
        if (page->empty())
            break;
        for (const auto& stored : *page) {
            QVERIFY(stored.row < at);
            at = stored.row;
            QCOMPARE(stored.record.content, QStringLiteral("Message number %1").arg(94 - seen));
            ++seen;
        }
    }
    QCOMPARE(seen, 95);
    const auto forward = await(store.vault().read([at](ReadSnapshot& snapshot) {
        return queries::messagesAfter(snapshot, QStringLiteral("c1"), at, 5);
    }));
    OT_VERIFY_OK(forward);
    QCOMPARE(forward->front().record.content, QStringLiteral("Message number 1"));
}

void VaultTest::filtersJobs()
{
    TestVault store;
    std::vector<Job> all = jobs(12);
    all[3].status = QStringLiteral("CLOSED");
    all[4].paymentType = QStringLiteral("FIXED_PRICE");
    all[5].languages = { QStringLiteral("日本語"), QStringLiteral("English") };
    store.put(all);
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(11));
    QCOMPARE(rowsOf(store.vault(), { .withClosed = true }).size(), std::size_t(12));
    QCOMPARE(
        rowsOf(store.vault(), { .paymentTypes = { QStringLiteral("FIXED_PRICE") } }).size(), std::size_t(1));
    QCOMPARE(rowsOf(store.vault(), { .languages = { QStringLiteral("日本語") } }).size(), std::size_t(1));
    // A job without countries is open to all the world; job 3 is closed.
    QCOMPARE(rowsOf(store.vault(), { .countries = { QStringLiteral("JP") } }).size(), std::size_t(3));
    QCOMPARE(rowsOf(store.vault(), { .text = QStringLiteral("northw") }).size(), std::size_t(5));
    QCOMPARE(rowsOf(store.vault(), { .text = QStringLiteral("northw batc 11") }).size(), std::size_t(1));
}

void VaultTest::finishesWaitingWritesBeforeItCloses()
{
    TestVault store;
    std::vector<QFuture<Outcome>> writes;
    writes.reserve(200);
    for (int i = 0; i < 200; ++i) {
        writes.push_back(store.vault().write(
            [i](WriteTransaction& transaction) { return transaction.upsert(test::sampleJob(i)); }));
    }
    OT_VERIFY_OK(await(store.vault().close()));
    for (const auto& write : writes)
        QVERIFY(await(write).ok());
    store.reopen();
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(200));
}

void VaultTest::answersReadsAfterClosing()
{
    TestVault store;
    OT_VERIFY_OK(await(store.vault().close()));
    const auto counts
        = await(store.vault().read([](ReadSnapshot& snapshot) { return queries::counts(snapshot); }));
    QCOMPARE(counts.error().code, ErrorCode::StoreClosed);
    const Outcome write = await(store.vault().write([](WriteTransaction&) { return success(); }));
    QCOMPARE(write.error().code, ErrorCode::StoreClosed);
}

void VaultTest::cancelsAQuery()
{
    TestVault store;
    const Cancellation cancellation;
    auto endless = store.vault().read(
        [](ReadSnapshot& snapshot) -> Outcome {
            Result<Query> query = snapshot.query(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
            return query ? query->run() : Outcome(query.error());
        },
        cancellation);
    cancellation.cancel();
    QCOMPARE(await(endless).error().code, ErrorCode::Cancelled);
    // The connection is as good as before.
    OT_VERIFY_OK(await(store.vault().read([](ReadSnapshot& snapshot) { return queries::counts(snapshot); })));
}

void VaultTest::addsColumnsForFieldsARecordHasGained()
{
    TestVault store;
    store.put(jobs(3));
    store.write([](WriteTransaction& transaction) -> Outcome {
        Result<Query> query = transaction.query("ALTER TABLE job DROP COLUMN labelingSoftware");
        return query ? query->run() : Outcome(query.error());
    });
    store.reopen();
    Job job = test::sampleJob(7);
    job.labelingSoftware = QStringLiteral("CVAT");
    store.put<Job>({ job });
    const auto back = await(
        store.vault().read([&](ReadSnapshot& snapshot) { return queries::byId<Job>(snapshot, job.id); }));
    OT_VERIFY_OK(back);
    QCOMPARE(back->record.labelingSoftware, QStringLiteral("CVAT"));
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(4));
}

void VaultTest::addsTablesForTypesOfRecordsThatAreNew()
{
    TestVault store;
    store.put(jobs(3));
    store.write([](WriteTransaction& transaction) -> Outcome {
        for (const char* statement :
            { "DROP TABLE note", "DROP TABLE note_search", "DROP TABLE consent_record",
                "DROP INDEX conversation_by_archived", "ALTER TABLE conversation DROP COLUMN archived" }) {
            Result<Query> query = transaction.query(statement);
            if (const Outcome done = query ? query->run() : Outcome(query.error()); !done)
                return done;
        }
        return success();
    });
    store.reopen();
    Note note;
    note.id = QStringLiteral("n1");
    note.version = 1;
    note.subjectId = QStringLiteral("job-1");
    note.text = QStringLiteral("Ask again on Monday.");
    store.put<Note>({ note });
    Conversation conversation = test::sampleConversation(1);
    conversation.archived = true;
    store.put<Conversation>({ conversation });
    const auto back = await(
        store.vault().read([&](ReadSnapshot& snapshot) { return queries::byId<Note>(snapshot, note.id); }));
    OT_VERIFY_OK(back);
    QCOMPARE(back->record.text, note.text);
    const auto archived = await(store.vault().read(
        [&](ReadSnapshot& snapshot) { return queries::byId<Conversation>(snapshot, conversation.id); }));
    OT_VERIFY_OK(archived);
    QVERIFY(archived->record.archived);
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(3));
}

void VaultTest::removesRowsThatASnapshotHasNotSeen()
{
    TestVault store;
    store.put(jobs(6));
    store.write([](WriteTransaction& transaction) -> Outcome {
        for (const int kept : { 1, 4 }) {
            if (const Outcome put = transaction.upsert(test::sampleJob(kept), 2); !put)
                return put;
        }
        return transaction.removeOlderThan(recordTypeIndex<Job>(), 2);
    });
    QCOMPARE(rowsOf(store.vault()).size(), std::size_t(2));
    QCOMPARE(rowsOf(store.vault(), { .text = QStringLiteral("radiology") }).size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
