// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sync service against the real sandbox, on good days and on bad ones.
#include "storage/outbox.h"
#include "storage/queries/job_queries.h"
#include "storage/queries/message_queries.h"
#include "sync/message_commands.h"
#include "sync/sync_service.h"
#include "tests/support/sandbox_process.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using namespace ot::sync;
using Phase = SyncStatus::Phase;
using test::await;

namespace {

constexpr int kPatience = 60'000;

std::vector<OutboxEntry> waiting(Vault& vault)
{
    return *await(vault.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
}

qint64 count(Vault& vault, RecordTypeIndex type)
{
    return (*await(vault.read([](ReadSnapshot& snapshot) { return queries::counts(snapshot); })))[type];
}

// How often a message of this text stands in the store.
int copies(Vault& vault, const QString& text)
{
    return static_cast<int>(await(vault.read([text](ReadSnapshot& snapshot) -> Result<qint64> {
        Result<Query> query = snapshot.query("SELECT count(*) FROM message WHERE content = ?");
        if (!query)
            return query.error();
        query->bind(1, text);
        const Result<bool> row = query->step();
        return row ? Result<qint64>(query->integer(0)) : Result<qint64>(row.error());
    })).value());
}

// A conversation that can be written to.
QString openConversation(Vault& vault)
{
    const auto all = await(vault.read([](ReadSnapshot& snapshot) {
        return queries::conversations(snapshot, queries::ConversationFilter::All);
    }));
    for (const auto& stored : *all) {
        if (stored.record.canSend)
            return stored.record.id;
    }
    return {};
}

// A server that says the same thing to everybody.
class OneAnswer : public QTcpServer {
public:
    explicit OneAnswer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                socket->readAll();
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

private:
    QByteArray m_answer;
};

QByteArray http(
    const QByteArray& status, const QByteArray& type, const QByteArray& body, qsizetype length = -1)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: "
        + QByteArray::number(length < 0 ? body.size() : length) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class SyncServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void takesTheWholeMarketplace();
    void takesUpWhereItStopped();
    void stopsInTheMiddleOfASnapshot();
    void receivesWhatHappensWhileItListens();
    void sendsAMessageOnce();
    void sendsOnceWhenTheAnswerIsLost();
    void sendsOnceWhenTheRequestIsLost();
    void sendsWhatWasWrittenOfflineInOrder();
    void keepsARefusedMessageForTheUser();
    void startsOverWhenTheCursorHasExpired();
    void keepsEverythingWhenTheTokenIsRevoked();
    void survivesARestartOfTheServer();
    void asksAgainWhenFramesAreLost();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    void startAndWait();
    void sendAndWait(const QString& text);
    std::unique_ptr<test::SandboxProcess> m_sandbox;
    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<SyncService> m_service;
};

void SyncServiceTest::initTestCase()
{
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
}

void SyncServiceTest::init()
{
    m_sandbox->control(R"({"command":"clearFaults"})");
    m_service.reset();
    m_store = std::make_unique<test::TestVault>();
    m_service = std::make_unique<SyncService>(m_store->vault());
}

void SyncServiceTest::startAndWait()
{
    m_service->start(m_sandbox->url(), m_sandbox->trainerToken());
    QTRY_VERIFY_WITH_TIMEOUT(m_service->isIdle(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().live, kPatience);
}

void SyncServiceTest::sendAndWait(const QString& text)
{
    OT_VERIFY_OK(await(sendMessage(m_store->vault(), openConversation(m_store->vault()), text)));
    QTRY_VERIFY_WITH_TIMEOUT(waiting(m_store->vault()).empty(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), text), 1, kPatience);
}

void SyncServiceTest::takesTheWholeMarketplace()
{
    startAndWait();
    Vault& vault = m_store->vault();
    QVERIFY(count(vault, recordTypeIndex<Job>()) >= 300);
    QVERIFY(count(vault, recordTypeIndex<Conversation>()) >= 12);
    QVERIFY(count(vault, recordTypeIndex<Contract>()) >= 6);
    QVERIFY(count(vault, recordTypeIndex<Payout>()) >= 40);
    QCOMPARE(count(vault, recordTypeIndex<Account>()), qint64(1));
    QVERIFY(count(vault, recordTypeIndex<InstructionPage>()) > 0);
    QVERIFY(count(vault, recordTypeIndex<Milestone>()) >= 12);
    QVERIFY(count(vault, recordTypeIndex<Message>()) > 60);
    QCOMPARE(m_service->status().unreadable, qint64(0));
    QVERIFY(m_service->status().lastSyncedAt.has_value());
}

void SyncServiceTest::takesUpWhereItStopped()
{
    startAndWait();
    const qint64 before = count(m_store->vault(), recordTypeIndex<Message>());
    m_service.reset();
    m_sandbox->control(R"({"command":"employerMessage","text":"While you were away"})");
    m_service = std::make_unique<SyncService>(m_store->vault());
    QSignalSpy phases(m_service.get(), &SyncService::statusChanged);
    startAndWait();
    QCOMPARE(count(m_store->vault(), recordTypeIndex<Message>()), before + 1);
    QCOMPARE(copies(m_store->vault(), QStringLiteral("While you were away")), 1);
    for (const auto& arguments : phases)
        QVERIFY(arguments.at(0).value<SyncStatus>().phase != Phase::FirstSync);
}

// A sign-out or a locked vault may come at any moment: while a page is asked for, and while one is written.
void SyncServiceTest::stopsInTheMiddleOfASnapshot()
{
    for (int round = 0; round < 20; ++round) {
        m_service->start(m_sandbox->url(), m_sandbox->trainerToken());
        QTRY_VERIFY_WITH_TIMEOUT(m_service->status().phase != Phase::Stopped, kPatience);
        if (round % 2 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(m_service->status().done > 0 || m_service->isIdle(), kPatience);
        m_service->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_service->status().phase, Phase::Stopped, kPatience);
    }
    startAndWait();
    QVERIFY(count(m_store->vault(), recordTypeIndex<Job>()) >= 300);
    QCOMPARE(count(m_store->vault(), recordTypeIndex<Account>()), qint64(1));
    QCOMPARE(m_service->status().unreadable, qint64(0));
}

void SyncServiceTest::receivesWhatHappensWhileItListens()
{
    startAndWait();
    m_sandbox->control(R"({"command":"employerMessage","text":"Batch 3 is ready now"})");
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), QStringLiteral("Batch 3 is ready now")), 1, kPatience);
    QVERIFY(m_service->status().live);
}

void SyncServiceTest::sendsAMessageOnce()
{
    startAndWait();
    sendAndWait(QStringLiteral("On it. I will finish 120 items today."));
}

void SyncServiceTest::sendsOnceWhenTheAnswerIsLost()
{
    startAndWait();
    m_sandbox->control(
        R"({"command":"fault","path":"/api/trainer/v1/mutations","method":"POST","count":2,"kind":"dropAfterCommit"})");
    sendAndWait(QStringLiteral("The answer to this is lost twice"));
}

void SyncServiceTest::sendsOnceWhenTheRequestIsLost()
{
    startAndWait();
    m_sandbox->control(
        R"({"command":"fault","path":"/api/trainer/v1/mutations","method":"POST","count":2,"kind":"dropBeforeCommit"})");
    sendAndWait(QStringLiteral("This is lost twice on the way"));
}

void SyncServiceTest::sendsWhatWasWrittenOfflineInOrder()
{
    startAndWait();
    m_sandbox->stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().phase == Phase::Offline, kPatience);
    QVERIFY(m_service->status().error.has_value());
    QVERIFY(!m_service->status().error->message.isEmpty());
    const QString conversation = openConversation(m_store->vault());
    for (int i = 0; i < 5; ++i)
        OT_VERIFY_OK(
            await(sendMessage(m_store->vault(), conversation, QStringLiteral("Written offline %1").arg(i))));
    QCOMPARE(waiting(m_store->vault()).size(), std::size_t(5));
    m_sandbox->restart();
    m_service->syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(waiting(m_store->vault()).empty(), kPatience);
    const auto messages = await(m_store->vault().read([conversation](ReadSnapshot& snapshot) {
        return queries::messagesBefore(snapshot, conversation, queries::kNewestRow, 5);
    }));
    OT_VERIFY_OK(messages);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(
            messages->at(std::size_t(4 - i)).record.content, QStringLiteral("Written offline %1").arg(i));
}

void SyncServiceTest::keepsARefusedMessageForTheUser()
{
    startAndWait();
    const auto all = await(m_store->vault().read([](ReadSnapshot& snapshot) {
        return queries::conversations(snapshot, queries::ConversationFilter::All);
    }));
    QString closed;
    for (const auto& stored : *all) {
        if (!stored.record.canSend)
            closed = stored.record.id;
    }
    QVERIFY(!closed.isEmpty());
    OT_VERIFY_OK(await(sendMessage(m_store->vault(), closed, QStringLiteral("May I write here?"))));
    QTRY_VERIFY_WITH_TIMEOUT(!waiting(m_store->vault()).empty()
            && waiting(m_store->vault()).front().state == OutboxState::Rejected,
        kPatience);
    QVERIFY(!waiting(m_store->vault()).front().faultCode.isEmpty());
    // It holds nothing else up.
    OT_VERIFY_OK(await(sendMessage(
        m_store->vault(), openConversation(m_store->vault()), QStringLiteral("Elsewhere it goes on"))));
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), QStringLiteral("Elsewhere it goes on")), 1, kPatience);
    QCOMPARE(waiting(m_store->vault()).size(), std::size_t(1));
}

void SyncServiceTest::startsOverWhenTheCursorHasExpired()
{
    startAndWait();
    const qint64 jobs = count(m_store->vault(), recordTypeIndex<Job>());
    m_sandbox->stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().phase == Phase::Offline, kPatience);
    OT_VERIFY_OK(await(
        sendMessage(m_store->vault(), openConversation(m_store->vault()), QStringLiteral("Across a reset"))));
    m_sandbox->restart();
    m_sandbox->control(R"({"command":"expireCursors"})");
    m_service->syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->isIdle(), kPatience);
    QCOMPARE(count(m_store->vault(), recordTypeIndex<Job>()), jobs);
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), QStringLiteral("Across a reset")), 1, kPatience);
}

void SyncServiceTest::keepsEverythingWhenTheTokenIsRevoked()
{
    startAndWait();
    m_sandbox->control(R"({"command":"revokeToken","account":"trainer"})");
    OT_VERIFY_OK(await(sendMessage(
        m_store->vault(), openConversation(m_store->vault()), QStringLiteral("Without a token"))));
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().phase == Phase::SignedOut, kPatience);
    QCOMPARE(waiting(m_store->vault()).size(), std::size_t(1));
    QVERIFY(count(m_store->vault(), recordTypeIndex<Job>()) > 0);
    m_sandbox->control(R"({"command":"restoreToken","account":"trainer"})");
    m_service->start(m_sandbox->url(), m_sandbox->trainerToken());
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), QStringLiteral("Without a token")), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(waiting(m_store->vault()).empty(), kPatience);
}

void SyncServiceTest::survivesARestartOfTheServer()
{
    startAndWait();
    m_sandbox->kill();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().phase == Phase::Offline, kPatience);
    m_sandbox->restart();
    m_service->syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().live, kPatience);
    m_sandbox->control(R"({"command":"employerMessage","text":"Back again"})");
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), QStringLiteral("Back again")), 1, kPatience);
}

void SyncServiceTest::asksAgainWhenFramesAreLost()
{
    startAndWait();
    m_sandbox->control(R"({"command":"loseLive","count":1})");
    m_sandbox->control(R"({"command":"employerMessage","text":"This frame is lost"})");
    m_sandbox->control(R"({"command":"employerMessage","text":"This one shows the gap"})");
    QTRY_COMPARE_WITH_TIMEOUT(
        copies(m_store->vault(), QStringLiteral("This one shows the gap")), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(copies(m_store->vault(), QStringLiteral("This frame is lost")), 1, kPatience);
    m_sandbox->control(R"({"command":"duplicateLive","count":2})");
    m_sandbox->control(R"({"command":"employerMessage","text":"This frame comes twice"})");
    QTRY_COMPARE_WITH_TIMEOUT(
        copies(m_store->vault(), QStringLiteral("This frame comes twice")), 1, kPatience);
}

void SyncServiceTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a captive portal")
        << http("200 OK", "text/html", "<html>Sign in</html>") << ErrorCode::NotTheServer;
    QTest::newRow("a redirect") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")
                                << ErrorCode::NotTheServer;
    QTest::newRow("JSON that is cut off")
        << http("200 OK", "application/json", R"({"changes":[{"ty)") << ErrorCode::Decode;
    QTest::newRow("a body shorter than declared")
        << http("200 OK", "application/json", R"({"changes":[]})", 5000) << ErrorCode::Offline;
    QTest::newRow("absurd JSON") << http(
        "200 OK", "application/json", "{\"changes\":" + QByteArray(100'000, '['))
                                 << ErrorCode::Decode;
    QTest::newRow("JSON of another kind")
        << http("200 OK", "application/json", R"({"hello":"world"})") << ErrorCode::Decode;
    QTest::newRow("a wrong token") << http(
        "401 Unauthorized", "application/json", R"({"error":"no","code":"UNAUTHORIZED"})")
                                   << ErrorCode::Unauthorized;
    QTest::newRow("a fault of its own")
        << http("500 Internal Server Error", "application/json", R"({"error":"x","code":"INTERNAL_ERROR"})")
        << ErrorCode::ServerFault;
    QTest::newRow("a load balancer's page")
        << http("503 Service Unavailable", "text/html", "<h1>503</h1>") << ErrorCode::ServerFault;
    QTest::newRow("a pause") << QByteArray("HTTP/1.1 429 Too Many\r\nRetry-After: 30\r\nContent-Type: "
                                           "application/json\r\nContent-Length: 2\r\n\r\n{}")
                             << ErrorCode::RateLimited;
    QTest::newRow("nothing at all") << QByteArray() << ErrorCode::Offline;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << ErrorCode::Offline;
}

void SyncServiceTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    OneAnswer server(answer);
    OT_VERIFY_OK(await(sendMessage(m_store->vault(), QStringLiteral("c1"), QStringLiteral("kept"))));
    m_service->start(server.url(), QStringLiteral("ot_pat_x_y"));
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().error.has_value(), kPatience);
    const Error error = *m_service->status().error;
    QVERIFY2(error.code == code, qPrintable(QStringLiteral("%1: %2").arg(int(error.code)).arg(error.detail)));
    QVERIFY(!error.message.isEmpty());
    QVERIFY(
        m_service->status().phase == (code == ErrorCode::Unauthorized ? Phase::SignedOut : Phase::Offline));
    QCOMPARE(waiting(m_store->vault()).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(SyncServiceTest)
#include "sync_service_test.moc"
