// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/erase.h"

#include "storage/health/vault_files.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>

namespace ot::storage::health {

namespace {

Outcome removeFiles(const QString& directory)
{
    QDir(directory).removeRecursively();
    syncFolder(QFileInfo(directory).absolutePath());
    if (!QFileInfo::exists(directory))
        return success();
    return Error { ErrorCode::StoreReadOnly,
        QCoreApplication::translate("Vault",
            "The vault's key is destroyed, so nobody can read it any more, but some of its files could not "
            "be "
            "removed."),
        QStringLiteral("files left") };
}

} // namespace

QFuture<Outcome> eraseVault(KeyCustody& custody, const QString& directory)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    whenDone(custody.destroyKey(), &custody, [promise, directory](const Outcome& destroyed) {
        promise->addResult(destroyed ? removeFiles(directory) : destroyed);
        promise->finish();
    });
    return promise->future();
}

} // namespace ot::storage::health
