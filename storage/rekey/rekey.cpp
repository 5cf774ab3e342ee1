// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rekey/rekey.h"

#include "storage/directory_guard.h"
#include "storage/rekey/rekey_files.h"
#include "storage/vault_lock.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>

namespace ot::storage {

namespace {

constexpr int kCopiedPercent = 95; // what follows are moments

template <class T, class Job>
QFuture<T> onAnotherThread(Job job)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, job = std::move(job)]() mutable {
        promise->addResult(job());
        promise->finish();
    });
    return promise->future();
}

} // namespace

// What one run carries from step to step.
struct Rekey::Work {
    SharedKey current;
    NextWays ways;
    Cancellation cancellation;
    std::unique_ptr<VaultLock> lock; // alone, until the new files are in their places
    Promise promise;

    void end(const Result<SharedKey>& result)
    {
        lock.reset();
        promise->addResult(result);
        promise->finish();
    }
};

Rekey::Rekey(QString directory, QObject* parent)
    : QObject(parent)
    , m_directory(directory)
    , m_custody(std::move(directory))
{
}

Rekey::~Rekey()
{
    m_cancellation.cancel();
    m_preparing.waitForFinished();
    m_replacing.waitForFinished();
}

void Rekey::observe(RekeyStep step) const
{
    if (m_observer)
        m_observer(step);
}

QFuture<Result<SharedKey>> Rekey::run(
    const SharedKey& current, const NextWays& ways, const Cancellation& cancellation)
{
    auto work = std::make_shared<Work>();
    work->current = current;
    work->ways = ways;
    work->cancellation = cancellation;
    work->promise = std::make_shared<QPromise<Result<SharedKey>>>();
    work->promise->start();
    m_cancellation = cancellation;
    m_preparing = onAnotherThread<Result<NextCustody>>([this, work] { return prepare(*work); });
    whenDone(m_preparing, this, [this, work](const Result<NextCustody>& next) {
        if (next)
            adopt(work, *next);
        else
            work->end(next.error());
    });
    return work->promise->future();
}

// Everything up to the change itself, on another thread.
Result<NextCustody> Rekey::prepare(Work& work)
{
    if (const Outcome guarded = guardDirectory(m_directory); !guarded)
        return guarded.error();
    Result<std::unique_ptr<VaultLock>> lock = VaultLock::acquire(m_directory, VaultLock::Kind::Alone);
    if (!lock)
        return lock.error();
    work.lock = std::move(*lock);
    if (const Outcome settled = rekey::settle(m_directory); !settled)
        return settled.error();
    Result<NextCustody> next = KeyCustody::prepareNext(m_directory, *work.current, work.ways);
    work.ways = {};
    if (!next)
        return next;
    if (const Outcome noted = rekey::saveJournal(m_directory, { next->formerKeyId, next->reference.keyId });
        !noted)
        return noted.error();
    observe(RekeyStep::Begun);
    int shown = -1;
    const auto report = [&](int thousandths) {
        const int percent = std::min(thousandths * kCopiedPercent / 1000, kCopiedPercent);
        if (percent > shown) {
            shown = percent;
            Q_EMIT progress(percent);
        }
        return !work.cancellation.isCancelled();
    };
    if (const Outcome copied = rekey::writeCopies(m_directory, *work.current, *next->key, report); !copied) {
        (void)rekey::removeJournal(m_directory);
        return copied.error();
    }
    observe(RekeyStep::Copied);
    return next;
}

void Rekey::adopt(const std::shared_ptr<Work>& work, const NextCustody& next)
{
    if (work->cancellation.isCancelled()) {
        replaceFiles(work, next, Error { ErrorCode::Cancelled, {}, QStringLiteral("given up") });
        return;
    }
    whenDone(m_custody.adopt(next), this,
        [this, work, next](const Outcome& adopted) { replaceFiles(work, next, adopted); });
}

// The key reference says whether the change was made, whatever the keychain answered.
void Rekey::replaceFiles(const std::shared_ptr<Work>& work, const NextCustody& next, const Outcome& adopted)
{
    if (adopted)
        observe(RekeyStep::Switched);
    m_replacing = onAnotherThread<Outcome>([this, adopted] {
        const Outcome synced = rekey::syncFolder(m_directory);
        const Outcome placed = synced ? rekey::settle(m_directory) : synced;
        if (adopted && placed)
            observe(RekeyStep::Replaced);
        return placed;
    });
    whenDone(m_replacing, this, [this, work, next, adopted](const Outcome& placed) {
        if (!placed) {
            work->end(placed.error()); // the next opening goes on with it
            return;
        }
        whenDone(tidyUp(), this, [this, work, next, adopted](const Outcome&) {
            // A keychain that does not answer now is asked again at the next start.
            if (adopted)
                Q_EMIT progress(100);
            work->end(adopted ? Result<SharedKey>(next.key) : Result<SharedKey>(adopted.error()));
        });
    });
}

QFuture<Outcome> Rekey::tidyUp()
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto end = [promise](const Outcome& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    const std::optional<rekey::Journal> journal = rekey::loadJournal(m_directory);
    const Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!journal || !reference) {
        end(success());
        return promise->future();
    }
    const auto forgotten = [this, end](const Outcome& outcome) {
        if (!outcome) {
            end(outcome);
            return;
        }
        observe(RekeyStep::Forgotten);
        const Outcome removed = rekey::removeJournal(m_directory);
        observe(RekeyStep::Ended);
        end(removed);
    };
    if (reference->inKeychain)
        whenDone(
            m_custody.forget(reference->keyId == journal->to ? journal->from : journal->to), this, forgotten);
    else
        forgotten(success());
    return promise->future();
}

} // namespace ot::storage
