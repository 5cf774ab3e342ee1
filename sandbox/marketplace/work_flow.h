// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way of handed-in work and its money: milestones, submissions, payouts and invoices move together,
// whether the user or the employer takes the step.
#pragma once

#include "sandbox/store/store_writer.h"

#include <optional>

namespace ot::sandbox {

class WorkFlow {
public:
    /// `account` is whose rows they are.
    WorkFlow(Store& store, StoreWriter& writer, const QString& account)
        : m_store(store)
        , m_writer(writer)
        , m_account(account)
    {
    }

    /// Writes the milestone in that status, with the event.
    void moveMilestone(QJsonObject milestone, const QString& status) const;
    /// The payout of the milestone is REQUESTED: a new one with its invoice as a DRAFT, or the one that is
    /// still under way. Gives its id.
    QString requestPayout(const QJsonObject& milestone, const QJsonObject& contract) const;
    /// The employer approves: the open submission is ACCEPTED, the payout goes on (or is asked for now), its
    /// invoice is OPEN and the milestone PAID.
    void approve(const QJsonObject& milestone) const;
    /// The employer asks for changes: the milestone is to be worked on again, its payout waits.
    void sendBack(const QJsonObject& milestone) const;
    /// The submission's state, with what the employer says.
    void review(QJsonObject submission, const QString& state, const QString& comment) const;
    /// The invoice of that id in that status, where there is one.
    void moveInvoice(const QString& id, const QString& status) const;

    [[nodiscard]] std::optional<QJsonObject> find(const QString& type, const QString& id) const;
    /// The submission that nobody has decided on; milestoneId may be empty.
    [[nodiscard]] std::optional<QJsonObject> openSubmission(
        const QString& contractId, const QString& milestoneId) const;

private:
    [[nodiscard]] std::optional<QJsonObject> openPayout(const QString& milestoneId) const;
    void writeInvoice(const QJsonObject& payout, const QJsonObject& milestone) const;
    [[nodiscard]] QString destination() const;
    void save(const QString& type, QJsonObject object) const;

    Store& m_store;
    StoreWriter& m_writer;
    QString m_account;
};

} // namespace ot::sandbox
