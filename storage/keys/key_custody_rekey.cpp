// SPDX-License-Identifier: GPL-3.0-or-later
//
// Custody of a key that takes the place of another.
#include "storage/keys/custody_support.h"
#include "storage/keys/passphrase_wrap.h"
#include "storage/keys/recovery_code.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QUuid>

namespace ot::storage {

using namespace custody;

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

// That the passphrase is the one of today, so that a slip does not become the new one.
Outcome provePassphrase(const KeyReference& current, const QString& passphrase)
{
    if (passphrase.isEmpty())
        return Error { ErrorCode::PassphraseNeeded, Text::tr("The vault is protected by a passphrase."),
            QStringLiteral("rekey") };
    const Result<SecretKey> key
        = unwrapKey(*current.passphrase, passphrase, contextOf(current, &KeyReference::passphrase));
    return key ? success() : Outcome(key.error());
}

} // namespace

Result<NextCustody> KeyCustody::prepareNext(
    const QString& directory, const SecretKey& current, const NextWays& ways)
{
    const Result<KeyReference> reference = KeyReference::load(directory);
    if (!reference)
        return reference.error();
    if (current.checkValue() != reference->checkValue)
        return Error { ErrorCode::KeyForeign, Text::tr("This is not the key of this vault."),
            QStringLiteral("check value differs") };
    NextCustody next { std::make_shared<SecretKey>(SecretKey::generate()), {}, reference->keyId };
    next.reference.keyId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    next.reference.checkValue = next.key->checkValue();
    next.reference.inKeychain = reference->inKeychain;
    if (reference->passphrase) {
        if (const Outcome proved = provePassphrase(*reference, ways.passphrase); !proved)
            return proved.error();
        const Result<PassphraseWrap> wrap
            = wrapKey(*next.key, ways.passphrase, contextOf(next.reference, &KeyReference::passphrase));
        if (!wrap)
            return wrap.error();
        next.reference.passphrase = *wrap;
    }
    if (!ways.recoveryCode.isEmpty()) {
        const Result<QString> code = readRecoveryCode(ways.recoveryCode);
        if (!code)
            return code.error();
        const Result<PassphraseWrap> wrap
            = wrapKey(*next.key, *code, contextOf(next.reference, &KeyReference::recovery));
        if (!wrap)
            return wrap.error();
        next.reference.recovery = *wrap;
    }
    if (next.reference.ways() == 0)
        return Error { ErrorCode::Conflict,
            Text::tr("The recovery code is the only way into the vault, so a new one is needed with the new "
                     "key."),
            QStringLiteral("no way left") };
    return next;
}

QFuture<Outcome> KeyCustody::adopt(const NextCustody& next)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto end = [promise](const Outcome& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    if (!next.reference.inKeychain) {
        end(next.reference.save(m_directory));
        return promise->future();
    }
    const auto stored = std::make_shared<QPromise<Result<SharedKey>>>();
    stored->start();
    whenDone(stored->future(), this,
        [end](const Result<SharedKey>& kept) { end(kept ? success() : Outcome(kept.error())); });
    storeKey(next.key, next.reference, stored);
    return promise->future();
}

QFuture<Outcome> KeyCustody::forget(const QString& keyId)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    KeyReference reference;
    reference.keyId = keyId;
    deleteEntry(reference, promise);
    return promise->future();
}

} // namespace ot::storage
