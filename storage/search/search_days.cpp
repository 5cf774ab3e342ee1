// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/search_days.h"

#include "storage/search_text.h"

#include <QDateTime>
#include <QStringView>

#include <algorithm>
#include <array>

namespace ot::storage {

namespace {

constexpr int kMostDigits = 4;
constexpr int kLastYear = 9998; // the year after it can be written with four digits
constexpr int kDaysAWeek = 7;

struct EnglishDay {
    QStringView name;
    int days;
};
constexpr std::array kEnglishDays { EnglishDay { u"today", 0 }, EnglishDay { u"yesterday", -1 },
    EnglishDay { u"tomorrow", 1 } };

// 1 to 4 ASCII digits; nothing for anything else, so that "+1" and " 1" are no numbers.
std::optional<int> number(QStringView text)
{
    if (text.isEmpty() || text.size() > kMostDigits)
        return std::nullopt;
    int value = 0;
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        value = value * 10 + (digit.unicode() - u'0');
    }
    return value;
}

std::optional<TimeSpan> span(QDate first, QDate next, const QTimeZone& zone)
{
    if (!first.isValid() || !next.isValid() || first.year() < 1 || next.year() > kLastYear + 1)
        return std::nullopt;
    return TimeSpan { { first.startOfDay(zone).toMSecsSinceEpoch() },
        { next.startOfDay(zone).toMSecsSinceEpoch() } };
}

std::optional<TimeSpan> oneDay(QDate day, const QTimeZone& zone)
{
    return day.isValid() ? span(day, day.addDays(1), zone) : std::nullopt;
}

std::optional<TimeSpan> calendarDays(QStringView text, const QTimeZone& zone)
{
    const QList<QStringView> parts = text.split(u'-');
    if (parts.size() > 3 || parts[0].size() != kMostDigits)
        return std::nullopt;
    std::array<int, 3> numbers { 0, 1, 1 };
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<int> one = parts[i].size() <= 2 || i == 0 ? number(parts[i]) : std::nullopt;
        if (!one)
            return std::nullopt;
        numbers[static_cast<std::size_t>(i)] = *one;
    }
    if (numbers[0] < 1)
        return std::nullopt;
    const QDate first(numbers[0], numbers[1], numbers[2]);
    if (!first.isValid())
        return std::nullopt;
    if (parts.size() == 3)
        return oneDay(first, zone);
    return span(first, parts.size() == 2 ? first.addMonths(1) : first.addYears(1), zone);
}

std::optional<QDate> daysAgo(QStringView text, QDate today)
{
    if (text.size() < 2)
        return std::nullopt;
    const std::optional<int> count = number(text.chopped(1));
    if (!count)
        return std::nullopt;
    switch (text.back().toLower().unicode()) {
    case u'd':
        return today.addDays(-*count);
    case u'w':
        return today.addDays(-*count * kDaysAWeek);
    case u'm':
        return today.addMonths(-*count);
    case u'y':
        return today.addYears(-*count);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<TimeSpan> daysNamed(const QString& text, const SearchLanguage& language)
{
    const QTimeZone zone = language.zone.isValid() ? language.zone : QTimeZone::utc();
    const QDate today = QDateTime::fromMSecsSinceEpoch(language.now.milliseconds, zone).date();
    const QString folded = indexedText(text);
    const auto english = std::find_if(
        kEnglishDays.begin(), kEnglishDays.end(), [&](const EnglishDay& day) { return folded == day.name; });
    if (english != kEnglishDays.end())
        return oneDay(today.addDays(english->days), zone);
    const auto named = std::find_if(language.days.begin(), language.days.end(),
        [&](const auto& day) { return !folded.isEmpty() && folded == indexedText(day.name); });
    if (named != language.days.end())
        return oneDay(today.addDays(named->meaning), zone);
    if (const std::optional<QDate> ago = daysAgo(text, today))
        return oneDay(*ago, zone);
    return calendarDays(text, zone);
}

} // namespace ot::storage
