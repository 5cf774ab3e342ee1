// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/live_channel.h"

#include "sync/strict_json.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace ot::sync {

namespace {

constexpr char kProtocol[] = "opentrain.live.v1";
constexpr quint64 kLargestFrame = 64 * 1024;
constexpr int kDefaultPingSeconds = 30;
constexpr int kShortestPingSeconds = 5;
constexpr int kLongestPingSeconds = 300;
constexpr int kPongMilliseconds = 15'000;
constexpr int kOpenMilliseconds = 20'000;
constexpr int kCloseUnauthorized = 4401;
constexpr qsizetype kLongestName = 80;

} // namespace

LiveChannel::LiveChannel(QObject* parent)
    : QObject(parent)
    , m_pingTimer(this) // children, so that they move to the sync thread with it
    , m_pongDeadline(this)
{
    m_pongDeadline.setSingleShot(true);
    connect(&m_pingTimer, &QTimer::timeout, this, &LiveChannel::sendPing);
    // A dead link often never says so: an unanswered ping ends it.
    connect(&m_pongDeadline, &QTimer::timeout, this, [this] { endOnce(false); });
}

LiveChannel::~LiveChannel()
{
    // A connected socket closes itself as it goes, and says so; by then there is nobody left here to be told.
    if (m_socket)
        m_socket->disconnect(this);
}

void LiveChannel::open(const QNetworkRequest& request)
{
    close();
    m_ended = false;
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingFrameSize(kLargestFrame);
    m_socket->setMaxAllowedIncomingMessageSize(kLargestFrame);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &LiveChannel::receive);
    connect(m_socket.get(), &QWebSocket::disconnected, this,
        [this] { endOnce(static_cast<int>(m_socket->closeCode()) == kCloseUnauthorized); });
    connect(m_socket.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
        [this] { endOnce(false); });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({ QLatin1String(kProtocol) });
    m_pongDeadline.start(kOpenMilliseconds); // until the hello
    m_socket->open(request, options);
}

void LiveChannel::close()
{
    m_ended = true;
    m_open = false;
    m_pingTimer.stop();
    m_pongDeadline.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // it may be on the stack above us
    }
}

void LiveChannel::endOnce(bool unauthorized)
{
    if (m_ended)
        return;
    close();
    Q_EMIT closed(unauthorized);
}

void LiveChannel::receive(const QString& frame)
{
    const Result<QJsonObject> body = parseJsonObject(frame.toUtf8());
    if (!body) {
        endOnce(false);
        return;
    }
    const QString kind = body->value(QLatin1String("kind")).toString();
    if (kind == QLatin1String("hello")) {
        const int asked = body->value(QLatin1String("pingSeconds")).toInt(kDefaultPingSeconds);
        m_pongDeadline.stop();
        m_pingTimer.start(qBound(kShortestPingSeconds, asked, kLongestPingSeconds) * 1000);
        m_open = true;
        Q_EMIT opened(body->value(QLatin1String("cursor")).toString());
    } else if (kind == QLatin1String("changes")) {
        SyncPage page;
        page.nextCursor = body->value(QLatin1String("cursor")).toString();
        if (page.nextCursor.isEmpty() || !decodeChanges(body->value(QLatin1String("changes")), page)) {
            Q_EMIT pullWanted();
            return;
        }
        Q_EMIT changes(body->value(QLatin1String("prevCursor")).toString(), page);
    } else if (kind == QLatin1String("pull")) {
        Q_EMIT pullWanted();
    } else if (kind == QLatin1String("typing")) {
        Q_EMIT typing(body->value(QLatin1String("conversationId")).toString(),
            body->value(QLatin1String("displayName")).toString().left(kLongestName));
    } else if (kind == QLatin1String("pong")) {
        m_pongDeadline.stop();
    } else if (kind == QLatin1String("ping")) {
        m_socket->sendTextMessage(QString::fromUtf8(
            QJsonDocument({ { QStringLiteral("kind"), QStringLiteral("pong") },
                              { QStringLiteral("sentAt"), body->value(QLatin1String("sentAt")) } })
                .toJson(QJsonDocument::Compact)));
    }
}

void LiveChannel::sendPing()
{
    const QJsonObject ping { { QStringLiteral("kind"), QStringLiteral("ping") },
        { QStringLiteral("sentAt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) } };
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(ping).toJson(QJsonDocument::Compact)));
    m_pongDeadline.start(kPongMilliseconds);
}

} // namespace ot::sync
