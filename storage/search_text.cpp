// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search_text.h"

#include <QChar>
#include <QList>

namespace ot::storage {

namespace {

constexpr qsizetype kLongestTyped = 200;
constexpr qsizetype kMostWords = 12;

bool isWrittenWithoutSpaces(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool isWordCharacter(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

// Splits into the words that the index's tokenizer makes of the text.
QList<QString> words(const QString& text)
{
    QList<QString> found;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            found.append(std::exchange(word, QString()));
    };
    const auto characters = text.toUcs4();
    for (const uint character : characters) {
        if (isWordCharacter(character))
            word += QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1);
        else
            flush();
    }
    flush();
    return found;
}

} // namespace

QString indexedText(const QString& text)
{
    QString spaced;
    spaced.reserve(text.size());
    const auto characters = text.toUcs4();
    for (const uint character : characters) {
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1);
        if (isWrittenWithoutSpaces(character))
            spaced += QLatin1Char(' ') + one + QLatin1Char(' ');
        else
            spaced += one;
    }
    return spaced;
}

QString matchExpression(const QString& typed)
{
    QString expression;
    const QList<QString> all = words(typed.left(kLongestTyped));
    for (qsizetype i = 0; i < all.size() && i < kMostWords; ++i) {
        // A quoted string is a phrase of its tokens: a run of unspaced characters has to stand together.
        if (!expression.isEmpty())
            expression += QLatin1Char(' ');
        expression += QLatin1Char('"') + indexedText(all.at(i)).simplified() + QLatin1String("\"*");
    }
    return expression;
}

} // namespace ot::storage
