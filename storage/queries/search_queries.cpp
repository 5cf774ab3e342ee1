// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/search_queries.h"

#include "storage/database/schema.h"
#include "storage/queries/begun_words.h"
#include "storage/queries/search_conditions.h"
#include "storage/queries/search_sources.h"
#include "storage/search/search_match.h"
#include "storage/search/search_ranking.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace ot::storage::queries {

namespace {

constexpr qsizetype kFragmentLength = 140;
constexpr int kCandidatesPerHit = 4;
constexpr int kFewestCandidates = 24;
constexpr int kMostCandidates = 400;
// So many characters of a text are looked at for its rank. A mark further back is found for the hits shown.
constexpr int kRankedCharacters = 2000;
constexpr qint64 kLatestRowTime
    = 8'000'000'000'000; // a row's key holds its time shifted; about the year 2223

// A row that holds everything asked for.
struct Candidate {
    std::size_t source = 0;
    qint64 row = 0;
    QString id;
    QString parentId;
    QString title;
    QString text; // its beginning
    QString author;
    UtcTime time;
    int score = 0;
};

std::string tableOf(const SearchSource& source)
{
    return std::string(kRecordTraits[source.type].table);
}

// "t.conversationId", or NULL for a type without a parent.
std::string parentColumn(const SearchSource& source)
{
    const std::string_view path = kRecordTraits[source.type].parentPath;
    return path.empty() ? "NULL" : "t." + columnName(path);
}

// Rows are keyed by the time a record was made, and that never changes: the key tells its age as well.
bool isKeyedByItsTime(const SearchSource& source)
{
    return source.time == "t.createdAt" && kRecordTraits[source.type].recencyPath == "createdAt";
}

qint64 firstRowOf(UtcTime time)
{
    constexpr qint64 kRowsAMillisecond = qint64(1) << 20;
    return std::clamp(time.milliseconds, -kLatestRowTime, kLatestRowTime) * kRowsAMillisecond;
}

// One type's statement, and what it is bound to.
class CandidateSelect {
public:
    CandidateSelect(
        const SearchSource& source, const MatchExpression& match, const SearchConditions& conditions)
        : m_source(source)
        , m_match(match)
        , m_conditions(conditions)
    {
    }

    [[nodiscard]] std::string sql() const
    {
        const std::string table = tableOf(m_source);
        const std::string search = searchTable(table);
        const bool byText = !m_match.wanted.isEmpty();
        const std::string row = byText ? search + ".rowid" : "t.row";
        const std::string author(m_source.author.empty() ? "NULL" : m_source.author);
        std::string sql = "SELECT t.row, t.id, " + parentColumn(m_source) + ", " + std::string(m_source.title)
            + ", substr(" + std::string(m_source.text) + ", 1, " + std::to_string(kRankedCharacters) + "), "
            + std::string(m_source.time) + ", " + author + " FROM ";
        sql += byText
            ? search + " JOIN " + table + " t ON t.row = " + search + ".rowid WHERE " + search + " MATCH ?1"
            : table + " t WHERE 1";
        if (!m_match.unwanted.isEmpty())
            sql += " AND NOT EXISTS (SELECT 1 FROM " + search + " WHERE " + search + " MATCH ?1 AND " + search
                + ".rowid = t.row)";
        // Newest first straight off the index (row order); sorting by rank would read every hit of a common
        // beginning.
        return sql + timeCondition(row) + attachmentCondition() + " ORDER BY " + row + " DESC LIMIT ?7";
    }

    void bind(Query& query, int limit) const
    {
        if (!m_match.wanted.isEmpty() || !m_match.unwanted.isEmpty())
            query.bind(1, m_match.wanted.isEmpty() ? m_match.unwanted : m_match.wanted);
        if (const std::optional<TimeSpan>& within = m_conditions.within) {
            query.bind(2, within->begin.milliseconds);
            query.bind(3, within->end.milliseconds);
            if (isKeyedByItsTime(m_source)) {
                query.bind(4, firstRowOf(within->begin));
                query.bind(5, firstRowOf(within->end));
            }
        }
        if (!m_conditions.exceptDays.isNull())
            query.bind(6, m_conditions.exceptDays);
        query.bind(7, qint64(limit));
    }

private:
    [[nodiscard]] std::string timeCondition(const std::string& row) const
    {
        const std::string time(m_source.time);
        std::string condition;
        if (m_conditions.within) {
            condition = " AND " + time + " >= ?2 AND " + time + " < ?3";
            if (isKeyedByItsTime(m_source))
                condition += " AND " + row + " >= ?4 AND " + row + " <= ?5";
        }
        if (!m_conditions.exceptDays.isNull())
            condition += " AND NOT EXISTS (SELECT 1 FROM json_each(?6) AS span WHERE " + time
                + " >= json_extract(span.value, '$[0]') AND " + time + " < json_extract(span.value, '$[1]'))";
        return condition;
    }

    [[nodiscard]] std::string attachmentCondition() const
    {
        const std::string has = m_source.type == recordTypeIndex<Message>()
            ? "(t.attachmentCount > 0)"
            : "EXISTS (SELECT 1 FROM attachment AS file WHERE file.ownerId = t.id)";
        std::string condition;
        if (m_conditions.withAttachment)
            condition += " AND " + has;
        if (m_conditions.withoutAttachment)
            condition += " AND NOT " + has;
        return condition;
    }

    const SearchSource& m_source;
    const MatchExpression& m_match;
    const SearchConditions& m_conditions;
};

bool isBetter(const Candidate& one, const Candidate& other)
{
    if (one.score != other.score)
        return one.score > other.score;
    if (one.time != other.time)
        return one.time.milliseconds > other.time.milliseconds;
    return one.source != other.source ? one.source < other.source : one.row > other.row;
}

// The best `limit` of a type.
Result<std::vector<Candidate>> bestOf(ReadSnapshot& snapshot, std::size_t sourceIndex,
    const SearchQuery& asked, const SearchConditions& conditions, const Ranking& ranking, int limit)
{
    const SearchSource& source = searchSources()[sourceIndex];
    if (!conditions.takes(source.type))
        return std::vector<Candidate> {};
    const auto begun = begunWords(snapshot, searchTable(tableOf(source)), asked);
    if (!begun)
        return begun.error();
    const MatchExpression match = matchExpression(asked, source.authorColumns, *begun);
    if (!match.canHold)
        return std::vector<Candidate> {};
    const CandidateSelect select(source, match, conditions);
    Result<Query> query = snapshot.query(select.sql());
    if (!query)
        return query.error();
    select.bind(*query, std::clamp(limit * kCandidatesPerHit, kFewestCandidates, kMostCandidates));
    auto found = collectRows(*query, [&](const Query& row) {
        Candidate candidate { sourceIndex, row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
            row.text(6), UtcTime { row.integer(5) } };
        candidate.score = ranking.score(candidate.title, candidate.text, candidate.time);
        return candidate;
    });
    if (!found)
        return found.error();
    std::sort(found->begin(), found->end(), isBetter);
    if (found->size() > static_cast<std::size_t>(limit))
        found->resize(static_cast<std::size_t>(limit));
    return found;
}

bool holdsEach(QStringView text, const SoughtTerms& terms)
{
    const std::vector<TermPlace> places = placesOf(text, terms);
    return std::find(places.begin(), places.end(), TermPlace::Missing) == places.end();
}

// The whole text of a candidate, when what is sought may stand behind the part that was read.
Result<QString> textOf(ReadSnapshot& snapshot, const Candidate& candidate, const SoughtTerms& terms)
{
    if (candidate.text.size() < kRankedCharacters || holdsEach(candidate.text, terms))
        return candidate.text;
    const SearchSource& source = searchSources()[candidate.source];
    Result<Query> query = snapshot.query("SELECT substr(" + std::string(source.text) + ", 1, "
        + std::to_string(kMostMarked) + ") FROM " + tableOf(source) + " t WHERE t.row = ?");
    if (!query)
        return query.error();
    query->bind(1, candidate.row);
    const auto text = firstRow(*query, [](const Query& row) { return row.text(0); });
    if (!text)
        return text.error();
    return text->value_or(candidate.text);
}

// Says who it is from, where that is what was found.
void nameAuthor(MarkedText& fragment, const QString& author, const SoughtTerms& terms)
{
    const TextRanges marks = marksOf(author, terms);
    if (marks.empty())
        return;
    const QString before = author + QStringLiteral(": ");
    for (TextRange& mark : fragment.marks)
        mark.start += before.size();
    fragment.marks.insert(fragment.marks.begin(), marks.begin(), marks.end());
    fragment.text.prepend(before);
}

Result<SearchHit> hitOf(ReadSnapshot& snapshot, const Candidate& candidate, const SearchQuery& asked)
{
    const SoughtTerms terms = soughtTerms(asked);
    SoughtTerms withAuthors = soughtAuthors(asked);
    withAuthors.insert(withAuthors.end(), terms.begin(), terms.end());
    const Result<QString> text = textOf(snapshot, candidate, terms);
    if (!text)
        return text.error();
    const QString title = candidate.title.simplified();
    SearchHit hit { searchSources()[candidate.source].type, candidate.row, candidate.id, candidate.parentId,
        { title, marksOf(title, withAuthors) }, fragmentOf(*text, terms, kFragmentLength), candidate.time,
        candidate.score };
    nameAuthor(hit.fragment, candidate.author.simplified(), withAuthors);
    return hit;
}

struct Alias {
    const char* name;
    RecordTypeIndex type;
};
constexpr std::array kAliases { Alias { "companies", recordTypeIndex<Company>() },
    Alias { "team", recordTypeIndex<TeamMember>() }, Alias { "people", recordTypeIndex<TeamMember>() },
    Alias { "searches", recordTypeIndex<SavedSearch>() },
    Alias { "templates", recordTypeIndex<ProposalTemplate>() },
    Alias { "chats", recordTypeIndex<Conversation>() },
    Alias { "instructions", recordTypeIndex<InstructionPage>() },
    Alias { "files", recordTypeIndex<Attachment>() }, Alias { "calendar", recordTypeIndex<CalendarEvent>() },
    Alias { "events", recordTypeIndex<CalendarEvent>() }, Alias { "payments", recordTypeIndex<Payout>() },
    Alias { "support", recordTypeIndex<SupportTicket>() },
    Alias { "tickets", recordTypeIndex<SupportTicket>() }, Alias { "tools", recordTypeIndex<Integration>() },
    Alias { "security", recordTypeIndex<SecurityEvent>() },
    Alias { "requests", recordTypeIndex<DataRequest>() },
    Alias { "policy", recordTypeIndex<PolicyVersion>() },
    Alias { "policies", recordTypeIndex<PolicyVersion>() } };

} // namespace

Result<std::vector<SearchHit>> searchEverything(ReadSnapshot& snapshot, const SearchQuery& query, int limit)
{
    std::vector<SearchHit> hits;
    if (query.isEmpty())
        return hits;
    const SearchConditions conditions(query);
    const Ranking ranking(query);
    std::vector<Candidate> best;
    for (std::size_t source = 0; source < searchSources().size(); ++source) {
        auto found = bestOf(snapshot, source, query, conditions, ranking, limit);
        if (!found)
            return found.error();
        std::move(found->begin(), found->end(), std::back_inserter(best));
    }
    std::sort(best.begin(), best.end(), isBetter);
    hits.reserve(best.size());
    for (const Candidate& candidate : best) {
        Result<SearchHit> hit = hitOf(snapshot, candidate, query);
        if (!hit)
            return hit.error();
        hits.push_back(std::move(hit).value());
    }
    return hits;
}

Result<std::vector<SearchHit>> searchEverything(ReadSnapshot& snapshot, const QString& typed, int limit)
{
    SearchLanguage language;
    language.types = englishTypeNames();
    language.now = { QDateTime::currentMSecsSinceEpoch() };
    return searchEverything(snapshot, parseSearch(typed, language), limit);
}

std::vector<SearchLanguage::Name<std::size_t>> englishTypeNames()
{
    std::vector<SearchLanguage::Name<std::size_t>> names;
    for (const SearchSource& source : searchSources()) {
        const std::string_view name = kRecordTraits[source.type].name;
        names.push_back(
            { QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())), source.type });
    }
    for (const Alias& alias : kAliases)
        names.push_back({ QString::fromLatin1(alias.name), alias.type });
    return names;
}

} // namespace ot::storage::queries
