// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ot::ui {

// A bordered box with an optional heading; what it holds goes into body().
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& heading, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    // Hidden where what the card holds brings a heading of its own.
    void setHeadingVisible(bool visible);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
    QLabel* m_heading = nullptr;
};

// A one-pixel line between parts.
class Hairline : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(QWidget* parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);

protected:
    void paintEvent(QPaintEvent* event) override;
};

// A plain area in one of the theme's grounds, which follows the theme.
class Ground : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Page, Surface, Rail };
    explicit Ground(Kind kind, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind;
};

} // namespace ot::ui
