// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/change_notice.h"
#include "storage/database/connection.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"
#include "storage/write_transaction.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace ot::storage {

class BlobStore;
class VaultLock;

// Reads from one consistent snapshot of the store. Short-lived: it lives as long as the function it is handed
// to, because an open snapshot holds back the write-ahead log's checkpoints.
class ReadSnapshot {
public:
    explicit ReadSnapshot(Connection& connection)
        : m_connection(connection)
    {
    }
    // The statement for this SQL, prepared once per connection.
    Result<Query> query(std::string_view sql) { return m_connection.query(sql); }

private:
    Connection& m_connection;
};

// The encrypted store of one account: one writer thread, two reader threads, change notices.
//
// Create it on the thread that is to receive changed(); every function may be called from any thread and
// returns at once. The functions handed to read() and write() run on the vault's own threads, one at a time
// on each connection; they must not keep references to what they are given. Futures are continued with
// `whenDone(future, context, …)`. The destructor waits for what is running and drops what is waiting, whose
// futures end with StoreClosed.
class Vault : public QObject {
    Q_OBJECT

public:
    explicit Vault(QObject* parent = nullptr);
    ~Vault() override;

    // Opens the vault in `directory` (created 0700 when missing and `create` is set), proves the key, brings
    // the schema up to date. Errors: StoreWrongKey, StoreCorrupt, StoreNewer, StoreNotEncrypted, StoreFull,
    // StoreReadOnly, StoreIo, NotFound, and those of guardDirectory().
    QFuture<Outcome> open(const QString& directory, SecretKey key, bool create);

    // Finishes what is running, closes every connection and wipes the keys they held. Later calls end with
    // StoreClosed.
    QFuture<Outcome> close();

    // The files beside the records, opened and closed with the vault and by its key. That they can't be
    // opened is no fault of the vault's: each call of the store says it by itself.
    [[nodiscard]] BlobStore& blobs() { return *m_blobs; }

    // Runs `work(WriteTransaction&) -> Result<T>` in one transaction: committed when it gives a value, rolled
    // back when it gives an error. The future's value is there only once the commit has reached the disk;
    // then changed() has been emitted.
    template <class Work>
    auto write(Work work) -> QFuture<std::invoke_result_t<Work, WriteTransaction&>>
    {
        using Answer = std::invoke_result_t<Work, WriteTransaction&>;
        return schedule<Answer>(Queue::Writer, [work = std::move(work)](Worker& worker) mutable {
            Answer answer = Error {};
            const Outcome committed = worker.transact([&](WriteTransaction& transaction) {
                answer = work(transaction);
                return answer.ok() ? success() : Outcome(answer.error());
            });
            return committed ? std::move(answer) : Answer(committed.error());
        });
    }

    // Runs `work(ReadSnapshot&) -> Result<T>` on a snapshot. Cancelled work that has not begun is not begun.
    template <class Work>
    auto read(Work work, const Cancellation& cancellation = {})
        -> QFuture<std::invoke_result_t<Work, ReadSnapshot&>>
    {
        using Answer = std::invoke_result_t<Work, ReadSnapshot&>;
        return schedule<Answer>(
            Queue::Readers, [work = std::move(work), cancellation](Worker& worker) mutable {
                if (cancellation.isCancelled())
                    return Answer(Error { ErrorCode::Cancelled, {}, {} });
                Answer answer = Error {};
                const Outcome taken
                    = worker.snapshot(cancellation, [&](ReadSnapshot& snapshot) { answer = work(snapshot); });
                return taken ? std::move(answer) : Answer(taken.error());
            });
    }

Q_SIGNALS:
    // After every commit that changed something, in the order of the commits.
    void changed(const ot::storage::ChangeNotice& notice);

private:
    enum class Queue { Writer, Readers };

    // One thread's connection.
    class Worker {
    public:
        explicit Worker(Vault& vault);
        ~Worker();
        Outcome transact(const std::function<Outcome(WriteTransaction&)>& work);
        Outcome snapshot(const Cancellation& cancellation, const std::function<void(ReadSnapshot&)>& work);
        Outcome open(const QString& path, const SecretKey& key, Connection::Mode mode, bool create);
        Outcome lock(const QString& directory);
        void close();

    private:
        Vault& m_vault;
        std::unique_ptr<VaultLock> m_lock; // the writer's
        std::unique_ptr<Connection> m_connection;
    };
    class Threads;

    template <class Answer, class Work>
    QFuture<Answer> schedule(Queue queue, Work work)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        // A task gets no worker when the vault closes before its turn comes.
        post(queue, [promise, work = std::move(work)](Worker* worker) mutable {
            promise->addResult(worker ? work(*worker) : Answer(closedError()));
            promise->finish();
        });
        return future;
    }
    void post(Queue queue, std::function<void(Worker*)> task);
    static Error closedError();

    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Threads> m_threads;
};

} // namespace ot::storage
