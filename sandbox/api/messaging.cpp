// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/messaging.h"

#include "sandbox/mutations/attachments.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

const QString kConversation = QStringLiteral("Conversation");
const QString kMessage = QStringLiteral("Message");

qsizetype characters(const QString& text)
{
    return text.toUcs4().size();
}

QJsonValue jsonTextOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// The person on the other side of a conversation.
QJsonObject counterpart(const QJsonObject& conversation)
{
    QJsonObject other;
    for (const QJsonValue& participant : conversation.value(QLatin1String("participants")).toArray()) {
        const QString role = participant.toObject().value(QLatin1String("role")).toString();
        if (role == QLatin1String("employer"))
            return participant.toObject();
        if (role == QLatin1String("support"))
            other = participant.toObject();
    }
    return other;
}

/// Who writes in a conversation takes part in it from then on.
void addParticipant(QJsonObject& conversation, const Account& account)
{
    QJsonArray participants = conversation.value(QLatin1String("participants")).toArray();
    for (const QJsonValue& participant : participants) {
        if (participant.toObject().value(QLatin1String("userId")) == account.userId)
            return;
    }
    participants.append(QJsonObject { { QStringLiteral("userId"), account.userId },
        { QStringLiteral("displayName"), account.displayName },
        { QStringLiteral("role"), QStringLiteral("vendor_member") } });
    conversation.insert(QStringLiteral("participants"), participants);
}

} // namespace

Messaging::Messaging(Store& store)
    : m_store(store)
{
}

QJsonObject lastMessageOf(const QJsonObject& message)
{
    QJsonObject last;
    for (const auto& member : { QStringLiteral("id"), QStringLiteral("content"),
             QStringLiteral("senderUserId"), QStringLiteral("isFromViewer"), QStringLiteral("createdAt") })
        last.insert(member, message.value(member));
    return last;
}

std::optional<Refusal> Messaging::check(
    const Account& account, const QString& conversationId, const QJsonValue& content, bool withFiles)
{
    const std::optional<Record> conversation = m_store.find(account.key, kConversation, conversationId);
    // A conversation of somebody else answers as one that does not exist.
    if (!conversation || conversation->removed)
        return Refusal { QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such conversation."), {},
            QStringLiteral("conversationId") };
    if (!content.isString())
        return Refusal { QStringLiteral("BAD_REQUEST"), QStringLiteral("The content must be text."), {},
            QStringLiteral("content") };
    const qsizetype length = characters(content.toString().trimmed());
    if ((length < 1 && !withFiles) || length > kMaxMessageCharacters)
        return Refusal { QStringLiteral("BAD_REQUEST"),
            QStringLiteral("A message has 1 to 10,000 characters."), {}, QStringLiteral("content") };
    const QJsonObject object = conversation->json();
    if (object.value(QLatin1String("canSend")).toBool(true))
        return std::nullopt;
    const QString reason = object.value(QLatin1String("cannotSendReason")).toString();
    const QString sentence = reason == QLatin1String("employer_first_message_required")
        ? QStringLiteral("The employer has to write first.")
        : QStringLiteral("This conversation is closed.");
    return Refusal { QStringLiteral("FORBIDDEN"), sentence,
        reason.isEmpty() ? QStringLiteral("conversation_closed") : reason, {} };
}

Record Messaging::sendFromViewer(StoreWriter& writer, const Account& account, const Letter& letter)
{
    // A member writes into the organization's conversation, as themselves.
    const QString& truth = truthAccount(account);
    const std::optional<Record> conversation = m_store.find(truth, kConversation, letter.conversationId);
    Q_ASSERT(conversation);
    const std::optional<Account> holder = m_store.account(truth);
    Draft draft { truth, conversation->json(), account.userId, account.displayName, letter.content.trimmed(),
        letter.mutationId, letter.files, !holder || holder->userId == account.userId };
    const QString unread = QStringLiteral("unreadCount");
    draft.conversation.insert(unread, draft.fromViewer ? 0 : draft.conversation.value(unread).toInt() + 1);
    draft.conversation.insert(QStringLiteral("needsReplyCount"), 0);
    if (!draft.fromViewer)
        addParticipant(draft.conversation, account);
    const Record message = write(writer, draft);
    return m_store.find(account.key, kMessage, message.id).value_or(message);
}

Record Messaging::sendFromEmployer(
    StoreWriter& writer, const QString& accountKey, const Record& conversation, const QString& content)
{
    const std::optional<Account> account = m_store.account(accountKey);
    const QString truth = account ? truthAccount(*account) : accountKey;
    const Record shared = m_store.find(truth, kConversation, conversation.id).value_or(conversation);
    Draft draft { truth, shared.json(), {}, {}, content, {}, {}, false };
    const QJsonObject employer = counterpart(draft.conversation);
    draft.senderId = employer.value(QLatin1String("userId")).toString();
    draft.senderName = employer.value(QLatin1String("displayName")).toString();
    for (const auto& counter : { QStringLiteral("unreadCount"), QStringLiteral("needsReplyCount") })
        draft.conversation.insert(counter, draft.conversation.value(counter).toInt() + 1);
    const bool waitsForEmployer = draft.conversation.value(QLatin1String("cannotSendReason")).toString()
        == QLatin1String("employer_first_message_required");
    if (waitsForEmployer) {
        draft.conversation.insert(QStringLiteral("canSend"), true);
        draft.conversation.insert(QStringLiteral("cannotSendReason"), QJsonValue());
    }
    return write(writer, draft);
}

Record Messaging::write(StoreWriter& writer, const Draft& draft)
{
    const QString id = QStringLiteral("m_x%1").arg(writer.nextNumber());
    const QString now = m_store.clock().tickIso();
    const QString conversationId = draft.conversation.value(QLatin1String("id")).toString();
    const QString jobId = draft.conversation.value(QLatin1String("jobId")).toString();
    const QString contractId = draft.conversation.value(QLatin1String("contractId")).toString();
    const QJsonArray files
        = writeAttachments(m_store, writer, { draft.account, kMessage, id, contractId }, draft.files);
    const QJsonObject message {
        { QStringLiteral("id"), id },
        { QStringLiteral("conversationId"), conversationId },
        { QStringLiteral("jobId"), jsonTextOrNull(jobId) },
        { QStringLiteral("senderUserId"), draft.senderId },
        { QStringLiteral("senderName"), draft.senderName },
        { QStringLiteral("isFromViewer"), draft.fromViewer },
        { QStringLiteral("system"), false },
        { QStringLiteral("hasUnreadFlag"), !draft.fromViewer },
        { QStringLiteral("hasAudio"), false },
        { QStringLiteral("content"), draft.content },
        { QStringLiteral("messageType"), QJsonValue() },
        { QStringLiteral("attachmentCount"), files.size() },
        { QStringLiteral("attachments"), files },
        { QStringLiteral("reactionCount"), 0 },
        { QStringLiteral("reactions"), QJsonArray() },
        { QStringLiteral("mutationId"), jsonTextOrNull(draft.mutationId) },
        { QStringLiteral("editedAt"), QJsonValue() },
        { QStringLiteral("createdAt"), now },
        { QStringLiteral("updatedAt"), now },
    };
    QJsonObject conversation = draft.conversation;
    conversation.insert(QStringLiteral("lastMessage"), lastMessageOf(message));
    conversation.insert(QStringLiteral("updatedAt"), now);
    const Record record = writer.put(draft.account, kMessage, id, message);
    writer.put(draft.account, kConversation, conversationId, conversation);
    writer.addEvent({ draft.account, QStringLiteral("message.received"), id, jobId },
        { { QStringLiteral("conversationId"), conversationId }, { QStringLiteral("messageId"), id } });
    return record;
}

} // namespace ot::sandbox
