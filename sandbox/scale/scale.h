// SPDX-License-Identifier: GPL-3.0-or-later
//
// Making a marketplace large (--scale): jobs and messages beyond the written ones, for measuring and for
// living with what a busy account gathers over years. Each record follows from the seed and its own number
// alone, so growing streams, goes on where a killed process stopped, and gives the same bytes every time.
#pragma once

#include "sandbox/scale/scale_size.h"
#include "sandbox/store/store.h"

#include <functional>

namespace ot::sandbox {

/// Adds what is missing to a store that was filled before; the first time, everything counts back from `now`,
/// and later from what was `now` then. `progress` is told how much of what was added, now and then.
void growStore(
    Store& store, const Scale& scale, qint64 now, const std::function<void(const QString&)>& progress);

} // namespace ot::sandbox
