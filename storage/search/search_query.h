// SPDX-License-Identifier: GPL-3.0-or-later
//
// The language of the search field (docs/search.md, decision 0011): words, "exact phrases", -without,
// from:, in:, before:, after:, on:, has:. Whatever is typed has a meaning; nothing is a syntax error. What an
// operator can't understand is said beside the part, and the rest is searched. Pure; any thread.
#pragma once

#include "storage/records/values.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <cstddef>
#include <vector>

namespace ot::storage {

enum class SearchPartKind { Word, Phrase, From, In, Before, After, On, Has };

// Why an operator's value is not understood. Such a part is left out of the search.
enum class SearchFault { None, ValueMissing, NoDate, NoType, NothingToHave };

// A span of time: from `begin`, up to and without `end`.
struct TimeSpan {
    UtcTime begin;
    UtcTime end;

    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

// One part of what was typed.
struct SearchPart {
    SearchPartKind kind = SearchPartKind::Word;
    bool isExcluded = false; // a minus before it
    bool isPrefix = false; // still being typed: its last token may be the beginning of a word
    qsizetype start = 0; // where it stands in the text, minus, operator and quotes with it
    qsizetype length = 0; // both in UTF-16 units
    QString value; // what was typed without minus, operator and quotes
    QStringList tokens; // the value as it is looked for; for Word, Phrase and From
    std::vector<std::size_t> types; // for In: what the language's table says the value means
    TimeSpan days; // for Before, After and On: the day, month or year that was named
    SearchFault fault = SearchFault::None;

    // A sentence for the user about the fault, translated; empty when there is none.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isText() const
    {
        return kind == SearchPartKind::Word || kind == SearchPartKind::Phrase;
    }
};

struct SearchQuery {
    std::vector<SearchPart> parts; // in the order typed; without what holds nothing to look for
    bool isCut = false; // there was more than is read
    UtcTime now; // when it was asked, for ranking by age

    // There is something to search by: a word, a phrase or an operator that is understood.
    [[nodiscard]] bool isEmpty() const;
};

// The names that are understood, and the time. English operators and day names need no table; a translation's
// stand beside them. Names are compared folded: case and accents do not matter.
struct SearchLanguage {
    template <class Meaning>
    struct Name {
        QString name;
        Meaning meaning;
    };

    std::vector<Name<std::size_t>> types = {}; // "Saved job", 5; plurals on "s" and "es" follow by themselves
    std::vector<Name<SearchPartKind>> operators = {}; // "de", From
    std::vector<Name<int>> days = {}; // "ayer", -1: days from today
    std::vector<QString> attachments = {}; // "adjunto": what has: takes beside "attachment" and "file"
    QTimeZone zone = QTimeZone::utc(); // whose days are meant
    UtcTime now = {};
    bool withOperators = true; // false: "from:x" is two words, for a list that has filters of its own
};

inline constexpr qsizetype kLongestSearch = 1000; // UTF-16 units; the rest is not read
inline constexpr std::size_t kMostSearchParts = 32;
inline constexpr qsizetype kMostPartTokens = 32;

SearchQuery parseSearch(const QString& typed, const SearchLanguage& language);

} // namespace ot::storage
