// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small HTTP/1.1 server on the loopback interface. See docs/decisions/0101-sandbox-http.md for why it is
// not QHttpServer. Lives on one thread with an event loop.
#pragma once

#include "sandbox/http/http_message.h"

#include <QTcpServer>

#include <chrono>
#include <functional>
#include <optional>

namespace ot::sandbox {

/// How an answer leaves the server; everything but the default stands for a bad day that a test asked for.
struct Delivery {
    enum class Kind {
        Whole, // as HTTP wants it
        Drop, // the connection is cut without a byte
        Truncate, // half of the body, then the connection is cut
        Stall, // nothing, while the connection stays open
        Drip, // the body in small pieces with pauses
    };

    Kind kind = Kind::Whole;
    std::chrono::milliseconds delay { 0 };
};

struct HttpAnswer {
    HttpResponse response;
    Delivery delivery;
};

class HttpServer : public QTcpServer {
    Q_OBJECT

public:
    /// Answers a whole request.
    using Handler = std::function<HttpAnswer(const HttpRequest&)>;
    /// Makes the answer to a request that could not be read (400, 408, 413, 431).
    using Refuser = std::function<HttpResponse(int status, const QString& problem)>;
    /// Asked for each WebSocket upgrade before a byte of it is consumed: an answer refuses it; none means
    /// that `takeSocket` gets the socket.
    using UpgradeGate = std::function<std::optional<HttpAnswer>(const HttpRequest&)>;
    using SocketTaker = std::function<void(QTcpSocket*, const HttpRequest&)>;

    struct Callbacks {
        Handler handle;
        Refuser refuse;
        UpgradeGate gate;
        SocketTaker takeSocket;
    };

    explicit HttpServer(Callbacks callbacks, QObject* parent = nullptr);

    [[nodiscard]] const Callbacks& callbacks() const { return m_callbacks; }
    /// How long a connection may be idle, or a request may take to arrive.
    [[nodiscard]] std::chrono::milliseconds deadline() const { return m_deadline; }
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

private:
    void acceptConnections();

    Callbacks m_callbacks;
    std::chrono::milliseconds m_deadline { 30'000 };
    int m_open = 0;
};

} // namespace ot::sandbox
