// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kVendorInstructionNotes = R"(
# Annotationsguide
id: ip_101
contract: ct_101
job: castor-nordic
position: 0
version: 14
summary: Ny klass: skrivet av anhörig
created: 88d
updated: 6d
until: in 40d
h2: Annotationsguide
p: Läs hela anteckningen innan du markerar något. Markera det som **står där**, inte det som läkaren nog menade.
row: Klass | Exempel | Inte
row: Fynd | *rodnad kring såret* | *såret* ensamt
row: Läkemedel | Alvedon 500 mg | *tablett*
row: Negation | *inga tecken till* | *sannolikt inte*
row: Osäkerhet | *kan ej uteslutas* | *ses ej*
h3: Skrivet av anhörig
p: Text som en anhörig har dikterat får klassen `relative`, hela meningen, och ingenting inuti den.

# Kalibrering
id: ip_102
contract: ct_101
job: castor-nordic
position: 1
version: 6
created: 88d
updated: 60d
until: in 40d
h2: Kalibrering
ol: Femtio anteckningar, alla dubbelt
ol: Genomgång i par, högst en timme
ol: Ny omgång om överensstämmelsen är under 0,85
task: [x] Sekretessavtal undertecknat
task: [x] Inloggning i det slutna nätet
task: [ ] Genomgång av sprint 4

# Adjudication
id: ip_103
contract: ct_101
job: castor-nordic
position: 2
version: 9
summary: Rows that differ in one class only are decided by the lead
created: 62d
updated: 30h
until: in 40d
h2: Adjudication
p: Two readers, one decision. The third reader does not vote: she *explains*, and the guide is changed where the explanation shows a gap.
code: sql | select note_id, reader, label
  from spans
  where sprint = 4 and disagree > 1;
quote: A rule that needs three examples to be understood is two rules.

# Negation cues
id: ip_104
contract: ct_101
job: castor-nordic
parent: ip_103
position: 0
version: 5
created: 60d
updated: 20d
until: in 40d
h2: Negation cues
li: `inga tecken till`, `ses ej`, `u.a.`: cue and finding are two spans
li: `negativ` after a test name: a **result**, not a negation
sub: “CRP negativ” is a result
sub: “negativ till behandling” is neither; ask
)";

} // namespace ot::sandbox
