// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"
#include "storage/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <tuple>
#include <vector>

namespace ot::storage {

// What is known of a blob: content under its SHA-256 (32 bytes), whole or on its way.
struct BlobFacts {
    QByteArray sha256;
    qint64 byteCount = 0;
    qint64 received = 0; // from the beginning, without gaps
    bool complete = false; // all of it is there and its hash was right
    bool fetchable = false; // a server has it too, so it may go when room is needed
    qint64 openUntil = 0; // UTC milliseconds; from then on it may not be read. 0: no such end
};

// What became of a blob.
struct BlobChange {
    enum class State {
        Partial, // on its way; `received` says how far
        Whole, // may be read
        LetGo, // room was needed, or it arrived damaged; it can be fetched again
        Erased, // nothing needs it, or it may no longer be read
    };

    QByteArray sha256;
    qint64 byteCount = 0;
    qint64 received = 0;
    State state = State::Partial;
};

// A record that needs a blob, by its type's wire name and its id.
struct BlobOwner {
    QString type;
    QString id;

    friend bool operator==(const BlobOwner&, const BlobOwner&) = default;
    friend bool operator<(const BlobOwner& left, const BlobOwner& right)
    {
        return std::tie(left.type, left.id) < std::tie(right.type, right.id);
    }
};

struct HeldBlob {
    BlobFacts facts;
    qint64 usedAt = 0; // UTC milliseconds
    std::vector<BlobOwner> owners;
};

// What the records say of a blob at one moment.
struct BlobRuling {
    QByteArray sha256;
    std::vector<BlobOwner> owners; // of the types that are ruled on
    qint64 openUntil = 0; // see BlobFacts
    bool withdrawn = false; // it may no longer be read; it stays only for owners of other types
};

// A blob that is to be sent to the server.
struct BlobUpload {
    QByteArray sha256;
    QString fileName;
    QString mediaType;
    QString location; // the path of the upload the server has begun; empty before
};

// The file `blobs.db` beside a vault: attachments and documents, in chunks, encrypted as the vault is and by
// the same key. Content enters piece by piece, may be broken off and gone on with after a restart, and can be
// read only once its hash was found right; no file outside ever holds any of it.
//
// A blob lives as long as something owns it or it waits to be sent. One that nothing owns yet, because it is
// still being fetched or written about in a draft, lives until removeUnowned(). Belongs to one thread.
class BlobFile {
public:
    // Opens `blobs.db` in the vault's folder, made when missing. Errors: as Connection::open, and StoreNewer.
    static Result<std::unique_ptr<BlobFile>> open(const QString& directory, const SecretKey& key);

    // What is there under that hash. Errors: NotFound.
    Result<BlobFacts> facts(const QByteArray& sha256);

    // Begins a blob, or goes on with it: the facts say from where. Errors: BadInput when the hash has not 32
    // bytes, the size is negative or is not the one it began with; StoreFull before the disk is.
    Result<BlobFacts> begin(const QByteArray& sha256, qint64 byteCount, bool fetchable);
    // The next bytes, on disk when it returns. Errors: NotFound; BadInput when `offset` is not where it
    // stands, or more comes than was announced.
    Outcome append(const QByteArray& sha256, qint64 offset, const QByteArray& bytes);
    // Lets go of what was received, to begin again. One that is not there is no error.
    Outcome startOver(const QByteArray& sha256);
    // All is there: looks at the hash. Errors: Decode when it is another, and then what was received is gone;
    // BadInput while something is missing.
    Outcome finish(const QByteArray& sha256);
    // begin, append and finish of bytes that were made here; gives their hash.
    Result<QByteArray> put(const QByteArray& bytes);

    // A piece of a complete blob, shorter at its end. Errors: NotFound, also for one that is not complete;
    // Forbidden once the time is over until which it was open.
    Result<QByteArray> read(const QByteArray& sha256, qint64 offset, qint64 length);

    // Whether it is to be fetched until it is whole, a restart of the program in between. Such a one is not
    // let go of. finish() ends it. One that is not there is no error.
    Outcome setWanted(const QByteArray& sha256, bool wanted);
    Result<std::vector<BlobFacts>> wanted();

    // Puts a complete blob among those that wait to be sent; one that waits already keeps its location.
    // Errors: NotFound, also for one that is not complete.
    Outcome addUpload(const BlobUpload& upload);
    Outcome setUploadLocation(const QByteArray& sha256, const QString& location);
    // The server has it: it waits no longer and can be fetched again.
    Outcome uploaded(const QByteArray& sha256);
    // It waits no longer, and the server does not have it.
    Outcome dropUpload(const QByteArray& sha256);
    Result<std::vector<BlobUpload>> uploads();

    // The earliest moment at which a blob that is open now is open no longer; 0: none.
    Result<qint64> nextEnd();
    // Every blob with its owners.
    Result<std::vector<HeldBlob>> held();
    // Takes what the records say: the owners of these types are replaced, and what loses its last owner is
    // erased, out of the file and its log when this returns. What had none stays, see removeUnowned().
    Outcome apply(const std::vector<BlobRuling>& rulings, const QStringList& types);

    // The record that needs it, by type and id. Errors: NotFound.
    Outcome addOwner(const QByteArray& sha256, const QString& type, const QString& id);
    // The record is gone, or may no longer be read: what nothing else owns is erased with it, and is out of
    // the file and its log when this returns.
    Outcome removeOwner(const QString& type, const QString& id);
    // What nothing owns, does not wait to be sent, and nothing has touched since that moment (UTC
    // milliseconds).
    Outcome removeUnowned(qint64 before);
    // Makes everything together at most that many bytes, by letting go of what can be fetched again, the
    // longest unused first; owners stay, the content is no longer complete. Gives what is left. What can't be
    // fetched again is never touched, so more may be left than was asked for.
    Result<qint64> shrinkTo(qint64 bytes);
    Result<qint64> totalBytes();

    // Called after each change, in this thread.
    void setObserver(std::function<void(const BlobChange&)> observer) { m_observer = std::move(observer); }
    // What time it is, in UTC milliseconds; tests put their own in.
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }
    // The latest time ever seen, kept across restarts: a clock that is turned back opens nothing again.
    qint64 now();

private:
    struct Row {
        qint64 number = 0;
        qint64 usedAt = 0;
        BlobFacts facts;
    };

    BlobFile(std::unique_ptr<Connection> connection, QString directory);

    Outcome prepare();
    Result<qint64> number(std::string_view sql);
    Result<Row> find(const QByteArray& sha256);
    Outcome inTransaction(const std::function<Outcome()>& work);
    Outcome runOn(const QByteArray& sha256, std::string_view sql);
    Result<std::vector<BlobChange>> collectErased(
        std::string_view sql, const std::function<void(Query&)>& bind);
    Outcome eraseAll(std::vector<BlobChange>& blobs);
    Outcome writeChunks(const Row& row, const QByteArray& bytes);
    Result<QByteArray> chunk(qint64 number, qint64 index);
    Outcome run(std::string_view sql, const std::function<void(Query&)>& bind);
    Outcome dropContent(qint64 number);
    Outcome erase(qint64 number);
    Result<bool> applyOne(const BlobRuling& ruling, const QString& types);
    void tell(const QByteArray& sha256, BlobChange::State state);
    void tell(const std::vector<BlobChange>& changes) const;
    Outcome rememberTime();
    Outcome touch(const Row& row);
    Outcome forgetInLog();

    std::unique_ptr<Connection> m_connection;
    QString m_directory;
    std::function<qint64()> m_clock;
    std::function<void(const BlobChange&)> m_observer;
    qint64 m_latest = 0; // see now()
    qint64 m_latestKept = 0;
};

} // namespace ot::storage
