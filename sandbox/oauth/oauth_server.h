// SPDX-License-Identifier: GPL-3.0-or-later
//
// The OAuth 2.0 authorization server: authorization code with PKCE for programs on the user's machine (RFC
// 6749, 7636, 8252, 9700), found by RFC 8414 and 9728 metadata, refresh tokens that rotate, revocation (RFC
// 7009). Access tokens are ordinary API tokens that end after an hour.
#pragma once

#include "sandbox/http/http_message.h"
#include "sandbox/oauth/authorization_request.h"
#include "sandbox/oauth/oauth_store.h"

#include <functional>
#include <map>

namespace ot::sandbox {

class OAuthServer {
public:
    /// `accessEnded` is called when tokens stop holding before their time.
    OAuthServer(Store& store, Auth& auth, std::function<void()> accessEnded);

    /// After the store was opened: gives each account a password where it has none and writes `sign-in.json`.
    /// `url` is the issuer. Gives the reason when the file can't be written.
    QString start(const QString& directory, const QString& url);

    /// Told of each wrong password for an account that exists.
    void onFailedSignIn(std::function<void(const QString& account, const HttpRequest& request)> listener)
    {
        m_signInFailed = std::move(listener);
    }

    /// Whether a path is one of this server's.
    static bool owns(const QByteArray& path);
    HttpResponse handle(const HttpRequest& request);

    /// What WWW-Authenticate says with a 401 (RFC 9728 5.1); `hadToken` where one was sent that does not
    /// hold.
    [[nodiscard]] QByteArray challenge(bool hadToken) const;

private:
    /// A person on the way from the app's request to its answer.
    struct Visit {
        AuthorizationRequest request;
        QByteArray cookieHash;
        qint64 expiresAt = 0;
        int attempts = 0;
        QString account; // once signed in
    };

    HttpResponse metadata() const;
    HttpResponse resourceMetadata(const HttpRequest& request) const;
    HttpResponse authorize(const HttpRequest& request);
    HttpResponse signIn(const HttpRequest& request);
    HttpResponse consent(const HttpRequest& request);
    HttpResponse token(const HttpRequest& request);
    HttpResponse redeemCode(const Form& form);
    HttpResponse redeemRefreshToken(const Form& form);
    HttpResponse grantAnswer(const Redemption& redemption, const QStringList& scopes);
    HttpResponse revoke(const HttpRequest& request);

    HttpResponse redirect(const QString& redirectUri, const QString& state,
        const std::vector<std::pair<QString, QString>>& parameters) const;
    /// The visit a form or link belongs to, if the browser that sends it is the one the visit began in.
    std::map<QString, Visit>::iterator visitOf(const QString& id, const HttpRequest& request);
    void forgetOldVisits();
    bool comesFromOurPage(const HttpRequest& request) const;

    Store& m_store;
    Auth& m_auth;
    OAuthStore m_records;
    std::function<void()> m_accessEnded;
    std::function<void(const QString&, const HttpRequest&)> m_signInFailed;
    QString m_issuer;
    std::map<QString, Visit> m_visits;
};

} // namespace ot::sandbox
