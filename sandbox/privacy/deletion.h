// SPDX-License-Identifier: GPL-3.0-or-later
//
// Closing an account: what must be wound up first, what is erased, what stays without the person's name.
#pragma once

#include "sandbox/store/store_writer.h"

#include <QJsonArray>

namespace ot::sandbox {

/// What stands in the way, as `deletion.blockers` has it: active contracts, payouts that have not arrived,
/// disputes. Those of an organization do not keep its members, only its owner.
[[nodiscard]] QJsonArray deletionBlockers(Store& store, const Account& account);

/// How many records of each category a deletion erases and retains, as `deletion.cleared` and `retained`.
struct DeletionOutcome {
    QJsonArray cleared;
    QJsonArray retained;
};

/// Erases what is to be erased and takes the person's name out of the rest. `categories` narrows it; empty:
/// the whole account. Tokens are not touched.
DeletionOutcome eraseData(
    Store& store, StoreWriter& writer, const Account& account, const QStringList& categories);

} // namespace ot::sandbox
