// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_store.h"
#include "sync/blobs/blob_exchange.h"

#include <QObject>
#include <QTimer>

class QNetworkReply;

namespace ot::sync {

// One attempt to fetch a blob that was begun in the store, from where it stands to its end. What comes is on
// disk piece by piece; no more than a piece waits in memory. It counts only once the whole has its hash.
// Belongs to the exchange's thread; deleting it gives the attempt up.
class BlobDownload : public QObject {
    Q_OBJECT

public:
    BlobDownload(
        storage::BlobStore& store, BlobExchange& exchange, QByteArray sha256, QObject* parent = nullptr);
    ~BlobDownload() override;

    void start();

Q_SIGNALS:
    // Once. Decode: it arrived whole and was another content; what was received is gone.
    void ended(const ot::sync::BlobAttempt& attempt);

private:
    void begin(const storage::BlobFacts& facts);
    void request(bool renewing);
    void follow(QNetworkReply* reply);
    void readHead();
    void takeHead(const HttpAnswer& head);
    void startOver(bool isFromTheServer);
    void readOn();
    void append(const QByteArray& piece);
    void bodyEnded();
    void finish();
    void end(BlobAttempt attempt);

    storage::BlobStore& m_store;
    BlobExchange& m_exchange;
    QByteArray m_sha256;
    qint64 m_size = 0;
    qint64 m_received = 0;
    qint64 m_receivedBefore = 0; // when the pace was looked at last
    QNetworkReply* m_reply = nullptr;
    QTimer m_pace;
    bool m_renewing = false;
    bool m_headTaken = false;
    bool m_bodyTaken = false; // of this reply
    bool m_appending = false;
    bool m_moved = false;
    bool m_ended = false;
};

} // namespace ot::sync
