// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the timeline's rows show; which rows there are is in message_timeline_model.cpp.
#include "models/message_timeline_model.h"

#include <algorithm>

namespace ot::models {
namespace {

constexpr qint64 kGroupGap = 10 * 60'000; // a longer pause begins a new group

} // namespace

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
