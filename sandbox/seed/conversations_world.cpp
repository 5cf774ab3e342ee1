// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

const char* const kTrainerWorldConversationNotes = R"(
# 音声評価
id: cv_8
kind: job
job: kitsune-tts
contract: ct_5
end: 75.2d
closed: conversation_closed
System: Your contract “Listening test, Spanish voices” has started.
Haruka: マリアさん、はじめまして。春香です。どうぞよろしくお願いいたします。
Haruka: 英語でも日本語でも大丈夫です。マリアさんの日本語はとてもお上手ですね。
Maria: はじめまして。日本語はまだ勉強中ですが、頑張ります。
Haruka: 最初のセットは「声A」です。一日に二回まで、各45分でお願いします。
file: 評価の手引き.pdf
pause: 20d
Maria: 声Aが終わりました。「perro」と「pero」の区別がまだ難しいようです。
Haruka: ありがとうございます。やはりそうですか。開発チームに伝えます。
System: Milestone 1 was approved. The payout is on its way.
pause: 22d
Maria: In the second set the voice asks questions like statements. I added a column for the melody; is that all right?
Haruka: とても助かります。今後もその列を使ってください。
reactions: 1
System: Milestone 2 was approved. The payout is on its way.
pause: 16d
System: A payout of 84,000 JPY could not be sent.
Haruka: 申し訳ありません。銀行コードに誤りがあったそうです。再送の手続きをしました。
Maria: 大丈夫です。届きましたらお知らせします。
pause: 6d
Maria: 届きました。ありがとうございました。
pause: 49d
Haruka: 今日、新しい声を公開しました。「El perro de San Roque no tiene rabo」も完璧です。
Maria: おめでとうございます！ 聞いてみました。本当にきれいな r です。
Haruka: マリアさんのおかげです。またぜひお願いいたします。
System: The contract has ended. This conversation is closed.

# مساعد السفر
id: cv_10
kind: proposal
job: nahla-parallel
proposal: p_9
end: 6.4d
System: Layla H. asked for your résumé.
Layla: مرحبًا ماريا، شكرًا على عرضك. أعجبني أنك ذكرت تطوان!
Layla: هل يمكنك إرسال سيرتك الذاتية ومثال قصير من عملك السابق؟
Maria: مرحبًا ليلى. بكل سرور، أرفقت السيرة الذاتية مع صفحتين من دليل سياحي راجعته.
file: CV-Maria-Gomez.pdf
file: guia-tetuan-muestra.pdf
Layla: وصلت الملفات، شكرًا. سؤال واحد: كيف تترجمين «الله يعطيك العافية» إلى الإسبانية؟
Maria: حسب الموقف. في المتجر أقول «gracias, que tenga buen día»، ومع العمال «ánimo con el trabajo».
Layla: جواب جميل 😊 سأعرض ملفك على الفريق وأعود إليك الأسبوع القادم.
edited: 3
Maria: شكرًا لك. وإن أردتم الجانب الإسباني فقط فهذا يناسبني تمامًا.

# Leichte Sprache
id: cv_11
kind: proposal
job: linden-leicht
proposal: p_10
end: 8.3d
Katrin: Guten Tag Frau Gómez, vielen Dank für Ihre Bewerbung. Ihr Satz über das Radio hängt jetzt bei uns an der Wand.
Maria: Guten Tag Frau B., das freut mich sehr! Soll ich eine Probe bearbeiten?
Katrin: Gern. Im Anhang ist ein Bescheid über Wohngeld, Original und Fassung. Eine Stunde genügt, sie wird bezahlt.
file: Probe-Wohngeldbescheid.pdf
pause: 22h
Maria: Fertig. In Absatz 3 ist aus „kann“ ein „muss“ geworden. Das ist der einzige Fehler, der jemanden Geld kosten würde.
file: Probe-Wohngeldbescheid-MG.pdf
Katrin: Genau diesen Fehler haben bisher nur zwei Personen gefunden.
Katrin: Wir entscheiden erst Anfang Dezember, weil der Auftraggeber die spanische Fassung noch prüft. Sie stehen auf „Vielleicht“, aber auf dem oberen Rand davon.
Maria: Damit kann ich leben. Danke für die offene Antwort!

# Série dos rios
id: cv_13
marked: archived
kind: job
job: ceibo-subtitles
contract: ct_7
end: 307d
System: Your contract “Subtitles, river series” has started.
Rafael: Oi Maria! Os dois primeiros episódios já estão na pasta. Qualquer dúvida, é só chamar.
Maria: Oi Rafael! Só uma: “ribeirinho” fica em português ou vira “habitante de la ribera”?
Rafael: Na primeira vez os dois, depois só “ribereño”. O diretor gosta assim.
pause: 18d
Maria: Episódios 1 e 2 prontos. Linhas de até 40 caracteres, 15 por segundo.
Rafael: Perfeito. Aprovado sem uma vírgula de mudança.
System: Milestone 1 was approved. The payout is on its way.
pause: 17d
Maria: No episódio 4 o pescador canta. Traduzo a canção ou deixo?
Rafael: Traduz, mas que dê para cantar. 😄
Maria: Já está: rima e tudo.
reactions: 3
pause: 37d
Rafael: Terminamos! A série estreia em março, e o seu nome está nos créditos.
Maria: Que alegria. Obrigada por tudo, Rafael. Um abraço de Madrid!

# Tutor answers
id: cv_14
marked: archived, muted
kind: job
job: monsoon-ranking
contract: ct_6
end: 197d
System: Your contract “Tutor answers, Spanish” has started.
Kavya: नमस्ते Maria! Welcome to Monsoon Labs. You start with history for ages 12 to 14.
Maria: नमस्ते Kavya! When both answers are right but one is three times as long?
Kavya: Ask yourself which one a twelve-year-old would finish reading.
pause: 40d
Maria: The model tells pupils that Columbus proved the earth is round. Both versions, 14 times so far.
Kavya: Fourteen! Please send me the list, that goes to training directly.
file: columbus.csv
pause: 20d
System: A payout was returned by your bank.
Kavya: Your bank wants a purpose code. Ours is P0802, software implementation; please give them that.
Maria: Done. They were friendly, once they knew what to ask for.
pause: 37d
Kavya: धन्यवाद Maria, the last batch is approved. Pupils in the pilot asked who wrote the answer about bees.
Maria: That was me! Tell them that bees don't like examinations either.
reactions: 4
)";

} // namespace ot::sandbox
