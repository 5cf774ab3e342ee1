// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keys/key_reference.h"
#include "storage/keys/secret_key.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>

namespace ot::storage {

using SharedKey = std::shared_ptr<SecretKey>;

// Finds, makes and keeps the key of the vault in one directory: in the operating system's keychain, or
// wrapped by a passphrase where there is no keychain. Never makes a key while a vault or a key reference is
// there, never keeps one in plain text. Lives on the GUI thread and never blocks it: the keychain answers
// when it likes and may wait for a human.
class KeyCustody : public QObject {
    Q_OBJECT

public:
    explicit KeyCustody(QString directory, QObject* parent = nullptr);
    ~KeyCustody() override;

    // True when the directory holds a vault or a key reference: a new key must not be made.
    [[nodiscard]] bool hasVault() const;

    // The key of the vault that is there. Errors:
    //   PassphraseNeeded  it is wrapped by a passphrase alone: unlockWithPassphrase()
    //   KeychainLocked, KeychainMissing, KeychainDenied  the keychain can't say
    //   KeyMissing        the keychain answers and has no such key, or the key reference is gone
    //   KeyForeign        the keychain has another key under its name
    QFuture<Result<SharedKey>> unlock();
    // Errors: PassphraseWrong; Decode when the wrapped key is damaged.
    QFuture<Result<SharedKey>> unlockWithPassphrase(const QString& passphrase);

    // Makes a key for a new vault and puts it into the keychain; kept only when reading it back gives the
    // same key. Errors: KeychainMissing, KeychainLocked, KeychainDenied: then createWithPassphrase().
    QFuture<Result<SharedKey>> createInKeychain();
    QFuture<Result<SharedKey>> createWithPassphrase(const QString& passphrase);

private:
    void storeNewKey(const SharedKey& key, const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);
    void readBack(const SharedKey& key, const KeyReference& reference,
        const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);
    void readKey(const KeyReference& reference, const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);

    QString m_directory;
};

} // namespace ot::storage
