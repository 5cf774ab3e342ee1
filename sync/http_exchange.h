// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <chrono>
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
    QHash<QByteArray, QByteArray> headers; // by their names in small letters

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

    // How long a request may take altogether, and how long nothing may come or go meanwhile. The usual is a
    // minute and 20 seconds.
    void setPatience(std::chrono::milliseconds total, std::chrono::milliseconds inactivity);

    void get(const QNetworkRequest& request, Take take);
    // Any other verb.
    void send(const QByteArray& verb, const QNetworkRequest& request, const QByteArray& body, Take take);
    // Begins a GET whose body the caller reads piece by piece and bounds; the reply is theirs to delete. No
    // more than `buffer` bytes of it are held. Only the inactivity is bounded.
    QNetworkReply* open(const QNetworkRequest& request, qint64 buffer);
    // What the head of such an answer says; without a body. Errors: as Take.
    static Result<HttpAnswer> head(QNetworkReply& reply);
    // Why a reply ended before its end; nothing when the server has answered.
    static std::optional<Error> cutOff(const QNetworkReply& reply);

    void post(const QNetworkRequest& request, const QByteArray& body, Take take);

private:
    void follow(QNetworkReply* reply, Take take);

    qint64 m_largestBody; // bytes
    std::chrono::milliseconds m_total;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace ot::sync
