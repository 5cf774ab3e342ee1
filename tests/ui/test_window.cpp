// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/test_window.h"

#include "storage/records/all_records.h"
#include "tests/support/wait.h"

#include <QApplication>
#include <QTest>

namespace ot::test {

using namespace storage; // NOLINT(google-build-using-namespace): samples of the store's own types

namespace {

constexpr int kJobs = 40;
constexpr int kConversations = 12;
constexpr int kMessages = 30;

models::Formatter formatter()
{
    return models::Formatter(QLocale(QStringLiteral("en_US")), QTimeZone::utc(),
        [] { return UtcTime { 1'790'000'000'000 + 3 * 3'600'000 }; });
}

} // namespace

TestWindow::TestWindow(QSize size, double letters)
    : m_size(size)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * letters);
    QApplication::setFont(font);
    std::vector<Job> jobs;
    jobs.reserve(kJobs);
    for (int i = 1; i <= kJobs; ++i)
        jobs.push_back(sampleJob(i));
    m_store.put(jobs);
    std::vector<Conversation> conversations;
    std::vector<Message> messages;
    conversations.reserve(kConversations);
    messages.reserve(std::size_t(kConversations) * kMessages);
    for (int i = 1; i <= kConversations; ++i) {
        conversations.push_back(sampleConversation(i));
        for (int j = 1; j <= kMessages; ++j)
            messages.push_back(sampleMessage(conversations.back().id, j));
    }
    m_store.put(conversations);
    m_store.put(messages);
    open();
}

TestWindow::~TestWindow() = default;

void TestWindow::open()
{
    m_links = std::make_unique<ui::LinkGate>(
        QStringList { QStringLiteral("opentrain.ai") }, [this](const QUrl& url) {
            m_opened.append(url);
            return true;
        });
    m_sync = std::make_unique<ui::SyncViewState>(m_store.vault(), formatter());
    const ui::Services services { m_store.vault(), *m_sync, m_preferences, m_theme, *m_links, formatter(),
        QStringLiteral("http://127.0.0.1:1"), ui::KeyPlace::Passphrase };
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(m_size);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window did not become active");
}

void TestWindow::show(const QString& page)
{
    if (!m_window->showPage(page))
        qFatal("there is no page %s", qPrintable(page));
    if (!QTest::qWaitFor([this] { return m_window->isSettled(); }))
        qFatal("the page %s did not settle", qPrintable(page));
    // Layouts follow by posted events, each round moving what lies in the widgets it resizes.
    constexpr int kRounds = 8;
    for (int round = 0; round < kRounds; ++round)
        QCoreApplication::processEvents();
}

std::vector<OutboxEntry> TestWindow::waiting()
{
    const auto entries
        = await(m_store.vault().read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    if (!entries)
        qFatal("the outbox can't be read");
    return *entries;
}

void TestWindow::restart()
{
    m_window.reset();
    m_sync.reset();
    m_links.reset();
    m_store.reopen();
    open();
}

} // namespace ot::test
