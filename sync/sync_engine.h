// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_keeper.h"
#include "storage/vault.h"
#include "sync/api_client.h"
#include "sync/back_off.h"
#include "sync/blobs/blob_transfer.h"
#include "sync/feed_store.h"
#include "sync/live_channel.h"
#include "sync/outbox_sender.h"
#include "sync/sign_in/token_source.h"
#include "sync/sync_status.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>

namespace ot::sync {

// The engine of one account: pulls the feed, follows it live, sends the outbox, and waits in between. Belongs
// to the sync thread; all its state is that thread's. Decoding happens here, off the GUI thread.
class SyncEngine : public QObject {
    Q_OBJECT

public:
    explicit SyncEngine(storage::Vault& vault);
    ~SyncEngine() override;

    // Once, on the sync thread: the files are kept in step with the records, whether anything is synced or
    // not.
    void keepBlobs();
    // See BlobTransfer. What is asked while nothing is synced is done once it is.
    void fetchBlob(const QByteArray& sha256, const storage::BlobOwner& owner);
    void sendBlob(const storage::BlobUpload& upload);
    void cancelBlob(const QByteArray& sha256);

    void start(const QUrl& server, const TokenSet& tokens);
    void syncNow();
    // Ends all exchange until the next start(); what waits is kept.
    void stop();
    // As stop(), and ends the sign-in; `then` is called once its tokens are forgotten on this device.
    void signOut(const std::function<void(const Outcome&)>& then);
    // As stop(), and ends the thread once tokens that are on their way have come, or after a moment.
    void finish();

Q_SIGNALS:
    void statusChanged(const ot::sync::SyncStatus& status);
    void idle();
    void typing(const QString& conversationId, const QString& displayName);
    void blobFetched(const QByteArray& sha256);
    void blobSending(const QByteArray& sha256, qint64 sent, qint64 total);
    void blobSent(const QByteArray& sha256);
    void blobFailed(const QByteArray& sha256, const ot::Error& error);
    void blobDelayed(const QByteArray& sha256, const ot::Error& error);

private:
    struct Frame {
        QString previousCursor;
        SyncPage page;
    };

    void loadFeed();
    void pull();
    void requestPage();
    void receivePage(const Result<ApiAnswer>& answer);
    void applyPulled(const SyncPage& page);
    void startOver();
    void reachedHead();
    void connectLive();
    void receiveFrame(const QString& previousCursor, const SyncPage& page);
    void applyNextFrame();
    void liveClosed(bool unauthorized);
    void fail(const Error& error, std::optional<std::chrono::seconds> asked = std::nullopt);
    void signedOut(const Error& error);
    void setPhase(SyncStatus::Phase phase, const std::optional<Error>& error = std::nullopt);
    void publish();
    void announceIfIdle();
    void letGo(std::unique_ptr<TokenSource> tokens);
    void endThreadWhenSettled();

    void connectTransfer();

    storage::Vault& m_vault;
    storage::BlobKeeper m_blobs;
    std::unique_ptr<QObject> m_exchange; // what is waited for between start() and stop() is waited for by it
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<OutboxSender> m_sender;
    std::unique_ptr<BlobTransfer> m_transfer;
    LiveChannel m_live;
    QTimer m_retry; // after a failure
    QTimer m_liveRetry; // the live channel alone
    BackOff m_backOff;
    BackOff m_liveBackOff;
    FeedState m_feed;
    SyncStatus m_status;
    std::deque<Frame> m_frames;
    bool m_pulling = false;
    bool m_pullAgain = false;
    bool m_applyingFrame = false;
    int m_unsettled = 0; // token sources that still hear from the server or tell it something
    bool m_finishing = false;
};

} // namespace ot::sync
