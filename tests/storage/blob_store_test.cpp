// SPDX-License-Identifier: GPL-3.0-or-later
//
// The blobs of a real vault: from other threads, and in and out of files.
#include "storage/blobs/blob_keeper.h"
#include "storage/blobs/blob_store.h"
#include "tests/storage/blob_support.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using namespace ot::test; // NOLINT(google-build-using-namespace)

namespace {

QStringList filesIn(const QString& directory)
{
    return QDir(directory).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

} // namespace

class BlobStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }
    void keepsBlobsWithTheVault();
    void answersAfterTheVaultClosed();
    void saysWhenItsFileIsDamaged();
    void readsPieceByPiece();
    void takesAFileIn();
    void refusesWhatIsNoFile();
    void exportsWhole();
    void leavesNothingBehindAFailedExport();
    void givesUpExportsWhenTheVaultCloses();
    void marksWhereItCameFromWithoutSecrets();

private:
    [[nodiscard]] BlobStore& blobs() { return m_store->vault().blobs(); }

    std::unique_ptr<TestVault> m_store;
    std::unique_ptr<QTemporaryDir> m_outside;
};

void BlobStoreTest::init()
{
    m_store = std::make_unique<TestVault>();
    m_outside = std::make_unique<QTemporaryDir>();
}

void BlobStoreTest::keepsBlobsWithTheVault()
{
    const QByteArray bytes = someBytes(200'000);
    QSignalSpy changes(&blobs(), &BlobStore::changed);
    const Result<QByteArray> hash = await(blobs().put(bytes));
    OT_VERIFY_OK(hash);
    QCOMPARE(*hash, hashOf(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(
        !changes.isEmpty() && changes.back().front().value<BlobChange>().state == BlobChange::State::Whole,
        kPatience);
    QCOMPARE(changes.back().front().value<BlobChange>().received, bytes.size());
    m_store->reopen();
    QCOMPARE(*await(blobs().read(*hash, 0, bytes.size())), bytes);
}

void BlobStoreTest::answersAfterTheVaultClosed()
{
    const QByteArray hash = *await(blobs().put(someBytes(100)));
    const auto before = blobs().read(hash, 0, 100);
    OT_VERIFY_OK(await(m_store->vault().close()));
    OT_VERIFY_OK(await(before)); // it was asked in time
    QCOMPARE(await(blobs().read(hash, 0, 100)).error().code, ErrorCode::StoreClosed);
    QCOMPARE(await(blobs().put(QByteArray("x"))).error().code, ErrorCode::StoreClosed);
    QCOMPARE(await(blobs().addFile(QStringLiteral("/etc/hostname"))).error().code, ErrorCode::StoreClosed);
}

void BlobStoreTest::saysWhenItsFileIsDamaged()
{
    OT_VERIFY_OK(await(m_store->vault().close()));
    QFile file(m_store->directory() + QStringLiteral("/blobs.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(8192, 'x'));
    file.close();
    m_store->reopen(); // the records are none the worse
    const Result<BlobFacts> facts = await(blobs().facts(hashOf("x")));
    QVERIFY(!facts.ok());
    QCOMPARE(facts.error().code, ErrorCode::StoreWrongKey); // as a damaged first page answers
    BlobKeeper keeper(m_store->vault());
    keeper.start();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.isIdle(), kPatience);
}

void BlobStoreTest::readsPieceByPiece()
{
    const QByteArray bytes = someBytes(300'001);
    const QByteArray hash = *await(blobs().put(bytes));
    BlobReader reader(blobs(), hash, 70'000);
    QByteArray read;
    while (true) {
        const Result<QByteArray> piece = await(reader.next());
        OT_VERIFY_OK(piece);
        if (piece->isEmpty())
            break;
        QVERIFY(piece->size() <= 70'000);
        read += *piece;
    }
    QCOMPARE(read, bytes);
    QCOMPARE(await(BlobReader(blobs(), hashOf("no"), 10).next()).error().code, ErrorCode::NotFound);
}

void BlobStoreTest::takesAFileIn()
{
    const QByteArray bytes = someBytes(1'500'000);
    QFile file(m_outside->filePath(QStringLiteral("mine.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const Result<QByteArray> hash = await(blobs().addFile(file.fileName()));
    OT_VERIFY_OK(hash);
    QCOMPARE(*hash, hashOf(bytes));
    QCOMPARE(*await(blobs().read(*hash, 1'000'000, 1000)), bytes.mid(1'000'000, 1000));
    QVERIFY(!await(blobs().facts(*hash))->fetchable);
    QCOMPARE(*await(blobs().addFile(file.fileName())), *hash); // twice is once
    QVERIFY(QFile::exists(file.fileName())); // it is the user's
}

void BlobStoreTest::refusesWhatIsNoFile()
{
    const QString pipe = m_outside->filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString& path : { pipe, m_outside->path(), m_outside->filePath(QStringLiteral("nothing")),
             QStringLiteral("/dev/zero"), QString() })
        QCOMPARE(await(blobs().addFile(path)).error().code, ErrorCode::BadInput);
}

void BlobStoreTest::exportsWhole()
{
    const QByteArray bytes = someBytes(1'200'000);
    const QByteArray hash = *await(blobs().put(bytes));
    const QString path = m_outside->filePath(QStringLiteral("copy.pdf"));
    OT_VERIFY_OK(await(blobs().exportTo(hash, { path, false, {} })));
    QFile copy(path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), bytes);
    QCOMPARE(copy.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
        QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QCOMPARE(filesIn(m_outside->path()), QStringList { QStringLiteral("copy.pdf") });
    // What is there stays unless the user says that it goes.
    const QByteArray other = *await(blobs().put(someBytes(10)));
    QCOMPARE(await(blobs().exportTo(other, { path, false, {} })).error().code, ErrorCode::Conflict);
    QCOMPARE(QFileInfo(path).size(), bytes.size());
    OT_VERIFY_OK(await(blobs().exportTo(other, { path, true, {} })));
    QCOMPARE(QFileInfo(path).size(), 10);
    // A link is replaced; what it points to is not written.
    const QString precious = m_outside->filePath(QStringLiteral("precious"));
    QVERIFY(QFile(precious).open(QIODevice::WriteOnly));
    const QString link = m_outside->filePath(QStringLiteral("link.pdf"));
    QVERIFY(QFile::link(precious, link));
    QCOMPARE(await(blobs().exportTo(other, { link, false, {} })).error().code, ErrorCode::Conflict);
    OT_VERIFY_OK(await(blobs().exportTo(other, { link, true, {} })));
    QVERIFY(!QFileInfo(link).isSymLink());
    QCOMPARE(QFileInfo(precious).size(), 0);
}

void BlobStoreTest::leavesNothingBehindAFailedExport()
{
    const QByteArray hash = *await(blobs().put(someBytes(1'200'000)));
    const QString path = m_outside->filePath(QStringLiteral("copy.pdf"));
    const Cancellation cancellation;
    cancellation.cancel();
    QCOMPARE(
        await(blobs().exportTo(hash, { path, false, {} }, cancellation)).error().code, ErrorCode::Cancelled);
    QCOMPARE(await(blobs().exportTo(hashOf("no"), { path, false, {} })).error().code, ErrorCode::NotFound);
    QCOMPARE(await(blobs().exportTo(hash, { m_outside->filePath(QStringLiteral("no/such/x")), false, {} }))
                 .error()
                 .code,
        ErrorCode::BadInput);
    QCOMPARE(
        await(blobs().exportTo(hash, { m_outside->path(), true, {} })).error().code, ErrorCode::BadInput);
    QCOMPARE(await(blobs().exportTo(hash, { m_outside->filePath(QString(300, QLatin1Char('n'))), false, {} }))
                 .error()
                 .code,
        ErrorCode::BadInput);
    QVERIFY(filesIn(m_outside->path()).isEmpty());
    QCOMPARE(await(blobs().exportTo(hash, { QStringLiteral("/dev/full/x"), false, {} })).error().code,
        ErrorCode::BadInput);
}

void BlobStoreTest::givesUpExportsWhenTheVaultCloses()
{
    const QByteArray hash = *await(blobs().put(someBytes(3'000'000)));
    const auto exported = blobs().exportTo(hash, { m_outside->filePath(QStringLiteral("x.bin")), false, {} });
    OT_VERIFY_OK(await(m_store->vault().close()));
    const Outcome outcome = await(exported);
    // It was quicker, or nothing of it is there.
    QVERIFY(outcome.ok() || outcome.error().code == ErrorCode::StoreClosed);
    QCOMPARE(filesIn(m_outside->path()).size(), outcome.ok() ? 1 : 0);
}

void BlobStoreTest::marksWhereItCameFromWithoutSecrets()
{
    const QByteArray hash = *await(blobs().put(someBytes(10)));
    const QString path = m_outside->filePath(QStringLiteral("x.pdf"));
    const QUrl origin(
        QStringLiteral("https://maria:secret@app.opentrain.ai:8443/blobs/x?token=ot_pat_1#part"));
    OT_VERIFY_OK(await(blobs().exportTo(hash, { path, false, origin })));
    char value[200] = {};
    const ssize_t size
        = ::getxattr(QFile::encodeName(path).constData(), "user.xdg.origin.url", value, sizeof value);
    if (size < 0)
        QSKIP("this file system keeps no such marks");
    QCOMPARE(QByteArray(value, qsizetype(size)), QByteArray("https://app.opentrain.ai:8443/"));
}

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "blob_store_test.moc"
