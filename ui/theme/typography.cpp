// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QVariant>
#include <QWidget>

namespace ot::ui {
namespace {

constexpr const char* kTypeProperty = "otType";

double ratioOf(Type type)
{
    switch (type) {
    case Type::Caption:
        return 11.0 / 13.0;
    case Type::Small:
    case Type::SmallStrong:
        return 12.0 / 13.0;
    case Type::Body:
    case Type::Strong:
    case Type::Mono:
        return 1.0;
    case Type::Heading:
        return 14.0 / 13.0;
    case Type::Title:
        return 17.0 / 13.0;
    case Type::Display:
        return 20.0 / 13.0;
    }
    return 1.0;
}

bool isBold(Type type)
{
    return type != Type::Caption && type != Type::Small && type != Type::Body && type != Type::Mono;
}

} // namespace

QFont typeFont(Type type)
{
    const QFont base = QApplication::font();
    QFont font = type == Type::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : base;
    if (base.pixelSize() > 0)
        font.setPixelSize(qRound(base.pixelSize() * ratioOf(type)));
    else
        font.setPointSizeF(base.pointSizeF() * ratioOf(type));
    if (isBold(type))
        font.setWeight(QFont::DemiBold);
    return font;
}

void setType(QWidget* widget, Type type)
{
    widget->setProperty(kTypeProperty, static_cast<int>(type));
    widget->setFont(typeFont(type));
}

void refreshTypes()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        const QVariant type = widget->property(kTypeProperty);
        if (type.isValid())
            widget->setFont(typeFont(static_cast<Type>(type.toInt())));
    }
}

} // namespace ot::ui
