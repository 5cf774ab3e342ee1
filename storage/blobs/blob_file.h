// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"
#include "storage/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace ot::storage {

// What is known of a blob: content under its SHA-256 (32 bytes), whole or on its way.
struct BlobFacts {
    QByteArray sha256;
    qint64 byteCount = 0;
    qint64 received = 0; // from the beginning, without gaps
    bool complete = false; // all of it is there and its hash was right
    bool fetchable = false; // a server has it too, so it may go when room is needed
};

// The file `blobs.db` beside a vault: attachments and documents, in chunks, encrypted as the vault is and by
// the same key. Content enters piece by piece, may be broken off and gone on with after a restart, and can be
// read only once its hash was found right; no file outside ever holds any of it.
//
// A blob lives as long as something owns it. One that nothing owns yet, because it is still being fetched or
// written about in a draft, lives until removeUnowned(). Belongs to one thread.
class BlobFile {
public:
    // Opens `blobs.db` in the vault's folder, made when missing. Errors: as Connection::open, and StoreNewer.
    static Result<std::unique_ptr<BlobFile>> open(const QString& directory, const SecretKey& key);

    // What is there under that hash. Errors: NotFound.
    Result<BlobFacts> facts(const QByteArray& sha256);

    // Begins a blob, or goes on with it: the facts say from where. Errors: BadInput when the hash has not 32
    // bytes, the size is negative or is not the one it began with.
    Result<BlobFacts> begin(const QByteArray& sha256, qint64 byteCount, bool fetchable);
    // The next bytes, on disk when it returns. Errors: NotFound; BadInput when `offset` is not where it
    // stands, or more comes than was announced.
    Outcome append(const QByteArray& sha256, qint64 offset, const QByteArray& bytes);
    // All is there: looks at the hash. Errors: Decode when it is another, and then what was received is gone;
    // BadInput while something is missing.
    Outcome finish(const QByteArray& sha256);
    // begin, append and finish of bytes that were made here; gives their hash.
    Result<QByteArray> put(const QByteArray& bytes);

    // A piece of a complete blob, shorter at its end. Errors: NotFound, also for one that is not complete.
    Result<QByteArray> read(const QByteArray& sha256, qint64 offset, qint64 length);

    // The record that needs it, by type and id. Errors: NotFound.
    Outcome addOwner(const QByteArray& sha256, const QString& type, const QString& id);
    // The record is gone, or may no longer be read: what nothing else owns is erased with it, and is out of
    // the file and its log when this returns.
    Outcome removeOwner(const QString& type, const QString& id);
    // What nothing owns and nothing has touched since that moment (UTC milliseconds).
    Outcome removeUnowned(qint64 before);
    // Makes everything together at most that many bytes, by letting go of what can be fetched again, the
    // longest unused first; owners stay, the content is no longer complete. Gives what is left. What can't be
    // fetched again is never touched, so more may be left than was asked for.
    Result<qint64> shrinkTo(qint64 bytes);
    Result<qint64> totalBytes();

    // What time it is, in UTC milliseconds; tests put their own in.
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

private:
    struct Row {
        qint64 number = 0;
        qint64 usedAt = 0;
        BlobFacts facts;
    };

    explicit BlobFile(std::unique_ptr<Connection> connection);

    Outcome prepare();
    Result<Row> find(const QByteArray& sha256);
    template <class Work>
    Outcome inTransaction(Work work);
    Outcome writeChunks(const Row& row, const QByteArray& bytes);
    Result<QByteArray> chunk(qint64 number, qint64 index);
    Outcome run(std::string_view sql, const std::function<void(Query&)>& bind);
    Outcome dropContent(qint64 number);
    Outcome touch(const Row& row);
    Outcome forgetInLog();

    std::unique_ptr<Connection> m_connection;
    std::function<qint64()> m_clock;
};

} // namespace ot::storage
