// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/blobs/blob_answers.h"

#include "sandbox/api/answers.h"
#include "sandbox/http/byte_range.h"
#include "sandbox/privacy/security_log.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace ot::sandbox {

namespace {

HttpResponse noSuchBlob(const QString& reason)
{
    return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such blob for this account."),
        reason.isEmpty() ? QJsonObject() : QJsonObject { { QStringLiteral("reason"), reason } });
}

HttpResponse unsatisfiable(qint64 size)
{
    HttpResponse response
        = errorAnswer(ErrorCode::BadRequest, QStringLiteral("The range begins behind the end."));
    response.status = 416;
    response.setHeader("Content-Range", "bytes */" + QByteArray::number(size));
    return response;
}

} // namespace

BlobAnswers::BlobAnswers(Store& store, const BlobStore& blobs)
    : m_store(store)
    , m_blobs(blobs)
{
}

bool BlobAnswers::mayRead(const QString& account, const QString& sha256, QString& reason)
{
    Statement row = m_store.database().prepare(
        "SELECT json_extract(CAST(object AS TEXT), '$.access') FROM records WHERE account = ?1 "
        "AND type = 'Attachment' AND removed = 0 AND json_extract(CAST(object AS TEXT), '$.sha256') = ?2");
    row.bind(account).bind(sha256);
    while (row.step()) {
        const QString access = row.text(0);
        if (access == QLatin1String("AVAILABLE"))
            return true;
        reason = access.toLower();
    }
    return reason.isEmpty() && usableBlob(m_store, account, sha256).has_value();
}

// Archives stay where they were packed, because they go when their time is over.
std::optional<QString> BlobAnswers::archiveOf(const QString& account, const QString& sha256)
{
    Statement row
        = m_store.database().prepare("SELECT path FROM archives WHERE account = ?1 AND sha256 = ?2");
    row.bind(account).bind(sha256);
    if (!row.step())
        return std::nullopt;
    return row.text(0);
}

QString BlobAnswers::nameOf(const QString& account, const QString& sha256)
{
    Statement row = m_store.database().prepare(
        "SELECT json_extract(CAST(object AS TEXT), '$.fileName') FROM records WHERE account = ?1 "
        "AND type = 'Attachment' AND removed = 0 AND json_extract(CAST(object AS TEXT), '$.sha256') = ?2");
    row.bind(account).bind(sha256);
    return row.step() ? row.text(0) : sha256;
}

HttpResponse BlobAnswers::handle(const Session& session, const HttpRequest& request, const QString& sha256)
{
    const QString& account = session.account.key;
    QString reason;
    if (!isSha256(sha256) || !mayRead(account, sha256, reason))
        return noSuchBlob(reason);
    const std::optional<QString> archive = archiveOf(account, sha256);
    const std::optional<QString> path = archive ? archive : m_blobs.pathOf(sha256);
    if (!path || !QFileInfo::exists(*path))
        return noSuchBlob({});
    if (archive && request.method == "GET") {
        StoreWriter writer(m_store);
        addSecurityEvent(m_store, writer, account, newsOf(QStringLiteral("EXPORT_DOWNLOADED"), request));
        writer.commit();
    }
    const qint64 size = QFileInfo(*path).size();
    const QByteArray tag = '"' + sha256.toLatin1() + '"';
    const QByteArray ifRange = request.header("if-range").trimmed();
    const RangeRequest asked
        = ifRange.isEmpty() || ifRange == tag ? parseRange(request.header("range"), size) : RangeRequest();
    if (asked.kind == RangeRequest::Kind::Unsatisfiable)
        return unsatisfiable(size);
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.file = FileSlice { *path, 0, size };
    if (asked.kind == RangeRequest::Kind::Part) {
        response.status = 206;
        response.file = FileSlice { *path, asked.range.first, asked.range.length() };
        response.setHeader("Content-Range",
            "bytes " + QByteArray::number(asked.range.first) + '-' + QByteArray::number(asked.range.last)
                + '/' + QByteArray::number(size));
    }
    response.setHeader("ETag", tag);
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("Cache-Control", "private, immutable");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // A name may hold anything; in this form (RFC 8187) nothing of it can be taken for a header.
    response.setHeader("Content-Disposition",
        "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(nameOf(account, sha256)));
    return response;
}

} // namespace ot::sandbox
