// SPDX-License-Identifier: GPL-3.0-or-later
//
// The documents by which a server says who signs its people in (RFC 9728) and that one says how (RFC 8414).
// Pure functions over values: what they refuse needs no socket to be shown.
#pragma once

#include "storage/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>

namespace ot::sync {

// An API and the one who gives access to it.
struct ProtectedResource {
    QString resource; // its identifier
    QString issuer;
    QStringList scopes; // empty: not said
};

// Where an authorization server is asked for what.
struct AuthorizationServer {
    QString issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl revocationEndpoint; // empty: it has none
    bool namesItself = false; // its answers through the browser carry `iss` (RFC 9207)
    bool offersOfflineAccess = false; // it gives refresh tokens for that scope
};

// What may be asked about `server` for tokens: the server as a whole, then its trainer extension. In the
// order to try.
[[nodiscard]] QStringList resourcesOf(const QUrl& server);
[[nodiscard]] QUrl resourceMetadataAddress(const QString& resource);
// Where the metadata of this issuer may be, in the order to try (RFC 8414 3.1 and 5); empty when the issuer
// is none that may be asked.
[[nodiscard]] QList<QUrl> serverMetadataAddresses(const QString& issuer);

// Errors: Rejected, for a document that is not about `resource` or names nobody who may be asked. A server
// elsewhere may not send the browser to this computer.
Result<ProtectedResource> readResourceMetadata(const QJsonObject& document, const QString& resource);
// Errors: Rejected, for a document of somebody else than `issuer`, an endpoint that is not safe, or a server
// without what a safe sign-in needs (authorization code with S256).
Result<AuthorizationServer> readServerMetadata(const QJsonObject& document, const QString& issuer);

// That there is no such document; NotFound.
[[nodiscard]] Error noBrowserSignIn(const QString& detail);

} // namespace ot::sync
