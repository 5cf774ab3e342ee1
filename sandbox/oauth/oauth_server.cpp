// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/oauth/oauth_server.h"

#include "sandbox/api/answers.h"
#include "sandbox/json.h"
#include "sandbox/oauth/oauth_pages.h"
#include "sandbox/oauth/token_answers.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kVisitMilliseconds = 10 * 60 * 1000;
constexpr std::size_t kMaxVisits = 200;
constexpr int kMaxAttempts = 5;
const QString kSignInPath = QStringLiteral("/oauth/authorize");

QByteArray cookieName(const QString& visit)
{
    return "ot_visit_" + visit.left(8).toLatin1();
}

QByteArray hashOf(const QByteArray& secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

QByteArray cookieOf(const HttpRequest& request, const QByteArray& name)
{
    for (const QByteArray& pair : request.header("cookie").split(';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.left(equals).trimmed() == name)
            return pair.mid(equals + 1).trimmed();
    }
    return {};
}

HttpResponse staleVisit()
{
    return problemPage(400, QStringLiteral("This sign-in is over"),
        QStringLiteral(
            "It took too long, or it was begun in another browser. Go back to the app and sign in again."));
}

QString originOf(const QString& uri)
{
    return QUrl(uri).toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

OAuthServer::OAuthServer(Store& store, Auth& auth, std::function<void()> accessEnded)
    : m_store(store)
    , m_auth(auth)
    , m_records(store, auth)
    , m_accessEnded(std::move(accessEnded))
{
}

QString OAuthServer::start(const QString& directory, const QString& url)
{
    m_issuer = url;
    m_records.createTables();
    return writeSignIns(m_store, m_records, directory);
}

bool OAuthServer::owns(const QByteArray& path)
{
    return path.startsWith("/oauth/") || path.startsWith("/.well-known/oauth-")
        || path == "/api/agent/oauth/revoke";
}

HttpResponse OAuthServer::handle(const HttpRequest& request)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const bool isMetadata = request.path.startsWith("/.well-known/");
    if (isMetadata && request.method == "OPTIONS")
        return preflightAnswer();
    if (request.path == "/.well-known/oauth-authorization-server")
        return reads ? metadata() : wrongMethodAnswer("GET");
    if (isMetadata)
        return reads ? resourceMetadata(request) : wrongMethodAnswer("GET");
    if (request.path == "/oauth/authorize")
        return reads ? authorize(request) : wrongMethodAnswer("GET");
    if (request.path == "/oauth/sign-in")
        return request.method == "POST" ? signIn(request) : wrongMethodAnswer("POST");
    if (request.path == "/oauth/consent")
        return reads || request.method == "POST" ? consent(request) : wrongMethodAnswer("GET, POST");
    if (request.path == "/oauth/token")
        return request.method == "POST" ? token(request) : wrongMethodAnswer("POST");
    if (request.path == "/oauth/revoke" || request.path == "/api/agent/oauth/revoke")
        return request.method == "POST" ? revoke(request) : wrongMethodAnswer("POST");
    return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is nothing at this address."));
}

QByteArray OAuthServer::challenge(bool hadToken) const
{
    QByteArray value = "Bearer realm=\"opentrain\", resource_metadata=\"" + m_issuer.toLatin1()
        + "/.well-known/oauth-protected-resource\"";
    if (hadToken)
        value += ", error=\"invalid_token\"";
    return value;
}

HttpResponse OAuthServer::metadata() const
{
    return metadataAnswer(serverMetadata(m_issuer, Auth::allScopes()));
}

HttpResponse OAuthServer::resourceMetadata(const HttpRequest& request) const
{
    // A resource with a path has its metadata below that path (RFC 9728 3.1).
    static const QByteArray kRoot = "/.well-known/oauth-protected-resource";
    const QByteArray path = request.path.mid(kRoot.size());
    const bool known = path.isEmpty() || path == "/api/trainer/v1" || path == "/api/public/v1";
    if (!request.path.startsWith(kRoot) || !known)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such resource."));
    return metadataAnswer(
        protectedResourceMetadata(m_issuer, m_issuer + QString::fromLatin1(path), Auth::allScopes()));
}

HttpResponse OAuthServer::authorize(const HttpRequest& request)
{
    const AuthorizationResult read = readAuthorizationRequest(request.query, Auth::allScopes(), m_issuer);
    if (read.redirectUri.isEmpty())
        return problemPage(400, QStringLiteral("This sign-in can't go on"), read.sentence);
    if (!read.request)
        return redirect(read.redirectUri, read.state,
            { { QStringLiteral("error"), read.error },
                { QStringLiteral("error_description"), read.sentence } });
    forgetOldVisits();
    if (m_visits.size() >= kMaxVisits)
        return problemPage(503, QStringLiteral("Too many people are signing in"),
            QStringLiteral("Wait a few minutes, then sign in again from the app."));
    const QString id = randomText(24);
    const QByteArray secret = randomText(32).toLatin1();
    m_visits.emplace(
        id, Visit { *read.request, hashOf(secret), m_store.clock().now() + kVisitMilliseconds, 0, {} });
    HttpResponse response = signInPage({ id, read.request->client.name, {}, {} });
    response.setHeader("Set-Cookie",
        cookieName(id) + '=' + secret + "; Path=/oauth; Max-Age=600; HttpOnly; SameSite=Strict");
    return response;
}

HttpResponse OAuthServer::signIn(const HttpRequest& request)
{
    const std::optional<Form> form = parseForm(request.body);
    const auto visit = form ? visitOf(form->value(QStringLiteral("request")), request) : m_visits.end();
    if (visit == m_visits.end() || !comesFromOurPage(request))
        return staleVisit();
    const QString email = form->value(QStringLiteral("email")).left(254);
    const std::optional<QString> account
        = m_records.checkPassword(email, form->value(QStringLiteral("password")).left(200));
    if (!account) {
        if (const std::optional<QString> owner = m_records.accountOf(email); owner && m_signInFailed)
            m_signInFailed(*owner, request);
        if (++visit->second.attempts >= kMaxAttempts) {
            m_visits.erase(visit);
            return problemPage(403, QStringLiteral("Too many attempts"),
                QStringLiteral("Go back to the app and sign in again."));
        }
        return signInPage({ visit->first, visit->second.request.client.name, email,
            QStringLiteral("The e-mail address or the password is wrong.") });
    }
    visit->second.account = *account;
    HttpResponse response = problemPage(303, QStringLiteral("Signed in"), QStringLiteral("One moment."));
    response.setHeader("Location", "/oauth/consent?request=" + visit->first.toLatin1());
    return response;
}

HttpResponse OAuthServer::consent(const HttpRequest& request)
{
    const bool decides = request.method == "POST";
    const std::optional<Form> form = decides ? parseForm(request.body) : std::optional<Form>(request.query);
    const auto visit = form ? visitOf(form->value(QStringLiteral("request")), request) : m_visits.end();
    if (visit == m_visits.end() || visit->second.account.isEmpty())
        return staleVisit();
    const AuthorizationRequest& asked = visit->second.request;
    const std::optional<Account> account = m_store.account(visit->second.account);
    if (!account)
        return staleVisit();
    if (!decides) {
        const std::optional<Record> record
            = m_store.find(account->key, QStringLiteral("Account"), account->userId);
        const QJsonObject person = record ? record->json() : QJsonObject();
        return consentPage({ visit->first, asked.client.name,
            person.value(QLatin1String("fullName")).toString(account->displayName),
            person.value(QLatin1String("email")).toString(), asked.scopes, originOf(asked.redirectUri) });
    }
    if (!comesFromOurPage(request))
        return staleVisit();
    const Visit ended = visit->second;
    m_visits.erase(visit);
    if (form->value(QStringLiteral("decision")) != QLatin1String("allow"))
        return redirect(ended.request.redirectUri, ended.request.state,
            { { QStringLiteral("error"), QStringLiteral("access_denied") },
                { QStringLiteral("error_description"), QStringLiteral("the request was cancelled") } });
    const QString code = m_records.issueCode({ ended.account, ended.request.client.id, ended.request.scopes,
        ended.request.redirectUri, ended.request.challenge });
    return redirect(ended.request.redirectUri, ended.request.state, { { QStringLiteral("code"), code } });
}

HttpResponse OAuthServer::token(const HttpRequest& request)
{
    const std::optional<Form> form = readTokenForm(request);
    if (!form)
        return tokenError("invalid_request", "the body must be a form with each field once");
    if (!oauthClient(form->value(QStringLiteral("client_id"))))
        return tokenError("invalid_client", "the client is not known", 401);
    if (!isOwnResource(form->value(QStringLiteral("resource")), m_issuer))
        return tokenError("invalid_target", "the resource is not one of this server");
    const QString grantType = form->value(QStringLiteral("grant_type"));
    if (grantType == QLatin1String("authorization_code"))
        return redeemCode(*form);
    if (grantType == QLatin1String("refresh_token"))
        return redeemRefreshToken(*form);
    return tokenError("unsupported_grant_type", "only authorization_code and refresh_token are offered");
}

HttpResponse OAuthServer::redeemCode(const Form& form)
{
    if (!isVerifier(form.value(QStringLiteral("code_verifier"))))
        return tokenError("invalid_request", "code_verifier must have 43 to 128 unreserved characters");
    DatabaseTransaction transaction(m_store.database());
    const Redemption redemption
        = m_records.redeemCode(form.value(QStringLiteral("code")), form.value(QStringLiteral("client_id")),
            form.value(QStringLiteral("redirect_uri")), form.value(QStringLiteral("code_verifier")));
    HttpResponse response
        = grantAnswer(redemption, redemption.grant ? redemption.grant->scopes : QStringList());
    transaction.commit();
    if (redemption.ended)
        m_accessEnded();
    return response;
}

HttpResponse OAuthServer::redeemRefreshToken(const Form& form)
{
    DatabaseTransaction transaction(m_store.database());
    const Redemption redemption = m_records.redeemRefreshToken(
        form.value(QStringLiteral("refresh_token")), form.value(QStringLiteral("client_id")));
    QStringList scopes = form.value(QStringLiteral("scope")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (redemption.grant) {
        if (scopes.isEmpty())
            scopes = redemption.grant->scopes;
        const bool within = std::all_of(scopes.cbegin(), scopes.cend(),
            [&redemption](const QString& scope) { return redemption.grant->scopes.contains(scope); });
        // Not committed: the refresh token is not spent by a request that could never have been granted.
        if (!within)
            return tokenError("invalid_scope", "a refresh can't ask for more than was allowed");
    }
    HttpResponse response = grantAnswer(redemption, scopes);
    transaction.commit();
    if (redemption.ended)
        m_accessEnded();
    return response;
}

HttpResponse OAuthServer::grantAnswer(const Redemption& redemption, const QStringList& scopes)
{
    if (!redemption.grant)
        return tokenError("invalid_grant", "the code or refresh token does not hold");
    const Grant& grant = *redemption.grant;
    const QString access
        = m_auth.issue({ grant.account, oauthClient(grant.clientId).value_or(OAuthClient {}).name, scopes,
            m_store.clock().now() + qint64(kAccessTokenSeconds) * 1000 });
    m_records.addAccessToken(grant, access.section(QLatin1Char('_'), 2, 2));
    return tokenAnswer(access, m_records.issueRefreshToken(grant), scopes);
}

HttpResponse OAuthServer::revoke(const HttpRequest& request)
{
    const std::optional<Form> form = readTokenForm(request);
    const QString token = form ? form->value(QStringLiteral("token")) : QString();
    if (token.isEmpty())
        return tokenError("invalid_request", "the body must be a form with the field token");
    DatabaseTransaction transaction(m_store.database());
    // Presenting a token is what shows the right to end it; one that is unknown is as good as ended (RFC
    // 7009 2.2).
    if (const std::optional<QString> grant = m_records.grantOfRefreshToken(token))
        m_records.revokeGrant(*grant);
    else if (const std::optional<Session> session = m_auth.check("Bearer " + token.toUtf8()))
        m_auth.revoke(session->tokenId);
    transaction.commit();
    m_accessEnded();
    return emptyTokenAnswer();
}

HttpResponse OAuthServer::redirect(const QString& redirectUri, const QString& state,
    const std::vector<std::pair<QString, QString>>& parameters) const
{
    QByteArray target = redirectUri.toUtf8();
    char separator = '?';
    const auto add = [&target, &separator](const QString& name, const QString& value) {
        target += separator + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    };
    for (const auto& [name, value] : parameters)
        add(name, value);
    if (!state.isEmpty())
        add(QStringLiteral("state"), state);
    // RFC 9207: the answer says whose it is, so that a client of several servers can't be confused.
    add(QStringLiteral("iss"), m_issuer);
    // 303, so that the browser never repeats a form with a password at the redirect's target.
    HttpResponse response
        = problemPage(303, QStringLiteral("Back to the app"), QStringLiteral("You can close this window."));
    response.setHeader("Location", target);
    return response;
}

std::map<QString, OAuthServer::Visit>::iterator OAuthServer::visitOf(
    const QString& id, const HttpRequest& request)
{
    forgetOldVisits();
    const auto found = m_visits.find(id);
    if (found == m_visits.end()
        || !sameSecret(hashOf(cookieOf(request, cookieName(id))), found->second.cookieHash))
        return m_visits.end();
    return found;
}

void OAuthServer::forgetOldVisits()
{
    const qint64 now = m_store.clock().now();
    std::erase_if(m_visits, [now](const auto& entry) { return entry.second.expiresAt <= now; });
}

bool OAuthServer::comesFromOurPage(const HttpRequest& request) const
{
    const QByteArray origin = request.header("origin");
    const QByteArray own = "http://" + request.header("host");
    // Browsers send "null" where the page's Referrer-Policy keeps its address to itself.
    return origin.isEmpty() || origin == own || origin == "null";
}

} // namespace ot::sandbox
