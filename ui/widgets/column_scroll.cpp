// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_scroll.h"

#include <QBoxLayout>
#include <QEvent>

namespace ot::ui {

ColumnScroll::ColumnScroll(QWidget* column, int widest, QWidget* parent)
    : QScrollArea(parent)
{
    auto* bounded = new QWidget(this);
    column->setMaximumWidth(widest);
    auto* row = new QHBoxLayout(bounded);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(column, 1);
    if (widest != kAnyWidth)
        row->addStretch(0);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(bounded);
    viewport()->setAutoFillBackground(false);
    bounded->setAutoFillBackground(false);
    column->setAutoFillBackground(false);
    bounded->installEventFilter(this);
}

void ColumnScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

bool ColumnScroll::eventFilter(QObject* watched, QEvent* event)
{
    const bool done = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        fitHeight();
    return done;
}

void ColumnScroll::fitHeight()
{
    // Without the limit of before, so that a column that has become shorter says so.
    const int height = widget()->layout()->totalHeightForWidth(viewport()->width());
    if (height > 0 && height != widget()->minimumHeight())
        widget()->setMinimumHeight(height);
}

} // namespace ot::ui
