// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ot::storage {

struct FoldedCharacter;

// Cuts a text into the tokens by which it is indexed and found, each folded: without case, accents, vowel
// points, tatweel, width and ligatures; "ß" is "ss", "ё" is "е", every alef is the bare one, every decimal
// digit is an ASCII one. Characters of scripts that are written without spaces (Chinese, Japanese, Thai, Lao,
// Khmer, Burmese, and Korean, whose words grow endings) are a token each, so that a run of them is found at
// any place, as a phrase; a Korean syllable is kept as its letters, so that one still being composed is found
// too. The index, the query and the marks in what is found are cut by the same rules and can't disagree.
//
// The text must outlive the reader. A token's place is counted in UTF-16 units of the text. Any thread.
class TokenReader {
public:
    explicit TokenReader(QStringView text)
        : m_text(text)
    {
    }

    // Moves to the next token; false when there is none left.
    bool next();

    // Letters, digits and, for vowel signs that the index's tokenizer would take for gaps, private
    // characters: never a quote, a blank or a control character. Never empty.
    [[nodiscard]] const QString& token() const { return m_token; }
    [[nodiscard]] qsizetype start() const { return m_start; }
    // Behind the last character, with the accents on it.
    [[nodiscard]] qsizetype end() const { return m_ends.back(); }
    // The same for the first `units` UTF-16 units of the token; 1 <= units <= token().size().
    [[nodiscard]] qsizetype endOf(qsizetype units) const
    {
        return m_ends[static_cast<std::size_t>(units) - 1];
    }

private:
    bool readCharacter();
    bool take();
    void append(char32_t character, qsizetype start);
    void fixShortI();

    QStringView m_text;
    qsizetype m_at = 0; // behind the character that is being taken
    qsizetype m_characterStart = 0;
    const FoldedCharacter* m_folded = nullptr; // what of that character is not taken yet …
    int m_unit = 0; // … from here on
    QString m_token;
    std::vector<qsizetype> m_ends; // for each UTF-16 unit of the token
    qsizetype m_start = 0;
    bool m_ownToken = false; // the token is one character of a script without spaces
};

// The tokens of a text, in order; no more than `most`.
QStringList tokensOf(QStringView text, qsizetype most);

} // namespace ot::storage
