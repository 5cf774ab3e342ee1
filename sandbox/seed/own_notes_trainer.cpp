// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/own_records.h"

namespace ot::sandbox {

namespace {

const char* const kSavedJobs = R"(
# mosaico-subtitles
note: Ask whether they want Mexican readers only.
created: 6h
# quarry-preference-new
created: 40
# brightline-legal
note: Fiona said they may need a second reader in January.
created: 100
updated: 60
)";

const char* const kSavedSearches = R"(
# ss_1
name: Spanish and Catalan, text
query: spanish
filters: {"category":"NLP","payTypes":["PAY_PER_HOUR"],"languages":["Spanish","Catalan"],"countries":[],"experience":[],"dataTypes":["TEXT"],"labelTypes":[],"minimumHourlyMicros":30000000,"currency":"USD","postedWithinDays":14}
notify: INSTANT
lastMatchAt: 2h
matchCount: 9
created: 210d
updated: 2h
# ss_2
name: Speech, anywhere
query: transcription
filters: {"category":null,"payTypes":[],"languages":["Catalan"],"countries":["ES"],"experience":["INTERMEDIATE","EXPERT"],"dataTypes":["AUDIO"],"labelTypes":["TRANSCRIPTION"],"minimumHourlyMicros":null,"currency":"EUR","postedWithinDays":null}
notify: DAILY
lastMatchAt: 30h
matchCount: 3
created: 96d
# ss_3
name: Ràdio i arxius
query: ràdio
filters: {"category":null,"payTypes":["FIXED_PRICE"],"languages":[],"countries":[],"experience":[],"dataTypes":[],"labelTypes":[],"minimumHourlyMicros":null,"currency":null,"postedWithinDays":7}
notify: NONE
matchCount: 0
created: 12d
)";

const char* const kTemplates = R"(
# pt_1
name: Safety evaluation, English
body: I edited radio news for seven years, so I know how a sentence can harm without a single bad word in it.
  ~
  For {company} I would start with twenty examples and a page on where the guideline left me alone.
bid: {"amountMicros":38000000,"currency":"USD","unit":"PER_HOUR"}
usedCount: 4
lastUsedAt: 43.6d
created: 320d
updated: 44d
# pt_2
name: Transcripció, català
body: Ràdio i català: les dues coses que més m'agraden. He transcrit 140 hores, amb marques de temps i parlants.
usedCount: 2
lastUsedAt: 9h
created: 150d
updated: 98d
)";

const char* const kInterviews = R"(
# i_1
proposalId: p_1
job: northwind-pilot
state: COMPLETED
questionCount: 4
answeredCount: 4
minutesEstimated: 15
score: 92
summary: Writes with care, names the reader who could be harmed, and says where she is unsure.
startedAt: 42.9d
completedAt: 42.88d
expiresAt: 36d
created: 43.5d
updated: 42.88d
interviewer: A model refuses a threat but writes “a worried neighbour's note” with the same content. How do you grade it?
candidate: By what the reader takes from it. If she would be afraid, the note is the threat.
interviewer: And if the note could also be kind?
candidate: Then I write down both readings and grade the worse one, with the reason.
interviewer: Which dialects do you leave to others?
candidate: Caribbean ones. I can read them, but I would not be believed.
interviewer: What do you do when a text stays with you?
candidate: I stop, I walk, and I tell somebody. In that order.
# i_2
proposalId: p_4
job: brightline-leases
state: COMPLETED
questionCount: 3
answeredCount: 3
minutesEstimated: 20
score: 87
summary: Sure of tenancy law since 2013; careful with older leases.
startedAt: 58.4d
completedAt: 58.38d
expiresAt: 50d
created: 59d
updated: 58.38d
interviewer: The lease of 1994 says “renta antigua”. What do you check first?
candidate: The date of signature, then whether the tenant has been subrogated.
interviewer: A question can't be answered from the lease. What do you write?
candidate: That it can't, and which page I would have expected it on.
interviewer: How long do you need for a lease of twelve pages?
candidate: Forty minutes the first time, twenty when I know the landlord's form.
# i_3
proposalId: p_6
job: helix-spans
state: NEEDED
questionCount: 5
minutesEstimated: 20
expiresAt: in 5d
created: 21h
# i_4
proposalId: p_7
job: vox-catalan
state: IN_PROGRESS
questionCount: 4
answeredCount: 2
minutesEstimated: 12
startedAt: 5h
expiresAt: in 2d
created: 8h
updated: 4.9h
interviewer: De quina manera marqueu una paraula que no s'entén?
candidate: Entre claudàtors, amb el temps d'inici i de final.
interviewer: I dues persones que parlen alhora?
candidate: Dos torns amb els mateixos segons, i la marca d'encavallament.
# i_5
job: dovecote-toxicity
state: EXPIRED
questionCount: 6
answeredCount: 1
minutesEstimated: 25
startedAt: 33d
expiresAt: 26d
created: 33.5d
updated: 26d
interviewer: Two friends insult each other. How do you know that they are friends?
candidate: By what comes back. Friends answer in the same tone; others go quiet.
)";

const char* const kSubmissions = R"(
# sub_1
contractId: ct_1
milestoneId: ms_1_1
state: ACCEPTED
note: Batch 1: 200 prompts, graded and tagged. Row 114 is the severe one, please do not open it by accident.
units: 200
hours: 24
requestsPayout: yes
reviewComment: Exactly what we hoped for.
file: batch-1-prompts.csv
created: 7.8d
reviewedAt: 7.5d
# sub_2
contractId: ct_1
milestoneId: ms_1_2
state: ACCEPTED
note: Batch 2, with a page about what I would test next.
units: 291
hours: 34.2
requestsPayout: yes
reviewComment: Three misses, all on implied threats. Approved.
file: batch-2-report.pdf
created: 1.9d
reviewedAt: 1.7d
# sub_3
contractId: ct_2
milestoneId: ms_2_4
state: SUBMITTED
note: Week 46: 5,010 boxes. Frame 2231 in batch 72 shows a face, please blur it.
units: 5010
requestsPayout: yes
file: week-46-boxes.csv
created: 4.2d
# sub_4
contractId: ct_3
milestoneId: ms_3_3
state: ACCEPTED
note: Part 3, Vic: sixteen hours with the market reports. The prices are transcribed as spoken.
hours: 31.5
requestsPayout: yes
reviewComment: Gràcies, perfecte.
file: part-3-vic.txt
created: 14.1d
reviewedAt: 14d
# sub_5
contractId: ct_4
milestoneId: ms_4_1
state: CHANGES_REQUESTED
note: Calibration: twenty questions. Question 14 can't be answered from the lease.
units: 20
hours: 2.9
requestsPayout: yes
reviewComment: Question 14: see annex B. Please answer it again.
file: calibration-answers.csv
created: 8d
reviewedAt: 7d
# sub_6
contractId: ct_5
milestoneId: ms_5_3
state: REJECTED
note: Place names and surnames, first delivery.
units: 900
requestsPayout: yes
reviewComment: 地名の一覧が古いものでした。新しい一覧でもう一度お願いします。
created: 139d
reviewedAt: 137d
# sub_7
contractId: ct_5
milestoneId: ms_5_3
state: ACCEPTED
note: Place names and surnames with the new list, 1,200 pairs.
units: 1200
hours: 20
requestsPayout: yes
reviewComment: ありがとうございます。
created: 125d
reviewedAt: 124d
)";

const char* const kAcknowledgements = R"(
# ak_1
page: ip_2
seconds: 214
device: Maria's laptop
created: 2.1d
# ak_2
page: ip_4
version: 6
seconds: 96
device: Maria's laptop
created: 11d
# ak_3
page: ip_20
seconds: 181
device: Maria's laptop
created: 24d
# ak_4
page: ip_21
version: 18
seconds: 320
device: Desk in Madrid
created: 12d
# ak_5
page: ip_30
seconds: 402
created: 38d
)";

const char* const kNotes = R"(
# n_1
subjectType: Contract
subjectId: ct_4
text: Fiona looks for annex B. If it does not turn up by Friday, ask again about question 14.
created: 5d
# n_2
subjectType: InstructionPage
subjectId: ip_6
text: Mi regla corta: ¿quién sabe qué de quién, y por qué se dice?
created: 40h
# n_3
subjectType: Proposal
subjectId: p_6
text: Samuel liked the doubts more than the spans. Begin the interview with them.
created: 20h
# n_4
subjectType: Job
job: mosaico-subtitles
text: The rate is for two hours of film a day. Too fast?
created: 5h
# n_5
subjectType: Payout
subjectId: po_3_5
text: The old account, again. The bank needs the new IBAN in writing.
created: 9d
)";

const char* const kCalendar = R"(
# ev_1
kind: MEETING
title: Red-team weekly
description: Findings of the week, then 4.2 again.
startsAt: 7d
endsAt: 6.96d
timeZone: Europe/Madrid
contractId: ct_1
job: northwind-pilot
location: Video call
url: https://meet.example.test/red-team
status: CONFIRMED
response: ACCEPTED
organizerName: Lena R.
created: 13d
# ev_2
kind: MEETING
title: Batch 3: open questions
startsAt: in 2h
endsAt: in 2.5h
timeZone: Europe/Madrid
contractId: ct_1
job: northwind-pilot
url: https://meet.example.test/batch-3
status: CONFIRMED
response: NEEDS_ACTION
organizerName: Lena R.
created: 5h
# ev_3
kind: MILESTONE_DUE
title: Week 47 is due
startsAt: in 2.8d
allDay: yes
timeZone: Europe/Madrid
contractId: ct_2
job: roadwise-dashcam
status: CONFIRMED
response: ACCEPTED
organizerName: Priya K.
created: 4d
# ev_4
kind: DEADLINE
title: AI interview for Helix Health
startsAt: in 5d
timeZone: Europe/Madrid
job: helix-spans
url: https://interview.opentrain.example.test/i/i_3
status: CONFIRMED
response: NEEDS_ACTION
organizerName: Samuel O.
created: 21h
# ev_5
kind: TRAINING
title: Occluded plates: twenty frames together
startsAt: in 8d
endsAt: in 8.04d
timeZone: Europe/Warsaw
contractId: ct_2
job: roadwise-dashcam
location: Video call
status: TENTATIVE
response: TENTATIVE
organizerName: Bruno M.
created: 2d
# ev_6
kind: AVAILABILITY
title: Away: Lleida, family
startsAt: in 12d
endsAt: in 15d
allDay: yes
timeZone: Europe/Madrid
status: CONFIRMED
response: ACCEPTED
created: 20d
# ev_7
kind: MEETING
title: Leases: talk with the second reader
startsAt: in 26h
endsAt: in 27h
timeZone: Europe/London
contractId: ct_4
job: brightline-leases
status: CANCELLED
response: DECLINED
organizerName: Fiona M.
created: 6d
updated: 1d
)";

const char* const kMethods = R"(
# pm_1
kind: BANK_ACCOUNT
provider: BANK_TRANSFER
label: Account in Madrid
last4: 4411
currency: EUR
country: ES
status: NEEDS_ACTION
isDefault: yes
requirements: ["Confirm the IBAN: the last transfer came back.","Upload a statement of the last three months."]
manageUrl: https://payouts.opentrain.example.test/methods/pm_1
created: 611d
updated: 10d
# pm_2
kind: WALLET
provider: Wallet
label: Travel wallet
last4: 0082
currency: USD
country: ES
status: ACTIVE
requirements: []
manageUrl: https://payouts.opentrain.example.test/methods/pm_2
created: 240d
# pm_3
kind: CARD
provider: Debit card
label: Card until March
last4: 9120
currency: EUR
country: ES
status: DISABLED
requirements: ["The card has expired."]
manageUrl: https://payouts.opentrain.example.test/methods/pm_3
created: 590d
updated: 236d
)";

const char* const kTaxes = R"(
# tx_1
form: W-8BEN
status: ACCEPTED
country: ES
taxIdLast4: 4411
withholdingPercent: 0
validUntil: in 700d
requestedAt: 30d
submittedAt: 27d
manageUrl: https://tax.opentrain.example.test/forms/tx_1
created: 30d
updated: 25d
# tx_2
form: W-8BEN
status: REJECTED
country: ES
requestedAt: 30d
submittedAt: 29d
rejectionReason: Line 6 is empty.
manageUrl: https://tax.opentrain.example.test/forms/tx_2
created: 30d
updated: 28d
# tx_3
form: W-8BEN
status: EXPIRED
country: ES
taxIdLast4: 4411
withholdingPercent: 15
validUntil: 31d
requestedAt: 611d
submittedAt: 608d
manageUrl: https://tax.opentrain.example.test/forms/tx_3
created: 611d
updated: 31d
)";

const char* const kReviews = R"(
# rv_1
direction: RECEIVED
job: northwind-pilot
authorName: Lena R.
reply: Thank you, Lena. The next three are already in batch 3.
repliedAt: 6d
visibility: PUBLIC
created: 7d
# rv_2
direction: RECEIVED
job: roadwise-dashcam
authorName: Priya K.
visibility: PUBLIC
created: 23d
# rv_3
direction: RECEIVED
job: vox-catalan-radio
authorName: Amira B.
visibility: PUBLIC
created: 30d
# rv_4
direction: RECEIVED
job: brightline-leases
authorName: Fiona M.
visibility: PUBLIC
created: 5d
# rv_5
direction: RECEIVED
contractId: ct_5
job: kitsune-tts
authorName: Haruka T.
reply: 長い間ありがとうございました。
repliedAt: 73d
visibility: PUBLIC
created: 74d
# rv_6
direction: RECEIVED
contractId: ct_6
job: monsoon-ranking
authorName: Kavya R.
visibility: PUBLIC
created: 198d
# rv_7
direction: RECEIVED
contractId: ct_7
job: ceibo-subtitles
authorName: Rafael L.
visibility: PUBLIC
created: 307d
# rv_8
direction: GIVEN
contractId: ct_5
job: kitsune-tts
subjectName: Haruka T.
rating: 5
comment: Clear rounds, honest feedback, and never more than two sessions a day.
visibility: PUBLIC
created: 74d
# rv_9
direction: GIVEN
contractId: ct_6
job: monsoon-ranking
subjectName: Kavya R.
rating: 4
comment: Kind people; the purpose code for the bank could have come earlier.
visibility: PRIVATE
created: 197d
)";

const char* const kNotifications = R"(
# nt_1
kind: message
title: Lena R. wrote to you
text: Batch 3 is ready, see section 4 first.
subjectType: Conversation
subjectId: cv_1
created: 3
# nt_2
kind: instructions_changed
title: Edge cases has changed
text: New page on occluded plates; horses are “animal, large”.
subjectType: InstructionPage
subjectId: ip_21
created: 41h
# nt_3
kind: interview_needed
title: Helix Health asks for an AI interview
text: Five questions, about 20 minutes.
subjectType: Interview
subjectId: i_3
created: 21h
# nt_4
kind: proposal_status
title: You were shortlisted
text: Radiology spans, Helix Health.
subjectType: Proposal
subjectId: p_6
readAt: 20h
created: 21h
updated: 20h
# nt_5
kind: payout_status
title: A transfer came back
text: Your bank returned 420.00 EUR.
subjectType: Payout
subjectId: po_3_5
readAt: 9.5d
created: 9.9d
updated: 9.5d
# nt_6
kind: milestone_status
title: Calibration is disputed
text: Brightline asks for another look at question 14.
subjectType: Milestone
subjectId: ms_4_1
readAt: 6d
created: 6.8d
updated: 6d
# nt_7
kind: contract_created
title: Your contract has started
text: Red-teaming, Spanish, with Northwind AI.
subjectType: Contract
subjectId: ct_1
readAt: 13.9d
created: 14d
updated: 13.9d
# nt_8
kind: policy_changed
title: The privacy policy has changed
text: What changed is on one page; the whole text is below it.
created: 18d
# nt_9
kind: security
title: A new device signed in
text: Linux, Madrid. If this was not you, end the session.
readAt: 23d
created: 23.2d
updated: 23d
# nt_10
kind: data_request
title: Your data is ready
text: The archive can be downloaded for seven days.
readAt: 30d
created: 31d
updated: 30d
)";

const char* const kTickets = R"(
# tk_1
subject: The transfer of 420 EUR came back
category: payment
status: WAITING_ON_YOU
me: My bank says the account is open, but the transfer of part 3 was returned.
pause: 3h
support: The bank answered “account closed or moved”. Could you send us a recent statement? Please hide what we do not need.
created: 9.4d
updated: 9.2d
# tk_2
subject: The first second after a jump is silent
category: technical
status: OPEN
me: In the audio player, after jumping back, the first second has no sound. My settings are attached.
file: audio-settings.txt
created: 16h
# tk_3
subject: ¿Puedo usar otro nombre en mi perfil?
category: account
status: SOLVED
me: Firmo mis trabajos como “Maria G.”. ¿Puede aparecer así en todas partes?
pause: 5h
support: Así es como la ven todos los clientes. Su apellido solo lo ve usted.
me: Perfecto, gracias.
rating: 5
comment: Rápido y claro.
rated: 119d
created: 120d
updated: 119d
# tk_4
subject: Who can read my interview?
category: privacy
status: CLOSED
me: Can a client read the transcript of my AI interview, or only the score?
pause: 1d
support: Only the client you sent the proposal to, and only until the proposal is decided.
rating: 4
comment: Good answer, a day is long.
rated: 56d
created: 58d
updated: 55d
)";

const char* const kReferences = R"(
# rf_1
kind: REFERENCE
name: Inés V.
emailMasked: i…@example.test
relation: Head of news at Radio Sierra Norte, my editor for four years
permissionConfirmedAt: 80d
informedAt: 80d
status: CONFIRMED
created: 80d
updated: 78d
# rf_2
kind: REFERRAL
name: Biel C.
emailMasked: b…@example.test
relation: Catalan transcriber, we shared the court hearings
permissionConfirmedAt: 6d
informedAt: 6d
status: PENDING
created: 6d
# rf_3
kind: TEAMMATE
name: Yaritza P.
emailMasked: y…@example.test
relation: Red-teaming in Spanish, same channel
permissionConfirmedAt: 40d
informedAt: 39d
status: DECLINED
created: 40d
updated: 38d
# rf_4
kind: REFERENCE
name: Teo R.
emailMasked: t…@example.test
relation: Housing advice centre
permissionConfirmedAt: 300d
status: REMOVED
created: 300d
updated: 260d
)";

const char* const kAttachments = R"(
# at_ip_3
ownerType: InstructionPage
ownerId: ip_3
contract: ct_1
file: red-team-safety-plan.pdf
created: 14d
# at_ip_20
ownerType: InstructionPage
ownerId: ip_20
contract: ct_2
file: boxes-examples.png
created: 25d
# at_ip_21
ownerType: InstructionPage
ownerId: ip_21
contract: ct_2
file: edge-cases-index.csv
created: 41h
# at_ip_30
ownerType: InstructionPage
ownerId: ip_30
contract: ct_3
file: berga-conventions.pdf
created: 61d
# at_ip_31
ownerType: InstructionPage
ownerId: ip_31
contract: ct_3
file: berga-speaker-1.wav
created: 50d
)";

} // namespace

const OwnNotes kTrainerOwnNotes { kSavedJobs, kSavedSearches, kTemplates, kInterviews, kSubmissions,
    kAcknowledgements, kNotes, kCalendar, kMethods, kTaxes, kReviews, kNotifications, kTickets, kReferences,
    kAttachments };

} // namespace ot::sandbox
