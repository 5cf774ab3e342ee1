// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/sign_in/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

#include <algorithm>

namespace ot::test {

namespace {

QByteArray headerOf(const QByteArray& head, const QByteArray& name)
{
    const auto lines = head.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QJsonObject laidOver(QJsonObject document, const QJsonObject& changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value().isNull())
            document.remove(change.key());
        else
            document.insert(change.key(), change.value());
    }
    return document;
}

} // namespace

QByteArray httpAnswer(const QByteArray& status, const QByteArray& body, const QByteArray& type)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray jsonAnswer(const QJsonObject& body, const QByteArray& status)
{
    return httpAnswer(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

ScriptedServer::ScriptedServer()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port for the scripted server");
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = nextPendingConnection();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    });
}

void ScriptedServer::say(const QByteArray& path, const QByteArray& answer)
{
    script(path, [answer](const Request&) { return answer; });
}

void ScriptedServer::publish(const QJsonObject& changes, const QJsonObject& resourceChanges)
{
    const QJsonObject resource { { QStringLiteral("resource"), url() },
        { QStringLiteral("authorization_servers"), QJsonArray { url() } } };
    const QJsonObject server { { QStringLiteral("issuer"), url() },
        { QStringLiteral("authorization_endpoint"), url() + QStringLiteral("/authorize") },
        { QStringLiteral("token_endpoint"), url() + QStringLiteral("/token") },
        { QStringLiteral("revocation_endpoint"), url() + QStringLiteral("/revoke") },
        { QStringLiteral("code_challenge_methods_supported"), QJsonArray { QStringLiteral("S256") } } };
    say("/.well-known/oauth-protected-resource", jsonAnswer(laidOver(resource, resourceChanges)));
    say("/.well-known/oauth-authorization-server", jsonAnswer(laidOver(server, changes)));
}

void ScriptedServer::release()
{
    m_held = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& [socket, request] : waiting)
        answer(socket, request);
}

int ScriptedServer::count(const QByteArray& path) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
        [&path](const Request& request) { return request.path == path; }));
}

void ScriptedServer::read(QTcpSocket* socket)
{
    const QByteArray received = socket->peek(socket->bytesAvailable());
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = received.left(end);
    const QByteArray body = received.mid(end + 4);
    if (body.size() < headerOf(head, "content-length").toLongLong())
        return;
    socket->readAll();
    const auto words = head.split('\n').first().split(' ');
    const Request request { words.value(0), words.value(1).split('?').first(), body,
        headerOf(head, "authorization") };
    m_requests.push_back(request);
    if (m_held)
        m_waiting.emplace_back(socket, request);
    else
        answer(socket, request);
}

void ScriptedServer::answer(QTcpSocket* socket, const Request& request)
{
    const auto script = m_scripts.constFind(request.path);
    socket->write(script == m_scripts.constEnd() ? jsonAnswer({}, "404 Not Found") : (*script)(request));
    socket->disconnectFromHost();
}

} // namespace ot::test
