// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_file.h"
#include "storage/blobs/exported_file.h"
#include "storage/keys/secret_key.h"

#include <QFuture>
#include <QMetaType>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace ot::storage {

// The blobs of one vault (see BlobFile) on a thread of their own, so that a large file holds up neither the
// records nor the caller. Opened and closed by its Vault.
//
// Every function may be called from any thread and returns at once; what is asked for is done in turn, long
// work (files read in and written out, room made) piece by piece behind everything else. Futures are
// continued with `whenDone(future, context, …)`. Before the vault is open, after it closed, and where
// `blobs.db` can't be opened, they end with the reason: StoreClosed, or as BlobFile::open. Other errors are
// those of BlobFile.
class BlobStore : public QObject {
    Q_OBJECT

public:
    // The most that read() gives at once.
    static constexpr qint64 kLongestRead = 4LL * 1024 * 1024;
    // The largest file that put() and addFile() take. A server may take less.
    static constexpr qint64 kLargestFile = 1024LL * 1024 * 1024;

    explicit BlobStore(QObject* parent = nullptr);
    ~BlobStore() override;

    // The file in the vault's folder, made when it is missing.
    QFuture<Outcome> open(const QString& directory, SecretKey key);
    // Finishes what is short, gives up what is long, closes the file and wipes its key; `closed` is called
    // then, on the store's thread. Later calls end with StoreClosed.
    void close(std::function<void()> closed = {});

    // Runs `work(BlobFile&) -> Result<T>` on the store's thread.
    template <class Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, BlobFile&>>
    {
        return schedule<std::invoke_result_t<Work, BlobFile&>>(Queue::Front, std::move(work));
    }
    // The same, behind everything else.
    template <class Work>
    auto runBehind(Work work) -> QFuture<std::invoke_result_t<Work, BlobFile&>>
    {
        return schedule<std::invoke_result_t<Work, BlobFile&>>(Queue::Behind, std::move(work));
    }

    QFuture<Result<BlobFacts>> facts(const QByteArray& sha256);
    // At most kLongestRead bytes. To read all of a blob ask piece by piece, or use BlobReader.
    QFuture<Result<QByteArray>> read(const QByteArray& sha256, qint64 offset, qint64 length);

    // Takes in bytes, or a file of the user's, that exist nowhere else; gives their hash. Whoever asks makes
    // sure that something owns it (see BlobFile::addOwner). Errors: BadInput for what is no regular file,
    // can't be read, is too large, or changes meanwhile; StoreFull.
    QFuture<Result<QByteArray>> put(const QByteArray& bytes);
    QFuture<Result<QByteArray>> addFile(const QString& path);

    // The one way out: writes a complete blob to a file of the user's choice (see ExportedFile). Given up
    // when cancelled or when the vault closes; then, and after an error, nothing of it is left.
    QFuture<Outcome> exportTo(
        const QByteArray& sha256, const ExportTarget& target, const Cancellation& cancellation = {});

Q_SIGNALS:
    // After each change, in order; from the store's thread.
    void changed(const ot::storage::BlobChange& change);

private:
    enum class Queue { Front, Behind };
    // A piece of work; true while there is more of it. It gets no file when there is none, and why, and is
    // then over.
    using Step = std::function<bool(BlobFile* file, const Error& why)>;
    class Worker;

    template <class Answer, class Work>
    QFuture<Answer> schedule(Queue queue, Work work)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post(queue, [promise, work = std::move(work)](BlobFile* file, const Error& why) mutable {
            promise->addResult(file ? work(*file) : Answer(why));
            promise->finish();
            return false;
        });
        return future;
    }
    // Goes on with `job.step(file) -> std::optional<Answer>` until it answers.
    template <class Answer, class Job>
    QFuture<Answer> work(std::shared_ptr<Job> job)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post(Queue::Behind, [promise, job = std::move(job)](BlobFile* file, const Error& why) mutable {
            const std::optional<Answer> answer = file ? job->step(*file) : std::optional<Answer>(why);
            if (!answer)
                return true;
            job.reset(); // what it has open is closed, or erased, before anybody hears of it
            promise->addResult(*answer);
            promise->finish();
            return false;
        });
        return future;
    }
    void post(Queue queue, Step step);

    std::unique_ptr<Worker> m_worker;
};

// Reads a blob from its beginning to its end, piece by piece and never ahead of the one who takes. Belongs to
// one thread; the store must outlive it.
class BlobReader {
public:
    BlobReader(BlobStore& store, QByteArray sha256, qint64 pieceBytes)
        : m_store(store)
        , m_sha256(std::move(sha256))
        , m_pieceBytes(pieceBytes)
    {
    }
    // The next piece; an empty one at the end. Ask again once it is there.
    QFuture<Result<QByteArray>> next()
    {
        const qint64 offset = m_offset;
        m_offset += m_pieceBytes;
        return m_store.read(m_sha256, offset, m_pieceBytes);
    }

private:
    BlobStore& m_store;
    QByteArray m_sha256;
    qint64 m_pieceBytes;
    qint64 m_offset = 0;
};

} // namespace ot::storage

Q_DECLARE_METATYPE(ot::storage::BlobChange)
