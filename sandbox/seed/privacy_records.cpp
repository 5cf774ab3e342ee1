// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/privacy_records.h"

#include "sandbox/privacy/consent_chain.h"
#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/policies.h"
#include "sandbox/privacy/privacy_choices.h"
#include "sandbox/privacy/security_log.h"
#include "sandbox/seed/world.h"

#include <QCryptographicHash>

namespace ot::sandbox {

namespace {

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

QString hashOf(const char* text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

bool isVendor(const SeedAccount& account)
{
    return account.key.startsWith(QLatin1String("vendor"));
}

void add(SeedAccount& account, const char* type, QJsonObject object, qint64 createdAt, qint64 updatedAt)
{
    object.insert(QStringLiteral("createdAt"), isoTime(createdAt));
    object.insert(QStringLiteral("updatedAt"), isoTime(updatedAt));
    const QString id = object.value(QLatin1String("id")).toString();
    account.records.push_back({ utf8(type), id, object });
}

// Consents

struct PastConsent {
    const char* id;
    const char* purpose;
    const char* type;
    const char* method;
    const char* shown; // the words next to the switch
    qint64 age;
};

constexpr PastConsent kConsents[] {
    { "cr_1", "functional", "given", "first_start",
        "Remember my settings on the platform, so that they are the same on each device.", 160 * kDay },
    { "cr_2", "analytics", "refused", "first_start", "Count which features I use.", 160 * kDay },
    { "cr_3", "marketing_email", "given", "web", "Send me news by email.", 150 * kDay },
    { "cr_4", "marketing_email", "withdrawn", "settings", "Send me news by email.", 61 * kDay },
};

QJsonObject consentOf(const SeedAccount& account, const PastConsent& past, qint64 now)
{
    const QJsonObject& policy = allPolicyVersions().front();
    const QString id = utf8(past.id) + QLatin1Char('_') + account.key;
    return {
        { QStringLiteral("id"), id },
        { QStringLiteral("schemaVersion"), utf8("1") },
        { QStringLiteral("piiPrincipalId"), account.userId },
        { QStringLiteral("piiController"), utf8("OpenTrain") },
        { QStringLiteral("privacyNotice"),
            QJsonObject { { QStringLiteral("version"), policy.value(QLatin1String("id")) },
                { QStringLiteral("hash"), policy.value(QLatin1String("hash")) },
                { QStringLiteral("language"), utf8("en") } } },
        { QStringLiteral("purpose"), utf8(past.purpose) },
        { QStringLiteral("lawfulBasis"), utf8("consent") },
        { QStringLiteral("dataCategories"), QJsonArray { utf8("settings") } },
        { QStringLiteral("sensitive"), false },
        { QStringLiteral("recipients"), QJsonArray { utf8("OpenTrain") } },
        { QStringLiteral("jurisdiction"), utf8("EU") },
        { QStringLiteral("storageCondition"), utf8("until it is withdrawn") },
        { QStringLiteral("event"),
            QJsonObject { { QStringLiteral("type"), utf8(past.type) },
                { QStringLiteral("time"), isoTime(now - past.age) },
                { QStringLiteral("method"), utf8(past.method) },
                { QStringLiteral("interfaceTextHash"), hashOf(past.shown) } } },
    };
}

void addConsents(SeedAccount& account, qint64 now)
{
    QString previous = chainBeginning();
    for (const PastConsent& past : kConsents) {
        const QJsonObject record = chained(consentOf(account, past, now), previous);
        previous = record.value(QLatin1String("hash")).toString();
        add(account, "ConsentRecord", record, now - past.age, now - past.age);
    }
}

void addChoices(SeedAccount& account, qint64 now)
{
    for (const QString& name : privacyChoices()) {
        QJsonObject choice = defaultChoice(name, isoTime(now - 160 * kDay));
        qint64 since = now - 160 * kDay;
        for (const PastConsent& past : kConsents) {
            if (name != utf8(past.purpose))
                continue;
            since = now - past.age;
            choice.insert(QStringLiteral("allowed"), utf8(past.type) == QLatin1String("given"));
            choice.insert(QStringLiteral("source"), utf8("USER"));
            choice.insert(QStringLiteral("since"), isoTime(since));
            choice.insert(QStringLiteral("consentRecordId"), utf8(past.id) + QLatin1Char('_') + account.key);
        }
        add(account, "PrivacyChoice", choice, now - 160 * kDay, since);
    }
}

// Requests

QJsonObject scopeOf(const QJsonArray& fields, const char* text)
{
    return { { QStringLiteral("categories"), QJsonArray() }, { QStringLiteral("fields"), fields },
        { QStringLiteral("purpose"), QJsonValue() },
        { QStringLiteral("text"), text == nullptr ? QJsonValue() : QJsonValue(utf8(text)) } };
}

QJsonObject pastRequest(
    const SeedAccount& account, const char* id, const char* exercise, const QJsonObject& scope, qint64 at)
{
    const QString relationship = isVendor(account) ? utf8("vendor_member") : utf8("trainer");
    const QString regime = isVendor(account) ? utf8("uk-gdpr") : utf8("gdpr");
    QJsonObject request = makeDataRequest(
        { utf8(id) + QLatin1Char('_') + account.key, utf8(exercise), regime, relationship, scope, {}, {} },
        at);
    const QString next = isoTime(at + 5 * kHour);
    request.insert(QStringLiteral("acknowledgedAt"), next);
    addStep(request, next, utf8("open"), utf8("A person of the privacy team has your request."));
    return request;
}

void addRequests(SeedAccount& account, qint64 now)
{
    const qint64 asked = now - 95 * kDay;
    QJsonObject access = pastRequest(account, "dr_1", "access", scopeOf({}, nullptr), asked);
    addStep(access, isoTime(asked + 2 * kDay), utf8("fulfilled"), utf8("Your archive is ready."));
    addStep(access, isoTime(asked + 9 * kDay), utf8("fulfilled"),
        utf8("The archive is erased. You can ask for another."));
    add(account, kDataRequest.toUtf8().constData(), access, asked, asked + 9 * kDay);

    // One that was declined, so that there is something to appeal.
    const qint64 wished = now - 20 * kDay;
    const QJsonArray fields { QJsonObject { { QStringLiteral("recordType"), utf8("Account") },
        { QStringLiteral("id"), account.userId }, { QStringLiteral("member"), utf8("country") },
        { QStringLiteral("value"), utf8("PT") } } };
    QJsonObject correction = pastRequest(
        account, "dr_2", "correction", scopeOf(fields, "I have moved; please change my country."), wished);
    deny(correction, isoTime(wished + 3 * kDay), utf8("insuf_verification"),
        utf8("We could not see from what you sent that you live there now."));
    add(account, kDataRequest.toUtf8().constData(), correction, wished, wished + 3 * kDay);
}

// Connected tools

struct Tool {
    const char* id;
    const char* name;
    const char* company;
    const char* kind;
    const char* scope;
    const char* status;
    const char* host;
    qint64 connectedAge;
    qint64 usedAge;
};

constexpr Tool kTools[] {
    { "it_label", "Label Atelier", "Atelier Labs", "annotation_tool",
        "Your work address and the projects you are assigned to", "CONNECTED", "label-atelier.example",
        120 * kDay, 3 * kHour },
    { "it_calendar", "Daywise Calendar", "Daywise", "calendar", "Times of meetings and deadlines",
        "CONNECTED", "daywise.example", 90 * kDay, kDay },
    { "it_payout", "Quaypay", "Quaypay Europe", "payment", "Payouts and their state", "CONNECTED",
        "quaypay.example", 150 * kDay, 6 * kDay },
    { "it_storage", "Boxroom", "Boxroom", "storage", "Files you choose", "ERROR", "boxroom.example",
        70 * kDay, 33 * kDay },
};

void addTools(SeedAccount& account, qint64 now)
{
    for (const Tool& tool : kTools) {
        const QString host = utf8("https://") + utf8(tool.host);
        add(account, "Integration",
            {
                { QStringLiteral("id"), utf8(tool.id) + QLatin1Char('_') + account.key },
                { QStringLiteral("name"), utf8(tool.name) },
                { QStringLiteral("company"), utf8(tool.company) },
                { QStringLiteral("kind"), utf8(tool.kind) },
                { QStringLiteral("scopes"), QJsonArray { utf8(tool.scope) } },
                { QStringLiteral("status"), utf8(tool.status) },
                { QStringLiteral("connectedAt"), isoTime(now - tool.connectedAge) },
                { QStringLiteral("lastUsedAt"), isoTime(now - tool.usedAge) },
                { QStringLiteral("privacyUrl"), host + utf8("/privacy") },
                { QStringLiteral("url"), host },
            },
            now - tool.connectedAge, now - tool.usedAge);
    }
}

// Sign-ins

struct PastSecurityEvent {
    const char* id;
    const char* kind;
    const char* device;
    const char* platform;
    const char* network;
    const char* location;
    qint64 age;
    bool ofOwnToken = false; // the token the sandbox gives the account
};

constexpr PastSecurityEvent kSecurityEvents[] {
    { "se_1", "SIGN_IN", "Firefox", "Linux", "203.0.113.x", "Home", 58 * kDay },
    { "se_2", "SIGN_OUT", "Firefox", "Linux", "203.0.113.x", "Home", 57 * kDay },
    { "se_3", "SIGN_IN_FAILED", "Chrome", "Windows", "198.51.100.x", "Riga, Latvia", 31 * kDay },
    { "se_4", "SIGN_IN_FAILED", "Chrome", "Windows", "198.51.100.x", "Riga, Latvia", 31 * kDay - kMinute },
    { "se_5", "SIGN_IN", "Safari", "iOS", "192.0.2.x", "On the way", 12 * kDay },
    { "se_6", "SESSION_ENDED", "Safari", "iOS", "192.0.2.x", "On the way", 5 * kDay },
    { "se_7", "TOKEN_CREATED", "Sandbox token", "Linux", "127.0.0.x", "This machine", 0, true },
};

void addSecurityEvents(SeedAccount& account, qint64 now)
{
    for (const PastSecurityEvent& past : kSecurityEvents) {
        add(account, "SecurityEvent",
            {
                { QStringLiteral("id"), utf8(past.id) + QLatin1Char('_') + account.key },
                { QStringLiteral("kind"), utf8(past.kind) },
                { QStringLiteral("occurredAt"), isoTime(now - past.age) },
                { QStringLiteral("deviceName"), utf8(past.device) },
                { QStringLiteral("platform"), utf8(past.platform) },
                { QStringLiteral("networkMasked"), utf8(past.network) },
                { QStringLiteral("location"), utf8(past.location) },
                { QStringLiteral("sessionId"),
                    past.ofOwnToken ? QJsonValue(ownSession(account.key)) : QJsonValue() },
                { QStringLiteral("sessionActive"), past.ofOwnToken },
                { QStringLiteral("isThisSession"), false },
            },
            now - past.age, now - past.age);
    }
}

} // namespace

void addPrivacyRecords(SeedAccount& account, qint64 now)
{
    addConsents(account, now);
    addChoices(account, now);
    addRequests(account, now);
    addTools(account, now);
    addSecurityEvents(account, now);
}

} // namespace ot::sandbox
