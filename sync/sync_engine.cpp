// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_engine.h"
#include "storage/when_done.h"

#include <QDateTime>
#include <QNetworkRequest>
#include <QThread>

namespace ot::sync {

using storage::ReadSnapshot;
using storage::UtcTime;
using storage::WriteTransaction;
using Phase = SyncStatus::Phase;

namespace {

constexpr char kSyncPath[] = "/api/trainer/v1/sync";
constexpr char kLivePath[] = "/api/trainer/v1/live";
constexpr int kPageRecords = 500;
constexpr std::size_t kMostWaitingFrames = 64;
// Where the live channel can't be had the feed is asked now and then; while it is up, never.
constexpr std::chrono::seconds kPollWithoutLive { 60 };
// How long the end of the program waits for tokens that are on their way.
constexpr int kFinishMilliseconds = 3'000;

UtcTime now()
{
    return { QDateTime::currentMSecsSinceEpoch() };
}

struct Applied {
    FeedState state;
};

} // namespace

SyncEngine::SyncEngine(storage::Vault& vault)
    : m_vault(vault)
    , m_blobs(vault, this)
    , m_live(this)
    , m_retry(this)
    , m_liveRetry(this)
{
    m_retry.setSingleShot(true);
    m_liveRetry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SyncEngine::pull);
    connect(&m_liveRetry, &QTimer::timeout, this, &SyncEngine::pull);
    connect(&m_live, &LiveChannel::opened, this, [this](const QString& cursor) {
        m_liveBackOff.reset();
        m_status.live = true;
        publish();
        if (cursor != m_feed.cursor)
            pull();
    });
    connect(&m_live, &LiveChannel::changes, this, &SyncEngine::receiveFrame);
    connect(&m_live, &LiveChannel::pullWanted, this, &SyncEngine::pull);
    connect(&m_live, &LiveChannel::typing, this, &SyncEngine::typing);
    connect(&m_live, &LiveChannel::closed, this, &SyncEngine::liveClosed);
    connect(&m_vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        if (notice.outboxChanged && m_sender)
            m_sender->kick();
    });
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start(const QUrl& server, const TokenSet& tokens)
{
    stop();
    m_tokens = std::make_unique<TokenSource>(m_vault, tokens);
    m_api = tokens.canRenew() ? std::make_unique<ApiClient>(server, *m_tokens)
                              : std::make_unique<ApiClient>(server, tokens.accessToken);
    m_sender = std::make_unique<OutboxSender>(m_vault, *m_api);
    connect(m_sender.get(), &OutboxSender::drained, this, &SyncEngine::announceIfIdle);
    connect(m_sender.get(), &OutboxSender::interrupted, this, [this](const Error& error, int seconds) {
        if (error.code == ErrorCode::Unauthorized)
            signedOut(error);
        else
            fail(error, seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt);
    });
    m_transfer = std::make_unique<BlobTransfer>(m_vault.blobs(), m_blobs, *m_api);
    connectTransfer();
    m_exchange = std::make_unique<QObject>();
    setPhase(Phase::Connecting);
    // A page of the exchange before may still be on its way into the store; the writer's queue goes in order.
    whenDone(m_vault.write([](WriteTransaction&) { return success(); }), m_exchange.get(),
        [this](const Outcome&) { loadFeed(); });
}

void SyncEngine::connectTransfer()
{
    BlobTransfer* transfer = m_transfer.get();
    connect(transfer, &BlobTransfer::fetched, this, &SyncEngine::blobFetched);
    connect(transfer, &BlobTransfer::sending, this, &SyncEngine::blobSending);
    connect(transfer, &BlobTransfer::sent, this, &SyncEngine::blobSent);
    connect(transfer, &BlobTransfer::failed, this, &SyncEngine::blobFailed);
    connect(transfer, &BlobTransfer::delayed, this, &SyncEngine::blobDelayed);
    connect(transfer, &BlobTransfer::unauthorized, this, &SyncEngine::signedOut);
}

void SyncEngine::keepBlobs()
{
    m_blobs.start();
}

void SyncEngine::fetchBlob(const QByteArray& sha256, const storage::BlobOwner& owner)
{
    if (m_transfer) {
        m_transfer->fetch(sha256, owner);
        return;
    }
    whenDone(m_blobs.admit(sha256, owner), this, [this, sha256](const Result<storage::BlobFacts>& facts) {
        if (!facts)
            Q_EMIT blobFailed(sha256, facts.error());
        else if (facts->complete)
            Q_EMIT blobFetched(sha256);
    });
}

void SyncEngine::sendBlob(const storage::BlobUpload& upload)
{
    if (m_transfer) {
        m_transfer->send(upload);
        return;
    }
    whenDone(m_vault.blobs().run([upload](storage::BlobFile& file) { return file.addUpload(upload); }), this,
        [this, hash = upload.sha256](const Outcome& added) {
            if (!added)
                Q_EMIT blobFailed(hash, added.error());
        });
}

void SyncEngine::cancelBlob(const QByteArray& sha256)
{
    if (m_transfer) {
        m_transfer->cancel(sha256);
        return;
    }
    m_vault.blobs().run([sha256](storage::BlobFile& file) {
        const Outcome dropped = file.dropUpload(sha256);
        return dropped ? file.setWanted(sha256, false) : dropped;
    });
}

void SyncEngine::loadFeed()
{
    whenDone(m_vault.read([](ReadSnapshot& snapshot) { return loadFeedState(snapshot); }), m_exchange.get(),
        [this](const Result<FeedState>& state) {
            if (!state) {
                fail(state.error());
                return;
            }
            m_feed = *state;
            m_status.lastSyncedAt = m_feed.lastSyncedAt;
            pull();
        });
}

void SyncEngine::syncNow()
{
    if (!m_api || m_status.phase == Phase::Stopped)
        return;
    m_retry.stop();
    m_backOff.reset();
    pull();
}

void SyncEngine::stop()
{
    m_exchange.reset(); // with it goes whatever waited for the store or the server
    m_live.close();
    m_retry.stop();
    m_liveRetry.stop();
    m_frames.clear();
    m_transfer.reset(); // what was asked for is in the store
    m_sender
        .reset(); // with it go the answers it waits for; what was being sent is found out at the next start
    m_api.reset();
    m_pulling = false;
    m_applyingFrame = false;
    m_pullAgain = false;
    m_status.live = false;
    if (m_tokens)
        letGo(std::move(m_tokens));
    setPhase(Phase::Stopped);
}

void SyncEngine::signOut(const std::function<void(const Outcome&)>& then)
{
    std::unique_ptr<TokenSource> tokens = std::move(m_tokens);
    stop();
    if (!tokens) {
        then(success());
        return;
    }
    whenDone(tokens->signOut(), this, then);
    letGo(std::move(tokens));
}

// Tokens that are on their way would be lost with their source, and the sign-in with them.
void SyncEngine::letGo(std::unique_ptr<TokenSource> tokens)
{
    if (tokens->isSettled())
        return;
    ++m_unsettled;
    TokenSource* source = tokens.release();
    source->setParent(this);
    connect(source, &TokenSource::settled, this, [this, source] {
        source->disconnect(this);
        source->deleteLater();
        --m_unsettled;
        endThreadWhenSettled();
    });
}

void SyncEngine::finish()
{
    stop();
    m_finishing = true;
    QTimer::singleShot(kFinishMilliseconds, this, [] { QThread::currentThread()->quit(); });
    endThreadWhenSettled();
}

void SyncEngine::endThreadWhenSettled()
{
    if (m_finishing && m_unsettled == 0)
        QThread::currentThread()->quit();
}

void SyncEngine::pull()
{
    if (!m_api || m_status.phase == Phase::SignedOut)
        return;
    if (m_pulling || m_applyingFrame) {
        m_pullAgain = true;
        return;
    }
    m_pulling = true;
    m_pullAgain = false;
    m_retry.stop();
    m_frames.clear(); // the pull brings what they said
    if (m_feed.cursor.isNull() && !m_feed.snapshotOpen)
        startOver();
    else
        requestPage();
}

void SyncEngine::startOver()
{
    m_status.done = 0;
    m_status.total = 0;
    whenDone(m_vault.write([state = m_feed](WriteTransaction& transaction) mutable -> Result<Applied> {
        const Outcome begun = beginSnapshot(transaction, state);
        return begun ? Result<Applied>(Applied { state }) : Result<Applied>(begun.error());
    }),
        m_exchange.get(), [this](const Result<Applied>& begun) {
            if (!begun) {
                m_pulling = false;
                fail(begun.error());
                return;
            }
            m_feed = begun->state;
            requestPage();
        });
}

void SyncEngine::requestPage()
{
    if (m_feed.snapshotOpen)
        setPhase(Phase::FirstSync);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageRecords));
    if (!m_feed.cursor.isNull())
        query.addQueryItem(
            QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(m_feed.cursor)));
    whenDone(m_api->get(QLatin1String(kSyncPath), query), m_exchange.get(),
        [this](const Result<ApiAnswer>& answer) { receivePage(answer); });
}

void SyncEngine::receivePage(const Result<ApiAnswer>& answer)
{
    if (!answer || !answer->isSuccess()) {
        const Error error = answer ? errorOf(*answer) : answer.error();
        if (error.code == ErrorCode::CursorExpired) {
            startOver();
            return;
        }
        m_pulling = false;
        if (error.code == ErrorCode::Unauthorized) {
            signedOut(error);
            return;
        }
        const auto asked = answer ? answer->retryAfterSeconds : std::nullopt;
        fail(error, asked ? std::optional(std::chrono::seconds(*asked)) : std::nullopt);
        return;
    }
    const Result<SyncPage> page = decodeSyncPage(answer->body);
    if (!page) {
        m_pulling = false;
        fail(page.error());
        return;
    }
    if (page->hasMore && page->nextCursor == m_feed.cursor) {
        m_pulling = false;
        fail({ ErrorCode::Decode, {}, QStringLiteral("the cursor does not move") });
        return;
    }
    applyPulled(*page);
}

void SyncEngine::applyPulled(const SyncPage& page)
{
    m_status.unreadable += static_cast<qint64>(page.unreadable.size());
    if (m_feed.snapshotOpen) {
        m_status.done = page.snapshotDone;
        m_status.total = page.snapshotTotal;
    } else if (page.hasMore) {
        setPhase(Phase::CatchingUp);
    }
    whenDone(m_vault.write([page, state = m_feed](WriteTransaction& transaction) mutable -> Result<Applied> {
        const Outcome applied = applyPage(transaction, page, now(), state);
        return applied ? Result<Applied>(Applied { state }) : Result<Applied>(applied.error());
    }),
        m_exchange.get(), [this, hasMore = page.hasMore](const Result<Applied>& applied) {
            if (!applied) {
                m_pulling = false;
                fail(applied.error());
                return;
            }
            m_feed = applied->state;
            m_sender->setGeneration(m_feed.generation);
            publish();
            if (hasMore)
                requestPage();
            else
                reachedHead();
        });
}

void SyncEngine::reachedHead()
{
    m_pulling = false;
    m_backOff.reset();
    m_status.lastSyncedAt = m_feed.lastSyncedAt;
    setPhase(Phase::UpToDate);
    m_sender->resume();
    m_transfer->resume();
    if (m_pullAgain) {
        pull();
        return;
    }
    if (!m_live.isOpen())
        connectLive();
    announceIfIdle();
}

void SyncEngine::connectLive()
{
    if (!m_liveRetry.isActive())
        m_live.open(m_api->liveRequest(QLatin1String(kLivePath)));
}

void SyncEngine::receiveFrame(const QString& previousCursor, const SyncPage& page)
{
    if (m_pulling) {
        m_pullAgain = true; // what the pull has already passed is in the frame, or will be
        return;
    }
    if (m_frames.size() >= kMostWaitingFrames) {
        pull();
        return;
    }
    m_frames.push_back({ previousCursor, page });
    applyNextFrame();
}

void SyncEngine::applyNextFrame()
{
    if (m_applyingFrame)
        return;
    if (m_frames.empty()) {
        if (m_pullAgain)
            pull();
        else
            announceIfIdle();
        return;
    }
    const Frame frame = std::move(m_frames.front());
    m_frames.pop_front();
    if (frame.previousCursor != m_feed.cursor) {
        pull(); // a gap, or something this device has already
        return;
    }
    m_applyingFrame = true;
    m_status.unreadable += static_cast<qint64>(frame.page.unreadable.size());
    whenDone(m_vault.write([page = frame.page, state = m_feed](
                               WriteTransaction& transaction) mutable -> Result<Applied> {
        const Outcome applied = applyPage(transaction, page, now(), state);
        return applied ? Result<Applied>(Applied { state }) : Result<Applied>(applied.error());
    }),
        m_exchange.get(), [this](const Result<Applied>& applied) {
            m_applyingFrame = false;
            if (!applied) {
                fail(applied.error());
                return;
            }
            m_feed = applied->state;
            m_status.lastSyncedAt = m_feed.lastSyncedAt;
            publish();
            applyNextFrame();
        });
}

void SyncEngine::liveClosed(bool unauthorized)
{
    m_status.live = false;
    publish();
    if (unauthorized || m_status.phase == Phase::SignedOut) {
        pull(); // hears it from the server itself, with its reason
        return;
    }
    // The first retry comes soon; where there is no live channel at all the waits grow into slow polling.
    const auto wait = std::max<std::chrono::milliseconds>(m_liveBackOff.next(), std::chrono::seconds(1));
    m_liveRetry.start(std::min<std::chrono::milliseconds>(wait, kPollWithoutLive));
}

void SyncEngine::fail(const Error& error, std::optional<std::chrono::seconds> asked)
{
    if (m_status.phase == Phase::SignedOut)
        return;
    m_sender->pause();
    m_transfer->pause();
    m_live.close();
    m_liveRetry.stop();
    m_status.live = false;
    m_frames.clear();
    setPhase(Phase::Offline, error);
    m_retry.start(m_backOff.next(asked));
}

void SyncEngine::signedOut(const Error& error)
{
    m_sender->pause();
    m_transfer->pause();
    m_live.close();
    m_liveRetry.stop();
    m_retry.stop();
    m_status.live = false;
    m_frames.clear();
    setPhase(Phase::SignedOut, error);
}

void SyncEngine::setPhase(Phase phase, const std::optional<Error>& error)
{
    if (m_status.phase != phase)
        m_status.since = now();
    m_status.phase = phase;
    m_status.error = error;
    publish();
}

void SyncEngine::publish()
{
    Q_EMIT statusChanged(m_status);
}

void SyncEngine::announceIfIdle()
{
    if (m_status.phase == Phase::UpToDate && !m_pulling && !m_applyingFrame && m_sender->isIdle())
        Q_EMIT idle();
}

} // namespace ot::sync
