// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/http_exchange.h"
#include "sync/sign_in/metadata.h"
#include "sync/sign_in/token_set.h"

#include <QObject>

#include <functional>
#include <map>

namespace ot::sync {

// Asks an authorization server what a native program without a secret of its own may ask (RFC 6749, 7009,
// 8414, 8707, 9728). Belongs to the thread it is made on. Each `take` is called once, from the event loop,
// and never after the client is gone; all give the errors of HttpExchange as well as their own.
class AuthorizationClient : public QObject {
    Q_OBJECT

public:
    template <class Value>
    using Take = std::function<void(const Result<Value>&)>;

    // Who signs the people of a server in, and for what.
    struct Place {
        AuthorizationServer server;
        QString resource;
        QStringList scopes; // to ask for; empty: the server's usual ones
    };
    // What came back through the browser, with what was sent out.
    struct Redeem {
        AuthorizationServer server;
        QString resource;
        QString code;
        QString redirectUri;
        QByteArray verifier;
        QStringList scopes;
    };

    static QString clientId();

    explicit AuthorizationClient(QObject* parent = nullptr);
    ~AuthorizationClient() override;

    // Errors: NotFound (no sign-in by browser there), Rejected (an unsafe one).
    void discover(const QUrl& server, const Take<Place>& take);
    // Errors: Rejected (the code was refused), Decode.
    void redeem(const Redeem& redeem, Take<TokenSet> take);
    // New tokens for the refresh token of the set; the old one is spent by it. Errors: Unauthorized (the
    // sign-in has ended), ServerFault, RateLimited, Decode.
    void renew(const TokenSet& tokens, Take<TokenSet> take);
    // Ends the sign-in at the server, as well as that server can.
    void revoke(const TokenSet& tokens, Take<Done> take);

private:
    using Fields = QList<std::pair<QString, QString>>;
    using TakeDocument = std::function<void(const Result<QJsonObject>&)>;

    void discoverAt(const QUrl& server, QStringList resources, const Take<Place>& take);
    void findServer(const QString& issuer, const Take<AuthorizationServer>& take);
    void findServerAt(const QString& issuer, QList<QUrl> addresses, const Take<AuthorizationServer>& take);
    void document(const QUrl& address, const TakeDocument& take);
    void post(const QUrl& address, const Fields& fields, HttpExchange::Take take);
    void revokeBoth(const AuthorizationServer& server, const TokenSet& tokens, const Take<Done>& take);

    HttpExchange m_http;
    std::map<QString, AuthorizationServer> m_known; // by issuer
};

} // namespace ot::sync
