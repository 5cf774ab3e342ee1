// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/job_list_model.h"

#include "models/display_text.h"
#include "storage/when_done.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>

namespace ot::models {
namespace {

using storage::ChangeNotice;
using storage::Job;
using storage::ReadSnapshot;
using storage::RecordChange;
using storage::Stored;
namespace queries = storage::queries;

constexpr int kPage = 64; // cards fetched at once; more than a tall screen shows
constexpr int kCardsHeld = 768;
constexpr int kFetchesAtOnce = 2;
constexpr std::size_t kWishesKept = 4; // when scrolling fast, pages long passed are not fetched
constexpr int kSliceMilliseconds = 4; // half of what the GUI thread may be held

const QString kSeparator = QStringLiteral(" · ");

bool isIn(const std::vector<qint64>& descending, qint64 key)
{
    return std::binary_search(descending.begin(), descending.end(), key, std::greater<>());
}

} // namespace

JobListModel::JobListModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
    , m_cards(kCardsHeld)
{
    // A view asks for its cards one by one while it paints; they are fetched together after that.
    m_fetchSoon.setSingleShot(true);
    connect(&m_fetchSoon, &QTimer::timeout, this, &JobListModel::fetchWanted);
    connect(&m_vault, &storage::Vault::changed, this, &JobListModel::takeNotice);
    fetchFirstPage();
}

JobListModel::~JobListModel()
{
    m_cancellation.cancel();
}

int JobListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JobListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qint64 key = m_rows[static_cast<std::size_t>(index.row())];
    if (role == RowKeyRole)
        return key;
    const JobCard* card = m_cards.object(key);
    if (!card)
        want(index.row());
    if (role == LoadedRole)
        return card != nullptr;
    if (!card)
        return {};
    switch (role) {
    case IdRole:
        return card->id;
    case Qt::DisplayRole:
    case TitleRole:
        return card->title;
    case PayRole:
        return card->pay;
    case SublineRole: {
        QStringList parts;
        for (const QString& part : { card->company, card->places }) {
            if (!part.isEmpty())
                parts.append(isolated(part));
        }
        if (card->posted)
            parts.append(m_formatter.relativeTime(*card->posted));
        return parts.join(kSeparator);
    }
    case TagsRole:
        return card->tags;
    case ClosedRole:
        return card->closed;
    case Qt::AccessibleTextRole: {
        QStringList parts { card->title, card->pay, data(index, SublineRole).toString(),
            card->tags.join(QStringLiteral(", ")) };
        if (card->closed)
            parts.append(tr("closed"));
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> JobListModel::roleNames() const
{
    return { { IdRole, "id" }, { RowKeyRole, "rowKey" }, { LoadedRole, "loaded" }, { TitleRole, "title" },
        { PayRole, "pay" }, { SublineRole, "subline" }, { TagsRole, "tags" }, { ClosedRole, "closed" } };
}

void JobListModel::setText(const QString& text)
{
    queries::JobFilter filter = m_filter;
    filter.text = text;
    setFilter(filter);
}

void JobListModel::setFilter(const queries::JobFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    fetchFirstPage();
}

void JobListModel::reload()
{
    fetchFirstPage();
}

void JobListModel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void JobListModel::fail(const Error& error)
{
    m_querying = false;
    if (error.code == ErrorCode::Cancelled)
        return;
    m_errorText = error.message;
    setState(State::Failed);
    noteSettled();
}

bool JobListModel::isSettled() const
{
    return !m_querying && m_fetches == 0 && m_wantedPages.empty() && m_toInsert.empty() && m_touched.empty();
}

void JobListModel::noteSettled()
{
    const bool settled = isSettled();
    if (settled == m_wasSettled)
        return;
    m_wasSettled = settled;
    Q_EMIT settledChanged();
}

// ---- Keys ---------------------------------------------------------------------------------------

void JobListModel::fetchFirstPage()
{
    m_cancellation.cancel();
    m_cancellation = storage::Cancellation();
    const quint64 turn = ++m_turn;
    m_querying = true;
    m_toInsert.clear();
    // The answer to what was being read for the old filter is not taken, so those cards may be out of date.
    m_touched.insert(m_patching.cbegin(), m_patching.cend());
    m_patching.clear();
    noteSettled();
    whenDone(m_vault.read(
                 [filter = m_filter](ReadSnapshot& snapshot) -> Result<FirstPage> {
                     Result<std::vector<qint64>> rows = queries::newestJobRows(snapshot, filter, kPage);
                     if (!rows)
                         return rows.error();
                     Result<std::vector<Stored<Job>>> jobs = queries::byRows<Job>(snapshot, *rows);
                     if (!jobs)
                         return jobs.error();
                     return FirstPage { std::move(*rows), std::move(*jobs) };
                 },
                 m_cancellation),
        this, [this, turn](const Result<FirstPage>& page) {
            if (turn == m_turn)
                takeFirstPage(page);
        });
}

void JobListModel::takeFirstPage(const Result<FirstPage>& page)
{
    if (!page)
        return fail(page.error());
    beginResetModel();
    m_rows = page->rows;
    m_wantedPages.clear();
    keep(page->jobs);
    endResetModel();
    if (m_rows.size() < kPage) {
        m_querying = false;
        setState(State::Ready);
        fetchPatch();
        noteSettled();
        return;
    }
    setState(State::Ready);
    fetchAllKeys();
}

void JobListModel::fetchAllKeys()
{
    m_querying = true;
    const quint64 turn = m_turn;
    whenDone(m_vault.read(
                 [filter = m_filter](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, filter); },
                 m_cancellation),
        this, [this, turn](const Result<std::vector<qint64>>& rows) {
            if (turn == m_turn)
                takeAllKeys(rows);
        });
}

void JobListModel::takeAllKeys(const Result<std::vector<qint64>>& rows)
{
    if (!rows)
        return fail(rows.error());
    m_querying = false;
    mergeKeys(*rows);
    fetchPatch();
    noteSettled();
}

// Brings the keys to exactly `rows`. What the first page already shows stays where it is.
void JobListModel::mergeKeys(const std::vector<qint64>& rows)
{
    std::vector<qint64> gone;
    std::set_difference(
        m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), std::back_inserter(gone), std::greater<>());
    removeKeys(gone);
    const bool isPrefix
        = m_rows.size() <= rows.size() && std::equal(m_rows.begin(), m_rows.end(), rows.begin());
    if (isPrefix) {
        if (rows.size() == m_rows.size())
            return;
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
        return;
    }
    m_toInsert.clear();
    std::set_difference(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        std::back_inserter(m_toInsert), std::greater<>());
    insertSomeKeys();
}

int JobListModel::positionOf(qint64 rowKey) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), rowKey, std::greater<>());
    return at != m_rows.end() && *at == rowKey ? static_cast<int>(at - m_rows.begin()) : -1;
}

QModelIndex JobListModel::indexOfKey(qint64 rowKey) const
{
    const int position = positionOf(rowKey);
    return position < 0 ? QModelIndex() : index(position);
}

// ---- Changes ------------------------------------------------------------------------------------

void JobListModel::takeNotice(const ChangeNotice& notice)
{
    std::vector<qint64> removed;
    for (const RecordChange& change : notice.records) {
        if (change.type != storage::recordTypeIndex<Job>())
            continue;
        m_inFlight.erase(change.row); // what is being fetched may be from before this commit
        if (change.kind == RecordChange::Kind::Removed) {
            removed.push_back(change.row);
            m_touched.erase(change.row);
        } else {
            m_touched.insert(change.row);
        }
    }
    if (!removed.empty()) {
        std::sort(removed.begin(), removed.end(), std::greater<>());
        std::erase_if(m_toInsert, [&](qint64 key) { return isIn(removed, key); });
        // Keys that are being read may still hold these: looking at them once more takes them out again.
        if (m_querying) {
            for (const qint64 key : removed)
                m_touched.insert(key);
        }
        removeKeys(removed);
    }
    fetchPatch();
    noteSettled();
}

void JobListModel::fetchPatch()
{
    if (m_querying || !m_toInsert.empty() || m_touched.empty())
        return;
    m_querying = true;
    std::vector<qint64> touched(m_touched.cbegin(), m_touched.cend());
    m_touched.clear();
    m_patching = touched;
    std::vector<qint64> held;
    std::copy_if(touched.begin(), touched.end(), std::back_inserter(held),
        [this](qint64 key) { return m_cards.contains(key); });
    const quint64 turn = m_turn;
    whenDone(m_vault.read(
                 [filter = m_filter, touched, held](ReadSnapshot& snapshot) -> Result<Patch> {
                     Patch patch;
                     patch.touched = touched;
                     Result<std::vector<qint64>> passing = queries::passingJobRows(snapshot, filter, touched);
                     if (!passing)
                         return passing.error();
                     patch.passing = std::move(*passing);
                     Result<std::vector<Stored<Job>>> jobs = queries::byRows<Job>(snapshot, held);
                     if (!jobs)
                         return jobs.error();
                     patch.jobs = std::move(*jobs);
                     return patch;
                 },
                 m_cancellation),
        this, [this, turn](const Result<Patch>& patch) {
            if (turn == m_turn)
                takePatch(patch);
        });
}

void JobListModel::takePatch(const Result<Patch>& patch)
{
    if (!patch)
        return fail(patch.error());
    m_querying = false;
    m_patching.clear();
    keep(patch->jobs);
    std::vector<qint64> leaving;
    std::vector<qint64> changed;
    for (const qint64 key : patch->touched) {
        if (positionOf(key) < 0)
            continue;
        (isIn(patch->passing, key) ? changed : leaving).push_back(key);
    }
    removeKeys(leaving);
    announceChanged(changed);
    m_toInsert.clear();
    std::copy_if(patch->passing.begin(), patch->passing.end(), std::back_inserter(m_toInsert),
        [this](qint64 key) { return positionOf(key) < 0; });
    insertSomeKeys();
}

void JobListModel::removeKeys(const std::vector<qint64>& rows)
{
    std::vector<int> positions;
    for (const qint64 key : rows) {
        m_cards.remove(key);
        if (const int position = positionOf(key); position >= 0)
            positions.push_back(position);
    }
    std::sort(positions.begin(), positions.end(), std::greater<>());
    for (std::size_t i = 0; i < positions.size();) {
        // A run of neighbours goes at once.
        std::size_t end = i + 1;
        while (end < positions.size() && positions[end] == positions[end - 1] - 1)
            ++end;
        const int first = positions[end - 1];
        const int last = positions[i];
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        i = end;
    }
}

// A page of a first sync brings hundreds of keys to as many places; they go in by slices, so that the window
// stays alive.
void JobListModel::insertSomeKeys()
{
    QElapsedTimer timer;
    timer.start();
    std::size_t done = 0;
    while (done < m_toInsert.size() && timer.elapsed() < kSliceMilliseconds) {
        const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), m_toInsert[done], std::greater<>());
        std::size_t end = done + 1;
        while (end < m_toInsert.size() && (at == m_rows.end() || m_toInsert[end] > *at))
            ++end;
        const auto position = at - m_rows.begin();
        const auto count = static_cast<std::ptrdiff_t>(end - done);
        beginInsertRows({}, static_cast<int>(position), static_cast<int>(position + count - 1));
        const auto from = m_toInsert.begin() + static_cast<std::ptrdiff_t>(done);
        m_rows.insert(at, from, from + count);
        endInsertRows();
        done = end;
    }
    m_toInsert.erase(m_toInsert.begin(), m_toInsert.begin() + static_cast<std::ptrdiff_t>(done));
    if (m_toInsert.empty()) {
        fetchPatch();
        noteSettled();
        return;
    }
    QTimer::singleShot(0, this, &JobListModel::insertSomeKeys);
}

void JobListModel::announceChanged(const std::vector<qint64>& rows)
{
    int first = rowCount();
    int last = -1;
    for (const qint64 key : rows) {
        if (const int position = positionOf(key); position >= 0) {
            first = qMin(first, position);
            last = qMax(last, position);
        }
    }
    if (last >= first)
        Q_EMIT dataChanged(index(first), index(last));
}

// ---- Cards --------------------------------------------------------------------------------------

void JobListModel::keep(const std::vector<Stored<Job>>& jobs)
{
    for (const Stored<Job>& stored : jobs)
        m_cards.insert(stored.row, new JobCard(cardOf(stored.record, m_formatter)));
}

void JobListModel::want(int row) const
{
    const int page = row / kPage;
    if (m_inFlight.contains(m_rows[static_cast<std::size_t>(row)]))
        return;
    const auto known = std::find(m_wantedPages.begin(), m_wantedPages.end(), page);
    if (known != m_wantedPages.end())
        m_wantedPages.erase(known);
    m_wantedPages.push_front(page);
    if (m_wantedPages.size() > kWishesKept)
        m_wantedPages.pop_back();
    m_fetchSoon.start();
}

void JobListModel::fetchWanted()
{
    while (m_fetches < kFetchesAtOnce && !m_wantedPages.empty()) {
        const auto from = static_cast<std::size_t>(m_wantedPages.front()) * kPage;
        m_wantedPages.pop_front();
        std::vector<qint64> missing;
        for (std::size_t i = from; i < qMin(from + kPage, m_rows.size()); ++i) {
            if (!m_cards.contains(m_rows[i]) && !m_inFlight.contains(m_rows[i]))
                missing.push_back(m_rows[i]);
        }
        if (missing.empty())
            continue;
        const quint64 fetch = ++m_fetchNumber;
        for (const qint64 key : missing)
            m_inFlight.emplace(key, fetch);
        ++m_fetches;
        whenDone(m_vault.read(
                     [missing](ReadSnapshot& snapshot) { return queries::byRows<Job>(snapshot, missing); }),
            this, [this, fetch, missing](const Result<std::vector<Stored<Job>>>& jobs) {
                takeCards(fetch, missing, jobs);
            });
    }
    noteSettled();
}

void JobListModel::takeCards(
    quint64 fetch, const std::vector<qint64>& asked, const Result<std::vector<Stored<Job>>>& jobs)
{
    --m_fetches;
    if (jobs) {
        // A card whose job has changed meanwhile is not taken; who looks at it asks for it again.
        std::vector<Stored<Job>> current;
        std::copy_if(jobs->begin(), jobs->end(), std::back_inserter(current), [&](const Stored<Job>& job) {
            const auto fetching = m_inFlight.find(job.row);
            return fetching != m_inFlight.end() && fetching->second == fetch;
        });
        keep(current);
    }
    std::erase_if(m_inFlight, [fetch](const auto& one) { return one.second == fetch; });
    if (jobs)
        announceChanged(asked);
    fetchWanted();
}

} // namespace ot::models
