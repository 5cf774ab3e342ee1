// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of operations share: a sandbox that stands still, mutations of any kind, and the records as
// they are now.
#pragma once

#include "tests/sandbox/api_client.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <functional>
#include <map>

namespace ot::test {

class OperationBench {
public:
    explicit OperationBench(const QString& account = QStringLiteral("trainer"))
        : m_account(account)
        , m_sandbox(QStringList { QStringLiteral("--speed"), QStringLiteral("0") })
        , m_api(m_sandbox)
    {
        useScopes({});
    }

    /// All scopes where none is named.
    void useScopes(const QJsonArray& scopes)
    {
        QJsonObject command { { QStringLiteral("command"), QStringLiteral("issueToken") },
            { QStringLiteral("account"), m_account } };
        if (!scopes.isEmpty())
            command.insert(QStringLiteral("scopes"), scopes);
        m_api.useToken(m_api.control(command).value(QLatin1String("token")).toString());
    }

    [[nodiscard]] ApiClient& api() { return m_api; }

    /// Sends one mutation of its own id; "Type.op".
    QJsonObject send(const QString& operation, const QString& id, const QJsonObject& args,
        const QJsonValue& baseVersion = {})
    {
        return sendAs(mutationId(++m_number), operation, id, args, baseVersion);
    }

    QJsonObject sendAs(const QString& mutation, const QString& operation, const QString& id,
        const QJsonObject& args, const QJsonValue& baseVersion = {})
    {
        const ApiAnswer answer = m_api.post(QStringLiteral("/api/trainer/v1/mutations"),
            { { QStringLiteral("mutations"),
                QJsonArray { QJsonObject { { QStringLiteral("mutationId"), mutation },
                    { QStringLiteral("type"), operation.section(QLatin1Char('.'), 0, 0) },
                    { QStringLiteral("op"), operation.section(QLatin1Char('.'), 1) },
                    { QStringLiteral("id"), id }, { QStringLiteral("baseVersion"), baseVersion },
                    { QStringLiteral("args"), args } } } } });
        return answer.json.value(QLatin1String("results")).toArray().at(0).toObject();
    }

    /// The record an applied operation gives; empty when it was not applied.
    QJsonObject apply(const QString& operation, const QString& id, const QJsonObject& args)
    {
        const QJsonObject result = send(operation, id, args);
        if (result.value(QLatin1String("outcome")) != QLatin1String("applied"))
            qWarning().noquote() << operation << QJsonDocument(result).toJson(QJsonDocument::Compact);
        return result.value(QLatin1String("change")).toObject().value(QLatin1String("object")).toObject();
    }

    /// Why it is refused: `details.reason`, or the code where there is none; the outcome when it is not.
    QString reason(const QString& operation, const QString& id, const QJsonObject& args)
    {
        const QJsonObject result = send(operation, id, args);
        if (result.value(QLatin1String("outcome")) != QLatin1String("rejected"))
            return result.value(QLatin1String("outcome")).toString();
        const QString reason
            = result.value(QLatin1String("details")).toObject().value(QLatin1String("reason")).toString();
        return reason.isEmpty() ? result.value(QLatin1String("code")).toString() : reason;
    }

    /// The id of what the act changed; empty when there was nothing to do.
    QString act(const QString& name, const QString& id = {})
    {
        return m_api
            .control({ { QStringLiteral("command"), QStringLiteral("act") }, { QStringLiteral("act"), name },
                { QStringLiteral("id"), id }, { QStringLiteral("account"), m_account } })
            .value(QLatin1String("id"))
            .toString();
    }

    void put(const QString& type, const QString& id, const QJsonObject& object)
    {
        m_api.control({ { QStringLiteral("command"), QStringLiteral("upsertRecord") },
            { QStringLiteral("type"), type }, { QStringLiteral("id"), id },
            { QStringLiteral("object"), object }, { QStringLiteral("account"), m_account } });
    }

    /// Every live record the account sees, by "Type id".
    std::map<QString, QJsonObject> records()
    {
        for (const QJsonObject& change : m_api.readFeed(m_cursor)) {
            const QString key = change.value(QLatin1String("type")).toString() + QLatin1Char(' ')
                + change.value(QLatin1String("id")).toString();
            if (change.value(QLatin1String("op")) == QLatin1String("upsert"))
                m_records[key] = change;
            else
                m_records.erase(key);
        }
        return m_records;
    }

    QJsonObject record(const QString& type, const QString& id)
    {
        const auto all = records();
        const auto found = all.find(type + QLatin1Char(' ') + id);
        return found == all.end() ? QJsonObject() : found->second.value(QLatin1String("object")).toObject();
    }

    /// The first record of the type that fits.
    QJsonObject first(
        const QString& type,
        const std::function<bool(const QJsonObject&)>& fits = [](const QJsonObject&) { return true; })
    {
        for (const auto& [key, change] : records()) {
            const QJsonObject object = change.value(QLatin1String("object")).toObject();
            if (key.startsWith(type + QLatin1Char(' ')) && fits(object))
                return object;
        }
        return {};
    }

    /// A proposal to an open job that has none yet, as it would be sent.
    QJsonObject proposalArgs(bool expert)
    {
        const QJsonObject job = first(QStringLiteral("Job"), [this, expert](const QJsonObject& candidate) {
            const bool asks = candidate[QLatin1String("experienceLevel")] == QLatin1String("Expert");
            return candidate[QLatin1String("status")] == QLatin1String("OPEN") && asks == expert
                && candidate[QLatin1String("pay")][QLatin1String("hourlyRate")].isDouble()
                && first(QStringLiteral("Proposal"), [&candidate](const QJsonObject& proposal) {
                       return proposal[QLatin1String("jobId")] == candidate[QLatin1String("id")];
                   }).isEmpty();
        });
        const QJsonObject pay = job[QLatin1String("pay")].toObject();
        return { { QStringLiteral("jobId"), job[QLatin1String("id")] },
            { QStringLiteral("coverText"), QStringLiteral("I could begin on Monday.") },
            { QStringLiteral("bid"),
                QJsonObject { { QStringLiteral("amountMicros"),
                                  qRound64(pay[QLatin1String("hourlyRate")].toDouble() * 1'000'000) },
                    { QStringLiteral("currency"), pay[QLatin1String("currency")] },
                    { QStringLiteral("unit"), QStringLiteral("PER_HOUR") } } },
            { QStringLiteral("screeningAnswers"), QJsonArray() } };
    }

    /// Hires the account for a new proposal and funds its milestone; gives the milestone.
    QJsonObject fundedMilestone()
    {
        const QString proposal
            = apply(QStringLiteral("Proposal.create"), {}, proposalArgs(false))[QLatin1String("id")]
                  .toString();
        act(QStringLiteral("shortlistProposal"), proposal);
        act(QStringLiteral("hire"), proposal);
        const QJsonValue contract = record(QStringLiteral("Proposal"), proposal)[QLatin1String("contractId")];
        const QJsonObject milestone = first(QStringLiteral("Milestone"),
            [&contract](const QJsonObject& m) { return m[QLatin1String("contractId")] == contract; });
        act(QStringLiteral("fundMilestone"), milestone[QLatin1String("id")].toString());
        return record(QStringLiteral("Milestone"), milestone[QLatin1String("id")].toString());
    }

    /// That the page was read as it is.
    QJsonObject acknowledgementArgs(const QString& pageId)
    {
        const QJsonObject page = record(QStringLiteral("InstructionPage"), pageId);
        const QString html = page[QLatin1String("htmlSnapshot")].toString();
        const QByteArray content
            = (html.isEmpty() ? page[QLatin1String("markdown")].toString() : html).toUtf8();
        return { { QStringLiteral("instructionPageId"), pageId },
            { QStringLiteral("serverVersion"), page[QLatin1String("serverVersion")] },
            { QStringLiteral("contentHash"),
                QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()) },
            { QStringLiteral("secondsRead"), 30 } };
    }

    static QJsonObject submissionArgs(const QJsonObject& milestone)
    {
        return { { QStringLiteral("contractId"), milestone[QLatin1String("contractId")] },
            { QStringLiteral("milestoneId"), milestone[QLatin1String("id")] },
            { QStringLiteral("note"), QStringLiteral("All of it.") },
            { QStringLiteral("requestsPayout"), true } };
    }

private:
    QString m_account;
    SandboxProcess m_sandbox;
    ApiClient m_api;
    QString m_cursor;
    std::map<QString, QJsonObject> m_records;
    int m_number = 1000;
};

} // namespace ot::test
