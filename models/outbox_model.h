// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "storage/outbox.h"
#include "storage/vault.h"

#include <QAbstractListModel>

#include <vector>

namespace ot::models {

// What waits to be sent, oldest first, as the sync details show it. Few entries; all held. Follows the store
// by itself. GUI thread; the vault must outlive it.
class OutboxModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { MutationIdRole = Qt::UserRole + 1, TextRole, ParentRole, StateRole, FaultRole, TimeRole };

    OutboxModel(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // Entries that go out by themselves, and those that wait for the user.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] int refusedCount() const;
    [[nodiscard]] bool isSettled() const { return !m_reading; }

Q_SIGNALS:
    void countsChanged();

private:
    void read();
    void take(const std::vector<storage::OutboxEntry>& entries);

    storage::Vault& m_vault;
    Formatter m_formatter;
    std::vector<storage::OutboxEntry> m_entries;
    bool m_reading = false;
    bool m_stale = false;
};

} // namespace ot::models
