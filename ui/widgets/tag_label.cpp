// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tag_label.h"

#include "models/display_text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ot::ui {

TagLabel::TagLabel(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_text(models::oneLine(text, 60))
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_text);
}

QSize TagLabel::sizeHint() const
{
    return paint::tagSize(m_text);
}

void TagLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::tag(painter, rect(), m_text, m_tone, tokensOf(this));
}

} // namespace ot::ui
