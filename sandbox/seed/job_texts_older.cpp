// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kOlderJobNotes = R"(
# Sewer inspection video, cracks and roots
by: Kestrel Survey
domain: video
pay: hour USD 23
level: Intermediate
work: A camera crawls through pipes, you mark cracks, roots, deposits and broken joints with their position on the clock face. Less grim than it sounds, and cities need it.

# Sarcasm in product reviews, British English
by: Juniper & Clay
domain: search
pay: label GBP 0.03
in: GB, IE
for: English
level: Entry
work: “Lasted a whole week, marvellous.” Decide whether 40,000 reviews mean what they say, and mark the word that gives them away.

# Phishing mails: which sentence is the hook?
by: Sablegate Security
domain: safety
pay: hour USD 31
for: English
level: Intermediate
work: Real phishing mails with addresses removed. You mark the hook, the pressure and the request, and rate how likely your aunt would be to click.

# Piano fingering from overhead video
by: Halcyon Learning
domain: video
pay: hour EUR 26
level: Expert
work: Assign fingers 1 to 5 to each note of 300 practice pieces, filmed from above at 60 frames a second. You play the piano well enough to see what is sensible.

# SQL answers: would you run this on production?
by: Latticeworks
domain: code
pay: hour USD 64
for: English
level: Expert
work: A model writes queries for a schema of 80 tables. You run them against a copy, compare with the question and rate how dangerous they would be on the real one.

# Arabic medical dictation, Gulf dialects
by: Castor Clinical
domain: speech
pay: hour USD 37
in: SA, AE, KW, QA, OM, BH
for: Arabic, English
level: Expert
work: Doctors dictate in Gulf Arabic with English terms. Transcripts keep both scripts and spell medicines as the national formulary does.

# Bridge deck cracks from drone photos
by: Kestrel Survey
domain: polygons
pay: label USD 0.4
level: Intermediate
tool: CVAT
work: Trace cracks wider than 0.2 mm on concrete at 0.5 mm a pixel, and measure width at three points. Engineers check one photo in twenty.

# Bedtime stories, preference by parents
status: COMPLETED
by: Wrenfield Education
domain: dialogue
pay: fixed USD 420
for: English
level: Entry
work: Read 60 pairs of short stories aloud to your children, note which one they ask for again, and what you would change.

# Flood extent after storms, radar imagery
by: Xylemwatch Climate
domain: satellite
pay: hour USD 33
level: Expert
tool: QGIS
work: Outline flooded land on radar images within six hours of an event. You are on call two evenings a week and are paid for the waiting as well.

# Kitchen robot failures, step by step
by: Lumenar Robotics
domain: video
pay: hour USD 22
level: Entry
work: A robot cooks and fails. You mark the moment it goes wrong, name what it should have done, and try not to feel sorry for it.

# Hotel reviews in Thai, aspects and opinions
by: Monsoon Labs
domain: search
pay: label THB 1.4
in: TH
for: Thai
level: Entry
work: Mark what a review speaks of (bed, noise, breakfast, staff) and what it says about it, in 15,000 reviews of hotels and guest houses.

# Chip layout defects, scanning electron microscope
by: Umbra Imaging
domain: boxes
pay: label USD 0.13
in: TW, KR, JP, US, DE, NL
level: Expert
work: Bridges, breaks, particles and rounded corners in grey images of 10 nm structures. Training takes a paid day.

# Songs of the Andes, lyrics and translation
by: Polyphon Audio
domain: translation
pay: fixed USD 1900
in: PE, BO, EC, AR, CL
for: Quechua, Spanish
level: Expert
work: Transcribe and translate 140 songs in Southern Quechua, recorded between 1964 and 1990, together with a community archive in Cusco.

# Insurance calls: was the promise kept?
by: Bluebell Mutual
domain: legal
pay: hour GBP 24
in: GB
for: English
level: Intermediate
work: Compare what was promised on the phone with what was written afterwards. 2,500 pairs, names removed.

# Sign language: is the interpreter in frame?
status: ARCHIVED
by: Mosaico Media
domain: boxes
pay: label USD 0.02
level: Entry
work: Mark signing people in frames of broadcasts, so that captions and logos stay off their hands.

# Physics diagrams described for blind students
by: Wrenfield Education
domain: math
pay: hour USD 39
for: English
level: Intermediate
work: Describe diagrams so that a problem can be solved without seeing them: neither more nor less than the drawing says.

# Bird strikes: feathers under the microscope
by: Tern & Harbour
domain: polygons
pay: label USD 0.6
level: Expert
work: Outline barbs and nodes on micrographs of feathers found on aircraft. A reference collection of 900 species is at hand.

# Grocery receipts of six countries, handwritten corrections
by: Ledgerly
domain: document
pay: label USD 0.16
in: PT, ES, IT, GR, HR, MT
level: Entry
work: Receipts on which somebody has crossed out, added or tipped. Mark what was printed, what was written and which of them holds.
)";

} // namespace ot::sandbox
