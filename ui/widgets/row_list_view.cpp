// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_list_view.h"

#include <QHoverEvent>
#include <QPainter>
#include <QScrollBar>

namespace ot::ui {
namespace {

constexpr int kWheelStep = 24;

}

RowListView::RowListView(QWidget* parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(kWheelStep);
}

// QListView would ask the delegate about each row here.
void RowListView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
    updateGeometries();
}

void RowListView::reset()
{
    QAbstractItemView::reset();
    verticalScrollBar()->setValue(0);
    followModel();
    updateGeometries();
    viewport()->update();
}

// The base class has no function for rows that are gone.
void RowListView::followModel()
{
    if (!model())
        return;
    connect(
        model(), &QAbstractItemModel::rowsRemoved, this, &RowListView::afterRemoval, Qt::UniqueConnection);
    connect(model(), &QAbstractItemModel::rowsMoved, this, &RowListView::afterRemoval, Qt::UniqueConnection);
}

void RowListView::afterRemoval()
{
    updateGeometries();
    viewport()->update();
}

int RowListView::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int RowListView::rowHeight() const
{
    if (m_rowHeight == 0 || m_measured != itemDelegate()) {
        m_measured = itemDelegate();
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        m_rowHeight = qMax(1, itemDelegate()->sizeHint(option, QModelIndex()).height());
    }
    return m_rowHeight;
}

int RowListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect RowListView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != model())
        return {};
    return { 0, index.row() * rowHeight() - verticalOffset(), viewport()->width(), rowHeight() };
}

QModelIndex RowListView::indexAt(const QPoint& point) const
{
    if (!viewport()->rect().contains(point))
        return {};
    const int row = (point.y() + verticalOffset()) / rowHeight();
    return row >= 0 && row < rowCount() ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void RowListView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int top = index.row() * rowHeight();
    const int height = viewport()->height();
    int value = verticalOffset();
    const int bottom = top + rowHeight() - height;
    if (hint == PositionAtTop || (hint == EnsureVisible && top < value))
        value = top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && bottom > value))
        value = bottom;
    else if (hint == PositionAtCenter)
        value = top + rowHeight() / 2 - height / 2;
    verticalScrollBar()->setValue(value);
}

std::pair<int, int> RowListView::visibleRows() const
{
    const int first = verticalOffset() / rowHeight();
    const int last = qMin(rowCount() - 1, (verticalOffset() + viewport()->height() - 1) / rowHeight());
    return { first, last };
}

void RowListView::toTop()
{
    verticalScrollBar()->setValue(0);
}

QSize RowListView::sizeHint() const
{
    return { 380, rowHeight() * 6 };
}

QModelIndex RowListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = rowCount();
    if (rows == 0)
        return {};
    const int page = qMax(1, viewport()->height() / rowHeight() - 1);
    const QModelIndex current = currentIndex();
    int row = current.isValid() ? current.row() : -1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
        row = row < 0 ? 0 : row - 1;
        break;
    case MoveDown:
    case MoveNext:
    case MoveRight:
        row = row + 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    }
    return model()->index(qBound(0, row, rows - 1), 0, rootIndex());
}

void RowListView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    const int first = qMax(0, (rect.top() + verticalOffset()) / rowHeight());
    const int last = qMin(rowCount() - 1, (rect.bottom() + verticalOffset()) / rowHeight());
    if (first > last) {
        selectionModel()->select(QItemSelection(), flags);
        return;
    }
    selectionModel()->select(
        QItemSelection(model()->index(first, 0, rootIndex()), model()->index(last, 0, rootIndex())), flags);
}

QRegion RowListView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        const int top = range.top() * rowHeight() - verticalOffset();
        region += QRect(0, top, viewport()->width(), range.height() * rowHeight()) & viewport()->rect();
    }
    return region;
}

void RowListView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().base());
    const auto [first, last] = visibleRows();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        QStyleOptionViewItem one = option;
        one.rect = visualRect(index);
        if (!one.rect.intersects(event->rect()))
            continue;
        one.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        one.state.setFlag(QStyle::State_MouseOver, row == m_hovered);
        one.state.setFlag(QStyle::State_HasFocus, focused && index == currentIndex());
        itemDelegate()->paint(&painter, one, index);
    }
}

void RowListView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void RowListView::changeEvent(QEvent* event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_rowHeight = 0;
        updateGeometries();
    }
}

void RowListView::updateGeometries()
{
    const qint64 total = qint64(rowCount()) * rowHeight();
    const int height = viewport()->height();
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setRange(0, static_cast<int>(qMax<qint64>(0, total - height)));
    QAbstractItemView::updateGeometries();
    announceVisible();
}

void RowListView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx);
    scrollDirtyRegion(0, dy);
    viewport()->scroll(0, dy);
    // What is under the pointer changes with the rows.
    m_hovered = -1;
    announceVisible();
}

void RowListView::announceVisible()
{
    const std::pair<int, int> now = visibleRows();
    Q_EMIT visibleRowsChanged(now.first, now.second);
}

void RowListView::shiftBy(int rows)
{
    // Range first: the bar would cut a value that lies beyond what it had.
    updateGeometries();
    verticalScrollBar()->setValue(verticalOffset() + rows * rowHeight());
}

void RowListView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    const bool above = start * rowHeight() < verticalOffset();
    if (above && verticalOffset() > 0)
        shiftBy(end - start + 1);
    else
        updateGeometries();
    viewport()->update();
}

void RowListView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    const int firstVisible = verticalOffset() / rowHeight();
    const int removedAbove = qMax(0, qMin(end + 1, firstVisible) - start);
    if (removedAbove > 0)
        verticalScrollBar()->setValue(verticalOffset() - removedAbove * rowHeight());
}

// QListView's timer is for laying out in batches.
void RowListView::timerEvent(QTimerEvent* event)
{
    QAbstractItemView::timerEvent(event);
}

// The base class makes the first row the current one without choosing it; here what is current is also
// chosen.
void RowListView::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    const QModelIndex current = currentIndex();
    if (current.isValid() && !selectionModel()->isSelected(current))
        selectionModel()->select(current, QItemSelectionModel::ClearAndSelect);
}

void RowListView::keyPressEvent(QKeyEvent* event)
{
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (currentIndex() != before)
        Q_EMIT rowPicked();
}

void RowListView::mousePressEvent(QMouseEvent* event)
{
    QListView::mousePressEvent(event);
    if (indexAt(event->pos()).isValid())
        Q_EMIT rowPicked();
}

void RowListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current);
}

bool RowListView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove: {
        const QModelIndex index = indexAt(static_cast<QHoverEvent*>(event)->position().toPoint());
        const int row = index.isValid() ? index.row() : -1;
        if (row != m_hovered) {
            m_hovered = row;
            viewport()->update();
        }
        break;
    }
    case QEvent::HoverLeave:
        m_hovered = -1;
        viewport()->update();
        break;
    default:
        break;
    }
    return QListView::viewportEvent(event);
}

} // namespace ot::ui
