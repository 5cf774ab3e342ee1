// SPDX-License-Identifier: GPL-3.0-or-later
//
// The value types that record fields are made of. Each says its unit in its name, so that a count of cents
// can't be taken for a count of millionths, nor a local time for a UTC one.
#pragma once

#include <QtGlobal>

#include <compare>
#include <optional>

namespace ot::storage {

// Milliseconds since 1970-01-01 UTC. Shown to the user in their own time zone, never stored in it.
struct UtcTime {
    qint64 milliseconds = 0;

    friend auto operator<=>(const UtcTime&, const UtcTime&) = default;
};

// An amount of money: an integer count of the currency's minor unit (cents for USD, yen for JPY). The
// currency is another field of the same record.
struct MinorUnits {
    qint64 count = 0;

    friend auto operator<=>(const MinorUnits&, const MinorUnits&) = default;
};

// A rate (money per hour, label, item): an integer count of millionths of the currency's major unit, because
// the price of one label can be smaller than a cent.
struct MicroUnits {
    qint64 count = 0;

    friend auto operator<=>(const MicroUnits&, const MicroUnits&) = default;
};

} // namespace ot::storage
