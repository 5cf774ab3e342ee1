// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/custody_support.h"

#include <QCoreApplication>

namespace ot::storage::custody {

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

} // namespace

QString entryName(const KeyReference& reference)
{
    return QStringLiteral("store:") + reference.keyId;
}

QByteArray contextOf(const KeyReference& reference, std::optional<PassphraseWrap> KeyReference::*wrap)
{
    const QByteArray name = reference.keyId.toUtf8();
    return wrap == &KeyReference::recovery ? name + "|recovery" : name;
}

Error keychainError(QKeychain::Error error, SecretServiceState service)
{
    const QString detail = QStringLiteral("keychain error %1, service %2").arg(int(error)).arg(int(service));
    if (service == SecretServiceState::Locked) {
        return { ErrorCode::KeychainLocked,
            Text::tr(
                "Your keyring is locked, and the vault's key is in it. Unlock the keyring, then try again."),
            detail };
    }
    if (service == SecretServiceState::Absent || error == QKeychain::NoBackendAvailable
        || error == QKeychain::NotImplemented) {
        return { ErrorCode::KeychainMissing,
            Text::tr(
                "No keychain answers on this computer, so the vault's key has to be kept by a passphrase."),
            detail };
    }
    if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser) {
        return { ErrorCode::KeychainDenied, Text::tr("The keychain did not let this program in."), detail };
    }
    if (error == QKeychain::EntryNotFound) {
        return { ErrorCode::KeyMissing,
            Text::tr("The keychain no longer has the key of this vault. The vault was left as it is."),
            detail };
    }
    return { ErrorCode::KeychainMissing, Text::tr("The keychain does not answer."), detail };
}

} // namespace ot::storage::custody
