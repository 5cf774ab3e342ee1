// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/queries/record_queries.h"

#include <limits>

namespace ot::storage::queries {

enum class ConversationFilter { All, Proposal, Job, Channels, Unread };

// Every conversation that passes, the one with the newest activity first.
Result<std::vector<Stored<Conversation>>> conversations(ReadSnapshot& snapshot, ConversationFilter filter);
// The sum of unread messages over all conversations.
Result<qint64> unreadMessages(ReadSnapshot& snapshot);

inline constexpr qint64 kNewestRow = std::numeric_limits<qint64>::max();
inline constexpr qint64 kOldestRow = std::numeric_limits<qint64>::min();

// Up to `limit` messages of a conversation just before the row (exclusive), newest first. kNewestRow starts
// at the end.
Result<std::vector<Stored<Message>>> messagesBefore(
    ReadSnapshot& snapshot, const QString& conversationId, qint64 row, int limit);
// Up to `limit` messages just after the row (exclusive), oldest first. kOldestRow starts at the beginning.
Result<std::vector<Stored<Message>>> messagesAfter(
    ReadSnapshot& snapshot, const QString& conversationId, qint64 row, int limit);
// The row of the oldest message marked unread; NotFound when all are read.
Result<qint64> firstUnreadRow(ReadSnapshot& snapshot, const QString& conversationId);

} // namespace ot::storage::queries
