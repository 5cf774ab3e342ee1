// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "models/link_finder.h"
#include "storage/outbox.h"
#include "storage/records/message.h"

#include <QMetaType>

#include <vector>

namespace ot::models {

// How far a message has come.
enum class SendState {
    Delivered, // a server row
    Waiting, // in the outbox; can be undone
    Sending,
    Refused, // stays until the user decides
};

// One message as it is shown: a server row, or an entry that waits to become one. Texts are cleaned.
struct MessageBubble {
    qint64 row = 0; // the server row's place; 0 for a waiting entry
    QString id; // the server's id; empty for a waiting entry
    QString mutationId; // of the user's own messages sent from a client
    QString senderId;
    QString senderName;
    QString text;
    bool cut = false; // longer than is laid out; fullText has all of it
    QString fullText; // only when cut
    std::vector<LinkSpan> links; // in text
    QStringList attachments; // "guideline-v7.pdf · 1.2 MB"
    storage::UtcTime time;
    bool mine = false;
    bool system = false;
    bool edited = false;
    bool unread = false;
    SendState state = SendState::Delivered;
    QString fault; // why it was refused

    // The same before and after it was delivered, so that nothing jumps when it is.
    [[nodiscard]] const QString& key() const { return mutationId.isEmpty() ? id : mutationId; }
    [[nodiscard]] bool pending() const { return state != SendState::Delivered; }
    [[nodiscard]] const QString& wholeText() const { return cut ? fullText : text; }

    friend bool operator==(const MessageBubble&, const MessageBubble&) = default;
};

[[nodiscard]] MessageBubble bubbleOf(
    const storage::Stored<storage::Message>& stored, const Formatter& formatter);
[[nodiscard]] MessageBubble bubbleOf(const storage::OutboxEntry& entry);

} // namespace ot::models
