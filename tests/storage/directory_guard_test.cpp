// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is looked at before a vault's folder is used: whose it is, who may look in, and whose disk it lies on.
#include "storage/directory_guard.h"
#include "storage/keys/key_custody.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

constexpr uid_t kNobody = 65534;

QByteArray path(const QTemporaryDir& folder, const char* name = "")
{
    return QFile::encodeName(folder.filePath(QString::fromLatin1(name)));
}

mode_t modeOf(const QByteArray& file)
{
    struct stat info { };
    return ::lstat(file.constData(), &info) == 0 ? info.st_mode & 07777U : mode_t(-1);
}

void write(const QByteArray& file, mode_t mode)
{
    QFile content(QFile::decodeName(file));
    QVERIFY(content.open(QIODevice::WriteOnly));
    content.write("x");
    content.close();
    QCOMPARE(::chmod(file.constData(), mode), 0);
}

Outcome openVault(const QString& directory)
{
    Vault vault;
    return await(vault.open(directory, SecretKey::generate(), true));
}

} // namespace

class DirectoryGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheDisksOfOtherMachines_data();
    void knowsTheDisksOfOtherMachines();
    void findsTheTypeOfAMount();
    void letsTheDisksOfThisMachineIn();
    void putsItsOwnRight();
    void refusesWhatItNeverMakes_data();
    void refusesWhatItNeverMakes();
    void refusesALinkInTheFoldersPlace();
    void refusesTheFolderOfAnother();
    void refusesAFileOfAnother();
    void saysThatTheDiskIsReadOnly();
    void saysThatThereIsNoFolder();
    void isAskedByTheVaultAndByItsCustody();
};

void DirectoryGuardTest::knowsTheDisksOfOtherMachines_data()
{
    QTest::addColumn<quint64>("magic");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isNetwork");
    const auto row = [](const char* name, quint64 magic, bool isNetwork, const QByteArray& type = {}) {
        QTest::newRow(name) << magic << type << isNetwork;
    };
    row("ext4", 0xEF53, false);
    row("xfs", 0x58465342, false);
    row("btrfs", 0x9123683E, false);
    row("zfs", 0x2FC12FC1, false);
    row("f2fs", 0xF2F52010, false);
    row("tmpfs", 0x01021994, false);
    row("overlay", 0x794C7630, false);
    row("ecryptfs", 0xF15F, false);
    row("vfat", 0x4D44, false);
    row("nfs", 0x6969, true);
    row("smb", 0x517B, true);
    row("cifs", 0xFF534D42, true);
    row("smb2", 0xFE534D42, true);
    row("9p", 0x01021997, true);
    row("afs", 0x6B414653, true);
    row("ceph", 0x00C36400, true);
    row("lustre", 0x0BD00BD0, true);
    row("vboxsf", 0x786F4256, true);
    row("sshfs", 0x65735546, true, "fuse.sshfs");
    row("rclone", 0x65735546, true, "fuse.rclone");
    row("a folder of the host", 0x65735546, true, "virtiofs");
    row("an encrypted folder", 0x65735546, false, "fuse.gocryptfs");
    row("a disk of another system", 0x65735546, false, "fuseblk");
    row("fuse of no known type", 0x65735546, false, "");
    row("a local disk that is called as one of FUSE", 0xEF53, false, "fuse.sshfs");
}

void DirectoryGuardTest::knowsTheDisksOfOtherMachines()
{
    QFETCH(quint64, magic);
    QFETCH(QByteArray, type);
    QFETCH(bool, isNetwork);
    QCOMPARE(placeOf(magic, type) == FileSystemPlace::Network, isNetwork);
}

void DirectoryGuardTest::findsTheTypeOfAMount()
{
    const QByteArray mounts = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                              "41 22 0:52 / /home/a\\040b/far rw,nosuid shared:7 master:2 - fuse.sshfs "
                              "b@there:/ rw,user_id=1000\n"
                              "42 22 0:53 / /mnt/near rw - fuseblk /dev/sdb1 rw\n";
    QCOMPARE(mountTypeIn(mounts, gnu_dev_makedev(0, 52)), QByteArray("fuse.sshfs"));
    QCOMPARE(mountTypeIn(mounts, gnu_dev_makedev(0, 53)), QByteArray("fuseblk"));
    QCOMPARE(mountTypeIn(mounts, gnu_dev_makedev(8, 1)), QByteArray("ext4"));
    QCOMPARE(mountTypeIn(mounts, gnu_dev_makedev(0, 5)), QByteArray());
    QCOMPARE(mountTypeIn("cut o", gnu_dev_makedev(0, 5)), QByteArray());
}

void DirectoryGuardTest::letsTheDisksOfThisMachineIn()
{
    const QTemporaryDir folder;
    OT_VERIFY_OK(guardDirectory(folder.path()));
    const QTemporaryDir inMemory(QStringLiteral("/dev/shm/guard-XXXXXX"));
    QVERIFY(inMemory.isValid());
    OT_VERIFY_OK(guardDirectory(inMemory.path()));
    OT_VERIFY_OK(makeGuardedDirectory(folder.filePath(QStringLiteral("one/two"))));
    QCOMPARE(modeOf(path(folder, "one/two")), mode_t(0700));
}

void DirectoryGuardTest::putsItsOwnRight()
{
    const QTemporaryDir folder;
    QVERIFY(::mkdir(path(folder, "kept").constData(), 0755) == 0);
    write(path(folder, "vault.db"), 0644);
    write(path(folder, "keyref.json"), 0400);
    write(path(folder, "kept/old.db"), 04777);
    QCOMPARE(::chmod(path(folder).constData(), 0777), 0);
    OT_VERIFY_OK(guardDirectory(folder.path()));
    QCOMPARE(modeOf(path(folder)), mode_t(0700));
    QCOMPARE(modeOf(path(folder, "kept")), mode_t(0700));
    for (const char* file : { "vault.db", "keyref.json", "kept/old.db" })
        QCOMPARE(modeOf(path(folder, file)), mode_t(0600));
}

void DirectoryGuardTest::refusesWhatItNeverMakes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a link to a file") << QStringLiteral("link");
    QTest::newRow("a link to nothing") << QStringLiteral("dangling");
    QTest::newRow("a pipe") << QStringLiteral("pipe");
    QTest::newRow("a link further down") << QStringLiteral("below");
}

void DirectoryGuardTest::refusesWhatItNeverMakes()
{
    QFETCH(QString, kind);
    const QTemporaryDir elsewhere;
    write(path(elsewhere, "theirs"), 0644);
    const QTemporaryDir folder;
    const QByteArray place = path(folder, "vault.db-wal");
    if (kind == QLatin1String("pipe")) {
        QCOMPARE(::mkfifo(place.constData(), 0600), 0);
    } else if (kind == QLatin1String("below")) {
        QCOMPARE(::mkdir(path(folder, "below").constData(), 0700), 0);
        QCOMPARE(::symlink(path(elsewhere, "theirs").constData(), path(folder, "below/x").constData()), 0);
    } else {
        const char* target = kind == QLatin1String("link") ? "theirs" : "nothing";
        QCOMPARE(::symlink(path(elsewhere, target).constData(), place.constData()), 0);
    }
    const Outcome guarded = guardDirectory(folder.path());
    QVERIFY(!guarded.ok());
    QCOMPARE(guarded.error().code, ErrorCode::StoreForeign);
    QVERIFY(!guarded.error().message.isEmpty());
    QCOMPARE(modeOf(path(elsewhere, "theirs")), mode_t(0644)); // the far end was not touched
}

void DirectoryGuardTest::refusesALinkInTheFoldersPlace()
{
    const QTemporaryDir real;
    const QTemporaryDir folder;
    QCOMPARE(::symlink(path(real).constData(), path(folder, "account").constData()), 0);
    const Outcome guarded = makeGuardedDirectory(folder.filePath(QStringLiteral("account")));
    QVERIFY(!guarded.ok());
    QCOMPARE(guarded.error().code, ErrorCode::StoreForeign);
    // A link further up is the user's own way to put the profile on another disk.
    QCOMPARE(::mkdir(path(real, "inside").constData(), 0700), 0);
    OT_VERIFY_OK(guardDirectory(folder.filePath(QStringLiteral("account/inside"))));
}

void DirectoryGuardTest::refusesTheFolderOfAnother()
{
    const QTemporaryDir folder;
    // Without the right to give a folder away, the system's own one is somebody else's.
    QString theirs = QStringLiteral("/etc");
    if (::geteuid() == 0) {
        theirs = folder.filePath(QStringLiteral("theirs"));
        QCOMPARE(::mkdir(path(folder, "theirs").constData(), 0755), 0);
        QCOMPARE(::chown(path(folder, "theirs").constData(), kNobody, gid_t(-1)), 0);
    }
    const mode_t before = modeOf(QFile::encodeName(theirs));
    const Outcome guarded = guardDirectory(theirs);
    QVERIFY(!guarded.ok());
    QCOMPARE(guarded.error().code, ErrorCode::StoreForeign);
    QVERIFY(guarded.error().message.contains(QStringLiteral("another user")));
    QCOMPARE(modeOf(QFile::encodeName(theirs)), before);
}

void DirectoryGuardTest::refusesAFileOfAnother()
{
    if (::geteuid() != 0)
        QSKIP("giving a file away needs root");
    const QTemporaryDir folder;
    write(path(folder, "vault.db"), 0666);
    QCOMPARE(::chown(path(folder, "vault.db").constData(), kNobody, gid_t(-1)), 0);
    const Outcome guarded = guardDirectory(folder.path());
    QVERIFY(!guarded.ok());
    QCOMPARE(guarded.error().code, ErrorCode::StoreForeign);
    QCOMPARE(modeOf(path(folder, "vault.db")), mode_t(0666));
}

void DirectoryGuardTest::saysThatTheDiskIsReadOnly()
{
    const QTemporaryDir folder;
    if (::mount("tmpfs", path(folder).constData(), "tmpfs", 0, "size=1m,mode=0700") != 0)
        QSKIP("mounting a disk needs root");
    QCOMPARE(::mount(nullptr, path(folder).constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
    const Outcome guarded = guardDirectory(folder.path());
    ::umount2(path(folder).constData(), MNT_DETACH);
    QVERIFY(!guarded.ok());
    QCOMPARE(guarded.error().code, ErrorCode::StoreReadOnly);
    QVERIFY(guarded.error().message.contains(QStringLiteral("read-only")));
}

void DirectoryGuardTest::saysThatThereIsNoFolder()
{
    const QTemporaryDir folder;
    QCOMPARE(guardDirectory(folder.filePath(QStringLiteral("none"))).error().code, ErrorCode::NotFound);
    write(path(folder, "file"), 0600);
    QCOMPARE(guardDirectory(folder.filePath(QStringLiteral("file"))).error().code, ErrorCode::StoreForeign);
}

void DirectoryGuardTest::isAskedByTheVaultAndByItsCustody()
{
    const QTemporaryDir folder;
    const QString account = folder.filePath(QStringLiteral("account"));
    const QTemporaryDir elsewhere;
    QCOMPARE(::mkdir(path(folder, "account").constData(), 0700), 0);
    const QByteArray link = path(folder, "account/blobs.db");
    QCOMPARE(::symlink(path(elsewhere, "planted").constData(), link.constData()), 0);
    QCOMPARE(openVault(account).error().code, ErrorCode::StoreForeign);
    KeyCustody custody(account);
    const auto made = await(custody.createWithPassphrase(QStringLiteral("a passphrase")));
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::StoreForeign);
    QVERIFY(!QFile::exists(KeyReference::pathIn(account))); // no key was made for a folder like that
    QCOMPARE(::unlink(link.constData()), 0);
    OT_VERIFY_OK(openVault(account));
}

QTEST_GUILESS_MAIN(DirectoryGuardTest)
#include "directory_guard_test.moc"
