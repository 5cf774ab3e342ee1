// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files sent to the real sandbox, on lines that break.
#include "tests/sync/blob_device.h"

#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using namespace ot::sync;
using namespace ot::test;

class BlobSendingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void sendsInSpiteOf_data();
    void sendsInSpiteOf();
    void goesOnSendingAfterARestart_data();
    void goesOnSendingAfterARestart();
    void sendsNothingThatIsThere();
    void refusesWhatTheServerDoesNotTake();

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

void BlobSendingTest::initTestCase()
{
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
    m_served = someBytes(kSize, "served");
    serve(m_served);
}

void BlobSendingTest::init()
{
    control(R"({"command":"clearFaults"})");
}

void BlobSendingTest::serve(const QByteArray& bytes)
{
    Device device(*m_sandbox);
    QSignalSpy sent(&device.transfer(), &BlobTransfer::sent);
    device.send(device.put(bytes));
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
}

void BlobSendingTest::sendsInSpiteOf_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("more");
    const auto row = [](const char* name, const char* path, const char* kind, int count, const char* more) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(kind) << count << QByteArray(more);
    };
    row("a lost beginning", "uploads", "dropAfterCommit", 4, R"(,"method":"POST")");
    row("a lost piece", "uploads", "dropBeforeCommit", 4, R"(,"method":"PATCH")");
    row("a lost answer", "uploads", "dropAfterCommit", 4, R"(,"method":"PATCH")");
    row("a lost question", "uploads", "dropBeforeCommit", 4, R"(,"method":"HEAD")");
    row("a stall", "uploads", "stall", 1, R"(,"method":"PATCH")");
    row("a captive portal", "uploads", "html", 1, R"(,"method":"PATCH")");
    row("a pause asked for", "uploads", "status", 1, R"(,"status":429,"retryAfter":1,"method":"PATCH")");
    row("maintenance", "uploads", "status", 2, R"(,"status":503,"retryAfter":1)");
    row("no limits at first", "capabilities", "status", 1, R"(,"status":503)");
}

void BlobSendingTest::sendsInSpiteOf()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, kind);
    QFETCH(int, count);
    QFETCH(QByteArray, more);
    Device device(*m_sandbox);
    QSignalSpy sent(&device.transfer(), &BlobTransfer::sent);
    QSignalSpy delayed(&device.transfer(), &BlobTransfer::delayed);
    QSignalSpy failed(&device.transfer(), &BlobTransfer::failed);
    const QByteArray bytes = someBytes(kSize, "in spite of " + QByteArray(QTest::currentDataTag()));
    const QByteArray hash = device.put(bytes);
    // "A lost question" is asked only after another loss.
    if (more.contains("HEAD"))
        fault("uploads", "dropBeforeCommit", 4, R"(,"method":"PATCH")");
    fault(path.constData(), kind.constData(), count, more.constData());
    device.send(hash);
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
    QVERIFY(delayed.size() >= 1);
    QCOMPARE(failed.size(), 0);

    Device other(*m_sandbox);
    QSignalSpy fetched(&other.transfer(), &BlobTransfer::fetched);
    other.fetch(other.know(bytes));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
    QCOMPARE(other.read(hash), bytes);
}

void BlobSendingTest::goesOnSendingAfterARestart_data()
{
    QTest::addColumn<QByteArray>("accident");
    QTest::newRow("of the server") << QByteArray("server");
    QTest::newRow("of the program") << QByteArray("program");
    QTest::newRow("a day later") << QByteArray("expired");
}

void BlobSendingTest::goesOnSendingAfterARestart()
{
    QFETCH(QByteArray, accident);
    Device device(*m_sandbox);
    const QByteArray bytes = someBytes(kSize, "after a restart " + accident);
    const QByteArray hash = device.put(bytes);
    qint64 reached = 0;
    // In the middle: the first piece is at the server.
    const auto stop = [&](const QByteArray&, qint64 count, qint64) {
        reached = count;
        if (count > 0)
            device.transfer().pause();
    };
    connect(&device.transfer(), &BlobTransfer::sending, this, stop);
    fault("uploads", "slow", 0, R"(,"method":"PATCH","milliseconds":200)");
    device.send(hash);
    QTRY_VERIFY_WITH_TIMEOUT(reached > 0, kPatience);
    QVERIFY(reached < kSize);
    if (accident == "server") {
        m_sandbox->kill();
        m_sandbox->restart();
        device.transfer().resume();
    } else {
        device.end();
        if (accident == "expired")
            control(R"({"command":"skewClock","seconds":90000})");
        control(R"({"command":"clearFaults"})");
        device.restart();
    }
    QSignalSpy sent(&device.transfer(), &BlobTransfer::sent);
    QSignalSpy sending(&device.transfer(), &BlobTransfer::sending);
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
    // What is at the server is not sent again; what it has forgotten is.
    QCOMPARE(sending.front().at(1).toLongLong() > 0, accident != "expired");
    control(R"({"command":"clearFaults"})");
    Device other(*m_sandbox);
    QSignalSpy fetched(&other.transfer(), &BlobTransfer::fetched);
    other.fetch(other.know(bytes));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, kPatience);
    QCOMPARE(other.read(hash), bytes);
}

void BlobSendingTest::sendsNothingThatIsThere()
{
    Device device(*m_sandbox);
    QSignalSpy sent(&device.transfer(), &BlobTransfer::sent);
    QSignalSpy sending(&device.transfer(), &BlobTransfer::sending);
    fault("uploads", "status", 0, R"(,"status":400,"method":"PATCH")");
    device.send(device.put(m_served));
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, kPatience);
    QCOMPARE(sending.size(), 1);
    QCOMPARE(sending.front().at(1).toLongLong(), kSize);
}

void BlobSendingTest::refusesWhatTheServerDoesNotTake()
{
    Device device(*m_sandbox);
    QSignalSpy failed(&device.transfer(), &BlobTransfer::failed);
    const QByteArray hash = device.put(QByteArray(51 * 1024 * 1024, 'x'));
    device.send(hash);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    QCOMPARE(failed.front().at(1).value<Error>().code, ErrorCode::BadInput);
    QCOMPARE(device.received(hash), 51 * 1024 * 1024); // the user's own stays
    device.send(hashOf("not here"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, kPatience);
    QVERIFY(device.transfer().isIdle());
}

QTEST_GUILESS_MAIN(BlobSendingTest)
#include "blob_sending_test.moc"
