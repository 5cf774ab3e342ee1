// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/loopback_listener.h"

#include "sync/sign_in/redirect_request.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

namespace ot::sync {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr char kPath[] = "/callback";
constexpr int kRequestMilliseconds = 10'000;
constexpr int kMostConnections = 16;

// The browser's own colours, light or dark as its user has them.
constexpr char kStyle[]
    = ":root{color-scheme:light dark}"
      "body{margin:0;font:1.125rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}"
      "main{max-width:32rem;margin:0 auto;padding:20vh 1.5rem 2rem}"
      "h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:0}";

QByteArray pageBytes(const LoopbackListener::Page& page)
{
    const bool rightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    return QStringLiteral("<!doctype html>\n<html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                          "<title>%3</title><style>%4</style></head>"
                          "<body><main><h1>%3</h1><p>%5</p></main></body></html>\n")
        .arg(QLocale().bcp47Name(), rightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"),
            page.title.toHtmlEscaped(), QLatin1String(kStyle), page.sentence.toHtmlEscaped())
        .toUtf8();
}

LoopbackListener::Page notAnswered()
{
    return { false, QStringLiteral("OpenTrain Desktop"), Text::tr("There is nothing at this address.") };
}

} // namespace

LoopbackListener::LoopbackListener(Judge judge, QObject* parent)
    : QObject(parent)
    , m_judge(std::move(judge))
    , m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

LoopbackListener::~LoopbackListener() = default;

Outcome LoopbackListener::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost) && !m_server.listen(QHostAddress::LocalHostIPv6)) {
        return Error { ErrorCode::Internal,
            Text::tr("This computer lets no program listen for the browser's answer. Use an access token "
                     "instead."),
            QStringLiteral("listen: error %1").arg(int(m_server.serverError())) };
    }
    const bool isIPv6 = m_server.serverAddress().protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = isIPv6 ? QStringLiteral("[::1]") : QStringLiteral("127.0.0.1");
    m_authority = QStringLiteral("%1:%2").arg(host).arg(m_server.serverPort()).toLatin1();
    m_redirectUri = QStringLiteral("http://%1%2").arg(QLatin1String(m_authority), QLatin1String(kPath));
    return success();
}

void LoopbackListener::close()
{
    m_server.close();
}

void LoopbackListener::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_connections >= kMostConnections) {
            socket->abort();
            continue;
        }
        ++m_connections;
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        socket->setReadBufferSize(kLargestRedirectRequest + 1);
        auto* deadline = new QTimer(socket);
        deadline->setSingleShot(true);
        connect(deadline, &QTimer::timeout, socket, &QTcpSocket::abort);
        deadline->start(kRequestMilliseconds);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void LoopbackListener::read(QTcpSocket* socket)
{
    using Kind = RedirectRequest::Kind;
    const RedirectRequest request
        = readRedirectRequest(socket->peek(kLargestRedirectRequest + 1), m_authority, kPath);
    if (request.kind == Kind::Incomplete)
        return;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    socket->readAll(); // unread bytes would turn the end of the connection into a reset
    switch (request.kind) {
    case Kind::Incomplete:
    case Kind::Malformed:
        answer(socket, "400 Bad Request", notAnswered());
        break;
    case Kind::WrongMethod:
        answer(socket, "405 Method Not Allowed\r\nAllow: GET", notAnswered());
        break;
    case Kind::ElsewherePath:
        answer(socket, "404 Not Found", notAnswered());
        break;
    case Kind::Answer:
        const Page page = m_judge(request.parameters);
        answer(socket, page.accepted ? "200 OK" : "400 Bad Request", page);
        break;
    }
}

void LoopbackListener::answer(QTcpSocket* socket, const QByteArray& status, const Page& page) const
{
    const QByteArray body = pageBytes(page);
    const QByteArray styleHash
        = QCryptographicHash::hash(QByteArray(kStyle), QCryptographicHash::Sha256).toBase64();
    socket->write("HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8"
          "\r\nContent-Security-Policy: default-src 'none'; style-src 'sha256-"
        + styleHash
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          "\r\nX-Content-Type-Options: nosniff"
          "\r\nReferrer-Policy: no-referrer"
          "\r\nCache-Control: no-store"
          "\r\nConnection: close"
          "\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->flush(); // into the system's hands: whoever made this listener may let go of it now
    socket->disconnectFromHost();
}

} // namespace ot::sync
