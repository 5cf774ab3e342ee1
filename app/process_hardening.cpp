// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_hardening.h"

#include <QFile>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace ot::app {

void refuseCoreDumps()
{
    const rlimit none { 0, 0 };
    ::setrlimit(RLIMIT_CORE, &none);
    // Where dumps go to a program instead of a file, the kernel hands them over in spite of the limit.
    QFile filter(QStringLiteral("/proc/self/coredump_filter"));
    if (filter.open(QIODevice::WriteOnly))
        filter.write("0");
}

bool refuseInspection()
{
    const bool isSandboxed
        = QFile::exists(QStringLiteral("/.flatpak-info")) || qEnvironmentVariableIsSet("SNAP_NAME");
    return !isSandboxed && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

} // namespace ot::app
