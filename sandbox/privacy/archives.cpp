// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/archives.h"

#include "sandbox/blobs/blob_rights.h"

namespace ot::sandbox {

void createArchiveTable(Store& store)
{
    store.database().execute(
        "CREATE TABLE IF NOT EXISTS archives (account TEXT NOT NULL, requestId TEXT NOT NULL, path TEXT NOT "
        "NULL, "
        "sha256 TEXT NOT NULL, expiresAt INTEGER NOT NULL, PRIMARY KEY (account, requestId)) WITHOUT ROWID");
}

QJsonObject publishArchive(Store& store, const QString& account, const QString& requestId,
    const FinishedArchive& archive, const QString& keyId)
{
    const qint64 now = store.clock().now();
    const qint64 expiresAt = now + kArchiveSeconds * 1000;
    store.database()
        .prepare("INSERT OR REPLACE INTO archives (account, requestId, path, sha256, expiresAt) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(account)
        .bind(requestId)
        .bind(archive.file.path)
        .bind(archive.file.sha256)
        .bind(expiresAt)
        .run();
    grantBlob(store, account, { archive.file.sha256, archive.file.byteCount });
    return {
        { QStringLiteral("sha256"), archive.file.sha256 },
        { QStringLiteral("fileName"), QStringLiteral("opentrain-data-%1.zip").arg(isoTime(now).left(10)) },
        { QStringLiteral("mediaType"), QStringLiteral("application/zip") },
        { QStringLiteral("byteCount"), archive.file.byteCount },
        { QStringLiteral("expiresAt"), isoTime(expiresAt) },
        { QStringLiteral("keyId"), keyId },
        { QStringLiteral("signature"), archive.signature },
    };
}

std::vector<StoredArchive> archivesToRemove(Store& store)
{
    // A closed account has lost its rights to every blob.
    Statement row = store.database().prepare(
        "SELECT account, requestId, path, sha256 FROM archives WHERE expiresAt <= ?1 OR NOT EXISTS "
        "(SELECT 1 FROM blob_rights WHERE blob_rights.account = archives.account "
        "AND blob_rights.sha256 = archives.sha256)");
    row.bind(store.clock().now());
    std::vector<StoredArchive> archives;
    while (row.step())
        archives.push_back({ row.text(0), row.text(1), row.text(2), row.text(3) });
    return archives;
}

void withdrawArchive(Store& store, const StoredArchive& archive)
{
    store.database()
        .prepare("DELETE FROM archives WHERE account = ?1 AND requestId = ?2")
        .bind(archive.account)
        .bind(archive.requestId)
        .run();
    store.database()
        .prepare("DELETE FROM blob_rights WHERE account = ?1 AND sha256 = ?2")
        .bind(archive.account)
        .bind(archive.sha256)
        .run();
}

} // namespace ot::sandbox
