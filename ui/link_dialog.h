// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/link_gate.h"

#include <QDialog>

namespace ot::ui {

class TintedLabel;

// The question before an address is opened. Only LinkGate makes it.
class LinkDialog : public QDialog {
    Q_OBJECT

public:
    // `asWritten` is shown when the address is refused.
    LinkDialog(const QString& asWritten, const LinkVerdict& verdict, QWidget* parent);
    void showTrouble(const QString& sentence);

Q_SIGNALS:
    void openRequested();
    void copyRequested(const QString& text);

private:
    TintedLabel* m_trouble;
};

} // namespace ot::ui
