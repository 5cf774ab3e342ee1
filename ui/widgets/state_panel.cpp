// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/state_panel.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kIconSize = 32;
constexpr int kTextWidth = 380;

} // namespace

StatePanel::StatePanel(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, this))
    , m_title(makeLabel({}, TextShape::Wrapped, this))
    , m_action(new Button({}, ButtonKind::Secondary, this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_icon->setAccessibleName(QString());
    setType(m_title, Type::Heading);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_title->setMaximumWidth(kTextWidth);
    m_text->setMaximumWidth(kTextWidth);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    const auto addCentred = [layout](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(widget, 100);
        row->addStretch(1);
        layout->addLayout(row);
    };
    addCentred(m_title);
    addCentred(m_text);
    layout->addSpacing(6);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &Button::clicked, this, &StatePanel::actionTriggered);
}

void StatePanel::setContent(const Content& content)
{
    if (content == m_content)
        return;
    m_content = content;
    setLabelText(m_title, content.title, TextShape::Wrapped);
    m_text->setContent(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    paintIcon();
}

void StatePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void StatePanel::paintIcon()
{
    m_icon->setVisible(!m_content.icon.isEmpty());
    if (!m_content.icon.isEmpty())
        m_icon->setPixmap(iconPixmap(m_content.icon, kIconSize, tokensOf(this).faint, devicePixelRatioF()));
}

} // namespace ot::ui
