// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account may do about its own data: consents, choices, connected tools, sessions.
#include "sandbox/mutations/operation.h"
#include "sandbox/privacy/consent_chain.h"
#include "sandbox/privacy/privacy_choices.h"
#include "sandbox/privacy/request_operations.h"
#include "sandbox/privacy/security_log.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

QString argument(const OperationCall& call, const char* name)
{
    return call.args.value(QLatin1String(name)).toString();
}

/// The hash of the account's newest consent record. They never change, so the newest was written last.
QString endOfChain(const OperationCall& call)
{
    const std::vector<Record> records = call.store.list(call.account(), QStringLiteral("ConsentRecord"));
    const auto newest = std::max_element(records.cbegin(), records.cend(),
        [](const Record& a, const Record& b) { return a.sequence < b.sequence; });
    return newest == records.cend() ? chainBeginning()
                                    : newest->json().value(QLatin1String("hash")).toString();
}

/// A consent is also a choice, where it is about one.
void applyConsent(const OperationCall& call, const QJsonObject& record)
{
    const QString purpose = record.value(QLatin1String("purpose")).toString();
    if (!privacyChoices().contains(purpose))
        return;
    const QString type
        = record.value(QLatin1String("event")).toObject().value(QLatin1String("type")).toString();
    const bool allowed = type == QLatin1String("given") || type == QLatin1String("renewed");
    const bool bySignal = type == QLatin1String("overridden_by_gpc");
    setChoice(call.store, call.writer, call.account(),
        { purpose, allowed, bySignal ? QStringLiteral("GPC") : QStringLiteral("USER"),
            record.value(QLatin1String("id")).toString() });
}

OperationResult createConsent(const OperationCall& call)
{
    if (const std::optional<ConsentProblem> problem = checkConsent(call.args))
        return badMember(problem->path, problem->sentence);
    QJsonObject record = call.args;
    const QString id = record.value(QLatin1String("id")).toString();
    if (record.value(QLatin1String("piiPrincipalId")).toString() != call.session.account.userId)
        return badMember(QStringLiteral("piiPrincipalId"), QStringLiteral("must be the account's own user"));
    if (call.store.find(call.account(), QStringLiteral("ConsentRecord"), id))
        return notNow(QStringLiteral("already_recorded"), QStringLiteral("There is a record of that id."));
    if (record.value(QLatin1String("hash")).toString() != consentHash(record))
        return notNow(
            QStringLiteral("hash_mismatch"), QStringLiteral("The hash is not that of what the record says."));
    const QString end = endOfChain(call);
    if (record.value(QLatin1String("previousHash")).toString() != end)
        return notNow(QStringLiteral("chain_broken"),
            QStringLiteral("The record does not follow the newest one, whose hash is %1.").arg(end));
    const QString now = call.now();
    record.insert(QStringLiteral("createdAt"), now);
    record.insert(QStringLiteral("updatedAt"), now);
    applyConsent(call, record);
    return call.writer.put(call.account(), QStringLiteral("ConsentRecord"), id, record);
}

OperationResult updateChoice(const OperationCall& call)
{
    const QJsonValue allowed = call.args.value(QLatin1String("allowed"));
    if (!allowed.isBool())
        return badMember(QStringLiteral("allowed"), QStringLiteral("must be true or false"));
    const QString source = call.args.value(QLatin1String("source")).toString(QStringLiteral("USER"));
    if (source != QLatin1String("USER") && source != QLatin1String("GPC"))
        return badMember(QStringLiteral("source"), QStringLiteral("must be USER or GPC"));
    // A signal can only take back.
    if (source == QLatin1String("GPC") && allowed.toBool() && call.id != QLatin1String("gpc"))
        return badMember(QStringLiteral("source"), QStringLiteral("GPC can't allow anything"));
    const QString consent = argument(call, "consentRecordId");
    if (!consent.isEmpty() && !call.store.find(call.account(), QStringLiteral("ConsentRecord"), consent))
        return badMember(QStringLiteral("consentRecordId"), QStringLiteral("there is no such record"));
    const Record record
        = setChoice(call.store, call.writer, call.account(), { call.id, allowed.toBool(), source, consent });
    if (call.id == QLatin1String("gpc") && allowed.toBool())
        overrideBySignal(call.store, call.writer, call.account());
    return record;
}

OperationResult disconnectIntegration(const OperationCall& call)
{
    QJsonObject integration = call.target->json();
    if (integration.value(QLatin1String("status")).toString() == QLatin1String("DISCONNECTED"))
        return notNow(QStringLiteral("already_disconnected"), QStringLiteral("It is not connected."));
    integration.insert(QStringLiteral("status"), QStringLiteral("DISCONNECTED"));
    integration.insert(QStringLiteral("scopes"), QJsonArray());
    integration.insert(QStringLiteral("updatedAt"), call.now());
    return call.writer.put(call.account(), QStringLiteral("Integration"), call.id, integration);
}

OperationResult endOneSession(const OperationCall& call)
{
    QJsonObject event = call.target->json();
    const QString session = event.value(QLatin1String("sessionId")).toString();
    if (session.isEmpty() || !event.value(QLatin1String("sessionActive")).toBool())
        return notNow(QStringLiteral("session_over"), QStringLiteral("That session is over."));
    if (session == sessionOfToken(call.store, call.session.tokenId))
        return notNow(QStringLiteral("this_session"),
            QStringLiteral("That is the session you are using; sign out to end it."));
    endSession(call.store, session);
    SecurityNews news { QStringLiteral("SESSION_ENDED"), session };
    news.deviceName = event.value(QLatin1String("deviceName")).toString();
    news.platform = event.value(QLatin1String("platform")).toString();
    news.network = event.value(QLatin1String("networkMasked")).toString();
    addSecurityEvent(call.store, call.writer, call.account(), news);
    event.insert(QStringLiteral("sessionActive"), false);
    event.insert(QStringLiteral("updatedAt"), call.now());
    return call.writer.put(call.account(), QStringLiteral("SecurityEvent"), call.id, event);
}

} // namespace

const std::vector<Operation>& privacyOperations()
{
    static const std::vector<Operation> kOperations {
        { "ConsentRecord", "create", "privacy:write", "", true, createConsent },
        { "PrivacyChoice", "update", "privacy:write", "", false, updateChoice },
        { "Integration", "disconnect", "privacy:write", "", false, disconnectIntegration },
        { "SecurityEvent", "endSession", "privacy:write", "", false, endOneSession },
        { "DataRequest", "create", "privacy:write", "", true, createRequest },
        { "DataRequest", "verifyIdentity", "privacy:write", "", false, verifyIdentity },
        { "DataRequest", "revoke", "privacy:write", "", false, revokeRequest },
    };
    return kOperations;
}

} // namespace ot::sandbox
