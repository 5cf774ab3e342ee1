// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// An interview for a proposal or a job, held on a page of the platform, and its transcript.
struct Interview : RecordBase {
    QString proposalId;
    QString jobId;
    QString jobTitle;
    QString companyName;
    QString state; // NEEDED, IN_PROGRESS, COMPLETED, EXPIRED; open-ended
    QString url; // the hosted page; opened in the browser only
    qint64 questionCount = 0;
    qint64 answeredCount = 0;
    qint64 minutesEstimated = 0;
    std::optional<double> score; // 0 to 100
    QString summary;
    QJsonArray transcript; // [{role, text, at}]
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> completedAt;
    std::optional<UtcTime> expiresAt;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Interview", "interview", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("proposalId", &Interview::proposalId, facts::kInterview, Trait::Indexed),
            field("jobId", &Interview::jobId, facts::kInterview, Trait::Indexed),
            field("jobTitle", &Interview::jobTitle, facts::kInterview.from(DataSource::GivenByEmployer),
                Trait::Searchable),
            field("companyName", &Interview::companyName, facts::kInterview.from(DataSource::GivenByEmployer),
                Trait::Searchable),
            field("state", &Interview::state, facts::kInterview.from(DataSource::MadeByPlatform),
                Trait::Indexed),
            field("url", &Interview::url, facts::kInterview.from(DataSource::MadeByPlatform)),
            field("questionCount", &Interview::questionCount,
                facts::kInterview.from(DataSource::MadeByPlatform)),
            field("answeredCount", &Interview::answeredCount,
                facts::kInterview.from(DataSource::MadeByPlatform)),
            field("minutesEstimated", &Interview::minutesEstimated,
                facts::kInterview.from(DataSource::MadeByPlatform)),
            field("score", &Interview::score, facts::kInterview.from(DataSource::MadeByPlatform)),
            field("summary", &Interview::summary, facts::kInterview.from(DataSource::MadeByPlatform),
                Trait::Searchable),
            field("transcript", &Interview::transcript, facts::kInterview, Trait::Searchable),
            field("startedAt", &Interview::startedAt, facts::kInterview.from(DataSource::MadeByPlatform)),
            field("completedAt", &Interview::completedAt, facts::kInterview.from(DataSource::MadeByPlatform)),
            field("expiresAt", &Interview::expiresAt, facts::kInterview.from(DataSource::MadeByPlatform)),
            field("createdAt", &Interview::createdAt, facts::kInterview.from(DataSource::MadeByPlatform)),
            field("updatedAt", &Interview::updatedAt, facts::kInterview.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
