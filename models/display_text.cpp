// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/display_text.h"

#include <QChar>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace ot::models {
namespace {

constexpr int kMarksPerBase = 8; // joiners count as marks
constexpr int kEmptyLinesInARow = 2;
constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;

bool isDirectionControl(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0x200E
        || c == 0x200F;
}

bool isInvisible(char32_t c)
{
    // Joiners are kept: several scripts and emoji families need them.
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x180E || c == 0xFFFC
        || (c >= 0x2061 && c <= 0x2064) || (c >= 0x206A && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE0FFF) || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

bool isNonCharacter(char32_t c)
{
    return (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool isLineBreak(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isBlank(char32_t c)
{
    return c == U'\t' || c == U' ' || QChar::category(c) == QChar::Separator_Space;
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || c == kNonJoiner
        || c == kJoiner;
}

void append(QString& out, char32_t c)
{
    out.append(QChar::fromUcs4(c));
}

// Hands out code points; an unpaired surrogate comes as U+FFFD.
class CodePoints {
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    char32_t next()
    {
        const QChar first = m_text.at(m_at++);
        if (!first.isSurrogate())
            return first.unicode();
        if (first.isHighSurrogate() && m_at < m_text.size() && m_text.at(m_at).isLowSurrogate())
            return QChar::surrogateToUcs4(first, m_text.at(m_at++));
        return kReplacement;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

// One pass over the text; `Lines` says whether line breaks and tabs survive.
class Cleaner {
public:
    enum class Lines { Joined, Kept };

    explicit Cleaner(Lines lines)
        : m_lines(lines)
    {
    }

    CleanedText clean(const QString& text, qsizetype limit)
    {
        // More than is kept is looked at, so that a run of dropped characters does not end the text; not the
        // whole of 10 MB.
        const qsizetype looked = qMin(text.size(), limit * 8 + 64);
        CodePoints points(QStringView(text).left(looked));
        m_out.reserve(qMin(looked, limit + 2));
        bool previousWasReturn = false;
        while (!points.atEnd() && m_out.size() <= limit) {
            const char32_t c = points.next();
            if (!(c == U'\n' && previousWasReturn))
                take(c);
            previousWasReturn = c == U'\r';
        }
        CleanedText cleaned { m_out, !points.atEnd() || looked < text.size() || m_out.size() > limit };
        if (cleaned.text.size() > limit)
            cleaned.text.truncate(clusterBoundaryBefore(cleaned.text, limit));
        while (!cleaned.text.isEmpty() && cleaned.text.back().isSpace())
            cleaned.text.chop(1);
        return cleaned;
    }

private:
    void take(char32_t c)
    {
        if (isLineBreak(c)) {
            takeLineBreak();
            return;
        }
        if (isBlank(c)) {
            takeBlank(c);
            return;
        }
        if (isDirectionControl(c) || isInvisible(c) || QChar::category(c) == QChar::Other_Control)
            return;
        if (isMark(c)) {
            if (++m_marks > kMarksPerBase)
                return;
        } else {
            m_marks = 0;
        }
        m_breaks = 0;
        append(m_out, isNonCharacter(c) ? kReplacement : c);
    }

    void takeLineBreak()
    {
        if (m_lines == Lines::Joined) {
            takeBlank(U' ');
            return;
        }
        if (m_out.isEmpty() || ++m_breaks > kEmptyLinesInARow + 1)
            return;
        m_out.append(QLatin1Char('\n'));
    }

    void takeBlank(char32_t c)
    {
        m_marks = 0;
        if (m_lines == Lines::Kept) {
            append(m_out, c == U'\t' ? U'\t' : (c == 0xA0 ? 0xA0 : U' '));
            return;
        }
        if (!m_out.isEmpty() && !m_out.back().isSpace())
            m_out.append(QLatin1Char(' '));
    }

    static qsizetype clusterBoundaryBefore(const QString& text, qsizetype limit)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        finder.setPosition(limit);
        if (finder.isAtBoundary())
            return limit;
        const qsizetype boundary = finder.toPreviousBoundary();
        // A single cluster longer than the whole limit (a chain of joiners) is cut inside, between code
        // points.
        if (boundary > 0)
            return boundary;
        return text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit;
    }

    Lines m_lines;
    QString m_out;
    int m_marks = 0;
    int m_breaks = 0;
};

} // namespace

QString oneLine(const QString& text, qsizetype limit)
{
    CleanedText cleaned = Cleaner(Cleaner::Lines::Joined).clean(text, limit);
    if (cleaned.cut)
        cleaned.text.append(QChar(0x2026));
    return cleaned.text;
}

CleanedText body(const QString& text, qsizetype limit)
{
    return Cleaner(Cleaner::Lines::Kept).clean(text, limit);
}

QString isolated(const QString& text)
{
    return text.isEmpty() ? text : QChar(0x2068) + text + QChar(0x2069);
}

QString initials(const QString& name)
{
    const QStringList words = oneLine(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto firstLetter = [](const QString& word) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        const qsizetype end = finder.toNextBoundary();
        return word.left(end < 0 ? 1 : end).toUpper();
    };
    if (words.isEmpty())
        return {};
    if (words.size() == 1)
        return firstLetter(words.first());
    return firstLetter(words.first()) + firstLetter(words.last());
}

} // namespace ot::models
