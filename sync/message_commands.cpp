// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/message_commands.h"

#include "storage/drafts.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ot::sync {

using storage::OutboxEntry;
using storage::UtcTime;
using storage::WriteTransaction;

namespace {

constexpr char kMessageType[] = "Message";

UtcTime now()
{
    return { QDateTime::currentMSecsSinceEpoch() };
}

Result<QString> refuse(const QString& sentence, const QString& detail)
{
    return Error { ErrorCode::BadInput, sentence, detail };
}

QFuture<Result<QString>> refused(const Result<QString>& why)
{
    QPromise<Result<QString>> promise;
    promise.start();
    promise.addResult(why);
    promise.finish();
    return promise.future();
}

Result<QString> loadDraft(WriteTransaction& transaction, const QString& conversationId)
{
    Result<storage::Query> query
        = transaction.query("SELECT text FROM draft WHERE kind = ? AND about_id = ?");
    if (!query)
        return query.error();
    query->bind(1, QLatin1String(storage::drafts::kMessageDraft));
    query->bind(2, conversationId);
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return *row ? query->text(0) : QString();
}

} // namespace

qsizetype messageLength(const QString& text)
{
    return text.toUcs4().size();
}

QFuture<Result<QString>> sendMessage(
    storage::Vault& vault, const QString& conversationId, const QString& text)
{
    const QString content = text.trimmed();
    if (content.isEmpty())
        return refused(refuse(QCoreApplication::translate("Messages", "There is nothing to send yet."),
            QStringLiteral("empty")));
    if (messageLength(content) > kLongestMessage) {
        return refused(refuse(QCoreApplication::translate(
                                  "Messages", "A message can have at most %L1 characters; this one has %L2.")
                                  .arg(kLongestMessage)
                                  .arg(messageLength(content)),
            QStringLiteral("too long")));
    }
    OutboxEntry entry;
    entry.createdAt = now();
    entry.mutationId = storage::outbox::newMutationId(entry.createdAt);
    entry.recordType = QLatin1String(kMessageType);
    entry.recordId = entry.mutationId;
    entry.parentId = conversationId;
    entry.operation = QStringLiteral("create");
    entry.args
        = { { QStringLiteral("conversationId"), conversationId }, { QStringLiteral("content"), content } };
    return vault.write([entry](WriteTransaction& transaction) -> Result<QString> {
        if (const Outcome queued = storage::outbox::enqueue(transaction, entry); !queued)
            return queued.error();
        const QString kind = QLatin1String(storage::drafts::kMessageDraft);
        if (const Outcome cleared
            = storage::drafts::save(transaction, kind, entry.parentId, {}, entry.createdAt);
            !cleared)
            return cleared.error();
        return entry.mutationId;
    });
}

QFuture<Result<QString>> takeMessageBack(storage::Vault& vault, const QString& mutationId)
{
    return vault.write([mutationId](WriteTransaction& transaction) -> Result<QString> {
        const Result<OutboxEntry> entry = storage::outbox::withdraw(transaction, mutationId);
        if (!entry)
            return entry.error();
        const Result<QString> written = loadDraft(transaction, entry->parentId);
        if (!written)
            return written.error();
        QString text = entry->args.value(QLatin1String("content")).toString();
        if (!written->isEmpty())
            text += QLatin1Char('\n') + *written;
        const QString kind = QLatin1String(storage::drafts::kMessageDraft);
        if (const Outcome saved = storage::drafts::save(transaction, kind, entry->parentId, text, now());
            !saved)
            return saved.error();
        return text;
    });
}

QFuture<Outcome> retryMessage(storage::Vault& vault, const QString& mutationId)
{
    return vault.write([mutationId](WriteTransaction& transaction) {
        return storage::outbox::retry(transaction, mutationId);
    });
}

QFuture<Outcome> discardMessage(storage::Vault& vault, const QString& mutationId)
{
    return vault.write([mutationId](WriteTransaction& transaction) -> Outcome {
        const Result<OutboxEntry> entry = storage::outbox::withdraw(transaction, mutationId);
        return entry ? success() : Outcome(entry.error());
    });
}

} // namespace ot::sync
