// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sync_popover.h"

#include "ui/sync_view_state.h"
#include "ui/text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tinted_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kWidth = 340;
constexpr int kMostShown = 5;

} // namespace

SyncPopover::SyncPopover(SyncViewState& state, const QString& serverAddress, QWidget* window)
    : QFrame(window)
    , m_state(state)
    , m_rows(new QVBoxLayout)
    , m_title(makeLabel({}, TextShape::Wrapped, this))
    , m_error(new TintedLabel({}, Type::Small, Tone::Warn, TextShape::Wrapped, this))
    , m_waiting(new QVBoxLayout)
    , m_syncNow(new Button(tr("Sync now"), ButtonKind::Secondary, this))
{
    setObjectName(QStringLiteral("syncPopover"));
    setAccessibleName(tr("Synchronisation"));
    setFocusPolicy(Qt::StrongFocus);
    setType(m_title, Type::Heading);
    setFixedWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_error);
    layout->addLayout(m_rows);
    m_rows->setSpacing(8);
    setLabelText(addRow(tr("Server")), serverAddress, TextShape::OneLine);
    m_lastSync = addRow(tr("Last in step with the server"));
    layout->addWidget(new Hairline(this));
    m_waiting->setSpacing(6);
    layout->addLayout(m_waiting);
    layout->addSpacing(2);
    layout->addWidget(m_syncNow, 0, Qt::AlignLeft);
    connect(m_syncNow, &Button::clicked, &m_state, &SyncViewState::syncNow);
    connect(&m_state, &SyncViewState::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    hide();
}

QLabel* SyncPopover::addRow(const QString& name)
{
    auto* label = new TintedLabel(name, Type::Caption, Tone::Neutral, TextShape::OneLine, this);
    QLabel* value = makeLabel({}, TextShape::OneLine, this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QVBoxLayout;
    row->setSpacing(1);
    row->addWidget(label);
    row->addWidget(value);
    m_rows->addLayout(row);
    return value;
}

void SyncPopover::refresh()
{
    setLabelText(m_title, m_state.stateText(), TextShape::OneLine);
    setLabelText(m_lastSync, m_state.lastSyncText(), TextShape::OneLine);
    m_error->setContent(m_state.errorText());
    m_error->setVisible(!m_state.errorText().isEmpty());
    while (QLayoutItem* item = m_waiting->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    auto* heading = makeLabel(m_state.waitingText(), TextShape::OneLine, this);
    setType(heading, Type::Strong);
    m_waiting->addWidget(heading);
    const models::OutboxModel& outbox = m_state.outbox();
    for (int row = 0; row < qMin(kMostShown, outbox.rowCount()); ++row) {
        const QModelIndex index = outbox.index(row);
        const QString state = index.data(models::OutboxModel::StateRole).toString();
        auto* line = new ElidedLabel(
            state + QStringLiteral(" · ") + index.data(models::OutboxModel::TextRole).toString(), Type::Small,
            ElidedLabel::Ink::Dim, this);
        m_waiting->addWidget(line);
    }
    if (outbox.rowCount() > kMostShown) {
        m_waiting->addWidget(new TintedLabel(tr("and %n more", nullptr, outbox.rowCount() - kMostShown),
            Type::Small, Tone::Neutral, TextShape::OneLine, this));
    }
    placeAgain();
}

void SyncPopover::placeAgain()
{
    layout()->activate();
    const int height = layout()->totalHeightForWidth(kWidth) > 0 ? layout()->totalHeightForWidth(kWidth)
                                                                 : sizeHint().height();
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int left = rightToLeft ? m_corner.x() - kWidth : m_corner.x();
    setGeometry(left, qMax(8, m_corner.y() - height), kWidth, height);
}

void SyncPopover::openAt(const QPoint& corner)
{
    m_corner = corner;
    refresh();
    show();
    raise();
    m_syncNow->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void SyncPopover::hideEvent(QHideEvent* event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

bool SyncPopover::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* press = static_cast<QMouseEvent*>(event);
        if (!rect().contains(mapFromGlobal(press->globalPosition().toPoint())))
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

void SyncPopover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void SyncPopover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    paint::box(
        painter, rect(), paint::kCardRadius, tokens.surface, tokens.highContrast ? tokens.text : tokens.line);
}

} // namespace ot::ui
