// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user has done and the server has not yet confirmed. An entry is written in the same transaction as
// the command it stands for and leaves only with its result; views show the server's rows and these entries
// at once.
#pragma once

#include "storage/records/values.h"
#include "storage/vault.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ot::storage {

enum class OutboxState {
    Queued, // waits for its turn or for a connection; can be undone
    Sending, // handed to the network; its fate is known only from the answer
    Rejected, // the server refused it as it is; waits for the user: edit, try again, discard
    Conflict, // made against an older version of the record; waits for the user
};

// One waiting mutation, as POST /mutations takes it.
struct OutboxEntry {
    qint64 position = 0; // the order of commands; rising
    QString mutationId; // UUIDv7, the idempotency key
    QString recordType; // wire name
    QString recordId; // for a creation the client's provisional id
    QString parentId; // the record it belongs to (a message's conversation); null for none
    QString operation; // "create", "update", …
    std::optional<qint64> baseVersion;
    QJsonObject args;
    OutboxState state = OutboxState::Queued;
    qint64 attempts = 0;
    UtcTime createdAt;
    QString faultCode; // the server's code when rejected
    QString faultMessage; // the server's sentence; shown as plain text
};

namespace outbox {
// A time-ordered id: UUID version 7 (RFC 9562).
QString newMutationId(UtcTime now);

// Writes.
Outcome enqueue(WriteTransaction& transaction, const OutboxEntry& entry);
// Takes a queued or refused entry back before it is sent, and gives it as it was. Errors: NotFound when it is
// gone, Conflict while it is being sent.
Result<OutboxEntry> withdraw(WriteTransaction& transaction, const QString& mutationId);
// Removes an entry because its result is in the store. One that is gone is no error.
Outcome settle(WriteTransaction& transaction, const QString& mutationId);
Outcome refuse(WriteTransaction& transaction, const QString& mutationId, OutboxState state,
    const QString& code, const QString& message);
// Puts a refused entry back into the queue, at the end, under the same id.
Outcome retry(WriteTransaction& transaction, const QString& mutationId);
// Marks those of the entries that are still queued as being sent, and says which they were: one that was
// taken back meanwhile is not among them.
Result<std::vector<QString>> markSending(
    WriteTransaction& transaction, const std::vector<QString>& mutationIds);
// The attempt ended without an answer: they wait again.
Outcome markQueued(WriteTransaction& transaction, const std::vector<QString>& mutationIds);
// After a start: what was being sent when the process ended is queued again; its mutation id keeps it from
// being done twice.
Outcome requeueInterrupted(WriteTransaction& transaction);

// Reads.
// The next entries to send, in order, at most one run a record: an entry waits while an earlier one of its
// parent or record is refused or being sent.
Result<std::vector<OutboxEntry>> nextToSend(ReadSnapshot& snapshot, int limit);
// Everything that waits, oldest first.
Result<std::vector<OutboxEntry>> all(ReadSnapshot& snapshot);
Result<std::vector<OutboxEntry>> ofParent(
    ReadSnapshot& snapshot, const QString& recordType, const QString& parentId);
} // namespace outbox

} // namespace ot::storage
