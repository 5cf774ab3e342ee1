// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account does to a conversation without writing in it. All of this is each person's own, also where
// the conversation is an organization's, and moves no conversation up: its `updatedAt` stays.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/record_tools.h"

namespace ot::sandbox {

namespace {

constexpr int kMaxIdCharacters = 200;
const QString kMessage = QStringLiteral("Message");

OperationResult markRead(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("upToMessageId", Need::RequiredOrNull, { kMaxIdCharacters });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString& person = call.session.account.key;
    const QString last = arguments.textOf("upToMessageId");
    QString until; // empty: all there are
    if (!last.isEmpty()) {
        const std::optional<Record> message = call.store.find(person, kMessage, last);
        if (!message || message->removed || memberText(message->json(), "conversationId") != call.id)
            return noSuchSubject(
                QStringLiteral("upToMessageId"), QStringLiteral("There is no such message in it."));
        until = memberText(message->json(), "createdAt");
    }
    int unread = 0;
    for (const Record& record : call.store.list(person, kMessage, call.id)) {
        QJsonObject message = record.json();
        if (!message.value(QLatin1String("hasUnreadFlag")).toBool())
            continue;
        if (!until.isEmpty() && memberText(message, "createdAt") > until) {
            ++unread;
            continue;
        }
        message.insert(QStringLiteral("hasUnreadFlag"), false);
        call.writer.put(person, kMessage, record.id, message);
    }
    QJsonObject conversation = call.seen->json();
    conversation.insert(QStringLiteral("unreadCount"), unread);
    return call.writer.put(person, call.target->type, call.id, conversation);
}

OperationResult update(const OperationCall& call)
{
    Arguments arguments(call.args);
    for (const char* wish : { "muted", "archived", "favourite" })
        arguments.flag(wish, Need::Optional);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    QJsonObject conversation = call.seen->json();
    for (auto it = arguments.values().begin(); it != arguments.values().end(); ++it)
        conversation.insert(it.key(), it.value());
    return call.writer.put(call.session.account.key, call.target->type, call.id, conversation);
}

} // namespace

const std::vector<Operation>& conversationOperations()
{
    static const std::vector<Operation> kOperations {
        { "Conversation", "markRead", "messages:write", "", false, markRead },
        { "Conversation", "update", "messages:write", "", false, update },
    };
    return kOperations;
}

} // namespace ot::sandbox
