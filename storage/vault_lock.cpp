// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/vault_lock.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace ot::storage {

namespace {

constexpr char kFileName[] = "lock";

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

} // namespace

Result<std::unique_ptr<VaultLock>> VaultLock::acquire(const QString& directory, Kind kind)
{
    const QString path = directory + QLatin1Char('/') + QLatin1String(kFileName);
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        const bool isReadOnly = errno == EROFS || errno == EACCES || errno == EPERM;
        return Error { isReadOnly ? ErrorCode::StoreReadOnly : ErrorCode::StoreIo,
            isReadOnly ? Text::tr("The folder of the vault can't be written to, so nothing new can be kept.")
                       : Text::tr("The disk does not let the vault be read or written."),
            QStringLiteral("lock: errno %1").arg(errno) };
    }
    std::unique_ptr<VaultLock> lock(new VaultLock(descriptor)); // the constructor is private
    if (const Outcome taken = lock->change(kind); !taken)
        return taken.error();
    return lock;
}

VaultLock::~VaultLock()
{
    ::close(m_descriptor);
}

Outcome VaultLock::change(Kind kind)
{
    if (::flock(m_descriptor, (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
        return success();
    return Error { ErrorCode::StoreBusy, Text::tr("Another program is using the vault."),
        QStringLiteral("flock: errno %1").arg(errno) };
}

} // namespace ot::storage
