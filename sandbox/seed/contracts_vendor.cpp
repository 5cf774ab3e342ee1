// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kVendorContractNotes = R"(
# Clinical notes, Swedish
id: ct_101
job: castor-nordic
proposal: p_101
dm: cv_101
status: active
pay: PAY_PER_HOUR EUR 46
start: 82d
tool: INCEpTION | https://inception.castor.example.test/p/nordic-2 | polaris@opentrain.work
budget: LOW | 131.5 | 2h
milestone: 1 | Calibration and sprint 1 | PAID | 120 | 81d | 64d | 1,500 notes, eight annotators, all double.
milestone: 2 | Sprint 2 | PAID | 160 | 63d | 46d | 3,200 notes, one in three double.
milestone: 3 | Sprint 3 | PAID | 160 | 45d | 28d | 3,400 notes from the emergency ward.
milestone: 4 | Sprint 4 | PENDING_APPROVAL | 160 | 27d | 3d | 3,300 notes, psychiatry left out as agreed.
milestone: 5 | Sprint 5 | ACTIVE_FUNDED | 160 | 10d | in 5d | Adjudication of sprints 1 to 4.
milestone: 6 | Sprint 6 | NOT_FUNDED | 160 | 9d | in 24d | Finnish notes, 2,000 of them.
paid: 1 | 50 | PAID | 72d
paid: 1 | 50 | PAID | 63.8d
paid: 2 | 50 | PAID | 54d
paid: 2 | 50 | PAID | 45.8d
paid: 3 | 50 | PAID | 36d
paid: 3 | 50 | PAID | 27.8d
paid: 4 | 60 | IN_TRANSIT | 3.1d
paid: 4 | 40 | REQUESTED | 2.9d

# Winter LiDAR
id: ct_102
job: lumenar-winter
proposal: p_102
dm: cv_102
status: active
pay: PAY_PER_HOUR USD 27.5
start: 58d
tool: Segments | https://points.lumenar.example.test/winter | polaris@opentrain.work
budget: OK | 64 | 5h
milestone: 1 | Sequences 1 to 60 | PAID | 210 | 57d | 41d | Snow on the sensor.
milestone: 2 | Sequences 61 to 120 | PAID | 204.5 | 40d | 24d | Snow in the air.
milestone: 3 | Sequences 121 to 180 | DISPUTED | 198 | 23d | 8d | Snow banks along the road.
milestone: 4 | Sequences 181 to 240 | ACTIVE_FUNDED | 200 | 8d | in 7d | Ice, ruts and spray.
milestone: 5 | Sequences 241 to 300 | NOT_FUNDED | 200 | 7d | in 22d | Night.
paid: 1 | 50 | PAID | 49d
paid: 1 | 50 | PAID | 40.8d
paid: 2 | 100 | FAILED | 24d | processor_error / The payment processor could not reach the bank. Nothing was sent.
paid: 2 | 100 | PAID | 20d
paid: 3 | 100 | HELD | 7.6d | employer

# Swedish and Norwegian MT
id: ct_103
job: fjordtale-mt
proposal: p_103
dm: cv_103
status: active
pay: FIXED_PRICE USD 18400
start: 44d
tool: Label Studio | https://label.fjordtale.example.test/mt | polaris@opentrain.work
budget: OK | 35 | 21h
milestone: 1 | Raters and calibration | PAID | 3200 | 43d | 33d | Twelve raters, six a language.
milestone: 2 | Segments 1 to 6,000 | PAID | 7600 | 32d | 13d | Three systems, two raters each.
milestone: 3 | Segments 6,001 to 12,000 | ACTIVE_FUNDED | 7600 | 12d | in 9d | With adjudication where raters differ by more than one class.
paid: 1 | 100 | PAID | 32.8d
paid: 2 | 50 | PAID | 22d
paid: 2 | 50 | PENDING_PAYOUT | 12.6d | processor

# Baltic shore
id: ct_104
job: tidewater-baltic
dm: cv_104
status: ended
pay: PAY_PER_LABEL USD 0.09
start: 168d
end: 96d
milestone: 1 | Stockholm archipelago | PAID | 42000 | 167d | 145d | Jetties and boat houses.
milestone: 2 | Åland and Turku | PAID | 38500 | 144d | 121d | Reed belts, bare rock.
milestone: 3 | Gdańsk to Klaipėda | PAID | 31000 | 120d | 97d | Dunes and harbour moles.
paid: 1 | 100 | PAID | 145d
paid: 2 | 100 | RETURNED | 121d | name_mismatch / The name of the account is not the name of the organisation.
paid: 2 | 100 | PAID | 114d
paid: 3 | 100 | PAID | 97d
)";

const char* const kVendorProposalNotes = R"(
# p_101
job: castor-nordic
status: HIRED | Hired
bid: 46 EUR PER_HOUR
interview: COMPLETED | 95
cover: Eight annotators with clinical training, all inside the EU, all with hospital confidentiality agreements already signed. We calibrate in the first week and show you the disagreements before we show you the agreement.
sent: 94d
viewed: 92d
changed: 82d
question: Where do your annotators work?
answer: In Göteborg and Tampere, in our own rooms, on machines without a network of their own.
contract: ct_101

# p_102
job: lumenar-winter
status: HIRED | Hired
bid: 27.5 USD PER_HOUR
cover: We have labelled 900 winter sequences since 2024 and know what a snow plough does to a point cloud. Twelve people, two reviewers, one lead you can call.
sent: 69d
viewed: 66d
changed: 58d
author: u_aino | Aino K.
question: How do you tell snow dust from a small object?
answer: By its life: it changes shape within three frames. We track first and label second.
contract: ct_102

# p_103
job: fjordtale-mt
status: HIRED | Hired
bid: 18400 USD FIXED
cover: Twelve raters, six a language, two of them translators of fiction. Calibration, weekly agreement and adjudication are in the price.
sent: 58d
viewed: 55d
changed: 44d
contract: ct_103

# p_104
job: helix-spans
status: SHORTLISTED | Shortlisted
bid: 54 USD PER_HOUR
interview: NEEDED
cover: Five of our annotators read Spanish radiology daily, for a teleradiology company in Málaga. We would take the whole set of 1,200 reports within four weeks, double-read.
sent: 8.2d
viewed: 4d
changed: 30h
author: u_aino | Aino K.
question: When could you start, and for how many hours a week?
answer: On the first of the month, with 90 hours a week.
conversation: cv_105

# p_105
job: roadwise-dashcam-new
status: UNREVIEWED | Pending
bid: 0.055 USD PER_LABEL
cover: 50,000 images in five weeks, reviewed twice, at 0.055 a box. We bring our own overnight team, so batches come back before you are up.
sent: 96
editable: in 46h
question: How many people would work on it?
answer: Fourteen, in two shifts.

# p_106
job: nahla-parallel
status: NOT_A_FIT | Not a fit
bid: 29 USD PER_HOUR
cover: We would build a team with a partner in Casablanca for this and lead it from here.
sent: 11.5d
viewed: 9d
changed: 8.4d

# p_107
job: ledgerly-receipts
status: DECLINED | Declined
bid: 0.14 USD PER_LABEL
cover: 18,000 receipts from four countries, with VAT rules checked by people who pay them.
sent: 40d
viewed: 38d
changed: 35d
author: u_petter | Petter N.

# p_108
job: linden-leicht
status: MAYBE | Maybe
bid: 33 EUR PER_HOUR
cover: Zwei Prüferinnen mit Zertifikat für Leichte Sprache und eine feste Prüfgruppe in Lübeck, die mitliest.
sent: 12.8d
viewed: 9.5d
conversation: cv_106
)";

} // namespace ot::sandbox
