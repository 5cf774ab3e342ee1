// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/marketplace/work_flow.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

const QString kContract = QStringLiteral("Contract");
const QString kInvoice = QStringLiteral("Invoice");
const QString kMilestone = QStringLiteral("Milestone");
const QString kPayout = QStringLiteral("Payout");
const QString kSubmission = QStringLiteral("Submission");

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

QString unitOf(const QJsonObject& contract)
{
    const QString type = textOf(contract, "paymentType");
    if (type == QLatin1String("PAY_PER_HOUR"))
        return QStringLiteral("hour");
    return type == QLatin1String("PAY_PER_LABEL") ? QStringLiteral("label") : QStringLiteral("piece");
}

} // namespace

std::optional<QJsonObject> WorkFlow::find(const QString& type, const QString& id) const
{
    const std::optional<Record> record = m_store.find(m_account, type, id);
    if (!record || record->removed)
        return std::nullopt;
    return record->json();
}

void WorkFlow::save(const QString& type, QJsonObject object) const
{
    const QString now = m_store.clock().tickIso();
    object.insert(QStringLiteral("updatedAt"), now);
    if (!object.contains(QLatin1String("createdAt")))
        object.insert(QStringLiteral("createdAt"), now);
    m_writer.put(m_account, type, textOf(object, "id"), object);
}

void WorkFlow::moveMilestone(QJsonObject milestone, const QString& status) const
{
    const QString id = textOf(milestone, "id");
    milestone.insert(QStringLiteral("status"), status);
    milestone.insert(QStringLiteral("pendingApproval"), status == QLatin1String("PENDING_APPROVAL"));
    milestone.insert(QStringLiteral("needsReview"), status == QLatin1String("DISPUTED"));
    save(kMilestone, milestone);
    const auto contract = find(kContract, textOf(milestone, "contractId"));
    m_writer.addEvent({ m_account, QStringLiteral("milestone.status_changed"), id,
                          contract ? textOf(*contract, "jobId") : QString() },
        { { QStringLiteral("milestoneId"), id },
            { QStringLiteral("contractId"), milestone.value(QLatin1String("contractId")) },
            { QStringLiteral("status"), status } });
}

QString WorkFlow::destination() const
{
    for (const Record& record : m_store.list(m_account, QStringLiteral("PayoutMethod"))) {
        const QJsonObject method = record.json();
        if (method.value(QLatin1String("isDefault")).toBool())
            return textOf(method, "last4");
    }
    return QStringLiteral("4411");
}

std::optional<QJsonObject> WorkFlow::openPayout(const QString& milestoneId) const
{
    for (const Record& record : m_store.list(m_account, kPayout)) {
        QJsonObject payout = record.json();
        const QString status = textOf(payout, "status");
        const bool waits = status == QLatin1String("REQUESTED")
            || (status == QLatin1String("HELD") && textOf(payout, "blockedBy") == QLatin1String("employer")
                && payout.value(QLatin1String("approvedAt")).isNull());
        if (waits && textOf(payout, "milestoneId") == milestoneId)
            return payout;
    }
    return std::nullopt;
}

QString WorkFlow::requestPayout(const QJsonObject& milestone, const QJsonObject& contract) const
{
    if (auto waiting = openPayout(textOf(milestone, "id"))) {
        waiting->insert(QStringLiteral("status"), QStringLiteral("REQUESTED"));
        waiting->insert(QStringLiteral("blockedBy"), QJsonValue());
        save(kPayout, *waiting);
        return textOf(*waiting, "id");
    }
    const qint64 number = m_writer.nextNumber();
    const QString id = QStringLiteral("po_x%1").arg(number);
    const QString now = m_store.clock().tickIso();
    const QJsonValue amount = milestone.value(QLatin1String("amountMinor"));
    const QString invoiceId = QStringLiteral("in_x%1").arg(number);
    const QJsonObject payout {
        { QStringLiteral("id"), id },
        { QStringLiteral("contractId"), contract.value(QLatin1String("id")) },
        { QStringLiteral("milestoneId"), milestone.value(QLatin1String("id")) },
        { QStringLiteral("jobTitle"), contract.value(QLatin1String("title")) },
        { QStringLiteral("employerName"), contract.value(QLatin1String("employerName")) },
        { QStringLiteral("status"), QStringLiteral("REQUESTED") },
        { QStringLiteral("amountMinor"), amount },
        { QStringLiteral("feeMinor"), 0 },
        { QStringLiteral("netMinor"), amount },
        { QStringLiteral("currency"), milestone.value(QLatin1String("currency")) },
        { QStringLiteral("method"), QStringLiteral("BANK_TRANSFER") },
        { QStringLiteral("destinationLast4"), destination() },
        { QStringLiteral("requestedAt"), now },
        { QStringLiteral("approvedAt"), QJsonValue() },
        { QStringLiteral("arrivalDate"), QJsonValue() },
        { QStringLiteral("paidAt"), QJsonValue() },
        { QStringLiteral("failureCode"), QJsonValue() },
        { QStringLiteral("failureMessage"), QJsonValue() },
        { QStringLiteral("blockedBy"), QJsonValue() },
        { QStringLiteral("invoiceId"), invoiceId },
        { QStringLiteral("invoiceNumber"), QStringLiteral("OT-X-%1").arg(number, 4, 10, QLatin1Char('0')) },
        { QStringLiteral("createdAt"), now },
    };
    writeInvoice(payout, milestone);
    save(kPayout, payout);
    m_writer.addEvent({ m_account, QStringLiteral("payment.pending"), id, textOf(contract, "jobId") },
        { { QStringLiteral("invoiceId"), invoiceId },
            { QStringLiteral("milestoneId"), milestone.value(QLatin1String("id")) },
            { QStringLiteral("contractId"), contract.value(QLatin1String("id")) } });
    return id;
}

void WorkFlow::writeInvoice(const QJsonObject& payout, const QJsonObject& milestone) const
{
    const QJsonObject contract = find(kContract, textOf(payout, "contractId")).value_or(QJsonObject());
    const QJsonValue amount = payout.value(QLatin1String("amountMinor"));
    const QJsonValue volume = milestone.value(QLatin1String("volume"));
    const QJsonObject line { { QStringLiteral("description"), milestone.value(QLatin1String("name")) },
        { QStringLiteral("quantity"), volume.isDouble() ? volume : QJsonValue(1) },
        { QStringLiteral("unit"), unitOf(contract) },
        { QStringLiteral("unitMicros"), contract.value(QLatin1String("rateMicros")) },
        { QStringLiteral("amountMinor"), amount } };
    save(kInvoice,
        { { QStringLiteral("id"), payout.value(QLatin1String("invoiceId")) },
            { QStringLiteral("number"), payout.value(QLatin1String("invoiceNumber")) },
            { QStringLiteral("kind"), QStringLiteral("PAYOUT") },
            { QStringLiteral("status"), QStringLiteral("DRAFT") },
            { QStringLiteral("contractId"), payout.value(QLatin1String("contractId")) },
            { QStringLiteral("payoutId"), payout.value(QLatin1String("id")) },
            { QStringLiteral("employerName"), payout.value(QLatin1String("employerName")) },
            { QStringLiteral("billedTo"), payout.value(QLatin1String("employerName")) },
            { QStringLiteral("lines"), QJsonArray { line } }, { QStringLiteral("subtotalMinor"), amount },
            { QStringLiteral("feeMinor"), 0 }, { QStringLiteral("taxMinor"), 0 },
            { QStringLiteral("totalMinor"), amount },
            { QStringLiteral("currency"), payout.value(QLatin1String("currency")) },
            { QStringLiteral("issuedAt"), payout.value(QLatin1String("requestedAt")) },
            { QStringLiteral("dueAt"), QJsonValue() }, { QStringLiteral("paidAt"), QJsonValue() },
            { QStringLiteral("document"), QJsonValue() } });
}

void WorkFlow::moveInvoice(const QString& id, const QString& status) const
{
    auto invoice = find(kInvoice, id);
    if (!invoice || textOf(*invoice, "status") == QLatin1String("VOID"))
        return;
    invoice->insert(QStringLiteral("status"), status);
    if (status == QLatin1String("OPEN"))
        invoice->insert(QStringLiteral("issuedAt"), m_store.clock().tickIso());
    if (status == QLatin1String("PAID"))
        invoice->insert(QStringLiteral("paidAt"), m_store.clock().tickIso());
    save(kInvoice, *invoice);
}

std::optional<QJsonObject> WorkFlow::openSubmission(
    const QString& contractId, const QString& milestoneId) const
{
    for (const Record& record : m_store.list(m_account, kSubmission, contractId)) {
        QJsonObject submission = record.json();
        const QString state = textOf(submission, "state");
        if ((state == QLatin1String("SUBMITTED") || state == QLatin1String("IN_REVIEW"))
            && textOf(submission, "milestoneId") == milestoneId)
            return submission;
    }
    return std::nullopt;
}

void WorkFlow::review(QJsonObject submission, const QString& state, const QString& comment) const
{
    submission.insert(QStringLiteral("state"), state);
    if (state != QLatin1String("IN_REVIEW")) {
        submission.insert(QStringLiteral("reviewComment"), comment);
        submission.insert(QStringLiteral("reviewedAt"), m_store.clock().tickIso());
    }
    save(kSubmission, submission);
}

void WorkFlow::approve(const QJsonObject& milestone) const
{
    const QString milestoneId = textOf(milestone, "id");
    if (const auto submission = openSubmission(textOf(milestone, "contractId"), milestoneId))
        review(*submission, QStringLiteral("ACCEPTED"), QStringLiteral("Thank you, this is what we needed."));
    QJsonObject approved = milestone;
    const auto contract = find(kContract, textOf(milestone, "contractId"));
    const bool waited = openPayout(milestoneId).has_value();
    if (contract) {
        auto payout = find(kPayout, requestPayout(milestone, *contract));
        // What the user asked for is approved with the work; what nobody has asked for is asked for now.
        if (waited) {
            payout->insert(QStringLiteral("status"), QStringLiteral("APPROVED"));
            payout->insert(QStringLiteral("approvedAt"), m_store.clock().tickIso());
            save(kPayout, *payout);
        }
        moveInvoice(textOf(*payout, "invoiceId"), QStringLiteral("OPEN"));
        approved.insert(QStringLiteral("invoiceId"), payout->value(QLatin1String("invoiceId")));
    }
    moveMilestone(approved, QStringLiteral("PAID"));
}

void WorkFlow::sendBack(const QJsonObject& milestone) const
{
    if (auto payout = openPayout(textOf(milestone, "id"))) {
        payout->insert(QStringLiteral("status"), QStringLiteral("HELD"));
        payout->insert(QStringLiteral("blockedBy"), QStringLiteral("employer"));
        save(kPayout, *payout);
    }
    moveMilestone(milestone, QStringLiteral("ACTIVE_FUNDED"));
}

} // namespace ot::sandbox
