// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http_exchange.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace ot::sync {

namespace {

constexpr int kInactivityMilliseconds = 20'000;
constexpr int kTotalMilliseconds = 60'000;
constexpr int kLongestRetryAfterSeconds = 24 * 60 * 60;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

Error networkError(QNetworkReply::NetworkError code)
{
    const QString detail = QStringLiteral("network error %1").arg(int(code));
    switch (code) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::ProxyTimeoutError:
        return { ErrorCode::Timeout, Text::tr("The server takes too long to answer."), detail };
    case QNetworkReply::SslHandshakeFailedError:
        return { ErrorCode::Tls,
            Text::tr(
                "The connection to the server is not trustworthy: its certificate does not hold. Nothing was "
                "sent."),
            detail };
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
        return { ErrorCode::Offline, Text::tr("The network's proxy does not let the connection through."),
            detail };
    default:
        return { ErrorCode::Offline, Text::tr("The server can't be reached."), detail };
    }
}

std::optional<int> retryAfter(const QNetworkReply& reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    if (!isNumber || seconds < 0)
        return std::nullopt;
    return qMin(seconds, kLongestRetryAfterSeconds);
}

bool saysJson(const QNetworkReply& reply)
{
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader)
                             .toString()
                             .section(QLatin1Char(';'), 0, 0)
                             .trimmed();
    return type.compare(QLatin1String("application/json"), Qt::CaseInsensitive) == 0;
}

Result<HttpAnswer> readHead(QNetworkReply& reply)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return networkError(reply.error());
    HttpAnswer answer;
    answer.status = status.toInt();
    if (answer.status >= 300 && answer.status < 400)
        return notTheServer(QStringLiteral("redirect %1").arg(answer.status));
    answer.retryAfterSeconds = retryAfter(reply);
    answer.isJson = saysJson(reply);
    for (const auto& [name, value] : reply.rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

Result<HttpAnswer> readAnswer(QNetworkReply& reply)
{
    Result<HttpAnswer> read = readHead(reply);
    if (!read)
        return read;
    HttpAnswer answer = std::move(read).value();
    answer.body = reply.readAll();
    const QVariant declared = reply.header(QNetworkRequest::ContentLengthHeader);
    answer.isWhole = !declared.isValid() || reply.hasRawHeader("Content-Encoding")
        || declared.toLongLong() == answer.body.size();
    return answer;
}

} // namespace

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isSafeAddress(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    return url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

Error notTheServer(const QString& detail)
{
    return { ErrorCode::NotTheServer,
        Text::tr("Something else answered in place of the server, perhaps the sign-in page of this network."),
        detail };
}

HttpExchange::HttpExchange(qint64 largestBody, QObject* parent)
    : QObject(parent)
    , m_largestBody(largestBody)
    , m_total(kTotalMilliseconds)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setTransferTimeout(kInactivityMilliseconds);
}

HttpExchange::~HttpExchange() = default;

QNetworkRequest HttpExchange::request(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "OpenTrainDesktop/" OPENTRAIN_VERSION);
    request.setRawHeader("Sec-GPC", "1");
    return request;
}

void HttpExchange::get(const QNetworkRequest& request, Take take)
{
    follow(m_network->get(request), std::move(take));
}

void HttpExchange::post(const QNetworkRequest& request, const QByteArray& body, Take take)
{
    follow(m_network->post(request, body), std::move(take));
}

void HttpExchange::send(
    const QByteArray& verb, const QNetworkRequest& request, const QByteArray& body, Take take)
{
    // HEAD has its own function: only that one knows that no body follows the length.
    if (verb == "HEAD")
        follow(m_network->head(request), std::move(take));
    else
        follow(m_network->sendCustomRequest(request, verb, body), std::move(take));
}

QNetworkReply* HttpExchange::open(const QNetworkRequest& request, qint64 buffer)
{
    QNetworkReply* reply = m_network->get(request);
    reply->setReadBufferSize(buffer);
    return reply;
}

Result<HttpAnswer> HttpExchange::head(QNetworkReply& reply)
{
    return readHead(reply);
}

std::optional<Error> HttpExchange::cutOff(const QNetworkReply& reply)
{
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
        return networkError(reply.error());
    default:
        return std::nullopt;
    }
}

void HttpExchange::setPatience(std::chrono::milliseconds total, std::chrono::milliseconds inactivity)
{
    m_total = total;
    m_network->setTransferTimeout(static_cast<int>(inactivity.count()));
}

void HttpExchange::follow(QNetworkReply* reply, Take take)
{
    // The inactivity limit alone would let a server that drips a byte now and then hold a request for ever.
    auto* deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, &QNetworkReply::abort);
    deadline->start(m_total);
    auto isTooLarge = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::downloadProgress, reply,
        [reply, isTooLarge, largest = m_largestBody](qint64 received, qint64 total) {
            if (!*isTooLarge && (received > largest || total > largest)) {
                *isTooLarge = true;
                reply->abort();
            }
        });
    connect(
        reply, &QNetworkReply::finished, this, [this, reply, isTooLarge, take = std::move(take)]() mutable {
            const std::optional<Error> cut = cutOff(*reply);
            const Result<HttpAnswer> answer = *isTooLarge
                ? notTheServer(QStringLiteral("a body of more than %1 bytes").arg(m_largestBody))
                : (cut ? Result<HttpAnswer>(*cut) : readAnswer(*reply));
            reply->deleteLater();
            // From the event loop, so that whoever takes it may let go of this exchange.
            QMetaObject::invokeMethod(
                this, [take = std::move(take), answer] { take(answer); }, Qt::QueuedConnection);
        });
}

} // namespace ot::sync
