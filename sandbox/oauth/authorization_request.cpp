// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/oauth/authorization_request.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qsizetype kMaxStateCharacters = 2'000;

AuthorizationResult untrusted(const QString& sentence)
{
    AuthorizationResult result;
    result.sentence = sentence;
    return result;
}

QString problemOfParameters(const Form& query, QString& error)
{
    static const QRegularExpression kChallenge(QStringLiteral("\\A[A-Za-z0-9_-]{43}\\z"));
    error = QStringLiteral("invalid_request");
    const QString responseType = query.value(QStringLiteral("response_type"));
    if (responseType.isEmpty())
        return QStringLiteral("response_type is missing");
    if (responseType != QLatin1String("code")) {
        error = QStringLiteral("unsupported_response_type");
        return QStringLiteral("only response_type=code is offered");
    }
    // Without a method RFC 7636 means "plain", which shows the verifier to whoever sees this request.
    if (query.value(QStringLiteral("code_challenge_method")) != QLatin1String("S256"))
        return QStringLiteral("code_challenge_method must be S256");
    if (!kChallenge.match(query.value(QStringLiteral("code_challenge"))).hasMatch())
        return QStringLiteral("code_challenge must be 43 characters of base64url");
    if (query.value(QStringLiteral("state")).size() > kMaxStateCharacters)
        return QStringLiteral("state is too long");
    error.clear();
    return {};
}

} // namespace

std::optional<OAuthClient> oauthClient(const QString& id)
{
    if (id == QLatin1String("opentrain-desktop"))
        return OAuthClient { id, QStringLiteral("OpenTrain Desktop") };
    return std::nullopt;
}

bool isLoopbackRedirect(const QString& uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    static const QStringList kHosts { QStringLiteral("127.0.0.1"), QStringLiteral("::1"),
        QStringLiteral("localhost") };
    static const QStringList kPaths { QString(), QStringLiteral("/"), QStringLiteral("/callback") };
    return url.isValid() && url.scheme() == QLatin1String("http") && kHosts.contains(url.host())
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment()
        && kPaths.contains(url.path(QUrl::FullyEncoded));
}

bool isOwnResource(const QString& resource, const QString& root)
{
    return resource.isEmpty() || resource == root || resource.startsWith(root + QLatin1Char('/'));
}

AuthorizationResult readAuthorizationRequest(
    const Form& query, const QStringList& knownScopes, const QString& resourceRoot)
{
    const std::optional<OAuthClient> client = oauthClient(query.value(QStringLiteral("client_id")));
    if (!client)
        return untrusted(QStringLiteral("The app that sent you here is not known to this server."));
    const QString redirectUri = query.value(QStringLiteral("redirect_uri"));
    if (!isLoopbackRedirect(redirectUri))
        return untrusted(
            QStringLiteral("The app asked for the answer at an address that is not on this computer."));

    AuthorizationResult result;
    result.redirectUri = redirectUri;
    result.state = query.value(QStringLiteral("state"));
    result.sentence = problemOfParameters(query, result.error);
    if (!result.error.isEmpty())
        return result;
    if (!isOwnResource(query.value(QStringLiteral("resource")), resourceRoot)) {
        result.error = QStringLiteral("invalid_target");
        result.sentence = QStringLiteral("the resource is not one of this server");
        return result;
    }
    QStringList scopes = query.value(QStringLiteral("scope")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    if (scopes.isEmpty())
        scopes = knownScopes;
    if (!std::all_of(scopes.cbegin(), scopes.cend(),
            [&knownScopes](const QString& scope) { return knownScopes.contains(scope); })) {
        result.error = QStringLiteral("invalid_scope");
        result.sentence = QStringLiteral("a requested scope is not offered");
        return result;
    }
    result.request = AuthorizationRequest { *client, redirectUri, result.state,
        query.value(QStringLiteral("code_challenge")).toLatin1(), scopes };
    return result;
}

} // namespace ot::sandbox
