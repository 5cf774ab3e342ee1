// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/typography.h"

#include <QStyle>
#include <QStyleOption>

namespace ot::ui::parts {
namespace {

constexpr int kMenuItemHeight = 30;
constexpr int kMenuPadding = 12;
constexpr int kMenuCheckRoom = 22;
constexpr int kMenuSeparatorHeight = 9;
constexpr int kScrollInset = 3;
constexpr int kHeaderPadding = 4; // brings the words in line with the cells below

} // namespace

void drawField(const QStyleOption& option, QPainter& painter, const Tokens& tokens)
{
    const bool focused = option.state & QStyle::State_HasFocus;
    const QColor stroke = focused ? tokens.accent : tokens.line;
    paint::box(painter, option.rect, paint::kControlRadius, tokens.sunken, stroke, focused ? 1.6 : 1.0);
}

void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const Tokens& tokens)
{
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QColor stroke = hasVisibleFocus(option) ? tokens.accent : tokens.line;
    paint::box(painter, option.rect, paint::kControlRadius, hovered ? tokens.sunken : tokens.surface, stroke,
        hasVisibleFocus(option) ? paint::kFocusWidth : 1.0);
    const QRect arrow(option.rect.right() - 26, option.rect.top(), 20, option.rect.height());
    paint::chevron(painter, paint::mirrored(arrow, option.rect, option.direction), 8.0, tokens.dim);
}

QSize menuItemSize(const QStyleOptionMenuItem& option, const QSize& contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return { contents.width(), kMenuSeparatorHeight };
    const int check = option.menuHasCheckableItems ? kMenuCheckRoom : 0;
    const int width
        = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() + check + 2 * kMenuPadding + 24;
    return { qMax(width, 140), qMax(kMenuItemHeight, option.fontMetrics.height() + 10) };
}

void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter, const Tokens& tokens)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            option.rect.left() + 6, option.rect.center().y(), option.rect.width() - 12, 1, tokens.line);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = enabled && (option.state & QStyle::State_Selected);
    const QRect rect = option.rect.adjusted(4, 0, -4, 0);
    if (selected)
        paint::box(painter, rect, 6.0, tokens.accentSoft, tokens.highContrast ? tokens.accent : QColor());
    QRect content = rect.adjusted(kMenuPadding - 4, 0, -kMenuPadding + 4, 0);
    if (option.menuHasCheckableItems) {
        const QRect check(content.left(), content.top(), 16, content.height());
        if (option.checked)
            paint::checkMark(painter, paint::mirrored(check, content, option.direction), tokens.accent);
        content = paint::mirrored(content.adjusted(kMenuCheckRoom, 0, 0, 0), content, option.direction);
    }
    const QString label = option.text.section(QLatin1Char('\t'), 0, 0);
    const QString shortcut = option.text.section(QLatin1Char('\t'), 1, 1);
    painter.save();
    painter.setFont(option.font);
    painter.setPen(enabled ? (selected ? tokens.accent : tokens.text) : tokens.placeholder);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(content,
        static_cast<int>(start | Qt::AlignAbsolute) | Qt::TextSingleLine | Qt::TextHideMnemonic, label);
    if (!shortcut.isEmpty()) {
        painter.setPen(tokens.dim);
        const Qt::Alignment end
            = QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
        painter.drawText(content, static_cast<int>(end | Qt::AlignAbsolute) | Qt::TextSingleLine, shortcut);
    }
    painter.restore();
}

void drawPopup(const QRect& rect, QPainter& painter, const Tokens& tokens)
{
    paint::box(painter, rect, paint::kControlRadius, tokens.surface, tokens.line);
}

void drawScrollBar(
    const QStyleOptionSlider& option, const QRect& slider, QPainter& painter, const Tokens& tokens)
{
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor handle = active ? tokens.dim : tokens.faint;
    if (!tokens.highContrast)
        handle.setAlpha(active ? 190 : 110);
    QRectF rect = slider;
    if (option.orientation == Qt::Vertical)
        rect.adjust(kScrollInset, 2, -kScrollInset, -2);
    else
        rect.adjust(2, kScrollInset, -2, -kScrollInset);
    paint::box(painter, rect, qMin(rect.width(), rect.height()) / 2, handle);
}

void drawHeaderSection(const QStyleOptionHeader& option, QPainter& painter, const Tokens& tokens)
{
    painter.fillRect(option.rect, tokens.surface);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
}

void drawHeaderLabel(const QStyleOptionHeader& option, QPainter& painter, const Tokens& tokens)
{
    const bool trailing = option.textAlignment & Qt::AlignRight;
    paint::line(painter, option.rect.adjusted(kHeaderPadding, 0, -kHeaderPadding, -1), option.text,
        typeFont(Type::Small), tokens.dim, option.direction,
        trailing ? paint::Where::Trailing : paint::Where::Leading);
}

} // namespace ot::ui::parts
