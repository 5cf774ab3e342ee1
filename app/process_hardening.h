// SPDX-License-Identifier: GPL-3.0-or-later
//
// What keeps keys and messages from leaving the process other than by its own doing. Called first thing in
// main(), before any thread and before anything secret.
#pragma once

namespace ot::app {

// No core dumps: a dump of this process would hold keys and messages.
void refuseCoreDumps();

// Other processes of the same user may not read this one's memory or attach to it. False where that is left
// to the sandbox around us (Flatpak, Snap): it keeps others out itself, and its portals ask the system about
// us, which this would forbid.
bool refuseInspection();

} // namespace ot::app
