// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/blobs/blob_rights.h"

namespace ot::sandbox {

std::optional<BlobFacts> usableBlob(Store& store, const QString& account, const QString& sha256)
{
    Statement row
        = store.database().prepare("SELECT byteCount FROM blob_rights WHERE account = ?1 AND sha256 = ?2");
    row.bind(account).bind(sha256);
    if (!row.step())
        return std::nullopt;
    return BlobFacts { sha256, row.integer(0) };
}

void grantBlob(Store& store, const QString& account, const BlobFacts& blob)
{
    store.database()
        .prepare("INSERT OR IGNORE INTO blob_rights (account, sha256, byteCount) VALUES (?1, ?2, ?3)")
        .bind(account)
        .bind(blob.sha256)
        .bind(blob.byteCount)
        .run();
}

} // namespace ot::sandbox
