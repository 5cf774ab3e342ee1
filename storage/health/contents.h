// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/health/raw_store.h"

namespace ot::storage::health {

// What a database holds, in short: two with the same contents hold the same rows.
struct Contents {
    qint64 tables = 0;
    qint64 rows = 0;
    QByteArray digest; // keyed, so that it says nothing about the rows to others

    friend bool operator==(const Contents&, const Contents&) = default;
};

// Reads every row of every table, those of the search indexes among them. Errors: those of the store.
Result<Contents> contentsOf(RawStore& store, const SecretKey& key);

// A keyed hash of 32 bytes, for one purpose, which `context` names.
QByteArray keyedHash(const QByteArray& bytes, const QByteArray& context, const SecretKey& key);

} // namespace ot::storage::health
