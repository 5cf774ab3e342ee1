// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ot::sandbox {

/// A client of the marketplace and the person who writes for it.
struct Employer {
    QString name;
    QString contactName; // masked, as the platform shows names: "Lena R."
    QString contactUserId;
};

const std::vector<Employer>& employers();

/// By name; a name that is not among them is a mistake in our own texts and ends the program.
const Employer& employerNamed(const QString& name);

} // namespace ot::sandbox
