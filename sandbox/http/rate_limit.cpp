// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/rate_limit.h"

namespace ot::sandbox {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qsizetype kMaxWindows = 10'000;

} // namespace

int RateLimit::secondsToWait(const QString& caller, qint64 now)
{
    if (m_windows.size() > kMaxWindows)
        m_windows.clear();
    Window& window = m_windows[caller];
    if (window.minute != now / kMinute)
        window = { now / kMinute, 0 };
    if (++window.requests <= m_allowed)
        return 0;
    return static_cast<int>((kMinute - now % kMinute + 999) / 1000);
}

} // namespace ot::sandbox
