// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/blobs/blob_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <unistd.h>

namespace ot::sandbox {

namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString hashOf(QIODevice& content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&content) ? QString::fromLatin1(hash.result().toHex()) : QString();
}

} // namespace

bool isSha256(const QString& text)
{
    static const QRegularExpression kForm(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return kForm.match(text).hasMatch();
}

bool syncFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
}

QString BlobStore::open(const QString& dataDirectory)
{
    m_directory = dataDirectory + QStringLiteral("/blobs");
    if (!QDir().mkpath(m_directory))
        return QStringLiteral("The directory %1 can't be made.").arg(m_directory);
    return {};
}

QString BlobStore::placeOf(const QString& sha256) const
{
    return m_directory + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256;
}

std::optional<QString> BlobStore::pathOf(const QString& sha256) const
{
    if (!isSha256(sha256) || !QFile::exists(placeOf(sha256)))
        return std::nullopt;
    return placeOf(sha256);
}

std::optional<BlobFacts> BlobStore::add(const QByteArray& bytes)
{
    const QString sha256
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const BlobFacts facts { sha256, bytes.size() };
    if (pathOf(sha256))
        return facts;
    const QString place = placeOf(sha256);
    QDir().mkpath(QFileInfo(place).path());
    QSaveFile file(place); // brings it to the disk before it takes its place
    const bool kept = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    return kept ? std::optional(facts) : std::nullopt;
}

std::optional<BlobFacts> BlobStore::take(const QString& path, const QString& sha256)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || hashOf(file) != sha256)
        return std::nullopt;
    const BlobFacts facts { sha256, file.size() };
    file.close();
    if (pathOf(sha256)) {
        QFile::remove(path);
        return facts;
    }
    const QString place = placeOf(sha256);
    QDir().mkpath(QFileInfo(place).path());
    if (!syncFile(path) || !QFile::setPermissions(path, kOwnerOnly) || !QFile::rename(path, place))
        return std::nullopt;
    return facts;
}

} // namespace ot::sandbox
