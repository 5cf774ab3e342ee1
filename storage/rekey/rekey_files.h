// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files of a vault while its key changes. A change goes through these states, and an end in any of them
// leaves a vault that opens with the key its reference names:
//
//   1. `rekey.json` says from which key to which;
//   2. every database is written anew, beside the old one (`vault.db.next`), compared with it and synced;
//   3. the key reference is replaced in one step: this is the change;
//   4. the new files take the places of the old ones, which are overwritten;
//   5. the old key leaves the keychain, and `rekey.json` goes.
#pragma once

#include "storage/database/connection.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QString>

#include <functional>
#include <optional>

namespace ot::storage::rekey {

// From which key to which: the names under which the keychain has them.
struct Journal {
    QString from;
    QString to;
};

// How far it is, in thousandths; false gives it up.
using Progress = std::function<bool(int thousandths)>;

// What is written down in the folder; nothing when no change is under way or its note can't be read.
[[nodiscard]] std::optional<Journal> loadJournal(const QString& directory);
Outcome saveJournal(const QString& directory, const Journal& journal);
Outcome removeJournal(const QString& directory);

// Step 2. The vault must be open nowhere. Errors: Cancelled; StoreFull before anything is written when there
// is not the room; StoreCorrupt when a copy is not the same; StoreBusy; those of the store. After an error
// the copies are gone and the vault is as it was.
Outcome writeCopies(
    const QString& directory, const SecretKey& current, const SecretKey& next, const Progress& progress);

// Makes the folder whole after an end at any moment: after the change was made (step 3) the new files take
// their places, before it they go. Does nothing when nothing is under way. Nobody may have the vault open.
Outcome settle(const QString& directory);

// What was renamed in the folder is so on the disk.
Outcome syncFolder(const QString& directory);

} // namespace ot::storage::rekey
