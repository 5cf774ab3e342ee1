// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/answers.h"

#include "sandbox/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

namespace ot::sandbox {

namespace {

struct CodeRow {
    ErrorCode code;
    int status;
    const char* name;
};

constexpr std::array<CodeRow, 10> kCodes { {
    { ErrorCode::BadRequest, 400, "BAD_REQUEST" },
    { ErrorCode::Unauthorized, 401, "UNAUTHORIZED" },
    { ErrorCode::Forbidden, 403, "FORBIDDEN" },
    { ErrorCode::NotFound, 404, "NOT_FOUND" },
    { ErrorCode::Conflict, 409, "CONFLICT" },
    { ErrorCode::CursorExpired, 410, "CURSOR_EXPIRED" },
    { ErrorCode::PayloadTooLarge, 413, "PAYLOAD_TOO_LARGE" },
    { ErrorCode::RateLimited, 429, "RATE_LIMITED" },
    { ErrorCode::InternalError, 500, "INTERNAL_ERROR" },
    { ErrorCode::Unavailable, 503, "UNAVAILABLE" },
} };

const CodeRow& rowOf(ErrorCode code)
{
    return *std::find_if(
        kCodes.cbegin(), kCodes.cend(), [code](const CodeRow& row) { return row.code == code; });
}

} // namespace

QString errorCodeName(ErrorCode code)
{
    return QLatin1String(rowOf(code).name);
}

int errorStatus(ErrorCode code)
{
    return rowOf(code).status;
}

ErrorCode errorCodeForStatus(int status)
{
    for (const CodeRow& row : kCodes) {
        if (row.status == status)
            return row.code;
    }
    return status >= 500 ? ErrorCode::InternalError : ErrorCode::BadRequest;
}

HttpResponse jsonAnswer(const QJsonObject& object, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = jsonBytes(object);
    response.setHeader("Cache-Control", "no-store");
    return response;
}

HttpResponse errorAnswer(ErrorCode code, const QString& sentence, const QJsonObject& details)
{
    return jsonAnswer(
        {
            { QStringLiteral("error"), sentence },
            { QStringLiteral("code"), errorCodeName(code) },
            { QStringLiteral("requestId"), QUuid::createUuid().toString(QUuid::WithoutBraces) },
            { QStringLiteral("details"), details },
        },
        errorStatus(code));
}

HttpResponse wrongMethodAnswer(const QByteArray& allowed)
{
    HttpResponse response = errorAnswer(ErrorCode::BadRequest,
        QStringLiteral("This address only answers %1.").arg(QString::fromLatin1(allowed)));
    response.status = 405;
    response.setHeader("Allow", allowed);
    return response;
}

HttpResponse issueAnswer(const QString& path, const QString& message)
{
    const QJsonObject issue { { QStringLiteral("path"), path }, { QStringLiteral("message"), message } };
    return errorAnswer(ErrorCode::BadRequest, QStringLiteral("%1: %2").arg(path, message),
        { { QStringLiteral("issues"), QJsonArray { issue } } });
}

std::optional<QJsonObject> readJsonBody(const HttpRequest& request, HttpResponse& problem)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError) {
        problem = errorAnswer(
            ErrorCode::BadRequest, QStringLiteral("The body is not JSON: %1.").arg(error.errorString()));
        return std::nullopt;
    }
    if (!document.isObject()) {
        problem = errorAnswer(ErrorCode::BadRequest, QStringLiteral("The body is not a JSON object."));
        return std::nullopt;
    }
    return document.object();
}

std::optional<qint64> readLimit(const HttpRequest& request, qint64 fallback, qint64 maximum)
{
    const auto found = request.query.constFind(QStringLiteral("limit"));
    if (found == request.query.constEnd())
        return fallback;
    bool isNumber = false;
    const qint64 limit = found->toLongLong(&isNumber);
    if (!isNumber || limit < 1 || limit > maximum)
        return std::nullopt;
    return limit;
}

} // namespace ot::sandbox
