// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/backup.h"

#include "storage/health/backup_file.h"
#include "storage/health/vault_files.h"
#include "storage/keys/key_reference.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <cerrno>

#include <sqlite3.h>

namespace ot::storage::health {

namespace {

constexpr qint64 kCopiedAtOnce = 1024LL * 1024;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Outcome mayOthersOpen(const QString& directory, BackupReach reach)
{
    const Result<KeyReference> reference = KeyReference::load(directory);
    if (!reference)
        return reference.error();
    if (reach == BackupReach::ThisComputer || reference->passphrase || reference->recovery)
        return success();
    return Error { ErrorCode::Conflict,
        Text::tr(
            "The key of this vault is in this computer's keychain alone, so nobody could open the backup "
            "on another one. Set a passphrase or make a recovery code first."),
        QStringLiteral("keychain only") };
}

// A database as a snapshot of this moment, in a file of its own, compared row by row with where it came from.
Result<Contents> copyDatabase(
    const QString& from, const QString& to, const SecretKey& key, const Cancellation& cancellation)
{
    const auto source = RawStore::open(from, key, RawStore::Mode::ReadOnly);
    if (!source)
        return source.error();
    (*source)->setCancellation(cancellation);
    const auto begin = QStringLiteral("BEGIN; SELECT count(*) FROM sqlite_schema");
    if (const Outcome begun = (*source)->execute(begin); !begun)
        return begun.error();
    {
        const auto target = RawStore::open(to, key, RawStore::Mode::Create);
        if (!target)
            return target.error();
        if (const Outcome copied = copyPages(**source, **target, cancellation); !copied)
            return copied.error();
    }
    const Result<Contents> original = contentsOf(**source, key);
    if (!original)
        return original.error();
    const auto copy = RawStore::open(to, key, RawStore::Mode::ReadWrite);
    if (!copy)
        return copy.error();
    // The copy has no log beside it.
    if (const Outcome single = (*copy)->execute(QStringLiteral("PRAGMA journal_mode = DELETE")); !single)
        return single.error();
    const Result<Contents> copied = contentsOf(**copy, key);
    if (!copied)
        return copied.error();
    if (*copied != *original)
        return storeError(SQLITE_CORRUPT, QStringLiteral("the copy differs"));
    return copied;
}

Result<BackupDescription::Part> describe(const QString& path, const QString& name, const Contents& contents)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return storeError(SQLITE_IOERR, QStringLiteral("reading the copy"));
    return BackupDescription::Part { name, file.size(), hash.result(), contents.digest };
}

Outcome appendFile(const QString& from, const QString& to)
{
    QFile source(from);
    QFile target(to);
    bool isDone = source.open(QIODevice::ReadOnly) && target.open(QIODevice::Append);
    while (isDone && !source.atEnd()) {
        const QByteArray bytes = source.read(kCopiedAtOnce);
        isDone = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    return isDone && target.flush() ? success()
                                    : Outcome(storeError(SQLITE_IOERR, QStringLiteral("appending")));
}

// Every part as it lies in the file now, so that what the disk did to it is seen.
Outcome readBack(const QString& file, const SecretKey& key)
{
    const Result<DescribedBackup> backup = readDescription(file);
    if (!backup)
        return backup.error();
    if (!backup->isSealedBy(key))
        return storeError(SQLITE_CORRUPT, QStringLiteral("seal of the backup"));
    for (const BackupDescription::Part& part : backup->description.parts) {
        const QString taken = file + QLatin1Char('.') + part.name;
        const auto removeTaken = qScopeGuard([&] { QFile::remove(taken); });
        QFile::remove(taken);
        if (const Outcome extracted = extractPart(file, backup->description, part.name, taken); !extracted)
            return extracted;
        const auto store = RawStore::open(taken, key, RawStore::Mode::ReadOnly);
        if (!store)
            return store.error();
        const Result<Contents> contents = contentsOf(**store, key);
        if (!contents)
            return contents.error();
        if (contents->digest != part.contents)
            return storeError(SQLITE_CORRUPT, QStringLiteral("contents of the backup"));
    }
    return success();
}

Result<BackupFacts> writePrepared(
    const QString& directory, const SecretKey& key, const QString& prepared, const Cancellation& cancellation)
{
    BackupDescription description;
    description.madeAt = QDateTime::currentMSecsSinceEpoch();
    QFile reference(KeyReference::pathIn(directory));
    if (!reference.open(QIODevice::ReadOnly))
        return storeError(SQLITE_CANTOPEN, QStringLiteral("key reference"));
    description.keyReference = reference.readAll();
    BackupFacts facts;
    facts.madeAt = description.madeAt;
    const auto addPart = [&](const char* name, const QString& copy) -> Outcome {
        const QString from = directory + QLatin1Char('/') + QLatin1String(name);
        const Result<Contents> contents = copyDatabase(from, copy, key, cancellation);
        if (!contents)
            return contents.error();
        const Result<BackupDescription::Part> part = describe(copy, QLatin1String(name), *contents);
        if (!part)
            return part.error();
        description.parts.push_back(*part);
        facts.rows += contents->rows;
        return success();
    };
    if (const Outcome added = addPart(kVaultFile, prepared); !added)
        return added.error();
    if (QFile::exists(directory + QLatin1Char('/') + QLatin1String(kBlobsFile))) {
        const QString copy = prepared + QStringLiteral(".blobs");
        const auto removeCopy = qScopeGuard([&] { QFile::remove(copy); });
        QFile::remove(copy);
        if (const Outcome added = addPart(kBlobsFile, copy); !added)
            return added.error();
        if (const Outcome appended = appendFile(copy, prepared); !appended)
            return appended.error();
        facts.withBlobs = true;
    }
    if (const Outcome described = appendDescription(prepared, description, key); !described)
        return described.error();
    facts.bytes = QFileInfo(prepared).size();
    return facts;
}

} // namespace

QJsonObject BackupFacts::toJson() const
{
    return { { QStringLiteral("bytes"), bytes }, { QStringLiteral("rows"), rows },
        { QStringLiteral("withFiles"), withBlobs },
        { QStringLiteral("madeAt"),
            QDateTime::fromMSecsSinceEpoch(madeAt, Qt::UTC).toString(Qt::ISODateWithMs) } };
}

Result<BackupFacts> writeBackup(const QString& directory, const SecretKey& key, const QString& file,
    BackupReach reach, const Cancellation& cancellation)
{
    if (const Outcome allowed = mayOthersOpen(directory, reach); !allowed)
        return allowed.error();
    const QString prepared = file + QStringLiteral(".part");
    for (const QString& left : withCompanions(prepared))
        QFile::remove(left);
    const auto removePrepared = qScopeGuard([&] {
        for (const QString& left : withCompanions(prepared))
            QFile::remove(left);
    });
    const Result<BackupFacts> facts = writePrepared(directory, key, prepared, cancellation);
    if (!facts)
        return facts;
    if (const Outcome synced = syncFile(prepared); !synced)
        return synced.error();
    if (const Outcome read = readBack(prepared, key); !read)
        return read.error();
    if (::rename(QFile::encodeName(prepared).constData(), QFile::encodeName(file).constData()) != 0)
        return storeError(SQLITE_READONLY, QStringLiteral("rename: errno %1").arg(errno));
    syncFolder(QFileInfo(file).absolutePath());
    return facts;
}

} // namespace ot::storage::health
