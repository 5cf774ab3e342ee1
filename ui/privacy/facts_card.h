// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QModelIndex>

class QFormLayout;
class QLabel;

namespace ot::ui {

class TintedLabel;

// Everything the data map says about the chosen category or field, in whole sentences: the table has room for
// short ones.
class FactsCard : public Card {
    Q_OBJECT

public:
    explicit FactsCard(QWidget* parent = nullptr);
    void setSubject(const QModelIndex& index);

private:
    QLabel* addRow(const QString& name);
    QFormLayout* m_rows = nullptr; // owned by the card's layout
    QLabel* m_name;
    TintedLabel* m_marks;
    QLabel* m_source;
    QLabel* m_purpose;
    QLabel* m_recipients;
    QLabel* m_retention;
    QLabel* m_controller;
};

} // namespace ot::ui
