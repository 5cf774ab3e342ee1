// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/bubble_layout.h"

#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextOption>

#include <cmath>

namespace ot::ui {
namespace {

using models::MessageBubble;
using models::MessageTimelineModel;
using models::SendState;

constexpr double kEdge = 24.0;
constexpr double kWidest = 520.0;
constexpr double kWidestShare = 0.78;
constexpr double kPaddingX = 13.0;
constexpr double kPaddingY = 9.0;
constexpr double kRadius = 11.0;
constexpr double kRowGap = 8.0;
constexpr double kGroupGap = 3.0;
constexpr double kDayGap = 10.0;
constexpr double kFootGap = 8.0;
constexpr double kChipPadding = 10.0;
constexpr double kChipGap = 5.0;
constexpr int kTextLineGap = 2;

QFontMetricsF metricsOf(Type type)
{
    return QFontMetricsF(typeFont(type));
}

QRectF mirroredIn(const QRectF& rect, double width, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return rect;
    return { width - rect.right(), rect.top(), rect.width(), rect.height() };
}

QString separator()
{
    return QStringLiteral(" · ");
}

} // namespace

QString actionText(BubbleAction action)
{
    switch (action) {
    case BubbleAction::Undo:
        return QCoreApplication::translate("BubbleLayout", "Undo");
    case BubbleAction::Edit:
        return QCoreApplication::translate("BubbleLayout", "Edit");
    case BubbleAction::TryAgain:
        return QCoreApplication::translate("BubbleLayout", "Try again");
    case BubbleAction::Discard:
        return QCoreApplication::translate("BubbleLayout", "Discard");
    case BubbleAction::ShowAll:
        return QCoreApplication::translate("BubbleLayout", "Show all of it");
    }
    return {};
}

std::vector<BubbleAction> actionsOf(const MessageBubble& bubble)
{
    std::vector<BubbleAction> actions;
    if (bubble.cut)
        actions.push_back(BubbleAction::ShowAll);
    if (bubble.state == SendState::Waiting)
        actions.push_back(BubbleAction::Undo);
    if (bubble.state == SendState::Refused) {
        actions.push_back(BubbleAction::Edit);
        actions.push_back(BubbleAction::TryAgain);
        actions.push_back(BubbleAction::Discard);
    }
    return actions;
}

BubbleLayout::BubbleLayout(
    const MessageTimelineModel& model, int row, int width, Qt::LayoutDirection direction)
    : m_content(model.bubble(row))
    , m_direction(direction)
    , m_width(width)
    , m_day(model.dayTitle(row))
    , m_unreadStarts(model.startsUnread(row))
{
    const double dayHeight = metricsOf(Type::Small).height();
    double y = model.startsGroup(row) ? kRowGap : kGroupGap;
    if (!m_day.isEmpty()) {
        y = kDayGap;
        m_dayRect = QRectF(0, y, width, dayHeight);
        y += dayHeight + kDayGap;
    }
    if (m_unreadStarts) {
        m_unreadRect = QRectF(0, y, width, dayHeight);
        y += dayHeight + kDayGap;
    }
    m_top = y;
    if (m_content.system)
        layOutSystem(model, row);
    else
        layOutBubble(model, row);
}

// Breaks the text into lines; gives the widest line.
double BubbleLayout::layOutText(double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // The text's own direction decides within the bubble, the interface's where the bubble stands.
    option.setTextDirection(Qt::LayoutDirectionAuto);
    QString text = m_content.text;
    text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    m_text.setText(text);
    m_text.setFont(typeFont(m_content.system ? Type::Small : Type::Body));
    m_text.setTextOption(option);
    m_text.setCacheEnabled(true);
    m_text.beginLayout();
    double y = 0;
    double widest = 0;
    for (QTextLine line = m_text.createLine(); line.isValid(); line = m_text.createLine()) {
        line.setLineWidth(width);
        line.setPosition({ 0, y });
        y += line.height() + kTextLineGap;
        widest = qMax(widest, line.naturalTextWidth());
    }
    m_text.endLayout();
    return std::ceil(widest);
}

void BubbleLayout::layOutSystem(const MessageTimelineModel& model, int row)
{
    Q_UNUSED(model);
    Q_UNUSED(row);
    const double width = qMin(kWidest, m_width - 2 * kEdge) - 24;
    const double textWidth = layOutText(width);
    const double height = m_text.boundingRect().height();
    m_bubble = QRectF((m_width - textWidth) / 2 - 12, m_top, textWidth + 24, height + 8);
    m_textAt = QPointF(m_bubble.left() + 12, m_top + 4);
    m_height = static_cast<int>(std::ceil(m_bubble.bottom()));
}

void BubbleLayout::layOutBubble(const MessageTimelineModel& model, int row)
{
    const double widest = qMin(
        qMin(kWidest, (m_width - 2 * kEdge) * (m_width < 560 ? 0.92 : kWidestShare)), m_width - 2 * kEdge);
    const double innerWidth = widest - 2 * kPaddingX;
    double y = m_top + kPaddingY;
    double textWidth = 0;
    if (!m_content.mine && model.startsGroup(row) && !m_content.senderName.isEmpty()) {
        const QFontMetricsF metrics = metricsOf(Type::SmallStrong);
        m_sender = metrics.elidedText(m_content.senderName, Qt::ElideRight, innerWidth);
        textWidth = metrics.horizontalAdvance(m_sender) + 2;
        m_senderRect = QRectF(0, y, 0, metrics.height());
        y += metrics.height() + 1;
    }
    textWidth = qMax(textWidth, layOutText(innerWidth));
    m_textAt = QPointF(0, y);
    y += m_content.text.isEmpty() ? 0 : m_text.boundingRect().height();

    const QFontMetricsF chipMetrics = metricsOf(Type::Small);
    for (const QString& attachment : m_content.attachments) {
        const QString shown
            = chipMetrics.elidedText(attachment, Qt::ElideMiddle, innerWidth - 2 * kChipPadding);
        const double chipWidth = chipMetrics.horizontalAdvance(shown) + 2 * kChipPadding;
        m_chips.push_back({ QRectF(0, y + kChipGap, chipWidth, chipMetrics.height() + 7), shown });
        y = m_chips.back().rect.bottom();
        textWidth = qMax(textWidth, chipWidth);
    }
    layOutFoot(model, row, innerWidth, textWidth, y);
    m_bubble = QRectF(0, m_top, textWidth + 2 * kPaddingX, y + kPaddingY - m_top);
    place(textWidth);
    m_height = static_cast<int>(std::ceil(m_bubble.bottom()));
}

// The time goes after the last line when it fits there; what is to be said about sending gets a line of its
// own.
void BubbleLayout::layOutFoot(
    const MessageTimelineModel& model, int row, double innerWidth, double& textWidth, double& y)
{
    const QFontMetricsF small = metricsOf(Type::Small);
    const QFontMetricsF caption = metricsOf(Type::Caption);
    m_status = model.status(row);
    const std::vector<BubbleAction> actions = actionsOf(m_content);
    const bool delivered = !m_content.pending();
    if (delivered) {
        m_time = m_status.isEmpty() ? model.clockTime(row) : m_status + separator() + model.clockTime(row);
        m_status.clear();
        const double timeWidth = caption.horizontalAdvance(m_time) + 1;
        const int lines = m_text.lineCount();
        const QTextLine last = lines > 0 ? m_text.lineAt(lines - 1) : QTextLine();
        const bool rightToLeft = m_text.text().isRightToLeft();
        const double lastWidth = last.isValid() ? last.naturalTextWidth() : 0;
        const bool besideText = m_chips.empty() && actions.empty()
            && rightToLeft == (m_direction == Qt::RightToLeft)
            && lastWidth + kFootGap + timeWidth <= innerWidth;
        if (besideText) {
            textWidth = qMax(textWidth, lastWidth + kFootGap + timeWidth);
            m_timeRect = QRectF(textWidth - timeWidth, y - caption.height() - 1, timeWidth, caption.height());
        } else {
            textWidth = qMax(textWidth, timeWidth);
            m_timeRect = QRectF(textWidth - timeWidth, y + 1, timeWidth, caption.height());
            y = m_timeRect.bottom();
        }
    }
    if (m_status.isEmpty() && actions.empty())
        return;
    // One line, "Waiting for connection · Undo", as wide as it is; a long reason is elided before the actions
    // are.
    double actionsWidth = 0;
    for (const BubbleAction action : actions)
        actionsWidth += small.horizontalAdvance(separator() + actionText(action));
    const bool ownLine = small.horizontalAdvance(m_status) + actionsWidth > innerWidth && !m_status.isEmpty()
        && !actions.empty();
    const double statusRoom = ownLine ? innerWidth : innerWidth - actionsWidth;
    m_status = small.elidedText(m_status, Qt::ElideRight, statusRoom + 2);
    const double statusWidth = small.horizontalAdvance(m_status);
    y += 1;
    m_statusRect = QRectF(0, y, statusWidth + 2, small.height());
    double x = statusWidth;
    if (ownLine) {
        textWidth = qMax(textWidth, statusWidth);
        y += small.height() + 1;
        x = 0;
    }
    for (const BubbleAction action : actions) {
        if (x > 0)
            x += small.horizontalAdvance(separator());
        const double width = small.horizontalAdvance(actionText(action));
        m_actions.push_back({ action, QRectF(x, y, width + 1, small.height()), actionText(action) });
        x += width;
    }
    y += small.height();
    // To the trailing side, as the time is.
    const double shift = qMax(0.0, textWidth - x - 1);
    textWidth = qMax(textWidth, x + 1);
    for (ActionBox& box : m_actions)
        box.rect.translate(shift, 0);
    m_statusRect.translate(ownLine ? 0 : shift, 0);
}

// Moves everything from the bubble's inner corner to its side of the row.
void BubbleLayout::place(double textWidth)
{
    const double left = m_content.mine ? m_width - kEdge - m_bubble.width() : kEdge;
    m_bubble.moveLeft(left);
    const double inner = left + kPaddingX;
    const auto moved
        = [&](const QRectF& rect) { return mirroredIn(rect.translated(inner, 0), m_width, m_direction); };
    m_senderRect.setWidth(textWidth + 2);
    m_senderRect = moved(m_senderRect);
    m_statusRect = moved(m_statusRect);
    m_timeRect = moved(m_timeRect);
    for (Chip& chip : m_chips)
        chip.rect = moved(chip.rect);
    for (ActionBox& box : m_actions)
        box.rect = moved(box.rect);
    m_bubble = mirroredIn(m_bubble, m_width, m_direction);
    m_textAt.setX(m_bubble.left() + kPaddingX);
    if (!m_text.text().isRightToLeft())
        return;
    // Lines of right-to-left text end at their line's right edge; bring that to the bubble's.
    for (int i = 0; i < m_text.lineCount(); ++i) {
        QTextLine line = m_text.lineAt(i);
        line.setPosition({ textWidth - line.width(), line.y() });
    }
}

void BubbleLayout::paint(QPainter& painter, const Tokens& tokens, const QPointF& origin) const
{
    const auto at = [&origin](const QRectF& rect) { return rect.translated(origin).toAlignedRect(); };
    if (!m_day.isEmpty())
        paint::line(painter, at(m_dayRect), m_day, typeFont(Type::Small), tokens.dim, m_direction,
            paint::Where::Centre);
    if (m_unreadStarts) {
        const QString words = QCoreApplication::translate("BubbleLayout", "New messages");
        const QFont font = typeFont(Type::Small);
        const int half = static_cast<int>(QFontMetricsF(font).horizontalAdvance(words) / 2) + 12;
        const QRect rect = at(m_unreadRect);
        painter.fillRect(rect.left() + 24, rect.center().y(), rect.width() / 2 - half - 24, 1, tokens.accent);
        painter.fillRect(
            rect.center().x() + half, rect.center().y(), rect.width() / 2 - half - 24, 1, tokens.accent);
        paint::line(painter, rect, words, font, tokens.accent, m_direction, paint::Where::Centre);
    }
    const QRectF bubble = m_bubble.translated(origin);
    if (m_content.system)
        paint::box(painter, bubble, 9.0, tokens.sunken, tokens.highContrast ? tokens.line : QColor());
    else if (m_content.mine)
        paint::box(
            painter, bubble, kRadius, tokens.accentSoft, tokens.highContrast ? tokens.accent : QColor());
    else
        paint::box(painter, bubble, kRadius, tokens.surface, tokens.line);
    if (!m_sender.isEmpty())
        paint::line(
            painter, at(m_senderRect), m_sender, typeFont(Type::SmallStrong), tokens.text, m_direction);

    QList<QTextLayout::FormatRange> formats;
    for (const models::LinkSpan& link : m_content.links) {
        QTextCharFormat format;
        format.setForeground(tokens.accent);
        format.setFontUnderline(true);
        formats.append({ static_cast<int>(link.start), static_cast<int>(link.length), format });
    }
    painter.setPen(m_content.system ? tokens.dim : tokens.text);
    m_text.draw(&painter, m_textAt + origin, formats);

    for (const Chip& chip : m_chips) {
        const QRectF rect = chip.rect.translated(origin);
        paint::box(painter, rect, rect.height() / 2, tokens.surface, tokens.line);
        paint::line(painter, rect.toAlignedRect(), chip.text, typeFont(Type::Small), tokens.dim, m_direction,
            paint::Where::Centre);
    }
    if (!m_time.isEmpty()) {
        paint::line(painter, at(m_timeRect), m_time, typeFont(Type::Caption), tokens.dim, m_direction,
            paint::Where::Trailing);
    }
    if (!m_status.isEmpty()) {
        const bool refused = m_content.state == SendState::Refused;
        paint::line(painter, at(m_statusRect), m_status, typeFont(Type::Small),
            refused ? tokens.bad : tokens.dim, m_direction);
    }
    QFont underlined = typeFont(Type::Small);
    underlined.setUnderline(true);
    bool first = m_status.isEmpty();
    for (const ActionBox& box : m_actions) {
        if (!first) {
            const double room = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(separator());
            const double x = m_direction == Qt::LeftToRight ? box.rect.left() - room : box.rect.right();
            paint::line(painter, at(QRectF(x, box.rect.top(), room, box.rect.height())), QStringLiteral("·"),
                typeFont(Type::Small), tokens.dim, m_direction, paint::Where::Centre);
        }
        first = false;
        paint::line(painter, at(box.rect), box.text, underlined, tokens.dim, m_direction);
    }
}

BubbleLayout::Hit BubbleLayout::hitTest(const QPointF& point) const
{
    Hit hit;
    hit.inBubble = m_bubble.contains(point);
    for (const ActionBox& box : m_actions) {
        if (box.rect.adjusted(-3, -3, 3, 3).contains(point)) {
            hit.action = box.action;
            return hit;
        }
    }
    const QPointF inText = point - m_textAt;
    for (int i = 0; i < m_text.lineCount() && !m_content.links.empty(); ++i) {
        const QTextLine line = m_text.lineAt(i);
        if (!line.naturalTextRect().contains(inText))
            continue;
        const int cursor = line.xToCursor(inText.x(), QTextLine::CursorOnCharacter);
        for (std::size_t link = 0; link < m_content.links.size(); ++link) {
            const models::LinkSpan& span = m_content.links[link];
            if (cursor >= span.start && cursor < span.start + span.length)
                hit.link = static_cast<int>(link);
        }
    }
    return hit;
}

} // namespace ot::ui
