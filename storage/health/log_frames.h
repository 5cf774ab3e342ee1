// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QString>

namespace ot::storage::health {

// Does by hand what SQLite does with a write-ahead log, for a file whose first page SQLite can't read: puts
// the pages of its committed transactions into the database file. Frames that do not verify, and what follows
// them, are left out, as SQLite does. Both are files that nobody has open. No log is no error. Errors:
// StoreIo.
Outcome applyLog(const QString& logPath, const QString& databasePath);

} // namespace ot::storage::health
