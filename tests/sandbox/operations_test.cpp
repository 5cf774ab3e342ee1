// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each operation does and what follows from it, and why it is refused.
#include "tests/sandbox/operation_support.h"

#include <QTest>

namespace ot::test {

class OperationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<OperationBench>(); }

    void messageIsCorrectedReactedToAndTakenBack()
    {
        const QString message = write(QStringLiteral("On it."));
        const QString conversation = record("Message", message)[QLatin1String("conversationId")].toString();
        QJsonObject object
            = apply("Message.update", message, { { QStringLiteral("content"), QStringLiteral(" Done. ") } });
        QCOMPARE(object[QLatin1String("content")].toString(), QStringLiteral("Done."));
        QVERIFY(object[QLatin1String("editedAt")].isString());
        QCOMPARE(record("Conversation", conversation)[QLatin1String("lastMessage")][QLatin1String("content")]
                     .toString(),
            QStringLiteral("Done."));

        const QJsonObject thumb { { QStringLiteral("reaction"), QStringLiteral("👍") },
            { QStringLiteral("on"), true } };
        object = apply("Message.react", message, thumb);
        QCOMPARE(object[QLatin1String("reactionCount")].toInt(), 1);
        QVERIFY(object[QLatin1String("reactions")][0][QLatin1String("mine")].toBool());
        QCOMPARE(apply("Message.react", message, thumb)[QLatin1String("reactionCount")].toInt(), 1);
        object = apply("Message.react", message,
            { { QStringLiteral("reaction"), QStringLiteral("👍") }, { QStringLiteral("on"), false } });
        QVERIFY(object[QLatin1String("reactions")].toArray().isEmpty());
        QCOMPARE(
            reason("Message.react", message,
                { { QStringLiteral("reaction"), QStringLiteral("ok") }, { QStringLiteral("on"), true } }),
            QStringLiteral("BAD_REQUEST"));

        QCOMPARE(m_bench
                     ->send(QStringLiteral("Message.delete"), message,
                         {})[QLatin1String("change")][QLatin1String("op")]
                     .toString(),
            QStringLiteral("remove"));
        QVERIFY(record("Message", message).isEmpty());
        QVERIFY(
            record("Conversation", conversation)[QLatin1String("lastMessage")][QLatin1String("id")].toString()
            != message);
        QCOMPARE(reason("Message.update", message, { { QStringLiteral("content"), QStringLiteral("x") } }),
            QStringLiteral("message_deleted"));
    }

    void messageOfOthersOrOfYesterdayStays()
    {
        const QString own = write(QStringLiteral("Mine."));
        const QString theirs = m_bench->act(QStringLiteral("writeMessage"));
        const QJsonObject content { { QStringLiteral("content"), QStringLiteral("x") } };
        QCOMPARE(reason("Message.update", theirs, content), QStringLiteral("not_own"));
        QCOMPARE(reason("Message.delete", theirs, {}), QStringLiteral("not_own"));
        m_bench->api().control({ { QStringLiteral("command"), QStringLiteral("skewClock") },
            { QStringLiteral("seconds"), 90'000 } });
        QCOMPARE(reason("Message.update", own, content), QStringLiteral("too_late"));
    }

    void fileThatNobodyHasIsMissing()
    {
        const QJsonObject file { { QStringLiteral("sha256"), QString(64, u'a') },
            { QStringLiteral("fileName"), QStringLiteral("a.txt") },
            { QStringLiteral("mediaType"), QStringLiteral("text/plain") } };
        const QJsonObject args { { QStringLiteral("conversationId"), openConversation() },
            { QStringLiteral("content"), QString() },
            { QStringLiteral("attachments"), QJsonArray { file } } };
        QCOMPARE(reason("Message.create", {}, args), QStringLiteral("attachment_missing"));
    }

    void readConversationHasNothingUnread()
    {
        const QString message = m_bench->act(QStringLiteral("writeMessage"));
        const QString conversation = record("Message", message)[QLatin1String("conversationId")].toString();
        QVERIFY(record("Conversation", conversation)[QLatin1String("unreadCount")].toInt() > 0);
        const QJsonObject read
            = apply("Conversation.markRead", conversation, { { QStringLiteral("upToMessageId"), message } });
        QCOMPARE(read[QLatin1String("unreadCount")].toInt(-1), 0);
        QVERIFY(!record("Message", message)[QLatin1String("hasUnreadFlag")].toBool(true));
        QCOMPARE(reason("Conversation.markRead", conversation,
                     { { QStringLiteral("upToMessageId"), QStringLiteral("m_none") } }),
            QStringLiteral("NOT_FOUND"));
        QVERIFY(apply("Conversation.update", conversation,
            { { QStringLiteral("muted"), true } })[QLatin1String("muted")]
                    .toBool());
        QCOMPARE(reason("Conversation.update", conversation, {}), QStringLiteral("BAD_REQUEST"));
    }

    void proposalBringsItsConversationAndInterview()
    {
        const QJsonObject args = m_bench->proposalArgs(true);
        const QJsonObject proposal = apply("Proposal.create", {}, args);
        const QString id = proposal[QLatin1String("id")].toString();
        QCOMPARE(
            proposal[QLatin1String("status")][QLatin1String("raw")].toString(), QStringLiteral("UNREVIEWED"));
        const QString conversation = proposal[QLatin1String("conversationId")].toString();
        QCOMPARE(record("Conversation", conversation)[QLatin1String("cannotSendReason")].toString(),
            QStringLiteral("employer_first_message_required"));
        const QJsonObject interview = m_bench->first(QStringLiteral("Interview"),
            [&id](const QJsonObject& i) { return i[QLatin1String("proposalId")] == id; });
        QCOMPARE(interview[QLatin1String("state")].toString(), QStringLiteral("NEEDED"));
        m_bench->act(QStringLiteral("advanceInterview"), id);
        m_bench->act(QStringLiteral("advanceInterview"), id);
        const QJsonObject done = record("Interview", interview[QLatin1String("id")].toString());
        QCOMPARE(done[QLatin1String("state")].toString(), QStringLiteral("COMPLETED"));
        QCOMPARE(done[QLatin1String("score")],
            record("Proposal", id)[QLatin1String("interview")][QLatin1String("score")]);

        QCOMPARE(reason("Proposal.create", {}, args), QStringLiteral("already_proposed"));
        QJsonObject bid = args[QLatin1String("bid")].toObject();
        bid.insert(QStringLiteral("amountMicros"), 0);
        QCOMPARE(reason("Proposal.update", id, { { QStringLiteral("bid"), bid } }),
            QStringLiteral("bid_out_of_bounds"));
        QCOMPARE(reason("Proposal.update", id, { { QStringLiteral("coverText"), QStringLiteral(" ") } }),
            QStringLiteral("cover_text_required"));
        QCOMPARE(
            apply("Proposal.update", id,
                { { QStringLiteral("coverText"), QStringLiteral("Better.") } })[QLatin1String("coverText")]
                .toString(),
            QStringLiteral("Better."));
        m_bench->act(QStringLiteral("shortlistProposal"), id);
        QCOMPARE(reason("Proposal.update", id, { { QStringLiteral("coverText"), QStringLiteral("Late.") } }),
            QStringLiteral("not_editable"));
        QCOMPARE(apply("Proposal.withdraw", id,
                     { { QStringLiteral("reason"),
                         QStringLiteral("Other work.") } })[QLatin1String("status")][QLatin1String("raw")]
                     .toString(),
            QStringLiteral("WITHDRAWN"));
        QCOMPARE(record("Conversation", conversation)[QLatin1String("cannotSendReason")].toString(),
            QStringLiteral("conversation_closed"));
        QCOMPARE(reason("Proposal.withdraw", id, {}), QStringLiteral("not_withdrawable"));
    }

    void closedJobTakesNoProposal()
    {
        const QJsonObject args = m_bench->proposalArgs(false);
        m_bench->act(QStringLiteral("closeJob"), args[QLatin1String("jobId")].toString());
        QCOMPARE(reason("Proposal.create", {}, args), QStringLiteral("job_closed"));
        QCOMPARE(
            reason("Job.save", args[QLatin1String("jobId")].toString(), {}), QStringLiteral("job_closed"));
    }

    void allThatDoesNotFitIsToldAtOnce()
    {
        const QJsonObject result = m_bench->send(QStringLiteral("Proposal.create"), {},
            { { QStringLiteral("jobId"), 1 }, { QStringLiteral("coverText"), QString(5'001, u'x') },
                { QStringLiteral("bid"),
                    QJsonObject { { QStringLiteral("amountMicros"), 1.5 },
                        { QStringLiteral("currency"), QStringLiteral("usd") } } },
                { QStringLiteral("screeningAnswers"), QJsonArray { 1 } }, { QStringLiteral("colour"), 1 } });
        QStringList paths;
        for (const QJsonValue& issue : result[QLatin1String("details")][QLatin1String("issues")].toArray())
            paths.append(issue[QLatin1String("path")].toString());
        QCOMPARE(paths.join(QLatin1Char(' ')),
            QStringLiteral("args.jobId args.coverText args.bid.amountMicros args.bid.currency args.bid.unit "
                           "args.screeningAnswers.0 args.colour"));
    }

    void handedInWorkMovesItsMilestonePayoutAndInvoice()
    {
        const QJsonObject milestone = m_bench->fundedMilestone();
        const QString id = milestone[QLatin1String("id")].toString();
        const QJsonObject args = OperationBench::submissionArgs(milestone);
        const QJsonObject submission = apply("Submission.create", {}, args);
        QVERIFY(submission[QLatin1String("mutationId")].isString());
        QCOMPARE(
            record("Milestone", id)[QLatin1String("status")].toString(), QStringLiteral("PENDING_APPROVAL"));
        const auto ofMilestone
            = [&id](const QJsonObject& p) { return p[QLatin1String("milestoneId")] == id; };
        const QString payout
            = m_bench->first(QStringLiteral("Payout"), ofMilestone)[QLatin1String("id")].toString();
        QCOMPARE(record("Payout", payout)[QLatin1String("status")].toString(), QStringLiteral("REQUESTED"));
        QCOMPARE(reason("Submission.create", {}, args), QStringLiteral("already_submitted"));

        m_bench->act(QStringLiteral("requestChanges"), submission[QLatin1String("id")].toString());
        QCOMPARE(
            record("Milestone", id)[QLatin1String("status")].toString(), QStringLiteral("ACTIVE_FUNDED"));
        QCOMPARE(record("Payout", payout)[QLatin1String("status")].toString(), QStringLiteral("HELD"));
        const QString second = apply("Submission.create", {}, args)[QLatin1String("id")].toString();
        QCOMPARE(record("Payout", payout)[QLatin1String("status")].toString(), QStringLiteral("REQUESTED"));
        m_bench->act(QStringLiteral("approveMilestone"), id);
        QCOMPARE(record("Submission", second)[QLatin1String("state")].toString(), QStringLiteral("ACCEPTED"));
        QCOMPARE(record("Payout", payout)[QLatin1String("status")].toString(), QStringLiteral("APPROVED"));
        const QString invoice = record("Payout", payout)[QLatin1String("invoiceId")].toString();
        QCOMPARE(record("Invoice", invoice)[QLatin1String("status")].toString(), QStringLiteral("OPEN"));
        QCOMPARE(record("Milestone", id)[QLatin1String("status")].toString(), QStringLiteral("PAID"));
        m_bench->act(QStringLiteral("endContract"), milestone[QLatin1String("contractId")].toString());
        QCOMPARE(reason("Submission.create", {}, args), QStringLiteral("contract_ended"));
    }

    void onlyTheNewestInstructionsAreConfirmed()
    {
        const QString id = m_bench->first(QStringLiteral("InstructionPage"))[QLatin1String("id")].toString();
        const QJsonObject args = m_bench->acknowledgementArgs(id);
        QCOMPARE(
            apply("Acknowledgement.create", {}, args)[QLatin1String("instructionPageId")].toString(), id);
        QJsonObject other = args;
        other.insert(QStringLiteral("contentHash"), QString(64, u'0'));
        QCOMPARE(reason("Acknowledgement.create", {}, other), QStringLiteral("content_hash_mismatch"));
        m_bench->act(QStringLiteral("publishInstructions"), id);
        QCOMPARE(reason("Acknowledgement.create", {}, args), QStringLiteral("version_outdated"));
    }

    void onlyOnePayoutMethodIsTheDefault()
    {
        const QString first = m_bench->act(QStringLiteral("addPayoutMethod"));
        const QString second = m_bench->act(QStringLiteral("addPayoutMethod"));
        for (const QString& id : { first, second }) {
            QVERIFY(apply("PayoutMethod.makeDefault", id, {})[QLatin1String("isDefault")].toBool());
            QVERIFY(
                !record("PayoutMethod", id == first ? second : first)[QLatin1String("isDefault")].toBool());
        }
        m_bench->act(QStringLiteral("disablePayoutMethod"), first);
        QCOMPARE(reason("PayoutMethod.makeDefault", first, {}), QStringLiteral("method_not_active"));
    }

    void savedThingsAreKeptChangedAndForgotten()
    {
        const QString job = m_bench->proposalArgs(false)[QLatin1String("jobId")].toString();
        QCOMPARE(apply("Job.save", job,
                     { { QStringLiteral("note"), QStringLiteral("Ask.") } })[QLatin1String("note")]
                     .toString(),
            QStringLiteral("Ask."));
        QCOMPARE(apply("Job.save", job, {})[QLatin1String("note")], QJsonValue());
        m_bench->send(QStringLiteral("Job.unsave"), job, {});
        QVERIFY(record("SavedJob", job).isEmpty());
        QCOMPARE(reason("Job.unsave", job, {}), QStringLiteral("NOT_FOUND"));
        const QJsonObject filters { { QStringLiteral("anything"), QJsonArray { 1, QStringLiteral("x") } } };
        const QString search = apply("SavedSearch.create", {},
            { { QStringLiteral("name"), QStringLiteral("Speech") },
                { QStringLiteral("filters"), filters } })[QLatin1String("id")]
                                   .toString();
        QCOMPARE(record("SavedSearch", search)[QLatin1String("filters")].toObject(), filters);
        QCOMPARE(apply("SavedSearch.update", search,
                     { { QStringLiteral("notify"), QStringLiteral("DAILY") } })[QLatin1String("notify")]
                     .toString(),
            QStringLiteral("DAILY"));
        m_bench->send(QStringLiteral("SavedSearch.delete"), search, {});
        QVERIFY(record("SavedSearch", search).isEmpty());
        const QJsonObject draft { { QStringLiteral("name"), QStringLiteral("Short") },
            { QStringLiteral("body"), QStringLiteral("Hello") } };
        const QString text = apply("ProposalTemplate.create", {}, draft)[QLatin1String("id")].toString();
        QCOMPARE(reason("ProposalTemplate.update", text, { { QStringLiteral("shared"), true } }),
            QStringLiteral("not_in_an_organization"));
        QCOMPARE(apply("ProposalTemplate.update", text,
                     { { QStringLiteral("body"), QStringLiteral("Dear") } })[QLatin1String("body")]
                     .toString(),
            QStringLiteral("Dear"));
        m_bench->send(QStringLiteral("ProposalTemplate.delete"), text, {});
        QVERIFY(record("ProposalTemplate", text).isEmpty());
    }

    void notesBelongToTheirAuthor()
    {
        const QJsonObject args { { QStringLiteral("subjectType"), QStringLiteral("Contract") },
            { QStringLiteral("subjectId"), m_bench->first(QStringLiteral("Contract"))[QLatin1String("id")] },
            { QStringLiteral("text"), QStringLiteral("Ask Lena.") } };
        QJsonObject team = args;
        team.insert(QStringLiteral("visibility"), QStringLiteral("TEAM"));
        QCOMPARE(reason("Note.create", {}, team), QStringLiteral("not_in_an_organization"));
        QJsonObject nothing = args;
        nothing.insert(QStringLiteral("subjectId"), QStringLiteral("ct_none"));
        QCOMPARE(reason("Note.create", {}, nothing), QStringLiteral("subject_missing"));
        const QString note = apply("Note.create", {}, args)[QLatin1String("id")].toString();
        m_bench->put(
            QStringLiteral("Note"), note, { { QStringLiteral("authorUserId"), QStringLiteral("u_other") } });
        QCOMPARE(reason("Note.update", note, { { QStringLiteral("text"), QStringLiteral("x") } }),
            QStringLiteral("not_own"));
        QCOMPARE(reason("Note.delete", note, {}), QStringLiteral("not_own"));
    }

    void profileAndAccountChangeWhatIsNamed()
    {
        const QJsonObject before = m_bench->first(QStringLiteral("Profile"));
        const QString id = before[QLatin1String("id")].toString();
        const QJsonObject after = apply("Profile.update", id,
            { { QStringLiteral("city"), QStringLiteral("Segovia") },
                { QStringLiteral("skills"),
                    QJsonObject {
                        { QStringLiteral("software"), QJsonArray { QStringLiteral("CVAT") } } } } });
        QCOMPARE(after[QLatin1String("city")].toString(), QStringLiteral("Segovia"));
        QCOMPARE(after[QLatin1String("bio")], before[QLatin1String("bio")]);
        QCOMPARE(after[QLatin1String("skills")][QLatin1String("tags")],
            before[QLatin1String("skills")][QLatin1String("tags")]);
        QCOMPARE(reason("Profile.update", id, { { QStringLiteral("identityVerified"), true } }),
            QStringLiteral("BAD_REQUEST"));
        QCOMPARE(apply("Account.update", id,
                     { { QStringLiteral("timeZone"),
                         QStringLiteral("Europe/Lisbon") } })[QLatin1String("timeZone")]
                     .toString(),
            QStringLiteral("Europe/Lisbon"));
        QCOMPARE(
            reason("Account.update", id, { { QStringLiteral("timeZone"), QStringLiteral("Mars/Olympus") } }),
            QStringLiteral("BAD_REQUEST"));
    }

    void referencesNeedPermissionAndKeepNoAddress()
    {
        QJsonObject args { { QStringLiteral("kind"), QStringLiteral("REFERENCE") },
            { QStringLiteral("name"), QStringLiteral("Ana") },
            { QStringLiteral("email"), QStringLiteral("ana@example.test") },
            { QStringLiteral("relation"), QString() }, { QStringLiteral("permissionConfirmed"), false } };
        QCOMPARE(reason("Reference.create", {}, args), QStringLiteral("permission_required"));
        args.insert(QStringLiteral("permissionConfirmed"), true);
        const QJsonObject reference = apply("Reference.create", {}, args);
        QCOMPARE(reference[QLatin1String("emailMasked")].toString(), QStringLiteral("a…@example.test"));
        QVERIFY(!QJsonDocument(reference).toJson().contains("ana@"));
        const QString id = reference[QLatin1String("id")].toString();
        m_bench->send(QStringLiteral("Reference.delete"), id, {});
        QVERIFY(record("Reference", id).isEmpty());
    }

    void ticketsGoToAndFro()
    {
        const QString id = apply("SupportTicket.create", {},
            { { QStringLiteral("subject"), QStringLiteral("Held") },
                { QStringLiteral("category"), QStringLiteral("payment") },
                { QStringLiteral("text"), QStringLiteral("Why?") } })[QLatin1String("id")]
                               .toString();
        const QJsonObject rating { { QStringLiteral("rating"), 5 } };
        const QJsonObject text { { QStringLiteral("text"), QStringLiteral("Here.") } };
        QCOMPARE(reason("SupportTicket.rate", id, rating), QStringLiteral("ticket_open"));
        m_bench->act(QStringLiteral("solveTicket"), id);
        QCOMPARE(apply("SupportTicket.reply", id, text)[QLatin1String("status")].toString(),
            QStringLiteral("OPEN"));
        QCOMPARE(apply("SupportTicket.close", id, {})[QLatin1String("messages")].toArray().size(), 3);
        QCOMPARE(reason("SupportTicket.reply", id, text), QStringLiteral("ticket_closed"));
        QCOMPARE(reason("SupportTicket.close", id, {}), QStringLiteral("ticket_closed"));
        QCOMPARE(
            apply("SupportTicket.rate", id, rating)[QLatin1String("survey")][QLatin1String("rating")].toInt(),
            5);
    }

    void reviewsAreWrittenAndAnsweredOnce()
    {
        const QString contract = m_bench
                                     ->first(QStringLiteral("Contract"),
                                         [](const QJsonObject& c) {
                                             return c[QLatin1String("status")] == QLatin1String("active");
                                         })[QLatin1String("id")]
                                     .toString();
        const QJsonObject args { { QStringLiteral("contractId"), contract }, { QStringLiteral("rating"), 4 },
            { QStringLiteral("comment"), QStringLiteral("Clear.") },
            { QStringLiteral("visibility"), QStringLiteral("PUBLIC") } };
        QCOMPARE(reason("Review.create", {}, args), QStringLiteral("contract_running"));
        m_bench->act(QStringLiteral("endContract"), contract);
        const QString given = apply("Review.create", {}, args)[QLatin1String("id")].toString();
        QCOMPARE(reason("Review.create", {}, args), QStringLiteral("already_reviewed"));
        const QJsonObject reply { { QStringLiteral("reply"), QStringLiteral("Thanks.") } };
        QCOMPARE(reason("Review.reply", given, reply), QStringLiteral("not_received"));
        const QString received = m_bench->act(QStringLiteral("writeReview"), contract);
        QCOMPARE(apply("Review.reply", received, reply)[QLatin1String("reply")].toString(),
            QStringLiteral("Thanks."));
        QCOMPARE(reason("Review.reply", received, reply), QStringLiteral("already_replied"));
    }

    void meetingsAndNoticesAreAnswered()
    {
        const QString event = m_bench->act(QStringLiteral("proposeMeeting"));
        const QJsonObject yes { { QStringLiteral("response"), QStringLiteral("ACCEPTED") } };
        QCOMPARE(apply("CalendarEvent.respond", event, yes)[QLatin1String("response")].toString(),
            QStringLiteral("ACCEPTED"));
        m_bench->act(QStringLiteral("cancelMeeting"), event);
        QCOMPARE(reason("CalendarEvent.respond", event, yes), QStringLiteral("event_cancelled"));
        m_bench->act(QStringLiteral("publishInstructions"));
        const QString notice = m_bench
                                   ->first(QStringLiteral("Notification"),
                                       [](const QJsonObject& n) {
                                           return n[QLatin1String("readAt")].isNull();
                                       })[QLatin1String("id")]
                                   .toString();
        const QJsonValue read = apply("Notification.markRead", notice, {})[QLatin1String("readAt")];
        QVERIFY(read.isString());
        QCOMPARE(apply("Notification.markRead", notice, {})[QLatin1String("readAt")], read);
    }

    void teamKeepsAnOwnerAndNobodyTwice()
    {
        OperationBench vendor(QStringLiteral("vendor"));
        vendor.put(QStringLiteral("TeamMember"), QStringLiteral("tm_only"),
            { { QStringLiteral("role"), QStringLiteral("OWNER") },
                { QStringLiteral("status"), QStringLiteral("ACTIVE") },
                { QStringLiteral("email"), QStringLiteral("only@example.test") } });
        for (const auto& [key, change] : vendor.records()) {
            const QJsonObject member = change[QLatin1String("object")].toObject();
            if (key.startsWith(QLatin1String("TeamMember "))
                && member[QLatin1String("role")] == QLatin1String("OWNER")
                && member[QLatin1String("id")] != QLatin1String("tm_only"))
                vendor.apply(QStringLiteral("TeamMember.update"), member[QLatin1String("id")].toString(),
                    { { QStringLiteral("role"), QStringLiteral("MEMBER") } });
        }
        QCOMPARE(vendor.reason(QStringLiteral("TeamMember.delete"), QStringLiteral("tm_only"), {}),
            QStringLiteral("last_owner"));
        QCOMPARE(vendor.reason(QStringLiteral("TeamMember.update"), QStringLiteral("tm_only"),
                     { { QStringLiteral("role"), QStringLiteral("MEMBER") } }),
            QStringLiteral("last_owner"));
        QCOMPARE(vendor.reason(QStringLiteral("TeamMember.update"), QStringLiteral("tm_only"),
                     { { QStringLiteral("contractIds"), QJsonArray { QStringLiteral("ct_none") } } }),
            QStringLiteral("contract_missing"));
        QCOMPARE(vendor.reason(QStringLiteral("TeamMember.create"), {},
                     { { QStringLiteral("email"), QStringLiteral("ONLY@example.test") },
                         { QStringLiteral("role"), QStringLiteral("MEMBER") } }),
            QStringLiteral("already_member"));
        vendor.put(QStringLiteral("Company"), QStringLiteral("org_polaris"),
            { { QStringLiteral("name"), QStringLiteral("Polaris") } });
        QCOMPARE(vendor
                     .apply(QStringLiteral("Company.update"), QStringLiteral("org_polaris"),
                         { { QStringLiteral("headcountBand"),
                             QStringLiteral("51-200") } })[QLatin1String("headcountBand")]
                     .toString(),
            QStringLiteral("51-200"));
        QCOMPARE(vendor.reason(QStringLiteral("Company.update"), QStringLiteral("org_polaris"),
                     { { QStringLiteral("verified"), true } }),
            QStringLiteral("BAD_REQUEST"));
        QVERIFY(!reason("TeamMember.create", {},
            { { QStringLiteral("email"), QStringLiteral("a@example.test") },
                { QStringLiteral("role"), QStringLiteral("MEMBER") } })
                     .isEmpty());
    }

    void oldVersionsConflictAndRepetitionsAreDuplicates()
    {
        const QString id = m_bench->first(QStringLiteral("Profile"))[QLatin1String("id")].toString();
        const QJsonObject city { { QStringLiteral("city"), QStringLiteral("Segovia") } };
        const QString operation = QStringLiteral("Profile.update");
        const QJsonObject first = m_bench->sendAs(mutationId(1), operation, id, city);
        const qint64 version = first[QLatin1String("change")][QLatin1String("version")].toInteger();
        QCOMPARE(m_bench->sendAs(mutationId(1), operation, id, city)[QLatin1String("outcome")].toString(),
            QStringLiteral("duplicate"));
        QCOMPARE(m_bench->send(operation, id, city, version - 1)[QLatin1String("outcome")].toString(),
            QStringLiteral("conflict"));
        QCOMPARE(m_bench->send(operation, id, city, version)[QLatin1String("outcome")].toString(),
            QStringLiteral("applied"));
        QCOMPARE(reason("Profile.update", QStringLiteral("u_tobias"), city), QStringLiteral("NOT_FOUND"));
    }

    void everyOperationNeedsItsScope()
    {
        const QJsonObject offered = m_bench->api()
                                        .get(QStringLiteral("/api/trainer/v1/capabilities"))
                                        .json[QLatin1String("operations")]
                                        .toObject();
        m_bench->useScopes({ QStringLiteral("jobs:read") });
        for (auto type = offered.begin(); type != offered.end(); ++type) {
            for (const QJsonValue& name : type.value().toArray())
                QCOMPARE(
                    m_bench->reason(type.key() + QLatin1Char('.') + name.toString(), QStringLiteral("x"), {}),
                    QStringLiteral("scope_missing"));
        }
    }

private:
    QJsonObject apply(const char* operation, const QString& id, const QJsonObject& args)
    {
        return m_bench->apply(QLatin1String(operation), id, args);
    }
    QString reason(const char* operation, const QString& id, const QJsonObject& args)
    {
        return m_bench->reason(QLatin1String(operation), id, args);
    }
    QJsonObject record(const char* type, const QString& id)
    {
        return m_bench->record(QLatin1String(type), id);
    }

    QString openConversation()
    {
        return m_bench
            ->first(QStringLiteral("Conversation"),
                [](const QJsonObject& c) {
                    return c[QLatin1String("canSend")].toBool() && c[QLatin1String("lastMessage")].isObject();
                })[QLatin1String("id")]
            .toString();
    }

    QString write(const QString& content)
    {
        return apply("Message.create", {},
            { { QStringLiteral("conversationId"), openConversation() },
                { QStringLiteral("content"), content } })[QLatin1String("id")]
            .toString();
    }

    std::unique_ptr<OperationBench> m_bench;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::OperationsTest)
#include "operations_test.moc"
