// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/mutations.h"

#include "sandbox/api/answers.h"
#include "sandbox/json.h"
#include "sandbox/records.h"
#include "sandbox/team/visibility.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ot::sandbox {

namespace {

bool isUuidV7(const QString& text)
{
    static const QRegularExpression kForm(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return kForm.match(text).hasMatch();
}

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

QByteArray outcomeWithChange(const QString& mutationId, const char* outcome, const QByteArray& change)
{
    return R"({"mutationId":)" + jsonString(mutationId) + R"(,"outcome":")" + outcome + R"(","change":)"
        + change + '}';
}

QByteArray rejection(const QString& mutationId, const Refusal& refusal)
{
    return jsonBytes({
        { QStringLiteral("mutationId"), mutationId },
        { QStringLiteral("outcome"), QStringLiteral("rejected") },
        { QStringLiteral("code"), refusal.code },
        { QStringLiteral("error"), refusal.sentence },
        { QStringLiteral("details"), refusal.details() },
    });
}

/// Why this token may not do that; the scope is named, so that a client can ask for it.
Refusal notOffered(const Operation& operation, const Session& session)
{
    const QString scope = QLatin1String(operation.scope);
    if (!session.may(scope))
        return { QStringLiteral("FORBIDDEN"), QStringLiteral("The token lacks the scope %1.").arg(scope),
            QStringLiteral("scope_missing"), {} };
    return { QStringLiteral("FORBIDDEN"),
        QStringLiteral("Your role in the organization does not allow this."),
        QStringLiteral("role_not_allowed"), {} };
}

/// That there is no such record, or none any more.
Refusal missingTarget(const QString& type, bool removed)
{
    Refusal refusal = noSuchRecord(QStringLiteral("There is no such record."));
    if (removed && type == QLatin1String("Message"))
        refusal.reason = QStringLiteral("message_deleted");
    return refusal;
}

} // namespace

Mutations::Mutations(Store& store, Messaging& messaging)
    : m_store(store)
    , m_messaging(messaging)
{
}

QJsonObject Mutations::offered(const Session& session)
{
    QJsonObject offered;
    for (const Operation& operation : allOperations()) {
        if (!isOffered(operation, session))
            continue;
        const QString type = QLatin1String(operation.type);
        QJsonArray names = offered.value(type).toArray();
        names.append(QLatin1String(operation.name));
        offered.insert(type, names);
    }
    return offered;
}

HttpResponse Mutations::handle(const Session& session, const HttpRequest& request)
{
    HttpResponse problem;
    const std::optional<QJsonObject> body = readJsonBody(request, problem);
    if (!body)
        return problem;
    const QJsonValue list = body->value(QLatin1String("mutations"));
    if (!list.isArray() || list.toArray().size() > kMaxMutations)
        return issueAnswer(
            QStringLiteral("mutations"), QStringLiteral("must be an array of at most 50 mutations"));
    const QJsonArray mutations = list.toArray();
    // The shape is looked at before anything is applied: an answer of 400 means that nothing was.
    for (qsizetype i = 0; i < mutations.size(); ++i) {
        if (!mutations.at(i).toObject().value(QLatin1String("mutationId")).isString())
            return issueAnswer(
                QStringLiteral("mutations.%1.mutationId").arg(i), QStringLiteral("must be a UUIDv7"));
    }
    QByteArray results;
    for (const QJsonValue& mutation : mutations) {
        if (!results.isEmpty())
            results += ',';
        results += apply(session, mutation.toObject());
    }
    HttpResponse response;
    response.setHeader("Cache-Control", "no-store");
    response.body
        = R"({"results":[)" + results + R"(],"cursor":)" + jsonString(feedCursor(m_store.head())) + '}';
    return response;
}

QByteArray Mutations::apply(const Session& session, const QJsonObject& mutation)
{
    const QString mutationId = textOf(mutation, "mutationId");
    if (!isUuidV7(mutationId))
        return rejection(mutationId,
            { QStringLiteral("BAD_REQUEST"), QStringLiteral("The mutationId is not a UUIDv7."), {},
                QStringLiteral("mutationId") });
    if (const std::optional<QByteArray> first = m_store.findMutation(session.account.key, mutationId))
        return outcomeWithChange(mutationId, "duplicate", *first);
    const QString type = textOf(mutation, "type");
    const Operation* operation = findOperation(type, textOf(mutation, "op"));
    if (!operation)
        return rejection(mutationId,
            { QStringLiteral("BAD_REQUEST"), QStringLiteral("This server does not offer that operation."), {},
                recordTypes().contains(type) ? QStringLiteral("op") : QStringLiteral("type") });
    if (!isOffered(*operation, session))
        return rejection(mutationId, notOffered(*operation, session));
    return run(session, mutation, *operation);
}

Record Mutations::asSeenBy(const Session& session, const Record& record)
{
    if (record.account == session.account.key || record.account == kEveryone)
        return record;
    if (const std::optional<Record> own = m_store.find(session.account.key, record.type, record.id))
        return *own;
    // They may do it, but do not see what came of it.
    Record unseen = record;
    unseen.removed = true;
    unseen.object.clear();
    return unseen;
}

QByteArray Mutations::run(const Session& session, const QJsonObject& mutation, const Operation& operation)
{
    const QString mutationId = textOf(mutation, "mutationId");
    StoreWriter writer(m_store);
    const QString type = QLatin1String(operation.type);
    OperationCall call { m_store, writer, m_messaging, session, mutationId, textOf(mutation, "id"),
        mutation.value(QLatin1String("args")).toObject(), {} };
    call.home
        = isSharedType(type) && !isSharedByChoice(type) ? truthAccount(session.account) : session.account.key;
    if (!operation.creates) {
        // What the session's account does not see answers as what does not exist. Jobs are everyone's.
        const bool isJob = type == QLatin1String("Job");
        call.seen = m_store.find(isJob ? kEveryone : session.account.key, type, call.id);
        call.target = m_store.find(isJob ? kEveryone : call.home, type, call.id);
        if (!call.seen || call.seen->removed || !call.target || call.target->removed)
            return rejection(mutationId, missingTarget(type, call.seen.has_value()));
        const QJsonValue base = mutation.value(QLatin1String("baseVersion"));
        if (!base.isNull() && !base.isUndefined() && base.toInteger(-1) != call.seen->version)
            return outcomeWithChange(mutationId, "conflict", call.seen->change());
    }
    const OperationResult result = operation.run(call);
    if (const Refusal* refusal = std::get_if<Refusal>(&result))
        return rejection(mutationId, *refusal);
    const QByteArray change = asSeenBy(session, std::get<Record>(result)).change();
    writer.rememberMutation(session.account.key, mutationId, change);
    writer.commit();
    return outcomeWithChange(mutationId, "applied", change);
}

} // namespace ot::sandbox
