// SPDX-License-Identifier: GPL-3.0-or-later
//
// Contracts are cards of these keys:
//
//     id       of the contract           job      key of the job         (proposal, dm)  ids
//     status   active or ended           pay      type, currency and rate: "PAY_PER_HOUR USD 38",
//     "FIXED_PRICE EUR 1680" start    age                       (end)    age                    (tool) name |
//     address | work mail (budget) state | consumed volume of the running milestone | age of the last use
//     milestone  number | name | status | volume, or the amount of a fixed price | age of creation | due |
//     description paid       milestone | per cent of it | status | age of the request | (why: code / message
//     / who holds it)
//
// A milestone's amount is its volume times the rate, so that it never disagrees with the contract.
#include "sandbox/seed/payouts.h"
#include "sandbox/seed/world.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kMicros = 1'000'000;

qint64 minorFactor(const QString& currency)
{
    return currency == QLatin1String("JPY") ? 1 : 100;
}

QStringList fields(const QString& value)
{
    QStringList parts = value.split(QLatin1Char('|'));
    for (QString& part : parts)
        part = part.trimmed();
    return parts;
}

// A count that is written as an integer when it is one.
QJsonValue volumeValue(qint64 hundredths)
{
    if (hundredths % 100 == 0)
        return hundredths / 100;
    return static_cast<double>(hundredths) / 100.0;
}

struct MilestonePlan {
    QString id;
    QString name;
    QString status;
    qint64 number = 0;
    qint64 hundredths = 0; // of the volume; 0 for a fixed price
    qint64 amountMinor = 0;
    qint64 created = 0;
    qint64 due = 0;
    QString description;
    QString invoiceId;
    qint64 paidPercent = 0; // by the payouts written so far
};

class ContractWriter {
public:
    ContractWriter(AccountWriter& writer, const NoteCard& card)
        : m_writer(writer)
        , m_card(card)
        , m_job(writer.book.job(card.value(QLatin1String("job"))))
        , m_id(card.value(QLatin1String("id")))
    {
        const QStringList pay = card.value(QLatin1String("pay")).split(QLatin1Char(' '));
        m_paymentType = pay.value(0);
        m_currency = pay.value(1);
        m_rateMicros = qRound64(pay.value(2).toDouble() * kMicros);
    }

    void write()
    {
        planMilestones();
        m_writer.add("Contract", contract());
        for (const MilestonePlan& plan : m_milestones)
            m_writer.add("Milestone", milestone(plan));
        int number = 0;
        for (const QString& line : m_card.values(QLatin1String("paid")))
            m_writer.add("Payout", payout(fields(line), ++number));
    }

private:
    void planMilestones();
    [[nodiscard]] bool isFixed() const { return m_paymentType == QLatin1String("FIXED_PRICE"); }
    [[nodiscard]] qint64 amountFor(qint64 hundredths) const;
    [[nodiscard]] QJsonValue volumeFor(qint64 hundredths) const;
    [[nodiscard]] const MilestonePlan* running() const;
    [[nodiscard]] QJsonValue budget() const;
    [[nodiscard]] QJsonValue access() const;
    [[nodiscard]] QJsonObject contract() const;
    [[nodiscard]] QJsonObject milestone(const MilestonePlan& plan) const;
    [[nodiscard]] QJsonObject payout(const QStringList& parts, int number);

    AccountWriter& m_writer;
    const NoteCard& m_card;
    const QJsonObject& m_job;
    QString m_id;
    QString m_paymentType;
    QString m_currency;
    qint64 m_rateMicros = 0;
    std::vector<MilestonePlan> m_milestones;
};

qint64 ContractWriter::amountFor(qint64 hundredths) const
{
    const qint64 scale = kMicros * 100;
    return (m_rateMicros * hundredths * minorFactor(m_currency) + scale / 2) / scale;
}

QJsonValue ContractWriter::volumeFor(qint64 hundredths) const
{
    return isFixed() ? QJsonValue(QJsonValue::Null) : volumeValue(hundredths);
}

void ContractWriter::planMilestones()
{
    for (const QString& line : m_card.values(QLatin1String("milestone"))) {
        const QStringList parts = fields(line);
        if (parts.size() < 7)
            qFatal("seed: a milestone of %s is incomplete", qUtf8Printable(m_id));
        MilestonePlan plan;
        plan.number = parts[0].toLongLong();
        plan.id = QStringLiteral("ms_%1_%2").arg(m_id.mid(3)).arg(plan.number);
        plan.name = parts[1];
        plan.status = parts[2];
        const double amount = parts[3].toDouble();
        plan.hundredths = isFixed() ? 0 : qRound64(amount * 100);
        plan.amountMinor = isFixed() ? qRound64(amount * static_cast<double>(minorFactor(m_currency)))
                                     : amountFor(plan.hundredths);
        plan.created = m_writer.time(parts[4]);
        plan.due = m_writer.time(parts[5]);
        plan.description = parts[6];
        if (plan.status != QLatin1String("NOT_FUNDED"))
            plan.invoiceId = QStringLiteral("in_%1").arg(m_writer.nextInvoice++);
        m_milestones.push_back(plan);
    }
}

const MilestonePlan* ContractWriter::running() const
{
    for (const MilestonePlan& plan : m_milestones) {
        if (plan.status == QLatin1String("ACTIVE_FUNDED"))
            return &plan;
    }
    return nullptr;
}

QJsonValue ContractWriter::budget() const
{
    const MilestonePlan* plan = running();
    const QStringList parts = fields(m_card.value(QLatin1String("budget")));
    if (!plan || parts.size() < 3)
        return QJsonValue(QJsonValue::Null);
    const qint64 consumed = qRound64(parts[1].toDouble() * 100);
    const qint64 funded = isFixed() ? 10'000 : plan->hundredths;
    const QJsonValue none(QJsonValue::Null);
    return QJsonObject { { QStringLiteral("state"), parts[0] },
        { QStringLiteral("fundedVolume"), volumeFor(funded) },
        { QStringLiteral("fundedAmountMinor"), plan->amountMinor },
        { QStringLiteral("consumedVolume"), isFixed() ? none : volumeValue(consumed) },
        { QStringLiteral("remainingVolume"), isFixed() ? none : volumeValue(funded - consumed) },
        { QStringLiteral("consumedFraction"), static_cast<double>(consumed) / static_cast<double>(funded) },
        { QStringLiteral("lastUsageAt"), m_writer.isoOrNull(parts[2]) } };
}

QJsonValue ContractWriter::access() const
{
    const QStringList parts = fields(m_card.value(QLatin1String("tool")));
    if (parts.size() < 3)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject { { QStringLiteral("toolName"), parts[0] }, { QStringLiteral("toolUrl"), parts[1] },
        { QStringLiteral("workEmail"), parts[2] } };
}

QJsonObject ContractWriter::contract() const
{
    qint64 total = 0;
    qint64 hundredths = 0;
    qint64 updated = m_writer.time(m_card.value(QLatin1String("start")));
    for (const MilestonePlan& plan : m_milestones) {
        total += plan.amountMinor;
        hundredths += plan.hundredths;
        updated = std::max(updated, plan.created);
    }
    const QString end = m_card.value(QLatin1String("end"));
    if (!end.isEmpty())
        updated = std::max(updated, m_writer.time(end));
    const qint64 start = m_writer.time(m_card.value(QLatin1String("start")));
    return { { QStringLiteral("id"), m_id },
        { QStringLiteral("status"), m_card.value(QLatin1String("status")) },
        { QStringLiteral("title"), m_card.title },
        { QStringLiteral("jobId"), m_job.value(QLatin1String("id")) },
        { QStringLiteral("proposalId"), textOrNull(m_card.value(QLatin1String("proposal"))) },
        { QStringLiteral("employerName"), m_job.value(QLatin1String("companyName")) },
        { QStringLiteral("paymentType"), m_paymentType }, { QStringLiteral("currency"), m_currency },
        { QStringLiteral("rateMicros"), m_rateMicros }, { QStringLiteral("estimatedTotalMinor"), total },
        { QStringLiteral("estimatedVolume"), volumeFor(hundredths) },
        { QStringLiteral("hasActiveMilestone"), running() != nullptr },
        { QStringLiteral("startDate"), isoTime(start) },
        { QStringLiteral("endDate"), m_writer.isoOrNull(end) },
        { QStringLiteral("jobDmConversationId"), textOrNull(m_card.value(QLatin1String("dm"))) },
        { QStringLiteral("managedService"), false }, { QStringLiteral("budget"), budget() },
        { QStringLiteral("access"), access() }, { QStringLiteral("createdAt"), isoTime(start - 3 * kHour) },
        { QStringLiteral("updatedAt"), isoTime(updated) } };
}

QJsonObject ContractWriter::milestone(const MilestonePlan& plan) const
{
    const bool pending = plan.status == QLatin1String("PENDING_APPROVAL");
    const bool open
        = plan.status == QLatin1String("NOT_FUNDED") || plan.status == QLatin1String("ACTIVE_FUNDED");
    const qint64 touched = open ? plan.created + 2 * kHour : plan.due - 5 * kHour;
    return { { QStringLiteral("id"), plan.id }, { QStringLiteral("contractId"), m_id },
        { QStringLiteral("name"), plan.name }, { QStringLiteral("description"), plan.description },
        { QStringLiteral("status"), plan.status }, { QStringLiteral("amountMinor"), plan.amountMinor },
        { QStringLiteral("currency"), m_currency }, { QStringLiteral("volume"), volumeFor(plan.hundredths) },
        { QStringLiteral("milestoneNumber"), plan.number }, { QStringLiteral("dueDate"), isoTime(plan.due) },
        { QStringLiteral("pendingApproval"), pending },
        { QStringLiteral("needsReview"), plan.status == QLatin1String("DISPUTED") },
        { QStringLiteral("invoiceId"), textOrNull(plan.invoiceId) },
        { QStringLiteral("createdAt"), isoTime(plan.created) },
        { QStringLiteral("updatedAt"), isoTime(std::clamp(touched, plan.created, m_writer.now)) } };
}

QJsonObject ContractWriter::payout(const QStringList& parts, int number)
{
    const qint64 milestoneNumber = parts.value(0).toLongLong();
    const auto found = std::find_if(m_milestones.begin(), m_milestones.end(),
        [milestoneNumber](const MilestonePlan& plan) { return plan.number == milestoneNumber; });
    if (found == m_milestones.end() || parts.size() < 4)
        qFatal("seed: a payout of %s names no milestone", qUtf8Printable(m_id));
    const qint64 share = parts[1].toLongLong();
    PayoutPlan plan;
    plan.id = QStringLiteral("po_%1_%2").arg(m_id.mid(3)).arg(number);
    plan.contractId = m_id;
    plan.milestoneId = found->id;
    plan.jobTitle = m_job.value(QLatin1String("title")).toString();
    plan.employerName = m_job.value(QLatin1String("companyName")).toString();
    plan.status = parts[2];
    plan.currency = m_currency;
    // By what is left of the milestone, so that the parts add up to it to the last cent.
    plan.amountMinor = found->amountMinor * (found->paidPercent + share) / 100
        - found->amountMinor * found->paidPercent / 100;
    if (plan.status != QLatin1String("FAILED") && plan.status != QLatin1String("RETURNED"))
        found->paidPercent += share;
    plan.requested = m_writer.time(parts[3]);
    plan.invoiceId = found->invoiceId;
    plan.invoiced = found->created;
    plan.reason = parts.value(4);
    plan.vendor = m_writer.account.key == QLatin1String("vendor");
    return payoutRecord(plan, m_writer);
}

} // namespace

void addContracts(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes))
        ContractWriter(writer, card).write();
}

} // namespace ot::sandbox
