// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ot::storage::health {

// What a check has found. Holds no content.
struct IntegrityReport {
    qint64 pages = 0; // of the file
    qint64 tables = 0; // looked at, with their indexes
    std::vector<QString> damagedPages; // that do not verify, as SQLCipher names them
    std::vector<QString> damagedTables; // with a page that does not verify, or a row that does not fit
    std::vector<QString> damagedSearch; // search indexes that contradict themselves
    qint64 strayRows = 0; // of ours: search entries without their record, entries that can't be sent

    [[nodiscard]] bool isSound() const
    {
        return damagedPages.empty() && damagedTables.empty() && damagedSearch.empty();
    }
    [[nodiscard]] QJsonObject toJson() const;
};

// How much of the time the check may take: a pause follows every slice.
struct CheckPace {
    int pauseMilliseconds = 0;
};

// Looks at every page of an encrypted database: through SQLite table by table, each in a snapshot of its own
// so that it holds back nobody; the search indexes; then the pages as they lie in the file. The vault may be
// open and written to meanwhile. Not for the GUI thread. Errors: Cancelled; StoreWrongKey and StoreCorrupt
// when not even the first page or the schema can be read; NotFound; StoreIo.
Result<IntegrityReport> checkIntegrity(const QString& databasePath, const SecretKey& key,
    const Cancellation& cancellation = {}, CheckPace pace = {});

} // namespace ot::storage::health
