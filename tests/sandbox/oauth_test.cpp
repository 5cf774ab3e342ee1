// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/privacy_support.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using ot::test::ApiClient;
using ot::test::LiveClient;
using ot::test::outcomeOf;
using ot::test::PrivacyClient;
using ot::test::SandboxProcess;
using ot::test::textOf;

namespace {

const QString kClient = QStringLiteral("opentrain-desktop");
const QString kRedirect = QStringLiteral("http://127.0.0.1:49152/callback");
const QString kVerifier = QStringLiteral("a-verifier-that-is-long-enough-for-the-rfc-0123456789");
const QString kCapabilities = QStringLiteral("/api/trainer/v1/capabilities");

using Fields = std::vector<std::pair<QString, QString>>;

struct Page {
    int status = 0;
    QString body;
    QUrl location;
    QByteArray policy;
    QJsonObject json;
};

QByteArray encoded(const Fields& fields)
{
    QByteArray text;
    for (const auto& [name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(value);
    return text;
}

/// As a web browser: keeps cookies, sends forms, and lets the test look at each redirect.
class Browser {
public:
    explicit Browser(const QUrl& server)
        : m_server(server)
    {
    }

    Page get(const QString& pathAndQuery) { return finish(m_network.get(request(pathAndQuery))); }
    Page post(const QString& path, const Fields& fields)
    {
        QNetworkRequest form = request(path);
        form.setHeader(
            QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        return finish(m_network.post(form, encoded(fields)));
    }

private:
    QNetworkRequest request(const QString& pathAndQuery) const
    {
        QNetworkRequest request(QUrl(m_server.toString() + pathAndQuery));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        return request;
    }
    static Page finish(QNetworkReply* reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        Page page;
        page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        page.location = QUrl::fromEncoded(reply->rawHeader("Location"));
        page.policy = reply->rawHeader("Content-Security-Policy");
        const QByteArray body = reply->readAll();
        page.body = QString::fromUtf8(body);
        page.json = QJsonDocument::fromJson(body).object();
        reply->deleteLater();
        return page;
    }

    QUrl m_server;
    QNetworkAccessManager m_network;
};

QString challenge()
{
    return QString::fromLatin1(QCryptographicHash::hash(kVerifier.toLatin1(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Fields authorizationFields()
{
    return { { QStringLiteral("response_type"), QStringLiteral("code") },
        { QStringLiteral("client_id"), kClient }, { QStringLiteral("redirect_uri"), kRedirect },
        { QStringLiteral("state"), QStringLiteral("a state & more") },
        { QStringLiteral("code_challenge"), challenge() },
        { QStringLiteral("code_challenge_method"), QStringLiteral("S256") } };
}

Fields changed(Fields fields, const QString& name, const QString& value)
{
    for (auto& field : fields) {
        if (field.first == name) {
            field.second = value;
            return fields;
        }
    }
    fields.emplace_back(name, value);
    return fields;
}

QString authorizePath(const Fields& fields)
{
    return QStringLiteral("/oauth/authorize?") + QString::fromLatin1(encoded(fields));
}

QString requestId(const Page& page)
{
    static const QRegularExpression kField(QStringLiteral("name=\"request\" value=\"([^\"]+)\""));
    return kField.match(page.body).captured(1);
}

QString parameter(const QUrl& url, const QString& name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

class OAuthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_browser = std::make_unique<Browser>(m_sandbox->url());
    }
    void cleanup()
    {
        m_browser.reset();
        m_sandbox.reset();
    }

    void metadataLeadsFromA401ToEveryEndpoint();
    void signsInWithACodeAndItsVerifier();
    void refusesABrokenRequest_data();
    void refusesABrokenRequest();
    void aWrongPasswordIsSaidAndEndsAfterFive();
    void anotherBrowserCannotGoOn();
    void cancellingTellsTheApp();
    void pagesWorkWithoutSightAndWithoutScripts();
    void aCodeHoldsOnceAndItsReuseEndsTheGrant();
    void aWrongVerifierSpendsTheCode();
    void refreshTokensRotateAndReuseEndsTheGrant();
    void aRefreshMayNarrowButNotWidenTheScopes();
    void accessTokensEndAfterAnHour();
    void revokingEndsTheLiveChannel();
    void signInsAreListedAndEnded();
    void grantsAndPasswordsSurviveAKill();
    void refusesABrokenTokenRequest_data();
    void refusesABrokenTokenRequest();

private:
    /// Walks through the pages as the trainer; gives the redirect the app would get.
    QUrl signIn(
        const Fields& fields = authorizationFields(), const QString& decision = QStringLiteral("allow"))
    {
        const QString id = requestId(m_browser->get(authorizePath(fields)));
        const Page signedIn = m_browser->post(QStringLiteral("/oauth/sign-in"),
            { { QStringLiteral("request"), id }, { QStringLiteral("email"), credential("email") },
                { QStringLiteral("password"), credential("password") } });
        if (signedIn.status != 303)
            return {};
        if (m_browser->get(signedIn.location.toString()).status != 200)
            return {};
        return m_browser
            ->post(QStringLiteral("/oauth/consent"),
                { { QStringLiteral("request"), id }, { QStringLiteral("decision"), decision } })
            .location;
    }
    QString credential(const char* name) const
    {
        QFile file(m_sandbox->dataDirectory() + QStringLiteral("/sign-in.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the sandbox left no sign-in.json");
        return QJsonDocument::fromJson(file.readAll())
            .object()
            .value(QLatin1String("trainer"))
            .toObject()
            .value(QLatin1String(name))
            .toString();
    }
    static Fields codeFields(const QString& code)
    {
        return { { QStringLiteral("grant_type"), QStringLiteral("authorization_code") },
            { QStringLiteral("client_id"), kClient }, { QStringLiteral("code"), code },
            { QStringLiteral("redirect_uri"), kRedirect }, { QStringLiteral("code_verifier"), kVerifier } };
    }
    Page exchange(const QString& code) { return token(codeFields(code)); }
    Page refresh(const QString& refreshToken, const QString& scope = {})
    {
        return token({ { QStringLiteral("grant_type"), QStringLiteral("refresh_token") },
            { QStringLiteral("client_id"), kClient }, { QStringLiteral("refresh_token"), refreshToken },
            { QStringLiteral("scope"), scope } });
    }
    Page token(const Fields& fields) { return m_browser->post(QStringLiteral("/oauth/token"), fields); }
    QJsonObject tokens() { return exchange(parameter(signIn(), QStringLiteral("code"))).json; }
    int statusWith(const QString& accessToken) const
    {
        ApiClient api(*m_sandbox);
        api.useToken(accessToken);
        return api.get(kCapabilities).status;
    }
    int statusWith(const QJsonObject& tokens) const
    {
        return statusWith(tokens.value(QLatin1String("access_token")).toString());
    }
    static QString refreshOf(const QJsonObject& tokens)
    {
        return tokens.value(QLatin1String("refresh_token")).toString();
    }
    static QString errorOf(const Page& page) { return page.json.value(QLatin1String("error")).toString(); }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Browser> m_browser;
};

void OAuthTest::metadataLeadsFromA401ToEveryEndpoint()
{
    const QString server = m_sandbox->url().toString();
    const Page resource
        = m_browser->get(QStringLiteral("/.well-known/oauth-protected-resource/api/trainer/v1"));
    QCOMPARE(resource.status, 200);
    QCOMPARE(resource.json.value(QLatin1String("resource")).toString(),
        server + QStringLiteral("/api/trainer/v1"));
    QCOMPARE(resource.json.value(QLatin1String("authorization_servers")).toArray(), QJsonArray { server });
    const Page metadata = m_browser->get(QStringLiteral("/.well-known/oauth-authorization-server"));
    QCOMPARE(metadata.status, 200);
    QCOMPARE(metadata.json.value(QLatin1String("issuer")).toString(), server);
    QCOMPARE(metadata.json.value(QLatin1String("code_challenge_methods_supported")).toArray(),
        QJsonArray { QStringLiteral("S256") });
    for (const char* endpoint : { "authorization_endpoint", "token_endpoint", "revocation_endpoint" })
        QVERIFY(metadata.json.value(QLatin1String(endpoint))
                    .toString()
                    .startsWith(server + QLatin1String("/oauth/")));
    QCOMPARE(m_browser->get(QStringLiteral("/.well-known/oauth-protected-resource/elsewhere")).status, 404);
}

void OAuthTest::signsInWithACodeAndItsVerifier()
{
    const QUrl answer = signIn();
    QVERIFY(answer.toString().startsWith(kRedirect + QLatin1Char('?')));
    QCOMPARE(parameter(answer, QStringLiteral("state")), QStringLiteral("a state & more"));
    QCOMPARE(parameter(answer, QStringLiteral("iss")), m_sandbox->url().toString());
    const QJsonObject tokens = exchange(parameter(answer, QStringLiteral("code"))).json;
    QCOMPARE(tokens.value(QLatin1String("token_type")).toString(), QStringLiteral("Bearer"));
    QCOMPARE(tokens.value(QLatin1String("expires_in")).toInt(), 3600);
    QCOMPARE(statusWith(tokens), 200);
}

void OAuthTest::refusesABrokenRequest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error"); // empty: only the person is told, by a page
    const QString redirect = QStringLiteral("redirect_uri");
    QTest::newRow("unknown client") << QStringLiteral("client_id") << QStringLiteral("somebody") << QString();
    QTest::newRow("foreign redirect")
        << redirect << QStringLiteral("https://evil.example/callback") << QString();
    QTest::newRow("redirect by user info")
        << redirect << QStringLiteral("http://127.0.0.1@evil.example/callback") << QString();
    QTest::newRow("redirect to a lookalike")
        << redirect << QStringLiteral("http://127.0.0.1.evil.example/callback") << QString();
    QTest::newRow("redirect to another path")
        << redirect << QStringLiteral("http://127.0.0.1:1/elsewhere") << QString();
    QTest::newRow("redirect with a query")
        << redirect << QStringLiteral("http://127.0.0.1:1/callback?x=1") << QString();
    QTest::newRow("redirect to a script") << redirect << QStringLiteral("javascript:alert(1)") << QString();
    QTest::newRow("no redirect") << redirect << QString() << QString();
    QTest::newRow("implicit flow") << QStringLiteral("response_type") << QStringLiteral("token")
                                   << QStringLiteral("unsupported_response_type");
    QTest::newRow("no response type")
        << QStringLiteral("response_type") << QString() << QStringLiteral("invalid_request");
    QTest::newRow("plain challenge") << QStringLiteral("code_challenge_method") << QStringLiteral("plain")
                                     << QStringLiteral("invalid_request");
    QTest::newRow("no challenge") << QStringLiteral("code_challenge") << QString()
                                  << QStringLiteral("invalid_request");
    QTest::newRow("unknown scope") << QStringLiteral("scope") << QStringLiteral("messages:read everything")
                                   << QStringLiteral("invalid_scope");
    QTest::newRow("resource elsewhere")
        << QStringLiteral("resource") << QStringLiteral("https://evil.example/")
        << QStringLiteral("invalid_target");
}

void OAuthTest::refusesABrokenRequest()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, error);
    const Page page = m_browser->get(authorizePath(changed(authorizationFields(), name, value)));
    if (error.isEmpty()) {
        QCOMPARE(page.status, 400);
        QVERIFY(page.location.isEmpty());
        return;
    }
    QCOMPARE(page.status, 303);
    QCOMPARE(parameter(page.location, QStringLiteral("error")), error);
    QCOMPARE(parameter(page.location, QStringLiteral("state")), QStringLiteral("a state & more"));
}

void OAuthTest::aWrongPasswordIsSaidAndEndsAfterFive()
{
    const QString id = requestId(m_browser->get(authorizePath(authorizationFields())));
    const Fields wrong { { QStringLiteral("request"), id },
        { QStringLiteral("email"), QStringLiteral("\"><script>@example.test") },
        { QStringLiteral("password"), QStringLiteral("guess") } };
    for (int attempt = 1; attempt <= 4; ++attempt) {
        const Page page = m_browser->post(QStringLiteral("/oauth/sign-in"), wrong);
        QCOMPARE(page.status, 403);
        QVERIFY(page.body.contains(QLatin1String("role=\"alert\"")));
        QVERIFY(!page.body.contains(QLatin1String("<script>")));
    }
    QVERIFY(requestId(m_browser->post(QStringLiteral("/oauth/sign-in"), wrong)).isEmpty());
    Fields right = changed(wrong, QStringLiteral("email"), credential("email"));
    right = changed(right, QStringLiteral("password"), credential("password"));
    QCOMPARE(m_browser->post(QStringLiteral("/oauth/sign-in"), right).status, 400);
}

void OAuthTest::anotherBrowserCannotGoOn()
{
    const QString id = requestId(m_browser->get(authorizePath(authorizationFields())));
    const Fields right { { QStringLiteral("request"), id }, { QStringLiteral("email"), credential("email") },
        { QStringLiteral("password"), credential("password") } };
    Browser other(m_sandbox->url());
    QCOMPARE(other.post(QStringLiteral("/oauth/sign-in"), right).status, 400);
    QCOMPARE(m_browser->post(QStringLiteral("/oauth/sign-in"), right).status, 303);
    const Fields allow { { QStringLiteral("request"), id },
        { QStringLiteral("decision"), QStringLiteral("allow") } };
    QCOMPARE(other.post(QStringLiteral("/oauth/consent"), allow).status, 400);
}

void OAuthTest::cancellingTellsTheApp()
{
    const QUrl answer = signIn(authorizationFields(), QStringLiteral("deny"));
    QCOMPARE(parameter(answer, QStringLiteral("error")), QStringLiteral("access_denied"));
    QVERIFY(parameter(answer, QStringLiteral("code")).isEmpty());
}

void OAuthTest::pagesWorkWithoutSightAndWithoutScripts()
{
    const Page first = m_browser->get(authorizePath(authorizationFields()));
    const QString id = requestId(first);
    const Page wrong = m_browser->post(QStringLiteral("/oauth/sign-in"),
        { { QStringLiteral("request"), id }, { QStringLiteral("email"), QStringLiteral("x@example.test") },
            { QStringLiteral("password"), QStringLiteral("x") } });
    m_browser->post(QStringLiteral("/oauth/sign-in"),
        { { QStringLiteral("request"), id }, { QStringLiteral("email"), credential("email") },
            { QStringLiteral("password"), credential("password") } });
    const Page consent = m_browser->get(QStringLiteral("/oauth/consent?request=") + id);
    for (const Page& page : { first, wrong, consent }) {
        QVERIFY(page.body.contains(QLatin1String("<html lang=\"en\">")));
        QVERIFY(page.body.contains(QRegularExpression(QStringLiteral("<title>[^<]+</title>"))));
        QCOMPARE(page.body.count(QLatin1String("<h1>")), 1);
        QVERIFY(!page.body.contains(QLatin1String("<script")));
        QVERIFY(page.policy.startsWith("default-src 'none'"));
        static const QRegularExpression kInput(QStringLiteral("<input id=\"([a-z]+)\""));
        for (auto match = kInput.globalMatch(page.body); match.hasNext();)
            QVERIFY(page.body.contains(QStringLiteral("<label for=\"%1\">").arg(match.next().captured(1))));
    }
    QVERIFY(wrong.body.contains(QLatin1String("aria-describedby=\"problem\"")));
    QVERIFY(consent.body.contains(QLatin1String("Write messages for you")));
    QVERIFY(consent.policy.contains("form-action 'self' http://127.0.0.1:49152"));
}

void OAuthTest::aCodeHoldsOnceAndItsReuseEndsTheGrant()
{
    const QString code = parameter(signIn(), QStringLiteral("code"));
    const QJsonObject tokens = exchange(code).json;
    QCOMPARE(statusWith(tokens), 200);
    QCOMPARE(errorOf(exchange(code)), QStringLiteral("invalid_grant"));
    QCOMPARE(statusWith(tokens), 401);
    QCOMPARE(errorOf(refresh(refreshOf(tokens))), QStringLiteral("invalid_grant"));
}

void OAuthTest::aWrongVerifierSpendsTheCode()
{
    const QString code = parameter(signIn(), QStringLiteral("code"));
    const Fields wrong
        = changed(codeFields(code), QStringLiteral("code_verifier"), QString(50, QLatin1Char('x')));
    QCOMPARE(errorOf(token(wrong)), QStringLiteral("invalid_grant"));
    QCOMPARE(errorOf(exchange(code)), QStringLiteral("invalid_grant"));
}

void OAuthTest::refreshTokensRotateAndReuseEndsTheGrant()
{
    const QJsonObject first = tokens();
    const QJsonObject second = refresh(refreshOf(first)).json;
    QCOMPARE(statusWith(second), 200);
    QVERIFY(refreshOf(second) != refreshOf(first));
    QCOMPARE(errorOf(refresh(refreshOf(first))), QStringLiteral("invalid_grant"));
    QCOMPARE(statusWith(second), 401);
    QCOMPARE(errorOf(refresh(refreshOf(second))), QStringLiteral("invalid_grant"));
}

void OAuthTest::aRefreshMayNarrowButNotWidenTheScopes()
{
    const QUrl answer = signIn(changed(
        authorizationFields(), QStringLiteral("scope"), QStringLiteral("messages:read proposals:read")));
    const QJsonObject first = exchange(parameter(answer, QStringLiteral("code"))).json;
    QCOMPARE(first.value(QLatin1String("scope")).toString(), QStringLiteral("messages:read proposals:read"));
    QCOMPARE(errorOf(refresh(refreshOf(first), QStringLiteral("messages:write"))),
        QStringLiteral("invalid_scope"));
    const Page narrowed = refresh(refreshOf(first), QStringLiteral("messages:read"));
    QCOMPARE(narrowed.status, 200);
    QCOMPARE(narrowed.json.value(QLatin1String("scope")).toString(), QStringLiteral("messages:read"));
    ApiClient api(*m_sandbox);
    api.useToken(narrowed.json.value(QLatin1String("access_token")).toString());
    const QJsonObject result
        = api.say(ot::test::mutationId(1), QStringLiteral("cv_any"), QStringLiteral("Hello"));
    QCOMPARE(result.value(QLatin1String("code")).toString(), QStringLiteral("FORBIDDEN"));
}

void OAuthTest::accessTokensEndAfterAnHour()
{
    const QJsonObject first = tokens();
    QCOMPARE(statusWith(first), 200);
    m_sandbox->control(R"({"command":"skewClock","seconds":3601})");
    QCOMPARE(statusWith(first), 401);
    QCOMPARE(statusWith(refresh(refreshOf(first)).json), 200);
}

void OAuthTest::revokingEndsTheLiveChannel()
{
    const QJsonObject held = tokens();
    LiveClient live;
    live.open(m_sandbox->url(), held.value(QLatin1String("access_token")).toString());
    QVERIFY(live.waitForFrames(1));
    QCOMPARE(
        m_browser->post(QStringLiteral("/oauth/revoke"), { { QStringLiteral("token"), refreshOf(held) } })
            .status,
        200);
    QVERIFY(live.waitForClose());
    QCOMPARE(live.closeCode(), 4401);
    QCOMPARE(statusWith(held), 401);
    // A second time, and with nonsense, it is as good as done.
    QCOMPARE(
        m_browser->post(QStringLiteral("/oauth/revoke"), { { QStringLiteral("token"), refreshOf(held) } })
            .status,
        200);
    QCOMPARE(
        m_browser->post(QStringLiteral("/oauth/revoke"), { { QStringLiteral("token"), QStringLiteral("?") } })
            .status,
        200);
}

void OAuthTest::signInsAreListedAndEnded()
{
    const QString kind = QStringLiteral("SecurityEvent");
    const auto eventOf = [&kind](const PrivacyClient& api, const char* name) {
        QJsonObject latest;
        for (const QJsonObject& event : api.records(kind)) {
            // Those of the seed have no session, but for the account's own token.
            if (textOf(event, "kind") == QLatin1String(name)
                && textOf(event, "id").startsWith(QLatin1String("se_x"))
                && textOf(event, "occurredAt") > textOf(latest, "occurredAt"))
                latest = event;
        }
        return latest;
    };
    PrivacyClient paste(*m_sandbox, m_sandbox->trainerToken());
    const QString id = requestId(m_browser->get(authorizePath(authorizationFields())));
    m_browser->post(QStringLiteral("/oauth/sign-in"),
        { { QStringLiteral("request"), id }, { QStringLiteral("email"), credential("email") },
            { QStringLiteral("password"), QStringLiteral("guess") } });
    QVERIFY(eventOf(paste, "SIGN_IN_FAILED")[QLatin1String("sessionId")].isNull());
    QVERIFY(!eventOf(paste, "SIGN_IN_FAILED").isEmpty());

    const QJsonObject first = tokens();
    const QJsonObject second = refresh(refreshOf(first)).json;
    for (const QJsonObject& held : { first, second }) {
        const PrivacyClient app(*m_sandbox, held.value(QLatin1String("access_token")).toString());
        const QJsonObject event = eventOf(app, "SIGN_IN");
        QCOMPARE(event.value(QLatin1String("sessionActive")).toBool(), true);
        QCOMPARE(event.value(QLatin1String("isThisSession")).toBool(), true);
    }
    const QJsonObject event = eventOf(paste, "SIGN_IN");
    QCOMPARE(event.value(QLatin1String("isThisSession")).toBool(true), false);
    QCOMPARE(outcomeOf(paste.mutate(kind, QStringLiteral("endSession"), textOf(event, "id"), {})),
        QStringLiteral("applied"));
    QCOMPARE(statusWith(first), 401);
    QCOMPARE(statusWith(second), 401);
    QCOMPARE(errorOf(refresh(refreshOf(second))), QStringLiteral("invalid_grant"));
    QCOMPARE(textOf(eventOf(paste, "SESSION_ENDED"), "sessionId"), textOf(event, "sessionId"));

    const QJsonObject third = tokens();
    m_browser->post(QStringLiteral("/oauth/revoke"), { { QStringLiteral("token"), refreshOf(third) } });
    const QJsonObject over = eventOf(paste, "SIGN_IN");
    QCOMPARE(over.value(QLatin1String("sessionActive")).toBool(true), false);
    QCOMPARE(textOf(eventOf(paste, "SIGN_OUT"), "sessionId"), textOf(over, "sessionId"));
}

void OAuthTest::grantsAndPasswordsSurviveAKill()
{
    const QJsonObject held = tokens();
    const QString password = credential("password");
    m_sandbox->kill();
    m_sandbox->restart();
    QCOMPARE(credential("password"), password);
    QCOMPARE(statusWith(held), 200);
    QCOMPARE(refresh(refreshOf(held)).status, 200);
}

void OAuthTest::refusesABrokenTokenRequest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
    QTest::newRow("password grant") << QStringLiteral("grant_type") << QStringLiteral("password")
                                    << QStringLiteral("unsupported_grant_type");
    QTest::newRow("unknown client") << QStringLiteral("client_id") << QStringLiteral("somebody")
                                    << QStringLiteral("invalid_client");
    QTest::newRow("unknown code") << QStringLiteral("code") << QStringLiteral("ot_oac_unknown")
                                  << QStringLiteral("invalid_grant");
    QTest::newRow("short verifier") << QStringLiteral("code_verifier") << QStringLiteral("short")
                                    << QStringLiteral("invalid_request");
    QTest::newRow("resource elsewhere")
        << QStringLiteral("resource") << QStringLiteral("https://evil.example/")
        << QStringLiteral("invalid_target");
    QTest::newRow("other redirect") << QStringLiteral("redirect_uri")
                                    << QStringLiteral("http://127.0.0.1:2/callback")
                                    << QStringLiteral("invalid_grant");
}

void OAuthTest::refusesABrokenTokenRequest()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, error);
    const QString code = parameter(signIn(), QStringLiteral("code"));
    const Page page = token(changed(codeFields(code), name, value));
    QCOMPARE(errorOf(page), error);
    QCOMPARE(page.status, error == QLatin1String("invalid_client") ? 401 : 400);
    Fields twice = codeFields(code);
    twice.emplace_back(QStringLiteral("code"), code);
    QCOMPARE(errorOf(token(twice)), QStringLiteral("invalid_request"));
}

QTEST_GUILESS_MAIN(OAuthTest)
#include "oauth_test.moc"
