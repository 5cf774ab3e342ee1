// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/store.h"

namespace ot::sandbox {

/// Fills an empty store with the marketplace of that seed, in one transaction.
void fillStore(Store& store, quint64 seed, qint64 nowMilliseconds);

} // namespace ot::sandbox
