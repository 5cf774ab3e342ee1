// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace ot::sync {

inline constexpr int kDeepestJson = 64;
inline constexpr qsizetype kLargestJson = qsizetype(16) * 1024 * 1024;

// Parses a server's JSON object, refusing what QJsonDocument would take or mend in silence: duplicate members
// (the last would win), more than 64 levels, lone surrogates, NUL characters, invalid UTF-8, anything after
// the value, more than 16 MiB. Pure; any thread. Errors: Decode, with the byte's place in the detail.
Result<QJsonObject> parseJsonObject(const QByteArray& bytes);

} // namespace ot::sync
