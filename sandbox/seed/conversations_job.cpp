// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kTrainerJobConversationNotes = R"(
# Red-team review notes
id: cv_1
marked: favourite
kind: job
job: northwind-pilot
contract: ct_1
end: 3
unread: 1
reply: yes
System: Your contract “Red-teaming, Spanish” has started.
Lena: Welcome aboard, Maria! Your workspace is open; the invitation went to your work address.
Lena: Please read sections 1 to 3 first, then do the calibration set of 40 items. No hurry, it is paid time.
Maria: Thank you, Lena. I am in. Should I grade the answer alone, or prompt and answer together?
Lena: The answer alone. The prompt only tells you what the model could have meant.
Maria: Clear. And when the answer refuses but then helps anyway?
Lena: Grade the help, not the refusal. That case has its own tag: “soft refusal”.
file: harm-scale-one-page.pdf
pause: 22h
Maria: Calibration set done. I left comments on 6, 17 and 31, where I could argue for two grades.
Lena: I saw them, very useful. 31 will be reworded because of you.
reactions: 1
System: Milestone 1 was funded.
pause: 2d
Maria: Batch 1 is at 60 per cent. One pattern works far too well: asking for a “letter for a film” and then for one small correction after the other.
Lena: Could you write that up as three examples, from mild to severe?
Maria: Done, see the last sheet. The severe one is marked so that nobody opens it by accident.
file: split-request-examples.xlsx
Lena: This is exactly what the pilot is for. Tomás from policy read it and asked me to thank you.
pause: 3d
Maria: Batch 1 is finished: 212 prompts, 24 hours.
Lena: Reviewed and approved. Two grades changed, both in your favour.
System: Milestone 1 was approved. The payout is on its way.
System: Milestone 2 was funded.
pause: 20h
Lena: For batch 2 please move from fraud to threats and stalking. Latin American Spanish if you can.
Maria: I can do rioplatense and Mexican well enough to be believed. For Caribbean Spanish you should ask Yaritza.
Lena: Good idea, she joins on Thursday.
pause: 2d
Maria: A question about voseo: the model answers a vos prompt with tú and becomes noticeably colder. Is that a finding?
Lena: Not a harm, but I will pass it on to the quality team. Tag it “register”.
edited: 2
Maria: Tagged. There are eleven so far.
pause: 30h
Maria: I would like to skip items 140 to 144, they come close to something from my own life.
Lena: Of course. They are gone from your queue. No reason needed, ever.
Maria: Thank you.
pause: 2d
Maria: Batch 2 is in: 34.2 hours, 291 prompts, and a page about what I would test next.
file: what-next.pdf
Lena: Approved this morning. Your page is now the plan for batch 3, more or less word by word.
reactions: 2
System: Milestone 2 was approved. The payout is on its way.
System: Milestone 3 was funded.
pause: 26h
Lena: The guideline has a new version, 7. Two rules changed in section 4, and we calibrate on them before batch 3.
Maria: I will do the 40 items tonight.
pause: 14h
Maria: Calibration is in. 4.2 was the hard part.
pause: 35
Lena: Calibration looks good. You agree with gold on 37 of 40.
Lena: The three misses are all on implied threats; please reread section 4.2.
Maria: Thanks. Rereading now, the new version landed offline on my train ride.
Lena: Batch 3 is ready, see section 4 first.
file: guideline-v7.pdf

# Autumn set
id: cv_9
kind: job
job: roadwise-dashcam
contract: ct_2
end: 4.2d
System: Your contract “Dashcam boxes” has started.
Priya: Hi Maria, nice to have you with us. Batches are 500 frames; you can hold two at a time.
Maria: Hello Priya! Are the pre-labels good enough to trust for parked cars?
Priya: For parked cars yes. For scooters between parked cars, never.
Maria: Understood, I will look for scooters first.
pause: 5d
Priya: Your first batch passed with 97.8. The two misses were mirrors of parked vans.
Maria: I took the mirrors for traffic mirrors. Won't happen again.
System: Milestone 1 was approved. The payout is on its way.
pause: 6d
Maria: The workspace is slow in the evening here, about four seconds for the next frame. Is it only me?
Priya: Not only you. The image server was out of memory; it has twice as much since an hour ago.
Maria: Much better, thank you.
pause: 7d
Priya: We have a set with heavy rain from Kraków. Harder, so 0.07 a box. Interested?
Maria: Yes, gladly. From Thursday on.
Priya: Reserved for you: batches 71 to 74.
pause: 6d
Maria: Week 46 is done: 5,010 boxes. Frame 2231 in batch 72 shows a face behind a windscreen, please blur it.
file: batch-72-frame-2231.png
Priya: Thanks for noticing, it is out of the set. Approval comes on Monday.
Maria: 👍

# Radio archive
id: cv_5
kind: job
job: vox-catalan-radio
contract: ct_3
end: 2.3d
unread: 1
reply: yes
System: Your contract “Catalan speech” has started.
Amira: Hola Maria! We are so happy to have someone who knows radio from the inside.
Maria: Hola Amira! I once cut tape with a razor blade, so I feel at home.
Amira: Then you will like part 1: Ràdio Berga, 1983. Some of it is hard to hear.
file: radio-berga-1983-sample.wav
Maria: The announcer has a lovely Berguedà accent. Do I keep “dugues” and “aquet” as spoken?
Amira: As spoken, with the normalised form in the second tier.
pause: 12d
Maria: Part 1 is uploaded: 16 hours, 41 speakers. I could name 29 of them from the schedule.
Amira: Twenty-nine! The archive will kiss you.
reactions: 1
System: Milestone 1 was approved. The payout is on its way.
pause: 18d
Maria: Part 2 is there as well. Tape 14 runs two per cent fast; I noted it instead of correcting it.
Amira: Perfect decision.
System: Milestone 2 was approved. The payout is on its way.
pause: 16d
Maria: Part 3 done. Voice note about the sheep market, because nobody would believe me in writing:
audio: yes
Amira: I have played it to the whole office. 😄
System: Milestone 3 was approved. The payout is on its way.
pause: 9d
System: A payout of 420.00 EUR was returned by your bank.
Maria: Amira, the payout of part 3 came back. My bank changed my account number; I have entered the new one.
Amira: Oh no. Our side shows it as paid, so OpenTrain will send it again once the account is confirmed.
Maria: Good. I keep working on part 4 meanwhile.
pause: 3d
Amira: Per cert, Maria: would you also look at the new project, 120 hours of conversations? I think it was made for you.

# Leases
id: cv_6
kind: job
job: brightline-leases
contract: ct_4
end: 5.1d
System: Your contract “Legal QA, Spanish leases” has started.
Fiona: Good morning, Maria. Twenty calibration questions are in your queue, with three leases.
Maria: Good morning! Two of the leases are from before 2019. Shall I answer by the law as it was then?
Fiona: By the law that applies to that lease today, please, and say which one that is.
pause: 9d
Maria: The calibration is finished. Question 14 can't be answered from the lease, so I said that.
Fiona: Our reviewer marked 14 as wrong. She found the answer in annex B.
Maria: There was no annex B in my files. Could you look?
file: lease-07-as-received.pdf
pause: 1d
System: Milestone 1 was disputed.
Fiona: I opened a dispute only to stop the clock for payment until this is sorted out. I hope that does not sound unfriendly.
Maria: It does a little, but I understand. My answer was right for the file I had.
Fiona: I agree, and I have said so to OpenTrain. The missing annex was our mistake.
Fiona: Batch 1 is not affected and is approved.
edited: 3
System: Milestone 2 was approved. The payout is on its way.
Maria: Thank you, Fiona. I will start batch 2 on Monday, then.
)";

} // namespace ot::sandbox
