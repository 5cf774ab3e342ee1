// SPDX-License-Identifier: GPL-3.0-or-later
//
// An employer looks at proposals, sorts them, and hires.
#include "sandbox/marketplace/act.h"

#include <QJsonArray>

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
    const QString id = textOf(proposal, "id");
    scene.notify({ QStringLiteral("proposal_status"), label, textOf(proposal, "jobTitle"), kProposal, id });
    scene.save(kProposal, proposal);
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

QString receiveResume(const Scene& scene)
{
    return moveChosen(scene, QStringLiteral("RESUME_SENT"), QStringLiteral("Resume sent"));
}

QString interviewState(const QJsonObject& proposal)
{
    return textOf(proposal.value(QLatin1String("interview")).toObject(), "state");
}

std::optional<QJsonObject> chooseInterviewed(const Scene& scene)
{
    return scene.choose(kProposal, [](const QJsonObject& p) {
        return isUndecided(p)
            && (interviewState(p) == QLatin1String("NEEDED")
                || interviewState(p) == QLatin1String("IN_PROGRESS"));
    });
}

QJsonObject line(const char* role, const char* text, const QString& at)
{
    return { { QStringLiteral("role"), QLatin1String(role) }, { QStringLiteral("text"), QLatin1String(text) },
        { QStringLiteral("at"), at } };
}

void begin(const Scene& scene, QJsonObject& interview)
{
    const QString now = scene.now();
    interview.insert(QStringLiteral("startedAt"), now);
    interview.insert(QStringLiteral("answeredCount"), 1);
    interview.insert(QStringLiteral("transcript"),
        QJsonArray { line("interviewer", "Which of your earlier work is closest to this job?", now),
            line("candidate", "A guideline of forty pages that changed every week.", scene.now()) });
}

void complete(const Scene& scene, QJsonObject& interview, const QJsonValue& score)
{
    QJsonArray transcript = interview.value(QLatin1String("transcript")).toArray();
    transcript.append(line("interviewer", "What do you do when the guideline is silent?", scene.now()));
    transcript.append(line("candidate", "I ask, and mark the item until I know.", scene.now()));
    interview.insert(QStringLiteral("transcript"), transcript);
    interview.insert(QStringLiteral("answeredCount"), interview.value(QLatin1String("questionCount")));
    interview.insert(QStringLiteral("score"), score);
    interview.insert(
        QStringLiteral("summary"), QStringLiteral("Asks before guessing, and gives reasons for decisions."));
    interview.insert(QStringLiteral("completedAt"), scene.now());
    interview.insert(QStringLiteral("expiresAt"), QJsonValue());
}

/// Lets the Interview of the proposal, where there is one, follow what the proposal says of it.
void followInterview(const Scene& scene, const QJsonObject& proposal, const QString& state)
{
    const QString type = QStringLiteral("Interview");
    for (const Record& record : scene.store.list(scene.account, type)) {
        QJsonObject interview = record.json();
        if (textOf(interview, "proposalId") != textOf(proposal, "id"))
            continue;
        interview.insert(QStringLiteral("state"), state);
        if (state == QLatin1String("IN_PROGRESS"))
            begin(scene, interview);
        else if (state == QLatin1String("COMPLETED"))
            complete(scene, interview,
                proposal.value(QLatin1String("interview")).toObject().value(QLatin1String("score")));
        scene.save(type, interview);
    }
}

QString moveInterview(const Scene& scene, QJsonObject proposal, const QString& state)
{
    QJsonObject interview = proposal.value(QLatin1String("interview")).toObject();
    interview.insert(QStringLiteral("state"), state);
    if (state == QLatin1String("COMPLETED"))
        interview.insert(QStringLiteral("score"), scene.random.between(61, 97));
    proposal.insert(QStringLiteral("interview"), interview);
    followInterview(scene, proposal, state);
    scene.save(kProposal, proposal);
    return textOf(proposal, "id");
}

/// The interview goes on by one step: needed, in progress, completed.
QString interview(const Scene& scene)
{
    const auto proposal = chooseInterviewed(scene);
    if (!proposal)
        return {};
    const bool begins = interviewState(*proposal) == QLatin1String("NEEDED");
    return moveInterview(
        scene, *proposal, begins ? QStringLiteral("IN_PROGRESS") : QStringLiteral("COMPLETED"));
}

QString expireInterview(const Scene& scene)
{
    const auto proposal = chooseInterviewed(scene);
    return proposal ? moveInterview(scene, *proposal, QStringLiteral("EXPIRED")) : QString();
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
    scene.notify({ QStringLiteral("contract_created"), QStringLiteral("You are hired"),
        textOf(*proposal, "jobTitle"), QStringLiteral("Contract"), contractId });
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
        { "receiveResume", 1, receiveResume },
        { "advanceInterview", 3, interview },
        { "expireInterview", 0, expireInterview },
        { "hire", 1, hire },
    };
    return kActs;
}

} // namespace ot::sandbox
