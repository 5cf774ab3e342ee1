// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/begun_words.h"

namespace ot::storage::queries {

namespace {

constexpr qsizetype kLongestIndexedPrefix = 4; // storage/database/schema.cpp
constexpr qsizetype kMostWords = 64;

// Behind every word of which `word` is the whole, before every one that only begins so: words hold no
// controls.
QString justBehind(const QString& word)
{
    return word + QChar(1);
}

} // namespace

Result<std::optional<QStringList>> begunWords(
    ReadSnapshot& snapshot, const std::string& searchTable, const SearchQuery& query)
{
    const bool isOpen = !query.parts.empty() && query.parts.back().isPrefix
        && query.parts.back().fault == SearchFault::None && !query.parts.back().tokens.isEmpty();
    if (!isOpen || query.parts.back().tokens.back().toUcs4().size() <= kLongestIndexedPrefix)
        return std::optional<QStringList>();
    const QString beginning = query.parts.back().tokens.back();
    // "instance" reads one place of a word; the other kinds of this table count all of them.
    const std::string words = "temp." + searchTable + "_words";
    {
        Result<Query> make = snapshot.query("CREATE VIRTUAL TABLE IF NOT EXISTS " + words
            + " USING fts5vocab('main', '" + searchTable + "', 'instance')");
        if (!make)
            return make.error();
        if (const Outcome made = make->run(); !made)
            return made.error();
    }
    QStringList found;
    QString from = beginning;
    while (true) {
        Result<Query> next = snapshot.query("SELECT term FROM " + words + " WHERE term >= ? LIMIT 1");
        if (!next)
            return next.error();
        next->bind(1, from);
        const auto word = firstRow(*next, [](const Query& row) { return row.text(0); });
        if (!word)
            return word.error();
        if (!word->has_value() || !(*word)->startsWith(beginning))
            return std::optional(found);
        if (found.size() == kMostWords)
            return std::optional<QStringList>();
        found.append(**word);
        from = justBehind(**word);
    }
}

} // namespace ot::storage::queries
