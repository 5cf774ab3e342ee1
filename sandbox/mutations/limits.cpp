// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/limits.h"

namespace ot::sandbox {

void announceLimits(QJsonObject& limits)
{
    limits.insert(QStringLiteral("proposalCharacters"), kMaxProposalCharacters);
    limits.insert(QStringLiteral("noteCharacters"), kMaxNoteCharacters);
    limits.insert(QStringLiteral("templateCharacters"), kMaxTemplateCharacters);
    limits.insert(QStringLiteral("ticketCharacters"), kMaxTicketCharacters);
    limits.insert(QStringLiteral("reviewCharacters"), kMaxReviewCharacters);
    limits.insert(QStringLiteral("nameCharacters"), kMaxNameCharacters);
    limits.insert(QStringLiteral("attachmentsPerMessage"), kMaxAttachmentsPerMessage);
    limits.insert(QStringLiteral("savedSearches"), kMaxSavedSearches);
    limits.insert(QStringLiteral("templates"), kMaxTemplates);
}

} // namespace ot::sandbox
