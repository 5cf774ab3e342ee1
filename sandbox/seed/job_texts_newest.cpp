// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kNewestJobNotes = R"(
# Spanish safety red-teaming, chat models
key: northwind-new
age: 12
by: Northwind AI
domain: safety
pay: hour USD 38
for: Spanish
level: Expert
tool: Label Studio
work: Write adversarial prompts in Latin American and European Spanish against a chat model and grade each answer on a five-point harm scale. You follow a 14-page guideline; a calibration set of 40 items comes first. Expect 20 hours a week for six weeks.
does: Write 8 to 12 original prompts an hour across self-harm, fraud, hate and weapons policies
does: Grade answers from 1 (harmless) to 5 (severe) and quote the sentence that decided it
does: Tag the attack technique: role play, translation, split request, fictional frame
does: Join a 20-minute calibration call every Tuesday
asks: Native Spanish, with a feel for at least two regional varieties
asks: One earlier red-teaming or content-policy project you can describe
asks: Readiness to read disturbing text; you may skip any item without giving a reason
paid: 38 USD an hour for tracked time, calibration included. Milestones of 40 hours are funded before work starts.

# Radiology report span labeling
key: helix-radiology
age: 64
by: Helix Health
domain: medical
pay: hour USD 62
in: US, ES
for: English, Spanish
level: Expert
tool: Prodigy
work: Mark findings, anatomy, negation and uncertainty in 6,400 de-identified chest CT reports. Half of the reports are in English, half in Spanish; you label the language you practise in. About ten hours a week until the end of February.
does: Draw spans for findings, body sites, measurements and comparisons with earlier studies
does: Link each finding to its anatomy and mark whether it is affirmed, negated or hedged
does: Adjudicate ten disagreements a week with a second reader
asks: A medical degree, or two years as a radiographer, clinical coder or medical translator
asks: Calm with long sentences, abbreviations and dictation errors
asks: A 15-minute AI interview about two sample reports
paid: 62 USD an hour. A paid test of 25 reports decides on the team.

# Dashcam bounding boxes, 50 000 images
key: roadwise-dashcam-new
age: 128
by: Roadwise
domain: boxes
pay: label USD 0.06
level: Entry
tool: CVAT
work: Tight boxes around every vehicle, pedestrian, cyclist and traffic sign in dashcam frames from eleven European cities. Day, dusk and rain are mixed on purpose. Batches hold 500 frames and stay yours for three days.
does: Draw boxes that touch the visible outline, with at most two pixels to spare
does: Set the occlusion and truncation flags; mark reflections as ignore regions
does: Correct the pre-labels of small signs, which the model often misses
asks: A mouse, a large screen and patience for crowded crossings
asks: 96 per cent agreement on the 60-frame entry task
paid: 0.06 USD a box, counted when a batch passes review. A typical frame has 14 boxes.

# Code review preference pairs, C++ and Rust
key: quarry-preference-new
age: 187
by: Quarry Labs
domain: code
pay: hour USD 75
for: English
level: Expert
tool: Quarry Workbench
work: Two assistants reviewed the same pull request. You decide which review a senior engineer would rather get, and say why in four to eight sentences. The changes come from open-source networking, parsing and storage code.
does: Build and run the change before you judge what was said about it
does: Rate correctness, usefulness and tone apart from each other
does: Write the review you would have written when both miss the bug
asks: Five years of C++ or three of Rust, with code we can look at
asks: You know your way around lifetimes, atomics and sanitizers
paid: 75 USD an hour, 15 hours a week, paid every second Friday.

# Catalan speech transcription, 120 hours
key: vox-catalan
age: 1180
by: Vox Data
domain: speech
pay: hour USD 24
in: ES, AD, FR
for: Catalan
level: Intermediate
tool: ELAN
work: Verbatim transcription of conversations between two or three people, recorded in kitchens, cars and on market squares from Perpignan to Alacant. Central, Valencian, Balearic and North-Western Catalan are all wanted; tell us which you grew up with.
does: Transcribe with speaker turns and time stamps, fillers and false starts included
does: Mark Spanish and French words inside Catalan sentences
does: Note the dialect of each speaker with the list we provide
asks: Native Catalan and secure spelling by the rules of the IEC or the AVL
asks: Headphones and a quiet room
paid: 24 USD an hour of your time. A quiet hour of audio takes about five.

# Legal contract question answering
key: brightline-legal
age: 1295
by: Brightline
domain: legal
pay: hour USD 55
in: GB, IE
for: English
level: Expert
tool: Brightline Studio
work: Answer questions that in-house lawyers really asked about supplier contracts, leases and non-disclosure agreements, and point to the clauses that carry your answer. Your answers become the reference for a contract assistant.
does: Answer in three to six sentences a non-lawyer understands
does: Select the supporting clauses and rank them
does: Say plainly when the contract does not answer the question
asks: A law degree from England, Wales, Scotland or Ireland, or five years as a paralegal
asks: No current mandate for the companies on our conflict list
paid: 55 USD an hour, twelve questions an hour on average.

# Retail shelf polygon masks
key: shelfie-masks
age: 1410
by: Shelfie
domain: polygons
pay: label USD 0.11
level: Intermediate
tool: CVAT
work: Outline every product facing on photos of supermarket shelves. The masks train a stock-out detector, so gaps between products matter as much as the products. The first 4,000 photos come from Polish and Dutch stores.
does: Draw polygons with 8 to 30 points along packaging edges
does: Separate facings that touch, also for bags and fruit nets
does: Mark price tags and empty facings with their own classes
asks: Experience with polygon tools and their keyboard shortcuts
paid: 0.11 USD a mask after review; corrections of our mistakes are paid again.

# Galician text-to-speech review
age: 1502
by: Vox Data
domain: tts
pay: hour USD 31
in: ES, PT
for: Galician
level: Intermediate
work: Listen to synthetic Galician voices and judge how natural, clear and pleasant they are. Each item holds two versions of one sentence, and you say which you would rather hear on the radio.
does: Rate 60 sentence pairs an hour on three scales
does: Mark wrong stress, open and closed vowels, and gheada where it does not belong
does: Suggest a respelling when a name is read wrongly
asks: Native Galician; a background in phonetics or radio helps
paid: 31 USD an hour, eight hours a week, for seven weeks.

# LiDAR cuboids for a harbour crane
age: 1660
by: Lumenar Robotics
domain: lidar
pay: hours EUR 21 28
in: NL, BE, DE, PL, PT
level: Intermediate
tool: Segments
work: Fit cuboids to containers, trucks, lashing workers and gulls in point clouds taken from a ship-to-shore crane. Sequences run for 20 seconds at 10 Hz and keep their identities throughout.
does: Place and track cuboids over 200 frames with interpolation
does: Check headings in the top view and heights in the side view
does: Flag frames in which rain or spray makes ghosts
asks: Earlier 3D point-cloud work in any tool
asks: A computer with a dedicated graphics card
paid: 21 to 28 EUR an hour, by the result of the entry sequence.

# Roof types on satellite imagery, Sahel cities
age: 1815
by: Geonaut
domain: satellite
pay: label USD 0.035
in: NE, ML, BF, SN, FR
for: French
level: Entry
tool: QGIS
work: Classify 90,000 building footprints in Niamey, Bamako and Ouagadougou by roof: sheet metal, concrete, thatch, tile or under construction. The data helps plan where storms do the most damage.
does: Work through tiles of 200 buildings with the keys 1 to 6
does: Move or split footprints that do not fit the image
does: Leave a note on anything that looks like a school or a clinic
asks: You know the region or have mapped it before
paid: 0.035 USD a building. An experienced mapper does 400 an hour.

# Proof checking for competition mathematics
age: 2030
by: Cobalt Reasoning
domain: math
pay: hour USD 68
for: English
level: Expert
work: A model has written proofs for olympiad problems. Find the first step that does not follow, or confirm that there is none, and repair the proof when you can do so in a few lines.
does: Judge each step as sound, gap or error, with a short reason
does: Grade the whole proof on the seven-point olympiad scale
does: Write a clean reference proof for one problem in ten
asks: National olympiad medal, or a degree in mathematics with a focus on proofs
asks: LaTeX
paid: 68 USD an hour; hard problems may take you as long as they take.

# Doctor and patient dialogue, Hindi and English mixed
age: 2210
by: Nimbus Voice
domain: speech
pay: hours INR 850 1200
in: IN
for: Hindi, English
level: Intermediate
work: Transcribe outpatient visits in which doctor and patient switch between Hindi and English in the middle of a sentence. Hindi is written in Devanagari, English in Latin letters, medicines by their generic names.
does: Transcribe and mark each switch of language
does: Replace names, places and phone numbers by the listed tags
does: Check a colleague's file for every five of your own
asks: Native Hindi, fluent English, and an ear for Bhojpuri or Marathi colouring
paid: 850 to 1,200 INR an hour depending on audio quality.

# Does this product answer that search? Fashion
age: 2390
by: Saffron Search
domain: search
pay: label USD 0.025
for: English
level: Entry
work: You see a search and a product, and decide whether the shopper would be glad, indifferent or annoyed to see it. The catalogue is fashion and shoes; the searches are what people really type, typing errors and all.
does: Grade pairs on a four-point scale from exact to unrelated
does: Name the attribute that does not fit: colour, size, occasion, gender, material
does: Mark searches that are not about fashion at all
asks: You shop online and can tell a brogue from a derby, or look it up
paid: 0.025 USD a pair. Agreement with control items is shown to you daily.

# Surgical video captions, knee arthroscopy
age: 2544
by: Umbra Imaging
domain: video
pay: hour USD 58
for: English
level: Expert
work: Describe what happens in 30-second clips of knee operations, one sentence an action: instrument, tissue, purpose. The captions let residents search 2,000 hours of recorded teaching cases.
does: Write time-stamped captions with the vocabulary we provide
does: Mark the phase of the operation and any complication
asks: Surgical training, or five years as a theatre nurse in orthopaedics
asks: You are not put off by the sight of surgery
paid: 58 USD an hour. Access only through a hosted desktop.

# Parish registers of Bohemia, 1780 to 1840
age: 2715
by: Papyrus Digital
domain: handwriting
pay: fixed USD 1450
for: German, Czech, Latin
level: Expert
tool: Transkribus
work: Transcribe 220 pages of baptism and marriage registers in Kurrent and Latin script. Reading models get you to about 88 per cent; you take them to 99.
does: Correct the automatic reading line by line
does: Tag names, places, dates, occupations and godparents
does: List abbreviations that the glossary lacks
asks: Fluent reading of Kurrent, shown on two sample pages
paid: 1,450 USD in three parts: 20, 100 and 100 pages.
)";

} // namespace ot::sandbox
