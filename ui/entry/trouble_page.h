// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entry_card.h"
#include "ui/widgets/button.h"

#include <vector>

class QHBoxLayout;

namespace ot::ui {

class TintedLabel;

// Something stands in the way of the vault: what it is, what it means, and the ways out that the application
// offers.
class TroublePage : public EntryCard {
    Q_OBJECT

public:
    struct Choice {
        QString id; // what chosen() hands back
        QString words;
        ButtonKind kind = ButtonKind::Secondary;
    };

    explicit TroublePage(QWidget* parent = nullptr);

    // `detail` is for support: codes and places, no personal data; may be empty.
    void setTrouble(const QString& title, const QString& sentence, const QString& detail,
        const std::vector<Choice>& choices);

Q_SIGNALS:
    void chosen(const QString& id);

private:
    TintedLabel* m_detail;
    QHBoxLayout* m_choices;
};

} // namespace ot::ui
