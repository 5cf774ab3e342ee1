// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/key_custody.h"

#include "storage/directory_guard.h"
#include "storage/keys/custody_support.h"
#include "storage/keys/passphrase_wrap.h"
#include "storage/keys/recovery_code.h"
#include "storage/keys/secret_service.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QFile>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <sodium.h>

namespace ot::storage {

using namespace custody;

namespace {

constexpr char kDatabase[] = "vault.db";

using Promise = std::shared_ptr<QPromise<Result<SharedKey>>>;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Promise begun()
{
    auto promise = std::make_shared<QPromise<Result<SharedKey>>>();
    promise->start();
    return promise;
}

void finish(const Promise& promise, const Result<SharedKey>& result)
{
    if (promise->future().isFinished())
        return; // a late answer of a keychain that was given up
    promise->addResult(result);
    promise->finish();
}

KeyReference newReference(const SecretKey& key)
{
    KeyReference reference;
    reference.keyId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    reference.checkValue = key.checkValue();
    return reference;
}

Result<SharedKey> checked(Result<SecretKey> key, const KeyReference& reference)
{
    if (!key)
        return key.error();
    if (key->checkValue() != reference.checkValue) {
        return Error { ErrorCode::KeyForeign,
            Text::tr("The keychain holds another key under the name of this vault's. The vault was left as "
                     "it is."),
            QStringLiteral("check value differs") };
    }
    return std::make_shared<SecretKey>(std::move(key).value());
}

Result<SharedKey> fromKeychain(QByteArray bytes, const KeyReference& reference)
{
    Result<SharedKey> key
        = checked(SecretKey::fromBytes({ reinterpret_cast<const unsigned char*>(bytes.constData()),
                      static_cast<std::size_t>(bytes.size()) }),
            reference);
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!key && key.error().code == ErrorCode::BadInput)
        return Error { ErrorCode::KeyForeign, key.error().message, key.error().detail };
    return key;
}

} // namespace

KeyCustody::KeyCustody(QString directory, QObject* parent)
    : QObject(parent)
    , m_directory(std::move(directory))
{
}

KeyCustody::~KeyCustody() = default;

bool KeyCustody::hasVault() const
{
    return QFile::exists(KeyReference::pathIn(m_directory))
        || QFile::exists(m_directory + QLatin1Char('/') + QLatin1String(kDatabase));
}

QFuture<Result<SharedKey>> KeyCustody::unlock()
{
    const Promise promise = begun();
    const Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!reference) {
        if (reference.error().code == ErrorCode::NotFound && hasVault()) {
            finish(promise,
                Error { ErrorCode::KeyMissing,
                    Text::tr(
                        "The file that says where the vault's key is kept is gone. The vault was left as it "
                        "is."),
                    QStringLiteral("no key reference beside a vault") });
        } else {
            finish(promise, reference.error());
        }
    } else if (!reference->inKeychain) {
        finish(promise,
            Error { ErrorCode::PassphraseNeeded, Text::tr("The vault is protected by a passphrase."),
                QString() });
    } else {
        readKey(*reference, promise);
    }
    return promise->future();
}

void KeyCustody::readKey(const KeyReference& reference, const Promise& promise)
{
    auto* job = new QKeychain::ReadPasswordJob(QLatin1String(kService), this);
    job->setInsecureFallback(false);
    job->setKey(entryName(reference));
    connect(job, &QKeychain::Job::finished, this, [this, job, reference, promise] {
        const QKeychain::Error error = job->error();
        if (error == QKeychain::NoError) {
            finish(promise, fromKeychain(job->binaryData(), reference));
            return;
        }
        probeSecretService(this,
            [promise, error](SecretServiceState service) { finish(promise, keychainError(error, service)); });
    });
    QTimer::singleShot(kKeychainMilliseconds, this,
        [promise] { finish(promise, keychainError(QKeychain::OtherError, SecretServiceState::Unknown)); });
    job->start();
}

QFuture<Result<SharedKey>> KeyCustody::unlockWithPassphrase(const QString& passphrase)
{
    const QFuture<Result<SharedKey>> unlocked = unwrap(&KeyReference::passphrase, passphrase,
        { ErrorCode::KeyMissing, Text::tr("This vault has no passphrase."), QStringLiteral("no wrap") });
    whenDone(unlocked, this, [this, passphrase](const Result<SharedKey>& key) {
        const Result<KeyReference> reference = KeyReference::load(m_directory);
        if (key && reference && reference->passphrase && isOutdated(*reference->passphrase))
            (void)setPassphrase(*key, passphrase);
    });
    return unlocked;
}

QFuture<Result<SharedKey>> KeyCustody::unlockWithRecoveryCode(const QString& typed)
{
    const Result<QString> code = readRecoveryCode(typed);
    if (!code) {
        const Promise promise = begun();
        finish(promise, code.error());
        return promise->future();
    }
    return unwrap(&KeyReference::recovery, *code,
        { ErrorCode::KeyMissing, Text::tr("No recovery code was made for this vault."),
            QStringLiteral("no wrap") });
}

QFuture<Result<SharedKey>> KeyCustody::unwrap(Wrap wrap, const QString& secret, const Error& missing)
{
    const Promise promise = begun();
    const Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!reference || !((*reference).*wrap)) {
        finish(promise, reference ? missing : reference.error());
        return promise->future();
    }
    QThreadPool::globalInstance()->start([promise, reference = *reference, wrap, secret] {
        finish(
            promise, checked(unwrapKey(*(reference.*wrap), secret, contextOf(reference, wrap)), reference));
    });
    return promise->future();
}

QFuture<Result<SharedKey>> KeyCustody::createInKeychain()
{
    const Promise promise = begun();
    if (hasVault()) {
        finish(promise,
            Error { ErrorCode::Conflict, Text::tr("There is a vault in this folder already."),
                QStringLiteral("has vault") });
        return promise->future();
    }
    if (const Outcome made = makeGuardedDirectory(m_directory); !made) {
        finish(promise, made.error());
        return promise->future();
    }
    probeSecretService(this, [this, promise](SecretServiceState service) {
        if (service == SecretServiceState::Absent || service == SecretServiceState::Locked)
            finish(promise, keychainError(QKeychain::OtherError, service));
        else
            storeNewKey(std::make_shared<SecretKey>(SecretKey::generate()), promise);
    });
    return promise->future();
}

void KeyCustody::storeNewKey(const SharedKey& key, const Promise& promise)
{
    KeyReference reference = newReference(*key);
    reference.inKeychain = true;
    storeKey(key, reference, promise);
}

void KeyCustody::storeKey(const SharedKey& key, const KeyReference& reference, const Promise& promise)
{
    auto* job = new QKeychain::WritePasswordJob(QLatin1String(kService), this);
    job->setInsecureFallback(false);
    job->setKey(entryName(reference));
    job->setBinaryData(QByteArray(
        reinterpret_cast<const char*>(key->bytes().data()), static_cast<qsizetype>(SecretKey::kBytes)));
    connect(job, &QKeychain::Job::finished, this, [this, job, key, reference, promise] {
        const QKeychain::Error error = job->error();
        if (error == QKeychain::NoError) {
            readBack(key, reference, promise);
            return;
        }
        probeSecretService(this,
            [promise, error](SecretServiceState service) { finish(promise, keychainError(error, service)); });
    });
    QTimer::singleShot(kKeychainMilliseconds, this,
        [promise] { finish(promise, keychainError(QKeychain::OtherError, SecretServiceState::Unknown)); });
    job->start();
}

// Some keychains take a key and do not keep it. Only what can be read again may lock a vault.
void KeyCustody::readBack(const SharedKey& key, const KeyReference& reference, const Promise& promise)
{
    const Promise reading = begun();
    whenDone(reading->future(), this, [this, key, reference, promise](const Result<SharedKey>& again) {
        if (!again) {
            finish(promise, again.error());
            return;
        }
        if (promise->future().isFinished())
            return; // given up meanwhile, and whoever waited has been told that nothing was changed
        const Outcome saved = reference.save(m_directory);
        finish(promise, saved ? Result<SharedKey>(key) : Result<SharedKey>(saved.error()));
    });
    readKey(reference, reading);
}

QFuture<Result<SharedKey>> KeyCustody::createWithPassphrase(const QString& passphrase)
{
    const Promise promise = begun();
    if (hasVault()) {
        finish(promise,
            Error { ErrorCode::Conflict, Text::tr("There is a vault in this folder already."),
                QStringLiteral("has vault") });
        return promise->future();
    }
    QThreadPool::globalInstance()->start([promise, directory = m_directory, passphrase] {
        if (const Outcome made = makeGuardedDirectory(directory); !made) {
            finish(promise, made.error());
            return;
        }
        auto key = std::make_shared<SecretKey>(SecretKey::generate());
        KeyReference reference = newReference(*key);
        Result<PassphraseWrap> wrap
            = wrapKey(*key, passphrase, contextOf(reference, &KeyReference::passphrase));
        if (!wrap) {
            finish(promise, wrap.error());
            return;
        }
        reference.passphrase = *wrap;
        const Outcome saved = reference.save(directory);
        finish(promise, saved ? Result<SharedKey>(key) : Result<SharedKey>(saved.error()));
    });
    return promise->future();
}

} // namespace ot::storage
