// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTest>

namespace ot::test {

// Runs the event loop until the future has ended and gives its value. A test's own way to wait; the program
// never does.
template <class T>
T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!watcher.isFinished())
        loop.exec();
    return future.result();
}

} // namespace ot::test

// Fails the test with the error's own words when a Result holds none.
#define OT_VERIFY_OK(result)                                                                                 \
    do {                                                                                                     \
        const auto& otChecked = (result);                                                                    \
        const QString otWhy = otChecked.ok()                                                                 \
            ? QString()                                                                                      \
            : otChecked.error().message + QStringLiteral(" / ") + otChecked.error().detail;                  \
        QVERIFY2(otChecked.ok(), qPrintable(otWhy));                                                         \
    } while (false)
