// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/exported_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace ot::storage {

namespace {

constexpr char kOriginAttribute[] = "user.xdg.origin.url";

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error exportError(int number, const char* step)
{
    const QString detail = QStringLiteral("%1: errno %2").arg(QLatin1String(step)).arg(number);
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return { ErrorCode::StoreFull, Text::tr("There is not enough room on the disk for this file."),
            detail };
    case EACCES:
    case EPERM:
    case EROFS:
        return { ErrorCode::StoreReadOnly, Text::tr("This folder can't be written to."), detail };
    case EEXIST:
        return { ErrorCode::Conflict, Text::tr("There is a file of that name already."), detail };
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ENAMETOOLONG:
    case EINVAL:
        return { ErrorCode::BadInput, Text::tr("A file can't be saved under this name."), detail };
    default:
        return { ErrorCode::StoreIo, Text::tr("The file could not be written."), detail };
    }
}

// Where there was room for it, the address says too much: it may hold a token or a person's name.
QByteArray originOf(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return {};
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    origin.setPath(QStringLiteral("/"));
    return origin.toEncoded();
}

int renameKeeping(const char* from, const char* to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system without that: a link fails where something is already, and FAT has no links.
    if (::link(from, to) == 0)
        return ::unlink(from) == 0 ? 0 : errno;
    if (errno == EEXIST)
        return errno;
    struct stat there { };
    if (::lstat(to, &there) == 0)
        return EEXIST;
    return ::rename(from, to) == 0 ? 0 : errno;
}

} // namespace

ExportedFile::ExportedFile(int descriptor, QByteArray part, ExportTarget target)
    : m_descriptor(descriptor)
    , m_part(std::move(part))
    , m_target(std::move(target))
{
}

Result<std::unique_ptr<ExportedFile>> ExportedFile::begin(const ExportTarget& target)
{
    const QFileInfo info(target.path);
    if (info.fileName().isEmpty() || target.path.contains(QChar(0)))
        return exportError(EINVAL, "name");
    if (info.isDir())
        return exportError(EISDIR, "name");
    if (!target.replaces && (info.exists() || info.isSymLink()))
        return exportError(EEXIST, "name");
    const QByteArray part
        = QFile::encodeName(QStringLiteral("%1/opentrain-%2.part")
                                .arg(info.absolutePath())
                                .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0')));
    const int descriptor
        = ::open(part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return exportError(errno, "open");
    return std::unique_ptr<ExportedFile>(
        new ExportedFile(descriptor, part, target)); // the constructor is private
}

ExportedFile::~ExportedFile()
{
    if (!m_finished) {
        // Whoever else has it open is to have nothing in it.
        (void)!::ftruncate(m_descriptor, 0);
        ::unlink(m_part.constData());
    }
    ::close(m_descriptor);
}

Outcome ExportedFile::write(const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(
            m_descriptor, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (count < 0 && errno != EINTR)
            return exportError(errno, "write");
        written += std::max<ssize_t>(count, 0);
    }
    return success();
}

Outcome ExportedFile::finish()
{
    // Not every file system keeps it, and the copy is good without it.
    if (const QByteArray origin = originOf(m_target.origin); !origin.isEmpty())
        (void)::fsetxattr(
            m_descriptor, kOriginAttribute, origin.constData(), static_cast<std::size_t>(origin.size()), 0);
    if (::fsync(m_descriptor) != 0)
        return exportError(errno, "fsync");
    return putInPlace();
}

Outcome ExportedFile::putInPlace()
{
    const QByteArray place = QFile::encodeName(m_target.path);
    int fault = 0;
    if (m_target.replaces)
        fault = ::rename(m_part.constData(), place.constData()) == 0 ? 0 : errno;
    else
        fault = renameKeeping(m_part.constData(), place.constData());
    if (fault != 0)
        return exportError(fault, "rename");
    m_finished = true;
    const QByteArray folder = QFile::encodeName(QFileInfo(m_target.path).absolutePath());
    const int directory = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        ::fsync(directory); // the name as well; the content is safe without it
        ::close(directory);
    }
    return success();
}

} // namespace ot::storage
