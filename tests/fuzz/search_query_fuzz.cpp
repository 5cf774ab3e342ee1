// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search field's language, fed with spoiled searches and spoiled texts: units changed, cut, doubled, put
// in from elsewhere, surrogates torn apart. Nothing may crash or read where it should not (the sanitizers see
// that); every part must stand where it says, and no index may call what is asked of it a syntax error. The
// inputs are the same in each run; OPENTRAIN_TEST_ROUNDS asks for more of them.
#include "storage/queries/search_queries.h"
#include "storage/search/search_match.h"
#include "storage/search/search_tokens.h"
#include "storage/search/text_marks.h"
#include "storage/search_text.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace ot;
using namespace ot::storage;

namespace {

constexpr int kUsualRounds = 100'000;
constexpr int kRoundsAStoredSearch = 50; // asking a store takes longer than everything else

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("OPENTRAIN_TEST_ROUNDS");
    return asked > 1000 ? asked : kUsualRounds;
}

/// Spoils texts, each time in another way.
class Spoiler {
public:
    explicit Spoiler(std::vector<QString> good)
        : m_good(std::move(good))
    {
    }

    QString next()
    {
        QString text = m_good[below(m_good.size())];
        for (std::size_t i = below(5); i > 0; --i)
            spoil(text);
        return text;
    }

private:
    void spoil(QString& text)
    {
        const auto at = static_cast<qsizetype>(below(static_cast<std::size_t>(text.size()) + 1));
        switch (below(7)) {
        case 0:
            text.insert(at, QChar(static_cast<ushort>(below(0x10000))));
            break;
        case 1:
            text.truncate(at);
            break;
        case 2:
            if (at < text.size())
                text[at] = QChar(static_cast<ushort>(below(256)));
            break;
        case 3:
            text.remove(at, static_cast<qsizetype>(below(8)));
            break;
        case 4:
            text.insert(at, text.mid(at, static_cast<qsizetype>(below(64))));
            break;
        case 5: {
            const QString& other = m_good[below(m_good.size())];
            text.insert(at, other.mid(static_cast<qsizetype>(below(static_cast<std::size_t>(other.size())))));
            break;
        }
        default: {
            static const std::vector<QString> kOdd { QStringLiteral("\""), QStringLiteral("\"\""),
                QStringLiteral("-"), QStringLiteral("--"), QStringLiteral(":"), QStringLiteral("*"),
                QStringLiteral("^"), QStringLiteral("("), QStringLiteral("{a} : "), QStringLiteral(" NOT "),
                QStringLiteral("NEAR("), QStringLiteral(" OR "), QStringLiteral("from:"),
                QStringLiteral("in:"), QStringLiteral("before:"), QStringLiteral("has:"), QString(QChar(0)),
                QString(QChar(0xD800)), QString(QChar(0xDC00)), QString(QChar(0x0301)),
                QString(QChar(0x200D)), QString(QChar(0x3099)), QString(QChar(0x1161)),
                QString(QChar(0xFDFA)), QStringLiteral("99999999999999999999"), QStringLiteral("\U00020BB7"),
                QStringLiteral("';--"), QStringLiteral("\\") };
            text.insert(at, kOdd[below(kOdd.size())]);
        }
        }
    }

    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    std::vector<QString> m_good;
    std::mt19937_64 m_random { 20'261'124 }; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same in every run
};

std::vector<QString> goodSearches()
{
    return { QStringLiteral("audio \"red team\" -draft from:\"Lena R.\" in:jobs after:7d"),
        QStringLiteral("before:2026-11-24 on:2026-11 after:2026 on:yesterday has:attachment -on:2w"),
        QStringLiteral("Straße Işık Ёлка ﬁne café"), QStringLiteral("中文医疗 データ ภาษาไทย 한국어 ភាសា"),
        QStringLiteral("كِتَابٌ أحمـــد שָׁלוֹם می\u200Cخواهم हिन्दी"),
        QStringLiteral("-in:messages -from:x -has:file -\"a b\""),
        QStringLiteral("title:foo http://x.org/?a=b&c#d a+b (c)") };
}

SearchLanguage language()
{
    SearchLanguage language;
    language.types = queries::englishTypeNames();
    language.operators = { { QStringLiteral("de"), SearchPartKind::From } };
    language.days = { { QStringLiteral("ayer"), -1 } };
    language.attachments = { QStringLiteral("adjunto") };
    language.zone = QTimeZone("Europe/Madrid");
    language.now = { 1'790'000'000'000 };
    return language;
}

} // namespace

class SearchQueryFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parts()
    {
        Spoiler spoiler(goodSearches());
        const SearchLanguage words = language();
        int faults = 0;
        int operators = 0;
        for (int i = 0; i < rounds(); ++i) {
            const QString typed = spoiler.next();
            const SearchQuery query = parseSearch(typed, words);
            QVERIFY(query.parts.size() <= kMostSearchParts);
            qsizetype last = 0;
            for (const SearchPart& part : query.parts) {
                QVERIFY(part.start >= last && part.length > 0 && part.start + part.length <= typed.size());
                last = part.start + part.length;
                QVERIFY(typed.mid(part.start, part.length).contains(part.value));
                QVERIFY(part.tokens.size() <= kMostPartTokens);
                QCOMPARE(part.problem().isEmpty(), part.fault == SearchFault::None);
                QVERIFY(part.days.begin.milliseconds <= part.days.end.milliseconds);
                for (const QString& token : part.tokens)
                    QVERIFY(!token.isEmpty() && !token.contains(u'"') && !token.contains(u' '));
                faults += part.fault == SearchFault::None ? 0 : 1;
                operators += part.isText() ? 0 : 1;
            }
        }
        QVERIFY(faults > rounds() / 100);
        qInfo("%d searches, %d operators in them, %d of these not understood", rounds(), operators, faults);
    }

    void marks()
    {
        Spoiler texts(goodSearches());
        Spoiler searches(goodSearches());
        const SearchLanguage words = language();
        int marked = 0;
        for (int i = 0; i < rounds() / 4; ++i) {
            const QString text = texts.next();
            const SoughtTerms terms = soughtTerms(parseSearch(searches.next(), words));
            QCOMPARE(indexedText(text), tokensOf(text, text.size() * 20).join(QLatin1Char(' ')));
            const MarkedText fragment = fragmentOf(text, terms, 10 + i % 60);
            QVERIFY(fragment.text.size() <= 10 + i % 60 + 4);
            qsizetype last = -1;
            for (const TextRange& mark : fragment.marks) {
                QVERIFY(mark.start > last && mark.length > 0);
                last = mark.start + mark.length;
                QVERIFY(last <= fragment.text.size());
            }
            marked += fragment.marks.empty() ? 0 : 1;
            const TextRanges all = marksOf(text, terms);
            const std::vector<TermPlace> places = placesOf(text, terms);
            const bool found = std::any_of(
                places.begin(), places.end(), [](TermPlace place) { return place != TermPlace::Missing; });
            QCOMPARE(all.empty(), !found);
        }
        QVERIFY(marked > 0);
        qInfo("%d texts, %d of them with marks", rounds() / 4, marked);
    }

    void searches()
    {
        test::TestVault store;
        store.put<Job>({ test::sampleJob(1), test::sampleJob(2) });
        store.put<Message>({ test::sampleMessage(QStringLiteral("c"), 1) });
        Spoiler spoiler(goodSearches());
        const SearchLanguage words = language();
        const int count = rounds() / kRoundsAStoredSearch;
        for (int i = 0; i < count; ++i) {
            const QString typed = spoiler.next();
            const SearchQuery query = parseSearch(typed, words);
            const auto hits = test::await(store.vault().read(
                [&query](ReadSnapshot& snapshot) { return queries::searchEverything(snapshot, query, 5); }));
            QVERIFY2(hits.ok(),
                qPrintable(typed + QStringLiteral(": ") + (hits ? QString() : hits.error().detail)));
        }
        qInfo("%d searches asked of a store", count);
    }
};

QTEST_GUILESS_MAIN(SearchQueryFuzz)
#include "search_query_fuzz.moc"
