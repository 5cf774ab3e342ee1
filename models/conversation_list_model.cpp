// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversation_list_model.h"

#include "models/display_text.h"
#include "storage/drafts.h"
#include "storage/outbox.h"
#include "storage/when_done.h"

#include <QHash>
#include <QSet>

namespace ot::models {

using storage::Conversation;
using storage::OutboxEntry;
using storage::OutboxState;
using storage::ReadSnapshot;
using storage::Stored;
namespace queries = storage::queries;

// All that one reading of the store gives, from one moment.
struct ConversationListModel::Snapshot {
    std::vector<Stored<Conversation>> conversations;
    QHash<QString, QString> drafts;
    QHash<QString, OutboxEntry> newestWaiting; // by conversation
    QSet<QString> withRefused;
};

QString conversationTitle(const Conversation& conversation)
{
    if (conversation.type == QLatin1String("CHANNEL")) {
        const QString name
            = conversation.channelName.isEmpty() ? conversation.title : conversation.channelName;
        return QStringLiteral("# ") + oneLine(name, 120);
    }
    if (conversation.bucket == QLatin1String("support"))
        return ConversationListModel::tr("OpenTrain support");
    for (const QString& name :
        { conversation.companyName, conversation.counterpartName, conversation.title }) {
        const QString shown = oneLine(name, 120);
        if (!shown.isEmpty())
            return shown;
    }
    return ConversationListModel::tr("Conversation");
}

QString conversationKind(const Conversation& conversation)
{
    const QString title = oneLine(conversation.title, 160);
    QString kind;
    if (conversation.type == QLatin1String("CHANNEL")) {
        return ConversationListModel::tr(
            "Channel · %n people", nullptr, static_cast<int>(conversation.participants.size()));
    }
    if (conversation.bucket == QLatin1String("proposal"))
        kind = ConversationListModel::tr("Proposal");
    else if (conversation.bucket == QLatin1String("support"))
        kind = ConversationListModel::tr("Support");
    else
        kind = ConversationListModel::tr("Job");
    return title.isEmpty() ? kind : kind + QStringLiteral(" · ") + isolated(title);
}

ConversationListModel::ConversationListModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
    connect(&m_vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        if (notice.touches<Conversation>() || notice.outboxChanged || notice.draftsChanged)
            read();
    });
    read();
}

int ConversationListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return row.id;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case KindRole:
        return row.kind;
    case LastLineRole:
        return row.line;
    case LineKindRole:
        return QVariant::fromValue(row.lineKind);
    case TimeRole:
        return row.time ? m_formatter.listTime(*row.time) : QString();
    case UnreadRole:
        return row.unread;
    case NeedsReplyRole:
        return row.needsReply;
    case CanSendRole:
        return row.canSend;
    case Qt::AccessibleTextRole: {
        QStringList parts { row.title, row.kind };
        if (row.unread > 0)
            parts.append(tr("%n new messages", nullptr, static_cast<int>(row.unread)));
        parts.append(row.line);
        parts.append(data(index, TimeRole).toString());
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return { { IdRole, "id" }, { TitleRole, "title" }, { KindRole, "kind" }, { LastLineRole, "lastLine" },
        { LineKindRole, "lineKind" }, { TimeRole, "time" }, { UnreadRole, "unread" },
        { NeedsReplyRole, "needsReply" }, { CanSendRole, "canSend" } };
}

void ConversationListModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

void ConversationListModel::reload()
{
    m_resetNext = true;
    m_reading = false; // an answer under way belongs to an older turn and is not taken
    read();
}

QModelIndex ConversationListModel::indexOfId(const QString& id) const
{
    const int row = find(id);
    return row < 0 ? QModelIndex() : index(row);
}

int ConversationListModel::find(const QString& id, int from) const
{
    for (int i = from; i < rowCount(); ++i) {
        if (m_rows[static_cast<std::size_t>(i)].id == id)
            return i;
    }
    return -1;
}

Result<ConversationListModel::Snapshot> ConversationListModel::readAll(ReadSnapshot& snapshot, Filter filter)
{
    Snapshot all;
    Result<std::vector<Stored<Conversation>>> conversations = queries::conversations(snapshot, filter);
    if (!conversations)
        return conversations.error();
    all.conversations = std::move(*conversations);
    Result<QHash<QString, QString>> drafts
        = storage::drafts::all(snapshot, QLatin1String(storage::drafts::kMessageDraft));
    if (!drafts)
        return drafts.error();
    all.drafts = std::move(*drafts);
    const Result<std::vector<OutboxEntry>> waiting = storage::outbox::all(snapshot);
    if (!waiting)
        return waiting.error();
    for (const OutboxEntry& entry : *waiting) {
        if (entry.recordType != QLatin1String("Message"))
            continue;
        all.newestWaiting.insert(entry.parentId, entry);
        if (entry.state == OutboxState::Rejected || entry.state == OutboxState::Conflict)
            all.withRefused.insert(entry.parentId);
    }
    return all;
}

void ConversationListModel::read()
{
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    Q_EMIT settledChanged();
    const quint64 turn = ++m_turn;
    whenDone(m_vault.read([filter = m_filter](ReadSnapshot& snapshot) { return readAll(snapshot, filter); }),
        this, [this, turn](const Result<Snapshot>& snapshot) {
            if (turn == m_turn)
                take(snapshot);
        });
}

void ConversationListModel::take(const Result<Snapshot>& snapshot)
{
    m_reading = false;
    const State before = m_state;
    if (snapshot) {
        std::vector<Row> rows;
        rows.reserve(snapshot->conversations.size());
        for (const Stored<Conversation>& stored : snapshot->conversations)
            rows.push_back(rowOf(stored.record, *snapshot));
        if (m_resetNext) {
            m_resetNext = false;
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
        } else {
            bringTo(std::move(rows));
        }
        m_state = State::Ready;
    } else {
        m_errorText = snapshot.error().message;
        m_state = State::Failed;
    }
    if (m_state != before)
        Q_EMIT stateChanged();
    if (m_stale)
        read();
    Q_EMIT settledChanged();
}

ConversationListModel::Row ConversationListModel::rowOf(
    const Conversation& conversation, const Snapshot& snapshot) const
{
    Row row;
    row.id = conversation.id;
    row.title = conversationTitle(conversation);
    row.kind = conversationKind(conversation);
    row.time = conversation.lastMessageCreatedAt ? conversation.lastMessageCreatedAt : conversation.updatedAt;
    row.unread = conversation.unreadCount;
    row.needsReply = conversation.needsReplyCount > 0;
    row.canSend = conversation.canSend;
    row.line = oneLine(conversation.lastMessageContent);
    row.lineKind = conversation.lastMessageIsFromViewer ? LineKind::Mine : LineKind::Theirs;
    if (const auto waiting = snapshot.newestWaiting.constFind(conversation.id);
        waiting != snapshot.newestWaiting.cend()) {
        row.line = oneLine(waiting->args.value(QLatin1String("content")).toString());
        row.lineKind = snapshot.withRefused.contains(conversation.id) ? LineKind::Refused : LineKind::Waiting;
        row.time = waiting->createdAt;
    }
    if (const QString draft = oneLine(snapshot.drafts.value(conversation.id)); !draft.isEmpty()) {
        row.line = draft;
        row.lineKind = LineKind::Draft;
    }
    if (row.lineKind == LineKind::Mine
        && !row.line.isEmpty()) //: %1 is the last message, which the user wrote
        row.line = tr("You: %1").arg(row.line);
    return row;
}

// Turns the present rows into these with the fewest notices a view has to follow.
void ConversationListModel::bringTo(std::vector<Row> rows)
{
    QSet<QString> staying;
    for (const Row& row : rows)
        staying.insert(row.id);
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (staying.contains(m_rows[static_cast<std::size_t>(i)].id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        Row& wanted = rows[static_cast<std::size_t>(i)];
        const int at
            = i < rowCount() && m_rows[static_cast<std::size_t>(i)].id == wanted.id ? i : find(wanted.id, i);
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, std::move(wanted));
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, i);
            std::rotate(m_rows.begin() + i, m_rows.begin() + at, m_rows.begin() + at + 1);
            endMoveRows();
        }
        if (!(m_rows[static_cast<std::size_t>(i)] == wanted)) {
            m_rows[static_cast<std::size_t>(i)] = std::move(wanted);
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

} // namespace ot::models
