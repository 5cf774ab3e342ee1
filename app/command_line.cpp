// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "sync/api_client.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>
#include <QUrl>

namespace ot::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr int kSmallestSide = 320;
constexpr int kLargestSide = 8192;

Error refuse(const QString& sentence)
{
    return { ErrorCode::BadInput, sentence, QStringLiteral("command line") };
}

// --screenshot takes two values, which QCommandLineParser does not know: they are taken out before it sees
// them.
Result<std::vector<ScreenshotRequest>> takeScreenshots(QStringList& arguments)
{
    std::vector<ScreenshotRequest> requests;
    qsizetype at = 0;
    while ((at = arguments.indexOf(QStringLiteral("--screenshot"), at)) >= 0) {
        if (at + 2 >= arguments.size() || arguments.at(at + 1).startsWith(QLatin1String("--")))
            return refuse(Text::tr("--screenshot needs the name of a page and a file."));
        requests.push_back({ arguments.at(at + 1), QFileInfo(arguments.at(at + 2)).absoluteFilePath() });
        arguments.remove(at, 3);
    }
    return requests;
}

Result<std::optional<QSize>> parseSize(const QString& text)
{
    if (text.isEmpty())
        return std::optional<QSize>();
    const QStringList sides = text.split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    const auto fits = [](int side) { return side >= kSmallestSide && side <= kLargestSide; };
    if (sides.size() != 2 || !isWidth || !isHeight || !fits(size.width()) || !fits(size.height()))
        return refuse(Text::tr("--size takes a width and a height such as 1280x800."));
    return std::optional<QSize>(size);
}

struct Options {
    QCommandLineOption profile { QStringLiteral("profile"), Text::tr("Keep everything in this directory."),
        Text::tr("DIR") };
    QCommandLineOption account { QStringLiteral("account"),
        Text::tr(
            "Open this account of the profile, by its number in the list, instead of the one used last."),
        Text::tr("NUMBER") };
    QCommandLineOption server { QStringLiteral("server"), Text::tr("Talk to the server at this address."),
        Text::tr("URL") };
    QCommandLineOption tokenFile { QStringLiteral("token-file"),
        Text::tr("Sign in with the token in this file, which only its owner may read."), Text::tr("FILE") };
    QCommandLineOption passphraseFile { QStringLiteral("passphrase-file"),
        Text::tr("Open the vault with the passphrase in this file instead of asking for it."),
        Text::tr("FILE") };
    QCommandLineOption recoveryCodeFile { QStringLiteral("recovery-code-file"),
        Text::tr("Open a backup or the vault with the recovery code in this file."), Text::tr("FILE") };
    QCommandLineOption thisComputerOnly { QStringLiteral("this-computer-only"),
        Text::tr("Write a backup even if only this computer's keychain can open it.") };
    QCommandLineOption theme { QStringLiteral("theme"), Text::tr("Colours: light, dark or system."),
        Text::tr("NAME") };
    QCommandLineOption language { QStringLiteral("language"),
        Text::tr("Language of the program, such as en or es."), Text::tr("CODE") };
    QCommandLineOption size { QStringLiteral("size"), Text::tr("Size of the window, such as 1280x800."),
        Text::tr("WxH") };
    QCommandLineOption syncOnce { QStringLiteral("sync-once"),
        Text::tr("Sync, print what is on this device by record type, and end. The exit status is 0 only if "
                 "all of it worked.") };
    QCommandLineOption screenshot { QStringLiteral("screenshot"),
        Text::tr("Write a picture of a page to FILE (PNG); may be given several times."),
        Text::tr("PAGE FILE") };
    QCommandLineOption listPages { QStringLiteral("list-pages"),
        Text::tr("Print the names of the pages, one a line.") };
    QCommandLineOption help { { QStringLiteral("h"), QStringLiteral("help") }, Text::tr("Show this text.") };
    QCommandLineOption version { { QStringLiteral("v"), QStringLiteral("version") },
        Text::tr("Show the version.") };

    void addTo(QCommandLineParser& parser) const
    {
        parser.addOptions({ profile, account, server, tokenFile, passphraseFile, recoveryCodeFile,
            thisComputerOnly, theme, language, size, syncOnce, screenshot, listPages, help, version });
        parser.addPositionalArgument(QStringLiteral("status"),
            Text::tr("Print the state of the profile as JSON and end."), QStringLiteral("[status]"));
        parser.addPositionalArgument(QStringLiteral("check"),
            Text::tr("Look at every page of the vault, print what was found as JSON and end."),
            QStringLiteral("[check]"));
        parser.addPositionalArgument(QStringLiteral("backup"),
            Text::tr("Write the vault into one encrypted file and end."), QStringLiteral("[backup FILE]"));
        parser.addPositionalArgument(QStringLiteral("restore"),
            Text::tr("Put the vault of a backup in place of this profile's and end."),
            QStringLiteral("[restore FILE]"));
    }
};

// The words that are no options: a command and what it takes.
Outcome takeCommand(const QStringList& words, CommandLine& line)
{
    static const QHash<QString, CommandLine::Action> kCommands { { QStringLiteral("status"),
                                                                     CommandLine::Action::Status },
        { QStringLiteral("check"), CommandLine::Action::Check },
        { QStringLiteral("backup"), CommandLine::Action::Backup },
        { QStringLiteral("restore"), CommandLine::Action::Restore } };
    if (words.isEmpty())
        return success();
    const auto found = kCommands.constFind(words.first());
    if (found == kCommands.constEnd())
        return refuse(Text::tr("Unknown command: %1. See --help.").arg(words.first()));
    const bool takesFile = *found == CommandLine::Action::Backup || *found == CommandLine::Action::Restore;
    if (takesFile && words.size() != 2)
        return refuse(Text::tr("%1 needs the name of a file.").arg(words.first()));
    if (!takesFile && words.size() != 1)
        return refuse(Text::tr("Unknown command: %1. See --help.").arg(words.at(1)));
    line.action = *found;
    if (takesFile)
        line.file = QFileInfo(words.at(1)).absoluteFilePath();
    return success();
}

Result<CommandLine> collect(const QCommandLineParser& parser, const Options& options)
{
    CommandLine line;
    line.profile = parser.isSet(options.profile) ? QFileInfo(parser.value(options.profile)).absoluteFilePath()
                                                 : defaultProfileDirectory();
    line.account = parser.value(options.account);
    if (parser.isSet(options.account) && line.account.isEmpty())
        return refuse(Text::tr("--account takes the number of an account."));
    line.tokenFile = parser.value(options.tokenFile);
    line.passphraseFile = parser.value(options.passphraseFile);
    line.recoveryCodeFile = parser.value(options.recoveryCodeFile);
    line.thisComputerOnly = parser.isSet(options.thisComputerOnly);
    line.language = parser.value(options.language);
    line.theme = parser.value(options.theme);
    if (!line.theme.isEmpty()
        && !QStringList { QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system") }
                .contains(line.theme))
        return refuse(Text::tr("--theme is light, dark or system."));
    if (parser.isSet(options.server)) {
        const Result<QUrl> server = sync::checkServerAddress(parser.value(options.server));
        if (!server)
            return server.error();
        line.server = server->toString();
    }
    const Result<std::optional<QSize>> size = parseSize(parser.value(options.size));
    if (!size)
        return size.error();
    line.size = *size;
    return line;
}

} // namespace

QString defaultProfileDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QStringList rest = arguments;
    Result<std::vector<ScreenshotRequest>> screenshots = takeScreenshots(rest);
    if (!screenshots)
        return screenshots.error();

    QCommandLineParser parser;
    const Options options;
    options.addTo(parser);
    parser.setApplicationDescription(
        Text::tr("Desktop client for the OpenTrain AI marketplace: offline first and encrypted."));
    if (!parser.parse(rest))
        return refuse(parser.errorText());
    Result<CommandLine> line = collect(parser, options);
    if (!line)
        return line;
    if (const Outcome taken = takeCommand(parser.positionalArguments(), *line); !taken)
        return taken.error();
    line->screenshots = std::move(screenshots).value();
    if (parser.isSet(options.help)) {
        line->action = CommandLine::Action::PrintText;
        line->text = parser.helpText();
    } else if (parser.isSet(options.version)) {
        line->action = CommandLine::Action::PrintText;
        line->text = QStringLiteral("opentrain-desktop " OPENTRAIN_VERSION "\n");
    } else if (line->action != CommandLine::Action::ShowWindow) {
        return line; // a command
    } else if (parser.isSet(options.listPages)) {
        line->action = CommandLine::Action::ListPages;
    } else if (parser.isSet(options.syncOnce) || !line->screenshots.empty()) {
        line->action = CommandLine::Action::SyncOnce;
    }
    return line;
}

} // namespace ot::app
