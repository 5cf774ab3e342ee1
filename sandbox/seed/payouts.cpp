// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/payouts.h"

#include <QDateTime>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kReview = 20 * kHour;
constexpr qint64 kTransfer = 3 * kDay;

bool isOneOf(const QString& status, std::initializer_list<const char*> all)
{
    return std::any_of(
        all.begin(), all.end(), [&status](const char* one) { return status == QLatin1String(one); });
}

// Transfers in the platform's own currency and in euros are free; others cost 1.2 per cent.
qint64 feeFor(const PayoutPlan& plan)
{
    if (isOneOf(plan.currency, { "USD", "EUR" }))
        return 0;
    return plan.amountMinor * 12 / 1000;
}

QString invoiceNumber(const PayoutPlan& plan)
{
    const int year = QDateTime::fromMSecsSinceEpoch(plan.invoiced, Qt::UTC).date().year();
    return QStringLiteral("OT-%1-%2").arg(year).arg(plan.invoiceId.mid(3).toInt(), 4, 10, QLatin1Char('0'));
}

} // namespace

QJsonObject payoutRecord(const PayoutPlan& plan, const AccountWriter& writer)
{
    const QJsonValue none(QJsonValue::Null);
    const qint64 approved = std::min(plan.requested + kReview, writer.now);
    const bool isApproved
        = plan.status != QLatin1String("REQUESTED") && plan.reason != QLatin1String("employer");
    const bool isSent = isOneOf(plan.status, { "IN_TRANSIT", "PAID", "FAILED", "RETURNED" });
    const bool isPaid = plan.status == QLatin1String("PAID");
    const bool isLost = isOneOf(plan.status, { "FAILED", "RETURNED" });
    const qint64 arrival = isPaid ? std::min(approved + kTransfer, writer.now)
                                  : std::max(approved + kTransfer, isLost ? 0 : writer.now + kDay);
    qint64 updated = isApproved ? approved : plan.requested;
    if (isPaid || isLost)
        updated = std::min(arrival + (isLost ? kDay : 0), writer.now);
    const qint64 fee = feeFor(plan);
    const QString code = isLost ? plan.reason.section(QStringLiteral(" / "), 0, 0) : QString();
    const QString message = isLost ? plan.reason.section(QStringLiteral(" / "), 1) : QString();
    const QString holder = isLost ? QString() : plan.reason;
    return { { QStringLiteral("id"), plan.id }, { QStringLiteral("contractId"), plan.contractId },
        { QStringLiteral("milestoneId"), plan.milestoneId }, { QStringLiteral("jobTitle"), plan.jobTitle },
        { QStringLiteral("employerName"), plan.employerName }, { QStringLiteral("status"), plan.status },
        { QStringLiteral("amountMinor"), plan.amountMinor }, { QStringLiteral("feeMinor"), fee },
        { QStringLiteral("netMinor"), plan.amountMinor - fee }, { QStringLiteral("currency"), plan.currency },
        { QStringLiteral("method"), QStringLiteral("BANK_TRANSFER") },
        { QStringLiteral("destinationLast4"), plan.vendor ? QStringLiteral("0937") : QStringLiteral("4411") },
        { QStringLiteral("requestedAt"), isoTime(plan.requested) },
        { QStringLiteral("approvedAt"), isApproved ? QJsonValue(isoTime(approved)) : none },
        { QStringLiteral("arrivalDate"), isSent ? QJsonValue(isoTime(arrival)) : none },
        { QStringLiteral("paidAt"), isPaid ? QJsonValue(isoTime(arrival)) : none },
        { QStringLiteral("failureCode"), textOrNull(code) },
        { QStringLiteral("failureMessage"), textOrNull(message) },
        { QStringLiteral("blockedBy"), textOrNull(holder) },
        { QStringLiteral("invoiceId"), textOrNull(plan.invoiceId) },
        { QStringLiteral("invoiceNumber"),
            plan.invoiceId.isEmpty() ? none : QJsonValue(invoiceNumber(plan)) },
        { QStringLiteral("createdAt"), isoTime(plan.requested) },
        { QStringLiteral("updatedAt"), isoTime(updated) } };
}

} // namespace ot::sandbox
