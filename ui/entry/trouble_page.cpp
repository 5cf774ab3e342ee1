// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/trouble_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tinted_label.h"

#include <QHBoxLayout>

namespace ot::ui {

TroublePage::TroublePage(QWidget* parent)
    : EntryCard(parent)
    , m_detail(new TintedLabel({}, Type::Small, Tone::Neutral, TextShape::Wrapped, this))
    , m_choices(new QHBoxLayout)
{
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_choices->setSpacing(8);
    body()->addWidget(m_detail);
    body()->addSpacing(8);
    body()->addLayout(m_choices);
}

void TroublePage::setTrouble(
    const QString& title, const QString& sentence, const QString& detail, const std::vector<Choice>& choices)
{
    setHeading(title, sentence);
    //: %1 is a short technical text
    m_detail->setContent(detail.isEmpty() ? QString() : tr("For support: %1").arg(detail));
    m_detail->setVisible(!detail.isEmpty());
    while (QLayoutItem* item = m_choices->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Choice& choice : choices) {
        auto* button = new Button(choice.words, choice.kind, this);
        button->setObjectName(QStringLiteral("trouble_") + choice.id);
        connect(button, &Button::clicked, this, [this, id = choice.id] { Q_EMIT chosen(id); });
        m_choices->addWidget(button);
    }
    m_choices->addStretch();
}

} // namespace ot::ui
