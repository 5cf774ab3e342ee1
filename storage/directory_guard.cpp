// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/directory_guard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace ot::storage {

namespace {

constexpr mode_t kFolderMode = 0700;
constexpr mode_t kFileMode = 0600;
constexpr mode_t kModeBits = 07777;
constexpr int kDeepest = 8; // the program makes no deeper folders; a loop of mounts ends here

constexpr quint64 kFuse = 0x65735546;

// From statfs(2) and the kernel's magic.h. The headers of a distribution do not have all of them.
constexpr std::array<quint64, 20> kNetworkMagic {
    0x6969, // NFS
    0x517B, // SMB
    0xFF534D42, // CIFS
    0xFE534D42, // SMB2
    0x01021997, // 9P: a host's folder in a virtual machine
    0x564C, // NCP
    0x73757245, // Coda
    0x5346414F, // AFS (OpenAFS)
    0x6B414653, // AFS (the kernel's)
    0x00C36400, // Ceph
    0x0BD00BD0, // Lustre
    0x47504653, // GPFS
    0x19830326, // BeeGFS
    0x01161970, // GFS2
    0x7461636F, // OCFS2
    0xAAD7AAEA, // PanFS
    0x20030528, // OrangeFS
    0x786F4256, // VirtualBox shared folders
    0xBACBACBC, // VMware shared folders
    0x7C7C6673, // Parallels shared folders
};

// File systems that speak to another machine from a program of their own. Others of FUSE (an encrypted
// folder, a disk of another system) are on this machine.
constexpr std::array<std::string_view, 16> kNetworkFuse { "fuse.sshfs", "fuse.rclone", "fuse.davfs",
    "fuse.curlftpfs", "fuse.smbnetfs", "fuse.s3fs", "fuse.goofys", "fuse.glusterfs", "fuse.ceph-fuse",
    "fuse.ceph", "fuse.juicefs", "fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.google-drive-ocamlfuse",
    "fuse.onedriver", "virtiofs" };

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

Error foreign(const QString& sentence, const QString& detail)
{
    return { ErrorCode::StoreForeign, sentence, detail };
}

Error unreadable(const char* call)
{
    return { ErrorCode::StoreIo, Text::tr("The folder of the vault can't be looked at."),
        QStringLiteral("%1: errno %2").arg(QLatin1String(call)).arg(errno) };
}

Error readOnly(const QString& detail)
{
    return { ErrorCode::StoreReadOnly,
        Text::tr("The disk with the vault is mounted read-only, so nothing could be kept. Mount it so that "
                 "it can be written to, then try again."),
        detail };
}

QByteArray mountTypeOf(dev_t device)
{
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    return mounts.open(QIODevice::ReadOnly) ? mountTypeIn(mounts.readAll(), device) : QByteArray();
}

Outcome guardFileSystem(int directory)
{
    struct statfs system { };
    struct statvfs flags { };
    struct stat info { };
    if (::fstatfs(directory, &system) != 0 || ::fstatvfs(directory, &flags) != 0
        || ::fstat(directory, &info) != 0)
        return unreadable("statfs");
    const auto magic = static_cast<quint64>(system.f_type) & 0xFFFFFFFFU;
    const QByteArray type = magic == kFuse ? mountTypeOf(info.st_dev) : QByteArray();
    if (placeOf(magic, type) == FileSystemPlace::Network) {
        return Error { ErrorCode::StoreNetwork,
            Text::tr("The vault would lie on another machine's disk, where two programs can't be kept from "
                     "writing to it at once and it could be damaged. Choose a folder on this computer with "
                     "--profile."),
            QStringLiteral("file system %1 %2").arg(magic, 0, 16).arg(QString::fromLatin1(type)) };
    }
    if ((flags.f_flag & ST_RDONLY) != 0)
        return readOnly(QStringLiteral("mount flags"));
    return success();
}

// `what` is open or was looked at without following links.
Outcome guardOwner(const struct stat& what)
{
    if (what.st_uid == ::geteuid())
        return success();
    return foreign(Text::tr("The folder of the vault, or a file in it, belongs to another user of this "
                            "computer. It was left as it is. Make it yours, or choose another folder with "
                            "--profile."),
        QStringLiteral("owner %1").arg(what.st_uid));
}

Outcome guardEntries(int directory, int depth);

Outcome guardEntry(int directory, const char* name, int depth)
{
    struct stat info { };
    if (::fstatat(directory, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? success() : Outcome(unreadable("fstatat")); // gone by now
    if (S_ISLNK(info.st_mode)) {
        return foreign(Text::tr("In the folder of the vault lies a link to another place, which this program "
                                "never makes. Nothing was opened. Take it out, then try again."),
            QStringLiteral("link"));
    }
    if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
        return foreign(Text::tr("In the folder of the vault lies something that is no file, which this "
                                "program never makes. Nothing was opened. Take it out, then try again."),
            QStringLiteral("mode %1").arg(info.st_mode, 0, 8));
    }
    if (const Outcome owned = guardOwner(info); !owned)
        return owned;
    const mode_t wanted = S_ISDIR(info.st_mode) ? kFolderMode : kFileMode;
    if ((info.st_mode & kModeBits) != wanted && ::fchmodat(directory, name, wanted, 0) != 0)
        return errno == EROFS ? Outcome(readOnly(QStringLiteral("chmod"))) : Outcome(unreadable("chmod"));
    if (!S_ISDIR(info.st_mode))
        return success();
    const Descriptor below(::openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    return below.number() < 0 ? Outcome(unreadable("openat")) : guardEntries(below.number(), depth + 1);
}

Outcome guardEntries(int directory, int depth)
{
    if (depth > kDeepest)
        return foreign(Text::tr("The folder of the vault can't be looked at."), QStringLiteral("too deep"));
    const int own = ::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (own < 0)
        return unreadable("openat");
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(own), ::closedir);
    if (!entries) {
        ::close(own);
        return unreadable("fdopendir");
    }
    while (const dirent* entry = ::readdir(entries.get())) {
        const std::string_view name(entry->d_name);
        if (name == "." || name == "..")
            continue;
        if (const Outcome guarded = guardEntry(directory, entry->d_name, depth); !guarded)
            return guarded;
    }
    return success();
}

} // namespace

FileSystemPlace placeOf(quint64 magic, const QByteArray& mountType)
{
    const std::string_view type(mountType.constData(), static_cast<std::size_t>(mountType.size()));
    const bool isNetwork = magic == kFuse
        ? std::find(kNetworkFuse.begin(), kNetworkFuse.end(), type) != kNetworkFuse.end()
        : std::find(kNetworkMagic.begin(), kNetworkMagic.end(), magic) != kNetworkMagic.end();
    return isNetwork ? FileSystemPlace::Network : FileSystemPlace::Local;
}

// A line is "36 35 98:0 /root /mount options [fields …] - type source options" (proc(5)).
QByteArray mountTypeIn(const QByteArray& mountInfo, dev_t device)
{
    const QByteArray wanted
        = QByteArray::number(gnu_dev_major(device)) + ':' + QByteArray::number(gnu_dev_minor(device));
    for (const QByteArray& line : mountInfo.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.value(2) == wanted)
            return fields.value(fields.indexOf("-") + 1);
    }
    return {};
}

Outcome guardDirectory(const QString& directory)
{
    const QByteArray path = QFile::encodeName(directory);
    // O_PATH opens what we may not read, so that a folder of somebody else's is told as such.
    const Descriptor folder(::open(path.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder.number() < 0) {
        if (errno == ENOENT)
            return Error { ErrorCode::NotFound, Text::tr("There is no vault in this folder."),
                QStringLiteral("no folder") };
        if (errno == ELOOP || errno == ENOTDIR)
            return foreign(Text::tr("In the place of the vault's folder lies a link or a file. It was left "
                                    "as it is. Take it out, then try again."),
                QStringLiteral("errno %1").arg(errno));
        return unreadable("open");
    }
    struct stat info { };
    if (::fstat(folder.number(), &info) != 0)
        return unreadable("fstat");
    if (const Outcome owned = guardOwner(info); !owned)
        return owned;
    if (const Outcome placed = guardFileSystem(folder.number()); !placed)
        return placed;
    if ((info.st_mode & kModeBits) != kFolderMode && ::chmod(path.constData(), kFolderMode) != 0)
        return unreadable("chmod");
    return guardEntries(folder.number(), 0);
}

Outcome makeGuardedDirectory(const QString& directory)
{
    if (!QDir().mkpath(directory)) {
        return Error { ErrorCode::StoreReadOnly, Text::tr("The folder for the vault could not be made."),
            QStringLiteral("mkpath: errno %1").arg(errno) };
    }
    return guardDirectory(directory);
}

} // namespace ot::storage
