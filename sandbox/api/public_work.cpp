// SPDX-License-Identifier: GPL-3.0-or-later
//
// GET /contracts, /contracts/{id} and /payments/pending of the public API.
#include "sandbox/api/answers.h"
#include "sandbox/api/dollars.h"
#include "sandbox/api/public_api.h"
#include "sandbox/api/public_shapes.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

std::vector<QJsonObject> objectsOf(
    const std::vector<Record>& records, const char* sortMember, bool newestFirst)
{
    std::vector<QJsonObject> objects;
    objects.reserve(records.size());
    for (const Record& record : records)
        objects.push_back(record.json());
    std::sort(objects.begin(), objects.end(), [&](const QJsonObject& a, const QJsonObject& b) {
        const QString left = a.value(QLatin1String(sortMember)).toString();
        const QString right = b.value(QLatin1String(sortMember)).toString();
        if (left != right)
            return newestFirst ? right < left : left < right;
        return a.value(QLatin1String("id")).toString() < b.value(QLatin1String("id")).toString();
    });
    return objects;
}

/// The worker of every contract an account sees is the account itself, or its organization, masked.
QJsonObject freelancerOf(Store& store, const Account& viewer)
{
    const Account account = store.account(truthAccount(viewer)).value_or(viewer);
    QJsonObject freelancer { { QStringLiteral("userId"), account.userId },
        { QStringLiteral("displayName"), account.displayName }, { QStringLiteral("country"), QJsonValue() },
        { QStringLiteral("profilePath"), QJsonValue() } };
    for (const Record& record : store.list(account.key, QStringLiteral("Profile"))) {
        const QJsonObject profile = record.json();
        if (record.id != account.userId)
            continue;
        for (const char* name : { "displayName", "country", "profilePath" })
            freelancer.insert(QLatin1String(name), memberOrNull(profile, name));
    }
    return freelancer;
}

bool isOnItsWay(const QJsonObject& payout)
{
    const QString status = payout.value(QLatin1String("status")).toString();
    return status == QLatin1String("APPROVED") || status == QLatin1String("PENDING_PAYOUT")
        || status == QLatin1String("IN_TRANSIT");
}

} // namespace

HttpResponse PublicApi::contracts(const Session& session, const HttpRequest& request)
{
    const QString jobId = request.query.value(QStringLiteral("jobId"));
    const QString status = request.query.value(QStringLiteral("status"));
    if (!status.isEmpty() && status != QLatin1String("active") && status != QLatin1String("ended"))
        return issueAnswer(QStringLiteral("status"), QStringLiteral("must be active or ended"));
    const QString& key = session.account.key;
    const QJsonObject freelancer = freelancerOf(m_store, session.account);
    QJsonArray list;
    for (const QJsonObject& contract :
        objectsOf(m_store.list(key, QStringLiteral("Contract")), "createdAt", true)) {
        if ((!jobId.isEmpty() && contract.value(QLatin1String("jobId")) != jobId)
            || (!status.isEmpty() && contract.value(QLatin1String("status")) != status))
            continue;
        const QString id = contract.value(QLatin1String("id")).toString();
        list.append(publicContract(contract, freelancer,
            objectsOf(m_store.list(key, QStringLiteral("Milestone"), id), "createdAt", false)));
    }
    return jsonAnswer({ { QStringLiteral("contracts"), list } });
}

HttpResponse PublicApi::contract(const Session& session, const QString& id)
{
    const std::optional<Record> record = m_store.find(session.account.key, QStringLiteral("Contract"), id);
    if (!record || record->removed)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such contract."));
    const QJsonObject contract = record->json();
    const std::vector<QJsonObject> milestones
        = objectsOf(m_store.list(session.account.key, QStringLiteral("Milestone"), id), "createdAt", false);
    QJsonObject answer = publicContract(contract, freelancerOf(m_store, session.account), milestones);
    answer.insert(QStringLiteral("jobDmConversationId"), memberOrNull(contract, "jobDmConversationId"));
    answer.insert(QStringLiteral("budget"), publicBudget(contract, milestones));
    return jsonAnswer(answer);
}

HttpResponse PublicApi::pendingPayments(const Session& session)
{
    const QString& key = session.account.key;
    QJsonArray list;
    for (const QJsonObject& payout :
        objectsOf(m_store.list(key, QStringLiteral("Payout")), "createdAt", true)) {
        if (!isOnItsWay(payout))
            continue;
        const auto member = [this, &key, &payout](const QString& type, const char* reference) {
            const std::optional<Record> record
                = m_store.find(key, type, payout.value(QLatin1String(reference)).toString());
            return record ? record->json() : QJsonObject();
        };
        const QJsonObject contract = member(QStringLiteral("Contract"), "contractId");
        const QJsonObject milestone = member(QStringLiteral("Milestone"), "milestoneId");
        list.append(QJsonObject {
            { QStringLiteral("id"), memberOrNull(payout, "id") },
            { QStringLiteral("status"), QStringLiteral("PENDING_PAYOUT") },
            { QStringLiteral("invoiceKind"), QStringLiteral("PAYOUT") },
            { QStringLiteral("viewerRole"), QStringLiteral("FREELANCER") },
            { QStringLiteral("amountUsd"),
                inDollars(payout, "netMinor", AmountUnit::Minor,
                    payout.value(QLatin1String("currency")).toString()) },
            { QStringLiteral("createdAt"), memberOrNull(payout, "createdAt") },
            { QStringLiteral("invoiceNumber"), memberOrNull(payout, "invoiceNumber") },
            { QStringLiteral("job"),
                QJsonObject { { QStringLiteral("id"), memberOrNull(contract, "jobId") },
                    { QStringLiteral("title"), memberOrNull(payout, "jobTitle") } } },
            { QStringLiteral("milestone"),
                QJsonObject { { QStringLiteral("id"), memberOrNull(payout, "milestoneId") },
                    { QStringLiteral("name"), memberOrNull(milestone, "name") } } },
        });
    }
    return jsonAnswer({ { QStringLiteral("payments"), list } });
}

} // namespace ot::sandbox
