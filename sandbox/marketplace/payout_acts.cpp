// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way of the money, its detours too.
#include "sandbox/marketplace/act.h"
#include "sandbox/marketplace/work_flow.h"

#include <QHash>

namespace ot::sandbox {

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
const QString kPayout = QStringLiteral("Payout");

const QHash<QString, QString>& nextStatus()
{
    static const QHash<QString, QString> kNext {
        { QStringLiteral("REQUESTED"), QStringLiteral("APPROVED") },
        { QStringLiteral("APPROVED"), QStringLiteral("PENDING_PAYOUT") },
        { QStringLiteral("PENDING_PAYOUT"), QStringLiteral("IN_TRANSIT") },
        { QStringLiteral("IN_TRANSIT"), QStringLiteral("PAID") },
        { QStringLiteral("HELD"), QStringLiteral("PENDING_PAYOUT") },
        { QStringLiteral("FAILED"), QStringLiteral("PENDING_PAYOUT") },
        { QStringLiteral("RETURNED"), QStringLiteral("PENDING_PAYOUT") },
    };
    return kNext;
}

void tell(const Scene& scene, const QJsonObject& payout)
{
    scene.notify({ QStringLiteral("payout_status"), QStringLiteral("A payout has moved on"),
        textOf(payout, "jobTitle"), kPayout, textOf(payout, "id") });
}

QString advance(const Scene& scene)
{
    auto payout = scene.choose(kPayout, [&scene](const QJsonObject& p) {
        const QString status = textOf(p, "status");
        // What is held, failed or came back only goes on by itself when somebody asks for it.
        const bool stuck = status == QLatin1String("HELD") || status == QLatin1String("FAILED")
            || status == QLatin1String("RETURNED");
        return nextStatus().contains(status) && (!stuck || !scene.id.isEmpty());
    });
    if (!payout)
        return {};
    const QString status = nextStatus().value(textOf(*payout, "status"));
    payout->insert(QStringLiteral("status"), status);
    for (const auto& member :
        { QStringLiteral("blockedBy"), QStringLiteral("failureCode"), QStringLiteral("failureMessage") })
        payout->insert(member, QJsonValue());
    if (status == QLatin1String("APPROVED"))
        payout->insert(QStringLiteral("approvedAt"), scene.now());
    if (status == QLatin1String("IN_TRANSIT"))
        payout->insert(QStringLiteral("arrivalDate"), isoTime(scene.store.clock().now() + 3 * kDay));
    if (status == QLatin1String("PAID"))
        payout->insert(QStringLiteral("paidAt"), scene.now());
    tell(scene, *payout);
    if (status == QLatin1String("PAID"))
        WorkFlow(scene.store, scene.writer, scene.account)
            .moveInvoice(textOf(*payout, "invoiceId"), QStringLiteral("PAID"));
    scene.save(kPayout, *payout);
    return textOf(*payout, "id");
}

QString stop(const Scene& scene, const QString& from, const QString& status, const QJsonObject& why)
{
    auto payout
        = scene.choose(kPayout, [&from](const QJsonObject& p) { return textOf(p, "status") == from; });
    if (!payout)
        return {};
    payout->insert(QStringLiteral("status"), status);
    payout->insert(QStringLiteral("arrivalDate"), QJsonValue());
    for (auto it = why.begin(); it != why.end(); ++it)
        payout->insert(it.key(), it.value());
    tell(scene, *payout);
    scene.save(kPayout, *payout);
    return textOf(*payout, "id");
}

QString hold(const Scene& scene)
{
    static const QStringList kReasons { QStringLiteral("payout_method"), QStringLiteral("tax_form"),
        QStringLiteral("verification"), QStringLiteral("employer"), QStringLiteral("processor") };
    const QString reason = scene.random.pick(kReasons);
    return stop(scene, QStringLiteral("PENDING_PAYOUT"), QStringLiteral("HELD"),
        { { QStringLiteral("blockedBy"), reason } });
}

QString fail(const Scene& scene)
{
    return stop(scene, QStringLiteral("PENDING_PAYOUT"), QStringLiteral("FAILED"),
        { { QStringLiteral("blockedBy"), QStringLiteral("payout_method") },
            { QStringLiteral("failureCode"), QStringLiteral("account_closed") },
            { QStringLiteral("failureMessage"),
                QStringLiteral("The bank says that this account is closed.") } });
}

QString comeBack(const Scene& scene)
{
    return stop(scene, QStringLiteral("IN_TRANSIT"), QStringLiteral("RETURNED"),
        { { QStringLiteral("blockedBy"), QStringLiteral("payout_method") },
            { QStringLiteral("failureCode"), QStringLiteral("no_account") },
            { QStringLiteral("failureMessage"),
                QStringLiteral("The bank sent the money back: no such account.") } });
}

} // namespace

const std::vector<Act>& payoutActs()
{
    static const std::vector<Act> kActs {
        { "advancePayout", 6, advance },
        { "holdPayout", 1, hold },
        { "failPayout", 0, fail },
        { "returnPayout", 0, comeBack },
    };
    return kActs;
}

} // namespace ot::sandbox
