// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text that other people wrote, made fit to be shown: it can't reorder what stands beside it, hide
// characters, grow lines out of one, or cost unbounded layout time. The words themselves are kept; what is
// stored is never changed. Pure functions, any thread.
#pragma once

#include <QString>

namespace ot::models {

// How many characters a one-line field may show before it is cut with an ellipsis.
inline constexpr qsizetype kLineLimit = 300;
// How many characters of a longer text are laid out at once.
inline constexpr qsizetype kBodyLimit = 12'000;

struct CleanedText {
    QString text;
    bool cut = false; // there is more than was kept
};

// For names, titles and other one-line fields: every kind of white space becomes one blank, control,
// zero-width and direction characters are dropped, at most eight marks stay on one base character, unpaired
// surrogates become U+FFFD.
[[nodiscard]] QString oneLine(const QString& text, qsizetype limit = kLineLimit);

// For messages and descriptions: as oneLine(), but line breaks and tabs stay (never more than two empty lines
// in a row).
[[nodiscard]] CleanedText body(const QString& text, qsizetype limit = kBodyLimit);

// The text between U+2068 and U+2069, so that a right-to-left name leaves the punctuation around it alone.
// For parts of a composed line ("Company · place · time").
[[nodiscard]] QString isolated(const QString& text);

// The first letters of the first and last word, in capitals: "MG" for "Maria Gómez".
[[nodiscard]] QString initials(const QString& name);

} // namespace ot::models
