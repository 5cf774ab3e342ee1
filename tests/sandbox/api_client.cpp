// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QTest>
#include <QWebSocketHandshakeOptions>

namespace ot::test {

ApiAnswer ApiClient::post(const QString& path, const QJsonObject& body) const
{
    return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

ApiAnswer ApiClient::send(const QByteArray& verb, const QString& pathAndQuery, const QByteArray& body) const
{
    ApiAnswer answer;
    answer.body = m_sandbox.request(verb, pathAndQuery, m_token, body, &answer.status);
    answer.json = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

QJsonObject ApiClient::control(const QJsonObject& command) const
{
    return QJsonDocument::fromJson(m_sandbox.control(QJsonDocument(command).toJson(QJsonDocument::Compact)))
        .object();
}

QJsonObject ApiClient::say(
    const QString& mutationId, const QString& conversationId, const QString& content) const
{
    const QJsonObject mutation {
        { QStringLiteral("mutationId"), mutationId },
        { QStringLiteral("type"), QStringLiteral("Message") },
        { QStringLiteral("op"), QStringLiteral("create") },
        { QStringLiteral("id"), mutationId },
        { QStringLiteral("baseVersion"), QJsonValue() },
        { QStringLiteral("args"),
            QJsonObject { { QStringLiteral("conversationId"), conversationId },
                { QStringLiteral("content"), content } } },
    };
    const ApiAnswer answer = post(QStringLiteral("/api/trainer/v1/mutations"),
        { { QStringLiteral("mutations"), QJsonArray { mutation } } });
    return answer.json.value(QLatin1String("results")).toArray().at(0).toObject();
}

std::vector<QJsonObject> ApiClient::readFeed(QString& cursor, int limit, const QString& types) const
{
    std::vector<QJsonObject> changes;
    for (bool more = true; more;) {
        QString path = QStringLiteral("/api/trainer/v1/sync?limit=%1").arg(limit);
        if (!cursor.isEmpty())
            path += QStringLiteral("&cursor=") + cursor;
        if (!types.isEmpty())
            path += QStringLiteral("&types=") + types;
        const ApiAnswer answer = get(path);
        if (answer.status != 200)
            qFatal("the feed answered %d: %s", answer.status, answer.body.constData());
        for (const QJsonValue& change : answer.json.value(QLatin1String("changes")).toArray())
            changes.push_back(change.toObject());
        cursor = answer.json.value(QLatin1String("nextCursor")).toString();
        more = answer.json.value(QLatin1String("hasMore")).toBool();
    }
    return changes;
}

QString mutationId(int number)
{
    return QStringLiteral("01990000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

LiveClient::LiveClient()
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
        m_frames.push_back(QJsonDocument::fromJson(text.toUtf8()).object());
        const QJsonObject& frame = m_frames.back();
        if (m_answersPings && frame.value(QLatin1String("kind")).toString() == QLatin1String("ping"))
            send({ { QStringLiteral("kind"), QStringLiteral("pong") },
                { QStringLiteral("sentAt"), frame.value(QLatin1String("sentAt")) } });
    });
}

void LiveClient::open(const QUrl& server, const QString& token)
{
    QUrl url(server);
    url.setScheme(QStringLiteral("ws"));
    url.setPath(QStringLiteral("/api/trainer/v1/live"));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({ QStringLiteral("opentrain.live.v1") });
    m_socket.open(request, options);
}

bool LiveClient::waitForFrames(int count)
{
    return QTest::qWaitFor([this, count] { return static_cast<int>(m_frames.size()) >= count; });
}

bool LiveClient::waitForClose()
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
}

void LiveClient::send(const QJsonObject& frame)
{
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

} // namespace ot::test
