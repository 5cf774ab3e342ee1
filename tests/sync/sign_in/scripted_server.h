// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <vector>

class QTcpSocket;

namespace ot::test {

// A server that says what the test tells it to, however hostile. Each answer ends its connection.
class ScriptedServer : public QTcpServer {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray path; // without the query
        QByteArray body;
        QByteArray authorization;
    };
    using Script = std::function<QByteArray(const Request&)>;

    ScriptedServer();

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    // What a path is answered with; 404 for all others.
    void say(const QByteArray& path, const QByteArray& answer);
    void script(const QByteArray& path, const Script& script) { m_scripts.insert(path, script); }
    // The two metadata documents of a server that does everything right, over which the test lays its own
    // members; null takes one away.
    void publish(const QJsonObject& changes = {}, const QJsonObject& resourceChanges = {});
    // While held, requests wait for their answers.
    void hold() { m_held = true; }
    void release();

    [[nodiscard]] const std::vector<Request>& requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray& path) const;

private:
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const Request& request);

    QHash<QByteArray, Script> m_scripts;
    std::vector<Request> m_requests;
    std::vector<std::pair<QTcpSocket*, Request>> m_waiting;
    bool m_held = false;
};

// An answer as it goes over the wire.
[[nodiscard]] QByteArray httpAnswer(
    const QByteArray& status, const QByteArray& body, const QByteArray& type = "application/json");
[[nodiscard]] QByteArray jsonAnswer(const QJsonObject& body, const QByteArray& status = "200 OK");

} // namespace ot::test
