// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/paint.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/typography.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace ot::ui {
namespace {

constexpr int kFieldHeight = 34;
constexpr int kFieldPadding = 10;
constexpr int kScrollBarExtent = 12;
constexpr int kIndicator = 16;
constexpr int kMotionMilliseconds = 120;

template <class Option>
const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("fusion"))
    , m_tokens(lightTokens())
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* bar = qobject_cast<QScrollBar*>(widget)) {
        // The bar lies on whatever its list lies on.
        bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
        bar->setAttribute(Qt::WA_Hover);
    } else if (qobject_cast<QComboBox*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    } else if (auto* menu = qobject_cast<QMenu*>(widget)) {
        menu->setAttribute(Qt::WA_TranslucentBackground);
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setWindowFlag(Qt::NoDropShadowWindowHint);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuHMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 0;
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 5;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 9;
    case PM_TextCursorWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : kMotionMilliseconds;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ScrollBar_Transient:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto* button = as<QStyleOptionButton>(option))
            return parts::buttonSize(*button, size, widget);
        break;
    case CT_LineEdit:
        return { size.width() + 2 * kFieldPadding, qMax(kFieldHeight, size.height() + 12) };
    case CT_ComboBox:
        return { size.width() + 2 * kFieldPadding + 22, qMax(kFieldHeight, size.height() + 12) };
    case CT_MenuItem:
        if (const auto* item = as<QStyleOptionMenuItem>(option))
            return parts::menuItemSize(*item, size);
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = as<QStyleOptionFrame>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(kFieldPadding, 1, -kFieldPadding, -1);
        return option->rect;
    }
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
    const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* slider = as<QStyleOptionSlider>(option);
        if (slider && (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine))
            return {};
        if (slider && subControl == SC_ScrollBarGroove)
            return option->rect;
        if (slider
            && (subControl == SC_ScrollBarSlider || subControl == SC_ScrollBarAddPage
                || subControl == SC_ScrollBarSubPage)) {
            const bool vertical = slider->orientation == Qt::Vertical;
            const int length = vertical ? option->rect.height() : option->rect.width();
            const qint64 range = qint64(slider->maximum) - slider->minimum;
            int handle = length;
            if (range > 0) {
                handle = static_cast<int>(qint64(slider->pageStep) * length / (range + slider->pageStep));
                handle = qBound(qMin(36, length), handle, length);
            }
            const int start = sliderPositionFromValue(slider->minimum, slider->maximum,
                slider->sliderPosition, length - handle, slider->upsideDown);
            int from = start;
            int to = start + handle;
            if (subControl == SC_ScrollBarSubPage) {
                to = from;
                from = 0;
            } else if (subControl == SC_ScrollBarAddPage) {
                from = to;
                to = length;
            }
            const QRect& r = option->rect;
            const QRect part = vertical ? QRect(r.left(), r.top() + from, r.width(), to - from)
                                        : QRect(r.left() + from, r.top(), to - from, r.height());
            return vertical ? part : visualRect(option->direction, r, part);
        }
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        return visualRect(option->direction, option->rect,
            option->rect.adjusted(kFieldPadding, 1, -kFieldPadding - 20, -1));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = as<QStyleOptionFrame>(option);
        if (frame && frame->lineWidth > 0)
            parts::drawField(*option, *painter, m_tokens);
        return;
    }
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorCheckBox:
        parts::drawCheckIndicator(*option, *painter, m_tokens);
        return;
    case PE_IndicatorRadioButton:
        parts::drawRadioIndicator(*option, *painter, m_tokens);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            paint::focusRing(*painter, option->rect, 5.0, m_tokens);
        return;
    case PE_PanelMenu:
        painter->save();
        painter->setCompositionMode(QPainter::CompositionMode_Source);
        painter->fillRect(option->rect, Qt::transparent);
        painter->restore();
        parts::drawPopup(option->rect, *painter, m_tokens);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_tokens.surface);
        painter->setPen(m_tokens.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame:
        painter->setPen(m_tokens.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = as<QStyleOptionButton>(option)) {
            parts::drawButtonBevel(*button, *painter, widget, m_tokens);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto* button = as<QStyleOptionButton>(option)) {
            parts::drawButtonLabel(*button, *painter, widget, m_tokens);
            return;
        }
        break;
    case CE_PushButton:
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_MenuItem:
        if (const auto* item = as<QStyleOptionMenuItem>(option)) {
            parts::drawMenuItem(*item, *painter, m_tokens);
            return;
        }
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto* header = as<QStyleOptionHeader>(option))
            parts::drawHeaderSection(*header, *painter, m_tokens);
        return;
    case CE_HeaderLabel:
        if (const auto* header = as<QStyleOptionHeader>(option)) {
            parts::drawHeaderLabel(*header, *painter, m_tokens);
            return;
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, m_tokens.line);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = as<QStyleOptionSlider>(option)) {
            const QRect handle = proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
            parts::drawScrollBar(*slider, handle, *painter, m_tokens);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto* combo = as<QStyleOptionComboBox>(option)) {
            parts::drawComboBox(*combo, *painter, m_tokens);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ot::ui
