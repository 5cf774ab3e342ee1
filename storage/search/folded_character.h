// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace ot::storage {

// What becomes of one character when a text is folded for searching.
enum class FoldedKind : unsigned char {
    Gap, // ends a token
    Nothing, // as if it were not there: a joiner, a tatweel
    Accent, // not kept, and belongs to the character before it
    Letter, // goes on a token
    OwnToken, // begins a token that only Attached characters go on
    Attached, // goes on the token before it: a vowel sign
};

struct FoldedUnit {
    char32_t character = 0;
    FoldedKind kind = FoldedKind::Gap;
};

struct FoldedCharacter {
    static constexpr int kMostUnits = 20; // U+FDFA unfolds to 18 characters
    char32_t of = 0;
    int count = 0;
    std::array<FoldedUnit, kMostUnits> units {};
};

// Valid until the next call on the same thread. Any thread.
const FoldedCharacter& foldCharacter(char32_t character);

} // namespace ot::storage
