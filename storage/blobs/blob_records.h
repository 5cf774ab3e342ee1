// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the records of a vault say about its blobs: who needs one, whether it may be read, and what was
// erased. Called from read() and write().
#pragma once

#include "storage/blobs/blob_file.h"
#include "storage/vault.h"

#include <set>

namespace ot::storage::blobs {

// How much room everything together may take before what can be fetched again goes, in bytes.
inline constexpr qint64 kUsualQuota = 2LL * 1024 * 1024 * 1024;
Outcome setQuota(WriteTransaction& transaction, qint64 bytes);
Result<qint64> quota(ReadSnapshot& snapshot);

// The types of owners that are found in the records. "Outbox" is a waiting mutation by its id. Owners of
// other types are whoever put them there's.
const QStringList& ownerTypes();

struct Claims {
    std::vector<BlobOwner> owners;
    qint64 byteCount = -1; // as the records say; -1: none does
    qint64 openUntil = 0; // see BlobFacts
    // Attachments name it and none of them is open any more. Then no other record opens it; only a mutation
    // that waits to be sent still needs what the user put in themselves.
    bool withdrawn = false;
    bool expired = false; // by its time, and not by the server's word
    QStringList withdrawnBy; // the ids of those Attachments
    bool passing = false; // the server keeps it for a while only, so it is not to be let go of
};

// Reads what the records say of one blob. `candidates` are the messages and submissions that may name it:
// they are many, and have no index by blob.
Result<Claims> claimsOn(
    ReadSnapshot& snapshot, const QByteArray& sha256, const std::set<BlobOwner>& candidates, qint64 now);
// Those messages and submissions, found by going through all of them.
Result<std::set<BlobOwner>> searchOwners(ReadSnapshot& snapshot, const QByteArray& sha256);
// The blobs that these records name now.
Result<std::set<QByteArray>> namedBy(ReadSnapshot& snapshot, const std::set<BlobOwner>& records);
// The blobs that waiting mutations name.
Result<std::set<QByteArray>> namedByOutbox(ReadSnapshot& snapshot);

// A blob that was erased because it may no longer be read. Its name is not kept.
struct Erasure {
    QByteArray sha256;
    qint64 at = 0; // UTC milliseconds
    qint64 byteCount = 0;
    bool expired = false; // else revoked
    QStringList attachments; // their ids
};
Outcome recordErasure(WriteTransaction& transaction, const Erasure& erasure);
Result<std::vector<Erasure>> erasures(ReadSnapshot& snapshot); // oldest first

} // namespace ot::storage::blobs
