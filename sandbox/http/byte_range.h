// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ot::sandbox {

/// A part of a body, both ends counted.
struct ByteRange {
    qint64 first = 0;
    qint64 last = 0;

    [[nodiscard]] qint64 length() const { return last - first + 1; }
};

/// What a Range header asks of a body of that size.
struct RangeRequest {
    enum class Kind {
        Whole, // none, several, another unit, or not understood: all of these are answered with the whole
        Part,
        Unsatisfiable, // it begins behind the end
    };
    Kind kind = Kind::Whole;
    ByteRange range {};
};

/// RFC 9110, 14.1.2. Pure; never fails, whatever the bytes are.
[[nodiscard]] RangeRequest parseRange(const QByteArray& header, qint64 size);

} // namespace ot::sandbox
