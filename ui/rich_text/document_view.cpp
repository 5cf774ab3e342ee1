// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rich_text/document_view.h"

#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QWheelEvent>

namespace ot::ui {
namespace {

constexpr double kParagraphGap = 10.0;
constexpr double kItemGap = 4.0;
constexpr double kHeadingGap = 14.0;
constexpr int kLineHeightPercent = 122;

// A document that answers no request for anything beside itself.
class SealedDocument : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

QTextCharFormat formatOf(const HtmlSpan& span, const HtmlBlock& block, const Tokens& tokens)
{
    QTextCharFormat format;
    Type type = Type::Body;
    if (block.kind == HtmlBlock::Kind::Heading)
        type = block.level <= 2 ? Type::Heading : Type::Strong;
    if (span.code || block.kind == HtmlBlock::Kind::Preformatted)
        type = Type::Mono;
    QFont font = typeFont(type);
    if (span.bold)
        font.setWeight(QFont::DemiBold);
    font.setItalic(span.italic);
    format.setFont(font);
    format.setForeground(tokens.text);
    if (type == Type::Mono && block.kind != HtmlBlock::Kind::Preformatted)
        format.setBackground(tokens.sunken);
    if (!span.href.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(span.href);
        format.setForeground(tokens.accent);
        format.setFontUnderline(true);
    }
    return format;
}

QTextBlockFormat blockFormatOf(const HtmlBlock& block, bool first)
{
    QTextBlockFormat format;
    const bool heading = block.kind == HtmlBlock::Kind::Heading;
    const bool item = block.kind == HtmlBlock::Kind::ListItem;
    format.setTopMargin(first ? 0 : (heading ? kHeadingGap : 0));
    format.setBottomMargin(item ? kItemGap : (heading ? 4.0 : kParagraphGap));
    format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
    return format;
}

} // namespace

DocumentView::DocumentView(QWidget* parent)
    : QTextBrowser(parent)
{
    auto* document = new SealedDocument(this);
    document->setDocumentMargin(0);
    document->setUndoRedoEnabled(false);
    setDocument(document);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setTabChangesFocus(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QTextBrowser::anchorClicked, this,
        [this](const QUrl& url) { Q_EMIT linkActivated(url.toString(QUrl::PrettyDecoded)); });
}

QVariant DocumentView::loadResource(int, const QUrl&)
{
    return {};
}

void DocumentView::setBlocks(std::vector<HtmlBlock> blocks)
{
    m_blocks = std::move(blocks);
    rebuild();
}

void DocumentView::rebuild()
{
    const Tokens& tokens = tokensOf(this);
    QTextDocument* text = document();
    text->clear();
    text->setDefaultFont(typeFont(Type::Body));
    QTextCursor cursor(text);
    cursor.beginEditBlock();
    bool first = true;
    for (const HtmlBlock& block : m_blocks) {
        const QTextBlockFormat blockFormat = blockFormatOf(block, first);
        if (first)
            cursor.setBlockFormat(blockFormat);
        else
            cursor.insertBlock(blockFormat);
        first = false;
        if (block.kind == HtmlBlock::Kind::ListItem) {
            QTextListFormat list;
            list.setIndent(block.level);
            list.setStyle(block.number > 0 ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
            QTextList* present = nullptr;
            const QTextBlock before = cursor.block().previous();
            if (before.isValid() && before.textList() && block.number != 1
                && before.textList()->format().indent() == block.level
                && before.textList()->format().style() == list.style())
                present = before.textList();
            if (present)
                present->add(cursor.block());
            else
                cursor.createList(list);
        } else if (cursor.currentList()) {
            cursor.currentList()->remove(cursor.block());
            cursor.setBlockFormat(blockFormat);
        }
        for (const HtmlSpan& span : block.spans)
            cursor.insertText(span.text, formatOf(span, block, tokens));
    }
    cursor.endEditBlock();
    text->setIndentWidth(22);
    setFixedHeight(heightForWidth(width()));
}

int DocumentView::heightForWidth(int width) const
{
    document()->setTextWidth(width);
    return qRound(document()->size().height()) + 1;
}

QSize DocumentView::sizeHint() const
{
    return { 400, heightForWidth(width() > 40 ? width() : 400) };
}

QSize DocumentView::minimumSizeHint() const
{
    return { 120, 0 };
}

void DocumentView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

void DocumentView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    setFixedHeight(heightForWidth(width()));
}

// The page scrolls, not the text in it.
void DocumentView::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void DocumentView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"));
    copy->setEnabled(textCursor().hasSelection());
    QAction* all = menu.addAction(tr("Select all"));
    const QString link = anchorAt(event->pos());
    QAction* open = link.isEmpty() ? nullptr : menu.addAction(tr("Open link…"));
    const QAction* chosen = menu.exec(event->globalPos());
    if (chosen == copy)
        this->copy();
    else if (chosen == all)
        selectAll();
    else if (chosen && chosen == open)
        Q_EMIT linkActivated(link);
}

} // namespace ot::ui
