// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/text_marks.h"

#include "storage/search/search_tokens.h"

#include <algorithm>
#include <functional>

namespace ot::storage {

namespace {

constexpr qsizetype kBefore = 30; // so much is shown before the first mark …
constexpr qsizetype kSearchedForBlank = 20; // … or a little less, to begin with a word
constexpr std::size_t kMostMarks = 256;
constexpr char16_t kJoiner = 0x200D;

struct Found {
    std::size_t term = 0;
    bool whole = false;
    TextRange range;
};

// A term of which some tokens have been seen.
struct Open {
    std::size_t term = 0;
    qsizetype seen = 0;
    qsizetype start = 0;
};

// Walks over the tokens of a text and says where terms end. `take(Found)` gives false to stop.
template <class Take>
class TermFinder {
public:
    TermFinder(QStringView text, const SoughtTerms& terms, Take take)
        : m_reader(text)
        , m_terms(terms)
        , m_take(take)
    {
    }

    void run()
    {
        while (m_reader.next()) {
            m_next.clear();
            for (const Open& open : m_open) {
                if (!advance(open))
                    return;
            }
            for (std::size_t term = 0; term < m_terms.size(); ++term) {
                if (!m_terms[term].tokens.isEmpty() && !advance({ term, 0, m_reader.start() }))
                    return;
            }
            m_open.swap(m_next);
        }
    }

private:
    bool advance(Open open)
    {
        const SoughtTerm& term = m_terms[open.term];
        const QString& wanted = term.tokens.at(open.seen);
        const QString& token = m_reader.token();
        const bool isLast = open.seen + 1 == term.tokens.size();
        const bool whole = token == wanted;
        if (!whole && !(isLast && term.isPrefix && token.startsWith(wanted)))
            return true;
        if (isLast)
            return m_take(
                Found { open.term, whole, { open.start, m_reader.endOf(wanted.size()) - open.start } });
        ++open.seen;
        m_next.push_back(open);
        return true;
    }

    TokenReader m_reader;
    const SoughtTerms& m_terms;
    Take m_take;
    std::vector<Open> m_open;
    std::vector<Open> m_next;
};

template <class Take>
void findTerms(QStringView text, const SoughtTerms& terms, Take take)
{
    TermFinder<Take>(text, terms, take).run();
}

std::vector<Found> allFound(QStringView text, const SoughtTerms& terms)
{
    std::vector<Found> all;
    if (terms.empty())
        return all;
    findTerms(text.left(kMostMarked), terms, [&all](const Found& found) {
        all.push_back(found);
        return all.size() < kMostMarks;
    });
    std::stable_sort(
        all.begin(), all.end(), [](const Found& a, const Found& b) { return a.range.start < b.range.start; });
    return all;
}

// Overlapping and touching ranges become one.
TextRanges merged(const std::vector<Found>& found)
{
    TextRanges ranges;
    for (const Found& one : found) {
        const qsizetype end = one.range.start + one.range.length;
        if (!ranges.empty() && one.range.start <= ranges.back().start + ranges.back().length) {
            TextRange& last = ranges.back();
            last.length = std::max(last.length, end - last.start);
        } else {
            ranges.push_back(one.range);
        }
    }
    return ranges;
}

// Where the part that shows most terms begins to show them.
qsizetype bestStart(const std::vector<Found>& found, qsizetype length)
{
    qsizetype best = -1;
    std::size_t bestCount = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::vector<std::size_t> shown;
        for (std::size_t j = i; j < found.size(); ++j) {
            const TextRange& range = found[j].range;
            if (range.start + range.length > found[i].range.start + length - kBefore)
                break;
            if (std::find(shown.begin(), shown.end(), found[j].term) == shown.end())
                shown.push_back(found[j].term);
        }
        if (best < 0 || shown.size() > bestCount) {
            best = found[i].range.start;
            bestCount = shown.size();
        }
    }
    return best;
}

// Between two characters that are seen as such: not between a letter and its accent, nor inside an emoji.
bool isBoundary(const QString& text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return true;
    const QChar after = text.at(at);
    return !after.isLowSurrogate() && !after.isMark() && after.unicode() != kJoiner
        && text.at(at - 1).unicode() != kJoiner;
}

qsizetype partStart(const QString& line, qsizetype firstMark)
{
    if (firstMark <= kBefore)
        return 0;
    const qsizetype wanted = firstMark - kBefore;
    const qsizetype blank = line.indexOf(QLatin1Char(' '), wanted);
    if (blank >= 0 && blank < std::min(firstMark, wanted + kSearchedForBlank))
        return blank + 1;
    qsizetype start = wanted;
    while (!isBoundary(line, start))
        --start;
    return start;
}

qsizetype partEnd(const QString& line, qsizetype start, qsizetype length)
{
    const qsizetype wanted = start + length;
    if (wanted >= line.size())
        return line.size();
    const qsizetype blank = line.lastIndexOf(QLatin1Char(' '), wanted);
    if (blank > wanted - kSearchedForBlank && blank > start)
        return blank;
    qsizetype end = wanted;
    while (end > start + 1 && !isBoundary(line, end))
        --end;
    return end;
}

SoughtTerms termsOf(const SearchQuery& query, bool authors)
{
    SoughtTerms terms;
    for (const SearchPart& part : query.parts) {
        const bool fits = authors ? part.kind == SearchPartKind::From : part.isText();
        if (fits && !part.isExcluded && !part.tokens.isEmpty())
            terms.push_back({ part.tokens, part.isPrefix });
    }
    return terms;
}

} // namespace

SoughtTerms soughtTerms(const SearchQuery& query)
{
    return termsOf(query, false);
}

SoughtTerms soughtAuthors(const SearchQuery& query)
{
    return termsOf(query, true);
}

std::vector<TermPlace> placesOf(QStringView text, const SoughtTerms& terms)
{
    std::vector<TermPlace> places(terms.size(), TermPlace::Missing);
    std::size_t open = terms.size();
    if (open == 0)
        return places;
    findTerms(text, terms, [&](const Found& found) {
        TermPlace& place = places[found.term];
        if (place == TermPlace::Whole)
            return true;
        place = found.whole ? TermPlace::Whole : TermPlace::Begun;
        open -= found.whole ? 1U : 0U;
        return open > 0;
    });
    return places;
}

TextRanges marksOf(QStringView text, const SoughtTerms& terms)
{
    return merged(allFound(text, terms));
}

MarkedText fragmentOf(const QString& text, const SoughtTerms& terms, qsizetype length)
{
    const QString line = text.left(kMostMarked).simplified();
    const std::vector<Found> found = allFound(line, terms);
    const qsizetype start = found.empty() ? 0 : partStart(line, bestStart(found, length));
    const qsizetype end = partEnd(line, start, length);
    const QString before = start > 0 ? QStringLiteral("… ") : QString();
    const bool isWhole = end == line.size() && text.size() <= kMostMarked;
    MarkedText fragment {
        before + line.mid(start, end - start) + (isWhole ? QString() : QStringLiteral(" …")), {}
    };
    for (TextRange range : merged(found)) {
        const qsizetype from = std::max(range.start, start);
        const qsizetype to = std::min(range.start + range.length, end);
        if (from < to)
            fragment.marks.push_back({ from - start + before.size(), to - from });
    }
    return fragment;
}

} // namespace ot::storage
