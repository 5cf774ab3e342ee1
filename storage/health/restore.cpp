// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/backup.h"
#include "storage/health/backup_file.h"
#include "storage/health/carry_over.h"
#include "storage/health/integrity_check.h"
#include "storage/health/vault_files.h"
#include "storage/health/vault_map.h"
#include "storage/keys/key_reference.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace ot::storage::health {

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error damagedBackup(const QString& detail)
{
    return { ErrorCode::Decode, Text::tr("The backup is damaged. Nothing was restored."), detail };
}

QString inNext(const QString& directory, const QString& name)
{
    return nextFolder(directory) + QLatin1Char('/') + name;
}

Outcome unpackInto(const QString& file, const QString& directory, const BackupDescription& description)
{
    QSaveFile reference(KeyReference::pathIn(nextFolder(directory)));
    if (!reference.open(QIODevice::WriteOnly)
        || !reference.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || reference.write(description.keyReference) != description.keyReference.size()
        || !reference.commit())
        return Error { ErrorCode::StoreReadOnly,
            Text::tr("The folder of the vault can't be written to, so nothing new can be kept."),
            QStringLiteral("key reference") };
    if (const Result<KeyReference> readable = KeyReference::load(nextFolder(directory)); !readable)
        return damagedBackup(readable.error().detail);
    for (const BackupDescription::Part& part : description.parts) {
        if (const Outcome extracted = extractPart(file, description, part.name, inNext(directory, part.name));
            !extracted)
            return extracted;
    }
    return success();
}

// Gives the rows that it holds.
Result<qint64> verifyPart(const QString& directory, const BackupDescription::Part& part, const SecretKey& key)
{
    const QString path = inNext(directory, part.name);
    const Result<IntegrityReport> check = checkIntegrity(path, key);
    if (!check || !check->isSound())
        return damagedBackup(check ? QStringLiteral("pages of ") + part.name : check.error().detail);
    const auto store = RawStore::open(path, key, RawStore::Mode::ReadOnly);
    if (!store)
        return store.error();
    const Result<Contents> contents = contentsOf(**store, key);
    if (!contents)
        return damagedBackup(contents.error().detail);
    if (contents->digest != part.contents)
        return damagedBackup(QStringLiteral("contents of ") + part.name);
    return contents->rows;
}

// The server's feed is read from the beginning; what waits is sent, whatever was sent since the backup.
Outcome beginFeedAnew(const QString& path, const SecretKey& key)
{
    const auto vault = Connection::open(path, key, Connection::Mode::ReadWrite);
    if (!vault)
        return vault.error();
    if (const Outcome forgotten = forgetFeedPosition(**vault); !forgotten)
        return forgotten;
    return (*vault)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

Result<BackupFacts> verifyAndPlace(const QString& file, const QString& directory, const SecretKey& key)
{
    const Result<DescribedBackup> backup = readDescription(file);
    if (!backup)
        return backup.error();
    if (!backup->isSealedBy(key))
        return damagedBackup(QStringLiteral("seal"));
    BackupFacts facts;
    facts.bytes = QFileInfo(file).size();
    facts.madeAt = backup->description.madeAt;
    for (const BackupDescription::Part& part : backup->description.parts) {
        const Result<qint64> rows = verifyPart(directory, part, key);
        if (!rows)
            return rows.error();
        facts.rows += *rows;
        facts.withBlobs = facts.withBlobs || part.name == QLatin1String(kBlobsFile);
    }
    if (const Outcome anew = beginFeedAnew(inNext(directory, QLatin1String(kVaultFile)), key); !anew)
        return anew.error();
    const QString reference = QFileInfo(KeyReference::pathIn(directory)).fileName();
    const Result<QString> quarantine
        = exchange(directory, { QLatin1String(kBlobsFile), reference, QLatin1String(kVaultFile) });
    if (!quarantine)
        return quarantine.error();
    if (!facts.withBlobs) {
        // Blobs of the vault before, which may have had another key.
        const QString blobs = directory + QLatin1Char('/') + QLatin1String(kBlobsFile);
        if (const Outcome moved = moveDatabase(blobs, *quarantine); !moved)
            return moved.error();
    }
    (void)keepGuard(directory, key); // the next start makes up for one that failed
    QDir().rmdir(*quarantine); // only when nothing was there before
    return facts;
}

} // namespace

Outcome unpackBackup(const QString& file, const QString& directory)
{
    const Result<DescribedBackup> backup = readDescription(file);
    if (!backup)
        return backup.error();
    if (const Outcome made = makePrivateFolder(directory); !made)
        return made;
    if (const Outcome finished = finishExchange(directory); !finished)
        return finished;
    if (const Outcome begun = beginExchange(directory); !begun)
        return begun;
    const Outcome unpacked = unpackInto(file, directory, backup->description);
    if (!unpacked)
        QDir(nextFolder(directory)).removeRecursively();
    return unpacked;
}

Result<BackupFacts> completeRestore(const QString& file, const QString& directory, const SecretKey& key)
{
    const Result<KeyReference> reference = KeyReference::load(nextFolder(directory));
    if (!reference)
        return reference.error();
    if (reference->checkValue != key.checkValue())
        return Error { ErrorCode::StoreWrongKey, Text::tr("The vault does not open with this key."),
            QStringLiteral("check value differs") };
    const Result<BackupFacts> facts = verifyAndPlace(file, directory, key);
    if (!facts)
        QDir(nextFolder(directory)).removeRecursively();
    return facts;
}

} // namespace ot::storage::health
