// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/live/live_hub.h"

#include "sandbox/json.h"
#include "sandbox/privacy/security_log.h"
#include "sandbox/records.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qsizetype kMaxFrameBytes = 64 * 1024;
constexpr qint64 kMaxUnsentBytes = 4 * 1024 * 1024;
constexpr std::ptrdiff_t kMaxSessionsPerAccount = 8;
constexpr int kTokenGone = 4401;
constexpr int kNoPong = 4408;
constexpr int kTooMany = 4429;

/// Ends a session with a code of our own; Qt's enumeration only names those of the standard.
void closeWith(QWebSocket& socket, int code, const QString& reason)
{
    socket.close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

} // namespace

struct LiveHub::Peer {
    Session session;
    std::unique_ptr<QWebSocket> socket;
    bool awaitsPong = false;
    QByteArray held; // a frame kept back so that the next one overtakes it

    void send(const QByteArray& frame) const
    {
        if (socket->bytesToWrite() > kMaxUnsentBytes)
            socket->abort();
        else
            socket->sendTextMessage(QString::fromUtf8(frame));
    }
};

LiveHub::LiveHub(Store& store, Auth& auth, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_auth(auth)
    , m_server(QStringLiteral("opentrain-sandbox"), QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({ QStringLiteral("opentrain.live.v1") });
    connect(&m_server, &QWebSocketServer::newConnection, this, &LiveHub::accept);
    m_beat.setInterval(kPingSeconds * 1000);
    connect(&m_beat, &QTimer::timeout, this, &LiveHub::beat);
    m_beat.start();
}

LiveHub::~LiveHub()
{
    for (const auto& peer : m_peers)
        disconnect(peer->socket.get(), nullptr, this, nullptr);
}

void LiveHub::take(QTcpSocket* socket, const Session& session)
{
    m_expected.insert(socket->peerPort(), session);
    m_server.handleConnection(socket);
}

void LiveHub::accept()
{
    while (QWebSocket* taken = m_server.nextPendingConnection()) {
        taken->setParent(nullptr);
        auto peer = std::make_unique<Peer>();
        peer->socket.reset(taken);
        peer->session = m_expected.take(taken->peerPort());
        const auto others = std::count_if(m_peers.cbegin(), m_peers.cend(),
            [&peer](const auto& other) { return other->session.account.key == peer->session.account.key; });
        if (others >= kMaxSessionsPerAccount || peer->session.tokenId.isEmpty()) {
            closeWith(*taken, kTooMany, QStringLiteral("too many connections"));
            connect(taken, &QWebSocket::disconnected, taken, &QObject::deleteLater);
            peer->socket.release()->setParent(this);
            continue;
        }
        taken->setMaxAllowedIncomingMessageSize(kMaxFrameBytes);
        taken->setMaxAllowedIncomingFrameSize(kMaxFrameBytes);
        Peer* raw = peer.get();
        connect(taken, &QWebSocket::textMessageReceived, this,
            [this, raw](const QString& text) { receive(*raw, text); });
        connect(taken, &QWebSocket::disconnected, this, [this, taken] { forget(taken); });
        raw->send(jsonBytes({
            { QStringLiteral("kind"), QStringLiteral("hello") },
            { QStringLiteral("cursor"), feedCursor(m_store.head()) },
            { QStringLiteral("serverTime"), m_store.clock().nowIso() },
            { QStringLiteral("pingSeconds"), kPingSeconds },
        }));
        m_peers.push_back(std::move(peer));
    }
}

void LiveHub::receive(Peer& peer, const QString& text)
{
    const QJsonObject frame = jsonObject(text.toUtf8());
    const QString kind = frame.value(QLatin1String("kind")).toString();
    if (kind == QLatin1String("pong"))
        peer.awaitsPong = false;
    else if (kind == QLatin1String("ping"))
        peer.send(jsonBytes({ { QStringLiteral("kind"), QStringLiteral("pong") },
            { QStringLiteral("sentAt"), frame.value(QLatin1String("sentAt")) } }));
}

void LiveHub::beat()
{
    const QByteArray ping = jsonBytes({ { QStringLiteral("kind"), QStringLiteral("ping") },
        { QStringLiteral("sentAt"), m_store.clock().nowIso() } });
    dropRevoked();
    std::vector<QWebSocket*> silent;
    for (const auto& peer : m_peers) {
        if (peer->awaitsPong) {
            silent.push_back(peer->socket.get());
            continue;
        }
        peer->awaitsPong = true;
        peer->send(ping);
    }
    for (QWebSocket* socket : silent)
        closeWith(*socket, kNoPong, QStringLiteral("no answer to a ping"));
}

void LiveHub::push(const Commit& commit)
{
    QHash<QString, QByteArray> frames; // by account
    const QByteArray before = jsonString(feedCursor(commit.before));
    const QByteArray after = jsonString(feedCursor(commit.after));
    for (const auto& peer : m_peers) {
        const QString& account = peer->session.account.key;
        if (!frames.contains(account)) {
            QByteArray changes;
            for (const Record& record : commit.changes) {
                if (record.account != account && record.account != kEveryone)
                    continue;
                changes += (changes.isEmpty() ? "" : ",") + record.change();
            }
            QByteArray frame = R"({"kind":"changes","prevCursor":)" + before + R"(,"cursor":)" + after
                + R"(,"changes":[)" + changes + "]}";
            if (frame.size() > kMaxFrameBytes)
                frame = R"({"kind":"pull","cursor":)" + after + '}';
            frames.insert(account, frame);
        }
        QByteArray frame = frames.value(account);
        markThisSession(frame, sessionOfToken(m_store, peer->session.tokenId));
        sendChanges(*peer, frame);
    }
}

void LiveHub::sendChanges(Peer& peer, const QByteArray& frame)
{
    const auto useUp = [](int& count) { return count > 0 ? count-- > 0 : false; };
    if (useUp(m_faults.lose))
        return;
    if (peer.held.isEmpty() && useUp(m_faults.reorder)) {
        peer.held = frame;
        return;
    }
    peer.send(frame);
    if (useUp(m_faults.duplicate))
        peer.send(frame);
    if (!peer.held.isEmpty())
        peer.send(std::exchange(peer.held, {}));
}

void LiveHub::sendToConversation(
    const QString& accountKey, const QString& conversationId, const QJsonObject& frame)
{
    const QByteArray bytes = jsonBytes(frame);
    const std::optional<Account> account = m_store.account(accountKey);
    const QString truth = account ? truthAccount(*account) : accountKey;
    for (const auto& peer : m_peers) {
        const Account& reader = peer->session.account;
        if (truthAccount(reader) != truth)
            continue;
        const auto row = m_store.find(reader.key, QStringLiteral("Conversation"), conversationId);
        if (row && !row->removed)
            peer->send(bytes);
    }
}

void LiveHub::typing(const QString& accountKey, const QString& conversationId, const QJsonObject& who)
{
    sendToConversation(accountKey, conversationId,
        { { QStringLiteral("kind"), QStringLiteral("typing") },
            { QStringLiteral("conversationId"), conversationId },
            { QStringLiteral("userId"), who.value(QLatin1String("userId")) },
            { QStringLiteral("displayName"), who.value(QLatin1String("displayName")) } });
}

void LiveHub::presence(
    const QString& accountKey, const QString& conversationId, const QString& userId, const QString& state)
{
    sendToConversation(accountKey, conversationId,
        { { QStringLiteral("kind"), QStringLiteral("presence") },
            { QStringLiteral("conversationId"), conversationId }, { QStringLiteral("userId"), userId },
            { QStringLiteral("state"), state } });
}

void LiveHub::progress(
    const QString& accountKey, const QString& dataRequestId, const QString& stage, qint64 done, qint64 total)
{
    const QByteArray bytes = jsonBytes({ { QStringLiteral("kind"), QStringLiteral("progress") },
        { QStringLiteral("dataRequestId"), dataRequestId }, { QStringLiteral("stage"), stage },
        { QStringLiteral("done"), done }, { QStringLiteral("total"), total } });
    for (const auto& peer : m_peers) {
        if (peer->session.account.key == accountKey)
            peer->send(bytes);
    }
}

void LiveHub::dropRevoked()
{
    std::vector<QWebSocket*> gone;
    for (const auto& peer : m_peers) {
        if (!m_auth.holds(peer->session.tokenId))
            gone.push_back(peer->socket.get());
    }
    for (QWebSocket* socket : gone)
        closeWith(*socket, kTokenGone, QStringLiteral("the token no longer holds"));
}

void LiveHub::cutAll()
{
    std::vector<QWebSocket*> all;
    for (const auto& peer : m_peers)
        all.push_back(peer->socket.get());
    for (QWebSocket* socket : all)
        socket->abort();
}

void LiveHub::shutDown()
{
    m_beat.stop();
    for (const auto& peer : m_peers) {
        disconnect(peer->socket.get(), nullptr, this, nullptr);
        peer->socket->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("the server goes down"));
        peer->socket->flush();
    }
    m_peers.clear();
}

void LiveHub::forget(const QWebSocket* socket)
{
    const auto found = std::find_if(
        m_peers.begin(), m_peers.end(), [socket](const auto& peer) { return peer->socket.get() == socket; });
    if (found == m_peers.end())
        return;
    // The socket is in the middle of telling us; it goes once it has returned.
    (*found)->socket.release()->deleteLater();
    m_peers.erase(found);
}

} // namespace ot::sandbox
