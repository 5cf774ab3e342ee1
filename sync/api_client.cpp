// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/api_client.h"

#include "storage/when_done.h"
#include "sync/sign_in/token_source.h"
#include "sync/strict_json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkRequest>

namespace ot::sync {

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

QFuture<Result<QString>> ended(const Result<QString>& value)
{
    QPromise<Result<QString>> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

Result<ApiAnswer> readAnswer(const HttpAnswer& http)
{
    ApiAnswer answer;
    answer.status = http.status;
    answer.retryAfterSeconds = http.retryAfterSeconds;
    if (!http.isJson) {
        // A proxy's or a load balancer's own page says nothing about our data, but its status tells whose
        // turn it is.
        if (answer.status == 429 || answer.status >= 500)
            return answer;
        return notTheServer(QStringLiteral("status %1 with another content type").arg(answer.status));
    }
    if (!http.isWhole)
        return notTheServer(
            QStringLiteral("a body of %1 bytes where more were declared").arg(http.body.size()));
    Result<QJsonObject> body = parseJsonObject(http.body);
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
    , m_http(kLargestJson)
{
}

ApiClient::ApiClient(QUrl server, TokenSource& tokens, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_tokens(&tokens)
    , m_http(kLargestJson)
{
}

ApiClient::~ApiClient() = default;

QNetworkRequest ApiClient::request(const Call& call, const QString& token) const
{
    QUrl url = m_server;
    url.setPath(call.path);
    url.setQuery(call.query);
    QNetworkRequest request = HttpExchange::request(url);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    if (call.body)
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}

QNetworkRequest ApiClient::liveRequest(const QString& path) const
{
    QNetworkRequest live = request({ path, {}, {}, {} }, m_tokens ? m_tokens->tokens().accessToken : m_token);
    QUrl url = live.url();
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    live.setUrl(url);
    return live;
}

QNetworkRequest ApiClient::fileRequest(const QString& path, const QString& token) const
{
    return request({ path, {}, {}, {} }, token);
}

QFuture<Result<QString>> ApiClient::token()
{
    return m_tokens ? m_tokens->token() : ended(Result<QString>(m_token));
}

QFuture<Result<QString>> ApiClient::tokenInsteadOf(const QString& refused)
{
    return m_tokens ? m_tokens->tokenInsteadOf(refused) : ended(Result<QString>(errorOf({ 401, {}, {} })));
}

QFuture<Result<ApiAnswer>> ApiClient::get(const QString& path, const QUrlQuery& query)
{
    return begin({ path, query, {}, {} });
}

QFuture<Result<ApiAnswer>> ApiClient::post(const QString& path, const QJsonObject& body)
{
    return begin({ path, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), {} });
}

QFuture<Result<ApiAnswer>> ApiClient::begin(Call call)
{
    call.promise = std::make_shared<Promise>();
    call.promise->start();
    const QFuture<Result<ApiAnswer>> future = call.promise->future();
    if (m_tokens)
        sendWith(m_tokens->token(), call, true);
    else
        send(call, m_token, false);
    return future;
}

void ApiClient::sendWith(const QFuture<Result<QString>>& token, const Call& call, bool mayRenew)
{
    whenDone(token, this, [this, call, mayRenew](const Result<QString>& held) {
        if (held)
            send(call, *held, mayRenew);
        else
            finish(call, held.error());
    });
}

void ApiClient::send(const Call& call, const QString& token, bool mayRenew)
{
    const auto take = [this, call, token, mayRenew](const Result<HttpAnswer>& http) {
        const Result<ApiAnswer> answer = http ? readAnswer(*http) : Result<ApiAnswer>(http.error());
        // Once: a new token that is refused as well is the server's last word.
        if (mayRenew && answer && answer->status == 401)
            sendWith(m_tokens->tokenInsteadOf(token), call, false);
        else
            finish(call, answer);
    };
    if (call.body)
        m_http.post(request(call, token), *call.body, take);
    else
        m_http.get(request(call, token), take);
}

void ApiClient::finish(const Call& call, const Result<ApiAnswer>& answer)
{
    call.promise->addResult(answer);
    call.promise->finish();
}

} // namespace ot::sync
