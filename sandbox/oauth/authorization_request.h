// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading what a client asks of the authorization endpoint. Pure functions over values, so that every refusal
// can be tested without a socket.
#pragma once

#include "sandbox/oauth/form.h"

#include <QStringList>

#include <optional>

namespace ot::sandbox {

/// A client that may ask. All are programs on the user's own machine: they have no secret, prove themselves
/// by PKCE, and are answered at a loopback address with whatever port they could get (RFC 8252 7.3).
struct OAuthClient {
    QString id;
    QString name;
};

struct AuthorizationRequest {
    OAuthClient client;
    QString redirectUri;
    QString state;
    QByteArray challenge;
    QStringList scopes;
};

/// A request, or why there is none. Where `redirectUri` is set the client is told by a redirect; where it is
/// not the redirect itself can't be trusted, and only the person is told.
struct AuthorizationResult {
    std::optional<AuthorizationRequest> request;
    QString redirectUri;
    QString state;
    QString error;
    QString sentence;
};

[[nodiscard]] std::optional<OAuthClient> oauthClient(const QString& id);
[[nodiscard]] bool isLoopbackRedirect(const QString& uri);
/// Whether what a token is asked for is of the server at this address, or not said: a resource elsewhere is
/// not ours to give access to (RFC 8707).
[[nodiscard]] bool isOwnResource(const QString& resource, const QString& root);
/// `resourceRoot` is this server's own address.
[[nodiscard]] AuthorizationResult readAuthorizationRequest(
    const Form& query, const QStringList& knownScopes, const QString& resourceRoot);

} // namespace ot::sandbox
