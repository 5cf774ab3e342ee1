// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/timeline_view.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ot::ui {
namespace {

using models::MessageBubble;
using models::MessageTimelineModel;

constexpr int kWheelStep = 28;
constexpr int kBottomMargin = 14;
constexpr int kAtEndTolerance = 6;
constexpr int kContextAbove = 48; // of what came before the row that is opened
constexpr int kMeasureRounds = 6;
constexpr int kCharactersPerLine = 60;

} // namespace

TimelineView::TimelineView(MessageTimelineModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model)
    , m_pill(new Button({}, ButtonKind::Primary, viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(kWheelStep);
    m_pill->setObjectName(QStringLiteral("newMessagesPill"));
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->hide();
    setModel(&m_model);
    connect(m_pill, &Button::clicked, this, [this] {
        if (m_model.hasNewer())
            m_model.openNewest();
        else
            scrollToEnd();
    });
    connect(&m_model, &MessageTimelineModel::rowsRemoved, this, &TimelineView::afterChange);
    connect(&m_model, &MessageTimelineModel::rowsMoved, this, [this] {
        remeasureAll();
        afterChange();
    });
    connect(&m_model, &MessageTimelineModel::arrived, this, [this](int count) {
        if (m_following)
            return;
        m_arrivedUnseen += count;
        showPill();
    });
    connect(&m_model, &MessageTimelineModel::opened, this, [this](int row) {
        m_arrivedUnseen = 0;
        m_following = row < 0;
        if (row >= 0)
            m_anchor = { m_model.bubble(row).key(), kContextAbove };
        m_model.setFollowing(m_following);
        settle();
    });
}

// ---- Geometry -----------------------------------------------------------------------------------

int TimelineView::topOf(int row) const
{
    if (m_tops.size() != m_rows.size() + 1) {
        m_tops.resize(m_rows.size() + 1);
        m_tops[0] = 0;
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_tops[i + 1] = m_tops[i] + m_rows[i].height;
    }
    return m_tops[static_cast<std::size_t>(row)];
}

int TimelineView::totalHeight() const
{
    const int rows = m_rows.empty() ? 0 : topOf(static_cast<int>(m_rows.size()));
    return rows + kBottomMargin;
}

int TimelineView::rowAt(int y) const
{
    if (m_rows.empty())
        return -1;
    (void)topOf(0); // lays out what has changed
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const int row = static_cast<int>(after - m_tops.begin()) - 1;
    return qBound(0, row, static_cast<int>(m_rows.size()) - 1);
}

int TimelineView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

int TimelineView::estimate(int row) const
{
    const MessageBubble& bubble = m_model.bubble(row);
    const int lines = 1 + static_cast<int>(bubble.text.size()) / kCharactersPerLine
        + static_cast<int>(bubble.text.count(QLatin1Char('\n')));
    return 26 + lines * fontMetrics().lineSpacing() + static_cast<int>(bubble.attachments.size()) * 30;
}

const BubbleLayout& TimelineView::layoutOf(int row)
{
    const std::string key = m_model.bubble(row).key().toStdString();
    std::unique_ptr<BubbleLayout>& layout = m_layouts[key];
    if (!layout)
        layout = std::make_unique<BubbleLayout>(m_model, row, viewport()->width(), layoutDirection());
    return *layout;
}

void TimelineView::forget(int row)
{
    m_layouts.erase(m_model.bubble(row).key().toStdString());
    m_rows[static_cast<std::size_t>(row)].measured = false;
}

void TimelineView::remeasureAll()
{
    m_layouts.clear();
    m_tops.clear();
    m_rows.assign(static_cast<std::size_t>(m_model.rowCount()), Row {});
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].height = estimate(static_cast<int>(i));
}

// Measures the rows in sight; true when one had another height than was thought.
bool TimelineView::measureVisible()
{
    if (m_rows.empty())
        return false;
    bool changed = false;
    const int first = rowAt(verticalOffset());
    const int bottom = verticalOffset() + viewport()->height();
    for (int row = first; row < static_cast<int>(m_rows.size()) && topOf(row) < bottom; ++row) {
        Row& one = m_rows[static_cast<std::size_t>(row)];
        if (one.measured)
            continue;
        const int height = layoutOf(row).height();
        one.measured = true;
        if (height != one.height) {
            one.height = height;
            m_tops.clear();
            changed = true;
        }
    }
    return changed;
}

void TimelineView::setRange()
{
    const int height = viewport()->height();
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setRange(0, qMax(0, totalHeight() - height));
}

void TimelineView::takeAnchor()
{
    const int row = rowAt(verticalOffset());
    if (row >= 0)
        m_anchor = { m_model.bubble(row).key(), topOf(row) - verticalOffset() };
}

void TimelineView::scrollToAnchor()
{
    const int row = m_model.indexOfKey(m_anchor.key);
    if (row >= 0)
        verticalScrollBar()->setValue(topOf(row) - m_anchor.offset);
}

// Brings the scroll position and the measured rows into agreement: measuring a row may move the others, and
// then others are seen.
void TimelineView::settle()
{
    if (m_adjusting)
        return;
    const QScopedValueRollback guard(m_adjusting, true);
    for (int round = 0; round < kMeasureRounds; ++round) {
        setRange();
        if (m_following)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        else
            scrollToAnchor();
        if (!measureVisible())
            break;
    }
    viewport()->update();
    showPill();
}

void TimelineView::afterChange()
{
    settle();
    askForMore();
}

void TimelineView::askForMore()
{
    const int margin = viewport()->height();
    if (verticalOffset() < margin)
        m_model.loadOlder();
    if (verticalScrollBar()->maximum() - verticalOffset() < margin)
        m_model.loadNewer();
}

bool TimelineView::isAtEnd() const
{
    return !m_model.hasNewer() && verticalOffset() >= verticalScrollBar()->maximum() - kAtEndTolerance;
}

void TimelineView::scrollToEnd()
{
    m_following = true;
    m_arrivedUnseen = 0;
    m_model.setFollowing(true);
    settle();
}

void TimelineView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx);
    viewport()->scroll(0, dy);
    placePill();
    if (m_adjusting)
        return;
    // The reader moved: what is in sight now is what stays.
    m_following = isAtEnd();
    if (m_following)
        m_arrivedUnseen = 0;
    m_model.setFollowing(m_following);
    takeAnchor();
    settle();
    askForMore();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        remeasureAll();
    settle();
    placePill();
}

void TimelineView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange) {
        remeasureAll();
        settle();
    }
}

void TimelineView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    settle();
}

// QListView would lay out every row here, and does so in batches by its timer.
void TimelineView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
}
void TimelineView::timerEvent(QTimerEvent* event)
{
    QAbstractItemView::timerEvent(event);
}

// ---- The model's changes ------------------------------------------------------------------------

void TimelineView::reset()
{
    QAbstractItemView::reset();
    remeasureAll();
    settle();
}

void TimelineView::dataChanged(
    const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    for (int row = topLeft.row(); row <= bottomRight.row() && row < static_cast<int>(m_rows.size()); ++row)
        forget(row);
    settle();
}

void TimelineView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    m_tops.clear();
    m_rows.insert(m_rows.begin() + start, static_cast<std::size_t>(end - start + 1), Row {});
    for (int row = start; row <= end; ++row)
        m_rows[static_cast<std::size_t>(row)].height = estimate(row);
    afterChange();
}

void TimelineView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    for (int row = start; row <= end; ++row)
        m_layouts.erase(m_model.bubble(row).key().toStdString());
    m_tops.clear();
    m_rows.erase(m_rows.begin() + start, m_rows.begin() + end + 1);
}

// ---- Painting -----------------------------------------------------------------------------------

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(event->rect(), tokens.bg);
    if (m_rows.empty())
        return;
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const int bottom = verticalOffset() + event->rect().bottom();
    for (int row = rowAt(verticalOffset() + event->rect().top());
         row < static_cast<int>(m_rows.size()) && topOf(row) <= bottom; ++row) {
        const BubbleLayout& layout = layoutOf(row);
        const QPointF origin(0, topOf(row) - verticalOffset());
        layout.paint(painter, tokens, origin);
        if (focused && currentIndex().row() == row)
            paint::focusRing(
                painter, layout.bubbleRect().translated(origin).adjusted(-3, -3, 3, 3), 13.0, tokens);
    }
}

void TimelineView::showPill()
{
    const bool show = !m_following
        && (m_arrivedUnseen > 0 || m_model.hasNewer()
            || verticalScrollBar()->maximum() - verticalOffset() > 2 * viewport()->height());
    if (show) {
        m_pill->setText(
            m_arrivedUnseen > 0 ? tr("%n new messages ↓", nullptr, m_arrivedUnseen) : tr("To the newest ↓"));
        m_pill->adjustSize();
        placePill();
        m_pill->raise();
    }
    m_pill->setVisible(show);
}

void TimelineView::placePill()
{
    m_pill->move((viewport()->width() - m_pill->width()) / 2, viewport()->height() - m_pill->height() - 14);
}

// ---- Where things are ---------------------------------------------------------------------------

QRect TimelineView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size()))
        return {};
    return { 0, topOf(index.row()) - verticalOffset(), viewport()->width(),
        m_rows[static_cast<std::size_t>(index.row())].height };
}

QModelIndex TimelineView::indexAt(const QPoint& point) const
{
    const int y = point.y() + verticalOffset();
    if (m_rows.empty() || y < 0 || y >= topOf(static_cast<int>(m_rows.size())))
        return {};
    return m_model.index(rowAt(y));
}

void TimelineView::scrollTo(const QModelIndex& index, ScrollHint)
{
    const QRect rect = visualRect(index);
    if (!rect.isValid())
        return;
    if (rect.top() < 0)
        verticalScrollBar()->setValue(verticalOffset() + rect.top());
    else if (rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + rect.bottom() - viewport()->height());
}

QModelIndex TimelineView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return {};
    int row = currentIndex().isValid() ? currentIndex().row() : rows;
    const bool up = action == MoveUp || action == MovePrevious || action == MoveLeft;
    const bool down = action == MoveDown || action == MoveNext || action == MoveRight;
    if (up)
        --row;
    else if (down)
        ++row;
    else if (action == MoveHome)
        row = 0;
    else if (action == MoveEnd)
        row = rows - 1;
    else
        row = rowAt(verticalOffset()
            + (action == MovePageUp ? -viewport()->height() / 2 : viewport()->height() * 3 / 2));
    return m_model.index(qBound(0, row, rows - 1));
}

void TimelineView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    selectionModel()->select(index.isValid() ? QItemSelection(index, index) : QItemSelection(), flags);
}

QRegion TimelineView::visualRegionForSelection(const QItemSelection&) const
{
    return viewport()->rect();
}

// ---- Pointer and keys ---------------------------------------------------------------------------

BubbleLayout::Hit TimelineView::hitAt(const QPoint& point, int* row)
{
    const QModelIndex index = indexAt(point);
    *row = index.isValid() ? index.row() : -1;
    if (!index.isValid())
        return {};
    return layoutOf(index.row())
        .hitTest(QPointF(point.x(), point.y() + verticalOffset() - topOf(index.row())));
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton)
        m_pressed = hitAt(event->pos(), &m_pressedRow);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    int row = -1;
    const BubbleLayout::Hit hit = hitAt(event->pos(), &row);
    if (event->button() != Qt::LeftButton || row < 0 || row != m_pressedRow)
        return;
    m_pressedRow = -1;
    const MessageBubble& bubble = m_model.bubble(row);
    if (hit.action && hit.action == m_pressed.action) {
        Q_EMIT actionRequested(*hit.action, bubble.mutationId, row);
    } else if (hit.link >= 0 && hit.link == m_pressed.link) {
        const models::LinkSpan& span = bubble.links[static_cast<std::size_t>(hit.link)];
        Q_EMIT linkActivated(bubble.text.mid(span.start, span.length));
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    int row = -1;
    const BubbleLayout::Hit hit = hitAt(event->pos(), &row);
    viewport()->setCursor(hit.action || hit.link >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (currentIndex().isValid())
            openMenu(viewport()->mapToGlobal(visualRect(currentIndex()).center()), currentIndex().row());
        return;
    }
    int row = -1;
    if (hitAt(event->pos(), &row).inBubble)
        openMenu(event->globalPos(), row);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool opens
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && currentIndex().isValid()) {
        openMenu(viewport()->mapToGlobal(visualRect(currentIndex()).center()), currentIndex().row());
        return;
    }
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(m_model.bubble(currentIndex().row()).wholeText());
        return;
    }
    if (event->matches(QKeySequence::Undo) && currentIndex().isValid()) {
        const MessageBubble& bubble = m_model.bubble(currentIndex().row());
        const std::vector<BubbleAction> actions = actionsOf(bubble);
        if (std::find(actions.begin(), actions.end(), BubbleAction::Undo) != actions.end())
            Q_EMIT actionRequested(BubbleAction::Undo, bubble.mutationId, currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void TimelineView::openMenu(const QPoint& globalPosition, int row)
{
    const MessageBubble bubble = m_model.bubble(row);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("messageMenu"));
    connect(menu->addAction(tr("Copy text")), &QAction::triggered, this,
        [bubble] { QGuiApplication::clipboard()->setText(bubble.wholeText()); });
    for (const models::LinkSpan& span : bubble.links) {
        const QString address = bubble.text.mid(span.start, span.length);
        QString words = fontMetrics().elidedText(address, Qt::ElideMiddle, 320);
        words.replace(QLatin1Char('&'), QStringLiteral("&&"));
        //: %1 is a web address
        connect(menu->addAction(tr("Open %1…").arg(words)), &QAction::triggered, this,
            [this, address] { Q_EMIT linkActivated(address); });
    }
    const std::vector<BubbleAction> actions = actionsOf(bubble);
    if (!actions.empty())
        menu->addSeparator();
    for (const BubbleAction action : actions) {
        connect(menu->addAction(actionText(action)), &QAction::triggered, this,
            [this, action, row, id = bubble.mutationId] { Q_EMIT actionRequested(action, id, row); });
    }
    menu->popup(globalPosition);
}

} // namespace ot::ui
