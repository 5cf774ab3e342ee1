// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/vault.h"

#include <QFuture>
#include <QJsonObject>

namespace ot::app {

// What a vault holds, for people and for scripts.
struct StatusReport {
    std::array<qint64, storage::kRecordTypeCount> records {};
    qint64 waiting = 0; // outbox entries that will be sent
    qint64 refused = 0; // outbox entries that wait for the user
    QString server;
    std::optional<storage::UtcTime> lastSyncedAt;

    // One object: version, server, lastSyncedAt, records by type, outbox. Holds nothing personal.
    [[nodiscard]] QJsonObject toJson() const;
    // A line a record type, for a terminal.
    [[nodiscard]] QString toText() const;
};

QFuture<Result<StatusReport>> loadStatusReport(storage::Vault& vault);

} // namespace ot::app
