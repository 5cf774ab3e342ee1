// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small named facts of one vault: the server it belongs to, the token, the sync cursor, the user's choices
// for this account.
#pragma once

#include "storage/vault.h"

namespace ot::storage::settings {

inline constexpr char kServer[] = "server"; // base address
inline constexpr char kToken[] = "token"; // the bearer token; nowhere else but here
inline constexpr char kCursor[] = "sync.cursor"; // null before the first page
inline constexpr char kGeneration[] = "sync.generation"; // the number of the newest snapshot begun
inline constexpr char kSnapshotOpen[] = "sync.snapshotOpen"; // "1" while a snapshot is under way
inline constexpr char kLastSyncedAt[] = "sync.lastSyncedAt"; // UTC milliseconds

Outcome set(
    WriteTransaction& transaction, const QString& name, const QString& value); // a null value removes it
Result<QString> get(ReadSnapshot& snapshot, const QString& name); // null when there is none

} // namespace ot::storage::settings
