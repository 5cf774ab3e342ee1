// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/clocks.h"

#include <QDateTime>
#include <QStringList>

namespace ot::sandbox {

namespace {

constexpr int kConfirmBusinessDays = 10;
constexpr int kOptOutBusinessDays = 15;
constexpr int kStateDays = 45;

QDate nthWeekday(int year, int month, Qt::DayOfWeek weekday, int n)
{
    QDate day(year, month, 1);
    day = day.addDays((weekday - day.dayOfWeek() + 7) % 7);
    return day.addDays(7LL * (n - 1));
}

QDate lastMondayOfMay(int year)
{
    const QDate last(year, 5, 31);
    return last.addDays(Qt::Monday - last.dayOfWeek());
}

/// A holiday with a date of its own is kept on Friday when it falls on Saturday, on Monday when on Sunday.
QDate observed(const QDate& holiday)
{
    if (holiday.dayOfWeek() == Qt::Saturday)
        return holiday.addDays(-1);
    return holiday.dayOfWeek() == Qt::Sunday ? holiday.addDays(1) : holiday;
}

bool isHolidayOf(int year, const QDate& day)
{
    static constexpr std::pair<int, int> kDated[] { { 1, 1 }, { 6, 19 }, { 7, 4 }, { 11, 11 }, { 12, 25 } };
    for (const auto& [month, dayOfMonth] : kDated) {
        if (day == observed(QDate(year, month, dayOfMonth)))
            return true;
    }
    return day == nthWeekday(year, 1, Qt::Monday, 3) // Martin Luther King
        || day == nthWeekday(year, 2, Qt::Monday, 3) // Washington's birthday
        || day == lastMondayOfMay(year) // Memorial day
        || day == nthWeekday(year, 9, Qt::Monday, 1) // Labor day
        || day == nthWeekday(year, 10, Qt::Monday, 2) // Columbus day
        || day == nthWeekday(year, 11, Qt::Thursday, 4); // Thanksgiving
}

QDateTime moment(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

bool isOptOut(const QString& exercise)
{
    static const QStringList kOptOuts { QStringLiteral("sale:opt_out"),
        QStringLiteral("targeted_advertising:opt_out"), QStringLiteral("profiling:opt_out"),
        QStringLiteral("sensitive:limit") };
    return kOptOuts.contains(exercise);
}

} // namespace

bool isFederalHoliday(const QDate& day)
{
    // New Year's day may be observed on the last day of the year before.
    return isHolidayOf(day.year(), day) || isHolidayOf(day.year() + 1, day);
}

bool isBusinessDay(const QDate& day)
{
    return day.dayOfWeek() <= Qt::Friday && !isFederalHoliday(day);
}

QDate addBusinessDays(const QDate& day, int count)
{
    QDate found = day;
    while (count > 0) {
        found = found.addDays(1);
        if (isBusinessDay(found))
            --count;
    }
    return found;
}

qint64 addMonths(qint64 milliseconds, int months)
{
    return moment(milliseconds).addMonths(months).toMSecsSinceEpoch();
}

qint64 addDays(qint64 milliseconds, int days)
{
    return moment(milliseconds).addDays(days).toMSecsSinceEpoch();
}

qint64 addBusinessDays(qint64 milliseconds, int days)
{
    QDateTime time = moment(milliseconds);
    time.setDate(addBusinessDays(time.date(), days));
    return time.toMSecsSinceEpoch();
}

RequestTerms requestTerms(const QString& exercise, const QString& regime, qint64 receivedAt)
{
    RequestTerms terms;
    const bool american = regime == QLatin1String("ccpa") || regime == QLatin1String("us-state");
    if (american && isOptOut(exercise)) {
        terms.acknowledgeBy = addBusinessDays(receivedAt, kConfirmBusinessDays);
        terms.expectedBy = addBusinessDays(receivedAt, kOptOutBusinessDays);
        return terms;
    }
    if (american) {
        terms.acknowledgeBy = addBusinessDays(receivedAt, kConfirmBusinessDays);
        terms.expectedBy = addDays(receivedAt, kStateDays);
        // An appeal has no second term.
        if (exercise != QLatin1String("appeal"))
            terms.extendableTo = addDays(receivedAt, 2 * kStateDays);
        return terms;
    }
    // Where no law is named, the strictest of those that could apply is promised.
    terms.acknowledgeBy = addBusinessDays(receivedAt, 1);
    terms.expectedBy = addMonths(receivedAt, 1);
    terms.extendableTo = addMonths(receivedAt, 3);
    return terms;
}

qint64 optOutConfirmedBy(qint64 receivedAt)
{
    return addBusinessDays(receivedAt, kOptOutBusinessDays);
}

} // namespace ot::sandbox
