// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ot::ui {

// One line of the rail: a page's name, or its icon when the rail is narrow, with a count of what is new.
class RailEntry : public QAbstractButton {
    Q_OBJECT

public:
    RailEntry(const QString& title, const QString& icon, QWidget* parent = nullptr);

    void setBadge(qint64 count);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    void paintIcon(QPainter& painter, const QColor& color) const;

    QString m_icon;
    qint64 m_badge = 0;
    bool m_narrow = false;
};

} // namespace ot::ui
