// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a request is about: reading it from what a client sent, and doing what a correction says.
#include "sandbox/json.h"
#include "sandbox/privacy/data_categories.h"
#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/privacy_choices.h"

namespace ot::sandbox {

namespace {

constexpr qsizetype kMaxFields = 50;
constexpr qsizetype kMaxTextCharacters = 10'000;
constexpr qsizetype kMaxScopeBytes = 64 * 1024;

Refusal badScope(const QString& path, const QString& sentence)
{
    return badMember(path.isEmpty() ? QStringLiteral("scope") : QStringLiteral("scope.") + path, sentence);
}

/// Records that say what happened, or what others said: they are never changed afterwards.
bool isWrittenOnce(const QString& type)
{
    static const QStringList kTypes { QStringLiteral("ConsentRecord"), QStringLiteral("PrivacyChoice"),
        QStringLiteral("DataRequest"), QStringLiteral("SecurityEvent"), QStringLiteral("Acknowledgement"),
        QStringLiteral("Message"), QStringLiteral("Conversation") };
    return kTypes.contains(type);
}

/// Members that say which record it is, when it was made, or how much money is meant.
bool isFixedMember(const QString& member)
{
    static const QStringList kMembers { QStringLiteral("id"), QStringLiteral("createdAt"),
        QStringLiteral("updatedAt"), QStringLiteral("mutationId"), QStringLiteral("status"),
        QStringLiteral("state"), QStringLiteral("currency"), QStringLiteral("organizationId"),
        QStringLiteral("memberRole"), QStringLiteral("accountKind"), QStringLiteral("userType") };
    return kMembers.contains(member) || member.endsWith(QLatin1String("Id"))
        || member.endsWith(QLatin1String("Ids")) || member.endsWith(QLatin1String("Minor"))
        || member.endsWith(QLatin1String("Micros"));
}

std::optional<Refusal> checkField(Store& store, const QString& account, const QJsonValue& value, qsizetype at)
{
    const QString path = QStringLiteral("fields.%1").arg(at);
    const QJsonObject field = value.toObject();
    const QString type = requestText(field, "recordType");
    const std::optional<Record> record = store.find(account, type, requestText(field, "id"));
    if (!record || record->removed)
        return badScope(path, QStringLiteral("there is no such record"));
    const QString member = requestText(field, "member");
    const QJsonObject object = record->json();
    if (isWrittenOnce(type))
        return badScope(
            path + QStringLiteral(".recordType"), QStringLiteral("records of this type are never changed"));
    if (!object.contains(member) || isFixedMember(member))
        return badScope(path + QStringLiteral(".member"), QStringLiteral("is not a member to be corrected"));
    const QJsonValue wanted = field.value(QLatin1String("value"));
    const QJsonValue now = object.value(member);
    if (wanted.isUndefined() || (!now.isNull() && wanted.type() != now.type())
        || (now.isNull() && !wanted.isString()) || wanted.toString().size() > kMaxTextCharacters)
        return badScope(
            path + QStringLiteral(".value"), QStringLiteral("must be of the kind the member has now"));
    return std::nullopt;
}

std::optional<Refusal> checkCategories(const QJsonValue& categories)
{
    if (categories.isNull() || categories.isUndefined())
        return std::nullopt;
    if (!categories.isArray())
        return badScope(QStringLiteral("categories"), QStringLiteral("must be a list of categories"));
    QStringList seen;
    for (const QJsonValue& category : categories.toArray()) {
        const QString name = category.toString();
        if (!dataCategories().contains(name) || seen.contains(name))
            return badScope(QStringLiteral("categories"),
                QStringLiteral("must be a list of categories, each once, out of %1")
                    .arg(dataCategories().join(QStringLiteral(", "))));
        seen.append(name);
    }
    return std::nullopt;
}

std::optional<Refusal> checkFields(
    Store& store, const QString& account, const QString& exercise, const QJsonValue& fields)
{
    const bool corrects = exercise == QLatin1String("correction");
    if (!fields.isArray() && !fields.isNull() && !fields.isUndefined())
        return badScope(QStringLiteral("fields"), QStringLiteral("must be a list of fields"));
    const QJsonArray all = fields.toArray();
    if (all.size() > kMaxFields || corrects == all.isEmpty())
        return badScope(QStringLiteral("fields"),
            corrects ? QStringLiteral("must name 1 to 50 fields to correct")
                     : QStringLiteral("belongs to a correction"));
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (std::optional<Refusal> refusal = checkField(store, account, all.at(i), i))
            return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> checkTexts(const QString& exercise, const QJsonObject& scope)
{
    for (const char* name : { "purpose", "text" }) {
        const QJsonValue value = scope.value(QLatin1String(name));
        const bool absent = value.isNull() || value.isUndefined();
        if (!absent && (!value.isString() || value.toString().size() > kMaxTextCharacters))
            return badScope(
                QLatin1String(name), QStringLiteral("must be a text of at most 10,000 characters"));
    }
    const QString purpose = requestText(scope, "purpose");
    if (exercise == QLatin1String("consent:withdraw") && !privacyChoices().contains(purpose))
        return badScope(QStringLiteral("purpose"), QStringLiteral("must name what you no longer allow"));
    if (exercise == QLatin1String("complaint") && requestText(scope, "text").trimmed().isEmpty())
        return badScope(QStringLiteral("text"), QStringLiteral("must say what the complaint is about"));
    return std::nullopt;
}

} // namespace

ScopeResult readScope(Store& store, const QString& account, const QString& exercise, const QJsonValue& scope)
{
    if (!scope.isObject() && !scope.isNull() && !scope.isUndefined())
        return { {}, badScope({}, QStringLiteral("must be an object")) };
    const QJsonObject given = scope.toObject();
    if (jsonBytes(given).size() > kMaxScopeBytes)
        return { {}, badScope({}, QStringLiteral("is larger than 64 KiB")) };
    if (std::optional<Refusal> refusal = checkCategories(given.value(QLatin1String("categories"))))
        return { {}, refusal };
    if (std::optional<Refusal> refusal
        = checkFields(store, account, exercise, given.value(QLatin1String("fields"))))
        return { {}, refusal };
    if (std::optional<Refusal> refusal = checkTexts(exercise, given))
        return { {}, refusal };
    QJsonArray fields;
    for (const QJsonValue& value : given.value(QLatin1String("fields")).toArray()) {
        QJsonObject field;
        for (const char* name : { "recordType", "id", "member", "value" })
            field.insert(QLatin1String(name), value.toObject().value(QLatin1String(name)));
        fields.append(field);
    }
    const auto textOrNull = [&given](const char* name) {
        const QString text = requestText(given, name);
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    return { { { QStringLiteral("categories"), given.value(QLatin1String("categories")).toArray() },
                 { QStringLiteral("fields"), fields }, { QStringLiteral("purpose"), textOrNull("purpose") },
                 { QStringLiteral("text"), textOrNull("text") } },
        std::nullopt };
}

int applyCorrection(Store& store, StoreWriter& writer, const QString& account, const QJsonObject& request)
{
    int applied = 0;
    const QJsonObject scope = request.value(QLatin1String("scope")).toObject();
    const QJsonArray fields = scope.value(QLatin1String("fields")).toArray();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        // Looked at again: the record may have gone or changed its shape while the request lay here.
        if (checkField(store, account, fields.at(i), i))
            continue;
        const QJsonObject field = fields.at(i).toObject();
        const QString type = requestText(field, "recordType");
        const QString id = requestText(field, "id");
        QJsonObject object = store.find(account, type, id)->json();
        object.insert(requestText(field, "member"), field.value(QLatin1String("value")));
        if (object.contains(QLatin1String("updatedAt")))
            object.insert(QStringLiteral("updatedAt"), store.clock().tickIso());
        writer.put(account, type, id, object);
        ++applied;
    }
    return applied;
}

} // namespace ot::sandbox
