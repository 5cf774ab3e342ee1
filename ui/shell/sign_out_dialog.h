// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ot::ui {

// Asks before the device's access ends, and says what becomes of what is here: all of it stays, and what
// waits to be sent waits on. Accepted when the user signs out; Cancel is what a key pressed without looking
// takes. GUI thread.
class SignOutDialog : public QDialog {
    Q_OBJECT

public:
    // `waitingText` says what is not sent yet ("2 messages waiting to send"); empty when nothing waits.
    SignOutDialog(const QString& waitingText, QWidget* parent);
};

} // namespace ot::ui
