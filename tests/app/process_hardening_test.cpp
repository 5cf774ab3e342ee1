// SPDX-License-Identifier: GPL-3.0-or-later
//
// A process that has hardened itself leaves no dump when it ends badly, and can't be looked into.
#include "app/process_hardening.h"

#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ot;

namespace {

// Runs `work` in a process of its own; gives the status of its end.
template <class Work>
int inChild(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return status;
}

void allowDumps()
{
    rlimit limit {};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_CORE, &limit);
}

QByteArray coreFilter()
{
    QFile filter(QStringLiteral("/proc/self/coredump_filter"));
    return filter.open(QIODevice::ReadOnly) ? filter.readAll().trimmed() : QByteArray();
}

} // namespace

class ProcessHardeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesNoDump();
    void canNotBeLookedInto();
    void leavesThatToASandbox();
};

void ProcessHardeningTest::leavesNoDump()
{
    const int status = inChild([] {
        allowDumps();
        app::refuseCoreDumps();
        rlimit limit { 1, 1 };
        ::getrlimit(RLIMIT_CORE, &limit);
        if (limit.rlim_cur != 0 || limit.rlim_max != 0)
            ::_exit(1);
        if (coreFilter().toInt(nullptr, 16) != 0)
            ::_exit(2);
        ::abort();
    });
    QVERIFY2(WIFSIGNALED(status), "the limit or the filter was not set");
    QCOMPARE(WTERMSIG(status), SIGABRT);
    QVERIFY(!WCOREDUMP(status));
}

void ProcessHardeningTest::canNotBeLookedInto()
{
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1); // or the rest would prove nothing
    const int status = inChild([] {
        ::unsetenv("SNAP_NAME");
        const bool refused = app::refuseInspection();
        ::_exit(refused && ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 7 : 1);
    });
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
}

void ProcessHardeningTest::leavesThatToASandbox()
{
    const int status = inChild([] {
        ::setenv("SNAP_NAME", "opentrain-desktop", 1);
        const bool refused = app::refuseInspection();
        ::_exit(!refused && ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 1 ? 7 : 1);
    });
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
}

QTEST_GUILESS_MAIN(ProcessHardeningTest)
#include "process_hardening_test.moc"
