// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/vault.h"
#include "sync/sign_in/authorization_client.h"
#include "sync/sign_in/token_set.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <vector>

namespace ot::sync {

// The tokens of one account while it is in use: gives the access token to those who ask, and renews it before
// it ends and when the server refuses it. One renewal at a time, whoever asks: a refresh token that is sent
// twice ends the sign-in. New tokens are in the vault before anybody gets them. Belongs to the thread it is
// made on; the vault must outlive it.
class TokenSource : public QObject {
    Q_OBJECT

public:
    TokenSource(storage::Vault& vault, const TokenSet& tokens, QObject* parent = nullptr);
    ~TokenSource() override;

    // As they are now, whether they hold or not.
    [[nodiscard]] const TokenSet& tokens() const { return m_tokens; }

    // The access token, a new one when the one that is here is about to end. Errors: Unauthorized (the server
    // ended the sign-in), and those of the network where the old one has ended.
    QFuture<Result<QString>> token();
    // A token in place of the one that the server refused. Errors: Unauthorized, and those of the network.
    QFuture<Result<QString>> tokenInsteadOf(const QString& refused);

    // Whether a refresh token is on its way: until the answer is in the vault, ending the program would lose
    // the sign-in. settled() says that it has come.
    [[nodiscard]] bool isRenewing() const { return m_renewing; }

    // Ends the sign-in: forgets the tokens on this device, and ends them at the server as well as that can be
    // done. The future ends once they are forgotten; settled() follows when the server has been told, or
    // can't be. Nothing can be asked after it.
    QFuture<Outcome> signOut();
    [[nodiscard]] bool isSettled() const { return !m_renewing && !m_revoking; }

Q_SIGNALS:
    void settled();

private:
    using Promise = QPromise<Result<QString>>;
    struct Waiter {
        std::shared_ptr<Promise> promise;
        bool mayUseOld = false;
    };

    [[nodiscard]] bool isDue() const;
    [[nodiscard]] bool hasEnded() const;
    void takeTokens(const TokenSet& tokens);
    QFuture<Result<QString>> renewed(bool mayUseOld);
    void receive(const Result<TokenSet>& renewed);
    void keep(bool endsRenewal);
    void answerAll(const std::optional<Error>& error);
    void revoke();

    storage::Vault& m_vault;
    AuthorizationClient m_client;
    TokenSet m_tokens;
    qint64 m_margin = 0; // milliseconds before its end at which a token is renewed
    std::vector<Waiter> m_waiters;
    std::optional<Error> m_ended; // the server's last word
    bool m_renewing = false;
    bool m_revoking = false;
    bool m_leaving = false;
    bool m_unkept = false; // newer than those in the vault, which could not be written
};

} // namespace ot::sync
