// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/message_queries.h"

#include "storage/database/schema.h"
#include "storage/search_text.h"

namespace ot::storage::queries {

namespace {

template <class Record>
Result<std::vector<Stored<Record>>> readRecords(Query& query)
{
    return collectRows(query, [](const Query& row) { return readStored<Record>(row); });
}

std::string_view conditionOf(ConversationFilter filter)
{
    switch (filter) {
    case ConversationFilter::All:
        return "1";
    case ConversationFilter::Proposal:
        return "bucket = 'proposal'";
    case ConversationFilter::Job:
        return "bucket = 'job' AND type <> 'CHANNEL'";
    case ConversationFilter::Channels:
        return "type = 'CHANNEL'";
    case ConversationFilter::Unread:
        return "unreadCount > 0";
    }
    Q_UNREACHABLE();
}

Result<std::vector<Stored<Message>>> messages(
    ReadSnapshot& snapshot, std::string_view condition, const QString& conversationId, qint64 row, int limit)
{
    Result<Query> query = snapshot.query("SELECT " + storedColumns<Message>()
        + " FROM message WHERE conversationId = ? AND " + std::string(condition) + " LIMIT ?");
    if (!query)
        return query.error();
    query->bind(1, conversationId);
    query->bind(2, row);
    query->bind(3, qint64(limit));
    return readRecords<Message>(*query);
}

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

// What of a record a hit shows.
struct HitSql {
    RecordTypeIndex type;
    std::string_view columns; // id, parent, title, text, time
};

const std::array<HitSql, 5> kHits { {
    { recordTypeIndex<Job>(),
        "t.id, NULL, t.title, coalesce(t.companyName, '') || ' · ' || coalesce(t.descriptionText, ''), "
        "t.datePosted" },
    { recordTypeIndex<Message>(),
        "t.id, t.conversationId, (SELECT coalesce(c.companyName, c.title, c.counterpartName) FROM "
        "conversation c WHERE c.id = t.conversationId), t.content, t.createdAt" },
    { recordTypeIndex<Conversation>(),
        "t.id, NULL, coalesce(t.channelName, t.companyName, t.counterpartName), t.title, t.updatedAt" },
    { recordTypeIndex<Contract>(), "t.id, NULL, t.title, t.employerName, t.createdAt" },
    { recordTypeIndex<Proposal>(), "t.id, NULL, t.jobTitle, t.coverText, t.createdAt" },
} };

} // namespace

Result<std::vector<Stored<Conversation>>> conversations(ReadSnapshot& snapshot, ConversationFilter filter)
{
    Result<Query> query = snapshot.query("SELECT " + storedColumns<Conversation>()
        + " FROM conversation WHERE " + std::string(conditionOf(filter))
        + " ORDER BY coalesce(lastMessage_createdAt, createdAt) DESC, row DESC");
    if (!query)
        return query.error();
    return readRecords<Conversation>(*query);
}

Result<qint64> unreadMessages(ReadSnapshot& snapshot)
{
    Result<Query> query = snapshot.query("SELECT coalesce(sum(unreadCount), 0) FROM conversation");
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return query->integer(0);
}

Result<std::vector<Stored<Message>>> messagesBefore(
    ReadSnapshot& snapshot, const QString& conversationId, qint64 row, int limit)
{
    return messages(snapshot, "row < ? ORDER BY row DESC", conversationId, row, limit);
}

Result<std::vector<Stored<Message>>> messagesAfter(
    ReadSnapshot& snapshot, const QString& conversationId, qint64 row, int limit)
{
    return messages(snapshot, "row > ? ORDER BY row", conversationId, row, limit);
}

Result<qint64> firstUnreadRow(ReadSnapshot& snapshot, const QString& conversationId)
{
    // The unread ones are the newest: walking back from the end meets them first, whatever the length of the
    // history.
    Result<Query> query = snapshot.query("SELECT row, hasUnreadFlag FROM message WHERE conversationId = ? "
                                         "AND isFromViewer = 0 ORDER BY row DESC");
    if (!query)
        return query.error();
    query->bind(1, conversationId);
    std::optional<qint64> oldest;
    while (true) {
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        if (!*row || query->integer(1) == 0)
            break;
        oldest = query->integer(0);
    }
    if (!oldest)
        return Error { ErrorCode::NotFound, {}, QStringLiteral("nothing unread") };
    return *oldest;
}

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
        Result<Query> query = snapshot.query("SELECT t.row, " + std::string(hit.columns) + " FROM " + search
            + " JOIN " + table + " t ON t.row = " + search + ".rowid WHERE " + search + " MATCH ? ORDER BY "
            + search + ".rowid DESC LIMIT ?");
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
