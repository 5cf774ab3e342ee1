// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keys/key_reference.h"
#include "storage/keys/secret_key.h"

namespace ot::storage {

// Wraps a key with a passphrase. Takes about half a second and 256 MiB by design; not for the GUI thread.
// `context` is bound to the result: a wrap moved to another vault does not open. Errors: Internal when there
// is no memory for it.
Result<PassphraseWrap> wrapKey(const SecretKey& key, const QString& passphrase, const QByteArray& context);

// Errors: PassphraseWrong; Decode when the parameters are beyond what this program would ever write.
Result<SecretKey> unwrapKey(const PassphraseWrap& wrap, const QString& passphrase, const QByteArray& context);

// Whether this program would wrap with more work today than it did then: wrap again once the passphrase is at
// hand.
bool isOutdated(const PassphraseWrap& wrap);

} // namespace ot::storage
