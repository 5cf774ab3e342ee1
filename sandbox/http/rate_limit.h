// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace ot::sandbox {

/// Counts requests a minute for each of many callers. The minutes are the clock's, as the platform's are.
class RateLimit {
public:
    explicit RateLimit(int requestsAMinute)
        : m_allowed(requestsAMinute)
    {
    }

    [[nodiscard]] int allowed() const { return m_allowed; }
    void allow(int requestsAMinute) { m_allowed = requestsAMinute; }
    /// Counts one request of that caller at that moment (milliseconds). 0 when it is within the limit, else
    /// the seconds until the next minute, 1 to 60.
    int secondsToWait(const QString& caller, qint64 now);

private:
    struct Window {
        qint64 minute = -1;
        int requests = 0;
    };

    int m_allowed;
    QHash<QString, Window> m_windows;
};

} // namespace ot::sandbox
