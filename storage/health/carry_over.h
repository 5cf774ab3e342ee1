// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carrying rows from a damaged vault into a new one.
#pragma once

#include "storage/health/rescue.h"

namespace ot::storage::health {

// Both stay open; `target` has the schema of this program.
struct Vaults {
    Connection& source;
    Connection& target;
    QString sourcePath;
    QString folder; // for files on the way
    const SecretKey& key;
};

// The tables that hold no records: what only this device has.
Outcome carryOwnTables(const Vaults& vaults, RescueReport& report);
// Every record type, with its search entries; those that people made decisions in first.
Outcome carryRecords(const Vaults& vaults, RescueReport& report);
// The next sync begins from the beginning.
Outcome forgetFeedPosition(Connection& target);

} // namespace ot::storage::health
