// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files fetched from the real sandbox, on lines that break and from servers that lie.
#include "tests/sync/blob_device.h"

#include "storage/queries/record_queries.h"
#include "sync/sync_service.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using namespace ot::sync;
using namespace ot::test;

class BlobTransferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void bringsAFileOver_data();
    void bringsAFileOver();
    void fetchesInSpiteOf_data();
    void fetchesInSpiteOf();
    void goesOnFetchingAfterARestart_data();
    void goesOnFetchingAfterARestart();
    void refusesAnotherContent_data();
    void refusesAnotherContent();
    void fetchesTwoAtOnce();
    void givesUpWhenAsked();
    void fetchesNothingThatIsGone();
    void waitsForANewToken();

    void followsTheRecordsOfASync();
    void leavesNoPlaintextAnywhere();

private:
    void control(const char* json) { m_sandbox->control(json); }
    void fault(const char* path, const char* kind, int count, const char* more = "")
    {
        ot::test::fault(*m_sandbox, path, kind, count, more);
    }
    // Puts it on the server.
    void serve(const QByteArray& bytes);

    std::unique_ptr<test::SandboxProcess> m_sandbox;
    QByteArray m_served;
};

void BlobTransferTest::initTestCase()
{
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
    m_served = someBytes(kSize, "served");
    serve(m_served);
}

void BlobTransferTest::init()
{
    control(R"({"command":"clearFaults"})");
}

void BlobTransferTest::serve(const QByteArray& bytes)
{
    Device device(*m_sandbox);
    QSignalSpy sent(&device.transfer(), &BlobTransfer::sent);
    device.send(device.put(bytes));
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
}

void BlobTransferTest::bringsAFileOver_data()
{
    QTest::addColumn<int>("size");
    for (const int size : { 0, 1, 65'536, 1'048'576, 3'000'001 })
        QTest::addRow("%d bytes", size) << size;
}

void BlobTransferTest::bringsAFileOver()
{
    QFETCH(int, size);
    const QByteArray bytes = someBytes(size, "over" + QByteArray::number(size));
    Device from(*m_sandbox);
    QSignalSpy sent(&from.transfer(), &BlobTransfer::sent);
    const QByteArray hash = from.put(bytes);
    from.send(hash);
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
    QVERIFY(await(from.blobs().facts(hash))->fetchable); // from now on it may go when room is needed
    QVERIFY(await(from.blobs().run([](BlobFile& file) { return file.uploads(); }))->empty());

    Device to(*m_sandbox);
    QSignalSpy fetched(&to.transfer(), &BlobTransfer::fetched);
    to.fetch(to.know(bytes));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
    QCOMPARE(to.read(hash), bytes);
    QVERIFY(await(to.blobs().facts(hash))->complete);
    QVERIFY(await(to.blobs().run([](BlobFile& file) { return file.wanted(); }))->empty());
    QVERIFY(to.transfer().isIdle());
    to.fetch(hash); // again is at once
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 2, kPatience);
}

void BlobTransferTest::fetchesInSpiteOf_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, const char* kind, int count, const char* more, ErrorCode code) {
        QTest::newRow(name) << QByteArray(kind) << count << QByteArray(more) << code;
    };
    row("cut off three times", "truncate", 3, "", ErrorCode::Offline);
    row("a lost request", "dropBeforeCommit", 4, "", ErrorCode::Offline);
    row("a stall", "stall", 1, "", ErrorCode::Timeout);
    row("a captive portal", "html", 1, "", ErrorCode::NotTheServer);
    row("a pause asked for", "status", 1, R"(,"status":429,"retryAfter":1)", ErrorCode::RateLimited);
    row("maintenance", "status", 1, R"(,"status":503,"retryAfter":1)", ErrorCode::ServerFault);
    row("a gateway", "status", 2, R"(,"status":502)", ErrorCode::ServerFault);
}

void BlobTransferTest::fetchesInSpiteOf()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, count);
    QFETCH(QByteArray, more);
    QFETCH(ErrorCode, code);
    Device device(*m_sandbox);
    QSignalSpy delayed(&device.transfer(), &BlobTransfer::delayed);
    QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
    QSignalSpy failed(&device.transfer(), &BlobTransfer::failed);
    QSignalSpy changes(&device.blobs(), &BlobStore::changed);
    fault("blobs", kind.constData(), count, more.constData());
    const QByteArray hash = device.know(m_served);
    device.fetch(hash);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
    QCOMPARE(device.read(hash), m_served);
    QCOMPARE(failed.size(), 0);
    // Qt sends some lost requests again by itself.
    QVERIFY(delayed.size() >= 1);
    const Error error = delayed.front().at(1).value<Error>();
    QVERIFY2(error.code == code, qPrintable(QStringLiteral("%1: %2").arg(int(error.code)).arg(error.detail)));
    QVERIFY(!error.message.isEmpty());
    // It went on each time and never began again.
    qint64 before = 0;
    for (const auto& arguments : changes) {
        const qint64 received = arguments.front().value<BlobChange>().received;
        QVERIFY(received >= before);
        before = received;
    }
}

void BlobTransferTest::goesOnFetchingAfterARestart_data()
{
    QTest::addColumn<bool>("ofTheServer");
    QTest::newRow("of the server") << true;
    QTest::newRow("of the program") << false;
}

void BlobTransferTest::goesOnFetchingAfterARestart()
{
    QFETCH(bool, ofTheServer);
    Device device(*m_sandbox);
    fault("blobs", "slowBody", 0);
    const QByteArray hash = device.know(m_served);
    device.fetch(hash);
    QTRY_VERIFY_WITH_TIMEOUT(device.received(hash) > 0, kPatience);
    const qint64 before = device.received(hash);
    if (ofTheServer) {
        m_sandbox->kill();
        m_sandbox->restart();
    } else {
        control(R"({"command":"clearFaults"})");
        device.restart();
    }
    QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
    QSignalSpy changes(&device.blobs(), &BlobStore::changed);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience); // without being asked again
    QCOMPARE(device.read(hash), m_served);
    for (const auto& arguments : changes)
        QVERIFY(arguments.front().value<BlobChange>().received > before);
    QVERIFY(!changes.isEmpty());
}

void BlobTransferTest::refusesAnotherContent_data()
{
    QTest::addColumn<int>("difference"); // in bytes
    QTest::newRow("of the same size") << 0;
    QTest::newRow("that is longer") << 1000;
    QTest::newRow("that is shorter") << -1000;
}

void BlobTransferTest::refusesAnotherContent()
{
    QFETCH(int, difference);
    const QByteArray bytes = someBytes(400'000, "other" + QByteArray::number(difference));
    serve(bytes);
    const QString hex = QString::fromLatin1(hashOf(bytes).toHex());
    QFile file(m_sandbox->dataDirectory() + QStringLiteral("/blobs/") + hex.left(2) + QLatin1Char('/') + hex);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.write(someBytes(bytes.size() + difference, "a lie")) > 0);
    file.close();

    Device device(*m_sandbox);
    QSignalSpy failed(&device.transfer(), &BlobTransfer::failed);
    QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
    const QByteArray hash = device.know(bytes);
    device.fetch(hash);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    QCOMPARE(failed.front().at(1).value<Error>().code, ErrorCode::Decode);
    QVERIFY(!failed.front().at(1).value<Error>().message.isEmpty());
    QCOMPARE(fetched.size(), 0);
    QCOMPARE(await(device.blobs().read(hash, 0, 10)).error().code, ErrorCode::NotFound);
    QCOMPARE(device.received(hash), 0);
    QVERIFY(await(device.blobs().run([](BlobFile& file_) { return file_.wanted(); }))->empty());
    QVERIFY(device.transfer().isIdle());
}

void BlobTransferTest::fetchesTwoAtOnce()
{
    std::vector<QByteArray> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(someBytes(300'000, "many" + QByteArray::number(i)));
        serve(all.back());
    }
    Device device(*m_sandbox);
    QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
    fault("blobs", "slowBody", 2);
    for (const QByteArray& bytes : all)
        device.fetch(device.know(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(
        device.received(hashOf(all[0])) > 1000 && device.received(hashOf(all[1])) > 1000, kPatience);
    // The faults are used up, so the third would be here by now if anybody had begun it.
    for (std::size_t i = 2; i < all.size(); ++i)
        QCOMPARE(device.received(hashOf(all[i])), 0);
    QCOMPARE(fetched.size(), 0);
    device.transfer().cancel(hashOf(all[0]));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 3, kPatience);
    QCOMPARE(device.read(hashOf(all[4])), all[4]);
}

void BlobTransferTest::givesUpWhenAsked()
{
    Device device(*m_sandbox);
    QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
    fault("blobs", "slowBody", 1);
    const QByteArray hash = device.know(m_served);
    device.fetch(hash);
    QTRY_VERIFY_WITH_TIMEOUT(device.received(hash) > 0, kPatience);
    device.transfer().cancel(hash);
    QVERIFY(device.transfer().isIdle());
    QTRY_VERIFY_WITH_TIMEOUT(
        await(device.blobs().run([](BlobFile& file) { return file.wanted(); }))->empty(), kPatience);
    device.restart();
    QTRY_VERIFY_WITH_TIMEOUT(device.transfer().isIdle(), kPatience);
    QCOMPARE(fetched.size(), 0);
    QSignalSpy fetchedThen(&device.transfer(), &BlobTransfer::fetched);
    device.fetch(hash);
    QTRY_COMPARE_WITH_TIMEOUT(fetchedThen.size(), 1, kPatience);
    QCOMPARE(device.read(hash), m_served);
}

void BlobTransferTest::fetchesNothingThatIsGone()
{
    Device device(*m_sandbox);
    QSignalSpy failed(&device.transfer(), &BlobTransfer::failed);
    device.fetch(device.know(QByteArray("the server has never seen this")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    QCOMPARE(failed.front().at(1).value<Error>().code, ErrorCode::NotFound);
    device.fetch(hashOf("no record names this"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, kPatience);
    QCOMPARE(failed.back().at(1).value<Error>().code, ErrorCode::NotFound);
    QVERIFY(device.transfer().isIdle());
}

void BlobTransferTest::waitsForANewToken()
{
    Device device(*m_sandbox);
    QSignalSpy unauthorized(&device.transfer(), &BlobTransfer::unauthorized);
    QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
    control(R"({"command":"revokeToken","account":"trainer"})");
    const QByteArray hash = device.know(m_served);
    device.fetch(hash);
    QTRY_COMPARE_WITH_TIMEOUT(unauthorized.size(), 1, kPatience);
    control(R"({"command":"restoreToken","account":"trainer"})");
    QVERIFY(!device.transfer().isIdle());
    device.transfer().resume();
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
}

// The whole way: the record comes by the feed, its content when it is asked for, and goes with the record's
// word.
void BlobTransferTest::followsTheRecordsOfASync()
{
    test::TestVault store;
    SyncService service(store.vault());
    service.start(m_sandbox->url(), m_sandbox->trainerToken());
    QTRY_VERIFY_WITH_TIMEOUT(service.isIdle(), kPatience);
    const auto attachments = await(
        store.vault().read([](ReadSnapshot& snapshot) { return queries::everyOne<Attachment>(snapshot); }));
    OT_VERIFY_OK(attachments);
    const auto open = std::find_if(attachments->begin(), attachments->end(),
        [](const auto& stored) { return stored.record.access == QLatin1String("AVAILABLE"); });
    QVERIFY(open != attachments->end());
    const QByteArray hash = QByteArray::fromHex(open->record.sha256.toLatin1());
    QSignalSpy fetched(&service, &SyncService::blobFetched);
    service.fetchBlob(hash, { QStringLiteral("Attachment"), open->record.id });
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
    const Result<QByteArray> bytes = await(store.vault().blobs().read(hash, 0, BlobStore::kLongestRead));
    OT_VERIFY_OK(bytes);
    QCOMPARE(hashOf(*bytes), hash);
    QCOMPARE(qint64(bytes->size()), open->record.byteCount);

    // Others may name the same content.
    for (const auto& stored : *attachments) {
        if (stored.record.sha256 == open->record.sha256)
            m_sandbox->control(
                "{\"command\":\"act\",\"act\":\"revokeAttachment\",\"account\":\"trainer\",\"id\":\""
                + stored.record.id.toUtf8() + "\"}");
    }
    QTRY_COMPARE_WITH_TIMEOUT(await(store.vault().blobs().facts(hash)).ok(), false, kPatience);
    const auto erased
        = await(store.vault().read([](ReadSnapshot& snapshot) { return blobs::erasures(snapshot); }));
    QCOMPARE(erased->size(), std::size_t(1));
    QCOMPARE(erased->front().sha256, hash);
    QSignalSpy failed(&service, &SyncService::blobFailed);
    service.fetchBlob(hash, { QStringLiteral("Attachment"), open->record.id });
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    QCOMPARE(failed.front().at(1).value<Error>().code, ErrorCode::Forbidden);

    // What is asked for while nothing is synced goes once it is.
    service.stop();
    QTRY_COMPARE_WITH_TIMEOUT(service.status().phase, SyncStatus::Phase::Stopped, kPatience);
    const QByteArray own = *await(store.vault().blobs().put(someBytes(5000, "written offline")));
    service.sendBlob({ own, QStringLiteral("x.txt"), QStringLiteral("text/plain"), {} });
    QSignalSpy sent(&service, &SyncService::blobSent);
    service.start(m_sandbox->url(), m_sandbox->trainerToken());
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
    QCOMPARE(sent.front().front().toByteArray(), own);
}

void BlobTransferTest::leavesNoPlaintextAnywhere()
{
    // Everything a program of this person could write to; the sandbox has its data elsewhere.
    QTemporaryDir everything;
    const std::vector<QByteArray> names { "HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME",
        "XDG_DATA_HOME", "XDG_CONFIG_HOME" };
    std::vector<QByteArray> before;
    for (const QByteArray& name : names) {
        before.push_back(qgetenv(name.constData()));
        const QString directory = everything.filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(directory));
        qputenv(name.constData(), QFile::encodeName(directory));
    }
    const QString secret = QStringLiteral("Canary: nobody may read this guideline. ");
    const QByteArray narrow = secret.toUtf8();
    const QByteArray wide(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2);
    const auto find = [&]() -> QString {
        QDirIterator files(
            everything.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            if (content.contains(narrow) || content.contains(wide))
                return file.fileName();
        }
        return {};
    };
    QString found;
    int looks = 0;
    {
        Device device(*m_sandbox);
        QVERIFY(device.store().directory().startsWith(everything.path()));
        connect(&device.blobs(), &BlobStore::changed, this, [&] {
            ++looks;
            if (found.isEmpty())
                found = find();
        });
        for (const QByteArray& bytes : { narrow.repeated(8000), wide.repeated(8000) }) {
            QSignalSpy sent(&device.transfer(), &BlobTransfer::sent);
            const QByteArray hash = device.put(bytes);
            device.send(hash);
            QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
            OT_VERIFY_OK(await(device.blobs().run([hash](BlobFile& file) { return file.startOver(hash); })));
            QSignalSpy fetched(&device.transfer(), &BlobTransfer::fetched);
            fault("blobs", "truncate", 1);
            device.know(bytes);
            device.fetch(hash);
            QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
            QCOMPARE(device.read(hash), bytes);
        }
        QCOMPARE(find(), QString());
        device.end();
        OT_VERIFY_OK(await(device.store().vault().close()));
        QCOMPARE(find(), QString());
        // The search itself finds what is there.
        QFile planted(everything.filePath(QStringLiteral("TMPDIR/planted")));
        QVERIFY(planted.open(QIODevice::WriteOnly) && planted.write(wide) > 0);
        planted.close();
        QCOMPARE(find(), planted.fileName());
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        qputenv(names[i].constData(), before[i]);
    QVERIFY(looks > 10);
    QCOMPARE(found, QString());
}

QTEST_GUILESS_MAIN(BlobTransferTest)
#include "blob_transfer_test.moc"
