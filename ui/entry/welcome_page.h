// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entry_card.h"

class QLineEdit;

namespace ot::ui {

class Button;
class TintedLabel;

// Asks for the server and a token. Holds no logic: the application checks them and answers with setBusy() and
// setError().
class WelcomePage : public EntryCard {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setServer(const QString& address);
    // While the server is asked: the fields rest and the button says so.
    void setBusy(bool busy);
    // A sentence; empty takes it away.
    void setError(const QString& sentence);

Q_SIGNALS:
    void signInRequested(const QString& server, const QString& token);

private:
    void submit();

    QLineEdit* m_server;
    QLineEdit* m_token;
    TintedLabel* m_error;
    Button* m_signIn;
};

} // namespace ot::ui
