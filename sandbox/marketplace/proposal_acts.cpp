// SPDX-License-Identifier: GPL-3.0-or-later
//
// An employer looks at proposals, sorts them, and hires.
#include "sandbox/marketplace/act.h"

namespace ot::sandbox {

namespace {

constexpr qint64 kMicrosInMinor = 10'000;
constexpr int kFirstMilestoneVolume = 20;
const QString kProposal = QStringLiteral("Proposal");

QString rawStatus(const QJsonObject& proposal)
{
    return textOf(proposal.value(QLatin1String("status")).toObject(), "raw");
}

bool isUndecided(const QJsonObject& proposal)
{
    static const QStringList kUndecided { QStringLiteral("UNREVIEWED"), QStringLiteral("RESUME_SENT"),
        QStringLiteral("MAYBE"), QStringLiteral("SHORTLISTED") };
    return kUndecided.contains(rawStatus(proposal));
}

QString moveTo(const Scene& scene, QJsonObject proposal, const QString& raw, const QString& label)
{
    proposal.insert(QStringLiteral("status"),
        QJsonObject { { QStringLiteral("raw"), raw }, { QStringLiteral("label"), label } });
    if (proposal.value(QLatin1String("viewedByEmployerAt")).isNull())
        proposal.insert(QStringLiteral("viewedByEmployerAt"), scene.now());
    proposal.insert(QStringLiteral("editableUntil"), QJsonValue());
    scene.save(kProposal, proposal);
    const QString id = textOf(proposal, "id");
    scene.writer.addEvent(
        { scene.account, QStringLiteral("proposal.status_changed"), id, textOf(proposal, "jobId") },
        { { QStringLiteral("proposalId"), id }, { QStringLiteral("status"), raw } });
    return id;
}

QString moveChosen(const Scene& scene, const QString& raw, const QString& label)
{
    const auto proposal = scene.choose(
        kProposal, [&raw](const QJsonObject& p) { return isUndecided(p) && rawStatus(p) != raw; });
    return proposal ? moveTo(scene, *proposal, raw, label) : QString();
}

QString view(const Scene& scene)
{
    auto proposal = scene.choose(kProposal, [](const QJsonObject& p) {
        return isUndecided(p) && p.value(QLatin1String("viewedByEmployerAt")).isNull();
    });
    if (!proposal)
        return {};
    proposal->insert(QStringLiteral("viewedByEmployerAt"), scene.now());
    scene.save(kProposal, *proposal);
    return textOf(*proposal, "id");
}

QString shortlist(const Scene& scene)
{
    return moveChosen(scene, QStringLiteral("SHORTLISTED"), QStringLiteral("Shortlisted"));
}

QString consider(const Scene& scene)
{
    return moveChosen(scene, QStringLiteral("MAYBE"), QStringLiteral("Maybe"));
}

QString decline(const Scene& scene)
{
    return moveChosen(scene, QStringLiteral("DECLINED"), QStringLiteral("Declined"));
}

QString dismiss(const Scene& scene)
{
    return moveChosen(scene, QStringLiteral("NOT_A_FIT"), QStringLiteral("Not a fit"));
}

/// The interview goes on by one step: needed, in progress, completed.
QString interview(const Scene& scene)
{
    auto proposal = scene.choose(kProposal, [](const QJsonObject& p) {
        const QString state = textOf(p.value(QLatin1String("interview")).toObject(), "state");
        return isUndecided(p) && (state == QLatin1String("NEEDED") || state == QLatin1String("IN_PROGRESS"));
    });
    if (!proposal)
        return {};
    QJsonObject interview = proposal->value(QLatin1String("interview")).toObject();
    const bool begins = textOf(interview, "state") == QLatin1String("NEEDED");
    interview.insert(
        QStringLiteral("state"), begins ? QStringLiteral("IN_PROGRESS") : QStringLiteral("COMPLETED"));
    if (!begins)
        interview.insert(QStringLiteral("score"), scene.random.between(61, 97));
    proposal->insert(QStringLiteral("interview"), interview);
    scene.save(kProposal, *proposal);
    return textOf(*proposal, "id");
}

QString paymentTypeOf(const QString& unit)
{
    if (unit == QLatin1String("PER_HOUR"))
        return QStringLiteral("PAY_PER_HOUR");
    return unit == QLatin1String("PER_LABEL") ? QStringLiteral("PAY_PER_LABEL")
                                              : QStringLiteral("FIXED_PRICE");
}

QJsonObject newContract(const Scene& scene, const QJsonObject& proposal, const QString& id)
{
    const QJsonObject bid = proposal.value(QLatin1String("bid")).toObject();
    const bool fixed = textOf(bid, "unit") == QLatin1String("FIXED");
    const qint64 rate = bid.value(QLatin1String("amountMicros")).toInteger();
    const qint64 volume = fixed ? 1 : scene.random.between(40, 160);
    const QString now = scene.now();
    return {
        { QStringLiteral("id"), id },
        { QStringLiteral("status"), QStringLiteral("active") },
        { QStringLiteral("title"), proposal.value(QLatin1String("jobTitle")) },
        { QStringLiteral("jobId"), proposal.value(QLatin1String("jobId")) },
        { QStringLiteral("proposalId"), proposal.value(QLatin1String("id")) },
        { QStringLiteral("employerName"), proposal.value(QLatin1String("companyName")) },
        { QStringLiteral("paymentType"), paymentTypeOf(textOf(bid, "unit")) },
        { QStringLiteral("currency"), bid.value(QLatin1String("currency")).toString(QStringLiteral("USD")) },
        { QStringLiteral("rateMicros"), rate },
        { QStringLiteral("estimatedTotalMinor"), rate * volume / kMicrosInMinor },
        { QStringLiteral("estimatedVolume"), volume },
        { QStringLiteral("hasActiveMilestone"), false },
        { QStringLiteral("startDate"), now },
        { QStringLiteral("endDate"), QJsonValue() },
        { QStringLiteral("jobDmConversationId"), proposal.value(QLatin1String("conversationId")) },
        { QStringLiteral("managedService"), false },
        { QStringLiteral("budget"),
            QJsonObject { { QStringLiteral("state"), QStringLiteral("DEPLETED") },
                { QStringLiteral("fundedVolume"), 0 }, { QStringLiteral("fundedAmountMinor"), 0 },
                { QStringLiteral("consumedVolume"), 0 }, { QStringLiteral("remainingVolume"), 0 },
                { QStringLiteral("consumedFraction"), 0 },
                { QStringLiteral("lastUsageAt"), QJsonValue() } } },
        { QStringLiteral("access"),
            QJsonObject { { QStringLiteral("toolName"), QJsonValue() },
                { QStringLiteral("toolUrl"), QJsonValue() },
                { QStringLiteral("workEmail"), QJsonValue() } } },
        { QStringLiteral("createdAt"), now },
        { QStringLiteral("updatedAt"), now },
    };
}

QJsonObject firstMilestone(const Scene& scene, const QJsonObject& contract, const QString& id)
{
    const bool fixed = textOf(contract, "paymentType") == QLatin1String("FIXED_PRICE");
    const qint64 volume = fixed ? 1 : kFirstMilestoneVolume;
    const qint64 rate = contract.value(QLatin1String("rateMicros")).toInteger();
    const QString now = scene.now();
    return {
        { QStringLiteral("id"), id },
        { QStringLiteral("contractId"), contract.value(QLatin1String("id")) },
        { QStringLiteral("name"), QStringLiteral("First batch") },
        { QStringLiteral("description"),
            QStringLiteral("The first items, to find out together what the guide leaves open.") },
        { QStringLiteral("status"), QStringLiteral("NOT_FUNDED") },
        { QStringLiteral("amountMinor"), rate * volume / kMicrosInMinor },
        { QStringLiteral("currency"), contract.value(QLatin1String("currency")) },
        { QStringLiteral("volume"), volume },
        { QStringLiteral("milestoneNumber"), 1 },
        { QStringLiteral("dueDate"), QJsonValue() },
        { QStringLiteral("pendingApproval"), false },
        { QStringLiteral("needsReview"), false },
        { QStringLiteral("invoiceId"), QJsonValue() },
        { QStringLiteral("createdAt"), now },
        { QStringLiteral("updatedAt"), now },
    };
}

QString hire(const Scene& scene)
{
    auto proposal = scene.choose(
        kProposal, [](const QJsonObject& p) { return rawStatus(p) == QLatin1String("SHORTLISTED"); });
    if (!proposal)
        return {};
    const QString number = QString::number(scene.writer.nextNumber());
    const QJsonObject contract = newContract(scene, *proposal, QStringLiteral("ct_x") + number);
    const QString contractId = textOf(contract, "id");
    proposal->insert(QStringLiteral("contractId"), contractId);
    scene.save(QStringLiteral("Contract"), contract);
    scene.save(QStringLiteral("Milestone"), firstMilestone(scene, contract, QStringLiteral("ms_x") + number));
    if (auto conversation
        = scene.find(QStringLiteral("Conversation"), proposal->value(QLatin1String("conversationId")))) {
        conversation->insert(QStringLiteral("bucket"), QStringLiteral("job"));
        conversation->insert(QStringLiteral("contractId"), contractId);
        scene.save(QStringLiteral("Conversation"), *conversation);
    }
    scene.writer.addEvent(
        { scene.account, QStringLiteral("contract.created"), contractId, textOf(*proposal, "jobId") },
        { { QStringLiteral("contractId"), contractId },
            { QStringLiteral("jobId"), proposal->value(QLatin1String("jobId")) },
            { QStringLiteral("proposalId"), proposal->value(QLatin1String("id")) } });
    return moveTo(scene, *proposal, QStringLiteral("HIRED"), QStringLiteral("Hired"));
}

} // namespace

const std::vector<Act>& proposalActs()
{
    static const std::vector<Act> kActs {
        { "viewProposal", 6, view },
        { "shortlistProposal", 5, shortlist },
        { "considerProposal", 2, consider },
        { "declineProposal", 2, decline },
        { "dismissProposal", 1, dismiss },
        { "advanceInterview", 3, interview },
        { "hire", 1, hire },
    };
    return kActs;
}

} // namespace ot::sandbox
