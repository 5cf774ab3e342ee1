// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/public_api.h"

#include "sandbox/api/answers.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

/// The member, null where the record has none: published members are never absent.
QJsonValue member(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isUndefined() ? QJsonValue() : value;
}

} // namespace

PublicApi::PublicApi(Store& store, Messaging& messaging)
    : m_store(store)
    , m_messaging(messaging)
{
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
        actor.insert(QLatin1String(name), member(account, name));
    const QJsonValue organization = member(account, "organizationId");
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
                { QStringLiteral("kind"), member(account, "accountKind") },
                { QStringLiteral("organizationId"), organization },
                { QStringLiteral("ownerUserId"), session.account.userId },
                { QStringLiteral("memberRole"), member(account, "memberRole") },
            } },
    });
}

} // namespace ot::sandbox
