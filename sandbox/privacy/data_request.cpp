// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/data_request.h"

#include "sandbox/privacy/clocks.h"

namespace ot::sandbox {

namespace {

QString identityAtFirst(const NewRequest& request)
{
    // A token shows that somebody uses the account. What can't be undone, and what another person asks for,
    // takes more.
    const bool needed
        = request.exercise == QLatin1String("deletion") || request.relationship == QLatin1String("agent");
    return needed ? QStringLiteral("NEEDED") : QStringLiteral("NOT_NEEDED");
}

QJsonObject deletionPart()
{
    return {
        { QStringLiteral("confirmedWord"), true },
        { QStringLiteral("blockers"), QJsonArray() },
        { QStringLiteral("coolingOffUntil"), QJsonValue() },
        { QStringLiteral("executeAt"), QJsonValue() },
        { QStringLiteral("executedAt"), QJsonValue() },
        { QStringLiteral("cleared"), QJsonArray() },
        { QStringLiteral("retained"), QJsonArray() },
    };
}

} // namespace

const QStringList& exercises()
{
    static const QStringList kExercises { QStringLiteral("access"), QStringLiteral("deletion"),
        QStringLiteral("correction"), QStringLiteral("portability"), QStringLiteral("restriction"),
        QStringLiteral("objection"), QStringLiteral("sale:opt_out"), QStringLiteral("sale:opt_in"),
        QStringLiteral("targeted_advertising:opt_out"), QStringLiteral("profiling:opt_out"),
        QStringLiteral("sensitive:limit"), QStringLiteral("consent:withdraw"), QStringLiteral("complaint"),
        QStringLiteral("appeal"), QStringLiteral("dpa") };
    return kExercises;
}

bool isExport(const QJsonObject& request)
{
    const QString exercise = requestText(request, "exercise");
    return exercise == QLatin1String("access") || exercise == QLatin1String("portability");
}

bool isDeletion(const QJsonObject& request)
{
    return requestText(request, "exercise") == QLatin1String("deletion");
}

bool isUndecided(const QJsonObject& request)
{
    const QString status = requestText(request, "status");
    return status == QLatin1String("open") || status == QLatin1String("in_progress");
}

bool waitsForIdentity(const QJsonObject& request)
{
    const QString identity = requestText(request, "identity");
    return identity == QLatin1String("NEEDED") || identity == QLatin1String("PENDING");
}

QJsonObject makeDataRequest(const NewRequest& request, qint64 receivedAt)
{
    const RequestTerms terms = requestTerms(request.exercise, request.regime, receivedAt);
    const QString received = isoTime(receivedAt);
    const bool deletes = request.exercise == QLatin1String("deletion");
    const auto textOrNull = [](const QString& text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    QJsonObject record {
        { QStringLiteral("id"), request.id },
        { QStringLiteral("exercise"), request.exercise },
        { QStringLiteral("regime"), request.regime },
        { QStringLiteral("relationship"), request.relationship },
        { QStringLiteral("channel"), QStringLiteral("api") },
        { QStringLiteral("status"), QStringLiteral("open") },
        { QStringLiteral("reason"), QJsonValue() },
        { QStringLiteral("scope"), request.scope },
        { QStringLiteral("receivedAt"), received },
        { QStringLiteral("acknowledgedAt"), QJsonValue() },
        { QStringLiteral("identity"), identityAtFirst(request) },
        { QStringLiteral("expectedBy"), isoTime(terms.expectedBy) },
        { QStringLiteral("extendedTo"), QJsonValue() },
        { QStringLiteral("extensionReason"), QJsonValue() },
        { QStringLiteral("progress"), QJsonValue() },
        { QStringLiteral("archive"), QJsonValue() },
        { QStringLiteral("deletion"), deletes ? QJsonValue(deletionPart()) : QJsonValue() },
        { QStringLiteral("events"), QJsonArray() },
        { QStringLiteral("appealOf"), textOrNull(request.appealOf) },
        { QStringLiteral("mutationId"), textOrNull(request.mutationId) },
        { QStringLiteral("createdAt"), received },
        { QStringLiteral("updatedAt"), received },
    };
    addStep(record, received, QStringLiteral("open"), QStringLiteral("We have your request."));
    if (waitsForIdentity(record)) {
        record.insert(QStringLiteral("reason"), QStringLiteral("need_user_verification"));
        addStep(record, received, QStringLiteral("open"),
            QStringLiteral("Before we go on we need to know that it is you: enter the code we sent you."));
    }
    return record;
}

void addStep(QJsonObject& request, const QString& at, const QString& status, const QString& sentence)
{
    QJsonArray events = request.value(QLatin1String("events")).toArray();
    events.append(QJsonObject { { QStringLiteral("at"), at }, { QStringLiteral("status"), status },
        { QStringLiteral("text"), sentence } });
    request.insert(QStringLiteral("events"), events);
    request.insert(QStringLiteral("status"), status);
}

void deny(QJsonObject& request, const QString& at, const QString& reason, const QString& sentence)
{
    request.insert(QStringLiteral("reason"), reason);
    request.insert(QStringLiteral("progress"), QJsonValue());
    addStep(request, at, QStringLiteral("denied"), sentence);
}

Record saveRequest(Store& store, StoreWriter& writer, const QString& account, QJsonObject request)
{
    request.insert(QStringLiteral("updatedAt"), store.clock().tickIso());
    return writer.put(account, kDataRequest, requestText(request, "id"), request);
}

std::optional<QJsonObject> findRequest(Store& store, const QString& account, const QString& id)
{
    const std::optional<Record> record = store.find(account, kDataRequest, id);
    if (!record || record->removed)
        return std::nullopt;
    return record->json();
}

std::vector<QJsonObject> listRequests(Store& store, const QString& account)
{
    std::vector<QJsonObject> requests;
    for (const Record& record : store.list(account, kDataRequest))
        requests.push_back(record.json());
    return requests;
}

} // namespace ot::sandbox
