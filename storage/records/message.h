// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// One message of a conversation. Plain text of 1 to 10,000 characters.
struct Message : RecordBase {
    QString conversationId;
    QString jobId;
    QString senderUserId;
    QString senderName;
    bool isFromViewer = false;
    bool isSystem = false; // written by the platform, not by a person
    bool hasUnreadFlag = false;
    bool hasAudio = false;
    QString content;
    QString messageType;
    qint64 attachmentCount = 0;
    QJsonArray attachments; // [{id, sha256, fileName, mediaType, byteCount}]
    qint64 reactionCount = 0;
    QJsonArray reactions; // [{emoji, count, mine}]
    QString mutationId; // the mutation it was sent by, when it came from a client
    std::optional<UtcTime> editedAt;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Message", "message", "createdAt", "conversationId" };

    static consteval auto fields()
    {
        return std::make_tuple(field("conversationId", &Message::conversationId, facts::kPlatformActivity,
                                   Trait::Required | Trait::Indexed),
            field("jobId", &Message::jobId, facts::kPlatformActivity),
            field("senderUserId", &Message::senderUserId, facts::kPlatformActivity, Trait::Indexed),
            field("senderName", &Message::senderName, facts::kEmployerActivity, Trait::Searchable),
            field("isFromViewer", &Message::isFromViewer, facts::kPlatformActivity),
            field("system", &Message::isSystem, facts::kPlatformActivity),
            field("hasUnreadFlag", &Message::hasUnreadFlag, facts::kPlatformActivity),
            field("hasAudio", &Message::hasAudio, facts::kPlatformActivity),
            field("content", &Message::content, facts::kEmployerActivity, Trait::Searchable),
            field("messageType", &Message::messageType, facts::kPlatformActivity),
            field("attachmentCount", &Message::attachmentCount, facts::kPlatformActivity),
            field("attachments", &Message::attachments, facts::kEmployerActivity),
            field("reactionCount", &Message::reactionCount, facts::kPlatformActivity),
            field("reactions", &Message::reactions, facts::kEmployerActivity),
            field("mutationId", &Message::mutationId, facts::kYourActivity.from(DataSource::ThisDevice),
                Trait::Indexed),
            field("editedAt", &Message::editedAt, facts::kPlatformActivity),
            field("createdAt", &Message::createdAt, facts::kPlatformActivity, Trait::Required),
            field("updatedAt", &Message::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
