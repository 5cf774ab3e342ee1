// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "sync/api_client.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
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
        Text::tr("Open this account of the profile, by its number in the list, instead of the one used last."),
        Text::tr("NUMBER") };
    QCommandLineOption server { QStringLiteral("server"), Text::tr("Talk to the server at this address."),
        Text::tr("URL") };
    QCommandLineOption tokenFile { QStringLiteral("token-file"),
        Text::tr("Sign in with the token in this file, which only its owner may read."), Text::tr("FILE") };
    QCommandLineOption passphraseFile { QStringLiteral("passphrase-file"),
        Text::tr("Open the vault with the passphrase in this file instead of asking for it."),
        Text::tr("FILE") };
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
        parser.addOptions({ profile, account, server, tokenFile, passphraseFile, theme, language, size, syncOnce,
            screenshot, listPages, help, version });
        parser.addPositionalArgument(QStringLiteral("status"),
            Text::tr("Print the state of the profile as JSON and end."), QStringLiteral("[status]"));
    }
};

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
    const QStringList positional = parser.positionalArguments();
    const bool isStatus = positional == QStringList { QStringLiteral("status") };
    if (!positional.isEmpty() && !isStatus)
        return refuse(Text::tr("Unknown command: %1. See --help.").arg(positional.first()));

    Result<CommandLine> line = collect(parser, options);
    if (!line)
        return line;
    line->screenshots = std::move(screenshots).value();
    if (parser.isSet(options.help)) {
        line->action = CommandLine::Action::PrintText;
        line->text = parser.helpText();
    } else if (parser.isSet(options.version)) {
        line->action = CommandLine::Action::PrintText;
        line->text = QStringLiteral("opentrain-desktop " OPENTRAIN_VERSION "\n");
    } else if (isStatus) {
        line->action = CommandLine::Action::Status;
    } else if (parser.isSet(options.listPages)) {
        line->action = CommandLine::Action::ListPages;
    } else if (parser.isSet(options.syncOnce) || !line->screenshots.empty()) {
        line->action = CommandLine::Action::SyncOnce;
    }
    return line;
}

} // namespace ot::app
