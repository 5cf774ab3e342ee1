// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account_state.h"
#include "models/search_model.h"
#include "ui/services.h"
#include "ui/shell/account_menu.h"
#include "ui/shell/page.h"
#include "ui/shell/page_table.h"

#include <QWidget>

#include <vector>

class QLabel;
class QStackedWidget;

namespace ot::ui {

class CommandPalette;
class Rail;
class RailEntry;
class SearchField;
class SyncPopover;

// The window of an unlocked account: rail, header, pages. Only the page that is shown is built; the others
// follow when they are first shown. A plain widget, so that the application may put it into a frame with the
// entry screens or show it alone. GUI thread; the services must outlive it.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget* parent = nullptr);
    ~MainWindow() override;

    // The pages by the names that showPage() takes, in the order of the rail.
    [[nodiscard]] QStringList pageNames() const;
    // Brings a page to the front; false when there is none of that name.
    bool showPage(const QString& name);
    [[nodiscard]] QString currentPage() const;
    // Opens a record on the page that shows its type.
    void openRecord(const RecordAddress& address);
    // Puts the keyboard into the search field and shows the palette.
    void openPalette();
    // Shows the details of the sync over the window.
    void showSyncDetails();

    // The accounts of the profile, for the menu at the name in the rail and for the palette.
    void setAccounts(std::vector<AccountChoice> accounts);

    // Whether the page in front shows its rows and nothing of it is being read.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void settled();
    // The user asked to sign out, on the Settings page or in the palette, and meant it.
    void signOutRequested();
    // Another account was chosen, or one is to be added.
    void accountChosen(const QString& id);
    void accountAdditionRequested();
    // What the person calls the open account in the menu; empty for nothing.
    void accountLabelChosen(const QString& label);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Slot {
        PageDescription description;
        RailEntry* entry = nullptr;
        Page* page = nullptr;
    };

    QWidget* makeHeader();
    void makeShortcuts();
    void makeCommands();
    void showPageAt(int index);
    void runCommand(const QString& id);
    void askToSignOut();
    void showAccountMenu(const QPoint& place);
    void askForLabel();
    void refreshBadges();
    void noteSettled();

    Services m_services;
    models::AccountState m_account;
    models::SearchModel m_search;
    std::vector<Slot> m_slots;
    std::vector<AccountChoice> m_accounts;
    int m_current = -1;
    Rail* m_rail;
    QLabel* m_title;
    SearchField* m_searchField;
    QStackedWidget* m_stack;
    CommandPalette* m_palette;
    SyncPopover* m_syncDetails;
};

} // namespace ot::ui
