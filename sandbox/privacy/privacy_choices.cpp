// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/privacy_choices.h"

#include "sandbox/privacy/clocks.h"

namespace ot::sandbox {

namespace {

const QString kPrivacyChoice = QStringLiteral("PrivacyChoice");
const QString kSale = QStringLiteral("sale_or_sharing");
const QString kSignal = QStringLiteral("gpc");

bool isAllowed(const QJsonObject& choice)
{
    return choice.value(QLatin1String("allowed")).toBool();
}

QJsonObject choiceOf(Store& store, const QString& account, const QString& name)
{
    const std::optional<Record> record = store.find(account, kPrivacyChoice, name);
    return record && !record->removed ? record->json() : defaultChoice(name, store.clock().nowIso());
}

} // namespace

const QStringList& privacyChoices()
{
    static const QStringList kChoices { QStringLiteral("functional"), QStringLiteral("analytics"),
        QStringLiteral("advertising"), kSale, QStringLiteral("profiling"), QStringLiteral("marketing_email"),
        QStringLiteral("sensitive_data"), QStringLiteral("public_profile"), QStringLiteral("search_engines"),
        kSignal };
    return kChoices;
}

QJsonObject defaultChoice(const QString& name, const QString& since)
{
    // A profile is public when it is made, as the settings say; nothing else is allowed unasked.
    const bool allowed = name == QLatin1String("public_profile") || name == QLatin1String("search_engines");
    return {
        { QStringLiteral("id"), name },
        { QStringLiteral("allowed"), allowed },
        { QStringLiteral("source"), QStringLiteral("DEFAULT") },
        { QStringLiteral("since"), since },
        { QStringLiteral("confirmBy"), QJsonValue() },
        { QStringLiteral("confirmedAt"), QJsonValue() },
        { QStringLiteral("consentRecordId"), QJsonValue() },
        { QStringLiteral("createdAt"), since },
        { QStringLiteral("updatedAt"), since },
    };
}

Record setChoice(Store& store, StoreWriter& writer, const QString& account, const ChoiceChange& change)
{
    QJsonObject choice = choiceOf(store, account, change.name);
    const qint64 now = store.clock().tick();
    choice.insert(QStringLiteral("allowed"), change.allowed);
    choice.insert(QStringLiteral("source"), change.source);
    choice.insert(QStringLiteral("since"), isoTime(now));
    const bool optsOut = change.name == kSale && !change.allowed;
    choice.insert(QStringLiteral("confirmBy"),
        optsOut ? QJsonValue(isoTime(optOutConfirmedBy(now))) : QJsonValue(QJsonValue::Null));
    choice.insert(QStringLiteral("confirmedAt"), QJsonValue(QJsonValue::Null));
    choice.insert(QStringLiteral("consentRecordId"),
        change.consentRecordId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(change.consentRecordId));
    choice.insert(QStringLiteral("updatedAt"), isoTime(now));
    return writer.put(account, kPrivacyChoice, change.name, choice);
}

bool confirmChoice(Store& store, StoreWriter& writer, const QString& account, const QString& name)
{
    QJsonObject choice = choiceOf(store, account, name);
    if (choice.value(QLatin1String("confirmBy")).isNull()
        || !choice.value(QLatin1String("confirmedAt")).isNull())
        return false;
    const QString now = store.clock().tickIso();
    choice.insert(QStringLiteral("confirmedAt"), now);
    choice.insert(QStringLiteral("updatedAt"), now);
    writer.put(account, kPrivacyChoice, name, choice);
    return true;
}

void overrideBySignal(Store& store, StoreWriter& writer, const QString& account)
{
    for (const QString& name : { kSale, QStringLiteral("advertising") }) {
        if (isAllowed(choiceOf(store, account, name)))
            setChoice(store, writer, account, { name, false, QStringLiteral("GPC") });
    }
}

void noticeSignal(Store& store, const QString& account)
{
    if (isAllowed(choiceOf(store, account, kSignal)))
        return;
    StoreWriter writer(store);
    setChoice(store, writer, account, { kSignal, true, QStringLiteral("GPC") });
    overrideBySignal(store, writer, account);
    writer.commit();
}

} // namespace ot::sandbox
