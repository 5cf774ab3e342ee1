// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/record_tools.h"

namespace ot::sandbox {

QString ownerOf(const OperationCall& call)
{
    const std::optional<Record> shared = call.store.find(call.account(), call.target->type, call.id);
    return shared && !shared->removed ? call.account() : call.session.account.key;
}

QJsonObject currentOf(const OperationCall& call)
{
    return call.store.find(ownerOf(call), call.target->type, call.id)->json();
}

std::optional<QJsonObject> visible(const OperationCall& call, const QString& type, const QString& id)
{
    for (const QString& owner : { call.session.account.key, kEveryone }) {
        const std::optional<Record> record = call.store.find(owner, type, id);
        if (record && !record->removed)
            return record->json();
    }
    return std::nullopt;
}

QString newId(const OperationCall& call, const char* prefix)
{
    return QStringLiteral("%1_x%2").arg(QLatin1String(prefix)).arg(call.writer.nextNumber());
}

Record createRecord(const OperationCall& call, const QString& owner, const QString& type, QJsonObject object)
{
    const QString now = call.now();
    object.insert(QStringLiteral("createdAt"), now);
    object.insert(QStringLiteral("updatedAt"), now);
    return call.writer.put(owner, type, memberText(object, "id"), object);
}

Record updateTarget(const OperationCall& call, const QJsonObject& changes)
{
    QJsonObject object = currentOf(call);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    object.insert(QStringLiteral("updatedAt"), call.now());
    return call.writer.put(ownerOf(call), call.target->type, call.id, object);
}

Record moveOrUpdate(const OperationCall& call, const QJsonObject& changes, const QString& owner)
{
    const QString before = ownerOf(call);
    if (before == owner)
        return updateTarget(call, changes);
    QJsonObject object = currentOf(call);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    object.insert(QStringLiteral("updatedAt"), call.now());
    // What was shared is taken from the others first; they would keep it else.
    if (before == call.account())
        call.writer.remove(before, call.target->type, call.id);
    return call.writer.put(owner, call.target->type, call.id, object);
}

Record removeTarget(const OperationCall& call)
{
    return call.writer.remove(ownerOf(call), call.target->type, call.id).value_or(*call.target);
}

QString organizationOf(const OperationCall& call)
{
    const Account& account = call.session.account;
    const std::optional<Record> record
        = call.store.find(account.key, QStringLiteral("Account"), account.userId);
    return record ? memberText(record->json(), "organizationId") : QString();
}

bool isAuthor(const OperationCall& call)
{
    return memberText(call.target->json(), "authorUserId") == call.session.account.userId;
}

} // namespace ot::sandbox
