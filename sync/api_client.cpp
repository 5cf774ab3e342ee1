// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/api_client.h"

#include "sync/strict_json.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
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

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

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

Error notTheServer(const QString& detail)
{
    return { ErrorCode::NotTheServer,
        Text::tr("Something else answered in place of the server, perhaps the sign-in page of this network."),
        detail };
}

std::optional<int> retryAfter(const QNetworkReply& reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    if (!isNumber || seconds < 0)
        return std::nullopt;
    return qMin(seconds, kLongestRetryAfterSeconds);
}

bool isJson(const QNetworkReply& reply)
{
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader)
                             .toString()
                             .section(QLatin1Char(';'), 0, 0)
                             .trimmed();
    return type.compare(QLatin1String("application/json"), Qt::CaseInsensitive) == 0;
}

Result<ApiAnswer> readAnswer(QNetworkReply& reply)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return networkError(reply.error());
    ApiAnswer answer;
    answer.status = status.toInt();
    answer.retryAfterSeconds = retryAfter(reply);
    if (answer.status >= 300 && answer.status < 400)
        return notTheServer(QStringLiteral("redirect %1").arg(answer.status));
    if (!isJson(reply)) {
        // A proxy's or a load balancer's own page says nothing about our data, but its status tells whose
        // turn it is.
        if (answer.status == 429 || answer.status >= 500)
            return answer;
        return notTheServer(QStringLiteral("status %1 with another content type").arg(answer.status));
    }
    const QByteArray bytes = reply.readAll();
    const QVariant declared = reply.header(QNetworkRequest::ContentLengthHeader);
    const bool encoded = reply.hasRawHeader("Content-Encoding");
    if (declared.isValid() && !encoded && declared.toLongLong() != bytes.size())
        return notTheServer(QStringLiteral("a body of %1 bytes where %2 were declared")
                                .arg(bytes.size())
                                .arg(declared.toLongLong()));
    Result<QJsonObject> body = parseJsonObject(bytes);
    if (!body)
        return body.error();
    answer.body = std::move(body).value();
    return answer;
}

} // namespace

Error errorOf(const ApiAnswer& answer)
{
    const QString detail = QStringLiteral("status %1, code %2, request %3")
                               .arg(answer.status)
                               .arg(answer.body.value(QLatin1String("code")).toString().left(40),
                                   answer.body.value(QLatin1String("requestId")).toString().left(64));
    switch (answer.status) {
    case 401:
        return { ErrorCode::Unauthorized,
            Text::tr(
                "The server does not accept this token any more. Sign in again; what you wrote is kept."),
            detail };
    case 403:
        return { ErrorCode::Forbidden, Text::tr("The server does not allow this with your token."), detail };
    case 404:
        return { ErrorCode::NotFound, Text::tr("The server does not know this."), detail };
    case 409:
        return { ErrorCode::Conflict, Text::tr("It was changed meanwhile."), detail };
    case 410:
        return { ErrorCode::CursorExpired,
            Text::tr("This device was away for so long that it fetches everything anew."), detail };
    case 429:
        return { ErrorCode::RateLimited, Text::tr("The server asks for a pause. It goes on by itself."),
            detail };
    default:
        break;
    }
    if (answer.status >= 500)
        return { ErrorCode::ServerFault,
            Text::tr("The server has a problem of its own. It is tried again by itself."), detail };
    return { ErrorCode::Rejected, Text::tr("The server did not accept the request."), detail };
}

Result<QUrl> checkServerAddress(const QString& typed)
{
    const auto refuse = [](const char* sentence, const char* detail) {
        return Error { ErrorCode::BadInput, Text::tr(sentence), QLatin1String(detail) };
    };
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refuse(QT_TRANSLATE_NOOP(
                          "Sync", "This is not a server's address. It looks like https://app.opentrain.ai"),
            "invalid");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refuse(
            QT_TRANSLATE_NOOP("Sync", "A server's address has no user name, question mark or number sign."),
            "extra parts");
    if (url.scheme() != QLatin1String("https")
        && !(url.scheme() == QLatin1String("http") && isLoopback(url.host())))
        return refuse(
            QT_TRANSLATE_NOOP("Sync", "Only an address that begins with https:// is safe to sign in to."),
            "scheme");
    url.setPath({});
    return url;
}

ApiClient::ApiClient(QUrl server, QString token, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_token(std::move(token))
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setTransferTimeout(kInactivityMilliseconds);
}

ApiClient::~ApiClient() = default;

QNetworkRequest ApiClient::request(const QString& path, const QUrlQuery& query) const
{
    QUrl url = m_server;
    url.setPath(path);
    url.setQuery(query);
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
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    return request;
}

QNetworkRequest ApiClient::liveRequest(const QString& path) const
{
    QNetworkRequest live = request(path, {});
    QUrl url = live.url();
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    live.setUrl(url);
    return live;
}

QFuture<Result<ApiAnswer>> ApiClient::get(const QString& path, const QUrlQuery& query)
{
    return follow(m_network->get(request(path, query)));
}

QFuture<Result<ApiAnswer>> ApiClient::post(const QString& path, const QJsonObject& body)
{
    QNetworkRequest posted = request(path, {});
    posted.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return follow(m_network->post(posted, QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

QFuture<Result<ApiAnswer>> ApiClient::follow(QNetworkReply* reply)
{
    auto promise = std::make_shared<QPromise<Result<ApiAnswer>>>();
    promise->start();
    // The inactivity limit alone would let a server that drips a byte now and then hold a request for ever.
    auto* deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    QObject::connect(deadline, &QTimer::timeout, reply, &QNetworkReply::abort);
    deadline->start(kTotalMilliseconds);
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
        if (received > kLargestJson || total > kLargestJson)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, this, [reply, promise] {
        const bool cut = reply->error() != QNetworkReply::NoError
            && (reply->error() == QNetworkReply::OperationCanceledError
                || reply->error() == QNetworkReply::RemoteHostClosedError
                || reply->error() == QNetworkReply::TimeoutError);
        promise->addResult(cut ? Result<ApiAnswer>(networkError(reply->error())) : readAnswer(*reply));
        promise->finish();
        reply->deleteLater();
    });
    return promise->future();
}

} // namespace ot::sync
