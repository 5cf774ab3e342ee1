// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a request may take. Pure functions over moments in UTC; nothing here reads a clock.
//
// A month ends on the same day of a later month, or on its last day. Business days are Monday to Friday
// without the federal holidays of the United States, where the one who answers works; the day of receipt is
// not counted. Where a law lets a term that ends on a holiday run on, the sandbox does not: it promises the
// earlier day.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace ot::sandbox {

[[nodiscard]] bool isFederalHoliday(const QDate& day);
[[nodiscard]] bool isBusinessDay(const QDate& day);
/// The n-th business day after that day.
[[nodiscard]] QDate addBusinessDays(const QDate& day, int count);

[[nodiscard]] qint64 addMonths(qint64 milliseconds, int months);
[[nodiscard]] qint64 addDays(qint64 milliseconds, int days);
[[nodiscard]] qint64 addBusinessDays(qint64 milliseconds, int days);

/// The terms of one request, as moments.
struct RequestTerms {
    qint64 acknowledgeBy = 0;
    qint64 expectedBy = 0;
    std::optional<qint64> extendableTo; // none: no extension
};

/// `exercise` and `regime` as in DataRequest.
[[nodiscard]] RequestTerms requestTerms(const QString& exercise, const QString& regime, qint64 receivedAt);

/// Until when an opt-out of sale or sharing is confirmed: 15 business days.
[[nodiscard]] qint64 optOutConfirmedBy(qint64 receivedAt);

} // namespace ot::sandbox
