// SPDX-License-Identifier: GPL-3.0-or-later
//
// What comes in from outside during a sign-in, without any socket: metadata, the browser's request, tokens.
#include "sync/http_exchange.h"
#include "sync/sign_in/metadata.h"
#include "sync/sign_in/redirect_request.h"
#include "sync/sign_in/secrets.h"
#include "sync/sign_in/token_answer.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace ot;
using namespace ot::sync;
using Kind = RedirectRequest::Kind;

namespace {

const QString kIssuer = QStringLiteral("https://id.example.test/tenant");
const QString kResource = QStringLiteral("https://app.example.test");

QJsonObject serverDocument()
{
    return { { QStringLiteral("issuer"), kIssuer },
        { QStringLiteral("authorization_endpoint"),
            QStringLiteral("https://id.example.test/authorize?tenant=1") },
        { QStringLiteral("token_endpoint"), QStringLiteral("https://id.example.test/token") },
        { QStringLiteral("revocation_endpoint"), QStringLiteral("https://id.example.test/revoke") },
        { QStringLiteral("code_challenge_methods_supported"),
            QJsonArray { QStringLiteral("plain"), QStringLiteral("S256") } },
        { QStringLiteral("authorization_response_iss_parameter_supported"), true } };
}

QByteArray request(const QByteArray& line, const QByteArray& headers = "Host: 127.0.0.1:4000\r\n")
{
    return line + "\r\n" + headers + "\r\n";
}

RedirectRequest read(const QByteArray& received)
{
    return readRedirectRequest(received, "127.0.0.1:4000", "/callback");
}

HttpAnswer answered(const QJsonObject& body)
{
    return { 200, QJsonDocument(body).toJson(), true, true, {}, {} };
}

} // namespace

class SignInDocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheAddressesOfMetadata_data();
    void findsTheAddressesOfMetadata();
    void readsAServer();
    void refusesAServer_data();
    void refusesAServer();
    void refusesAResource_data();
    void refusesAResource();
    void readsABrowsersRequest_data();
    void readsABrowsersRequest();
    void decodesTheParameters();
    void boundsARequest();
    void readsTokens();
    void keepsWhatATokenAnswerLeavesOut();
    void refusesTokens_data();
    void refusesTokens();
    void makesSecretsThatDiffer();
};

void SignInDocumentsTest::findsTheAddressesOfMetadata_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QStringList>("addresses");
    const QString host = QStringLiteral("https://id.example.test");
    const QString oauth = host + QStringLiteral("/.well-known/oauth-authorization-server");
    const QString openId = host + QStringLiteral("/.well-known/openid-configuration");
    QTest::newRow("a host") << host << QStringList { oauth, openId };
    QTest::newRow("a host with a slash") << host + QLatin1Char('/') << QStringList { oauth, openId };
    QTest::newRow("a path") << kIssuer
                            << QStringList { oauth + QStringLiteral("/tenant"),
                                   openId + QStringLiteral("/tenant"),
                                   kIssuer + QStringLiteral("/.well-known/openid-configuration") };
    QTest::newRow("a port on this computer")
        << QStringLiteral("http://127.0.0.1:81")
        << QStringList { QStringLiteral("http://127.0.0.1:81/.well-known/oauth-authorization-server"),
               QStringLiteral("http://127.0.0.1:81/.well-known/openid-configuration") };
    QTest::newRow("http elsewhere") << QStringLiteral("http://id.example.test") << QStringList();
    QTest::newRow("a query") << host + QStringLiteral("/?a=b") << QStringList();
    QTest::newRow("a fragment") << host + QStringLiteral("/#a") << QStringList();
    QTest::newRow("a name before the host") << QStringLiteral("https://a@id.example.test") << QStringList();
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("too long") << host + QString(5000, QLatin1Char('/')) << QStringList();
}

void SignInDocumentsTest::findsTheAddressesOfMetadata()
{
    QFETCH(QString, issuer);
    QStringList found;
    const auto addresses = serverMetadataAddresses(issuer);
    for (const QUrl& address : addresses)
        found.append(address.toString(QUrl::FullyEncoded));
    QTEST(found, "addresses");
}

void SignInDocumentsTest::readsAServer()
{
    const Result<AuthorizationServer> server = readServerMetadata(serverDocument(), kIssuer);
    OT_VERIFY_OK(server);
    QCOMPARE(server->issuer, kIssuer);
    QCOMPARE(
        server->authorizationEndpoint, QUrl(QStringLiteral("https://id.example.test/authorize?tenant=1")));
    QCOMPARE(server->revocationEndpoint, QUrl(QStringLiteral("https://id.example.test/revoke")));
    QVERIFY(server->namesItself);
    QVERIFY(!server->offersOfflineAccess);
    QJsonObject least = serverDocument();
    least.remove(QStringLiteral("revocation_endpoint"));
    least.remove(QStringLiteral("authorization_response_iss_parameter_supported"));
    const Result<AuthorizationServer> bare = readServerMetadata(least, kIssuer);
    OT_VERIFY_OK(bare);
    QVERIFY(bare->revocationEndpoint.isEmpty());
    QVERIFY(!bare->namesItself);
}

void SignInDocumentsTest::refusesAServer_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* member, const QJsonValue& value) {
        QTest::newRow(name) << QString::fromLatin1(member) << value;
    };
    const QJsonArray plain { QStringLiteral("plain") };
    row("another issuer", "issuer", QStringLiteral("https://evil.example.test/tenant"));
    row("the issuer with a slash", "issuer", QString(kIssuer + QLatin1Char('/')));
    row("the issuer in capitals", "issuer", kIssuer.toUpper());
    row("no issuer", "issuer", QJsonValue());
    row("http", "token_endpoint", QStringLiteral("http://id.example.test/token"));
    row("a script", "authorization_endpoint", QStringLiteral("javascript:alert(1)"));
    row("a file", "authorization_endpoint", QStringLiteral("file:///bin/sh"));
    row("a fragment", "authorization_endpoint", QStringLiteral("https://id.example.test/#x"));
    row("a name before the host", "token_endpoint", QStringLiteral("https://a:b@id.example.test/token"));
    row("this computer, from elsewhere", "token_endpoint", QStringLiteral("http://127.0.0.1:9/token"));
    row("https on this computer, from elsewhere", "token_endpoint",
        QStringLiteral("https://localhost/token"));
    row("no token endpoint", "token_endpoint", QJsonValue());
    row("a number", "token_endpoint", 7);
    row("a bad revocation endpoint", "revocation_endpoint", QStringLiteral("http://id.example.test/"));
    row("no S256", "code_challenge_methods_supported", plain);
    row("S256 not said", "code_challenge_methods_supported", QJsonValue());
    row("no code", "response_types_supported", QJsonArray { QStringLiteral("token") });
    row("no code grant", "grant_types_supported", QJsonArray { QStringLiteral("password") });
}

void SignInDocumentsTest::refusesAServer()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject document = serverDocument();
    if (value.isNull())
        document.remove(member);
    else
        document.insert(member, value);
    const Result<AuthorizationServer> server = readServerMetadata(document, kIssuer);
    QVERIFY(!server);
    QCOMPARE(server.error().code, ErrorCode::Rejected);
    QVERIFY(!server.error().message.isEmpty());
}

void SignInDocumentsTest::refusesAResource_data()
{
    QTest::addColumn<QJsonObject>("document");
    QTest::addColumn<bool>("isFine");
    QTest::addColumn<ErrorCode>("code");
    const auto document = [](const QString& resource, const QJsonArray& servers) {
        return QJsonObject { { QStringLiteral("resource"), resource },
            { QStringLiteral("authorization_servers"), servers } };
    };
    QTest::newRow("as it should be") << document(kResource, { kIssuer }) << true << ErrorCode::Internal;
    QTest::newRow("with the slash of an empty path")
        << document(kResource + QLatin1Char('/'), { kIssuer }) << true << ErrorCode::Internal;
    QTest::newRow("another resource")
        << document(QStringLiteral("https://evil.example.test"), { kIssuer }) << false << ErrorCode::Rejected;
    QTest::newRow("nobody") << document(kResource, {}) << false << ErrorCode::NotFound;
    QTest::newRow("http") << document(kResource, { QStringLiteral("http://id.example.test") }) << false
                          << ErrorCode::Rejected;
    QTest::newRow("this computer, from elsewhere")
        << document(kResource, { QStringLiteral("http://127.0.0.1:8080") }) << false << ErrorCode::Rejected;
    QTest::newRow("no text") << document(kResource, { 7 }) << false << ErrorCode::Rejected;
}

void SignInDocumentsTest::refusesAResource()
{
    QFETCH(QJsonObject, document);
    QFETCH(bool, isFine);
    const Result<ProtectedResource> resource = readResourceMetadata(document, kResource);
    QCOMPARE(resource.ok(), isFine);
    if (isFine)
        QCOMPARE(resource->issuer, kIssuer);
    else
        QTEST(resource.error().code, "code");
}

void SignInDocumentsTest::readsABrowsersRequest_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char* name, const QByteArray& received, Kind kind) {
        QTest::newRow(name) << received << kind;
    };
    const QByteArray host = "Host: 127.0.0.1:4000\r\n";
    row("an answer", request("GET /callback?code=1&state=2 HTTP/1.1"), Kind::Answer);
    row("without parameters", request("GET /callback HTTP/1.1"), Kind::Answer);
    row("not yet whole", "GET /callback?code=1 HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n", Kind::Incomplete);
    row("nothing", "", Kind::Incomplete);
    row("a favicon", request("GET /favicon.ico HTTP/1.1"), Kind::ElsewherePath);
    row("a longer path", request("GET /callback/ HTTP/1.1"), Kind::ElsewherePath);
    row("an escaped path", request("GET /%63allback HTTP/1.1"), Kind::ElsewherePath);
    row("a form", request("POST /callback HTTP/1.1"), Kind::WrongMethod);
    row("a question", request("OPTIONS /callback HTTP/1.1"), Kind::WrongMethod);
    row("another name", request("GET /callback?code=1 HTTP/1.1", "Host: evil.example:4000\r\n"),
        Kind::Malformed);
    row("another port", request("GET /callback?code=1 HTTP/1.1", "Host: 127.0.0.1:80\r\n"), Kind::Malformed);
    row("no name", request("GET /callback?code=1 HTTP/1.1", ""), Kind::Malformed);
    row("two names", request("GET /callback?code=1 HTTP/1.1", host + host), Kind::Malformed);
    row("a whole address", request("GET http://127.0.0.1:4000/callback HTTP/1.1"), Kind::Malformed);
    row("a parameter twice", request("GET /callback?code=1&code=2 HTTP/1.1"), Kind::Malformed);
    row("twice, once escaped", request("GET /callback?code=1&c%6Fde=2 HTTP/1.1"), Kind::Malformed);
    row("a broken escape", request("GET /callback?code=%4 HTTP/1.1"), Kind::Malformed);
    row("no escape", request("GET /callback?code=%zz HTTP/1.1"), Kind::Malformed);
    row("a NUL", request(QByteArray("GET /callback?code=\0 HTTP/1.1", 28)), Kind::Malformed);
    row("words too many", request("GET /callback?code=a b HTTP/1.1"), Kind::Malformed);
    row("another protocol", "\x16\x03\x01\r\n\r\n", Kind::Malformed);
}

void SignInDocumentsTest::readsABrowsersRequest()
{
    QFETCH(QByteArray, received);
    QFETCH(Kind, kind);
    QCOMPARE(int(read(received).kind), int(kind));
}

void SignInDocumentsTest::decodesTheParameters()
{
    const auto parameters
        = read(request("GET /callback?code=a%2Bb+c&state=&iss=http%3A%2F%2Fx&&lone HTTP/1.1")).parameters;
    QCOMPARE(parameters.value(QStringLiteral("code")), QStringLiteral("a+b c"));
    QCOMPARE(parameters.value(QStringLiteral("iss")), QStringLiteral("http://x"));
    QVERIFY(parameters.contains(QStringLiteral("state")));
    QVERIFY(parameters.contains(QStringLiteral("lone")));
    QCOMPARE(parameters.size(), 4);
}

void SignInDocumentsTest::boundsARequest()
{
    const QByteArray endless = "GET /callback?code=" + QByteArray(kLargestRedirectRequest, 'a');
    QCOMPARE(int(read(endless).kind), int(Kind::Malformed));
    QCOMPARE(int(read(request(endless + " HTTP/1.1")).kind), int(Kind::Malformed));
    QByteArray many = "GET /callback?";
    for (int i = 0; i < 100; ++i)
        many += "p" + QByteArray::number(i) + "=1&";
    QCOMPARE(int(read(request(many + " HTTP/1.1")).kind), int(Kind::Malformed));
}

void SignInDocumentsTest::readsTokens()
{
    const Result<TokenSet> tokens = readTokenAnswer(
        answered({ { QStringLiteral("access_token"), QStringLiteral("a") },
            { QStringLiteral("refresh_token"), QStringLiteral("r") },
            { QStringLiteral("token_type"), QStringLiteral("bearer") }, { QStringLiteral("expires_in"), 60 },
            { QStringLiteral("scope"), QStringLiteral("x y") } }),
        {}, { 1'000 });
    OT_VERIFY_OK(tokens);
    QCOMPARE(tokens->accessToken, QStringLiteral("a"));
    QCOMPARE(tokens->refreshToken, QStringLiteral("r"));
    QCOMPARE(tokens->expiresAt.milliseconds, qint64(61'000));
    QCOMPARE(tokens->scopes, (QStringList { QStringLiteral("x"), QStringLiteral("y") }));
}

void SignInDocumentsTest::keepsWhatATokenAnswerLeavesOut()
{
    TokenSet before;
    before.refreshToken = QStringLiteral("r");
    before.scopes = QStringList { QStringLiteral("x") };
    before.expiresAt = { 500 };
    const Result<TokenSet> tokens
        = readTokenAnswer(answered({ { QStringLiteral("access_token"), QStringLiteral("a") },
                              { QStringLiteral("token_type"), QStringLiteral("Bearer") } }),
            before, { 1'000 });
    OT_VERIFY_OK(tokens);
    QCOMPARE(tokens->refreshToken, QStringLiteral("r"));
    QCOMPARE(tokens->scopes, before.scopes);
    QCOMPARE(tokens->expiresAt.milliseconds, qint64(0)); // of the old token, not of this one
}

void SignInDocumentsTest::refusesTokens_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* member, const QJsonValue& value) {
        QTest::newRow(name) << QString::fromLatin1(member) << value;
    };
    row("no token", "access_token", QJsonValue());
    row("an empty token", "access_token", QString());
    row("a token that begins another header", "access_token", QStringLiteral("a\r\nHost: evil"));
    row("a token of other letters", "access_token", QStringLiteral("tok\u00e9n"));
    row("an endless token", "access_token", QString(100'000, QLatin1Char('a')));
    row("another kind of token", "token_type", QStringLiteral("mac"));
    row("no kind of token", "token_type", QJsonValue());
    row("a refresh token that is none", "refresh_token", 7);
}

void SignInDocumentsTest::refusesTokens()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject body { { QStringLiteral("access_token"), QStringLiteral("a") },
        { QStringLiteral("token_type"), QStringLiteral("Bearer") } };
    OT_VERIFY_OK(readTokenAnswer(answered(body), {}, {}));
    body.insert(member, value);
    const Result<TokenSet> tokens = readTokenAnswer(answered(body), {}, {});
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, ErrorCode::Decode);
}

void SignInDocumentsTest::makesSecretsThatDiffer()
{
    // The example of RFC 7636, appendix B.
    QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i) {
        const QByteArray secret = randomSecret();
        QCOMPARE(secret.size(), 43);
        seen.insert(secret);
    }
    QCOMPARE(seen.size(), 100);
    QVERIFY(isSameSecret("abc", "abc"));
    QVERIFY(!isSameSecret("abc", "abd"));
    QVERIFY(!isSameSecret("abc", "abcd"));
    QVERIFY(!isSameSecret("", "a"));
}

QTEST_GUILESS_MAIN(SignInDocumentsTest)
#include "sign_in_documents_test.moc"
