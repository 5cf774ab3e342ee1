// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the style paints each kind of control. Only style.cpp calls these.
#pragma once

#include "ui/theme/tokens.h"

#include <QSize>

class QPainter;
class QRect;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QWidget;

namespace ot::ui::parts {

// Push buttons and chips
QSize buttonSize(const QStyleOptionButton& option, const QSize& contents, const QWidget* widget);
void drawButtonBevel(
    const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, const Tokens& tokens);
void drawButtonLabel(
    const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, const Tokens& tokens);

// Check boxes and radio buttons
void drawCheckIndicator(const QStyleOption& option, QPainter& painter, const Tokens& tokens);
void drawRadioIndicator(const QStyleOption& option, QPainter& painter, const Tokens& tokens);

// Fields
void drawField(const QStyleOption& option, QPainter& painter, const Tokens& tokens);
void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const Tokens& tokens);

// Menus and tool tips
QSize menuItemSize(const QStyleOptionMenuItem& option, const QSize& contents);
void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter, const Tokens& tokens);
void drawPopup(const QRect& rect, QPainter& painter, const Tokens& tokens);

// The heads of a table's columns
void drawHeaderSection(const QStyleOptionHeader& option, QPainter& painter, const Tokens& tokens);
void drawHeaderLabel(const QStyleOptionHeader& option, QPainter& painter, const Tokens& tokens);

// Scroll bars
void drawScrollBar(
    const QStyleOptionSlider& option, const QRect& slider, QPainter& painter, const Tokens& tokens);

[[nodiscard]] bool hasVisibleFocus(const QStyleOption& option);

} // namespace ot::ui::parts
