// SPDX-License-Identifier: GPL-3.0-or-later
//
// The few sizes of text. All of them follow the application's font, so a user who asks the system for larger
// letters gets larger letters everywhere. GUI thread.
#pragma once

#include <QFont>

class QWidget;

namespace ot::ui {

enum class Type {
    Caption, // 11 of 13: tags, the rail's footer
    Small, // 12 of 13: second lines
    Body, // 13
    Strong, // 13 bold
    SmallStrong, // 12 bold
    Heading, // 14 bold: a card's title
    Title, // 17 bold: a page's title
    Display, // 20 bold: a record's title
    Mono, // 13, fixed width: addresses
};

[[nodiscard]] QFont typeFont(Type type);

// Sets the widget's font and remembers its type, so that a change of the system's font reaches it.
void setType(QWidget* widget, Type type);

// Gives every widget that has a type its font anew; the theme calls it when the application's font changes.
void refreshTypes();

} // namespace ot::ui
