// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/account_menu.h"

#include "models/display_text.h"

#include <QKeySequence>

namespace ot::ui {
namespace {

constexpr int kMostShortcuts = 9;

// A name that somebody else chose must not become a shortcut of the menu's.
QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

QString accountName(const AccountChoice& account, int number)
{
    return account.label.isEmpty() ? AccountMenu::tr("Account %1").arg(number) : account.label;
}

AccountMenu::AccountMenu(const std::vector<AccountChoice>& accounts, const QString& openName, QWidget* parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Accounts"));
    int number = 0;
    for (const AccountChoice& account : accounts) {
        ++number;
        QString name = accountName(account, number);
        if (account.isOpen && !openName.isEmpty() && openName != name)
            //: %1 is what the person calls an account, %2 the name in it
            name = tr("%1: %2").arg(name, openName);
        QAction* action = addAction(escaped(models::oneLine(name)));
        action->setCheckable(true);
        action->setChecked(account.isOpen);
        if (number <= kMostShortcuts)
            action->setShortcut(
                QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_0 + number)));
        connect(action, &QAction::triggered, this, [this, id = account.id, isOpen = account.isOpen] {
            if (!isOpen)
                Q_EMIT accountChosen(id);
        });
    }
    addSeparator();
    connect(addAction(tr("Add an account…")), &QAction::triggered, this, &AccountMenu::additionRequested);
    if (!accounts.empty())
        connect(addAction(tr("Name this account…")), &QAction::triggered, this, &AccountMenu::labelRequested);
}

} // namespace ot::ui
