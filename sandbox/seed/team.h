// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vendor's company, its people, and those of them who have accounts of their own.
#pragma once

#include "sandbox/seed/world.h"

namespace ot::sandbox {

/// A member of the vendor's team who can sign in.
struct Colleague {
    QString key; // of the account: "vendor-bids"
    QString userId;
    QString displayName; // masked, as others see it
    QString firstName;
    QString lastName;
    QString email;
    QString role;
    QString country;
    QString timeZone;
    QString locale;
    qint64 days; // since they joined
};

[[nodiscard]] const std::vector<Colleague>& colleagues();

/// Company and TeamMember, for the account that holds what the team shares.
void addTeam(AccountWriter& writer);
/// What is a colleague's own.
void addColleague(AccountWriter& writer, const Colleague& person);

} // namespace ot::sandbox
