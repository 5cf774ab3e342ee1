// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sync_footer.h"

#include "ui/sync_view_state.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QFontMetrics>
#include <QPainter>

namespace ot::ui {
namespace {

constexpr int kEdge = 16;
constexpr int kDot = 7;
constexpr int kDotRoom = 13;
constexpr int kIconSize = 20;

} // namespace

SyncFooter::SyncFooter(SyncViewState& state, QWidget* parent)
    : QAbstractButton(parent)
    , m_state(state)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_state, &SyncViewState::changed, this, &SyncFooter::describe);
    describe();
}

void SyncFooter::setNarrow(bool narrow)
{
    m_narrow = narrow;
    describe();
    updateGeometry();
}

void SyncFooter::describe()
{
    const QString words = m_state.stateText() + QStringLiteral(", ") + m_state.waitingText();
    setAccessibleName(words);
    setAccessibleDescription(tr("Shows the details of the synchronisation"));
    setTip(this, m_narrow ? words : QString());
    update();
}

QSize SyncFooter::sizeHint() const
{
    const int line = QFontMetrics(typeFont(Type::Caption)).height();
    return { m_narrow ? 40 : 180, 2 * line + 22 };
}

void SyncFooter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensOf(this);
    if (underMouse())
        painter.fillRect(rect(), tokens.sunken);
    const QColor ink = toneColor(tokens, m_state.tone());
    if (m_narrow) {
        // The tip and the details have the words; the icon's shape tells offline from the rest.
        const QString icon = m_state.tone() == Tone::Warn || m_state.tone() == Tone::Bad
            ? QStringLiteral("offline")
            : QStringLiteral("sync");
        painter.drawPixmap((width() - kIconSize) / 2, (height() - kIconSize) / 2,
            iconPixmap(icon, kIconSize, ink, devicePixelRatioF()));
    } else {
        const QFont font = typeFont(Type::Caption);
        const int line = QFontMetrics(font).height();
        const int top = (height() - 2 * line - 2) / 2;
        const QRect dot(kEdge, top + (line - kDot) / 2 + 1, kDot, kDot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(paint::mirrored(dot, rect(), layoutDirection()));
        const QRect first(kEdge + kDotRoom, top, width() - 2 * kEdge - kDotRoom + 8, line);
        const QRect second(kEdge, top + line + 2, width() - 2 * kEdge + 8, line);
        paint::line(painter, paint::mirrored(first, rect(), layoutDirection()), m_state.stateText(), font,
            tokens.dim, layoutDirection());
        paint::line(painter, paint::mirrored(second, rect(), layoutDirection()), m_state.waitingText(), font,
            tokens.dim, layoutDirection());
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, rect().adjusted(2, 2, -2, -2), 6.0, tokens);
}

} // namespace ot::ui
