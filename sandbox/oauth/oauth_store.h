// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the authorization server keeps: who may sign in, what they allowed (a grant), and the codes and
// refresh tokens that stand for it. Only hashes of secrets are stored. A code or refresh token that comes a
// second time was stolen from someone, so it ends its whole grant (RFC 6749 4.1.2, RFC 9700 4.14).
#pragma once

#include "sandbox/auth.h"

#include <optional>

namespace ot::sandbox {

/// What an account allowed a client.
struct Grant {
    QString id;
    QString account;
    QString clientId;
    QStringList scopes;
};

/// What came of a code or refresh token: its grant, or nothing; `ended` when the attempt ended a grant.
struct Redemption {
    std::optional<Grant> grant;
    bool ended = false;
};

class OAuthStore {
public:
    OAuthStore(Store& store, Auth& auth);

    void createTables();

    void setPassword(const QString& account, const QString& email, const QString& password);
    bool hasPassword(const QString& account, const QString& email);
    /// The account of an email address, whatever the password.
    std::optional<QString> accountOf(const QString& email);
    /// The account that signs in with these, in the same time whether there is one or not.
    std::optional<QString> checkPassword(const QString& email, const QString& password);

    struct NewCode {
        QString account;
        QString clientId;
        QStringList scopes;
        QString redirectUri;
        QByteArray challenge;
    };
    /// Makes the grant and the code that stands for it.
    QString issueCode(const NewCode& code);
    Redemption redeemCode(
        const QString& code, const QString& clientId, const QString& redirectUri, const QString& verifier);
    Redemption redeemRefreshToken(const QString& token, const QString& clientId);

    QString issueRefreshToken(const Grant& grant);
    /// Remembers that an access token belongs to a grant, so that it ends with it.
    void addAccessToken(const Grant& grant, const QString& tokenId);
    void revokeGrant(const QString& grantId);
    /// The grant of a refresh token, however old; nothing for an unknown one.
    std::optional<QString> grantOfRefreshToken(const QString& token);

private:
    std::optional<Grant> liveGrant(const QString& grantId);

    Store& m_store;
    Auth& m_auth;
};

} // namespace ot::sandbox
