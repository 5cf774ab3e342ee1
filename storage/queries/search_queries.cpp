// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/search_queries.h"

#include "storage/database/schema.h"
#include "storage/search_text.h"

#include <array>

namespace ot::storage::queries {

namespace {

constexpr qsizetype kFragmentBefore = 30;
constexpr qsizetype kFragmentLength = 120;

// The part of the text around the first word typed.
QString fragmentOf(const QString& text, const QString& typed)
{
    const QString line = text.simplified();
    const QString word = typed.simplified().section(QLatin1Char(' '), 0, 0);
    const qsizetype found = word.isEmpty() ? -1 : line.indexOf(word, 0, Qt::CaseInsensitive);
    const qsizetype start
        = found > kFragmentBefore ? line.lastIndexOf(QLatin1Char(' '), found - kFragmentBefore) + 1 : 0;
    QString fragment = line.mid(start, kFragmentLength);
    if (start > 0)
        fragment.prepend(QStringLiteral("… "));
    if (start + kFragmentLength < line.size())
        fragment.append(QStringLiteral(" …"));
    return fragment;
}

// What of a record a hit shows: SQL of its title, of the text a fragment is cut from, and of its time.
struct HitSql {
    RecordTypeIndex type;
    std::string_view title;
    std::string_view text;
    std::string_view time = "t.createdAt";
};

// The most wanted first.
constexpr std::array kHits {
    HitSql { recordTypeIndex<Job>(), "t.title",
        "coalesce(t.companyName, '') || ' · ' || coalesce(t.descriptionText, '')", "t.datePosted" },
    HitSql { recordTypeIndex<Message>(),
        "(SELECT coalesce(c.companyName, c.title, c.counterpartName) FROM conversation c WHERE c.id = "
        "t.conversationId)",
        "t.content" },
    HitSql { recordTypeIndex<Conversation>(), "coalesce(t.channelName, t.companyName, t.counterpartName)",
        "t.title", "t.updatedAt" },
    HitSql { recordTypeIndex<Contract>(), "t.title", "t.employerName" },
    HitSql { recordTypeIndex<Proposal>(), "t.jobTitle", "t.coverText" },
    HitSql { recordTypeIndex<Milestone>(), "t.name", "t.description" },
    HitSql { recordTypeIndex<Submission>(), "(SELECT c.title FROM contract c WHERE c.id = t.contractId)",
        "coalesce(t.note, '') || ' · ' || coalesce(t.reviewComment, '')", "t.submittedAt" },
    HitSql { recordTypeIndex<InstructionPage>(), "t.title", "t.markdown", "t.updatedAt" },
    HitSql { recordTypeIndex<Note>(), "t.authorName", "t.text" },
    HitSql { recordTypeIndex<Attachment>(), "t.fileName", "t.mediaType" },
    HitSql { recordTypeIndex<Interview>(), "t.jobTitle",
        "coalesce(t.companyName, '') || ' · ' || coalesce(t.summary, '')" },
    HitSql { recordTypeIndex<CalendarEvent>(), "t.title", "t.description", "t.startsAt" },
    HitSql { recordTypeIndex<Payout>(), "t.jobTitle",
        "coalesce(t.employerName, '') || ' · ' || coalesce(t.invoiceNumber, '')" },
    HitSql { recordTypeIndex<Invoice>(), "t.number",
        "coalesce(t.employerName, '') || ' · ' || coalesce(t.billedTo, '')", "t.issuedAt" },
    HitSql { recordTypeIndex<PayoutMethod>(), "t.label", "t.provider" },
    HitSql { recordTypeIndex<SavedSearch>(), "t.name", "t.query" },
    HitSql { recordTypeIndex<SavedJob>(), "(SELECT j.title FROM job j WHERE j.id = t.jobId)", "t.note" },
    HitSql { recordTypeIndex<ProposalTemplate>(), "t.name", "t.body" },
    HitSql { recordTypeIndex<Review>(), "t.jobTitle",
        "coalesce(t.authorName, '') || ' · ' || coalesce(t.comment, '')" },
    HitSql { recordTypeIndex<Profile>(), "t.displayName",
        "coalesce(t.title, '') || ' · ' || coalesce(t.bio, '')", "t.updatedAt" },
    HitSql { recordTypeIndex<Company>(), "t.name", "t.description" },
    HitSql { recordTypeIndex<TeamMember>(), "coalesce(t.displayName, t.email)", "t.title" },
    HitSql { recordTypeIndex<Reference>(), "t.name", "t.relation" },
    HitSql { recordTypeIndex<SupportTicket>(), "t.subject", "json_extract(t.messages, '$[#-1].text')",
        "t.updatedAt" },
    HitSql { recordTypeIndex<Notification>(), "t.title", "t.text" },
    HitSql { recordTypeIndex<Integration>(), "t.name", "t.company", "t.connectedAt" },
    HitSql { recordTypeIndex<SecurityEvent>(), "t.deviceName", "t.location", "t.occurredAt" },
    HitSql { recordTypeIndex<DataRequest>(), "t.exercise", "t.scope_text", "t.receivedAt" },
    HitSql { recordTypeIndex<PolicyVersion>(), "t.title", "t.summary", "t.effectiveAt" },
};

// A type whose text is indexed can be found, and no other.
consteval bool everySearchableTypeIsShownOnce()
{
    std::array<int, kRecordTypeCount> shown {};
    for (const HitSql& hit : kHits)
        ++shown[hit.type];
    bool all = true;
    forEachRecordType([&]<class Record>() {
        all = all && shown[recordTypeIndex<Record>()] == (isSearchable<Record>() ? 1 : 0);
    });
    return all;
}
static_assert(everySearchableTypeIsShownOnce());

// "t.conversationId", or NULL for a type without a parent.
std::string parentColumn(RecordTypeIndex type)
{
    const std::string_view path = kRecordTraits[type].parentPath;
    return path.empty() ? "NULL" : "t." + columnName(path);
}

} // namespace

Result<std::vector<SearchHit>> searchEverything(ReadSnapshot& snapshot, const QString& typed, int limit)
{
    std::vector<SearchHit> hits;
    const QString match = matchExpression(typed);
    if (match.isEmpty())
        return hits;
    for (const HitSql& hit : kHits) {
        const std::string table(kRecordTraits[hit.type].table);
        const std::string search = searchTable(table);
        // Newest first straight off the index (rowid order); sorting by rank would read every hit of a common
        // prefix.
        Result<Query> query = snapshot.query("SELECT t.row, t.id, " + parentColumn(hit.type) + ", "
            + std::string(hit.title) + ", " + std::string(hit.text) + ", " + std::string(hit.time) + " FROM "
            + search + " JOIN " + table + " t ON t.row = " + search + ".rowid WHERE " + search
            + " MATCH ? ORDER BY " + search + ".rowid DESC LIMIT ?");
        if (!query)
            return query.error();
        query->bind(1, match);
        query->bind(2, qint64(limit));
        const auto found = collectRows(*query, [&](const Query& row) {
            return SearchHit { hit.type, row.integer(0), row.text(1), row.text(2), row.text(3),
                fragmentOf(row.text(4), typed), UtcTime { row.integer(5) } };
        });
        if (!found)
            return found.error();
        hits.insert(hits.end(), found->begin(), found->end());
    }
    return hits;
}

} // namespace ot::storage::queries
