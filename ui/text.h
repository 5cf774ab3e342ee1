// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one way text that others wrote gets into a widget. Qt's labels, tool tips and message boxes guess
// whether a string is HTML, and HTML opens local files; here nothing is guessed. GUI thread.
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace ot::ui {

// A label that shows its text as it is, whatever it looks like. One line is cleaned to one line; Wrapped
// keeps its breaks.
enum class TextShape { OneLine, Wrapped };
[[nodiscard]] QLabel* makeLabel(const QString& text, TextShape shape, QWidget* parent);
void setLabelText(QLabel* label, const QString& text, TextShape shape);

// A tool tip whose text is shown as it is: escaped, because the tool tip's own guess can't be turned off.
void setTip(QWidget* widget, const QString& text);
[[nodiscard]] QString tipText(const QString& text);

} // namespace ot::ui
