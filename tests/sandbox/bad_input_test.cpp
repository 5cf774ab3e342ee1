// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever is sent to the sandbox, it answers with the published envelope or ends the connection, and goes on
// serving.
#include "tests/sandbox/api_client.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

namespace ot::test {

class BadInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
    }

    void init() { m_api->useToken(m_sandbox->trainerToken()); }

    void cleanup()
    {
        m_api->useToken(m_sandbox->trainerToken());
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 200);
    }

    void answersWithTheEnvelope_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QString mutations = QStringLiteral("/api/trainer/v1/mutations");
        const QString messages = QStringLiteral("/api/public/v1/messages");
        const auto row
            = [](const char* name, const QByteArray& verb, const QString& path, const QByteArray& body,
                  int status) { QTest::newRow(name) << verb << path << body << status; };
        row("no JSON", "POST", mutations, "{", 400);
        row("no object", "POST", mutations, "[1]", 400);
        row("empty body", "POST", mutations, "", 400);
        row("not UTF-8", "POST", mutations, "{\"mutations\":[\"\xff\xfe\"]}", 400);
        row("no mutations", "POST", mutations, "{}", 400);
        row("mutations of the wrong type", "POST", mutations, R"({"mutations":{"a":1}})", 400);
        row("mutation of the wrong type", "POST", mutations, R"({"mutations":[null]})", 400);
        row("mutation without id", "POST", mutations, R"({"mutations":[{"type":"Message"}]})", 400);
        row("51 mutations", "POST", mutations, "{\"mutations\":[" + QByteArray("{},").repeated(50) + "{}]}",
            400);
        row("deep nesting", "POST", mutations, QByteArray(100'000, '['), 400);
        row("a little too large", "POST", mutations, QByteArray(1024 * 1024 + 1, ' '), 413);
        row("message without text", "POST", messages, R"({"conversationId":"cv_1"})", 400);
        row("message of a number", "POST", messages, R"({"conversationId":"cv_1","content":7})", 400);
        row("message to a list", "POST", messages, R"({"conversationId":["cv_1"],"content":"x"})", 404);
        row("wrong method", "DELETE", mutations, "", 405);
        row("wrong method on the feed", "POST", QStringLiteral("/api/trainer/v1/sync"), "{}", 405);
        row("wrong method on a contract", "PUT", QStringLiteral("/api/public/v1/contracts/ct_1"), "{}", 405);
        row("unknown endpoint", "GET", QStringLiteral("/api/trainer/v1/wishes"), "", 404);
        row("nothing", "GET", QStringLiteral("/"), "", 404);
        row("climbing path", "GET", QStringLiteral("/api/public/v1/contracts/..%2f..%2fetc%2fpasswd"), "",
            404);
        row("null in the path", "GET", QStringLiteral("/api/public/v1/contracts/ct_1%00"), "", 404);
        row("quotes in the path", "GET", QStringLiteral("/api/public/v1/contracts/'%20OR%20'1'='1"), "", 404);
        row("quotes in the query", "GET",
            QStringLiteral("/api/public/v1/messages?conversationId=%27%20OR%201=1--"), "", 404);
        row("foreign contract", "GET", QStringLiteral("/api/public/v1/contracts/ct_101"), "", 404);
        row("foreign conversation", "GET", QStringLiteral("/api/public/v1/messages?conversationId=cv_101"),
            "", 404);
        row("live without upgrade", "GET", QStringLiteral("/api/trainer/v1/live"), "", 426);
        row("no such command", "POST", QStringLiteral("/control"), R"({"command":"rm"})", 400);
        row("no such fault", "POST", QStringLiteral("/control"), R"({"command":"fault","kind":"rm"})", 400);
    }

    void answersWithTheEnvelope()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const ApiAnswer answer = m_api->send(verb, path, body);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.json[QLatin1String("error")].toString().isEmpty());
        QVERIFY(!answer.json[QLatin1String("code")].toString().isEmpty());
        QCOMPARE(answer.json[QLatin1String("requestId")].toString().size(), 36);
        QVERIFY(answer.json[QLatin1String("details")].isObject());
    }

    void refusesTokensThatDoNotHold_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("none") << QString();
        QTest::newRow("word") << QStringLiteral("hello");
        QTest::newRow("right shape") << QStringLiteral("ot_pat_000000000000_") + QString(40, u'0');
        QTest::newRow("right id, wrong secret")
            << m_sandbox->trainerToken().section(u'_', 0, 2) + u'_' + QString(40, u'0');
        QTest::newRow("right secret, no id")
            << QStringLiteral("ot_pat__") + m_sandbox->trainerToken().section(u'_', 3);
        QTest::newRow("longer") << m_sandbox->trainerToken() + u'x';
        QTest::newRow("another part") << m_sandbox->trainerToken() + QStringLiteral("_x");
        QTest::newRow("very long") << QString(20'000, u'x');
    }

    void refusesTokensThatDoNotHold()
    {
        QFETCH(QString, token);
        m_api->useToken(token);
        const ApiAnswer answer = m_api->get(QStringLiteral("/api/trainer/v1/sync"));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.json[QLatin1String("code")].toString(), QStringLiteral("UNAUTHORIZED"));
    }

    void rawBytesGetAStatus_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
        QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\r\n\r\n", 9) << QByteArray("400");
        QTest::newRow("endless head")
            << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(80'000, 'x') << QByteArray("431");
        QTest::newRow("huge length") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999999\r\n\r\n")
                                     << QByteArray("413");
        QTest::newRow("smuggling") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                                                 "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                   << QByteArray("400");
        QTest::newRow("bad chunk") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                                   << QByteArray("400");
        QTest::newRow("chunks without end")
            << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + QByteArray("8000\r\n" + QByteArray(0x8000, 'x') + "\r\n").repeated(40)
            << QByteArray("413");
        QTest::newRow("upgrade elsewhere") << QByteArray(
            "GET /x HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\n\r\n") << QByteArray("404");
        QTest::newRow("upgrade without token") << QByteArray(
            "GET /api/trainer/v1/live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: "
            "Upgrade\r\n\r\n") << QByteArray("401");
    }

    void rawBytesGetAStatus()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        const QByteArray answer = exchange(bytes);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.left(100).constData());
        QVERIFY(answer.contains("\"requestId\""));
    }

    void halfAnUpgradeIsRefusedAfterTheToken()
    {
        // A request that the WebSocket handshake refuses ends its connection and nothing else.
        const QByteArray answer
            = exchange("GET /api/trainer/v1/live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                       "Connection: Upgrade\r\nSec-WebSocket-Protocol: opentrain.live.v1\r\n"
                       "Authorization: Bearer "
                + m_sandbox->trainerToken().toUtf8() + "\r\n\r\n");
        QVERIFY(answer != "the connection stayed open");
        QVERIFY(!answer.startsWith("HTTP/1.1 101"));
    }

    void requestsMayFollowEachOtherAtOnce()
    {
        const QByteArray request("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray chunked(
            "POST /nothing HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        const QByteArray last("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const QByteArray answer = exchange(request + chunked + request + last);
        QCOMPARE(answer.count("HTTP/1.1 404"), 4);
    }

    void aWebPageMayNotCommand()
    {
        const QByteArray body(R"({"command":"stats"})");
        const QByteArray answer
            = exchange("POST /control HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example\r\n"
                       "Connection: close\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(answer.startsWith("HTTP/1.1 403"));
    }

private:
    /// Sends the bytes on a connection of their own and gives everything that comes back until it closes.
    QByteArray exchange(const QByteArray& bytes) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_sandbox->url().port()));
        if (!socket.waitForConnected())
            return {};
        socket.write(bytes);
        if (!QTest::qWaitFor(
                [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000))
            return "the connection stayed open";
        return socket.readAll();
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::BadInputTest)
#include "bad_input_test.moc"
