// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text.h"

#include "models/display_text.h"

#include <QLabel>

namespace ot::ui {

QLabel* makeLabel(const QString& text, TextShape shape, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(shape == TextShape::Wrapped);
    setLabelText(label, text, shape);
    return label;
}

void setLabelText(QLabel* label, const QString& text, TextShape shape)
{
    label->setTextFormat(Qt::PlainText);
    // Every text begins on the interface's side, whichever script it is in; QLabel would go by the text.
    if (label->alignment() & (Qt::AlignLeft | Qt::AlignRight)) {
        const bool rightToLeft = label->layoutDirection() == Qt::RightToLeft;
        label->setAlignment((label->alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute
            | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    }
    label->setText(shape == TextShape::OneLine ? models::oneLine(text) : models::body(text).text);
}

QString tipText(const QString& text)
{
    const QString shown = models::body(text, models::kLineLimit * 4).text;
    if (shown.isEmpty())
        return {};
    return QStringLiteral("<p style=\"white-space:pre-wrap\">") + shown.toHtmlEscaped()
        + QStringLiteral("</p>");
}

void setTip(QWidget* widget, const QString& text)
{
    widget->setToolTip(tipText(text));
}

} // namespace ot::ui
