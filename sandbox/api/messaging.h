// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a message, whoever writes it and whichever way it came: the message, its conversation and the event
// are one commit.
#pragma once

#include "sandbox/auth.h"
#include "sandbox/mutations/refusal.h"
#include "sandbox/store/store_writer.h"

#include <QJsonArray>

#include <optional>

namespace ot::sandbox {

inline constexpr int kMaxMessageCharacters = 10'000;

class Messaging {
public:
    explicit Messaging(Store& store);

    /// Whether this account may send this text there, which may be empty when files come with it; nothing
    /// when it may.
    std::optional<Refusal> check(const Account& account, const QString& conversationId,
        const QJsonValue& content, bool withFiles = false);

    /// What a user writes. `mutationId` may be empty; `files` are complete (mutations/attachments.h).
    struct Letter {
        QString conversationId;
        QString content;
        QString mutationId {};
        QJsonArray files {};
    };
    /// Writes the account's own message, in the rows of its organization where it has one. check() has
    /// passed.
    Record sendFromViewer(StoreWriter& writer, const Account& account, const Letter& letter);

    /// Writes a message of the other side in the account's conversation, which opens it for answers.
    Record sendFromEmployer(
        StoreWriter& writer, const QString& accountKey, const Record& conversation, const QString& content);

private:
    struct Draft {
        QString account;
        QJsonObject conversation;
        QString senderId;
        QString senderName;
        QString content;
        QString mutationId;
        QJsonArray files;
        bool fromViewer = false;
    };

    Record write(StoreWriter& writer, const Draft& draft);

    Store& m_store;
};

/// `lastMessage` of a conversation, of that message.
[[nodiscard]] QJsonObject lastMessageOf(const QJsonObject& message);

} // namespace ot::sandbox
