// SPDX-License-Identifier: GPL-3.0-or-later
//
// The client's sign-in at an authorization server that others wrote (authorization_server.mjs). Nothing of
// the client is told that it is another one than the sandbox.
#include "storage/when_done.h"
#include "sync/api_client.h"
#include "sync/sign_in/browser_sign_in.h"
#include "sync/sign_in/token_source.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"
#include "tests/support/web_browser.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace ot;
using namespace ot::sync;
using test::await;
using test::WebPage;

namespace {

constexpr int kPatience = 60'000;
const QString kWhoAmI = QStringLiteral("/api/trainer/v1/whoami");

} // namespace

class IndependentSignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void signsIn();
    void saysThatThePersonDenied();
    void renewsBeforeTheEnd();
    void renewsAfterARefusal();
    void endsWhenARefreshTokenComesTwice();
    void revokesAtSignOut();

private:
    // Begins a sign-in and gives the address that the browser is sent to.
    QUrl begin();
    // Through the server's own pages: a login, then what is allowed.
    WebPage goThrough(const QUrl& address);
    TokenSet signIn();
    TokenSource& useTokens(const TokenSet& tokens);
    [[nodiscard]] int statusWith(const QString& accessToken);

    std::unique_ptr<QProcess> m_server;
    QUrl m_url;
    std::unique_ptr<BrowserSignIn> m_signIn;
    std::optional<TokenSet> m_tokens;
    std::optional<Error> m_error;
    std::unique_ptr<test::WebBrowser> m_browser;
    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<TokenSource> m_source;
};

void IndependentSignInTest::initTestCase()
{
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server->start(
        QStringLiteral(OPENTRAIN_NODE), { QStringLiteral(OPENTRAIN_TOOLS "/authorization_server.mjs") });
    // The provider remarks on its own settings before and after; the line with the address is ours.
    while (m_url.isEmpty()) {
        QVERIFY2(m_server->canReadLine() || m_server->waitForReadyRead(kPatience),
            qPrintable(m_server->errorString()));
        m_url = QUrl(
            QJsonDocument::fromJson(m_server->readLine()).object().value(QLatin1String("url")).toString());
    }
}

void IndependentSignInTest::cleanupTestCase()
{
    m_signIn.reset();
    m_source.reset();
    m_server->closeWriteChannel();
    QVERIFY(m_server->waitForFinished(kPatience));
}

void IndependentSignInTest::init()
{
    m_source.reset();
    m_store = std::make_unique<test::TestVault>();
    m_browser = std::make_unique<test::WebBrowser>();
}

QUrl IndependentSignInTest::begin()
{
    QUrl address;
    m_tokens.reset();
    m_error.reset();
    m_signIn = std::make_unique<BrowserSignIn>([&address](const QUrl& opened) {
        address = opened;
        return true;
    });
    connect(m_signIn.get(), &BrowserSignIn::signedIn, this, [this](const TokenSet& got) { m_tokens = got; });
    connect(m_signIn.get(), &BrowserSignIn::failed, this, [this](const Error& got) { m_error = got; });
    m_signIn->start(m_url);
    if (!QTest::qWaitFor([&] { return !address.isEmpty() || m_error; }, kPatience) || m_error)
        qFatal("the sign-in did not begin: %s", m_error ? qPrintable(m_error->detail) : "nothing came");
    return address;
}

WebPage IndependentSignInTest::goThrough(const QUrl& address)
{
    const WebPage login = m_browser->open(address);
    const WebPage consent = m_browser->submit(login,
        { { QStringLiteral("login"), QStringLiteral("maria") },
            { QStringLiteral("password"), QStringLiteral("any") } });
    return m_browser->submit(consent, {});
}

TokenSet IndependentSignInTest::signIn()
{
    goThrough(begin());
    if (!QTest::qWaitFor([this] { return m_tokens || m_error; }, kPatience) || m_error)
        qFatal("the sign-in did not end well: %s", m_error ? qPrintable(m_error->detail) : "nothing came");
    return *m_tokens;
}

TokenSource& IndependentSignInTest::useTokens(const TokenSet& tokens)
{
    m_source = std::make_unique<TokenSource>(m_store->vault(), tokens);
    return *m_source;
}

int IndependentSignInTest::statusWith(const QString& accessToken)
{
    ApiClient api(m_url, accessToken);
    const Result<ApiAnswer> answer = await(api.get(kWhoAmI));
    return answer ? answer->status : 0;
}

void IndependentSignInTest::signsIn()
{
    const QUrl address = begin();
    QCOMPARE(address.path(), QStringLiteral("/id/auth"));
    const WebPage last = goThrough(address);
    QCOMPARE(last.status, 200);
    QVERIFY(last.body.contains(QStringLiteral("You can go back to OpenTrain")));
    QTRY_VERIFY_WITH_TIMEOUT(m_tokens || m_error, kPatience);
    QVERIFY2(m_tokens, m_error ? qPrintable(m_error->detail) : "");
    QCOMPARE(m_tokens->issuer, m_url.toString() + QStringLiteral("/id"));
    QCOMPARE(m_tokens->resource, m_url.toString());
    QVERIFY(m_tokens->canRenew());
    QVERIFY(m_tokens->scopes.contains(QStringLiteral("messages:write")));
    QVERIFY(m_tokens->expiresAt.milliseconds > 0);
    ApiClient api(m_url, m_tokens->accessToken);
    const Result<ApiAnswer> answer = await(api.get(kWhoAmI));
    OT_VERIFY_OK(answer);
    QCOMPARE(answer->body.value(QLatin1String("account")).toString(), QStringLiteral("maria"));
    QCOMPARE(answer->body.value(QLatin1String("client")).toString(), QStringLiteral("opentrain-desktop"));
    QCOMPARE(answer->body.value(QLatin1String("scope")).toString(),
        QStringLiteral("messages:read messages:write"));
}

void IndependentSignInTest::saysThatThePersonDenied()
{
    const WebPage login = m_browser->open(begin());
    static const QRegularExpression kAbort(QStringLiteral("href=\"([^\"]*/abort)\""));
    const QString abort = kAbort.match(login.body).captured(1);
    QVERIFY(!abort.isEmpty());
    const WebPage last = m_browser->open(login.url.resolved(QUrl(abort)));
    QVERIFY(last.body.contains(QStringLiteral("You are not signed in")));
    QTRY_VERIFY_WITH_TIMEOUT(m_error.has_value(), kPatience);
    QCOMPARE(m_error->code, ErrorCode::Rejected);
    QCOMPARE(m_error->detail, QStringLiteral("access_denied"));
}

void IndependentSignInTest::renewsBeforeTheEnd()
{
    TokenSet tokens = signIn();
    tokens.expiresAt = { 1 };
    const Result<QString> renewed = await(useTokens(tokens).token());
    OT_VERIFY_OK(renewed);
    QVERIFY(*renewed != tokens.accessToken);
    QVERIFY(m_source->tokens().refreshToken != tokens.refreshToken);
    QVERIFY(m_source->tokens().scopes.contains(QStringLiteral("messages:write")));
    QCOMPARE(statusWith(*renewed), 200);
}

void IndependentSignInTest::renewsAfterARefusal()
{
    const TokenSet tokens = signIn();
    ApiClient plain(m_url, tokens.accessToken);
    QCOMPARE(await(plain.post(QStringLiteral("/forget-token"), {}))->status, 200);
    QCOMPARE(statusWith(tokens.accessToken), 401);
    ApiClient api(m_url, useTokens(tokens));
    const Result<ApiAnswer> answer = await(api.get(kWhoAmI));
    OT_VERIFY_OK(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(
        *await(m_store->vault().read([](storage::ReadSnapshot& snapshot) { return loadTokens(snapshot); })),
        m_source->tokens());
}

void IndependentSignInTest::endsWhenARefreshTokenComesTwice()
{
    TokenSet tokens = signIn();
    tokens.expiresAt = { 1 };
    OT_VERIFY_OK(await(useTokens(tokens).token()));
    const TokenSet newer = m_source->tokens();
    const Result<QString> again = await(useTokens(tokens).token());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Unauthorized);
    QVERIFY(again.error().detail.contains(QStringLiteral("invalid_grant")));
    QCOMPARE(await(useTokens(newer).tokenInsteadOf(newer.accessToken)).error().code, ErrorCode::Unauthorized);
}

void IndependentSignInTest::revokesAtSignOut()
{
    const TokenSet tokens = signIn();
    QCOMPARE(statusWith(tokens.accessToken), 200);
    OT_VERIFY_OK(await(useTokens(tokens).signOut()));
    QTRY_VERIFY_WITH_TIMEOUT(m_source->isSettled(), kPatience);
    QCOMPARE(statusWith(tokens.accessToken), 401);
    QCOMPARE(
        await(useTokens(tokens).tokenInsteadOf(tokens.accessToken)).error().code, ErrorCode::Unauthorized);
}

QTEST_GUILESS_MAIN(IndependentSignInTest)
#include "independent_sign_in_test.moc"
