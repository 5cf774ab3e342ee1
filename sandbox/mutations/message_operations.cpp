// SPDX-License-Identifier: GPL-3.0-or-later
//
// Messages: written, corrected, taken back, reacted to.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/attachments.h"
#include "sandbox/mutations/emoji.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kEditMilliseconds = 24LL * 60 * 60 * 1000;
constexpr qsizetype kMaxReactions = 20;
constexpr int kMaxIdCharacters = 200;
const QString kConversation = QStringLiteral("Conversation");
const QString kMessage = QStringLiteral("Message");

OperationResult create(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("conversationId", Need::Required, { kMaxIdCharacters });
    arguments.text("content", Need::Required, { kMaxMessageCharacters, 0 });
    readAttachments(arguments);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    QJsonArray files = arguments.valueOf("attachments").toArray();
    const QString conversationId = arguments.textOf("conversationId");
    if (std::optional<Refusal> refusal = call.messaging.check(
            call.session.account, conversationId, arguments.valueOf("content"), !files.isEmpty())) {
        if (!refusal->path.isEmpty())
            refusal->path.prepend(QLatin1String("args."));
        return *refusal;
    }
    if (std::optional<Refusal> refusal = completeFiles(call.store, call.session.account.key, files))
        return *refusal;
    return call.messaging.sendFromViewer(call.writer, call.session.account,
        { conversationId, arguments.textOf("content"), call.mutationId, files });
}

bool isOwn(const OperationCall& call)
{
    const QJsonObject message = call.target->json();
    return memberText(message, "senderUserId") == call.session.account.userId
        && !message.value(QLatin1String("system")).toBool();
}

Refusal notOwn()
{
    return notAllowed(QStringLiteral("not_own"), QStringLiteral("It is not yours."));
}

/// The conversation's last message is what is there now.
void refreshConversation(const OperationCall& call, const QString& owner, const QString& conversationId)
{
    const std::optional<Record> record = call.store.find(owner, kConversation, conversationId);
    if (!record || record->removed)
        return;
    QJsonObject conversation = record->json();
    QJsonObject newest;
    for (const Record& message : call.store.list(owner, kMessage, conversationId)) {
        const QJsonObject object = message.json();
        if (memberText(object, "createdAt") > memberText(newest, "createdAt"))
            newest = object;
    }
    const QJsonValue last = newest.isEmpty() ? QJsonValue() : QJsonValue(lastMessageOf(newest));
    if (conversation.value(QLatin1String("lastMessage")) == last)
        return;
    conversation.insert(QStringLiteral("lastMessage"), last);
    conversation.insert(QStringLiteral("updatedAt"), call.now());
    call.writer.put(owner, kConversation, conversationId, conversation);
}

OperationResult update(const OperationCall& call)
{
    const QJsonObject message = call.target->json();
    const bool withFiles = !message.value(QLatin1String("attachments")).toArray().isEmpty();
    Arguments arguments(call.args);
    arguments.text("content", Need::Required, { kMaxMessageCharacters, withFiles ? 0 : 1 });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!isOwn(call))
        return notOwn();
    const std::optional<qint64> written = parseIsoTime(memberText(message, "createdAt"));
    if (!written || call.store.clock().now() > *written + kEditMilliseconds)
        return notNow(QStringLiteral("too_late"), QStringLiteral("A message can be changed for 24 hours."));
    const Record record = updateTarget(call,
        { { QStringLiteral("content"), arguments.valueOf("content") },
            { QStringLiteral("editedAt"), call.now() } });
    refreshConversation(call, record.account, memberText(message, "conversationId"));
    return record;
}

OperationResult takeBack(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!isOwn(call))
        return notOwn();
    const Record record = removeTarget(call);
    removeAttachments(call.store, call.writer, { record.account, kMessage, call.id });
    refreshConversation(call, record.account, memberText(call.target->json(), "conversationId"));
    return record;
}

bool isClosed(const OperationCall& call)
{
    const auto conversation = visible(call, kConversation, memberText(call.target->json(), "conversationId"));
    return !conversation
        || memberText(*conversation, "cannotSendReason") == QLatin1String("conversation_closed");
}

/// The reactions with one more or one less of that emoji. `mine` is left to the one whose row it is.
QJsonArray counted(QJsonArray reactions, const QString& emoji, int step)
{
    for (qsizetype i = 0; i < reactions.size(); ++i) {
        QJsonObject reaction = reactions.at(i).toObject();
        if (memberText(reaction, "emoji") != emoji)
            continue;
        const int count = reaction.value(QLatin1String("count")).toInt() + step;
        reaction.insert(QStringLiteral("count"), count);
        if (count > 0)
            reactions.replace(i, reaction);
        else
            reactions.removeAt(i);
        return reactions;
    }
    if (step > 0)
        reactions.append(QJsonObject { { QStringLiteral("emoji"), emoji }, { QStringLiteral("count"), 1 },
            { QStringLiteral("mine"), false } });
    return reactions;
}

bool hasReacted(const QJsonObject& message, const QString& emoji)
{
    const QJsonArray reactions = message.value(QLatin1String("reactions")).toArray();
    return std::any_of(reactions.begin(), reactions.end(), [&emoji](const QJsonValue& reaction) {
        return reaction.toObject().value(QLatin1String("emoji")) == emoji
            && reaction.toObject().value(QLatin1String("mine")).toBool();
    });
}

QJsonArray withMine(QJsonArray reactions, const QString& emoji, bool mine)
{
    for (qsizetype i = 0; i < reactions.size(); ++i) {
        QJsonObject reaction = reactions.at(i).toObject();
        if (memberText(reaction, "emoji") != emoji)
            continue;
        reaction.insert(QStringLiteral("mine"), mine);
        reactions.replace(i, reaction);
    }
    return reactions;
}

OperationResult react(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("reaction", Need::Required, { kMaxEmojiCharacters });
    arguments.flag("on", Need::Required);
    const QString emoji = arguments.textOf("reaction");
    if (!emoji.isEmpty() && !isOneEmoji(emoji))
        arguments.fault(QStringLiteral("reaction"), QStringLiteral("must be one emoji"));
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (isClosed(call))
        return notAllowed(
            QStringLiteral("conversation_closed"), QStringLiteral("This conversation is closed."));
    const bool on = arguments.valueOf("on").toBool();
    if (hasReacted(call.target->json(), emoji) == on)
        return *call.target; // as it is already
    const QJsonObject shared = currentOf(call);
    const int step = on ? 1 : -1;
    QJsonArray reactions = counted(shared.value(QLatin1String("reactions")).toArray(), emoji, step);
    if (reactions.size() > kMaxReactions)
        return badMember(QStringLiteral("reaction"), QStringLiteral("There are too many reactions already."));
    const bool ownRow = ownerOf(call) == call.session.account.key;
    if (ownRow)
        reactions = withMine(reactions, emoji, on);
    const int count = std::max(0, shared.value(QLatin1String("reactionCount")).toInt() + step);
    const Record record = updateTarget(
        call, { { QStringLiteral("reactions"), reactions }, { QStringLiteral("reactionCount"), count } });
    if (ownRow)
        return record;
    // Who reacted is seen by themselves only; the others see how many.
    const QString& person = call.session.account.key;
    const std::optional<Record> own = call.store.find(person, kMessage, call.id);
    QJsonObject message = own->json();
    message.insert(QStringLiteral("reactions"),
        withMine(message.value(QLatin1String("reactions")).toArray(), emoji, on));
    return call.writer.put(person, kMessage, call.id, message);
}

} // namespace

const std::vector<Operation>& messageOperations()
{
    static const std::vector<Operation> kOperations {
        { "Message", "create", "messages:write", "", true, create },
        { "Message", "update", "messages:write", "", false, update },
        { "Message", "delete", "messages:write", "", false, takeBack },
        { "Message", "react", "messages:write", "", false, react },
    };
    return kOperations;
}

} // namespace ot::sandbox
