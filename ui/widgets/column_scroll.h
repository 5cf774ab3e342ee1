// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ot::ui {

// A column of widgets that scrolls up and down as a whole. It is as wide as the view, up to a limit that
// keeps lines readable, and as high as its wrapped texts need at that width. (QScrollArea alone asks for the
// smallest height, which squeezes wrapped texts.) Takes the column; shows the ground behind it.
class ColumnScroll : public QScrollArea {
    Q_OBJECT

public:
    static constexpr int kAnyWidth = QWIDGETSIZE_MAX;

    explicit ColumnScroll(QWidget* column, int widest = kAnyWidth, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitHeight();
};

} // namespace ot::ui
