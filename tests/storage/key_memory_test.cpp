// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a vault's key stands in memory: while the vault is open only in pages that are locked and left out of
// dumps, and after it was closed nowhere, neither as bytes nor in the hexadecimal form in which SQLCipher
// takes it.
//
// The test starts itself as `key_memory_test --holder FOLDER`, which opens a vault with a key of its own, and
// reads that process's memory from outside. The holder tells the key masked, so that telling it leaves
// nothing to be found.
#include "storage/blobs/blob_file.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

constexpr unsigned char kMask = 0xA5;
constexpr int kPatience = 30'000;
constexpr int kAnswerTaken = 3;

void say(const QByteArray& line)
{
    std::fputs(line.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void waitForTheReader()
{
    while (std::getchar() != '\n') { }
}

// The mask goes over each byte on its way, so that the key itself is copied nowhere.
QByteArray masked(const SecretKey& key)
{
    QByteArray told;
    for (const unsigned char byte : key.bytes())
        told.append(static_cast<char>(byte ^ kMask));
    return told.toHex();
}

int holdAKey(const QString& directory)
{
    {
        Vault vault;
        {
            const SecretKey key = SecretKey::generate();
            say(masked(key));
            if (!await(vault.open(directory, key.clone(), true)).ok())
                return 1;
            const auto blobs = BlobFile::open(directory, key);
            if (!blobs || !(*blobs)->put(QByteArray(200'000, 'b')).ok())
                return 1;
        }
        const Outcome written = await(vault.write([](WriteTransaction& transaction) -> Outcome {
            for (int i = 0; i < 300; ++i) {
                if (const Outcome put = transaction.upsert(test::sampleJob(i)); !put)
                    return put;
            }
            return success();
        }));
        if (!written)
            return 1;
        say("open");
        waitForTheReader();
        if (!await(vault.close()).ok())
            return 1;
    }
    say("closed");
    waitForTheReader();
    return kAnswerTaken;
}

struct Region {
    quint64 from = 0;
    quint64 to = 0;
    bool isLocked = false;
    bool isLeftOut = false; // of dumps
};

// The readable regions of a process, from its smaps.
QList<Region> regionsOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps").arg(process));
    QList<Region> regions;
    if (!file.open(QIODevice::ReadOnly))
        return regions;
    bool isReadable = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.first() == "VmFlags:" && isReadable) {
            regions.last().isLocked = words.contains("lo");
            regions.last().isLeftOut = words.contains("dd");
        } else if (!words.first().endsWith(':') && words.size() >= 5) {
            const QList<QByteArray> range = words.first().split('-');
            isReadable = words.at(1).startsWith('r') && !line.endsWith("[vvar]")
                && !line.endsWith("[vsyscall]") && !line.endsWith("[vvar_vclock]");
            if (isReadable)
                regions.append(
                    { range.at(0).toULongLong(nullptr, 16), range.at(1).toULongLong(nullptr, 16) });
        }
    }
    return regions;
}

// Where one of the needles stands in the process's memory.
struct Found {
    int count = 0;
    int unlocked = 0;
    int inDumps = 0;
};

Found find(qint64 process, const QList<QByteArray>& needles, qint64& bytesRead)
{
    Found found;
    QFile memory(QStringLiteral("/proc/%1/mem").arg(process));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return found;
    for (const Region& region : regionsOf(process)) {
        if (!memory.seek(static_cast<qint64>(region.from)))
            continue;
        const QByteArray content = memory.read(static_cast<qint64>(region.to - region.from));
        bytesRead += content.size();
        for (const QByteArray& needle : needles) {
            const int count = static_cast<int>(content.count(needle));
            found.count += count;
            found.unlocked += region.isLocked ? 0 : count;
            found.inDumps += region.isLeftOut ? 0 : count;
        }
    }
    return found;
}

qint64 lockedKilobytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmLck:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return -1;
}

QByteArray nextLine(QProcess& process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(kPatience))
            return {};
    }
    return process.readLine().trimmed();
}

} // namespace

class KeyMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingOfTheKey()
    {
        const QTemporaryDir folder;
        QProcess holder;
        holder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        holder.start(QCoreApplication::applicationFilePath(),
            { QStringLiteral("--holder"), folder.filePath(QStringLiteral("account")) });
        QByteArray key = QByteArray::fromHex(nextLine(holder));
        QCOMPARE(key.size(), qsizetype(SecretKey::kBytes));
        for (char& byte : key)
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ kMask);
        const QList<QByteArray> needles { key, key.toHex(), key.toHex().toUpper(),
            QByteArray(reinterpret_cast<const char*>(QString::fromLatin1(key.toHex()).utf16()), 128) };

        QCOMPARE(nextLine(holder), QByteArray("open"));
        qint64 bytesRead = 0;
        const Found open = find(holder.processId(), needles, bytesRead);
        QVERIFY2(bytesRead > 1'000'000, "the process's memory could not be read");
        qInfo("open: %d places, %d unlocked, %d in dumps, %lld kB locked", open.count, open.unlocked,
            open.inDumps, lockedKilobytes(holder.processId()));
        QVERIFY(open.count > 0); // SQLCipher works with it, so the search must be able to find it
        QVERIFY(lockedKilobytes(holder.processId()) > 0);
        QCOMPARE(open.unlocked, 0);
        QCOMPARE(open.inDumps, 0);

        holder.write("\n");
        QCOMPARE(nextLine(holder), QByteArray("closed"));
        QCOMPARE(find(holder.processId(), needles, bytesRead).count, 0);
        holder.write("\n");
        QVERIFY(holder.waitForFinished(kPatience));
        QCOMPARE(holder.exitCode(), kAnswerTaken);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--holder"))
        return holdAKey(arguments.value(2));
    KeyMemoryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "key_memory_test.moc"
