// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "sync/api_client.h"
#include "ui/entry/trouble_page.h"
#include "ui/entry/unlock_page.h"
#include "ui/entry/welcome_page.h"
#include "ui/services.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QFile>

namespace ot::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Desktop)
};

constexpr QSize kDefaultSize(1280, 800);
constexpr QSize kSmallestSize(720, 480);
const char kRetry[] = "retry";
const char kPassphrase[] = "passphrase";
const char kLater[] = "later";
const char kQuit[] = "quit";
constexpr char kPlatformAddress[] = "https://app.opentrain.ai";

QString troubleTitle(ErrorCode code)
{
    switch (code) {
    case ErrorCode::KeychainLocked:
        return Text::tr("Your keyring is locked");
    case ErrorCode::KeychainMissing:
    case ErrorCode::KeychainDenied:
        return Text::tr("The keychain does not help");
    case ErrorCode::KeyMissing:
    case ErrorCode::KeyForeign:
        return Text::tr("The vault's key is not here");
    case ErrorCode::StoreNewer:
        return Text::tr("The vault is newer than this program");
    case ErrorCode::StoreFull:
        return Text::tr("The disk is full");
    case ErrorCode::StoreForeign:
        return Text::tr("The vault's folder is not yours alone");
    case ErrorCode::StoreNetwork:
        return Text::tr("The vault is on another machine's disk");
    case ErrorCode::StoreReadOnly:
        return Text::tr("Nothing can be written here");
    default:
        return Text::tr("The vault can't be opened");
    }
}

} // namespace

Desktop::Desktop(const CommandLine& line, Session& session, LocalSettings& settings,
    Translations& translations, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_session(session)
    , m_settings(settings)
    , m_translations(translations)
    , m_theme(line.theme.isEmpty() ? settings.theme() : ui::themeChoiceFrom(line.theme))
    , m_links({ QStringLiteral("opentrain.ai") })
{
    m_settings.attach(m_preferences);
    connect(&m_preferences, &ui::Preferences::themeChanged, this,
        [this] { m_theme.setChoice(m_preferences.theme()); });
    connect(&m_preferences, &ui::Preferences::languageChanged, this, [this] {
        m_translations.use(m_preferences.language());
        rebuildWindow();
    });
    connect(&m_session, &Session::signInNeeded, this, &Desktop::showWelcome);
    connect(&m_session, &Session::passphraseNeeded, this, &Desktop::showUnlock);
    connect(&m_session, &Session::trouble, this, &Desktop::showTrouble);
    connect(&m_session, &Session::rebuilt, this, [this](const QString& summary) {
        showPage(Text::tr("The vault was rebuilt"), { ErrorCode::StoreCorrupt, summary, {} },
            { { QLatin1String(kRetry), Text::tr("Go on"), ui::ButtonKind::Primary } });
    });
    connect(&m_session, &Session::damaged, this, &Desktop::showDamage);
    connect(&m_session, &Session::ready, this, &Desktop::showWindow);
    connect(&m_session, &Session::closing, this, &Desktop::dropWindow);
    makeAccountShortcuts();
    m_frame.setWindowTitle(QStringLiteral("OpenTrain Desktop"));
    m_frame.setMinimumSize(kSmallestSize);
}

Desktop::~Desktop()
{
    if (!m_line.size)
        m_settings.setWindowGeometry(m_frame.saveGeometry());
    delete m_window; // before the services it works with
}

void Desktop::start()
{
    if (m_line.size)
        m_frame.resize(*m_line.size);
    else if (!m_frame.restoreGeometry(m_settings.windowGeometry()))
        m_frame.resize(kDefaultSize);
    m_frame.show();
    m_theme.followSystem();
    m_session.open();
}

void Desktop::raise()
{
    m_frame.setWindowState(m_frame.windowState() & ~Qt::WindowMinimized);
    m_frame.show();
    m_frame.raise();
    m_frame.activateWindow();
}

void Desktop::makeWelcome()
{
    m_welcome = new ui::WelcomePage(&m_frame);
    m_frame.addWidget(m_welcome);
    m_welcome->setServer(m_line.server.isEmpty() ? QString::fromLatin1(kPlatformAddress) : m_line.server);
    connect(m_welcome, &ui::WelcomePage::signInRequested, this,
        [this](const QString& address, const QString& token) {
            if (const std::optional<QUrl> server = checkedServer(address)) {
                m_welcome->setBusy(true);
                m_session.signIn(*server, token.trimmed());
            }
        });
    connect(m_welcome, &ui::WelcomePage::browserRequested, this, [this](const QString& address) {
        if (const std::optional<QUrl> server = checkedServer(address)) {
            m_welcome->showStep(ui::WelcomePage::Step::Asking);
            m_session.signInByBrowser(*server, ui::openInBrowser);
        }
    });
    connect(m_welcome, &ui::WelcomePage::browserAgainRequested, &m_session, &Session::openBrowserAgain);
    connect(m_welcome, &ui::WelcomePage::backRequested, this, &Desktop::goBack);
    connect(m_welcome, &ui::WelcomePage::cancelRequested, &m_session, &Session::cancelSignIn);
    connect(&m_session, &Session::browserWaiting, m_welcome, &ui::WelcomePage::showInBrowser);
    connect(&m_session, &Session::browserReturned, m_welcome, [this] {
        m_welcome->showStep(ui::WelcomePage::Step::Finishing);
        raise(); // the person is looking at the browser
    });
}

// The address as typed, or nothing and the page says why.
std::optional<QUrl> Desktop::checkedServer(const QString& typed)
{
    const Result<QUrl> server = sync::checkServerAddress(typed);
    m_welcome->setError(server ? QString() : server.error().message);
    return server ? std::optional(*server) : std::nullopt;
}

void Desktop::showWelcome(const Error& why)
{
    if (m_welcome == nullptr)
        makeWelcome();
    m_welcome->showStep(ui::WelcomePage::Step::Choice);
    m_welcome->setBackVisible(!m_formerAccount.isEmpty());
    m_welcome->setError(why.message);
    if (why.code == ErrorCode::NotFound)
        m_welcome->offerToken(); // this server has no other way
    m_frame.setCurrentWidget(m_welcome);
    Q_EMIT personNeeded(why);
}

void Desktop::showUnlock(bool isNew, const Error& why)
{
    if (!m_line.passphraseFile.isEmpty() && why.code != ErrorCode::PassphraseWrong) {
        QFile file(m_line.passphraseFile);
        if (file.open(QIODevice::ReadOnly)) {
            m_session.usePassphrase(QString::fromUtf8(file.readAll()).trimmed());
            return;
        }
    }
    if (m_unlock == nullptr) {
        m_unlock = new ui::UnlockPage(&m_frame);
        m_frame.addWidget(m_unlock);
        connect(m_unlock, &ui::UnlockPage::passphraseGiven, this, [this](const QString& passphrase) {
            m_unlock->setError({});
            m_unlock->setBusy(true);
            m_session.usePassphrase(passphrase);
        });
    }
    const bool isWrong = why.code == ErrorCode::PassphraseWrong;
    m_unlock->setBusy(false);
    if (!isWrong)
        m_unlock->setMode(isNew ? ui::UnlockPage::Mode::Create : ui::UnlockPage::Mode::Enter, why.message);
    m_unlock->setError(isWrong ? why.message : QString());
    m_frame.setCurrentWidget(m_unlock);
    Q_EMIT personNeeded(why);
}

void Desktop::showPage(
    const QString& title, const Error& error, const std::vector<ui::TroublePage::Choice>& choices)
{
    if (m_trouble == nullptr) {
        m_trouble = new ui::TroublePage(&m_frame);
        m_frame.addWidget(m_trouble);
        connect(m_trouble, &ui::TroublePage::chosen, this, &Desktop::choose);
    }
    m_trouble->setTrouble(title, error.message, error.detail, choices);
    m_frame.setCurrentWidget(m_trouble);
}

void Desktop::showDamage()
{
    showPage(Text::tr("The vault is damaged"),
        { ErrorCode::StoreCorrupt,
            Text::tr(
                "A check found pages that can't be read. The vault is rebuilt at the next start; what you "
                "wrote and have not sent is kept, and everything else is fetched again."),
            {} },
        { { QLatin1String(kQuit), Text::tr("Quit"), ui::ButtonKind::Primary },
            { QLatin1String(kLater), Text::tr("Go on for now"), ui::ButtonKind::Secondary } });
}

void Desktop::showTrouble(const Error& error)
{
    std::vector<ui::TroublePage::Choice> choices { { QLatin1String(kRetry), Text::tr("Try again"),
        ui::ButtonKind::Primary } };
    const bool isKeychain = error.code == ErrorCode::KeychainLocked
        || error.code == ErrorCode::KeychainMissing || error.code == ErrorCode::KeychainDenied
        || error.code == ErrorCode::KeyMissing || error.code == ErrorCode::KeyForeign;
    if (isKeychain && m_session.hasPassphrase())
        choices.push_back(
            { QLatin1String(kPassphrase), Text::tr("Use the passphrase"), ui::ButtonKind::Secondary });
    choices.push_back({ QLatin1String(kQuit), Text::tr("Quit"), ui::ButtonKind::Secondary });
    showPage(troubleTitle(error.code), error, choices);
    Q_EMIT personNeeded(error);
}

void Desktop::choose(const QString& id)
{
    if (id == QLatin1String(kRetry))
        m_session.retry();
    else if (id == QLatin1String(kLater) && m_window != nullptr)
        m_frame.setCurrentWidget(m_window);
    else if (id == QLatin1String(kPassphrase))
        showUnlock(false, {});
    else
        QApplication::quit();
}

void Desktop::showWindow()
{
    const models::Formatter formatter;
    m_sync = std::make_unique<ui::SyncViewState>(m_session.vault(), formatter);
    m_sync->follow(m_session.sync());
    connect(&m_session.sync(), &sync::SyncService::statusChanged, this, &Desktop::watchToken);
    m_formerAccount.clear();
    rebuildWindow();
    Q_EMIT windowReady();
}

// The pages save what was being written as they go, and the vault still takes it.
void Desktop::dropWindow()
{
    if (m_window != nullptr)
        m_lastPage = m_window->currentPage();
    delete m_window;
    m_window = nullptr;
    m_sync.reset();
    m_tokenWasRefused = false;
}

// Texts are made once, so a change of language makes a new window on the same services.
void Desktop::rebuildWindow()
{
    if (!m_sync)
        return;
    if (m_window != nullptr)
        m_lastPage = m_window->currentPage();
    delete m_window;
    ui::Services services { m_session.vault(), *m_sync, m_preferences, m_theme, m_links, models::Formatter(),
        m_session.server().toString(),
        m_session.keyIsInKeychain() ? ui::KeyPlace::Keychain : ui::KeyPlace::Passphrase };
    m_window = new ui::MainWindow(services, &m_frame);
    connect(m_window, &ui::MainWindow::signOutRequested, &m_session, &Session::signOut);
    followAccounts();
    m_frame.addWidget(m_window);
    m_frame.setCurrentWidget(m_window);
    if (!m_lastPage.isEmpty())
        m_window->showPage(m_lastPage);
}

// A token that was refused in the middle of the work: the person signs in again; everything that waits stays.
void Desktop::watchToken(const sync::SyncStatus& status)
{
    const bool isRefused = status.phase == sync::SyncStatus::Phase::SignedOut;
    if (isRefused && !m_tokenWasRefused)
        showWelcome(status.error.value_or(Error {}));
    // A new sign-in has been taken when the sync begins with it.
    if (status.phase == sync::SyncStatus::Phase::Connecting && m_window != nullptr)
        m_frame.setCurrentWidget(m_window);
    m_tokenWasRefused = isRefused;
}

} // namespace ot::app
