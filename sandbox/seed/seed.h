// SPDX-License-Identifier: GPL-3.0-or-later
//
// The marketplace a fresh sandbox opens with: published jobs, and everything a trainer, a vendor's owner and
// three of the owner's colleagues see of their own work. All names and companies are invented.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ot::sandbox {

/// One record as the server would send it: `object` is the whole wire object of docs/api/README.md.
struct SeedRecord {
    QString type; // as records.h names them
    QString id;
    QJsonObject object;
};

/// Everything one account sees besides the jobs, which all accounts share.
struct SeedAccount {
    QString key; // "trainer", "vendor", or a member of the vendor's team: "vendor-bids"
    QString userId;
    QString displayName;
    std::vector<SeedRecord> records {}; // of a member only what is their own; the rest is the vendor's
    QString organization {}; // the key of the account that holds what the team shares
    QString role {}; // there
};

/// The content of a file that records name by its hash.
struct SeedBlob {
    QString sha256; // hexadecimal, lower case
    QString mediaType;
    QByteArray bytes;
};

struct SeedWorld {
    std::vector<QJsonObject> jobs; // newest first; mostly OPEN, a few COMPLETED or ARCHIVED
    std::vector<SeedAccount> accounts;
    std::vector<SeedBlob> blobs; // each content once
};

/// Makes the world. Pure: the same (seed, nowMilliseconds) gives the same bytes on every machine, and no time
/// in it lies after `nowMilliseconds` except those that name a future moment (validThrough, dueDate,
/// dueAt, arrivalDate, offlineUntil, editableUntil, expiresAt, validUntil, startsAt, endsAt). May be called
/// on any thread.
SeedWorld makeSeedWorld(quint64 seed, qint64 nowMilliseconds);

} // namespace ot::sandbox
