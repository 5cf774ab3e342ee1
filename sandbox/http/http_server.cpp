// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/http_server.h"

#include "sandbox/http/http_connection.h"

#include <QTcpSocket>

namespace ot::sandbox {

namespace {

constexpr int kMaxConnections = 1'000;

} // namespace

HttpServer::HttpServer(Callbacks callbacks, QObject* parent)
    : QTcpServer(parent)
    , m_callbacks(std::move(callbacks))
{
    connect(this, &QTcpServer::newConnection, this, &HttpServer::acceptConnections);
}

void HttpServer::acceptConnections()
{
    while (QTcpSocket* socket = nextPendingConnection()) {
        if (m_open >= kMaxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        ++m_open;
        auto* connection = new HttpConnection(socket, this);
        connect(connection, &QObject::destroyed, this, [this] { --m_open; });
    }
}

} // namespace ot::sandbox
