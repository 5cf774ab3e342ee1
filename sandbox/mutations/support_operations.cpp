// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account asks the support, and how it was.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/attachments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

namespace ot::sandbox {

namespace {

constexpr int kMaxRating = 5;
constexpr qsizetype kMaxTicketMessages = 200;
const QString kTicket = QStringLiteral("SupportTicket");
const QString kClosed = QStringLiteral("CLOSED");

QString statusOf(const OperationCall& call)
{
    return memberText(call.target->json(), "status");
}

Refusal ticketClosed()
{
    return notNow(QStringLiteral("ticket_closed"), QStringLiteral("The ticket is closed."));
}

QJsonObject ownMessage(const OperationCall& call, const Arguments& arguments)
{
    return { { QStringLiteral("id"), newId(call, "stm") },
        { QStringLiteral("authorName"), call.session.account.displayName },
        { QStringLiteral("fromSupport"), false }, { QStringLiteral("text"), arguments.valueOf("text") },
        { QStringLiteral("at"), call.now() } };
}

OperationResult create(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("subject", Need::Required, { kMaxNameCharacters });
    arguments.choice("category", Need::Required,
        { QStringLiteral("account"), QStringLiteral("payment"), QStringLiteral("job"),
            QStringLiteral("privacy"), QStringLiteral("technical"), QStringLiteral("other") });
    arguments.text("text", Need::Required, { kMaxTicketCharacters });
    readAttachments(arguments);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString& person = call.session.account.key;
    QJsonArray files = arguments.valueOf("attachments").toArray();
    if (std::optional<Refusal> refusal = completeFiles(call.store, person, files))
        return *refusal;
    const QString id = newId(call, "st");
    writeAttachments(call.store, call.writer, { person, kTicket, id }, files);
    return createRecord(call, person, kTicket,
        { { QStringLiteral("id"), id }, { QStringLiteral("subject"), arguments.valueOf("subject") },
            { QStringLiteral("category"), arguments.valueOf("category") },
            { QStringLiteral("status"), QStringLiteral("OPEN") },
            { QStringLiteral("messages"), QJsonArray { ownMessage(call, arguments) } },
            { QStringLiteral("survey"), QJsonValue() } });
}

OperationResult reply(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("text", Need::Required, { kMaxTicketCharacters });
    readAttachments(arguments);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (statusOf(call) == kClosed)
        return ticketClosed();
    QJsonArray messages = call.target->json().value(QLatin1String("messages")).toArray();
    if (messages.size() >= kMaxTicketMessages)
        return notNow(QStringLiteral("limit_reached"),
            QStringLiteral("This ticket is full; open another one that mentions it."));
    const QString& person = call.session.account.key;
    QJsonArray files = arguments.valueOf("attachments").toArray();
    if (std::optional<Refusal> refusal = completeFiles(call.store, person, files))
        return *refusal;
    writeAttachments(call.store, call.writer, { person, kTicket, call.id }, files);
    messages.append(ownMessage(call, arguments));
    return updateTarget(call,
        { { QStringLiteral("messages"), messages }, { QStringLiteral("status"), QStringLiteral("OPEN") } });
}

OperationResult close(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (statusOf(call) == kClosed)
        return ticketClosed();
    return updateTarget(call, { { QStringLiteral("status"), kClosed } });
}

OperationResult rate(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.integer("rating", Need::Required, 1, kMaxRating);
    arguments.text("comment", Need::OptionalOrNull, { kMaxReviewCharacters, 0 });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (statusOf(call) != kClosed && statusOf(call) != QLatin1String("SOLVED"))
        return notNow(
            QStringLiteral("ticket_open"), QStringLiteral("The ticket is neither solved nor closed yet."));
    return updateTarget(call,
        { { QStringLiteral("survey"),
            QJsonObject { { QStringLiteral("rating"), arguments.valueOf("rating") },
                { QStringLiteral("comment"), arguments.valueOf("comment") },
                { QStringLiteral("at"), call.now() } } } });
}

} // namespace

const std::vector<Operation>& supportOperations()
{
    static const std::vector<Operation> kOperations {
        { "SupportTicket", "create", "messages:write", "", true, create },
        { "SupportTicket", "reply", "messages:write", "", false, reply },
        { "SupportTicket", "close", "messages:write", "", false, close },
        { "SupportTicket", "rate", "messages:write", "", false, rate },
    };
    return kOperations;
}

} // namespace ot::sandbox
