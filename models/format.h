// SPDX-License-Identifier: GPL-3.0-or-later
//
// How values are written for people: money, times, sizes. Holds the locale, the time zone and the clock, so
// that a test says what time it is. A value; read-only after it is made, any thread.
#pragma once

#include "storage/records/job.h"
#include "storage/records/values.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace ot::models {

// The time now. Injected wherever "12 min ago" is computed.
using Clock = std::function<storage::UtcTime()>;
[[nodiscard]] Clock systemClock();

class Formatter {
    Q_DECLARE_TR_FUNCTIONS(Formatter)

public:
    explicit Formatter(const QLocale& locale = QLocale(), const QTimeZone& zone = QTimeZone::systemTimeZone(),
        Clock clock = systemClock());

    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    [[nodiscard]] storage::UtcTime now() const { return m_clock(); }

    // "$1,299.60", "¥12,000", "1.299,60 €". Cents stand even when they are zero. Without a currency the bare
    // number.
    [[nodiscard]] QString money(storage::MinorUnits amount, const QString& currency) const;
    // "$38", "$38.50": without cents when there are none; for lists.
    [[nodiscard]] QString shortMoney(storage::MinorUnits amount, const QString& currency) const;
    // "$0.06", "$0.0125": as many digits as the rate has, at least the currency's own unless it is whole.
    [[nodiscard]] QString rate(storage::MicroUnits amount, const QString& currency) const;

    // A job's pay: "$38/h", "$30–$45/h", "$0.06/label", "$500 fixed"; empty when the post does not say.
    [[nodiscard]] QString shortPay(const storage::Job& job) const;
    // The same in words: "$38.00 per hour".
    [[nodiscard]] QString fullPay(const storage::Job& job) const;

    // "just now", "12 min ago", "3 h ago", "yesterday", "12 Nov", "12 Nov 2025".
    [[nodiscard]] QString relativeTime(storage::UtcTime time) const;
    // For a list of conversations: the time today, the weekday this week, else the date.
    [[nodiscard]] QString listTime(storage::UtcTime time) const;
    [[nodiscard]] QString clockTime(storage::UtcTime time) const;
    // "Today", "Yesterday", "Wednesday 12 November", with the year when it is another one.
    [[nodiscard]] QString dayTitle(storage::UtcTime time) const;
    [[nodiscard]] QString date(storage::UtcTime time) const;
    // Date and time, for tool tips and details.
    [[nodiscard]] QString fullTime(storage::UtcTime time) const;
    // The calendar day here; tells apart the days of a timeline.
    [[nodiscard]] QDate localDate(storage::UtcTime time) const;

    // "1.2 MB"
    [[nodiscard]] QString byteSize(qint64 bytes) const;
    [[nodiscard]] QString number(qint64 count) const { return m_locale.toString(count); }

    // Where a job is open to: "US, ES", "US, ES + 3", "Worldwide".
    [[nodiscard]] QString places(const QStringList& countries) const;
    [[nodiscard]] QString paymentTypeName(const QString& raw) const;

private:
    [[nodiscard]] QString amount(
        qint64 units, int unitDigits, int fewestDigits, const QString& currency) const;
    [[nodiscard]] QString symbol(const QString& currency) const;

    QLocale m_locale;
    QTimeZone m_zone;
    Clock m_clock;
};

} // namespace ot::models
