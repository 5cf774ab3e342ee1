// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a message, whoever writes it and whichever way it came: the message, its conversation and the event
// are one commit.
#pragma once

#include "sandbox/auth.h"
#include "sandbox/mutations/refusal.h"
#include "sandbox/store/store_writer.h"

#include <optional>

namespace ot::sandbox {

inline constexpr int kMaxMessageCharacters = 10'000;

class Messaging {
public:
    explicit Messaging(Store& store);

    /// Whether this account may send this text there; nothing when it may.
    std::optional<Refusal> check(
        const Account& account, const QString& conversationId, const QJsonValue& content);

    /// Writes the account's own message. `mutationId` may be empty. check() has passed.
    Record sendFromViewer(StoreWriter& writer, const Account& account, const QString& conversationId,
        const QString& content, const QString& mutationId);

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
        bool fromViewer = false;
    };

    Record write(StoreWriter& writer, const Draft& draft);

    Store& m_store;
};

} // namespace ot::sandbox
