// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/authorization_client.h"

#include "sync/sign_in/token_answer.h"
#include "sync/strict_json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QNetworkRequest>

namespace ot::sync {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr qint64 kLargestAnswer = qint64(64) * 1024;

// What this program does for a person; a server is asked for those of them that it has.
const QStringList& usedScopes()
{
    static const QStringList kScopes { QStringLiteral("jobs:read"), QStringLiteral("proposals:read"),
        QStringLiteral("proposals:write"), QStringLiteral("messages:read"), QStringLiteral("messages:write"),
        QStringLiteral("payments:read"), QStringLiteral("payments:write"), QStringLiteral("team:read") };
    return kScopes;
}

QStringList scopesToAsk(const ProtectedResource& resource, const AuthorizationServer& server)
{
    QStringList scopes;
    for (const QString& scope : usedScopes()) {
        if (resource.scopes.contains(scope))
            scopes.append(scope);
    }
    // Without it a server that knows this scope gives no refresh token.
    if (!scopes.isEmpty() && server.offersOfflineAccess)
        scopes.append(QStringLiteral("offline_access"));
    return scopes;
}

storage::UtcTime now()
{
    return { QDateTime::currentMSecsSinceEpoch() };
}

// A server that can't answer now, whatever was asked; nothing when it could.
std::optional<Error> passingTrouble(const HttpAnswer& answer)
{
    const QString detail = QStringLiteral("token endpoint: status %1").arg(answer.status);
    if (answer.status == 429)
        return Error { ErrorCode::RateLimited, Text::tr("The server asks for a pause. It goes on by itself."),
            detail };
    if (answer.status >= 500)
        return Error { ErrorCode::ServerFault,
            Text::tr("The server has a problem of its own. It is tried again by itself."), detail };
    if (!answer.isJson)
        return notTheServer(detail);
    return std::nullopt;
}

} // namespace

QString AuthorizationClient::clientId()
{
    return QStringLiteral("opentrain-desktop");
}

AuthorizationClient::AuthorizationClient(QObject* parent)
    : QObject(parent)
    , m_http(kLargestAnswer, this)
{
}

AuthorizationClient::~AuthorizationClient() = default;

void AuthorizationClient::document(const QUrl& address, const TakeDocument& take)
{
    m_http.get(HttpExchange::request(address), [take](const Result<HttpAnswer>& answer) {
        if (!answer) {
            take(answer.error());
            return;
        }
        if (answer->status == 429 || answer->status >= 500) {
            take(*passingTrouble(*answer));
            return;
        }
        // A site that answers any address with its start page has no such document either.
        if (answer->status != 200 || !answer->isJson) {
            take(noBrowserSignIn(QStringLiteral("metadata: status %1").arg(answer->status)));
            return;
        }
        take(answer->isWhole ? parseJsonObject(answer->body)
                             : Result<QJsonObject>(notTheServer(QStringLiteral("metadata is cut off"))));
    });
}

void AuthorizationClient::discover(const QUrl& server, const Take<Place>& take)
{
    discoverAt(server, resourcesOf(server), take);
}

void AuthorizationClient::discoverAt(const QUrl& server, QStringList resources, const Take<Place>& take)
{
    const QString resource = resources.takeFirst();
    document(resourceMetadataAddress(resource),
        [this, server, resource, resources, take](const Result<QJsonObject>& body) {
            if (!body && body.error().code == ErrorCode::NotFound && !resources.isEmpty()) {
                discoverAt(server, resources, take);
                return;
            }
            const Result<ProtectedResource> read
                = body ? readResourceMetadata(*body, resource) : Result<ProtectedResource>(body.error());
            if (!read) {
                take(read.error());
                return;
            }
            findServer(read->issuer, [read = *read, take](const Result<AuthorizationServer>& found) {
                if (found)
                    take(Place { *found, read.resource, scopesToAsk(read, *found) });
                else
                    take(found.error());
            });
        });
}

void AuthorizationClient::findServer(const QString& issuer, const Take<AuthorizationServer>& take)
{
    QMetaObject::invokeMethod(
        this,
        [this, issuer, take] {
            if (const auto known = m_known.find(issuer); known != m_known.end())
                take(known->second);
            else
                findServerAt(issuer, serverMetadataAddresses(issuer), take);
        },
        Qt::QueuedConnection);
}

void AuthorizationClient::findServerAt(
    const QString& issuer, QList<QUrl> addresses, const Take<AuthorizationServer>& take)
{
    if (addresses.isEmpty()) {
        take(noBrowserSignIn(QStringLiteral("no metadata of the issuer")));
        return;
    }
    const QUrl address = addresses.takeFirst();
    document(address, [this, issuer, addresses, take](const Result<QJsonObject>& body) {
        if (!body && body.error().code == ErrorCode::NotFound) {
            findServerAt(issuer, addresses, take);
            return;
        }
        const Result<AuthorizationServer> read
            = body ? readServerMetadata(*body, issuer) : Result<AuthorizationServer>(body.error());
        if (read)
            m_known[issuer] = *read;
        take(read);
    });
}

void AuthorizationClient::post(const QUrl& address, const Fields& fields, HttpExchange::Take take)
{
    QByteArray body;
    for (const auto& [name, value] : fields) {
        if (value.isEmpty())
            continue;
        body += (body.isEmpty() ? QByteArray() : QByteArray("&")) + name.toUtf8() + '='
            + QUrl::toPercentEncoding(value);
    }
    QNetworkRequest request = HttpExchange::request(address);
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    m_http.post(request, body, std::move(take));
}

void AuthorizationClient::redeem(const Redeem& redeem, Take<TokenSet> take)
{
    TokenSet asked;
    asked.issuer = redeem.server.issuer;
    asked.clientId = clientId();
    asked.resource = redeem.resource;
    asked.scopes = redeem.scopes; // an answer without scopes gives what was asked for (RFC 6749 5.1)
    post(redeem.server.tokenEndpoint,
        { { QStringLiteral("grant_type"), QStringLiteral("authorization_code") },
            { QStringLiteral("client_id"), asked.clientId }, { QStringLiteral("code"), redeem.code },
            { QStringLiteral("redirect_uri"), redeem.redirectUri },
            { QStringLiteral("code_verifier"), QString::fromLatin1(redeem.verifier) },
            { QStringLiteral("resource"), redeem.resource } },
        [asked, take = std::move(take)](const Result<HttpAnswer>& answer) {
            if (!answer) {
                take(answer.error());
            } else if (answer->isSuccess()) {
                take(readTokenAnswer(*answer, asked, now()));
            } else if (const std::optional<Error> trouble = passingTrouble(*answer)) {
                take(*trouble);
            } else {
                take(Error { ErrorCode::Rejected,
                    Text::tr(
                        "The server did not complete the sign-in; it may have taken too long. Begin again."),
                    QStringLiteral("token endpoint: %1").arg(tokenErrorCode(*answer)) });
            }
        });
}

void AuthorizationClient::renew(const TokenSet& tokens, Take<TokenSet> take)
{
    findServer(
        tokens.issuer, [this, tokens, take = std::move(take)](const Result<AuthorizationServer>& found) {
            if (!found) {
                take(found.error());
                return;
            }
            post(found->tokenEndpoint,
                { { QStringLiteral("grant_type"), QStringLiteral("refresh_token") },
                    { QStringLiteral("client_id"), tokens.clientId },
                    { QStringLiteral("refresh_token"), tokens.refreshToken },
                    { QStringLiteral("resource"), tokens.resource } },
                [tokens, take](const Result<HttpAnswer>& answer) {
                    if (!answer) {
                        take(answer.error());
                    } else if (answer->isSuccess()) {
                        take(readTokenAnswer(*answer, tokens, now()));
                    } else if (const std::optional<Error> trouble = passingTrouble(*answer)) {
                        take(*trouble);
                    } else {
                        // Spent, revoked, too old, or a program that is not let in any more: asked again, the
                        // server would say the same.
                        take(Error { ErrorCode::Unauthorized,
                            Text::tr("The server ended this sign-in. Sign in again; what you wrote is kept."),
                            QStringLiteral("token endpoint: %1").arg(tokenErrorCode(*answer)) });
                    }
                });
        });
}

void AuthorizationClient::revoke(const TokenSet& tokens, Take<Done> take)
{
    findServer(
        tokens.issuer, [this, tokens, take = std::move(take)](const Result<AuthorizationServer>& found) {
            if (!found)
                take(found.error());
            else if (found->revocationEndpoint.isEmpty())
                take(Done {});
            else
                revokeBoth(*found, tokens, take);
        });
}

// The refresh token first: with it most servers end the whole sign-in. The access token too, for the others.
void AuthorizationClient::revokeBoth(
    const AuthorizationServer& server, const TokenSet& tokens, const Take<Done>& take)
{
    const auto fields = [&tokens](const QString& token, const char* hint) {
        return Fields { { QStringLiteral("token"), token },
            { QStringLiteral("token_type_hint"), QLatin1String(hint) },
            { QStringLiteral("client_id"), tokens.clientId } };
    };
    const Fields second = fields(tokens.accessToken, "access_token");
    post(server.revocationEndpoint, fields(tokens.refreshToken, "refresh_token"),
        [this, address = server.revocationEndpoint, second, take](const Result<HttpAnswer>& first) {
            if (!first) {
                take(first.error());
                return;
            }
            post(address, second, [take, status = first->status](const Result<HttpAnswer>& last) {
                if (!last)
                    take(last.error());
                else if (status >= 400)
                    take(Error {
                        ErrorCode::Rejected, {}, QStringLiteral("revocation: status %1").arg(status) });
                else
                    take(Done {});
            });
        });
}

} // namespace ot::sync
