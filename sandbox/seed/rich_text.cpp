// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/rich_text.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

struct Mark {
    const char* delimiter;
    const char* name;
    const char* tag;
};

constexpr Mark kMarks[] = { { "**", "bold", "strong" }, { "*", "italic", "em" }, { "`", "code", "code" },
    { "==", "highlight", "mark" }, { "~~", "strike", "s" } };

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

// A run of text between two delimiters, or a link.
class InlineReader {
public:
    explicit InlineReader(const QString& source)
        : m_source(source)
    {
        while (m_at < m_source.size()) {
            if (!takeMark() && !takeLink())
                m_plain += m_source[m_at++];
        }
        flush();
    }

    [[nodiscard]] const QJsonArray& content() const { return m_content; }
    [[nodiscard]] const QString& html() const { return m_html; }

private:
    bool takeMark();
    bool takeLink();
    void flush();
    void put(const QString& text, const QJsonObject& mark, const QString& open, const QString& close);

    QString m_source;
    qsizetype m_at = 0;
    QString m_plain;
    QJsonArray m_content;
    QString m_html;
};

void InlineReader::flush()
{
    if (m_plain.isEmpty())
        return;
    m_content.append(QJsonObject {
        { QStringLiteral("type"), QStringLiteral("text") }, { QStringLiteral("text"), m_plain } });
    m_html += m_plain.toHtmlEscaped();
    m_plain.clear();
}

void InlineReader::put(
    const QString& text, const QJsonObject& mark, const QString& open, const QString& close)
{
    flush();
    m_content.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("text") },
        { QStringLiteral("text"), text }, { QStringLiteral("marks"), QJsonArray { mark } } });
    m_html += open + text.toHtmlEscaped() + close;
}

bool InlineReader::takeMark()
{
    for (const Mark& mark : kMarks) {
        const QString delimiter = utf8(mark.delimiter);
        if (!m_source.mid(m_at).startsWith(delimiter))
            continue;
        const qsizetype from = m_at + delimiter.size();
        const qsizetype to = m_source.indexOf(delimiter, from);
        if (to <= from)
            continue;
        const QString tag = utf8(mark.tag);
        put(m_source.mid(from, to - from), { { QStringLiteral("type"), utf8(mark.name) } },
            QStringLiteral("<%1>").arg(tag), QStringLiteral("</%1>").arg(tag));
        m_at = to + delimiter.size();
        return true;
    }
    return false;
}

bool InlineReader::takeLink()
{
    if (m_source[m_at] != QLatin1Char('['))
        return false;
    const qsizetype middle = m_source.indexOf(QLatin1String("]("), m_at);
    const qsizetype end = m_source.indexOf(QLatin1Char(')'), middle);
    if (middle < 0 || end < 0)
        return false;
    const QString address = m_source.mid(middle + 2, end - middle - 2);
    put(m_source.mid(m_at + 1, middle - m_at - 1),
        { { QStringLiteral("type"), QStringLiteral("link") },
            { QStringLiteral("attrs"), QJsonObject { { QStringLiteral("href"), address } } } },
        QStringLiteral("<a href=\"%1\">").arg(address.toHtmlEscaped()), QStringLiteral("</a>"));
    m_at = end + 1;
    return true;
}

QJsonObject node(const char* type, const QJsonArray& content, const QJsonObject& attributes = {})
{
    QJsonObject made { { QStringLiteral("type"), utf8(type) } };
    if (!content.isEmpty())
        made.insert(QStringLiteral("content"), content);
    if (!attributes.isEmpty())
        made.insert(QStringLiteral("attrs"), attributes);
    return made;
}

class BlockWriter {
public:
    BlockWriter(const NoteCard& card, QString prefix)
        : m_prefix(std::move(prefix))
    {
        for (std::size_t i = 0; i < card.lines.size();)
            i = takeBlock(card.lines, i);
    }

    [[nodiscard]] RichText result() const { return { node("doc", m_blocks), m_html }; }

private:
    using Lines = std::vector<NoteLine>;

    std::size_t takeBlock(const Lines& lines, std::size_t at);
    std::size_t takeList(const Lines& lines, std::size_t at);
    std::size_t takeTable(const Lines& lines, std::size_t at);
    void takeCode(const QString& value);
    void takeText(const char* type, const char* tag, const QString& value, QJsonObject attributes);
    [[nodiscard]] QJsonObject named(QJsonObject attributes = {});
    [[nodiscard]] QJsonObject itemOf(const QString& key, const QString& value, QString& html);

    QString m_prefix;
    int m_count = 0;
    QJsonArray m_blocks;
    QString m_html;
};

QJsonObject BlockWriter::named(QJsonObject attributes)
{
    attributes.insert(QStringLiteral("data-id"), QStringLiteral("%1-%2").arg(m_prefix).arg(++m_count));
    return attributes;
}

void BlockWriter::takeText(const char* type, const char* tag, const QString& value, QJsonObject attributes)
{
    const InlineReader text(value);
    m_blocks.append(node(type, text.content(), named(std::move(attributes))));
    m_html += QStringLiteral("<%1>%2</%1>").arg(utf8(tag), text.html());
}

void BlockWriter::takeCode(const QString& value)
{
    const QString code = value.section(QStringLiteral(" | "), 1);
    const QJsonObject text { { QStringLiteral("type"), QStringLiteral("text") },
        { QStringLiteral("text"), code } };
    m_blocks.append(node("codeBlock", QJsonArray { text },
        named({ { QStringLiteral("language"), value.section(QStringLiteral(" | "), 0, 0) } })));
    m_html += QStringLiteral("<pre><code>%1</code></pre>").arg(code.toHtmlEscaped());
}

QJsonObject BlockWriter::itemOf(const QString& key, const QString& value, QString& html)
{
    const bool task = key == QLatin1String("task");
    const bool checked = task && value.startsWith(QLatin1String("[x] "));
    const InlineReader text(task ? value.mid(4) : value);
    html += task ? QStringLiteral("<li>%1 ").arg(checked ? QStringLiteral("☑") : QStringLiteral("☐"))
                 : QStringLiteral("<li>");
    html += text.html();
    const QJsonObject attributes
        = task ? QJsonObject { { QStringLiteral("checked"), checked } } : QJsonObject {};
    return node(
        task ? "taskItem" : "listItem", QJsonArray { node("paragraph", text.content()) }, named(attributes));
}

std::size_t BlockWriter::takeList(const Lines& lines, std::size_t at)
{
    const QString key = lines[at].key;
    const bool ordered = key == QLatin1String("ol");
    const QJsonObject attributes
        = named(ordered ? QJsonObject { { QStringLiteral("start"), 1 } } : QJsonObject {});
    const QString tag = ordered ? QStringLiteral("ol") : QStringLiteral("ul");
    QJsonArray items;
    QString html;
    while (at < lines.size() && lines[at].key == key) {
        QJsonObject item = itemOf(key, lines[at++].value, html);
        QJsonArray below;
        QString belowHtml;
        while (at < lines.size() && lines[at].key == QLatin1String("sub")) {
            below.append(itemOf(QStringLiteral("li"), lines[at++].value, belowHtml));
            belowHtml += QStringLiteral("</li>");
        }
        if (!below.isEmpty()) {
            QJsonArray content = item.value(QLatin1String("content")).toArray();
            content.append(node("bulletList", below, named()));
            item.insert(QStringLiteral("content"), content);
            html += QStringLiteral("<ul>%1</ul>").arg(belowHtml);
        }
        html += QStringLiteral("</li>");
        items.append(item);
    }
    const char* type = ordered ? "orderedList" : (key == QLatin1String("task") ? "taskList" : "bulletList");
    m_blocks.append(node(type, items, attributes));
    m_html += QStringLiteral("<%1>%2</%1>").arg(tag, html);
    return at;
}

std::size_t BlockWriter::takeTable(const Lines& lines, std::size_t at)
{
    const QJsonObject attributes = named();
    QJsonArray rows;
    QString html;
    for (; at < lines.size() && lines[at].key == QLatin1String("row"); ++at) {
        const bool head = rows.isEmpty();
        QJsonArray cells;
        html += QStringLiteral("<tr>");
        const QStringList parts = lines[at].value.split(QStringLiteral(" | "));
        for (const QString& part : parts) {
            const InlineReader text(part);
            cells.append(
                node(head ? "tableHeader" : "tableCell", QJsonArray { node("paragraph", text.content()) },
                    { { QStringLiteral("colspan"), 1 }, { QStringLiteral("rowspan"), 1 } }));
            html += QStringLiteral("<%1>%2</%1>")
                        .arg(head ? QStringLiteral("th") : QStringLiteral("td"), text.html());
        }
        html += QStringLiteral("</tr>");
        rows.append(node("tableRow", cells));
    }
    m_blocks.append(node("table", rows, attributes));
    m_html += QStringLiteral("<table><tbody>%1</tbody></table>").arg(html);
    return at;
}

std::size_t BlockWriter::takeBlock(const Lines& lines, std::size_t at)
{
    const QString& key = lines[at].key;
    const QString& value = lines[at].value;
    if (key == QLatin1String("li") || key == QLatin1String("ol") || key == QLatin1String("task"))
        return takeList(lines, at);
    if (key == QLatin1String("row"))
        return takeTable(lines, at);
    if (key == QLatin1String("h2")) {
        takeText("heading", "h2", value, { { QStringLiteral("level"), 2 } });
    } else if (key == QLatin1String("h3")) {
        takeText("heading", "h3", value, { { QStringLiteral("level"), 3 } });
    } else if (key == QLatin1String("p")) {
        takeText("paragraph", "p", value, {});
    } else if (key == QLatin1String("code")) {
        takeCode(value);
    } else if (key == QLatin1String("rule")) {
        m_blocks.append(node("horizontalRule", {}, named()));
        m_html += QStringLiteral("<hr>");
    } else if (key == QLatin1String("quote")) {
        const InlineReader text(value);
        m_blocks.append(node("blockquote", QJsonArray { node("paragraph", text.content()) }, named()));
        m_html += QStringLiteral("<blockquote><p>%1</p></blockquote>").arg(text.html());
    }
    return at + 1;
}

} // namespace

RichText richTextOf(const NoteCard& card, const QString& prefix)
{
    return BlockWriter(card, prefix).result();
}

} // namespace ot::sandbox
