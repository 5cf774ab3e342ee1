// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts the real program as a person's shell would, on a profile of the test's own, with no keychain: the
// vault has a passphrase.
#pragma once

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

namespace ot::test {

struct ProgramEnd {
    int status = -1;
    QString output;
    QString complaint;
};

class ClientRunner {
public:
    ClientRunner()
    {
        QFile file(passphraseFile());
        file.open(QIODevice::WriteOnly);
        file.write("a passphrase for the test");
    }

    [[nodiscard]] QString profile() const { return m_directory.filePath(QStringLiteral("profile")); }
    [[nodiscard]] QString passphraseFile() const
    {
        return m_directory.filePath(QStringLiteral("passphrase"));
    }

    static QProcessEnvironment environment()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(
            QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
        environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
        return environment;
    }

    // Starts it and leaves it running.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment());
        process->start(QStringLiteral(OPENTRAIN_DESKTOP_BINARY),
            QStringList { QStringLiteral("--profile"), profile(), QStringLiteral("--passphrase-file"),
                passphraseFile() }
                + arguments);
        return process;
    }

    // Runs it to its end.
    [[nodiscard]] ProgramEnd run(const QStringList& arguments) const
    {
        const std::unique_ptr<QProcess> process = start(arguments);
        constexpr int kPatience = 120'000;
        if (!process->waitForFinished(kPatience))
            return { -1, {}, QStringLiteral("did not end") };
        return { process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2,
            QString::fromUtf8(process->readAllStandardOutput()),
            QString::fromUtf8(process->readAllStandardError()) };
    }

private:
    QTemporaryDir m_directory;
};

} // namespace ot::test
