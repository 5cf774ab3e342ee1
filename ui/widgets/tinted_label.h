// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QLabel>

namespace ot::ui {

// A plain-text label in the colour of a tone (Neutral is the secondary text colour) that follows the theme. A
// OneLine label elides with the whole text as its tool tip; a Wrapped one breaks.
class TintedLabel : public QLabel {
    Q_OBJECT

public:
    TintedLabel(const QString& text, Type type, Tone tone, TextShape shape, QWidget* parent = nullptr);

    void setContent(const QString& text);
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColor();

    Tone m_tone;
    TextShape m_shape;
};

// One line of text that gives way: it elides at its end when there is no room, and then shows all of it as
// its tool tip.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    enum class Ink { Text, Dim };
    ElidedLabel(const QString& text, Type type, Ink ink, QWidget* parent = nullptr);

    void setContent(const QString& text);
    [[nodiscard]] QString content() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_text;
    Ink m_ink;
};

} // namespace ot::ui
