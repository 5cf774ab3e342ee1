// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bodies of GET /sync, of live `changes` frames and of POST /mutations, decoded to records. Pure
// functions; any thread.
#pragma once

#include "storage/records/all_records.h"
#include "storage/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace ot::sync {

// One change of the feed.
struct FeedChange {
    storage::RecordTypeIndex type = 0;
    QString id;
    std::optional<storage::AnyRecord> record; // nothing: the record was removed
};

struct SyncPage {
    std::vector<FeedChange> changes;
    std::vector<Error> unreadable; // records that could not be decoded; the others are applied all the same
    QString nextCursor;
    bool hasMore = false;
    bool isSnapshot = false;
    qint64 snapshotDone = 0;
    qint64 snapshotTotal = 0;
};

// Errors: Decode when the page itself, not one of its records, has the wrong shape.
Result<SyncPage> decodeSyncPage(const QJsonObject& body);

// Reads a `changes` array into the page. Types this program does not know are passed over: a newer server may
// have more.
Outcome decodeChanges(const QJsonValue& changes, SyncPage& page);

// What became of one mutation.
struct MutationResult {
    enum class Kind { Applied, Conflict, Rejected };
    QString mutationId;
    Kind kind = Kind::Rejected;
    std::optional<FeedChange> change; // the record as it is now
    QString code; // of a rejection
    QString message; // the server's sentence; shown as plain text
};

// Errors: Decode.
Result<std::vector<MutationResult>> decodeMutationResults(const QJsonObject& body);

} // namespace ot::sync
