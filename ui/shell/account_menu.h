// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>

#include <vector>

namespace ot::ui {

// An account of the profile as the menu shows it. Others than the open one are locked, so nothing is known of
// them but what the person chose to call them.
struct AccountChoice {
    QString id;
    QString label; // what the person calls it; empty for none
    bool isOpen = false;
};

// "Account 2", or what the person calls it.
QString accountName(const AccountChoice& account, int number);

// The accounts of the profile, to change between them. Deletes itself when it closes. GUI thread.
class AccountMenu : public QMenu {
    Q_OBJECT

public:
    // `openName` is the name of the one whose vault is open, as its server knows it.
    AccountMenu(const std::vector<AccountChoice>& accounts, const QString& openName, QWidget* parent);

Q_SIGNALS:
    void accountChosen(const QString& id);
    void additionRequested();
    // The person wants to say what the open account is called in this menu.
    void labelRequested();
};

} // namespace ot::ui
