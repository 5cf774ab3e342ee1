// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sign-in from the first question to the tokens: at the sandbox, whose pages a person goes through, and
// at servers that mean no good.
#include "sync/sign_in/browser_sign_in.h"
#include "tests/support/sandbox_person.h"
#include "tests/support/wait.h"
#include "tests/sync/sign_in/scripted_server.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace ot;
using namespace ot::sync;
using test::httpAnswer;
using test::jsonAnswer;
using test::ScriptedServer;
using test::WebPage;

namespace {

constexpr int kPatience = 30'000;

QString parameter(const QUrl& url, const char* name)
{
    return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

// An attempt and what became of it. The "browser" only remembers where it was sent.
struct Attempt {
    explicit Attempt(const QUrl& server, std::chrono::milliseconds limit = BrowserSignIn::kLimit)
        : signIn(
            [this](const QUrl& address) {
                opened.append(address);
                return true;
            },
            limit)
    {
        QObject::connect(&signIn, &BrowserSignIn::signedIn, &signIn, [this](const TokenSet& got) {
            tokens = got;
            ++ends;
        });
        QObject::connect(&signIn, &BrowserSignIn::failed, &signIn, [this](const Error& got) {
            error = got;
            ++ends;
        });
        signIn.start(server);
    }
    [[nodiscard]] QUrl address() const { return opened.value(0); }
    [[nodiscard]] QUrl redirect() const { return QUrl(parameter(address(), "redirect_uri")); }
    // The redirect address with this query.
    [[nodiscard]] QUrl answer(const QString& query) const
    {
        QUrl url = redirect();
        url.setQuery(query);
        return url;
    }
    [[nodiscard]] QString state() const { return parameter(address(), "state"); }

    QList<QUrl> opened;
    std::optional<TokenSet> tokens;
    std::optional<Error> error;
    int ends = 0;
    BrowserSignIn signIn;
};

} // namespace

#define WAIT_FOR_BROWSER(attempt) QTRY_COMPARE_WITH_TIMEOUT((attempt).opened.size(), 1, kPatience)
#define WAIT_FOR_END(attempt) QTRY_COMPARE_WITH_TIMEOUT((attempt).ends, 1, kPatience)

class BrowserSignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void signsIn();
    void asksForNoMoreThanItNeeds();
    void saysThatThePersonDenied();
    void passesOverAWrongState();
    void refusesTheAnswerOfAnotherServer_data();
    void refusesTheAnswerOfAnotherServer();
    void answersNothingButItsPath();
    void showsAPlainPage();
    void isCancelled();
    void isCancelledBeforeTheBrowserOpens();
    void endsAtItsLimit();
    void saysThatTheCodeIsTooOld();
    void saysWhatTheServerRefuses_data();
    void saysWhatTheServerRefuses();
    void twoAtOnceHaveTheirOwnPorts();
    void opensTheBrowserAgain();
    void refusesHostileMetadata_data();
    void refusesHostileMetadata();
    void followsTheMetadataWhereItIs();
    void refusesAHostileTokenAnswer_data();
    void refusesAHostileTokenAnswer();

private:
    [[nodiscard]] int statusWith(const QString& token) const
    {
        int status = 0;
        m_sandbox->request(
            "GET", QStringLiteral("/api/trainer/v1/capabilities"), token.toUtf8(), {}, &status);
        return status;
    }
    std::unique_ptr<test::SandboxProcess> m_sandbox;
    std::unique_ptr<test::SandboxPerson> m_person;
};

void BrowserSignInTest::initTestCase()
{
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
}

void BrowserSignInTest::init()
{
    m_person = std::make_unique<test::SandboxPerson>(*m_sandbox);
}

void BrowserSignInTest::signsIn()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    QSignalSpy returned(&attempt.signIn, &BrowserSignIn::returned);
    QCOMPARE(m_person->goThrough(attempt.address()).status, 200);
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.tokens);
    QCOMPARE(returned.size(), 1);
    QCOMPARE(statusWith(attempt.tokens->accessToken), 200);
    QVERIFY(attempt.tokens->canRenew());
    QCOMPARE(attempt.tokens->issuer, m_sandbox->url().toString());
    QCOMPARE(attempt.tokens->clientId, QStringLiteral("opentrain-desktop"));
    QVERIFY(attempt.tokens->scopes.contains(QStringLiteral("messages:write")));
    QVERIFY(attempt.tokens->expiresAt.milliseconds > 0);
}

void BrowserSignInTest::asksForNoMoreThanItNeeds()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const QUrl address = attempt.address();
    QCOMPARE(parameter(address, "response_type"), QStringLiteral("code"));
    QCOMPARE(parameter(address, "code_challenge_method"), QStringLiteral("S256"));
    QCOMPARE(parameter(address, "code_challenge").size(), 43);
    QCOMPARE(attempt.state().size(), 43);
    QCOMPARE(attempt.redirect().host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(parameter(address, "resource"), m_sandbox->url().toString());
    QVERIFY(!parameter(address, "scope").contains(QStringLiteral("offline_access"))); // it has no such scope
    QVERIFY(!address.toString().contains(QStringLiteral("verifier")));
    Attempt another(m_sandbox->url());
    WAIT_FOR_BROWSER(another);
    QVERIFY(another.state() != attempt.state());
    QVERIFY(parameter(another.address(), "code_challenge") != parameter(address, "code_challenge"));
}

void BrowserSignInTest::saysThatThePersonDenied()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const WebPage page = m_person->goThrough(attempt.address(), false);
    QVERIFY(page.body.contains(QStringLiteral("You are not signed in")));
    WAIT_FOR_END(attempt);
    QCOMPARE(attempt.error->code, ErrorCode::Rejected);
    QVERIFY(attempt.error->message.contains(QStringLiteral("cancelled")));
}

void BrowserSignInTest::passesOverAWrongState()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const QUrl right = m_person->answerFor(attempt.address());
    for (const QString& state : { QStringLiteral("wrong"), QString(), attempt.state() + QLatin1Char('x') }) {
        const WebPage page = m_person->browser().open(
            attempt.answer(QStringLiteral("code=stolen&error=access_denied&state=") + state));
        QCOMPARE(page.status, 400);
        QCOMPARE(attempt.ends, 0);
    }
    QCOMPARE(m_person->browser().open(right).status, 200);
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.tokens);
}

void BrowserSignInTest::refusesTheAnswerOfAnotherServer_data()
{
    QTest::addColumn<QString>("iss");
    QTest::newRow("another one") << QStringLiteral("&iss=https%3A%2F%2Fevil.example");
    QTest::newRow("almost the same") << QStringLiteral("&iss=%1%2F");
    QTest::newRow("nobody, where it says that it names itself") << QString();
}

void BrowserSignInTest::refusesTheAnswerOfAnotherServer()
{
    QFETCH(QString, iss);
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const QString code = parameter(m_person->answerFor(attempt.address()), "code");
    QVERIFY(!code.isEmpty());
    iss.replace(
        QStringLiteral("%1"), QString::fromLatin1(QUrl::toPercentEncoding(m_sandbox->url().toString())));
    m_person->browser().open(
        attempt.answer(QStringLiteral("code=%1&state=%2").arg(code, attempt.state()) + iss));
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.error);
    QCOMPARE(attempt.error->code, ErrorCode::NotTheServer);
}

void BrowserSignInTest::answersNothingButItsPath()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    QUrl favicon = attempt.redirect();
    favicon.setPath(QStringLiteral("/favicon.ico"));
    QCOMPARE(m_person->browser().open(favicon).status, 404);
    QUrl named = attempt.redirect();
    named.setHost(QStringLiteral("localhost"));
    named.setQuery(QStringLiteral("state=") + attempt.state());
    QCOMPARE(m_person->browser().open(named).status, 400);
    // A connection that says nothing, and one that never stops, hold nothing up.
    QTcpSocket silent;
    silent.connectToHost(QHostAddress::LocalHost, quint16(attempt.redirect().port()));
    QTcpSocket endless;
    endless.connectToHost(QHostAddress::LocalHost, quint16(attempt.redirect().port()));
    QVERIFY(endless.waitForConnected());
    endless.write("GET /callback?state=" + QByteArray(200'000, 'a'));
    QTRY_COMPARE_WITH_TIMEOUT(endless.state(), QAbstractSocket::UnconnectedState, kPatience);
    QCOMPARE(attempt.ends, 0);
    QCOMPARE(m_person->goThrough(attempt.address()).status, 200);
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.tokens);
}

void BrowserSignInTest::showsAPlainPage()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const WebPage page = m_person->goThrough(attempt.address());
    QVERIFY(page.body.contains(QStringLiteral("You can go back to OpenTrain")));
    QVERIFY(page.body.contains(QStringLiteral("<html lang=\"")));
    QVERIFY(!page.body.contains(QStringLiteral("<script")));
    QVERIFY(!page.body.contains(QStringLiteral("http"))); // nothing is loaded from anywhere
    QVERIFY(!page.body.contains(attempt.state()));
    QVERIFY(page.head.contains("referrer-policy: no-referrer\n"));
    QVERIFY(page.head.contains("cache-control: no-store\n"));
    QVERIFY(page.head.contains("content-security-policy: default-src 'none'"));
    WAIT_FOR_END(attempt);
    // It has closed.
    QCOMPARE(m_person->browser().open(attempt.redirect()).status, 0);
}

void BrowserSignInTest::isCancelled()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const QUrl late = m_person->answerFor(attempt.address());
    attempt.signIn.cancel();
    QCOMPARE(attempt.ends, 1);
    QCOMPARE(attempt.error->code, ErrorCode::Cancelled);
    QCOMPARE(m_person->browser().open(late).status, 0);
    QCOMPARE(attempt.ends, 1);
}

void BrowserSignInTest::isCancelledBeforeTheBrowserOpens()
{
    ScriptedServer server;
    server.publish();
    server.hold();
    Attempt attempt(QUrl(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), std::size_t(1), kPatience);
    attempt.signIn.cancel();
    server.release();
    QSignalSpy waiting(&attempt.signIn, &BrowserSignIn::waiting);
    // The answer that comes now leads nowhere; a question after it shows that it has come.
    QCOMPARE(m_person->browser().open(QUrl(server.url() + QStringLiteral("/after"))).status, 404);
    QCOMPARE(attempt.opened.size(), 0);
    QCOMPARE(waiting.size(), 0);
    QCOMPARE(attempt.error->code, ErrorCode::Cancelled);
}

void BrowserSignInTest::endsAtItsLimit()
{
    Attempt attempt(m_sandbox->url(), std::chrono::milliseconds(500));
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.error);
    QCOMPARE(attempt.error->code, ErrorCode::Timeout);
    QVERIFY(!attempt.error->message.isEmpty());
}

void BrowserSignInTest::saysThatTheCodeIsTooOld()
{
    Attempt attempt(m_sandbox->url());
    WAIT_FOR_BROWSER(attempt);
    const QUrl answer = m_person->answerFor(attempt.address());
    m_sandbox->control(R"({"command":"skewClock","seconds":61})");
    m_person->browser().open(answer);
    WAIT_FOR_END(attempt);
    m_sandbox->control(R"({"command":"skewClock","seconds":0})");
    QVERIFY(attempt.error);
    QCOMPARE(attempt.error->code, ErrorCode::Rejected);
    QVERIFY(attempt.error->detail.contains(QStringLiteral("invalid_grant")));
    QVERIFY(!attempt.error->detail.contains(parameter(answer, "code")));
}

void BrowserSignInTest::saysWhatTheServerRefuses_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("denied") << QStringLiteral("error=access_denied") << ErrorCode::Rejected;
    QTest::newRow("later") << QStringLiteral("error=temporarily_unavailable") << ErrorCode::ServerFault;
    QTest::newRow("unknown program") << QStringLiteral("error=unauthorized_client") << ErrorCode::Rejected;
    QTest::newRow("words of its own")
        << QStringLiteral("error=%3Cb%3E&error_description=Call%20555-0100") << ErrorCode::Rejected;
    QTest::newRow("nothing") << QString() << ErrorCode::Rejected;
}

void BrowserSignInTest::saysWhatTheServerRefuses()
{
    QFETCH(QString, error);
    ScriptedServer server;
    server.publish();
    Attempt attempt(QUrl(server.url()));
    WAIT_FOR_BROWSER(attempt);
    const WebPage page
        = m_person->browser().open(attempt.answer(error + QStringLiteral("&state=") + attempt.state()));
    QVERIFY(!page.body.contains(QStringLiteral("555")));
    QVERIFY(!page.body.contains(QStringLiteral("<b>")));
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.error);
    QTEST(attempt.error->code, "code");
    QVERIFY(!attempt.error->message.contains(QStringLiteral("555")));
    QCOMPARE(server.count("/token"), 0);
}

void BrowserSignInTest::twoAtOnceHaveTheirOwnPorts()
{
    Attempt first(m_sandbox->url());
    Attempt second(m_sandbox->url());
    WAIT_FOR_BROWSER(first);
    WAIT_FOR_BROWSER(second);
    QVERIFY(first.redirect().port() != second.redirect().port());
    // What belongs to one is nothing to the other.
    QUrl crossed = m_person->answerFor(first.address());
    crossed.setPort(second.redirect().port());
    QCOMPARE(m_person->browser().open(crossed).status, 400);
    QCOMPARE(first.ends + second.ends, 0);
    test::SandboxPerson(*m_sandbox).goThrough(second.address());
    WAIT_FOR_END(second);
    QVERIFY(second.tokens);
    QCOMPARE(first.ends, 0);
}

void BrowserSignInTest::opensTheBrowserAgain()
{
    bool works = false;
    QList<QUrl> opened;
    BrowserSignIn signIn([&](const QUrl& address) {
        opened.append(address);
        return works;
    });
    QSignalSpy waiting(&signIn, &BrowserSignIn::waiting);
    signIn.start(m_sandbox->url());
    QTRY_COMPARE_WITH_TIMEOUT(waiting.size(), 1, kPatience);
    QCOMPARE(waiting.at(0).at(0).toUrl(), opened.at(0));
    QCOMPARE(waiting.at(0).at(1).toBool(), false);
    works = true;
    signIn.openAgain();
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting.at(1).at(1).toBool(), true);
    QCOMPARE(opened.at(1), opened.at(0));
    signIn.cancel();
    signIn.openAgain();
    QCOMPARE(opened.size(), 2);
}

void BrowserSignInTest::refusesHostileMetadata_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray resource = "/.well-known/oauth-protected-resource";
    const QByteArray server = "/.well-known/oauth-authorization-server";
    const QByteArray redirect
        = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("another resource")
        << resource << jsonAnswer({ { QStringLiteral("resource"), QStringLiteral("http://127.0.0.1:1") } })
        << ErrorCode::Rejected;
    QTest::newRow("another issuer") << server
                                    << jsonAnswer({ { QStringLiteral("issuer"),
                                           QStringLiteral("http://127.0.0.1:1") } })
                                    << ErrorCode::Rejected;
    for (const QByteArray& path : { resource, server }) {
        const QByteArray name = path.mid(path.lastIndexOf('-') + 1) + ": ";
        QTest::newRow(name + "a redirect") << path << redirect << ErrorCode::NotTheServer;
        QTest::newRow(name + "HTML") << path << httpAnswer("200 OK", "<html>", "text/html")
                                     << ErrorCode::NotFound;
        QTest::newRow(name + "not there") << path << jsonAnswer({}, "404 Not Found") << ErrorCode::NotFound;
        QTest::newRow(name + "no JSON") << path << httpAnswer("200 OK", "{\"issuer\":") << ErrorCode::Decode;
        QTest::newRow(name + "a huge body")
            << path << httpAnswer("200 OK", "{\"issuer\":\"" + QByteArray(1'000'000, 'a') + "\"}")
            << ErrorCode::NotTheServer;
        QTest::newRow(name + "deep JSON")
            << path << httpAnswer("200 OK", "{\"a\":" + QByteArray(20'000, '[')) << ErrorCode::Decode;
        QTest::newRow(name + "a fault")
            << path << jsonAnswer({}, "500 Internal Server Error") << ErrorCode::ServerFault;
        QTest::newRow(name + "nothing") << path << QByteArray() << ErrorCode::Offline;
    }
}

void BrowserSignInTest::refusesHostileMetadata()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, answer);
    ScriptedServer server;
    server.publish();
    server.say(path, answer);
    Attempt attempt(QUrl(server.url()));
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.error);
    QTEST(attempt.error->code, "code");
    QVERIFY(!attempt.error->message.isEmpty());
    QCOMPARE(attempt.opened.size(), 0);
}

void BrowserSignInTest::followsTheMetadataWhereItIs()
{
    ScriptedServer server;
    server.publish();
    // The metadata of the extension alone, and an issuer with a path whose metadata stands where OpenID has
    // it.
    const QString issuer = server.url() + QStringLiteral("/tenant");
    const QString resource = server.url() + QStringLiteral("/api/trainer/v1");
    server.say("/.well-known/oauth-protected-resource", jsonAnswer({}, "404 Not Found"));
    server.say("/.well-known/oauth-protected-resource/api/trainer/v1",
        jsonAnswer({ { QStringLiteral("resource"), resource },
            { QStringLiteral("authorization_servers"), QJsonArray { issuer } },
            { QStringLiteral("scopes_supported"),
                QJsonArray { QStringLiteral("messages:read"), QStringLiteral("admin:all") } } }));
    server.say("/tenant/.well-known/openid-configuration",
        jsonAnswer({ { QStringLiteral("issuer"), issuer },
            { QStringLiteral("authorization_endpoint"),
                server.url() + QStringLiteral("/authorize?tenant=a%20b") },
            { QStringLiteral("token_endpoint"), server.url() + QStringLiteral("/token") },
            { QStringLiteral("scopes_supported"),
                QJsonArray { QStringLiteral("openid"), QStringLiteral("offline_access") } },
            { QStringLiteral("code_challenge_methods_supported"), QJsonArray { QStringLiteral("S256") } } }));
    Attempt attempt(QUrl(server.url()));
    WAIT_FOR_BROWSER(attempt);
    QCOMPARE(parameter(attempt.address(), "tenant"), QStringLiteral("a b"));
    QCOMPARE(parameter(attempt.address(), "resource"), resource);
    QCOMPARE(parameter(attempt.address(), "scope"), QStringLiteral("messages:read offline_access"));
    QCOMPARE(parameter(attempt.address(), "prompt"), QStringLiteral("consent"));
}

void BrowserSignInTest::refusesAHostileTokenAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no token") << jsonAnswer({ { QStringLiteral("token_type"), QStringLiteral("Bearer") } })
                              << ErrorCode::Decode;
    QTest::newRow("HTML") << httpAnswer("200 OK", "<html>", "text/html") << ErrorCode::Decode;
    QTest::newRow("a redirect") << QByteArray(
        "HTTP/1.1 307 Temporary\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")
                                << ErrorCode::NotTheServer;
    QTest::newRow("huge") << httpAnswer("200 OK", QByteArray(1'000'000, ' ')) << ErrorCode::NotTheServer;
    QTest::newRow("refused") << jsonAnswer({ { QStringLiteral("error"), QStringLiteral("invalid_grant") } },
        "400 Bad Request") << ErrorCode::Rejected;
    QTest::newRow("an error with words of its own")
        << jsonAnswer({ { QStringLiteral("error"), QStringLiteral("Call 555-0100") } }, "400 Bad Request")
        << ErrorCode::Rejected;
    QTest::newRow("busy") << jsonAnswer({}, "429 Too Many Requests") << ErrorCode::RateLimited;
}

void BrowserSignInTest::refusesAHostileTokenAnswer()
{
    QFETCH(QByteArray, answer);
    ScriptedServer server;
    server.publish();
    server.say("/token", answer);
    Attempt attempt(QUrl(server.url()));
    WAIT_FOR_BROWSER(attempt);
    m_person->browser().open(attempt.answer(QStringLiteral("code=c&state=") + attempt.state()));
    WAIT_FOR_END(attempt);
    QVERIFY(attempt.error);
    QTEST(attempt.error->code, "code");
    QVERIFY(!attempt.error->detail.contains(QStringLiteral("555")));
    QCOMPARE(server.count("/token"), 1);
    QVERIFY(server.requests().back().body.contains("code_verifier="));
}

QTEST_GUILESS_MAIN(BrowserSignInTest)
#include "browser_sign_in_test.moc"
