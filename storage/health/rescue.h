// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done with a vault that is damaged.
#pragma once

#include "storage/health/first_page.h"
#include "storage/health/table_walk.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ot::storage::health {

struct RescueReport {
    struct Table {
        QString name;
        TableYield yield;
    };
    Reading reading = Reading::AsItIs;
    std::vector<Table> tables; // those with rows, saved or missing
    QString quarantine; // where the damaged files are now

    [[nodiscard]] qint64 saved() const;
    [[nodiscard]] qint64 missing() const;
    // Of what only this device has: outbox, drafts, settings.
    [[nodiscard]] qint64 unsentMissing() const;
    [[nodiscard]] bool isExact() const; // false: there may be more missing than that
    // Counts only, nothing personal.
    [[nodiscard]] QJsonObject toJson() const;
    // A sentence or two for the user.
    [[nodiscard]] QString summary() const;
};

// Puts a new vault with the same key in the place of the damaged one in `directory`: first what only this
// device has (outbox, drafts, settings), then the choices and requests, then every record that can be read.
// The position in the server's feed is dropped, so that the next sync fetches everything anew. The damaged
// files go to the quarantine, unchanged. Until the new vault is whole and on disk the old one stays where it
// is; ended in the middle, nothing has happened, or finishExchange() ends it.
//
// Takes its time (seconds to minutes); not for the GUI thread. Nobody may have the vault open. Errors:
// StoreWrongKey when the key is not the one that the key reference knows; StoreCorrupt when nothing can be
// read; StoreFull, StoreReadOnly, StoreIo; NotFound.
Result<RescueReport> rescueVault(const QString& directory, const SecretKey& key);

} // namespace ot::storage::health
