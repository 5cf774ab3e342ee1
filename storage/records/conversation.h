// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A conversation the account takes part in: proposal messages, job messages, a job channel or support.
struct Conversation : RecordBase {
    QString type; // DIRECT_MESSAGE, CHANNEL; open-ended
    QString bucket; // proposal, job, support; open-ended
    QString jobId;
    QString proposalId;
    QString contractId;
    QString channelName;
    QString title;
    QString companyName;
    QString counterpartName; // first name and initial, as the platform masks names
    QJsonArray participants; // [{userId, displayName, role}]
    QString lastMessageId;
    QString lastMessageContent;
    QString lastMessageSenderUserId;
    bool lastMessageIsFromViewer = false;
    std::optional<UtcTime> lastMessageCreatedAt;
    qint64 unreadCount = 0;
    qint64 needsReplyCount = 0;
    bool canSend = false;
    QString cannotSendReason; // employer_first_message_required, conversation_closed; open-ended
    bool muted = false;
    bool archived = false;
    bool favourite = false;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Conversation", "conversation", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("type", &Conversation::type, facts::kPlatformActivity),
            field("bucket", &Conversation::bucket, facts::kPlatformActivity, Trait::Indexed),
            field("jobId", &Conversation::jobId, facts::kPlatformActivity),
            field("proposalId", &Conversation::proposalId, facts::kPlatformActivity),
            field("contractId", &Conversation::contractId, facts::kPlatformActivity),
            field("channelName", &Conversation::channelName, facts::kEmployerActivity, Trait::Searchable),
            field("title", &Conversation::title, facts::kEmployerActivity, Trait::Searchable),
            field("companyName", &Conversation::companyName, facts::kEmployerActivity, Trait::Searchable),
            field("counterpartName", &Conversation::counterpartName, facts::kEmployerActivity,
                Trait::Searchable),
            field("participants", &Conversation::participants, facts::kEmployerActivity),
            field("lastMessage.id", &Conversation::lastMessageId, facts::kPlatformActivity),
            field("lastMessage.content", &Conversation::lastMessageContent, facts::kEmployerActivity),
            field(
                "lastMessage.senderUserId", &Conversation::lastMessageSenderUserId, facts::kPlatformActivity),
            field(
                "lastMessage.isFromViewer", &Conversation::lastMessageIsFromViewer, facts::kPlatformActivity),
            field("lastMessage.createdAt", &Conversation::lastMessageCreatedAt, facts::kPlatformActivity,
                Trait::Indexed),
            field("unreadCount", &Conversation::unreadCount, facts::kPlatformActivity),
            field("needsReplyCount", &Conversation::needsReplyCount, facts::kPlatformActivity),
            field("canSend", &Conversation::canSend, facts::kPlatformActivity),
            field("cannotSendReason", &Conversation::cannotSendReason, facts::kPlatformActivity),
            field("muted", &Conversation::muted, facts::kPrivateActivity),
            field("archived", &Conversation::archived, facts::kPrivateActivity, Trait::Indexed),
            field("favourite", &Conversation::favourite, facts::kPrivateActivity),
            field("createdAt", &Conversation::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Conversation::updatedAt, facts::kPlatformActivity, Trait::Indexed));
    }
};

} // namespace ot::storage
