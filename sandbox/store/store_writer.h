// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/store.h"

namespace ot::sandbox {

/// One transaction on the store: all of it happens or none. What is not committed is rolled back.
class StoreWriter {
public:
    explicit StoreWriter(Store& store);
    ~StoreWriter();
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    /// Creates the record or replaces it; its version rises.
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
    void addEvent(const NewEvent& event, const QJsonObject& data);
    void rememberMutation(const QString& account, const QString& mutationId, const QByteArray& change);
    /// A number no other record got, for making ids.
    qint64 nextNumber();

    Commit commit();

private:
    void indexJob(const Record& record, const QJsonObject& job, bool existed);

    Store& m_store;
    DatabaseTransaction m_transaction;
    Commit m_commit;
};

} // namespace ot::sandbox
