// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace ot::storage {

// What the desktop's Secret Service is up to. QtKeychain alone can't say: a locked keyring answers it like a
// missing key.
enum class SecretServiceState {
    Unlocked,
    Locked,
    Absent, // no session bus, or nobody answers to the name and nobody would
    Unknown, // another kind of keychain (KWallet, Windows, macOS): only QtKeychain's own answer counts
};

// Asks over D-Bus without blocking and without starting a service that is not running. `then` is called on
// this thread, once, unless `context` goes first.
void probeSecretService(QObject* context, const std::function<void(SecretServiceState)>& then);

} // namespace ot::storage
