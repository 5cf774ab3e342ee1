// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shapes that the style, the delegates and the few self-painting widgets share, so that a badge is the
// same badge everywhere. All take logical coordinates; the callers mirror for right-to-left. GUI thread.
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace ot::ui::paint {

inline constexpr double kControlRadius = 8.0;
inline constexpr double kCardRadius = 10.0;
inline constexpr double kTagRadius = 5.0;
inline constexpr double kFocusWidth = 2.0;

// A filled and bordered box on whole pixels; an invalid colour leaves that part out.
void box(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& stroke = {},
    double strokeWidth = 1.0);

void focusRing(QPainter& painter, const QRectF& rect, double radius, const Tokens& tokens);

enum class Where { Leading, Trailing, Centre };

// One line of text, elided at its end, on the reading side of `rect`. Shown as it is; there is no markup
// here.
void line(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, const QColor& color,
    Qt::LayoutDirection direction, Where where = Where::Leading);

// The same with parts of the text (start and length, in UTF-16 units) set off: bold and on a tinted ground,
// and underlined where the font is bold already or tints are not to be relied on.
struct Mark {
    qsizetype start = 0;
    qsizetype length = 0;
};
void markedLine(QPainter& painter, const QRect& rect, const QString& text, const std::vector<Mark>& marks,
    const QFont& font, const QColor& color, const Tokens& tokens, Qt::LayoutDirection direction);

// A small labelled box. `tagSize` is what it needs; drawTag paints it with its text in the middle.
[[nodiscard]] QSize tagSize(const QString& text);
void tag(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const Tokens& tokens);

// A count in a filled pill.
[[nodiscard]] QSize countSize(const QString& text);
void count(QPainter& painter, const QRect& rect, const QString& text, const Tokens& tokens);

void avatar(QPainter& painter, const QRect& rect, const QString& initials, const Tokens& tokens);

// A downward angle, `size` wide, in the middle of `rect`.
void chevron(QPainter& painter, const QRectF& rect, double size, const QColor& color);
void checkMark(QPainter& painter, const QRectF& rect, const QColor& color);

// The rectangle `logical` inside `bounds` on the side where the reading direction puts it.
[[nodiscard]] QRect mirrored(const QRect& logical, const QRect& bounds, Qt::LayoutDirection direction);

} // namespace ot::ui::paint
