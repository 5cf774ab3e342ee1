// SPDX-License-Identifier: GPL-3.0-or-later
//
// One byte of a vault is spoiled, on a page of every kind: it is found, the vault is rebuilt, and what only
// this device has is all there unless it stood on that very page.
#include "storage/drafts.h"
#include "storage/health/integrity_check.h"
#include "storage/health/rescue.h"
#include "storage/health/vault_files.h"
#include "storage/health/vault_map.h"
#include "storage/keys/key_reference.h"
#include "storage/outbox.h"
#include "storage/queries/job_queries.h"
#include "storage/queries/record_queries.h"
#include "storage/settings.h"
#include "tests/storage/health/vault_pages.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace ot;
using namespace ot::storage;
using test::await;
using test::VaultPage;

namespace {

constexpr int kJobs = 160;
constexpr int kMessages = 400;
constexpr int kWaiting = 40; // of three thousand letters each, so the outbox has pages enough
constexpr int kDrafts = 60;
constexpr int kNotes = 12;
constexpr int kPagesOfAKind = 1; // all of them with OPENTRAIN_TEST_ALL
const char kToken[] = "ot_pat_for_the_test";

struct Found {
    std::size_t jobs = 0;
    std::size_t notes = 0;
    std::size_t waiting = 0;
    int drafts = 0;
    QString token;
    QString cursor;
};

Outcome fillOwnTables(WriteTransaction& transaction)
{
    for (int i = 0; i < kWaiting; ++i) {
        OutboxEntry entry;
        entry.mutationId = QStringLiteral("0190a0f0-0000-7000-8000-%1").arg(i, 12, 10, QLatin1Char('0'));
        entry.recordType = QStringLiteral("Message");
        entry.recordId = entry.mutationId;
        entry.parentId = QStringLiteral("conversation-%1").arg(i);
        entry.operation = QStringLiteral("create");
        entry.args = { { QStringLiteral("content"), QString(i == 7 ? 30'000 : 3'000, QLatin1Char('x')) } };
        if (const Outcome queued = outbox::enqueue(transaction, entry); !queued)
            return queued;
    }
    for (int i = 0; i < kDrafts; ++i) {
        const Outcome saved = drafts::save(transaction, QLatin1String(drafts::kMessageDraft),
            QStringLiteral("conversation-%1").arg(i), QString(i == 9 ? 20'000 : 900, QLatin1Char('d')),
            { 1 });
        if (!saved)
            return saved;
    }
    const std::pair<const char*, QString> values[] { { settings::kToken, QLatin1String(kToken) },
        { settings::kCursor, QStringLiteral("cursor-1") }, { settings::kServer, QStringLiteral("s") } };
    for (const auto& [name, value] : values) {
        if (const Outcome set = settings::set(transaction, QLatin1String(name), value); !set)
            return set;
    }
    return success();
}

Result<Found> look(Vault& vault)
{
    return await(vault.read([](ReadSnapshot& snapshot) -> Result<Found> {
        const auto jobs = queries::jobRows(snapshot, { .withClosed = true });
        const auto notes = queries::everyOne<Note>(snapshot);
        const auto entries = outbox::all(snapshot);
        const auto drafts = drafts::all(snapshot, QLatin1String(drafts::kMessageDraft));
        const auto token = settings::get(snapshot, QLatin1String(settings::kToken));
        const auto cursor = settings::get(snapshot, QLatin1String(settings::kCursor));
        if (!jobs || !notes || !entries || !drafts || !token || !cursor)
            return Error { ErrorCode::StoreCorrupt, {}, QStringLiteral("looking") };
        return Found { jobs->size(), notes->size(), entries->size(), static_cast<int>(drafts->size()), *token,
            *cursor };
    }));
}

qint64 missingOf(const health::RescueReport& report, const QString& table)
{
    for (const auto& one : report.tables) {
        if (one.name == table)
            return one.yield.missing + (one.yield.missingIsExact ? 0 : 1);
    }
    return 0;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class HealthRescueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsNothingWrongWithAGoodVault();
    void survivesAFlippedByte_data();
    void survivesAFlippedByte();
    void leavesAVaultOfAnotherKeyAlone();
    void readsTheLogOfAVaultWhoseFirstPageIsGone();
    void finishesAnExchangeThatWasInterrupted();
    void takesAnUndecidedExchangeBack();
    void saysThatNothingCanBeRead();

private:
    // A spoiled copy of the vault, in a folder of its own.
    [[nodiscard]] QString copyOf(QTemporaryDir& folder) const;

    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<SecretKey> m_key;
    std::vector<VaultPage> m_pages;
};

void HealthRescueTest::initTestCase()
{
    m_store = std::make_unique<test::TestVault>();
    m_key = std::make_unique<SecretKey>(m_store->key());
    std::vector<Job> jobs;
    for (int i = 0; i < kJobs; ++i) {
        jobs.push_back(test::sampleJob(i));
        if (i % 20 == 0)
            jobs.back().descriptionHtml = QString(20'000, QLatin1Char('h'));
    }
    std::vector<Job> gone;
    for (int i = 0; i < 60; ++i)
        gone.push_back(test::sampleJob(1000 + i));
    m_store->put(gone);
    m_store->put(jobs);
    std::vector<Message> messages;
    for (int i = 0; i < kMessages; ++i)
        messages.push_back(test::sampleMessage(QStringLiteral("c%1").arg(i % 7), i));
    m_store->put(messages);
    std::vector<Note> notes;
    for (int i = 0; i < kNotes; ++i) {
        Note note;
        note.id = QStringLiteral("note-%1").arg(i);
        note.version = 1;
        note.subjectId = QStringLiteral("job-1");
        note.text = QStringLiteral("Ask again.");
        notes.push_back(note);
    }
    m_store->put(notes);
    m_store->write(fillOwnTables);
    m_store->write([&](WriteTransaction& transaction) -> Outcome {
        for (const Job& job : gone) {
            if (const Outcome removed = transaction.remove(recordTypeIndex<Job>(), job.id); !removed)
                return removed;
        }
        return success();
    });
    OT_VERIFY_OK(health::keepGuard(m_store->directory(), *m_key));
    OT_VERIFY_OK(await(m_store->vault().close()));
    m_pages = test::pagesOf(health::vaultPath(m_store->directory()), *m_key);
    QVERIFY(m_pages.size() > 100);
}

QString HealthRescueTest::copyOf(QTemporaryDir& folder) const
{
    const QString directory = folder.path() + QStringLiteral("/account");
    if (!test::copyFiles(m_store->directory(), directory))
        qFatal("the vault could not be copied");
    return directory;
}

void HealthRescueTest::findsNothingWrongWithAGoodVault()
{
    const auto report = health::checkIntegrity(health::vaultPath(m_store->directory()), *m_key);
    OT_VERIFY_OK(report);
    QVERIFY2(report->isSound(), QJsonDocument(report->toJson()).toJson().constData());
    QCOMPARE(report->pages, static_cast<qint64>(m_pages.size()));
    QVERIFY(report->tables > static_cast<qint64>(kRecordTypeCount));
    QCOMPARE(report->strayRows, 0);
    const Cancellation cancelled;
    cancelled.cancel();
    const auto none = health::checkIntegrity(health::vaultPath(m_store->directory()), *m_key, cancelled);
    QCOMPARE(none.error().code, ErrorCode::Cancelled);
}

void HealthRescueTest::survivesAFlippedByte_data()
{
    QTest::addColumn<qint64>("place");
    QTest::addColumn<QString>("owner");
    QTest::newRow("salt") << qint64(3) << QString();
    QTest::newRow("header of the first page") << qint64(50) << QString();
    QTest::newRow("end of the first page") << qint64(test::kPageBytes - 10) << QString();
    std::map<QString, int> counts;
    const bool all = qEnvironmentVariableIsSet("OPENTRAIN_TEST_ALL");
    for (const VaultPage& page : m_pages) {
        const QString kind = page.kind + QLatin1Char(' ') + page.owner;
        const int count = counts[kind]++;
        if (!all && count >= kPagesOfAKind)
            continue;
        // Empty tables of the same make are no new kind.
        const bool isOfInterest = all || page.owner.startsWith(QLatin1String("job"))
            || page.owner.startsWith(QLatin1String("sqlite_"))
            || page.owner.startsWith(QLatin1String("outbox")) || page.owner == QLatin1String("draft")
            || page.owner == QLatin1String("setting") || page.owner.startsWith(QLatin1String("note"))
            || page.owner.isEmpty();
        if (isOfInterest && !page.owner.startsWith(QLatin1String("sqlite_autoindex_p")))
            QTest::addRow("page %lld, %s", page.number, qPrintable(kind))
                << (page.number - 1) * test::kPageBytes + 700 + page.number << page.owner;
    }
    // Every kind there is has been met.
    for (const char* kind : { "table leaf job", "table interior job", "overflow job", "index leaf draft",
             "index interior draft", "overflow draft", "table leaf outbox", "table interior outbox",
             "overflow outbox", "index leaf setting", "table leaf job_search_data",
             "table leaf sqlite_schema", "index leaf sqlite_autoindex_job_1", "free ", "free trunk " })
        QVERIFY2(counts[QLatin1String(kind)] > 0, kind);
}

void HealthRescueTest::survivesAFlippedByte()
{
    QFETCH(qint64, place);
    QFETCH(QString, owner);
    QTemporaryDir folder;
    const QString directory = copyOf(folder);
    const QString path = health::vaultPath(directory);
    QVERIFY(test::flipByte(path, place));
    const QByteArray spoiled = bytesOf(path);

    const auto check = health::checkIntegrity(path, *m_key);
    if (check)
        QVERIFY(!check->isSound());
    else
        QVERIFY(
            check.error().code == ErrorCode::StoreCorrupt || check.error().code == ErrorCode::StoreWrongKey);

    const auto report = health::rescueVault(directory, *m_key);
    OT_VERIFY_OK(report);
    QVERIFY(bytesOf(report->quarantine + QStringLiteral("/vault.db")) == spoiled);
    const auto again = health::checkIntegrity(path, *m_key);
    OT_VERIFY_OK(again);
    QVERIFY2(again->isSound(), QJsonDocument(again->toJson()).toJson().constData());

    Vault vault;
    OT_VERIFY_OK(await(vault.open(directory, m_key->clone(), true)));
    const Result<Found> found = look(vault);
    OT_VERIFY_OK(found);
    const auto expected = [&](const char* table, qint64 count) {
        const qint64 missing = missingOf(*report, QLatin1String(table));
        if (owner != QLatin1String(table))
            return missing == 0 ? count : -1;
        return count - missing;
    };
    if (owner != QLatin1String("setting")) {
        QCOMPARE(found->token, QLatin1String(kToken));
        QCOMPARE(report->unsentMissing(),
            missingOf(*report, QStringLiteral("outbox")) + missingOf(*report, QStringLiteral("draft")));
    }
    QVERIFY(found->cursor.isNull()); // the server's data is fetched anew
    QCOMPARE(static_cast<qint64>(found->jobs), expected("job", kJobs));
    QCOMPARE(static_cast<qint64>(found->notes), expected("note", kNotes));
    QCOMPARE(static_cast<qint64>(found->waiting), expected("outbox", kWaiting));
    if (owner != QLatin1String("draft"))
        QCOMPARE(found->drafts, kDrafts);
    // The rows of one page at most are gone, however high in its tree the damage is.
    QVERIFY2(found->waiting >= kWaiting - 5, qPrintable(QString::number(found->waiting)));
    QVERIFY2(found->drafts >= kDrafts - 20, qPrintable(QString::number(found->drafts)));
}

void HealthRescueTest::leavesAVaultOfAnotherKeyAlone()
{
    QTemporaryDir folder;
    const QString directory = copyOf(folder);
    KeyReference reference;
    reference.keyId = QStringLiteral("k");
    reference.checkValue = m_key->checkValue();
    OT_VERIFY_OK(reference.save(directory));
    const QByteArray before = bytesOf(health::vaultPath(directory));
    const auto report = health::rescueVault(directory, SecretKey::generate());
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::StoreWrongKey);
    QVERIFY(bytesOf(health::vaultPath(directory)) == before);
    QVERIFY(!QFile::exists(directory + QStringLiteral("/quarantine")));
}

void HealthRescueTest::readsTheLogOfAVaultWhoseFirstPageIsGone()
{
    // As a power cut leaves it: what was acknowledged last is in the log only.
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1) });
    OT_VERIFY_OK(health::keepGuard(store.directory(), store.key()));
    store.reopen();
    store.write(fillOwnTables);
    QTemporaryDir folder;
    const QString directory = folder.path() + QStringLiteral("/account");
    QVERIFY(test::copyFiles(store.directory(), directory));
    QFile::remove(directory + QStringLiteral("/vault.db-shm"));
    QVERIFY(QFile(directory + QStringLiteral("/vault.db-wal")).size() > 100'000);
    QVERIFY(test::flipByte(health::vaultPath(directory), 4000));
    const auto report = health::rescueVault(directory, store.key());
    OT_VERIFY_OK(report);
    Vault vault;
    OT_VERIFY_OK(await(vault.open(directory, store.key(), false)));
    const Result<Found> found = look(vault);
    OT_VERIFY_OK(found);
    QCOMPARE(found->waiting, std::size_t(kWaiting));
    QCOMPARE(found->drafts, kDrafts);
    QCOMPARE(found->jobs, std::size_t(1));
}

void HealthRescueTest::finishesAnExchangeThatWasInterrupted()
{
    QTemporaryDir folder;
    const QString directory = copyOf(folder);
    OT_VERIFY_OK(health::beginExchange(directory));
    const QString next = health::nextFolder(directory);
    QVERIFY(QFile::copy(health::vaultPath(directory), next + QStringLiteral("/vault.db")));
    QFile note(next + QStringLiteral("/decided"));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.write("2026-01-01T00-00-00.000Z\nvault.db\n../../escape");
    note.close();
    // Ended after the old file was moved and before the new one was.
    QVERIFY(QFile::remove(health::vaultPath(directory)));
    OT_VERIFY_OK(health::finishExchange(directory));
    QVERIFY(!QFile::exists(next));
    Vault vault;
    OT_VERIFY_OK(await(vault.open(directory, m_key->clone(), false)));
    QCOMPARE(look(vault)->waiting, std::size_t(kWaiting));
}

void HealthRescueTest::takesAnUndecidedExchangeBack()
{
    QTemporaryDir folder;
    const QString directory = copyOf(folder);
    const QByteArray before = bytesOf(health::vaultPath(directory));
    OT_VERIFY_OK(health::beginExchange(directory));
    QFile half(health::nextFolder(directory) + QStringLiteral("/vault.db"));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    OT_VERIFY_OK(health::finishExchange(directory));
    QVERIFY(!QFile::exists(health::nextFolder(directory)));
    QVERIFY(bytesOf(health::vaultPath(directory)) == before);
}

void HealthRescueTest::saysThatNothingCanBeRead()
{
    QTemporaryDir folder;
    const QString directory = copyOf(folder);
    QVERIFY(QFile::remove(directory + QStringLiteral("/guard.db")));
    QVERIFY(test::flipByte(health::vaultPath(directory), 40));
    const QByteArray before = bytesOf(health::vaultPath(directory));
    const auto report = health::rescueVault(directory, *m_key);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::StoreCorrupt);
    QVERIFY(!report.error().message.isEmpty());
    QVERIFY(bytesOf(health::vaultPath(directory)) == before);
    QVERIFY(!QFile::exists(health::nextFolder(directory)));
}

QTEST_GUILESS_MAIN(HealthRescueTest)
#include "health_rescue_test.moc"
