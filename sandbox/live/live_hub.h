// SPDX-License-Identifier: GPL-3.0-or-later
//
// The live channel: every open WebSocket, and what is pushed to it.
//
// Each commit of the store becomes one frame for every session, whoever it concerns (what others may not see
// is left out, which may leave nothing): so `prevCursor` is always the cursor the frame before carried.
#pragma once

#include "sandbox/auth.h"
#include "sandbox/store/store.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QWebSocketServer>

#include <memory>
#include <vector>

class QTcpSocket;
class QWebSocket;

namespace ot::sandbox {

/// Frames that a test wants to go wrong, each counted down as it is used up.
struct LiveFaults {
    int lose = 0;
    int duplicate = 0;
    int reorder = 0;
};

inline constexpr int kPingSeconds = 30;

class LiveHub : public QObject {
    Q_OBJECT

public:
    LiveHub(Store& store, Auth& auth, QObject* parent = nullptr);
    ~LiveHub() override;

    /// Takes over a socket whose upgrade request is still unread in it. The session was checked.
    void take(QTcpSocket* socket, const Session& session);
    /// Pushes a commit to everyone.
    void push(const Commit& commit);
    void typing(const QString& accountKey, const QString& conversationId, const QJsonObject& who);
    void presence(const QString& accountKey, const QString& conversationId, const QString& userId,
        const QString& state);
    /// How far an archive has come.
    void progress(const QString& accountKey, const QString& dataRequestId, const QString& stage, qint64 done,
        qint64 total);
    /// Ends sessions whose token no longer holds (4401).
    void dropRevoked();
    /// Cuts every session without a close frame, as a dying network does.
    void cutAll();
    /// Ends every session with 1001.
    void shutDown();

    LiveFaults& faults() { return m_faults; }
    [[nodiscard]] int sessionCount() const { return static_cast<int>(m_peers.size()); }

    /// Pings everyone; who left the ping before without an answer is let go.
    void beat();

private:
    struct Peer;

    void accept();
    void receive(Peer& peer, const QString& text);
    /// To the account and to the members of its organization who have that conversation.
    void sendToConversation(
        const QString& accountKey, const QString& conversationId, const QJsonObject& frame);
    void sendChanges(Peer& peer, const QByteArray& frame);
    void forget(const QWebSocket* socket);

    Store& m_store;
    Auth& m_auth;
    QWebSocketServer m_server;
    QTimer m_beat;
    LiveFaults m_faults;
    QHash<quint16, Session> m_expected; // by the port of the peer, until its handshake is done
    std::vector<std::unique_ptr<Peer>> m_peers;
};

} // namespace ot::sandbox
