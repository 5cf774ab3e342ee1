// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rekey/rekey_files.h"

#include "storage/keys/key_reference.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ot::storage::rekey {

namespace {

constexpr char kJournalName[] = "rekey.json";
constexpr int kFormat = 1;
constexpr qint64 kLargestJournal = 4096;
constexpr std::array<const char*, 2> kDatabases { "vault.db", "blobs.db" };
constexpr qint64 kSpareBytes = 4LL * 1024 * 1024; // for what else is written meanwhile
constexpr std::size_t kWipeBytes = 1024 * 1024;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

QString in(const QString& directory, const char* name)
{
    return directory + QLatin1Char('/') + QLatin1String(name);
}

QString nextOf(const QString& path)
{
    return path + QStringLiteral(".next");
}

void removeCopy(const QString& path)
{
    for (const char* suffix : { "", "-journal", "-wal", "-shm" })
        QFile::remove(nextOf(path) + QLatin1String(suffix));
}

// A share of the whole work: so many thousandths of it, from `from` on.
struct Share {
    const Progress& progress;
    int from;
    int length;

    [[nodiscard]] Connection::GoOn over(qint64 whole) const
    {
        return [this, whole](qint64 bytes) {
            const double done = whole > 0 ? std::min(1.0, double(bytes) / double(whole)) : 1.0;
            return !progress || progress(from + static_cast<int>(done * length));
        };
    }
};

// Opens a database as the only one. Its write-ahead log is in it afterwards, so that it is one file.
Result<std::unique_ptr<Connection>> openAlone(const QString& path, const SecretKey& key)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, key, Connection::Mode::ReadWrite);
    if (!connection)
        return connection;
    Result<Query> mode = (*connection)->query("PRAGMA journal_mode = DELETE");
    if (!mode)
        return mode.error();
    const Result<bool> row = mode->step();
    if (!row)
        return row.error();
    if (!*row || mode->text(0) != QLatin1String("delete"))
        return storeError(5 /* SQLITE_BUSY */, QStringLiteral("journal mode"));
    return connection;
}

Outcome compare(
    const QString& path, const SecretKey& key, const DatabaseDigest& wanted, const Share& share, qint64 bytes)
{
    const Result<std::unique_ptr<Connection>> copy = Connection::open(path, key, Connection::Mode::ReadOnly);
    if (!copy)
        return copy.error();
    const Result<DatabaseDigest> digest = (*copy)->digest(share.over(bytes));
    if (!digest)
        return digest.error();
    if (*digest != wanted)
        return Error { ErrorCode::StoreCorrupt,
            Text::tr("The newly encrypted vault is not the same as the old one, so the old one was kept."),
            QStringLiteral("%1 rows, %2 wanted").arg(digest->rows).arg(wanted.rows) };
    return (*copy)->checkIntegrity();
}

Outcome writeCopy(const QString& path, const SecretKey& current, const SecretKey& next,
    const Progress& progress, int from, int length)
{
    const qint64 bytes = QFileInfo(path).size();
    DatabaseDigest wanted;
    {
        Result<std::unique_ptr<Connection>> source = openAlone(path, current);
        if (!source)
            return source.error();
        const Share reading { progress, from, length / 4 };
        Result<DatabaseDigest> digest = (*source)->digest(reading.over(bytes));
        if (!digest)
            return digest.error();
        wanted = std::move(*digest);
        const Share writing { progress, from + length / 4, length / 2 };
        if (const Outcome written = (*source)->exportTo(nextOf(path), next, writing.over(bytes)); !written)
            return written;
    }
    const Share comparing { progress, from + length * 3 / 4, length / 4 };
    return compare(nextOf(path), next, wanted, comparing, bytes);
}

std::vector<QString> databasesIn(const QString& directory)
{
    std::vector<QString> paths;
    for (const char* name : kDatabases) {
        if (QFile::exists(in(directory, name)))
            paths.push_back(in(directory, name));
    }
    return paths;
}

Outcome requireRoom(const QString& directory, qint64 bytes)
{
    const qint64 available = QStorageInfo(directory).bytesAvailable();
    if (available >= bytes + kSpareBytes)
        return success();
    return Error { ErrorCode::StoreFull,
        Text::tr("There is not enough room on the disk to encrypt the vault anew: %1 MB are needed. Nothing "
                 "was changed.")
            .arg((bytes + kSpareBytes) / 1'000'000 + 1),
        QStringLiteral("%1 of %2 bytes").arg(available).arg(bytes) };
}

// Best effort: a disk may have put the new bytes elsewhere. What protects the old file is that its key is
// gone.
void overwrite(int descriptor, qint64 bytes)
{
    const std::vector<char> nothing(kWipeBytes, '\0');
    for (qint64 at = 0; at < bytes;) {
        const auto size = std::min<std::size_t>(nothing.size(), static_cast<std::size_t>(bytes - at));
        const ssize_t written = ::pwrite(descriptor, nothing.data(), size, at);
        if (written <= 0)
            return;
        at += written;
    }
    ::fsync(descriptor);
}

Outcome replace(const QString& directory, const QString& path)
{
    if (!QFile::exists(nextOf(path)))
        return success(); // it took its place before
    // What an older program left of the old file's log must not be read into the new one.
    for (const char* suffix : { "-journal", "-wal", "-shm" })
        QFile::remove(path + QLatin1String(suffix));
    const QByteArray place = QFile::encodeName(path);
    const int old = ::open(place.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat info { };
    const qint64 oldBytes = old >= 0 && ::fstat(old, &info) == 0 ? info.st_size : 0;
    const bool isMoved = ::rename(QFile::encodeName(nextOf(path)).constData(), place.constData()) == 0;
    const int fault = errno;
    Outcome outcome = isMoved
        ? syncFolder(directory)
        : Outcome(Error { ErrorCode::StoreIo, Text::tr("The disk does not let the vault be read or written."),
            QStringLiteral("rename: errno %1").arg(fault) });
    if (old >= 0) {
        if (outcome)
            overwrite(old, oldBytes);
        ::close(old);
    }
    return outcome;
}

} // namespace

std::optional<Journal> loadJournal(const QString& directory)
{
    QFile file(in(directory, kJournalName));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargestJournal)).object();
    Journal journal { object.value(QLatin1String("from")).toString(),
        object.value(QLatin1String("to")).toString() };
    if (object.value(QLatin1String("format")).toInt() != kFormat || journal.from.isEmpty()
        || journal.to.isEmpty())
        return std::nullopt;
    return journal;
}

Outcome saveJournal(const QString& directory, const Journal& journal)
{
    QSaveFile file(in(directory, kJournalName));
    const QJsonObject object { { QStringLiteral("format"), kFormat },
        { QStringLiteral("from"), journal.from }, { QStringLiteral("to"), journal.to } };
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    if (isWritten)
        return syncFolder(directory);
    return Error { ErrorCode::StoreReadOnly,
        Text::tr("The folder of the vault can't be written to, so nothing new can be kept."),
        file.errorString() };
}

Outcome removeJournal(const QString& directory)
{
    QFile::remove(in(directory, kJournalName));
    return syncFolder(directory);
}

Outcome writeCopies(
    const QString& directory, const SecretKey& current, const SecretKey& next, const Progress& progress)
{
    const std::vector<QString> paths = databasesIn(directory);
    qint64 whole = 0;
    for (const QString& path : paths)
        whole += QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
    Outcome outcome = requireRoom(directory, whole);
    int from = 0;
    for (const QString& path : paths) {
        if (!outcome)
            break;
        const int length
            = static_cast<int>(1000.0 * double(QFileInfo(path).size()) / double(std::max<qint64>(whole, 1)));
        removeCopy(path);
        outcome = writeCopy(path, current, next, progress, from, length);
        from += length;
    }
    if (outcome)
        outcome = syncFolder(directory);
    if (!outcome) {
        for (const QString& path : paths)
            removeCopy(path);
    }
    return outcome;
}

Outcome settle(const QString& directory)
{
    const std::optional<Journal> journal = loadJournal(directory);
    if (!journal)
        return success();
    const Result<KeyReference> reference = KeyReference::load(directory);
    if (!reference)
        return reference.error();
    for (const char* name : kDatabases) {
        const QString path = in(directory, name);
        if (reference->keyId != journal->to) {
            removeCopy(path);
        } else if (const Outcome replaced = replace(directory, path); !replaced) {
            return replaced;
        }
    }
    return syncFolder(directory);
}

Outcome syncFolder(const QString& directory)
{
    const int descriptor
        = ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int fault = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (isSynced)
        return success();
    return Error { ErrorCode::StoreIo, Text::tr("The disk does not let the vault be read or written."),
        QStringLiteral("sync folder: errno %1").arg(fault) };
}

} // namespace ot::storage::rekey
