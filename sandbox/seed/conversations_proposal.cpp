// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kTrainerProposalConversationNotes = R"(
# Radiology spans
id: cv_2
kind: proposal
job: helix-spans
proposal: p_6
end: 34
unread: 2
reply: yes
System: Samuel O. shortlisted your proposal.
Samuel: Hello Maria, thank you for the two annotated sample reports. Your notes on hedging are better than our guideline.
Maria: Thank you! “No clear evidence of” and “no evidence of” really are two different things.
pause: 20h
Samuel: They are. Please finish the AI interview by Friday, then we can decide quickly.
Samuel: Could you start on Monday?

# Cooking assistant conversations
id: cv_12
kind: proposal
job: halcyon-cooking
proposal: p_8
end: 21h
closed: employer_first_message_required
)";

const char* const kTrainerSupportNotes = R"(
# Tax form
id: cv_4
kind: support
with: Nia P.
end: 11d
Maria: Hello, I uploaded my W-8BEN a week ago and it still says “in review”.
Nia: Hi Maria, thanks for writing. I can see the form; line 6 is empty. Could you add your Spanish tax number (NIF) there?
Maria: Of course. Is it safe to upload it again from the same page?
Nia: Yes. The page is encrypted, and only the last version is kept.
pause: 18h
Maria: Uploaded again, with line 6 filled in.
file: w-8ben-2026.pdf
Nia: Received. The review takes up to three working days.
pause: 2d
Nia: Your W-8BEN was accepted.
)";

} // namespace ot::sandbox
