// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entry_card.h"

#include <QUrl>

class QLineEdit;
class QShortcut;

namespace ot::ui {

class Button;
class TintedLabel;

// Asks for the server and how to sign in: in the browser, or with a token. While the person is in the browser
// it says what to do there. Holds no logic: the application does the work and answers with showStep(),
// setBusy() and setError().
class WelcomePage : public EntryCard {
    Q_OBJECT

public:
    // How far a sign-in by browser is.
    enum class Step {
        Choice, // nothing is under way
        Asking, // the server says where its people sign in
        InBrowser, // the person is there
        Finishing, // the browser has come back
    };

    explicit WelcomePage(QWidget* parent = nullptr);

    void setServer(const QString& address);
    // Offers the way back to the account that was open before one was to be added.
    void setBackVisible(bool visible);
    void showStep(Step step);
    // As showStep(InBrowser): where the browser was sent, and whether one took it.
    void showInBrowser(const QUrl& address, bool opened);
    // Lays the other way open, where the browser's is closed.
    void offerToken();
    // While the server is asked about a token: the fields rest and the button says so.
    void setBusy(bool busy);
    // A sentence; empty takes it away.
    void setError(const QString& sentence);

Q_SIGNALS:
    void browserRequested(const QString& server);
    void browserAgainRequested();
    void cancelRequested();
    void backRequested();
    void signInRequested(const QString& server, const QString& token);

private:
    QWidget* makeChoice();
    QWidget* makeTokenPart();
    QWidget* makeProgress();
    void useBrowser();
    void useToken();
    void copyAddress();
    // The server's address as it is typed; empty, and said so, when there is none.
    QString server();

    TintedLabel* m_error;
    QLineEdit* m_server = nullptr;
    QLineEdit* m_token = nullptr;
    Button* m_browser = nullptr;
    Button* m_other = nullptr;
    Button* m_signIn = nullptr;
    Button* m_again = nullptr;
    Button* m_copy = nullptr;
    Button* m_cancel = nullptr;
    Button* m_back = nullptr;
    QShortcut* m_escape = nullptr;
    QWidget* m_tokenPart = nullptr;
    QWidget* m_choice;
    QWidget* m_progress;
    QUrl m_address;
};

} // namespace ot::ui
