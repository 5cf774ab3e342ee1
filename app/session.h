// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account_list.h"
#include "storage/health/health_keeper.h"
#include "storage/keys/key_custody.h"
#include "storage/vault.h"
#include "sync/sign_in/browser_sign_in.h"
#include "sync/sync_service.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace ot::sync {
class ApiClient;
struct ApiAnswer;
} // namespace ot::sync

namespace ot::storage {
class Rekey;
}

namespace ot::app {

// One account of a profile at a time: finds or makes its vault, opens it, and syncs it; then another. Says
// what it needs of the user by signals and is answered by its functions; knows nothing of windows, so that
// the command line uses the same one. Lives on the GUI thread.
class Session : public QObject {
    Q_OBJECT

public:
    // Begins with the account that was used last.
    explicit Session(QString profileDirectory, QObject* parent = nullptr);
    ~Session() override;

    // Another account than the last one, by its number in the list or its id. Before open(). Errors:
    // NotFound.
    Outcome useAccount(const QString& numberOrId);

    // Credentials to sign in with instead of asking, from the command line. Before open(). Where the profile
    // has an account already they replace its token, if the server says that they are the same person's.
    void offerCredentials(const QUrl& server, const QString& token);
    // Begins with the vault that is there; without one, and without credentials, signInNeeded() follows.
    void open();
    // A new token for the account of this profile, or the first one. The server says whose it is before
    // anything is kept.
    void signIn(const QUrl& server, const QString& token);
    // The same by way of the person's browser, which `opener` opens. browserWaiting() follows, or
    // signInNeeded() with what stands in the way. An attempt before is given up.
    void signInByBrowser(const QUrl& server, sync::BrowserSignIn::Opener opener);
    void openBrowserAgain();
    // Gives the attempt up; signInNeeded() follows with Cancelled.
    void cancelSignIn();
    // The answer to passphraseNeeded().
    void usePassphrase(const QString& passphrase);
    // Tries again what trouble() was about.
    void retry();
    // Forgets the tokens, ends them at the server where they came from a sign-in by browser, and stops the
    // sync. The vault stays, with what waits to be sent; signing in again goes on with it.
    void signOut();

    // The accounts of the profile, and the one of them that is open or about to be; empty while one is added.
    [[nodiscard]] AccountList& accounts() { return m_accounts; }
    [[nodiscard]] QString accountId() const;
    // Closes the vault that is open, with everything that waits to be written in it, and opens that one.
    void switchTo(const QString& accountId);
    // The same, and asks for a sign-in to an account that is not here yet. switchTo() goes back.
    void addAccount();

    // Encrypts the vault anew under a new key, with the vault closed: closing(), rekeyProgress() and
    // rekeyEnded() follow, and ready() once it is open again. `ways` as in Rekey::run(): the passphrase where
    // there is one, and a recovery code from newRecoveryCode() that the person has been shown, or none.
    void rekey(const storage::NextWays& ways);
    [[nodiscard]] static QString newRecoveryCode();
    void cancelRekey();

    // Valid after ready().
    [[nodiscard]] storage::Vault& vault() { return *m_vault; }
    [[nodiscard]] sync::SyncService& sync() { return *m_sync; }
    [[nodiscard]] QUrl server() const { return m_server; }
    [[nodiscard]] bool hasAccount() const;
    [[nodiscard]] QString accountDirectory() const { return m_accountDirectory; }
    // Whether the key of the vault that is there is (also) wrapped by a passphrase.
    [[nodiscard]] bool hasPassphrase() const;
    // How the vault's key is kept.
    [[nodiscard]] bool keyIsInKeychain() const { return m_keyInKeychain; }

Q_SIGNALS:
    // There is no account yet, or the attempt to sign in failed for this reason.
    void signInNeeded(const ot::Error& why);
    // The browser was asked to open this address, and whether it said so; the sign-in goes on there.
    void browserWaiting(const QUrl& address, bool opened);
    // The person has done their part; the server is asked for the rest.
    void browserReturned();
    // A passphrase is to be chosen (there is no keychain to keep the key of the new vault in) or to be
    // entered. `why` says what stands behind it, or that the last one was wrong.
    void passphraseNeeded(bool isNew, const ot::Error& why);
    // The vault can't be opened for this reason; retry() tries again.
    void trouble(const ot::Error& error);
    // The vault was damaged and has been rebuilt; `summary` says what of it was saved. retry() goes on.
    void rebuilt(const QString& summary);
    // The open vault was found damaged. It is rebuilt when it is opened the next time; until then it goes on
    // with what can be read.
    void damaged();
    // The vault is open and the sync has begun.
    void ready();
    // The vault is about to close, to make room for another or to be encrypted anew: let go of vault() and
    // sync() before this returns.
    void closing();
    void rekeyProgress(int percent);
    // Whether the vault has a new key; an error says why it has kept the one it had.
    void rekeyEnded(const ot::Outcome& outcome);

private:
    struct Credentials {
        QUrl server;
        sync::TokenSet tokens;
        QString userId;
    };

    void endBrowserSignIn();
    void checkTokens(const QUrl& server, const sync::TokenSet& tokens);
    void receiveIdentity(
        const QUrl& server, const sync::TokenSet& tokens, const Result<sync::ApiAnswer>& answer);
    void dropTokens(const sync::TokenSet& tokens);
    [[nodiscard]] std::optional<Error> faultOf(
        const Credentials& credentials, const Result<sync::ApiAnswer>& answer) const;
    void adopt(const Credentials& credentials);
    void createVault();
    void takeKey(const Result<storage::SharedKey>& key);
    void openVault(const storage::SharedKey& key);
    void watchOver(const storage::SharedKey& key, bool wasLeftOpen);
    void rescueVault(const storage::SharedKey& key);
    void loadCredentials();
    void useCredentials(const Credentials& kept);
    void keepCredentials(const Credentials& credentials);
    void start(const Credentials& credentials);
    void leave(std::function<void()> then);
    void runRekey(const storage::SharedKey& key, const storage::NextWays& ways);
    void tidyUpRekey();

    AccountList m_accounts;
    QString m_accountDirectory; // empty before there is an account
    QUrl m_server;
    std::optional<Credentials> m_offered; // from the command line
    std::optional<Credentials> m_given; // checked with the server, not yet in the vault
    std::optional<Credentials> m_kept; // in the vault
    std::unique_ptr<storage::KeyCustody> m_custody;
    std::unique_ptr<sync::BrowserSignIn> m_browserSignIn;
    std::unique_ptr<sync::ApiClient> m_checker; // while the server is asked whose tokens they are
    sync::TokenSet m_checked;
    sync::AuthorizationClient m_authorization; // ends sign-ins that are not kept
    std::unique_ptr<storage::Vault> m_vault;
    std::unique_ptr<storage::health::HealthKeeper> m_keeper; // of the vault that is open
    storage::SharedKey m_rescuedKey; // between rebuilt() and retry()
    std::unique_ptr<sync::SyncService> m_sync;
    bool m_wasRescued = false; // once a session: what breaks again is not rebuilt again
    std::unique_ptr<storage::Rekey> m_rekey;
    storage::Cancellation m_rekeyCancellation;
    // Who waits for answers about the account that is open; gone with it, so that none comes to the next one.
    std::unique_ptr<QObject> m_account;
    bool m_isNew = false;
    bool m_keyInKeychain = true;
};

} // namespace ot::app
