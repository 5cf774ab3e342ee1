// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/public_shapes.h"

#include "sandbox/api/dollars.h"

#include <QJsonArray>

#include <algorithm>
#include <initializer_list>

namespace ot::sandbox {

namespace {

QJsonObject picked(const QJsonObject& object, std::initializer_list<const char*> names)
{
    QJsonObject result;
    for (const char* name : names)
        result.insert(QLatin1String(name), memberOrNull(object, name));
    return result;
}

QString currencyOf(const QJsonObject& object)
{
    return object.value(QLatin1String("currency")).toString();
}

bool isActive(const QJsonObject& milestone)
{
    const QString status = milestone.value(QLatin1String("status")).toString();
    return status == QLatin1String("ACTIVE_FUNDED") || status == QLatin1String("PENDING_APPROVAL");
}

} // namespace

QJsonValue memberOrNull(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isUndefined() ? QJsonValue() : value;
}

QJsonObject publicConversation(const QJsonObject& conversation)
{
    return picked(conversation,
        { "id", "type", "bucket", "jobId", "proposalId", "channelName", "updatedAt", "lastMessage",
            "unreadCount", "needsReplyCount" });
}

QJsonObject publicMessage(const QJsonObject& message)
{
    return picked(message,
        { "id", "createdAt", "updatedAt", "conversationId", "jobId", "senderUserId", "isFromViewer", "system",
            "hasUnreadFlag", "hasAudio", "content", "messageType", "attachmentCount", "reactionCount",
            "editedAt" });
}

QJsonObject publicMilestone(const QJsonObject& milestone)
{
    QJsonObject result = picked(milestone,
        { "id", "name", "description", "status", "volume", "milestoneNumber", "dueDate", "pendingApproval",
            "needsReview", "invoiceId", "createdAt" });
    result.insert(QStringLiteral("amountUsd"),
        inDollars(milestone, "amountMinor", AmountUnit::Minor, currencyOf(milestone)));
    return result;
}

QJsonObject publicContract(
    const QJsonObject& contract, const QJsonObject& freelancer, const std::vector<QJsonObject>& milestones)
{
    QJsonObject result = picked(contract,
        { "id", "status", "title", "jobId", "proposalId", "paymentType", "estimatedVolume",
            "hasActiveMilestone", "startDate", "endDate", "createdAt", "updatedAt" });
    result.insert(QStringLiteral("rateUsd"),
        inDollars(contract, "rateMicros", AmountUnit::Micros, currencyOf(contract)));
    result.insert(QStringLiteral("estimatedTotalUsd"),
        inDollars(contract, "estimatedTotalMinor", AmountUnit::Minor, currencyOf(contract)));
    result.insert(QStringLiteral("freelancer"), freelancer);
    QJsonArray list;
    for (const QJsonObject& milestone : milestones)
        list.append(publicMilestone(milestone));
    result.insert(QStringLiteral("milestones"), list);
    return result;
}

QJsonObject publicBudget(const QJsonObject& contract, const std::vector<QJsonObject>& milestones)
{
    const QJsonObject budget = contract.value(QLatin1String("budget")).toObject();
    QJsonObject result = picked(budget,
        { "state", "fundedVolume", "consumedVolume", "remainingVolume", "consumedFraction", "lastUsageAt" });
    result.insert(QStringLiteral("contractId"), memberOrNull(contract, "id"));
    result.insert(QStringLiteral("paymentType"), memberOrNull(contract, "paymentType"));
    result.insert(QStringLiteral("fundedAmountUsd"),
        inDollars(budget, "fundedAmountMinor", AmountUnit::Minor, currencyOf(contract)));
    const bool hourly = contract.value(QLatin1String("paymentType")) == QLatin1String("PAY_PER_HOUR");
    const double consumed = budget.value(QLatin1String("consumedVolume")).toDouble();
    result.insert(QStringLiteral("consumed"),
        QJsonObject { { QStringLiteral("seconds"), hourly ? consumed * 3600 : 0.0 },
            { QStringLiteral("hours"), hourly ? consumed : 0.0 },
            { QStringLiteral("labels"), hourly ? 0.0 : consumed }, { QStringLiteral("tasks"), 0 } });
    const auto active = std::find_if(milestones.cbegin(), milestones.cend(), isActive);
    QJsonValue activeMilestone;
    if (active != milestones.cend()) {
        QJsonObject object = picked(*active, { "id", "name", "volume", "status" });
        object.insert(QStringLiteral("amountUsd"),
            inDollars(*active, "amountMinor", AmountUnit::Minor, currencyOf(*active)));
        activeMilestone = object;
    }
    result.insert(QStringLiteral("activeMilestone"), activeMilestone);
    return result;
}

QJsonObject publicFreelancer(const QJsonObject& profile)
{
    QJsonObject result = picked(profile,
        { "id", "profileSlug", "profilePath", "displayName", "firstName", "lastNameInitial", "talentType",
            "title", "bio", "city", "countryCode", "country", "profilePhotoUrl", "hourlyRateUsd",
            "availability", "expertiseLevel", "englishLevel", "memberSince", "identityVerified", "skills",
            "languages", "stats", "agency", "labelExperience", "workExperience", "education", "reviews" });
    // Whatever the record holds, a last name does not cross this interface.
    result.insert(QStringLiteral("lastNameInitial"),
        profile.value(QLatin1String("lastNameInitial")).toString().left(1));
    return result;
}

} // namespace ot::sandbox
