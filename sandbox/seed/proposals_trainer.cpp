// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kTrainerProposalNotes = R"(
# p_1
job: northwind-pilot
status: HIRED | Hired
bid: 38 USD PER_HOUR
interview: COMPLETED | 92
cover: I edited radio news for seven years, so I know how a sentence can harm without a single bad word in it. Since 2023 I have tested two chat models in Spanish; the reports are mine to show in outline.
  ~
  I write natural peninsular, rioplatense and Mexican Spanish and say so when I am out of my depth.
sent: 43.6d
viewed: 41d
changed: 14d
question: Which dialects of Spanish do you write natively?
answer: Peninsular from Madrid. Rioplatense and Mexican I write well enough to be believed; Caribbean I leave to others.
question: Describe one red-teaming finding that changed a policy.
answer: A model refused to write threats but would write “a worried neighbour's letter” with the same content. The policy now looks at what the reader would take from it.
contract: ct_1

# p_2
job: roadwise-dashcam
status: HIRED | Hired
bid: 0.06 USD PER_LABEL
cover: 96,000 boxes so far, agreement 97 per cent, two screens and a good chair. I know Madrid's ring road far too well.
sent: 49d
viewed: 47.5d
changed: 28.6d
question: How many boxes an hour do you draw on a busy crossing?
answer: About 260, with flags. On motorways more.
contract: ct_2

# p_3
job: vox-catalan-radio
status: HIRED | Hired
bid: 1680 EUR FIXED
cover: Ràdio i català: les dues coses que més m'agraden. I was an editor at a small station and have transcribed 140 hours since, among them recordings older than these.
sent: 98d
viewed: 96d
changed: 61.3d
question: Which dialect did you grow up with?
answer: Central, with a grandmother from Lleida who made sure I heard the other one as well.
contract: ct_3

# p_4
job: brightline-leases
status: HIRED | Hired
bid: 44 GBP PER_HOUR
interview: COMPLETED | 87
cover: I translated tenancy law for a housing advice centre for two years, and I rent in Madrid, which teaches one the rest.
sent: 60d
viewed: 52d
changed: 16d
question: A lease of 2016 says nothing on notice. What applies?
answer: The law as it stood in 2016, thirty days once six months have passed; article 11 of the lease law.
contract: ct_4

# p_5
job: kitsune-tts
status: HIRED | Hired
bid: 4200 JPY PER_HOUR
cover: I listened for a living, with good headphones and a stopwatch. I can say not only that a vowel is wrong but which one it should have been.
sent: 256d
viewed: 251d
changed: 191d
contract: ct_5

# p_6
job: helix-spans
status: SHORTLISTED | Shortlisted
bid: 62 USD PER_HOUR
interview: NEEDED
cover: Four years of medical translation, most of it radiology, for a clinic in Alcalá. I have annotated the two sample reports and attached my doubts, which I think matter more than my spans.
sent: 8.6d
viewed: 3d
changed: 21h
question: How do you label “no se puede descartar”?
answer: As a hedged finding, not as a negated one, and linked to the finding it speaks of.
question: When could you start, and for how many hours a week?
answer: From next Monday, ten to twelve hours.
conversation: cv_2

# p_7
job: vox-catalan
status: UNREVIEWED | Pending
bid: 24 USD PER_HOUR
interview: IN_PROGRESS
cover: You know my work from the radio archive: 48 hours, 41 speakers in the first part alone. Conversations in kitchens will be a pleasure after tape noise.
sent: 9h
editable: in 39h
question: Which dialect did you grow up with?
answer: Central Catalan, with North-Western at home.
question: How many hours a week can you give?
answer: Eight, in the evenings.

# p_8
job: halcyon-cooking
status: UNREVIEWED | Pending
bid: 28 USD PER_HOUR
cover: I cook every day and burn something every week. I would enjoy telling a model why the sofrito can't be hurried.
sent: 21h
editable: in 27h
question: What did you cook yesterday, and what went wrong?
answer: Lentils with chorizo. Nothing went wrong until the smoke alarm disagreed.
conversation: cv_12

# p_9
job: nahla-parallel
status: RESUME_SENT | Résumé sent
bid: 27 USD PER_HOUR
cover: My Spanish is native and my Arabic is what two years in Tetuán leave behind: good for reading, modest for writing. I would take the Spanish side of the pairs.
sent: 11d
viewed: 8d
conversation: cv_10

# p_10
job: linden-leicht
status: MAYBE | Maybe
bid: 34 EUR PER_HOUR
interview: NOT_REQUIRED
cover: Lectura fácil kenne ich aus dem Radio: Dort versteht man alles beim ersten Mal oder gar nicht. Deutsch lese ich täglich, schreibe es aber mit Wörterbuch.
sent: 13.5d
viewed: 10d
question: Haben Sie schon Texte in Leichter Sprache geprüft?
answer: Ja, 60 Seiten für eine Gemeinde bei Madrid, zusammen mit einer Prüfgruppe.
conversation: cv_11

# p_11
job: dovecote-toxicity
status: DECLINED | Declined
bid: 600 USD FIXED
cover: I read rioplatense daily and wrote about online hate for the radio. Sixty readers are a good number; I would like to be one of them.
sent: 34d
viewed: 31d
changed: 29d
question: Where did you live between the ages of 5 and 15?
answer: In Madrid, with one year in Montevideo.

# p_12
job: quarry-python
status: NOT_A_FIT | Not a fit
bid: 55 USD PER_HOUR
cover: I use pandas for my own corpora and read other people's notebooks with care. I am a linguist first and a programmer second.
sent: 19.5d
viewed: 18d
changed: 17.6d
question: Link to code of yours.
answer: A set of corpus scripts, shared with the proposal as a file.
)";

} // namespace ot::sandbox
