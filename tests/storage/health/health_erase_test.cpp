// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is erased is gone: a record from every page of the file, a vault from everything that could open it.
// Runs with a keyring of its own.
#include "storage/health/compact.h"
#include "storage/health/erase.h"
#include "storage/health/health_keeper.h"
#include "storage/health/vault_files.h"
#include "storage/keys/key_reference.h"
#include "storage/queries/job_queries.h"
#include "storage/settings.h"
#include "tests/storage/health/vault_pages.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using health::CheckReason;
using test::await;

namespace {

constexpr int kPatience = 60'000; // a check has a low priority
const QString kPassphrase = QStringLiteral("a passphrase for the test");

InstructionPage secretPage(int number)
{
    InstructionPage page;
    page.id = QStringLiteral("page-%1").arg(number);
    page.version = 1;
    page.contractId = QStringLiteral("contract-1");
    page.title = QStringLiteral("Plantedtitle %1").arg(number);
    page.markdown = QStringLiteral("zzqxplantedsecret in its words. ") + QString(9'000, QLatin1Char('m'));
    page.htmlSnapshot = QStringLiteral("<p>zzqxplantedsecret</p>");
    page.confidential = true;
    return page;
}

} // namespace

class HealthEraseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void leavesNothingOfARemovedRecord();
    void givesRoomBack();
    void opensNothingOnceErased();
    void leavesAVaultWhoseKeychainIsAway();
    void checksOnceAWeek();
    void checksOnSuspicion();

private:
    QTemporaryDir m_home;
};

void HealthEraseTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        QFAIL("run this test by tests/support/with-session-bus");
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", (m_home.path() + QStringLiteral("/data")).toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    QProcess keyring;
    keyring.start(QStringLiteral("gnome-keyring-daemon"),
        { QStringLiteral("--unlock"), QStringLiteral("--daemonize"),
            QStringLiteral("--components=secrets") });
    keyring.write("test\n");
    keyring.closeWriteChannel();
    QVERIFY(keyring.waitForFinished() && keyring.exitCode() == 0);
    // It goes to the background before it is on the bus.
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(
        QStringLiteral("org.freedesktop.secrets")));
}

void HealthEraseTest::leavesNothingOfARemovedRecord()
{
    test::TestVault store;
    std::vector<InstructionPage> pages;
    for (int i = 0; i < 8; ++i)
        pages.push_back(secretPage(i));
    store.put(pages);
    const QString path = health::vaultPath(store.directory());
    const auto planted = [&] {
        const QByteArray image = test::decryptedPages(path, store.key());
        return image.contains("zzqxplantedsecret") || image.contains("Plantedtitle")
            || image.contains("plantedtitle");
    };
    QVERIFY(planted()); // the search can find it
    store.write([&](WriteTransaction& transaction) -> Outcome {
        for (const InstructionPage& page : pages) {
            if (const Outcome removed = transaction.remove(recordTypeIndex<InstructionPage>(), page.id);
                !removed)
                return removed;
        }
        return success();
    });
    OT_VERIFY_OK(
        health::forgetErased(store.directory(), store.key(), { QStringLiteral("instruction_page") }));
    QCOMPARE(QFile(path + QStringLiteral("-wal")).size(), 0);
    QVERIFY(!planted());
}

void HealthEraseTest::givesRoomBack()
{
    test::TestVault store;
    std::vector<Job> jobs;
    for (int i = 0; i < 300; ++i) {
        jobs.push_back(test::sampleJob(i));
        jobs.back().descriptionHtml = QString(9'000, QLatin1Char('h'));
    }
    store.put(jobs);
    store.write([&](WriteTransaction& transaction) -> Outcome {
        for (int i = 5; i < 300; ++i) {
            if (const Outcome removed
                = transaction.remove(recordTypeIndex<Job>(), QStringLiteral("job-%1").arg(i));
                !removed)
                return removed;
        }
        return success();
    });
    const Cancellation cancelled;
    cancelled.cancel();
    QCOMPARE(
        health::compactVault(store.directory(), store.key(), cancelled).error().code, ErrorCode::Cancelled);
    const auto report = health::compactVault(store.directory(), store.key());
    OT_VERIFY_OK(report);
    QVERIFY(report->bytesAfter < 3'000'000);
    QVERIFY(!test::decryptedPages(health::vaultPath(store.directory()), store.key()).isEmpty());
    OT_VERIFY_OK(health::checkIntegrity(health::vaultPath(store.directory()), store.key()));
    store.reopen();
    const auto rows = await(store.vault().read(
        [](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, { .withClosed = true }); }));
    QCOMPARE(rows->size(), std::size_t(5));
}

void HealthEraseTest::opensNothingOnceErased()
{
    QTemporaryDir folder;
    const QString directory = folder.filePath(QStringLiteral("account"));
    QString code;
    {
        KeyCustody custody(directory);
        const auto key = await(custody.createInKeychain());
        OT_VERIFY_OK(key);
        OT_VERIFY_OK(await(custody.setPassphrase(*key, kPassphrase)));
        const auto made = await(custody.makeRecoveryCode(*key));
        OT_VERIFY_OK(made);
        code = *made;
        Vault vault;
        OT_VERIFY_OK(await(vault.open(directory, (*key)->clone(), true)));
        OT_VERIFY_OK(await(vault.write(
            [](WriteTransaction& transaction) { return transaction.upsert(test::sampleJob(1)); })));
        OT_VERIFY_OK(await(vault.close()));
    }
    const auto reference = KeyReference::load(directory);
    OT_VERIFY_OK(reference);
    QVERIFY(QDir().mkpath(directory + QStringLiteral("/quarantine/before")));
    // Somebody copied the vault's file before.
    const QString copy = folder.filePath(QStringLiteral("copy"));
    QVERIFY(QDir().mkpath(copy));
    QVERIFY(QFile::copy(health::vaultPath(directory), copy + QStringLiteral("/vault.db")));

    KeyCustody custody(directory);
    OT_VERIFY_OK(await(health::eraseVault(custody, directory)));
    QVERIFY(!QFile::exists(directory));

    // With all that is left: the keychain under the name it had, no wraps, the passphrase and the code.
    KeyReference remembered;
    remembered.keyId = reference->keyId;
    remembered.inKeychain = true;
    remembered.checkValue = reference->checkValue;
    OT_VERIFY_OK(remembered.save(copy));
    KeyCustody again(copy);
    QCOMPARE(await(again.unlock()).error().code, ErrorCode::KeyMissing);
    QCOMPARE(await(again.unlockWithPassphrase(kPassphrase)).error().code, ErrorCode::KeyMissing);
    QCOMPARE(await(again.unlockWithRecoveryCode(code)).error().code, ErrorCode::KeyMissing);
    // Nor does any file that is left hold a wrap.
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains(reference->passphrase->sealedKey.toHex()));
        QVERIFY(!content.contains(reference->recovery->sealedKey.toHex()));
        ++looked;
    }
    QVERIFY(looked >= 2);
}

void HealthEraseTest::leavesAVaultWhoseKeychainIsAway()
{
    QTemporaryDir folder;
    const QString directory = folder.filePath(QStringLiteral("account"));
    KeyCustody custody(directory);
    OT_VERIFY_OK(await(custody.createWithPassphrase(kPassphrase)));
    // The file can't be overwritten: nothing is erased, and it is said.
    QVERIFY(QFile::remove(KeyReference::pathIn(directory)));
    QVERIFY(QDir().mkpath(KeyReference::pathIn(directory)));
    const Outcome refused = await(health::eraseVault(custody, directory));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
    QVERIFY(QFile::exists(directory));
}

void HealthEraseTest::checksOnceAWeek()
{
    test::TestVault store;
    const auto key = std::make_shared<SecretKey>(store.key());
    const auto checkedAt = [&] {
        return await(store.vault().read([](ReadSnapshot& snapshot) {
            return settings::get(snapshot, QLatin1String(health::kCheckedAt));
        }));
    };
    {
        health::HealthKeeper keeper(store.vault(), store.directory(), key);
        keeper.setQuietTime(1);
        QSignalSpy checked(&keeper, &health::HealthKeeper::checked);
        keeper.start(false); // never checked before
        QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, kPatience);
        QVERIFY(checked.at(0).at(1).value<health::IntegrityReport>().isSound());
        QTRY_VERIFY_WITH_TIMEOUT(!checkedAt()->isEmpty(), kPatience);
    }
    QVERIFY(QFile::exists(store.directory() + QStringLiteral("/guard.db")));
    health::HealthKeeper keeper(store.vault(), store.directory(), key);
    keeper.setQuietTime(1);
    QSignalSpy checked(&keeper, &health::HealthKeeper::checked);
    keeper.start(false); // it was not long ago
    (void)checkedAt(); // what start() asked has been answered by then
    QCoreApplication::processEvents();
    QCOMPARE(checked.size(), 0);
    keeper.request(CheckReason::UncleanEnd);
    QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, kPatience);
    QCOMPARE(checked.at(0).at(0).value<CheckReason>(), CheckReason::UncleanEnd);
}

void HealthEraseTest::checksOnSuspicion()
{
    test::TestVault store;
    std::vector<Job> jobs;
    for (int i = 0; i < 300; ++i)
        jobs.push_back(test::sampleJob(i));
    store.put(jobs);
    store.write([](WriteTransaction& transaction) {
        return settings::set(transaction, QLatin1String(health::kCheckedAt),
            QString::number(QDateTime::currentMSecsSinceEpoch()));
    });
    store.reopen(); // all of it is in the file
    health::HealthKeeper keeper(store.vault(), store.directory(), std::make_shared<SecretKey>(store.key()));
    QSignalSpy damaged(&keeper, &health::HealthKeeper::damaged);
    keeper.start(false);
    qint64 page = 0;
    for (const test::VaultPage& one : test::pagesOf(health::vaultPath(store.directory()), store.key())) {
        if (one.kind == QLatin1String("table leaf") && one.owner == QLatin1String("job"))
            page = one.number;
    }
    QVERIFY(page > 0);
    QCOMPARE(damaged.size(), 0);
    QVERIFY(test::flipByte(health::vaultPath(store.directory()), (page - 1) * test::kPageBytes + 500));
    const auto read = await(store.vault().read([](ReadSnapshot& snapshot) -> Outcome {
        Result<Query> query = snapshot.query("SELECT sum(length(descriptionHtml)) FROM job");
        return query ? query->run() : Outcome(query.error());
    }));
    QCOMPARE(read.error().code, ErrorCode::StoreCorrupt);
    QTRY_COMPARE_WITH_TIMEOUT(damaged.size(), 1, kPatience);
}

QTEST_GUILESS_MAIN(HealthEraseTest)
#include "health_erase_test.moc"
