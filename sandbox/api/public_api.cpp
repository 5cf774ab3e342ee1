// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/public_api.h"

#include "sandbox/api/answers.h"
#include "sandbox/api/public_shapes.h"
#include "sandbox/json.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

constexpr qint64 kDefaultUpdates = 50;
constexpr qint64 kMaxUpdates = 100;

HttpResponse lacksScope(const Session& session, const QStringList& required)
{
    return errorAnswer(ErrorCode::Forbidden, QStringLiteral("The token lacks the scope for this."),
        { { QStringLiteral("requiredScopes"), QJsonArray::fromStringList(required) },
            { QStringLiteral("grantedScopes"), QJsonArray::fromStringList(session.scopes) } });
}

bool isRead(const HttpRequest& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

HttpResponse notFound(const QString& what)
{
    return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such %1.").arg(what));
}

} // namespace

PublicApi::PublicApi(Store& store, Messaging& messaging)
    : m_store(store)
    , m_messaging(messaging)
{
}

HttpResponse PublicApi::handle(const Session& session, const HttpRequest& request)
{
    const QStringList path = request.segments.mid(3);
    const QString& resource = path.at(0);
    const bool single = path.size() == 2;
    const QString scopeOfMessages
        = isRead(request) ? QStringLiteral("messages:read") : QStringLiteral("messages:write");
    if (resource == QLatin1String("messages") && path.size() == 1) {
        if (!isRead(request) && request.method != "POST")
            return wrongMethodAnswer("GET, POST");
        if (!session.may(scopeOfMessages))
            return lacksScope(session, { scopeOfMessages });
        return isRead(request) ? readMessages(session, request) : sendMessage(session, request);
    }
    const bool isContracts = resource == QLatin1String("contracts") && path.size() <= 2;
    const bool isPayments
        = resource == QLatin1String("payments") && single && path.at(1) == QLatin1String("pending");
    const bool isFreelancer = resource == QLatin1String("freelancers") && single;
    const bool isMe = resource == QLatin1String("auth") && single && path.at(1) == QLatin1String("me");
    const bool isUpdates = resource == QLatin1String("updates") && path.size() == 1;
    if (!isContracts && !isPayments && !isFreelancer && !isMe && !isUpdates)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is nothing at this address."));
    if (!isRead(request))
        return wrongMethodAnswer("GET");
    if (isMe)
        return me(session);
    if (isUpdates)
        return updates(session, request);
    const QString scope = isFreelancer ? QStringLiteral("proposals:read") : QStringLiteral("payments:read");
    if (!session.may(scope))
        return lacksScope(session, { scope });
    if (isFreelancer)
        return freelancer(session, path.at(1));
    if (isPayments)
        return pendingPayments(session);
    return single ? contract(session, path.at(1)) : contracts(session, request);
}

HttpResponse PublicApi::me(const Session& session)
{
    const std::optional<Record> record
        = m_store.find(session.account.key, QStringLiteral("Account"), session.account.userId);
    if (!record || record->removed)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("This user is gone."));
    const QJsonObject account = record->json();
    QJsonObject actor { { QStringLiteral("userId"), session.account.userId } };
    for (const char* name : { "email", "firstName", "lastName", "fullName", "userType" })
        actor.insert(QLatin1String(name), memberOrNull(account, name));
    const QJsonValue organization = memberOrNull(account, "organizationId");
    return jsonAnswer({
        { QStringLiteral("actor"), actor },
        { QStringLiteral("token"),
            QJsonObject {
                { QStringLiteral("id"), session.tokenId },
                { QStringLiteral("label"), session.tokenLabel },
                { QStringLiteral("scopes"), QJsonArray::fromStringList(session.scopes) },
                { QStringLiteral("ownerOrganizationId"), organization },
            } },
        { QStringLiteral("account"),
            QJsonObject {
                { QStringLiteral("kind"), memberOrNull(account, "accountKind") },
                { QStringLiteral("organizationId"), organization },
                { QStringLiteral("ownerUserId"), session.account.userId },
                { QStringLiteral("memberRole"), memberOrNull(account, "memberRole") },
            } },
    });
}

HttpResponse PublicApi::freelancer(const Session& session, const QString& idOrSlug)
{
    Q_UNUSED(session)
    for (const Account& account : m_store.accounts()) {
        for (const Record& record : m_store.list(account.key, QStringLiteral("Profile"))) {
            const QJsonObject profile = record.json();
            if (record.id == idOrSlug || profile.value(QLatin1String("profileSlug")) == idOrSlug)
                return jsonAnswer(publicFreelancer(profile));
        }
    }
    return notFound(QStringLiteral("AI trainer"));
}

HttpResponse PublicApi::updates(const Session& session, const HttpRequest& request)
{
    QStringList types;
    if (session.may(QStringLiteral("proposals:read")))
        types << QStringLiteral("proposal.received") << QStringLiteral("proposal.status_changed");
    if (session.may(QStringLiteral("messages:read")))
        types << QStringLiteral("message.received");
    if (session.may(QStringLiteral("payments:read")))
        types << QStringLiteral("contract.created") << QStringLiteral("milestone.status_changed")
              << QStringLiteral("payment.pending") << QStringLiteral("approval.confirmed")
              << QStringLiteral("contract.budget_state_changed");
    if (types.isEmpty())
        return lacksScope(session,
            { QStringLiteral("proposals:read"), QStringLiteral("messages:read"),
                QStringLiteral("payments:read") });
    const std::optional<qint64> limit = readLimit(request, kDefaultUpdates, kMaxUpdates);
    if (!limit)
        return issueAnswer(QStringLiteral("limit"), QStringLiteral("must be a whole number from 1 to 100"));
    const QString cursor = request.query.value(QStringLiteral("cursor"), QStringLiteral("0"));
    bool isNumber = false;
    const qint64 after = cursor.toLongLong(&isNumber);
    if (!isNumber || after < 0)
        return issueAnswer(QStringLiteral("cursor"), QStringLiteral("is not a cursor of this feed"));
    std::vector<Event> events = m_store.events(session.account.key, after, types, *limit + 1);
    const bool more = static_cast<qint64>(events.size()) > *limit;
    if (more)
        events.pop_back();
    QJsonArray list;
    for (const Event& event : events)
        list.append(QJsonObject {
            { QStringLiteral("id"), QString::number(event.id) },
            { QStringLiteral("type"), event.type },
            { QStringLiteral("apiVersion"), QStringLiteral("v1") },
            { QStringLiteral("createdAt"), event.createdAt },
            { QStringLiteral("resourceId"), event.resourceId },
            { QStringLiteral("jobId"), event.jobId.isEmpty() ? QJsonValue() : QJsonValue(event.jobId) },
            { QStringLiteral("data"), jsonObject(event.data) },
        });
    return jsonAnswer({
        { QStringLiteral("events"), list },
        { QStringLiteral("nextCursor"), events.empty() ? cursor : QString::number(events.back().id) },
        { QStringLiteral("hasMore"), more },
    });
}

} // namespace ot::sandbox
