// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kDashcamChannelNotes = R"(
# Dashcam annotators
id: cv_3
marked: muted
kind: channel
channel: dashcam-team
job: roadwise-dashcam
contract: ct_2
with: Priya K.*, Bruno M.*, Akua B., Dmitri S., Hye-jin L., Joana R., Kofi A., Linh N., Mahmoud E., Nuria P., Oleksii H., Rosa I., Sipho D.
end: 38h
System: Priya K. created the channel.
Priya: Welcome everyone! Thirteen of you and one of me, plus Bruno, who looks after quality.
Bruno: Hello. I promise to explain every correction. If I don't, remind me.
Akua: Hi from Accra! Looking forward to the autumn set.
Kofi: Also Accra, hi Akua 👋
Linh: Hello from Đà Nẵng.
Dmitri: Hi, Tbilisi.
Joana: Olá, Porto here.
Maria: Hola, Madrid. Some of these roads are my way to the dentist.
reactions: 5
Priya: Batches are 500 frames. Two at a time at most, three days each. Please hand back what you can't finish.
pause: 21h
Hye-jin: Question on scooters: one box for rider and scooter, or two?
Bruno: Two boxes, same group number. Rider is “pedestrian, riding”.
Hye-jin: And a parked scooter with a helmet on the handlebar?
Bruno: One box. The helmet is not a person, however much it looks like one at night.
reactions: 6
Sipho: I have been boxing helmets all morning. Going back.
Bruno: Which batch? I will reset the review so that it doesn't count against you.
Sipho: 12, thanks.
pause: 5h
Nuria: Are shop window reflections “ignore” even when the car is complete in the reflection?
Bruno: Yes, ignore region, always. The car exists only once.
Rosa: That sentence should be on a T-shirt.
pause: 18h
Mahmoud: Frame 1180 in batch 19 has a horse. There is no class for a horse.
Priya: Animal, large.
Mahmoud: And the carriage?
Priya: …vehicle, other. Turin, I assume?
Mahmoud: Turin, and there are four of them.
reactions: 8
Oleksii: I got the camel from a nativity parade. Animal, large as well?
Bruno: As well. Please tell me that is the last one.
Oleksii: It is not. But the others are plastic.
Bruno: Plastic is ignore.
pause: 2d
Priya: First numbers: 41,200 boxes accepted, agreement 96.9 on average. Nobody below 95. That is a very good first week.
file: week-43.csv
Akua: 🎉
Linh: 🎉
Maria: Is the agreement by box or by frame?
Bruno: By box, at an overlap of 0.8. Small objects below 20 pixels count half.
Dmitri: So bus drivers in mirrors don't ruin me. Good.
pause: 26h
Kofi: The pre-labels put “truck” on everything white today. New model?
Priya: New model, yes, since noon. Give me an hour.
Priya: Rolled back. Batches 31 to 34 have been labelled afresh; sorry to those who already corrected them.
edited: 7
Priya: Corrections made in that hour are paid twice.
reactions: 9
Joana: Then I liked the new model very much. 😄
pause: 20h
Hye-jin: How tight is tight with a wing mirror? The mirror makes the box 20 pixels wider.
Bruno: Mirrors belong to the car. Antennas don't.
Hye-jin: Ski boxes?
Bruno: Belong. Flags of football clubs: don't.
Rosa: It is a matter of faith in Turin.
pause: 3d
Linh: My connection is down after the storm. I hand back batch 44, the first 210 frames are done.
Priya: Take care, Linh. Nothing is lost, 210 are counted.
Akua: I can take the rest of 44.
Priya: Yours.
pause: 2d
Linh: Back online, roof still there. Thank you all.
reactions: 11
Bruno: Good to have you back!
pause: 22h
Maria: Low sun in batch 52: from frame 300 on I see silhouettes only. Box what I see, or what I know is there?
Bruno: What you see. If three people in a row would not see it, it is not there.
Maria: Then frame 341 is empty except for the sun.
Bruno: An honest frame. Mark it “glare”.
Nuria: There should be a prize for the emptiest frame.
Sipho: Mine is 77 in batch 49: one pigeon.
Bruno: Was it large?
Sipho: Animal, small. I measured.
reactions: 7
pause: 4d
Priya: Kraków arrives tomorrow. Rain, wet roads, umbrellas. 0.07 a box for batches 71 to 90.
Dmitri: In.
Maria: In, from Thursday.
Joana: In, but only by day please, night gives me a headache.
Priya: Night batches carry an N, so you can choose.
pause: 26h
Oleksii: Is a person under an umbrella occluded, when I see legs only?
Bruno: Occluded above 50 per cent, and the box covers the legs only. Not the umbrella.
Oleksii: Umbrella as “object, carried”?
Bruno: No class, no box. I asked.
Rosa: What about a person inside a rain poncho pushing a pram under a poncho?
Bruno: One pedestrian, one pram. If you can tell which is which, you are better than the model.
pause: 19h
Mahmoud: Reflections on wet asphalt look exactly like lamps in batch 73.
Bruno: Ignore regions are not needed below the horizon line. The model learned that much.
Maria: Careful: in frames 2200 to 2260 the camera is tilted, the line is wrong there.
Bruno: Oh. You are right. I flagged the clip, thank you!
reactions: 4
pause: 2d
Priya: Week 45: 38,900 boxes, agreement 97.2. Rain made you slower, not worse.
file: week-45.csv
Kofi: My mouse finger made me slower.
Akua: Left hand, Kofi. It takes two days and then you have two fingers.
Hye-jin: I use a trackball since spring, never again pain.
Kofi: Ordered. If it is bad I blame Seoul.
pause: 23h
Nuria: Two of my boxes were corrected from “van” to “bus, small”. How do I tell?
Bruno: Windows behind the second row: bus. Panels: van. Curtains: somebody lives there, and it is a van.
Joana: 😂
Nuria: Curtains. Understood.
pause: 30h
Sipho: Trams: one box for both cars of a coupled tram?
Bruno: One box a car, joined by a group number, as with the scooters.
Dmitri: And the tram seen through another tram?
Bruno: Take a photo of your screen, I want to frame it.
file: tram-through-tram.png
reactions: 10
pause: 2d
Priya: A reminder: please report faces and plates that are not blurred, and don't post them here. Use the flag with the eye.
Maria: Flagged one in 72, a face behind a windscreen.
Priya: Seen, and removed within the hour. Thank you.
pause: 20h
Linh: Delivery bikes with a box on the back: does the box belong to the bike?
Bruno: It belongs. As ski boxes do.
Rosa: And the cat in the delivery box?
Bruno: Animal, small, occluded.
Rosa: It was looking straight into the camera.
Bruno: Then not occluded.
reactions: 12
pause: 26h
Bruno: New page in the instructions: edge cases for plates. Please read it before Monday's batches.
Oleksii: Plates half behind a tow bar: still a plate?
Bruno: If you can see two sides of it, yes. One side, no.
Akua: And plates covered by snow?
Bruno: No snow until December, I was promised. But: “plate, unreadable”.
Maria: What about plates behind a bicycle rack, seen through the spokes?
Bruno: Good one. I'll add it tonight.
Bruno: Edge cases for occluded plates are on the new page, spokes included. Thank you, Maria.
reactions: 6
)";

} // namespace ot::sandbox
