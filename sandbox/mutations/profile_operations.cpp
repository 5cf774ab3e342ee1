// SPDX-License-Identifier: GPL-3.0-or-later
//
// The profile, the account's settings, and the people who vouch for it.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

#include <QTimeZone>

namespace ot::sandbox {

namespace {

constexpr int kMaxBioCharacters = 10'000;
constexpr int kMaxWordCharacters = 80;
constexpr int kMaxLevelCharacters = 40;
constexpr int kMaxWords = 100;
constexpr int kMaxLanguages = 50;
constexpr int kMaxEntries = 100;
constexpr qsizetype kMaxEntryBytes = 100'000;
constexpr double kMaxHourlyRate = 10'000;
constexpr std::size_t kMaxReferences = 50;
const QString kReference = QStringLiteral("Reference");

OperationResult updateProfile(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("title", Need::Optional, { kMaxNameCharacters });
    arguments.text("bio", Need::Optional, { kMaxBioCharacters, 0 });
    arguments.text("city", Need::OptionalOrNull, { kMaxNameCharacters });
    arguments.number("hourlyRateUsd", Need::OptionalOrNull, 0, kMaxHourlyRate);
    for (const char* level : { "availability", "englishLevel", "expertiseLevel" })
        arguments.text(level, Need::Optional, { kMaxLevelCharacters });
    arguments.object("skills", Need::Optional, [](Arguments& skills) {
        for (const char* list : { "subjectMatter", "tags", "software", "dataTypes", "labelTypes" })
            skills.texts(list, Need::Optional, kMaxWords, kMaxWordCharacters);
    });
    arguments.objects("languages", Need::Optional, kMaxLanguages, [](Arguments& language) {
        language.text("language", Need::Required, { kMaxWordCharacters });
        language.text("proficiency", Need::Required, { kMaxLevelCharacters });
    });
    for (const char* list : { "labelExperience", "workExperience", "education" })
        arguments.verbatimList(list, Need::Optional, kMaxEntries, kMaxEntryBytes);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    QJsonObject changes = arguments.values();
    if (arguments.has("skills")) {
        // A list changes as a whole; the lists that are not named stay.
        QJsonObject skills = currentOf(call).value(QLatin1String("skills")).toObject();
        const QJsonObject given = arguments.valueOf("skills").toObject();
        for (auto it = given.begin(); it != given.end(); ++it)
            skills.insert(it.key(), it.value());
        changes.insert(QStringLiteral("skills"), skills);
    }
    return updateTarget(call, changes);
}

OperationResult updateAccount(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("timeZone", Need::Optional, { kMaxNameCharacters });
    arguments.formed("locale", Need::Optional, "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}",
        QStringLiteral("a language tag of BCP 47"));
    arguments.formed(
        "country", Need::Optional, "[A-Z]{2}", QStringLiteral("a country code of ISO 3166 with two letters"));
    if (arguments.has("timeZone") && !QTimeZone::isTimeZoneIdAvailable(arguments.textOf("timeZone").toUtf8()))
        arguments.fault(QStringLiteral("timeZone"), QStringLiteral("must be a time zone's IANA name"));
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    return updateTarget(call, arguments.values());
}

/// "a…@example.test": enough to know one's own by.
QString masked(const QString& email)
{
    return email.left(1) + QStringLiteral("…@") + email.section(QLatin1Char('@'), 1);
}

OperationResult createReference(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.choice("kind", Need::Required,
        { QStringLiteral("REFERENCE"), QStringLiteral("REFERRAL"), QStringLiteral("TEAMMATE") });
    arguments.text("name", Need::Required, { kMaxNameCharacters });
    readEmail(arguments, "email", Need::Required);
    arguments.text("relation", Need::Required, { kMaxNameCharacters, 0 });
    arguments.flag("permissionConfirmed", Need::Required);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (!arguments.valueOf("permissionConfirmed").toBool()) {
        Refusal refusal
            = badMember(QStringLiteral("permissionConfirmed"), QStringLiteral("They have to agree first."));
        refusal.reason = QStringLiteral("permission_required");
        return refusal;
    }
    const QString& person = call.session.account.key;
    if (call.store.list(person, kReference).size() >= kMaxReferences)
        return notNow(QStringLiteral("limit_reached"),
            QStringLiteral("There are %1 references already.").arg(kMaxReferences));
    return createRecord(call, person, kReference,
        { { QStringLiteral("id"), newId(call, "rf") }, { QStringLiteral("kind"), arguments.valueOf("kind") },
            { QStringLiteral("name"), arguments.valueOf("name") },
            { QStringLiteral("emailMasked"), masked(arguments.textOf("email")) },
            { QStringLiteral("relation"), arguments.valueOf("relation") },
            { QStringLiteral("permissionConfirmedAt"), call.now() },
            { QStringLiteral("informedAt"), QJsonValue() },
            { QStringLiteral("status"), QStringLiteral("PENDING") } });
}

OperationResult removeReference(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    return removeTarget(call);
}

} // namespace

const std::vector<Operation>& profileOperations()
{
    static const std::vector<Operation> kOperations {
        { "Profile", "update", "profile:write", "", false, updateProfile },
        { "Account", "update", "profile:write", "", false, updateAccount },
        { "Reference", "create", "profile:write", "", true, createReference },
        { "Reference", "delete", "profile:write", "", false, removeReference },
    };
    return kOperations;
}

} // namespace ot::sandbox
