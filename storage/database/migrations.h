// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"

#include <functional>
#include <span>

namespace ot::storage {

// A step from one released schema to the next; forward only. It changes what makeEverything() can't: what
// makes new tables, columns and indexes from the records' descriptions. Never changed once released.
struct Migration {
    qint64 to = 0; // the version it makes, of the one before
    std::function<Outcome(Connection&)> run;
};

// How a vault comes to the schema of this program.
struct SchemaPlan {
    qint64 version = 0;
    std::span<const Migration> steps; // in order; one for each version after the first
    std::function<Outcome(Connection&)> makeEverything; // what is missing, after the steps
};

// Brings the vault of this connection to the plan's version, in one transaction. Before a step is taken a
// copy of the vault is made beside it (`vault.db.before-1`, under the same key), proved the same and on disk;
// it is erased once the transaction is. Every end in between leaves the old schema or the new one, whole.
// Errors: StoreNewer; StoreFull, with nothing changed; what a step answers, with nothing changed; those of
// the store.
Outcome migrate(Connection& connection, const SchemaPlan& plan);

} // namespace ot::storage
