// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_download.h"

#include "storage/when_done.h"

#include <QCoreApplication>
#include <QNetworkReply>

namespace ot::sync {

using storage::BlobFacts;
using storage::BlobFile;

namespace {

constexpr char kBlobPath[] = "/api/trainer/v1/blobs/";
constexpr qint64 kPiece = 256LL * 1024;
// A server that drips keeps a connection busy for ever and brings nothing.
constexpr int kPaceMilliseconds = 60'000;
constexpr qint64 kLeastInThatTime = 16LL * 1024;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

// "bytes 100-199/200" has to be what was asked for.
bool isRangeFrom(const QByteArray& header, qint64 offset, qint64 size)
{
    return header.trimmed()
        == "bytes " + QByteArray::number(offset) + '-' + QByteArray::number(size - 1) + '/'
        + QByteArray::number(size);
}

Error lostOnTheWay(qint64 received, qint64 size)
{
    return { ErrorCode::Offline, Text::tr("The connection was lost on the way."),
        QStringLiteral("%1 of %2 bytes").arg(received).arg(size) };
}

} // namespace

BlobDownload::BlobDownload(
    storage::BlobStore& store, BlobExchange& exchange, QByteArray sha256, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_exchange(exchange)
    , m_sha256(std::move(sha256))
{
    m_pace.setInterval(kPaceMilliseconds);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        if (m_received - m_receivedBefore < std::min(kLeastInThatTime, m_size - m_receivedBefore) && m_reply)
            m_reply->abort();
        m_receivedBefore = m_received;
    });
}

BlobDownload::~BlobDownload()
{
    if (m_reply)
        m_reply->disconnect(this); // its end is told from its destructor
}

void BlobDownload::start()
{
    whenDone(m_store.facts(m_sha256), this, [this](const Result<BlobFacts>& facts) {
        if (facts)
            begin(*facts);
        else
            end(brokenBy(facts.error()));
    });
}

void BlobDownload::begin(const BlobFacts& facts)
{
    m_size = facts.byteCount;
    m_received = facts.received;
    m_receivedBefore = m_received;
    if (facts.complete)
        end({});
    else if (m_received == m_size)
        finish();
    else
        request(false);
}

void BlobDownload::request(bool renewing)
{
    m_renewing = renewing;
    m_headTaken = false;
    const QByteArray hash = m_sha256.toHex();
    BlobExchange::Request request;
    request.path = QLatin1String(kBlobPath) + QString::fromLatin1(hash);
    request.headers = { { "Accept", "*/*" } };
    if (m_received > 0) {
        request.headers.emplaceBack("Range", "bytes=" + QByteArray::number(m_received) + '-');
        request.headers.emplaceBack("If-Range", '"' + hash + '"');
    }
    m_exchange.open(request, renewing, this, [this](const Result<QNetworkReply*>& reply) {
        if (reply)
            follow(*reply);
        else
            end(brokenBy(reply.error()));
    });
}

void BlobDownload::follow(QNetworkReply* reply)
{
    m_reply = reply;
    m_bodyTaken = false;
    m_pace.start();
    connect(reply, &QNetworkReply::metaDataChanged, this, &BlobDownload::readHead);
    connect(reply, &QNetworkReply::readyRead, this, &BlobDownload::readOn);
    connect(reply, &QNetworkReply::finished, this, &BlobDownload::bodyEnded);
}

void BlobDownload::readHead()
{
    if (m_ended)
        return;
    if (m_headTaken) {
        // Qt has sent a request that broke off again, by itself: what comes now begins where this one began.
        if (m_bodyTaken)
            end(brokenBy(lostOnTheWay(m_received, m_size)));
        return;
    }
    const Result<HttpAnswer> head = HttpExchange::head(*m_reply);
    if (!head) {
        end(brokenBy(head.error()));
        return;
    }
    takeHead(*head);
}

void BlobDownload::takeHead(const HttpAnswer& head)
{
    if (head.status == 401 && !m_renewing) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
        request(true);
        return;
    }
    if (head.status == 416 && m_received > 0) {
        startOver(false); // what is here is not the beginning of what is there
        return;
    }
    if (head.status != 200 && head.status != 206) {
        end(refusedBy(head));
        return;
    }
    // A captive portal says 200 as well, but knows nothing of the name.
    if (head.headers.value("etag").trimmed() != '"' + m_sha256.toHex() + '"') {
        end(brokenBy(notTheServer(QStringLiteral("another ETag"))));
        return;
    }
    if (head.status == 200 && m_received > 0) {
        startOver(true);
        return;
    }
    const QByteArray length = head.headers.value("content-length");
    const bool isRightRange
        = head.status == 200 || isRangeFrom(head.headers.value("content-range"), m_received, m_size);
    if (!isRightRange || (!length.isEmpty() && length.toLongLong() != m_size - m_received)) {
        BlobAttempt refused = brokenBy({ ErrorCode::Decode,
            Text::tr("The server offers another file than the one that was announced. It was not taken."),
            QStringLiteral("%1 bytes from %2, of %3")
                .arg(QString::fromLatin1(length.left(20)))
                .arg(m_received)
                .arg(m_size) });
        end(refused);
        return;
    }
    m_headTaken = true;
    readOn();
}

// What was received does not go together with what comes.
void BlobDownload::startOver(bool isFromTheServer)
{
    m_headTaken = isFromTheServer;
    m_appending = true; // nothing is taken meanwhile
    if (!isFromTheServer) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    whenDone(m_store.run([hash = m_sha256](BlobFile& file) { return file.startOver(hash); }), this,
        [this, isFromTheServer](const Outcome& empty) {
            m_appending = false;
            if (!empty) {
                end(brokenBy(empty.error()));
                return;
            }
            m_received = 0;
            m_receivedBefore = 0;
            if (isFromTheServer)
                readOn();
            else
                request(m_renewing);
        });
}

void BlobDownload::readOn()
{
    if (!m_headTaken || m_appending || m_ended || !m_reply)
        return;
    const QByteArray piece
        = m_reply->isOpen() ? m_reply->read(kPiece) : QByteArray(); // an aborted one is not
    if (!piece.isEmpty())
        append(piece);
    else if (m_reply->isFinished())
        bodyEnded();
}

void BlobDownload::append(const QByteArray& piece)
{
    if (piece.size() > m_size - m_received) {
        end(brokenBy(notTheServer(QStringLiteral("more than the %1 bytes announced").arg(m_size))));
        return;
    }
    m_appending = true;
    m_bodyTaken = true;
    whenDone(m_store.run([hash = m_sha256, offset = m_received, piece](
                             BlobFile& file) { return file.append(hash, offset, piece); }),
        this, [this, count = piece.size()](const Outcome& appended) {
            m_appending = false;
            if (!appended) {
                end(brokenBy(appended.error()));
                return;
            }
            m_received += count;
            m_moved = true;
            readOn();
        });
}

void BlobDownload::bodyEnded()
{
    if (m_ended || m_appending || !m_reply)
        return; // comes back once the piece is on disk
    if (m_headTaken && m_reply->isOpen() && m_reply->bytesAvailable() > 0) {
        readOn();
        return;
    }
    if (m_headTaken && m_received == m_size) {
        finish();
        return;
    }
    if (const std::optional<Error> cut = HttpExchange::cutOff(*m_reply)) {
        end(brokenBy(*cut));
        return;
    }
    const Result<HttpAnswer> head = HttpExchange::head(*m_reply);
    if (!head)
        end(brokenBy(head.error()));
    else if (m_headTaken)
        end(brokenBy(lostOnTheWay(m_received, m_size)));
    else
        takeHead(*head);
}

void BlobDownload::finish()
{
    if (m_reply)
        m_reply->disconnect(this);
    whenDone(m_store.run([hash = m_sha256](BlobFile& file) { return file.finish(hash); }), this,
        [this](const Outcome& finished) {
            if (finished)
                end({});
            else
                end(brokenBy(finished.error()));
        });
}

void BlobDownload::end(BlobAttempt attempt)
{
    if (m_ended)
        return;
    m_ended = true;
    m_pace.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    attempt.hasMoved = m_moved;
    // From the event loop, so that whoever hears it may delete this.
    QMetaObject::invokeMethod(
        this, [this, attempt] { Q_EMIT ended(attempt); }, Qt::QueuedConnection);
}

} // namespace ot::sync
