// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/blob_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace ot::storage {

namespace {

constexpr qint64 kPiece = 512LL * 1024;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error closedError()
{
    return { ErrorCode::StoreClosed, Text::tr("The vault is locked."), QStringLiteral("blobs closed") };
}

Error tooLarge()
{
    return { ErrorCode::BadInput, Text::tr("This file is too large to be attached."),
        QStringLiteral("more than %1 bytes").arg(BlobStore::kLargestFile) };
}

Error unreadable(const QString& detail)
{
    return { ErrorCode::BadInput, Text::tr("This file could not be read."), detail };
}

// Takes a file in: once through for its hash, once more for its content.
class Intake {
public:
    explicit Intake(const QString& path)
        : m_file(path)
    {
    }

    std::optional<Result<QByteArray>> step(BlobFile& blobs)
    {
        if (!m_file.isOpen()) {
            if (const std::optional<Error> fault = open())
                return *fault;
        }
        return m_sha256.isEmpty() ? hashPiece(blobs) : takePiece(blobs);
    }

private:
    std::optional<Error> open()
    {
        // Looked at first: opening a pipe or a device may wait for ever.
        const QFileInfo info(m_file.fileName());
        if (!info.isFile())
            return unreadable(QStringLiteral("no regular file"));
        if (info.size() > BlobStore::kLargestFile)
            return tooLarge();
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return unreadable(QStringLiteral("open: %1").arg(int(m_file.error())));
        return std::nullopt;
    }

    std::optional<Result<QByteArray>> hashPiece(BlobFile& blobs)
    {
        const QByteArray piece = m_file.read(kPiece);
        m_size += piece.size();
        if (m_size > BlobStore::kLargestFile)
            return tooLarge();
        if (!piece.isEmpty()) {
            m_hash.addData(piece);
            return std::nullopt;
        }
        if (m_file.error() != QFileDevice::NoError || !m_file.seek(0))
            return unreadable(QStringLiteral("read: %1").arg(int(m_file.error())));
        m_sha256 = m_hash.result();
        const Result<BlobFacts> begun = blobs.begin(m_sha256, m_size, false);
        if (!begun)
            return begun.error();
        if (begun->complete)
            return m_sha256;
        // What may have been received of it was never looked at.
        if (const Outcome empty = begun->received > 0 ? blobs.startOver(m_sha256) : success(); !empty)
            return empty.error();
        return std::nullopt;
    }

    std::optional<Result<QByteArray>> takePiece(BlobFile& blobs)
    {
        const QByteArray piece = m_file.read(std::min(kPiece, m_size - m_taken));
        if (!piece.isEmpty()) {
            if (const Outcome taken = blobs.append(m_sha256, m_taken, piece); !taken)
                return taken.error();
            m_taken += piece.size();
            return std::nullopt;
        }
        if (m_taken < m_size)
            return unreadable(QStringLiteral("%1 of %2 bytes").arg(m_taken).arg(m_size));
        const Outcome finished = blobs.finish(m_sha256);
        if (finished)
            return m_sha256;
        // Another hash the second time: it was written to meanwhile.
        return finished.error().code == ErrorCode::Decode ? unreadable(QStringLiteral("it changed meanwhile"))
                                                          : finished.error();
    }

    QFile m_file;
    QCryptographicHash m_hash { QCryptographicHash::Sha256 };
    QByteArray m_sha256; // once it is known
    qint64 m_size = 0;
    qint64 m_taken = 0;
};

// Writes a blob out.
class Export {
public:
    Export(QByteArray sha256, ExportTarget target, Cancellation cancellation)
        : m_sha256(std::move(sha256))
        , m_target(std::move(target))
        , m_cancellation(std::move(cancellation))
    {
    }

    std::optional<Outcome> step(BlobFile& blobs)
    {
        if (m_cancellation.isCancelled())
            return Outcome(Error { ErrorCode::Cancelled, {}, {} });
        // Read before the file is begun: what may not be read leaves no trace.
        const Result<QByteArray> piece = blobs.read(m_sha256, m_offset, kPiece);
        if (!piece)
            return Outcome(piece.error());
        if (!m_file) {
            Result<std::unique_ptr<ExportedFile>> begun = ExportedFile::begin(m_target);
            if (!begun)
                return Outcome(begun.error());
            m_file = std::move(begun).value();
        }
        if (piece->isEmpty())
            return m_file->finish();
        if (const Outcome written = m_file->write(*piece); !written)
            return written;
        m_offset += piece->size();
        return std::nullopt;
    }

private:
    QByteArray m_sha256;
    ExportTarget m_target;
    Cancellation m_cancellation;
    std::unique_ptr<ExportedFile> m_file;
    qint64 m_offset = 0;
};

} // namespace

// The thread, its file and its two queues.
class BlobStore::Worker {
public:
    Worker()
        : m_thread([this] { run(); })
    {
    }
    ~Worker()
    {
        stop({});
        m_thread.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(bool inFront, Step step)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_stopping) {
                (inFront ? m_front : m_behind).push_back(std::move(step));
                m_wake.notify_one();
                return;
            }
        }
        step(nullptr, closedError());
    }

    void stop(std::function<void()> stopped)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            if (stopped && !m_gone) {
                m_stopped.push_back(std::move(stopped));
                stopped = {};
            }
        }
        m_wake.notify_one();
        if (stopped)
            stopped();
    }

    // On the thread only.
    Outcome open(
        const QString& directory, const SecretKey& key, std::function<void(const BlobChange&)> observer)
    {
        Result<std::unique_ptr<BlobFile>> file = BlobFile::open(directory, key);
        if (!file) {
            m_why = file.error();
            return m_why;
        }
        m_file = std::move(file).value();
        m_file->setObserver(std::move(observer));
        return success();
    }

private:
    // The next step; nothing when the store closes.
    std::optional<Step> next(bool& isBehind)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stopping || !m_front.empty() || !m_behind.empty(); });
        isBehind = m_front.empty();
        if (isBehind && m_stopping)
            return std::nullopt;
        std::deque<Step>& queue = isBehind ? m_behind : m_front;
        Step step = std::move(queue.front());
        queue.pop_front();
        return step;
    }

    void run()
    {
        bool isBehind = false;
        while (std::optional<Step> step = next(isBehind)) {
            const bool hasMore = (*step)(m_file.get(), m_why);
            if (hasMore) {
                const std::lock_guard lock(m_mutex);
                m_behind.push_back(std::move(*step));
            }
        }
        std::deque<Step> dropped;
        {
            const std::lock_guard lock(m_mutex);
            dropped.swap(m_behind);
        }
        for (const Step& step : dropped)
            step(nullptr, closedError());
        dropped.clear();
        m_file.reset();
        std::vector<std::function<void()>> stopped;
        {
            const std::lock_guard lock(m_mutex);
            m_gone = true;
            stopped.swap(m_stopped);
        }
        for (const auto& tell : stopped)
            tell();
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Step> m_front;
    std::deque<Step> m_behind;
    std::vector<std::function<void()>> m_stopped;
    bool m_stopping = false;
    bool m_gone = false;
    // The thread's own.
    std::unique_ptr<BlobFile> m_file;
    Error m_why = closedError(); // there is no file
    std::thread m_thread; // last: it uses all of them
};

BlobStore::BlobStore(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<BlobChange>();
    m_worker = std::make_unique<Worker>();
}

BlobStore::~BlobStore() = default;

void BlobStore::post(Queue queue, Step step)
{
    m_worker->post(queue == Queue::Front, std::move(step));
}

QFuture<Outcome> BlobStore::open(const QString& directory, SecretKey key)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QFuture<Outcome> future = promise->future();
    post(Queue::Front,
        [this, promise, directory, shared = std::make_shared<SecretKey>(std::move(key))](
            BlobFile*, const Error&) {
            promise->addResult(m_worker->open(
                directory, *shared, [this](const BlobChange& change) { Q_EMIT changed(change); }));
            promise->finish();
            return false;
        });
    return future;
}

void BlobStore::close(std::function<void()> closed)
{
    m_worker->stop(std::move(closed));
}

QFuture<Result<BlobFacts>> BlobStore::facts(const QByteArray& sha256)
{
    return run([sha256](BlobFile& file) { return file.facts(sha256); });
}

QFuture<Result<QByteArray>> BlobStore::read(const QByteArray& sha256, qint64 offset, qint64 length)
{
    return run([sha256, offset, length](
                   BlobFile& file) { return file.read(sha256, offset, std::min(length, kLongestRead)); });
}

QFuture<Result<QByteArray>> BlobStore::put(const QByteArray& bytes)
{
    return run([bytes](BlobFile& file) {
        return bytes.size() > kLargestFile ? Result<QByteArray>(tooLarge()) : file.put(bytes);
    });
}

QFuture<Result<QByteArray>> BlobStore::addFile(const QString& path)
{
    return work<Result<QByteArray>>(std::make_shared<Intake>(path));
}

QFuture<Outcome> BlobStore::exportTo(
    const QByteArray& sha256, const ExportTarget& target, const Cancellation& cancellation)
{
    return work<Outcome>(std::make_shared<Export>(sha256, target, cancellation));
}

} // namespace ot::storage
