// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ot::ui {

// All of a message that is too long to be laid out in its bubble, as plain text to read and copy.
class WholeTextDialog : public QDialog {
    Q_OBJECT

public:
    WholeTextDialog(const QString& text, QWidget* parent);
};

} // namespace ot::ui
