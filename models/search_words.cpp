// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_words.h"

#include "models/display_text.h"
#include "models/record_names.h"
#include "storage/queries/search_queries.h"

#include <QCoreApplication>

#include <array>

namespace ot::models {

using storage::SearchFault;
using storage::SearchLanguage;
using storage::SearchPart;
using storage::SearchPartKind;

namespace {

constexpr qsizetype kChipLength = 40;
constexpr qint64 kLongestDay = 26LL * 3600 * 1000; // a day has 25 hours when the clocks go back
constexpr int kMostTypesNamed = 3;

class SearchWords {
    Q_DECLARE_TR_FUNCTIONS(SearchWords)
};

struct OperatorWord {
    struct {
        const char* text;
        const char* comment;
    } word;
    SearchPartKind kind;
};
constexpr std::array kOperatorWords {
    OperatorWord { QT_TRANSLATE_NOOP3("SearchWords", "from", "search operator, before a colon: one word"),
        SearchPartKind::From },
    OperatorWord { QT_TRANSLATE_NOOP3("SearchWords", "in", "search operator, before a colon: one word"),
        SearchPartKind::In },
    OperatorWord { QT_TRANSLATE_NOOP3("SearchWords", "before", "search operator, before a colon: one word"),
        SearchPartKind::Before },
    OperatorWord { QT_TRANSLATE_NOOP3("SearchWords", "after", "search operator, before a colon: one word"),
        SearchPartKind::After },
    OperatorWord { QT_TRANSLATE_NOOP3("SearchWords", "on", "search operator, before a colon: one word"),
        SearchPartKind::On },
    OperatorWord { QT_TRANSLATE_NOOP3("SearchWords", "has", "search operator, before a colon: one word"),
        SearchPartKind::Has },
};

QString quoted(const SearchPart& part)
{
    return SearchWords::tr("“%1”").arg(isolated(oneLine(part.value, kChipLength)));
}

QString typesText(const SearchPart& part)
{
    QStringList names;
    for (const std::size_t type : part.types) {
        if (names.size() == kMostTypesNamed) {
            names.append(QString(QChar(0x2026)));
            break;
        }
        names.append(recordTypeName(type));
    }
    return names.join(QStringLiteral(", "));
}

// A day as a date; a month or a year as it was typed.
QString daysText(const SearchPart& part, const Formatter& formatter)
{
    const qint64 length = part.days.end.milliseconds - part.days.begin.milliseconds;
    return length <= kLongestDay ? formatter.date(part.days.begin) : oneLine(part.value, kChipLength);
}

QString chipText(const SearchPart& part, const Formatter& formatter)
{
    if (part.fault != SearchFault::None)
        return quoted(part);
    switch (part.kind) {
    case SearchPartKind::Word:
    case SearchPartKind::Phrase:
        return quoted(part);
    case SearchPartKind::From:
        return SearchWords::tr("From %1").arg(isolated(oneLine(part.value, kChipLength)));
    case SearchPartKind::In:
        return SearchWords::tr("In %1").arg(typesText(part));
    case SearchPartKind::Before:
        return SearchWords::tr("Before %1").arg(daysText(part, formatter));
    case SearchPartKind::After:
        return SearchWords::tr("After %1").arg(daysText(part, formatter));
    case SearchPartKind::On:
        return SearchWords::tr("On %1").arg(daysText(part, formatter));
    case SearchPartKind::Has:
        return SearchWords::tr("With an attachment");
    }
    Q_UNREACHABLE();
}

} // namespace

SearchLanguage searchLanguage(const Formatter& formatter)
{
    SearchLanguage language;
    language.types = storage::queries::englishTypeNames();
    const std::size_t known = language.types.size();
    for (std::size_t i = 0; i < known; ++i) {
        const std::size_t type = language.types[i].meaning;
        language.types.push_back({ recordTypeName(type), type });
    }
    for (const OperatorWord& one : kOperatorWords)
        language.operators.push_back({ SearchWords::tr(one.word.text, one.word.comment), one.kind });
    language.days = { { SearchWords::tr("today"), 0 }, { SearchWords::tr("yesterday"), -1 },
        { SearchWords::tr("tomorrow"), 1 } };
    language.attachments = { SearchWords::tr("attachment", "what has: looks for: one word") };
    language.zone = formatter.zone();
    language.now = formatter.now();
    return language;
}

std::vector<SearchChip> searchChips(const storage::SearchQuery& query, const Formatter& formatter)
{
    std::vector<SearchChip> chips;
    for (const SearchPart& part : query.parts) {
        const QString text = chipText(part, formatter);
        chips.push_back({ part.isExcluded ? SearchWords::tr("Not: %1").arg(text) : text, part.start,
            part.length, part.isExcluded || part.kind != SearchPartKind::Word, oneLine(part.problem()) });
    }
    return chips;
}

} // namespace ot::models
