// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_bubble.h"

#include "models/display_text.h"

#include <QJsonObject>

namespace ot::models {

using storage::Message;
using storage::OutboxEntry;
using storage::OutboxState;
using storage::Stored;

namespace {

constexpr qsizetype kMostAttachments = 20;

void setText(MessageBubble& bubble, const QString& content)
{
    const CleanedText cleaned = body(content);
    bubble.text = cleaned.text;
    bubble.cut = cleaned.cut;
    if (cleaned.cut)
        bubble.fullText = content;
    bubble.links = findLinks(bubble.text);
}

QStringList attachmentsOf(const Message& message, const Formatter& formatter)
{
    QStringList shown;
    for (const QJsonValue& value : message.attachments) {
        if (shown.size() == kMostAttachments)
            break;
        const QJsonObject attachment = value.toObject();
        QString name = oneLine(attachment.value(QLatin1String("fileName")).toString(), 80);
        if (name.isEmpty())
            name = QCoreApplication::translate("MessageBubble", "File without a name");
        const double bytes = attachment.value(QLatin1String("byteCount")).toDouble(-1);
        if (bytes >= 0 && bytes < 1e15)
            name = isolated(name) + QStringLiteral(" · ") + formatter.byteSize(static_cast<qint64>(bytes));
        shown.append(name);
    }
    return shown;
}

} // namespace

MessageBubble bubbleOf(const Stored<Message>& stored, const Formatter& formatter)
{
    const Message& message = stored.record;
    MessageBubble bubble;
    bubble.row = stored.row;
    bubble.id = message.id;
    bubble.mutationId = message.mutationId;
    bubble.senderId = message.senderUserId;
    bubble.senderName = oneLine(message.senderName, 80);
    bubble.attachments = attachmentsOf(message, formatter);
    bubble.time = message.createdAt.value_or(storage::UtcTime {});
    bubble.mine = message.isFromViewer;
    bubble.system = message.isSystem;
    bubble.edited = message.editedAt.has_value();
    bubble.unread = message.hasUnreadFlag && !message.isFromViewer;
    setText(bubble, message.content);
    return bubble;
}

MessageBubble bubbleOf(const OutboxEntry& entry)
{
    MessageBubble bubble;
    bubble.mutationId = entry.mutationId;
    bubble.time = entry.createdAt;
    bubble.mine = true;
    switch (entry.state) {
    case OutboxState::Queued:
        bubble.state = SendState::Waiting;
        break;
    case OutboxState::Sending:
        bubble.state = SendState::Sending;
        break;
    case OutboxState::Rejected:
    case OutboxState::Conflict:
        bubble.state = SendState::Refused;
        bubble.fault = oneLine(entry.faultMessage);
        break;
    }
    setText(bubble, entry.args.value(QLatin1String("content")).toString());
    return bubble;
}

} // namespace ot::models
