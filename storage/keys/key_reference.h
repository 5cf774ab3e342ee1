// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ot::storage {

// The key of a vault, wrapped by a passphrase: Argon2id makes a key of the passphrase, XChaCha20-Poly1305
// wraps with it. The parameters are stored, so they can grow with the years, and are authenticated.
struct PassphraseWrap {
    QByteArray salt;
    quint64 operations = 0;
    quint64 memoryBytes = 0;
    QByteArray nonce;
    QByteArray sealedKey;
};

// What lies beside a vault and says where its key is. Holds no secret.
struct KeyReference {
    QString keyId; // random; names the entry in the keychain
    bool inKeychain = false;
    QByteArray checkValue; // tells a wrong key from a damaged store
    std::optional<PassphraseWrap> passphrase;
    std::optional<PassphraseWrap> recovery; // by a recovery code, which nobody keeps but the user

    // How many ways there are to the key.
    [[nodiscard]] int ways() const
    {
        return int(inKeychain) + int(passphrase.has_value()) + int(recovery.has_value());
    }

    static QString pathIn(const QString& directory);
    // Errors: NotFound when there is none; Decode when it is damaged; StoreIo.
    static Result<KeyReference> load(const QString& directory);
    // Replaces the file in one step, 0600. Errors: StoreFull, StoreReadOnly, StoreIo.
    [[nodiscard]] Outcome save(const QString& directory) const;
};

} // namespace ot::storage
