// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/data_map_delegate.h"

#include "models/data_map_model.h"
#include "models/display_text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QFontMetrics>

namespace ot::ui {
namespace {

constexpr int kPadding = 6;
constexpr int kRoomBetween = 12;

} // namespace

QSize DataMapDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 60, QFontMetrics(typeFont(Type::Body)).height() + 18 };
}

void DataMapDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = tokensOf(option.widget);
    const QRect& rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect, tokens.accentSoft);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
    const bool field = index.parent().isValid();
    const bool count = index.column() == models::DataMapModel::CountColumn;
    const QRect area = paint::mirrored(
        rect.adjusted(kPadding, 0, count ? -kPadding : -kRoomBetween, -1), rect, option.direction);
    const Type type = field ? Type::Small : Type::Body;
    const QModelIndex first = index.siblingAtColumn(models::DataMapModel::NameColumn);
    const bool notHeld = first.data(models::DataMapModel::NotHeldRole).toBool();
    const bool quiet = notHeld || (field && index.column() != models::DataMapModel::NameColumn);
    paint::line(*painter, area, models::oneLine(index.data().toString()), typeFont(type),
        quiet ? tokens.dim : tokens.text, option.direction,
        count ? paint::Where::Trailing : paint::Where::Leading);
}

} // namespace ot::ui
