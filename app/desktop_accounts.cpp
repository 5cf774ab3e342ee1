// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changing between the accounts of the profile.
#include "app/desktop.h"

#include "ui/shell/main_window.h"

#include <QShortcut>

namespace ot::app {

namespace {

constexpr int kMostShortcuts = 9;

std::vector<ui::AccountChoice> choicesOf(Session& session)
{
    std::vector<ui::AccountChoice> choices;
    for (const AccountEntry& entry : session.accounts().entries())
        choices.push_back({ entry.id, entry.label, entry.id == session.accountId() });
    return choices;
}

} // namespace

// On the frame, so that an account that can't be opened does not keep the person from the others.
void Desktop::makeAccountShortcuts()
{
    for (int number = 1; number <= kMostShortcuts; ++number) {
        const QKeySequence keys(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_0 + number));
        connect(new QShortcut(keys, &m_frame), &QShortcut::activated, this, [this, number] {
            const std::vector<AccountEntry> accounts = m_session.accounts().entries();
            if (number <= static_cast<int>(accounts.size()))
                switchTo(accounts.at(static_cast<std::size_t>(number - 1)).id);
        });
    }
}

void Desktop::followAccounts()
{
    m_window->setAccounts(choicesOf(m_session));
    // Not at once: the window that says so is about to go.
    connect(m_window, &ui::MainWindow::accountChosen, this, &Desktop::switchTo, Qt::QueuedConnection);
    connect(m_window, &ui::MainWindow::accountAdditionRequested, this, &Desktop::addAccount,
        Qt::QueuedConnection);
    connect(m_window, &ui::MainWindow::accountLabelChosen, this, [this](const QString& label) {
        if (const Outcome kept = m_session.accounts().setLabel(m_session.accountId(), label); !kept)
            showTrouble(kept.error());
        m_window->setAccounts(choicesOf(m_session));
    });
}

void Desktop::switchTo(const QString& accountId)
{
    m_formerAccount.clear();
    m_session.switchTo(accountId);
}

void Desktop::addAccount()
{
    m_formerAccount = m_session.accountId();
    m_session.addAccount();
}

void Desktop::goBack()
{
    switchTo(m_formerAccount.isEmpty() ? m_session.accounts().lastUsed() : m_formerAccount);
}

} // namespace ot::app
