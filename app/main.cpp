// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/desktop.h"
#include "app/headless_run.h"
#include "app/health_command.h"
#include "app/local_settings.h"
#include "app/log.h"
#include "app/process_hardening.h"
#include "app/profile_lock.h"
#include "app/quit_signals.h"
#include "app/session.h"
#include "app/status_command.h"
#include "app/translations.h"
#include "ui/shell/page_table.h"

#include <QApplication>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>

namespace {

using namespace ot;
using namespace ot::app;
using Action = CommandLine::Action;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

constexpr qint64 kLongestToken = 4096;

void say(FILE* stream, const QString& text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

int complain(const Error& error)
{
    say(stderr, QStringLiteral("opentrain-desktop: %1\n").arg(error.message));
    return error.code == ErrorCode::BadInput ? 2 : 1;
}

Result<QString> readToken(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error { ErrorCode::BadInput,
            Text::tr("The token file %1 can't be read: %2.").arg(path, file.errorString()),
            QStringLiteral("token file") };
    }
    const QString token = QString::fromUtf8(file.read(kLongestToken)).trimmed();
    if (token.isEmpty())
        return Error { ErrorCode::BadInput, Text::tr("The token file %1 is empty.").arg(path),
            QStringLiteral("token file") };
    return token;
}

int listPages()
{
    for (const ui::PageDescription& page : ui::pageTable())
        say(stdout, page.name + QLatin1Char('\n'));
    return 0;
}

int runDesktop(const CommandLine& line, Translations& translations)
{
    const Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::acquire(line.profile);
    if (!lock)
        return complain(lock.error());
    startLog(line.profile);

    Session session(line.profile);
    if (!line.account.isEmpty()) {
        if (const Outcome chosen = session.useAccount(line.account); !chosen)
            return complain(chosen.error());
    }
    if (!line.tokenFile.isEmpty()) {
        const Result<QString> token = readToken(line.tokenFile);
        if (!token)
            return complain(token.error());
        if (line.server.isEmpty())
            return complain({ ErrorCode::BadInput, Text::tr("--token-file needs --server."), {} });
        session.offerCredentials(QUrl(line.server), *token);
    }
    LocalSettings settings(line.profile);
    if (line.language.isEmpty())
        translations.use(settings.language());
    Desktop desktop(line, session, settings, translations);
    QObject::connect(lock->get(), &ProfileLock::raiseRequested, &desktop, &Desktop::raise);
    std::unique_ptr<HeadlessRun> headless;
    if (line.action == Action::SyncOnce) {
        headless = std::make_unique<HeadlessRun>(line, desktop, session);
        headless->start();
    } else {
        desktop.start();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    refuseCoreDumps();
#ifdef NDEBUG
    refuseInspection(); // a build for development is there to be looked into
#endif
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    // What shows no window needs no display.
    const QStringList needNone { QStringLiteral("--sync-once"), QStringLiteral("--screenshot"),
        QStringLiteral("--list-pages"), QStringLiteral("status"), QStringLiteral("check"),
        QStringLiteral("backup"), QStringLiteral("restore"), QStringLiteral("--help"), QStringLiteral("-h"),
        QStringLiteral("--version"), QStringLiteral("-v") };
    const bool needsNone = std::any_of(
        words.begin(), words.end(), [&](const QString& word) { return needNone.contains(word); });
    if (needsNone && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    const QuitSignals quitSignals;
    QApplication::setApplicationName(QStringLiteral("opentrain-desktop"));
    QApplication::setApplicationDisplayName(QStringLiteral("OpenTrain Desktop"));
    QApplication::setApplicationVersion(QStringLiteral(OPENTRAIN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("ai.opentrain.Desktop"));
    Translations translations;
    translations.use({});

    const Result<CommandLine> line = parseCommandLine(QApplication::arguments());
    if (!line)
        return complain(line.error());
    if (!line->language.isEmpty())
        translations.use(line->language);
    switch (line->action) {
    case Action::PrintText:
        say(stdout, line->text);
        return 0;
    case Action::ListPages:
        return listPages();
    case Action::Status: {
        StatusCommand status(*line);
        status.start();
        return QApplication::exec();
    }
    case Action::Check:
    case Action::Backup:
    case Action::Restore: {
        HealthCommand command(*line);
        command.start();
        return QApplication::exec();
    }
    case Action::ShowWindow:
    case Action::SyncOnce:
        return runDesktop(*line, translations);
    }
    return 0;
}
