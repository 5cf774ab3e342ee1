// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/backup_file.h"

#include "storage/health/vault_files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>

namespace ot::storage::health {

namespace {

// The file ends with: the description, its seal (32 bytes), its length (8 bytes, big-endian), these 16 bytes.
constexpr char kMagic[] = "OpenTrainBackup1";
constexpr qint64 kMagicBytes = 16;
constexpr qint64 kSealBytes = 32;
constexpr qint64 kTailBytes = kSealBytes + 8 + kMagicBytes;
constexpr qint64 kLargestDescription = 64LL * 1024;
constexpr qint64 kCopiedAtOnce = 1024LL * 1024;
constexpr char kSealContext[] = "opentrain backup description";

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error noBackup(const QString& detail)
{
    return { ErrorCode::Decode, Text::tr("This file is not a backup of this program, or not all of one."),
        detail };
}

Error ioError(const QFile& file)
{
    return { ErrorCode::StoreIo, Text::tr("The backup can't be read or written: %1").arg(file.errorString()),
        QStringLiteral("backup file") };
}

QByteArray written(const BackupDescription& description)
{
    QJsonArray parts;
    for (const BackupDescription::Part& part : description.parts)
        parts.append(
            QJsonObject { { QStringLiteral("name"), part.name }, { QStringLiteral("bytes"), part.bytes },
                { QStringLiteral("sha256"), QString::fromLatin1(part.sha256.toHex()) },
                { QStringLiteral("contents"), QString::fromLatin1(part.contents.toHex()) } });
    return QJsonDocument(
        QJsonObject { { QStringLiteral("madeAt"), description.madeAt },
            { QStringLiteral("keyReference"), QString::fromLatin1(description.keyReference.toBase64()) },
            { QStringLiteral("parts"), parts } })
        .toJson(QJsonDocument::Compact);
}

Result<BackupDescription> parsed(const QByteArray& json, qint64 partBytes)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    BackupDescription description;
    description.madeAt = object.value(QLatin1String("madeAt")).toInteger();
    description.keyReference
        = QByteArray::fromBase64(object.value(QLatin1String("keyReference")).toString().toLatin1());
    qint64 sum = 0;
    const QJsonArray parts = object.value(QLatin1String("parts")).toArray();
    for (const QJsonValue& value : parts) {
        const QJsonObject part = value.toObject();
        const QString name = part.value(QLatin1String("name")).toString();
        const qint64 bytes = part.value(QLatin1String("bytes")).toInteger(-1);
        const bool isKnown = name == QLatin1String(kVaultFile) || name == QLatin1String(kBlobsFile);
        if (!isKnown || bytes < 0 || bytes > partBytes - sum || description.part(name) != nullptr)
            return noBackup(QStringLiteral("part"));
        sum += bytes;
        description.parts.push_back(
            { name, bytes, QByteArray::fromHex(part.value(QLatin1String("sha256")).toString().toLatin1()),
                QByteArray::fromHex(part.value(QLatin1String("contents")).toString().toLatin1()) });
    }
    if (sum != partBytes || description.part(QLatin1String(kVaultFile)) == nullptr
        || description.keyReference.isEmpty())
        return noBackup(QStringLiteral("description"));
    return description;
}

} // namespace

const BackupDescription::Part* BackupDescription::part(const QString& name) const
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

Outcome appendDescription(const QString& path, const BackupDescription& description, const SecretKey& key)
{
    const QByteArray json = written(description);
    QByteArray length(8, '\0');
    qToBigEndian<quint64>(static_cast<quint64>(json.size()), length.data());
    const QByteArray tail
        = json + keyedHash(json, kSealContext, key) + length + QByteArray(kMagic, kMagicBytes);
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(tail) != tail.size() || !file.flush())
        return ioError(file);
    return success();
}

bool DescribedBackup::isSealedBy(const SecretKey& key) const
{
    return keyedHash(sealed, kSealContext, key) == seal;
}

Result<DescribedBackup> readDescription(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return Error { ErrorCode::NotFound, Text::tr("There is no such file."), QStringLiteral("backup") };
    if (!file.open(QIODevice::ReadOnly))
        return ioError(file);
    if (file.size() < kTailBytes || !file.seek(file.size() - kTailBytes))
        return noBackup(QStringLiteral("size"));
    const QByteArray tail = file.read(kTailBytes);
    const auto length = qFromBigEndian<quint64>(tail.constData() + kSealBytes);
    const qint64 before = file.size() - kTailBytes;
    if (!tail.endsWith(QByteArray(kMagic, kMagicBytes))
        || length > quint64(std::min(before, kLargestDescription)))
        return noBackup(QStringLiteral("tail"));
    const qint64 start = before - static_cast<qint64>(length);
    DescribedBackup backup;
    backup.seal = tail.left(kSealBytes);
    if (!file.seek(start))
        return ioError(file);
    backup.sealed = file.read(static_cast<qint64>(length));
    Result<BackupDescription> description = parsed(backup.sealed, start);
    if (!description)
        return description.error();
    backup.description = std::move(*description);
    return backup;
}

Outcome extractPart(
    const QString& path, const BackupDescription& description, const QString& name, const QString& target)
{
    qint64 start = 0;
    const BackupDescription::Part* part = nullptr;
    for (const BackupDescription::Part& one : description.parts) {
        if (one.name == name) {
            part = &one;
            break;
        }
        start += one.bytes;
    }
    QFile from(path);
    QFile to(target);
    if (part == nullptr || !from.open(QIODevice::ReadOnly) || !from.seek(start))
        return part == nullptr ? noBackup(QStringLiteral("no part")) : ioError(from);
    if (!to.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !to.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return ioError(to);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 left = part->bytes; left > 0;) {
        const QByteArray bytes = from.read(std::min(left, kCopiedAtOnce));
        if (bytes.isEmpty())
            return noBackup(QStringLiteral("shortened"));
        if (to.write(bytes) != bytes.size())
            return ioError(to);
        hash.addData(bytes);
        left -= bytes.size();
    }
    if (!to.flush())
        return ioError(to);
    if (hash.result() != part->sha256)
        return Error { ErrorCode::Decode, Text::tr("The backup is damaged. Nothing was restored."),
            QStringLiteral("hash of %1").arg(name) };
    return success();
}

} // namespace ot::storage::health
