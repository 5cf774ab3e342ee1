// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_exchange.h"

#include "storage/when_done.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

namespace ot::sync {

namespace {

// Answers other than files are short.
constexpr qint64 kLargestAnswer = 256LL * 1024;
// What is held of a file that comes faster than it can be written.
constexpr qint64 kBuffer = 1024LL * 1024;

bool comesAgain(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

} // namespace

BlobAttempt refusedBy(const HttpAnswer& answer)
{
    BlobAttempt attempt;
    attempt.error = errorOf({ answer.status, {}, answer.retryAfterSeconds });
    attempt.isFinal = !comesAgain(answer.status);
    attempt.retryAfterSeconds = answer.retryAfterSeconds;
    return attempt;
}

BlobAttempt brokenBy(const Error& error)
{
    BlobAttempt attempt;
    attempt.error = error;
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Tls:
    case ErrorCode::NotTheServer:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreFull: // room may be made
        break;
    default:
        attempt.isFinal = true;
    }
    return attempt;
}

BlobExchange::BlobExchange(ApiClient& api, const Patience& patience, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_http(kLargestAnswer)
{
    m_http.setPatience(patience.total, patience.inactivity);
}

void BlobExchange::withToken(bool renewing, QObject* context, const WithToken& then)
{
    const auto token = renewing ? m_api.tokenInsteadOf(m_token) : m_api.token();
    whenDone(token, context, [this, guard = QPointer(this), then](const Result<QString>& held) {
        if (!guard)
            return;
        if (held)
            m_token = *held;
        then(held);
    });
}

QNetworkRequest BlobExchange::build(const Request& request) const
{
    QNetworkRequest built = m_api.fileRequest(request.path, m_token);
    built.setPriority(QNetworkRequest::LowPriority);
    // As it is: a length that is compared has to be that of the content.
    built.setRawHeader("Accept-Encoding", "identity");
    for (const auto& [name, value] : request.headers)
        built.setRawHeader(name, value);
    return built;
}

void BlobExchange::send(const Request& request, QObject* context, const Take& take)
{
    attempt(request, false, context, take);
}

void BlobExchange::attempt(const Request& request, bool renewing, QObject* context, const Take& take)
{
    withToken(renewing, context, [this, request, renewing, context, take](const Result<QString>& token) {
        if (!token) {
            take(token.error());
            return;
        }
        m_http.send(request.verb, build(request), request.body,
            [this, request, renewing, context = QPointer(context), take](const Result<HttpAnswer>& answer) {
                if (!context)
                    return;
                if (!renewing && answer && answer->status == 401)
                    attempt(request, true, context, take);
                else
                    take(answer);
            });
    });
}

void BlobExchange::open(const Request& request, bool renewing, QObject* context, const TakeReply& take)
{
    withToken(renewing, context, [this, request, context, take](const Result<QString>& token) {
        if (!token) {
            take(token.error());
            return;
        }
        QNetworkReply* reply = m_http.open(build(request), kBuffer);
        reply->setParent(context);
        take(reply);
    });
}

} // namespace ot::sync
