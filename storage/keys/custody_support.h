// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parts of KeyCustody share; nothing outside storage/keys sees it.
#pragma once

#include "storage/keys/key_custody.h"
#include "storage/keys/secret_service.h"

#include <QPromise>

#include <qt6keychain/keychain.h>

namespace ot::storage::custody {

inline constexpr char kService[] = "ai.opentrain.Desktop";
// The keychain may be waiting for a human at a prompt; after this the user is offered another way.
inline constexpr int kKeychainMilliseconds = 60'000;

QString entryName(const KeyReference& reference);
// What a wrap is bound to: it opens neither another vault nor in another's place.
QByteArray contextOf(const KeyReference& reference, std::optional<PassphraseWrap> KeyReference::*wrap);
Error keychainError(QKeychain::Error error, SecretServiceState service);

} // namespace ot::storage::custody
