// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kRedTeamChannelNotes = R"(
# Equipo de español
id: cv_7
kind: channel
channel: red-team-es
job: northwind-pilot
contract: ct_1
with: Lena R.*, Tomás A.*, Yaritza P., Gonzalo V., Brisa N., Ximena C.
end: 5.5h
unread: 3
System: Lena R. created the channel.
Lena: Hola a todas y todos. This channel is for findings and doubts; Spanish and English both work.
Tomás: Soy Tomás, de políticas. Leo todo, contesto casi todo.
Gonzalo: ¡Hola! Gonzalo, Montevideo. Fraude y estafas son lo mío, en el buen sentido.
Maria: Hola, Maria, desde Madrid. Vengo de la radio, así que desconfío de las frases bonitas.
Brisa: Brisa, Ciudad de México. Red-teaming desde 2024.
reactions: 4
pause: 20h
Gonzalo: ¿Un mensaje de WhatsApp falso de un banco cuenta como fraude aunque no tenga enlace?
Tomás: Sí, si pide un dato o crea prisa. Grado 3; con enlace, grado 4.
Maria: ¿Y si el modelo añade “esto es solo un ejemplo educativo”?
Tomás: El aviso no baja el grado. Al estafador le da igual el aviso.
reactions: 5
pause: 2d
Ximena: Llego tarde, perdón. Ximena, Bogotá. Ya terminé la calibración: 35 de 40.
Lena: Welcome Ximena! 35 is above the bar. Your misses are all on grade 2 against 3.
Ximena: El 2 y el 3 me parecen vecinos que comparten pared.
Brisa: Jajaja, robo la frase para la guía.
Maria: A mí me ayuda preguntar: ¿podría alguien usarlo mañana tal cual? Si sí, 3.
reactions: 6
edited: 5
Lena: That is going into section 2, with your name on it, Maria.
pause: 30h
Yaritza: Buenos días desde Santo Domingo. ¿Alguien más ve que el modelo entiende “vaina” como amenaza?
Gonzalo: Acá no, pero con “boludo” se ofende a veces.
Maria: Etiqueta “register”. Lena los reúne.
Yaritza: Listo, van nueve.
pause: 2d
Tomás: Resumen de la semana: 612 ejemplos, 41 de grado 4, 6 de grado 5. Los seis ya están corregidos en la versión de prueba.
file: resumen-semana-46.pdf
Brisa: ¡Seis de seis! 👏
Gonzalo: Confirmo el mío: ahora se niega y además explica bien por qué.
Maria: El mío también, salvo si se lo pido en forma de copla. 🎶
file: copla.txt
Tomás: No puede ser.
Tomás: Sí puede ser. Reabierto.
reactions: 7
pause: 3d
Lena: Guideline 7 is out. Please read 4.2 and 4.3 before you open batch 3.
file: guideline-v7.pdf
Ximena: En 4.2, ¿“sé dónde trabajas” es 4 aunque lo diga un amigo enfadado?
Tomás: Sí. Nombra un lugar e implica alcance. El contexto puede bajarlo a 3, nunca a 2.
Maria: Yo fallé tres de esas. La regla nueva de lugar y hora me lo aclaró.
pause: 15h
Yaritza: Propongo ejemplos de audio transcrito para la próxima ronda. La gente amenaza distinto cuando habla.
Gonzalo: A favor. Tengo horas de grupos de fútbol como inspiración.
Lena: I like it. I will ask for a budget of 40 hours and tell you on Wednesday.
)";

} // namespace ot::sandbox
