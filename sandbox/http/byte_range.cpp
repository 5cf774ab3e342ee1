// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/byte_range.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

/// A number of up to 18 digits and nothing else.
std::optional<qint64> number(const QByteArray& text)
{
    constexpr qsizetype kMostDigits = 18;
    const bool isDigits
        = std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || text.size() > kMostDigits || !isDigits)
        return std::nullopt;
    return text.toLongLong();
}

} // namespace

RangeRequest parseRange(const QByteArray& header, qint64 size)
{
    constexpr char kUnit[] = "bytes=";
    if (!header.toLower().startsWith(kUnit) || header.contains(','))
        return {};
    const QByteArray range = header.mid(sizeof kUnit - 1).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return {};
    const QByteArray from = range.left(dash).trimmed();
    const QByteArray to = range.mid(dash + 1).trimmed();
    const std::optional<qint64> last = number(to);
    if (from.isEmpty()) {
        // The last so many bytes.
        if (!last)
            return {};
        if (*last == 0 || size == 0)
            return { RangeRequest::Kind::Unsatisfiable, {} };
        return { RangeRequest::Kind::Part, { std::max<qint64>(size - *last, 0), size - 1 } };
    }
    const std::optional<qint64> first = number(from);
    if (!first || (!to.isEmpty() && (!last || *last < *first)))
        return {};
    if (*first >= size)
        return { RangeRequest::Kind::Unsatisfiable, {} };
    return { RangeRequest::Kind::Part, { *first, std::min(last.value_or(size - 1), size - 1) } };
}

} // namespace ot::sandbox
