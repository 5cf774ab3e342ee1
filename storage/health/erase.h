// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keys/key_custody.h"

#include <QFuture>
#include <QString>

namespace ot::storage::health {

// Erases a vault for good. First its key: the keychain's entry, which is looked for afterwards and has to be
// gone, then what a passphrase and a recovery code unwrap, overwritten and removed. From then on nothing on
// this device opens the vault or a copy of it, whatever becomes of the files, which are removed next: the
// databases, the guard, the quarantine, what was half made. Backups elsewhere carry their own wraps and stay.
// Nobody may have the vault open. GUI thread. Errors: those of KeyCustody::destroyKey(), and then nothing was
// erased; StoreReadOnly when the key is gone and files are left.
QFuture<Outcome> eraseVault(KeyCustody& custody, const QString& directory);

} // namespace ot::storage::health
