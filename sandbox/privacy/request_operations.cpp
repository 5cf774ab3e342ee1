// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/request_operations.h"

#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/deletion.h"

#include <QRandomGenerator>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr int kIdentityAttempts = 3;
const QString kWrongCode = QStringLiteral("The code was wrong.");

QString argument(const OperationCall& call, const char* name)
{
    return call.args.value(QLatin1String(name)).toString();
}

std::optional<Refusal> checkWord(const OperationCall& call, const char* name, const QStringList& words)
{
    if (words.contains(argument(call, name)))
        return std::nullopt;
    return badMember(
        QLatin1String(name), QStringLiteral("must be one of %1").arg(words.join(QStringLiteral(", "))));
}

std::optional<Refusal> checkWords(const OperationCall& call)
{
    static const QStringList kRegimes { QStringLiteral("gdpr"), QStringLiteral("uk-gdpr"),
        QStringLiteral("ccpa"), QStringLiteral("us-state"), QStringLiteral("other") };
    static const QStringList kRelationships { QStringLiteral("trainer"), QStringLiteral("vendor_member"),
        QStringLiteral("agent") };
    if (std::optional<Refusal> refusal = checkWord(call, "exercise", exercises()))
        return refusal;
    if (std::optional<Refusal> refusal = checkWord(call, "regime", kRegimes))
        return refusal;
    return checkWord(call, "relationship", kRelationships);
}

std::optional<Refusal> checkCount(const OperationCall& call)
{
    const QString exercise = argument(call, "exercise");
    const std::vector<QJsonObject> requests = listRequests(call.store, call.account());
    const auto open
        = std::count_if(requests.cbegin(), requests.cend(), [&exercise](const QJsonObject& other) {
              return isUndecided(other) && requestText(other, "exercise") == exercise;
          });
    if (open < kMaxOpenOfOneKind)
        return std::nullopt;
    return notNow(QStringLiteral("too_many_requests"),
        QStringLiteral("Three requests of this kind are open; we answer those first."));
}

std::optional<Refusal> checkAppeal(const OperationCall& call)
{
    const QString appealOf = argument(call, "appealOf");
    if (argument(call, "exercise") != QLatin1String("appeal")) {
        if (appealOf.isEmpty())
            return std::nullopt;
        return badMember(QStringLiteral("appealOf"), QStringLiteral("belongs to an appeal"));
    }
    const std::optional<QJsonObject> denied = findRequest(call.store, call.account(), appealOf);
    const std::vector<QJsonObject> requests = listRequests(call.store, call.account());
    const bool appealed
        = std::any_of(requests.cbegin(), requests.cend(), [&appealOf](const QJsonObject& other) {
              return requestText(other, "appealOf") == appealOf && isUndecided(other);
          });
    if (denied && !appealed && requestText(*denied, "status") == QLatin1String("denied"))
        return std::nullopt;
    return notNow(QStringLiteral("nothing_to_appeal"),
        QStringLiteral("There is no declined request of that id that is not being looked at again."));
}

std::optional<Refusal> checkDeletion(const OperationCall& call, const QJsonObject& scope)
{
    if (argument(call, "exercise") != QLatin1String("deletion"))
        return std::nullopt;
    if (argument(call, "confirmedWord") != QLatin1String("DELETE"))
        return notNow(QStringLiteral("confirmation_word_missing"), QStringLiteral("Type DELETE to confirm."));
    if (!scope.value(QLatin1String("categories")).toArray().isEmpty())
        return std::nullopt;
    const QJsonArray blockers = deletionBlockers(call.store, call.session.account);
    if (blockers.isEmpty())
        return std::nullopt;
    Refusal refusal = notNow(QStringLiteral("blocked"),
        QStringLiteral("%1 matters must be wound up before the account can be closed.").arg(blockers.size()));
    refusal.extra.insert(QStringLiteral("blockers"), blockers);
    return refusal;
}

/// From here on the account is in its cooling-off.
void beginCoolingOff(QJsonObject& request, qint64 now)
{
    QJsonObject deletion = request.value(QLatin1String("deletion")).toObject();
    const qint64 until = now + kCoolingOffSeconds * 1000;
    deletion.insert(QStringLiteral("coolingOffUntil"), isoTime(until));
    deletion.insert(QStringLiteral("executeAt"), isoTime(until + kCleanUpSeconds * 1000));
    request.insert(QStringLiteral("deletion"), deletion);
    addStep(request, isoTime(now), QStringLiteral("in_progress"),
        QStringLiteral("Until the cooling-off ends you can take this back. After it we erase within about an "
                       "hour."));
}

void queueExport(QJsonObject& request, const QString& now)
{
    request.insert(QStringLiteral("progress"),
        QJsonObject { { QStringLiteral("stage"), QStringLiteral("queued") }, { QStringLiteral("done"), 0 },
            { QStringLiteral("total"), 0 } });
    addStep(request, now, QStringLiteral("in_progress"), QStringLiteral("Your archive is being made."));
}

/// What starts by itself once it is known who asks.
void proceed(QJsonObject& request, qint64 now)
{
    if (isExport(request))
        queueExport(request, isoTime(now));
    else if (isDeletion(request))
        beginCoolingOff(request, now);
}

int wrongAttempts(const QJsonObject& request)
{
    const QJsonArray events = request.value(QLatin1String("events")).toArray();
    return static_cast<int>(std::count_if(events.begin(), events.end(), [](const QJsonValue& event) {
        return event.toObject().value(QLatin1String("text")).toString() == kWrongCode;
    }));
}

} // namespace

OperationResult createRequest(const OperationCall& call)
{
    if (std::optional<Refusal> refusal = checkWords(call))
        return *refusal;
    const ScopeResult scope = readScope(
        call.store, call.account(), argument(call, "exercise"), call.args.value(QLatin1String("scope")));
    if (scope.refusal)
        return *scope.refusal;
    for (const auto& refusal : { checkCount(call), checkAppeal(call), checkDeletion(call, scope.scope) }) {
        if (refusal)
            return *refusal;
    }
    const qint64 now = call.store.clock().tick();
    QJsonObject request = makeDataRequest(
        { QStringLiteral("dr_x%1").arg(call.writer.nextNumber()), argument(call, "exercise"),
            argument(call, "regime"), argument(call, "relationship"), scope.scope, argument(call, "appealOf"),
            call.mutationId },
        now);
    if (!waitsForIdentity(request))
        proceed(request, now);
    return saveRequest(call.store, call.writer, call.account(), request);
}

OperationResult verifyIdentity(const OperationCall& call)
{
    QJsonObject request = call.target->json();
    if (!isUndecided(request) || !waitsForIdentity(request))
        return notNow(
            QStringLiteral("not_needed"), QStringLiteral("Nobody waits for you to show who you are."));
    if (argument(call, "method") != QLatin1String("code"))
        return badMember(QStringLiteral("method"), QStringLiteral("must be \"code\""));
    const QString code = argument(call, "code");
    if (code.isEmpty() || code.size() > 32)
        return badMember(QStringLiteral("code"), QStringLiteral("must be the code we sent you"));
    const qint64 now = call.store.clock().tick();
    const QString at = isoTime(now);
    const QString status = requestText(request, "status");
    if (sameSecret(code.trimmed().toUtf8(), identityCode(call.store).toUtf8())) {
        request.insert(QStringLiteral("identity"), QStringLiteral("VERIFIED"));
        request.insert(QStringLiteral("reason"), QJsonValue());
        addStep(request, at, status, QStringLiteral("We know now that it is you."));
        proceed(request, now);
        return saveRequest(call.store, call.writer, call.account(), request);
    }
    // Not a refusal: what a refusal wrote would be forgotten, and the attempts with it.
    request.insert(QStringLiteral("identity"), QStringLiteral("PENDING"));
    addStep(request, at, status, kWrongCode);
    if (wrongAttempts(request) >= kIdentityAttempts) {
        request.insert(QStringLiteral("identity"), QStringLiteral("FAILED"));
        deny(request, at, QStringLiteral("insuf_verification"),
            QStringLiteral("The code was wrong three times, so we could not be sure that it is you."));
    }
    return saveRequest(call.store, call.writer, call.account(), request);
}

OperationResult revokeRequest(const OperationCall& call)
{
    QJsonObject request = call.target->json();
    const QJsonObject deletion = request.value(QLatin1String("deletion")).toObject();
    const std::optional<qint64> executeAt = parseIsoTime(requestText(deletion, "executeAt"));
    const bool due = executeAt && *executeAt <= call.store.clock().now();
    if (!isUndecided(request) || due)
        return notNow(
            QStringLiteral("too_late"), QStringLiteral("This request can't be taken back any more."));
    request.insert(QStringLiteral("progress"), QJsonValue());
    addStep(request, call.now(), QStringLiteral("revoked"), QStringLiteral("You took the request back."));
    return saveRequest(call.store, call.writer, call.account(), request);
}

QString identityCode(Store& store)
{
    const QString key = QStringLiteral("identityCode");
    QString code = store.meta(key);
    if (code.isEmpty()) {
        code = QStringLiteral("%1").arg(
            QRandomGenerator::system()->bounded(1'000'000U), 6, 10, QLatin1Char('0'));
        store.setMeta(key, code);
    }
    return code;
}

} // namespace ot::sandbox
