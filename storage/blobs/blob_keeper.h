// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_records.h"
#include "storage/vault.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <set>

namespace ot::storage {

class BlobStore;

// Keeps a vault's blobs in step with its records: who owns one, what may no longer be read, what has to go
// for want of room. All of that follows from the records, so nothing is lost when the program ends between a
// commit and what follows from it: start() goes through everything, and each change after it through what it
// touches.
//
// Belongs to the thread it is used on, which needs an event loop; the vault must outlive it.
class BlobKeeper : public QObject {
    Q_OBJECT

public:
    explicit BlobKeeper(Vault& vault, QObject* parent = nullptr);

    // Once, with the vault open.
    void start();
    // Begins a blob that a record names, to be fetched: with the size the record says, under its owners.
    // `owner` is the record it is wanted for; a Message or a Submission has to be named. Errors: NotFound
    // where no record names it, Forbidden where it may no longer be read, BadInput where it is larger than
    // the quota, StoreFull.
    QFuture<Result<BlobFacts>> admit(const QByteArray& sha256, const BlobOwner& owner);
    [[nodiscard]] bool isIdle() const { return !m_busy && m_jobs.empty() && !m_dirty; }

Q_SIGNALS:
    // Everything that follows from the commits so far has been done.
    void settled();

private:
    using Job = std::function<void()>;
    // What was touched since the last time.
    struct Touched {
        bool everything = false;
        bool outbox = false;
        std::set<BlobOwner> records;
    };
    struct Verdict;

    void note(const ChangeNotice& notice);
    void enqueue(Job job);
    void next();
    void ended();
    void look();
    void rule(const Touched& touched, const std::vector<HeldBlob>& held);
    void record(const std::vector<Verdict>& verdicts);
    void apply(const std::vector<Verdict>& verdicts);
    void setTimer();
    void makeRoom();
    void begin(const QByteArray& sha256, const blobs::Claims& claims,
        const std::shared_ptr<QPromise<Result<BlobFacts>>>& promise);

    Vault& m_vault;
    BlobStore& m_store;
    QTimer m_expiry;
    std::deque<Job> m_jobs; // one at a time, so that what was read last is what holds
    Touched m_touched;
    qint64 m_quota = -1; // as it was kept to last
    bool m_dirty = false; // m_touched is to be looked at
    bool m_busy = false;
    bool m_roomIsDue = false;
    bool m_quotaIsDue = false;
    bool m_unownedIsDue = false;
};

} // namespace ot::storage
