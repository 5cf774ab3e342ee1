// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/privacy_effects.h"

#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/privacy_choices.h"

namespace ot::sandbox {

namespace {

struct ChoiceEffect {
    const char* exercise;
    const char* choice;
    bool allowed;
    const char* answer;
};

constexpr ChoiceEffect kChoiceEffects[] {
    { "sale:opt_out", "sale_or_sharing", false, "We no longer sell or share your information." },
    { "sale:opt_in", "sale_or_sharing", true, "You allow again that information is shared." },
    { "targeted_advertising:opt_out", "advertising", false, "You are no longer in targeted advertising." },
    { "profiling:opt_out", "profiling", false, "Nothing is decided about you by profiling any more." },
    { "sensitive:limit", "sensitive_data", false,
        "Sensitive information is used for what you asked for, and for nothing else." },
};

QString purposeOf(const QJsonObject& request)
{
    return requestText(request.value(QLatin1String("scope")).toObject(), "purpose");
}

/// Switches off what rests on no duty of ours: one purpose where one was named, all of them otherwise.
QString stopOptional(Store& store, StoreWriter& writer, const QString& account, const QString& purpose)
{
    QStringList names { QStringLiteral("analytics"), QStringLiteral("advertising"),
        QStringLiteral("sale_or_sharing"), QStringLiteral("profiling"), QStringLiteral("marketing_email") };
    if (privacyChoices().contains(purpose) && purpose != QLatin1String("gpc"))
        names = { purpose };
    for (const QString& name : std::as_const(names))
        setChoice(store, writer, account, { name, false, QStringLiteral("USER") });
    confirmChoice(store, writer, account, QStringLiteral("sale_or_sharing"));
    return QStringLiteral("We have stopped it. Your privacy choices show what is off.");
}

QString correct(Store& store, StoreWriter& writer, const QString& account, const QJsonObject& request)
{
    const qsizetype asked
        = request.value(QLatin1String("scope")).toObject().value(QLatin1String("fields")).toArray().size();
    const int applied = applyCorrection(store, writer, account, request);
    if (applied == asked)
        return QStringLiteral("We have corrected what you asked for.");
    return QStringLiteral("We have corrected %1 of %2 values; the other records have changed or gone since.")
        .arg(applied)
        .arg(asked);
}

} // namespace

QString applyEffects(Store& store, StoreWriter& writer, const QString& account, const QJsonObject& request)
{
    const QString exercise = requestText(request, "exercise");
    for (const ChoiceEffect& effect : kChoiceEffects) {
        if (exercise != QLatin1String(effect.exercise))
            continue;
        const QString name = QLatin1String(effect.choice);
        setChoice(store, writer, account, { name, effect.allowed, QStringLiteral("USER") });
        confirmChoice(store, writer, account, name);
        return QString::fromUtf8(effect.answer);
    }
    if (exercise == QLatin1String("correction"))
        return correct(store, writer, account, request);
    if (exercise == QLatin1String("restriction") || exercise == QLatin1String("objection"))
        return stopOptional(store, writer, account, purposeOf(request));
    if (exercise == QLatin1String("consent:withdraw")) {
        setChoice(store, writer, account, { purposeOf(request), false, QStringLiteral("USER") });
        return QStringLiteral("Your consent ended when you withdrew it.");
    }
    if (exercise == QLatin1String("dpa"))
        return QStringLiteral("Our data processing addendum is on its way to your organization's contact. It "
                              "binds us as soon as it is countersigned.");
    return QStringLiteral("We have looked into your complaint and answered it in writing. If the answer does "
                          "not satisfy you, your supervisory authority is the next to ask.");
}

} // namespace ot::sandbox
