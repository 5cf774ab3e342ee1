// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobs_page.h"

#include "models/display_text.h"
#include "storage/when_done.h"
#include "ui/jobs/filter_chip.h"
#include "ui/jobs/job_delegate.h"
#include "ui/jobs/job_detail_view.h"
#include "ui/link_gate.h"
#include "ui/sync_view_state.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/row_list_view.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/state_panel.h"
#include "ui/widgets/tinted_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

using models::JobListModel;
using storage::queries::FacetValue;
using storage::queries::JobFacets;

constexpr int kListWidth = 419;
constexpr int kSmallestListWidth = 320;

} // namespace

JobsPage::JobsPage(Services& services, QWidget* parent)
    : Page(parent)
    , m_services(services)
    , m_model(services.vault, services.formatter)
    , m_detail(services.vault, services.formatter)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLeft(), 2);
    layout->addWidget(new Hairline(this, Qt::Vertical));
    m_detailView = new JobDetailView(m_detail, this);
    layout->addWidget(m_detailView, 3);

    connect(m_detailView, &JobDetailView::linkActivated, this,
        [this](const QString& address) { m_services.links.ask(address, window()); });
    connect(m_list, &RowListView::currentRowChanged, this, &JobsPage::select);
    connect(&m_model, &JobListModel::stateChanged, this, &JobsPage::refreshState);
    connect(&m_model, &JobListModel::settledChanged, this, [this] {
        refreshState();
        const bool calm = m_services.sync.status().phase != sync::SyncStatus::Phase::FirstSync;
        if (m_model.isSettled() && calm && isVisible())
            refreshFacets();
        Q_EMIT settledChanged();
    });
    connect(&m_model, &JobListModel::modelReset, this, &JobsPage::restoreSelection);
    connect(&m_model, &JobListModel::rowsInserted, this, &JobsPage::restoreSelection);
    connect(&m_model, &JobListModel::rowsRemoved, this, &JobsPage::refreshState);
    connect(&m_model, &JobListModel::dataChanged, this, [this] {
        // The row that was chosen before its card was read.
        const QModelIndex current = m_list->currentIndex();
        const QString id = current.data(JobListModel::IdRole).toString();
        if (!id.isEmpty() && id != m_detail.id()
            && current.data(JobListModel::RowKeyRole).toLongLong() == m_selectedKey)
            m_detail.show(id);
    });
    connect(m_list, &RowListView::rowPicked, this, [this] { m_userChose = true; });
    connect(&m_detail, &models::JobDetail::changed, this, &JobsPage::settledChanged);
    connect(&m_services.sync, &SyncViewState::changed, this, &JobsPage::refreshState);
    connect(&m_services.vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        if (notice.touches<storage::Job>())
            m_facetsStale = true;
    });
    refreshState();
}

QWidget* JobsPage::makeLeft()
{
    m_left = new Ground(Ground::Kind::Surface, this);
    m_left->setMinimumWidth(kSmallestListWidth);
    m_left->setMaximumWidth(kListWidth);
    m_list = new RowListView(m_left);
    m_list->setObjectName(QStringLiteral("jobList"));
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setModel(&m_model);
    m_state = new StatePanel(m_left);
    m_count = new TintedLabel({}, Type::Caption, Tone::Neutral, TextShape::OneLine, m_left);
    m_count->setContentsMargins(14, 6, 14, 6);
    auto* layout = new QVBoxLayout(m_left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilters(m_left));
    layout->addWidget(new Hairline(m_left));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state, 1);
    layout->addWidget(new Hairline(m_left));
    layout->addWidget(m_count);
    connect(m_state, &StatePanel::actionTriggered, this, [this] {
        if (m_model.state() == JobListModel::State::Failed)
            m_model.reload();
        else if (isFiltered())
            clearFilter();
        else
            m_services.sync.syncNow();
    });
    return m_left;
}

QWidget* JobsPage::makeFilters(QWidget* parent)
{
    auto* filters = new QWidget(parent);
    m_search = new SearchField(tr("Search jobs"), {}, filters);
    m_search->setObjectName(QStringLiteral("jobSearch"));
    m_pay = new FilterChip(tr("Pay"), filters);
    m_pay->setObjectName(QStringLiteral("payFilter"));
    m_category = new FilterChip(tr("Category"), filters);
    m_language = new FilterChip(tr("Language"), filters);
    m_country = new FilterChip(tr("Country"), filters);
    m_closed = new Chip(tr("Closed too"), filters);
    m_closed->setObjectName(QStringLiteral("closedFilter"));
    m_closed->setCheckable(true);
    m_clear = new Button(tr("Clear"), ButtonKind::Link, filters);
    m_clear->setAccessibleName(tr("Clear the search and all filters"));
    auto* chips = new FlowLayout(6, 6);
    for (QWidget* chip :
        std::initializer_list<QWidget*> { m_pay, m_category, m_language, m_country, m_closed, m_clear })
        chips->addWidget(chip);
    auto* layout = new QVBoxLayout(filters);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addLayout(chips);

    connect(m_search, &SearchField::textChanged, this, &JobsPage::applyFilter);
    connect(m_search, &SearchField::navigationKey, this, [this](int key) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(m_list, &press);
    });
    for (FilterChip* chip : { m_pay, m_category, m_language, m_country })
        connect(chip, &FilterChip::chosenChanged, this, &JobsPage::applyFilter);
    connect(m_closed, &Chip::toggled, this, &JobsPage::applyFilter);
    connect(m_clear, &Button::clicked, this, &JobsPage::clearFilter);
    return filters;
}

bool JobsPage::isSettled() const
{
    return m_model.isSettled() && m_detail.state() != models::JobDetail::State::Loading;
}

void JobsPage::activate()
{
    refreshFacets();
    m_list->setFocus();
}

bool JobsPage::isFiltered() const
{
    return !(m_model.filter() == storage::queries::JobFilter {});
}

void JobsPage::applyFilter()
{
    storage::queries::JobFilter filter;
    filter.text = m_search->text();
    filter.paymentTypes = m_pay->chosen();
    filter.categories = m_category->chosen();
    filter.languages = m_language->chosen();
    filter.countries = m_country->chosen();
    filter.withClosed = m_closed->isChecked();
    m_model.setFilter(filter);
    m_clear->setVisible(isFiltered());
}

void JobsPage::clearFilter()
{
    m_search->clear();
    for (FilterChip* chip : { m_pay, m_category, m_language, m_country })
        chip->clear();
    m_closed->setChecked(false);
}

void JobsPage::refreshState()
{
    const int rows = m_model.rowCount();
    const bool loading = m_model.state() == JobListModel::State::Loading;
    m_list->setVisible(rows > 0 || loading);
    m_state->setVisible(rows == 0 && !loading);
    m_clear->setVisible(isFiltered());
    m_count->setContent(rows > 0 ? tr("%n jobs", nullptr, rows) : QString());
    if (rows > 0 || loading)
        return;
    using Phase = sync::SyncStatus::Phase;
    const Phase phase = m_services.sync.status().phase;
    if (m_model.state() == JobListModel::State::Failed)
        m_state->setContent({ QStringLiteral("trouble"), tr("The jobs on this device can't be read"),
            m_model.errorText(), tr("Try again") });
    else if (isFiltered())
        m_state->setContent({ QStringLiteral("search"), tr("No job fits"),
            tr("No job on this device has all of what you asked for. Take a filter away or try another "
               "word."),
            tr("Clear search and filters") });
    else if (phase == Phase::FirstSync || phase == Phase::Connecting || phase == Phase::CatchingUp)
        m_state->setContent({ QStringLiteral("sync"), tr("Jobs are on their way"),
            tr("They appear here as they arrive; you can start reading at once."), {} });
    else if (phase == Phase::Offline)
        m_state->setContent({ QStringLiteral("offline"), tr("No jobs on this device yet"),
            tr("The server can't be reached. Once it can, the whole feed is kept here for reading offline."),
            tr("Try now") });
    else
        m_state->setContent(
            { QStringLiteral("jobs"), tr("No open jobs"), tr("New posts appear here by themselves."), {} });
}

void JobsPage::refreshFacets()
{
    if (!m_facetsStale || m_facetsReading)
        return;
    m_facetsStale = false;
    m_facetsReading = true;
    whenDone(m_services.vault.read(
                 [](storage::ReadSnapshot& snapshot) { return storage::queries::jobFacets(snapshot); }),
        this, [this](const Result<JobFacets>& facets) {
            m_facetsReading = false;
            if (!facets)
                return;
            const models::Formatter& formatter = m_services.formatter;
            const auto values = [&formatter](const std::vector<FacetValue>& found, bool payment) {
                std::vector<FilterChip::Value> shown;
                for (const FacetValue& one : found) {
                    const QString words
                        = payment ? formatter.paymentTypeName(one.value) : models::oneLine(one.value, 48);
                    if (!words.isEmpty())
                        shown.push_back({ one.value, words, formatter.number(one.count) });
                }
                return shown;
            };
            m_pay->setValues(values(facets->paymentTypes, true));
            m_category->setValues(values(facets->categories, false));
            m_language->setValues(values(facets->languages, false));
            m_country->setValues(values(facets->countries, false));
        });
}

void JobsPage::select(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const qint64 key = index.data(JobListModel::RowKeyRole).toLongLong();
    const QString id = index.data(JobListModel::IdRole).toString();
    m_selectedKey = key;
    if (!id.isEmpty())
        m_detail.show(id);
}

// The job that is being read stays chosen when the list changes around it; with none chosen, the first one is
// shown.
void JobsPage::restoreSelection()
{
    refreshState();
    QModelIndex index = m_selectedKey != 0 ? m_model.indexOfKey(m_selectedKey) : QModelIndex();
    if (!index.isValid() && (m_selectedKey == 0 || !m_userChose) && m_model.rowCount() > 0)
        index = m_model.index(0);
    if (!index.isValid())
        return;
    if (m_list->currentIndex() == index && !m_detail.id().isEmpty())
        return;
    const int scroll = m_list->verticalScrollBar()->value();
    m_list->setCurrentIndex(index);
    if (m_detail.id().isEmpty())
        select(index);
    m_list->verticalScrollBar()->setValue(scroll);
}

void JobsPage::openRecord(const RecordAddress& address)
{
    m_userChose = true;
    m_selectedKey = address.row;
    m_detail.show(address.id);
    const QModelIndex index = m_model.indexOfKey(address.row);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        clearFilter();
}

} // namespace ot::ui
