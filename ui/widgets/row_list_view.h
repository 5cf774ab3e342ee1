// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ot::ui {

// A list whose rows all have one height. QListView lays every row out and keeps its place; here geometry is
// arithmetic, so a hundred thousand rows cost what ten cost, and rows that arrive above what is being looked
// at do not move it. The delegate's sizeHint() for an invalid index gives the height. Single selection;
// arrows, Page, Home and End move it; a click or Enter activates.
class RowListView : public QListView {
    Q_OBJECT

public:
    explicit RowListView(QWidget* parent = nullptr);

    void doItemsLayout() override;
    void reset() override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;

    [[nodiscard]] int rowHeight() const;
    // The rows that can be seen now, first and last; last < first when there are none.
    [[nodiscard]] std::pair<int, int> visibleRows() const;
    // Puts the list back to its beginning.
    void toTop();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // The rows in sight changed, by scrolling, resizing or a change of the model.
    void visibleRowsChanged(int first, int last);
    void currentRowChanged(const QModelIndex& current);
    // The user chose a row, by key or pointer; not the program.
    void rowPicked();

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
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void timerEvent(QTimerEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool viewportEvent(QEvent* event) override;

private:
    void followModel();
    void afterRemoval();
    [[nodiscard]] int rowCount() const;
    void shiftBy(int rows);
    void announceVisible();

    int m_hovered = -1;
    mutable int m_rowHeight = 0;
    mutable const QAbstractItemDelegate* m_measured = nullptr; // the delegate that m_rowHeight is from
};

} // namespace ot::ui
