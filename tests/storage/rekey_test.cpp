// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vault under a new key: everything is in it, the old key opens nothing any more, and an end at any moment
// in between leaves a vault that opens with what is there. Against a real keyring on a bus of the test's own.
//
// The test starts itself as `rekey_test --rekeyer FOLDER STEP`, which is killed after that step, or after a
// random time (STEP "time:MICROSECONDS").
#include "storage/blobs/blob_file.h"
#include "storage/queries/job_queries.h"
#include "storage/queries/record_queries.h"
#include "storage/rekey/rekey.h"
#include "storage/rekey/rekey_files.h"
#include "storage/settings.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

#include <sys/mount.h>
#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

constexpr int kJobs = 400;
constexpr int kRandomEnds = 12;
constexpr qsizetype kBlobBytes = 300'000;
const QString kPassphrase = QStringLiteral("a passphrase for the test");

QByteArray blobContent()
{
    QByteArray bytes(kBlobBytes, Qt::Uninitialized);
    std::mt19937 dice(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): to be repeated
    for (char& byte : bytes)
        byte = static_cast<char>(dice());
    return bytes;
}

Outcome fill(WriteTransaction& transaction)
{
    for (int i = 0; i < kJobs; ++i) {
        Job job = test::sampleJob(i);
        job.unknownMembers.insert(QStringLiteral("newMember"), QStringLiteral("kept %1").arg(i));
        if (const Outcome put = transaction.upsert(job); !put)
            return put;
    }
    return settings::set(transaction, QStringLiteral("mine"), QStringLiteral("a setting"));
}

// What was put in by fill() and the blob, all of it, in a vault that opens with this key.
void lookThrough(const QString& directory, const SharedKey& key)
{
    Vault vault;
    OT_VERIFY_OK(await(vault.open(directory, key->clone(), false)));
    const auto rows
        = await(vault.read([](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, {}); }));
    OT_VERIFY_OK(rows);
    QCOMPARE(rows->size(), std::size_t(kJobs));
    const auto found = await(vault.read([](ReadSnapshot& snapshot) {
        return queries::jobRows(snapshot, { .text = QStringLiteral("radiology") });
    }));
    OT_VERIFY_OK(found);
    QCOMPARE(found->size(), std::size_t(kJobs)); // the search came along
    const auto job = await(vault.read(
        [](ReadSnapshot& snapshot) { return queries::byId<Job>(snapshot, QStringLiteral("job-7")); }));
    OT_VERIFY_OK(job);
    QCOMPARE(
        job->record.unknownMembers.value(QLatin1String("newMember")).toString(), QStringLiteral("kept 7"));
    const auto setting = await(
        vault.read([](ReadSnapshot& snapshot) { return settings::get(snapshot, QLatin1String("mine")); }));
    OT_VERIFY_OK(setting);
    QCOMPARE(*setting, QStringLiteral("a setting"));
    const auto written = await(vault.write([](WriteTransaction& transaction) {
        return settings::set(transaction, QStringLiteral("again"), QStringLiteral("writable"));
    }));
    OT_VERIFY_OK(written);
    OT_VERIFY_OK(await(vault.close()));
    const auto blobs = BlobFile::open(directory, *key);
    OT_VERIFY_OK(blobs);
    const QByteArray content = blobContent();
    const auto bytes
        = (*blobs)->read(QCryptographicHash::hash(content, QCryptographicHash::Sha256), 0, content.size());
    OT_VERIFY_OK(bytes);
    QVERIFY(*bytes == content);
}

// The rekeyer: never returns from a step it is to end in.
int rekeyUntil(const QString& directory, const QString& end)
{
    KeyCustody custody(directory);
    const Result<SharedKey> key = await(custody.unlock());
    if (!key)
        return 3;
    Rekey rekey(directory);
    if (end.startsWith(QLatin1String("time:"))) {
        std::thread([microseconds = end.mid(5).toInt()] {
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
            ::kill(::getpid(), SIGKILL);
        }).detach();
    } else {
        rekey.setStepObserver([step = end.toInt()](RekeyStep done) {
            if (static_cast<int>(done) == step)
                ::kill(::getpid(), SIGKILL);
        });
    }
    return await(rekey.run(*key, {})).ok() ? 9 : 4;
}

} // namespace

class RekeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writesEverythingUnderANewKey();
    void takesTheOldKeyOutOfTheKeychain();
    void asksForThePassphraseOfToday();
    void makesANewRecoveryCodeOrNone();
    void keepsTheLastWay();
    void waitsForNobody();
    void isGivenUp();
    void saysWhenThereIsNoRoom();
    void findsACopyThatIsNotTheSame();
    void opensAfterAnEndAtAnyStep_data();
    void opensAfterAnEndAtAnyStep();
    void opensAfterAnEndAtAnyMoment();

private:
    [[nodiscard]] QString account() const { return m_folder->filePath(QStringLiteral("account")); }
    void makeVault(const QString& directory);
    void addPassphrase();
    void endIn(const QString& end);
    void recover();
    [[nodiscard]] QStringList leftovers() const;
    [[nodiscard]] static bool keychainHas(const QString& keyId);

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    SharedKey m_key;
};

void RekeyTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        QFAIL("run this test by tests/support/with-session-bus");
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", (m_home.path() + QStringLiteral("/data")).toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    QProcess keyring;
    keyring.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    keyring.start(QStringLiteral("gnome-keyring-daemon"),
        { QStringLiteral("--unlock"), QStringLiteral("--daemonize"),
            QStringLiteral("--components=secrets") });
    keyring.write("test\n");
    keyring.closeWriteChannel();
    QVERIFY(keyring.waitForFinished());
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(
        QStringLiteral("org.freedesktop.secrets")));
}

void RekeyTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeVault(account());
}

// Its key is in the keychain alone: a passphrase is half a second each time.
void RekeyTest::makeVault(const QString& directory)
{
    KeyCustody custody(directory);
    const auto made = await(custody.createInKeychain());
    OT_VERIFY_OK(made);
    m_key = *made;
    Vault vault;
    OT_VERIFY_OK(await(vault.open(directory, m_key->clone(), true)));
    OT_VERIFY_OK(await(vault.write([](WriteTransaction& transaction) { return fill(transaction); })));
    OT_VERIFY_OK(await(vault.close()));
    const auto blobs = BlobFile::open(directory, *m_key);
    OT_VERIFY_OK(blobs);
    OT_VERIFY_OK((*blobs)->put(blobContent()));
}

void RekeyTest::addPassphrase()
{
    KeyCustody custody(account());
    OT_VERIFY_OK(await(custody.setPassphrase(m_key, kPassphrase)));
}

bool RekeyTest::keychainHas(const QString& keyId)
{
    QProcess lookup;
    lookup.start(QStringLiteral("secret-tool"),
        { QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("ai.opentrain.Desktop"),
            QStringLiteral("user"), QStringLiteral("store:") + keyId });
    return lookup.waitForFinished() && lookup.exitCode() == 0;
}

QStringList RekeyTest::leftovers() const
{
    return QDir(account()).entryList({ QStringLiteral("*.next*"), QStringLiteral("rekey*") });
}

void RekeyTest::writesEverythingUnderANewKey()
{
    addPassphrase();
    const SharedKey old = m_key;
    Rekey rekey(account());
    QSignalSpy progress(&rekey, &Rekey::progress);
    const auto renewed = await(rekey.run(old, { kPassphrase, {} }));
    OT_VERIFY_OK(renewed);
    QVERIFY((*renewed)->checkValue() != old->checkValue());
    lookThrough(account(), *renewed);
    QCOMPARE(leftovers(), QStringList());
    for (const char* name : { "/vault.db", "/blobs.db" }) {
        const auto byOld
            = Connection::open(account() + QLatin1String(name), *old, Connection::Mode::ReadOnly);
        QVERIFY(!byOld.ok());
        QCOMPARE(byOld.error().code, ErrorCode::StoreWrongKey);
    }
    KeyCustody custody(account());
    const auto byKeychain = await(custody.unlock());
    OT_VERIFY_OK(byKeychain);
    QCOMPARE((*byKeychain)->checkValue(), (*renewed)->checkValue());
    const auto byPassphrase = await(custody.unlockWithPassphrase(kPassphrase));
    OT_VERIFY_OK(byPassphrase);
    QCOMPARE((*byPassphrase)->checkValue(), (*renewed)->checkValue());
    QTRY_VERIFY(!progress.isEmpty() && progress.last().at(0).toInt() == 100);
    for (qsizetype i = 1; i < progress.size(); ++i)
        QVERIFY(progress.at(i).at(0).toInt() > progress.at(i - 1).at(0).toInt());
    QCOMPARE(progress.last().at(0).toInt(), 100);
    // And once more: the new vault is as good as the first.
    const auto again = await(rekey.run(*renewed, { kPassphrase, {} }));
    OT_VERIFY_OK(again);
    lookThrough(account(), *again);
}

void RekeyTest::takesTheOldKeyOutOfTheKeychain()
{
    const QString former = KeyReference::load(account())->keyId;
    QVERIFY(keychainHas(former));
    Rekey rekey(account());
    OT_VERIFY_OK(await(rekey.run(m_key, {})));
    const QString now = KeyReference::load(account())->keyId;
    QVERIFY(now != former);
    QVERIFY(keychainHas(now));
    QVERIFY(!keychainHas(former));
}

void RekeyTest::asksForThePassphraseOfToday()
{
    addPassphrase();
    Rekey rekey(account());
    QCOMPARE(await(rekey.run(m_key, {})).error().code, ErrorCode::PassphraseNeeded);
    QCOMPARE(
        await(rekey.run(m_key, { QStringLiteral("a slip"), {} })).error().code, ErrorCode::PassphraseWrong);
    const auto foreign = std::make_shared<SecretKey>(SecretKey::generate());
    QCOMPARE(await(rekey.run(foreign, { kPassphrase, {} })).error().code, ErrorCode::KeyForeign);
    QCOMPARE(leftovers(), QStringList());
    lookThrough(account(), m_key);
}

void RekeyTest::makesANewRecoveryCodeOrNone()
{
    addPassphrase();
    KeyCustody custody(account());
    const auto oldCode = await(custody.makeRecoveryCode(m_key));
    OT_VERIFY_OK(oldCode);
    KeyCustody other(m_folder->filePath(QStringLiteral("other")));
    const auto otherKey = await(other.createWithPassphrase(kPassphrase));
    OT_VERIFY_OK(otherKey);
    const auto newCode = await(other.makeRecoveryCode(*otherKey)); // any code that was shown will do
    OT_VERIFY_OK(newCode);

    Rekey rekey(account());
    QCOMPARE(await(rekey.run(m_key, { kPassphrase, QStringLiteral("no code") })).error().code,
        ErrorCode::BadInput);
    const auto renewed = await(rekey.run(m_key, { kPassphrase, *newCode }));
    OT_VERIFY_OK(renewed);
    const auto byCode = await(custody.unlockWithRecoveryCode(*newCode));
    OT_VERIFY_OK(byCode);
    QCOMPARE((*byCode)->checkValue(), (*renewed)->checkValue());
    QCOMPARE(await(custody.unlockWithRecoveryCode(*oldCode)).error().code, ErrorCode::PassphraseWrong);
    OT_VERIFY_OK(await(rekey.run(*renewed, { kPassphrase, {} })));
    QVERIFY(!custody.ways()->recoveryCode);
    QVERIFY(custody.ways()->passphrase && custody.ways()->keychain);
}

void RekeyTest::keepsTheLastWay()
{
    KeyCustody custody(account());
    OT_VERIFY_OK(await(custody.makeRecoveryCode(m_key)));
    OT_VERIFY_OK(await(custody.removeFromKeychain()));
    Rekey rekey(account());
    QCOMPARE(await(rekey.run(m_key, {})).error().code, ErrorCode::Conflict);
    lookThrough(account(), m_key);
}

void RekeyTest::waitsForNobody()
{
    Vault open;
    OT_VERIFY_OK(await(open.open(account(), m_key->clone(), false)));
    Rekey rekey(account());
    const auto refused = await(rekey.run(m_key, {}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreBusy);
    QVERIFY(!refused.error().message.isEmpty());
    OT_VERIFY_OK(await(open.close()));
    lookThrough(account(), m_key);
    // And the other way round: nobody opens what is being written anew.
    ErrorCode whileRunning = ErrorCode::Internal;
    rekey.setStepObserver([&](RekeyStep step) {
        if (step != RekeyStep::Copied)
            return;
        Vault late;
        auto opening = late.open(account(), m_key->clone(), false);
        opening.waitForFinished();
        whileRunning = opening.result() ? ErrorCode::NotFound : opening.result().error().code;
    });
    OT_VERIFY_OK(await(rekey.run(m_key, {})));
    QCOMPARE(whileRunning, ErrorCode::StoreBusy);
}

void RekeyTest::isGivenUp()
{
    Rekey rekey(account());
    const Cancellation cancellation;
    connect(
        &rekey, &Rekey::progress, &rekey,
        [&](int percent) {
            if (percent >= 20)
                cancellation.cancel();
        },
        Qt::DirectConnection);
    const auto ended = await(rekey.run(m_key, {}, cancellation));
    QVERIFY(!ended.ok());
    QCOMPARE(ended.error().code, ErrorCode::Cancelled);
    QCOMPARE(leftovers(), QStringList());
    lookThrough(account(), m_key);
    // Given up after the copies: the last moment.
    Rekey late(account());
    const Cancellation atTheEnd;
    late.setStepObserver([&](RekeyStep step) {
        if (step == RekeyStep::Copied)
            atTheEnd.cancel();
    });
    QCOMPARE(await(late.run(m_key, {}, atTheEnd)).error().code, ErrorCode::Cancelled);
    QCOMPARE(leftovers(), QStringList());
    lookThrough(account(), m_key);
}

void RekeyTest::saysWhenThereIsNoRoom()
{
    const QByteArray place = QFile::encodeName(m_folder->path());
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=32m,mode=0700") != 0)
        QSKIP("mounting a small disk needs root");
    makeVault(account());
    {
        constexpr qint64 kLeft = 2'000'000;
        QFile filler(m_folder->filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        const qint64 filled = QStorageInfo(m_folder->path()).bytesAvailable() - kLeft;
        QCOMPARE(filler.write(QByteArray(filled, 'f')), filled);
    }
    Rekey rekey(account());
    const auto refused = await(rekey.run(m_key, {}));
    lookThrough(account(), m_key);
    const QStringList left = leftovers();
    ::umount2(place.constData(), MNT_DETACH);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreFull);
    QVERIFY(refused.error().message.contains(QStringLiteral(" MB")));
    QCOMPARE(left, QStringList());
}

void RekeyTest::findsACopyThatIsNotTheSame()
{
    const auto open = [&](const char* name, const SecretKey& key) {
        auto connection = Connection::open(account() + QLatin1String(name), key, Connection::Mode::ReadWrite);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().detail));
        return std::move(connection).value();
    };
    const SecretKey next = SecretKey::generate();
    const auto source = open("/vault.db", *m_key);
    const auto before = source->digest();
    OT_VERIFY_OK(before);
    OT_VERIFY_OK(source->exportTo(account() + QStringLiteral("/copy.db"), next, {}));
    {
        const auto copy = open("/copy.db", next);
        QCOMPARE(*copy->digest(), *before);
        OT_VERIFY_OK(copy->checkIntegrity());
        OT_VERIFY_OK(
            copy->execute(QStringLiteral("UPDATE job SET version = version + 1 WHERE id = 'job-3'")));
        QVERIFY(!(*copy->digest() == *before));
        OT_VERIFY_OK(
            copy->execute(QStringLiteral("UPDATE job SET version = version - 1 WHERE id = 'job-3'")));
        QCOMPARE(*copy->digest(), *before);
        OT_VERIFY_OK(copy->execute(
            QStringLiteral("DELETE FROM job_search WHERE rowid = (SELECT row FROM job WHERE id = 'job-3')")));
        QVERIFY(!(*copy->digest() == *before));
    }
    QVERIFY(!source->exportTo(account() + QStringLiteral("/none/copy.db"), next, {}).ok());
    QCOMPARE(*source->digest(), *before); // and the connection still works
}

void RekeyTest::endIn(const QString& end)
{
    QProcess rekeyer;
    rekeyer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    rekeyer.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--rekeyer"), account(), end });
    QVERIFY(rekeyer.waitForFinished(60'000));
    // Killed, or done before the end came; 3 and 4 are its own complaints.
    QVERIFY2(rekeyer.exitStatus() == QProcess::CrashExit || rekeyer.exitCode() == 9,
        qPrintable(QString::number(rekeyer.exitCode())));
}

// The next start of the program.
void RekeyTest::recover()
{
    KeyCustody custody(account());
    const auto byKeychain = await(custody.unlock());
    OT_VERIFY_OK(byKeychain);
    lookThrough(account(), *byKeychain);
    const auto journal = rekey::loadJournal(account());
    Rekey rekey(account());
    OT_VERIFY_OK(await(rekey.tidyUp()));
    QCOMPARE(leftovers(), QStringList());
    if (journal) {
        const QString now = KeyReference::load(account())->keyId;
        QVERIFY(now == journal->from || now == journal->to);
        QVERIFY(keychainHas(now));
        QVERIFY(!keychainHas(now == journal->from ? journal->to : journal->from));
    }
}

void RekeyTest::opensAfterAnEndAtAnyStep_data()
{
    QTest::addColumn<RekeyStep>("step");
    QTest::addColumn<bool>("isChanged");
    QTest::newRow("begun") << RekeyStep::Begun << false;
    QTest::newRow("copied") << RekeyStep::Copied << false;
    QTest::newRow("switched") << RekeyStep::Switched << true;
    QTest::newRow("replaced") << RekeyStep::Replaced << true;
    QTest::newRow("forgotten") << RekeyStep::Forgotten << true;
    QTest::newRow("ended") << RekeyStep::Ended << true;
}

void RekeyTest::opensAfterAnEndAtAnyStep()
{
    QFETCH(RekeyStep, step);
    QFETCH(bool, isChanged);
    const QString before = KeyReference::load(account())->keyId;
    endIn(QString::number(static_cast<int>(step)));
    QCOMPARE(KeyReference::load(account())->keyId != before, isChanged);
    recover();
}

void RekeyTest::opensAfterAnEndAtAnyMoment()
{
    std::mt19937 dice(11); // NOLINT(cert-msc32-c,cert-msc51-cpp): to be repeated
    int changed = 0;
    for (int round = 0; round < kRandomEnds; ++round) {
        const QString before = KeyReference::load(account())->keyId;
        // From the beginning to beyond the end.
        endIn(QStringLiteral("time:%1").arg(20'000 + dice() % 700'000));
        changed += KeyReference::load(account())->keyId != before ? 1 : 0;
        recover();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d ends, %d after the change", kRandomEnds, changed);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--rekeyer"))
        std::_Exit(rekeyUntil(
            arguments.value(2), arguments.value(3))); // ends like one that was killed, tidying nothing
    RekeyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "rekey_test.moc"
