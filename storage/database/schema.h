// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"

namespace ot::storage {

// The version of the schema this program writes. A vault with a higher one is refused.
inline constexpr int kSchemaVersion = 1;

// Brings the vault of this connection to kSchemaVersion, in one transaction: takes the steps from an older
// version (migrations.h), makes what is missing, adds columns for fields that a record has gained, leaves
// everything else alone. Errors: as migrate().
Outcome migrateSchema(Connection& connection);

// The name of a record type's search table, for example "job_search".
std::string searchTable(std::string_view table);

} // namespace ot::storage
