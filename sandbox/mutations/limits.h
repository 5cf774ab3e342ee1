// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much may be written. Texts are counted in code points after trimming; capabilities announces them.
#pragma once

#include <QJsonObject>

namespace ot::sandbox {

inline constexpr int kMaxProposalCharacters = 5'000;
inline constexpr int kMaxNoteCharacters = 10'000;
inline constexpr int kMaxTemplateCharacters = 5'000;
inline constexpr int kMaxTicketCharacters = 5'000;
inline constexpr int kMaxReviewCharacters = 2'000;
inline constexpr int kMaxNameCharacters = 200;
inline constexpr int kMaxAttachmentsPerMessage = 10;
inline constexpr int kMaxSavedSearches = 100;
inline constexpr int kMaxTemplates = 100;

/// Adds all of them to `limits` of capabilities.
void announceLimits(QJsonObject& limits);

} // namespace ot::sandbox
