// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kVendorConversationNotes = R"(
# Sprint planning
id: cv_101
marked: favourite
kind: job
job: castor-nordic
contract: ct_101
with: Elena G.*, Aino K.+
end: 26
unread: 2
reply: yes
System: Your contract “Clinical notes, Swedish” has started.
Elena: Good morning Tobias, good morning Aino. The closed network is open for your eight people from today.
Tobias: Good morning Elena. All eight have logged in. Aino leads the sprints, I answer for everything else.
Aino: Hello! First question: are “u.a.” and “inga tecken till” the same kind of negation for you?
Elena: The same class, but please keep the cue words as separate spans.
pause: 16d
Aino: Sprint 1 is complete: 1,500 notes, agreement 0.87 before and 0.93 after adjudication.
file: sprint-1-report.pdf
Elena: That is better than our own pilot. Approved.
System: Milestone 1 was approved. The payout is on its way.
pause: 18d
Elena: Could sprint 3 take the emergency notes? They are short, but written in a hurry.
Aino: Gladly. We add a class for “written by a relative” if you agree, there are many.
Elena: Agreed.
pause: 19d
Tobias: One of our annotators recognised a neighbour in a note. She stopped at once and I moved the note to another team. I wanted you to hear it from me.
Elena: Thank you for telling me the same day. I will note it for the data officer, without names.
pause: 25d
Aino: Sprint 4 is handed in. Psychiatry is left out, as agreed.
pause: 3d
Elena: I am half through the review. 60 per cent is released already.
System: A payout for milestone 4 is on its way.
pause: 3h
Elena: Two questions on adjudication are in the sheet, rows 14 and 31.
Elena: And could we talk about Finnish on Thursday at ten?
file: adjudication-questions.xlsx

# Winter sequences
id: cv_102
kind: job
job: lumenar-winter
contract: ct_102
with: Henrik V.*, Aino K.+
end: 9h
unread: 1
reply: yes
System: Your contract “Winter LiDAR” has started.
Henrik: Hej Tobias! Roligt att det blev ni. Alla 300 sekvenser ligger uppe.
Tobias: Hej Henrik! Tack för förtroendet. Vi börjar med tio för kalibrering.
Aino: Hej! Ska snörök bakom plogbilen vara ett eget objekt?
Henrik: Nej, ignoreras. Men själva plogen är ett eget objekt, skild från lastbilen.
pause: 17d
Aino: Sekvens 1–60 är klara. Medelöverlapp 0,89.
Henrik: Snyggt. Godkänt.
System: Milestone 1 was approved. The payout is on its way.
pause: 34d
System: Milestone 3 was disputed.
Henrik: We differ on the snow banks: our rule says static objects, yours came back as terrain.
Tobias: The rule changed on the third of the month; sequences 121 to 150 were done before that. I attach both versions.
file: rule-history.pdf
Henrik: Fair. Let me check with the perception team how much has to be redone.
pause: 6d
Henrik: They only need 122 to 131 again, and we pay for it. I will withdraw the dispute tomorrow.

# MT evaluation
id: cv_103
kind: job
job: fjordtale-mt
contract: ct_103
end: 31h
System: Your contract “Swedish and Norwegian MT” has started.
Ingrid: Hei Tobias! Nynorsk også, eller bare bokmål?
Tobias: Begge deler. To av våre seks norske vurderere skriver nynorsk til daglig.
Ingrid: Perfekt!
pause: 11d
Tobias: Calibration is finished. Raters agree on severity in 82 per cent, on the kind of error in 76.
Ingrid: Good enough to start. The kind of error is hard; we see 70 elsewhere.
System: Milestone 1 was approved. The payout is on its way.
pause: 19d
Tobias: 6,000 segments are in. System B invents footnotes, about one in 400 segments.
file: invented-footnotes.csv
Ingrid: Footnotes! That explains an odd complaint from a customer. Thank you.
reactions: 2
System: Milestone 2 was approved. The payout is on its way.
pause: 12d
Ingrid: How is the second half coming along?
Tobias: 35 per cent, on plan. One rater is ill, Petter fills in.

# Baltic shore
id: cv_104
marked: archived
kind: job
job: tidewater-baltic
contract: ct_104
end: 95.5d
closed: conversation_closed
System: Your contract “Baltic shore” has started.
Grace: Welcome! Tiles run from west to east, so you begin with your own islands.
Tobias: Half the office has a boat house in tile 12. We will try to be fair.
pause: 22d
Tobias: Stockholm is done: 42,000 objects, most of them jetties, some of them hopes.
Grace: 😄 Approved, hopes included.
System: Milestone 1 was approved. The payout is on its way.
pause: 25d
Grace: Your bank returned the second payout: the account is in your own name, not the organisation's.
Tobias: Changed. The new account is in the name of Polaris Annotation AB.
pause: 24d
Grace: All three parts are live on the map. It was a pleasure.
Tobias: For us as well. See you on the water.
System: The contract has ended. This conversation is closed.

# Radiology spans
id: cv_105
kind: proposal
job: helix-spans
proposal: p_104
with: Samuel O.*, Aino K.+
end: 27h
System: Samuel O. shortlisted your proposal.
Samuel: Hello Aino, hello Tobias. Could your team label one sample report each, five in all?
Aino: Of course. You have them tomorrow morning.
pause: 17h
Aino: Here they are, with a page on where the five differ.
file: helix-sample-reports.zip
Samuel: The page on differences is the most useful thing I have read this week. One of you still has to do the AI interview.
Tobias: I will do it on Wednesday.

# Leichte Sprache
id: cv_106
kind: proposal
job: linden-leicht
proposal: p_108
end: 9.2d
Katrin: Guten Tag Herr Lindqvist, eine Prüfgruppe in Lübeck ist ein starkes Argument. Lesen dort auch Menschen mit, die Spanisch sprechen?
Tobias: Guten Tag Frau B., zwei von neun, ja. Für die spanischen Texte würden wir eine zweite Gruppe in Valencia dazunehmen.
Katrin: Wunderbar. Wir melden uns Anfang Dezember.
)";

} // namespace ot::sandbox
