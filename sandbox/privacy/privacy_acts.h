// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the people of the privacy office do, an act each: `privacyActs()` in marketplace/act.h. And the one
// thing that happens by the clock alone: carrying out a deletion.
#pragma once

#include "sandbox/store/store_writer.h"

namespace ot::sandbox {

/// Erases what the request is about. A whole account loses its sessions with it. Where something came in the
/// way meanwhile the request is declined instead.
void carryOutDeletion(Store& store, StoreWriter& writer, const QString& account, QJsonObject request);

/// What the office does next with a request, of its own accord; empty: nothing. The same request in the same
/// state always gets the same.
[[nodiscard]] QString nextAct(const QJsonObject& request);

} // namespace ot::sandbox
