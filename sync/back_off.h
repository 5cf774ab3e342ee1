// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace ot::sync {

// How long to wait before the next attempt: doubled with each failure up to five minutes, a random part of it
// (full jitter, so that many clients don't come back at once), never less than the server asked for. One
// thread.
class BackOff {
public:
    // After a failed attempt. `asked` is the server's Retry-After.
    std::chrono::milliseconds next(std::optional<std::chrono::seconds> asked = std::nullopt);
    // After one that succeeded.
    void reset() { m_failures = 0; }

private:
    int m_failures = 0;
};

} // namespace ot::sync
