// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/metadata.h"

#include "sync/http_exchange.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ot::sync {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr qsizetype kLongestAddress = 2048;
constexpr char kResourceWords[] = "/.well-known/oauth-protected-resource";
constexpr char kServerWords[] = "/.well-known/oauth-authorization-server";
constexpr char kOpenIdWords[] = "/.well-known/openid-configuration";

Error unsafe(const QString& detail)
{
    return { ErrorCode::Rejected,
        Text::tr("The server describes its sign-in in a way that is not safe, so nothing was begun. An "
                 "access token "
                 "is the other way."),
        detail };
}

QString text(const QJsonObject& document, const char* name)
{
    return document.value(QLatin1String(name)).toString();
}

QStringList texts(const QJsonObject& document, const char* name)
{
    QStringList list;
    const QJsonArray values = document.value(QLatin1String(name)).toArray();
    for (const QJsonValue& value : values)
        list.append(value.toString());
    return list;
}

// An address that may be asked by somebody who was sent there from `from`.
bool maySendTo(const QUrl& from, const QUrl& address)
{
    return isSafeAddress(address) && (!isLoopback(address.host()) || isLoopback(from.host()));
}

QUrl parsed(const QString& address)
{
    return address.size() <= kLongestAddress ? QUrl(address, QUrl::StrictMode) : QUrl();
}

// The words stand between the host and the path (RFC 8414 3.1, RFC 9728 3.1).
QUrl wellKnown(const QUrl& identifier, const char* words)
{
    QString path = identifier.path(QUrl::FullyEncoded);
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    QUrl address = identifier;
    address.setPath(QLatin1String(words) + path, QUrl::StrictMode);
    return address;
}

} // namespace

Error noBrowserSignIn(const QString& detail)
{
    return { ErrorCode::NotFound,
        Text::tr("This server offers no sign-in by browser. Use an access token instead."), detail };
}

QStringList resourcesOf(const QUrl& server)
{
    const QString root = server.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return { root, root + QStringLiteral("/api/trainer/v1") };
}

QUrl resourceMetadataAddress(const QString& resource)
{
    return wellKnown(parsed(resource), kResourceWords);
}

QList<QUrl> serverMetadataAddresses(const QString& issuer)
{
    const QUrl url = parsed(issuer);
    if (!isSafeAddress(url) || url.hasQuery())
        return {};
    QList<QUrl> addresses { wellKnown(url, kServerWords), wellKnown(url, kOpenIdWords) };
    QString path = url.path(QUrl::FullyEncoded);
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (!path.isEmpty()) {
        QUrl appended = url; // as OpenID providers have it
        appended.setPath(path + QLatin1String(kOpenIdWords), QUrl::StrictMode);
        addresses.append(appended);
    }
    return addresses;
}

Result<ProtectedResource> readResourceMetadata(const QJsonObject& document, const QString& resource)
{
    ProtectedResource read;
    read.resource = text(document, "resource");
    // An empty path and "/" are the same place.
    if (read.resource != resource && read.resource != resource + QLatin1Char('/'))
        return unsafe(QStringLiteral("the metadata is of another resource"));
    const QStringList issuers = texts(document, "authorization_servers");
    if (issuers.isEmpty())
        return noBrowserSignIn(QStringLiteral("no authorization server"));
    read.issuer = issuers.first();
    if (serverMetadataAddresses(read.issuer).isEmpty() || !maySendTo(parsed(resource), parsed(read.issuer)))
        return unsafe(QStringLiteral("the issuer's address"));
    read.scopes = texts(document, "scopes_supported");
    return read;
}

Result<AuthorizationServer> readServerMetadata(const QJsonObject& document, const QString& issuer)
{
    AuthorizationServer server;
    server.issuer = text(document, "issuer");
    if (server.issuer != issuer)
        return unsafe(QStringLiteral("the metadata is of another issuer"));
    const QUrl origin = parsed(issuer);
    const std::pair<const char*, QUrl*> endpoints[] { { "authorization_endpoint",
                                                          &server.authorizationEndpoint },
        { "token_endpoint", &server.tokenEndpoint }, { "revocation_endpoint", &server.revocationEndpoint } };
    for (const auto& [name, endpoint] : endpoints) {
        const QString address = text(document, name);
        if (address.isEmpty() && endpoint == &server.revocationEndpoint)
            continue;
        *endpoint = parsed(address);
        if (!maySendTo(origin, *endpoint))
            return unsafe(QLatin1String(name));
    }
    // Both lists may be left out where the answer is the usual one; S256 may not (RFC 9700 2.1.1).
    if (!texts(document, "code_challenge_methods_supported").contains(QStringLiteral("S256")))
        return unsafe(QStringLiteral("no S256"));
    const QStringList responses = texts(document, "response_types_supported");
    const QStringList grants = texts(document, "grant_types_supported");
    if ((!responses.isEmpty() && !responses.contains(QStringLiteral("code")))
        || (!grants.isEmpty() && !grants.contains(QStringLiteral("authorization_code"))))
        return unsafe(QStringLiteral("no authorization code"));
    server.namesItself
        = document.value(QLatin1String("authorization_response_iss_parameter_supported")).toBool();
    server.offersOfflineAccess
        = texts(document, "scopes_supported").contains(QStringLiteral("offline_access"));
    return server;
}

} // namespace ot::sync
