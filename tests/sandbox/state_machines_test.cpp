// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every value of every state machine is reached by operations and acts alone.
#include "tests/sandbox/operation_support.h"

#include <QSet>
#include <QTest>

namespace ot::test {

class StateMachinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        walkProposals();
        walkWork();
        walkPayouts();
        walkMoneyAround();
        walkPeople();
    }

    void everyValueIsReached_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("values");
        const auto row = [](const char* member, const char* values) {
            QTest::newRow(member) << QString::fromLatin1(member) << QString::fromLatin1(values);
        };
        row("Proposal.status.raw",
            "UNREVIEWED SHORTLISTED MAYBE HIRED DECLINED NOT_A_FIT RESUME_SENT WITHDRAWN");
        row("Interview.state", "NEEDED IN_PROGRESS COMPLETED EXPIRED");
        row("Contract.status", "active ended");
        row("Contract.budget.state", "OK LOW DEPLETED");
        row("Milestone.status", "NOT_FUNDED ACTIVE_FUNDED PENDING_APPROVAL PAID DISPUTED");
        row("Submission.state", "SUBMITTED IN_REVIEW ACCEPTED CHANGES_REQUESTED REJECTED");
        row("Payout.status", "REQUESTED APPROVED PENDING_PAYOUT IN_TRANSIT PAID HELD FAILED RETURNED");
        row("Invoice.status", "DRAFT OPEN PAID VOID");
        row("PayoutMethod.status", "ACTIVE NEEDS_ACTION DISABLED");
        row("TaxForm.status", "NEEDED SUBMITTED ACCEPTED REJECTED EXPIRED");
        row("Attachment.access", "AVAILABLE REVOKED EXPIRED");
        row("CalendarEvent.status", "CONFIRMED TENTATIVE CANCELLED");
        row("CalendarEvent.response", "NEEDS_ACTION ACCEPTED DECLINED TENTATIVE");
        row("Review.direction", "RECEIVED GIVEN");
        row("Review.visibility", "PUBLIC PRIVATE");
        row("SupportTicket.status", "OPEN WAITING_ON_YOU SOLVED CLOSED");
        row("Reference.status", "PENDING CONFIRMED DECLINED REMOVED");
        row("TeamMember.status", "ACTIVE INVITED REMOVED");
        row("SavedSearch.notify", "NONE INSTANT DAILY");
        row("Conversation.cannotSendReason", "employer_first_message_required conversation_closed");
        row("Notification.kind",
            "message proposal_status contract_created milestone_status payout_status instructions_changed "
            "interview_needed");
    }

    void everyValueIsReached()
    {
        QFETCH(QString, member);
        QFETCH(QString, values);
        for (const QString& value : values.split(QLatin1Char(' ')))
            QVERIFY2(m_seen[member].contains(value), qUtf8Printable(member + QLatin1Char(' ') + value));
    }

private:
    /// Remembers the states of what an act or an operation has written since.
    void watch(ApiClient& api)
    {
        for (const QJsonObject& change : api.readFeed(m_cursor)) {
            const QString type = change[QLatin1String("type")].toString();
            const QJsonObject object = change[QLatin1String("object")].toObject();
            for (const char* name : { "status", "state", "response", "direction", "visibility", "notify",
                     "cannotSendReason", "kind", "access" })
                m_seen[type + QLatin1Char('.') + QLatin1String(name)].insert(
                    object[QLatin1String(name)].toString());
            m_seen[type + QStringLiteral(".status.raw")].insert(
                object[QLatin1String("status")][QLatin1String("raw")].toString());
            m_seen[type + QStringLiteral(".budget.state")].insert(
                object[QLatin1String("budget")][QLatin1String("state")].toString());
        }
    }

    QString act(const char* name, const QString& id = {})
    {
        const QString changed = m_bench.act(QLatin1String(name), id);
        if (changed.isEmpty())
            qWarning("%s found nothing to do", name);
        watch(m_bench.api());
        return changed;
    }

    QJsonObject apply(const char* operation, const QString& id, const QJsonObject& args)
    {
        const QJsonObject object = m_bench.apply(QLatin1String(operation), id, args);
        watch(m_bench.api());
        return object;
    }

    static QString idOf(const QJsonObject& object) { return object[QLatin1String("id")].toString(); }

    /// Nothing of what the marketplace began with counts.
    void begin()
    {
        m_cursor.clear();
        m_bench.api().readFeed(m_cursor);
    }

    QString propose(bool expert = false)
    {
        return idOf(apply("Proposal.create", {}, m_bench.proposalArgs(expert)));
    }

    void walkProposals()
    {
        begin();
        for (const char* end : { "declineProposal", "dismissProposal" })
            act(end, propose());
        const QString proposal = propose(true);
        for (const char* step : { "viewProposal", "receiveResume", "considerProposal", "advanceInterview",
                 "advanceInterview", "shortlistProposal", "hire" })
            act(step, proposal);
        act("expireInterview", propose(true));
        apply("Proposal.withdraw", propose(), {});
    }

    void walkWork()
    {
        const QJsonObject milestone = m_bench.fundedMilestone();
        const QString contract = milestone[QLatin1String("contractId")].toString();
        const auto submit
            = [&] { return idOf(apply("Submission.create", {}, OperationBench::submissionArgs(milestone))); };
        act("requestChanges", submit());
        act("rejectSubmission", submit());
        act("settleDispute", idOf(milestone));
        act("disputeMilestone", idOf(milestone));
        act("settleDispute", idOf(milestone));
        act("approveMilestone", idOf(milestone));
        for (int i = 0; i < 10; ++i)
            act("useBudget", contract);
        act("publishInstructions");
        act("writeMessage");
        walkCalendar(contract);
        for (const char* file : { "a_one", "a_two" })
            m_bench.put(QStringLiteral("Attachment"), QLatin1String(file),
                { { QStringLiteral("contractId"), contract }, { QStringLiteral("confidential"), true },
                    { QStringLiteral("access"), QStringLiteral("AVAILABLE") } });
        watch(m_bench.api());
        act("expireAttachment", QStringLiteral("a_one"));
        act("endContract", contract);
        const QJsonObject review { { QStringLiteral("contractId"), contract },
            { QStringLiteral("rating"), 5 }, { QStringLiteral("comment"), QStringLiteral("Good.") },
            { QStringLiteral("visibility"), QStringLiteral("PRIVATE") } };
        apply("Review.create", {}, review);
        apply("Review.reply", act("writeReview", contract),
            { { QStringLiteral("reply"), QStringLiteral("Thank you.") } });
    }

    void walkCalendar(const QString& contract)
    {
        const QString event = act("proposeMeeting", contract);
        for (const char* answer : { "TENTATIVE", "DECLINED", "ACCEPTED" })
            apply("CalendarEvent.respond", event, { { QStringLiteral("response"), QLatin1String(answer) } });
        for (const char* step : { "confirmMeeting", "moveMeeting", "cancelMeeting" })
            act(step, event);
    }

    void walkPayouts()
    {
        const QJsonObject milestone = m_bench.fundedMilestone();
        const QString submission
            = idOf(apply("Submission.create", {}, OperationBench::submissionArgs(milestone)));
        act("reviewSubmission", submission);
        act("acceptSubmission", submission);
        const QString payout = idOf(m_bench.first(QStringLiteral("Payout"), [&](const QJsonObject& p) {
            return p[QLatin1String("milestoneId")] == milestone[QLatin1String("id")];
        }));
        for (const char* step :
            { "advancePayout", "holdPayout", "advancePayout", "failPayout", "advancePayout", "advancePayout",
                "returnPayout", "advancePayout", "advancePayout", "advancePayout" })
            act(step, payout);
        const QJsonObject other = m_bench.fundedMilestone();
        apply("Submission.create", {}, OperationBench::submissionArgs(other));
        act("voidInvoice", idOf(m_bench.first(QStringLiteral("Invoice"), [](const QJsonObject& invoice) {
            return invoice[QLatin1String("status")] == QLatin1String("DRAFT");
        })));
    }

    void walkMoneyAround()
    {
        const QString method = act("addPayoutMethod");
        for (const char* step : { "questionPayoutMethod", "verifyPayoutMethod", "disablePayoutMethod" })
            act(step, method);
        const QString form = act("requestTaxForm");
        for (const char* step :
            { "advanceTaxForm", "rejectTaxForm", "advanceTaxForm", "advanceTaxForm", "expireTaxForm" })
            act(step, form);
    }

    void walkPeople()
    {
        const auto ask = [this] {
            return idOf(apply("SupportTicket.create", {},
                { { QStringLiteral("subject"), QStringLiteral("A question") },
                    { QStringLiteral("category"), QStringLiteral("other") },
                    { QStringLiteral("text"), QStringLiteral("How?") } }));
        };
        const QString ticket = ask();
        for (const char* step : { "answerTicket", "solveTicket", "closeTicket" })
            act(step, ticket);
        const auto refer = [this] {
            return idOf(apply("Reference.create", {},
                { { QStringLiteral("kind"), QStringLiteral("REFERENCE") },
                    { QStringLiteral("name"), QStringLiteral("Ana Vidal") },
                    { QStringLiteral("email"), QStringLiteral("ana@example.test") },
                    { QStringLiteral("relation"), QStringLiteral("Editor") },
                    { QStringLiteral("permissionConfirmed"), true } }));
        };
        const QString reference = refer();
        act("confirmReference", reference);
        act("withdrawReference", reference);
        act("declineReference", refer());
        for (const char* notify : { "NONE", "INSTANT", "DAILY" })
            apply("SavedSearch.create", {},
                { { QStringLiteral("name"), QStringLiteral("Spanish") },
                    { QStringLiteral("notify"), QLatin1String(notify) } });
        act("matchSavedSearch");
        walkTeam();
    }

    void walkTeam()
    {
        OperationBench vendor(QStringLiteral("vendor"));
        m_cursor.clear();
        vendor.api().readFeed(m_cursor);
        const auto invite = [&vendor](const char* email) {
            return idOf(vendor.apply(QStringLiteral("TeamMember.create"), {},
                { { QStringLiteral("email"), QLatin1String(email) },
                    { QStringLiteral("role"), QStringLiteral("MEMBER") } }));
        };
        const QString member = invite("eva.new@example.test");
        watch(vendor.api());
        vendor.act(QStringLiteral("acceptInvitation"), member);
        watch(vendor.api());
        vendor.apply(QStringLiteral("TeamMember.delete"), member, {});
        vendor.act(QStringLiteral("declineInvitation"), invite("nils.new@example.test"));
        watch(vendor.api());
    }

    OperationBench m_bench;
    QString m_cursor;
    QHash<QString, QSet<QString>> m_seen;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::StateMachinesTest)
#include "state_machines_test.moc"
