// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_timeline_model.h"
#include "storage/when_done.h"

#include <algorithm>
#include <utility>

namespace ot::models {

using storage::Conversation;
using storage::Message;
using storage::OutboxEntry;
using storage::ReadSnapshot;
using storage::Stored;
namespace queries = storage::queries;

namespace {

constexpr int kPage = 60;
constexpr std::size_t kWindow = 240; // server rows held at most

} // namespace

struct MessageTimelineModel::Opening {
    std::optional<Conversation> conversation;
    Messages before; // newest first
    Messages after; // oldest first
    std::vector<OutboxEntry> waiting;
    qint64 anchor = 0; // the row to show; 0 for the end
    qint64 unreadRow = 0;
};

MessageTimelineModel::MessageTimelineModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
    connect(&m_vault, &storage::Vault::changed, this, &MessageTimelineModel::takeNotice);
}

// ---- Opening ------------------------------------------------------------------------------------

void MessageTimelineModel::open(const QString& conversationId, qint64 row)
{
    if (!conversationId.isEmpty()) {
        startOpening(conversationId, row, false);
        return;
    }
    close();
}

void MessageTimelineModel::close()
{
    ++m_turn;
    m_opening = 0;
    m_reading = false;
    m_loadingSide = false;
    beginResetModel();
    m_bubbles.clear();
    m_serverCount = 0;
    m_waiting.clear();
    m_touched.clear();
    m_touchedWhileLoading.clear();
    m_stale = false;
    m_id.clear();
    m_conversation.reset();
    m_hasOlder = m_hasNewer = false;
    m_state = State::Empty;
    endResetModel();
    Q_EMIT stateChanged();
    Q_EMIT conversationChanged();
    Q_EMIT settledChanged();
}

void MessageTimelineModel::openNewest()
{
    startOpening(m_id, 0, true);
}

void MessageTimelineModel::startOpening(const QString& conversationId, qint64 row, bool atNewest)
{
    const quint64 turn = ++m_turn;
    m_opening = turn;
    m_openingId = conversationId;
    m_reading = false; // what was being read belongs to the conversation before
    m_loadingSide = false;
    m_touched.clear();
    m_touchedWhileLoading.clear();
    m_stale = false;
    if (m_state != State::Ready) {
        m_state = State::Loading;
        Q_EMIT stateChanged();
    }
    Q_EMIT settledChanged();
    whenDone(m_vault.read([conversationId, row, atNewest](ReadSnapshot& snapshot) {
        return readOpening(snapshot, conversationId, row, atNewest);
    }),
        this, [this, turn, conversationId](const Result<Opening>& opening) {
            if (turn == m_turn)
                takeOpening(conversationId, opening);
        });
}

Result<MessageTimelineModel::Opening> MessageTimelineModel::readOpening(
    ReadSnapshot& snapshot, const QString& id, qint64 row, bool atNewest)
{
    Opening opening;
    Result<Stored<Conversation>> conversation = queries::byId<Conversation>(snapshot, id);
    if (!conversation)
        return conversation.error();
    opening.conversation = std::move(conversation->record);

    if (const Result<qint64> unread = queries::firstUnreadRow(snapshot, id); unread)
        opening.unreadRow = *unread;
    else if (unread.error().code != ErrorCode::NotFound)
        return unread.error();
    opening.anchor = row != 0 ? row : opening.unreadRow;
    if (atNewest)
        opening.anchor = 0;

    const qint64 from = opening.anchor != 0 ? opening.anchor : queries::kNewestRow;
    Result<Messages> before = queries::messagesBefore(snapshot, id, from, kPage);
    if (!before)
        return before.error();
    opening.before = std::move(*before);
    if (opening.anchor != 0) {
        Result<Messages> after = queries::messagesAfter(snapshot, id, from - 1, kPage);
        if (!after)
            return after.error();
        opening.after = std::move(*after);
    }
    Result<std::vector<OutboxEntry>> waiting
        = storage::outbox::ofParent(snapshot, QStringLiteral("Message"), id);
    if (!waiting)
        return waiting.error();
    opening.waiting = std::move(*waiting);
    return opening;
}

void MessageTimelineModel::takeOpening(const QString& id, const Result<Opening>& opening)
{
    m_opening = 0;
    beginResetModel();
    m_bubbles.clear();
    m_serverCount = 0;
    m_waiting.clear();
    m_id = id;
    m_conversation.reset();
    m_hasOlder = m_hasNewer = false;
    int anchorRow = -1;
    if (opening) {
        m_conversation = opening->conversation;
        m_unreadRow = opening->unreadRow;
        m_hasOlder = opening->before.size() == kPage;
        m_hasNewer = opening->after.size() == kPage;
        for (auto it = opening->before.rbegin(); it != opening->before.rend(); ++it)
            m_bubbles.push_back(bubbleOf(*it, m_formatter));
        if (opening->anchor != 0 && !opening->after.empty())
            anchorRow = static_cast<int>(m_bubbles.size());
        for (const Stored<Message>& message : opening->after)
            m_bubbles.push_back(bubbleOf(message, m_formatter));
        m_serverCount = m_bubbles.size();
        m_state = State::Ready;
    } else {
        m_state = opening.error().code == ErrorCode::NotFound ? State::Gone : State::Failed;
        m_errorText = opening.error().message;
    }
    endResetModel();
    if (opening)
        takeWaiting(opening->waiting);
    Q_EMIT conversationChanged();
    Q_EMIT stateChanged();
    Q_EMIT opened(anchorRow);
    readChanges();
    Q_EMIT settledChanged();
}

// ---- Both ends ----------------------------------------------------------------------------------

void MessageTimelineModel::loadOlder()
{
    if (m_hasOlder)
        load(Side::Older);
}

void MessageTimelineModel::loadNewer()
{
    if (m_hasNewer)
        load(Side::Newer);
}

void MessageTimelineModel::load(Side side)
{
    if (m_loadingSide || m_opening != 0 || m_serverCount == 0)
        return;
    m_loadingSide = true;
    Q_EMIT settledChanged();
    const qint64 edge = edgeRow(side);
    whenDone(m_vault.read([id = m_id, edge, side](ReadSnapshot& snapshot) {
        return side == Side::Older ? queries::messagesBefore(snapshot, id, edge, kPage)
                                   : queries::messagesAfter(snapshot, id, edge, kPage);
    }),
        this, [this, side, edge, turn = m_turn](const Result<Messages>& messages) {
            if (turn != m_turn)
                return;
            m_loadingSide = false;
            // When the window let go of rows on this side meanwhile, these would leave a gap.
            if (edgeRow(side) != edge)
                load(side);
            else if (messages)
                takeSide(side, *messages);
            if (m_loadingSide)
                return;
            // What changed while these were read was not in the window then, and may be now.
            m_touched.unite(std::exchange(m_touchedWhileLoading, {}));
            readChanges();
            Q_EMIT settledChanged();
        });
}

qint64 MessageTimelineModel::edgeRow(Side side) const
{
    if (m_serverCount == 0)
        return 0;
    return side == Side::Older ? m_bubbles.front().row : m_bubbles[m_serverCount - 1].row;
}

void MessageTimelineModel::takeSide(Side side, const Messages& messages)
{
    const bool more = messages.size() == kPage;
    // A message that came by a notice meanwhile is there already.
    std::vector<MessageBubble> bubbles;
    for (const Stored<Message>& message : messages) {
        const bool beyond = m_serverCount == 0
            || (side == Side::Older ? message.row < m_bubbles.front().row
                                    : message.row > m_bubbles[m_serverCount - 1].row);
        if (beyond)
            bubbles.push_back(bubbleOf(message, m_formatter));
    }
    if (side == Side::Older)
        std::reverse(bubbles.begin(), bubbles.end());
    (side == Side::Older ? m_hasOlder : m_hasNewer) = more;
    if (!bubbles.empty()) {
        const int at = side == Side::Older ? 0 : serverCount();
        const int count = static_cast<int>(bubbles.size());
        beginInsertRows({}, at, at + count - 1);
        m_bubbles.insert(m_bubbles.begin() + at, std::make_move_iterator(bubbles.begin()),
            std::make_move_iterator(bubbles.end()));
        m_serverCount += bubbles.size();
        endInsertRows();
        announceAround(at - 1);
        announceAround(at + count);
    }
    if (side == Side::Newer && !m_hasNewer)
        takeWaiting(std::vector<OutboxEntry>(m_waiting));
    trim(side == Side::Older ? Side::Newer : Side::Older);
}

// Lets go of rows on one side until the window has its size again.
void MessageTimelineModel::trim(Side side)
{
    if (m_serverCount <= kWindow)
        return;
    const int excess = static_cast<int>(m_serverCount - kWindow);
    if (side == Side::Older) {
        beginRemoveRows({}, 0, excess - 1);
        m_bubbles.erase(m_bubbles.begin(), m_bubbles.begin() + excess);
        m_serverCount -= static_cast<std::size_t>(excess);
        m_hasOlder = true;
        endRemoveRows();
        announceAround(0);
        return;
    }
    // The waiting entries stand after what is let go of; they come back with the newest rows.
    beginRemoveRows({}, static_cast<int>(kWindow), rowCount() - 1);
    m_bubbles.erase(m_bubbles.begin() + static_cast<std::ptrdiff_t>(kWindow), m_bubbles.end());
    m_serverCount = kWindow;
    m_hasNewer = true;
    endRemoveRows();
}

void MessageTimelineModel::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    if (serverCount() < rowCount())
        Q_EMIT dataChanged(index(serverCount()), index(rowCount() - 1));
}

} // namespace ot::models
