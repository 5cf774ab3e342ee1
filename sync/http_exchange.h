// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace ot::sync {

// What a server answered, whatever its status; never a redirect.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
    bool isJson = false; // what the server says it is
    bool isWhole = true; // as long as it was declared to be
    std::optional<int> retryAfterSeconds;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

// "localhost" or an address of this computer itself.
[[nodiscard]] bool isLoopback(const QString& host);
// https anywhere, http to this computer only; no user name, no fragment.
[[nodiscard]] bool isSafeAddress(const QUrl& url);

// The error of an answer that is not what was asked for: a captive portal, HTML, a cut-off body.
[[nodiscard]] Error notTheServer(const QString& detail);

// Sends requests one by one, with nothing that outlives them. Belongs to the thread it is made on, which
// needs an event loop.
//
// Never follows a redirect (what is secret would go along), keeps no cookies and no cache, speaks HTTP/1.1
// (Qt 6.4's HTTP/2 has known holes), sends Sec-GPC: 1, and bounds every request: total time, inactivity and
// size.
class HttpExchange : public QObject {
    Q_OBJECT

public:
    // Called once, from the event loop; never after the exchange is gone.
    // Errors: Offline, Timeout, Tls, NotTheServer.
    using Take = std::function<void(const Result<HttpAnswer>&)>;

    explicit HttpExchange(qint64 largestBody, QObject* parent = nullptr);
    ~HttpExchange() override;

    // A request to this address with everything that is promised above.
    static QNetworkRequest request(const QUrl& url);

    void get(const QNetworkRequest& request, Take take);
    void post(const QNetworkRequest& request, const QByteArray& body, Take take);

private:
    void follow(QNetworkReply* reply, Take take);

    qint64 m_largestBody; // bytes
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace ot::sync
