// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/http_connection.h"

#include <QTcpSocket>

#include <algorithm>

#include <sys/socket.h>

namespace ot::sandbox {

namespace {

constexpr qsizetype kReadBlock = 64 * 1024;
constexpr qint64 kMostUnsent = 256 * 1024;
constexpr qsizetype kDripBytes = 64;
constexpr int kDripMilliseconds = 50;
constexpr int kLingerMilliseconds = 2'000;

} // namespace

HttpConnection::HttpConnection(QTcpSocket* socket, HttpServer* server)
    : QObject(server)
    , m_server(server)
    , m_socket(socket)
{
    socket->setParent(this);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(server->deadline());
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        // Who has begun a request is told; an idle connection just ends.
        if (m_phase == Phase::Closing
            || (m_phase == Phase::Head && m_socket && m_socket->bytesAvailable() == 0))
            abort();
        else
            refuse(408, QStringLiteral("The request did not arrive in time."));
    });
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_deadline.start();
    QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::readMore()
{
    while (m_socket && m_socket->bytesAvailable() > 0) {
        if (m_phase == Phase::Closing) {
            m_socket->readAll();
            return;
        }
        if (m_phase == Phase::Answering)
            return;
        const bool advanced = m_phase == Phase::Head ? readHead() : readBody();
        if (!advanced)
            return;
    }
}

bool HttpConnection::readHead()
{
    // Only looked at, not taken: a WebSocket upgrade has to find its own request still in the socket.
    const QByteArray seen = m_socket->peek(kMaxHeadBytes + 4);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0) {
        if (seen.size() >= kMaxHeadBytes)
            refuse(431, QStringLiteral("The request's headers are larger than 64 KiB."));
        return false;
    }
    HttpHeadResult parsed = parseHttpHead(seen.left(end));
    if (!parsed.request) {
        refuse(parsed.status, parsed.problem);
        return false;
    }
    m_request = std::move(*parsed.request);
    m_request.peer = m_socket->peerAddress();
    if (m_request.wantsWebSocket()) {
        std::optional<HttpAnswer> refusal = m_server->callbacks().gate(m_request);
        if (!refusal) {
            handOver(m_request);
            return false;
        }
        m_request.keepAlive = false;
        m_socket->read(end + 4);
        answer(std::move(*refusal));
        return false;
    }
    m_socket->read(end + 4);
    m_phase = Phase::Body;
    m_decoder = ChunkedDecoder();
    m_chunkBytes.clear();
    const bool hasBody = m_request.chunked || m_request.contentLength > 0;
    if (hasBody && m_request.header("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return hasBody ? true : readBody();
}

bool HttpConnection::readBody()
{
    if (!(m_request.chunked ? readChunkedBody() : readPlainBody()))
        return false;
    answer(m_server->callbacks().handle(m_request));
    return m_phase == Phase::Head;
}

bool HttpConnection::readPlainBody()
{
    const qsizetype missing = static_cast<qsizetype>(m_request.contentLength) - m_request.body.size();
    if (missing > 0)
        m_request.body += m_socket->read(missing);
    return m_request.body.size() == m_request.contentLength;
}

bool HttpConnection::readChunkedBody()
{
    while (m_socket->bytesAvailable() > 0) {
        // What follows the body may be the next request, so a byte too many is never taken from the socket:
        // a block is looked at, and only what the decoder used is read.
        const QByteArray seen = m_socket->peek(kReadBlock);
        QByteArray input = m_chunkBytes + seen;
        const qsizetype offered = input.size();
        const ChunkedDecoder::State state = m_decoder.feed(input, m_request.body);
        if (state == ChunkedDecoder::State::Malformed) {
            refuse(400, QStringLiteral("The chunked request body is malformed."));
            return false;
        }
        if (state == ChunkedDecoder::State::TooLarge) {
            refuse(413, QStringLiteral("The request body is larger than 1 MiB."));
            return false;
        }
        if (state == ChunkedDecoder::State::Done) {
            m_socket->read(offered - input.size() - m_chunkBytes.size());
            m_chunkBytes.clear();
            return true;
        }
        m_socket->read(seen.size());
        m_chunkBytes = input;
    }
    return false;
}

void HttpConnection::handOver(const HttpRequest& request)
{
    m_deadline.stop();
    QTcpSocket* socket = m_socket;
    m_socket = nullptr;
    disconnect(socket, nullptr, this, nullptr);
    socket->setParent(nullptr);
    m_server->callbacks().takeSocket(socket, request);
    deleteLater();
}

void HttpConnection::refuse(int status, const QString& problem)
{
    m_request.keepAlive = false;
    HttpAnswer refusal;
    refusal.response = m_server->callbacks().refuse(status, problem);
    answer(std::move(refusal));
}

void HttpConnection::answer(HttpAnswer answer)
{
    m_deadline.stop();
    m_phase = Phase::Answering;
    if (answer.delivery.delay.count() <= 0) {
        deliver(answer);
        return;
    }
    const auto delay = answer.delivery.delay; // read before the answer moves into the timer's function
    QTimer::singleShot(delay, this, [this, answer = std::move(answer)] { deliver(answer); });
}

void HttpConnection::deliver(const HttpAnswer& answer)
{
    if (!m_socket)
        return;
    using Kind = Delivery::Kind;
    if (answer.delivery.kind == Kind::Drop) {
        abort();
        return;
    }
    if (answer.delivery.kind == Kind::Stall)
        return;
    const QByteArray& body = answer.response.body;
    m_socket->write(formatHttpHead(answer.response, answer.response.bodyBytes(), m_request.keepAlive));
    if (m_request.method == "HEAD" || answer.response.status == 204 || answer.response.status == 304) {
        finishAnswer();
    } else if (answer.response.file) {
        sendFile(*answer.response.file, answer.delivery.kind);
    } else if (answer.delivery.kind == Kind::Truncate) {
        m_socket->write(body.left(body.size() / 2));
        closeGently();
    } else if (answer.delivery.kind == Kind::Drip) {
        drip(body);
    } else {
        m_socket->write(body);
        finishAnswer();
    }
}

void HttpConnection::drip(const QByteArray& rest)
{
    if (!m_socket)
        return;
    m_socket->write(rest.left(kDripBytes));
    if (rest.size() <= kDripBytes) {
        finishAnswer();
        return;
    }
    QTimer::singleShot(kDripMilliseconds, this, [this, rest] { drip(rest.mid(kDripBytes)); });
}

void HttpConnection::sendFile(const FileSlice& slice, Delivery::Kind kind)
{
    m_file.setFileName(slice.path);
    if (!m_file.open(QIODevice::ReadOnly) || !m_file.seek(slice.offset)) {
        // The head has promised a length; all that can be said now is that it was not kept.
        abort();
        return;
    }
    m_fileKind = kind;
    m_fileLeft = kind == Delivery::Kind::Truncate ? slice.length / 2 : slice.length;
    m_written = connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { sendMore(); });
    sendMore();
}

void HttpConnection::sendMore()
{
    if (!m_socket || !m_file.isOpen())
        return;
    const bool drips = m_fileKind == Delivery::Kind::Drip;
    // What the peer has not taken yet is not added to.
    while (m_fileLeft > 0 && m_socket->bytesToWrite() < (drips ? 1 : kMostUnsent)) {
        const QByteArray piece = m_file.read(std::min<qint64>(m_fileLeft, drips ? kDripBytes : kReadBlock));
        if (piece.isEmpty()) {
            abort();
            return;
        }
        m_fileLeft -= piece.size();
        m_socket->write(piece);
        if (drips && m_fileLeft > 0) {
            QObject::disconnect(m_written);
            QTimer::singleShot(kDripMilliseconds, this, [this] { sendMore(); });
            return;
        }
    }
    if (m_fileLeft > 0)
        return;
    QObject::disconnect(m_written);
    m_file.close();
    if (m_fileKind == Delivery::Kind::Truncate)
        closeGently();
    else
        finishAnswer();
}

void HttpConnection::finishAnswer()
{
    if (!m_request.keepAlive) {
        closeGently();
        return;
    }
    m_request = HttpRequest();
    m_phase = Phase::Head;
    m_deadline.start();
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

void HttpConnection::closeGently()
{
    // Closing a socket with unread bytes in it sends a reset, which can take the answer away from the client.
    // So only our direction is shut, and what the client still sends is read and thrown away for a moment.
    m_phase = Phase::Closing;
    m_socket->readAll();
    m_deadline.start(kLingerMilliseconds);
    const auto shutWhenWritten = [this] {
        if (m_socket && m_socket->bytesToWrite() == 0)
            ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    };
    connect(m_socket, &QTcpSocket::bytesWritten, this, shutWhenWritten);
    m_socket->flush();
    shutWhenWritten();
}

void HttpConnection::abort()
{
    m_phase = Phase::Closing;
    if (m_socket)
        m_socket->abort();
    deleteLater();
}

} // namespace ot::sandbox
