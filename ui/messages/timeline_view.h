// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message_timeline_model.h"
#include "ui/messages/bubble_layout.h"

#include <QListView>

#include <memory>
#include <unordered_map>
#include <vector>

namespace ot::ui {

class Button;

// Shows a MessageTimelineModel. Lays out only the rows that are seen and estimates the rest. What the reader
// looks at stays where it is whatever comes in above or below; at the end it follows the newest message;
// otherwise a pill says how many came.
//
// Derives from QListView for its selection, keyboard and accessibility; all geometry is its own.
class TimelineView : public QListView {
    Q_OBJECT

public:
    explicit TimelineView(models::MessageTimelineModel& model, QWidget* parent = nullptr);

    [[nodiscard]] bool isAtEnd() const;
    void scrollToEnd();

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void doItemsLayout() override;
    void reset() override;

Q_SIGNALS:
    void linkActivated(const QString& address);
    void actionRequested(ot::ui::BubbleAction action, const QString& mutationId, int row);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent* event) override;
    void dataChanged(
        const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row {
        int height = 0;
        bool measured = false;
    };
    // What stays in place: a row by its key, and how far its top is from the top of the view.
    struct Anchor {
        QString key;
        int offset = 0;
    };

    [[nodiscard]] int topOf(int row) const;
    [[nodiscard]] int totalHeight() const;
    [[nodiscard]] int rowAt(int y) const;
    const BubbleLayout& layoutOf(int row);
    [[nodiscard]] int estimate(int row) const;
    void forget(int row);
    void remeasureAll();
    void settle();
    bool measureVisible();
    void setRange();
    void takeAnchor();
    void scrollToAnchor();
    void afterChange();
    void askForMore();
    void showPill();
    void placePill();
    void openMenu(const QPoint& globalPosition, int row);
    BubbleLayout::Hit hitAt(const QPoint& point, int* row);

    models::MessageTimelineModel& m_model;
    std::vector<Row> m_rows;
    mutable std::vector<int> m_tops; // prefix sums of m_rows, one more than it; empty when stale
    std::unordered_map<std::string, std::unique_ptr<BubbleLayout>> m_layouts; // by key
    Anchor m_anchor;
    bool m_following = true;
    bool m_adjusting = false;
    int m_arrivedUnseen = 0;
    Button* m_pill;
    BubbleLayout::Hit m_pressed;
    int m_pressedRow = -1;
};

} // namespace ot::ui
