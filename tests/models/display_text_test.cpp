// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/display_text.h"

#include <QTest>

using namespace ot;
using models::body;
using models::oneLine;

namespace {

const QChar kEllipsis(0x2026);
const QChar kReplacement(0xFFFD);

QString many(const QString& text, int times)
{
    return text.repeated(times);
}

} // namespace

class DisplayTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesOneLine_data();
    void makesOneLine();
    void keepsTheLinesOfABody_data();
    void keepsTheLinesOfABody();
    void cuts_data();
    void cuts();
    void looksAtABoundedPartOfALongText();
    void isolates();
    void initials_data();
    void initials();
};

void DisplayTextTest::makesOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("Plain text, 100%.") << QStringLiteral("Plain text, 100%.");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blanks of every kind")
        << QStringLiteral("\u2003a \u00a0\tb\u3000\u2009c ") << QStringLiteral("a b c");
    QTest::newRow("lines") << QStringLiteral("a\r\nb\rc\nd\u2028e\u2029f\u0085g\u000bh\u000ci")
                           << QStringLiteral("a b c d e f g h i");
    QTest::newRow("controls") << QStringLiteral("a\u0001\u0008\u001b\u007f\u009fb") << QStringLiteral("ab");
    QTest::newRow("direction") << QStringLiteral(
        "a\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061cb")
                               << QStringLiteral("ab");
    QTest::newRow("nothing to see") << QStringLiteral(
        "a\u200b\u2060\ufeff\u00ad\u180e\u2061\u3164\uffa0\u115fb")
                                    << QStringLiteral("ab");
    const char32_t tags[] = { U'a', 0xE0001, 0xE0041, U'b', 0 };
    QTest::newRow("tags") << QString::fromUcs4(tags) << QStringLiteral("ab");
    QTest::newRow("no character") << QStringLiteral("a") + QChar(0xFFFF) + QChar(0xFDD0)
                                  << QStringLiteral("a") + kReplacement + kReplacement;
    QTest::newRow("half a pair, high") << QStringLiteral("x") + QChar(0xD83D) + QStringLiteral("y")
                                       << QStringLiteral("x") + kReplacement + QStringLiteral("y");
    QTest::newRow("half a pair, low")
        << QString(QChar(0xDE00)) + QStringLiteral("y") << QString(kReplacement) + QStringLiteral("y");
    QTest::newRow("half a pair at the end")
        << QStringLiteral("x") + QChar(0xD83D) << QStringLiteral("x") + kReplacement;
    QTest::newRow("marks") << QStringLiteral("Z") + many(QStringLiteral("\u0300"), 50)
            + QStringLiteral("a\u0301")
                           << QStringLiteral("Z") + many(QStringLiteral("\u0300"), 8)
            + QStringLiteral("a\u0301");
    QTest::newRow("marks behind joiners")
        << QStringLiteral("Z") + many(QStringLiteral("\u0300\u200d"), 50) + QStringLiteral("a")
        << QStringLiteral("Z") + many(QStringLiteral("\u0300\u200d"), 4) + QStringLiteral("a");
    QTest::newRow("joiners alone") << many(QStringLiteral("\u200d"), 50) << many(QStringLiteral("\u200d"), 8);
    const QString family = QStringLiteral("👩‍👩‍👧‍👦");
    QTest::newRow("a family") << family << family;
    const QString persian = QStringLiteral("می\u200cخواهم");
    QTest::newRow("a script that needs joiners") << persian << persian;
    const QString hindi = QStringLiteral("क्षेत्रीय कार्य");
    QTest::newRow("a script of marks") << hindi << hindi;
}

void DisplayTextTest::makesOneLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(oneLine(text), shown);
    QCOMPARE(oneLine(oneLine(text)), shown); // what is clean stays as it is
}

void DisplayTextTest::keepsTheLinesOfABody_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("lines") << QStringLiteral("a\r\nb\rc\n\n  d\te\u2028f")
                           << QStringLiteral("a\nb\nc\n\n  d\te\nf");
    QTest::newRow("at most two empty ones")
        << QStringLiteral("a\n\n\n\n\n\n\nb") << QStringLiteral("a\n\n\nb");
    QTest::newRow("with blanks between")
        << QStringLiteral("a\n \n \n \n \nb") << QStringLiteral("a\n \n \n  b");
    QTest::newRow("around") << QStringLiteral("\n\n a \n\t\n") << QStringLiteral(" a");
    QTest::newRow("direction and controls")
        << QStringLiteral("a\u202e\u0007\nb\u2069") << QStringLiteral("a\nb");
    QTest::newRow("no break space") << QStringLiteral("10\u00a0000\u3000x")
                                    << QStringLiteral("10\u00a0000 x");
}

void DisplayTextTest::keepsTheLinesOfABody()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const models::CleanedText cleaned = body(text);
    QCOMPARE(cleaned.text, shown);
    QVERIFY(!cleaned.cut);
}

void DisplayTextTest::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<bool>("cut");
    QTest::newRow("just fits") << QStringLiteral("abcde") << 5 << QStringLiteral("abcde") << false;
    QTest::newRow("one too many") << QStringLiteral("abcdef") << 5 << QStringLiteral("abcde") << true;
    QTest::newRow("at a blank") << QStringLiteral("abcd ef") << 5 << QStringLiteral("abcd") << true;
    QTest::newRow("not within a pair") << QStringLiteral("abcd😀f") << 5 << QStringLiteral("abcd") << true;
    QTest::newRow("not off a mark") << QStringLiteral("abcde\u0301\u0302f") << 6 << QStringLiteral("abcd")
                                    << true;
    QTest::newRow("not within a family")
        << QStringLiteral("ab👩‍👩‍👧‍👦") << 7 << QStringLiteral("ab") << true;
    QTest::newRow("what is dropped does not count")
        << many(QStringLiteral("\u200b"), 20) + QStringLiteral("abcde") << 5 << QStringLiteral("abcde")
        << false;
}

void DisplayTextTest::cuts()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QFETCH(const QString, kept);
    QFETCH(const bool, cut);
    QCOMPARE(oneLine(text, limit), cut ? kept + kEllipsis : kept);
    QCOMPARE(body(text, limit).text, kept);
    QCOMPARE(body(text, limit).cut, cut);
}

void DisplayTextTest::looksAtABoundedPartOfALongText()
{
    const QString dropped(10'000'000, QChar(0x200B));
    QCOMPARE(oneLine(dropped + QStringLiteral("x")), QString(kEllipsis));
    QVERIFY(body(dropped + QStringLiteral("x")).cut);
    const QString words = many(QStringLiteral("word "), 1'000'000);
    QCOMPARE(body(words).text.size(), models::kBodyLimit - 1); // the last blank goes
    QCOMPARE(oneLine(words).size(), models::kLineLimit);
    // One cluster longer than all that is kept is cut inside, between characters.
    QCOMPARE(
        oneLine(many(QStringLiteral("👩\u200d"), 1000), 10), many(QStringLiteral("👩\u200d"), 3) + kEllipsis);
}

void DisplayTextTest::isolates()
{
    QCOMPARE(models::isolated(QStringLiteral("שלום")), QStringLiteral("\u2068שלום\u2069"));
    QCOMPARE(models::isolated(QString()), QString());
}

void DisplayTextTest::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("two") << QStringLiteral("Maria Gómez") << QStringLiteral("MG");
    QTest::newRow("one") << QStringLiteral("maria") << QStringLiteral("M");
    QTest::newRow("three") << QStringLiteral(" ana de  la cruz ") << QStringLiteral("AC");
    QTest::newRow("none") << QStringLiteral(" \u200b ") << QString();
    QTest::newRow("a mark of its own") << QStringLiteral("e\u0301lan vital") << QStringLiteral("E\u0301V");
    QTest::newRow("outside the plane") << QStringLiteral("😀 b") << QStringLiteral("😀B");
    QTest::newRow("Chinese") << QStringLiteral("李明") << QStringLiteral("李");
}

void DisplayTextTest::initials()
{
    QFETCH(const QString, name);
    QFETCH(const QString, shown);
    QCOMPARE(models::initials(name), shown);
}

QTEST_GUILESS_MAIN(DisplayTextTest)
#include "display_text_test.moc"
