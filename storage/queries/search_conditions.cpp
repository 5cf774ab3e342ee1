// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/search_conditions.h"

#include <algorithm>
#include <limits>

namespace ot::storage::queries {

namespace {

constexpr UtcTime kEarliest { std::numeric_limits<qint64>::min() };
constexpr UtcTime kLatest { std::numeric_limits<qint64>::max() };

// The times that a part which is not excluded takes.
TimeSpan timesTaken(const SearchPart& part)
{
    if (part.kind == SearchPartKind::Before)
        return { kEarliest, part.days.begin };
    return part.kind == SearchPartKind::After ? TimeSpan { part.days.end, kLatest } : part.days;
}

void append(std::vector<std::size_t>& types, const std::vector<std::size_t>& more)
{
    types.insert(types.end(), more.begin(), more.end());
}

bool holds(const std::vector<std::size_t>& types, std::size_t type)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

} // namespace

SearchConditions::SearchConditions(const SearchQuery& query)
{
    QStringList except;
    for (const SearchPart& part : query.parts) {
        if (part.fault != SearchFault::None)
            continue;
        switch (part.kind) {
        case SearchPartKind::In:
            append(part.isExcluded ? exceptTypes : types, part.types);
            break;
        case SearchPartKind::Has:
            (part.isExcluded ? withoutAttachment : withAttachment) = true;
            break;
        case SearchPartKind::Before:
        case SearchPartKind::After:
        case SearchPartKind::On: {
            const TimeSpan taken = timesTaken(part);
            if (part.isExcluded) {
                except.append(
                    QStringLiteral("[%1,%2]").arg(taken.begin.milliseconds).arg(taken.end.milliseconds));
                break;
            }
            const TimeSpan before = within.value_or(TimeSpan { kEarliest, kLatest });
            within = TimeSpan { std::max(before.begin, taken.begin), std::min(before.end, taken.end) };
            break;
        }
        case SearchPartKind::Word:
        case SearchPartKind::Phrase:
        case SearchPartKind::From:
            break;
        }
    }
    if (!except.isEmpty())
        exceptDays = QLatin1Char('[') + except.join(QLatin1Char(',')) + QLatin1Char(']');
}

bool SearchConditions::takes(std::size_t type) const
{
    return (types.empty() || holds(types, type)) && !holds(exceptTypes, type);
}

} // namespace ot::storage::queries
