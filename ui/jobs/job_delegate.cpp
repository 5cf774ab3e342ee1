// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_delegate.h"

#include "models/job_list_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/row_frame.h"

#include <QFontMetrics>

namespace ot::ui {
namespace {

using models::JobListModel;

constexpr int kEdge = 14;
constexpr int kTop = 13;
constexpr int kLineGap = 2;
constexpr int kTagGap = 5;
constexpr int kAboveTags = 6;

int heightOf(Type type)
{
    return QFontMetrics(typeFont(type)).height();
}

// Bars where the words will be, for the moment until the row is read.
void paintUnread(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& tokens)
{
    const QRect area = option.rect.adjusted(kEdge, kTop + 3, -kEdge, 0);
    const auto bar = [&](int top, int width) {
        const QRect rect(area.left(), area.top() + top, width, 9);
        paint::box(painter, paint::mirrored(rect, area, option.direction), 4.0, tokens.sunken);
    };
    bar(0, area.width() / 2);
    bar(heightOf(Type::Strong) + kLineGap, area.width() * 2 / 3);
}

} // namespace

QSize JobDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int tags = paint::tagSize(QStringLiteral("x")).height();
    return { 320, kTop + heightOf(Type::Strong) + kLineGap + heightOf(Type::Small) + kAboveTags + tags + 13 };
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = tokensOf(option.widget);
    paintRowFrame(*painter, option, tokens);
    if (!index.data(JobListModel::LoadedRole).toBool()) {
        paintUnread(*painter, option, tokens);
        return;
    }
    const Qt::LayoutDirection direction = option.direction;
    const QRect area = option.rect.adjusted(kEdge, kTop, -kEdge, 0);
    const auto placed = [&](const QRect& rect) { return paint::mirrored(rect, area, direction); };

    const QFont strong = typeFont(Type::Strong);
    const QString pay = index.data(JobListModel::PayRole).toString();
    const int payWidth = pay.isEmpty() ? 0 : QFontMetrics(strong).horizontalAdvance(pay) + 2;
    const int titleHeight = heightOf(Type::Strong);
    paint::line(*painter, placed(QRect(area.left(), area.top(), area.width() - payWidth - 12, titleHeight)),
        index.data(JobListModel::TitleRole).toString(), strong, tokens.text, direction);
    paint::line(*painter, placed(QRect(area.right() + 1 - payWidth, area.top(), payWidth, titleHeight)), pay,
        strong, tokens.text, direction, paint::Where::Trailing);

    int top = area.top() + titleHeight + kLineGap;
    const int sublineHeight = heightOf(Type::Small);
    paint::line(*painter, placed(QRect(area.left(), top, area.width(), sublineHeight)),
        index.data(JobListModel::SublineRole).toString(), typeFont(Type::Small), tokens.dim, direction);

    top += sublineHeight + kAboveTags;
    int left = area.left();
    const bool selected = option.state & QStyle::State_Selected;
    const auto paintTag = [&](const QString& text, Tone tone) {
        const QSize size = paint::tagSize(text);
        if (left + size.width() > area.right() + 1)
            return;
        Tokens shades = tokens;
        if (selected && tone == Tone::Neutral)
            shades.sunken = tokens.highContrast ? tokens.sunken : tokens.bg;
        paint::tag(*painter, placed(QRect(QPoint(left, top), size)), text, tone, shades);
        left += size.width() + kTagGap;
    };
    if (index.data(JobListModel::ClosedRole).toBool())
        paintTag(tr("Closed"), Tone::Warn);
    const QStringList tags = index.data(JobListModel::TagsRole).toStringList();
    for (const QString& tag : tags)
        paintTag(tag, Tone::Neutral);
}

} // namespace ot::ui
