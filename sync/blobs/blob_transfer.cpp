// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_transfer.h"

#include "storage/when_done.h"
#include "sync/blobs/blob_download.h"
#include "sync/blobs/blob_sending.h"

#include <algorithm>

namespace ot::sync {

using storage::BlobFacts;
using storage::BlobFile;
using storage::BlobUpload;

namespace {

constexpr int kAtOnce = 2;
// A line that changes bytes once may not do so twice; a server that has other content does it every time.
constexpr int kMostDamaged = 2;
constexpr char kCapabilitiesPath[] = "/api/trainer/v1/capabilities";
constexpr qint64 kLargestPiece = 1024LL * 1024;
constexpr qint64 kUsualPiece = 256LL * 1024; // where the server does not say

// What the last run left.
struct Left {
    std::vector<BlobFacts> wanted;
    std::vector<BlobUpload> uploads;
};

} // namespace

BlobTransfer::BlobTransfer(storage::BlobStore& store, storage::BlobKeeper& keeper, ApiClient& api,
    const BlobExchange::Patience& patience, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_api(api)
    , m_exchange(api, patience)
{
}

BlobTransfer::~BlobTransfer() = default;

void BlobTransfer::resume()
{
    m_paused = false;
    for (const auto& entry : m_entries) {
        entry->wait.stop();
        entry->backOff.reset();
    }
    if (!m_tookUp)
        takeUp();
    pump();
}

void BlobTransfer::takeUp()
{
    m_tookUp = true;
    ++m_asking;
    whenDone(m_store.run([](BlobFile& file) -> Result<Left> {
        Result<std::vector<BlobFacts>> wanted = file.wanted();
        if (!wanted)
            return wanted.error();
        Result<std::vector<BlobUpload>> uploads = file.uploads();
        if (!uploads)
            return uploads.error();
        return Left { std::move(*wanted), std::move(*uploads) };
    }),
        this, [this](const Result<Left>& left) {
            --m_asking;
            if (!left)
                return; // the store says it to everybody who asks
            for (const BlobUpload& upload : left->uploads)
                add(upload.sha256, true);
            for (const BlobFacts& facts : left->wanted)
                add(facts.sha256, false);
            pump();
        });
}

void BlobTransfer::fetch(const QByteArray& sha256, const storage::BlobOwner& owner)
{
    ++m_asking;
    whenDone(m_keeper.admit(sha256, owner), this, [this, sha256](const Result<BlobFacts>& facts) {
        --m_asking;
        if (!facts) {
            Q_EMIT failed(sha256, facts.error());
        } else if (facts->complete) {
            Q_EMIT fetched(sha256);
        } else {
            add(sha256, false);
            pump();
        }
    });
}

void BlobTransfer::send(const BlobUpload& upload)
{
    ++m_asking;
    whenDone(m_store.run([upload](BlobFile& file) { return file.addUpload(upload); }), this,
        [this, hash = upload.sha256](const Outcome& added) {
            --m_asking;
            if (!added) {
                Q_EMIT failed(hash, added.error());
                return;
            }
            add(hash, true);
            pump();
        });
}

void BlobTransfer::cancel(const QByteArray& sha256)
{
    for (const bool isUpload : { true, false }) {
        Entry* entry = find(sha256, isUpload);
        if (!entry)
            continue;
        if (entry->attempt) {
            entry->attempt->disconnect(this);
            entry->attempt.release()->deleteLater(); // it may be what called
        }
        remove(*entry);
    }
    using Uploads = std::vector<BlobUpload>;
    const auto forget = [sha256](BlobFile& file) -> Result<Uploads> {
        const Result<Uploads> uploads = file.uploads();
        if (!uploads)
            return uploads;
        const Outcome dropped = file.dropUpload(sha256);
        if (const Outcome unwanted = dropped ? file.setWanted(sha256, false) : dropped; !unwanted)
            return unwanted.error();
        return uploads;
    };
    whenDone(m_store.run(forget), this, [this, sha256](const Result<Uploads>& uploads) {
        for (const BlobUpload& upload : uploads ? *uploads : Uploads()) {
            // So that the server need not keep it for a day; it forgets it by itself otherwise.
            if (upload.sha256 == sha256 && !upload.location.isEmpty())
                m_exchange.send({ "DELETE", upload.location, { { "Tus-Resumable", "1.0.0" } }, {} }, this,
                    [](const Result<HttpAnswer>&) {});
        }
    });
    pump();
}

void BlobTransfer::add(const QByteArray& sha256, bool isUpload)
{
    if (find(sha256, isUpload))
        return;
    auto entry = std::make_unique<Entry>();
    entry->sha256 = sha256;
    entry->isUpload = isUpload;
    entry->wait.setSingleShot(true);
    connect(&entry->wait, &QTimer::timeout, this, &BlobTransfer::pump);
    if (isUpload)
        m_entries.push_front(std::move(entry));
    else
        m_entries.push_back(std::move(entry));
}

BlobTransfer::Entry* BlobTransfer::find(const QByteArray& sha256, bool isUpload)
{
    for (const auto& entry : m_entries) {
        if (entry->sha256 == sha256 && entry->isUpload == isUpload)
            return entry.get();
    }
    return nullptr;
}

void BlobTransfer::pump()
{
    if (m_paused)
        return;
    auto busy = std::count_if(
        m_entries.begin(), m_entries.end(), [](const auto& entry) { return entry->attempt != nullptr; });
    for (const auto& entry : m_entries) {
        if (busy == kAtOnce)
            return;
        if (entry->attempt || entry->wait.isActive())
            continue;
        ++busy;
        begin(*entry);
    }
}

void BlobTransfer::begin(Entry& entry)
{
    if (!entry.isUpload) {
        auto download = std::make_unique<BlobDownload>(m_store, m_exchange, entry.sha256);
        connect(download.get(), &BlobDownload::ended, this,
            [this, &entry](const BlobAttempt& attempt) { attemptEnded(entry, attempt); });
        download->start();
        entry.attempt = std::move(download);
        return;
    }
    if (m_pieceBytes == 0) {
        askLimits(entry);
        return;
    }
    auto sending = std::make_unique<BlobSending>(m_store, m_exchange, entry.sha256, m_pieceBytes);
    connect(sending.get(), &BlobSending::sent, this, [this, hash = entry.sha256](qint64 bytes, qint64 total) {
        Q_EMIT this->sending(hash, bytes, total);
    });
    connect(sending.get(), &BlobSending::ended, this,
        [this, &entry](const BlobAttempt& attempt) { attemptEnded(entry, attempt); });
    sending->start();
    entry.attempt = std::move(sending);
}

// How much one request may carry, before the first is sent.
void BlobTransfer::askLimits(Entry& entry)
{
    entry.attempt = std::make_unique<QObject>();
    whenDone(m_api.get(QLatin1String(kCapabilitiesPath)), entry.attempt.get(),
        [this, &entry](const Result<ApiAnswer>& answer) {
            if (!answer || !answer->isSuccess()) {
                BlobAttempt attempt = answer
                    ? refusedBy({ answer->status, {}, true, true, answer->retryAfterSeconds, {} })
                    : brokenBy(answer.error());
                attempt.isFinal = attempt.error->code == ErrorCode::Unauthorized;
                attemptEnded(entry, attempt);
                return;
            }
            const qint64 limit = answer->body.value(QLatin1String("limits"))
                                     .toObject()
                                     .value(QLatin1String("uploadChunkBytes"))
                                     .toInteger(kUsualPiece);
            m_pieceBytes = std::clamp<qint64>(limit, 1, kLargestPiece);
            entry.attempt.release()->deleteLater(); // it is what called
            begin(entry);
        });
}

void BlobTransfer::attemptEnded(Entry& entry, const BlobAttempt& attempt)
{
    entry.attempt.release()->deleteLater(); // it is what called
    if (!attempt.error) {
        const QByteArray hash = entry.sha256;
        const bool isUpload = entry.isUpload;
        remove(entry);
        if (isUpload)
            Q_EMIT sent(hash);
        else
            Q_EMIT fetched(hash);
        pump();
        return;
    }
    const Error error = *attempt.error;
    if (error.code == ErrorCode::Unauthorized) {
        m_paused = true;
        Q_EMIT unauthorized(error);
        return;
    }
    const bool isDamaged = error.code == ErrorCode::Decode && ++entry.damaged < kMostDamaged;
    if (attempt.isFinal && !isDamaged) {
        giveUp(entry, error);
        return;
    }
    if (attempt.hasMoved)
        entry.backOff.reset();
    entry.wait.start(entry.backOff.next(attempt.retryAfterSeconds
            ? std::optional(std::chrono::seconds(*attempt.retryAfterSeconds))
            : std::nullopt));
    Q_EMIT delayed(entry.sha256, error);
    pump();
}

void BlobTransfer::giveUp(Entry& entry, const Error& error)
{
    const QByteArray hash = entry.sha256;
    const bool isUpload = entry.isUpload;
    remove(entry);
    // Otherwise each start would try it again. The content of what could not be sent stays.
    ++m_asking;
    whenDone(m_store.run([hash, isUpload](BlobFile& file) {
        return isUpload ? file.dropUpload(hash) : file.setWanted(hash, false);
    }),
        this, [this, hash, error](const Outcome&) {
            --m_asking;
            Q_EMIT failed(hash, error);
            pump();
        });
}

void BlobTransfer::remove(const Entry& entry)
{
    m_entries.erase(std::remove_if(m_entries.begin(), m_entries.end(),
                        [&](const auto& one) { return one.get() == &entry; }),
        m_entries.end());
}

} // namespace ot::sync
