// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hostile HTML fragment to a list of plain blocks: the few elements a job's description is made of, and
// nothing else. What is not known is either taken as its text or, for script, style and the like, left out
// whole. Nothing is ever loaded. Pure, Qt Core only; linear in the text; bounded in depth and output.
#pragma once

#include <QString>

#include <vector>

namespace ot::ui {

struct HtmlSpan {
    QString text;
    bool bold = false;
    bool italic = false;
    bool code = false;
    QString href; // as written; judged by the link gate when it is clicked
    friend bool operator==(const HtmlSpan&, const HtmlSpan&) = default;
};

struct HtmlBlock {
    enum class Kind { Paragraph, Heading, ListItem, Preformatted };

    Kind kind = Kind::Paragraph;
    int level = 0; // heading 1 to 4; list nesting from 1
    int number = 0; // of an item in a numbered list, from 1; 0 for a bullet
    std::vector<HtmlSpan> spans;
    friend bool operator==(const HtmlBlock&, const HtmlBlock&) = default;
};

[[nodiscard]] std::vector<HtmlBlock> parseHtml(const QString& html);

// Plain text as blocks: an empty line separates paragraphs, a single break stays a break.
[[nodiscard]] std::vector<HtmlBlock> blocksOfText(const QString& text);

} // namespace ot::ui
