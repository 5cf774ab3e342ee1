// SPDX-License-Identifier: GPL-3.0-or-later
//
// Work under contract: handing it in, confirming instructions, dates, and what is said afterwards.
#include "sandbox/marketplace/work_flow.h"
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/attachments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

#include <QCryptographicHash>

namespace ot::sandbox {

namespace {

constexpr int kMaxIdCharacters = 200;
constexpr double kMaxUnits = 1'000'000'000;
constexpr qint64 kSecondsOfADay = 24 * 60 * 60;
constexpr int kMaxRating = 5;
constexpr qint64 kMaxServerVersion = 1'000'000'000;
const QString kAcknowledgement = QStringLiteral("Acknowledgement");
const QString kContract = QStringLiteral("Contract");
const QString kMilestone = QStringLiteral("Milestone");
const QString kReview = QStringLiteral("Review");
const QString kSubmission = QStringLiteral("Submission");

std::optional<Refusal> checkContract(const OperationCall& call, const QString& contractId)
{
    const auto contract = visible(call, kContract, contractId);
    if (!contract)
        return noSuchSubject(QStringLiteral("contractId"), QStringLiteral("There is no such contract."));
    if (memberText(*contract, "status") != QLatin1String("active"))
        return notNow(QStringLiteral("contract_ended"), QStringLiteral("The contract has ended."));
    return std::nullopt;
}

std::optional<Refusal> checkMilestone(
    const OperationCall& call, const QString& contractId, const QString& milestoneId)
{
    const auto milestone = visible(call, kMilestone, milestoneId);
    if (!milestone || memberText(*milestone, "contractId") != contractId)
        return noSuchSubject(QStringLiteral("milestoneId"), QStringLiteral("There is no such milestone."));
    const QString status = memberText(*milestone, "status");
    if (status == QLatin1String("NOT_FUNDED"))
        return notNow(QStringLiteral("milestone_not_funded"), QStringLiteral("The milestone is not funded."));
    if (status != QLatin1String("ACTIVE_FUNDED"))
        return notNow(QStringLiteral("already_submitted"),
            QStringLiteral("The work of this milestone was handed in already."));
    return std::nullopt;
}

Arguments readSubmission(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("contractId", Need::Required, { kMaxIdCharacters });
    arguments.text("milestoneId", Need::RequiredOrNull, { kMaxIdCharacters });
    arguments.text("note", Need::Required, { kMaxNoteCharacters, 0 });
    arguments.number("units", Need::OptionalOrNull, 0, kMaxUnits);
    arguments.number("hours", Need::OptionalOrNull, 0, kMaxUnits);
    readAttachments(arguments);
    arguments.flag("requestsPayout", Need::Required);
    if (arguments.valueOf("requestsPayout").toBool() && arguments.has("milestoneId")
        && arguments.textOf("milestoneId").isEmpty())
        arguments.fault(QStringLiteral("requestsPayout"), QStringLiteral("needs a milestone that is paid"));
    return arguments;
}

Record writeSubmission(const OperationCall& call, const Arguments& arguments, const QJsonArray& files)
{
    const QString id = newId(call, "sb");
    const QString now = call.now();
    QJsonObject submission { { QStringLiteral("id"), id },
        { QStringLiteral("state"), QStringLiteral("SUBMITTED") },
        { QStringLiteral("reviewComment"), QJsonValue() }, { QStringLiteral("submittedAt"), now },
        { QStringLiteral("reviewedAt"), QJsonValue() },
        { QStringLiteral("authorUserId"), call.session.account.userId },
        { QStringLiteral("authorName"), call.session.account.displayName },
        { QStringLiteral("mutationId"), call.mutationId } };
    for (const char* member : { "contractId", "milestoneId", "note", "units", "hours", "requestsPayout" })
        submission.insert(QLatin1String(member), arguments.valueOf(member));
    submission.insert(QStringLiteral("attachments"),
        writeAttachments(call.store, call.writer,
            { call.account(), kSubmission, id, arguments.textOf("contractId") }, files));
    return createRecord(call, call.account(), kSubmission, submission);
}

OperationResult submit(const OperationCall& call)
{
    const Arguments arguments = readSubmission(call);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString contractId = arguments.textOf("contractId");
    const QString milestoneId = arguments.textOf("milestoneId");
    if (std::optional<Refusal> refusal = checkContract(call, contractId))
        return *refusal;
    if (!milestoneId.isEmpty()) {
        if (std::optional<Refusal> refusal = checkMilestone(call, contractId, milestoneId))
            return *refusal;
    }
    const WorkFlow flow(call.store, call.writer, call.account());
    if (flow.openSubmission(contractId, milestoneId))
        return notNow(QStringLiteral("already_submitted"),
            QStringLiteral("What was handed in before is not looked at yet."));
    QJsonArray files = arguments.valueOf("attachments").toArray();
    if (std::optional<Refusal> refusal = completeFiles(call.store, call.session.account.key, files))
        return *refusal;
    const Record record = writeSubmission(call, arguments, files);
    const auto milestone = flow.find(kMilestone, milestoneId);
    if (milestone) {
        if (arguments.valueOf("requestsPayout").toBool())
            flow.requestPayout(*milestone, *flow.find(kContract, contractId));
        flow.moveMilestone(*milestone, QStringLiteral("PENDING_APPROVAL"));
    }
    return record;
}

/// Of what the page shows: its HTML, or its text where it has none.
QString contentHash(const QJsonObject& page)
{
    const QString html = memberText(page, "htmlSnapshot");
    const QString& content = html.isEmpty() ? memberText(page, "markdown") : html;
    return QString::fromLatin1(
        QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex());
}

OperationResult acknowledge(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("instructionPageId", Need::Required, { kMaxIdCharacters });
    arguments.integer("serverVersion", Need::Required, 0, kMaxServerVersion);
    arguments.formed(
        "contentHash", Need::Required, "[0-9a-f]{64}", QStringLiteral("a SHA-256 in lower-case hexadecimal"));
    arguments.integer("secondsRead", Need::Required, 0, kSecondsOfADay);
    arguments.text("deviceName", Need::OptionalOrNull, { kMaxNameCharacters });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const auto page = visible(call, QStringLiteral("InstructionPage"), arguments.textOf("instructionPageId"));
    if (!page)
        return noSuchSubject(
            QStringLiteral("instructionPageId"), QStringLiteral("There is no such page of instructions."));
    if (page->value(QLatin1String("serverVersion")).toInteger()
        != arguments.valueOf("serverVersion").toInteger())
        return notNow(QStringLiteral("version_outdated"), QStringLiteral("There is another version now."));
    if (contentHash(*page) != arguments.textOf("contentHash"))
        return notNow(
            QStringLiteral("content_hash_mismatch"), QStringLiteral("That is not what the page holds."));
    QJsonObject object = arguments.values();
    object.insert(QStringLiteral("id"), newId(call, "ak"));
    object.insert(QStringLiteral("contractId"), page->value(QLatin1String("contractId")));
    object.insert(QStringLiteral("acknowledgedAt"), call.now());
    object.insert(QStringLiteral("deviceName"), arguments.valueOf("deviceName"));
    object.insert(QStringLiteral("authorUserId"), call.session.account.userId);
    object.insert(QStringLiteral("authorName"), call.session.account.displayName);
    return createRecord(call, call.session.account.key, kAcknowledgement, object);
}

OperationResult respond(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.choice("response", Need::Required,
        { QStringLiteral("ACCEPTED"), QStringLiteral("DECLINED"), QStringLiteral("TENTATIVE") });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (memberText(call.target->json(), "status") == QLatin1String("CANCELLED"))
        return notNow(QStringLiteral("event_cancelled"), QStringLiteral("The event was cancelled."));
    return updateTarget(call, arguments.values());
}

OperationResult markNoticeRead(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!memberText(call.target->json(), "readAt").isEmpty())
        return *call.target; // it was first read when it says
    return updateTarget(call, { { QStringLiteral("readAt"), call.now() } });
}

bool wasReviewed(const OperationCall& call, const QString& contractId)
{
    for (const Record& record : call.store.list(call.account(), kReview, contractId)) {
        if (memberText(record.json(), "direction") == QLatin1String("GIVEN"))
            return true;
    }
    return false;
}

OperationResult writeReview(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("contractId", Need::Required, { kMaxIdCharacters });
    arguments.integer("rating", Need::Required, 1, kMaxRating);
    arguments.text("comment", Need::Required, { kMaxReviewCharacters, 0 });
    arguments.choice("visibility", Need::Required, { QStringLiteral("PUBLIC"), QStringLiteral("PRIVATE") });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString contractId = arguments.textOf("contractId");
    const auto contract = visible(call, kContract, contractId);
    if (!contract)
        return noSuchSubject(QStringLiteral("contractId"), QStringLiteral("There is no such contract."));
    if (memberText(*contract, "status") != QLatin1String("ended"))
        return notNow(QStringLiteral("contract_running"), QStringLiteral("The contract has not ended yet."));
    if (wasReviewed(call, contractId))
        return notNow(QStringLiteral("already_reviewed"), QStringLiteral("There is a review of it already."));
    QJsonObject object = arguments.values();
    object.insert(QStringLiteral("id"), newId(call, "rv"));
    object.insert(QStringLiteral("direction"), QStringLiteral("GIVEN"));
    object.insert(QStringLiteral("jobTitle"), contract->value(QLatin1String("title")));
    object.insert(QStringLiteral("authorName"), call.session.account.displayName);
    object.insert(QStringLiteral("subjectName"), contract->value(QLatin1String("employerName")));
    object.insert(QStringLiteral("reply"), QJsonValue());
    object.insert(QStringLiteral("repliedAt"), QJsonValue());
    return createRecord(call, call.account(), kReview, object);
}

OperationResult replyToReview(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("reply", Need::Required, { kMaxReviewCharacters });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QJsonObject review = currentOf(call);
    if (memberText(review, "direction") != QLatin1String("RECEIVED"))
        return notNow(QStringLiteral("not_received"), QStringLiteral("It is not a review of you."));
    if (!memberText(review, "reply").isEmpty())
        return notNow(QStringLiteral("already_replied"), QStringLiteral("There is a reply already."));
    return updateTarget(call,
        { { QStringLiteral("reply"), arguments.valueOf("reply") },
            { QStringLiteral("repliedAt"), call.now() } });
}

} // namespace

const std::vector<Operation>& workOperations()
{
    static const std::vector<Operation> kOperations {
        { "Submission", "create", "payments:write", "", true, submit },
        { "Acknowledgement", "create", "payments:read", "", true, acknowledge },
        { "CalendarEvent", "respond", "payments:read", "", false, respond },
        { "Notification", "markRead", "messages:read", "", false, markNoticeRead },
        { "Review", "create", "payments:write", "", true, writeReview },
        { "Review", "reply", "payments:write", "", false, replyToReview },
    };
    return kOperations;
}

} // namespace ot::sandbox
