// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes on around payouts: invoices, the methods a person keeps at the payment provider, tax forms.
#include "sandbox/marketplace/act.h"
#include "sandbox/marketplace/work_flow.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
const QString kInvoice = QStringLiteral("Invoice");
const QString kMethod = QStringLiteral("PayoutMethod");
const QString kTaxForm = QStringLiteral("TaxForm");

std::optional<QJsonObject> chooseIn(const Scene& scene, const QString& type, const QStringList& statuses)
{
    return scene.choose(
        type, [&statuses](const QJsonObject& object) { return statuses.contains(textOf(object, "status")); });
}

QString moveInvoice(const Scene& scene, const QStringList& from, const QString& status)
{
    const auto invoice = chooseIn(scene, kInvoice, from);
    if (!invoice)
        return {};
    WorkFlow(scene.store, scene.writer, scene.account).moveInvoice(textOf(*invoice, "id"), status);
    return textOf(*invoice, "id");
}

QString issueInvoice(const Scene& scene)
{
    return moveInvoice(scene, { QStringLiteral("DRAFT") }, QStringLiteral("OPEN"));
}

QString payInvoice(const Scene& scene)
{
    return moveInvoice(scene, { QStringLiteral("OPEN") }, QStringLiteral("PAID"));
}

QString voidInvoice(const Scene& scene)
{
    return moveInvoice(scene, { QStringLiteral("DRAFT"), QStringLiteral("OPEN") }, QStringLiteral("VOID"));
}

/// The person has added a method on the provider's page.
QString addMethod(const Scene& scene)
{
    const QString id = QStringLiteral("pm_x%1").arg(scene.writer.nextNumber());
    const bool first = scene.store.list(scene.account, kMethod).empty();
    scene.save(kMethod,
        { { QStringLiteral("id"), id }, { QStringLiteral("kind"), QStringLiteral("BANK_ACCOUNT") },
            { QStringLiteral("provider"), QStringLiteral("Stripe") },
            { QStringLiteral("label"), QStringLiteral("Savings account") },
            { QStringLiteral("last4"), QString::number(scene.random.between(1000, 9999)) },
            { QStringLiteral("currency"), QStringLiteral("EUR") },
            { QStringLiteral("country"), QStringLiteral("ES") },
            { QStringLiteral("status"), QStringLiteral("ACTIVE") }, { QStringLiteral("isDefault"), first },
            { QStringLiteral("requirements"), QJsonArray() },
            { QStringLiteral("manageUrl"), QStringLiteral("https://connect.example.test/methods/") + id },
            { QStringLiteral("createdAt"), scene.now() } });
    return id;
}

QString moveMethod(
    const Scene& scene, const QStringList& from, const QString& status, const QJsonArray& requirements)
{
    auto method = chooseIn(scene, kMethod, from);
    if (!method)
        return {};
    method->insert(QStringLiteral("status"), status);
    method->insert(QStringLiteral("requirements"), requirements);
    scene.save(kMethod, *method);
    return textOf(*method, "id");
}

QString questionMethod(const Scene& scene)
{
    return moveMethod(scene, { QStringLiteral("ACTIVE") }, QStringLiteral("NEEDS_ACTION"),
        { QStringLiteral("A statement of the account that is not older than three months") });
}

QString verifyMethod(const Scene& scene)
{
    return moveMethod(
        scene, { QStringLiteral("NEEDS_ACTION"), QStringLiteral("DISABLED") }, QStringLiteral("ACTIVE"), {});
}

QString disableMethod(const Scene& scene)
{
    return moveMethod(scene, { QStringLiteral("ACTIVE"), QStringLiteral("NEEDS_ACTION") },
        QStringLiteral("DISABLED"), { QStringLiteral("Another account") });
}

QString requestForm(const Scene& scene)
{
    const QString id = QStringLiteral("tx_x%1").arg(scene.writer.nextNumber());
    const QString now = scene.now();
    scene.save(kTaxForm,
        { { QStringLiteral("id"), id }, { QStringLiteral("form"), QStringLiteral("W-8BEN") },
            { QStringLiteral("status"), QStringLiteral("NEEDED") },
            { QStringLiteral("country"), QStringLiteral("ES") },
            { QStringLiteral("taxIdLast4"), QJsonValue() },
            { QStringLiteral("withholdingPercent"), QJsonValue() },
            { QStringLiteral("validUntil"), QJsonValue() }, { QStringLiteral("requestedAt"), now },
            { QStringLiteral("submittedAt"), QJsonValue() },
            { QStringLiteral("rejectionReason"), QJsonValue() },
            { QStringLiteral("manageUrl"), QStringLiteral("https://app.opentrain.ai/settings/tax") },
            { QStringLiteral("createdAt"), now } });
    return id;
}

/// Submitted on the web, then accepted; what was rejected or has expired is submitted anew.
QString advanceForm(const Scene& scene)
{
    auto form = chooseIn(scene, kTaxForm,
        { QStringLiteral("NEEDED"), QStringLiteral("SUBMITTED"), QStringLiteral("REJECTED"),
            QStringLiteral("EXPIRED") });
    if (!form)
        return {};
    if (textOf(*form, "status") == QLatin1String("SUBMITTED")) {
        form->insert(QStringLiteral("status"), QStringLiteral("ACCEPTED"));
        form->insert(QStringLiteral("withholdingPercent"), 0);
        form->insert(QStringLiteral("validUntil"), isoTime(scene.store.clock().now() + 3 * 365 * kDay));
    } else {
        form->insert(QStringLiteral("status"), QStringLiteral("SUBMITTED"));
        form->insert(QStringLiteral("submittedAt"), scene.now());
        form->insert(QStringLiteral("taxIdLast4"), QStringLiteral("21K0"));
        form->insert(QStringLiteral("rejectionReason"), QJsonValue());
    }
    scene.save(kTaxForm, *form);
    return textOf(*form, "id");
}

QString rejectForm(const Scene& scene)
{
    auto form = chooseIn(scene, kTaxForm, { QStringLiteral("SUBMITTED") });
    if (!form)
        return {};
    form->insert(QStringLiteral("status"), QStringLiteral("REJECTED"));
    form->insert(QStringLiteral("rejectionReason"),
        QStringLiteral("The name on the form is not that of the account."));
    scene.save(kTaxForm, *form);
    return textOf(*form, "id");
}

QString expireForm(const Scene& scene)
{
    auto form = chooseIn(scene, kTaxForm, { QStringLiteral("ACCEPTED") });
    if (!form)
        return {};
    form->insert(QStringLiteral("status"), QStringLiteral("EXPIRED"));
    form->insert(QStringLiteral("validUntil"), scene.now());
    scene.save(kTaxForm, *form);
    return textOf(*form, "id");
}

} // namespace

const std::vector<Act>& moneyActs()
{
    static const std::vector<Act> kActs {
        { "issueInvoice", 0, issueInvoice },
        { "payInvoice", 0, payInvoice },
        { "voidInvoice", 0, voidInvoice },
        { "addPayoutMethod", 0, addMethod },
        { "questionPayoutMethod", 0, questionMethod },
        { "verifyPayoutMethod", 1, verifyMethod },
        { "disablePayoutMethod", 0, disableMethod },
        { "requestTaxForm", 0, requestForm },
        { "advanceTaxForm", 1, advanceForm },
        { "rejectTaxForm", 0, rejectForm },
        { "expireTaxForm", 0, expireForm },
    };
    return kActs;
}

} // namespace ot::sandbox
