// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files of a vault on disk, and the steps by which one set of them takes the place of another.
#pragma once

#include "storage/result.h"

#include <QString>
#include <QStringList>

namespace ot::storage::health {

inline constexpr char kVaultFile[] = "vault.db";
inline constexpr char kBlobsFile[] = "blobs.db";
inline constexpr char kGuardFile[] = "guard.db"; // see vault_map.h

QString vaultPath(const QString& directory);
// The file and those that SQLite keeps beside it, whether they are there or not.
QStringList withCompanions(const QString& databasePath);

// 0700. Errors: StoreReadOnly.
Outcome makePrivateFolder(const QString& directory);
// What renames and removals in this folder have done is on disk when it returns.
void syncFolder(const QString& directory);
// The file's bytes are on disk when it returns. Errors: StoreFull, StoreIo.
Outcome syncFile(const QString& path);

// A new folder "quarantine/<UTC time>" in the vault's own, 0700, for what is set aside.
Result<QString> makeQuarantine(const QString& directory);
// Moves the database and its companions into another folder. Those that are not there are no error.
Outcome moveDatabase(const QString& databasePath, const QString& folder);

// A set of new files is made in the folder "<directory>/next" and then takes the place of the old ones, which
// go to a quarantine. Ended in the middle, finishExchange() does the rest at the next start: there is always
// either the old set or the new one.
QString nextFolder(const QString& directory);
// Empties and makes it.
Outcome beginExchange(const QString& directory);
// Exchanges `names` (kVaultFile, …); those that are not among the new ones stay as they are. Gives the
// quarantine.
Result<QString> exchange(const QString& directory, const QStringList& names);
// Before a vault is opened: ends an exchange that was decided, takes back one that was not.
Outcome finishExchange(const QString& directory);

// A running program found the vault damaged: it is rescued before it is opened the next time.
void markDamaged(const QString& directory);
bool isMarkedDamaged(const QString& directory);

// Room on the disk that holds `path`, in bytes; negative when it can't be said.
qint64 freeBytes(const QString& path);

} // namespace ot::storage::health
