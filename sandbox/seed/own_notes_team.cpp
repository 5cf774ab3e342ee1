// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is personal to the members of the vendor's team.
#include "sandbox/seed/own_records.h"

namespace ot::sandbox {

const OwnNotes kBidsOwnNotes { R"(
# helix-radiology
note: Same client as the spans; wait for the interview.
created: 40
)",
    R"(
# ss_201
name: Bids of the week
query: annotation team
filters: {"category":null,"payTypes":[],"languages":["Finnish","Swedish"],"countries":[],"experience":["EXPERT"],"dataTypes":[],"labelTypes":[],"minimumHourlyMicros":40000000,"currency":"EUR","postedWithinDays":7}
notify: DAILY
lastMatchAt: 1d
matchCount: 5
created: 130d
updated: 1d
)",
    R"(
# pt_201
name: Suomenkieliset potilaskertomukset
body: Hei {nimi}, meillä on kuusi suomenkielistä merkitsijää, joista kaksi on sairaanhoitajia.
usedCount: 1
lastUsedAt: 40d
created: 60d
)",
    "", "", R"(
# ak_201
page: ip_101
seconds: 640
device: Ainon kone
created: 5d
# ak_202
page: ip_103
version: 8
seconds: 260
device: Ainon kone
created: 20d
)",
    R"(
# n_201
subjectType: Proposal
subjectId: p_104
text: Tobias does the interview on Wednesday. Remind him of the page on differences.
created: 10h
)",
    R"(
# ev_201
kind: MEETING
title: Bids of the week
startsAt: in 20h
endsAt: in 20.5h
timeZone: Europe/Helsinki
location: Göteborg, small room
status: CONFIRMED
response: ACCEPTED
organizerName: Tobias L.
created: 9d
# ev_202
kind: TRAINING
title: Finnish notes: calibration
startsAt: in 9d
endsAt: in 9.2d
timeZone: Europe/Helsinki
contractId: ct_101
job: castor-nordic
status: CONFIRMED
response: NEEDS_ACTION
organizerName: Elena G.
created: 1d
)",
    "", "", "", R"(
# nt_201
kind: proposal_status
title: Your proposal was shortlisted
text: Radiology spans, Helix Health.
subjectType: Proposal
subjectId: p_104
readAt: 29h
created: 30h
updated: 29h
# nt_202
kind: message
title: Samuel O. wrote
text: One of you still has to do the AI interview.
subjectType: Conversation
subjectId: cv_105
created: 27h
)",
    R"(
# tk_201
subject: Proposal template with a Finnish date
category: technical
status: WAITING_ON_YOU
me: The preview writes the date as in the USA.
pause: 4h
support: Which language is set under Account?
created: 2d
updated: 1.8d
)",
    R"(
# rf_201
kind: TEAMMATE
name: Kerttu P.
emailMasked: k…@example.test
relation: Registered nurse, second reader in our team
permissionConfirmedAt: 80d
informedAt: 80d
status: CONFIRMED
created: 80d
)",
    "" };

const OwnNotes kFinanceOwnNotes { "", "", "", "", "", "", R"(
# n_301
subjectType: Payout
subjectId: po_102_5
text: Held by the employer until the dispute is over. Not in the forecast for November.
created: 3d
)",
    R"(
# ev_301
kind: DEADLINE
title: Payroll, November
startsAt: in 2d
allDay: yes
timeZone: Europe/Oslo
status: CONFIRMED
response: ACCEPTED
organizerName: Tobias L.
created: 30d
# ev_302
kind: AVAILABILITY
title: Skiferie
startsAt: in 20d
endsAt: in 25d
allDay: yes
timeZone: Europe/Oslo
status: CONFIRMED
response: ACCEPTED
created: 40d
)",
    "", "", "", R"(
# nt_301
kind: payout_status
title: A payout is on its way
text: 60 per cent of sprint 4.
subjectType: Payout
subjectId: po_101_7
created: 2.2d
)",
    R"(
# tk_301
subject: Invoice numbers with the year in front
category: payment
status: OPEN
me: Our auditor wants to know whether the numbers begin again each January.
created: 28h
)",
    R"(
# rf_301
kind: REFERENCE
name: Gunhild O.
emailMasked: g…@example.test
relation: Auditor in Tromsø
permissionConfirmedAt: 90d
informedAt: 88d
status: CONFIRMED
created: 90d
updated: 88d
)",
    "" };

const OwnNotes kMemberOwnNotes { R"(
# quarry-python
note: For later, when my Python is better.
created: 12d
)",
    R"(
# ss_401
name: Nynorsk
query: nynorsk
filters: {"category":null,"payTypes":[],"languages":["Norwegian"],"countries":[],"experience":[],"dataTypes":["TEXT"],"labelTypes":[],"minimumHourlyMicros":null,"currency":null,"postedWithinDays":null}
notify: NONE
matchCount: 1
created: 44d
)",
    "", "", "", R"(
# ak_401
page: ip_101
seconds: 388
device: Linneas dator
created: 5.5d
# ak_402
page: ip_102
version: 5
seconds: 75
device: Linneas dator
created: 81d
)",
    R"(
# n_401
subjectType: InstructionPage
subjectId: ip_101
text: “Ej akut” är en nivå, ingen negation. Fråga Aino om listorna.
created: 4d
)",
    R"(
# ev_401
kind: TRAINING
title: Adjudication, tillsammans
startsAt: in 1d
endsAt: in 1.1d
timeZone: Europe/Stockholm
contractId: ct_101
job: castor-nordic
status: CONFIRMED
response: ACCEPTED
organizerName: Aino K.
created: 3d
# ev_402
kind: AVAILABILITY
title: Ledig, tandläkare
startsAt: in 6d
endsAt: in 6.2d
timeZone: Europe/Stockholm
status: CONFIRMED
response: ACCEPTED
created: 14d
)",
    "", "", "", R"(
# nt_401
kind: instructions_changed
title: Annotationsguide har ändrats
text: Ny klass: skrivet av anhörig.
subjectType: InstructionPage
subjectId: ip_101
readAt: 5.5d
created: 6d
updated: 5.5d
# nt_402
kind: message
title: Ingrid N. skrev
text: How is the second half coming along?
subjectType: Conversation
subjectId: cv_103
created: 31h
)",
    R"(
# tk_401
subject: Kan jag byta språk i appen?
category: account
status: SOLVED
me: Appen är på engelska, jag vill ha svenska.
pause: 1h
support: Under Inställningar, Språk. Det gäller direkt.
rating: 5
comment: Tack!
rated: 199d
created: 200d
updated: 199d
)",
    R"(
# rf_401
kind: REFERRAL
name: Ebba J.
emailMasked: e…@example.test
relation: Studiekamrat, språkvetare
permissionConfirmedAt: 15d
informedAt: 15d
status: PENDING
created: 15d
)",
    "" };

} // namespace ot::sandbox
