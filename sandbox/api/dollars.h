// SPDX-License-Identifier: GPL-3.0-or-later
//
// Amounts as the public API v1 states them: in US dollars, as decimal numbers, whatever currency a contract
// is in.
#pragma once

#include <QJsonObject>
#include <QString>

namespace ot::sandbox {

/// In which unit a member of a record is.
enum class AmountUnit {
    Minor, // of its currency: cents, but whole yen
    Micros, // millionths of the currency's unit
};

/// The member in US dollars, null where the record has none. The exchange rates are made up and never change,
/// so that one seed gives the same bytes every day.
[[nodiscard]] QJsonValue inDollars(
    const QJsonObject& object, const char* member, AmountUnit unit, const QString& currency);

} // namespace ot::sandbox
