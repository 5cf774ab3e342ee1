// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world.h"

#include "sandbox/blobs/blob_rights.h"
#include "sandbox/seed/seed.h"
#include "sandbox/store/store_writer.h"

#include <algorithm>
#include <vector>

namespace ot::sandbox {

namespace {

QString memberText(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

struct PastEvent {
    StoreWriter::NewEvent event;
    QJsonObject data;
};

/// The updates the accounts would have seen, had they watched: messages of others, and their contracts.
std::vector<PastEvent> pastEvents(const SeedWorld& world)
{
    std::vector<PastEvent> events;
    for (const SeedAccount& account : world.accounts) {
        for (const SeedRecord& record : account.records) {
            const QJsonObject& object = record.object;
            StoreWriter::NewEvent event { account.key, {}, record.id, memberText(object, "jobId"),
                memberText(object, "createdAt") };
            const auto picked = [&object](const char* name) { return object.value(QLatin1String(name)); };
            if (record.type == QLatin1String("Message") && !picked("isFromViewer").toBool()) {
                event.type = QStringLiteral("message.received");
                events.push_back({ event,
                    { { QStringLiteral("conversationId"), picked("conversationId") },
                        { QStringLiteral("messageId"), record.id } } });
            } else if (record.type == QLatin1String("Contract")) {
                event.type = QStringLiteral("contract.created");
                events.push_back({ event,
                    { { QStringLiteral("contractId"), record.id },
                        { QStringLiteral("jobId"), picked("jobId") },
                        { QStringLiteral("proposalId"), picked("proposalId") } } });
            }
        }
    }
    std::stable_sort(events.begin(), events.end(),
        [](const PastEvent& a, const PastEvent& b) { return a.event.createdAt < b.event.createdAt; });
    return events;
}

/// What an account sees named by an attachment or as an invoice's document, it may read and name.
void grantSeenBlobs(Store& store, const QString& account)
{
    const auto grant = [&store, &account](const QJsonObject& blob) {
        grantBlob(store, account,
            { memberText(blob, "sha256"), blob.value(QLatin1String("byteCount")).toInteger() });
    };
    for (const Record& record : store.list(account, QStringLiteral("Attachment")))
        grant(record.json());
    for (const Record& record : store.list(account, QStringLiteral("Invoice"))) {
        const QJsonObject document = record.json().value(QLatin1String("document")).toObject();
        if (!document.isEmpty())
            grant(document);
    }
}

} // namespace

void fillStore(
    Store& store, quint64 seed, qint64 nowMilliseconds, const std::function<void(const SeedBlob&)>& keep)
{
    const SeedWorld world = makeSeedWorld(seed, nowMilliseconds);
    for (const SeedBlob& blob : world.blobs) {
        if (keep)
            keep(blob);
    }
    StoreWriter writer(store);
    const QString message = QStringLiteral("Message");
    // What a window shows first comes first in the feed: who one is and one's work, then jobs, then what was
    // said.
    for (const SeedAccount& account : world.accounts)
        writer.addAccount(
            { account.key, account.userId, account.displayName, account.organization, account.role });
    for (const SeedAccount& account : world.accounts) {
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
        }
    }
    for (const SeedAccount& account : world.accounts)
        grantSeenBlobs(store, account.key);
    for (const PastEvent& past : pastEvents(world))
        writer.addEvent(past.event, past.data);
    writer.commit();
    store.setMeta(QStringLiteral("seed"), QString::number(seed));
}

} // namespace ot::sandbox
