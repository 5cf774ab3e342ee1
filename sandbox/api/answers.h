// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two shapes every answer of the API has: a JSON object, or the platform's error envelope.
#pragma once

#include "sandbox/http/http_message.h"

#include <QJsonObject>

namespace ot::sandbox {

enum class ErrorCode {
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    CursorExpired,
    PayloadTooLarge,
    RateLimited,
    InternalError,
    Unavailable,
};

/// The code as it is sent, and the status it is sent with.
[[nodiscard]] QString errorCodeName(ErrorCode code);
[[nodiscard]] int errorStatus(ErrorCode code);
/// The nearest code for a status of HTTP itself (405, 408, 431 have none of their own).
[[nodiscard]] ErrorCode errorCodeForStatus(int status);

[[nodiscard]] HttpResponse jsonAnswer(const QJsonObject& object, int status = 200);
[[nodiscard]] HttpResponse errorAnswer(
    ErrorCode code, const QString& sentence, const QJsonObject& details = {});
/// 405 with what is allowed instead.
[[nodiscard]] HttpResponse wrongMethodAnswer(const QByteArray& allowed);
/// 400 with one issue: the member or parameter, and what is wrong with it.
[[nodiscard]] HttpResponse issueAnswer(const QString& path, const QString& message);

/// The body as an object; otherwise `problem` is the 400 to answer with.
[[nodiscard]] std::optional<QJsonObject> readJsonBody(const HttpRequest& request, HttpResponse& problem);
/// A whole-number parameter within its bounds, its default when absent; nothing when it is neither.
[[nodiscard]] std::optional<qint64> readLimit(const HttpRequest& request, qint64 fallback, qint64 maximum);

} // namespace ot::sandbox
