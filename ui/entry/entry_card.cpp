// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/entry_card.h"

#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/tinted_label.h"

#include <QBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>

namespace ot::ui {
namespace {

constexpr int kCardWidth = 440;
constexpr int kMark = 44;

// Stretches on both sides: an alignment would give a wrapped text the height it wants at another width.
QLayout* inTheMiddle(QWidget* widget)
{
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

EntryCard::EntryCard(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextShape::Wrapped, this))
    , m_lead(new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, this))
    , m_body(new QVBoxLayout)
    , m_footnote(new TintedLabel({}, Type::Small, Tone::Neutral, TextShape::Wrapped, this))
{
    setType(m_title, Type::Display);
    auto* mark = new QLabel(this);
    mark->setPixmap(QIcon(QStringLiteral(":/opentrain/icons/opentrain-desktop.svg"))
                        .pixmap(QSize(kMark, kMark), devicePixelRatioF()));
    auto* card = new Card({}, this);
    card->setFixedWidth(kCardWidth);
    m_body->setSpacing(8);
    QVBoxLayout* inner = card->body();
    inner->setSpacing(0);
    card->layout()->setContentsMargins(30, 28, 30, 28);
    inner->addWidget(mark);
    inner->addSpacing(16);
    inner->addWidget(m_title);
    inner->addSpacing(6);
    inner->addWidget(m_lead);
    inner->addSpacing(18);
    inner->addLayout(m_body);
    m_footnote->setFixedWidth(kCardWidth - 8);
    m_footnote->setAlignment(Qt::AlignHCenter);
    m_footnote->hide();

    auto* column = new QWidget(this);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(16, 16, 16, 16);
    columnLayout->addStretch(2);
    columnLayout->addLayout(inTheMiddle(card));
    columnLayout->addSpacing(10);
    columnLayout->addLayout(inTheMiddle(m_footnote));
    columnLayout->addStretch(3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new ColumnScroll(column, ColumnScroll::kAnyWidth, this));
}

void EntryCard::setHeading(const QString& title, const QString& lead)
{
    setLabelText(m_title, title, TextShape::Wrapped);
    m_lead->setContent(lead);
    m_lead->setVisible(!lead.isEmpty());
}

void EntryCard::setFootnote(const QString& text)
{
    m_footnote->setContent(text);
    m_footnote->setVisible(!text.isEmpty());
}

void EntryCard::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).bg);
}

} // namespace ot::ui
