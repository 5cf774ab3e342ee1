// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control/control.h"

#include "sandbox/api/answers.h"
#include "sandbox/api/trainer_api.h"
#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ot::sandbox {

namespace {

QString memberText(const QJsonObject& object, const char* name, const QString& fallback = {})
{
    return object.value(QLatin1String(name)).toString(fallback);
}

QString accountOf(const QJsonObject& command)
{
    return memberText(command, "account", QStringLiteral("trainer"));
}

QJsonObject employerOf(const Record& conversation)
{
    for (const QJsonValue& participant : conversation.json().value(QLatin1String("participants")).toArray()) {
        if (participant.toObject().value(QLatin1String("role")) == QLatin1String("employer"))
            return participant.toObject();
    }
    return {};
}

HttpResponse missing(const QString& what)
{
    return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such %1.").arg(what));
}

} // namespace

Control::Control(Store& store, Auth& auth, Messaging& messaging, LiveHub& live, Faults& faults,
    Employers& employers, RateLimit& limit)
    : m_store(store)
    , m_auth(auth)
    , m_messaging(messaging)
    , m_live(live)
    , m_faults(faults)
    , m_employers(employers)
    , m_limit(limit)
{
}

const QHash<QString, Control::Command>& Control::commands()
{
    static const QHash<QString, Command> kCommands {
        { QStringLiteral("employerMessage"), &Control::employerMessage },
        { QStringLiteral("typing"), &Control::typing },
        { QStringLiteral("presence"), &Control::presence },
        { QStringLiteral("fault"), &Control::fault },
        { QStringLiteral("clearFaults"), &Control::clearFaults },
        { QStringLiteral("expireCursors"), &Control::expireCursors },
        { QStringLiteral("revokeToken"), &Control::revokeToken },
        { QStringLiteral("restoreToken"), &Control::restoreToken },
        { QStringLiteral("issueToken"), &Control::issueToken },
        { QStringLiteral("pingLive"), &Control::pingLive },
        { QStringLiteral("limitRequests"), &Control::limitRequests },
        { QStringLiteral("dropLive"), &Control::dropLive },
        { QStringLiteral("loseLive"), &Control::loseLive },
        { QStringLiteral("duplicateLive"), &Control::duplicateLive },
        { QStringLiteral("reorderLive"), &Control::reorderLive },
        { QStringLiteral("upsertJob"), &Control::upsertJob },
        { QStringLiteral("closeJob"), &Control::closeJob },
        { QStringLiteral("upsertRecord"), &Control::upsertRecord },
        { QStringLiteral("removeRecord"), &Control::removeRecord },
        { QStringLiteral("renameRecord"), &Control::renameRecord },
        { QStringLiteral("skewClock"), &Control::skewClock },
        { QStringLiteral("act"), &Control::act },
        { QStringLiteral("stats"), &Control::stats },
    };
    return kCommands;
}

HttpResponse Control::handle(const HttpRequest& request)
{
    if (request.method != "POST")
        return wrongMethodAnswer("POST");
    // A web page that found the port must not be able to command it.
    if (!request.header("origin").isEmpty())
        return errorAnswer(
            ErrorCode::Forbidden, QStringLiteral("The control endpoint is not for web pages."));
    HttpResponse problem;
    const std::optional<QJsonObject> body = readJsonBody(request, problem);
    if (!body)
        return problem;
    const QString name = memberText(*body, "command");
    const Command command = commands().value(name, nullptr);
    if (command == nullptr)
        return errorAnswer(ErrorCode::BadRequest, QStringLiteral("There is no command \"%1\".").arg(name));
    return (this->*command)(*body);
}

void Control::count(const HttpRequest& request)
{
    ++m_requests[QString::fromUtf8(request.method + ' ' + request.path.left(200))];
}

HttpResponse Control::done(QJsonObject answer) const
{
    answer.insert(QStringLiteral("ok"), true);
    answer.insert(QStringLiteral("cursor"), feedCursor(m_store.head()));
    return jsonAnswer(answer);
}

std::optional<Record> Control::conversationOf(const QJsonObject& command)
{
    const QString id = memberText(command, "conversationId");
    if (!id.isEmpty()) {
        std::optional<Record> found = m_store.find(accountOf(command), QStringLiteral("Conversation"), id);
        return found && !found->removed ? found : std::nullopt;
    }
    // The one that was written in last, of those with an employer where the account may answer.
    std::optional<Record> latest;
    QString latestTime;
    for (Record& record : m_store.list(accountOf(command), QStringLiteral("Conversation"))) {
        const QJsonObject object = record.json();
        const QString time = object.value(QLatin1String("updatedAt")).toString();
        if (object.value(QLatin1String("canSend")).toBool() && !employerOf(record).isEmpty()
            && time > latestTime) {
            latestTime = time;
            latest = std::move(record);
        }
    }
    return latest;
}

HttpResponse Control::employerMessage(const QJsonObject& command)
{
    const std::optional<Record> conversation = conversationOf(command);
    if (!conversation)
        return missing(QStringLiteral("conversation"));
    StoreWriter writer(m_store);
    const Record message = m_messaging.sendFromEmployer(writer, accountOf(command), *conversation,
        memberText(command, "text", QStringLiteral("A message of the employer.")));
    writer.commit();
    return done({ { QStringLiteral("messageId"), message.id },
        { QStringLiteral("conversationId"), conversation->id } });
}

HttpResponse Control::typing(const QJsonObject& command)
{
    const std::optional<Record> conversation = conversationOf(command);
    if (!conversation)
        return missing(QStringLiteral("conversation"));
    m_live.typing(accountOf(command), conversation->id, employerOf(*conversation));
    return done({ { QStringLiteral("conversationId"), conversation->id } });
}

HttpResponse Control::presence(const QJsonObject& command)
{
    const std::optional<Record> conversation = conversationOf(command);
    if (!conversation)
        return missing(QStringLiteral("conversation"));
    m_live.presence(accountOf(command), conversation->id,
        employerOf(*conversation).value(QLatin1String("userId")).toString(),
        memberText(command, "state", QStringLiteral("online")));
    return done({ { QStringLiteral("conversationId"), conversation->id } });
}

HttpResponse Control::fault(const QJsonObject& command)
{
    QString problem;
    const std::optional<Fault> fault = Faults::parse(command, problem);
    if (!fault)
        return errorAnswer(ErrorCode::BadRequest, problem);
    m_faults.add(*fault);
    return done();
}

HttpResponse Control::clearFaults(const QJsonObject& command)
{
    Q_UNUSED(command)
    m_faults.clear();
    m_live.faults() = {};
    return done();
}

HttpResponse Control::expireCursors(const QJsonObject& command)
{
    Q_UNUSED(command)
    m_store.expireCursors();
    return done();
}

HttpResponse Control::revokeToken(const QJsonObject& command)
{
    m_auth.setAccountRevoked(accountOf(command), true);
    m_live.dropRevoked();
    return done();
}

HttpResponse Control::restoreToken(const QJsonObject& command)
{
    m_auth.setAccountRevoked(accountOf(command), false);
    return done();
}

HttpResponse Control::issueToken(const QJsonObject& command)
{
    if (!m_store.account(accountOf(command)))
        return missing(QStringLiteral("account"));
    Auth::NewToken token { accountOf(command),
        memberText(command, "label", QStringLiteral("Issued for a test")), Auth::allScopes() };
    if (command.value(QLatin1String("scopes")).isArray()) {
        token.scopes.clear();
        for (const QJsonValue& scope : command.value(QLatin1String("scopes")).toArray())
            token.scopes.append(scope.toString());
    }
    if (const int seconds = command.value(QLatin1String("expiresInSeconds")).toInt(); seconds > 0)
        token.expiresAt = m_store.clock().now() + qint64(seconds) * 1000;
    return done({ { QStringLiteral("token"), m_auth.issue(token) } });
}

HttpResponse Control::pingLive(const QJsonObject&)
{
    m_live.beat();
    return done();
}

HttpResponse Control::limitRequests(const QJsonObject& command)
{
    m_limit.allow(command.value(QLatin1String("perMinute")).toInt(kRequestsAMinute));
    return done({ { QStringLiteral("perMinute"), m_limit.allowed() } });
}

HttpResponse Control::dropLive(const QJsonObject& command)
{
    Q_UNUSED(command)
    m_live.cutAll();
    return done();
}

HttpResponse Control::loseLive(const QJsonObject& command)
{
    m_live.faults().lose = command.value(QLatin1String("count")).toInt(1);
    return done();
}

HttpResponse Control::duplicateLive(const QJsonObject& command)
{
    m_live.faults().duplicate = command.value(QLatin1String("count")).toInt(1);
    return done();
}

HttpResponse Control::reorderLive(const QJsonObject& command)
{
    m_live.faults().reorder = command.value(QLatin1String("count")).toInt(1);
    return done();
}

HttpResponse Control::putMerged(
    const QString& account, const QString& type, const QString& id, const QJsonObject& members)
{
    if (type.isEmpty() || id.isEmpty())
        return errorAnswer(ErrorCode::BadRequest, QStringLiteral("A type and an id are needed."));
    QJsonObject object;
    if (const std::optional<Record> old = m_store.find(account, type, id); old && !old->removed)
        object = old->json();
    StoreWriter writer(m_store);
    object.insert(QStringLiteral("updatedAt"), m_store.clock().tickIso());
    for (auto it = members.begin(); it != members.end(); ++it)
        object.insert(it.key(), it.value());
    object.insert(QStringLiteral("id"), id);
    const Record record = writer.put(account, type, id, object);
    writer.commit();
    return done({ { QStringLiteral("id"), id }, { QStringLiteral("version"), record.version } });
}

HttpResponse Control::upsertJob(const QJsonObject& command)
{
    QJsonObject job = command.value(QLatin1String("job")).toObject();
    const QString id = memberText(command, "id", memberText(job, "id"));
    if (!m_store.find(kEveryone, QStringLiteral("Job"), id)) {
        // A new job takes what it does not say from one that is there, so that it is whole.
        const FeedPage page
            = m_store.feed({ kEveryone, 0, m_store.head(), 1, { QStringLiteral("Job") }, true });
        const QJsonObject change = QJsonDocument::fromJson(page.changes).object();
        QJsonObject whole = change.value(QLatin1String("object")).toObject();
        whole.insert(QStringLiteral("status"), QStringLiteral("OPEN"));
        whole.insert(QStringLiteral("datePosted"), m_store.clock().nowIso());
        for (auto it = job.begin(); it != job.end(); ++it)
            whole.insert(it.key(), it.value());
        job = whole;
    }
    return putMerged(kEveryone, QStringLiteral("Job"), id, job);
}

HttpResponse Control::closeJob(const QJsonObject& command)
{
    const QString id = memberText(command, "id");
    if (!m_store.find(kEveryone, QStringLiteral("Job"), id))
        return missing(QStringLiteral("job"));
    return putMerged(kEveryone, QStringLiteral("Job"), id,
        { { QStringLiteral("status"), memberText(command, "status", QStringLiteral("COMPLETED")) } });
}

HttpResponse Control::upsertRecord(const QJsonObject& command)
{
    const QString type = memberText(command, "type");
    const QString account = type == QLatin1String("Job") ? kEveryone : accountOf(command);
    const QJsonObject object = command.value(QLatin1String("object")).toObject();
    return putMerged(account, type, memberText(command, "id", memberText(object, "id")), object);
}

HttpResponse Control::removeRecord(const QJsonObject& command)
{
    const QString type = memberText(command, "type");
    const QString account = type == QLatin1String("Job") ? kEveryone : accountOf(command);
    if (!m_store.find(account, type, memberText(command, "id")))
        return missing(QStringLiteral("record"));
    StoreWriter writer(m_store);
    writer.remove(account, type, memberText(command, "id"));
    writer.commit();
    return done();
}

HttpResponse Control::renameRecord(const QJsonObject& command)
{
    const QString type = memberText(command, "type");
    const QString account = type == QLatin1String("Job") ? kEveryone : accountOf(command);
    const QString newId = memberText(command, "newId");
    const std::optional<Record> record = m_store.find(account, type, memberText(command, "id"));
    if (!record || record->removed)
        return missing(QStringLiteral("record"));
    if (newId.isEmpty())
        return errorAnswer(ErrorCode::BadRequest, QStringLiteral("A newId is needed."));
    QJsonObject object = record->json();
    object.insert(QStringLiteral("id"), newId);
    StoreWriter writer(m_store);
    writer.remove(account, type, record->id);
    writer.put(account, type, newId, object);
    writer.commit();
    return done({ { QStringLiteral("id"), newId } });
}

HttpResponse Control::skewClock(const QJsonObject& command)
{
    m_store.clock().shift(static_cast<qint64>(command.value(QLatin1String("seconds")).toDouble() * 1000.0));
    return done({ { QStringLiteral("serverTime"), m_store.clock().nowIso() } });
}

HttpResponse Control::act(const QJsonObject& command)
{
    const QString name = memberText(command, "act");
    const std::optional<QString> changed
        = m_employers.perform(name, accountOf(command), memberText(command, "id"));
    if (!changed)
        return errorAnswer(ErrorCode::BadRequest, QStringLiteral("There is no act \"%1\".").arg(name));
    if (changed->isEmpty())
        return errorAnswer(ErrorCode::Conflict, QStringLiteral("There is nothing to do that with."));
    return done({ { QStringLiteral("id"), *changed } });
}

HttpResponse Control::stats(const QJsonObject& command)
{
    Q_UNUSED(command)
    QJsonObject requests;
    for (auto it = m_requests.cbegin(); it != m_requests.cend(); ++it)
        requests.insert(it.key(), it.value());
    // Messages written since the world began have ids of their own kind; a range of the index finds them.
    QJsonObject messages;
    Statement row = m_store.database().prepare(
        "SELECT object FROM records WHERE account IN (SELECT key FROM accounts) AND type = 'Message' "
        "AND id >= 'm_x' AND id < 'm_y' AND removed = 0");
    while (row.step()) {
        const QString mutationId
            = QJsonDocument::fromJson(row.bytes(0)).object().value(QLatin1String("mutationId")).toString();
        if (!mutationId.isEmpty())
            messages.insert(mutationId, messages.value(mutationId).toInt() + 1);
    }
    return done(
        { { QStringLiteral("requests"), requests }, { QStringLiteral("messagesByMutationId"), messages },
            { QStringLiteral("liveSessions"), m_live.sessionCount() } });
}

} // namespace ot::sandbox
