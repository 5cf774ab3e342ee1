// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real disk of eight megabytes that is full, and a search of everything on disk for what was planted in a
// vault.
#include "storage/blobs/blob_file.h"
#include "storage/drafts.h"
#include "storage/health/backup.h"
#include "storage/health/compact.h"
#include "storage/health/erase.h"
#include "storage/health/rescue.h"
#include "storage/health/vault_files.h"
#include "storage/health/vault_map.h"
#include "storage/keys/key_reference.h"
#include "storage/outbox.h"
#include "storage/settings.h"
#include "tests/storage/health/vault_pages.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using health::BackupReach;
using test::await;

namespace {

const QByteArray kMarker = "plantedcanary"; // begins every planted string
constexpr int kFewestPlanted = 200;

bool writeTo(const char* path, const QByteArray& text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// Mounts of this process alone; needs no rights where the kernel lets everybody have namespaces. Before there
// is a second thread.
bool enterNamespace()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    if (user != 0) {
        const bool isMapped = writeTo("/proc/self/setgroups", "deny")
            && writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
            && writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
        if (!isMapped)
            return false;
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool s_hasNamespace = false;

class SmallDisk {
public:
    SmallDisk()
        : m_isMounted(
            s_hasNamespace && ::mount("tmpfs", path().constData(), "tmpfs", 0, "size=8m,mode=0700") == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_directory.path()); }
    [[nodiscard]] QString account() const { return m_directory.filePath(QStringLiteral("account")); }
    [[nodiscard]] QString file() const { return m_directory.filePath(QStringLiteral("backup")); }
    [[nodiscard]] QStringList files() const { return QDir(m_directory.path()).entryList(QDir::Files); }
    bool grow() const { return ::mount(nullptr, path().constData(), nullptr, MS_REMOUNT, "size=64m") == 0; }

private:
    QTemporaryDir m_directory;
    bool m_isMounted;
};

Outcome enqueue(WriteTransaction& transaction, int number, qsizetype letters)
{
    OutboxEntry entry;
    entry.mutationId = QStringLiteral("mutation-%1").arg(number);
    entry.recordType = QStringLiteral("Message");
    entry.recordId = entry.mutationId;
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("content"), QString(letters, QLatin1Char('x')) } };
    return outbox::enqueue(transaction, entry);
}

std::size_t waitingIn(Vault& vault)
{
    const auto waiting = await(vault.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    return waiting.ok() ? waiting->size() : 0;
}

QString planted(int& number, const QString& where)
{
    return QStringLiteral("PlantedCanary%1 %2").arg(++number).arg(where);
}

// A row in every table of records, with a planted text in each column that takes text.
Outcome plantRecords(WriteTransaction& transaction, int& number)
{
    for (const RecordTraits& traits : kRecordTraits) {
        const std::string table(traits.table);
        std::vector<QString> columns;
        {
            Result<Query> query = transaction.query("SELECT name FROM pragma_table_info('" + table
                + "') WHERE type = 'TEXT' AND name <> 'unknown_members'");
            if (!query)
                return query.error();
            const auto names = collectRows(*query, [](const Query& row) { return row.text(0); });
            if (!names)
                return names.error();
            columns = *names;
        }
        std::string list;
        std::string values;
        for (const QString& column : columns) {
            list += ", " + column.toStdString();
            values += ", '" + planted(number, column).toStdString() + "'";
        }
        Result<Query> insert = transaction.query("INSERT INTO " + table
            + " (row, version, generation, unknown_members" + list + ") VALUES (1, 1, 0, '{\"x\":\""
            + planted(number, QStringLiteral("unknown")).toStdString() + "\"}'" + values + ")");
        if (const Outcome inserted = insert ? insert->run() : Outcome(insert.error()); !inserted)
            return inserted;
    }
    Job job = test::sampleJob(7); // one that is searched
    job.title = planted(number, QStringLiteral("title"));
    job.descriptionText = planted(number, QStringLiteral("description"));
    return transaction.upsert(job);
}

Outcome plantOwn(WriteTransaction& transaction, int& number)
{
    if (const Outcome saved = drafts::save(transaction, QLatin1String(drafts::kMessageDraft),
            QStringLiteral("c1"), planted(number, QStringLiteral("draft")), { 1 });
        !saved)
        return saved;
    OutboxEntry entry;
    entry.mutationId = QStringLiteral("mutation-1");
    entry.recordType = QStringLiteral("Message");
    entry.recordId = entry.mutationId;
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("content"), planted(number, QStringLiteral("outbox")) } };
    if (const Outcome queued = outbox::enqueue(transaction, entry); !queued)
        return queued;
    return settings::set(
        transaction, QLatin1String(settings::kToken), planted(number, QStringLiteral("token")));
}

QByteArray wide(const QByteArray& text)
{
    const QString string = QString::fromLatin1(text);
    return QByteArray(reinterpret_cast<const char*>(string.utf16()), string.size() * 2);
}

bool holdsPlanted(const QByteArray& bytes)
{
    const QByteArray lower = bytes.toLower(); // of the ASCII letters, in either width
    return lower.contains(kMarker) || lower.contains(wide(kMarker));
}

// The files below a folder, and how many of them hold something planted.
struct Searched {
    int files = 0;
    QStringList found;
};

Searched searched(const QString& folder)
{
    Searched result;
    QDirIterator names(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile file(names.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++result.files;
        if (holdsPlanted(file.readAll()))
            result.found.append(file.fileName());
    }
    return result;
}

} // namespace

class HealthDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void losesNothingOnAFullDisk();
    void leavesNothingReadableOnDisk();
};

void HealthDiskTest::losesNothingOnAFullDisk()
{
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("the kernel lets this user neither mount nor have a namespace of its own");
    KeyCustody custody(disk.account());
    const auto key = await(custody.createWithPassphrase(QStringLiteral("a passphrase for the test")));
    OT_VERIFY_OK(key);
    std::size_t acknowledged = 0;
    {
        Vault vault;
        OT_VERIFY_OK(await(vault.open(disk.account(), (*key)->clone(), true)));
        OT_VERIFY_OK(health::keepGuard(disk.account(), **key));
        Outcome last = success();
        for (int i = 0; last && i < 2000; ++i) {
            last = await(
                vault.write([i](WriteTransaction& transaction) { return enqueue(transaction, i, 20'000); }));
            acknowledged += last ? 1U : 0U;
        }
        QCOMPARE(last.error().code, ErrorCode::StoreFull);
        QVERIFY(acknowledged > 50);
        const auto backup = health::writeBackup(disk.account(), **key, disk.file(), BackupReach::AnyComputer);
        QCOMPARE(backup.error().code, ErrorCode::StoreFull);
        QCOMPARE(disk.files(), QStringList()); // nothing half made
        QCOMPARE(health::compactVault(disk.account(), **key).error().code, ErrorCode::StoreFull);
        OT_VERIFY_OK(await(vault.close()));
    }
    // No room to rebuild: the vault stays as it is.
    const auto bytes = [&] {
        QFile file(health::vaultPath(disk.account()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    const auto refused = health::rescueVault(disk.account(), **key);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreFull);
    QVERIFY(!QFile::exists(health::nextFolder(disk.account())));
    QVERIFY(!before.isEmpty() && bytes() == before);
    QVERIFY(disk.grow());
    {
        Vault vault;
        OT_VERIFY_OK(await(vault.open(disk.account(), (*key)->clone(), false)));
        QCOMPARE(waitingIn(vault), acknowledged);
        OT_VERIFY_OK(await(vault.close()));
    }
    OT_VERIFY_OK(health::writeBackup(disk.account(), **key, disk.file(), BackupReach::AnyComputer));
    const auto rescued = health::rescueVault(disk.account(), **key);
    OT_VERIFY_OK(rescued);
    QCOMPARE(rescued->missing(), 0);
    {
        Vault vault;
        OT_VERIFY_OK(await(vault.open(disk.account(), (*key)->clone(), false)));
        QCOMPARE(waitingIn(vault), acknowledged);
    }
    // Erasing needs no room.
    QFile filler(disk.file());
    QVERIFY(filler.open(QIODevice::Append));
    while (filler.write(QByteArray(65'536, 'f')) > 0 && filler.flush()) { }
    OT_VERIFY_OK(await(health::eraseVault(custody, disk.account())));
    QVERIFY(!QFile::exists(disk.account()));
}

void HealthDiskTest::leavesNothingReadableOnDisk()
{
    QTemporaryDir home;
    for (const char* name : { "TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "HOME" }) {
        const QString folder = home.filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(folder));
        qputenv(name, folder.toUtf8());
    }
    const QString directory = home.filePath(QStringLiteral("account"));
    KeyCustody custody(directory);
    const auto made = await(custody.createWithPassphrase(QStringLiteral("a passphrase for the test")));
    OT_VERIFY_OK(made);
    const SecretKey& key = **made;
    int number = 0;
    Vault vault;
    OT_VERIFY_OK(await(vault.open(directory, key.clone(), true)));
    OT_VERIFY_OK(await(vault.write([&number](WriteTransaction& transaction) -> Outcome {
        if (const Outcome records = plantRecords(transaction, number); !records)
            return records;
        return plantOwn(transaction, number);
    })));
    {
        const auto blobs = BlobFile::open(directory, key);
        OT_VERIFY_OK(blobs);
        OT_VERIFY_OK((*blobs)->put(planted(number, QStringLiteral("blob")).toUtf8()));
        OT_VERIFY_OK((*blobs)->put(wide(kMarker)));
    }
    QVERIFY(number >= kFewestPlanted);
    QVERIFY(QFile(directory + QStringLiteral("/vault.db-wal")).size() > 0);
    // The search finds what is readable.
    QVERIFY(holdsPlanted(test::decryptedPages(health::vaultPath(directory), key)));
    QVERIFY(holdsPlanted(wide("PlantedCanary")));

    const Searched open = searched(home.path());
    QVERIFY2(open.found.isEmpty(), qPrintable(open.found.join(QLatin1Char(' '))));
    QVERIFY(open.files >= 4);
    OT_VERIFY_OK(health::keepGuard(directory, key));
    OT_VERIFY_OK(health::writeBackup(
        directory, key, home.filePath(QStringLiteral("backup")), BackupReach::AnyComputer));
    OT_VERIFY_OK(await(vault.close()));
    const Searched closed = searched(home.path());
    QVERIFY2(closed.found.isEmpty(), qPrintable(closed.found.join(QLatin1Char(' '))));
    // What is rebuilt, and what of the damaged vault is kept.
    QVERIFY(test::flipByte(health::vaultPath(directory), 40));
    OT_VERIFY_OK(health::rescueVault(directory, key));
    const Searched rescued = searched(home.path());
    QVERIFY2(rescued.found.isEmpty(), qPrintable(rescued.found.join(QLatin1Char(' '))));
    QVERIFY(rescued.files > closed.files);
}

int main(int argc, char* argv[])
{
    s_hasNamespace = enterNamespace();
    QCoreApplication application(argc, argv);
    HealthDiskTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "health_disk_test.moc"
