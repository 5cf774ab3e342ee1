// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/data_map_model.h"
#include "ui/services.h"
#include "ui/shell/page.h"

class QTreeView;

namespace ot::ui {

class StatePanel;
class TintedLabel;
class ColumnScroll;
class FactsCard;

// What this device holds about the person, by the categories of the policy: how much, from where, why, on
// which legal ground, who receives it, until when. Each category opens to its fields.
class PrivacyPage : public Page {
    Q_OBJECT

public:
    explicit PrivacyPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] bool isSettled() const override { return m_model.isSettled(); }
    void activate() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSummary(QWidget* parent);
    QWidget* makeMap(QWidget* parent);
    void refresh();
    void showFacts(const QModelIndex& index);
    void showCurrentRow();
    void fitColumns();
    void fitHeight();

    Services& m_services;
    models::DataMapModel m_model;
    TintedLabel* m_held = nullptr;
    ColumnScroll* m_scroll = nullptr;
    QTreeView* m_tree = nullptr;
    StatePanel* m_state = nullptr;
    FactsCard* m_facts = nullptr;
};

} // namespace ot::ui
