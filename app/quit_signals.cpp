// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quit_signals.h"

#include <QCoreApplication>

#include <array>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace ot::app {

namespace {

// A signal handler may do next to nothing: it writes a byte, and the event loop reads it. The descriptors are
// the process's.
std::array<int, 2> g_pipe { -1, -1 }; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[0], &byte, sizeof byte);
}

} // namespace

QuitSignals::QuitSignals(QObject* parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, g_pipe.data()) != 0)
        return; // then a signal ends the program as it ends any other
    m_notifier = std::make_unique<QSocketNotifier>(g_pipe[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        QCoreApplication::quit();
    });
    struct sigaction action { };
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    for (const int signal : { SIGTERM, SIGINT, SIGHUP })
        ::sigaction(signal, &action, nullptr);
}

QuitSignals::~QuitSignals()
{
    for (const int signal : { SIGTERM, SIGINT, SIGHUP })
        ::signal(signal, SIG_DFL);
    m_notifier.reset();
    for (const int descriptor : g_pipe)
        ::close(descriptor);
}

} // namespace ot::app
