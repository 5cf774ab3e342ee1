// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rich_text/html_blocks.h"

#include "models/display_text.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace ot::ui {
namespace {

constexpr qsizetype kLongestHtml = 200'000;
constexpr std::size_t kMostBlocks = 2'000;
constexpr int kDeepestList = 6;
constexpr qsizetype kLongestHref = 2'048;
constexpr qsizetype kLongestEntity = 12;

struct Tag {
    QString name;
    bool closing = false;
    bool selfClosing = false;
    QString href;
};

QString decodedEntity(QStringView name)
{
    static const QHash<QString, char32_t> kNamed = { { QStringLiteral("amp"), U'&' },
        { QStringLiteral("lt"), U'<' }, { QStringLiteral("gt"), U'>' }, { QStringLiteral("quot"), U'"' },
        { QStringLiteral("apos"), U'\'' }, { QStringLiteral("nbsp"), 0xA0 },
        { QStringLiteral("ndash"), 0x2013 }, { QStringLiteral("mdash"), 0x2014 },
        { QStringLiteral("hellip"), 0x2026 }, { QStringLiteral("lsquo"), 0x2018 },
        { QStringLiteral("rsquo"), 0x2019 }, { QStringLiteral("ldquo"), 0x201C },
        { QStringLiteral("rdquo"), 0x201D }, { QStringLiteral("bull"), 0x2022 },
        { QStringLiteral("middot"), 0xB7 }, { QStringLiteral("euro"), 0x20AC },
        { QStringLiteral("pound"), 0xA3 }, { QStringLiteral("copy"), 0xA9 }, { QStringLiteral("reg"), 0xAE },
        { QStringLiteral("trade"), 0x2122 }, { QStringLiteral("times"), 0xD7 },
        { QStringLiteral("deg"), 0xB0 }, { QStringLiteral("laquo"), 0xAB },
        { QStringLiteral("raquo"), 0xBB } };
    if (!name.startsWith(QLatin1Char('#'))) {
        const char32_t c = kNamed.value(name.toString(), 0);
        return c == 0 ? QString() : QString::fromUcs4(&c, 1);
    }
    const bool hex = name.size() > 1 && name.at(1).toLower() == QLatin1Char('x');
    bool ok = false;
    const char32_t code = name.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    const bool sensible = ok && code >= 0x20 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
    return sensible ? QString::fromUcs4(&code, 1) : QString(QChar(0xFFFD));
}

QString decoded(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&')) {
            const qsizetype end = text.mid(i, kLongestEntity).indexOf(QLatin1Char(';'));
            const QString character = end > 1 ? decodedEntity(text.mid(i + 1, end - 1)) : QString();
            if (!character.isEmpty()) {
                out.append(character);
                i += end;
                continue;
            }
        }
        out.append(text.at(i));
    }
    return out;
}

// Cuts the text into tags and runs between them. A '<' that begins no tag is text.
class Scanner {
public:
    explicit Scanner(QStringView html)
        : m_html(html)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_html.size(); }

    // The text up to the next tag, entities decoded.
    QString text()
    {
        const qsizetype start = m_at;
        while (!atEnd() && !startsTag())
            ++m_at;
        return decoded(m_html.mid(start, m_at - start));
    }

    Tag tag()
    {
        Tag tag;
        if (m_html.mid(m_at).startsWith(QLatin1String("<!--"))) {
            skipPast(QLatin1String("-->"));
            return tag;
        }
        ++m_at;
        if (!atEnd() && (m_html.at(m_at) == QLatin1Char('!') || m_html.at(m_at) == QLatin1Char('?'))) {
            skipPast(QLatin1String(">"));
            return tag;
        }
        if (!atEnd() && m_html.at(m_at) == QLatin1Char('/')) {
            tag.closing = true;
            ++m_at;
        }
        const qsizetype start = m_at;
        while (!atEnd() && m_html.at(m_at).isLetterOrNumber())
            ++m_at;
        tag.name = m_html.mid(start, m_at - start).toString().toLower();
        attributes(tag);
        return tag;
    }

    // Leaves out everything up to and including </name>.
    void skipElement(const QString& name)
    {
        const qsizetype end = m_html.indexOf(QStringLiteral("</") + name, m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_html.size() : end;
        if (!atEnd())
            skipPast(QLatin1String(">"));
    }

private:
    [[nodiscard]] bool startsTag() const
    {
        if (m_html.at(m_at) != QLatin1Char('<') || m_at + 1 >= m_html.size())
            return false;
        const QChar next = m_html.at(m_at + 1);
        return next.isLetter() || next == QLatin1Char('/') || next == QLatin1Char('!')
            || next == QLatin1Char('?');
    }

    void skipPast(QLatin1String what)
    {
        const qsizetype at = m_html.indexOf(what, m_at);
        m_at = at < 0 ? m_html.size() : at + what.size();
    }

    void attributes(Tag& tag)
    {
        while (!atEnd() && m_html.at(m_at) != QLatin1Char('>')) {
            if (m_html.at(m_at) == QLatin1Char('/'))
                tag.selfClosing = true;
            if (!m_html.at(m_at).isLetter()) {
                ++m_at;
                continue;
            }
            const qsizetype start = m_at;
            while (!atEnd() && (m_html.at(m_at).isLetterOrNumber() || m_html.at(m_at) == QLatin1Char('-')))
                ++m_at;
            const QStringView name = m_html.mid(start, m_at - start);
            const QString value = attributeValue();
            if (tag.name == QLatin1String("a")
                && name.compare(QLatin1String("href"), Qt::CaseInsensitive) == 0)
                tag.href = value.left(kLongestHref);
        }
        if (!atEnd())
            ++m_at;
    }

    QString attributeValue()
    {
        skipBlanks();
        if (atEnd() || m_html.at(m_at) != QLatin1Char('='))
            return {};
        ++m_at;
        skipBlanks();
        if (atEnd())
            return {};
        const QChar quote = m_html.at(m_at);
        if (quote == QLatin1Char('"') || quote == QLatin1Char('\'')) {
            const qsizetype start = ++m_at;
            const qsizetype end = m_html.indexOf(quote, m_at);
            m_at = end < 0 ? m_html.size() : end + 1;
            return decoded(m_html.mid(start, (end < 0 ? m_html.size() : end) - start));
        }
        const qsizetype start = m_at;
        while (!atEnd() && !m_html.at(m_at).isSpace() && m_html.at(m_at) != QLatin1Char('>'))
            ++m_at;
        return decoded(m_html.mid(start, m_at - start));
    }

    void skipBlanks()
    {
        while (!atEnd() && m_html.at(m_at).isSpace())
            ++m_at;
    }

    QStringView m_html;
    qsizetype m_at = 0;
};

// Builds blocks from tags and text.
class Builder {
public:
    void text(const QString& raw)
    {
        const QString kept = m_pre > 0 ? models::body(raw, kLongestHtml).text : collapsed(raw);
        if (kept.isEmpty() || (kept == QLatin1String(" ") && m_block.spans.empty()))
            return;
        HtmlSpan span;
        span.text = kept;
        span.bold = m_bold > 0;
        span.italic = m_italic > 0;
        span.code = m_code > 0;
        span.href = m_href;
        if (m_block.spans.empty() && m_pre == 0)
            span.text = span.text.mid(span.text.startsWith(QLatin1Char(' ')) ? 1 : 0);
        if (!m_block.spans.empty() && sameLook(m_block.spans.back(), span))
            m_block.spans.back().text += span.text;
        else
            m_block.spans.push_back(span);
    }

    void tag(const Tag& tag)
    {
        const int step = tag.closing ? -1 : 1;
        const QString& name = tag.name;
        if (name == QLatin1String("br")) {
            lineBreak();
        } else if (name == QLatin1String("b") || name == QLatin1String("strong")) {
            m_bold = qMax(0, m_bold + step);
        } else if (name == QLatin1String("i") || name == QLatin1String("em")) {
            m_italic = qMax(0, m_italic + step);
        } else if (name == QLatin1String("code")) {
            m_code = qMax(0, m_code + step);
        } else if (name == QLatin1String("a")) {
            m_href = tag.closing ? QString() : tag.href;
        } else if (name == QLatin1String("ul") || name == QLatin1String("ol")) {
            list(name == QLatin1String("ol"), tag.closing);
        } else if (name == QLatin1String("li")) {
            item(tag.closing);
        } else if (isHeading(name)) {
            flush();
            if (!tag.closing) {
                m_block.kind = HtmlBlock::Kind::Heading;
                m_block.level = qMin(4, name.at(1).digitValue());
            }
        } else if (name == QLatin1String("pre")) {
            flush();
            m_pre = qMax(0, m_pre + step);
            m_block.kind = m_pre > 0 ? HtmlBlock::Kind::Preformatted : HtmlBlock::Kind::Paragraph;
        } else if (isBlock(name) && !(m_block.kind == HtmlBlock::Kind::ListItem && m_block.spans.empty())) {
            // A paragraph right inside an item is the item's own text.
            flush();
        }
    }

    std::vector<HtmlBlock> finish()
    {
        flush();
        return std::move(m_blocks);
    }
    [[nodiscard]] bool full() const { return m_blocks.size() >= kMostBlocks; }

private:
    static bool sameLook(const HtmlSpan& left, const HtmlSpan& right)
    {
        return left.bold == right.bold && left.italic == right.italic && left.code == right.code
            && left.href == right.href;
    }
    static bool isHeading(const QString& name)
    {
        return name.size() == 2 && name.at(0) == QLatin1Char('h') && name.at(1) >= QLatin1Char('1')
            && name.at(1) <= QLatin1Char('6');
    }
    static bool isBlock(const QString& name)
    {
        static const QStringList kBlocks = { QStringLiteral("p"), QStringLiteral("div"),
            QStringLiteral("section"), QStringLiteral("article"), QStringLiteral("blockquote"),
            QStringLiteral("table"), QStringLiteral("tr"), QStringLiteral("hr"), QStringLiteral("header"),
            QStringLiteral("footer"), QStringLiteral("dl"), QStringLiteral("dt"), QStringLiteral("dd") };
        return kBlocks.contains(name);
    }
    // White space of the source becomes one blank; hidden characters go.
    static QString collapsed(const QString& raw)
    {
        if (raw.isEmpty())
            return {};
        QString text = models::oneLine(raw, kLongestHtml);
        if (raw.front().isSpace())
            text.prepend(QLatin1Char(' '));
        if (raw.back().isSpace() && text != QLatin1String(" "))
            text.append(QLatin1Char(' '));
        return text;
    }
    void lineBreak()
    {
        if (m_block.spans.empty())
            return;
        m_block.spans.back().text += m_pre > 0 ? QChar(QLatin1Char('\n')) : QChar(QChar::LineSeparator);
    }
    void list(bool numbered, bool closing)
    {
        flush();
        if (!closing && m_lists.size() < kDeepestList)
            m_lists.push_back(numbered ? 1 : 0);
        else if (!closing)
            ++m_tooDeep;
        else if (m_tooDeep > 0)
            --m_tooDeep;
        else if (!m_lists.empty())
            m_lists.pop_back();
    }
    void item(bool closing)
    {
        flush();
        if (closing)
            return;
        m_block.kind = HtmlBlock::Kind::ListItem;
        m_block.level = qMax(1, static_cast<int>(m_lists.size()));
        if (!m_lists.empty() && m_lists.back() > 0)
            m_block.number = m_lists.back()++;
    }
    void flush()
    {
        const bool blank = std::all_of(m_block.spans.begin(), m_block.spans.end(),
            [](const HtmlSpan& span) { return span.text.trimmed().isEmpty(); });
        if (!blank && !full()) {
            QString& last = m_block.spans.back().text;
            while (!last.isEmpty() && last.back().isSpace())
                last.chop(1);
            m_blocks.push_back(std::move(m_block));
        }
        m_block = HtmlBlock();
        if (m_pre > 0)
            m_block.kind = HtmlBlock::Kind::Preformatted;
    }

    std::vector<HtmlBlock> m_blocks;
    HtmlBlock m_block;
    std::vector<int> m_lists; // 0 for bullets, else the next number
    int m_tooDeep = 0; // lists opened beyond the deepest
    int m_bold = 0;
    int m_italic = 0;
    int m_code = 0;
    int m_pre = 0;
    QString m_href;
};

bool isLeftOutWhole(const QString& name)
{
    static const QStringList kOut = { QStringLiteral("script"), QStringLiteral("style"),
        QStringLiteral("iframe"), QStringLiteral("object"), QStringLiteral("svg"), QStringLiteral("math"),
        QStringLiteral("template"), QStringLiteral("noscript"), QStringLiteral("head"),
        QStringLiteral("title"), QStringLiteral("textarea"), QStringLiteral("select"),
        QStringLiteral("audio"), QStringLiteral("video"), QStringLiteral("canvas") };
    return kOut.contains(name);
}

} // namespace

std::vector<HtmlBlock> parseHtml(const QString& html)
{
    Scanner scanner(QStringView(html).left(kLongestHtml));
    Builder builder;
    while (!scanner.atEnd() && !builder.full()) {
        builder.text(scanner.text());
        if (scanner.atEnd())
            break;
        const Tag tag = scanner.tag();
        if (isLeftOutWhole(tag.name)) {
            if (!tag.closing && !tag.selfClosing)
                scanner.skipElement(tag.name);
            continue;
        }
        builder.tag(tag);
    }
    return builder.finish();
}

std::vector<HtmlBlock> blocksOfText(const QString& text)
{
    std::vector<HtmlBlock> blocks;
    const QStringList paragraphs
        = models::body(text, kLongestHtml).text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const QString& paragraph : paragraphs) {
        if (blocks.size() >= kMostBlocks)
            break;
        HtmlBlock block;
        HtmlSpan span;
        span.text = paragraph.trimmed();
        span.text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        if (span.text.isEmpty())
            continue;
        block.spans.push_back(span);
        blocks.push_back(block);
    }
    return blocks;
}

} // namespace ot::ui
