// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kNewJobNotes = R"(
# Cooking assistant conversations, Spanish of Spain and Mexico
key: halcyon-cooking
by: Halcyon Learning
domain: dialogue
pay: hours USD 22 30
in: ES, MX, CO, AR
for: Spanish
level: Intermediate
tool: Argilla
work: You cook while you talk to the assistant, and later choose the better of two answers for each turn. We want the real kitchen: missing ingredients, burnt onions, guests who eat no gluten.
does: Hold three conversations of ten turns a session
does: Rank answers and rewrite the better one where it could still be warmer or safer
does: Flag advice that could make someone ill
asks: You cook several times a week and enjoy explaining it
asks: Native Spanish

# Subtitle quality for telenovelas, Mexican Spanish
key: mosaico-subtitles
by: Mosaico Media
domain: translation
pay: label USD 0.45
for: Spanish, English
level: Intermediate
work: Rate and repair English subtitles for 90 episodes. Insults, pet names and proverbs are where the machine loses its way.
does: Rate each scene for meaning, tone and reading speed
does: Repair lines of more than 42 characters
asks: Bilingual, and at ease with Mexican idiom

# Yoruba storytelling, transcription with tone marks
by: Baobab Speech
domain: speech
pay: hour USD 21
in: NG, BJ, GB, US
for: Yoruba
level: Intermediate
tool: ELAN
work: Folk tales told by grandparents in Ọ̀yọ́, Ìjẹ̀bú and Èkìtì. The transcripts carry full tone marks, because a tale without them can be read five ways.
does: Transcribe with tones and under-dots
does: Mark songs and refrains apart from speech
does: Explain proverbs in one English sentence
asks: Native Yoruba with secure tone marking
asks: One of the three dialects understood without effort

# Rust unsafe blocks: is the comment true?
by: Latticeworks
domain: code
pay: hour USD 82
for: English
level: Expert
work: 3,000 unsafe blocks with their safety comments, some written by people and some by a model. You decide whether the comment proves what it claims.
does: Name the invariant, the line that relies on it and the line that keeps it
does: Write a failing test where the comment is wrong
asks: You have shipped unsafe Rust and know Miri
paid: 82 USD an hour, paid weekly. A block takes between 5 and 40 minutes.

# Cough sounds, three-way check
by: Violetta Respiratory
domain: tts
pay: label USD 0.09
level: Entry
work: Listen to two seconds of sound and say: cough, throat clearing or something else. The data helps a phone notice a worsening asthma early.
does: Judge 250 clips an hour with three keys
does: Mark clips with voices so that they are deleted
asks: Good hearing and wired headphones

# Wheat rust on leaf photos, five stages
by: Verdantia Agri
domain: polygons
pay: label USD 0.18
in: IN, KE, ET, MX, EG
level: Intermediate
tool: V7
work: Outline rust pustules on 11,000 leaf photos from trial fields and assign one of five stages. An agronomist answers questions daily.
does: Outline pustules in clusters of at most ten
does: Tell stripe rust from leaf rust and stem rust
asks: Training in agronomy or plant pathology

# Tender documents: what must a bidder prove?
by: Alderbank Finance
domain: legal
pay: hour EUR 41
in: DE, AT
for: German
level: Expert
work: Find every proof and deadline that a bidder owes in 500 German tender documents, and link each to its paragraph.
does: Mark obligations, proofs, deadlines and exclusions
does: Join duplicates across annexes
asks: Experience with public tenders on either side of the table

# Wheelchair routes from street photos
by: Zephyr Transit
domain: boxes
pay: label EUR 0.07
level: Entry
tool: CVAT
work: Kerbs, steps, narrow gates, cobbles, lifts. You mark what stops a wheelchair in street photos of nine cities, so that a route planner can avoid it.
does: Draw boxes for eleven kinds of obstacle
does: Estimate the height of a step in three classes
asks: Own experience with a wheelchair or a pram is welcome, not required

# Persian poetry, rating translations
by: Quillstone
domain: translation
pay: hour USD 48
for: Persian, English
level: Expert
work: Four translations of the same ghazal, two by people and two by models. You rank them and say what each kept and what it lost.
does: Rank four versions of 120 poems
does: Annotate metre, imagery and double meanings
asks: Deep reading of Hafez and his time, and English you would publish

# Bird calls at dawn, Western Ghats
by: Xylemwatch Climate
domain: speech
pay: label USD 0.22
in: IN, LK
level: Expert
tool: Raven
work: Five-minute recordings at first light. Mark each call with its species, start and end; forty species are on the list, and more are in the forest.
does: Mark calls in the spectrogram and listen to each
does: Rate your certainty from 1 to 3
asks: You know the birds of the Western Ghats by ear

# Bank chat intents in Brazilian Portuguese
by: Ceibo Dados
domain: search
pay: label BRL 0.35
in: BR
for: Portuguese
level: Entry
work: 60,000 first messages to a bank's chat. You choose the intent and mark what is urgent: a lost card is not a question about fees.
does: Choose one of 74 intents, two when both are meant
does: Mark anger, fear and possible fraud
asks: Native Brazilian Portuguese

# Chess commentary, is it right and is it fun?
by: Dovecote Research
domain: dialogue
pay: hour USD 33
for: English
level: Expert
work: A model comments on games move by move. You check the claims with an engine and judge whether a club player would enjoy reading on.
does: Check each claim about a position
does: Rate insight, pace and tone
asks: A rating of at least 2000 in any federation

# Insurance photos: dents, scratches, hail
by: Bluebell Mutual
domain: polygons
pay: label GBP 0.14
level: Intermediate
tool: Labelbox
work: Mask damage on 25,000 photos of cars and name the part. Reflections look like dents, and dirt looks like scratches; that is why people are needed.
does: Mask each damage and choose part and kind
does: Reject photos that show number plates or faces
asks: You know the parts of a car

# Kinyarwanda health advice, safety review
by: Helix Health
domain: safety
pay: hour USD 29
in: RW, UG, CD
for: Kinyarwanda
level: Expert
work: A health line wants to answer by text in Kinyarwanda. You read its answers and mark what a nurse would never say.
does: Grade 20 answers an hour for safety and clarity
does: Rewrite answers that are right but cold
asks: Nurse, midwife or community health worker
asks: Native Kinyarwanda

# One-line labels for 400 000 news pictures
by: Mosaico Media
domain: video
pay: label USD 0.004
for: English
level: Entry
work: Choose the best of five one-line descriptions for each picture, or none. It goes fast: most people decide in two seconds.
does: Choose with the keys 1 to 5, or 0 for none
does: Skip pictures of violence; they count as well
asks: Fluent English
paid: 0.004 USD a picture, paid in batches of 5,000.
)";

} // namespace ot::sandbox
