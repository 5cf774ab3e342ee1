// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finished archives: which file belongs to which request, and until when it is kept.
#pragma once

#include "sandbox/privacy/export_job.h"

namespace ot::sandbox {

inline constexpr qint64 kArchiveSeconds = 7LL * 24 * 60 * 60;

struct StoredArchive {
    QString account;
    QString requestId;
    QString path;
    QString sha256;
};

void createArchiveTable(Store& store);

/// Makes the archive a blob the account may read; part of the open transaction. Gives what
/// `DataRequest.archive` says of it.
QJsonObject publishArchive(Store& store, const QString& account, const QString& requestId,
    const FinishedArchive& archive, const QString& keyId);

/// Archives whose time is over, or whose account was closed.
[[nodiscard]] std::vector<StoredArchive> archivesToRemove(Store& store);
/// Forgets an archive and the right to read it; the file itself is the caller's to remove.
void withdrawArchive(Store& store, const StoredArchive& archive);

} // namespace ot::sandbox
