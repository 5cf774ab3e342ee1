// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/seed.h"

namespace ot::sandbox {

/// What an account has allowed, asked for and connected before the world began: choices, a chain of consents,
/// requests, connected tools and sign-ins. Goes by what the account's own records say, so that it fits any.
void addPrivacyRecords(SeedAccount& account, qint64 now);

} // namespace ot::sandbox
