// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_store.h"
#include "sync/blobs/blob_exchange.h"

#include <QObject>

namespace ot::sync {

// One attempt to send a blob that waits to be sent, by tus 1.0.0: begins an upload, or asks how far the one
// that was begun is and goes on from there; an upload that the server has forgotten is begun anew. Where the
// server has the content already, nothing is sent. Belongs to the exchange's thread; deleting it gives the
// attempt up.
class BlobSending : public QObject {
    Q_OBJECT

public:
    // `pieceBytes` is the most that one request may carry.
    BlobSending(storage::BlobStore& store, BlobExchange& exchange, QByteArray sha256, qint64 pieceBytes,
        QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    // So much of it is on the server's disk.
    void sent(qint64 bytes, qint64 total);
    // Once. Without an error the server has it, and the store knows.
    void ended(const ot::sync::BlobAttempt& attempt);

private:
    void create();
    void created(const HttpAnswer& answer);
    void ask();
    void asked(const HttpAnswer& answer);
    void beginAnew();
    void sendFrom(qint64 offset);
    void patch(qint64 offset, const QByteArray& piece);
    void patched(qint64 offset, qint64 count, const HttpAnswer& answer);
    void reached(qint64 offset);
    void keepLocation(const QString& location, qint64 offset);
    void request(const BlobExchange::Request& request, void (BlobSending::*take)(const HttpAnswer&));
    [[nodiscard]] bool mayGoBack();
    void end(BlobAttempt attempt);

    storage::BlobStore& m_store;
    BlobExchange& m_exchange;
    storage::BlobUpload m_upload;
    qint64 m_size = 0;
    qint64 m_pieceBytes;
    int m_stepsBack = 0; // how often the server stood elsewhere than it had said
    bool m_moved = false;
    bool m_ended = false;
};

} // namespace ot::sync
