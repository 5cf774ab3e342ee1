// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outbox.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

#include <sodium.h>

#include <array>
#include <set>

namespace ot::storage::outbox {

namespace {

constexpr std::string_view kColumns
    = "position, mutation_id, record_type, record_id, parent_id, operation, base_version, args, "
      "state, attempts, created_at, fault_code, fault_message";

QString stateName(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return QStringLiteral("queued");
    case OutboxState::Sending:
        return QStringLiteral("sending");
    case OutboxState::Rejected:
        return QStringLiteral("rejected");
    case OutboxState::Conflict:
        return QStringLiteral("conflict");
    }
    Q_UNREACHABLE();
}

OutboxState stateOf(const QString& name)
{
    if (name == QLatin1String("sending"))
        return OutboxState::Sending;
    if (name == QLatin1String("rejected"))
        return OutboxState::Rejected;
    if (name == QLatin1String("conflict"))
        return OutboxState::Conflict;
    return OutboxState::Queued;
}

OutboxEntry readEntry(const Query& query)
{
    OutboxEntry entry;
    entry.position = query.integer(0);
    entry.mutationId = query.text(1);
    entry.recordType = query.text(2);
    entry.recordId = query.text(3);
    entry.parentId = query.text(4);
    entry.operation = query.text(5);
    if (!query.isNull(6))
        entry.baseVersion = query.integer(6);
    entry.args = QJsonDocument::fromJson(query.text(7).toUtf8()).object();
    entry.state = stateOf(query.text(8));
    entry.attempts = query.integer(9);
    entry.createdAt.milliseconds = query.integer(10);
    entry.faultCode = query.text(11);
    entry.faultMessage = query.text(12);
    return entry;
}

Result<std::vector<OutboxEntry>> readAll(Query& query)
{
    return collectRows(query, readEntry);
}

void noteChange(WriteTransaction& transaction, const QString& parentId)
{
    transaction.notice().outboxChanged = true;
    const QString parent = parentId.isNull() ? QStringLiteral("") : parentId;
    if (!transaction.notice().outboxParents.contains(parent))
        transaction.notice().outboxParents.append(parent);
}

Result<std::optional<OutboxEntry>> find(WriteTransaction& transaction, const QString& mutationId)
{
    Result<Query> query
        = transaction.query("SELECT " + std::string(kColumns) + " FROM outbox WHERE mutation_id = ?");
    if (!query)
        return query.error();
    query->bind(1, mutationId);
    return firstRow(*query, readEntry);
}

Outcome erase(WriteTransaction& transaction, const OutboxEntry& entry)
{
    Result<Query> query = transaction.query("DELETE FROM outbox WHERE mutation_id = ?");
    if (!query)
        return query.error();
    query->bind(1, entry.mutationId);
    noteChange(transaction, entry.parentId);
    return query->run();
}

Outcome setState(
    WriteTransaction& transaction, const QString& mutationId, OutboxState state, qint64 attemptsToAdd)
{
    const Result<std::optional<OutboxEntry>> entry = find(transaction, mutationId);
    if (!entry)
        return entry.error();
    if (!entry->has_value())
        return success();
    Result<Query> query
        = transaction.query("UPDATE outbox SET state = ?, attempts = attempts + ? WHERE mutation_id = ?");
    if (!query)
        return query.error();
    query->bind(1, stateName(state));
    query->bind(2, attemptsToAdd);
    query->bind(3, mutationId);
    noteChange(transaction, (*entry)->parentId);
    return query->run();
}

} // namespace

QString newMutationId(UtcTime now)
{
    std::array<unsigned char, 16> bytes {};
    randombytes_buf(bytes.data(), bytes.size());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>((now.milliseconds >> (8 * (5 - i))) & 0xff);
    bytes[6] = static_cast<unsigned char>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));
    const QByteArray raw(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

Outcome enqueue(WriteTransaction& transaction, const OutboxEntry& entry)
{
    Result<Query> query = transaction.query("INSERT INTO outbox (mutation_id, record_type, record_id, "
                                            "parent_id, operation, base_version, args, state, created_at)"
                                            " VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?)");
    if (!query)
        return query.error();
    query->bind(1, entry.mutationId);
    query->bind(2, entry.recordType);
    query->bind(3, entry.recordId);
    query->bind(4, entry.parentId);
    query->bind(5, entry.operation);
    if (entry.baseVersion)
        query->bind(6, *entry.baseVersion);
    else
        query->bindNull(6);
    query->bind(7, QString::fromUtf8(QJsonDocument(entry.args).toJson(QJsonDocument::Compact)));
    query->bind(8, entry.createdAt.milliseconds);
    noteChange(transaction, entry.parentId);
    return query->run();
}

Result<OutboxEntry> withdraw(WriteTransaction& transaction, const QString& mutationId)
{
    const Result<std::optional<OutboxEntry>> entry = find(transaction, mutationId);
    if (!entry)
        return entry.error();
    if (!entry->has_value()) {
        return Error { ErrorCode::NotFound,
            QCoreApplication::translate("Outbox", "It has been sent already."),
            QStringLiteral("no such entry") };
    }
    if ((*entry)->state == OutboxState::Sending) {
        return Error { ErrorCode::Conflict,
            QCoreApplication::translate("Outbox", "It is being sent and can't be taken back any more."),
            QStringLiteral("entry is being sent") };
    }
    if (const Outcome erased = erase(transaction, **entry); !erased)
        return erased.error();
    return **entry;
}

Outcome settle(WriteTransaction& transaction, const QString& mutationId)
{
    const Result<std::optional<OutboxEntry>> entry = find(transaction, mutationId);
    if (!entry)
        return entry.error();
    return entry->has_value() ? erase(transaction, **entry) : success();
}

Outcome refuse(WriteTransaction& transaction, const QString& mutationId, OutboxState state,
    const QString& code, const QString& message)
{
    if (const Outcome marked = setState(transaction, mutationId, state, 0); !marked)
        return marked;
    Result<Query> query
        = transaction.query("UPDATE outbox SET fault_code = ?, fault_message = ? WHERE mutation_id = ?");
    if (!query)
        return query.error();
    query->bind(1, code);
    query->bind(2, message);
    query->bind(3, mutationId);
    return query->run();
}

Outcome retry(WriteTransaction& transaction, const QString& mutationId)
{
    const Result<std::optional<OutboxEntry>> entry = find(transaction, mutationId);
    if (!entry)
        return entry.error();
    if (!entry->has_value() || (*entry)->state == OutboxState::Sending)
        return success();
    if (const Outcome erased = erase(transaction, **entry); !erased)
        return erased;
    return enqueue(transaction, **entry);
}

Result<std::vector<QString>> markSending(
    WriteTransaction& transaction, const std::vector<QString>& mutationIds)
{
    std::vector<QString> marked;
    for (const QString& id : mutationIds) {
        const Result<std::optional<OutboxEntry>> entry = find(transaction, id);
        if (!entry)
            return entry.error();
        if (!entry->has_value() || (*entry)->state != OutboxState::Queued)
            continue;
        if (const Outcome set = setState(transaction, id, OutboxState::Sending, 1); !set)
            return set.error();
        marked.push_back(id);
    }
    return marked;
}

Outcome markQueued(WriteTransaction& transaction, const std::vector<QString>& mutationIds)
{
    for (const QString& id : mutationIds) {
        if (const Outcome marked = setState(transaction, id, OutboxState::Queued, 0); !marked)
            return marked;
    }
    return success();
}

Outcome requeueInterrupted(WriteTransaction& transaction)
{
    Result<Query> query = transaction.query("UPDATE outbox SET state = 'queued' WHERE state = 'sending'");
    if (!query)
        return query.error();
    if (const Outcome updated = query->run(); !updated)
        return updated;
    transaction.notice().outboxChanged = transaction.notice().outboxChanged || transaction.changedRows() > 0;
    return success();
}

Result<std::vector<OutboxEntry>> nextToSend(ReadSnapshot& snapshot, int limit)
{
    const Result<std::vector<OutboxEntry>> waiting = all(snapshot);
    if (!waiting)
        return waiting.error();
    std::vector<OutboxEntry> next;
    std::set<QString> held;
    for (const OutboxEntry& entry : *waiting) {
        // Messages of one conversation keep their order; a refused one waits for the user and is passed by.
        const QString line = entry.recordType + QLatin1Char('/')
            + (entry.parentId.isNull() ? entry.recordId : entry.parentId);
        if (entry.state == OutboxState::Sending)
            held.insert(line);
        if (entry.state != OutboxState::Queued || held.contains(line))
            continue;
        next.push_back(entry);
        if (static_cast<int>(next.size()) == limit)
            break;
    }
    return next;
}

Result<std::vector<OutboxEntry>> all(ReadSnapshot& snapshot)
{
    Result<Query> query
        = snapshot.query("SELECT " + std::string(kColumns) + " FROM outbox ORDER BY position");
    if (!query)
        return query.error();
    return readAll(*query);
}

Result<std::vector<OutboxEntry>> ofParent(
    ReadSnapshot& snapshot, const QString& recordType, const QString& parentId)
{
    Result<Query> query = snapshot.query("SELECT " + std::string(kColumns)
        + " FROM outbox WHERE record_type = ? AND parent_id = ? ORDER BY position");
    if (!query)
        return query.error();
    query->bind(1, recordType);
    query->bind(2, parentId);
    return readAll(*query);
}

} // namespace ot::storage::outbox
