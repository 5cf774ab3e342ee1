// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QTest>

using namespace ot;
using namespace ot::app;

namespace {

Result<CommandLine> parse(const QStringList& words)
{
    return parseCommandLine(QStringList { QStringLiteral("opentrain-desktop") } + words);
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheWindowByDefault();
    void takesSeveralScreenshots();
    void takesServerAndSize();
    void explainsItself();
    void refuses_data();
    void refuses();
};

void CommandLineTest::showsTheWindowByDefault()
{
    const auto line = parse({});
    QVERIFY(line.ok());
    QCOMPARE(line->action, CommandLine::Action::ShowWindow);
    QCOMPARE(line->profile, defaultProfileDirectory());
}

void CommandLineTest::takesSeveralScreenshots()
{
    const auto line = parse({ QStringLiteral("--sync-once"), QStringLiteral("--screenshot"),
        QStringLiteral("jobs"), QStringLiteral("/tmp/a.png"), QStringLiteral("--screenshot"),
        QStringLiteral("messages"), QStringLiteral("/tmp/b.png") });
    QVERIFY(line.ok());
    QCOMPARE(line->action, CommandLine::Action::SyncOnce);
    QCOMPARE(line->screenshots.size(), std::size_t(2));
    QCOMPARE(line->screenshots.at(1).page, QStringLiteral("messages"));
    QCOMPARE(line->screenshots.at(1).file, QStringLiteral("/tmp/b.png"));
}

void CommandLineTest::takesServerAndSize()
{
    const auto line = parse({ QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:4100/"),
        QStringLiteral("--size=960x600"), QStringLiteral("--theme"), QStringLiteral("dark"),
        QStringLiteral("--profile"), QStringLiteral("/tmp/p") });
    QVERIFY(line.ok());
    QCOMPARE(line->server, QStringLiteral("http://127.0.0.1:4100"));
    QCOMPARE(*line->size, QSize(960, 600));
    QCOMPARE(line->theme, QStringLiteral("dark"));
    QCOMPARE(line->profile, QStringLiteral("/tmp/p"));
    const auto status = parse({ QStringLiteral("status") });
    QCOMPARE(status->action, CommandLine::Action::Status);
    QCOMPARE(parse({ QStringLiteral("check") })->action, CommandLine::Action::Check);
    const auto backup = parse(
        { QStringLiteral("backup"), QStringLiteral("/tmp/b"), QStringLiteral("--this-computer-only") });
    QCOMPARE(backup->action, CommandLine::Action::Backup);
    QCOMPARE(backup->file, QStringLiteral("/tmp/b"));
    QVERIFY(backup->thisComputerOnly);
    const auto restore = parse({ QStringLiteral("restore"), QStringLiteral("/tmp/b"),
        QStringLiteral("--recovery-code-file"), QStringLiteral("/tmp/c") });
    QCOMPARE(restore->action, CommandLine::Action::Restore);
    QCOMPARE(restore->recoveryCodeFile, QStringLiteral("/tmp/c"));
}

void CommandLineTest::explainsItself()
{
    const auto help = parse({ QStringLiteral("--help") });
    QCOMPARE(help->action, CommandLine::Action::PrintText);
    for (const char* option : { "--server", "--profile", "--sync-once", "--screenshot", "--version", "status",
             "check", "backup", "restore" })
        QVERIFY2(help->text.contains(QLatin1String(option)), option);
    QVERIFY(parse({ QStringLiteral("--version") })->text.contains(QStringLiteral(OPENTRAIN_VERSION)));
}

void CommandLineTest::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("an unknown option") << QStringList { QStringLiteral("--frobnicate") };
    QTest::newRow("an unknown command") << QStringList { QStringLiteral("dance") };
    QTest::newRow("a backup without a file") << QStringList { QStringLiteral("backup") };
    QTest::newRow("a check with a file") << QStringList { QStringLiteral("check"), QStringLiteral("x") };
    QTest::newRow("a server by plain http")
        << QStringList { QStringLiteral("--server"), QStringLiteral("http://example.test") };
    QTest::newRow("a server that is no address")
        << QStringList { QStringLiteral("--server"), QStringLiteral("not an address") };
    QTest::newRow("a server with a password")
        << QStringList { QStringLiteral("--server"), QStringLiteral("https://a:b@example.test") };
    QTest::newRow("a size in words") << QStringList { QStringLiteral("--size"), QStringLiteral("large") };
    QTest::newRow("a size of nothing") << QStringList { QStringLiteral("--size"), QStringLiteral("0x0") };
    QTest::newRow("a theme there is not")
        << QStringList { QStringLiteral("--theme"), QStringLiteral("mauve") };
    QTest::newRow("a screenshot without a file")
        << QStringList { QStringLiteral("--screenshot"), QStringLiteral("jobs") };
}

void CommandLineTest::refuses()
{
    QFETCH(QStringList, words);
    const auto line = parse(words);
    QVERIFY(!line.ok());
    QCOMPARE(line.error().code, ErrorCode::BadInput);
    QVERIFY(!line.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
