// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/local_settings.h"
#include "app/session.h"
#include "app/translations.h"
#include "ui/entry/trouble_page.h"
#include "ui/link_gate.h"
#include "ui/preferences.h"
#include "ui/sync_view_state.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QStackedWidget>
#include <QUrl>

#include <memory>
#include <optional>

namespace ot::ui {
class MainWindow;
class UnlockPage;
class WelcomePage;
} // namespace ot::ui

namespace ot::app {

// The program with its window: shows what the session asks for and hands it the answers. One frame for the
// whole life of the program; its content is an entry screen or the main window. GUI thread.
class Desktop : public QObject {
    Q_OBJECT

public:
    Desktop(const CommandLine& line, Session& session, LocalSettings& settings, Translations& translations,
        QObject* parent = nullptr);
    ~Desktop() override;

    // Shows the frame at once and opens the session behind it.
    void start();
    void raise();

    [[nodiscard]] QWidget& frame() { return m_frame; }
    // Null until the vault is open.
    [[nodiscard]] ui::MainWindow* window() { return m_window; }

Q_SIGNALS:
    // The main window stands.
    void windowReady();
    // The session can't go on without a person: no account, a passphrase, trouble.
    void personNeeded(const ot::Error& why);

private:
    void makeWelcome();
    std::optional<QUrl> checkedServer(const QString& typed);
    void showWelcome(const Error& why);
    void showUnlock(bool isNew, const Error& why);
    void showTrouble(const Error& error);
    void showDamage();
    void showPage(
        const QString& title, const Error& error, const std::vector<ui::TroublePage::Choice>& choices);
    void showWindow();
    void dropWindow();
    void rebuildWindow();
    void makeAccountShortcuts();
    void followAccounts();
    void switchTo(const QString& accountId);
    void addAccount();
    void goBack();
    void choose(const QString& id);
    void watchToken(const sync::SyncStatus& status);

    CommandLine m_line;
    Session& m_session;
    LocalSettings& m_settings;
    Translations& m_translations;
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::LinkGate m_links;
    QStackedWidget m_frame;
    std::unique_ptr<ui::SyncViewState> m_sync;
    ui::WelcomePage* m_welcome = nullptr;
    ui::UnlockPage* m_unlock = nullptr;
    ui::TroublePage* m_trouble = nullptr;
    ui::MainWindow* m_window = nullptr;
    QString m_lastPage;
    QString m_formerAccount; // while another is being added
    bool m_tokenWasRefused = false;
};

} // namespace ot::app
