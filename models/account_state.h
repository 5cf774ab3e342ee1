// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/account.h"
#include "storage/vault.h"

#include <QObject>

#include <optional>

namespace ot::models {

// Who is signed in and how many messages are unread, for the rail. Follows the store. GUI thread; the vault
// must outlive it.
class AccountState : public QObject {
    Q_OBJECT

public:
    explicit AccountState(storage::Vault& vault, QObject* parent = nullptr);

    [[nodiscard]] QString name() const;
    // "AI trainer", "Bid manager · Northwind Labs"
    [[nodiscard]] QString role() const;
    [[nodiscard]] QString email() const;
    [[nodiscard]] qint64 unreadMessages() const { return m_unread; }
    [[nodiscard]] bool isSettled() const { return !m_reading; }

Q_SIGNALS:
    void changed();

private:
    struct Read {
        std::optional<storage::Account> account;
        qint64 unread = 0;
    };
    void read();

    storage::Vault& m_vault;
    std::optional<storage::Account> m_account;
    qint64 m_unread = 0;
    bool m_reading = false;
    bool m_stale = false;
};

} // namespace ot::models
