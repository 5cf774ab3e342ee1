// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/blobs/uploads.h"

#include "sandbox/api/answers.h"
#include "sandbox/blobs/upload_metadata.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>

#include <unistd.h>

namespace ot::sandbox {

namespace {

constexpr char kVersion[] = "1.0.0";
constexpr qint64 kKept = 24LL * 60 * 60 * 1000;
constexpr qint64 kMostUnfinished = 20;
constexpr int kIdCharacters = 24;
constexpr int kWrongChecksum = 460;
constexpr int kUnsupportedType = 415;
constexpr int kWrongVersion = 412;

HttpResponse tusAnswer(int status)
{
    HttpResponse response;
    response.status = status;
    response.contentType.clear();
    response.setHeader("Tus-Resumable", kVersion);
    return response;
}

HttpResponse refusal(ErrorCode code, const QString& sentence, int status = 0)
{
    HttpResponse response = errorAnswer(code, sentence);
    if (status > 0)
        response.status = status;
    response.setHeader("Tus-Resumable", kVersion);
    return response;
}

HttpResponse issue(const QString& path, const QString& message)
{
    HttpResponse response = issueAnswer(path, message);
    response.setHeader("Tus-Resumable", kVersion);
    return response;
}

std::optional<HttpResponse> otherVersion(const HttpRequest& request)
{
    if (request.header("tus-resumable") == kVersion)
        return std::nullopt;
    HttpResponse response
        = refusal(ErrorCode::BadRequest, QStringLiteral("This server speaks tus 1.0.0."), kWrongVersion);
    response.setHeader("Tus-Version", kVersion);
    return response;
}

/// A header's number; nothing when it is not a plain one.
std::optional<qint64> readNumber(const QByteArray& header)
{
    bool isNumber = false;
    const qint64 number = header.toLongLong(&isNumber);
    if (!isNumber || number < 0 || header.startsWith('+'))
        return std::nullopt;
    return number;
}

/// The date as HTTP writes it.
QByteArray httpDate(qint64 milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

/// What `Upload-Checksum` says of a piece: nothing is wrong, or the answer.
std::optional<HttpResponse> wrongChecksum(const QByteArray& header, const QByteArray& piece)
{
    if (header.isEmpty())
        return std::nullopt;
    const qsizetype blank = header.indexOf(' ');
    if (blank < 0 || header.left(blank) != "sha256")
        return issue(QStringLiteral("Upload-Checksum"), QStringLiteral("must be sha256 and its value"));
    if (QByteArray::fromBase64(header.mid(blank + 1))
        == QCryptographicHash::hash(piece, QCryptographicHash::Sha256))
        return std::nullopt;
    return refusal(ErrorCode::BadRequest, QStringLiteral("What came has another checksum."), kWrongChecksum);
}

} // namespace

Uploads::Uploads(Store& store, BlobStore& blobs, BlobAnswers& answers)
    : m_store(store)
    , m_blobs(blobs)
    , m_answers(answers)
{
}

QString Uploads::open(const QString& dataDirectory)
{
    m_directory = dataDirectory + QStringLiteral("/uploads");
    m_store.database().execute("CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, account TEXT NOT "
                               "NULL, sha256 TEXT NOT NULL, "
                               "byteCount INTEGER NOT NULL, expiresAt INTEGER NOT NULL, done INTEGER NOT "
                               "NULL DEFAULT 0) WITHOUT ROWID");
    if (!QDir().mkpath(m_directory))
        return QStringLiteral("The directory %1 can't be made.").arg(m_directory);
    sweep();
    return {};
}

HttpResponse Uploads::options()
{
    HttpResponse response = tusAnswer(204);
    response.setHeader("Tus-Version", kVersion);
    response.setHeader("Tus-Extension", "creation,expiration,checksum,termination");
    response.setHeader("Tus-Max-Size", QByteArray::number(kMaxBlobBytes));
    response.setHeader("Tus-Checksum-Algorithm", "sha256");
    return response;
}

HttpResponse Uploads::create(const Session& session, const HttpRequest& request)
{
    if (std::optional<HttpResponse> refused = otherVersion(request))
        return std::move(*refused);
    const std::optional<qint64> length = readNumber(request.header("upload-length"));
    if (!length)
        return issue(QStringLiteral("Upload-Length"), QStringLiteral("must be the number of bytes"));
    if (*length > kMaxBlobBytes)
        return refusal(ErrorCode::PayloadTooLarge, QStringLiteral("A blob has at most 50 MiB."));
    const auto metadata = parseUploadMetadata(request.header("upload-metadata"));
    if (!metadata)
        return issue(QStringLiteral("Upload-Metadata"),
            QStringLiteral("must hold filename, filetype and sha256, each in base64"));
    QString reason;
    if (m_blobs.pathOf(metadata->sha256)
        && m_answers.mayRead(session.account.key, metadata->sha256, reason)) {
        // Nothing has to be sent, and the account may name it from now on.
        grantBlob(m_store, session.account.key, { metadata->sha256, *length });
        HttpResponse response = tusAnswer(200);
        response.setHeader("Location", "/api/trainer/v1/blobs/" + metadata->sha256.toLatin1());
        response.setHeader("Upload-Offset", QByteArray::number(*length));
        response.setHeader("Upload-Expires", httpDate(m_store.clock().now() + kKept));
        return response;
    }
    sweep();
    if (unfinished(session.account.key) >= kMostUnfinished) {
        HttpResponse response
            = refusal(ErrorCode::RateLimited, QStringLiteral("Twenty uploads are unfinished already."));
        response.setHeader("Retry-After", "60");
        return response;
    }
    return begin(session, metadata->sha256, *length);
}

HttpResponse Uploads::begin(const Session& session, const QString& sha256, qint64 length)
{
    const Upload upload { QStringLiteral("up_") + randomText(kIdCharacters), session.account.key, sha256,
        length, m_store.clock().now() + kKept, false };
    QFile file(fileOf(upload));
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return refusal(ErrorCode::Unavailable, QStringLiteral("The upload can't be kept at the moment."));
    file.close();
    m_store.database()
        .prepare(
            "INSERT INTO uploads (id, account, sha256, byteCount, expiresAt) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(upload.id)
        .bind(upload.account)
        .bind(upload.sha256)
        .bind(upload.byteCount)
        .bind(upload.expiresAt)
        .run();
    HttpResponse response = length == 0 ? finish(upload) : tusAnswer(201);
    if (response.status >= 400)
        return response;
    response.status = 201;
    response.setHeader("Location", "/api/trainer/v1/uploads/" + upload.id.toLatin1());
    response.setHeader("Upload-Offset", "0");
    response.setHeader("Upload-Expires", httpDate(upload.expiresAt));
    return response;
}

HttpResponse Uploads::handle(const Session& session, const HttpRequest& request, const QString& id)
{
    if (std::optional<HttpResponse> refused = otherVersion(request))
        return std::move(*refused);
    const std::optional<Upload> upload = find(session.account.key, id);
    if (!upload)
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no such upload."));
    if (request.method == "HEAD")
        return state(*upload);
    if (request.method == "PATCH")
        return append(*upload, request);
    if (request.method != "DELETE")
        return wrongMethodAnswer("HEAD, PATCH, DELETE");
    remove(*upload);
    return tusAnswer(204);
}

std::optional<Uploads::Upload> Uploads::find(const QString& account, const QString& id)
{
    Statement row = m_store.database().prepare(
        "SELECT id, account, sha256, byteCount, expiresAt, done FROM uploads WHERE id = ?1 AND account = ?2");
    row.bind(id).bind(account);
    if (!row.step() || row.integer(4) <= m_store.clock().now())
        return std::nullopt;
    return Upload { row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4),
        row.integer(5) != 0 };
}

QString Uploads::fileOf(const Upload& upload) const
{
    return m_directory + QLatin1Char('/') + upload.id;
}

qint64 Uploads::offsetOf(const Upload& upload) const
{
    return upload.done ? upload.byteCount : QFileInfo(fileOf(upload)).size();
}

HttpResponse Uploads::state(const Upload& upload) const
{
    HttpResponse response = tusAnswer(200);
    response.setHeader("Upload-Offset", QByteArray::number(offsetOf(upload)));
    response.setHeader("Upload-Length", QByteArray::number(upload.byteCount));
    response.setHeader("Upload-Expires", httpDate(upload.expiresAt));
    response.setHeader("Cache-Control", "no-store");
    return response;
}

HttpResponse Uploads::append(const Upload& upload, const HttpRequest& request)
{
    if (request.header("content-type") != "application/offset+octet-stream")
        return refusal(ErrorCode::BadRequest,
            QStringLiteral("The body must be application/offset+octet-stream."), kUnsupportedType);
    const std::optional<qint64> offset = readNumber(request.header("upload-offset"));
    if (!offset)
        return issue(QStringLiteral("Upload-Offset"), QStringLiteral("must be a number of bytes"));
    const qint64 stands = offsetOf(upload);
    if (*offset != stands)
        return refusal(ErrorCode::Conflict, QStringLiteral("The upload stands at another offset."));
    if (request.body.size() > upload.byteCount - stands)
        return issue(QStringLiteral("body"), QStringLiteral("is more than was announced"));
    if (std::optional<HttpResponse> wrong = wrongChecksum(request.header("upload-checksum"), request.body))
        return std::move(*wrong);
    QFile file(fileOf(upload));
    const bool kept = upload.done
        || (file.open(QIODevice::Append | QIODevice::Unbuffered)
            && file.write(request.body) == request.body.size() && ::fsync(file.handle()) == 0);
    if (!kept) {
        file.resize(stands);
        return refusal(ErrorCode::Unavailable, QStringLiteral("The upload can't be kept at the moment."));
    }
    file.close();
    if (!upload.done && stands + request.body.size() == upload.byteCount) {
        if (HttpResponse finished = finish(upload); finished.status >= 400)
            return finished;
    }
    HttpResponse response = tusAnswer(204);
    response.setHeader("Upload-Offset", QByteArray::number(stands + request.body.size()));
    response.setHeader("Upload-Expires", httpDate(upload.expiresAt));
    return response;
}

HttpResponse Uploads::finish(const Upload& upload)
{
    const std::optional<BlobFacts> blob = m_blobs.take(fileOf(upload), upload.sha256);
    if (!blob) {
        remove(upload);
        return refusal(
            ErrorCode::BadRequest, QStringLiteral("The whole has another SHA-256."), kWrongChecksum);
    }
    DatabaseTransaction transaction(m_store.database());
    grantBlob(m_store, upload.account, *blob);
    // Kept until it expires: whoever has lost the last answer asks how far it is.
    m_store.database().prepare("UPDATE uploads SET done = 1 WHERE id = ?1").bind(upload.id).run();
    transaction.commit();
    return tusAnswer(204);
}

void Uploads::remove(const Upload& upload)
{
    m_store.database().prepare("DELETE FROM uploads WHERE id = ?1").bind(upload.id).run();
    QFile::remove(fileOf(upload));
}

void Uploads::sweep()
{
    std::vector<Upload> over;
    {
        Statement row = m_store.database().prepare("SELECT id FROM uploads WHERE expiresAt <= ?1");
        row.bind(m_store.clock().now());
        while (row.step())
            over.push_back({ row.text(0), {}, {}, 0, 0, false });
    }
    for (const Upload& upload : over)
        remove(upload);
}

qint64 Uploads::unfinished(const QString& account)
{
    Statement row
        = m_store.database().prepare("SELECT count(*) FROM uploads WHERE account = ?1 AND done = 0");
    row.bind(account);
    return row.step() ? row.integer(0) : 0;
}

} // namespace ot::sandbox
