// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/job_detail.h"
#include "models/job_list_model.h"
#include "ui/services.h"
#include "ui/shell/page.h"

namespace ot::ui {

class Chip;
class FilterChip;
class JobDetailView;
class RowListView;
class SearchField;
class StatePanel;
class TintedLabel;
class Button;

// The job feed on this device: search, filters, list, and one job whole.
class JobsPage : public Page {
    Q_OBJECT

public:
    explicit JobsPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] bool isSettled() const override;
    void activate() override;
    void openRecord(const RecordAddress& address) override;

private:
    QWidget* makeLeft();
    QWidget* makeFilters(QWidget* parent);
    void applyFilter();
    void clearFilter();
    [[nodiscard]] bool isFiltered() const;
    void refreshState();
    void refreshFacets();
    void select(const QModelIndex& index);
    void restoreSelection();

    Services& m_services;
    models::JobListModel m_model;
    models::JobDetail m_detail;
    QWidget* m_left = nullptr;
    SearchField* m_search = nullptr;
    FilterChip* m_pay = nullptr;
    FilterChip* m_category = nullptr;
    FilterChip* m_language = nullptr;
    FilterChip* m_country = nullptr;
    Chip* m_closed = nullptr;
    Button* m_clear = nullptr;
    TintedLabel* m_count = nullptr;
    RowListView* m_list = nullptr;
    StatePanel* m_state = nullptr;
    JobDetailView* m_detailView = nullptr;
    qint64 m_selectedKey = 0; // stays through filters and patches
    bool m_facetsStale = true;
    bool m_facetsReading = false;
    bool m_userChose = false; // else the first job is shown
};

} // namespace ot::ui
