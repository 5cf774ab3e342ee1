// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/vault.h"

#include "storage/blobs/blob_store.h"
#include "storage/database/schema.h"
#include "storage/directory_guard.h"
#include "storage/rekey/rekey_files.h"
#include "storage/vault_lock.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace ot::storage {

namespace {

constexpr std::size_t kReaderCount = 2;
constexpr char kDatabaseName[] = "vault.db";
constexpr char kPlainMagic[] = "SQLite format 3";

// Looked at before any connection is open: closing a second descriptor on an open database would drop its
// locks.
Outcome refusePlainFile(const QString& path)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0)
        return success();
    if (!file.open(QIODevice::ReadOnly))
        return success(); // opening the database says it better
    const QByteArray head = file.read(sizeof kPlainMagic - 1);
    if (head != QByteArray::fromRawData(kPlainMagic, sizeof kPlainMagic - 1))
        return success();
    return Error { ErrorCode::StoreNotEncrypted,
        QCoreApplication::translate("Vault",
            "The file in the vault's place is not encrypted, so it isn't this program's. It was left as it "
            "is."),
        QStringLiteral("plain SQLite header") };
}

} // namespace

// The threads and their queues. Waiting writes are still done when the vault closes, so that nothing typed is
// lost; waiting reads are dropped.
class Vault::Threads {
public:
    explicit Threads(Vault& vault)
        : m_writer(vault)
        , m_readers { Worker(vault), Worker(vault) }
    {
        m_threads.emplace_back([this] { run(m_writerQueue, m_writer, true); });
        for (Worker& reader : m_readers)
            m_threads.emplace_back([this, &reader] { run(m_readerQueue, reader, false); });
    }

    ~Threads()
    {
        stop();
        for (std::thread& thread : m_threads)
            thread.join();
    }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    using Task = std::function<void(Worker*)>;

    void post(bool toWriter, Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_stopping) {
                (toWriter ? m_writerQueue : m_readerQueue).push_back(std::move(task));
                m_wake.notify_all();
                return;
            }
        }
        task(nullptr);
    }

    // `stopped` is called by the last thread to go.
    void stop(std::function<void()> stopped = {})
    {
        bool alreadyGone = false;
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            if (stopped)
                m_stopped.push_back(std::move(stopped));
            alreadyGone = m_running == 0;
        }
        m_wake.notify_all();
        if (alreadyGone)
            finishStopped();
    }

    // Only from the writer's thread, before any read: the readers are idle until the vault is open.
    Outcome openReaders(const QString& path, const SecretKey& key)
    {
        const std::lock_guard lock(m_mutex);
        for (Worker& reader : m_readers) {
            if (const Outcome opened = reader.open(path, key, Connection::Mode::ReadOnly, false); !opened)
                return opened;
        }
        m_readersReady = true;
        m_wake.notify_all();
        return success();
    }
    void readersFailed()
    {
        const std::lock_guard lock(m_mutex);
        m_readersReady = true; // they answer StoreClosed for want of a connection
        m_wake.notify_all();
    }

private:
    void run(std::deque<Task>& queue, Worker& worker, bool isWriter)
    {
        while (true) {
            Task task;
            bool dropped = false;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(
                    lock, [&] { return m_stopping || (!queue.empty() && (isWriter || m_readersReady)); });
                if (queue.empty())
                    break;
                task = std::move(queue.front());
                queue.pop_front();
                dropped = m_stopping && !isWriter;
            }
            task(dropped ? nullptr : &worker);
        }
        // The writer goes last: it moves what is in the write-ahead log into the vault's file, which a reader
        // can't.
        if (isWriter) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_running == 1; });
        }
        worker.close();
        bool last = false;
        {
            const std::lock_guard lock(m_mutex);
            last = --m_running == 0;
        }
        m_wake.notify_all();
        if (last)
            finishStopped();
    }

    void finishStopped()
    {
        std::vector<std::function<void()>> stopped;
        {
            const std::lock_guard lock(m_mutex);
            stopped.swap(m_stopped);
        }
        for (const auto& tell : stopped)
            tell();
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_writerQueue;
    std::deque<Task> m_readerQueue;
    bool m_stopping = false;
    bool m_readersReady = false;
    std::size_t m_running = kReaderCount + 1;
    std::vector<std::function<void()>> m_stopped;
    Worker m_writer;
    std::array<Worker, kReaderCount> m_readers;
    std::vector<std::thread> m_threads;
};

Vault::Vault(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<ChangeNotice>();
    m_blobs = std::make_unique<BlobStore>();
    m_threads = std::make_unique<Threads>(*this);
}

Vault::~Vault() = default;

Error Vault::closedError()
{
    return { ErrorCode::StoreClosed, QCoreApplication::translate("Vault", "The vault is locked."),
        QStringLiteral("vault closed") };
}

void Vault::post(Queue queue, std::function<void(Worker*)> task)
{
    m_threads->post(queue == Queue::Writer, std::move(task));
}

QFuture<Outcome> Vault::open(const QString& directory, SecretKey key, bool create)
{
    auto sharedKey = std::make_shared<SecretKey>(std::move(key));
    return schedule<Outcome>(Queue::Writer, [this, directory, sharedKey, create](Worker& writer) {
        const QString path = directory + QLatin1Char('/') + QLatin1String(kDatabaseName);
        const auto attempt = [&]() -> Outcome {
            const Outcome guarded = create ? makeGuardedDirectory(directory) : guardDirectory(directory);
            if (!guarded)
                return guarded;
            if (const Outcome alone = writer.lock(directory); !alone)
                return alone;
            if (const Outcome encrypted = refusePlainFile(path); !encrypted)
                return encrypted;
            if (const Outcome opened = writer.open(path, *sharedKey, Connection::Mode::ReadWrite, create);
                !opened)
                return opened;
            return m_threads->openReaders(path, *sharedKey);
        };
        const Outcome outcome = attempt();
        if (!outcome) {
            writer.close();
            m_threads->readersFailed();
            return outcome;
        }
        m_blobs->open(directory, sharedKey->clone()); // whoever asks it after this comes after this
        return outcome;
    });
}

QFuture<Outcome> Vault::close()
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QFuture<Outcome> future = promise->future();
    // The last of the two to go finishes it.
    const auto left = std::make_shared<std::atomic<int>>(2);
    const auto oneIsClosed = [promise, left] {
        if (--*left > 0)
            return;
        promise->addResult(success());
        promise->finish();
    };
    m_blobs->close(oneIsClosed);
    m_threads->stop(oneIsClosed);
    return future;
}

Outcome Vault::Worker::open(const QString& path, const SecretKey& key, Connection::Mode mode, bool create)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, key, mode, create);
    if (!connection)
        return connection.error();
    m_connection = std::move(connection).value();
    return mode == Connection::Mode::ReadWrite ? migrateSchema(*m_connection) : success();
}

Vault::Worker::Worker(Vault& vault)
    : m_vault(vault)
{
}

Vault::Worker::~Worker() = default;

// Held for as long as the vault is open. Files that were about to change when the program ended are put right
// first.
Outcome Vault::Worker::lock(const QString& directory)
{
    Result<std::unique_ptr<VaultLock>> lock = VaultLock::acquire(directory, VaultLock::Kind::Shared);
    if (!lock)
        return lock.error();
    if (rekey::loadJournal(directory)) {
        // Whoever has it open already has settled it.
        if ((*lock)->change(VaultLock::Kind::Alone)) {
            if (const Outcome settled = rekey::settle(directory); !settled)
                return settled;
        }
        if (const Outcome shared = (*lock)->change(VaultLock::Kind::Shared); !shared)
            return shared;
    }
    m_lock = std::move(*lock);
    return success();
}

void Vault::Worker::close()
{
    m_connection.reset();
    m_lock.reset();
}

Outcome Vault::Worker::transact(const std::function<Outcome(WriteTransaction&)>& work)
{
    if (!m_connection)
        return closedError();
    if (const Outcome begun = m_connection->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    WriteTransaction transaction(*m_connection);
    Outcome outcome = work(transaction);
    if (outcome)
        outcome = transaction.finish();
    if (outcome)
        outcome = m_connection->execute(QStringLiteral("COMMIT"));
    if (!outcome) {
        // After some failures (a full disk among them) SQLite has rolled back already; then this does
        // nothing.
        (void)m_connection->execute(QStringLiteral("ROLLBACK"));
        return outcome;
    }
    if (!transaction.notice().isEmpty())
        Q_EMIT m_vault.changed(transaction.notice());
    return outcome;
}

Outcome Vault::Worker::snapshot(
    const Cancellation& cancellation, const std::function<void(ReadSnapshot&)>& work)
{
    if (!m_connection)
        return closedError();
    if (const Outcome begun = m_connection->execute(QStringLiteral("BEGIN")); !begun)
        return begun;
    m_connection->setCancellation(cancellation);
    ReadSnapshot snapshot(*m_connection);
    work(snapshot);
    m_connection->setCancellation(std::nullopt);
    return m_connection->execute(QStringLiteral("COMMIT"));
}

} // namespace ot::storage
