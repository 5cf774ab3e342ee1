// SPDX-License-Identifier: GPL-3.0-or-later
//
// The end of a key.
#include "storage/keys/custody_support.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QFile>

#include <sodium.h>

#include <unistd.h>

namespace ot::storage {

using namespace custody;

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

using Promise = std::shared_ptr<QPromise<Outcome>>;

Promise begun()
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    return promise;
}

void end(const Promise& promise, const Outcome& outcome)
{
    promise->addResult(outcome);
    promise->finish();
}

// Overwritten in its place before it is unlinked. Some disks keep the old blocks for a while; what stands in
// them is a key under Argon2id, and nobody finds it by name.
Outcome destroyReference(const QString& directory)
{
    QFile file(KeyReference::pathIn(directory));
    if (!file.exists())
        return success();
    bool isDone = file.open(QIODevice::ReadWrite);
    if (isDone) {
        QByteArray noise(file.size(), '\0');
        randombytes_buf(noise.data(), static_cast<std::size_t>(noise.size()));
        isDone = file.write(noise) == noise.size() && file.flush() && ::fsync(file.handle()) == 0;
        file.close();
    }
    if (isDone && file.remove())
        return success();
    return Error { ErrorCode::StoreReadOnly,
        Text::tr("The key of the vault could not be destroyed: its file can't be written to."),
        QStringLiteral("key reference") };
}

Error stillThere()
{
    return { ErrorCode::KeychainDenied,
        Text::tr("The keychain did not let go of the vault's key, so the vault was not erased."),
        QStringLiteral("entry left") };
}

} // namespace

QFuture<Outcome> KeyCustody::destroyKey()
{
    const Promise promise = begun();
    const Result<KeyReference> reference = KeyReference::load(m_directory);
    if (!reference || !reference->inKeychain) {
        end(promise, destroyReference(m_directory));
        return promise->future();
    }
    const Promise deleted = begun();
    deleteEntry(*reference, deleted);
    whenDone(deleted->future(), this, [this, promise, reference = *reference](const Outcome& gone) {
        if (!gone) {
            end(promise, gone);
            return;
        }
        // Some keychains say that they did and keep it.
        const auto reading = std::make_shared<QPromise<Result<SharedKey>>>();
        reading->start();
        whenDone(reading->future(), this, [this, promise](const Result<SharedKey>& key) {
            const bool isGone = !key.ok() && key.error().code == ErrorCode::KeyMissing;
            end(promise, isGone ? destroyReference(m_directory) : Outcome(stillThere()));
        });
        readKey(reference, reading);
    });
    return promise->future();
}

} // namespace ot::storage
