// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_texts.h"

namespace ot::sandbox {

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

# Evaluación de respuestas médicas en español
by: Helix Health
domain: medical
pay: hour USD 44
in: ES, MX, AR, CL
for: Spanish
lang: es
level: Expert
work: Un asistente responde a preguntas de pacientes sobre diabetes e hipertensión. Usted decide si la respuesta es correcta, completa y comprensible para quien la recibe.
does: Puntuar cada respuesta en tres escalas y justificar la nota
does: Reescribir una de cada diez respuestas
asks: Medicina, enfermería o farmacia, con ejercicio en los últimos tres años
paid: 44 USD por hora; el primer hito cubre diez horas.

# 日本語チャットモデルの安全性評価
by: Kitsune AI
domain: safety
pay: hour JPY 4800
in: JP
for: Japanese
lang: ja
level: Expert
work: 日本語の対話モデルに対して、敬語や遠回しな表現を使った問いかけを作成し、回答の有害度を五段階で評価していただきます。ガイドラインは二十ページ、最初に四十問の練習があります。
does: 一時間に八問程度、独自の問いかけを作成する
does: 判断の決め手となった文を引用する
does: 週に一度、二十分の打ち合わせに参加する
asks: 日本語を母語とする方
asks: 文章の校正または編集の経験
paid: 一時間あたり4,800円。練習の時間も含めて毎週お支払いします。

# 手書き領収書の読み取り確認
by: Kitsune AI
domain: handwriting
pay: label JPY 12
in: JP
for: Japanese
lang: ja
level: Entry
work: 飲食店や文具店の手書き領収書を読み取り、日付、金額、但し書きを確認する作業です。崩し字や略字も含まれます。
does: 自動読み取りの結果を一行ずつ直す
does: 読めない文字には印を付ける
asks: 手書きの日本語に慣れている方
paid: 一件12円。検品後、千件ごとにお支払いします。

# تقييم نماذج المحادثة باللهجة المصرية
by: Nahla Tech
domain: dialogue
pay: hour USD 18
in: EG
for: Arabic
lang: ar
level: Intermediate
work: تتحدث مع نموذجين باللهجة المصرية في مواضيع الحياة اليومية، وتختار الإجابة الأفضل في كل مرة. نهتم بالدقة، وبخفة الدم أيضًا حين تكون في محلها.
does: إجراء محادثات من خمس إلى عشر جولات
does: ترتيب الإجابات وشرح السبب في جملتين
does: التنبيه إلى أي معلومة غير صحيحة
asks: العربية المصرية لغتك الأم
asks: كتابة سليمة وواضحة
paid: ١٨ دولارًا في الساعة، والدفع أسبوعي.

# تفريغ نشرات الأخبار من الإذاعات المغاربية
by: Nahla Tech
domain: speech
pay: hours USD 15 21
in: MA, DZ, TN
for: Arabic, French
lang: ar
level: Intermediate
work: ستون ساعة من نشرات الأخبار والمقابلات، تمتزج فيها الفصحى بالدارجة والفرنسية. المطلوب تفريغ أمين مع تحديد لغة كل مقطع.
does: تفريغ الكلام كما قيل مع علامات الوقت
does: تمييز الكلمات الفرنسية داخل الجملة العربية
asks: إلمام بالدارجة وبالفرنسية
paid: من ١٥ إلى ٢١ دولارًا في الساعة حسب جودة التسجيل.

# 中文数学解题步骤评审
by: Songbai Intelligence
domain: math
pay: hour USD 36
for: Chinese
lang: zh
level: Expert
work: 模型用中文解答高中竞赛题。请逐步检查推理，指出第一处错误；如果全部正确，请说明关键的一步是什么。
does: 按“正确、跳步、错误”三类标注每一步
does: 每十题写一份标准解答
asks: 数学或物理专业本科以上
asks: 熟悉 LaTeX
paid: 每小时 36 美元，每两周结算一次。

# 普通话与粤语混说的客服录音转写
by: Songbai Intelligence
domain: speech
pay: hour USD 17
for: Chinese, Cantonese
lang: zh
level: Intermediate
work: 两百小时客服录音，说话人常在普通话与粤语之间切换。粤语部分用粤语字书写，不改写成书面语。
does: 逐字转写并标注说话人
does: 标出每一次语言切换
asks: 粤语母语，普通话流利
paid: 每小时 17 美元，含培训时间。

# हिंदी समाचार शीर्षकों की जाँच
by: Monsoon Labs
domain: dialogue
pay: label INR 3.5
in: IN
for: Hindi
lang: hi
level: Entry
work: मॉडल ने हिंदी समाचारों के लिए शीर्षक लिखे हैं। आपको देखना है कि शीर्षक समाचार से मेल खाता है या नहीं, और कहीं वह सनसनी तो नहीं फैलाता।
does: समाचार पढ़कर शीर्षक को चार अंकों में से अंक देना
does: ग़लत या भ्रामक शब्द को चिह्नित करना
asks: हिंदी मातृभाषा हो और वर्तनी पर पकड़ हो
paid: हर शीर्षक के लिए 3.50 रुपये; भुगतान हर शुक्रवार।

# ग्रामीण बैंकिंग की बातचीत, अवधी और भोजपुरी
by: Nimbus Voice
domain: speech
pay: hour INR 640
in: IN
for: Hindi, Bhojpuri, Awadhi
lang: hi
level: Intermediate
work: बैंक मित्र और ग्राहकों की असली बातचीत, जिसमें हिंदी, अवधी और भोजपुरी मिली-जुली है। नाम और खाता संख्या पहले ही हटा दिए गए हैं।
does: बातचीत को देवनागरी में ज्यों का त्यों लिखना
does: हर वाक्य की बोली पहचानना
asks: अवधी या भोजपुरी घर की बोली हो
paid: 640 रुपये प्रति घंटा, प्रशिक्षण सहित।

# Verkehrszeichen auf Autobahnbaustellen
by: Roadwise
domain: boxes
pay: label EUR 0.05
in: DE, AT, CH
for: German
lang: de
level: Entry
work: Gelbe Linien, Umleitungen, Tempolimits, die nur für eine Spur gelten: Baustellen verwirren jedes Modell. Sie ziehen Rahmen um die Zeichen und ordnen sie einer Spur zu.
does: Rahmen ziehen und das Zeichen aus dem Katalog wählen
does: Angeben, für welche Spur es gilt und ob es durchgestrichen ist
asks: Führerschein und gute Kenntnis der deutschen Beschilderung
paid: 0,05 EUR je Zeichen nach Abnahme.

# Briefe aus dem Exil, Handschriften 1933 bis 1945
by: Dovecote Research
domain: handwriting
pay: fixed EUR 2100
for: German, English
lang: de
level: Expert
tool: Transkribus
work: 180 Briefe in deutscher Schreibschrift, viele auf dünnem Luftpostpapier. Die Familien haben der Veröffentlichung zugestimmt.
does: Automatische Lesung Zeile für Zeile verbessern
does: Personen, Orte und Daten auszeichnen
asks: Sicheres Lesen von Kurrent und Sütterlin
paid: 2.100 EUR in drei Teilen zu je 60 Briefen.

# Avaliação de voz sintética, sotaques do Nordeste
by: Ceibo Dados
domain: tts
pay: hour BRL 85
in: BR
for: Portuguese
lang: pt
level: Intermediate
work: Quatro vozes novas, do Recife, de Salvador, de Fortaleza e de São Luís. Você ouve, compara e diz se a vizinha acreditaria.
does: Avaliar 60 pares de frases por hora
does: Marcar vogais e ritmo que não são da região
asks: Ter crescido no Nordeste do Brasil
paid: R$ 85 por hora, pagos toda sexta-feira.

# Reconhecimento de plantas do cerrado em fotos
by: Verdantia Agri
domain: polygons
pay: label BRL 0.9
in: BR
for: Portuguese
lang: pt
level: Expert
work: Contorne folhas, flores e frutos em 6.000 fotos tiradas por guardas de parque e escolha a espécie em uma lista de 240.
does: Contornar a planta principal de cada foto
does: Indicar a certeza da identificação de 1 a 3
asks: Formação em botânica ou experiência de campo no cerrado
paid: R$ 0,90 por máscara aceita.

# Etiquetado de cláusulas en convenios colectivos
by: Brightline
domain: legal
pay: hour EUR 29
in: ES
for: Spanish
lang: es
level: Intermediate
work: Trescientos convenios colectivos: jornada, permisos, salarios, igualdad. Usted marca cada cláusula, su alcance y a qué norma remite.
does: Marcar cláusulas con 34 etiquetas
does: Señalar lo que mejora la ley y lo que solo la repite
asks: Graduado social, derecho o experiencia sindical
paid: 29 EUR por hora, con un primer hito de quince horas.
)";

} // namespace ot::sandbox
