// SPDX-License-Identifier: GPL-3.0-or-later
//
// An organization's profile and its people.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/record_tools.h"

#include <QUrl>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr int kMaxIdCharacters = 200;
constexpr int kMaxAboutCharacters = 10'000;
constexpr int kMaxWordCharacters = 120;
constexpr int kMaxWords = 100;
constexpr int kMaxEntries = 50;
constexpr int kMaxContracts = 500;
constexpr double kHoursOfAWeek = 168;
const QString kMember = QStringLiteral("TeamMember");
const QString kOwner = QStringLiteral("OWNER");

QStringList roles()
{
    return { kOwner, QStringLiteral("BID_MANAGER"), QStringLiteral("FINANCE"), QStringLiteral("MEMBER") };
}

void readCertification(Arguments& certification)
{
    certification.text("name", Need::Required, { kMaxNameCharacters });
    certification.text("issuer", Need::Required, { kMaxNameCharacters, 0 });
    certification.text("number", Need::OptionalOrNull, { kMaxNameCharacters, 0 });
    certification.text("validUntil", Need::OptionalOrNull, { kMaxWordCharacters });
    const QString until = certification.textOf("validUntil");
    if (!until.isEmpty() && !parseIsoTime(until))
        certification.fault(QStringLiteral("validUntil"), QStringLiteral("must be a time in ISO 8601"));
}

void readRate(Arguments& rate)
{
    rate.text("dataType", Need::Required, { kMaxWordCharacters });
    rate.choice("unit", Need::Required,
        { QStringLiteral("PER_HOUR"), QStringLiteral("PER_LABEL"), QStringLiteral("FIXED") });
    rate.integer("amountMicros", Need::Required, 0, kMaxAmount);
    rate.formed("currency", Need::Required, "[A-Z]{3}", QStringLiteral("a currency of ISO 4217"));
}

void readWebsite(Arguments& arguments)
{
    arguments.text("website", Need::OptionalOrNull, { kMaxAboutCharacters });
    const QString website = arguments.textOf("website");
    const QUrl url(website, QUrl::StrictMode);
    const bool web = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
    if (!website.isEmpty() && !web)
        arguments.fault(QStringLiteral("website"), QStringLiteral("must be the address of a web page"));
}

Arguments readCompany(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.text("name", Need::Optional, { kMaxNameCharacters });
    arguments.text("legalName", Need::OptionalOrNull, { kMaxNameCharacters });
    readWebsite(arguments);
    for (const char* about : { "description", "securityOverview", "workforceModel", "qualityModel" })
        arguments.text(about, Need::Optional, { kMaxAboutCharacters, 0 });
    for (const char* list : { "languages", "dataTypes", "labelTypes", "software", "industries" })
        arguments.texts(list, Need::Optional, kMaxWords, kMaxWordCharacters);
    arguments.texts("countries", Need::Optional, kMaxWords, 2);
    arguments.text("headcountBand", Need::Optional, { kMaxWordCharacters });
    arguments.objects("certifications", Need::Optional, kMaxEntries, readCertification);
    arguments.integer("minimumEngagementMinor", Need::OptionalOrNull, 0, kMaxAmount);
    arguments.formed("currency", Need::Optional, "[A-Z]{3}", QStringLiteral("a currency of ISO 4217"));
    arguments.objects("rates", Need::Optional, kMaxEntries, readRate);
    arguments.text("contactName", Need::Optional, { kMaxNameCharacters });
    readEmail(arguments, "contactEmail", Need::Optional);
    return arguments;
}

OperationResult updateCompany(const OperationCall& call)
{
    const Arguments arguments = readCompany(call);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    QJsonObject changes = arguments.values();
    QJsonArray certifications;
    for (const QJsonValue& value : changes.value(QLatin1String("certifications")).toArray()) {
        QJsonObject certification = value.toObject();
        for (const auto& member : { QStringLiteral("number"), QStringLiteral("validUntil") }) {
            if (!certification.contains(member))
                certification.insert(member, QJsonValue());
        }
        certifications.append(certification);
    }
    if (arguments.has("certifications"))
        changes.insert(QStringLiteral("certifications"), certifications);
    return updateTarget(call, changes);
}

bool isMember(const OperationCall& call, const QString& email)
{
    const std::vector<Record> members = call.store.list(call.account(), kMember);
    return std::any_of(members.cbegin(), members.cend(), [&email](const Record& record) {
        const QJsonObject member = record.json();
        return memberText(member, "status") != QLatin1String("REMOVED")
            && memberText(member, "email").compare(email, Qt::CaseInsensitive) == 0;
    });
}

/// Whether nobody else would be an OWNER without the target.
bool isLastOwner(const OperationCall& call)
{
    const auto isOwner = [](const QJsonObject& member) {
        return memberText(member, "role") == kOwner
            && memberText(member, "status") == QLatin1String("ACTIVE");
    };
    if (!isOwner(currentOf(call)))
        return false;
    const std::vector<Record> members = call.store.list(call.account(), kMember);
    return std::none_of(members.cbegin(), members.cend(),
        [&](const Record& record) { return record.id != call.id && isOwner(record.json()); });
}

Refusal lastOwner()
{
    return notNow(QStringLiteral("last_owner"), QStringLiteral("An organization needs an owner."));
}

OperationResult invite(const OperationCall& call)
{
    Arguments arguments(call.args);
    readEmail(arguments, "email", Need::Required);
    arguments.choice("role", Need::Required, roles());
    arguments.text("displayName", Need::Optional, { kMaxNameCharacters });
    arguments.text("title", Need::OptionalOrNull, { kMaxNameCharacters });
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    const QString organization = organizationOf(call);
    if (organization.isEmpty())
        return notAllowed(
            QStringLiteral("role_not_allowed"), QStringLiteral("You do not belong to an organization."));
    const QString email = arguments.textOf("email");
    if (isMember(call, email))
        return notNow(QStringLiteral("already_member"), QStringLiteral("This person is a member already."));
    const QString name = arguments.has("displayName") ? arguments.textOf("displayName")
                                                      : email.section(QLatin1Char('@'), 0, 0);
    return createRecord(call, call.account(), kMember,
        { { QStringLiteral("id"), newId(call, "tm") }, { QStringLiteral("organizationId"), organization },
            { QStringLiteral("userId"), QJsonValue() }, { QStringLiteral("displayName"), name },
            { QStringLiteral("email"), email }, { QStringLiteral("role"), arguments.valueOf("role") },
            { QStringLiteral("status"), QStringLiteral("INVITED") },
            { QStringLiteral("title"), arguments.valueOf("title") },
            { QStringLiteral("languages"), QJsonArray() }, { QStringLiteral("skills"), QJsonArray() },
            { QStringLiteral("weeklyHours"), QJsonValue() },
            { QStringLiteral("allocatedHours"), QJsonValue() },
            { QStringLiteral("contractIds"), QJsonArray() }, { QStringLiteral("invitedAt"), call.now() },
            { QStringLiteral("joinedAt"), QJsonValue() }, { QStringLiteral("lastActiveAt"), QJsonValue() } });
}

std::optional<Refusal> checkContracts(const OperationCall& call, const QJsonArray& contractIds)
{
    for (qsizetype i = 0; i < contractIds.size(); ++i) {
        const auto contract
            = call.store.find(call.account(), QStringLiteral("Contract"), contractIds.at(i).toString());
        if (contract && !contract->removed)
            continue;
        Refusal refusal = notNow(
            QStringLiteral("contract_missing"), QStringLiteral("The organization has no such contract."));
        refusal.path = QStringLiteral("args.contractIds.%1").arg(i);
        return refusal;
    }
    return std::nullopt;
}

OperationResult updateMember(const OperationCall& call)
{
    Arguments arguments(call.args);
    arguments.choice("role", Need::Optional, roles());
    arguments.text("title", Need::OptionalOrNull, { kMaxNameCharacters });
    arguments.number("weeklyHours", Need::OptionalOrNull, 0, kHoursOfAWeek);
    arguments.number("allocatedHours", Need::OptionalOrNull, 0, kHoursOfAWeek);
    arguments.texts("languages", Need::Optional, kMaxWords, kMaxWordCharacters);
    arguments.texts("skills", Need::Optional, kMaxWords, kMaxWordCharacters);
    arguments.texts("contractIds", Need::Optional, kMaxContracts, kMaxIdCharacters);
    if (std::optional<Refusal> refusal = arguments.refusalOfUpdate())
        return *refusal;
    if (memberText(currentOf(call), "status") == QLatin1String("REMOVED"))
        return noSuchRecord(QStringLiteral("This person is no member any more."));
    if (arguments.has("role") && arguments.textOf("role") != kOwner && isLastOwner(call))
        return lastOwner();
    if (std::optional<Refusal> refusal = checkContracts(call, arguments.valueOf("contractIds").toArray()))
        return *refusal;
    return updateTarget(call, arguments.values());
}

OperationResult removeMember(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (isLastOwner(call))
        return lastOwner();
    return updateTarget(call,
        { { QStringLiteral("status"), QStringLiteral("REMOVED") },
            { QStringLiteral("contractIds"), QJsonArray() } });
}

} // namespace

const std::vector<Operation>& teamOperations()
{
    static const std::vector<Operation> kOperations {
        { "Company", "update", "team:write", "OWNER BID_MANAGER", false, updateCompany },
        { "TeamMember", "create", "team:write", "OWNER", true, invite },
        { "TeamMember", "update", "team:write", "OWNER", false, updateMember },
        { "TeamMember", "delete", "team:write", "OWNER", false, removeMember },
    };
    return kOperations;
}

} // namespace ot::sandbox
