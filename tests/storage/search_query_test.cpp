// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each thing typed into the search field means.
#include "storage/search/search_match.h"
#include "storage/search/search_query.h"

#include <QDateTime>
#include <QTest>

using namespace ot::storage;

namespace {

// Tuesday 24 November 2026, 00:30 in Madrid: still Monday in UTC.
const QDateTime kNow(QDate(2026, 11, 23), QTime(23, 30), Qt::UTC);

SearchLanguage language()
{
    SearchLanguage language;
    language.types = { { QStringLiteral("Job"), 1 }, { QStringLiteral("Saved job"), 2 },
        { QStringLiteral("Message"), 3 }, { QStringLiteral("Trabajo"), 1 }, { QStringLiteral("Proposal"), 4 },
        { QStringLiteral("Profile"), 5 } };
    language.operators = { { QStringLiteral("después"), SearchPartKind::After } };
    language.days = { { QStringLiteral("ayer"), -1 } };
    language.attachments = { QStringLiteral("adjunto") };
    language.zone = QTimeZone("Europe/Madrid");
    language.now = { kNow.toMSecsSinceEpoch() };
    return language;
}

QString time(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds, QTimeZone("Europe/Madrid"))
        .toString(QStringLiteral("yyyy-MM-dd hh:mm"));
}

// "word(red team)*", "-phrase(x)", "in(1,2)", "after(2026-11-01 00:00..2026-12-01 00:00)", "before!".
QString meaning(const SearchPart& part)
{
    static const QStringList kKinds { QStringLiteral("word"), QStringLiteral("phrase"),
        QStringLiteral("from"), QStringLiteral("in"), QStringLiteral("before"), QStringLiteral("after"),
        QStringLiteral("on"), QStringLiteral("has") };
    QString text
        = (part.isExcluded ? QStringLiteral("-") : QString()) + kKinds.at(static_cast<int>(part.kind));
    if (part.fault != SearchFault::None)
        return text + QLatin1Char('!');
    QStringList values = part.tokens;
    for (const std::size_t type : part.types)
        values.append(QString::number(type));
    if (part.days != TimeSpan {})
        values.append(time(part.days.begin) + QStringLiteral("..") + time(part.days.end));
    text += QLatin1Char('(') + values.join(QLatin1Char(' ')) + QLatin1Char(')');
    return text
        + (part.isText() || part.kind == SearchPartKind::From ? QLatin1String(part.isPrefix ? "*" : "")
                                                              : QLatin1String());
}

QStringList meanings(const QString& typed)
{
    QStringList all;
    for (const SearchPart& part : parseSearch(typed, language()).parts)
        all.append(meaning(part));
    return all;
}

} // namespace

class SearchQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void means_data();
    void means();
    void saysWhatItDoesNotUnderstand_data();
    void saysWhatItDoesNotUnderstand();
    void saysWhereEachPartStands();
    void readsOnlySoMuch();
    void knowsWhenThereIsNothingToSearchBy();
    void writesWhatTheIndexIsAsked_data();
    void writesWhatTheIndexIsAsked();
    void daysBeginWhereTheUserLives();
};

void SearchQueryTest::means_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char* typed, const QStringList& parts) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << parts;
    };
    const auto one = [&row](const char* typed, const char* part) { row(typed, { QString::fromUtf8(part) }); };
    row("", {});
    row("  \t ", {});
    one("audio", "word(audio)*");
    one("audio ", "word(audio)");
    row("red audio", { QStringLiteral("word(red)"), QStringLiteral("word(audio)*") });
    one("red-team", "word(red team)*");
    one("\"red team\"", "phrase(red team)");
    one("\"red tea", "phrase(red tea)*");
    one("“red team”", "phrase(red team)");
    one("«red team» ", "phrase(red team)");
    one("צה\"ל", "word(צה ל)*");
    row("\"a\"b", { QStringLiteral("phrase(a)"), QStringLiteral("word(b)*") });
    row("x -audio", { QStringLiteral("word(x)"), QStringLiteral("-word(audio)") });
    one("-\"red team\"", "-phrase(red team)");
    row("- -- \" \"\" ! :", {});
    row("a - b", { QStringLiteral("word(a)"), QStringLiteral("word(b)*") });
    one("from:Lena", "from(lena)*");
    one("FROM:lena ", "from(lena)");
    one("from:\"Lena R.\"", "from(lena r)");
    one("-from:lena", "-from(lena)");
    one("from：李", "from(李)*");
    one("in:jobs", "in(1)");
    one("in:Trabajos", "in(1)");
    one("in:saved-jobs ", "in(2)");
    one("in:\"saved job\"", "in(2)");
    one("in:pro", "in(4 5)");
    one("in:message", "in(3)");
    one("-in:messages", "-in(3)");
    one("before:2026-11-05", "before(2026-11-05 00:00..2026-11-06 00:00)");
    one("before:2026-1-5", "before(2026-01-05 00:00..2026-01-06 00:00)");
    one("after:2026-11", "after(2026-11-01 00:00..2026-12-01 00:00)");
    one("on:2026", "on(2026-01-01 00:00..2027-01-01 00:00)");
    one("on:today", "on(2026-11-24 00:00..2026-11-25 00:00)");
    one("on:Yesterday", "on(2026-11-23 00:00..2026-11-24 00:00)");
    one("on:ayer", "on(2026-11-23 00:00..2026-11-24 00:00)");
    one("DESPUES:7d", "after(2026-11-17 00:00..2026-11-18 00:00)");
    one("after:2w", "after(2026-11-10 00:00..2026-11-11 00:00)");
    one("after:3m", "after(2026-08-24 00:00..2026-08-25 00:00)");
    one("before:1y", "before(2025-11-24 00:00..2025-11-25 00:00)");
    one("-on:2026-10-25", "-on(2026-10-25 00:00..2026-10-26 00:00)");
    one("has:attachment", "has()");
    one("has:Adjunto", "has()");
    one("title:foo", "word(title foo)*");
    one("http://x.org/a", "word(http x org a)*");
    one("from", "word(from)*");
    one("ＩＮ:jobs", "in(1)");
    row("NEAR(a OR b*)",
        { QStringLiteral("word(near a)"), QStringLiteral("word(or)"), QStringLiteral("word(b)*") });
    row("a\x01"
        "b\x7F",
        { QStringLiteral("word(a)"), QStringLiteral("word(b)") });
}

void SearchQueryTest::means()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, parts);
    QCOMPARE(meanings(typed), parts);
}

void SearchQueryTest::saysWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<SearchFault>("fault");
    const auto row = [](const char* typed, SearchFault fault) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << fault;
    };
    row("from:", SearchFault::ValueMissing);
    row("from:!!", SearchFault::ValueMissing);
    row("in:\"\"", SearchFault::ValueMissing);
    row("before:", SearchFault::ValueMissing);
    row("in:nowhere", SearchFault::NoType);
    row("in:pro ", SearchFault::NoType);
    row("in:jobx", SearchFault::NoType);
    row("before:soon", SearchFault::NoDate);
    row("before:2026-13-01", SearchFault::NoDate);
    row("on:2026-02-30", SearchFault::NoDate);
    row("on:26-02-03", SearchFault::NoDate);
    row("on:2026-02-03-04", SearchFault::NoDate);
    row("on:2026-", SearchFault::NoDate);
    row("on:0000-01-01", SearchFault::NoDate);
    row("on:9999", SearchFault::NoDate);
    row("after:99999d", SearchFault::NoDate);
    row("after:-7d", SearchFault::NoDate);
    row("after:d", SearchFault::NoDate);
    row("after:9999y", SearchFault::NoDate);
    row("has:wings", SearchFault::NothingToHave);
}

void SearchQueryTest::saysWhatItDoesNotUnderstand()
{
    QFETCH(const QString, typed);
    QFETCH(const SearchFault, fault);
    // The rest is searched all the same.
    const SearchQuery query = parseSearch(QStringLiteral("word ") + typed, language());
    QCOMPARE(query.parts.size(), std::size_t(2));
    QCOMPARE(meaning(query.parts.front()), QStringLiteral("word(word)"));
    QVERIFY(query.parts.back().fault == fault);
    QVERIFY(!query.parts.back().problem().isEmpty());
    QVERIFY(query.parts.front().problem().isEmpty());
    QCOMPARE(matchExpression(query, "author").wanted, QStringLiteral("\"word\""));
}

void SearchQueryTest::saysWhereEachPartStands()
{
    const QString typed = QStringLiteral("  red  -\"no such\" from:\"Lena R\" in:jobs ");
    QStringList places;
    for (const SearchPart& part : parseSearch(typed, language()).parts)
        places.append(typed.mid(part.start, part.length) + QLatin1Char('=') + part.value);
    QCOMPARE(places,
        QStringList({ QStringLiteral("red=red"), QStringLiteral("-\"no such\"=no such"),
            QStringLiteral("from:\"Lena R\"=Lena R"), QStringLiteral("in:jobs=jobs") }));
}

void SearchQueryTest::readsOnlySoMuch()
{
    const SearchQuery many = parseSearch(QStringLiteral("a ").repeated(100), language());
    QCOMPARE(many.parts.size(), kMostSearchParts);
    QVERIFY(many.isCut);
    const SearchQuery phrase = parseSearch(QLatin1Char('"') + QStringLiteral("a ").repeated(100), language());
    QCOMPARE(phrase.parts.front().tokens.size(), kMostPartTokens);
    QVERIFY(!phrase.parts.front().isPrefix);
    QVERIFY(phrase.isCut);
    const SearchQuery huge = parseSearch(QString(5'000'000, QLatin1Char('a')), language());
    QCOMPARE(huge.parts.front().length, kLongestSearch);
    QVERIFY(huge.isCut);
    QVERIFY(!parseSearch(QStringLiteral("a b"), language()).isCut);
}

void SearchQueryTest::knowsWhenThereIsNothingToSearchBy()
{
    for (const char* typed : { "", " ", "\"", "-", "from:", "before:soon in:nowhere", "\U0001F642" })
        QVERIFY2(parseSearch(QString::fromUtf8(typed), language()).isEmpty(), typed);
    for (const char* typed : { "a", "-a", "in:jobs", "before:soon a", "has:file" })
        QVERIFY2(!parseSearch(QString::fromUtf8(typed), language()).isEmpty(), typed);
}

void SearchQueryTest::writesWhatTheIndexIsAsked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("unwanted");
    const auto row = [](const char* typed, const char* wanted, const char* unwanted = "") {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(wanted)
                             << QString::fromUtf8(unwanted);
    };
    row("", "");
    row("au", "\"au\" *");
    row("red au", "\"red\" AND \"au\" *");
    row("\"red team\" from:lena", "\"red team\" AND {who title} : \"lena\" *");
    row("a -b -\"c d\"", "(\"a\") NOT (\"b\" OR \"c d\")");
    row("-b", "", "\"b\"");
    row("-from:x in:jobs", "", "{who title} : \"x\"");
    row("in:jobs has:file after:7d", "");
}

void SearchQueryTest::writesWhatTheIndexIsAsked()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, wanted);
    QFETCH(const QString, unwanted);
    const MatchExpression match = matchExpression(parseSearch(typed, language()), "who title");
    QCOMPARE(match.wanted, wanted);
    QCOMPARE(match.unwanted, unwanted);
    QVERIFY(match.canHold);
    const bool wantsAuthor
        = typed.contains(QLatin1String("from:")) && !typed.contains(QLatin1String("-from:"));
    QCOMPARE(matchExpression(parseSearch(typed, language()), {}).canHold, !wantsAuthor);
    // What the last word may become stands for it; when that is nothing, nothing can be found.
    const SearchQuery open = parseSearch(QStringLiteral("\"red tea"), language());
    QCOMPARE(matchExpression(open, {}, QStringList { QStringLiteral("tea"), QStringLiteral("team") }).wanted,
        QStringLiteral("(\"red tea\" OR \"red team\")"));
    QVERIFY(!matchExpression(open, {}, QStringList()).canHold);
}

void SearchQueryTest::daysBeginWhereTheUserLives()
{
    // The night summer time ends has 25 hours.
    const SearchQuery query = parseSearch(QStringLiteral("on:2026-10-25"), language());
    const TimeSpan day = query.parts.front().days;
    QCOMPARE(
        day.begin.milliseconds, QDateTime(QDate(2026, 10, 24), QTime(22, 0), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(day.end.milliseconds - day.begin.milliseconds, qint64(25) * 3600 * 1000);
}

QTEST_GUILESS_MAIN(SearchQueryTest)
#include "search_query_test.moc"
