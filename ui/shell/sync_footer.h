// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ot::ui {

class SyncViewState;

// The foot of the rail: how the device stands to the server, always in sight. A click shows the details.
class SyncFooter : public QAbstractButton {
    Q_OBJECT

public:
    explicit SyncFooter(SyncViewState& state, QWidget* parent = nullptr);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    SyncViewState& m_state;
    bool m_narrow = false;
};

} // namespace ot::ui
