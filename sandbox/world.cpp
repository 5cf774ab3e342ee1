// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world.h"

#include "sandbox/seed/seed.h"
#include "sandbox/store/store_writer.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

QString memberText(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

/// The updates an account would have seen, had it watched: messages of others, and its contracts.
void addEventFor(StoreWriter& writer, const QString& account, const SeedRecord& record)
{
    const QJsonObject& object = record.object;
    if (record.type == QLatin1String("Message") && !object.value(QLatin1String("isFromViewer")).toBool())
        writer.addEvent({ account, QStringLiteral("message.received"), record.id, memberText(object, "jobId"),
                            memberText(object, "createdAt") },
            { { QStringLiteral("conversationId"), object.value(QLatin1String("conversationId")) },
                { QStringLiteral("messageId"), record.id } });
    else if (record.type == QLatin1String("Contract"))
        writer.addEvent({ account, QStringLiteral("contract.created"), record.id, memberText(object, "jobId"),
                            memberText(object, "createdAt") },
            { { QStringLiteral("contractId"), record.id },
                { QStringLiteral("jobId"), object.value(QLatin1String("jobId")) },
                { QStringLiteral("proposalId"), object.value(QLatin1String("proposalId")) } });
}

} // namespace

void fillStore(Store& store, quint64 seed, qint64 nowMilliseconds)
{
    const SeedWorld world = makeSeedWorld(seed, nowMilliseconds);
    StoreWriter writer(store);
    const QString message = QStringLiteral("Message");
    // What a window shows first comes first in the feed: who one is and one's work, then jobs, then what was
    // said.
    for (const SeedAccount& account : world.accounts) {
        writer.addAccount({ account.key, account.userId, account.displayName });
        for (const SeedRecord& record : account.records) {
            if (record.type != message)
                writer.put(account.key, record.type, record.id, record.object);
        }
    }
    for (const QJsonObject& job : world.jobs)
        writer.put(kEveryone, QStringLiteral("Job"), memberText(job, "id"), job);
    for (const SeedAccount& account : world.accounts) {
        for (const SeedRecord& record : account.records) {
            if (record.type == message)
                writer.put(account.key, record.type, record.id, record.object);
            addEventFor(writer, account.key, record);
        }
    }
    writer.commit();
    store.setMeta(QStringLiteral("seed"), QString::number(seed));
}

} // namespace ot::sandbox
