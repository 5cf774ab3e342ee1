// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rich_text/html_blocks.h"

#include <QTest>

using namespace ot::ui; // NOLINT(google-build-using-namespace)
using Kind = HtmlBlock::Kind;

// What a person sees of the blocks, a line each: "# heading", "- item", "1. item", "> code", spans marked.
static QString shown(const std::vector<HtmlBlock>& blocks)
{
    QStringList lines;
    for (const HtmlBlock& block : blocks) {
        QString line;
        if (block.kind == Kind::Heading)
            line = QString(block.level, QLatin1Char('#')) + QLatin1Char(' ');
        else if (block.kind == Kind::ListItem)
            line = QString((block.level - 1) * 2, QLatin1Char(' '))
                + (block.number > 0 ? QString::number(block.number) + QStringLiteral(". ")
                                    : QStringLiteral("- "));
        else if (block.kind == Kind::Preformatted)
            line = QStringLiteral("> ");
        for (const HtmlSpan& span : block.spans) {
            QString text = span.text;
            if (span.bold)
                text = QStringLiteral("*") + text + QStringLiteral("*");
            if (span.italic)
                text = QStringLiteral("/") + text + QStringLiteral("/");
            if (span.code)
                text = QStringLiteral("`") + text + QStringLiteral("`");
            if (!span.href.isEmpty())
                text = QStringLiteral("[") + text + QStringLiteral("](") + span.href + QStringLiteral(")");
            line += text;
        }
        lines.append(line.replace(QChar(QChar::LineSeparator), QLatin1Char('|')));
    }
    return lines.join(QLatin1Char('\n'));
}

class HtmlBlocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatADescriptionIsMadeOf_data();
    void keepsWhatADescriptionIsMadeOf();
    void leavesOutWhatCouldDoHarm_data();
    void leavesOutWhatCouldDoHarm();
    void staysBounded_data();
    void staysBounded();
    void plainTextBecomesParagraphs();
};

void HtmlBlocksTest::keepsWhatADescriptionIsMadeOf_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* html, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(expected);
    };
    row("paragraphs", "<p>One</p><p>Two</p>", "One\nTwo");
    row("headings", "<h1>A</h1><h3>B</h3><h6>C</h6>", "# A\n### B\n#### C");
    row("bold and italic", "<p>a <b>b</b> <em>c</em></p>", "a *b* /c/");
    row("nested marks", "<p><b>b<i>bi</i></b></p>", "*b*/*bi*/");
    row("code", "<p>run <code>x&lt;y</code></p>", "run `x<y`");
    row("a bullet list", "<ul><li>a</li><li>b</li></ul>", "- a\n- b");
    row("a numbered list", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b");
    row("a list in a list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c");
    row("a paragraph in an item", "<ul><li><p>a</p></li></ul>", "- a");
    row("a link", "<p><a href=\"https://x.test/\">x</a></p>", "[x](https://x.test/)");
    row("a break", "<p>a<br>b<br/>c</p>", "a|b|c");
    row("preformatted", "<pre>a\n  b</pre>", "> a\n  b");
    row("entities", "<p>&amp;&lt;&#65;&#x42;&eacute;&nbsp;.</p>", "&<AB&eacute; .");
    row("white space", "<p>  a \n\t b  </p>", "a b");
    row("text without tags", "a < b and c > d", "a < b and c > d");
    row("unknown elements", "<marquee>a</marquee><blink>b</blink>", "ab");
    row("nothing", "", "");
    row("no closing tags", "<p>a<p>b<li>c", "a\nb\n- c");
    row("too many closing tags", "</b></ul></p>a</b>", "a");
    row("a right-to-left script", "<p>\u0645\u0631\u062d\u0628\u0627</p>", "\u0645\u0631\u062d\u0628\u0627");
}

void HtmlBlocksTest::keepsWhatADescriptionIsMadeOf()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    QCOMPARE(shown(parseHtml(html)), expected);
}

void HtmlBlocksTest::leavesOutWhatCouldDoHarm_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* html, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(expected);
    };
    row("a script", "a<script>alert('<p>x</p>')</script>b", "ab");
    row("a script that is never closed", "a<script>alert(1)", "a");
    row("a script in capitals", "a<ScRiPt>x</sCrIpT >b", "ab");
    row("a style", "<style>p{background:url(http://t.test/)}</style>a", "a");
    row("an image", "a<img src=\"http://tracker.test/p.gif\" onerror=\"x()\">b", "ab");
    row("a frame", "<iframe src=\"http://t.test\">x</iframe>a", "a");
    row("an svg", "<svg><script>x</script><a href=\"javascript:1\">y</a></svg>a", "a");
    row("a comment", "a<!-- <b>x</b> -->b", "ab");
    row("a comment that is never closed", "a<!-- <b>x", "a");
    row("a declaration", "<!DOCTYPE html><?php x ?>a", "a");
    row("an event handler", "<p onclick=\"x()\">a</p>", "a");
    row("a tag inside an attribute", "<p title=\"<script>x</script>\">a</p>", "a");
    row("a quote that is never closed", "a<p title=\"x>b", "a");
    row("control characters", "<p>a\u0001\u0007\u001b\u009fb</p>", "ab");
    row("direction overrides", "<p>a\u202eb\u2066c</p>", "abc");
    row("an entity that is no character", "<p>&#xD800;&#0;&#x110000;&#99999999999;</p>",
        "\ufffd\ufffd\ufffd&#99999999999;");
}

void HtmlBlocksTest::leavesOutWhatCouldDoHarm()
{
    keepsWhatADescriptionIsMadeOf();
}

void HtmlBlocksTest::staysBounded_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("a long text") << QString(5'000'000, QLatin1Char('x'));
    QTest::newRow("many blocks") << QStringLiteral("<p>x</p>").repeated(100'000);
    QTest::newRow("deep lists") << QStringLiteral("<ul><li>x").repeated(50'000);
    QTest::newRow("many tags") << QStringLiteral("<b>").repeated(60'000) + QStringLiteral("x");
    QTest::newRow("many brackets") << QString(200'000, QLatin1Char('<'));
    QTest::newRow("many entities") << QStringLiteral("&").repeated(200'000);
    QTest::newRow("many open comments") << QStringLiteral("<!--").repeated(50'000);
    QTest::newRow("many attributes") << QStringLiteral("<a ") + QStringLiteral("href=x ").repeated(25'000);
    QTest::newRow("a long address") << QStringLiteral("<a href=\"https://x.test/")
            + QString(100'000, QLatin1Char('y')) + QStringLiteral("\">x</a>");
}

void HtmlBlocksTest::staysBounded()
{
    QFETCH(QString, html);
    const std::vector<HtmlBlock> blocks = parseHtml(html);
    QVERIFY(blocks.size() <= 2'000);
    qsizetype length = 0;
    for (const HtmlBlock& block : blocks) {
        QVERIFY(block.level <= 6);
        for (const HtmlSpan& span : block.spans) {
            length += span.text.size();
            QVERIFY(span.href.size() <= 2'048);
        }
    }
    QVERIFY2(length <= 200'000, qPrintable(QString::number(length)));
}

void HtmlBlocksTest::plainTextBecomesParagraphs()
{
    QCOMPARE(shown(blocksOfText(QStringLiteral("One\ntwo\n\n\n<b>three</b>\n"))),
        QStringLiteral("One|two\n<b>three</b>"));
    QVERIFY(blocksOfText(QStringLiteral("\n \n")).empty());
}

QTEST_GUILESS_MAIN(HtmlBlocksTest)
#include "html_blocks_test.moc"
