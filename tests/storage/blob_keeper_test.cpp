// SPDX-License-Identifier: GPL-3.0-or-later
//
// The blobs of a real vault in step with its records.
#include "storage/blobs/blob_keeper.h"
#include "storage/blobs/blob_store.h"
#include "storage/outbox.h"
#include "tests/storage/blob_support.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <atomic>

using namespace ot;
using namespace ot::storage;
using namespace ot::test; // NOLINT(google-build-using-namespace)

class BlobKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ownersFollowTheRecords();
    void revokedContentGoesAtOnce();
    void expiresByTheLatestTimeSeen();
    void catchesUpAfterACrash();
    void keepsWhatTheUserPutIn();
    void makesRoomForTheQuota();
    void admitsOnlyWhatRecordsName();
    void nothingOfItIsReadableOnDisk();

private:
    [[nodiscard]] BlobStore& blobs() { return m_store->vault().blobs(); }
    void startKeeper();
    void settle();
    QByteArray fetched(const QByteArray& bytes, const BlobOwner& wantedFor);
    [[nodiscard]] bool isHeld(const QByteArray& hash) { return await(blobs().facts(hash)).ok(); }
    [[nodiscard]] bool isWhole(const QByteArray& hash)
    {
        const Result<BlobFacts> facts = await(blobs().facts(hash));
        return facts && facts->complete;
    }

    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<BlobKeeper> m_keeper;
    std::unique_ptr<QTemporaryDir> m_outside;
    std::atomic<qint64> m_now = 0; // the store asks on its own thread
};

void BlobKeeperTest::init()
{
    m_now = 1'800'000'000'000;
    m_store = std::make_unique<test::TestVault>();
    m_outside = std::make_unique<QTemporaryDir>();
    startKeeper();
}

void BlobKeeperTest::cleanup()
{
    m_keeper.reset();
    m_store.reset();
}

void BlobKeeperTest::startKeeper()
{
    OT_VERIFY_OK(await(blobs().run([this](BlobFile& file) {
        file.setClock([this] { return m_now.load(); });
        return success();
    })));
    m_keeper = std::make_unique<BlobKeeper>(m_store->vault());
    m_keeper->start();
    settle();
}

// Until everything that follows from the commits so far has been done.
void BlobKeeperTest::settle()
{
    QCoreApplication::processEvents(); // the notices
    QTRY_VERIFY_WITH_TIMEOUT(m_keeper->isIdle(), kPatience);
}

// As a download does it.
QByteArray BlobKeeperTest::fetched(const QByteArray& bytes, const BlobOwner& wantedFor)
{
    const QByteArray hash = hashOf(bytes);
    const Result<BlobFacts> admitted = await(m_keeper->admit(hash, wantedFor));
    if (!admitted)
        qFatal("not admitted: %s", qPrintable(admitted.error().detail));
    const Outcome done = await(blobs().run([hash, bytes](BlobFile& file) {
        const Outcome appended = file.append(hash, 0, bytes);
        return appended ? file.finish(hash) : appended;
    }));
    if (!done)
        qFatal("not fetched: %s", qPrintable(done.error().detail));
    settle();
    return hash;
}

void BlobKeeperTest::ownersFollowTheRecords()
{
    const QByteArray first = someBytes(1000);
    const QByteArray second = someBytes(1000, 5000);
    m_store->put<Attachment>({ attachmentOf(first, "att_1") });
    m_store->put<Message>({ messageWith(second, "msg_2", "att_2"), messageWith(second, "msg_3", "att_2") });
    fetched(first, owner("Attachment", "att_1"));
    fetched(second, owner("Message", "msg_2"));
    m_store->put<Message>({ messageWith(second, "msg_4", "att_2") }); // touched, so found
    settle();
    const auto held = await(blobs().run([](BlobFile& file) { return file.held(); }));
    QCOMPARE(held->size(), std::size_t(2));
    QVERIFY(held->at(0).owners == std::vector { owner("Attachment", "att_1") });
    QVERIFY((held->at(1).owners == std::vector { owner("Message", "msg_2"), owner("Message", "msg_4") }));

    const auto remove = [this](RecordTypeIndex type, const char* id) {
        m_store->write(
            [&](WriteTransaction& transaction) { return transaction.remove(type, QLatin1String(id)); });
        settle();
    };
    remove(recordTypeIndex<Message>(), "msg_2");
    QVERIFY(isHeld(hashOf(second)));
    remove(recordTypeIndex<Message>(), "msg_4");
    QVERIFY(!isHeld(hashOf(second)));
    // Another content under the same id: the old one has lost its owner.
    Attachment changed = attachmentOf(second, "att_1");
    changed.version = 2;
    m_store->put<Attachment>({ changed });
    settle();
    QVERIFY(!isHeld(hashOf(first)));
}

void BlobKeeperTest::revokedContentGoesAtOnce()
{
    const QByteArray bytes = someBytes(100'000);
    m_store->put<Attachment>({ attachmentOf(bytes, "att_1"), attachmentOf(bytes, "att_2") });
    m_store->put<Message>({ messageWith(bytes, "msg_1", "att_1") });
    const QByteArray hash = fetched(bytes, owner("Attachment", "att_1"));
    Attachment revoked = attachmentOf(bytes, "att_1");
    revoked.version = 2;
    revoked.access = QStringLiteral("REVOKED");
    m_store->put<Attachment>({ revoked });
    settle();
    QVERIFY(isWhole(hash)); // another one still opens it
    revoked.id = QStringLiteral("att_2");
    m_store->put<Attachment>({ revoked });
    settle();
    QVERIFY(!isHeld(hash)); // though the message still names it
    QCOMPARE(QFileInfo(m_store->directory() + QStringLiteral("/blobs.db-wal")).size(), 0);
    const auto erased
        = await(m_store->vault().read([](ReadSnapshot& snapshot) { return blobs::erasures(snapshot); }));
    OT_VERIFY_OK(erased);
    QCOMPARE(erased->size(), std::size_t(1));
    QCOMPARE(erased->front().sha256, hash);
    QCOMPARE(erased->front().at, m_now.load());
    QCOMPARE(erased->front().byteCount, bytes.size());
    QCOMPARE(erased->front().expired, false);
    QCOMPARE(erased->front().attachments.size(), 2);
    QCOMPARE(await(m_keeper->admit(hash, owner("Attachment", "att_1"))).error().code, ErrorCode::Forbidden);
}

void BlobKeeperTest::expiresByTheLatestTimeSeen()
{
    const QByteArray bytes = someBytes(1000);
    Attachment attachment = attachmentOf(bytes);
    attachment.offlineUntil = UtcTime { m_now.load() + kDay };
    m_store->put<Attachment>({ attachment });
    const QByteArray hash = fetched(bytes, owner("Attachment", "att_1"));
    OT_VERIFY_OK(await(blobs().read(hash, 0, 10)));
    // Before anything was erased it can be read no longer, nor after the clock is turned back.
    m_now += 2 * kDay;
    QCOMPARE(await(blobs().read(hash, 0, 10)).error().code, ErrorCode::Forbidden);
    m_now -= 5 * kDay;
    QCOMPARE(await(blobs().read(hash, 0, 10)).error().code, ErrorCode::Forbidden);
    QCOMPARE(
        await(blobs().exportTo(hash, { m_outside->filePath(QStringLiteral("x")), false, {} })).error().code,
        ErrorCode::Forbidden);
    m_keeper.reset();
    m_store->reopen();
    startKeeper(); // with the clock still turned back
    QVERIFY(!isHeld(hash));
    const auto erased
        = await(m_store->vault().read([](ReadSnapshot& snapshot) { return blobs::erasures(snapshot); }));
    QCOMPARE(erased->size(), std::size_t(1));
    QVERIFY(erased->front().expired);
}

void BlobKeeperTest::catchesUpAfterACrash()
{
    const QByteArray revoked = someBytes(1000);
    const QByteArray kept = someBytes(1000, 5000);
    m_store->put<Attachment>({ attachmentOf(revoked) });
    const QByteArray first = fetched(revoked, owner("Attachment", "att_1"));
    m_keeper.reset(); // the program ends before it heard of any of this
    Attachment attachment = attachmentOf(revoked);
    attachment.version = 2;
    attachment.access = QStringLiteral("REVOKED");
    m_store->put<Attachment>({ attachment });
    const QByteArray second = *await(blobs().put(kept));
    const QByteArray draft = *await(blobs().put(someBytes(50, 99)));
    m_store->put<Message>({ messageWith(kept, "msg_9", "att_9") });
    m_store->reopen();
    m_now += 30 * kDay; // what nothing owns is old by now
    startKeeper();
    QVERIFY(!isHeld(first));
    QVERIFY(isWhole(second)); // found in its message
    QVERIFY(!isHeld(draft));
}

void BlobKeeperTest::keepsWhatTheUserPutIn()
{
    const QByteArray bytes = someBytes(1000);
    const QByteArray hash = *await(blobs().put(bytes));
    OutboxEntry entry;
    entry.mutationId = QStringLiteral("m-1");
    entry.recordType = QStringLiteral("Message");
    entry.recordId = QStringLiteral("m-1");
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("attachments"),
        QJsonArray { QJsonObject { { QStringLiteral("sha256"), QString::fromLatin1(hash.toHex()) } } } } };
    m_store->write([&](WriteTransaction& transaction) { return outbox::enqueue(transaction, entry); });
    settle();
    // Neither room nor the fate of the same content elsewhere takes it away.
    m_store->write([](WriteTransaction& transaction) { return blobs::setQuota(transaction, 0); });
    Attachment attachment = attachmentOf(bytes);
    attachment.access = QStringLiteral("REVOKED");
    m_store->put<Attachment>({ attachment });
    m_now += 30 * kDay;
    settle();
    QVERIFY(isWhole(hash));
    OT_VERIFY_OK(await(blobs().read(hash, 0, 10)));
    // The user takes it back: nothing needs it any more.
    m_store->write([](WriteTransaction& transaction) {
        const Result<OutboxEntry> taken = outbox::withdraw(transaction, QStringLiteral("m-1"));
        return taken ? success() : Outcome(taken.error());
    });
    settle();
    QVERIFY(!isHeld(hash));
}

void BlobKeeperTest::makesRoomForTheQuota()
{
    std::vector<QByteArray> hashes;
    m_store->write([](WriteTransaction& transaction) { return blobs::setQuota(transaction, 2500); });
    settle();
    for (int i = 0; i < 3; ++i) {
        const QByteArray bytes = someBytes(1000, i * 1000);
        const QByteArray id = "att_" + QByteArray::number(i);
        m_store->put<Attachment>({ attachmentOf(bytes, id.constData()) });
        hashes.push_back(fetched(bytes, owner("Attachment", id.constData())));
        m_now += kDay;
    }
    QTRY_VERIFY_WITH_TIMEOUT(!isWhole(hashes[0]), kPatience); // after the third, without being asked
    QVERIFY(isWhole(hashes[1]) && isWhole(hashes[2]));
    QVERIFY(isHeld(hashes[0])); // its owner stays, so it can be fetched again
    m_store->write([](WriteTransaction& transaction) { return blobs::setQuota(transaction, 1000); });
    settle();
    QVERIFY(!isWhole(hashes[1]) && isWhole(hashes[2]));
    m_store->put<Attachment>({ attachmentOf(someBytes(1001, 90'000), "att_9") });
    QCOMPARE(
        await(m_keeper->admit(hashOf(someBytes(1001, 90'000)), owner("Attachment", "att_9"))).error().code,
        ErrorCode::BadInput);
}

void BlobKeeperTest::admitsOnlyWhatRecordsName()
{
    const QByteArray bytes = someBytes(100);
    QCOMPARE(
        await(m_keeper->admit(hashOf(bytes), owner("Message", "msg_1"))).error().code, ErrorCode::NotFound);
    m_store->put<Message>({ messageWith(bytes, "msg_1", "att_1") });
    QCOMPARE(
        await(m_keeper->admit(hashOf(bytes), owner("Message", "msg_2"))).error().code, ErrorCode::NotFound);
    const Result<BlobFacts> admitted = await(m_keeper->admit(hashOf(bytes), owner("Message", "msg_1")));
    OT_VERIFY_OK(admitted);
    QCOMPARE(admitted->byteCount, 100);
    QVERIFY(admitted->fetchable && !admitted->complete);
    // The archive of a rights request is at the server for a while only.
    DataRequest request;
    request.id = QStringLiteral("req_1");
    request.version = 1;
    request.archiveSha256 = QString::fromLatin1(hashOf("archive").toHex());
    request.archiveByteCount = 7;
    m_store->put<DataRequest>({ request });
    const Result<BlobFacts> archive
        = await(m_keeper->admit(hashOf("archive"), owner("DataRequest", "req_1")));
    OT_VERIFY_OK(archive);
    QVERIFY(!archive->fetchable);
    const auto wanted = await(blobs().run([](BlobFile& file) { return file.wanted(); }));
    QCOMPARE(wanted->size(), std::size_t(2));
}

void BlobKeeperTest::nothingOfItIsReadableOnDisk()
{
    const QString secret = QStringLiteral("Nobody may read this canary of a guideline. ");
    const QByteArray utf8 = secret.toUtf8().repeated(4000);
    const QByteArray utf16(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2);
    const auto find = [&]() -> QString {
        QDirIterator files(
            m_store->directory(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : secret.toUtf8();
            if (content.contains(secret.toUtf8()) || content.contains(utf16))
                return file.fileName();
        }
        return {};
    };
    for (const QByteArray& bytes : { utf8, utf16.repeated(4000) }) {
        m_store->put<Attachment>({ attachmentOf(bytes, "att_1") });
        const QByteArray hash = fetched(bytes, owner("Attachment", "att_1"));
        QVERIFY(isWhole(hash));
        QCOMPARE(find(), QString());
        m_store->write([](WriteTransaction& transaction) {
            return transaction.remove(recordTypeIndex<Attachment>(), QStringLiteral("att_1"));
        });
        settle();
        QCOMPARE(find(), QString());
    }
    m_keeper.reset();
    OT_VERIFY_OK(await(m_store->vault().close()));
    QCOMPARE(find(), QString());
}

QTEST_GUILESS_MAIN(BlobKeeperTest)
#include "blob_keeper_test.moc"
