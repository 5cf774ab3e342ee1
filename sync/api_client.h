// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"
#include "sync/http_exchange.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QPromise>
#include <QUrl>
#include <QUrlQuery>

#include <memory>
#include <optional>

namespace ot::sync {

class TokenSource;

// A well-formed JSON answer of the server, whatever its status.
struct ApiAnswer {
    int status = 0;
    QJsonObject body;
    std::optional<int> retryAfterSeconds;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

// The error that an answer other than 2xx stands for. The server's own sentence is not shown: it is in no
// language of ours and not ours to vouch for; its code and request id are in the detail.
Error errorOf(const ApiAnswer& answer);

// Where the server may be: https anywhere, http on a loopback address only. Errors: BadInput, with a sentence
// for the user.
Result<QUrl> checkServerAddress(const QString& typed);

// Sends requests to one server as one person. Belongs to the thread it is made on, which needs an event loop.
//
// Each request is bounded and goes nowhere else, see HttpExchange. An answer that is not the API's own JSON
// is no answer (NotTheServer): captive portals never sign anybody out.
class ApiClient : public QObject {
    Q_OBJECT

public:
    // With a token that is what it is.
    ApiClient(QUrl server, QString token, QObject* parent = nullptr);
    // With the tokens of a sign-in: one that is refused is renewed once before the refusal is passed on. The
    // source must outlive the client.
    ApiClient(QUrl server, TokenSource& tokens, QObject* parent = nullptr);
    ~ApiClient() override;

    // `path` begins at the root ("/api/trainer/v1/sync"). The future ends on this thread.
    // Errors: Offline, Timeout, Tls, NotTheServer, Decode, Cancelled; with a source Unauthorized as well,
    // when the sign-in has ended.
    QFuture<Result<ApiAnswer>> get(const QString& path, const QUrlQuery& query = {});
    QFuture<Result<ApiAnswer>> post(const QString& path, const QJsonObject& body);

    // For the live channel: the address and headers that a WebSocket to this path needs.
    [[nodiscard]] QNetworkRequest liveRequest(const QString& path) const;

    // For what is not JSON (files): the access token, one in place of a refused one, and a request that bears
    // it. Errors: Unauthorized where there is no other, those of the network where it can't be had.
    QFuture<Result<QString>> token();
    QFuture<Result<QString>> tokenInsteadOf(const QString& refused);
    [[nodiscard]] QNetworkRequest fileRequest(const QString& path, const QString& token) const;
    [[nodiscard]] const QUrl& server() const { return m_server; }

private:
    using Promise = QPromise<Result<ApiAnswer>>;
    struct Call {
        QString path;
        QUrlQuery query;
        std::optional<QByteArray> body; // of a POST
        std::shared_ptr<Promise> promise;
    };

    [[nodiscard]] QNetworkRequest request(const Call& call, const QString& token) const;
    QFuture<Result<ApiAnswer>> begin(Call call);
    void sendWith(const QFuture<Result<QString>>& token, const Call& call, bool mayRenew);
    void send(const Call& call, const QString& token, bool mayRenew);
    static void finish(const Call& call, const Result<ApiAnswer>& answer);

    QUrl m_server;
    QString m_token;
    TokenSource* m_tokens = nullptr;
    HttpExchange m_http;
};

} // namespace ot::sync
