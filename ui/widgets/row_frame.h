// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QPainter;
class QStyleOptionViewItem;

namespace ot::ui {

// What every row of the big lists has around its content: the ground of a selected or touched row, the bar on
// its leading edge, the hairline below, the focus ring.
void paintRowFrame(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& tokens);

} // namespace ot::ui
