// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/style_parts.h"
#include "ui/widgets/button.h"

#include <QStyle>
#include <QStyleOption>

namespace ot::ui::parts {
namespace {

constexpr int kButtonHeight = 32;
constexpr int kButtonPadding = 15;
constexpr int kChipHeight = 24;
constexpr int kChipPadding = 11;
constexpr int kChevronRoom = 13;
constexpr double kChevronSize = 7.0;
constexpr double kFocusGap = 3.0;

struct Look {
    QColor fill;
    QColor stroke;
    QColor text;
    double radius = paint::kControlRadius;
};

QColor mixed(const QColor& base, const QColor& over, double share)
{
    const auto part = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return { part(base.red(), over.red()), part(base.green(), over.green()), part(base.blue(), over.blue()) };
}

Look chipLook(const Chip& chip, const QStyleOption& option, const Tokens& t)
{
    const bool hovered = option.state & QStyle::State_MouseOver;
    Look look { t.surface, t.line, t.dim, kChipHeight / 2.0 };
    if (chip.isActive())
        look = { t.accentSoft, t.highContrast ? t.accent : t.accentSoft, t.accent, look.radius };
    else if (hovered)
        look.fill = t.sunken;
    return look;
}

Look buttonLook(ButtonKind kind, const QStyleOption& option, const Tokens& t)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & QStyle::State_Sunken;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const double press = down ? 0.16 : (hovered ? 0.08 : 0.0);
    Look look { mixed(t.surface, t.text, press * 0.6), t.line, t.text };
    switch (kind) {
    case ButtonKind::Secondary:
        break;
    case ButtonKind::Primary:
        look = enabled ? Look { mixed(t.accent, t.text, press), {}, t.onAccent }
                       : Look { t.sunken, t.line, t.placeholder };
        return look;
    case ButtonKind::Quiet:
        look.stroke = QColor();
        look.fill = hovered || down ? t.sunken : QColor();
        look.text = t.dim;
        break;
    case ButtonKind::Danger:
        look.stroke = t.bad;
        look.text = t.bad;
        look.fill = hovered || down ? t.badSoft : t.surface;
        break;
    case ButtonKind::Link:
        look = { {}, {}, t.accent };
        break;
    }
    if (!enabled)
        look.text = t.placeholder;
    return look;
}

Look lookOf(const QStyleOption& option, const QWidget* widget, const Tokens& tokens)
{
    if (const auto* chip = qobject_cast<const Chip*>(widget))
        return chipLook(*chip, option, tokens);
    const auto* button = qobject_cast<const Button*>(widget);
    return buttonLook(button ? button->kind() : ButtonKind::Secondary, option, tokens);
}

} // namespace

bool hasVisibleFocus(const QStyleOption& option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

QSize buttonSize(const QStyleOptionButton& option, const QSize& contents, const QWidget* widget)
{
    const bool chip = qobject_cast<const Chip*>(widget) != nullptr;
    const auto* button = qobject_cast<const Button*>(widget);
    const int textHeight = option.fontMetrics.height();
    int width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : 6);
    if (option.features & QStyleOptionButton::HasMenu)
        width += kChevronRoom;
    if (chip)
        return { width + 2 * kChipPadding, qMax(kChipHeight, textHeight + 7) };
    if (button && button->kind() == ButtonKind::Link)
        return { width + 4, textHeight + 4 };
    Q_UNUSED(contents);
    return { width + 2 * kButtonPadding, qMax(kButtonHeight, textHeight + 14) };
}

void drawButtonBevel(
    const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, const Tokens& tokens)
{
    const Look look = lookOf(option, widget, tokens);
    const double radius = qMin(look.radius, option.rect.height() / 2.0);
    QRectF rect = option.rect;
    if (hasVisibleFocus(option)) {
        paint::focusRing(painter, rect, radius, tokens);
        rect.adjust(kFocusGap, kFocusGap, -kFocusGap, -kFocusGap);
        if (look.fill.isValid())
            paint::box(painter, rect, qMax(2.0, radius - kFocusGap), look.fill);
        return;
    }
    if (look.fill.isValid() || look.stroke.isValid())
        paint::box(painter, rect, radius, look.fill, look.stroke);
}

void drawButtonLabel(
    const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, const Tokens& tokens)
{
    const Look look = lookOf(option, widget, tokens);
    QRect rect = option.rect;
    if (option.features & QStyleOptionButton::HasMenu) {
        const QRect room(
            rect.right() - kChipPadding - kChevronRoom + 4, rect.top(), kChevronRoom, rect.height());
        paint::chevron(
            painter, paint::mirrored(room, option.rect, option.direction), kChevronSize, look.text);
        rect = paint::mirrored(rect.adjusted(0, 0, -kChevronRoom, 0), option.rect, option.direction);
    }
    if (!option.icon.isNull()) {
        const int gap = option.text.isEmpty() ? 0 : 6;
        const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
        const int start = rect.left() + (rect.width() - option.iconSize.width() - gap - textWidth) / 2;
        const QRect iconRect(start, rect.center().y() - option.iconSize.height() / 2, option.iconSize.width(),
            option.iconSize.height());
        option.icon.paint(&painter, paint::mirrored(iconRect, rect, option.direction), Qt::AlignCenter,
            option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
        rect = paint::mirrored(rect.adjusted(option.iconSize.width() + gap, 0, 0, 0), rect, option.direction);
    }
    painter.save();
    painter.setPen(look.text);
    QFont font = painter.font();
    const auto* button = qobject_cast<const Button*>(widget);
    if (button && button->kind() == ButtonKind::Link) {
        font.setUnderline(true);
        painter.setFont(font);
    }
    const bool mnemonics
        = widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget) != 0;
    painter.drawText(rect,
        Qt::AlignCenter | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic) | Qt::TextSingleLine,
        option.text);
    painter.restore();
}

void drawCheckIndicator(const QStyleOption& option, QPainter& painter, const Tokens& tokens)
{
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor fill = on ? (enabled ? tokens.accent : tokens.faint) : tokens.surface;
    const QColor stroke = on ? fill : (tokens.highContrast ? tokens.text : tokens.faint);
    paint::box(painter, option.rect, 4.0, fill, stroke);
    if (on)
        paint::checkMark(painter, option.rect, tokens.onAccent);
}

void drawRadioIndicator(const QStyleOption& option, QPainter& painter, const Tokens& tokens)
{
    const bool on = option.state & QStyle::State_On;
    const QColor stroke = on ? tokens.accent : (tokens.highContrast ? tokens.text : tokens.faint);
    const QRectF rect = option.rect;
    paint::box(painter, rect, rect.height() / 2, tokens.surface, stroke, on ? 5.0 : 1.0);
}

} // namespace ot::ui::parts
