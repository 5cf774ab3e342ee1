// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace ot::ui {

// One of the program's own line icons ("jobs", "search"; see resources/icons) in a colour, drawn once per
// size and colour. A name that is not there is a defect, and asserted.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio);

} // namespace ot::ui
