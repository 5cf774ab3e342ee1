// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tinted_label.h"

#include "models/display_text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace ot::ui {

TintedLabel::TintedLabel(const QString& text, Type type, Tone tone, TextShape shape, QWidget* parent)
    : QLabel(parent)
    , m_tone(tone)
    , m_shape(shape)
{
    setType(this, type);
    setWordWrap(shape == TextShape::Wrapped);
    setContent(text);
    applyColor();
}

void TintedLabel::setContent(const QString& text)
{
    setLabelText(this, text, m_shape);
}

void TintedLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyColor();
}

void TintedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyColor();
}

void TintedLabel::applyColor()
{
    const QColor color = toneColor(tokensOf(this), m_tone);
    if (palette().color(QPalette::WindowText) == color)
        return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

ElidedLabel::ElidedLabel(const QString& text, Type type, Ink ink, QWidget* parent)
    : QWidget(parent)
    , m_ink(ink)
{
    setType(this, type);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setContent(text);
}

void ElidedLabel::setContent(const QString& text)
{
    m_text = models::oneLine(text);
    setAccessibleName(m_text);
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return { metrics.horizontalAdvance(m_text) + 2, metrics.height() };
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { 24, QFontMetrics(font()).height() };
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    paint::line(
        painter, rect(), m_text, font(), m_ink == Ink::Text ? tokens.text : tokens.dim, layoutDirection());
}

void ElidedLabel::resizeEvent(QResizeEvent*)
{
    const bool cut = QFontMetrics(font()).horizontalAdvance(m_text) > width();
    setTip(this, cut ? m_text : QString());
}

} // namespace ot::ui
