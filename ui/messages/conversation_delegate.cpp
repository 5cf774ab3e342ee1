// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/conversation_delegate.h"

#include "models/conversation_list_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/row_frame.h"

#include <QFontMetrics>

namespace ot::ui {
namespace {

using models::ConversationListModel;
using LineKind = ConversationListModel::LineKind;

constexpr int kEdge = 14;
constexpr int kTop = 12;
constexpr int kLineGap = 2;

int heightOf(Type type)
{
    return QFontMetrics(typeFont(type)).height();
}

} // namespace

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 280, kTop + heightOf(Type::Strong) + 2 * (heightOf(Type::Small) + kLineGap) + 13 };
}

void ConversationDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = tokensOf(option.widget);
    paintRowFrame(*painter, option, tokens);
    const Qt::LayoutDirection direction = option.direction;
    const QRect area = option.rect.adjusted(kEdge, kTop, -kEdge, 0);
    const auto placed = [&](const QRect& rect) { return paint::mirrored(rect, area, direction); };
    const qint64 unread = index.data(ConversationListModel::UnreadRole).toLongLong();

    // Who, and on the far side how much is new or when it was.
    const int titleHeight = heightOf(Type::Strong);
    int farWidth = 0;
    if (unread > 0) {
        const QString words = tr("%n new", nullptr, static_cast<int>(qMin<qint64>(unread, 9999)));
        const QSize size = paint::tagSize(words);
        farWidth = size.width();
        Tokens shades = tokens;
        if (option.state & QStyle::State_Selected)
            shades.accentSoft = tokens.surface;
        paint::tag(*painter,
            placed(QRect(
                QPoint(area.right() + 1 - farWidth, area.top() + (titleHeight - size.height()) / 2), size)),
            words, Tone::Accent, shades);
    } else {
        const QString time = index.data(ConversationListModel::TimeRole).toString();
        const QFont font = typeFont(Type::SmallStrong);
        farWidth = QFontMetrics(font).horizontalAdvance(time) + 2;
        paint::line(*painter, placed(QRect(area.right() + 1 - farWidth, area.top(), farWidth, titleHeight)),
            time, font, tokens.dim, direction, paint::Where::Trailing);
    }
    paint::line(*painter, placed(QRect(area.left(), area.top(), area.width() - farWidth - 12, titleHeight)),
        index.data(ConversationListModel::TitleRole).toString(), typeFont(Type::Strong), tokens.text,
        direction);

    const int lineHeight = heightOf(Type::Small);
    int top = area.top() + titleHeight + kLineGap;
    paint::line(*painter, placed(QRect(area.left(), top, area.width(), lineHeight)),
        index.data(ConversationListModel::KindRole).toString(), typeFont(Type::Small), tokens.dim, direction);

    // What was said last, with a word before it when it is not simply that.
    top += lineHeight + kLineGap;
    const auto kind = index.data(ConversationListModel::LineKindRole).value<LineKind>();
    int left = area.left();
    const auto prefix = [&](const QString& words, Tone tone) {
        const QFont font = typeFont(Type::Small);
        const int width = QFontMetrics(font).horizontalAdvance(words) + 5;
        paint::line(*painter, placed(QRect(left, top, width, lineHeight)), words, font,
            toneColor(tokens, tone), direction);
        left += width;
    };
    if (kind == LineKind::Draft)
        prefix(tr("Draft:"), Tone::Bad);
    else if (kind == LineKind::Waiting)
        prefix(tr("Waiting:"), Tone::Warn);
    else if (kind == LineKind::Refused)
        prefix(tr("Not sent:"), Tone::Bad);
    const bool important = unread > 0 || (option.state & QStyle::State_Selected);
    const QString line = index.data(ConversationListModel::LastLineRole).toString();
    paint::line(*painter, placed(QRect(left, top, area.right() + 1 - left, lineHeight)),
        line.isEmpty() ? tr("No messages yet") : line, typeFont(Type::Small),
        important && !line.isEmpty() ? tokens.text : tokens.dim, direction);
}

} // namespace ot::ui
