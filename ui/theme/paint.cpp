// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include "ui/theme/typography.h"

#include <QFontMetrics>
#include <QPainterPath>
#include <QStyle>
#include <QTextLayout>

namespace ot::ui::paint {
namespace {

constexpr int kTagPadding = 7;
constexpr int kCountPadding = 6;

class PainterState {
public:
    explicit PainterState(QPainter& painter)
        : m_painter(painter)
    {
        m_painter.save();
    }
    ~PainterState() { m_painter.restore(); }
    PainterState(const PainterState&) = delete;
    PainterState& operator=(const PainterState&) = delete;

private:
    QPainter& m_painter;
};

} // namespace

void box(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& stroke,
    double strokeWidth)
{
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!stroke.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
        return;
    }
    painter.setPen(QPen(stroke, strokeWidth));
    const double half = strokeWidth / 2.0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
}

void focusRing(QPainter& painter, const QRectF& rect, double radius, const Tokens& tokens)
{
    box(painter, rect, radius, QColor(), tokens.accent, kFocusWidth);
}

void line(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, const QColor& color,
    Qt::LayoutDirection direction, Where where)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    const PainterState state(painter);
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetrics metrics(font);
    const QString shown = metrics.horizontalAdvance(text) <= rect.width()
        ? text
        : metrics.elidedText(text, Qt::ElideRight, rect.width());
    Qt::Alignment alignment = Qt::AlignHCenter;
    if (where != Where::Centre)
        alignment
            = QStyle::visualAlignment(direction, where == Where::Leading ? Qt::AlignLeft : Qt::AlignRight);
    // The side is decided by the interface's direction (hence AlignAbsolute), the order of the words by the
    // text's own: "2 h ago" reads so in a window that runs from right to left too.
    painter.setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(
        rect, static_cast<int>(alignment | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
}

void markedLine(QPainter& painter, const QRect& rect, const QString& text, const std::vector<Mark>& marks,
    const QFont& font, const QColor& color, const Tokens& tokens, Qt::LayoutDirection direction)
{
    if (marks.empty()) {
        line(painter, rect, text, font, color, direction);
        return;
    }
    if (rect.width() <= 0)
        return;
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics metrics(font);
    const QFontMetrics boldMetrics(bold);
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setBackground(tokens.warnSoft);
    format.setForeground(tokens.text);
    format.setFontUnderline(font.bold() || tokens.highContrast);
    // Bold letters are wider: what they need more is kept free before the rest is cut.
    int wider = 0;
    for (const Mark& mark : marks) {
        const QString part = text.mid(mark.start, mark.length);
        wider += qMax(0, boldMetrics.horizontalAdvance(part) - metrics.horizontalAdvance(part));
    }
    const int width = qMax(0, rect.width() - wider);
    const QString shown
        = metrics.horizontalAdvance(text) <= width ? text : metrics.elidedText(text, Qt::ElideRight, width);
    const bool cut = shown != text;
    const qsizetype kept = shown.size() - (cut ? 1 : 0); // without the ellipsis
    QList<QTextLayout::FormatRange> formats;
    for (const Mark& mark : marks) {
        const qsizetype end = qMin(mark.start + mark.length, kept);
        if (mark.start < end)
            formats.append({ static_cast<int>(mark.start), static_cast<int>(end - mark.start), format });
    }
    QTextLayout layout(shown, font);
    QTextOption option(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine one = layout.createLine();
    one.setLineWidth(rect.width());
    layout.endLayout();
    const PainterState state(painter);
    painter.setPen(color);
    painter.setClipRect(rect, Qt::IntersectClip);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - one.height()) / 2));
}

QSize tagSize(const QString& text)
{
    const QFontMetrics metrics(typeFont(Type::Caption));
    return { metrics.horizontalAdvance(text) + 2 * kTagPadding, metrics.height() + 4 };
}

void tag(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const Tokens& tokens)
{
    const QColor stroke = tokens.highContrast ? toneColor(tokens, tone) : QColor();
    box(painter, rect, kTagRadius, toneFill(tokens, tone), stroke);
    line(painter, rect.adjusted(kTagPadding - 2, 0, -kTagPadding + 2, 0), text, typeFont(Type::Caption),
        toneColor(tokens, tone), Qt::LeftToRight, Where::Centre);
}

QSize countSize(const QString& text)
{
    const QFontMetrics metrics(typeFont(Type::Caption));
    const int height = metrics.height() + 5;
    return { qMax(height, metrics.horizontalAdvance(text) + 2 * kCountPadding), height };
}

void count(QPainter& painter, const QRect& rect, const QString& text, const Tokens& tokens)
{
    box(painter, rect, rect.height() / 2.0, tokens.accent);
    line(painter, rect, text, typeFont(Type::Caption), tokens.onAccent, Qt::LeftToRight, Where::Centre);
}

void avatar(QPainter& painter, const QRect& rect, const QString& initials, const Tokens& tokens)
{
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(rect);
    line(painter, rect, initials, typeFont(Type::SmallStrong), tokens.onAccent, Qt::LeftToRight,
        Where::Centre);
}

void chevron(QPainter& painter, const QRectF& rect, double size, const QColor& color)
{
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = rect.center();
    QPainterPath path;
    path.moveTo(middle.x() - size / 2, middle.y() - size / 4);
    path.lineTo(middle.x(), middle.y() + size / 4);
    path.lineTo(middle.x() + size / 2, middle.y() - size / 4);
    painter.drawPath(path);
}

void checkMark(QPainter& painter, const QRectF& rect, const QColor& color)
{
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double unit = qMin(rect.width(), rect.height()) / 16.0;
    const QPointF origin = rect.center() - QPointF(8 * unit, 8 * unit);
    QPainterPath path;
    path.moveTo(origin + QPointF(3.5 * unit, 8.5 * unit));
    path.lineTo(origin + QPointF(6.8 * unit, 11.6 * unit));
    path.lineTo(origin + QPointF(12.5 * unit, 4.8 * unit));
    painter.drawPath(path);
}

QRect mirrored(const QRect& logical, const QRect& bounds, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, bounds, logical);
}

} // namespace ot::ui::paint
