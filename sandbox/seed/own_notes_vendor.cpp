// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/own_records.h"

namespace ot::sandbox {

namespace {

const char* const kSavedJobs = R"(
# northwind-new
note: Too small for us, but Siiri's cousin asks.
created: 5
# shelfie-masks
created: 40
)";

const char* const kSavedSearches = R"(
# ss_101
name: Nordic clinical text
query: clinical
filters: {"category":"NLP","payTypes":["PAY_PER_HOUR","FIXED_PRICE"],"languages":["Swedish","Finnish","Norwegian"],"countries":[],"experience":["EXPERT"],"dataTypes":["TEXT"],"labelTypes":["NER"],"minimumHourlyMicros":42000000,"currency":"EUR","postedWithinDays":30}
notify: INSTANT
lastMatchAt: 8d
matchCount: 2
created: 400d
updated: 8d
# ss_102
name: Point clouds
query: lidar
filters: {"category":null,"payTypes":[],"languages":[],"countries":["DE","SE","NO"],"experience":[],"dataTypes":["POINT_CLOUD"],"labelTypes":["CUBOID"],"minimumHourlyMicros":null,"currency":"USD","postedWithinDays":60}
notify: DAILY
lastMatchAt: 3d
matchCount: 4
created: 190d
updated: 3d
)";

const char* const kTemplates = R"(
# pt_101
name: Whole datasets, English
shared: yes
body: {people} annotators with training in {domain}, all employed, all inside the EU. We calibrate in the first week and show you the disagreements before we show you the agreement.
bid: {"amountMicros":46000000,"currency":"EUR","unit":"PER_HOUR"}
usedCount: 7
lastUsedAt: 8.2d
created: 500d
updated: 94d
# pt_102
name: Svar till nordiska kunder
body: Hej {namn}, tack för förfrågan. Vi är trettiofyra, sitter i egna rum och skriver en rapport varje fredag.
usedCount: 3
lastUsedAt: 69d
created: 420d
)";

const char* const kInterviews = R"(
# i_101
proposalId: p_101
job: castor-nordic
state: COMPLETED
questionCount: 3
answeredCount: 3
minutesEstimated: 20
score: 95
summary: Knows where clinical annotators go wrong, and has a plan for the week in which they do.
startedAt: 91d
completedAt: 90.98d
expiresAt: 84d
created: 92d
updated: 90.98d
interviewer: An annotator recognises a patient. What happens next?
candidate: She stops, the note moves to another team the same day, and the client hears it from us.
interviewer: Two readers disagree for the third time on the same class.
candidate: Then the guideline is wrong, not the readers. We bring ten examples and a proposal.
interviewer: Who sees an export?
candidate: Two named people, in our own room, and nobody after the contract has ended.
# i_102
proposalId: p_104
job: helix-spans
state: NEEDED
questionCount: 5
minutesEstimated: 20
expiresAt: in 4d
created: 30h
)";

const char* const kSubmissions = R"(
# sub_101
contractId: ct_101
milestoneId: ms_101_1
state: ACCEPTED
author: Aino K.
note: Sprint 1: 1,500 notes, agreement 0.87 before and 0.93 after adjudication.
units: 1500
hours: 120
requestsPayout: yes
reviewComment: Better than our own pilot.
created: 65d
reviewedAt: 64d
# sub_102
contractId: ct_101
milestoneId: ms_101_4
state: IN_REVIEW
author: Aino K.
note: Sprint 4: 3,300 notes. Psychiatry is left out, as agreed.
units: 3300
hours: 160
requestsPayout: yes
file: sprint-4-report.pdf
created: 3d
# sub_103
contractId: ct_102
milestoneId: ms_102_3
state: CHANGES_REQUESTED
author: Hedda M.
note: Sequences 121 to 180. 121 to 150 were done under version 4 of the rule.
units: 60
hours: 198
requestsPayout: yes
reviewComment: Snow banks are static objects. We are checking how many sequences that touches.
file: sequences-121-180.csv
created: 9d
reviewedAt: 8d
# sub_104
contractId: ct_103
milestoneId: ms_103_2
state: ACCEPTED
note: Segments 1 to 6,000, two raters each. System B invents footnotes; see the list.
units: 6000
requestsPayout: yes
reviewComment: Takk! Fotnotene forklarer mye.
file: segments-1-6000.zip
created: 14d
reviewedAt: 13d
# sub_105
contractId: ct_103
milestoneId: ms_103_3
state: SUBMITTED
author: Linnea B.
note: First part of the second half: 1,400 segments, Nynorsk.
units: 1400
created: 26h
)";

const char* const kAcknowledgements = R"(
# ak_101
page: ip_101
version: 12
seconds: 510
device: Kontoret
created: 60d
# ak_102
page: ip_102
seconds: 120
device: Kontoret
created: 59d
)";

const char* const kNotes = R"(
# n_101
subjectType: Contract
subjectId: ct_101
team: yes
text: Elena wants Finnish on Thursday at ten. Siiri and Kerttu have time from the first.
created: 2h
# n_102
subjectType: Contract
subjectId: ct_102
team: yes
text: Henrik withdraws the dispute tomorrow. Only 122 to 131 again, and they pay for it.
created: 8h
# n_103
subjectType: TeamMember
subjectId: tm_11
text: Starts in December. Ask Aino to plan two weeks of double reading.
created: 2d
# n_104
subjectType: Proposal
subjectId: p_105
team: yes
text: If they want fewer than fourteen people, the overnight shift no longer pays.
created: 80
)";

const char* const kCalendar = R"(
# ev_101
kind: MEETING
title: Sprint review with Castor Clinical
startsAt: 3d
endsAt: 2.96d
timeZone: Europe/Stockholm
contractId: ct_101
job: castor-nordic
location: Video call
status: CONFIRMED
response: ACCEPTED
organizerName: Elena G.
created: 10d
# ev_102
kind: MEETING
title: Finnish notes, planning
startsAt: in 3d
endsAt: in 3.04d
timeZone: Europe/Stockholm
contractId: ct_101
job: castor-nordic
url: https://meet.example.test/castor-fi
status: TENTATIVE
response: NEEDS_ACTION
organizerName: Elena G.
created: 25
# ev_103
kind: DEADLINE
title: AI interview for Helix Health
startsAt: in 4d
timeZone: Europe/Stockholm
job: helix-spans
status: CONFIRMED
response: ACCEPTED
organizerName: Samuel O.
created: 27h
# ev_104
kind: MILESTONE_DUE
title: Sequences 181 to 240 are due
startsAt: in 7d
allDay: yes
timeZone: Europe/Oslo
contractId: ct_102
job: lumenar-winter
status: CONFIRMED
response: ACCEPTED
organizerName: Henrik V.
created: 8d
# ev_105
kind: AVAILABILITY
title: Julstängt
startsAt: in 31d
endsAt: in 38d
allDay: yes
timeZone: Europe/Stockholm
status: CONFIRMED
response: ACCEPTED
created: 50d
)";

const char* const kMethods = R"(
# pm_101
kind: BANK_ACCOUNT
provider: BANK_TRANSFER
label: Polaris Annotation AB
last4: 0937
currency: EUR
country: SE
status: ACTIVE
isDefault: yes
requirements: []
manageUrl: https://payouts.opentrain.example.test/methods/pm_101
created: 118d
# pm_102
kind: BANK_ACCOUNT
provider: BANK_TRANSFER
label: Old account, in a person's name
last4: 2205
currency: EUR
country: SE
status: DISABLED
requirements: ["The name of the account is not the name of the organisation."]
manageUrl: https://payouts.opentrain.example.test/methods/pm_102
created: 738d
updated: 118d
)";

const char* const kTaxes = R"(
# tx_101
form: W-8BEN-E
status: SUBMITTED
country: SE
taxIdLast4: 7716
requestedAt: 20d
submittedAt: 6d
manageUrl: https://tax.opentrain.example.test/forms/tx_101
created: 20d
updated: 6d
# tx_102
form: W-9
status: NEEDED
country: US
requestedAt: 2d
manageUrl: https://tax.opentrain.example.test/forms/tx_102
created: 2d
)";

const char* const kReviews = R"(
# rv_21
direction: RECEIVED
job: castor-nordic
authorName: Elena G.
visibility: PUBLIC
created: 30d
# rv_22
direction: RECEIVED
job: fjordtale-mt
authorName: Ingrid N.
reply: Tack! Julhelgen räddades av Petter.
repliedAt: 149d
visibility: PUBLIC
created: 150d
# rv_23
direction: RECEIVED
job: lumenar-winter
authorName: Henrik V.
visibility: PUBLIC
created: 210d
# rv_24
direction: GIVEN
contractId: ct_104
job: tidewater-baltic
subjectName: Grace A.
rating: 5
comment: Knows her islands, answers within the hour, and laughs about boat houses.
visibility: PUBLIC
created: 94d
)";

const char* const kNotifications = R"(
# nt_101
kind: message
title: Elena G. wrote to your team
text: And could we talk about Finnish on Thursday at ten?
subjectType: Conversation
subjectId: cv_101
created: 26
# nt_102
kind: payout_status
title: A payout is on its way
text: 60 per cent of sprint 4.
subjectType: Payout
subjectId: po_101_7
readAt: 2d
created: 2.2d
updated: 2d
# nt_103
kind: interview_needed
title: Helix Health asks for an AI interview
text: Five questions, about 20 minutes.
subjectType: Interview
subjectId: i_102
created: 30h
# nt_104
kind: milestone_status
title: Sequences 121 to 180 are disputed
text: Lumenar Robotics and your team differ on the snow banks.
subjectType: Milestone
subjectId: ms_102_3
readAt: 7d
created: 7.5d
updated: 7d
# nt_105
kind: security
title: Marius D. signed in from a new device
text: Windows, Klaipėda.
created: 6d
)";

const char* const kTickets = R"(
# tk_101
subject: Proof that the account belongs to the company
category: payment
status: SOLVED
me: Here is the bank's letter. The account is in the name of Polaris Annotation AB.
file: polaris-bank-letter.pdf
pause: 1d
support: Thank you, that is what we needed. The payout goes out again tonight.
rating: 5
comment: One letter, one day.
rated: 115d
created: 117d
updated: 115d
# tk_102
subject: Can one person see two contracts only?
category: job
status: OPEN
me: Linnea works on two of our contracts. Can she be kept from seeing the others?
created: 5h
# tk_103
subject: Årsbesked
category: other
status: CLOSED
me: Finns det ett årsbesked för 2025?
pause: 2d
support: Ja, det ligger bland fakturorna sedan i januari.
created: 300d
updated: 290d
)";

const char* const kReferences = R"(
# rf_101
kind: REFERENCE
name: Lotta E.
emailMasked: l…@example.test
relation: Head of research at a hospital in Västra Götaland
permissionConfirmedAt: 200d
informedAt: 200d
status: CONFIRMED
created: 200d
updated: 195d
)";

const char* const kAttachments = R"(
# at_ip_101
ownerType: InstructionPage
ownerId: ip_101
contract: ct_101
file: annotationsguide-bilaga.pdf
created: 60d
# at_ip_103
ownerType: InstructionPage
ownerId: ip_103
contract: ct_101
file: adjudication-flow.png
created: 30d
# at_org_1
ownerType: Company
ownerId: org_polaris
file: certificate-27001.pdf
created: 320d
)";

} // namespace

const OwnNotes kVendorOwnNotes { kSavedJobs, kSavedSearches, kTemplates, kInterviews, kSubmissions,
    kAcknowledgements, kNotes, kCalendar, kMethods, kTaxes, kReviews, kNotifications, kTickets, kReferences,
    kAttachments };

} // namespace ot::sandbox
