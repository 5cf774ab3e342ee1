// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kJobTemplateNotes = R"(
# %1 speech transcription, everyday conversations
domain: speech
language: yes
by: Vox Data, Baobab Speech, Polyphon Audio
pay: hour USD 14 27
of: Yoruba, Hindi, Swahili, Basque, Icelandic, Tagalog, Amharic, Welsh, Bengali, Romanian, Hausa, Quechua, Finnish, Tamil
work: Unscripted conversations in %1 between people who know each other, recorded on phones. The material is cut into clips of ten minutes; a clip takes about an hour.
work: We build an open speech model for %1 and need transcripts that keep what was really said: hesitations, dialect words, half sentences.

# Call-centre audio in %1: transcripts and intent
domain: speech
language: yes
by: Nimbus Voice, Copperfield Data, Bluebell Mutual
pay: hour USD 13 24
of: Polish, Turkish, Brazilian Portuguese, Vietnamese, Dutch, Punjabi, Ukrainian, Korean, Greek, Malay
work: Calls to an insurance and a travel hotline in %1. You transcribe both sides and mark what the caller wants, when it was understood and whether it was solved.
work: 400 hours of support calls in %1, already anonymised by tone. Two annotators hear every call and a third settles the differences.

# Red-teaming a chat model in %1
domain: safety
language: yes
by: Northwind AI, Sablegate Security, Dovecote Research
pay: hours USD 26 44
of: German, French, Arabic, Indonesian, Russian, Portuguese, Japanese, Italian, Urdu, Thai
work: The model is well defended in English and less so in %1. You show where: with prompts in the registers people really use, slang and dialect included.
work: Six weeks of adversarial testing in %1 before a public release. Findings go to the people who can fix them, and you see what became of each.

# Machine translation into %1, error marking
domain: translation
language: yes
by: Fjordtale Language, Quillstone, Linden Sprachtechnik
pay: hour USD 19 36
of: Norwegian, Swedish, Czech, Hungarian, Catalan, Slovene, Estonian, Lithuanian, Croatian, Hebrew, Persian, Tamil
work: News, manuals and subtitles translated from English into %1 by four systems. You mark each error with its kind and weight, without knowing which system made it.
work: We compare systems by their mistakes, not by their scores. Each document in %1 has 20 to 40 segments and is rated by two people.

# Synthetic voices in %1: listening test
domain: tts
language: yes
by: Polyphon Audio, Vox Data, Nimbus Voice
pay: hour USD 16 29
of: Danish, European Portuguese, Egyptian Arabic, Cantonese, Flemish, Bulgarian, Telugu, Zulu, Irish, Serbian
work: Eight new voices read news, timetables and jokes in %1. You compare them in pairs and mark what gives them away as synthetic.
work: Sessions of 45 minutes, at most two a day, because ears get tired. Every item is a sentence in %1 read by two voices.

# Search relevance for %1 shops
domain: search
by: Saffron Search, Juniper & Clay
pay: label USD 0.012 0.04
of: French furniture, Mexican grocery, Indian electronics, German garden, Brazilian beauty, Japanese stationery, Polish car part, British toy, Italian kitchen, Canadian outdoor
work: What people type into the search field of %1 shops, and what they are shown. You decide whether the result answers the search.
work: 30,000 pairs of search and product from %1 shops, each graded by three people who know the market.

# Dashcam boxes: %1
domain: boxes
by: Roadwise, Zephyr Transit
pay: label USD 0.03 0.08
of: night drives in Lisbon, snow in Tromsø, monsoon streets in Mumbai, roundabouts in Lyon, toll stations in Poland, school zones in Chile, tunnels in the Alps, tram crossings in Melbourne, dust roads in Namibia, dawn traffic in Seoul
work: Vehicles, people on foot and on wheels, animals and signs in frames from %1. Pre-labels are there; they need an eye.
work: Frames from %1 where earlier detectors failed. Each frame has between 5 and 40 objects.

# LiDAR cuboids: %1
domain: lidar
by: Lumenar Robotics, Roadwise, Atlas Freightways
pay: hours USD 18 30
of: motorway merging, warehouse forklifts, airport apron vehicles, delivery robots on pavements, open-pit mining trucks, farm machines at work, cyclists in Utrecht, parking garages
work: Sequences about %1, recorded with two sensors at 10 Hz. Objects keep their identity from the first frame to the last.
work: Point clouds of %1 with camera images beside them. A sequence takes an experienced annotator three to four hours.

# Polygon masks: %1
domain: polygons
by: Orchard Vision, Verdantia Agri, Yarrow Foods, Shelfie
pay: label USD 0.05 0.22
of: apple blossoms, weeds in sugar beet, bakery trays, salmon in net pens, damaged parcels, solar panel cracks, market fruit stands, plastic on beaches, grape bunches, tyre treads
work: Pixel-close outlines for photos of %1. The model already proposes masks; about a third of them need work.
work: 8,000 photos of %1, taken by phone in real light. Overlaps and shadows are the hard part.

# Satellite mapping: %1
domain: satellite
by: Geonaut, Meridian Plots, Tidewater Maps, Xylemwatch Climate, Kestrel Survey
pay: label USD 0.02 0.09
of: mangroves in Sulawesi, irrigation ponds in Andalusia, informal settlements in Lima, solar farms in Rajasthan, logging roads in Gabon, greenhouses in Almería, glacier lakes in Bhutan, fish farms in Chiloé, storm damage in Mozambique, hedgerows in Brittany
work: Trace and classify %1 on half-metre imagery from two years, and mark what changed between them.
work: A public map layer of %1 is coming up, and your labels are its reference. Clouds and shadows have their own classes.

# Preference pairs in %1
domain: code
by: Quarry Labs, Latticeworks
pay: hour USD 45 80
of: Python data analysis, TypeScript and React, Go services, SQL for analysts, Kotlin for Android, Swift for iOS, Java Spring back ends, Haskell, CUDA kernels, Bash and system administration, C# game scripting, R statistics
work: Two answers to a real developer question about %1. You run both, pick the better one and say what a reviewer would say.
work: Tasks in %1 with hidden tests. You judge what the tests cannot: names, structure, comments, honesty about limits.
)";

} // namespace ot::sandbox
