// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// One person of a vendor's organization, invited or there.
struct TeamMember : RecordBase {
    QString organizationId;
    QString userId; // null until the invitation is accepted
    QString displayName;
    QString email;
    QString role; // OWNER, BID_MANAGER, FINANCE, MEMBER; open-ended
    QString status; // ACTIVE, INVITED, REMOVED; open-ended
    QString title;
    QStringList languages;
    QStringList skills;
    std::optional<double> weeklyHours;
    std::optional<double> allocatedHours;
    QStringList contractIds; // the contracts a MEMBER is assigned to
    std::optional<UtcTime> invitedAt;
    std::optional<UtcTime> joinedAt;
    std::optional<UtcTime> lastActiveAt;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "TeamMember", "team_member", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(
            field("organizationId", &TeamMember::organizationId, facts::kTeam, Trait::Indexed),
            field(
                "userId", &TeamMember::userId, facts::kTeam.from(DataSource::MadeByPlatform), Trait::Indexed),
            field("displayName", &TeamMember::displayName, facts::kTeammate, Trait::Searchable),
            field("email", &TeamMember::email, facts::kTeammate, Trait::Searchable),
            field("role", &TeamMember::role, facts::kTeam, Trait::Indexed),
            field("status", &TeamMember::status, facts::kTeam, Trait::Indexed),
            field("title", &TeamMember::title, facts::kTeammate, Trait::Searchable),
            field("languages", &TeamMember::languages, facts::kTeammate, Trait::Searchable),
            field("skills", &TeamMember::skills, facts::kTeammate, Trait::Searchable),
            field("weeklyHours", &TeamMember::weeklyHours, facts::kTeam),
            field("allocatedHours", &TeamMember::allocatedHours, facts::kTeam),
            field("contractIds", &TeamMember::contractIds, facts::kTeam),
            field("invitedAt", &TeamMember::invitedAt, facts::kTeam),
            field("joinedAt", &TeamMember::joinedAt, facts::kTeam.from(DataSource::MadeByPlatform)),
            field("lastActiveAt", &TeamMember::lastActiveAt, facts::kTeam.from(DataSource::Automatic)),
            field("createdAt", &TeamMember::createdAt, facts::kTeam.from(DataSource::MadeByPlatform)),
            field("updatedAt", &TeamMember::updatedAt, facts::kTeam.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
