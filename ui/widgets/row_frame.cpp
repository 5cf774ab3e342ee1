// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_frame.h"

#include "ui/theme/paint.h"

#include <QStyleOptionViewItem>

namespace ot::ui {
namespace {

constexpr int kBar = 3;

}

void paintRowFrame(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& tokens)
{
    const QRect& rect = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(rect, tokens.accentSoft);
        painter.fillRect(
            paint::mirrored(QRect(rect.left(), rect.top(), kBar, rect.height() - 1), rect, option.direction),
            tokens.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(rect, tokens.bg);
    }
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(painter, QRectF(rect).adjusted(1, 1, -1, -2), 4.0, tokens);
}

} // namespace ot::ui
