// SPDX-License-Identifier: GPL-3.0-or-later
//
// Giving back room, and making sure that what was erased is gone.
#pragma once

#include "storage/database/connection.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QString>
#include <QStringList>

namespace ot::storage::health {

struct CompactReport {
    qint64 bytesBefore = 0; // of the vault's file
    qint64 bytesAfter = 0;
};

// Gives the pages that nothing uses back to the disk, in slices so that a writer beside it waits for
// milliseconds, then empties the log. The vault may be open. Not for the GUI thread. Errors: StoreFull when
// there is no room for the log that this takes, StoreBusy, Cancelled, and those of the store.
Result<CompactReport> compactVault(
    const QString& directory, const SecretKey& key, const Cancellation& cancellation = {});

// After records were erased for good (revoked instructions, an account's data): merges the search indexes of
// their tables, which keep the words of removed records until then, and empties the log. With secure_delete,
// which is on, neither the file nor the log holds anything of them afterwards. The vault may be open. Not for
// the GUI thread. Errors: StoreBusy when a reader keeps the log in use; then call it again.
Outcome forgetErased(const QString& directory, const SecretKey& key, const QStringList& recordTables);

} // namespace ot::storage::health
