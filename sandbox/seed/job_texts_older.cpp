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
)";

const char* const kWorldJobNotes = R"(
# Transcripción de audiencias orales, español de Colombia
by: Polyphon Audio
domain: speech
pay: hour USD 19
in: CO
for: Spanish
lang: es
level: Intermediate
work: Cuarenta horas de audiencias públicas, con varias personas que hablan a la vez y vocabulario jurídico. Los nombres ya están sustituidos por un tono.
does: Transcribir con turnos de palabra y marcas de tiempo
does: Señalar los pasajes inaudibles en lugar de adivinarlos
asks: Español de Colombia como lengua materna
asks: Ortografía segura y auriculares cerrados
paid: 19 USD por hora registrada, con pago semanal.
)";

} // namespace ot::sandbox
