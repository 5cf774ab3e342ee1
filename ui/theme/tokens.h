// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every colour of the interface, by what it is for. Nothing else in the program names a colour.
#pragma once

#include <QColor>
#include <QPalette>

namespace ot::ui {

struct Tokens {
    QColor bg; // the page behind cards
    QColor surface; // cards, lists, headers
    QColor sunken; // fields, neutral tags
    QColor line; // hairlines and borders
    QColor text;
    QColor dim; // secondary text
    QColor faint; // marks that carry no meaning of their own
    QColor placeholder;
    QColor accent;
    QColor accentSoft;
    QColor onAccent; // text on accent
    QColor ok;
    QColor okSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor rail;
    bool dark = false;
    bool highContrast = false; // borders everywhere, nothing said by a tint alone

    friend bool operator==(const Tokens&, const Tokens&) = default;
};

[[nodiscard]] Tokens lightTokens();
[[nodiscard]] Tokens darkTokens();
[[nodiscard]] Tokens highContrastLightTokens();
[[nodiscard]] Tokens highContrastDarkTokens();

// What stock widgets paint with.
[[nodiscard]] QPalette paletteOf(const Tokens& tokens);

// What a badge, a note or a dot says; always shown together with words.
enum class Tone { Neutral, Accent, Ok, Warn, Bad };
[[nodiscard]] QColor toneColor(const Tokens& tokens, Tone tone);
[[nodiscard]] QColor toneFill(const Tokens& tokens, Tone tone);

// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& first, const QColor& second);

} // namespace ot::ui
