// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clock.h"

#include <QDateTime>

#include <algorithm>

namespace ot::sandbox {

void Clock::startAt(qint64 milliseconds)
{
    m_offset = milliseconds - QDateTime::currentMSecsSinceEpoch();
}

void Clock::notBefore(qint64 milliseconds)
{
    m_last = std::max(m_last, milliseconds);
    if (now() < m_last)
        startAt(m_last);
}

qint64 Clock::now() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_offset;
}

QString Clock::nowIso() const
{
    return isoTime(now());
}

qint64 Clock::tick()
{
    m_last = std::max(now(), m_last + 1);
    return m_last;
}

QString Clock::tickIso()
{
    return isoTime(tick());
}

QString isoTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<qint64> parseIsoTime(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

} // namespace ot::sandbox
