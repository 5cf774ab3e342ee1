// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the change feed meets the store. Everything here happens inside one transaction, so a cursor never
// moves without its rows and an outbox entry never leaves without its result.
#pragma once

#include "storage/outbox.h"
#include "storage/vault.h"
#include "sync/sync_page.h"

namespace ot::sync {

// How far this device has come in the feed.
struct FeedState {
    QString cursor; // null before the first page
    qint64 generation = 0; // the number of the newest snapshot begun
    bool snapshotOpen = false; // a snapshot is under way
    std::optional<storage::UtcTime> lastSyncedAt;
};

Result<FeedState> loadFeedState(storage::ReadSnapshot& snapshot);

// Begins a snapshot beside the rows that are there; they stay visible until it is complete.
Outcome beginSnapshot(storage::WriteTransaction& transaction, FeedState& state);

// Applies a page that was asked for with `state.cursor`, and moves the state on. The last page of a snapshot
// removes what the snapshot has not seen, unless a record of it could not be read: then nothing is known to
// be gone. Messages of this device that come back with the feed settle their outbox entries.
Outcome applyPage(
    storage::WriteTransaction& transaction, const SyncPage& page, storage::UtcTime now, FeedState& state);

// Applies the results of mutations: the record as the server has it now, and the entry's removal or refusal.
Outcome applyResults(
    storage::WriteTransaction& transaction, const std::vector<MutationResult>& results, qint64 generation);

} // namespace ot::sync
