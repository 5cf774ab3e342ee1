// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that come with what is written: blobs the account may name become Attachments of the new record.
#pragma once

#include "sandbox/mutations/refusal.h"
#include "sandbox/store/store_writer.h"

#include <QJsonArray>

#include <optional>

namespace ot::sandbox {

/// Completes `attachments` as it was given with the blobs' sizes. A refusal where the account has no right to
/// one of them.
[[nodiscard]] std::optional<Refusal> completeFiles(
    Store& store, const QString& accountKey, QJsonArray& files);

/// What the Attachments belong to.
struct FileOwner {
    QString account; // whose rows they are written to
    QString type;
    QString id;
    QString contractId {}; // empty: of none
    bool confidential = false;
};

/// Writes an Attachment for each complete file; gives the files back with their ids, as records list them.
QJsonArray writeAttachments(
    Store& store, StoreWriter& writer, const FileOwner& owner, const QJsonArray& files);
/// Takes away the Attachments of a record.
void removeAttachments(Store& store, StoreWriter& writer, const FileOwner& owner);

} // namespace ot::sandbox
