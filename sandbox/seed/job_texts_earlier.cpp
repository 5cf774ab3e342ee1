// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

const char* const kEarlierJobNotes = R"(
# Red-teaming in Spanish, pilot of six weeks
key: northwind-pilot
age: 64800
status: COMPLETED
by: Northwind AI
domain: safety
pay: hour USD 38
for: Spanish
level: Expert
tool: Label Studio
work: The pilot before our large Spanish round: four people find out which attack techniques work, and help to write the guideline.

# Dashcam bounding boxes, autumn set
key: roadwise-dashcam
age: 72400
status: COMPLETED
by: Roadwise
domain: boxes
pay: label USD 0.06
level: Entry
tool: CVAT
work: 180,000 boxes on dashcam frames from Madrid, Turin and Kraków, with wet roads and low sun. Weekly batches, reviewed within two days.

# Catalan radio archive, transcription in four parts
key: vox-catalan-radio
age: 148300
status: COMPLETED
by: Vox Data
domain: speech
pay: fixed EUR 1680
in: ES
for: Catalan
level: Intermediate
tool: ELAN
work: 64 hours of local radio from the eighties: interviews, village news, the weather. Tape noise and dialects included.

# Questions about Spanish leases, answered in English
key: brightline-leases
age: 97600
status: COMPLETED
by: Brightline
domain: legal
pay: hour GBP 44
for: Spanish, English
level: Expert
tool: Brightline Studio
work: British owners of flats in Spain ask; you answer from the lease and the law on urban leases, in plain English.

# Japanese voices reading Spanish, listening test
key: kitsune-tts
age: 372900
status: ARCHIVED
by: Kitsune AI
domain: tts
pay: hour JPY 4200
for: Spanish
level: Intermediate
work: A voice trained in Tokyo learns Spanish. You hear where it stumbles: the rolled r, the soft d, the melody of a question.

# Ranking Spanish answers of a tutoring model
key: monsoon-ranking
age: 446500
status: ARCHIVED
by: Monsoon Labs
domain: dialogue
pay: hour INR 2100
for: Spanish
level: Intermediate
tool: Argilla
work: Pupils ask in Spanish, two models answer, you rank. History and biology for ages 12 to 16.

# Brazilian subtitles into Spanish, documentary series
key: ceibo-subtitles
age: 561700
status: ARCHIVED
by: Ceibo Dados
domain: translation
pay: fixed BRL 9600
for: Portuguese, Spanish
level: Intermediate
work: Eight episodes about rivers. You rate and repair machine-made Spanish subtitles; line length and reading speed matter.

# Toxicity panel, Spanish of Argentina
key: dovecote-toxicity
age: 51900
status: COMPLETED
by: Dovecote Research
domain: safety
pay: fixed USD 600
in: AR, UY
for: Spanish
level: Entry
work: Sixty people read the same 500 comments and say how each would make them feel. We study disagreement itself.

# Swedish clinical notes, entities and negation
key: castor-nordic
age: 139700
status: COMPLETED
by: Castor Clinical
domain: medical
pay: hour EUR 46
in: SE, FI, NO
for: Swedish
level: Expert
tool: INCEpTION
work: 40,000 notes from two university hospitals, labeled by a team of eight inside a closed network.

# LiDAR of Nordic winters, 300 sequences
key: lumenar-winter
age: 103600
status: COMPLETED
by: Lumenar Robotics
domain: lidar
pay: hours USD 24 29
level: Intermediate
tool: Segments
work: Snow on the sensor, snow on the road, snow in the air. We look for one agency that takes all 300 sequences.

# Coastline and jetties of the Baltic
key: tidewater-baltic
age: 255400
status: ARCHIVED
by: Tidewater Maps
domain: satellite
pay: label USD 0.09
level: Intermediate
tool: QGIS
work: Jetties, boat houses, reed belts and bare rock along 7,000 kilometres of shore. Two passes by different people.

# Swedish and Norwegian MT, error marking at scale
key: fjordtale-mt
age: 88200
status: COMPLETED
by: Fjordtale Language
domain: translation
pay: fixed USD 18400
in: SE, NO
for: Swedish, Norwegian
level: Expert
work: 12,000 segments, three systems, two raters each. One vendor organises raters, calibration and adjudication.

# Receipts from Nordic grocery shops
key: ledgerly-receipts
age: 61300
status: ARCHIVED
by: Ledgerly
domain: document
pay: label USD 0.12
in: SE, NO, DK, FI
level: Entry
work: Photos of receipts, crumpled and faded. Mark shop, date, VAT lines and every item with its weight or count.

# Radiology report spans, Spanish chest CT
key: helix-spans
age: 13400
by: Helix Health
domain: medical
pay: hour USD 62
in: ES, MX, AR, US
for: Spanish
level: Expert
tool: Prodigy
work: The first 1,200 reports of a larger set, all in Spanish: findings, anatomy, negation and how sure the radiologist was.
does: Draw spans and link findings to anatomy
does: Mark every hedge, from “probable” to “no se descarta”
asks: Two years as a radiographer, clinical coder or medical translator
asks: A 15-minute AI interview after the proposal

# Preference pairs for data analysis in Python
key: quarry-python
age: 30100
by: Quarry Labs
domain: code
pay: hour USD 60
for: English
level: Expert
tool: Quarry Workbench
work: Notebooks by two models on the same question about the same table. You rerun both and choose the one you would sign.

# ترجمة موازية بين العربية والإسبانية لمساعد سفر
key: nahla-parallel
age: 17900
by: Nahla Tech
domain: translation
pay: hour USD 27
in: ES, MA, EG, JO
for: Arabic, Spanish
lang: ar
level: Intermediate
work: نبني مساعد سفر يجيب بالعربية والإسبانية. تراجع أزواجًا من الجمل وتصحّح الترجمة حيث لا تبدو طبيعية، مع مراعاة اختلاف اللهجات بين المغرب والمشرق.
does: تقييم كل زوج من حيث الدقة والسلاسة
does: تصحيح أسماء الأماكن والأطعمة والعملات
does: كتابة ملاحظة قصيرة حين يكون النص الأصلي غير واضح
asks: إتقان الإسبانية، ومعرفة جيدة بالعربية الفصحى
asks: خبرة في الترجمة أو السياحة
paid: ٢٧ دولارًا في الساعة، ويُدفع كل أسبوعين.

# Leichte Sprache: Bewertung vereinfachter Behördentexte
key: linden-leicht
age: 21400
by: Linden Sprachtechnik
domain: translation
pay: hour EUR 34
in: DE, AT, CH, ES
for: German, Spanish
lang: de
level: Intermediate
work: Ein Modell überträgt Bescheide und Formulare in Leichte Sprache, auf Deutsch und auf Spanisch. Sie prüfen, ob dabei nichts verloren geht und niemand belehrt wird.
does: Vergleichen Sie Original und Fassung Satz für Satz
does: Markieren Sie, was fehlt, was falsch ist und was unnötig schwer bleibt
asks: Sehr gutes Deutsch und Spanisch
asks: Erfahrung mit Leichter oder Einfacher Sprache
paid: 34 EUR je Stunde, Abrechnung alle zwei Wochen.
)";

} // namespace ot::sandbox
