// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vault goes into one file and comes back from it, on this computer or on another, whole or not at all.
#include "storage/blobs/blob_file.h"
#include "storage/health/backup.h"
#include "storage/health/backup_file.h"
#include "storage/health/vault_files.h"
#include "storage/keys/key_custody.h"
#include "storage/keys/key_reference.h"
#include "storage/outbox.h"
#include "storage/queries/job_queries.h"
#include "storage/settings.h"
#include "tests/storage/health/vault_pages.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>

#include <sys/stat.h>

using namespace ot;
using namespace ot::storage;
using health::BackupReach;
using test::await;

namespace {

const QString kPassphrase = QStringLiteral("a passphrase for the test");
constexpr int kJobs = 50;

std::size_t jobsOf(Vault& vault)
{
    const auto rows = await(vault.read(
        [](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, { .withClosed = true }); }));
    return rows.ok() ? rows->size() : 0;
}

Outcome enqueue(WriteTransaction& transaction, int number)
{
    OutboxEntry entry;
    entry.mutationId = QStringLiteral("mutation-%1").arg(number);
    entry.recordType = QStringLiteral("Message");
    entry.recordId = entry.mutationId;
    entry.operation = QStringLiteral("create");
    return outbox::enqueue(transaction, entry);
}

} // namespace

class HealthBackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void comesBackOnAnotherComputer();
    void setsAsideWhatIsThere();
    void isOneMomentWhileTheProgramWrites();
    void refusesWhatOnlyThisComputerCouldOpen();
    void refusesASpoiledFile_data();
    void refusesASpoiledFile();
    void refusesAnotherKey();
    void refusesADamagedVaultAndKeepsTheBackupBefore();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("backup")); }

    QTemporaryDir m_keyFolder;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_directory;
    SharedKey m_key;
    std::unique_ptr<Vault> m_vault;
    QByteArray m_blob;
};

void HealthBackupTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    // Wrapping a key takes its time, so it is done once.
    KeyCustody custody(m_keyFolder.path());
    const auto key = await(custody.createWithPassphrase(kPassphrase));
    OT_VERIFY_OK(key);
    m_key = *key;
}

void HealthBackupTest::init()
{
    m_vault.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_directory = m_folder->filePath(QStringLiteral("account"));
    QVERIFY(test::copyFiles(m_keyFolder.path(), m_directory));
    m_vault = std::make_unique<Vault>();
    OT_VERIFY_OK(await(m_vault->open(m_directory, m_key->clone(), true)));
    OT_VERIFY_OK(await(m_vault->write([](WriteTransaction& transaction) -> Outcome {
        for (int i = 0; i < kJobs; ++i) {
            if (const Outcome put = transaction.upsert(test::sampleJob(i)); !put)
                return put;
        }
        if (const Outcome set
            = settings::set(transaction, QLatin1String(settings::kCursor), QStringLiteral("cursor-1"));
            !set)
            return set;
        return enqueue(transaction, 1);
    })));
    const auto blobs = BlobFile::open(m_directory, *m_key);
    OT_VERIFY_OK(blobs);
    const auto hash = (*blobs)->put(QByteArray(200'000, 'b'));
    OT_VERIFY_OK(hash);
    m_blob = *hash;
}

void HealthBackupTest::comesBackOnAnotherComputer()
{
    const auto written = health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer);
    OT_VERIFY_OK(written);
    QVERIFY(written->withBlobs);
    QVERIFY(written->rows > kJobs);
    QVERIFY(!QFile::exists(file() + QStringLiteral(".part")));
    struct stat info { };
    QCOMPARE(::stat(QFile::encodeName(file()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);

    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere/account"));
    OT_VERIFY_OK(health::unpackBackup(file(), elsewhere));
    KeyCustody custody(health::nextFolder(elsewhere));
    QCOMPARE(await(custody.unlockWithPassphrase(QStringLiteral("wrong"))).error().code,
        ErrorCode::PassphraseWrong);
    const auto key = await(custody.unlockWithPassphrase(kPassphrase));
    OT_VERIFY_OK(key);
    const auto restored = health::completeRestore(file(), elsewhere, **key);
    OT_VERIFY_OK(restored);
    QCOMPARE(restored->rows, written->rows);
    QVERIFY(!QFile::exists(health::nextFolder(elsewhere)));

    Vault vault;
    OT_VERIFY_OK(await(vault.open(elsewhere, (*key)->clone(), false)));
    QCOMPARE(jobsOf(vault), std::size_t(kJobs));
    const auto waiting = await(vault.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    QCOMPARE(waiting->size(), std::size_t(1));
    const auto cursor = await(vault.read(
        [](ReadSnapshot& snapshot) { return settings::get(snapshot, QLatin1String(settings::kCursor)); }));
    QVERIFY(cursor->isNull());
    const auto blobs = BlobFile::open(elsewhere, **key);
    OT_VERIFY_OK(blobs);
    QCOMPARE((*blobs)->read(m_blob, 0, 300'000)->size(), 200'000);
}

void HealthBackupTest::setsAsideWhatIsThere()
{
    OT_VERIFY_OK(health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer));
    OT_VERIFY_OK(
        await(m_vault->write([](WriteTransaction& transaction) { return enqueue(transaction, 2); })));
    OT_VERIFY_OK(await(m_vault->close()));
    OT_VERIFY_OK(health::unpackBackup(file(), m_directory));
    OT_VERIFY_OK(health::completeRestore(file(), m_directory, *m_key));
    const QDir quarantine(m_directory + QStringLiteral("/quarantine"));
    const QStringList kept = quarantine.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(kept.size(), 1);
    // The vault before still opens where it was put.
    Vault before;
    OT_VERIFY_OK(await(before.open(quarantine.filePath(kept.first()), m_key->clone(), false)));
    const auto waiting = await(before.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    QCOMPARE(waiting->size(), std::size_t(2));
}

void HealthBackupTest::isOneMomentWhileTheProgramWrites()
{
    // Each commit adds one record and one entry: in any one moment there are as many of both.
    std::atomic<bool> stop = false;
    std::vector<QFuture<Outcome>> writes;
    std::thread writer([&] {
        for (int i = 0; !stop; ++i) {
            auto write = m_vault->write([i](WriteTransaction& transaction) -> Outcome {
                if (const Outcome put = transaction.upsert(test::sampleJob(1000 + i)); !put)
                    return put;
                return enqueue(transaction, 1000 + i);
            });
            write.waitForFinished();
        }
    });
    const auto written = health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer);
    stop = true;
    writer.join();
    OT_VERIFY_OK(written);
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere"));
    OT_VERIFY_OK(health::unpackBackup(file(), elsewhere));
    OT_VERIFY_OK(health::completeRestore(file(), elsewhere, *m_key));
    Vault vault;
    OT_VERIFY_OK(await(vault.open(elsewhere, m_key->clone(), false)));
    const auto waiting = await(vault.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    QCOMPARE(waiting->size() - 1, jobsOf(vault) - kJobs);
}

void HealthBackupTest::refusesWhatOnlyThisComputerCouldOpen()
{
    Result<KeyReference> reference = KeyReference::load(m_directory);
    OT_VERIFY_OK(reference);
    reference->passphrase.reset();
    reference->inKeychain = true;
    OT_VERIFY_OK(reference->save(m_directory));
    const auto refused = health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(!QFile::exists(file()));
    OT_VERIFY_OK(health::writeBackup(m_directory, *m_key, file(), BackupReach::ThisComputer));
    QVERIFY(QFile::exists(file()));
}

void HealthBackupTest::refusesASpoiledFile_data()
{
    QTest::addColumn<double>("part"); // of the file's length
    QTest::addColumn<bool>("isCut");
    QTest::newRow("a byte of the vault") << 0.1 << false;
    QTest::newRow("a byte of the blobs") << 0.9 << false;
    QTest::newRow("a byte of the description") << 1.0 << false;
    QTest::newRow("the end is missing") << 0.97 << true;
    QTest::newRow("nearly everything is missing") << 0.001 << true;
}

void HealthBackupTest::refusesASpoiledFile()
{
    QFETCH(double, part);
    QFETCH(bool, isCut);
    OT_VERIFY_OK(health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer));
    QFile backup(file());
    const auto place
        = static_cast<qint64>(static_cast<double>(backup.size()) * part) - (part == 1.0 ? 400 : 0);
    if (isCut)
        QVERIFY(backup.resize(place));
    else
        QVERIFY(test::flipByte(file(), place));
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere"));
    Outcome outcome = health::unpackBackup(file(), elsewhere);
    if (outcome) {
        const auto completed = health::completeRestore(file(), elsewhere, *m_key);
        outcome = completed ? success() : Outcome(completed.error());
    }
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().code == ErrorCode::Decode || outcome.error().code == ErrorCode::StoreWrongKey,
        qPrintable(outcome.error().detail));
    QVERIFY(!QFile::exists(health::vaultPath(elsewhere)));
    QVERIFY(!QFile::exists(health::nextFolder(elsewhere)) || !outcome.ok());
}

void HealthBackupTest::refusesAnotherKey()
{
    OT_VERIFY_OK(health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer));
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere"));
    OT_VERIFY_OK(health::unpackBackup(file(), elsewhere));
    const auto refused = health::completeRestore(file(), elsewhere, SecretKey::generate());
    QCOMPARE(refused.error().code, ErrorCode::StoreWrongKey);
    QVERIFY(!QFile::exists(health::vaultPath(elsewhere)));
}

void HealthBackupTest::refusesADamagedVaultAndKeepsTheBackupBefore()
{
    OT_VERIFY_OK(health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer));
    QFile before(file());
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    OT_VERIFY_OK(await(m_vault->close()));
    const QString path = health::vaultPath(m_directory);
    QVERIFY(test::flipByte(path, QFile(path).size() / test::kPageBytes / 2 * test::kPageBytes + 100));
    const auto refused = health::writeBackup(m_directory, *m_key, file(), BackupReach::AnyComputer);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreCorrupt);
    QFile after(file());
    QVERIFY(after.open(QIODevice::ReadOnly));
    QVERIFY(after.readAll() == bytes);
    const QStringList left = QDir(m_folder->path()).entryList(QDir::Files);
    QCOMPARE(left, QStringList { QStringLiteral("backup") });
}

QTEST_GUILESS_MAIN(HealthBackupTest)
#include "health_backup_test.moc"
