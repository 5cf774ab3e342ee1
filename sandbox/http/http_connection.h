// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/http_server.h"

#include <QFile>
#include <QTimer>

class QTcpSocket;

namespace ot::sandbox {

/// One client's connection: reads requests one after the other, has each answered, keeps the connection open
/// between them. Owns its socket until a WebSocket takes it over; deletes itself when the connection ends.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    HttpConnection(QTcpSocket* socket, HttpServer* server);
    ~HttpConnection() override;

private:
    enum class Phase { Head, Body, Answering, Closing };

    void readMore();
    bool readHead();
    bool readBody();
    bool readPlainBody();
    bool readChunkedBody();
    void handOver(const HttpRequest& request);
    void refuse(int status, const QString& problem);
    void answer(HttpAnswer answer);
    void deliver(const HttpAnswer& answer);
    void drip(const QByteArray& rest);
    void sendFile(const FileSlice& slice, Delivery::Kind kind);
    void sendMore();
    void finishAnswer();
    void closeGently();
    void abort();

    HttpServer* m_server;
    QTcpSocket* m_socket; // a child until it is handed over
    QTimer m_deadline;
    Phase m_phase = Phase::Head;
    HttpRequest m_request;
    ChunkedDecoder m_decoder;
    QByteArray m_chunkBytes;
    QFile m_file; // while it is sent
    qint64 m_fileLeft = 0;
    Delivery::Kind m_fileKind = Delivery::Kind::Whole;
    QMetaObject::Connection m_written;
};

} // namespace ot::sandbox
