// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one style of the program: Fusion's behaviour, painted from the tokens. Made by Theme and owned by
// QApplication.
#pragma once

#include "ui/theme/tokens.h"

#include <QProxyStyle>

namespace ot::ui {

class Style : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    void setTokens(const Tokens& tokens) { m_tokens = tokens; }
    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    [[nodiscard]] QPalette standardPalette() const override { return paletteOf(m_tokens); }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
        const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;

private:
    Tokens m_tokens;
    bool m_reducedMotion = false;
};

} // namespace ot::ui
