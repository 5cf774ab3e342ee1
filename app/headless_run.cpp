// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless_run.h"

#include "storage/when_done.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QImage>
#include <QSet>

#include <cstdio>

namespace ot::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HeadlessRun)
};

constexpr int kSyncMilliseconds = 300'000;
constexpr int kSettleMilliseconds = 20'000;
constexpr int kFewestColours = 8; // an empty window has fewer

void print(FILE* stream, const QString& text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

// Layouts follow their contents by posted events; a picture must not be taken before them. One round moves
// what lies in the widgets it resizes, so there are as many as widgets are nested in practice.
void finishLayouts()
{
    constexpr int kRounds = 8;
    for (int round = 0; round < kRounds; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

bool isBlank(const QImage& image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            colours.insert(image.pixel(x, y));
            if (colours.size() >= kFewestColours)
                return false;
        }
    }
    return true;
}

} // namespace

HeadlessRun::HeadlessRun(const CommandLine& line, Desktop& desktop, Session& session, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_desktop(desktop)
    , m_session(session)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { fail(Text::tr("It took too long and was given up.")); });
    connect(&m_desktop, &Desktop::windowReady, this, &HeadlessRun::followSync);
    connect(&m_session, &Session::rebuilt, this, [this](const QString& summary) {
        print(stderr, QStringLiteral("opentrain-desktop: %1\n").arg(summary));
        m_session.retry();
    });
    connect(&m_desktop, &Desktop::personNeeded, this, [this](const Error& why) {
        fail(why.message.isEmpty()
                ? Text::tr("There is no account in this profile. Give --server and --token-file.")
                : why.message);
    });
}

void HeadlessRun::start()
{
    m_deadline.start(kSyncMilliseconds);
    m_desktop.start();
}

void HeadlessRun::followSync()
{
    sync::SyncService& service = m_session.sync();
    const auto look = [this](const sync::SyncStatus& status) {
        using Phase = sync::SyncStatus::Phase;
        if (!m_synced && (status.phase == Phase::Offline || status.phase == Phase::SignedOut))
            fail(status.error ? status.error->message : Text::tr("The server can't be reached."));
    };
    connect(&service, &sync::SyncService::statusChanged, this, look);
    connect(&service, &sync::SyncService::idle, this, [this] {
        if (!m_synced) {
            m_synced = true;
            report();
        }
    });
    look(service.status());
}

void HeadlessRun::report()
{
    whenDone(loadStatusReport(m_session.vault()), this, [this](const Result<StatusReport>& report) {
        if (!report) {
            fail(report.error().message);
            return;
        }
        print(stdout, report->toText());
        std::fflush(stdout);
        if (const qint64 unreadable = m_session.sync().status().unreadable; unreadable > 0) {
            fail(Text::tr(
                "%Ln record(s) of the server could not be read.", nullptr, static_cast<int>(unreadable)));
            return;
        }
        nextScreenshot();
    });
}

void HeadlessRun::nextScreenshot()
{
    if (m_nextScreenshot == m_line.screenshots.size()) {
        end(0);
        return;
    }
    m_deadline.start(kSettleMilliseconds);
    const QString page = m_line.screenshots.at(m_nextScreenshot).page;
    if (!m_desktop.window()->showPage(page)) {
        fail(Text::tr("There is no page named %1. The pages are: %2.")
                 .arg(page, m_desktop.window()->pageNames().join(QStringLiteral(", "))));
        return;
    }
    whenSettled();
}

void HeadlessRun::whenSettled()
{
    // A page settles once its rows are there; asked again at the next turn, because the answer to what it
    // reads may be on its way.
    // Not at once: whoever else hears that the page has settled may still change it.
    if (m_desktop.window()->isSettled())
        QTimer::singleShot(0, this, &HeadlessRun::capture);
    else
        connect(m_desktop.window(), &ui::MainWindow::settled, this, &HeadlessRun::whenSettled,
            Qt::SingleShotConnection);
}

void HeadlessRun::capture()
{
    if (m_ended)
        return;
    if (!m_desktop.window()->isSettled()) {
        whenSettled();
        return;
    }
    finishLayouts();
    const ScreenshotRequest& request = m_line.screenshots.at(m_nextScreenshot);
    const QImage image = m_desktop.frame().grab().toImage();
    if (isBlank(image)) {
        fail(Text::tr("The page %1 came out blank.").arg(request.page));
        return;
    }
    if (!image.save(request.file, "PNG")) {
        fail(Text::tr("%1 could not be written.").arg(request.file));
        return;
    }
    ++m_nextScreenshot;
    nextScreenshot();
}

void HeadlessRun::fail(const QString& sentence)
{
    if (m_ended)
        return;
    print(stderr, QStringLiteral("opentrain-desktop: %1\n").arg(sentence));
    end(1);
}

void HeadlessRun::end(int status)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadline.stop();
    // From the event loop, so that it also ends a run that fails before the loop begins.
    QMetaObject::invokeMethod(
        qApp, [status] { QCoreApplication::exit(status); }, Qt::QueuedConnection);
}

} // namespace ot::app
