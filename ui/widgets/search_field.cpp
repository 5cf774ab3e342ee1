// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace ot::ui {
namespace {

constexpr int kIconRoom = 24;
constexpr int kIconSize = 16;
constexpr int kKeysPadding = 5;
constexpr int kEdge = 10;
constexpr int kLeastHeight = 32;

} // namespace

SearchField::SearchField(const QString& placeholder, const QString& keys, QWidget* parent)
    : QLineEdit(parent)
    , m_keys(keys)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setMaxLength(200);
    fitMargins();
}

// Room for the icon before the text and for the shortcut after it, whichever side that is.
void SearchField::fitMargins()
{
    const int keysRoom = m_keys.isEmpty() ? 0 : keysRect().width() + kEdge;
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(keysRoom, 0, kIconRoom - 2, 0);
    else
        setTextMargins(kIconRoom - 2, 0, keysRoom, 0);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        fitMargins();
}

QSize SearchField::sizeHint() const
{
    return { 420, qMax(kLeastHeight, QLineEdit::sizeHint().height()) };
}

QRect SearchField::keysRect() const
{
    const QFontMetrics metrics(typeFont(Type::Caption));
    const QSize size(metrics.horizontalAdvance(m_keys) + 2 * kKeysPadding, metrics.height() + 3);
    return { QPoint(width() - kEdge - size.width(), (height() - size.height()) / 2), size };
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    const QRect icon(kEdge, (height() - kIconSize) / 2, kIconSize, kIconSize);
    painter.drawPixmap(paint::mirrored(icon, rect(), layoutDirection()),
        iconPixmap(QStringLiteral("search"), kIconSize, tokens.placeholder, devicePixelRatioF()));
    if (m_keys.isEmpty() || !text().isEmpty())
        return;
    const QRect keys = paint::mirrored(keysRect(), rect(), layoutDirection());
    paint::box(painter, keys, 4.0, tokens.surface, tokens.line);
    paint::line(
        painter, keys, m_keys, typeFont(Type::Caption), tokens.dim, Qt::LeftToRight, paint::Where::Centre);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        Q_EMIT navigationKey(event->key());
        return;
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT escapeFromEmpty();
        else
            clear();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace ot::ui
