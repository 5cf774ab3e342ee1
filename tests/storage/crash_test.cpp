// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program is killed, or the power goes, in the middle of writing. What was acknowledged is there
// afterwards; what was not is there as a whole or not at all.
//
// The test starts itself as the writer: `crash_test --writer FOLDER KEY MODE SEED FIRST` writes and says each
// acknowledged number on its standard output until it ends.
#include "storage/drafts.h"
#include "storage/outbox.h"
#include "storage/queries/job_queries.h"
#include "tests/storage/faulty_disk.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

constexpr int kRoundsPerVault = 50;

// Nightly runs ask for more.
int roundsOr(int usual)
{
    const int asked = qEnvironmentVariableIntValue("OPENTRAIN_TEST_ROUNDS");
    return asked > 0 ? asked : usual;
}

// One command: a record and its search entry, what waits to be sent, and the draft it came from.
Outcome command(WriteTransaction& transaction, int number)
{
    if (const Outcome put = transaction.upsert(test::sampleJob(number)); !put)
        return put;
    OutboxEntry entry;
    entry.mutationId = QString::number(number);
    entry.recordType = QStringLiteral("Message");
    entry.recordId = entry.mutationId;
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("content"), QString(number % 7 * 900, QLatin1Char('x')) } };
    return outbox::enqueue(transaction, entry);
}

void acknowledge(int number)
{
    const QByteArray line = QByteArray::number(number) + '\n';
    (void)!::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size()));
}

// Microseconds. Mostly short, so that the end meets an early command; now and then long enough for the
// commits that tidy up the search index, which come at ever larger distances.
std::uint64_t timeToLive(std::mt19937_64& dice)
{
    return dice() % 8 == 0 ? dice() % 120'000 : dice() % 12'000;
}

// Writes until it ends. Never returns.
[[noreturn]] void writeOn(const QStringList& arguments)
{
    const QString directory = arguments.value(2);
    const QByteArray key = QByteArray::fromHex(arguments.value(3).toLatin1());
    const bool losesPower = arguments.value(4) == QLatin1String("power");
    std::mt19937_64 dice(arguments.value(5).toULongLong());
    if (losesPower) {
        test::faulty_disk::install();
        test::faulty_disk::cacheWrites();
    }
    auto secret = SecretKey::fromBytes(
        { reinterpret_cast<const unsigned char*>(key.constData()), static_cast<std::size_t>(key.size()) });
    if (!secret)
        ::_exit(3);
    // Kept to the end: nothing may be tidied up by a destructor.
    auto* vault = std::make_unique<Vault>().release();
    if (!await(vault->open(directory, std::move(*secret), true)).ok())
        ::_exit(4);
    std::thread([seed = dice(), losesPower, wait = timeToLive(dice)] {
        std::this_thread::sleep_for(std::chrono::microseconds(wait));
        if (losesPower)
            test::faulty_disk::losePower(seed);
        ::kill(::getpid(), SIGKILL);
    }).detach();
    const int first = arguments.value(6).toInt();
    for (int number = first;; ++number) {
        const Outcome written = await(
            vault->write([number](WriteTransaction& transaction) { return command(transaction, number); }));
        if (!written)
            ::_exit(5);
        acknowledge(number);
    }
}

} // namespace

class CrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasAcknowledged_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("rounds");
        QTest::newRow("killed") << QStringLiteral("kill") << roundsOr(500);
        QTest::newRow("power lost") << QStringLiteral("power") << roundsOr(200);
    }

    void losesNothingThatWasAcknowledged()
    {
        QFETCH(QString, mode);
        QFETCH(int, rounds);
        int acknowledged = 0;
        // A vault lives through some of them, then the next one begins.
        for (int round = 0; round < rounds; round += kRoundsPerVault) {
            const int inThisVault = liveThrough(mode, round, std::min(kRoundsPerVault, rounds - round));
            if (QTest::currentTestFailed())
                return;
            acknowledged += inThisVault;
        }
        QVERIFY2(acknowledged > rounds / 4, "hardly anything was written before the end came");
        qInfo("%d ends, %d commands acknowledged, all there", rounds, acknowledged);
    }

private:
    // So many ends of one vault's writers; gives how many commands they acknowledged.
    static int liveThrough(const QString& mode, int firstRound, int rounds)
    {
        const QTemporaryDir folder;
        const QString directory = folder.path() + QStringLiteral("/account");
        const SecretKey key = SecretKey::generate();
        int next = 0;
        int acknowledged = 0;
        for (int round = firstRound; round < firstRound + rounds; ++round) {
            const int last = crash(directory, key, mode, round, next);
            acknowledged += last - next + 1;
            next = lookAfter(directory, key, last);
            if (QTest::currentTestFailed()) {
                qWarning("round %d", round);
                return acknowledged;
            }
        }
        lookAtPages(directory, key);
        return acknowledged;
    }

    // What is there after an end: all that was acknowledged, up to `last`, and at most one more, which was on
    // disk when the program could no longer say so. Gives the next number.
    static int lookAfter(const QString& directory, const SecretKey& key, int last)
    {
        std::vector<OutboxEntry> waiting;
        std::size_t jobs = 0;
        const auto look = [&] {
            Vault vault;
            OT_VERIFY_OK(await(vault.open(directory, key.clone(), last < 0)));
            const auto entries
                = await(vault.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
            QVERIFY(entries.ok());
            waiting = *entries;
            const auto rows
                = await(vault.read([](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, {}); }));
            QVERIFY(rows.ok());
            jobs = rows->size();
            OT_VERIFY_OK(await(vault.close()));
            const int end = static_cast<int>(waiting.size());
            QVERIFY2(end > last, qPrintable(QStringLiteral("%1 of %2").arg(end).arg(last + 1)));
            QVERIFY(end <= last + 2);
            QCOMPARE(jobs, waiting.size());
            for (int i = 0; i < end; ++i)
                QCOMPARE(waiting.at(static_cast<std::size_t>(i)).mutationId, QString::number(i));
        };
        look();
        return static_cast<int>(waiting.size());
    }

    static void lookAtPages(const QString& directory, const SecretKey& key)
    {
        const auto connection
            = Connection::open(directory + QStringLiteral("/vault.db"), key, Connection::Mode::ReadWrite);
        QVERIFY(connection.ok());
        for (const char* check : { "PRAGMA cipher_integrity_check", "PRAGMA integrity_check" }) {
            Result<Query> query = (*connection)->query(check);
            QVERIFY(query.ok());
            const Result<bool> row = query->step();
            QVERIFY(row.ok() && (!*row || query->text(0) == QLatin1String("ok")));
        }
    }

    // Lets a writer run into its end; gives the last number it acknowledged, `first` - 1 for none.
    static int crash(
        const QString& directory, const SecretKey& key, const QString& mode, int round, int first)
    {
        const auto bytes = key.bytes();
        const QByteArray hex
            = QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                  .toHex();
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QCoreApplication::applicationFilePath(),
            { QStringLiteral("--writer"), directory, QString::fromLatin1(hex), mode, QString::number(round),
                QString::number(first) });
        if (!writer.waitForFinished(60'000))
            qFatal("the writer did not end");
        // Killed, or ended by the lost power; 3 to 5 are its own complaints.
        if (writer.exitStatus() == QProcess::NormalExit && writer.exitCode() != 9)
            qFatal("the writer ended with %d", writer.exitCode());
        int last = first - 1;
        const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i)
            last = lines.at(i).toInt();
        return last;
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String("--writer"))
        writeOn(QCoreApplication::arguments());
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "crash_test.moc"
