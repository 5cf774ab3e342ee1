// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_keeper.h"
#include "storage/blobs/blob_store.h"
#include "sync/back_off.h"
#include "sync/blobs/blob_exchange.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace ot::sync {

// Brings blobs over in both directions, behind everything else: two at once, what is to be sent first. An
// attempt that breaks off is gone on with after a while; what was asked for is remembered in the store, so
// that a restart goes on with it as well. What arrives is verified before anybody can read it, see BlobFile.
// How far a fetch is says the store's own signal.
//
// Belongs to the thread of its ApiClient. Paused until resume().
class BlobTransfer : public QObject {
    Q_OBJECT

public:
    BlobTransfer(storage::BlobStore& store, storage::BlobKeeper& keeper, ApiClient& api,
        const BlobExchange::Patience& patience = {}, QObject* parent = nullptr);
    ~BlobTransfer() override;

    // The server can be reached: what waits is tried at once, what was left by the last run too.
    void resume();
    // Nothing is begun; what is under way ends.
    void pause() { m_paused = true; }

    // Fetches what the record names. One that is under way, or here already, is no error.
    void fetch(const QByteArray& sha256, const storage::BlobOwner& owner);
    // Sends a blob that is whole in the store.
    void send(const storage::BlobUpload& upload);
    // Gives up either. What was fetched of it stays until room is needed.
    void cancel(const QByteArray& sha256);

    [[nodiscard]] bool isIdle() const { return m_entries.empty() && m_asking == 0; }

Q_SIGNALS:
    void fetched(const QByteArray& sha256);
    void sending(const QByteArray& sha256, qint64 sent, qint64 total);
    void sent(const QByteArray& sha256);
    // It is not tried again by itself.
    void failed(const QByteArray& sha256, const ot::Error& error);
    // It is tried again by itself.
    void delayed(const QByteArray& sha256, const ot::Error& error);
    // The server does not accept the token. Paused; what was asked for is kept.
    void unauthorized(const ot::Error& error);

private:
    struct Entry {
        QByteArray sha256;
        bool isUpload = false;
        std::unique_ptr<QObject> attempt; // while one is under way
        QTimer wait;
        BackOff backOff;
        int damaged = 0; // how often it arrived as another content
    };
    using Entries = std::deque<std::unique_ptr<Entry>>;

    void takeUp();
    void add(const QByteArray& sha256, bool isUpload);
    Entry* find(const QByteArray& sha256, bool isUpload);
    void pump();
    void begin(Entry& entry);
    void askLimits(Entry& entry);
    void attemptEnded(Entry& entry, const BlobAttempt& attempt);
    void giveUp(Entry& entry, const Error& error);
    void remove(const Entry& entry);

    storage::BlobStore& m_store;
    storage::BlobKeeper& m_keeper;
    ApiClient& m_api;
    BlobExchange m_exchange;
    Entries m_entries;
    qint64 m_pieceBytes = 0; // 0: the server has not said it yet
    int m_asking = 0; // calls of the store that add entries
    bool m_paused = true;
    bool m_tookUp = false;
};

} // namespace ot::sync
