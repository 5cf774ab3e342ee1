// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// Q_INIT_RESOURCE declares what rcc generates in the namespace it stands in, so it has to stand outside them
// all.
static void makeIconsKnown()
{
    Q_INIT_RESOURCE(opentrain_icons);
}

namespace ot::ui {

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4")
                            .arg(name)
                            .arg(size)
                            .arg(color.rgba(), 8, 16)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    makeIconsKnown();
    QFile file(QStringLiteral(":/opentrain/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "iconPixmap", qPrintable(name));
    // The icons are drawn in black; the wanted colour takes its place.
    QByteArray drawing = opened ? file.readAll() : QByteArray();
    drawing.replace("#000000", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(drawing);

    const int pixels = qRound(size * devicePixelRatio);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace ot::ui
