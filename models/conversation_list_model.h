// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "storage/queries/message_queries.h"
#include "storage/vault.h"

#include <QAbstractListModel>

#include <vector>

namespace ot::models {

// Every conversation that passes the filter, the newest activity first, with its last line as the user should
// see it: what waits to be sent and what is being written count. An account has some thousands at most; all
// of them are held, without messages.
//
// Follows the store by itself with exact insertions, moves and changes; a new filter is a reset.
// GUI thread; the vault must outlive it.
class ConversationListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        TitleRole, // the company, "# channel", "OpenTrain support"
        KindRole, // "Job · Red-team review notes"
        LastLineRole,
        LineKindRole, // LineKind: what the last line is
        TimeRole, // "14:31", "Sun", "12 Nov"
        UnreadRole, // qint64
        NeedsReplyRole, // bool
        CanSendRole, // bool
    };
    enum class LineKind { Theirs, Mine, Draft, Waiting, Refused };
    enum class State { Loading, Ready, Failed };
    using Filter = storage::queries::ConversationFilter;

    ConversationListModel(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] Filter filter() const { return m_filter; }
    void setFilter(Filter filter);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isSettled() const { return !m_reading && !m_stale; }
    void reload();

    [[nodiscard]] QModelIndex indexOfId(const QString& id) const;

Q_SIGNALS:
    void stateChanged();
    void settledChanged();

private:
    struct Row {
        QString id;
        QString title;
        QString kind;
        QString line;
        LineKind lineKind = LineKind::Theirs;
        std::optional<storage::UtcTime> time;
        qint64 unread = 0;
        bool needsReply = false;
        bool canSend = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Snapshot;

    static Result<Snapshot> readAll(storage::ReadSnapshot& snapshot, Filter filter);
    [[nodiscard]] Row rowOf(const storage::Conversation& conversation, const Snapshot& snapshot) const;
    void read();
    void take(const Result<Snapshot>& snapshot);
    void bringTo(std::vector<Row> rows);
    [[nodiscard]] int find(const QString& id, int from = 0) const;

    storage::Vault& m_vault;
    Formatter m_formatter;
    Filter m_filter = Filter::All;
    State m_state = State::Loading;
    QString m_errorText;
    std::vector<Row> m_rows;
    quint64 m_turn = 0;
    bool m_reading = false;
    bool m_stale = false; // the store changed while it was being read
    bool m_resetNext = true;
};

// What a conversation is called, and what kind it is, in lists and headers.
[[nodiscard]] QString conversationTitle(const storage::Conversation& conversation);
[[nodiscard]] QString conversationKind(const storage::Conversation& conversation);

} // namespace ot::models
