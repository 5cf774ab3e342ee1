// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_sending.h"

#include "storage/when_done.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace ot::sync {

using storage::BlobFacts;
using storage::BlobFile;
using storage::BlobUpload;

namespace {

constexpr char kUploadsPath[] = "/api/trainer/v1/uploads";
constexpr char kVersion[] = "1.0.0";
constexpr int kMostStepsBack = 5;
constexpr int kWrongChecksum = 460;
constexpr int kTooLarge = 413;
constexpr qint64 kSmallestPiece = 16LL * 1024;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

// What is to be sent: the entry of the store and the size.
using Waiting = std::pair<BlobUpload, qint64>;

Result<Waiting> findUpload(BlobFile& file, const QByteArray& sha256)
{
    const Result<std::vector<BlobUpload>> uploads = file.uploads();
    if (!uploads)
        return uploads.error();
    const auto found = std::find_if(
        uploads->begin(), uploads->end(), [&](const BlobUpload& upload) { return upload.sha256 == sha256; });
    if (found == uploads->end())
        return Error { ErrorCode::NotFound, Text::tr("This file is not waiting to be sent."),
            QStringLiteral("no upload") };
    const Result<BlobFacts> facts = file.facts(sha256);
    return facts ? Result<Waiting>(Waiting(*found, facts->byteCount)) : Result<Waiting>(facts.error());
}

// A header's number; -1 when there is none.
qint64 numberIn(const HttpAnswer& answer, const char* header)
{
    bool isNumber = false;
    const qint64 number = answer.headers.value(header).trimmed().toLongLong(&isNumber);
    return isNumber ? number : -1;
}

// The path of an upload at this server and nowhere else: the token goes there.
QString locationIn(const HttpAnswer& answer, const QUrl& server)
{
    const QUrl location
        = server.resolved(QUrl(QString::fromUtf8(answer.headers.value("location")), QUrl::StrictMode));
    const bool isHere = location.scheme() == server.scheme() && location.host() == server.host()
        && location.port() == server.port() && location.userInfo().isEmpty() && !location.hasQuery();
    const QString path = location.path();
    return isHere && path.startsWith(QLatin1String(kUploadsPath) + QLatin1Char('/'))
            && !path.contains(QLatin1String(".."))
        ? path
        : QString();
}

BlobExchange::Headers tus()
{
    return { { "Tus-Resumable", kVersion } };
}

} // namespace

BlobSending::BlobSending(
    storage::BlobStore& store, BlobExchange& exchange, QByteArray sha256, qint64 pieceBytes, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_exchange(exchange)
    , m_pieceBytes(pieceBytes)
{
    m_upload.sha256 = std::move(sha256);
}

void BlobSending::start()
{
    whenDone(m_store.run([hash = m_upload.sha256](BlobFile& file) { return findUpload(file, hash); }), this,
        [this](const Result<Waiting>& waiting) {
            if (!waiting) {
                end(brokenBy(waiting.error()));
                return;
            }
            m_upload = waiting->first;
            m_size = waiting->second;
            if (m_upload.location.isEmpty())
                create();
            else
                ask();
        });
}

void BlobSending::request(const BlobExchange::Request& request, void (BlobSending::*take)(const HttpAnswer&))
{
    m_exchange.send(request, this, [this, take](const Result<HttpAnswer>& answer) {
        if (answer)
            (this->*take)(*answer);
        else
            end(brokenBy(answer.error()));
    });
}

void BlobSending::create()
{
    BlobExchange::Request create { "POST", QLatin1String(kUploadsPath), tus(), {} };
    const auto value = [](const QString& text) { return text.toUtf8().toBase64(); };
    create.headers.emplaceBack("Upload-Length", QByteArray::number(m_size));
    create.headers.emplaceBack("Upload-Metadata",
        "filename " + value(m_upload.fileName) + ",filetype " + value(m_upload.mediaType) + ",sha256 "
            + m_upload.sha256.toHex().toBase64());
    create.headers.emplaceBack("Content-Type", "application/offset+octet-stream");
    request(create, &BlobSending::created);
}

void BlobSending::created(const HttpAnswer& answer)
{
    if (answer.status == kTooLarge) {
        end(brokenBy({ ErrorCode::BadInput, Text::tr("This file is larger than the server takes."),
            QStringLiteral("%1 bytes").arg(m_size) }));
        return;
    }
    if (answer.status != 200 && answer.status != 201) {
        end(refusedBy(answer));
        return;
    }
    const qint64 offset = numberIn(answer, "upload-offset");
    if (offset == m_size) {
        reached(m_size); // it has it already
        return;
    }
    const QString location = locationIn(answer, m_exchange.server());
    if (location.isEmpty() || offset < 0 || offset > m_size) {
        end(brokenBy(notTheServer(QStringLiteral("an upload without a place or an offset"))));
        return;
    }
    keepLocation(location, offset);
}

// On disk before the first byte is sent, so that a restart goes on with it.
void BlobSending::keepLocation(const QString& location, qint64 offset)
{
    m_upload.location = location;
    whenDone(m_store.run([hash = m_upload.sha256, location](
                             BlobFile& file) { return file.setUploadLocation(hash, location); }),
        this, [this, offset](const Outcome& kept) {
            if (!kept)
                end(brokenBy(kept.error()));
            else if (m_upload.location.isEmpty())
                create();
            else
                reached(offset);
        });
}

void BlobSending::ask()
{
    request({ "HEAD", m_upload.location, tus(), {} }, &BlobSending::asked);
}

void BlobSending::asked(const HttpAnswer& answer)
{
    if (answer.status == 404 || answer.status == 410 || answer.status == 403) {
        beginAnew();
        return;
    }
    if (!answer.isSuccess()) {
        end(refusedBy(answer));
        return;
    }
    const qint64 offset = numberIn(answer, "upload-offset");
    const qint64 length = numberIn(answer, "upload-length");
    if (offset < 0 || offset > m_size || (length >= 0 && length != m_size)) {
        end(brokenBy(notTheServer(QStringLiteral("an offset of %1 in %2").arg(offset).arg(m_size))));
        return;
    }
    reached(offset);
}

// The server has forgotten it, or its time is over.
void BlobSending::beginAnew()
{
    if (mayGoBack())
        keepLocation({}, 0);
}

bool BlobSending::mayGoBack()
{
    if (++m_stepsBack <= kMostStepsBack)
        return true;
    end(brokenBy(notTheServer(QStringLiteral("an upload that never stands where it was said to"))));
    return false;
}

void BlobSending::reached(qint64 offset)
{
    Q_EMIT sent(offset, m_size);
    if (offset < m_size) {
        sendFrom(offset);
        return;
    }
    whenDone(m_store.run([hash = m_upload.sha256](BlobFile& file) { return file.uploaded(hash); }), this,
        [this](const Outcome& kept) { end(kept ? BlobAttempt() : brokenBy(kept.error())); });
}

void BlobSending::sendFrom(qint64 offset)
{
    whenDone(m_store.read(m_upload.sha256, offset, std::min(m_pieceBytes, m_size - offset)), this,
        [this, offset](const Result<QByteArray>& piece) {
            if (piece)
                patch(offset, *piece);
            else
                end(brokenBy(piece.error()));
        });
}

void BlobSending::patch(qint64 offset, const QByteArray& piece)
{
    BlobExchange::Request patch { "PATCH", m_upload.location, tus(), piece };
    patch.headers.emplaceBack("Upload-Offset", QByteArray::number(offset));
    patch.headers.emplaceBack("Upload-Checksum",
        "sha256 " + QCryptographicHash::hash(piece, QCryptographicHash::Sha256).toBase64());
    patch.headers.emplaceBack("Content-Type", "application/offset+octet-stream");
    m_exchange.send(patch, this, [this, offset, count = piece.size()](const Result<HttpAnswer>& answer) {
        if (answer)
            patched(offset, count, *answer);
        else
            end(brokenBy(answer.error()));
    });
}

void BlobSending::patched(qint64 offset, qint64 count, const HttpAnswer& answer)
{
    if (answer.status == 404 || answer.status == 410) {
        beginAnew();
        return;
    }
    if (answer.status == 409 || answer.status == kWrongChecksum) {
        if (mayGoBack())
            ask();
        return;
    }
    if (answer.status == kTooLarge && m_pieceBytes > kSmallestPiece) {
        m_pieceBytes = std::max(m_pieceBytes / 2, kSmallestPiece);
        sendFrom(offset);
        return;
    }
    if (!answer.isSuccess()) {
        end(refusedBy(answer));
        return;
    }
    const qint64 stands = numberIn(answer, "upload-offset");
    if (stands != offset + count) {
        end(brokenBy(
            notTheServer(QStringLiteral("an offset of %1 after %2").arg(stands).arg(offset + count))));
        return;
    }
    m_moved = true;
    reached(stands);
}

void BlobSending::end(BlobAttempt attempt)
{
    if (m_ended)
        return;
    m_ended = true;
    attempt.hasMoved = m_moved;
    // From the event loop, so that whoever hears it may delete this.
    QMetaObject::invokeMethod(
        this, [this, attempt] { Q_EMIT ended(attempt); }, Qt::QueuedConnection);
}

} // namespace ot::sync
