// SPDX-License-Identifier: GPL-3.0-or-later
//
// What has to be known of a vault to read it when its first page can't be: the salt that its pages verify
// with, and where each table begins. Kept beside it in `guard.db`, encrypted by the same key, and written
// again only when it has changed, which is when the schema has.
#pragma once

#include "storage/health/raw_store.h"

#include <vector>

namespace ot::storage::health {

struct VaultMap {
    struct Entry {
        QString type; // table or index
        QString name;
        QString table;
        qint64 root = 0; // page number; 0 for virtual tables
        QString sql; // null for the indexes that SQLite makes by itself

        friend bool operator==(const Entry&, const Entry&) = default;
    };
    QByteArray salt;
    std::vector<Entry> entries;

    friend bool operator==(const VaultMap&, const VaultMap&) = default;
};

// The map of a file that opens. Errors: those of the store.
Result<VaultMap> readMap(RawStore& store);

// Brings the guard of the vault in `directory` up to date; the vault may be open elsewhere. Errors: those of
// the store.
Outcome keepGuard(const QString& directory, const SecretKey& key);
// Errors: NotFound; StoreWrongKey and StoreCorrupt when the guard itself is damaged.
Result<VaultMap> loadGuard(const QString& directory, const SecretKey& key);

} // namespace ot::storage::health
