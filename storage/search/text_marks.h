// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/search_query.h"

#include <vector>

namespace ot::storage {

// A part of a text, in UTF-16 units.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};
using TextRanges = std::vector<TextRange>;

// A text and what in it was sought: in order, apart from each other, never inside a character with its
// accents.
struct MarkedText {
    QString text;
    TextRanges marks;
};

// What is sought in a text: tokens that stand one after the other, the last of them perhaps only begun.
struct SoughtTerm {
    QStringList tokens;
    bool isPrefix = false;
};
using SoughtTerms = std::vector<SoughtTerm>;

// The words and phrases that a query wants, in the order typed.
SoughtTerms soughtTerms(const SearchQuery& query);
// Who it wants them from.
SoughtTerms soughtAuthors(const SearchQuery& query);

// How well a text holds a term.
enum class TermPlace : unsigned char { Missing, Begun, Whole };

// For each term the best it was found as. Stops as soon as nothing better can be found.
std::vector<TermPlace> placesOf(QStringView text, const SoughtTerms& terms);

// The places of the terms in the text, as far as they stand in its first `kMostMarked` units.
TextRanges marksOf(QStringView text, const SoughtTerms& terms);
inline constexpr qsizetype kMostMarked = 200'000;

// A part of the text, on one line and at most about `length` units long, that shows as many of the terms as
// one part can: it begins some words before the first of them and ends between words, with an ellipsis where
// text is left out. The text's beginning when no term is in it.
MarkedText fragmentOf(const QString& text, const SoughtTerms& terms, qsizetype length);

} // namespace ot::storage
