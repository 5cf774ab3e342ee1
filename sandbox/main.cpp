// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/json.h"
#include "sandbox/options.h"
#include "sandbox/server.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>
#include <unistd.h>

namespace {

constexpr int kUsageStatus = 2;
constexpr int kFailureStatus = 1;

void complain(const QString& sentence)
{
    std::fprintf(stderr, "opentrain-sandbox: %s\n", qUtf8Printable(sentence));
}

/// A descriptor that becomes readable when the process is asked to end.
int endingSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    return ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

int main(int argc, char* argv[])
{
    std::signal(SIGPIPE, SIG_IGN);
    const int signals = endingSignals();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("opentrain-sandbox"));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(QStringLiteral("--help"))) {
        std::fputs(qUtf8Printable(ot::sandbox::usageText()), stdout);
        return 0;
    }
    const ot::sandbox::OptionsResult parsed = ot::sandbox::parseOptions(arguments);
    if (!parsed.options) {
        complain(parsed.problem);
        std::fputs(qUtf8Printable(ot::sandbox::usageText()), stderr);
        return kUsageStatus;
    }

    ot::sandbox::Server server(*parsed.options);
    if (const QString problem = server.start(); !problem.isEmpty()) {
        complain(problem);
        return kFailureStatus;
    }
    QSocketNotifier notifier(signals, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&server, &notifier] {
        notifier.setEnabled(false);
        server.stop();
        QCoreApplication::quit();
    });

    const QByteArray ready = ot::sandbox::jsonBytes({
        { QStringLiteral("url"), server.url() },
        { QStringLiteral("pid"), QCoreApplication::applicationPid() },
        { QStringLiteral("tokens"), server.tokensPath() },
    });
    std::fprintf(stdout, "%s\n", ready.constData());
    std::fflush(stdout);
    const int status = QCoreApplication::exec();
    ::close(signals);
    return status;
}
