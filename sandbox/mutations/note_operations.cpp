// SPDX-License-Identifier: GPL-3.0-or-later
//
// Notes to records: private ones stand in the author's rows, those for the team in the organization's.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

namespace ot::sandbox {

namespace {

constexpr int kMaxIdCharacters = 200;
const QString kTeam = QStringLiteral("TEAM");

void readRest(Arguments& arguments, Need text)
{
    arguments.text("text", text, { kMaxNoteCharacters });
    arguments.text("anchor", Need::OptionalOrNull, { kMaxIdCharacters });
    arguments.choice("visibility", Need::Optional, { QStringLiteral("PRIVATE"), kTeam });
}

std::optional<Refusal> checkTeam(const OperationCall& call, const Arguments& arguments)
{
    if (arguments.textOf("visibility") != kTeam || !organizationOf(call).isEmpty())
        return std::nullopt;
    return notNow(
        QStringLiteral("not_in_an_organization"), QStringLiteral("There is no team to share it with."));
}

OperationResult create(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("subjectType", Need::Required, { kMaxNameCharacters });
    arguments.text("subjectId", Need::Required, { kMaxIdCharacters });
    readRest(arguments, Need::Required);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!visible(call, arguments.textOf("subjectType"), arguments.textOf("subjectId")))
        return notNow(QStringLiteral("subject_missing"), QStringLiteral("There is no such record."));
    if (std::optional<Refusal> refusal = checkTeam(call, arguments))
        return *refusal;
    const bool team = arguments.textOf("visibility") == kTeam;
    return createRecord(call, team ? call.account() : call.session.account.key, QStringLiteral("Note"),
        { { QStringLiteral("id"), newId(call, "nt") },
            { QStringLiteral("subjectType"), arguments.valueOf("subjectType") },
            { QStringLiteral("subjectId"), arguments.valueOf("subjectId") },
            { QStringLiteral("anchor"), arguments.valueOf("anchor") },
            { QStringLiteral("text"), arguments.valueOf("text") },
            { QStringLiteral("visibility"), team ? kTeam : QStringLiteral("PRIVATE") },
            { QStringLiteral("authorUserId"), call.session.account.userId },
            { QStringLiteral("authorName"), call.session.account.displayName } });
}

Refusal notOwn()
{
    return notAllowed(QStringLiteral("not_own"), QStringLiteral("It is not yours."));
}

OperationResult update(const OperationCall& call)
{
    Arguments arguments(call.args);
    readRest(arguments, Need::Optional);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    if (!isAuthor(call))
        return notOwn();
    if (std::optional<Refusal> refusal = checkTeam(call, arguments))
        return *refusal;
    QString owner = ownerOf(call);
    if (arguments.has("visibility"))
        owner = arguments.textOf("visibility") == kTeam ? call.account() : call.session.account.key;
    return moveOrUpdate(call, arguments.values(), owner);
}

OperationResult remove(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!isAuthor(call))
        return notOwn();
    return removeTarget(call);
}

} // namespace

const std::vector<Operation>& noteOperations()
{
    static const std::vector<Operation> kOperations {
        { "Note", "create", "proposals:write", "", true, create },
        { "Note", "update", "proposals:write", "", false, update },
        { "Note", "delete", "proposals:write", "", false, remove },
    };
    return kOperations;
}

} // namespace ot::sandbox
