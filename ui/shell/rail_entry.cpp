// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail_entry.h"

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace ot::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kIconSize = 20;
constexpr double kRadius = 7.0;
constexpr qint64 kLargestCount = 99;

} // namespace

RailEntry::RailEntry(const QString& title, const QString& icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setType(this, Type::Body);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RailEntry::setBadge(qint64 count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    describe();
    update();
}

void RailEntry::setNarrow(bool narrow)
{
    m_narrow = narrow;
    describe();
    updateGeometry();
    update();
}

void RailEntry::describe()
{
    //: A page's name with the count of what is new there, as a screen reader says it
    setAccessibleName(
        m_badge > 0 ? tr("%1, %n new", nullptr, static_cast<int>(m_badge)).arg(text()) : text());
    setTip(this, m_narrow ? accessibleName() : QString());
}

QSize RailEntry::sizeHint() const
{
    return { m_narrow ? 40 : 180, QFontMetrics(font()).height() + (m_narrow ? 20 : 15) };
}

void RailEntry::paintIcon(QPainter& painter, const QColor& color) const
{
    const QPoint corner((width() - kIconSize) / 2, (height() - kIconSize) / 2);
    painter.drawPixmap(corner, iconPixmap(m_icon, kIconSize, color, devicePixelRatioF()));
}

void RailEntry::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    if (isChecked())
        paint::box(
            painter, rect(), kRadius, tokens.accentSoft, tokens.highContrast ? tokens.accent : QColor());
    else if (underMouse())
        paint::box(painter, rect(), kRadius, tokens.sunken);
    const QColor ink = isChecked() ? tokens.accent : tokens.dim;
    const QString count = m_badge > kLargestCount ? QLocale().toString(kLargestCount) + QLatin1Char('+')
                                                  : QLocale().toString(m_badge);
    const QSize countSize = m_badge > 0 ? paint::countSize(count) : QSize();
    if (m_narrow) {
        paintIcon(painter, ink);
        if (m_badge > 0) {
            const QRect at(width() / 2 + 2, 1, countSize.width(), countSize.height());
            paint::count(painter, paint::mirrored(at, rect(), layoutDirection()), count, tokens);
        }
    } else {
        QRect words = rect().adjusted(kPadding, 0, -kPadding - countSize.width(), 0);
        words = paint::mirrored(words, rect(), layoutDirection());
        paint::line(painter, words, text(), typeFont(isChecked() ? Type::Strong : Type::Body), ink,
            layoutDirection());
        if (m_badge > 0) {
            const QRect at(width() - kPadding - countSize.width(), (height() - countSize.height()) / 2,
                countSize.width(), countSize.height());
            paint::count(painter, paint::mirrored(at, rect(), layoutDirection()), count, tokens);
        }
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, rect(), kRadius, tokens);
}

} // namespace ot::ui
