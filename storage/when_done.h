// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace ot {

// Calls `take` with the future's result in the thread of `context`, from its event loop and never at once;
// not at all when the context is gone by then, or when the future ends without a result. Call it in the
// context's thread.
//
// In place of QFuture::then(context, …): in Qt 6.4 that one calls at once when the future has ended already,
// reaches from the other thread for a context that may be going, and keeps only the last of several
// continuations.
template <class T, class Take>
void whenDone(const QFuture<T>& future, QObject* context, Take take)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
            watcher->deleteLater();
            const QFuture<T> done = watcher->future();
            if (done.resultCount() > 0)
                take(*done.constBegin()); // a reference: lists of rows are not copied
        });
    watcher->setFuture(future);
}

} // namespace ot
