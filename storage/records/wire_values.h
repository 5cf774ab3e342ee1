// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times and money as the platform writes them. Pure functions; any thread.
#pragma once

#include "storage/records/values.h"

#include <QString>

#include <optional>

namespace ot::storage {

// The text of a time as the platform writes it, and back. Years 1970 to 9999; anything else is refused.
std::optional<UtcTime> parseUtcTime(const QString& text);
QString formatUtcTime(UtcTime time);

// How many digits the currency's minor unit has (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. Unknown
// currencies count as 2.
int minorDigits(const QString& currency);

} // namespace ot::storage
