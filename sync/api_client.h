// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace ot::sync {

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

// Sends requests to one server with one token. Belongs to the thread it is made on, which needs an event
// loop.
//
// Never follows a redirect (the token would go along), keeps no cookies and no cache, speaks HTTP/1.1
// (Qt 6.4's HTTP/2 has known holes), sends Sec-GPC: 1, and bounds every request: total time, inactivity and
// size. An answer that is not the API's own JSON is no answer (NotTheServer): captive portals never sign
// anybody out.
class ApiClient : public QObject {
    Q_OBJECT

public:
    ApiClient(QUrl server, QString token, QObject* parent = nullptr);
    ~ApiClient() override;

    // `path` begins at the root ("/api/trainer/v1/sync"). The future ends on this thread.
    // Errors: Offline, Timeout, Tls, NotTheServer, Decode, Cancelled.
    QFuture<Result<ApiAnswer>> get(const QString& path, const QUrlQuery& query = {});
    QFuture<Result<ApiAnswer>> post(const QString& path, const QJsonObject& body);

    // For the live channel: the address and headers that a WebSocket to this path needs.
    [[nodiscard]] QNetworkRequest liveRequest(const QString& path) const;

private:
    [[nodiscard]] QNetworkRequest request(const QString& path, const QUrlQuery& query) const;
    QFuture<Result<ApiAnswer>> follow(QNetworkReply* reply);

    QUrl m_server;
    QString m_token;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace ot::sync
