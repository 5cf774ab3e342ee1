// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scale/phrases.h"

#include <QStringList>

#include <vector>

namespace ot::sandbox {

namespace {

// One phrase a line; %1 is a number, %2 the name of a place in the work. A blank line ends what employers
// write and begins what trainers write.
constexpr const char* kEnglish = R"(
Batch %1 is ready, please begin with %2 when you have a moment.
Thank you for batch %1. The reviewer only sent back %2.
Could you look at item %1 in %2 again? Two people disagreed there.
The guideline has a new example for %2; nothing else changed.
We found %1 duplicates in %2, so skip those and log the time as usual.
Please stop at %1 items today, the next milestone is funded tomorrow.
Good catch on %2. We will correct the gold set before item %1 goes out.
Agreement in %2 is at %1 per cent this week, better than planned.
The tool was down for %1 minutes this morning. Your hours were corrected.
Can you take %1 more items of %2 before Friday?
Our client asked why item %1 was rejected. Could you write one sentence about it?
Milestone approved. The payout for %2 should arrive within %1 days.
Please use the second option whenever the boundary in %2 is unclear.
There is a call about %2 at %1:00 UTC, coming is voluntary and paid.
I moved you to %2, it fits your experience better.
Sorry for the late answer, I was travelling. Yes, %2 counts as one label.

Done with batch %1, %2 took a little longer than I thought.
Item %1 in %2 has no audio. Shall I skip it?
I would mark %2 as borderline: the context only comes at line %1.
Is rule %1 meant for %2 as well, or only for the first part?
I finished %1 items today and will do the rest of %2 tomorrow morning.
Thank you, that is clear now. I corrected item %1 and the two after it.
The new example helps. I had marked %1 of them the other way and have changed them.
I can take %2, but not before the %1th of the month.
I logged %1 minutes for reading the new version, I hope that is right.
My connection broke at item %1; everything up to %2 was saved.
I disagree a little about item %1: in %2 the speaker is quoting somebody.
Got it, I will leave %2 alone until you have decided.
The payout of %1 arrived, thank you.
Could you open %2 for me in the tool? It still says that I have no access.
)";
constexpr const char* kSpanish = R"(
El lote %1 ya está listo; empieza por %2 cuando puedas.
Gracias por el lote %1. El revisor solo devolvió %2.
¿Puedes mirar otra vez el elemento %1 de %2? Dos personas no estuvieron de acuerdo.
La guía tiene un ejemplo nuevo para %2; lo demás sigue igual.
Hemos aprobado el hito. El pago llegará en unos %1 días.
Si el límite de %2 no está claro, usa siempre la segunda opción.

He terminado el lote %1; %2 me llevó algo más de tiempo.
El elemento %1 de %2 no tiene audio. ¿Lo salto?
¿La regla %1 vale también para %2?
Hoy he hecho %1 y mañana por la mañana acabo %2.
Gracias, ahora lo veo claro. Ya he corregido el %1 y los dos siguientes.
)";
constexpr const char* kGerman = R"(
Paket %1 ist fertig, bitte mit %2 anfangen, sobald es passt.
Danke für Paket %1. Zurück kam nur %2.
Könnten Sie Eintrag %1 in %2 noch einmal ansehen? Zwei waren sich uneinig.
In der Anleitung steht ein neues Beispiel zu %2, sonst ist alles beim Alten.
Der Meilenstein ist freigegeben, die Auszahlung kommt in etwa %1 Tagen.

Paket %1 ist erledigt, %2 hat etwas länger gedauert.
In %2 fehlt bei Eintrag %1 der Ton. Überspringen?
Gilt Regel %1 auch für %2?
Heute habe ich %1 geschafft, den Rest von %2 mache ich morgen früh.
Danke, jetzt ist es klar. Ich habe %1 und die beiden danach berichtigt.
)";
constexpr const char* kPortuguese = R"(
O lote %1 está pronto; comece por %2 quando puder.
Obrigado pelo lote %1. A revisão só devolveu %2.
Pode ver de novo o item %1 de %2? Duas pessoas discordaram.
O guia tem um exemplo novo para %2; o resto não mudou.

Terminei o lote %1; %2 demorou um pouco mais.
O item %1 de %2 está sem áudio. Devo pular?
A regra %1 vale também para %2?
Hoje fiz %1 e amanhã cedo termino %2.
)";
constexpr const char* kJapanese = R"(
バッチ%1の準備ができました。お手すきの際に%2から始めてください。
バッチ%1をありがとうございます。差し戻しは%2だけでした。
%2の%1番をもう一度見ていただけますか。判定が割れています。
ガイドラインに%2の新しい例を追加しました。ほかに変更はありません。

バッチ%1が終わりました。%2は少し時間がかかりました。
%2の%1番に音声がありません。飛ばしてもよいですか。
規則%1は%2にも当てはまりますか。
今日は%1件終えました。%2の残りは明日の朝に行います。
)";
constexpr const char* kArabic = R"(
الدفعة %1 جاهزة، ابدأ من فضلك بـ%2 عندما يناسبك.
شكرًا على الدفعة %1. لم يُرجع المراجع سوى %2.
هل يمكنك النظر مرة أخرى في العنصر %1 من %2؟ اختلف اثنان عليه.
أضفنا إلى الدليل مثالًا جديدًا عن %2، ولم يتغير شيء آخر.

أنهيت الدفعة %1، واستغرق %2 وقتًا أطول قليلًا.
العنصر %1 في %2 بلا صوت. هل أتجاوزه؟
هل تنطبق القاعدة %1 على %2 أيضًا؟
أنجزت اليوم %1، وسأكمل %2 صباح الغد.
)";
constexpr const char* kHindi = R"(
बैच %1 तैयार है, समय मिलने पर %2 से शुरू कीजिए।
बैच %1 के लिए धन्यवाद। समीक्षक ने केवल %2 लौटाया है।
क्या आप %2 में आइटम %1 फिर से देख सकते हैं? दो लोगों की राय अलग थी।
मार्गदर्शिका में %2 का नया उदाहरण है, बाकी वही है।

बैच %1 पूरा हुआ, %2 में थोड़ा ज़्यादा समय लगा।
%2 के आइटम %1 में आवाज़ नहीं है। क्या छोड़ दूँ?
क्या नियम %1, %2 पर भी लागू होता है?
आज %1 पूरे किए, %2 का बाकी हिस्सा कल सुबह करूँगी।
)";
constexpr const char* kChinese = R"(
第%1批已经准备好,有空时请从%2开始。
第%1批辛苦了,审核只退回了%2。
请再看一下%2的第%1条,两个人的判断不一致。
指南里为%2加了新的例子,其他没有变化。

第%1批完成了,%2花的时间稍长一些。
%2的第%1条没有声音,要跳过吗?
规则%1也适用于%2吗?
今天完成了%1条,%2剩下的明天早上做。
)";

struct Phrases {
    QStringList byEmployer;
    QStringList byTrainer;
};

Phrases readPhrases(const char* utf8)
{
    Phrases phrases;
    const QString text = QString::fromUtf8(utf8).trimmed();
    phrases.byEmployer = text.section(QStringLiteral("\n\n"), 0, 0).split(QLatin1Char('\n'));
    phrases.byTrainer = text.section(QStringLiteral("\n\n"), 1, 1).split(QLatin1Char('\n'));
    return phrases;
}

/// In the order of PhraseBook.
const std::vector<Phrases>& allPhrases()
{
    static const std::vector<Phrases> kAll { readPhrases(kEnglish), readPhrases(kSpanish),
        readPhrases(kGerman), readPhrases(kPortuguese), readPhrases(kJapanese), readPhrases(kArabic),
        readPhrases(kHindi), readPhrases(kChinese) };
    return kAll;
}

QString placeInTheWork(Random& random)
{
    static constexpr char kRows[] = { 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'M', 'P', 'R' };
    const QLatin1Char row(random.pick(kRows));
    return QStringLiteral("%1-%2").arg(row).arg(random.between(10, 990));
}

} // namespace

PhraseBook phraseBook(Random& random)
{
    if (random.chance(60))
        return PhraseBook::English;
    return static_cast<PhraseBook>(random.between(1, static_cast<qint64>(allPhrases().size()) - 1));
}

QString sentence(PhraseBook book, bool byTrainer, Random& random)
{
    const Phrases& phrases = allPhrases().at(static_cast<std::size_t>(book));
    const QStringList& mine = byTrainer ? phrases.byTrainer : phrases.byEmployer;
    const auto one = [&mine, &random] {
        QString phrase = random.pick(mine);
        const QString number = QString::number(random.between(2, 2'400));
        return phrase.replace(QLatin1String("%1"), number)
            .replace(QLatin1String("%2"), placeInTheWork(random));
    };
    QString text = one();
    for (int more = 0; more < 2 && random.chance(25); ++more)
        text += QLatin1Char(' ') + one();
    return text;
}

} // namespace ot::sandbox
