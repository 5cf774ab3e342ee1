// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who may name and read which blob. A blob is content under its SHA-256; an account has a right to it because
// it uploaded it, or because a record it may see names it.
#pragma once

#include "sandbox/store/store.h"

#include <optional>

namespace ot::sandbox {

struct BlobFacts {
    QString sha256; // hexadecimal, lower case
    qint64 byteCount = 0;
};

/// The blob, where the server has it whole and the account has a right to it.
[[nodiscard]] std::optional<BlobFacts> usableBlob(
    Store& store, const QString& account, const QString& sha256);

/// Gives the account a right to a blob; part of whatever transaction is open.
void grantBlob(Store& store, const QString& account, const BlobFacts& blob);

} // namespace ot::sandbox
