// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/store.h"
#include "sandbox/team/projection.h"

namespace ot::sandbox {

/// One transaction on the store: all of it happens or none. What is not committed is rolled back. What is
/// written to an organization's account reaches its members in the same transaction (team/projection.h).
class StoreWriter : private RowWriter {
public:
    explicit StoreWriter(Store& store);
    ~StoreWriter() override;
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    /// Creates the record or replaces it; its version rises. A note or template goes where it belongs (to its
    /// author or to the organization); the row of `account` is given back.
    Record put(const QString& account, const QString& type, const QString& id, const QJsonObject& object);
    /// Leaves a tombstone and returns it; nothing happens where there is no such record.
    std::optional<Record> remove(const QString& account, const QString& type, const QString& id);
    void addAccount(const Account& account);
    struct NewEvent {
        QString account;
        QString type;
        QString resourceId;
        QString jobId;
        QString createdAt {}; // empty: now
    };
    /// A row of the account's `updates` feed, and of those of the members who may see it. A message is no
    /// event for who wrote it.
    void addEvent(const NewEvent& event, const QJsonObject& data);
    void rememberMutation(const QString& account, const QString& mutationId, const QByteArray& change);
    /// A number no other record got, for making ids.
    qint64 nextNumber();

    Commit commit();

private:
    Record putRow(
        const QString& account, const QString& type, const QString& id, const QJsonObject& object) override;
    std::optional<Record> removeRow(const QString& account, const QString& type, const QString& id) override;
    void setRole(const QString& account, const QString& role) override;
    void addEventRow(const QString& account, const NewEvent& event, const QJsonObject& data);
    void indexJob(const Record& record, const QJsonObject& job, bool existed);

    Store& m_store;
    DatabaseTransaction m_transaction;
    Commit m_commit;
    TeamProjection m_team;
};

} // namespace ot::sandbox
