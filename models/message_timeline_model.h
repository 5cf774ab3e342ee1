// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "models/message_bubble.h"
#include "storage/queries/message_queries.h"
#include "storage/vault.h"

#include <QAbstractListModel>
#include <QSet>

#include <optional>
#include <vector>

namespace ot::models {

// One conversation, oldest first: a window of its server rows and, at its end, the entries that wait to be
// sent. Opens at the first unread message or at the newest; loads further on both sides as the view asks and
// lets go on the other side, so that a conversation of any length costs the same.
//
// A message that was waiting and is delivered stays the same row. Follows the store by itself with exact
// notices; opening is a reset. GUI thread; the vault must outlive it.
class MessageTimelineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TextRole,
        SenderRole,
        MineRole,
        SystemRole,
        TimeRole, // "14:31"
        DayRole, // the day's title on its first message, else empty
        StartsGroupRole, // first of a run by one sender
        UnreadStartsRole, // the first unread message
        SendStateRole, // SendState
        StatusRole, // "Waiting for connection", "Not sent: …", "edited"
        MutationIdRole,
        AttachmentsRole,
    };
    enum class State { Empty, Loading, Ready, Gone, Failed };

    MessageTimelineModel(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);

    // Opens a conversation, at `row` when one is given (a search hit). What was open stays shown until
    // opened() says that the new one is there. An empty id closes.
    void open(const QString& conversationId, qint64 row = 0);
    [[nodiscard]] QString conversationId() const { return m_id; }
    [[nodiscard]] const std::optional<storage::Conversation>& conversation() const { return m_conversation; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    // True when nothing is being read.
    [[nodiscard]] bool isSettled() const { return !m_reading && !m_loadingSide && m_opening == 0; }

    // Asked for by the view when it comes near an end. Nothing happens at the end or while that side is
    // loading.
    void loadOlder();
    void loadNewer();
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    // Opens the same conversation at its newest message.
    void openNewest();

    // The view says whether it shows the end and stays there: decides which side is let go of when messages
    // arrive.
    void setFollowing(bool following) { m_following = following; }
    // Whether entries go out by themselves now: chooses between "Waiting for connection" and "Sending…".
    void setOnline(bool online);

    [[nodiscard]] const MessageBubble& bubble(int row) const
    {
        return m_bubbles[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] QString dayTitle(int row) const;
    [[nodiscard]] bool startsGroup(int row) const;
    [[nodiscard]] bool startsUnread(int row) const;
    [[nodiscard]] QString status(int row) const;
    [[nodiscard]] QString clockTime(int row) const;
    [[nodiscard]] int indexOfKey(const QString& key) const; // -1 when it is not in the window

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    // A conversation was opened and its first window is there; `row` is the row to show (the first unread, or
    // the one asked for), -1 for the end.
    void opened(int row);
    void conversationChanged();
    void stateChanged();
    void settledChanged();
    // Messages of others came in at the end.
    void arrived(int count);

private:
    using Messages = std::vector<storage::Stored<storage::Message>>;
    struct Opening;
    struct Patch;
    enum class Side { Older, Newer };

    static Result<Opening> readOpening(
        storage::ReadSnapshot& snapshot, const QString& id, qint64 row, bool atNewest);
    static Result<Patch> readPatch(
        storage::ReadSnapshot& snapshot, const QString& id, const std::vector<qint64>& touched);
    void close();
    void startOpening(const QString& conversationId, qint64 row, bool atNewest);
    void takeOpening(const QString& id, const Result<Opening>& opening);
    void load(Side side);
    [[nodiscard]] qint64 edgeRow(Side side) const; // 0 while there are no server rows
    void takeSide(Side side, const Messages& messages);
    void takeNotice(const storage::ChangeNotice& notice);
    void readChanges();
    void takePatch(const Patch& patch);
    void takeMessage(MessageBubble bubble);
    void takeWaiting(const std::vector<storage::OutboxEntry>& entries);
    void removeRow(int row);
    void insertRow(int row, MessageBubble bubble);
    void updateRow(int row, MessageBubble bubble);
    void trim(Side side);
    void announceAround(int row);
    [[nodiscard]] int serverCount() const { return static_cast<int>(m_serverCount); }
    [[nodiscard]] bool isInWindow(qint64 row) const;

    storage::Vault& m_vault;
    Formatter m_formatter;
    QString m_id;
    std::optional<storage::Conversation> m_conversation;
    State m_state = State::Empty;
    QString m_errorText;
    std::vector<MessageBubble> m_bubbles; // server rows by row, then waiting entries by position
    std::size_t m_serverCount = 0;
    std::vector<storage::OutboxEntry> m_waiting; // kept while the window's end is not the newest
    qint64 m_unreadRow = 0; // where "new messages" is drawn; stays while the conversation is open
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    bool m_following = true;
    bool m_online = false;

    quint64 m_turn = 0; // counts openings
    quint64 m_opening = 0; // the opening under way; 0 for none
    QString m_openingId; // its conversation
    bool m_reading = false;
    bool m_loadingSide = false;
    QSet<qint64> m_touched;
    QSet<qint64> m_touchedWhileLoading;
    bool m_stale = false; // something beside rows changed: outbox, conversation
};

} // namespace ot::models
