// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/facts_card.h"

#include "models/data_map_model.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/tinted_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ot::ui {

using models::DataMapModel;

FactsCard::FactsCard(QWidget* parent)
    : Card({}, parent)
    , m_name(makeLabel({}, TextShape::Wrapped, this))
    , m_marks(new TintedLabel({}, Type::Small, Tone::Warn, TextShape::Wrapped, this))
{
    setType(m_name, Type::Heading);
    body()->addWidget(m_name);
    body()->addWidget(m_marks);
    m_rows = new QFormLayout;
    m_rows->setHorizontalSpacing(20);
    m_rows->setVerticalSpacing(6);
    m_rows->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_rows->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_source = addRow(tr("Source"));
    m_purpose = addRow(tr("Why, and on which ground"));
    m_recipients = addRow(tr("Who receives it"));
    m_retention = addRow(tr("Kept until"));
    m_controller = addRow(tr("Who decides about it"));
    body()->addLayout(m_rows);
}

QLabel* FactsCard::addRow(const QString& name)
{
    QLabel* value = makeLabel({}, TextShape::Wrapped, this);
    setType(value, Type::Small);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_rows->addRow(new TintedLabel(name, Type::Small, Tone::Neutral, TextShape::OneLine, this), value);
    return value;
}

void FactsCard::setSubject(const QModelIndex& index)
{
    setVisible(index.isValid());
    if (!index.isValid())
        return;
    const auto text = [&index](int column) { return index.siblingAtColumn(column).data().toString(); };
    const QModelIndex first = index.siblingAtColumn(DataMapModel::NameColumn);
    setLabelText(m_name, text(DataMapModel::NameColumn), TextShape::Wrapped);
    QStringList marks;
    if (first.data(DataMapModel::SensitiveRole).toBool())
        marks.append(tr("Sensitive by law: you may limit its use."));
    if (first.data(DataMapModel::ConfidentialRole).toBool())
        marks.append(tr("A customer's content: erased from this device when your access ends."));
    const QString section = first.data(DataMapModel::SectionRole).toString();
    if (!section.isEmpty()) //: %1 is a section number: "3.1 A"
        marks.append(tr("Section %1 of the privacy policy").arg(section));
    m_marks->setTone(section.isEmpty() ? Tone::Warn : Tone::Neutral);
    m_marks->setContent(marks.join(QLatin1Char('\n')));
    m_marks->setVisible(!marks.isEmpty());
    setLabelText(m_source, text(DataMapModel::SourceColumn), TextShape::Wrapped);
    setLabelText(m_purpose, text(DataMapModel::PurposeColumn), TextShape::Wrapped);
    setLabelText(m_recipients, text(DataMapModel::RecipientColumn), TextShape::Wrapped);
    setLabelText(m_retention, text(DataMapModel::RetentionColumn), TextShape::Wrapped);
    setLabelText(m_controller, first.data(DataMapModel::ControllerRole).toString(), TextShape::Wrapped);
    // Nobody receives, keeps or decides about what is not here: only the reason is said.
    const bool held = !first.data(DataMapModel::NotHeldRole).toBool();
    for (QLabel* value : { m_recipients, m_retention, m_controller })
        m_rows->setRowVisible(value, held);
    m_rows->setRowVisible(m_purpose, held || !first.data(DataMapModel::SectionRole).isValid());
}

} // namespace ot::ui
