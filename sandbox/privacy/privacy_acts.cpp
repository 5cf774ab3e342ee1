// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/privacy_acts.h"

#include "sandbox/marketplace/act.h"
#include "sandbox/privacy/clocks.h"
#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/deletion.h"
#include "sandbox/privacy/policies.h"
#include "sandbox/privacy/privacy_choices.h"
#include "sandbox/privacy/privacy_effects.h"
#include "sandbox/privacy/security_log.h"

namespace ot::sandbox {

namespace {

using Fits = bool (*)(const QJsonObject&);

QString write(const Scene& scene, const QJsonObject& request)
{
    saveRequest(scene.store, scene.writer, scene.account, request);
    return requestText(request, "id");
}

bool isUnacknowledged(const QJsonObject& request)
{
    return isUndecided(request) && request.value(QLatin1String("acknowledgedAt")).isNull();
}

QString acknowledge(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, isUnacknowledged);
    if (!request)
        return {};
    const QString now = scene.now();
    request->insert(QStringLiteral("acknowledgedAt"), now);
    addStep(*request, now, requestText(*request, "status"),
        QStringLiteral("A person of the privacy team has your request. We answer by %1.")
            .arg(requestText(*request, "expectedBy").left(10)));
    return write(scene, *request);
}

QString askForIdentity(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, [](const QJsonObject& candidate) {
        return isUndecided(candidate) && requestText(candidate, "identity") == QLatin1String("NOT_NEEDED")
            && candidate.value(QLatin1String("progress")).isNull();
    });
    if (!request)
        return {};
    request->insert(QStringLiteral("identity"), QStringLiteral("NEEDED"));
    request->insert(QStringLiteral("reason"), QStringLiteral("need_user_verification"));
    addStep(*request, scene.now(), requestText(*request, "status"),
        QStringLiteral("We need to know that it is you: enter the code we sent you."));
    return write(scene, *request);
}

QString progress(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, [](const QJsonObject& candidate) {
        return requestText(candidate, "status") == QLatin1String("open") && !waitsForIdentity(candidate);
    });
    if (!request)
        return {};
    addStep(*request, scene.now(), QStringLiteral("in_progress"), QStringLiteral("We are working on it."));
    return write(scene, *request);
}

bool isExtendable(const QJsonObject& request)
{
    const qint64 received = parseIsoTime(requestText(request, "receivedAt")).value_or(0);
    return isUndecided(request) && request.value(QLatin1String("extendedTo")).isNull()
        && requestTerms(requestText(request, "exercise"), requestText(request, "regime"), received)
               .extendableTo.has_value();
}

QString extend(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, isExtendable);
    if (!request)
        return {};
    const qint64 received = parseIsoTime(requestText(*request, "receivedAt")).value_or(0);
    const RequestTerms terms
        = requestTerms(requestText(*request, "exercise"), requestText(*request, "regime"), received);
    const QString reason
        = QStringLiteral("What you ask for lies with several teams, and putting it together takes longer.");
    request->insert(QStringLiteral("extendedTo"), isoTime(*terms.extendableTo));
    request->insert(QStringLiteral("extensionReason"), reason);
    addStep(*request, scene.now(), requestText(*request, "status"), reason);
    return write(scene, *request);
}

QString decline(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, isUndecided);
    if (!request)
        return {};
    deny(*request, scene.now(), QStringLiteral("claim_not_covered"),
        QStringLiteral("We may not do this: a law obliges us to keep things as they are. You can appeal, and "
                       "complain to your supervisory authority."));
    return write(scene, *request);
}

QString fulfil(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, [](const QJsonObject& candidate) {
        return isUndecided(candidate) && !waitsForIdentity(candidate) && !isExport(candidate)
            && !isDeletion(candidate) && requestText(candidate, "exercise") != QLatin1String("appeal");
    });
    if (!request)
        return {};
    const QString answer = applyEffects(scene.store, scene.writer, scene.account, *request);
    addStep(*request, scene.now(), QStringLiteral("fulfilled"), answer);
    return write(scene, *request);
}

bool isOpenAppeal(const QJsonObject& request)
{
    return isUndecided(request) && requestText(request, "exercise") == QLatin1String("appeal");
}

QString upholdAppeal(const Scene& scene)
{
    std::optional<QJsonObject> appeal = scene.choose(kDataRequest, isOpenAppeal);
    if (!appeal)
        return {};
    const QString now = scene.now();
    // What was declined is taken up again; the request may have gone meanwhile.
    if (std::optional<QJsonObject> declined
        = findRequest(scene.store, scene.account, requestText(*appeal, "appealOf"))) {
        declined->insert(QStringLiteral("reason"), QJsonValue());
        if (isExport(*declined))
            declined->insert(QStringLiteral("progress"),
                QJsonObject { { QStringLiteral("stage"), QStringLiteral("queued") },
                    { QStringLiteral("done"), 0 }, { QStringLiteral("total"), 0 } });
        addStep(*declined, now, QStringLiteral("in_progress"),
            QStringLiteral("You appealed, and you were right. We take it up again."));
        write(scene, *declined);
    }
    addStep(*appeal, now, QStringLiteral("fulfilled"),
        QStringLiteral("Somebody who had no part in the first decision looked at it and agrees with you."));
    return write(scene, *appeal);
}

QString rejectAppeal(const Scene& scene)
{
    std::optional<QJsonObject> appeal = scene.choose(kDataRequest, isOpenAppeal);
    if (!appeal)
        return {};
    deny(*appeal, scene.now(), QStringLiteral("claim_not_covered"),
        QStringLiteral(
            "Somebody who had no part in the first decision looked at it and came to the same. You "
            "can turn to your supervisory authority or attorney general."));
    return write(scene, *appeal);
}

QString decideAppeal(const Scene& scene)
{
    return scene.random.chance(50) ? upholdAppeal(scene) : rejectAppeal(scene);
}

bool isInCoolingOff(const QJsonObject& request)
{
    const QJsonObject deletion = request.value(QLatin1String("deletion")).toObject();
    return isUndecided(request) && !requestText(deletion, "executeAt").isEmpty();
}

QString endCoolingOff(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, isInCoolingOff);
    if (!request)
        return {};
    const qint64 now = scene.store.clock().tick();
    QJsonObject deletion = request->value(QLatin1String("deletion")).toObject();
    deletion.insert(QStringLiteral("coolingOffUntil"), isoTime(now));
    deletion.insert(QStringLiteral("executeAt"), isoTime(now + kCleanUpSeconds * 1000));
    request->insert(QStringLiteral("deletion"), deletion);
    addStep(*request, isoTime(now), QStringLiteral("in_progress"),
        QStringLiteral("The cooling-off is over. We erase within about an hour."));
    return write(scene, *request);
}

QString executeDeletion(const Scene& scene)
{
    std::optional<QJsonObject> request = scene.choose(kDataRequest, isInCoolingOff);
    if (!request)
        return {};
    carryOutDeletion(scene.store, scene.writer, scene.account, *request);
    return requestText(*request, "id");
}

QString confirmOptOut(const Scene& scene)
{
    const QString name = QStringLiteral("sale_or_sharing");
    return confirmChoice(scene.store, scene.writer, scene.account, name) ? name : QString();
}

QString publishPolicy(const Scene& scene)
{
    return publishNextPolicy(scene.store, scene.writer);
}

QStringList categoriesOf(const QJsonObject& request)
{
    QStringList categories;
    for (const QJsonValue& category :
        request.value(QLatin1String("scope")).toObject().value(QLatin1String("categories")).toArray())
        categories.append(category.toString());
    return categories;
}

/// A number that stays the request's own.
int lotOf(const QJsonObject& request)
{
    int lot = 0;
    for (const QChar character : requestText(request, "id")) {
        if (character.isDigit())
            lot = (lot * 10 + character.digitValue()) % 1000;
    }
    return lot;
}

} // namespace

void carryOutDeletion(Store& store, StoreWriter& writer, const QString& account, QJsonObject request)
{
    const std::optional<Account> owner = store.account(account);
    const QStringList categories = categoriesOf(request);
    QJsonObject deletion = request.value(QLatin1String("deletion")).toObject();
    const QString now = store.clock().tickIso();
    const QJsonArray blockers = categories.isEmpty() ? deletionBlockers(store, *owner) : QJsonArray();
    deletion.insert(QStringLiteral("blockers"), blockers);
    if (!blockers.isEmpty()) {
        request.insert(QStringLiteral("deletion"), deletion);
        deny(request, now, QStringLiteral("other"),
            QStringLiteral("Since you asked, something began that must be wound up first."));
        saveRequest(store, writer, account, request);
        return;
    }
    const DeletionOutcome outcome = eraseData(store, writer, *owner, categories);
    // What the request says was looked through like everything else that stays.
    request = findRequest(store, account, requestText(request, "id")).value_or(request);
    deletion.insert(QStringLiteral("executedAt"), now);
    deletion.insert(QStringLiteral("cleared"), outcome.cleared);
    deletion.insert(QStringLiteral("retained"), outcome.retained);
    request.insert(QStringLiteral("deletion"), deletion);
    addStep(request, now, QStringLiteral("fulfilled"),
        QStringLiteral("Done. What is still here is listed with the reason, and your name is not in it."));
    saveRequest(store, writer, account, request);
    if (categories.isEmpty())
        endAllSessions(store, writer, account);
}

QString nextAct(const QJsonObject& request)
{
    if (!isUndecided(request) || waitsForIdentity(request))
        return {};
    if (isUnacknowledged(request))
        return QStringLiteral("acknowledgeRequest");
    if (isExport(request) || isDeletion(request))
        return {};
    const int lot = lotOf(request);
    if (requestText(request, "status") == QLatin1String("open")) {
        const bool asks = lot % 6 == 0 && requestText(request, "identity") == QLatin1String("NOT_NEEDED");
        return asks ? QStringLiteral("askForIdentity") : QStringLiteral("progressRequest");
    }
    if (requestText(request, "exercise") == QLatin1String("appeal"))
        return QStringLiteral("decideAppeal");
    if (lot % 5 == 0 && isExtendable(request))
        return QStringLiteral("extendRequest");
    return lot % 7 == 0 ? QStringLiteral("denyRequest") : QStringLiteral("fulfilRequest");
}

const std::vector<Act>& privacyActs()
{
    // None of them is left to the dice of the marketplace: the privacy office has its own pace.
    static const std::vector<Act> kActs {
        { "acknowledgeRequest", 0, acknowledge },
        { "askForIdentity", 0, askForIdentity },
        { "progressRequest", 0, progress },
        { "extendRequest", 0, extend },
        { "denyRequest", 0, decline },
        { "fulfilRequest", 0, fulfil },
        { "decideAppeal", 0, decideAppeal },
        { "upholdAppeal", 0, upholdAppeal },
        { "rejectAppeal", 0, rejectAppeal },
        { "endCoolingOff", 0, endCoolingOff },
        { "executeDeletion", 0, executeDeletion },
        { "confirmOptOut", 0, confirmOptOut },
        { "publishPolicy", 0, publishPolicy },
    };
    return kActs;
}

} // namespace ot::sandbox
