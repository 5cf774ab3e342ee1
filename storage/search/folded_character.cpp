// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/folded_character.h"

#include <QChar>
#include <QList>
#include <QString>

namespace ot::storage {

namespace {

constexpr std::size_t kCacheSize = 1024; // a power of two; a text uses a few hundred characters over and over
constexpr char32_t kPrivatePlane = 0xF0000;
constexpr int kNuktaClass = 7; // the dot that turns a letter of an Indian script into a related one
constexpr char32_t kShortI = 0x0439; // Cyrillic й: a letter of its own, although it decomposes

bool isWrittenWithoutSpaces(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_TaiLe:
    case QChar::Script_NewTaiLue:
    case QChar::Script_TaiTham:
    case QChar::Script_TaiViet:
    case QChar::Script_Javanese:
    case QChar::Script_Balinese:
        return true;
    default:
        return character == 0x30FC; // the Japanese mark of a long vowel, common to two scripts
    }
}

bool isVoicingMark(char32_t character)
{
    return character == 0x3099 || character == 0x309A;
}

// Vowel points and accents that people leave out when they search. The vowel signs of Indian and South-East
// Asian scripts are no such marks: without them another word stands there.
bool isLeftOut(char32_t mark)
{
    if (isVoicingMark(mark))
        return false;
    if (QChar::combiningClass(mark) == kNuktaClass)
        return true;
    switch (QChar::script(mark)) {
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Arabic:
    case QChar::Script_Hebrew:
    case QChar::Script_Syriac:
        return true;
    default:
        return mark > 0xFFFF;
    }
}

// Letters that no decomposition takes apart and people write in more than one way.
QStringView sameAs(char32_t character)
{
    switch (character) {
    case 0x00DF: // ß
        return u"ss";
    case 0x00E6: // æ
        return u"ae";
    case 0x0153: // œ
        return u"oe";
    case 0x00F8: // ø
        return u"o";
    case 0x0142: // ł
        return u"l";
    case 0x0111: // đ
    case 0x00F0: // ð
        return u"d";
    case 0x0127: // ħ
        return u"h";
    case 0x0167: // ŧ
        return u"t";
    case 0x00FE: // þ
        return u"th";
    case 0x0131: // dotless i
        return u"i";
    case 0x0671: // alef wasla
        return u"\u0627";
    case 0x0629: // teh marbuta
    case 0x06C1: // heh goal
    case 0x06BE: // heh doachashmee
    case 0x06D5: // ae
        return u"\u0647";
    case 0x0649: // alef maksura
    case 0x06CC: // Persian yeh
        return u"\u064A";
    case 0x06A9: // Persian kaf
        return u"\u0643";
    default:
        return {};
    }
}

void add(FoldedCharacter& folded, char32_t character, FoldedKind kind)
{
    if (folded.count < FoldedCharacter::kMostUnits)
        folded.units[static_cast<std::size_t>(folded.count++)] = { character, kind };
}

FoldedKind kindOfLetter(char32_t letter)
{
    if (QChar::script(letter) == QChar::Script_Hangul)
        return letter >= 0x1160 && letter <= 0x11FF ? FoldedKind::Attached : FoldedKind::OwnToken;
    return isWrittenWithoutSpaces(letter) ? FoldedKind::OwnToken : FoldedKind::Letter;
}

void addLetter(FoldedCharacter& folded, char32_t letter)
{
    const int digit = QChar::digitValue(letter);
    if (digit >= 0 && QChar::category(letter) == QChar::Number_DecimalDigit)
        add(folded, U'0' + static_cast<char32_t>(digit), FoldedKind::Letter);
    else
        add(folded, letter, kindOfLetter(letter));
}

// A character that has no decomposition and no case left.
void addPlain(FoldedCharacter& folded, char32_t character)
{
    if (const QStringView same = sameAs(character); !same.isEmpty()) {
        for (const QChar one : same)
            add(folded, one.unicode(), FoldedKind::Letter);
        return;
    }
    if (character == 0x0640) { // tatweel stretches a word
        add(folded, character, FoldedKind::Nothing);
    } else if (character == 0x02BB || character == 0x02BC) { // apostrophes that count as letters
        add(folded, character, FoldedKind::Gap);
    } else if (QChar::isMark(character)) {
        const bool leftOut = isLeftOut(character);
        add(folded, leftOut ? character : kPrivatePlane + character,
            leftOut ? FoldedKind::Accent : FoldedKind::Attached);
    } else if (QChar::isLetterOrNumber(character)) {
        addLetter(folded, character);
    } else {
        const bool invisible = QChar::category(character) == QChar::Other_Format && character != 0x200B;
        add(folded, character, invisible ? FoldedKind::Nothing : FoldedKind::Gap);
    }
}

bool decomposes(char32_t character)
{
    const bool hangulSyllable = character >= 0xAC00 && character <= 0xD7A3;
    return hangulSyllable || QChar::decompositionTag(character) != QChar::NoDecomposition;
}

void fold(FoldedCharacter& folded, char32_t character)
{
    folded.of = character;
    folded.count = 0;
    if (character == kShortI || character == kShortI - 0x20) {
        add(folded, kShortI, FoldedKind::Letter);
        return;
    }
    if (character == 0x2122 || character == 0x2120) { // a trade mark's sign is no part of its name
        add(folded, character, FoldedKind::Gap);
        return;
    }
    if (QChar::isSurrogate(character)) {
        add(folded, character, FoldedKind::Gap);
        return;
    }
    QString text = QString::fromUcs4(&character, 1);
    if (decomposes(character))
        text = text.normalized(QString::NormalizationForm_KD);
    const auto characters = text.toCaseFolded().toUcs4();
    for (const uint one : characters)
        addPlain(folded, one);
}

} // namespace

const FoldedCharacter& foldCharacter(char32_t character)
{
    thread_local std::array<FoldedCharacter, kCacheSize> cache {};
    FoldedCharacter& place = cache[character % kCacheSize];
    if (place.of != character || place.count == 0)
        fold(place, character);
    return place;
}

} // namespace ot::storage
