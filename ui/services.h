// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"

#include <QString>

namespace ot::storage {
class Vault;
}

namespace ot::ui {

class LinkGate;
class Preferences;
class SyncViewState;
class Theme;

// Where the vault's key is kept.
enum class KeyPlace { Keychain, Passphrase };

// Everything the main window works with. The composition root makes these; all of them outlive the window.
// The window's models read from the vault, and its commands (send, undo, try again, discard) go into it;
// nothing here blocks.
struct Services {
    storage::Vault& vault;
    SyncViewState& sync;
    Preferences& preferences;
    Theme& theme;
    LinkGate& links;
    models::Formatter formatter;
    QString serverAddress; // shown in Settings and in the sync details
    KeyPlace keyPlace = KeyPlace::Keychain;
};

} // namespace ot::ui
