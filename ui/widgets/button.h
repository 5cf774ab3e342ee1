// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace ot::ui {

enum class ButtonKind {
    Secondary, // bordered; what a plain QPushButton looks like too
    Primary, // filled: the one thing a place is for
    Quiet, // no border until the pointer is over it
    Danger, // bordered in the colour of loss
    Link, // looks like a link in running text
};

// A push button of one of the kinds the style knows.
class Button : public QPushButton {
    Q_OBJECT

public:
    Button(const QString& text, ButtonKind kind, QWidget* parent = nullptr);
    [[nodiscard]] ButtonKind kind() const { return m_kind; }

private:
    ButtonKind m_kind;
};

// A filter: on or off, or with a menu behind it. `setActive` marks a chip whose menu narrows the list.
class Chip : public QPushButton {
    Q_OBJECT

public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active || isChecked(); }

private:
    bool m_active = false;
};

} // namespace ot::ui
