// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ot::sandbox {

/// The sandbox's time. It runs like any clock, but can be started at another moment (--now) and set forward
/// or back (clock skew), and never gives the same millisecond twice to two changes.
class Clock {
public:
    Clock() = default;

    /// Runs on from that moment.
    void startAt(qint64 milliseconds);
    void shift(qint64 milliseconds) { m_offset += milliseconds; }
    /// Nothing is given a time before this one any more; what a restart needs to stay after what it did
    /// before.
    void notBefore(qint64 milliseconds);

    [[nodiscard]] qint64 now() const;
    [[nodiscard]] QString nowIso() const;
    /// A moment after every one given before.
    qint64 tick();
    QString tickIso();

private:
    qint64 m_offset = 0;
    qint64 m_last = 0;
};

/// 2026-11-20T09:15:00.000Z
[[nodiscard]] QString isoTime(qint64 milliseconds);
[[nodiscard]] std::optional<qint64> parseIsoTime(const QString& text);

} // namespace ot::sandbox
