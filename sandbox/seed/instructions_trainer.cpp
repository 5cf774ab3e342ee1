// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kTrainerInstructionNotes = R"(
# Boxes
id: ip_20
contract: ct_2
job: roadwise-dashcam
position: 0
version: 12
created: 48d
updated: 25d
until: in 60d
h2: Boxes
p: A box touches the visible outline on all four sides. Two pixels of space are fine, three are a correction.
row: Class | Belongs to the box | Does not
row: Car, van | Mirrors, ski boxes | Antennas, flags
row: Cyclist | Rider and luggage are two boxes in one group | Bicycle lock
row: Pedestrian | Everything carried on the body | Umbrella
row: Tram | One box a car, joined by a group | Wires
h3: Small objects
p: Down to **12 pixels** on the shorter side. Below that: nothing, not even an ignore region.
h3: Keys
code: text | 1-9  class        O  occluded
  G    group        T  truncated
  E    flag a face or a plate

# Edge cases
id: ip_21
contract: ct_2
job: roadwise-dashcam
position: 1
version: 19
summary: New page on occluded plates; horses are “animal, large”
created: 47d
updated: 41h
until: in 60d
h2: Edge cases
li: Reflections in shop windows: **ignore region**, always. The car exists only once.
li: Horses, camels and cows: `animal, large`. Plastic ones: ignore region.
li: Glare: box what you see. If three people in a row would not see it, it is not there.
li: People under umbrellas: the box covers what is visible.

# Occluded plates
id: ip_22
contract: ct_2
job: roadwise-dashcam
parent: ip_21
position: 0
version: 3
summary: Spokes of bicycles added
created: 43h
updated: 39h
until: in 60d
h2: Occluded plates
p: A plate is labelled when **two of its sides** can be seen. With one side it is part of the car.
row: What covers it | Label
row: Tow bar, one side visible | none
row: Bicycle rack, seen through the spokes | plate, occluded
row: Snow or mud | plate, unreadable
quote: Never write down what the plate says. Not in comments, not in the channel.

# Review and payment
id: ip_23
contract: ct_2
job: roadwise-dashcam
position: 2
version: 4
open: yes
created: 48d
updated: 33d
h2: Review and payment
ol: A batch is reviewed within two working days.
ol: Boxes with an overlap of 0.8 count; below it they come back once.
ol: Corrections of *our* mistakes are paid twice.
task: [x] Read the page on boxes
task: [ ] Hand back what you can't finish within three days

# Transcripció: convencions
id: ip_30
contract: ct_3
job: vox-catalan-radio
position: 0
version: 6
created: 62d
updated: 40d
until: in 45d
markdown: # Transcripció: convencions
  ~
  Transcribe **what is said**, not what should have been said. The second tier holds the normalised form.
  ~
  ## Tiers
  ~
  1. `parla` as spoken: *dugues*, *aquet*, *natros*
  2. `norma` normalised: *dues*, *aquest*, *nosaltres*
  3. `nota` noise, music, jingles
  ~
  ## Marks
  ~
  | Mark | Meaning |
  | --- | --- |
  | `(.)` | short pause |
  | `[=?]` | you are not sure |
  | `<cas>…</cas>` | Spanish inside Catalan |
  ~
  > Tape that runs fast or slow is *noted*, never corrected.
  ~
  - [x] Headphones
  - [ ] Speaker list in the last part

# Parlants
id: ip_31
contract: ct_3
job: vox-catalan-radio
position: 1
version: 2
created: 62d
updated: 47d
until: in 45d
h2: Parlants
p: Every voice gets a number, and a name only when the schedule or the voice itself says so.
row: Code | Who | Dialect
row: P01 | Announcer, Ràdio Berga | Central
row: P07 | Sheep dealer, Vic market | Central
row: P19 | Caller from Tremp | North-Western
p: Initials are enough for callers: they did not know that anybody would listen forty years later.

# Answering questions
id: ip_40
contract: ct_4
job: brightline-leases
position: 0
version: 5
summary: Annexes must be opened before answering
created: 17d
updated: 5d
until: in 30d
h2: Answering questions
p: Answer from the lease first, then from the law that applies to it. Say which one you used.
ol: Open **every** annex. If one is named but missing, stop and report it.
ol: Answer in three to six sentences, without Latin.
ol: Cite clauses as `cl. 4.2` and articles as `LAU art. 11`.
quote: “The lease does not say” is a complete answer, if it is true.
h3: Which law
row: Signed | Applies
row: Before June 2013 | LAU of 1994 as it stood
row: June 2013 to March 2019 | LAU with the reform of 2013
row: Since March 2019 | LAU with the decree of 2019

# Examples
id: ip_41
contract: ct_4
job: brightline-leases
parent: ip_40
position: 0
version: 3
created: 16d
updated: 12d
until: in 30d
h2: Examples
h3: Deposit
p: *Question:* My landlord wants two months as deposit. Is that legal?
p: *Answer:* The deposit for a flat is **one month** (LAU art. 36.1). Clause 7 asks for another month as a guarantee, which is allowed on top of it for leases of up to five years. So two months in all are legal here.
h3: Pets
p: *Question:* May I keep a cat?
p: *Answer:* The lease does not say. Neither does the law, so nothing forbids it; clause 12 only makes you liable for damage.
)";

} // namespace ot::sandbox
