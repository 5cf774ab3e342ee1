// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proposals: sent, changed while nobody has decided, withdrawn.
#include "sandbox/marketplace/notices.h"
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"
#include "sandbox/seed/employers.h"

#include <algorithm>
#include <cmath>

namespace ot::sandbox {

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
constexpr int kMaxIdCharacters = 200;
constexpr int kMaxQuestionCharacters = 1'000;
constexpr int kMaxAnswers = 50;
constexpr double kMicros = 1'000'000;
/// A bid may be this many times below or above what the job says.
constexpr double kBidFactor = 10;
constexpr int kInterviewQuestions = 6;
constexpr int kInterviewMinutes = 15;
const QString kProposal = QStringLiteral("Proposal");
const QString kInterview = QStringLiteral("Interview");
const QString kConversation = QStringLiteral("Conversation");

QString rawStatus(const QJsonObject& proposal)
{
    return memberText(proposal.value(QLatin1String("status")).toObject(), "raw");
}

void readAnswers(Arguments& arguments, Need need)
{
    arguments.objects("screeningAnswers", need, kMaxAnswers, [](Arguments& answer) {
        answer.text("question", Need::Required, { kMaxQuestionCharacters });
        answer.text("answer", Need::Required, { kMaxProposalCharacters, 0 });
    });
}

Refusal withReason(const char* reason, const QString& member, const QString& sentence)
{
    Refusal refusal = badMember(member, sentence);
    refusal.reason = QLatin1String(reason);
    return refusal;
}

/// Whether the bid is in the job's unit and not out of all proportion to its pay.
std::optional<Refusal> checkBid(const QJsonObject& bid, const QJsonObject& job)
{
    const QJsonObject pay = job.value(QLatin1String("pay")).toObject();
    const QString type = memberText(pay, "paymentType");
    const QString unit = memberText(bid, "unit");
    const bool sameUnit = type.isEmpty()
        || (type == QLatin1String("PAY_PER_HOUR") && unit == QLatin1String("PER_HOUR"))
        || (type == QLatin1String("PAY_PER_LABEL") && unit == QLatin1String("PER_LABEL"))
        || (type == QLatin1String("FIXED_PRICE") && unit == QLatin1String("FIXED"));
    if (!sameUnit)
        return withReason("bid_out_of_bounds", QStringLiteral("bid.unit"),
            QStringLiteral("The bid is out of bounds: the job pays by another unit."));
    double low = 0;
    double high = 0;
    for (const char* member : { "hourlyRate", "hourlyMin", "hourlyMax", "fixedPrice", "perLabelRate" }) {
        const double stated = pay.value(QLatin1String(member)).toDouble();
        if (stated <= 0)
            continue;
        low = low > 0 ? std::min(low, stated) : stated;
        high = std::max(high, stated);
    }
    const auto amount = static_cast<double>(bid.value(QLatin1String("amountMicros")).toInteger());
    const bool sameCurrency = memberText(bid, "currency") == memberText(pay, "currency");
    const bool within = high <= 0 || !sameCurrency
        || (amount >= low * kMicros / kBidFactor && amount <= high * kMicros * kBidFactor);
    if (amount <= 0 || !within)
        return withReason("bid_out_of_bounds", QStringLiteral("bid.amountMicros"),
            QStringLiteral("The bid is out of bounds."));
    return std::nullopt;
}

std::optional<Refusal> checkCover(const Arguments& arguments)
{
    if (!arguments.has("coverText") || !arguments.textOf("coverText").isEmpty())
        return std::nullopt;
    return withReason(
        "cover_text_required", QStringLiteral("coverText"), QStringLiteral("A proposal needs a text."));
}

std::optional<Refusal> checkJob(const OperationCall& call, const QString& jobId)
{
    const std::optional<Record> job = call.store.find(kEveryone, QStringLiteral("Job"), jobId);
    if (!job || job->removed)
        return noSuchSubject(QStringLiteral("jobId"), QStringLiteral("There is no such job."));
    for (const Record& record : call.store.list(call.account(), kProposal)) {
        const QJsonObject proposal = record.json();
        if (memberText(proposal, "jobId") == jobId && rawStatus(proposal) != QLatin1String("WITHDRAWN"))
            return notNow(QStringLiteral("already_proposed"),
                QStringLiteral("There is a proposal to this job already."));
    }
    if (memberText(job->json(), "status") != QLatin1String("OPEN"))
        return notNow(QStringLiteral("job_closed"), QStringLiteral("The job is closed."));
    return std::nullopt;
}

/// Opens the conversation of a proposal, in which the employer has the first word; gives its id, or nothing
/// where the job has nobody to talk to.
QJsonValue openConversation(const OperationCall& call, const QJsonObject& job, const QString& proposalId)
{
    const QString company = memberText(job, "companyName");
    const auto employer = std::find_if(employers().cbegin(), employers().cend(),
        [&company](const Employer& candidate) { return candidate.name == company; });
    if (employer == employers().cend())
        return {};
    const Account& account = call.session.account;
    const QString ownRole
        = organizationOf(call).isEmpty() ? QStringLiteral("trainer") : QStringLiteral("vendor_member");
    const auto person = [](const QString& id, const QString& name, const QString& role) {
        return QJsonObject { { QStringLiteral("userId"), id }, { QStringLiteral("displayName"), name },
            { QStringLiteral("role"), role } };
    };
    const QString id = newId(call, "cv");
    createRecord(call, call.account(), kConversation,
        { { QStringLiteral("id"), id }, { QStringLiteral("type"), QStringLiteral("DIRECT_MESSAGE") },
            { QStringLiteral("bucket"), QStringLiteral("proposal") },
            { QStringLiteral("jobId"), job.value(QLatin1String("id")) },
            { QStringLiteral("proposalId"), proposalId }, { QStringLiteral("contractId"), QJsonValue() },
            { QStringLiteral("channelName"), QJsonValue() },
            { QStringLiteral("title"), job.value(QLatin1String("title")) },
            { QStringLiteral("companyName"), company },
            { QStringLiteral("counterpartName"), employer->contactName },
            { QStringLiteral("participants"),
                QJsonArray { person(account.userId, account.displayName, ownRole),
                    person(employer->contactUserId, employer->contactName, QStringLiteral("employer")) } },
            { QStringLiteral("lastMessage"), QJsonValue() }, { QStringLiteral("unreadCount"), 0 },
            { QStringLiteral("needsReplyCount"), 0 }, { QStringLiteral("canSend"), false },
            { QStringLiteral("cannotSendReason"), QStringLiteral("employer_first_message_required") },
            { QStringLiteral("muted"), false }, { QStringLiteral("archived"), false },
            { QStringLiteral("favourite"), false } });
    return id;
}

/// Jobs for experts ask for an interview.
bool asksForInterview(const QJsonObject& job)
{
    return memberText(job, "experienceLevel").compare(QLatin1String("Expert"), Qt::CaseInsensitive) == 0;
}

void openInterview(const OperationCall& call, const QJsonObject& job, const QString& proposalId)
{
    const QString id = newId(call, "iv");
    createRecord(call, call.account(), kInterview,
        { { QStringLiteral("id"), id }, { QStringLiteral("proposalId"), proposalId },
            { QStringLiteral("jobId"), job.value(QLatin1String("id")) },
            { QStringLiteral("jobTitle"), job.value(QLatin1String("title")) },
            { QStringLiteral("companyName"), job.value(QLatin1String("companyName")) },
            { QStringLiteral("state"), QStringLiteral("NEEDED") },
            { QStringLiteral("url"), QStringLiteral("https://app.opentrain.ai/interviews/") + id },
            { QStringLiteral("questionCount"), kInterviewQuestions }, { QStringLiteral("answeredCount"), 0 },
            { QStringLiteral("minutesEstimated"), kInterviewMinutes },
            { QStringLiteral("score"), QJsonValue() }, { QStringLiteral("summary"), QJsonValue() },
            { QStringLiteral("transcript"), QJsonArray() }, { QStringLiteral("startedAt"), QJsonValue() },
            { QStringLiteral("completedAt"), QJsonValue() },
            { QStringLiteral("expiresAt"), isoTime(call.store.clock().now() + 7 * kDay) } });
    writeNotice(call.store, call.writer, call.session.account.key,
        { QStringLiteral("interview_needed"), QStringLiteral("An interview is needed"),
            memberText(job, "title"), kInterview, id });
}

OperationResult create(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("jobId", Need::Required, { kMaxIdCharacters });
    arguments.text("coverText", Need::Required, { kMaxProposalCharacters, 0 });
    readBid(arguments, Need::Required);
    readAnswers(arguments, Need::Required);
    arguments.flag("conversation", Need::Optional);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString jobId = arguments.textOf("jobId");
    if (std::optional<Refusal> refusal = checkJob(call, jobId))
        return *refusal;
    if (std::optional<Refusal> refusal = checkCover(arguments))
        return *refusal;
    const QJsonObject job = call.store.find(kEveryone, QStringLiteral("Job"), jobId)->json();
    const QJsonObject bid = arguments.valueOf("bid").toObject();
    if (std::optional<Refusal> refusal = checkBid(bid, job))
        return *refusal;
    const QString id = newId(call, "p");
    const bool interview = asksForInterview(job);
    const bool talk = !arguments.has("conversation") || arguments.valueOf("conversation").toBool();
    const QJsonValue conversationId = talk ? openConversation(call, job, id) : QJsonValue();
    if (interview)
        openInterview(call, job, id);
    return createRecord(call, call.account(), kProposal,
        { { QStringLiteral("id"), id }, { QStringLiteral("jobId"), jobId },
            { QStringLiteral("jobTitle"), job.value(QLatin1String("title")) },
            { QStringLiteral("companyName"), job.value(QLatin1String("companyName")) },
            { QStringLiteral("status"),
                QJsonObject { { QStringLiteral("raw"), QStringLiteral("UNREVIEWED") },
                    { QStringLiteral("label"), QStringLiteral("Unreviewed") } } },
            { QStringLiteral("coverText"), arguments.valueOf("coverText") }, { QStringLiteral("bid"), bid },
            { QStringLiteral("interview"),
                QJsonObject { { QStringLiteral("state"),
                                  interview ? QStringLiteral("NEEDED") : QStringLiteral("NOT_REQUIRED") },
                    { QStringLiteral("score"), QJsonValue() } } },
            { QStringLiteral("screeningAnswers"), arguments.valueOf("screeningAnswers") },
            { QStringLiteral("conversationId"), conversationId },
            { QStringLiteral("contractId"), QJsonValue() },
            { QStringLiteral("authorUserId"), call.session.account.userId },
            { QStringLiteral("authorName"), call.session.account.displayName },
            { QStringLiteral("submittedAt"), call.now() },
            { QStringLiteral("viewedByEmployerAt"), QJsonValue() },
            { QStringLiteral("editableUntil"), isoTime(call.store.clock().now() + kDay) } });
}

OperationResult update(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("coverText", Need::Optional, { kMaxProposalCharacters, 0 });
    readBid(arguments, Need::Optional);
    readAnswers(arguments, Need::Optional);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    const QJsonObject proposal = currentOf(call);
    const std::optional<qint64> until = parseIsoTime(memberText(proposal, "editableUntil"));
    if (rawStatus(proposal) != QLatin1String("UNREVIEWED") || !until || call.store.clock().now() > *until)
        return notNow(QStringLiteral("not_editable"), QStringLiteral("It can't be changed any more."));
    if (std::optional<Refusal> refusal = checkCover(arguments))
        return *refusal;
    const auto job = visible(call, QStringLiteral("Job"), memberText(proposal, "jobId"));
    if (arguments.has("bid")) {
        const QJsonObject bid = arguments.valueOf("bid").toObject();
        if (std::optional<Refusal> refusal = checkBid(bid, job.value_or(QJsonObject())))
            return *refusal;
    }
    return updateTarget(call, arguments.values());
}

void closeWhatBelongs(const OperationCall& call, const QJsonObject& proposal)
{
    const QString conversationId = memberText(proposal, "conversationId");
    const auto conversation = call.store.find(call.account(), kConversation, conversationId);
    if (conversation && !conversation->removed) {
        QJsonObject object = conversation->json();
        object.insert(QStringLiteral("canSend"), false);
        object.insert(QStringLiteral("cannotSendReason"), QStringLiteral("conversation_closed"));
        object.insert(QStringLiteral("updatedAt"), call.now());
        call.writer.put(call.account(), kConversation, conversationId, object);
    }
    for (const Record& record : call.store.list(call.account(), kInterview)) {
        QJsonObject interview = record.json();
        const QString state = memberText(interview, "state");
        if (memberText(interview, "proposalId") != call.id
            || (state != QLatin1String("NEEDED") && state != QLatin1String("IN_PROGRESS")))
            continue;
        interview.insert(QStringLiteral("state"), QStringLiteral("EXPIRED"));
        interview.insert(QStringLiteral("updatedAt"), call.now());
        call.writer.put(call.account(), kInterview, record.id, interview);
    }
}

OperationResult withdraw(const OperationCall& call)
{
    Arguments arguments(call.args);
    // What the reason is reaches the employer; no record of the account repeats it.
    arguments.text("reason", Need::OptionalOrNull, { kMaxReviewCharacters, 0 });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    static const QStringList kUndecided { QStringLiteral("UNREVIEWED"), QStringLiteral("RESUME_SENT"),
        QStringLiteral("MAYBE"), QStringLiteral("SHORTLISTED") };
    const QJsonObject proposal = currentOf(call);
    if (!kUndecided.contains(rawStatus(proposal)))
        return notNow(
            QStringLiteral("not_withdrawable"), QStringLiteral("The proposal has come to an end already."));
    closeWhatBelongs(call, proposal);
    call.writer.addEvent(
        { call.account(), QStringLiteral("proposal.status_changed"), call.id, memberText(proposal, "jobId") },
        { { QStringLiteral("proposalId"), call.id },
            { QStringLiteral("status"), QStringLiteral("WITHDRAWN") } });
    return updateTarget(call,
        { { QStringLiteral("status"),
              QJsonObject { { QStringLiteral("raw"), QStringLiteral("WITHDRAWN") },
                  { QStringLiteral("label"), QStringLiteral("Withdrawn") } } },
            { QStringLiteral("editableUntil"), QJsonValue() } });
}

} // namespace

const std::vector<Operation>& proposalOperations()
{
    static const std::vector<Operation> kOperations {
        { "Proposal", "create", "proposals:write", "OWNER BID_MANAGER", true, create },
        { "Proposal", "update", "proposals:write", "OWNER BID_MANAGER", false, update },
        { "Proposal", "withdraw", "proposals:write", "OWNER BID_MANAGER", false, withdraw },
    };
    return kOperations;
}

} // namespace ot::sandbox
