// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kJobDomainNotes = R"(
# safety
levels: Intermediate, Expert
category: Generative AI & RLHF
data: Text
labels: Evaluation, Classification
tools: Label Studio, Argilla
skills: Red-teaming, Content policy, Prompt writing
does: Write prompts that try to lead the model past its policy, and say which technique you used
does: Grade each answer on the harm scale and quote the passage that decided it
does: Propose one improvement of the guideline a week
asks: Secure judgement of hate, threat and fraud in your own culture
asks: You may stop at any item that is too much for you

# medical
levels: Intermediate, Expert
category: Text Annotation
data: Text
labels: Named Entity Recognition, Relation
tools: Prodigy, Label Studio, INCEpTION
skills: Medical terminology, Span labeling, Adjudication
does: Mark spans with the 22 classes of the scheme and link them to each other
does: Decide between two readings where annotators disagree
does: Report anything that could identify a patient
asks: Clinical or coding experience of at least one year
asks: Signed confidentiality agreement before the first batch

# boxes
levels: Entry, Entry, Intermediate
category: Image & Video Annotation
data: Image
labels: Bounding Box
tools: CVAT, Labelbox, V7
skills: Bounding boxes, Quality control
does: Draw tight boxes and keep small objects down to 12 pixels
does: Set occlusion, truncation and crowd flags
does: Review one batch of a colleague for every ten of your own
asks: A large screen and a mouse
asks: 95 per cent agreement on the entry task

# code
levels: Intermediate, Expert, Expert
category: Generative AI & RLHF
data: Code
labels: Ranking, Evaluation
tools: Argilla, Label Studio
skills: Code review, Debugging, Technical writing
does: Run both solutions before you compare them
does: Rank by correctness first, then clarity, then speed
does: Explain the decision in words a colleague could act on
asks: Three years of professional work in the language
asks: Published code or a short sample

# speech
levels: Entry, Intermediate
category: Audio Annotation
data: Audio
labels: Transcription, Segmentation
tools: ELAN, Praat, Label Studio
skills: Transcription, Dialects, Time-stamping
does: Transcribe verbatim with speaker turns and time stamps
does: Mark noise, overlap and words of other languages
does: Proofread a colleague's hour for every five of your own
asks: Native speaker with secure spelling
asks: Good headphones and a quiet place

# legal
levels: Intermediate, Expert
category: Text Annotation
data: Text
labels: Question Answering, Classification
tools: Doccano, Label Studio
skills: Contract law, Legal writing, Citation
does: Answer questions from the documents alone and cite the clause
does: Mark clauses by type and say what is unusual in them
does: Tell what the document does not decide
asks: Law degree or paralegal experience
asks: No conflict of interest with the parties

# polygons
levels: Entry, Intermediate
category: Image Annotation
data: Image
labels: Polygon, Segmentation
tools: CVAT, Roboflow, V7
skills: Polygons, Instance segmentation
does: Outline each object with as many points as it needs and no more
does: Separate objects that touch or overlap
does: Correct the masks the model proposes
asks: Practice with polygon tools
asks: Patience and a steady hand

# lidar
levels: Intermediate, Intermediate, Expert
category: Image & Video Annotation
data: 3D Point Cloud
labels: Cuboid, Tracking
tools: Segments, CVAT
skills: 3D cuboids, Object tracking
does: Fit and track cuboids through sequences of 100 to 300 frames
does: Check headings and sizes in three views
does: Mark ghosts, rain and reflections
asks: A computer that can turn a million points smoothly
asks: Entry sequence with an overlap of at least 0.85

# satellite
levels: Entry, Intermediate
category: Image Annotation
data: Geospatial
labels: Classification, Polygon
tools: QGIS, Segments
skills: Remote sensing, Mapping
does: Work through tiles and classify or outline what the legend lists
does: Compare two dates and mark what has changed
does: Note what the legend has no class for
asks: Experience in reading aerial images
asks: Knowledge of the region is welcome

# math
levels: Intermediate, Expert, Expert
category: Generative AI & RLHF
data: Text
labels: Evaluation, Ranking
tools: Label Studio, Argilla
skills: Mathematics, LaTeX, Step-by-step grading
does: Judge solutions step by step and find the first error
does: Write a model solution in clear sentences
does: Rate how hard a problem is for a student of that level
asks: Degree in mathematics, physics or a related field
asks: You write in LaTeX

# translation
levels: Intermediate, Expert
category: Text Annotation
data: Text
labels: Rating, Post-editing
tools: Label Studio, Weblate
skills: Translation, Post-editing, Error typology
does: Rate translations for accuracy and fluency and mark each error with its kind
does: Post-edit what is nearly right
does: Say when the source itself is unclear
asks: Native in the target language, near-native in the source
asks: Professional translation experience or a degree

# tts
levels: Entry, Intermediate
category: Audio Annotation
data: Audio
labels: Rating, Comparison
tools: webMUSHRA, Label Studio
skills: Listening tests, Phonetics
does: Compare two versions of a sentence and rate each
does: Mark wrong stress, odd pauses and swallowed endings
does: Repeat ten control pairs in every session
asks: Native speaker, no known hearing loss
asks: Wired headphones

# search
levels: Entry, Entry, Intermediate
category: Text Annotation
data: Text
labels: Relevance, Classification
tools: Label Studio, Doccano
skills: Search evaluation, E-commerce
does: Grade query and result pairs on a four-point scale
does: Name the attribute that does not fit
does: Rewrite queries that nobody could answer
asks: You know the shops of the country and how people write there
asks: Steady agreement with the control items

# video
levels: Entry, Intermediate
category: Image & Video Annotation
data: Video
labels: Captioning, Temporal Segmentation
tools: VIA, CVAT
skills: Captioning, Video annotation
does: Write one sentence for each action, with its start and end
does: Describe what is seen and heard, not what is guessed
does: Mark scenes with children so that they are left out
asks: Clear and correct writing
asks: A connection that streams video

# handwriting
levels: Intermediate, Expert
category: Text Annotation
data: Document
labels: OCR, Transcription
tools: Transkribus, eScriptorium
skills: Palaeography, Proofreading
does: Correct the automatic reading line by line
does: Tag names, places, dates and amounts
does: Keep the spelling of the source, also where it is wrong
asks: Practice with the script, shown on a sample page
asks: Attention for small differences

# document
levels: Entry, Intermediate
category: Text Annotation
data: Document
labels: Key-Value Extraction, Classification
tools: Label Studio, UBIAI
skills: Document layout, Data entry
does: Mark fields and tables and link labels to their values
does: Sort pages by kind and put them into order
does: Check sums against line items
asks: Care with numbers and formats of dates
asks: Signed confidentiality agreement

# dialogue
levels: Entry, Intermediate
category: Generative AI & RLHF
data: Text
labels: Ranking, Rewriting
tools: Argilla, Label Studio
skills: Preference ranking, Creative writing, Fact checking
does: Hold conversations of five to ten turns and choose the better answer at each
does: Rewrite the better answer where it still falls short
does: Check claims against two sources
asks: Excellent writing in your native language
asks: Curiosity for topics that are not your own
)";

} // namespace ot::sandbox
