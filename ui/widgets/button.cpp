// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme/typography.h"

namespace ot::ui {

Button::Button(const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    if (kind == ButtonKind::Link)
        setType(this, Type::Small);
}

Chip::Chip(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setType(this, Type::Small);
}

void Chip::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
}

} // namespace ot::ui
