// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything the sandbox knows, in one SQLite file. Each change of a record takes the next number of one
// sequence, which is what a cursor stands for: restarting the server takes no cursor away.
#pragma once

#include "sandbox/clock.h"
#include "sandbox/store/database.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

namespace ot::sandbox {

/// The account of the records that everyone sees (jobs).
inline const QString kEveryone = QStringLiteral("");

struct Record {
    QString account;
    QString type;
    QString id;
    qint64 version = 0;
    qint64 sequence = 0;
    bool removed = false;
    QByteArray object;

    [[nodiscard]] QJsonObject json() const;
    /// As one element of `changes`.
    [[nodiscard]] QByteArray change() const;
};

/// One committed transaction: the head of the feed before and after it, and what changed.
struct Commit {
    qint64 before = 0;
    qint64 after = 0;
    std::vector<Record> changes;
    bool accessEnded = false; // tokens were revoked by it
};

/// A row of the public `updates` feed.
struct Event {
    qint64 id = 0;
    QString type;
    QString createdAt;
    QString resourceId;
    QString jobId;
    QByteArray data;
};

struct Account {
    QString key;
    QString userId;
    QString displayName;
    QString organization {}; // the key of the organization's own account; empty for an individual
    QString role {}; // OWNER, BID_MANAGER, FINANCE or MEMBER there; REMOVED when they no longer belong to it
};

/// The account whose rows are the truth for what this one shares with its organization; itself without one.
[[nodiscard]] const QString& truthAccount(const Account& account);

/// One page of the feed. `changes` is the inside of the JSON array, made from the stored bytes.
struct FeedPage {
    QByteArray changes;
    qint64 count = 0;
    qint64 last = 0;
    bool more = false;
};

struct FeedQuery {
    QString account;
    qint64 after = 0;
    qint64 upTo = 0;
    qint64 limit = 500;
    QStringList types;
    bool liveOnly = false;
};

class Store {
public:
    explicit Store(Clock& clock);

    /// Opens or creates the file; gives the reason when that fails.
    QString open(const QString& path);
    /// Whether the file was written by a sandbox whose records are not ours: it is to be begun anew.
    [[nodiscard]] bool isOfAnotherFormat();
    void close() { m_database.close(); }
    [[nodiscard]] Database& database() { return m_database; }
    [[nodiscard]] Clock& clock() { return m_clock; }

    /// The number of the last change.
    [[nodiscard]] qint64 head() const { return m_head; }
    /// Cursors before this one are no longer kept.
    [[nodiscard]] qint64 floor() const { return m_floor; }
    /// Forgets every cursor handed out so far.
    void expireCursors();
    /// Begins an empty store after that number, so that no cursor of its forerunner is mistaken for one of
    /// its own.
    void beginAfter(qint64 head);

    std::optional<Record> find(const QString& account, const QString& type, const QString& id);
    /// The live records of a type, in no particular order; `parent` narrows them to one conversation or
    /// contract.
    std::vector<Record> list(const QString& account, const QString& type, const QString& parent = {});
    FeedPage feed(const FeedQuery& query);
    /// How many live records a snapshot up to `upTo` holds.
    qint64 countLive(const FeedQuery& query);

    std::optional<QByteArray> findMutation(const QString& account, const QString& mutationId);
    /// Forgets mutations applied before that moment.
    void forgetMutations(qint64 before);
    std::vector<Event> events(const QString& account, qint64 after, const QStringList& types, qint64 limit);

    std::vector<Account> accounts();
    std::optional<Account> account(const QString& key);

    QString meta(const QString& key);
    void setMeta(const QString& key, const QString& value);

    /// Told of each commit, after it is on disk.
    void onCommit(std::function<void(const Commit&)> listener) { m_listener = std::move(listener); }

private:
    friend class StoreWriter;

    void createTables();

    Clock& m_clock;
    Database m_database;
    qint64 m_head = 0;
    qint64 m_floor = 0;
    std::function<void(const Commit&)> m_listener;
};

} // namespace ot::sandbox
