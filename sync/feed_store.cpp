// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/feed_store.h"

#include "storage/settings.h"

namespace ot::sync {

using storage::ReadSnapshot;
using storage::WriteTransaction;
namespace settings = storage::settings;

namespace {

constexpr char kSnapshotIncomplete[]
    = "sync.snapshotIncomplete"; // "1" when a record of the open snapshot was unreadable

Outcome setAll(WriteTransaction& transaction, std::initializer_list<std::pair<const char*, QString>> values)
{
    for (const auto& [name, value] : values) {
        if (const Outcome set = settings::set(transaction, QLatin1String(name), value); !set)
            return set;
    }
    return success();
}

QString flag(bool isSet)
{
    return isSet ? QStringLiteral("1") : QString();
}

Outcome applyChange(WriteTransaction& transaction, const FeedChange& change, qint64 generation)
{
    if (!change.record)
        return transaction.remove(change.type, change.id);
    if (const auto* message = std::get_if<storage::Message>(&*change.record);
        message != nullptr && !message->mutationId.isEmpty()) {
        // Whichever comes first, the feed or the answer to the sending, the waiting entry goes with it: it is
        // never shown twice.
        if (const Outcome settled = storage::outbox::settle(transaction, message->mutationId); !settled)
            return settled;
    }
    return transaction.upsert(*change.record, generation);
}

Result<bool> isFlagged(WriteTransaction& transaction, const char* name)
{
    Result<storage::Query> query = transaction.query("SELECT 1 FROM setting WHERE name = ?");
    if (!query)
        return query.error();
    query->bind(1, QString(QLatin1String(name)));
    return query->step();
}

Outcome completeSnapshot(WriteTransaction& transaction, qint64 generation)
{
    const Result<bool> incomplete = isFlagged(transaction, kSnapshotIncomplete);
    if (!incomplete)
        return incomplete.error();
    for (storage::RecordTypeIndex type = 0; type < storage::kRecordTypeCount && !*incomplete; ++type) {
        if (const Outcome removed = transaction.removeOlderThan(type, generation); !removed)
            return removed;
    }
    return setAll(transaction, { { settings::kSnapshotOpen, {} }, { kSnapshotIncomplete, {} } });
}

} // namespace

Result<FeedState> loadFeedState(ReadSnapshot& snapshot)
{
    FeedState state;
    const std::array<const char*, 4> names { settings::kCursor, settings::kGeneration,
        settings::kSnapshotOpen, settings::kLastSyncedAt };
    std::array<QString, 4> values;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Result<QString> value = settings::get(snapshot, QLatin1String(names[i]));
        if (!value)
            return value.error();
        values[i] = *value;
    }
    state.cursor = values[0];
    state.generation = values[1].toLongLong();
    state.snapshotOpen = !values[2].isNull();
    if (!values[3].isNull())
        state.lastSyncedAt = storage::UtcTime { values[3].toLongLong() };
    return state;
}

Outcome beginSnapshot(WriteTransaction& transaction, FeedState& state)
{
    FeedState next = state;
    next.cursor = QString();
    next.generation = state.generation + 1;
    next.snapshotOpen = true;
    const Outcome kept = setAll(transaction,
        { { settings::kCursor, {} }, { settings::kGeneration, QString::number(next.generation) },
            { settings::kSnapshotOpen, flag(true) }, { kSnapshotIncomplete, {} } });
    if (kept)
        state = next;
    return kept;
}

Outcome applyPage(WriteTransaction& transaction, const SyncPage& page, storage::UtcTime now, FeedState& state)
{
    for (const FeedChange& change : page.changes) {
        if (const Outcome applied = applyChange(transaction, change, state.generation); !applied)
            return applied;
    }
    if (state.snapshotOpen && !page.unreadable.empty()) {
        if (const Outcome marked = setAll(transaction, { { kSnapshotIncomplete, flag(true) } }); !marked)
            return marked;
    }
    FeedState next = state;
    next.cursor = page.nextCursor;
    if (const Outcome moved = setAll(transaction, { { settings::kCursor, next.cursor } }); !moved)
        return moved;
    if (!page.hasMore) {
        if (state.snapshotOpen) {
            if (const Outcome completed = completeSnapshot(transaction, state.generation); !completed)
                return completed;
            next.snapshotOpen = false;
        }
        next.lastSyncedAt = now;
        if (const Outcome noted
            = setAll(transaction, { { settings::kLastSyncedAt, QString::number(now.milliseconds) } });
            !noted)
            return noted;
    }
    state = next;
    return success();
}

Outcome applyResults(
    WriteTransaction& transaction, const std::vector<MutationResult>& results, qint64 generation)
{
    for (const MutationResult& result : results) {
        if (result.change) {
            if (const Outcome applied = applyChange(transaction, *result.change, generation); !applied)
                return applied;
        }
        const bool isConflict = result.kind == MutationResult::Kind::Conflict;
        const Outcome ended = result.kind == MutationResult::Kind::Applied
            ? storage::outbox::settle(transaction, result.mutationId)
            : storage::outbox::refuse(transaction, result.mutationId,
                isConflict ? storage::OutboxState::Conflict : storage::OutboxState::Rejected, result.code,
                result.message);
        if (!ended)
            return ended;
    }
    return success();
}

} // namespace ot::sync
