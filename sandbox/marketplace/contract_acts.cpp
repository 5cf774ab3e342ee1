// SPDX-License-Identifier: GPL-3.0-or-later
//
// Contracts at work: money is put in, used up, approved and paid out; contracts end.
#include "sandbox/marketplace/act.h"
#include "sandbox/marketplace/work_flow.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr double kLowFraction = 0.8;
const QString kContract = QStringLiteral("Contract");
const QString kMilestone = QStringLiteral("Milestone");

std::function<bool(const QJsonObject&)> hasStatus(const QString& status)
{
    return [status](const QJsonObject& object) { return textOf(object, "status") == status; };
}

/// Recomputes what follows from the funded and the consumed volume, and says so where a threshold was
/// crossed.
void saveBudget(const Scene& scene, QJsonObject contract, QJsonObject budget)
{
    const double funded = budget.value(QLatin1String("fundedVolume")).toDouble();
    const double consumed = std::min(funded, budget.value(QLatin1String("consumedVolume")).toDouble());
    const double fraction = funded > 0 ? consumed / funded : 0;
    const QString before = textOf(budget, "state");
    const QString state = funded <= 0 || fraction >= 1 ? QStringLiteral("DEPLETED")
        : fraction >= kLowFraction                     ? QStringLiteral("LOW")
                                                       : QStringLiteral("OK");
    budget.insert(QStringLiteral("consumedVolume"), consumed);
    budget.insert(QStringLiteral("remainingVolume"), funded - consumed);
    budget.insert(QStringLiteral("consumedFraction"), fraction);
    budget.insert(QStringLiteral("state"), state);
    contract.insert(QStringLiteral("budget"), budget);
    scene.save(kContract, contract);
    if (state != before)
        scene.writer.addEvent({ scene.account, QStringLiteral("contract.budget_state_changed"),
                                  textOf(contract, "id"), textOf(contract, "jobId") },
            { { QStringLiteral("contractId"), contract.value(QLatin1String("id")) },
                { QStringLiteral("state"), state } });
}

QString moveMilestone(const Scene& scene, const QJsonObject& milestone, const QString& status)
{
    const QString id = textOf(milestone, "id");
    scene.notify({ QStringLiteral("milestone_status"), QStringLiteral("A milestone has moved on"),
        textOf(milestone, "name"), kMilestone, id });
    WorkFlow(scene.store, scene.writer, scene.account).moveMilestone(milestone, status);
    return id;
}

QString fund(const Scene& scene)
{
    const auto milestone = scene.choose(kMilestone, [&scene](const QJsonObject& m) {
        const auto contract = scene.find(kContract, m.value(QLatin1String("contractId")));
        return textOf(m, "status") == QLatin1String("NOT_FUNDED") && contract
            && textOf(*contract, "status") == QLatin1String("active");
    });
    if (!milestone)
        return {};
    if (auto contract = scene.find(kContract, milestone->value(QLatin1String("contractId")))) {
        QJsonObject budget = contract->value(QLatin1String("budget")).toObject();
        const auto add = [&budget, &milestone](const QString& to, const char* from) {
            budget.insert(to, budget.value(to).toDouble() + milestone->value(QLatin1String(from)).toDouble());
        };
        add(QStringLiteral("fundedVolume"), "volume");
        add(QStringLiteral("fundedAmountMinor"), "amountMinor");
        contract->insert(QStringLiteral("hasActiveMilestone"), true);
        saveBudget(scene, *contract, budget);
    }
    return moveMilestone(scene, *milestone, QStringLiteral("ACTIVE_FUNDED"));
}

QString submit(const Scene& scene)
{
    const auto milestone = scene.choose(kMilestone, hasStatus(QStringLiteral("ACTIVE_FUNDED")));
    return milestone ? moveMilestone(scene, *milestone, QStringLiteral("PENDING_APPROVAL")) : QString();
}

QString dispute(const Scene& scene)
{
    const auto milestone = scene.choose(kMilestone, hasStatus(QStringLiteral("PENDING_APPROVAL")));
    return milestone ? moveMilestone(scene, *milestone, QStringLiteral("DISPUTED")) : QString();
}

QString settle(const Scene& scene)
{
    const auto milestone = scene.choose(kMilestone, hasStatus(QStringLiteral("DISPUTED")));
    return milestone ? moveMilestone(scene, *milestone, QStringLiteral("PENDING_APPROVAL")) : QString();
}

QString approve(const Scene& scene)
{
    const auto milestone = scene.choose(kMilestone, hasStatus(QStringLiteral("PENDING_APPROVAL")));
    if (!milestone)
        return {};
    scene.notify({ QStringLiteral("milestone_status"), QStringLiteral("A milestone is approved"),
        textOf(*milestone, "name"), kMilestone, textOf(*milestone, "id") });
    WorkFlow(scene.store, scene.writer, scene.account).approve(*milestone);
    return textOf(*milestone, "id");
}

QString useBudget(const Scene& scene)
{
    auto contract = scene.choose(kContract, [](const QJsonObject& c) {
        return textOf(c, "status") == QLatin1String("active")
            && c.value(QLatin1String("budget")).toObject().value(QLatin1String("remainingVolume")).toDouble()
            > 0;
    });
    if (!contract)
        return {};
    QJsonObject budget = contract->value(QLatin1String("budget")).toObject();
    const double used = std::max(0.5, budget.value(QLatin1String("fundedVolume")).toDouble() / 10.0);
    budget.insert(
        QStringLiteral("consumedVolume"), budget.value(QLatin1String("consumedVolume")).toDouble() + used);
    budget.insert(QStringLiteral("lastUsageAt"), scene.now());
    saveBudget(scene, *contract, budget);
    return textOf(*contract, "id");
}

QString end(const Scene& scene)
{
    auto contract = scene.choose(kContract, hasStatus(QStringLiteral("active")));
    if (!contract)
        return {};
    contract->insert(QStringLiteral("status"), QStringLiteral("ended"));
    contract->insert(QStringLiteral("endDate"), scene.now());
    contract->insert(QStringLiteral("hasActiveMilestone"), false);
    scene.save(kContract, *contract);
    // What the customer showed for the work goes with the work.
    const QString instructions = QStringLiteral("InstructionPage");
    for (const Record& page : scene.store.list(scene.account, instructions)) {
        if (textOf(page.json(), "contractId") == textOf(*contract, "id"))
            scene.writer.remove(scene.account, instructions, page.id);
    }
    const QString attachments = QStringLiteral("Attachment");
    for (const Record& record : scene.store.list(scene.account, attachments, textOf(*contract, "id"))) {
        QJsonObject attachment = record.json();
        if (!attachment.value(QLatin1String("confidential")).toBool()
            || textOf(attachment, "access") != QLatin1String("AVAILABLE"))
            continue;
        attachment.insert(QStringLiteral("access"), QStringLiteral("REVOKED"));
        scene.save(attachments, attachment);
    }
    return textOf(*contract, "id");
}

} // namespace

const std::vector<Act>& contractActs()
{
    static const std::vector<Act> kActs {
        { "fundMilestone", 4, fund },
        { "submitMilestone", 2, submit },
        { "approveMilestone", 3, approve },
        { "disputeMilestone", 0, dispute },
        { "settleDispute", 1, settle },
        { "useBudget", 5, useBudget },
        { "endContract", 0, end },
    };
    return kActs;
}

} // namespace ot::sandbox
