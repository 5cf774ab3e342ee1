// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/wire_values.h"

#include <QDateTime>
#include <QHash>

namespace ot::storage {

namespace {

constexpr qint64 kLatestMilliseconds = 253402300799999; // 9999-12-31T23:59:59.999Z

} // namespace

std::optional<UtcTime> parseUtcTime(const QString& textOfTime)
{
    const QDateTime time = QDateTime::fromString(textOfTime, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    // A time without a zone is UTC by the convention of both interfaces, not the local zone Qt takes it for.
    const QDateTime utc
        = time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), Qt::UTC) : time.toUTC();
    const qint64 milliseconds = utc.toMSecsSinceEpoch();
    if (milliseconds < 0 || milliseconds > kLatestMilliseconds)
        return std::nullopt;
    return UtcTime { milliseconds };
}

QString formatUtcTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

int minorDigits(const QString& currency)
{
    static const QHash<QString, int> kOther { { QStringLiteral("JPY"), 0 }, { QStringLiteral("KRW"), 0 },
        { QStringLiteral("VND"), 0 }, { QStringLiteral("CLP"), 0 }, { QStringLiteral("ISK"), 0 },
        { QStringLiteral("UGX"), 0 }, { QStringLiteral("XAF"), 0 }, { QStringLiteral("XOF"), 0 },
        { QStringLiteral("PYG"), 0 }, { QStringLiteral("RWF"), 0 }, { QStringLiteral("KWD"), 3 },
        { QStringLiteral("BHD"), 3 }, { QStringLiteral("JOD"), 3 }, { QStringLiteral("OMR"), 3 },
        { QStringLiteral("TND"), 3 }, { QStringLiteral("IQD"), 3 }, { QStringLiteral("LYD"), 3 } };
    return kOther.value(currency.toUpper(), 2);
}

} // namespace ot::storage
