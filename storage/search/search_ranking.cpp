// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/search_ranking.h"

#include <algorithm>

namespace ot::storage {

namespace {

constexpr qint64 kMillisecondsADay = 86'400'000;
constexpr qint64 kOldestDay = 36'500;

int termPoints(TermPlace inTitle, TermPlace inText)
{
    const int title = inTitle == TermPlace::Missing
        ? 0
        : points::kInTitle + (inTitle == TermPlace::Whole ? points::kWholeWord : 0);
    const int text = inText == TermPlace::Missing
        ? 0
        : points::kInText + (inText == TermPlace::Whole ? points::kWholeWord : 0);
    return std::max({ title, text, points::kElsewhere });
}

int agePoints(UtcTime time, UtcTime now)
{
    // What lies ahead (an appointment) is as near as what lies as far behind.
    const qint64 days = std::min(
        qAbs(now.milliseconds / kMillisecondsADay - time.milliseconds / kMillisecondsADay), kOldestDay);
    return static_cast<int>(points::kNew * points::kHalfAge / (points::kHalfAge + days));
}

} // namespace

Ranking::Ranking(const SearchQuery& query)
    : terms(soughtTerms(query))
    , now(query.now)
{
    if (terms.size() < 2)
        return;
    SoughtTerm all;
    for (const SoughtTerm& term : terms)
        all.tokens += term.tokens;
    all.isPrefix = terms.back().isPrefix;
    together.push_back(std::move(all));
}

int Ranking::score(QStringView title, QStringView text, UtcTime time) const
{
    const int age = agePoints(time, now);
    if (terms.empty())
        return age;
    const std::vector<TermPlace> inTitle = placesOf(title, terms);
    const std::vector<TermPlace> inText = placesOf(text, terms);
    int sum = 0;
    for (std::size_t i = 0; i < terms.size(); ++i)
        sum += termPoints(inTitle[i], inText[i]);
    const auto holdsAll = [this](QStringView where) {
        return !together.empty() && placesOf(where, together).front() != TermPlace::Missing;
    };
    const int nearby
        = holdsAll(title) ? points::kTogetherInTitle : (holdsAll(text) ? points::kTogetherInText : 0);
    return sum / static_cast<int>(terms.size()) + nearby + age;
}

} // namespace ot::storage
