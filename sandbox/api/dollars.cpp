// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/dollars.h"

#include <QJsonValue>

#include <algorithm>
#include <array>
#include <cmath>

namespace ot::sandbox {

namespace {

struct Currency {
    const char* code;
    double dollars; // for one of it
    double minorUnits; // in one of it
};

constexpr std::array<Currency, 6> kCurrencies { {
    { "USD", 1.0, 100.0 },
    { "EUR", 1.10, 100.0 },
    { "GBP", 1.25, 100.0 },
    { "JPY", 0.0065, 1.0 },
    { "INR", 0.012, 100.0 },
    { "BRL", 0.20, 100.0 },
} };
constexpr double kMicros = 1'000'000.0;
constexpr double kPrecision = 10'000.0; // the published examples have four decimals at most

} // namespace

QJsonValue inDollars(const QJsonObject& object, const char* member, AmountUnit unit, const QString& currency)
{
    const QJsonValue value = object.value(QLatin1String(member));
    if (!value.isDouble())
        return {};
    const auto known = std::find_if(kCurrencies.begin(), kCurrencies.end(),
        [&currency](const Currency& one) { return currency == QLatin1String(one.code); });
    const Currency& rate = known == kCurrencies.end() ? kCurrencies.front() : *known;
    const double amount = value.toDouble() / (unit == AmountUnit::Minor ? rate.minorUnits : kMicros);
    return std::round(amount * rate.dollars * kPrecision) / kPrecision;
}

} // namespace ot::sandbox
