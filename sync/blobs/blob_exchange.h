// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/api_client.h"
#include "sync/http_exchange.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace ot::sync {

// How an attempt to bring a blob over ended.
struct BlobAttempt {
    std::optional<Error> error; // none: it is done
    bool isFinal = false; // another attempt would end alike
    bool hasMoved = false; // it got further than the one before it
    std::optional<int> retryAfterSeconds; // the server asked for a pause
};

// The attempt that an answer without success ends.
[[nodiscard]] BlobAttempt refusedBy(const HttpAnswer& answer);
// The attempt that an error of the network or of the store ends.
[[nodiscard]] BlobAttempt brokenBy(const Error& error);

// The requests of blob transfers, with the token of an ApiClient: one that is refused is renewed once before
// the refusal is passed on. Belongs to the client's thread; the client must outlive it.
class BlobExchange : public QObject {
    Q_OBJECT

public:
    struct Patience {
        std::chrono::milliseconds total { 5 * 60 * 1000 }; // of a request whose answer is short
        std::chrono::milliseconds inactivity { 20 * 1000 };
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    struct Request {
        QByteArray verb;
        QString path;
        Headers headers;
        QByteArray body;
    };

    BlobExchange(ApiClient& api, const Patience& patience, QObject* parent = nullptr);

    // Called once, from the event loop; not at all when `context` is gone by then.
    using Take = std::function<void(const Result<HttpAnswer>&)>;
    void send(const Request& request, QObject* context, const Take& take);

    // Begins a GET to be read piece by piece. `take` gets the reply, which is the context's, before anything
    // of it has come. A 401 in its head is answered by calling this again with `renewing`.
    using TakeReply = std::function<void(const Result<QNetworkReply*>&)>;
    void open(const Request& request, bool renewing, QObject* context, const TakeReply& take);

    [[nodiscard]] QUrl server() const { return m_api.server(); }

private:
    using WithToken = std::function<void(const Result<QString>&)>;
    void withToken(bool renewing, QObject* context, const WithToken& then);
    void attempt(const Request& request, bool renewing, QObject* context, const Take& take);
    [[nodiscard]] QNetworkRequest build(const Request& request) const;

    ApiClient& m_api;
    HttpExchange m_http;
    QString m_token; // as it was used last
};

} // namespace ot::sync
