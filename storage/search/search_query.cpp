// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/search_query.h"

#include "storage/search/search_days.h"
#include "storage/search/search_tokens.h"
#include "storage/search_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace ot::storage {

namespace {

struct EnglishOperator {
    QStringView name;
    SearchPartKind kind;
};
constexpr std::array kEnglishOperators { EnglishOperator { u"from", SearchPartKind::From },
    EnglishOperator { u"in", SearchPartKind::In }, EnglishOperator { u"before", SearchPartKind::Before },
    EnglishOperator { u"after", SearchPartKind::After }, EnglishOperator { u"on", SearchPartKind::On },
    EnglishOperator { u"has", SearchPartKind::Has } };

constexpr std::array<QStringView, 4> kEnglishAttachments { u"attachment", u"attachments", u"file", u"files" };
constexpr qsizetype kLongestPlural = 2;

bool opensQuote(QChar character)
{
    return character == u'"' || character == u'\u201C' || character == u'\u201E' || character == u'\u00AB';
}

bool closesQuote(QChar character)
{
    return character == u'"' || character == u'\u201C' || character == u'\u201D' || character == u'\u00BB';
}

bool isBlank(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Control;
}

// A name without case, accents, blanks and hyphens: "Saved-Jobs" is "savedjobs".
QString foldedName(const QString& name)
{
    return indexedText(name).remove(QLatin1Char(' '));
}

class Parser {
public:
    Parser(QStringView text, const SearchLanguage& language)
        : m_text(text)
        , m_language(language)
    {
    }

    std::vector<SearchPart> parts()
    {
        std::vector<SearchPart> parts;
        while (skipBlanks()) {
            if (parts.size() == kMostSearchParts) {
                m_cut = true;
                break;
            }
            if (std::optional<SearchPart> part = readPart())
                parts.push_back(std::move(*part));
        }
        return parts;
    }
    [[nodiscard]] bool isCut() const { return m_cut; }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    bool skipBlanks()
    {
        while (!atEnd() && isBlank(m_text.at(m_at)))
            ++m_at;
        return !atEnd();
    }

    std::optional<SearchPart> readPart()
    {
        SearchPart part;
        part.start = m_at;
        if (m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !isBlank(m_text.at(m_at + 1))) {
            part.isExcluded = true;
            ++m_at;
        }
        if (const std::optional<SearchPartKind> kind = readOperator())
            part.kind = *kind;
        readValue(part);
        part.length = m_at - part.start;
        understand(part);
        const bool saysNothing = part.isText() && part.tokens.isEmpty();
        return saysNothing ? std::nullopt : std::optional(std::move(part));
    }

    // "from:", when an operator of that name is known; else nothing is read.
    std::optional<SearchPartKind> readOperator()
    {
        if (!m_language.withOperators)
            return std::nullopt;
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end).isLetter())
            ++end;
        if (end == m_at || end >= m_text.size() || (m_text.at(end) != u':' && m_text.at(end) != u'\uFF1A'))
            return std::nullopt;
        const std::optional<SearchPartKind> kind
            = operatorNamed(foldedName(m_text.mid(m_at, end - m_at).toString()));
        if (kind)
            m_at = end + 1;
        return kind;
    }

    [[nodiscard]] std::optional<SearchPartKind> operatorNamed(const QString& name) const
    {
        for (const EnglishOperator& one : kEnglishOperators) {
            if (name == one.name)
                return one.kind;
        }
        for (const auto& one : m_language.operators) {
            if (!name.isEmpty() && name == foldedName(one.name))
                return one.meaning;
        }
        return std::nullopt;
    }

    // A quoted text up to its closing quote or the end, or all up to the next blank.
    void readValue(SearchPart& part)
    {
        const bool quoted = !atEnd() && opensQuote(m_text.at(m_at));
        if (quoted)
            ++m_at;
        const qsizetype begin = m_at;
        while (!atEnd() && !(quoted ? closesQuote(m_text.at(m_at)) : isBlank(m_text.at(m_at))))
            ++m_at;
        part.value = m_text.mid(begin, m_at - begin).toString();
        part.isPrefix = atEnd() && !part.isExcluded;
        if (quoted && part.isText())
            part.kind = SearchPartKind::Phrase;
        if (quoted && !atEnd())
            ++m_at;
    }

    void understand(SearchPart& part)
    {
        if (!part.isText() && part.value.trimmed().isEmpty()) {
            part.fault = SearchFault::ValueMissing;
            return;
        }
        switch (part.kind) {
        case SearchPartKind::Word:
        case SearchPartKind::Phrase:
        case SearchPartKind::From:
            part.tokens = tokensOf(part.value, kMostPartTokens + 1);
            if (part.tokens.size() > kMostPartTokens) {
                part.tokens.removeLast();
                part.isPrefix = false;
                m_cut = true;
            }
            if (part.kind == SearchPartKind::From && part.tokens.isEmpty())
                part.fault = SearchFault::ValueMissing;
            break;
        case SearchPartKind::In:
            part.types = typesNamed(part);
            part.fault = part.types.empty() ? SearchFault::NoType : SearchFault::None;
            break;
        case SearchPartKind::Before:
        case SearchPartKind::After:
        case SearchPartKind::On:
            if (const std::optional<TimeSpan> days = daysNamed(part.value.trimmed(), m_language))
                part.days = *days;
            else
                part.fault = SearchFault::NoDate;
            break;
        case SearchPartKind::Has:
            part.fault
                = isAttachment(foldedName(part.value)) ? SearchFault::None : SearchFault::NothingToHave;
            break;
        }
    }

    // The types of that name; while it is being typed, those whose name begins so.
    [[nodiscard]] std::vector<std::size_t> typesNamed(const SearchPart& part) const
    {
        const QString name = foldedName(part.value);
        std::vector<std::size_t> named;
        std::vector<std::size_t> begun;
        const auto add = [](std::vector<std::size_t>& types, std::size_t type) {
            if (std::find(types.begin(), types.end(), type) == types.end())
                types.push_back(type);
        };
        for (const auto& type : m_language.types) {
            const QString full = foldedName(type.name);
            if (name.isEmpty() || full.isEmpty())
                continue;
            const QStringView ending = name.startsWith(full) ? QStringView(name).mid(full.size()) : u"?";
            if (ending.size() <= kLongestPlural && (ending.isEmpty() || ending == u"s" || ending == u"es"))
                add(named, type.meaning);
            else if (part.isPrefix && full.startsWith(name))
                add(begun, type.meaning);
        }
        return named.empty() ? begun : named;
    }

    [[nodiscard]] bool isAttachment(const QString& name) const
    {
        const auto& own = m_language.attachments;
        return std::find(kEnglishAttachments.begin(), kEnglishAttachments.end(), name)
            != kEnglishAttachments.end()
            || std::any_of(own.begin(), own.end(),
                [&](const QString& one) { return !name.isEmpty() && foldedName(one) == name; });
    }

    QStringView m_text;
    const SearchLanguage& m_language;
    qsizetype m_at = 0;
    bool m_cut = false;
};

} // namespace

QString SearchPart::problem() const
{
    switch (fault) {
    case SearchFault::None:
        return {};
    case SearchFault::ValueMissing:
        return QCoreApplication::translate("Search", "Write after the colon what to look for.");
    case SearchFault::NoDate:
        return QCoreApplication::translate("Search",
            "“%1” is not a date. Write it as 2026-11-24 or 2026-11, or write today, yesterday or 7d.")
            .arg(value);
    case SearchFault::NoType:
        return QCoreApplication::translate(
            "Search", "There is nothing called “%1” to search in. Try jobs, messages or contracts.")
            .arg(value);
    case SearchFault::NothingToHave:
        return QCoreApplication::translate("Search", "“has:” takes “attachment”; “%1” is not known.")
            .arg(value);
    }
    Q_UNREACHABLE();
}

bool SearchQuery::isEmpty() const
{
    return std::all_of(
        parts.begin(), parts.end(), [](const SearchPart& part) { return part.fault != SearchFault::None; });
}

SearchQuery parseSearch(const QString& typed, const SearchLanguage& language)
{
    Parser parser(QStringView(typed).left(kLongestSearch), language);
    SearchQuery query;
    query.parts = parser.parts();
    query.isCut = parser.isCut() || typed.size() > kLongestSearch;
    query.now = language.now;
    return query;
}

} // namespace ot::storage
