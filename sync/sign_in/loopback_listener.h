// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QMap>
#include <QObject>
#include <QString>
#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace ot::sync {

// The address on this computer that a browser comes back to at the end of a sign-in (RFC 8252 7.3): any free
// port of 127.0.0.1 (of ::1 where there is no IPv4), one path, GET only, a bounded request in a bounded time,
// one small page as the answer. Nothing that comes in changes anything but by `judge`. Belongs to the thread
// it is made on.
class LoopbackListener : public QObject {
    Q_OBJECT

public:
    // The sentences of the page, already translated; plain text.
    struct Page {
        bool accepted = false; // 200, or 400
        QString title;
        QString sentence;
    };
    // Looks at the parameters of a request for the path and says what its sender is shown.
    using Judge = std::function<Page(const QMap<QString, QString>&)>;

    explicit LoopbackListener(Judge judge, QObject* parent = nullptr);
    ~LoopbackListener() override;

    // Errors: Internal, when this computer gives no port.
    Outcome listen();
    // Takes no more connections; an answer under way still reaches its browser.
    void close();
    // For the authorization request; valid after listen().
    [[nodiscard]] QString redirectUri() const { return m_redirectUri; }

private:
    void accept();
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QByteArray& status, const Page& page) const;

    Judge m_judge;
    QTcpServer m_server;
    QString m_redirectUri;
    QByteArray m_authority;
    int m_connections = 0;
};

} // namespace ot::sync
