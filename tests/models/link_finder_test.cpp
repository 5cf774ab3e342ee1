// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/link_finder.h"

#include <QTest>

using namespace ot;

class LinkFinderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysWhere();
    void stopsAtFifty();
    void takesHostileTextsInItsStride_data();
    void takesHostileTextsInItsStride();
};

void LinkFinderTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char* name, const char* text, std::initializer_list<const char*> links) {
        QStringList list;
        for (const char* link : links)
            list.append(QString::fromUtf8(link));
        QTest::newRow(name) << QString::fromUtf8(text) << list;
    };
    row("none", "Nothing here.", {});
    row("empty", "", {});
    row("alone", "https://example.org", { "https://example.org" });
    row("http", "http://example.org/a?b=c#d", { "http://example.org/a?b=c#d" });
    row("any case", "HTTPS://Example.org", { "HTTPS://Example.org" });
    row("two", "See https://a.org and https://b.org.", { "https://a.org", "https://b.org" });
    row("end of a sentence", "It is https://a.org/x.", { "https://a.org/x" });
    row("many marks", "Really https://a.org/x?!...", { "https://a.org/x" });
    row("a list", "https://a.org, https://b.org; https://c.org:",
        { "https://a.org", "https://b.org", "https://c.org" });
    row("in brackets", "(https://a.org/x)", { "https://a.org/x" });
    row("its own brackets", "https://a.org/x_(y)", { "https://a.org/x_(y)" });
    row("both", "(see https://a.org/x_(y))", { "https://a.org/x_(y)" });
    row("both and a full stop", "(see https://a.org/x_(y)).", { "https://a.org/x_(y)" });
    row("square ones", "[https://a.org/x[1]]", { "https://a.org/x[1]" });
    row("markdown", "[text](https://a.org/x)", { "https://a.org/x" });
    row("in quotes", "\"https://a.org\" and 'https://b.org'", { "https://a.org", "https://b.org" });
    row("in angles", "<https://a.org>", { "https://a.org" });
    row("over a line break", "https://a.org/x\ny", { "https://a.org/x" });
    row("a tab", "https://a.org\tb", { "https://a.org" });
    row("letters of every script", "https://пример.рф/путь", { "https://пример.рф/путь" });
    row("only a scheme", "https:// and http://", {});
    row("a scheme and a full stop", "https://.", {});
    row("no scheme", "www.example.org example.org", {});
    row("another scheme", "ftp://a.org javascript:alert(1) file:///etc data:text/html,x", {});
    row("inside a word", "xhttps://a.org", {});
    row("the word", "http is a protocol; https too", {});
    row("a scheme in a link", "https://a.org/?u=https://b.org", { "https://a.org/?u=https://b.org" });
}

void LinkFinderTest::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, links);
    QStringList found;
    for (const models::LinkSpan& span : models::findLinks(text))
        found.append(text.mid(span.start, span.length));
    QCOMPARE(found, links);
}

void LinkFinderTest::saysWhere()
{
    const std::vector<models::LinkSpan> found
        = models::findLinks(QStringLiteral("👩‍🔬 https://a.org, http://b.org"));
    QCOMPARE(found, (std::vector<models::LinkSpan> { { 6, 13 }, { 21, 12 } }));
}

void LinkFinderTest::stopsAtFifty()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += QStringLiteral("https://a.org/%1 ").arg(i);
    const std::vector<models::LinkSpan> found = models::findLinks(text);
    QCOMPARE(found.size(), std::size_t(50));
    QCOMPARE(text.mid(found.back().start, found.back().length), QStringLiteral("https://a.org/49"));
}

void LinkFinderTest::takesHostileTextsInItsStride_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<qsizetype>("length"); // of the first
    constexpr qsizetype kMany = 1'000'000;
    QTest::newRow("brackets that close nothing")
        << QStringLiteral("https://a") + QString(kMany, QLatin1Char(')')) << qsizetype(1) << qsizetype(9);
    QTest::newRow("brackets that open")
        << QStringLiteral("https://a") + QString(kMany, QLatin1Char('(')) << qsizetype(1) << kMany + 9;
    QTest::newRow("marks") << QStringLiteral("https://a") + QString(kMany, QLatin1Char('.')) << qsizetype(1)
                           << qsizetype(9);
    QTest::newRow("one word") << QString(kMany, QLatin1Char('h')) << qsizetype(0) << qsizetype(0);
    QTest::newRow("schemes without end")
        << QStringLiteral("http").repeated(kMany / 4) << qsizetype(0) << qsizetype(0);
}

void LinkFinderTest::takesHostileTextsInItsStride()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, count);
    QFETCH(const qsizetype, length);
    const std::vector<models::LinkSpan> found = models::findLinks(text);
    QCOMPARE(qsizetype(found.size()), count);
    if (count > 0)
        QCOMPARE(found.front().length, length);
}

QTEST_GUILESS_MAIN(LinkFinderTest)
#include "link_finder_test.moc"
