// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ot::sandbox {

/// How many records there are to be in all; 0 leaves them as they are.
struct Scale {
    qint64 jobs = 0;
    qint64 messages = 0; // of the trainer
};

/// "jobs=100000,messages=1000000", either part alone, in any order.
[[nodiscard]] std::optional<Scale> parseScale(const QString& text);

} // namespace ot::sandbox
