// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A question to the platform's support, all of its messages with it.
struct SupportTicket : RecordBase {
    QString subject;
    QString category; // account, payment, job, privacy, technical, other; open-ended
    QString status; // OPEN, WAITING_ON_YOU, SOLVED, CLOSED; open-ended
    QJsonArray messages; // [{id, authorName, fromSupport, text, at}]
    std::optional<qint64> surveyRating;
    QString surveyComment;
    std::optional<UtcTime> surveyAt;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "SupportTicket", "support_ticket", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("subject", &SupportTicket::subject, facts::kSupport, Trait::Searchable),
            field("category", &SupportTicket::category, facts::kSupport),
            field("status", &SupportTicket::status, facts::kSupport.from(DataSource::MadeByPlatform),
                Trait::Indexed),
            field("messages", &SupportTicket::messages, facts::kSupport, Trait::Searchable),
            field("survey.rating", &SupportTicket::surveyRating, facts::kSurvey, Trait::InOptionalObject),
            field("survey.comment", &SupportTicket::surveyComment, facts::kSurvey, Trait::InOptionalObject),
            field("survey.at", &SupportTicket::surveyAt, facts::kSurvey, Trait::InOptionalObject),
            field("createdAt", &SupportTicket::createdAt, facts::kSupport.from(DataSource::MadeByPlatform)),
            field("updatedAt", &SupportTicket::updatedAt, facts::kSupport.from(DataSource::MadeByPlatform),
                Trait::Indexed));
    }
};

} // namespace ot::storage
