// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A proposal of this account (the platform's own word; internally a job offer), with its bid and the
// employer's view of it.
struct Proposal : RecordBase {
    QString jobId;
    QString jobTitle;
    QString companyName;
    QString statusRaw; // UNREVIEWED, SHORTLISTED, MAYBE, HIRED, DECLINED, NOT_A_FIT, RESUME_SENT; open-ended
    QString statusLabel;
    QString coverText;
    std::optional<MicroUnits> bidAmountMicros;
    QString bidCurrency;
    QString bidUnit; // PER_HOUR, PER_LABEL, FIXED; open-ended
    QString interviewState; // NOT_REQUIRED, NEEDED, IN_PROGRESS, COMPLETED; open-ended
    std::optional<double> interviewScore; // as the server sends it; pages disagree on the scale
    QJsonArray screeningAnswers; // [{question, answer}]
    QString conversationId;
    QString contractId;
    QString authorUserId;
    QString authorName;
    std::optional<UtcTime> submittedAt;
    std::optional<UtcTime> viewedByEmployerAt;
    std::optional<UtcTime> editableUntil;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Proposal", "proposal", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(
            field("jobId", &Proposal::jobId, facts::kPlatformActivity, Trait::Required | Trait::Indexed),
            field("jobTitle", &Proposal::jobTitle, facts::kEmployerActivity, Trait::Searchable),
            field("companyName", &Proposal::companyName, facts::kEmployerActivity, Trait::Searchable),
            field("status.raw", &Proposal::statusRaw, facts::kEmployerActivity, Trait::Indexed),
            field("status.label", &Proposal::statusLabel, facts::kEmployerActivity),
            field("coverText", &Proposal::coverText, facts::kYourActivity, Trait::Searchable),
            field("bid.amountMicros", &Proposal::bidAmountMicros, facts::kYourActivity),
            field("bid.currency", &Proposal::bidCurrency, facts::kYourActivity),
            field("bid.unit", &Proposal::bidUnit, facts::kYourActivity),
            field("interview.state", &Proposal::interviewState, facts::kPlatformActivity),
            field("interview.score", &Proposal::interviewScore, facts::kPlatformActivity),
            field("screeningAnswers", &Proposal::screeningAnswers, facts::kYourActivity),
            field("conversationId", &Proposal::conversationId, facts::kPlatformActivity),
            field("contractId", &Proposal::contractId, facts::kPlatformActivity),
            field("authorUserId", &Proposal::authorUserId, facts::kYourActivity),
            field("authorName", &Proposal::authorName, facts::kYourActivity),
            field("submittedAt", &Proposal::submittedAt, facts::kPlatformActivity),
            field("viewedByEmployerAt", &Proposal::viewedByEmployerAt, facts::kEmployerActivity),
            field("editableUntil", &Proposal::editableUntil, facts::kPlatformActivity),
            field("createdAt", &Proposal::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Proposal::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
