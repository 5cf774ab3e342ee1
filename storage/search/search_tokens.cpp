// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/search_tokens.h"

#include "storage/search/folded_character.h"

namespace ot::storage {

namespace {

// What nobody wrote as a word (a key, a picture in base 64) is cut, so that the index needs no token of its
// length.
constexpr qsizetype kLongestToken = 64;
constexpr char32_t kBreve = 0x0306;
constexpr ushort kCyrillicI = 0x0438;
constexpr ushort kCyrillicShortI = 0x0439;

constexpr char16_t plainLetter(char16_t character)
{
    if (character >= u'A' && character <= u'Z')
        return static_cast<char16_t>(character + (u'a' - u'A'));
    return (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9') ? character
                                                                                                : u'\0';
}

} // namespace

void TokenReader::append(char32_t character, qsizetype start)
{
    if (m_token.isEmpty())
        m_start = start;
    m_token.append(QChar::fromUcs4(character));
    m_ends.resize(static_cast<std::size_t>(m_token.size()), m_at);
}

// "и" with a breve written apart is the letter "й".
void TokenReader::fixShortI()
{
    if (m_token.back().unicode() == kCyrillicI)
        m_token.back() = QChar(kCyrillicShortI);
}

// Takes the units of the character that has been read; false where the token ends before the next of them.
bool TokenReader::take()
{
    for (; m_unit < m_folded->count; ++m_unit) {
        const FoldedUnit unit = m_folded->units[static_cast<std::size_t>(m_unit)];
        switch (unit.kind) {
        case FoldedKind::Gap:
            if (!m_token.isEmpty()) {
                ++m_unit;
                return false;
            }
            break;
        case FoldedKind::Nothing:
            break;
        case FoldedKind::Accent:
            if (!m_token.isEmpty()) {
                m_ends.back() = m_at;
                if (unit.character == kBreve)
                    fixShortI();
            }
            break;
        case FoldedKind::Letter:
            if (!m_token.isEmpty() && (m_ownToken || m_token.size() >= kLongestToken))
                return false;
            m_ownToken = false;
            append(unit.character, m_characterStart);
            break;
        case FoldedKind::OwnToken:
            if (!m_token.isEmpty())
                return false;
            m_ownToken = true;
            append(unit.character, m_characterStart);
            break;
        case FoldedKind::Attached:
            if (m_token.size() >= kLongestToken)
                return false;
            m_ownToken = m_ownToken || m_token.isEmpty();
            append(unit.character, m_characterStart);
            break;
        }
    }
    m_folded = nullptr;
    return true;
}

// Reads one character; false at the end of the text.
bool TokenReader::readCharacter()
{
    if (m_at >= m_text.size())
        return false;
    m_characterStart = m_at;
    const QChar first = m_text.at(m_at++);
    char32_t character = first.unicode();
    if (first.isHighSurrogate() && m_at < m_text.size() && m_text.at(m_at).isLowSurrogate())
        character = QChar::surrogateToUcs4(first, m_text.at(m_at++));
    m_folded = &foldCharacter(character);
    m_unit = 0;
    return true;
}

bool TokenReader::next()
{
    m_token.resize(0);
    m_ends.clear();
    m_ownToken = false;
    // What the last token left of its last character. The cache it stands in may hold another by now.
    if (m_folded != nullptr) {
        const char32_t character
            = m_text.at(m_characterStart).isHighSurrogate() && m_characterStart + 1 < m_at
            ? QChar::surrogateToUcs4(m_text.at(m_characterStart), m_text.at(m_characterStart + 1))
            : m_text.at(m_characterStart).unicode();
        m_folded = &foldCharacter(character);
        if (!take())
            return true;
    }
    while (m_at < m_text.size()) {
        // Most of what is read is this.
        const char16_t plain = plainLetter(m_text.at(m_at).unicode());
        if (plain != u'\0' && !m_ownToken && m_token.size() < kLongestToken) {
            ++m_at;
            append(plain, m_at - 1);
            continue;
        }
        if (!readCharacter())
            break;
        if (!take())
            return true;
    }
    return !m_token.isEmpty();
}

QStringList tokensOf(QStringView text, qsizetype most)
{
    QStringList tokens;
    TokenReader reader(text);
    while (tokens.size() < most && reader.next())
        tokens.append(reader.token());
    return tokens;
}

} // namespace ot::storage
