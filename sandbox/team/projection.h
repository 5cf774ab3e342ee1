// SPDX-License-Identifier: GPL-3.0-or-later
//
// How an organization's records reach its members. The rows of the organization's own account are the truth;
// each write of one of them is followed, in the same transaction, by the rows of the members who may see it.
// The rows a member alone has (personal records, reading state) are written by their account's key and are
// left as they are.
#pragma once

#include "sandbox/team/adaptation.h"

#include <vector>

namespace ot::sandbox {

/// Writes single rows, for no one else; the transaction is the caller's.
class RowWriter {
public:
    RowWriter() = default;
    virtual ~RowWriter() = default;
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;

    virtual Record putRow(
        const QString& account, const QString& type, const QString& id, const QJsonObject& object)
        = 0;
    virtual std::optional<Record> removeRow(const QString& account, const QString& type, const QString& id)
        = 0;
    /// The account's role from now on; a former member's tokens end.
    virtual void setRole(const QString& account, const QString& role) = 0;
};

class TeamProjection {
public:
    /// `begun` is when the transaction began, in milliseconds: what was made since is new to everyone.
    TeamProjection(Store& store, RowWriter& rows, qint64 begun);

    /// Where a record that is put under that account belongs. Notes and templates move between their author
    /// and the organization when they are shared; all others stay where they are put.
    QString homeOf(const QString& account, const QString& type, const QJsonObject& object);
    /// After a row was written: brings the members' rows in line with it.
    void follow(const Record& record, const QJsonObject& object);
    /// After a row was removed; `object` is what it held.
    void followRemoval(const Record& record, const QJsonObject& object);
    /// A note or template that its author no longer shares: takes it from everyone but them.
    void withdraw(const QString& account, const QString& type, const QString& id);
    /// The accounts besides `account` that are to be told of an event of its feed.
    std::vector<QString> othersToTell(
        const QString& account, const QString& event, const QString& resourceId);
    /// After the accounts themselves changed.
    void forgetTeams();

private:
    struct Team {
        QString account; // whose rows are the truth
        std::vector<TeamViewer> viewers;
    };

    void learnTeams();
    [[nodiscard]] Team* teamOf(const QString& account);
    [[nodiscard]] TeamLookup lookupIn(const QString& account);
    [[nodiscard]] std::optional<QJsonObject> live(
        const QString& account, const QString& type, const QString& id);
    bool project(
        const TeamViewer& viewer, const QString& truth, const Record& record, const QJsonObject& object);
    void projectAround(const TeamViewer& viewer, const QString& truth, const Record& record,
        const QJsonObject& object, bool visibilityChanged);
    void memberChanged(Team& team, const QJsonObject& member, bool removed);
    void refresh(const TeamViewer& viewer, const QString& truth);
    [[nodiscard]] TeamReading readingOf(
        const TeamViewer& viewer, const Record& record, const QJsonObject& object);

    Store& m_store;
    RowWriter& m_rows;
    qint64 m_begun;
    bool m_known = false;
    std::vector<Team> m_teams;
};

} // namespace ot::sandbox
