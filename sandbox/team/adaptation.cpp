// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/team/adaptation.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

void clear(QJsonObject& object, std::initializer_list<const char*> members)
{
    for (const char* member : members) {
        if (object.contains(QLatin1String(member)))
            object.insert(QLatin1String(member), QJsonValue());
    }
}

/// The same reactions, with the member's own marked.
QJsonArray reactionsFor(const QJsonArray& reactions, const QJsonArray& before)
{
    QJsonArray mine;
    for (const QJsonValue& value : reactions) {
        QJsonObject reaction = value.toObject();
        bool isMine = false;
        for (const QJsonValue& known : before)
            isMine = isMine
                || (textOf(known.toObject(), "emoji") == textOf(reaction, "emoji")
                    && known.toObject().value(QLatin1String("mine")).toBool());
        reaction.insert(QStringLiteral("mine"), isMine);
        mine.append(reaction);
    }
    return mine;
}

void adaptMessage(const TeamViewer& viewer, QJsonObject& message, const TeamReading& reading)
{
    const bool isMine = textOf(message, "senderUserId") == viewer.account.userId;
    const QString flag = QStringLiteral("hasUnreadFlag");
    bool unread = reading.isNew || message.value(flag).toBool();
    if (reading.before)
        unread = reading.before->value(flag).toBool();
    message.insert(flag, unread && !isMine);
    message.insert(QStringLiteral("isFromViewer"), isMine);
    const QString reactions = QStringLiteral("reactions");
    if (message.contains(reactions))
        message.insert(reactions,
            reactionsFor(message.value(reactions).toArray(),
                reading.before.value_or(QJsonObject()).value(reactions).toArray()));
}

void adaptConversation(const TeamViewer& viewer, QJsonObject& conversation, const TeamReading& reading)
{
    if (reading.unread)
        conversation.insert(QStringLiteral("unreadCount"), *reading.unread);
    for (const char* member : { "muted", "archived", "favourite" }) {
        if (conversation.contains(QLatin1String(member)))
            conversation.insert(QLatin1String(member),
                reading.before && reading.before->value(QLatin1String(member)).toBool());
    }
    QJsonObject last = conversation.value(QLatin1String("lastMessage")).toObject();
    if (!last.isEmpty()) {
        last.insert(QStringLiteral("isFromViewer"), textOf(last, "senderUserId") == viewer.account.userId);
        conversation.insert(QStringLiteral("lastMessage"), last);
    }
}

void adaptContract(const TeamViewer& viewer, QJsonObject& contract)
{
    const QString& role = viewer.account.role;
    if (role != kOwner && role != kBidManager)
        clear(contract, { "proposalId" });
    if (role != kMember)
        return;
    clear(contract, { "rateMicros", "estimatedTotalMinor" });
    QJsonObject budget = contract.value(QLatin1String("budget")).toObject();
    if (!budget.isEmpty()) {
        clear(budget, { "fundedAmountMinor" });
        contract.insert(QStringLiteral("budget"), budget);
    }
}

void adaptColleague(const TeamViewer& viewer, QJsonObject& colleague)
{
    if (viewer.account.role != kMember || textOf(colleague, "userId") == viewer.account.userId)
        return;
    clear(colleague, { "email", "weeklyHours", "allocatedHours", "invitedAt", "lastActiveAt" });
    colleague.insert(QStringLiteral("contractIds"), QJsonArray());
}

} // namespace

QJsonObject adaptedFor(
    const TeamViewer& viewer, const QString& type, const QJsonObject& object, const TeamReading& reading)
{
    QJsonObject adapted = object;
    if (type == QLatin1String("Message")) {
        adaptMessage(viewer, adapted, reading);
    } else if (type == QLatin1String("Conversation")) {
        adaptConversation(viewer, adapted, reading);
    } else if (type == QLatin1String("Contract")) {
        adaptContract(viewer, adapted);
    } else if (type == QLatin1String("TeamMember")) {
        adaptColleague(viewer, adapted);
    } else if (type == QLatin1String("Milestone") && viewer.account.role == kMember) {
        clear(adapted, { "amountMinor", "invoiceId" });
    } else if (type == QLatin1String("Company") && viewer.account.role == kMember) {
        clear(adapted, { "minimumEngagementMinor" });
        adapted.insert(QStringLiteral("rates"), QJsonArray());
    }
    return adapted;
}

} // namespace ot::sandbox
