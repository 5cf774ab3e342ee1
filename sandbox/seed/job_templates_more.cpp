// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kMoreJobTemplateNotes = R"(
# Step-by-step grading: %1
domain: math
by: Cobalt Reasoning, Wrenfield Education, Halcyon Learning
pay: hour USD 32 66
of: probability puzzles, school geometry, linear algebra, number theory, combinatorics, mechanics problems, organic chemistry mechanisms, introductory statistics, actuarial questions, electric circuits
work: A model solves problems about %1 and shows its work. You find the first step that is wrong, however right the result looks.
work: Solutions to %1 at three levels of detail. You say which one a good teacher would hand out, and mend it where needed.

# Clinical entities in %1
domain: medical
by: Helix Health, Castor Clinical, Umbra Imaging
pay: hour USD 34 64
of: discharge letters, pathology reports, emergency notes, drug leaflets, dental records, psychiatric referrals, ultrasound reports, nursing handovers, vaccination records, oncology board minutes
work: Mark drugs, doses, findings, negations and dates in de-identified %1. The scheme is published and comes with 80 worked examples.
work: %1 from four hospitals, each with its own habits of writing. You label with a partner and settle the differences once a week.

# Question answering over %1
domain: legal
by: Brightline, Alderbank Finance, Bluebell Mutual
pay: hour USD 30 60
of: rental agreements, data-protection notices, insurance terms, employment contracts, court rulings on tenancy, building permits, shareholder agreements, terms of public tenders, collective agreements
work: People asked questions about %1, and you answer them from the document alone, citing the clause.
work: A benchmark about %1 in which half of the questions can't be answered from the text. Noticing that is the task.

# Captions for video: %1
domain: video
by: Mosaico Media, Kestrel Survey, Wrenfield Education
pay: label USD 0.35 1.4
of: cooking without words, bicycle repair, wildlife at water holes, chess streams, sign-language lessons, pottery and glass, harbour traffic, football drills, dance rehearsals, street musicians
work: Clips of 20 to 60 seconds about %1. You write what happens, in order, so that someone who can't see it would know.
work: Dense captions for 3,000 clips of %1: who does what with which object, and for how long.

# Reading old hands: %1
domain: handwriting
by: Papyrus Digital, Dovecote Research
pay: fixed USD 380 2200
of: ship logs of Bergen, letters from the Azores, Ottoman tax registers, recipe books from Lyon, field notes of a botanist, school reports from 1911, Yiddish diaries, Portuguese parish books, merchant accounts of Gdańsk
work: 150 to 300 pages of %1. Automatic reading gives you a start; names and numbers need a person.
work: The archive opens %1 to the public next spring, and the search should find every name in it.

# Key fields in %1
domain: document
by: Ledgerly, Alderbank Finance, Atlas Freightways, Tern & Harbour
pay: label USD 0.04 0.3
of: Spanish invoices, bills of lading, Italian receipts, payslips, customs declarations, utility bills, hotel folios, bank statements, German delivery notes, tax forms
work: Mark supplier, dates, amounts, taxes and line items in scans of %1, good and bad ones alike.
work: 12,000 pages of %1 for a model that is to fill forms without mistakes. Handwritten additions count as well.

# Conversations with an assistant about %1
domain: dialogue
by: Northwind AI, Monsoon Labs, Kitsune AI, Halcyon Learning, Dovecote Research
pay: hours USD 17 34
of: cooking for guests, personal budgets, gardening in dry regions, learning an instrument, caring for parents, job applications, travelling by train, small repairs at home, first-time parenting, moving abroad
work: You talk with two models about %1 and choose the better answer turn by turn. Say what made the difference.
work: We look for people who know something about %1 and notice when an answer only sounds right.

# Fact checking model answers on %1
domain: dialogue
by: Dovecote Research, Quillstone, Cobalt Reasoning
pay: hour USD 22 39
of: European history, nutrition claims, football records, space missions, classical music, patents and inventions, public transport, medicine prices, climate figures, African literature
work: Every sentence of an answer about %1 is a claim. You find two independent sources for it, or against it.
work: Answers on %1, 150 to 300 words long, with their sources. You check whether the sources say what the answer says.
)";

} // namespace ot::sandbox
