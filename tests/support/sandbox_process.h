// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace ot::test {

// The real sandbox as a child process on a port of its own, with its data in a directory that outlives
// restarts and goes with the object.
class SandboxProcess {
public:
    // Starts it; `arguments` are added to its command line. A sandbox that does not start ends the test
    // program with its words.
    explicit SandboxProcess(const QStringList& arguments = {});
    ~SandboxProcess();

    // Ends it with SIGTERM, or with SIGKILL.
    void stop();
    void kill();
    // Starts it again with the same data on the same port.
    void restart();
    // What the next start gets instead of the arguments before.
    void setArguments(const QStringList& arguments) { m_arguments = arguments; }

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QString trainerToken() const { return token(QStringLiteral("trainer")); }
    [[nodiscard]] QString vendorToken() const { return token(QStringLiteral("vendor")); }
    [[nodiscard]] QString tokenFile(const QString& account) const;
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    [[nodiscard]] QString dataDirectory() const { return m_data.path(); }

    // Sends a command to the control endpoint (the sandbox is started with --control) and gives the answer's
    // body.
    QByteArray control(const QByteArray& json) const;
    // A request as any client sends it; gives the body. `status` may be null.
    QByteArray request(const QByteArray& verb, const QString& pathAndQuery, const QByteArray& token,
        const QByteArray& body, int* status) const;

private:
    void start();
    [[nodiscard]] QString token(const QString& account) const;

    QStringList m_arguments;
    QTemporaryDir m_data;
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
};

} // namespace ot::test
