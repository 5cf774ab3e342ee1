// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sandbox's own policies, in the notation of seed/notes.h: a card a section, its number as the title. The
// numbers are those of the platform's policy, so that whatever names a section finds it; the words are ours.
#pragma once

namespace ot::sandbox {

/// The privacy policy of 4 January 2026, whole: sections 1 to 5, and 6 to 16.
extern const char* const kPrivacyPolicyFirstHalf;
extern const char* const kPrivacyPolicySecondHalf;
/// What the one of 1 October 2026 says otherwise: whole sections, which replace those of the same number.
extern const char* const kPrivacyPolicyOctober;
extern const char* const kCookiePolicy;

} // namespace ot::sandbox
