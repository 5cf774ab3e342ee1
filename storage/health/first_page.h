// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a vault whose first page, salt or schema is damaged.
#pragma once

#include "storage/health/vault_map.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QString>

namespace ot::storage::health {

// How a vault came to be readable.
enum class Reading {
    AsItIs,
    WithKeptSalt, // its first bytes were wrong; the guard knew them
    WithKeptMap, // its first page or its schema was; the guard knew where the tables begin
};

struct ReadablePath {
    QString path; // opens with Connection::open, for reading
    Reading how = Reading::AsItIs;
};

// The vault in `directory` itself when it opens, or a copy in `folder` that does. The vault is not changed.
// Its key must be the right one. Errors: StoreCorrupt when neither opens; StoreFull when there is no room for
// a copy.
Result<ReadablePath> makeReadable(const QString& directory, const SecretKey& key, const QString& folder);

// A copy of the vault at `path`, its log included, in which the tables begin where `map` says; for reading.
// Errors: StoreFull, StoreIo.
Outcome makeMappedCopy(
    const QString& original, const SecretKey& key, const VaultMap& map, const QString& path);

} // namespace ot::storage::health
