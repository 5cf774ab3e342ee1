// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ot::ui {

class Button;
class SyncViewState;
class TintedLabel;

// The details behind the rail's foot: the server, the last sync, what waits, the last error, and "Sync now".
// A child of the window that lies over its content; Escape or a click beside it closes it.
class SyncPopover : public QFrame {
    Q_OBJECT

public:
    SyncPopover(SyncViewState& state, const QString& serverAddress, QWidget* window);

    // Shows it with its lower leading corner at `corner`, in the window's coordinates.
    void openAt(const QPoint& corner);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void placeAgain();
    QLabel* addRow(const QString& name);

    SyncViewState& m_state;
    QVBoxLayout* m_rows;
    QLabel* m_title;
    QLabel* m_lastSync;
    TintedLabel* m_error;
    QVBoxLayout* m_waiting;
    Button* m_syncNow;
    QPoint m_corner;
};

} // namespace ot::ui
