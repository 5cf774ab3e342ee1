// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the timeline follows the store while it is open; opening and loading are in message_timeline_model.cpp.
#include "models/message_timeline_model.h"
#include "storage/when_done.h"

#include <algorithm>

namespace ot::models {

using storage::ChangeNotice;
using storage::Conversation;
using storage::Message;
using storage::OutboxEntry;
using storage::ReadSnapshot;
using storage::RecordChange;
using storage::Stored;
namespace queries = storage::queries;

struct MessageTimelineModel::Patch {
    std::vector<qint64> touched;
    Messages messages;
    std::vector<OutboxEntry> waiting;
    std::optional<Conversation> conversation;
};

void MessageTimelineModel::takeNotice(const ChangeNotice& notice)
{
    // While another conversation is being opened, only its changes matter: they may be newer than what is
    // read.
    const QString& id = m_opening != 0 ? m_openingId : m_id;
    if (id.isEmpty())
        return;
    if (notice.outboxChanged && (notice.outboxParents.isEmpty() || notice.outboxParents.contains(id)))
        m_stale = true;
    for (const RecordChange& change : notice.records) {
        if (change.type == storage::recordTypeIndex<Message>() && change.parentId == id) {
            m_touched.insert(change.row);
            if (m_loadingSide)
                m_touchedWhileLoading.insert(change.row);
        } else if (change.type == storage::recordTypeIndex<Conversation>() && change.id == id) {
            m_stale = true;
        }
    }
    readChanges();
}

void MessageTimelineModel::readChanges()
{
    if (m_reading || m_opening != 0 || m_state != State::Ready || (m_touched.isEmpty() && !m_stale))
        return;
    m_reading = true;
    m_stale = false;
    const std::vector<qint64> touched(m_touched.cbegin(), m_touched.cend());
    m_touched.clear();
    whenDone(m_vault.read(
                 [id = m_id, touched](ReadSnapshot& snapshot) { return readPatch(snapshot, id, touched); }),
        this, [this, turn = m_turn](const Result<Patch>& patch) {
            if (turn != m_turn)
                return;
            m_reading = false;
            if (patch)
                takePatch(*patch);
            readChanges();
            Q_EMIT settledChanged();
        });
}

Result<MessageTimelineModel::Patch> MessageTimelineModel::readPatch(
    ReadSnapshot& snapshot, const QString& id, const std::vector<qint64>& touched)
{
    // All from one moment: a delivered message and the end of its waiting entry are one change.
    Patch patch;
    patch.touched = touched;
    Result<Messages> messages = queries::byRows<Message>(snapshot, touched);
    if (!messages)
        return messages.error();
    patch.messages = std::move(*messages);
    Result<std::vector<OutboxEntry>> waiting
        = storage::outbox::ofParent(snapshot, QStringLiteral("Message"), id);
    if (!waiting)
        return waiting.error();
    patch.waiting = std::move(*waiting);
    if (Result<Stored<Conversation>> conversation = queries::byId<Conversation>(snapshot, id); conversation)
        patch.conversation = std::move(conversation->record);
    return patch;
}

void MessageTimelineModel::takePatch(const Patch& patch)
{
    QSet<qint64> present;
    for (const Stored<Message>& message : patch.messages)
        present.insert(message.row);
    for (int i = serverCount() - 1; i >= 0; --i) {
        const qint64 row = bubble(i).row;
        const bool touched
            = std::find(patch.touched.begin(), patch.touched.end(), row) != patch.touched.end();
        if (touched && !present.contains(row))
            removeRow(i);
    }
    int arrivals = 0;
    // Newest first from the store; taken in order of time, so that several at the end stay in order.
    for (auto it = patch.messages.rbegin(); it != patch.messages.rend(); ++it) {
        const bool atEnd = !m_hasNewer && (m_serverCount == 0 || it->row > m_bubbles[m_serverCount - 1].row);
        if (atEnd && !it->record.isFromViewer)
            ++arrivals;
        if (isInWindow(it->row))
            takeMessage(bubbleOf(*it, m_formatter));
    }
    takeWaiting(patch.waiting);
    trim(m_following ? Side::Older : Side::Newer);
    if (!patch.conversation) {
        m_state = State::Gone;
        Q_EMIT stateChanged();
    } else if (!m_conversation || m_conversation->version != patch.conversation->version
        || m_conversation->canSend != patch.conversation->canSend) {
        m_conversation = patch.conversation;
        Q_EMIT conversationChanged();
    }
    if (arrivals > 0)
        Q_EMIT arrived(arrivals);
    // Everything in the window was removed, and there is more on a side: nothing to load on from.
    if (m_serverCount == 0 && (m_hasOlder || m_hasNewer))
        openNewest();
}

bool MessageTimelineModel::isInWindow(qint64 row) const
{
    if (m_serverCount == 0)
        return !m_hasOlder && !m_hasNewer;
    const bool fromOldest = !m_hasOlder || row >= m_bubbles.front().row;
    const bool toNewest = !m_hasNewer || row <= m_bubbles[m_serverCount - 1].row;
    return fromOldest && toNewest;
}

// Puts one server row where it belongs. If it is a waiting entry that was delivered, that entry becomes this
// row.
void MessageTimelineModel::takeMessage(MessageBubble bubble)
{
    const auto end = m_bubbles.begin() + static_cast<std::ptrdiff_t>(m_serverCount);
    const auto at = std::lower_bound(m_bubbles.begin(), end, bubble.row,
        [](const MessageBubble& one, qint64 row) { return one.row < row; });
    const int position = static_cast<int>(at - m_bubbles.begin());
    if (at != end && at->row == bubble.row) {
        updateRow(position, std::move(bubble));
        return;
    }
    const auto waiting = bubble.mutationId.isEmpty()
        ? m_bubbles.end()
        : std::find_if(end, m_bubbles.end(),
            [&bubble](const MessageBubble& one) { return one.mutationId == bubble.mutationId; });
    if (waiting == m_bubbles.end()) {
        ++m_serverCount;
        insertRow(position, std::move(bubble));
        return;
    }
    const int from = static_cast<int>(waiting - m_bubbles.begin());
    if (from != position) {
        beginMoveRows({}, from, from, {}, position);
        std::rotate(m_bubbles.begin() + position, m_bubbles.begin() + from, m_bubbles.begin() + from + 1);
        ++m_serverCount;
        endMoveRows();
    } else {
        ++m_serverCount;
    }
    updateRow(position, std::move(bubble));
}

// Brings the tail of waiting entries to these.
void MessageTimelineModel::takeWaiting(const std::vector<OutboxEntry>& entries)
{
    m_waiting = entries;
    std::vector<MessageBubble> wanted;
    if (!m_hasNewer) {
        for (const OutboxEntry& entry : entries) {
            const bool delivered = std::any_of(m_bubbles.begin(),
                m_bubbles.begin() + static_cast<std::ptrdiff_t>(m_serverCount),
                [&entry](const MessageBubble& one) { return one.mutationId == entry.mutationId; });
            if (!delivered)
                wanted.push_back(bubbleOf(entry));
        }
    }
    const auto isWanted = [&wanted](const MessageBubble& one) {
        return std::any_of(wanted.begin(), wanted.end(),
            [&one](const MessageBubble& w) { return w.mutationId == one.mutationId; });
    };
    for (int i = rowCount() - 1; i >= serverCount(); --i) {
        if (!isWanted(bubble(i)))
            removeRow(i);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const int at = serverCount() + static_cast<int>(i);
        int from = at;
        while (from < rowCount() && bubble(from).mutationId != wanted[i].mutationId)
            ++from;
        if (from == rowCount()) {
            insertRow(at, std::move(wanted[i]));
            continue;
        }
        if (from != at) { // a refused one that is tried again goes to the end of the queue
            beginMoveRows({}, from, from, {}, at);
            std::rotate(m_bubbles.begin() + at, m_bubbles.begin() + from, m_bubbles.begin() + from + 1);
            endMoveRows();
        }
        updateRow(at, std::move(wanted[i]));
    }
}

void MessageTimelineModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_bubbles.erase(m_bubbles.begin() + row);
    if (row < serverCount())
        --m_serverCount;
    endRemoveRows();
    announceAround(row - 1);
    announceAround(row);
}

void MessageTimelineModel::insertRow(int row, MessageBubble bubble)
{
    beginInsertRows({}, row, row);
    m_bubbles.insert(m_bubbles.begin() + row, std::move(bubble));
    endInsertRows();
    announceAround(row - 1);
    announceAround(row + 1);
}

void MessageTimelineModel::updateRow(int row, MessageBubble bubble)
{
    MessageBubble& present = m_bubbles[static_cast<std::size_t>(row)];
    if (present == bubble)
        return;
    present = std::move(bubble);
    announceAround(row - 1);
    announceAround(row);
    announceAround(row + 1);
}

// A neighbour came or went: where groups and days begin may be different now.
void MessageTimelineModel::announceAround(int row)
{
    if (row >= 0 && row < rowCount())
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace ot::models
