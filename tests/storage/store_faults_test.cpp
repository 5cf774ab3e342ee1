// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk that is full, a folder that can't be written to, a file that is damaged: each is said, nothing is
// lost.
#include "storage/queries/job_queries.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

// A file system of a few megabytes in memory; needs the right to mount.
class SmallDisk {
public:
    explicit SmallDisk(const char* options)
        : m_isMounted(::mount("tmpfs", path().constData(), "tmpfs", 0, options) == 0)
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
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    bool makeReadOnly() const
    {
        return ::mount(nullptr, path().constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QTemporaryDir m_directory;
    bool m_isMounted;
};

Outcome putJobs(Vault& vault, int first, int count)
{
    return await(vault.write([=](WriteTransaction& transaction) -> Outcome {
        for (int i = first; i < first + count; ++i) {
            if (const Outcome put = transaction.upsert(test::sampleJob(i)); !put)
                return put;
        }
        return success();
    }));
}

std::size_t jobCount(Vault& vault)
{
    const auto rows
        = await(vault.read([](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, {}); }));
    return rows.ok() ? rows->size() : std::size_t(-1);
}

} // namespace

class StoreFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingWhenTheDiskFills();
    void saysThatAFolderCantBeWrittenTo();
    void findsADamagedPage();
};

void StoreFaultsTest::keepsEverythingWhenTheDiskFills()
{
    const SmallDisk disk("size=4m,mode=0700");
    if (!disk.isMounted())
        QSKIP("mounting a small disk needs root");
    const SecretKey key = SecretKey::generate();
    Vault vault;
    OT_VERIFY_OK(await(vault.open(disk.directory() + QStringLiteral("/account"), key.clone(), true)));
    std::size_t acknowledged = 0;
    Outcome last = success();
    for (int i = 0; i < 200 && last; ++i) {
        last = putJobs(vault, i * 20, 20);
        if (last)
            acknowledged += 20;
    }
    QVERIFY(!last.ok());
    QCOMPARE(last.error().code, ErrorCode::StoreFull);
    QVERIFY(!last.error().message.isEmpty());
    QVERIFY(acknowledged > 0);
    QCOMPARE(jobCount(vault), acknowledged); // reads go on
    // Space comes free: it goes on by itself.
    QVERIFY(::mount(nullptr, disk.path().constData(), nullptr, MS_REMOUNT, "size=32m") == 0);
    OT_VERIFY_OK(putJobs(vault, 100'000, 20));
    QCOMPARE(jobCount(vault), acknowledged + 20);
    OT_VERIFY_OK(await(vault.close()));
    Vault again;
    OT_VERIFY_OK(await(again.open(disk.directory() + QStringLiteral("/account"), key.clone(), true)));
    QCOMPARE(jobCount(again), acknowledged + 20);
}

void StoreFaultsTest::saysThatAFolderCantBeWrittenTo()
{
    const SmallDisk disk("size=8m,mode=0700");
    if (!disk.isMounted())
        QSKIP("mounting a small disk needs root");
    QVERIFY(disk.makeReadOnly());
    Vault vault;
    const Outcome opened
        = await(vault.open(disk.directory() + QStringLiteral("/account"), SecretKey::generate(), true));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::StoreReadOnly);
}

void StoreFaultsTest::findsADamagedPage()
{
    test::TestVault store;
    OT_VERIFY_OK(putJobs(store.vault(), 0, 200));
    OT_VERIFY_OK(await(store.vault().close()));
    QFile file(store.directory() + QStringLiteral("/vault.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = file.size() / 2;
    file.seek(place);
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    file.seek(place);
    file.putChar(static_cast<char>(byte ^ 0x40));
    file.close();
    Vault vault;
    const Outcome opened = await(vault.open(store.directory(), store.key(), true));
    // Every page carries its own check: what stands on the damaged one is an error, never other data.
    bool found = !opened && opened.error().code == ErrorCode::StoreCorrupt;
    if (opened) {
        const auto check = await(vault.read([](ReadSnapshot& snapshot) -> Outcome {
            Result<Query> query = snapshot.query("PRAGMA cipher_integrity_check");
            if (!query)
                return query.error();
            const Result<bool> row = query->step();
            return row && *row ? Outcome(Error { ErrorCode::StoreCorrupt, {}, {} }) : success();
        }));
        found = !check.ok();
    }
    QVERIFY(found);
}

QTEST_GUILESS_MAIN(StoreFaultsTest)
#include "store_faults_test.moc"
