// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_timeline_model.h"

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

namespace {

constexpr int kPage = 60;
constexpr std::size_t kWindow = 240; // server rows held at most
constexpr qint64 kGroupGap = 10 * 60'000; // a longer pause begins a new group

} // namespace

struct MessageTimelineModel::Opening {
    std::optional<Conversation> conversation;
    Messages before; // newest first
    Messages after; // oldest first
    std::vector<OutboxEntry> waiting;
    qint64 anchor = 0; // the row to show; 0 for the end
    qint64 unreadRow = 0;
};

struct MessageTimelineModel::Patch {
    std::vector<qint64> touched;
    Messages messages;
    std::vector<OutboxEntry> waiting;
    std::optional<Conversation> conversation;
};

MessageTimelineModel::MessageTimelineModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
    connect(&m_vault, &storage::Vault::changed, this, &MessageTimelineModel::takeNotice);
}

// ---- Opening
// ---------------------------------------------------------------------------------------------------------------

void MessageTimelineModel::open(const QString& conversationId, qint64 row)
{
    if (!conversationId.isEmpty()) {
        startOpening(conversationId, row, false);
        return;
    }
    ++m_turn;
    m_opening = 0;
    beginResetModel();
    m_bubbles.clear();
    m_serverCount = 0;
    m_id.clear();
    m_conversation.reset();
    m_hasOlder = m_hasNewer = false;
    m_state = State::Empty;
    endResetModel();
    Q_EMIT stateChanged();
    Q_EMIT conversationChanged();
}

void MessageTimelineModel::openNewest()
{
    startOpening(m_id, 0, true);
}

void MessageTimelineModel::startOpening(const QString& conversationId, qint64 row, bool atNewest)
{
    const quint64 turn = ++m_turn;
    m_opening = turn;
    m_reading = false; // what was being read belongs to the conversation before
    m_loadingSide = false;
    if (m_state != State::Ready) {
        m_state = State::Loading;
        Q_EMIT stateChanged();
    }
    Q_EMIT settledChanged();
    m_vault
        .read([conversationId, row, atNewest](
                  ReadSnapshot& snapshot) { return readOpening(snapshot, conversationId, row, atNewest); })
        .then(this, [this, turn, conversationId](const Result<Opening>& opening) {
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
    m_touched.clear();
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

// ---- Both ends
// -------------------------------------------------------------------------------------------------------------

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
    const qint64 edge = side == Side::Older ? m_bubbles.front().row : m_bubbles[m_serverCount - 1].row;
    m_vault
        .read([id = m_id, edge, side](ReadSnapshot& snapshot) {
            return side == Side::Older ? queries::messagesBefore(snapshot, id, edge, kPage)
                                       : queries::messagesAfter(snapshot, id, edge, kPage);
        })
        .then(this, [this, side, turn = m_turn](const Result<Messages>& messages) {
            if (turn != m_turn)
                return;
            m_loadingSide = false;
            if (messages)
                takeSide(side, *messages);
        });
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

// ---- Changes
// ---------------------------------------------------------------------------------------------------------------

void MessageTimelineModel::takeNotice(const ChangeNotice& notice)
{
    if (m_id.isEmpty() && m_opening == 0)
        return;
    bool mine
        = notice.outboxChanged && (notice.outboxParents.isEmpty() || notice.outboxParents.contains(m_id));
    for (const RecordChange& change : notice.records) {
        if (change.type == storage::recordTypeIndex<Message>() && change.parentId == m_id)
            m_touched.insert(change.row);
        else if (change.type == storage::recordTypeIndex<Conversation>() && change.id == m_id)
            mine = true;
    }
    if (mine)
        m_stale = true;
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
    m_vault.read([id = m_id, touched](ReadSnapshot& snapshot) { return readPatch(snapshot, id, touched); })
        .then(this, [this, turn = m_turn](const Result<Patch>& patch) {
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

void MessageTimelineModel::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    if (serverCount() < rowCount())
        Q_EMIT dataChanged(index(serverCount()), index(rowCount() - 1));
}

// ---- What is shown
// ---------------------------------------------------------------------------------------------------------

int MessageTimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_bubbles.size());
}

int MessageTimelineModel::indexOfKey(const QString& key) const
{
    const auto found = std::find_if(
        m_bubbles.begin(), m_bubbles.end(), [&key](const MessageBubble& one) { return one.key() == key; });
    return found == m_bubbles.end() ? -1 : static_cast<int>(found - m_bubbles.begin());
}

QString MessageTimelineModel::dayTitle(int row) const
{
    const storage::UtcTime time = bubble(row).time;
    if (row > 0 && m_formatter.localDate(bubble(row - 1).time) == m_formatter.localDate(time))
        return {};
    return m_formatter.dayTitle(time);
}

bool MessageTimelineModel::startsGroup(int row) const
{
    if (row == 0 || !dayTitle(row).isEmpty() || startsUnread(row))
        return true;
    const MessageBubble& before = bubble(row - 1);
    const MessageBubble& here = bubble(row);
    if (before.system != here.system || before.mine != here.mine)
        return true;
    if (!here.mine && before.senderId != here.senderId)
        return true;
    return here.time.milliseconds - before.time.milliseconds > kGroupGap;
}

bool MessageTimelineModel::startsUnread(int row) const
{
    return m_unreadRow != 0 && bubble(row).row == m_unreadRow;
}

QString MessageTimelineModel::clockTime(int row) const
{
    return m_formatter.clockTime(bubble(row).time);
}

QString MessageTimelineModel::status(int row) const
{
    const MessageBubble& one = bubble(row);
    switch (one.state) {
    case SendState::Waiting:
        return m_online ? tr("Sending…") : tr("Waiting for connection");
    case SendState::Sending:
        return tr("Sending…");
    case SendState::Refused: //: %1 is the reason
        return one.fault.isEmpty() ? tr("Not sent") : tr("Not sent: %1").arg(one.fault);
    case SendState::Delivered:
        return one.edited ? tr("edited") : QString();
    }
    return {};
}

QVariant MessageTimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const MessageBubble& one = bubble(row);
    switch (role) {
    case KeyRole:
        return one.key();
    case Qt::DisplayRole:
    case TextRole:
        return one.text;
    case SenderRole:
        return one.senderName;
    case MineRole:
        return one.mine;
    case SystemRole:
        return one.system;
    case TimeRole:
        return clockTime(row);
    case DayRole:
        return dayTitle(row);
    case StartsGroupRole:
        return startsGroup(row);
    case UnreadStartsRole:
        return startsUnread(row);
    case SendStateRole:
        return QVariant::fromValue(one.state);
    case StatusRole:
        return status(row);
    case MutationIdRole:
        return one.mutationId;
    case AttachmentsRole:
        return one.attachments;
    case Qt::AccessibleTextRole: {
        QStringList parts { one.mine ? tr("You") : one.senderName, one.text };
        parts += one.attachments;
        parts << m_formatter.fullTime(one.time) << status(row);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageTimelineModel::roleNames() const
{
    return { { KeyRole, "key" }, { TextRole, "text" }, { SenderRole, "sender" }, { MineRole, "mine" },
        { SystemRole, "system" }, { TimeRole, "time" }, { DayRole, "day" },
        { StartsGroupRole, "startsGroup" }, { UnreadStartsRole, "unreadStarts" },
        { SendStateRole, "sendState" }, { StatusRole, "status" }, { MutationIdRole, "mutationId" },
        { AttachmentsRole, "attachments" } };
}

} // namespace ot::models
