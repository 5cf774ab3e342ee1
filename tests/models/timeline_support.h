// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message_timeline_model.h"
#include "storage/outbox.h"
#include "tests/models/model_log.h"
#include "tests/support/test_vault.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <functional>

namespace ot::test {

inline const QString kConversation = QStringLiteral("conversation-1");

using Adjust = std::function<void(storage::Message&)>;

// Messages number `from` to `to` of the sample conversation, which is put in too.
inline void putMessages(TestVault& store, int from, int to, const Adjust& adjust = {})
{
    std::vector<storage::Message> messages;
    for (int number = from; number <= to; ++number) {
        messages.push_back(sampleMessage(kConversation, number));
        if (adjust)
            adjust(messages.back());
    }
    store.put<storage::Conversation>({ sampleConversation(1) });
    store.put(messages);
}

inline QString messageId(int number)
{
    return sampleMessage(kConversation, number).id;
}

inline Outcome removeMessages(storage::WriteTransaction& transaction, int from, int to)
{
    for (int number = from; number <= to; ++number) {
        if (const Outcome done
            = transaction.remove(storage::recordTypeIndex<storage::Message>(), messageId(number));
            !done)
            return done;
    }
    return success();
}

// Opens and waits; gives the row to show.
inline int open(models::MessageTimelineModel& model, qint64 row = 0)
{
    QSignalSpy opened(&model, &models::MessageTimelineModel::opened);
    model.open(kConversation, row);
    if (!QTest::qWaitFor([&] { return model.isSettled(); }) || opened.count() != 1)
        return -1000;
    return opened.first().first().toInt();
}

// The place that the store gives a message of its own minute.
inline qint64 rowOfMessage(int number)
{
    return (kSampleStart + number * kMinute) << 20;
}

// The number of the message in a row, 0 when it is none of the samples.
inline int numberAt(const models::MessageTimelineModel& model, int row)
{
    return model.bubble(row).text.section(QLatin1Char(' '), -1).toInt();
}

// "41..100" when the server rows are exactly these messages in order, else what they are.
inline QString numbers(const models::MessageTimelineModel& model)
{
    QStringList all;
    bool unbroken = model.rowCount() > 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        all.append(QString::number(numberAt(model, row)));
        unbroken = unbroken && numberAt(model, row) == numberAt(model, 0) + row;
    }
    return unbroken ? all.first() + QStringLiteral("..") + all.last() : all.join(QLatin1Char(' '));
}

// An entry as sending writes it, with an id and a time of its own.
inline storage::OutboxEntry waitingEntry(const QString& mutationId, const QString& text, int minute = 5000)
{
    storage::OutboxEntry entry;
    entry.mutationId = mutationId;
    entry.recordType = QStringLiteral("Message");
    entry.recordId = mutationId;
    entry.parentId = kConversation;
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("conversationId"), kConversation }, { QStringLiteral("content"), text } };
    entry.createdAt = storage::UtcTime { kSampleStart + minute * kMinute };
    return entry;
}

inline void enqueue(TestVault& store, const std::vector<storage::OutboxEntry>& entries)
{
    store.write([&entries](storage::WriteTransaction& transaction) -> Outcome {
        for (const storage::OutboxEntry& entry : entries) {
            if (const Outcome done = storage::outbox::enqueue(transaction, entry); !done)
                return done;
        }
        return success();
    });
}

// What the server makes of an entry: the user's own message, which names the entry's id.
inline storage::Message delivered(const storage::OutboxEntry& entry, int number)
{
    storage::Message message = sampleMessage(kConversation, number);
    message.senderUserId = QStringLiteral("u_me");
    message.senderName = QStringLiteral("Maria G.");
    message.isFromViewer = true;
    message.content = entry.args.value(QLatin1String("content")).toString();
    message.mutationId = entry.mutationId;
    return message;
}

} // namespace ot::test
