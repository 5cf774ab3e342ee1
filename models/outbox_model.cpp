// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outbox_model.h"

#include "models/display_text.h"
#include "storage/when_done.h"

#include <algorithm>

namespace ot::models {

using storage::OutboxEntry;
using storage::OutboxState;

namespace {

bool isRefused(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Rejected || entry.state == OutboxState::Conflict;
}

bool looksTheSame(const OutboxEntry& left, const OutboxEntry& right)
{
    return left.state == right.state && left.args == right.args && left.faultMessage == right.faultMessage
        && left.attempts == right.attempts;
}

} // namespace

OutboxModel::OutboxModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
    connect(&m_vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        if (notice.outboxChanged)
            read();
    });
    read();
}

int OutboxModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutboxEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case MutationIdRole:
        return entry.mutationId;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TextRole:
        return oneLine(entry.args.value(QLatin1String("content")).toString());
    case ParentRole:
        return entry.parentId;
    case StateRole:
        if (isRefused(entry))
            return tr("Not sent");
        return entry.state == OutboxState::Sending ? tr("Sending…") : tr("Waiting");
    case FaultRole:
        return oneLine(entry.faultMessage);
    case TimeRole:
        return m_formatter.relativeTime(entry.createdAt);
    default:
        return {};
    }
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    return { { MutationIdRole, "mutationId" }, { TextRole, "text" }, { ParentRole, "parent" },
        { StateRole, "state" }, { FaultRole, "fault" }, { TimeRole, "time" } };
}

int OutboxModel::waitingCount() const
{
    return rowCount() - refusedCount();
}

int OutboxModel::refusedCount() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), isRefused));
}

void OutboxModel::read()
{
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    whenDone(m_vault.read([](storage::ReadSnapshot& snapshot) { return storage::outbox::all(snapshot); }),
        this, [this](const Result<std::vector<OutboxEntry>>& entries) {
            m_reading = false;
            if (entries)
                take(*entries);
            if (m_stale)
                read();
        });
}

void OutboxModel::take(const std::vector<OutboxEntry>& entries)
{
    // Both are in the order of their positions: a merge.
    std::size_t i = 0;
    for (const OutboxEntry& wanted : entries) {
        while (i < m_entries.size() && m_entries[i].position < wanted.position) {
            beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
            m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(i));
            endRemoveRows();
        }
        if (i < m_entries.size() && m_entries[i].position == wanted.position) {
            const bool same = looksTheSame(m_entries[i], wanted);
            m_entries[i] = wanted;
            if (!same)
                Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
        } else {
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
            m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(i), wanted);
            endInsertRows();
        }
        ++i;
    }
    if (i < m_entries.size()) {
        beginRemoveRows({}, static_cast<int>(i), rowCount() - 1);
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(i), m_entries.end());
        endRemoveRows();
    }
    Q_EMIT countsChanged();
}

} // namespace ot::models
