// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account_state.h"
#include "ui/services.h"
#include "ui/shell/page.h"

class QLabel;

namespace ot::ui {

class Card;

// The choices of this device, the account, and what the program is made of.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] bool isSettled() const override { return m_account.isSettled(); }

Q_SIGNALS:
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Card* makeLooks(QWidget* parent);
    Card* makeWriting(QWidget* parent);
    Card* makeAccount(QWidget* parent);
    Card* makeAbout(QWidget* parent);
    void refreshAccount();

    Services& m_services;
    models::AccountState m_account;
    QLabel* m_who = nullptr;
};

} // namespace ot::ui
