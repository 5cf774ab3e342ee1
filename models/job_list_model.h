// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "models/job_card.h"
#include "storage/queries/job_queries.h"
#include "storage/vault.h"

#include <QAbstractListModel>
#include <QCache>
#include <QTimer>

#include <deque>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ot::models {

// The jobs on this device that pass a filter, newest first: a window over the store. It holds the keys of all
// of them (8 bytes each) and the cards of those that were looked at last; a card that is not there yet is
// fetched with its page, and LoadedRole is false until then.
//
// Follows the store by itself: a commit becomes exact insertions, removals and changes, never a reset. A new
// filter is a reset, with the first screenful in it; only the newest filter's answer is taken, older ones are
// cancelled. GUI thread; the vault must outlive it.
class JobListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        RowKeyRole, // the place in the store's order; qint64
        LoadedRole,
        TitleRole,
        PayRole,
        SublineRole, // company · places · when
        TagsRole,
        ClosedRole,
    };
    enum class State { Loading, Ready, Failed };

    JobListModel(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);
    ~JobListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const storage::queries::JobFilter& filter() const { return m_filter; }
    void setFilter(const storage::queries::JobFilter& filter);
    void setText(const QString& text);

    [[nodiscard]] State state() const { return m_state; }
    // The sentence to show when the state is Failed.
    [[nodiscard]] QString errorText() const { return m_errorText; }
    // True when every key is here and no card is being fetched.
    [[nodiscard]] bool isSettled() const;
    // Asks the store again after a failure.
    void reload();

    // Where a job stands by its place in the store's order; an invalid index when it is not in the list.
    [[nodiscard]] QModelIndex indexOfKey(qint64 rowKey) const;

Q_SIGNALS:
    void stateChanged();
    void settledChanged();

private:
    struct FirstPage {
        std::vector<qint64> rows;
        std::vector<storage::Stored<storage::Job>> jobs;
    };
    struct Patch {
        std::vector<qint64> touched;
        std::vector<qint64> passing;
        std::vector<storage::Stored<storage::Job>> jobs; // of those whose card is held
    };

    void takeNotice(const storage::ChangeNotice& notice);
    void fetchFirstPage();
    void fetchAllKeys();
    void takeFirstPage(const Result<FirstPage>& page);
    void takeAllKeys(const Result<std::vector<qint64>>& rows);
    void fetchPatch();
    void takePatch(const Result<Patch>& patch);
    void fail(const Error& error);
    void setState(State state);

    void removeKeys(const std::vector<qint64>& rows);
    void insertSomeKeys();
    void mergeKeys(const std::vector<qint64>& rows);
    void keep(const std::vector<storage::Stored<storage::Job>>& jobs);

    void want(int row) const;
    void fetchWanted();
    void takeCards(quint64 fetch, const std::vector<qint64>& asked,
        const Result<std::vector<storage::Stored<storage::Job>>>& jobs);
    void announceChanged(const std::vector<qint64>& rows);
    [[nodiscard]] int positionOf(qint64 rowKey) const; // -1 when it is not there
    void noteSettled();

    storage::Vault& m_vault;
    Formatter m_formatter;
    storage::queries::JobFilter m_filter;
    storage::Cancellation m_cancellation; // of the key queries of the present filter
    quint64 m_turn = 0; // counts filters: an answer to an older one is not taken
    State m_state = State::Loading;
    QString m_errorText;

    std::vector<qint64> m_rows; // descending
    mutable QCache<qint64, JobCard> m_cards;
    mutable std::deque<int> m_wantedPages; // newest wish first
    mutable QTimer m_fetchSoon;
    std::unordered_map<qint64, quint64> m_inFlight; // which fetch brings a card
    quint64 m_fetchNumber = 0;
    int m_fetches = 0;

    bool m_querying = false; // keys or a patch are being read; changes wait
    std::unordered_set<qint64> m_touched; // inserted or updated in the store since
    std::vector<qint64> m_patching; // those of them that are being read
    std::vector<qint64> m_toInsert; // passing keys still to be put in place, descending
    bool m_wasSettled = false;
};

} // namespace ot::models
