// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the sandbox's tests say to it: requests as any client sends them, and a live channel that remembers
// its frames.
#pragma once

#include "tests/support/sandbox_process.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QWebSocket>

#include <vector>

namespace ot::test {

struct ApiAnswer {
    int status = 0;
    QByteArray body;
    QJsonObject json;
};

class ApiClient {
public:
    explicit ApiClient(const SandboxProcess& sandbox)
        : m_sandbox(sandbox)
    {
    }

    void useToken(const QString& token) { m_token = token.toUtf8(); }
    ApiAnswer get(const QString& pathAndQuery) const { return send("GET", pathAndQuery, {}); }
    ApiAnswer post(const QString& path, const QJsonObject& body) const;
    ApiAnswer send(const QByteArray& verb, const QString& pathAndQuery, const QByteArray& body) const;
    QJsonObject control(const QJsonObject& command) const;
    QJsonObject control(const QString& name) const
    {
        return control({ { QStringLiteral("command"), name } });
    }

    /// Sends one Message.create; gives its result.
    QJsonObject say(const QString& mutationId, const QString& conversationId, const QString& content) const;
    /// Reads the feed from that cursor (none: a snapshot) to its end; `cursor` becomes the head.
    std::vector<QJsonObject> readFeed(QString& cursor, int limit = 500, const QString& types = {}) const;

private:
    const SandboxProcess& m_sandbox;
    QByteArray m_token;
};

/// "01990000-0000-7000-8000-00000000000n"
[[nodiscard]] QString mutationId(int number);

class LiveClient : public QObject {
    Q_OBJECT

public:
    LiveClient();

    void open(const QUrl& server, const QString& token);
    bool waitForFrames(int count);
    bool waitForClose();
    void send(const QJsonObject& frame);
    /// From now on, as a client should; without it pings only stand among the frames.
    void answerPings() { m_answersPings = true; }

    [[nodiscard]] const std::vector<QJsonObject>& frames() const { return m_frames; }
    [[nodiscard]] int closeCode() const { return static_cast<int>(m_socket.closeCode()); }
    [[nodiscard]] QString protocol() const { return m_socket.subprotocol(); }

private:
    QWebSocket m_socket;
    std::vector<QJsonObject> m_frames;
    bool m_answersPings = false;
};

} // namespace ot::test
