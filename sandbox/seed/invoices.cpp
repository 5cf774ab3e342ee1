// SPDX-License-Identifier: GPL-3.0-or-later
//
// Invoices follow from milestones and payouts, so that they never disagree with them: one for each milestone
// that was funded, paid when everything of it is paid.
#include "sandbox/seed/file_makers.h"
#include "sandbox/seed/files.h"
#include "sandbox/seed/own_records.h"

#include <QDateTime>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kTerm = 14 * kDay;

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

qint64 amountOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toInteger();
}

struct InvoicePlan {
    QString id;
    QString number;
    QString kind;
    QString status;
    QJsonValue contractId = QJsonValue(QJsonValue::Null);
    QJsonValue payoutId = QJsonValue(QJsonValue::Null);
    QJsonValue employerName = QJsonValue(QJsonValue::Null);
    QString billedTo;
    QJsonObject line;
    qint64 feeMinor = 0;
    QString currency;
    qint64 issued = 0;
    qint64 paid = 0; // 0: not yet
};

QJsonObject lineOf(const QString& description, const QJsonValue& quantity, const char* unit, qint64 micros,
    qint64 amountMinor)
{
    return { { QStringLiteral("description"), description },
        { QStringLiteral("quantity"), quantity.isDouble() ? quantity : QJsonValue(1) },
        { QStringLiteral("unit"), QString::fromUtf8(unit) }, { QStringLiteral("unitMicros"), micros },
        { QStringLiteral("amountMinor"), amountMinor } };
}

QJsonObject lineOf(const QJsonObject& contract, const QJsonObject& milestone)
{
    const QString payment = textOf(contract, "paymentType");
    const char* unit = payment == QLatin1String("PAY_PER_HOUR") ? "HOUR"
        : payment == QLatin1String("PAY_PER_LABEL")             ? "LABEL"
                                                                : "FIXED";
    const qint64 amount = amountOf(milestone, "amountMinor");
    const qint64 factor = textOf(milestone, "currency") == QLatin1String("JPY") ? 1'000'000 : 10'000;
    const bool fixed = payment == QLatin1String("FIXED_PRICE");
    return lineOf(textOf(milestone, "name"), milestone.value(QLatin1String("volume")), unit,
        fixed ? amount * factor : amountOf(contract, "rateMicros"), amount);
}

QByteArray documentOf(const InvoicePlan& plan)
{
    const bool isYen = plan.currency == QLatin1String("JPY");
    const qint64 amount = amountOf(plan.line, "amountMinor");
    const QString sum = isYen ? QString::number(amount) : QString::number(double(amount) / 100, 'f', 2);
    return makePdf({ { QStringLiteral("Invoice %1").arg(plan.number), plan.billedTo,
        QDateTime::fromMSecsSinceEpoch(plan.issued, Qt::UTC).date().toString(Qt::ISODate), QString(),
        textOf(plan.line, "description") + QStringLiteral("   ") + sum + QLatin1Char(' ')
            + plan.currency } });
}

void addInvoice(AccountWriter& writer, const InvoicePlan& plan)
{
    const QJsonValue none(QJsonValue::Null);
    const qint64 subtotal = amountOf(plan.line, "amountMinor");
    const bool isFinal = plan.status == QLatin1String("PAID");
    QJsonValue document = none;
    if (isFinal)
        document = blobOf(writer.files.add(
            plan.number + QStringLiteral(".pdf"), QStringLiteral("application/pdf"), documentOf(plan)));
    const QJsonValue paid = plan.paid > 0 ? QJsonValue(isoTime(plan.paid)) : none;
    writer.add("Invoice",
        { { QStringLiteral("id"), plan.id }, { QStringLiteral("number"), plan.number },
            { QStringLiteral("kind"), plan.kind }, { QStringLiteral("status"), plan.status },
            { QStringLiteral("contractId"), plan.contractId }, { QStringLiteral("payoutId"), plan.payoutId },
            { QStringLiteral("employerName"), plan.employerName },
            { QStringLiteral("billedTo"), plan.billedTo },
            { QStringLiteral("lines"), QJsonArray { plan.line } },
            { QStringLiteral("subtotalMinor"), subtotal }, { QStringLiteral("feeMinor"), plan.feeMinor },
            { QStringLiteral("taxMinor"), 0 }, { QStringLiteral("totalMinor"), subtotal - plan.feeMinor },
            { QStringLiteral("currency"), plan.currency },
            { QStringLiteral("issuedAt"), isoTime(plan.issued) },
            { QStringLiteral("dueAt"),
                plan.status == QLatin1String("DRAFT") ? none : QJsonValue(isoTime(plan.issued + kTerm)) },
            { QStringLiteral("paidAt"), paid }, { QStringLiteral("document"), document },
            { QStringLiteral("createdAt"), isoTime(plan.issued) },
            { QStringLiteral("updatedAt"), isoTime(std::max(plan.issued, plan.paid)) } });
    if (isFinal && plan.issued > writer.now - 20 * kDay)
        writer.add("Attachment",
            { { QStringLiteral("id"), QStringLiteral("at_%1").arg(plan.id) },
                { QStringLiteral("ownerType"), QStringLiteral("Invoice") },
                { QStringLiteral("ownerId"), plan.id }, { QStringLiteral("contractId"), plan.contractId },
                { QStringLiteral("fileName"), document.toObject().value(QLatin1String("fileName")) },
                { QStringLiteral("mediaType"), QStringLiteral("application/pdf") },
                { QStringLiteral("byteCount"), document.toObject().value(QLatin1String("byteCount")) },
                { QStringLiteral("sha256"), document.toObject().value(QLatin1String("sha256")) },
                { QStringLiteral("confidential"), false },
                { QStringLiteral("access"), QStringLiteral("AVAILABLE") },
                { QStringLiteral("offlineUntil"), none },
                { QStringLiteral("createdAt"), isoTime(plan.issued) },
                { QStringLiteral("updatedAt"), isoTime(plan.issued) } });
}

/// What the payouts of a milestone make of its invoice.
void settle(InvoicePlan& plan, const std::vector<SeedRecord>& records)
{
    bool allPaid = true;
    for (const SeedRecord& record : records) {
        if (record.type != QLatin1String("Payout") || textOf(record.object, "invoiceId") != plan.id)
            continue;
        const QString status = textOf(record.object, "status");
        plan.number = textOf(record.object, "invoiceNumber");
        plan.kind = QStringLiteral("PAYOUT");
        if (status == QLatin1String("FAILED") || status == QLatin1String("RETURNED"))
            continue;
        plan.feeMinor += amountOf(record.object, "feeMinor");
        plan.payoutId = record.id;
        allPaid = allPaid && status == QLatin1String("PAID");
        plan.paid = std::max(plan.paid, parseIsoTime(textOf(record.object, "paidAt")).value_or(0));
    }
    plan.status = allPaid ? QStringLiteral("PAID") : QStringLiteral("OPEN");
    if (!allPaid)
        plan.paid = 0;
    // The client funds a milestone as it begins.
    else if (plan.kind == QLatin1String("FUNDING"))
        plan.paid = plan.issued;
}

void addFees(AccountWriter& writer)
{
    const QString currency = writer.account.role.isEmpty() ? QStringLiteral("USD") : QStringLiteral("EUR");
    const auto fee = [&](const char* ending, const char* status, const char* what, qint64 minor, qint64 age) {
        InvoicePlan plan;
        plan.id = QStringLiteral("in_%1_%2").arg(writer.account.userId.mid(2), QString::fromUtf8(ending));
        plan.number = QStringLiteral("OT-F-%1-%2")
                          .arg(writer.account.userId.mid(2, 3).toUpper(), QString::fromUtf8(ending));
        plan.kind = QStringLiteral("FEE");
        plan.status = QString::fromUtf8(status);
        plan.billedTo = writer.account.displayName;
        plan.line = lineOf(QString::fromUtf8(what), 1, "FIXED", minor * 10'000, minor);
        plan.currency = currency;
        plan.issued = writer.now - age;
        addInvoice(writer, plan);
    };
    fee("1", "VOID", "Express transfer (charged twice, cancelled)", 450, 41 * kDay);
    fee("2", "DRAFT", "Currency conversion, this month", 1'280, 6 * kHour);
}

} // namespace

void addInvoices(AccountWriter& writer)
{
    const std::vector<SeedRecord> records = writer.account.records;
    for (const SeedRecord& record : records) {
        const QString id = textOf(record.object, "invoiceId");
        if (record.type != QLatin1String("Milestone") || id.isEmpty())
            continue;
        const QJsonObject& contract = addedBefore(records, "Contract", textOf(record.object, "contractId"));
        InvoicePlan plan;
        plan.id = id;
        plan.kind = QStringLiteral("FUNDING");
        plan.contractId = contract.value(QLatin1String("id"));
        plan.employerName = contract.value(QLatin1String("employerName"));
        plan.billedTo = textOf(contract, "employerName");
        plan.line = lineOf(contract, record.object);
        plan.currency = textOf(record.object, "currency");
        plan.issued = parseIsoTime(textOf(record.object, "createdAt")).value_or(0);
        const int year = QDateTime::fromMSecsSinceEpoch(plan.issued, Qt::UTC).date().year();
        plan.number = QStringLiteral("OT-%1-%2").arg(year).arg(id.mid(3).toInt(), 4, 10, QLatin1Char('0'));
        settle(plan, records);
        addInvoice(writer, plan);
    }
    addFees(writer);
}

} // namespace ot::sandbox
