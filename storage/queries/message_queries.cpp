// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/message_queries.h"

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

} // namespace ot::storage::queries
