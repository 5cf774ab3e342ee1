// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"
#include "sync/sync_page.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

class QNetworkRequest;
class QWebSocket;

namespace ot::sync {

// One WebSocket to GET /live. Decodes frames and keeps the connection proved by pings of its own; whether and
// when to connect is the engine's business. Belongs to the thread it is made on.
class LiveChannel : public QObject {
    Q_OBJECT

public:
    explicit LiveChannel(QObject* parent = nullptr);
    ~LiveChannel() override;

    void open(const QNetworkRequest& request);
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    // The server's first frame: the channel is up and the feed's head is here.
    void opened(const QString& cursor);
    // Changes after `previousCursor`; page.nextCursor is where they lead.
    void changes(const QString& previousCursor, const ot::sync::SyncPage& page);
    // More happened than a frame holds.
    void pullWanted();
    void typing(const QString& conversationId, const QString& displayName);
    // The channel is down, or never came up. `unauthorized` when the token no longer holds.
    void closed(bool unauthorized);

private:
    void receive(const QString& frame);
    void sendPing();
    void endOnce(bool unauthorized);

    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_pingTimer;
    QTimer m_pongDeadline;
    bool m_open = false;
    bool m_ended = true;
};

} // namespace ot::sync
