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

// The ways to a vault's key that are set up. At least one.
struct CustodyWays {
    bool keychain = false;
    bool passphrase = false;
    bool recoveryCode = false;

    friend bool operator==(const CustodyWays&, const CustodyWays&) = default;
};

// What a person gives so that the ways they have lead to a new key as well.
struct NextWays {
    QString passphrase; // the one of today; needed when the vault has one
    QString recoveryCode; // a new one, which the person has been shown; without it that way goes
};

// A key that is to take the place of a vault's, and the ways to it. Nothing of it is kept yet.
struct NextCustody {
    SharedKey key;
    KeyReference reference;
    QString formerKeyId;
};

// Finds, makes and keeps the key of the vault in one directory: in the operating system's keychain, wrapped
// by a passphrase, by a recovery code, or by several of these, which all lead to the same key. Never makes a
// key while a vault or a key reference is there, never keeps one in plain text. Lives on the GUI thread and
// never blocks it: the keychain answers when it likes and may wait for a human.
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
    // Errors: BadInput when it can't be a code, with what is wrong; PassphraseWrong for another vault's.
    QFuture<Result<SharedKey>> unlockWithRecoveryCode(const QString& typed);

    // Makes a key for a new vault and puts it into the keychain; kept only when reading it back gives the
    // same key. Errors: KeychainMissing, KeychainLocked, KeychainDenied: then createWithPassphrase().
    QFuture<Result<SharedKey>> createInKeychain();
    QFuture<Result<SharedKey>> createWithPassphrase(const QString& passphrase);

    // How custody changes while the vault is open; its data stays as it is. The last way is never taken away.
    // Errors of all of them: KeyForeign when `key` is not this vault's, and those of the disk.
    [[nodiscard]] Result<CustodyWays> ways() const;
    // Adds a passphrase, or replaces it.
    QFuture<Outcome> setPassphrase(const SharedKey& key, const QString& passphrase);
    // Makes a code that opens this vault from now on, instead of one before. It is kept nowhere: shown once.
    QFuture<Result<QString>> makeRecoveryCode(const SharedKey& key);
    // Puts the key into the keychain as well. Errors: KeychainMissing, KeychainLocked, KeychainDenied.
    QFuture<Outcome> addToKeychain(const SharedKey& key);
    // Errors: Conflict for the last way.
    QFuture<Outcome> removePassphrase();
    QFuture<Outcome> removeRecoveryCode();
    QFuture<Outcome> removeFromKeychain();

    // Destroys every way to the key, so that nothing opens the vault again: the keychain's entry, proved
    // gone, then the key reference, overwritten. Errors: KeychainLocked, KeychainMissing, KeychainDenied, and
    // then everything is as it was; StoreReadOnly.
    QFuture<Outcome> destroyKey();
    // For a new key in place of this one (storage/rekey). The vault itself is written under it in between.
    // A new key and the same ways to it as to the current one; takes as long as wrapping does, any thread.
    // Errors: KeyForeign; PassphraseNeeded, PassphraseWrong; BadInput for what is no recovery code; Conflict
    // when no way would be left.
    static Result<NextCustody> prepareNext(
        const QString& directory, const SecretKey& current, const NextWays& ways);
    // Puts the key into the keychain where that is one of its ways, and then replaces the key reference, in
    // one step: from then on the folder's key is this one. Errors: of the keychain and the disk; then the key
    // reference is the one before.
    QFuture<Outcome> adopt(const NextCustody& next);
    // Takes a key out of the keychain that no reference names any more; one that isn't there is no error.
    QFuture<Outcome> forget(const QString& keyId);

private:
    using Wrap = std::optional<PassphraseWrap> KeyReference::*;

    QFuture<Result<SharedKey>> unwrap(Wrap wrap, const QString& secret, const Error& missing);
    QFuture<Outcome> setWrap(Wrap wrap, const SharedKey& key, const QString& secret);
    QFuture<Outcome> removeWrap(Wrap wrap);
    void deleteEntry(const KeyReference& reference, const std::shared_ptr<QPromise<Outcome>>& promise);
    void storeKey(const SharedKey& key, const KeyReference& reference,
        const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);
    void storeNewKey(const SharedKey& key, const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);
    void readBack(const SharedKey& key, const KeyReference& reference,
        const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);
    void readKey(const KeyReference& reference, const std::shared_ptr<QPromise<Result<SharedKey>>>& promise);

    QString m_directory;
};

} // namespace ot::storage
