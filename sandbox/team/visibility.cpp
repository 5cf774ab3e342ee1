// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/team/visibility.h"

#include "sandbox/records.h"

#include <algorithm>
#include <array>

namespace ot::sandbox {

namespace {

enum class Reach {
    None,
    All,
    Assigned, // what belongs to a contract assigned to the member
    Talks, // conversations about work and with support
    AssignedTalks, // conversations about work on a contract assigned to the member
    Shared, // what its author shares with the team
    Around, // what belongs to a record the member sees
};

struct Rule {
    const char* type;
    Reach bids;
    Reach finance;
    Reach member;
};

// The owner sees everything. Around a conversation lie its messages, around these their files: a record
// stands above what lies around it.
constexpr std::array<Rule, 19> kRules { {
    // type                 BID_MANAGER      FINANCE          MEMBER
    { "Profile", /*      */ Reach::All, Reach::None, Reach::None },
    { "Company", /*      */ Reach::All, Reach::All, Reach::All },
    { "TeamMember", /*   */ Reach::All, Reach::All, Reach::All },
    { "Proposal", /*     */ Reach::All, Reach::None, Reach::None },
    { "ProposalTemplate", Reach::Shared, Reach::None, Reach::None },
    { "Interview", /*    */ Reach::All, Reach::None, Reach::None },
    { "Contract", /*     */ Reach::All, Reach::All, Reach::Assigned },
    { "Milestone", /*    */ Reach::All, Reach::All, Reach::Assigned },
    { "InstructionPage", Reach::All, Reach::None, Reach::Assigned },
    { "Submission", /*   */ Reach::All, Reach::None, Reach::Assigned },
    { "Payout", /*       */ Reach::None, Reach::All, Reach::None },
    { "Invoice", /*      */ Reach::None, Reach::All, Reach::None },
    { "PayoutMethod", /* */ Reach::None, Reach::All, Reach::None },
    { "TaxForm", /*      */ Reach::None, Reach::All, Reach::None },
    { "Review", /*       */ Reach::All, Reach::None, Reach::None },
    { "Message", /*      */ Reach::Around, Reach::Around, Reach::Around },
    { "Conversation", /* */ Reach::All, Reach::Talks, Reach::AssignedTalks },
    { "Attachment", /*   */ Reach::Around, Reach::Around, Reach::Around },
    { "Note", /*         */ Reach::Around, Reach::Around, Reach::Around },
} };

const Rule* ruleFor(const QString& type)
{
    const auto* const found = std::find_if(
        kRules.begin(), kRules.end(), [&type](const Rule& rule) { return type == QLatin1String(rule.type); });
    return found == kRules.end() ? nullptr : found;
}

Reach reachOf(const Rule& rule, const QString& role)
{
    if (role == kOwner)
        return isSharedByChoice(QLatin1String(rule.type)) ? Reach::Shared : Reach::All;
    if (role == kBidManager)
        return rule.bids;
    if (role == kFinance)
        return rule.finance;
    // A role of tomorrow sees as little as the least of today's.
    return role == kFormerMember ? Reach::None : rule.member;
}

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

/// The record that one lies around: type and id.
std::pair<QString, QString> centreOf(const QString& type, const QJsonObject& object)
{
    if (type == QLatin1String("Message"))
        return { QStringLiteral("Conversation"), textOf(object, "conversationId") };
    if (type == QLatin1String("Attachment"))
        return { textOf(object, "ownerType"), textOf(object, "ownerId") };
    return { textOf(object, "subjectType"), textOf(object, "subjectId") };
}

bool seesCentre(
    const TeamViewer& viewer, const QString& type, const QJsonObject& object, const TeamLookup& lookup)
{
    const auto [centreType, centreId] = centreOf(type, object);
    const QString& role = viewer.account.role;
    // What is noted about jobs, people and the company is for those who bid.
    const bool isNote = type == QLatin1String("Note");
    if (isNote
        && (!isSharedType(centreType) || centreType == QLatin1String("TeamMember")
            || centreType == QLatin1String("Company")))
        return role == kOwner || role == kBidManager;
    if (!isSharedType(centreType) || centreType == type)
        return false;
    const std::optional<QJsonObject> centre = lookup(centreType, centreId);
    return centre && maySee(viewer, centreType, *centre, lookup);
}

} // namespace

bool isSharedType(const QString& type)
{
    return ruleFor(type) != nullptr;
}

const QStringList& sharedTypes()
{
    static const QStringList kTypes = [] {
        QStringList types;
        for (const Rule& rule : kRules)
            types.append(QLatin1String(rule.type));
        return types;
    }();
    return kTypes;
}

bool isSharedByChoice(const QString& type)
{
    return type == QLatin1String("Note") || type == QLatin1String("ProposalTemplate");
}

bool isSharedWithTeam(const QString& type, const QJsonObject& object)
{
    return type == QLatin1String("Note") ? textOf(object, "visibility") == QLatin1String("TEAM")
                                         : object.value(QLatin1String("shared")).toBool();
}

bool maySee(
    const TeamViewer& viewer, const QString& type, const QJsonObject& object, const TeamLookup& lookup)
{
    const Rule* rule = ruleFor(type);
    if (!rule || viewer.account.role == kFormerMember)
        return false;
    if (isSharedByChoice(type)) {
        if (!isSharedWithTeam(type, object))
            return false;
        // Who shared it goes on seeing it.
        if (textOf(object, "authorUserId") == viewer.account.userId)
            return true;
    }
    const auto isAssigned
        = [&viewer](const QString& id) { return !id.isEmpty() && viewer.contractIds.contains(id); };
    const bool isAboutWork = textOf(object, "bucket") == QLatin1String("job");
    switch (reachOf(*rule, viewer.account.role)) {
    case Reach::None:
        return false;
    case Reach::All:
        // The owner's own tickets and requests have files as well; those are nobody else's.
        return type != QLatin1String("Attachment") || isSharedType(textOf(object, "ownerType"));
    case Reach::Shared:
        return true;
    case Reach::Assigned:
        return isAssigned(textOf(object, type == QLatin1String("Contract") ? "id" : "contractId"));
    case Reach::Talks:
        return isAboutWork || textOf(object, "bucket") == QLatin1String("support");
    case Reach::AssignedTalks:
        return isAboutWork && isAssigned(textOf(object, "contractId"));
    case Reach::Around:
        return seesCentre(viewer, type, object, lookup);
    }
    return false;
}

bool isOfOrganizations(const QString& type)
{
    return type == QLatin1String("Company") || type == QLatin1String("TeamMember");
}

QStringList recordTypesFor(const QString& role)
{
    QStringList types;
    for (const QString& type : recordTypes()) {
        const Rule* rule = ruleFor(type);
        if (role.isEmpty() && isOfOrganizations(type))
            continue;
        if (role.isEmpty() || !rule || type == QLatin1String("Note") || (reachOf(*rule, role) != Reach::None))
            types.append(type);
    }
    return types;
}

} // namespace ot::sandbox
