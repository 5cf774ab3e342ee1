// SPDX-License-Identifier: GPL-3.0-or-later
//
// How custody of a key changes while its vault is open.
#include "storage/keys/custody_support.h"
#include "storage/keys/passphrase_wrap.h"
#include "storage/keys/recovery_code.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QTimer>

namespace ot::storage {

using namespace custody;

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

void end(const std::shared_ptr<QPromise<Outcome>>& promise, const Outcome& outcome)
{
    if (promise->future().isFinished())
        return; // a late answer of a keychain that was given up
    promise->addResult(outcome);
    promise->finish();
}

Error lastWay()
{
    return { ErrorCode::Conflict,
        Text::tr("This is the only way into the vault. Set up another one before you take it away."),
        QStringLiteral("last way") };
}

// Whether the key is the one of the vault that the reference stands beside.
Outcome belongsTo(const SharedKey& key, const Result<KeyReference>& reference)
{
    if (!reference)
        return reference.error();
    if (key && key->checkValue() == reference->checkValue)
        return success();
    return Error { ErrorCode::KeyForeign, Text::tr("This is not the key of this vault."),
        QStringLiteral("check value differs") };
}

} // namespace

Result<CustodyWays> KeyCustody::ways() const
{
    const Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!reference)
        return reference.error();
    return CustodyWays { reference->inKeychain, reference->passphrase.has_value(),
        reference->recovery.has_value() };
}

QFuture<Outcome> KeyCustody::setPassphrase(const SharedKey& key, const QString& passphrase)
{
    return setWrap(&KeyReference::passphrase, key, passphrase);
}

QFuture<Result<QString>> KeyCustody::makeRecoveryCode(const SharedKey& key)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const QString code = newRecoveryCode();
    whenDone(setWrap(&KeyReference::recovery, key, code), this, [promise, code](const Outcome& set) {
        promise->addResult(set ? Result<QString>(code) : Result<QString>(set.error()));
        promise->finish();
    });
    return promise->future();
}

// The work is done on another thread; the file is read and written on this one, so that two changes never
// meet.
QFuture<Outcome> KeyCustody::setWrap(Wrap wrap, const SharedKey& key, const QString& secret)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const Result<KeyReference> reference = KeyReference::load(m_directory);
    if (const Outcome own = belongsTo(key, reference); !own) {
        end(promise, own);
        return promise->future();
    }
    auto wrapped = std::make_shared<QPromise<Result<PassphraseWrap>>>();
    wrapped->start();
    QThreadPool::globalInstance()->start([wrapped, key, secret, context = contextOf(*reference, wrap)] {
        wrapped->addResult(wrapKey(*key, secret, context));
        wrapped->finish();
    });
    whenDone(wrapped->future(), this, [this, promise, wrap](const Result<PassphraseWrap>& made) {
        if (!made) {
            end(promise, made.error());
            return;
        }
        Result<KeyReference> current = KeyReference::load(m_directory);
        if (current)
            (*current).*wrap = *made;
        end(promise, current ? current->save(m_directory) : Outcome(current.error()));
    });
    return promise->future();
}

QFuture<Outcome> KeyCustody::removePassphrase()
{
    return removeWrap(&KeyReference::passphrase);
}

QFuture<Outcome> KeyCustody::removeRecoveryCode()
{
    return removeWrap(&KeyReference::recovery);
}

QFuture<Outcome> KeyCustody::removeWrap(Wrap wrap)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!reference) {
        end(promise, reference.error());
    } else if (!((*reference).*wrap)) {
        end(promise, success());
    } else if (reference->ways() == 1) {
        end(promise, lastWay());
    } else {
        ((*reference).*wrap).reset();
        end(promise, reference->save(m_directory));
    }
    return promise->future();
}

QFuture<Outcome> KeyCustody::addToKeychain(const SharedKey& key)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    Result<KeyReference> reference = KeyReference::load(m_directory);
    if (const Outcome own = belongsTo(key, reference); !own) {
        end(promise, own);
        return promise->future();
    }
    probeSecretService(
        this, [this, promise, key, reference = *reference](SecretServiceState service) mutable {
            if (service == SecretServiceState::Absent || service == SecretServiceState::Locked) {
                end(promise, keychainError(QKeychain::OtherError, service));
                return;
            }
            reference.inKeychain = true;
            const auto stored = std::make_shared<QPromise<Result<SharedKey>>>();
            stored->start();
            whenDone(stored->future(), this, [promise](const Result<SharedKey>& kept) {
                end(promise, kept ? success() : Outcome(kept.error()));
            });
            storeKey(key, reference, stored);
        });
    return promise->future();
}

QFuture<Outcome> KeyCustody::removeFromKeychain()
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!reference || !reference->inKeychain) {
        end(promise, reference ? success() : Outcome(reference.error()));
        return promise->future();
    }
    if (reference->ways() == 1) {
        end(promise, lastWay());
        return promise->future();
    }
    // First what the vault says, then the entry: broken off in between, a key is left over that nothing
    // points to, instead of a vault that points to nothing.
    reference->inKeychain = false;
    if (const Outcome saved = reference->save(m_directory); !saved)
        end(promise, saved);
    else
        deleteEntry(*reference, promise);
    return promise->future();
}

void KeyCustody::deleteEntry(const KeyReference& reference, const std::shared_ptr<QPromise<Outcome>>& promise)
{
    auto* job = new QKeychain::DeletePasswordJob(QLatin1String(kService), this);
    job->setInsecureFallback(false);
    job->setKey(entryName(reference));
    connect(job, &QKeychain::Job::finished, this, [this, job, promise] {
        const QKeychain::Error error = job->error();
        if (error == QKeychain::NoError || error == QKeychain::EntryNotFound) {
            end(promise, success());
            return;
        }
        probeSecretService(this,
            [promise, error](SecretServiceState service) { end(promise, keychainError(error, service)); });
    });
    QTimer::singleShot(kKeychainMilliseconds, this,
        [promise] { end(promise, keychainError(QKeychain::OtherError, SecretServiceState::Unknown)); });
    job->start();
}

} // namespace ot::storage
