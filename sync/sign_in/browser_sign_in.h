// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/sign_in/authorization_client.h"
#include "sync/sign_in/loopback_listener.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace ot::sync {

// One sign-in in the person's own browser: OAuth 2.0 authorization code with PKCE for a native program (RFC
// 8252, 9700). Finds out who signs the people of a server in, sends the browser there, waits at a loopback
// address for the answer, and exchanges it for tokens. The program never sees a password. Belongs to the
// thread it is made on, which needs an event loop. Made for one attempt; exactly one of signedIn() and
// failed() ends it.
class BrowserSignIn : public QObject {
    Q_OBJECT

public:
    // Opens an address in the browser; says whether that worked.
    using Opener = std::function<bool(const QUrl&)>;
    static constexpr std::chrono::minutes kLimit { 10 };

    explicit BrowserSignIn(
        Opener opener, std::chrono::milliseconds limit = kLimit, QObject* parent = nullptr);
    ~BrowserSignIn() override;

    // `server` as checkServerAddress() gives it.
    void start(const QUrl& server);
    // The browser again, where the page was closed or never came up. Only while it waits for the browser.
    void openAgain();
    // failed() follows with Cancelled.
    void cancel();

Q_SIGNALS:
    // The browser was asked to open this address; `opened` is whether it said so.
    void waiting(const QUrl& address, bool opened);
    // The browser came back; the tokens are being fetched.
    void returned();
    void signedIn(const ot::sync::TokenSet& tokens);
    // Errors: Cancelled, Timeout (the limit), Rejected (refused, or denied by the person), NotTheServer (the
    // answer of another server), NotFound (no sign-in by browser there), and those of the network.
    void failed(const ot::Error& error);

private:
    enum class Stage { Idle, Discovering, Waiting, Redeeming, Ended };

    void ask(const AuthorizationClient::Place& place);
    [[nodiscard]] QUrl authorizationAddress() const;
    LoopbackListener::Page judge(const QMap<QString, QString>& answer);
    // What is wrong with an answer that carries our state.
    [[nodiscard]] std::optional<Error> faultOf(const QMap<QString, QString>& answer) const;
    void redeem(const QString& code);
    void fail(const Error& error);
    void end();

    Opener m_opener;
    std::chrono::milliseconds m_limit;
    AuthorizationClient m_client;
    std::unique_ptr<LoopbackListener> m_listener;
    QTimer m_deadline;
    Stage m_stage = Stage::Idle;
    AuthorizationClient::Place m_place;
    QByteArray m_verifier;
    QByteArray m_state;
    QUrl m_address;
};

} // namespace ot::sync
