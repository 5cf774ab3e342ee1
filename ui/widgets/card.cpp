// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ot::ui {

Card::Card(const QString& heading, QWidget* parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(19, 17, 19, 17);
    layout->setSpacing(8);
    if (!heading.isEmpty()) {
        m_heading = makeLabel(heading, TextShape::Wrapped, this);
        setType(m_heading, Type::Heading);
        layout->addWidget(m_heading);
    }
    m_body->setSpacing(6);
    layout->addLayout(m_body);
}

void Card::setHeadingVisible(bool visible)
{
    if (m_heading)
        m_heading->setVisible(visible);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    paint::box(painter, rect(), paint::kCardRadius, tokens.surface, tokens.line);
}

Hairline::Hairline(QWidget* parent, Qt::Orientation orientation)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).line);
}

Ground::Ground(Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
{
}

void Ground::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensOf(this);
    const QColor fill
        = m_kind == Kind::Page ? tokens.bg : (m_kind == Kind::Rail ? tokens.rail : tokens.surface);
    QPainter(this).fillRect(rect(), fill);
}

} // namespace ot::ui
