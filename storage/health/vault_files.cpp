// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/vault_files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ot::storage::health {

namespace {

constexpr char kDecided[] = "decided"; // its lines: the quarantine, then the names of the files
constexpr char kDamagedMark[] = "damaged";
constexpr qint64 kLargestNote = 4096;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error folderFault(const QString& detail)
{
    return { ErrorCode::StoreReadOnly,
        Text::tr("The folder of the vault can't be written to, so nothing new can be kept."), detail };
}

Outcome syncPath(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int fault = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (isSynced)
        return success();
    return fault == ENOSPC
        ? Error { ErrorCode::StoreFull,
              Text::tr("The disk is full. Nothing was lost; free some space and it goes on by itself."),
              QStringLiteral("fsync") }
        : Error { ErrorCode::StoreIo, Text::tr("The disk does not let the vault be read or written."),
              QStringLiteral("fsync: errno %1").arg(fault) };
}

Outcome move(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0
        || errno == ENOENT)
        return success();
    return folderFault(QStringLiteral("rename: errno %1").arg(errno));
}

// The steps after the decision; each may have been taken before.
Outcome takePlaces(const QString& directory, const QString& quarantine, const QStringList& names)
{
    for (const QString& name : names) {
        const QString fresh = nextFolder(directory) + QLatin1Char('/') + name;
        if (!QFile::exists(fresh))
            continue; // it stands in its place already
        if (const Outcome moved = moveDatabase(directory + QLatin1Char('/') + name, quarantine); !moved)
            return moved;
        if (name == QLatin1String(kVaultFile))
            QFile::remove(directory + QLatin1Char('/') + QLatin1String(kDamagedMark));
        if (const Outcome placed = move(fresh, directory + QLatin1Char('/') + name); !placed)
            return placed;
    }
    syncFolder(quarantine);
    syncFolder(directory);
    QDir(nextFolder(directory)).removeRecursively();
    syncFolder(directory);
    return success();
}

} // namespace

QString vaultPath(const QString& directory)
{
    return directory + QLatin1Char('/') + QLatin1String(kVaultFile);
}

QStringList withCompanions(const QString& databasePath)
{
    return { databasePath, databasePath + QStringLiteral("-wal"), databasePath + QStringLiteral("-shm"),
        databasePath + QStringLiteral("-journal") };
}

Outcome makePrivateFolder(const QString& directory)
{
    if (QDir().mkpath(directory) && ::chmod(QFile::encodeName(directory).constData(), S_IRWXU) == 0)
        return success();
    return folderFault(QStringLiteral("mkpath"));
}

void syncFolder(const QString& directory)
{
    (void)syncPath(directory, O_RDONLY | O_DIRECTORY); // some file systems have no such thing
}

Outcome syncFile(const QString& path)
{
    return syncPath(path, O_RDWR);
}

Result<QString> makeQuarantine(const QString& directory)
{
    const QString parent = directory + QStringLiteral("/quarantine");
    if (const Outcome made = makePrivateFolder(parent); !made)
        return made.error();
    const QString time
        = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd'T'HH-mm-ss.zzz'Z'"));
    QString folder = parent + QLatin1Char('/') + time;
    for (int number = 2; QFile::exists(folder); ++number)
        folder = parent + QLatin1Char('/') + time + QStringLiteral("-%1").arg(number);
    if (const Outcome made = makePrivateFolder(folder); !made)
        return made.error();
    syncFolder(parent);
    return folder;
}

Outcome moveDatabase(const QString& databasePath, const QString& folder)
{
    for (const QString& path : withCompanions(databasePath)) {
        const QString target = folder + QLatin1Char('/') + QFileInfo(path).fileName();
        if (const Outcome moved = move(path, target); !moved)
            return moved;
    }
    return success();
}

QString nextFolder(const QString& directory)
{
    return directory + QStringLiteral("/next");
}

Outcome beginExchange(const QString& directory)
{
    QDir(nextFolder(directory)).removeRecursively();
    return makePrivateFolder(nextFolder(directory));
}

Result<QString> exchange(const QString& directory, const QStringList& names)
{
    const Result<QString> quarantine = makeQuarantine(directory);
    if (!quarantine)
        return quarantine.error();
    for (const QString& name : names) {
        const QString fresh = nextFolder(directory) + QLatin1Char('/') + name;
        if (!QFile::exists(fresh))
            continue;
        if (const Outcome synced = syncFile(fresh); !synced)
            return synced.error();
    }
    // From this file on it goes forward only.
    const QString note = nextFolder(directory) + QLatin1Char('/') + QLatin1String(kDecided);
    const QString prepared = note + QStringLiteral(".part");
    QFile file(prepared);
    const QByteArray lines
        = (QStringList { QFileInfo(*quarantine).fileName() } + names).join(QLatin1Char('\n')).toUtf8();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(lines) != lines.size()
        || !file.flush())
        return folderFault(QStringLiteral("exchange note"));
    file.close();
    if (const Outcome synced = syncFile(prepared); !synced)
        return synced.error();
    if (const Outcome named = move(prepared, note); !named)
        return named.error();
    syncFolder(nextFolder(directory));
    if (const Outcome placed = takePlaces(directory, *quarantine, names); !placed)
        return placed.error();
    return quarantine;
}

Outcome finishExchange(const QString& directory)
{
    const QString next = nextFolder(directory);
    if (!QFile::exists(next))
        return success();
    QFile note(next + QLatin1Char('/') + QLatin1String(kDecided));
    if (!note.open(QIODevice::ReadOnly)) {
        QDir(next).removeRecursively();
        return success();
    }
    const QStringList lines = QString::fromUtf8(note.read(kLargestNote)).split(QLatin1Char('\n'));
    const QStringList known { QLatin1String(kVaultFile), QLatin1String(kBlobsFile), QLatin1String(kGuardFile),
        QStringLiteral("keyref.json") };
    QStringList names;
    for (const QString& name : lines.mid(1)) {
        if (known.contains(name))
            names.append(name);
    }
    const QString quarantine
        = directory + QStringLiteral("/quarantine/") + QFileInfo(lines.value(0)).fileName();
    if (const Outcome made = makePrivateFolder(quarantine); !made)
        return made;
    return takePlaces(directory, quarantine, names);
}

void markDamaged(const QString& directory)
{
    QFile mark(directory + QLatin1Char('/') + QLatin1String(kDamagedMark));
    (void)mark.open(QIODevice::WriteOnly); // its being there says all; else the next check finds it again
    mark.close();
    syncFolder(directory);
}

bool isMarkedDamaged(const QString& directory)
{
    return QFile::exists(directory + QLatin1Char('/') + QLatin1String(kDamagedMark));
}

qint64 freeBytes(const QString& path)
{
    QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.bytesAvailable();
}

} // namespace ot::storage::health
