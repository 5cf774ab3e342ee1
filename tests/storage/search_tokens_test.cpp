// SPDX-License-Identifier: GPL-3.0-or-later
//
// How texts of many scripts are cut and folded for searching, and where in the original text a token stands.
#include "storage/search/search_tokens.h"
#include "storage/search/text_marks.h"
#include "storage/search_text.h"

#include <QTest>

using namespace ot::storage;

class SearchTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void holds_data();
    void holds();
    void marksTheOriginalText_data();
    void marksTheOriginalText();
    void cutsWhatNobodyWroteAsAWord();
    void cutsFragmentsBetweenWords();
    void showsAsManyTermsAsOnePartCan();
    void neverCutsACharacter();
    void findsWhatStandsFarBack();
};

void SearchTokensTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("indexed");
    const auto row = [](const char* name, const char* text, const char* indexed) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(indexed);
    };
    row("nothing", "", "");
    row("only gaps", " ,.-!? ", "");
    row("case and punctuation", "Red-Teaming, C++ 20", "red teaming c 20");
    row("accents", "Transcripción ÀÉÎÕÜ", "transcripcion aeiou");
    row("accents written apart", "Transcripcio\u0301n", "transcripcion");
    row("Vietnamese", "Tiếng Việt", "tieng viet");
    row("German", "Straße STRASSE \u1E9E", "strasse strasse ss");
    row("Turkish", "I\u015F\u0131k \u0130STANBUL", "isik istanbul");
    row("Nordic and Polish", "Smørrebrød Æsir Łódź Đà", "smorrebrod aesir lodz da");
    row("ligatures and full width", "\uFB01ne \uFF26\uFF55\uFF4C\uFF4C \u2460", "fine full 1");
    row("a trade mark", "Labelbox\u2122", "labelbox");
    row("Cyrillic", "Ёлка Йод и\u0306од", "елка йод йод");
    row("Greek", "Οδός ΟΔΟΣ", "οδοσ οδοσ");
    row("Ukrainian apostrophes", "п\u02BCять п’ять", "п ять п ять");
    row("Arabic vowels and tatweel", "كِتَابٌ كتـــاب", "كتاب كتاب");
    row("Arabic alef, teh and yeh", "أإآٱ مدرسة على", "اااا مدرسه علي");
    row("Arabic digits", "٢٠٢٦ ۲۰۲۶", "2026 2026");
    row("Arabic as a font has it", "\uFEFB", "لا");
    row("Persian", "کتاب می\u200Cخواهم", "كتاب ميخواهم");
    row("Hebrew points", "שָׁלוֹם", "שלום");
    row("Hebrew acronym", "צה\"ל", "צה ל");
    row("Chinese", "中文 报告", "中 文 报 告");
    row("beyond the first plane", "\U00020BB7野家", "\U00020BB7 野 家");
    row("Japanese, half width and full", "ｶﾞ ガ データ", "カ\U000F3099 カ\U000F3099 テ\U000F3099 ー タ");
    row("Chinese beside Latin", "用Python写", "用 python 写");
    row("Thai keeps its vowels", "ที่", "ท\U000F0E35\U000F0E48");
    row("Thai without gaps", "ไทย", "ไ ท ย");
    row("Khmer", "ខ្មែរ", "ខ\U000F17D2 ម\U000F17C2 រ");
    row("Lao", "ລາວ", "ລ າ ວ");
    row("Korean as letters", "번역", "번 역"); // decomposed below
    row("Hindi keeps its vowels, not its nukta", "ज़िला", "ज\U000F093Fल\U000F093E");
    row("emoji", "ok \U0001F642 done", "ok done");
    row("joiners and soft hyphens", "co\u00ADop\u200Derate\u200Bnow", "cooperate now");
}

void SearchTokensTest::folds()
{
    QFETCH(const QString, text);
    QFETCH(QString, indexed);
    if (qstrcmp(QTest::currentDataTag(), "Korean as letters") == 0)
        indexed = indexed.normalized(QString::NormalizationForm_D);
    QCOMPARE(indexedText(text), indexed);
    // What is indexed already stays what it is.
    if (qstrcmp(QTest::currentDataTag(), "Korean as letters") == 0)
        QCOMPARE(indexedText(indexed), indexed);
}

void SearchTokensTest::holds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<TermPlace>("place");
    const auto row = [](const char* name, const char* text, const char* typed, TermPlace place) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(typed) << place;
    };
    row("a whole word", "red team", "team", TermPlace::Whole);
    row("a word begun", "red teaming", "team", TermPlace::Begun);
    row("not inside a word", "steam", "team", TermPlace::Missing);
    row("Chinese at any place", "中文医疗报告标注", "报告", TermPlace::Whole);
    row("Chinese in another order", "告报", "报告", TermPlace::Missing);
    row("a Korean syllable being composed", "번역", "번ㅇ", TermPlace::Begun);
    row("Korean inside a longer word", "한국어번역을", "번역", TermPlace::Whole);
    row("another Japanese voice", "かき", "がき", TermPlace::Missing);
    row("a short form of a longer phrase", "aa aa ab", "aa ab", TermPlace::Whole);
    row("a tail of a repeated beginning", "ab ab ac", "ab ac", TermPlace::Whole);
}

void SearchTokensTest::holds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, typed);
    QFETCH(const TermPlace, place);
    QCOMPARE(placesOf(text, { { tokensOf(typed, 20), true } }), std::vector<TermPlace> { place });
}

void SearchTokensTest::marksTheOriginalText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("marked");
    const auto row = [](const char* name, const char* text, const char* typed, const QStringList& marked) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(typed) << marked;
    };
    row("the beginning of a word", "Transcripción", "transcripcio", { QStringLiteral("Transcripció") });
    row("an accent written apart", "Cafe\u0301s", "cafe", { QStringLiteral("Cafe\u0301") });
    row("half of an ß", "Straße", "stras", { QStringLiteral("Straß") });
    row("a ligature", "\uFB01ne", "f", { QStringLiteral("\uFB01") });
    row("every place", "Audio in audio", "audio", { QStringLiteral("Audio"), QStringLiteral("audio") });
    row("Arabic with vowels", "قرأتُ كِتَابًا", "كتاب", { QString::fromUtf8("كِتَابً") });
    row("tatweel inside", "كتـــاب", "كتاب", { QString::fromUtf8("كتـــاب") });
    row("Chinese", "中文医疗报告", "医疗", { QString::fromUtf8("医疗") });
    row("beyond the first plane", "a\U00020BB7野家", "\U00020BB7野", { QString::fromUtf8("\U00020BB7野") });
    row("an emoji before", "\U0001F642 ready", "re", { QStringLiteral("re") });
    row("Thai with its marks", "ที่นี่", "ที่", { QString::fromUtf8("ที่") });
    row("a Korean syllable in part", "번역", "버", { QString::fromUtf8("번") });
    row("a phrase with what stands between", "Red-Team", "red team", { QStringLiteral("Red-Team") });
}

void SearchTokensTest::marksTheOriginalText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, typed);
    QFETCH(const QStringList, marked);
    QStringList found;
    for (const TextRange& mark : marksOf(text, { { tokensOf(typed, 20), true } }))
        found.append(text.mid(mark.start, mark.length));
    QCOMPARE(found, marked);
}

void SearchTokensTest::cutsWhatNobodyWroteAsAWord()
{
    const QStringList tokens = tokensOf(QString(1000, QLatin1Char('a')), 100);
    QCOMPARE(tokens.size(), 16);
    QCOMPARE(tokens.front().size(), 64);
    QCOMPARE(tokens.back().size(), 1000 - 15 * 64);
    QCOMPARE(
        tokensOf(QStringLiteral("a b c d"), 2), QStringList({ QStringLiteral("a"), QStringLiteral("b") }));
}

void SearchTokensTest::cutsFragmentsBetweenWords()
{
    const QString text
        = QStringLiteral("one two three four five six seven eight nine needle\nten eleven twelve thirteen");
    const MarkedText fragment = fragmentOf(text, { { { QStringLiteral("needle") }, false } }, 50);
    QCOMPARE(fragment.text, QStringLiteral("… five six seven eight nine needle ten eleven twelve …"));
    QCOMPARE(fragment.marks, (TextRanges { { fragment.text.indexOf(QLatin1String("needle")), 6 } }));
    QCOMPARE(fragmentOf(text, { { { QStringLiteral("absent") }, false } }, 20).text,
        QStringLiteral("one two three four …"));
    QCOMPARE(fragmentOf(QStringLiteral(" short \n text "), {}, 20).text, QStringLiteral("short text"));
    QVERIFY(fragmentOf(QString(), {}, 20).text.isEmpty());
}

void SearchTokensTest::showsAsManyTermsAsOnePartCan()
{
    const QString text = QStringLiteral("audio ") + QString(300, QLatin1Char('x'))
        + QStringLiteral(" audio in spanish, of which there is more");
    const SoughtTerms terms { { { QStringLiteral("audio") }, false },
        { { QStringLiteral("spanish") }, false } };
    const MarkedText fragment = fragmentOf(text, terms, 100);
    QVERIFY2(fragment.text.contains(QLatin1String("audio in spanish")), qPrintable(fragment.text));
    QCOMPARE(fragment.marks.size(), std::size_t(2));
    QVERIFY(fragment.text.size() <= 104);
}

void SearchTokensTest::neverCutsACharacter()
{
    // No blank to cut at, and a character of two units, with an accent on it, at every place.
    QString text;
    for (int i = 0; i < 100; ++i)
        text += QString::fromUtf8("\U00020BB7\u0301");
    const QString sought = QString::fromUtf8("野");
    for (int before = 60; before < 70; ++before) {
        QString with = text;
        with.insert(before * 3, sought);
        for (int length = 40; length < 46; ++length) {
            const MarkedText fragment = fragmentOf(with, { { { sought }, false } }, length);
            QCOMPARE(fragment.marks.size(), std::size_t(1));
            QCOMPARE(fragment.text.mid(fragment.marks.front().start, 1), sought);
            QString shown = fragment.text;
            shown.remove(QStringLiteral("… ")).remove(QStringLiteral(" …")).remove(sought);
            QCOMPARE(shown.size() % 3, 0);
            QVERIFY(shown.front().isHighSurrogate());
        }
    }
}

void SearchTokensTest::findsWhatStandsFarBack()
{
    const QString text
        = QString(150'000, QLatin1Char(' ')).replace(QLatin1Char(' '), QStringLiteral("a ")).left(190'000)
        + QStringLiteral("needle");
    const MarkedText fragment = fragmentOf(text, { { { QStringLiteral("needle") }, false } }, 100);
    QCOMPARE(fragment.marks.size(), std::size_t(1));
    QVERIFY(fragment.text.endsWith(QLatin1String("needle")));
}

QTEST_GUILESS_MAIN(SearchTokensTest)
#include "search_tokens_test.moc"
