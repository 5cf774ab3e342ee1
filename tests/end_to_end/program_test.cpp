// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program from outside: what it prints, how it ends, what it holds in memory and leaves on disk.
#include "tests/end_to_end/client_runner.h"
#include "tests/support/sandbox_process.h"

#include <QDirIterator>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ot;

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatItIs();
    void syncsAndWritesPictures();
    void refusesBadArgumentsWithASentence_data();
    void refusesBadArgumentsWithASentence();
    void saysThatTheTokenIsWrong();
    void saysThatTheServerIsAway();
    void holdsOneSqliteOnly();
    void saysThatTheProfileCantBeWritten();
    void saysThatTheKeyIsWrong();
    void rebuildsADamagedVaultAndRestoresABackup();

private:
    [[nodiscard]] QStringList account() const;
    std::unique_ptr<test::SandboxProcess> m_sandbox;
};

void ProgramTest::initTestCase()
{
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
}

QStringList ProgramTest::account() const
{
    return { QStringLiteral("--server"), m_sandbox->url().toString(), QStringLiteral("--token-file"),
        m_sandbox->tokenFile(QStringLiteral("trainer")) };
}

void ProgramTest::saysWhatItIs()
{
    const test::ClientRunner client;
    const test::ProgramEnd version = client.run({ QStringLiteral("--version") });
    QCOMPARE(version.status, 0);
    QVERIFY(version.output.startsWith(QStringLiteral("opentrain-desktop ")));
    const test::ProgramEnd pages = client.run({ QStringLiteral("--list-pages") });
    QVERIFY(pages.output.contains(QStringLiteral("jobs\n")));
    QVERIFY(pages.output.contains(QStringLiteral("messages\n")));
}

void ProgramTest::syncsAndWritesPictures()
{
    const test::ClientRunner client;
    QTemporaryDir pictures;
    QStringList arguments = account()
        + QStringList { QStringLiteral("--sync-once"), QStringLiteral("--size"), QStringLiteral("960x600") };
    const QStringList pages
        = client.run({ QStringLiteral("--list-pages") }).output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& page : pages)
        arguments
            += { QStringLiteral("--screenshot"), page, pictures.filePath(page + QStringLiteral(".png")) };
    const test::ProgramEnd end = client.run(arguments);
    QVERIFY2(end.status == 0, qPrintable(end.complaint));
    for (const char* type : { "Job", "Conversation", "Message", "Contract", "Milestone", "InstructionPage",
             "Payout", "Proposal", "Profile", "Account" })
        QVERIFY2(end.output.contains(QLatin1String(type)), type);
    for (const QString& page : pages) {
        const QImage image(pictures.filePath(page + QStringLiteral(".png")));
        QVERIFY2(image.size() == QSize(960, 600), qPrintable(page));
    }
    const test::ProgramEnd status = client.run({ QStringLiteral("status") });
    const QJsonObject report = QJsonDocument::fromJson(status.output.toUtf8()).object();
    QVERIFY(report.value(QLatin1String("records")).toObject().value(QLatin1String("Job")).toInt() >= 300);
    QVERIFY(!report.value(QLatin1String("lastSyncedAt")).toString().isEmpty());
}

void ProgramTest::refusesBadArgumentsWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("an unknown option") << QStringList { QStringLiteral("--nonsense") };
    QTest::newRow("an unsafe server")
        << QStringList { QStringLiteral("--server"), QStringLiteral("http://example.test") };
    QTest::newRow("a token file that is not there") << QStringList { QStringLiteral("--sync-once"),
        QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:9"), QStringLiteral("--token-file"),
        QStringLiteral("/nonexistent/token") };
}

void ProgramTest::refusesBadArgumentsWithASentence()
{
    QFETCH(QStringList, arguments);
    const test::ProgramEnd end = test::ClientRunner().run(arguments);
    QCOMPARE(end.status, 2);
    QVERIFY(end.complaint.startsWith(QStringLiteral("opentrain-desktop: ")));
}

void ProgramTest::saysThatTheTokenIsWrong()
{
    const test::ClientRunner client;
    QFile token(client.passphraseFile() + QStringLiteral(".token"));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("ot_pat_wrong_wrong");
    token.close();
    const test::ProgramEnd end = client.run({ QStringLiteral("--sync-once"), QStringLiteral("--server"),
        m_sandbox->url().toString(), QStringLiteral("--token-file"), token.fileName() });
    QCOMPARE(end.status, 1);
    QVERIFY2(end.complaint.contains(QStringLiteral("token")), qPrintable(end.complaint));
    QVERIFY(!QDir(client.profile() + QStringLiteral("/accounts")).exists()); // nothing was kept of it
}

void ProgramTest::saysThatTheServerIsAway()
{
    const test::ClientRunner client;
    QStringList arguments = account();
    arguments[1] = QStringLiteral("http://127.0.0.1:9");
    const test::ProgramEnd end = client.run(QStringList { QStringLiteral("--sync-once") } + arguments);
    QCOMPARE(end.status, 1);
    QVERIFY2(end.complaint.contains(QStringLiteral("reached")), qPrintable(end.complaint));
}

void ProgramTest::holdsOneSqliteOnly()
{
    const test::ClientRunner client;
    const std::unique_ptr<QProcess> program = client.start(account());
    QVERIFY(program->waitForStarted());
    const auto maps = [&] {
        QFile file(QStringLiteral("/proc/%1/maps").arg(program->processId()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(maps().contains("libsqlcipher"), 30'000);
    // Until the vault is open and holds the marketplace: whatever would bring a second SQLite has been loaded
    // by then.
    const auto vaultBytes = [&] {
        qint64 bytes = 0;
        QDirIterator files(client.profile() + QStringLiteral("/accounts"), { QStringLiteral("vault.db*") },
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            bytes += QFileInfo(files.next()).size();
        return bytes;
    };
    QTRY_VERIFY_WITH_TIMEOUT(vaultBytes() > 500'000, 60'000);
    QVERIFY2(!maps().contains("libsqlite3"), maps().constData());
    QVERIFY(!maps().contains("libQt6Sql"));
    // SIGTERM ends it in good order.
    program->terminate();
    QVERIFY(program->waitForFinished());
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 0);
}

void ProgramTest::saysThatTheProfileCantBeWritten()
{
    const test::ClientRunner client;
    QProcess program;
    program.setProcessEnvironment(test::ClientRunner::environment());
    program.start(QStringLiteral(OPENTRAIN_DESKTOP_BINARY),
        { QStringLiteral("--sync-once"), QStringLiteral("--profile"), QStringLiteral("/proc/nowhere") });
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(QString::fromUtf8(program.readAllStandardError()).contains(QStringLiteral("/proc/nowhere")));
}

void ProgramTest::saysThatTheKeyIsWrong()
{
    const test::ClientRunner client;
    QVERIFY2(client.run(QStringList { QStringLiteral("--sync-once") } + account()).status == 0, "first sync");
    QFile file(client.passphraseFile());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("another passphrase");
    file.close();
    const test::ProgramEnd end = client.run(QStringList { QStringLiteral("--sync-once") } + account());
    QCOMPARE(end.status, 1);
    QVERIFY2(end.complaint.contains(QStringLiteral("passphrase")), qPrintable(end.complaint));
    QCOMPARE(client.run({ QStringLiteral("status") }).status, 1);
}

void ProgramTest::rebuildsADamagedVaultAndRestoresABackup()
{
    const test::ClientRunner client;
    const QStringList sync = QStringList { QStringLiteral("--sync-once") } + account();
    QVERIFY2(client.run(sync).status == 0, "first sync");
    const test::ProgramEnd sound = client.run({ QStringLiteral("check") });
    QVERIFY2(sound.status == 0, qPrintable(sound.complaint));
    QVERIFY(QJsonDocument::fromJson(sound.output.toUtf8()).object().value(QLatin1String("sound")).toBool());
    const QString backup = client.profile() + QStringLiteral(".backup");
    const test::ProgramEnd written = client.run({ QStringLiteral("backup"), backup });
    QVERIFY2(written.status == 0, qPrintable(written.complaint));
    QVERIFY(QFile::exists(backup));

    QDirIterator vaults(client.profile() + QStringLiteral("/accounts"), { QStringLiteral("vault.db") },
        QDir::Files, QDirIterator::Subdirectories);
    QFile vault(vaults.next());
    QVERIFY(vault.open(QIODevice::ReadWrite) && vault.seek(5000) && vault.write("spoiled") == 7);
    vault.close();
    QCOMPARE(client.run({ QStringLiteral("check") }).status, 1);
    QCOMPARE(client.run({ QStringLiteral("backup"), backup + QStringLiteral("2") }).status, 1);
    const test::ProgramEnd rebuilt = client.run(sync);
    QVERIFY2(rebuilt.status == 0, qPrintable(rebuilt.complaint));
    QVERIFY2(rebuilt.complaint.contains(QStringLiteral("rebuilt")), qPrintable(rebuilt.complaint));
    QCOMPARE(client.run({ QStringLiteral("check") }).status, 0);

    // On another computer.
    const test::ClientRunner other;
    const test::ProgramEnd restored = other.run({ QStringLiteral("restore"), backup });
    QVERIFY2(restored.status == 0, qPrintable(restored.complaint));
    const test::ProgramEnd status = other.run({ QStringLiteral("status") });
    QVERIFY(QJsonDocument::fromJson(status.output.toUtf8())
                .object()
                .value(QLatin1String("records"))
                .toObject()
                .value(QLatin1String("Job"))
                .toInt()
        >= 300);
    QVERIFY2(other.run(sync).status == 0, "sync after the restore");
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
