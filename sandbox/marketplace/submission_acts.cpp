// SPDX-License-Identifier: GPL-3.0-or-later
//
// An employer looks at the work that was handed in. What becomes of it becomes of its milestone too.
#include "sandbox/marketplace/act.h"
#include "sandbox/marketplace/work_flow.h"

namespace ot::sandbox {

namespace {

const QString kMilestone = QStringLiteral("Milestone");
const QString kSubmission = QStringLiteral("Submission");

std::optional<QJsonObject> chooseOpen(const Scene& scene, const QStringList& states)
{
    return scene.choose(kSubmission,
        [&states](const QJsonObject& submission) { return states.contains(textOf(submission, "state")); });
}

const QStringList& undecided()
{
    static const QStringList kStates { QStringLiteral("SUBMITTED"), QStringLiteral("IN_REVIEW") };
    return kStates;
}

void tell(const Scene& scene, const QJsonObject& submission, const QString& title, const QString& text)
{
    scene.notify({ QStringLiteral("milestone_status"), title, text, kSubmission, textOf(submission, "id") });
}

QString look(const Scene& scene)
{
    const auto submission = chooseOpen(scene, { QStringLiteral("SUBMITTED") });
    if (!submission)
        return {};
    WorkFlow(scene.store, scene.writer, scene.account).review(*submission, QStringLiteral("IN_REVIEW"), {});
    return textOf(*submission, "id");
}

QString accept(const Scene& scene)
{
    const auto submission = chooseOpen(scene, undecided());
    if (!submission)
        return {};
    const WorkFlow flow(scene.store, scene.writer, scene.account);
    const QString comment = QStringLiteral("Thank you, this is what we needed.");
    tell(scene, *submission, QStringLiteral("Your work is accepted"), comment);
    flow.review(*submission, QStringLiteral("ACCEPTED"), comment);
    const auto milestone = scene.find(kMilestone, submission->value(QLatin1String("milestoneId")));
    if (milestone && textOf(*milestone, "status") == QLatin1String("PENDING_APPROVAL"))
        flow.approve(*milestone);
    return textOf(*submission, "id");
}

QString askForChanges(const Scene& scene)
{
    const auto submission = chooseOpen(scene, undecided());
    if (!submission)
        return {};
    const WorkFlow flow(scene.store, scene.writer, scene.account);
    const QString comment = QStringLiteral("Please look at section 4 again: quotations are labelled twice.");
    tell(scene, *submission, QStringLiteral("Changes are asked for"), comment);
    flow.review(*submission, QStringLiteral("CHANGES_REQUESTED"), comment);
    const auto milestone = scene.find(kMilestone, submission->value(QLatin1String("milestoneId")));
    if (milestone && textOf(*milestone, "status") == QLatin1String("PENDING_APPROVAL"))
        flow.sendBack(*milestone);
    return textOf(*submission, "id");
}

QString reject(const Scene& scene)
{
    const auto submission = chooseOpen(scene, undecided());
    if (!submission)
        return {};
    const WorkFlow flow(scene.store, scene.writer, scene.account);
    const QString comment = QStringLiteral("This is not the batch we agreed on.");
    tell(scene, *submission, QStringLiteral("Your work is rejected"), comment);
    flow.review(*submission, QStringLiteral("REJECTED"), comment);
    const auto milestone = scene.find(kMilestone, submission->value(QLatin1String("milestoneId")));
    if (milestone && textOf(*milestone, "status") == QLatin1String("PENDING_APPROVAL"))
        flow.moveMilestone(*milestone, QStringLiteral("DISPUTED"));
    return textOf(*submission, "id");
}

} // namespace

const std::vector<Act>& submissionActs()
{
    static const std::vector<Act> kActs {
        { "reviewSubmission", 4, look },
        { "acceptSubmission", 3, accept },
        { "requestChanges", 1, askForChanges },
        { "rejectSubmission", 0, reject },
    };
    return kActs;
}

} // namespace ot::sandbox
