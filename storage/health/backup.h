// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vault with its files as one encrypted file, and back.
#pragma once

#include "storage/database/connection.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QJsonObject>
#include <QString>

namespace ot::storage::health {

// Who may be able to open a backup.
enum class BackupReach {
    AnyComputer, // by passphrase or recovery code
    ThisComputer, // by this computer's keychain alone, if there is no other way
};

struct BackupFacts {
    qint64 bytes = 0; // of the file
    qint64 rows = 0;
    bool withBlobs = false;
    qint64 madeAt = 0; // UTC milliseconds

    // Counts only, nothing personal.
    [[nodiscard]] QJsonObject toJson() const;
};

// Writes the vault in `directory` as it is at this moment, with its blobs, into `file`; the vault may be open
// and written to meanwhile. The file is there under its name only once it was read back and found to hold the
// same rows; one that was there before is replaced. Not for the GUI thread. Errors: Conflict when nothing but
// this computer's keychain could open it and `reach` wants more; StoreCorrupt when the vault is damaged,
// which is better rescued first; Cancelled; StoreFull, StoreIo.
Result<BackupFacts> writeBackup(const QString& directory, const SecretKey& key, const QString& file,
    BackupReach reach, const Cancellation& cancellation = {});

// Restoring, in two steps around the question for the key.
// First: takes the backup apart in nextFolder(directory), where KeyCustody finds the key's reference. Made
// when missing. Errors: NotFound; Decode when it is no backup or a damaged one; StoreFull, StoreIo.
Outcome unpackBackup(const QString& file, const QString& directory);
// Then: verifies every page and row with the key and puts the vault in its place. A vault that is there is
// moved to the quarantine. The position in the server's feed is dropped, so that the next sync fetches
// everything anew; what had not been sent is sent, and once, as the server knows it by its ids. Nobody may
// have the vault open. Errors: StoreWrongKey; Decode when the backup does not hold what it says.
Result<BackupFacts> completeRestore(const QString& file, const QString& directory, const SecretKey& key);

} // namespace ot::storage::health
