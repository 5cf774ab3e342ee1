// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account keeps for itself: jobs, searches, templates.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

namespace ot::sandbox {

namespace {

constexpr int kMaxQueryCharacters = 500;
constexpr int kMaxJobNoteCharacters = 2'000;
constexpr qsizetype kMaxFilterBytes = 20'000;
const QString kSavedJob = QStringLiteral("SavedJob");
const QString kSavedSearch = QStringLiteral("SavedSearch");
const QString kTemplate = QStringLiteral("ProposalTemplate");

OperationResult saveJob(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("note", Need::OptionalOrNull, { kMaxJobNoteCharacters, 0 });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString& person = call.session.account.key;
    const std::optional<Record> saved = call.store.find(person, kSavedJob, call.id);
    QJsonObject object { { QStringLiteral("id"), call.id }, { QStringLiteral("jobId"), call.id } };
    object.insert(QStringLiteral("note"),
        arguments.textOf("note").isEmpty() ? QJsonValue() : arguments.valueOf("note"));
    if (saved && !saved->removed) {
        object.insert(QStringLiteral("createdAt"), saved->json().value(QLatin1String("createdAt")));
        object.insert(QStringLiteral("updatedAt"), call.now());
        return call.writer.put(person, kSavedJob, call.id, object);
    }
    if (memberText(call.target->json(), "status") != QLatin1String("OPEN"))
        return notNow(QStringLiteral("job_closed"), QStringLiteral("The job is closed."));
    return createRecord(call, person, kSavedJob, object);
}

OperationResult unsaveJob(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const std::optional<Record> removed = call.writer.remove(call.session.account.key, kSavedJob, call.id);
    if (!removed)
        return noSuchRecord(QStringLiteral("This job is not saved."));
    return *removed;
}

Arguments readSearch(const OperationCall& call, Need name)
{
    Arguments arguments(call.args);
    arguments.text("name", name, { kMaxNameCharacters });
    arguments.text("query", Need::Optional, { kMaxQueryCharacters, 0 });
    arguments.verbatim("filters", Need::Optional, kMaxFilterBytes);
    arguments.choice("notify", Need::Optional,
        { QStringLiteral("NONE"), QStringLiteral("INSTANT"), QStringLiteral("DAILY") });
    return arguments;
}

OperationResult createSearch(const OperationCall& call)
{
    const Arguments arguments = readSearch(call, Need::Required);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString& person = call.session.account.key;
    if (call.store.list(person, kSavedSearch).size() >= kMaxSavedSearches)
        return notNow(QStringLiteral("limit_reached"),
            QStringLiteral("There are %1 searches already.").arg(kMaxSavedSearches));
    QJsonObject object { { QStringLiteral("id"), newId(call, "ss") }, { QStringLiteral("query"), QString() },
        { QStringLiteral("filters"), QJsonObject() }, { QStringLiteral("notify"), QStringLiteral("NONE") },
        { QStringLiteral("lastMatchAt"), QJsonValue() }, { QStringLiteral("matchCount"), 0 } };
    for (auto it = arguments.values().begin(); it != arguments.values().end(); ++it)
        object.insert(it.key(), it.value());
    return createRecord(call, person, kSavedSearch, object);
}

OperationResult updateSearch(const OperationCall& call)
{
    const Arguments arguments = readSearch(call, Need::Optional);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    QJsonObject changes = arguments.values();
    // Another search: what was found for the old one says nothing about it.
    if (arguments.has("query") || arguments.has("filters")) {
        changes.insert(QStringLiteral("lastMatchAt"), QJsonValue());
        changes.insert(QStringLiteral("matchCount"), 0);
    }
    return updateTarget(call, changes);
}

OperationResult removeSearch(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    return removeTarget(call);
}

Arguments readTemplate(const OperationCall& call, Need need)
{
    Arguments arguments(call.args);
    arguments.text("name", need, { kMaxNameCharacters });
    arguments.text("body", need, { kMaxTemplateCharacters });
    readBid(arguments, Need::OptionalOrNull);
    arguments.flag("shared", Need::Optional);
    return arguments;
}

/// Shared ones are the organization's, the others the author's own.
QString rowsFor(const OperationCall& call, bool shared)
{
    return shared ? call.account() : call.session.account.key;
}

std::optional<Refusal> checkSharing(const OperationCall& call, const Arguments& arguments)
{
    if (!arguments.valueOf("shared").toBool() || !organizationOf(call).isEmpty())
        return std::nullopt;
    return notNow(
        QStringLiteral("not_in_an_organization"), QStringLiteral("There is no team to share it with."));
}

OperationResult createTemplate(const OperationCall& call)
{
    const Arguments arguments = readTemplate(call, Need::Required);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (std::optional<Refusal> refusal = checkSharing(call, arguments))
        return *refusal;
    if (call.store.list(call.session.account.key, kTemplate).size() >= kMaxTemplates)
        return notNow(QStringLiteral("limit_reached"),
            QStringLiteral("There are %1 templates already.").arg(kMaxTemplates));
    const bool shared = arguments.valueOf("shared").toBool();
    return createRecord(call, rowsFor(call, shared), kTemplate,
        { { QStringLiteral("id"), newId(call, "pt") }, { QStringLiteral("name"), arguments.valueOf("name") },
            { QStringLiteral("body"), arguments.valueOf("body") },
            { QStringLiteral("bid"), arguments.valueOf("bid") }, { QStringLiteral("shared"), shared },
            { QStringLiteral("authorUserId"), call.session.account.userId },
            { QStringLiteral("authorName"), call.session.account.displayName },
            { QStringLiteral("usedCount"), 0 }, { QStringLiteral("lastUsedAt"), QJsonValue() } });
}

OperationResult updateTemplate(const OperationCall& call)
{
    const Arguments arguments = readTemplate(call, Need::Optional);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    if (!isAuthor(call))
        return notAllowed(QStringLiteral("not_own"), QStringLiteral("It is not yours."));
    if (std::optional<Refusal> refusal = checkSharing(call, arguments))
        return *refusal;
    return moveOrUpdate(call, arguments.values(),
        arguments.has("shared") ? rowsFor(call, arguments.valueOf("shared").toBool()) : ownerOf(call));
}

OperationResult removeTemplate(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!isAuthor(call))
        return notAllowed(QStringLiteral("not_own"), QStringLiteral("It is not yours."));
    return removeTarget(call);
}

} // namespace

const std::vector<Operation>& keptOperations()
{
    static const std::vector<Operation> kOperations {
        { "Job", "save", "proposals:write", "", false, saveJob },
        { "Job", "unsave", "proposals:write", "", false, unsaveJob },
        { "SavedSearch", "create", "proposals:write", "", true, createSearch },
        { "SavedSearch", "update", "proposals:write", "", false, updateSearch },
        { "SavedSearch", "delete", "proposals:write", "", false, removeSearch },
        { "ProposalTemplate", "create", "proposals:write", "OWNER BID_MANAGER", true, createTemplate },
        { "ProposalTemplate", "update", "proposals:write", "OWNER BID_MANAGER", false, updateTemplate },
        { "ProposalTemplate", "delete", "proposals:write", "OWNER BID_MANAGER", false, removeTemplate },
    };
    return kOperations;
}

} // namespace ot::sandbox
