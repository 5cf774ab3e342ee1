// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kTrainerContractNotes = R"(
# Red-teaming, Spanish
id: ct_1
job: northwind-pilot
proposal: p_1
dm: cv_1
status: active
pay: PAY_PER_HOUR USD 38
start: 14d
tool: Label Studio | https://label.northwind.example.test/projects/12 | maria.g@opentrain.work
budget: OK | 12.5 | 50
milestone: 1 | Batch 1 | PAID | 24 | 12.8d | 7.5d | 200 prompts on fraud and scams, graded and tagged.
milestone: 2 | Batch 2 | PAID | 34.2 | 7.2d | 1.6d | Threats and stalking, Latin American Spanish.
milestone: 3 | Batch 3 | ACTIVE_FUNDED | 40 | 1.7d | in 2.2d | Implied threats and satire by guideline 7.
milestone: 4 | Batch 4 | NOT_FUNDED | 40 | 1.6d | in 16d | Long conversations of ten turns and more.
paid: 1 | 100 | PAID | 7.8d
paid: 2 | 100 | IN_TRANSIT | 1.7d

# Dashcam boxes
id: ct_2
job: roadwise-dashcam
proposal: p_2
dm: cv_9
status: active
pay: PAY_PER_LABEL USD 0.06
start: 28.6d
tool: CVAT | https://cvat.roadwise.example.test/tasks/4471 | maria.g@opentrain.work
budget: OK | 1830 | 9h
milestone: 1 | Week 43 | PAID | 8200 | 28.4d | 23.3d | Madrid ring road, sixteen batches.
milestone: 2 | Week 44 | PAID | 7450 | 22.5d | 17d | Turin, low sun.
milestone: 3 | Week 45 | PAID | 6300 | 16d | 10.8d | Kraków, dry.
milestone: 4 | Week 46 | PENDING_APPROVAL | 5010 | 10d | 4.2d | Kraków, heavy rain.
milestone: 5 | Week 47 | ACTIVE_FUNDED | 6000 | 4d | in 2.8d | Kraków, night and rain.
milestone: 6 | Week 48 | NOT_FUNDED | 6000 | 4d | in 10d | Corrections from the second review.
paid: 1 | 55 | PAID | 25.6d
paid: 1 | 45 | PAID | 23.2d
paid: 2 | 50 | PAID | 19.7d
paid: 2 | 50 | PAID | 16.9d
paid: 3 | 60 | PAID | 13.1d
paid: 3 | 40 | PAID | 10.7d
paid: 4 | 100 | REQUESTED | 4.1d

# Catalan speech
id: ct_3
job: vox-catalan-radio
proposal: p_3
dm: cv_5
status: active
pay: FIXED_PRICE EUR 1680
start: 61.2d
tool: ELAN | https://files.voxdata.example.test/radio-archive | maria.g@opentrain.work
budget: LOW | 74 | 26h
milestone: 1 | Part 1, Berga | PAID | 420 | 60.5d | 48d | 16 hours of tape, 1983 and 1984.
milestone: 2 | Part 2, Manresa | PAID | 420 | 47d | 30d | 16 hours of tape, 1985.
milestone: 3 | Part 3, Vic | PAID | 420 | 29d | 14d | 16 hours of tape with the market reports.
milestone: 4 | Part 4, Solsona | ACTIVE_FUNDED | 420 | 13.8d | in 9d | The last 16 hours, and the list of speakers.
paid: 1 | 50 | PAID | 54d
paid: 1 | 50 | PAID | 47.9d
paid: 2 | 50 | PAID | 39d
paid: 2 | 50 | PAID | 30d
paid: 3 | 100 | RETURNED | 10.6d | account_closed / Your bank returned the transfer: the account ending in 4411 is closed or has moved.
paid: 3 | 100 | HELD | 5d | verification

# Legal QA, Spanish leases
id: ct_4
job: brightline-leases
proposal: p_4
dm: cv_6
status: active
pay: PAY_PER_HOUR GBP 44
start: 15.9d
tool: Brightline Studio | https://studio.brightline.example.test/w/leases-es | maria.g@opentrain.work
budget: OK | 3.25 | 30h
milestone: 1 | Calibration | DISPUTED | 2.9 | 15.5d | 7d | Twenty questions about three leases.
milestone: 2 | Batch 1 | PAID | 18.5 | 13d | 5.4d | 220 questions, leases from Málaga and Alicante.
milestone: 3 | Batch 2 | ACTIVE_FUNDED | 20 | 4.9d | in 8d | 240 questions, leases from the Balearic Islands.
milestone: 4 | Batch 3 | NOT_FUNDED | 20 | 4.8d | in 22d | Second reading of what two lawyers disagreed on.
paid: 1 | 100 | HELD | 6.6d | employer
paid: 2 | 40 | PAID | 9.2d
paid: 2 | 40 | PENDING_PAYOUT | 5.2d
paid: 2 | 20 | APPROVED | 5d

# Listening test, Spanish voices
id: ct_5
job: kitsune-tts
proposal: p_5
dm: cv_8
status: ended
pay: PAY_PER_HOUR JPY 4200
start: 190.5d
end: 75d
milestone: 1 | Voice A | PAID | 22 | 190d | 168d | 1,300 pairs of sentences.
milestone: 2 | Voice B | PAID | 24.5 | 167d | 146d | 1,450 pairs of sentences.
milestone: 3 | Voices A and B, names | PAID | 20 | 145d | 124d | Place names and surnames of Spain and Mexico.
milestone: 4 | Questions and lists | PAID | 21.5 | 123d | 101d | The melody of questions, and of things counted up.
milestone: 5 | Final round | PAID | 18 | 100d | 76d | The release candidates against each other.
paid: 1 | 50 | PAID | 178d
paid: 1 | 50 | PAID | 168d
paid: 2 | 50 | PAID | 156d
paid: 2 | 50 | PAID | 146d
paid: 3 | 100 | FAILED | 134d | invalid_bank_code / The receiving bank did not know the bank code. Nothing was sent.
paid: 3 | 50 | PAID | 129d
paid: 3 | 50 | PAID | 123d
paid: 4 | 50 | PAID | 112d
paid: 4 | 50 | PAID | 101d
paid: 5 | 50 | PAID | 88d
paid: 5 | 50 | PAID | 76d

# Tutor answers, Spanish
id: ct_6
job: monsoon-ranking
dm: cv_14
status: ended
pay: PAY_PER_HOUR INR 2100
start: 298d
end: 199d
milestone: 1 | History, ages 12 to 14 | PAID | 26 | 297d | 280d | 310 conversations.
milestone: 2 | History, ages 14 to 16 | PAID | 28 | 279d | 260d | 330 conversations.
milestone: 3 | Biology, ages 12 to 14 | PAID | 25.5 | 259d | 240d | 300 conversations.
milestone: 4 | Biology, ages 14 to 16 | PAID | 27 | 239d | 220d | 320 conversations.
milestone: 5 | Rewriting | PAID | 30 | 219d | 200d | Model answers for 150 questions.
paid: 1 | 100 | PAID | 280d
paid: 2 | 50 | PAID | 270d
paid: 2 | 50 | PAID | 260d
paid: 3 | 100 | RETURNED | 240d | purpose_code_missing / The bank asked for a purpose code and returned the transfer.
paid: 3 | 100 | PAID | 232d
paid: 4 | 100 | PAID | 220d
paid: 5 | 50 | PAID | 210d
paid: 5 | 50 | PAID | 200d

# Subtitles, river series
id: ct_7
job: ceibo-subtitles
dm: cv_13
status: ended
pay: FIXED_PRICE BRL 9600
start: 381d
end: 308d
milestone: 1 | Episodes 1 and 2 | PAID | 2400 | 380d | 363d | São Francisco and Tocantins.
milestone: 2 | Episodes 3 and 4 | PAID | 2400 | 362d | 345d | Paraná and Uruguai.
milestone: 3 | Episodes 5 and 6 | PAID | 2400 | 344d | 327d | Madeira and Purus.
milestone: 4 | Episodes 7 and 8 | PAID | 2400 | 326d | 309d | Negro and Amazonas.
paid: 1 | 100 | PAID | 363d
paid: 2 | 50 | PAID | 354d
paid: 2 | 50 | PAID | 345d
paid: 3 | 100 | PAID | 327d
paid: 4 | 50 | PAID | 318d
paid: 4 | 50 | PAID | 309d
)";

} // namespace ot::sandbox
