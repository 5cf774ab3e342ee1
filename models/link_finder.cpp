// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/link_finder.h"

namespace ot::models {
namespace {

constexpr std::size_t kMostLinks = 50;

bool endsLink(QChar c)
{
    return c.isSpace() || c == QLatin1Char('<') || c == QLatin1Char('>') || c == QLatin1Char('"')
        || c.unicode() < 0x20;
}

// Punctuation at the end belongs to the sentence; a closing bracket does unless it was opened inside the
// address.
qsizetype withoutSentenceEnd(const QString& text, qsizetype start, qsizetype end)
{
    static const QString kSentence = QStringLiteral(".,;:!?'”’»");
    const QStringView address = QStringView(text).mid(start, end - start);
    // How many more brackets of each kind are closed than opened.
    qsizetype round = address.count(QLatin1Char(')')) - address.count(QLatin1Char('('));
    qsizetype square = address.count(QLatin1Char(']')) - address.count(QLatin1Char('['));
    while (end > start) {
        const QChar last = text.at(end - 1);
        if (last == QLatin1Char(')') || last == QLatin1Char(']')) {
            qsizetype& unopened = last == QLatin1Char(')') ? round : square;
            if (unopened <= 0)
                return end;
            --unopened;
        } else if (!kSentence.contains(last)) {
            return end;
        }
        --end;
    }
    return end;
}

} // namespace

std::vector<LinkSpan> findLinks(const QString& text)
{
    std::vector<LinkSpan> links;
    qsizetype from = 0;
    while (links.size() < kMostLinks) {
        const qsizetype at = text.indexOf(QLatin1String("http"), from, Qt::CaseInsensitive);
        if (at < 0)
            return links;
        const QStringView rest = QStringView(text).mid(at);
        const qsizetype scheme = rest.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) ? 8
            : rest.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)                     ? 7
                                                                                                 : 0;
        const bool afterLetter = at > 0 && text.at(at - 1).isLetterOrNumber();
        if (scheme == 0 || afterLetter) {
            from = at + 4;
            continue;
        }
        qsizetype end = at + scheme;
        while (end < text.size() && !endsLink(text.at(end)))
            ++end;
        from = end;
        end = withoutSentenceEnd(text, at + scheme, end);
        if (end > at + scheme)
            links.push_back({ at, end - at });
    }
    return links;
}

} // namespace ot::models
