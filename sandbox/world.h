// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/seed.h"
#include "sandbox/store/store.h"

#include <functional>

namespace ot::sandbox {

/// Fills an empty store with the marketplace of that seed, in one transaction. `keep` gets the content of its
/// files before anything names them.
void fillStore(Store& store, quint64 seed, qint64 nowMilliseconds,
    const std::function<void(const SeedBlob&)>& keep = {});

} // namespace ot::sandbox
