// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_file.h"
#include "storage/vault.h"
#include "sync/sign_in/token_set.h"
#include "sync/sync_status.h"

#include <QFuture>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>

namespace ot::sync {

class SyncEngine;

// Keeps one vault in step with one server, on a thread of its own. Lives on the GUI thread; its functions
// return at once, its signals arrive on the thread it was made on. The vault must outlive it. The destructor
// ends the thread; a request under way is given up and its outcome found out at the next start. Only for
// tokens that are on their way it waits, for three seconds at most.
class SyncService : public QObject {
    Q_OBJECT

public:
    explicit SyncService(storage::Vault& vault, QObject* parent = nullptr);
    ~SyncService() override;

    // Begins to sync with the server at this address (scheme, host and port; https, or http to a loopback
    // address). Tokens that are renewed on the way are kept in the vault.
    void start(const QUrl& server, const TokenSet& tokens);
    // The same with a pasted token.
    void start(const QUrl& server, const QString& token);
    // Ends all exchange until the next start(). Everything on the device stays, what waits to be sent too.
    void stop();
    // As stop(), and ends the sign-in: its tokens are forgotten on this device, which the future waits for,
    // and revoked at the server, which it does not. Errors: those of the store.
    QFuture<Outcome> signOut();
    // Pulls and sends now instead of at the next turn.
    void syncNow();

    // Fetches a file that this record names, to be read from the vault's blobs once blobFetched() came; how
    // far it is says the blob store. Sends one that is there. Both go on by themselves after a lost
    // connection, a stop and a restart of the program.
    void fetchBlob(const QByteArray& sha256, const storage::BlobOwner& owner);
    void sendBlob(const storage::BlobUpload& upload);
    void cancelBlob(const QByteArray& sha256);

    [[nodiscard]] const SyncStatus& status() const { return m_status; }
    // True once the device stands at the head of the feed and nothing waits to be sent that could be.
    [[nodiscard]] bool isIdle() const { return m_idle; }

Q_SIGNALS:
    void statusChanged(const ot::sync::SyncStatus& status);
    // Everything that could be exchanged has been.
    void idle();
    // Somebody is writing in a conversation; holds for six seconds.
    void typing(const QString& conversationId, const QString& displayName);
    void blobFetched(const QByteArray& sha256);
    void blobSending(const QByteArray& sha256, qint64 sent, qint64 total);
    void blobSent(const QByteArray& sha256);
    // It is not tried again by itself.
    void blobFailed(const QByteArray& sha256, const ot::Error& error);
    // It is tried again by itself.
    void blobDelayed(const QByteArray& sha256, const ot::Error& error);

private:
    storage::Vault& m_vault;
    SyncStatus m_status;
    bool m_idle = false;
    QThread m_thread;
    SyncEngine* m_engine; // lives on m_thread, deleted when it ends
};

} // namespace ot::sync
