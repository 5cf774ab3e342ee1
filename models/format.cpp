// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"

#include "models/display_text.h"
#include "storage/records/json_codec.h"

#include <QDateTime>

#include <array>
#include <utility>

namespace ot::models {
namespace {

using storage::Job;
using storage::MicroUnits;
using storage::minorDigits;
using storage::MinorUnits;
using storage::UtcTime;

constexpr int kMicroDigits = 6;
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr int kPlacesShown = 3;

struct Symbol {
    QLatin1String code;
    const char16_t* text;
};
// Symbols that are understood outside their own country; everything else is written with its code.
constexpr std::array kSymbols = {
    Symbol { QLatin1String("USD"), u"$" },
    Symbol { QLatin1String("EUR"), u"€" },
    Symbol { QLatin1String("GBP"), u"£" },
    Symbol { QLatin1String("JPY"), u"¥" },
    Symbol { QLatin1String("INR"), u"₹" },
    Symbol { QLatin1String("KRW"), u"₩" },
    Symbol { QLatin1String("BRL"), u"R$" },
    Symbol { QLatin1String("MXN"), u"MX$" },
    Symbol { QLatin1String("CAD"), u"CA$" },
    Symbol { QLatin1String("AUD"), u"A$" },
    Symbol { QLatin1String("NZD"), u"NZ$" },
    Symbol { QLatin1String("CNY"), u"CN¥" },
    Symbol { QLatin1String("VND"), u"₫" },
    Symbol { QLatin1String("PHP"), u"₱" },
    Symbol { QLatin1String("NGN"), u"₦" },
    Symbol { QLatin1String("UAH"), u"₴" },
    Symbol { QLatin1String("TRY"), u"₺" },
};

QString range(const QString& from, const QString& to)
{
    return from + QChar(0x2013) + to;
}

} // namespace

Clock systemClock()
{
    return [] { return UtcTime { QDateTime::currentMSecsSinceEpoch() }; };
}

Formatter::Formatter(const QLocale& locale, const QTimeZone& zone, Clock clock)
    : m_locale(locale)
    , m_zone(zone)
    , m_clock(std::move(clock))
{
}

QString Formatter::symbol(const QString& currency) const
{
    const QString own = m_locale.currencySymbol(QLocale::CurrencySymbol);
    if (!currency.isEmpty() && currency == m_locale.currencySymbol(QLocale::CurrencyIsoCode))
        return own;
    for (const Symbol& known : kSymbols) {
        if (currency != known.code)
            continue;
        const QString text = QString::fromUtf16(known.text);
        // Where the locale's own money is written with the same sign, the foreign one says whose it is.
        if (text == own)
            return currency == QLatin1String("USD") ? QStringLiteral("US$") : currency;
        return text;
    }
    return oneLine(currency, 8);
}

// `units` counts 10^-unitDigits of the currency. Done on the digits, so that no amount is rounded by passing
// through a double.
QString Formatter::amount(qint64 units, int unitDigits, int fewestDigits, const QString& currency) const
{
    QString digits = QString::number(units < 0 ? -quint64(units) : quint64(units))
                         .rightJustified(unitDigits + 1, QLatin1Char('0'));
    QString fraction = digits.right(unitDigits);
    digits.chop(unitDigits);
    while (fraction.size() > fewestDigits && fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    QString number = m_locale.toString(digits.toULongLong());
    if (!fraction.isEmpty()) {
        number += m_locale.decimalPoint();
        for (const QChar digit : fraction)
            number += m_locale.toString(digit.digitValue());
    }
    // The locale's own pattern says where number and symbol stand; a stand-in for each is replaced, so that
    // nothing in a symbol is taken for the number.
    constexpr QChar kSymbolHere(0xE000);
    const QString zero = m_locale.toString(0);
    QString text = m_locale.toCurrencyString(qlonglong(0), QString(kSymbolHere));
    QString sign = symbol(currency);
    if (!sign.isEmpty() && sign.back().isLetterOrNumber() && text.contains(kSymbolHere + zero))
        sign += QChar(0x00A0);
    text.replace(text.indexOf(zero), zero.size(), number);
    text = text.replace(kSymbolHere, sign).trimmed();
    return units < 0 ? m_locale.negativeSign() + text : text;
}

QString Formatter::money(MinorUnits value, const QString& currency) const
{
    const int digits = minorDigits(currency);
    return amount(value.count, digits, digits, currency);
}

QString Formatter::shortMoney(MinorUnits value, const QString& currency) const
{
    const int digits = minorDigits(currency);
    qint64 whole = 1;
    for (int i = 0; i < digits; ++i)
        whole *= 10;
    return amount(value.count, digits, value.count % whole == 0 ? 0 : digits, currency);
}

QString Formatter::rate(MicroUnits value, const QString& currency) const
{
    constexpr qint64 kWhole = 1'000'000;
    return amount(value.count, kMicroDigits, value.count % kWhole == 0 ? 0 : minorDigits(currency), currency);
}

QString Formatter::shortPay(const Job& job) const
{
    if (job.hourlyRate) //: %1 is money: "$38/h"
        return tr("%1/h").arg(shortMoney(*job.hourlyRate, job.currency));
    if (job.hourlyMin && job.hourlyMax && *job.hourlyMin != *job.hourlyMax) {
        return tr("%1/h").arg(
            range(shortMoney(*job.hourlyMin, job.currency), shortMoney(*job.hourlyMax, job.currency)));
    }
    if (job.hourlyMin || job.hourlyMax)
        return tr("%1/h").arg(shortMoney(job.hourlyMin ? *job.hourlyMin : *job.hourlyMax, job.currency));
    if (job.perLabelRate) //: %1 is money: "$0.06/label"
        return tr("%1/label").arg(rate(*job.perLabelRate, job.currency));
    if (job.fixedPrice) //: %1 is money: "$500 fixed"
        return tr("%1 fixed").arg(shortMoney(*job.fixedPrice, job.currency));
    return {};
}

QString Formatter::fullPay(const Job& job) const
{
    if (job.hourlyRate) //: %1 is money: "$38.00 per hour"
        return tr("%1 per hour").arg(money(*job.hourlyRate, job.currency));
    if (job.hourlyMin && job.hourlyMax && *job.hourlyMin != *job.hourlyMax)
        return tr("%1 per hour")
            .arg(range(money(*job.hourlyMin, job.currency), money(*job.hourlyMax, job.currency)));
    if (job.hourlyMin || job.hourlyMax)
        return tr("%1 per hour").arg(money(job.hourlyMin ? *job.hourlyMin : *job.hourlyMax, job.currency));
    if (job.perLabelRate) //: %1 is money: "$0.06 per label"
        return tr("%1 per label").arg(rate(*job.perLabelRate, job.currency));
    if (job.fixedPrice) //: %1 is money: "$500.00 for the whole job"
        return tr("%1 for the whole job").arg(money(*job.fixedPrice, job.currency));
    return {};
}

QDate Formatter::localDate(UtcTime time) const
{
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds, m_zone).date();
}

QString Formatter::relativeTime(UtcTime time) const
{
    const qint64 age = m_clock().milliseconds - time.milliseconds;
    const qint64 days = localDate(time).daysTo(localDate(m_clock()));
    if (age < kMinute && age > -kMinute)
        return tr("just now");
    if (age >= 0 && age < kHour)
        return tr("%n min ago", nullptr, static_cast<int>(age / kMinute));
    if (age >= 0 && (days == 0 || age < 6 * kHour))
        return tr("%n h ago", nullptr, static_cast<int>(age / kHour));
    if (days == 1)
        return tr("yesterday");
    return date(time);
}

QString Formatter::listTime(UtcTime time) const
{
    const QDate day = localDate(time);
    const qint64 days = day.daysTo(localDate(m_clock()));
    if (days == 0)
        return clockTime(time);
    if (days > 0 && days < 7)
        return m_locale.dayName(day.dayOfWeek(), QLocale::ShortFormat);
    return date(time);
}

QString Formatter::clockTime(UtcTime time) const
{
    return m_locale.toString(
        QDateTime::fromMSecsSinceEpoch(time.milliseconds, m_zone).time(), QLocale::ShortFormat);
}

QString Formatter::dayTitle(UtcTime time) const
{
    const QDate day = localDate(time);
    const QDate today = localDate(m_clock());
    if (day == today)
        return tr("Today");
    if (day.daysTo(today) == 1)
        return tr("Yesterday");
    if (day.year() == today.year()) {
        //: A day of this year as the title of its messages; a QLocale date format
        return m_locale.toString(day, tr("dddd d MMMM"));
    }
    //: A day of another year as the title of its messages; a QLocale date format
    return m_locale.toString(day, tr("dddd d MMMM yyyy"));
}

QString Formatter::date(UtcTime time) const
{
    const QDate day = localDate(time);
    if (day.year() == localDate(m_clock()).year()) {
        //: A short date of this year; a QLocale date format
        return m_locale.toString(day, tr("d MMM"));
    }
    //: A short date of another year; a QLocale date format
    return m_locale.toString(day, tr("d MMM yyyy"));
}

QString Formatter::fullTime(UtcTime time) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(time.milliseconds, m_zone), QLocale::LongFormat);
}

QString Formatter::byteSize(qint64 bytes) const
{
    return m_locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString Formatter::places(const QStringList& countries) const
{
    if (countries.isEmpty())
        return tr("Worldwide");
    QStringList shown;
    for (const QString& country : countries.mid(0, kPlacesShown))
        shown.append(oneLine(country, 24));
    const QString list = shown.join(QStringLiteral(", "));
    if (countries.size() <= kPlacesShown)
        return list;
    //: %1 is a list of country codes, %2 how many more there are: "US, ES, IN + 3"
    return tr("%1 + %2").arg(list, number(countries.size() - kPlacesShown));
}

QString Formatter::paymentTypeName(const QString& raw) const
{
    if (raw == QLatin1String("PAY_PER_HOUR"))
        return tr("Per hour");
    if (raw == QLatin1String("PAY_PER_LABEL"))
        return tr("Per label");
    if (raw == QLatin1String("FIXED_PRICE"))
        return tr("Fixed price");
    return oneLine(raw, 40);
}

} // namespace ot::models
