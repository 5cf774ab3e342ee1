// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/consent_chain.h"

#include "sandbox/clock.h"
#include "sandbox/json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qsizetype kMaxRecordBytes = 16 * 1024;
constexpr qsizetype kMaxTextCharacters = 500;

bool isHash(const QJsonValue& value)
{
    static const QRegularExpression kForm(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return kForm.match(value.toString()).hasMatch();
}

bool isText(const QJsonValue& value)
{
    return value.isString() && !value.toString().isEmpty() && value.toString().size() <= kMaxTextCharacters;
}

bool isListOfTexts(const QJsonValue& value)
{
    const QJsonArray all = value.toArray();
    return value.isArray() && std::all_of(all.begin(), all.end(), isText);
}

std::optional<ConsentProblem> checkTexts(const QJsonObject& record)
{
    for (const char* name : { "id", "schemaVersion", "piiPrincipalId", "piiController", "purpose",
             "lawfulBasis", "jurisdiction", "storageCondition" }) {
        if (!isText(record.value(QLatin1String(name))))
            return ConsentProblem { QLatin1String(name),
                QStringLiteral("must be a text of 1 to 500 characters") };
    }
    if (record.value(QLatin1String("schemaVersion")).toString() != QLatin1String("1"))
        return ConsentProblem { QStringLiteral("schemaVersion"), QStringLiteral("must be \"1\"") };
    for (const char* name : { "dataCategories", "recipients" }) {
        if (!isListOfTexts(record.value(QLatin1String(name))))
            return ConsentProblem { QLatin1String(name), QStringLiteral("must be a list of texts") };
    }
    return std::nullopt;
}

std::optional<ConsentProblem> checkNotice(const QJsonObject& notice)
{
    if (!isText(notice.value(QLatin1String("version"))))
        return ConsentProblem { QStringLiteral("privacyNotice.version"),
            QStringLiteral("must name the version that was shown") };
    if (!isHash(notice.value(QLatin1String("hash"))))
        return ConsentProblem { QStringLiteral("privacyNotice.hash"),
            QStringLiteral("must be a SHA-256 in lower-case hexadecimal") };
    if (!isText(notice.value(QLatin1String("language"))))
        return ConsentProblem { QStringLiteral("privacyNotice.language"),
            QStringLiteral("must be a language tag") };
    return std::nullopt;
}

std::optional<ConsentProblem> checkEvent(const QJsonObject& event)
{
    static const QStringList kTypes { QStringLiteral("given"), QStringLiteral("refused"),
        QStringLiteral("withdrawn"), QStringLiteral("renewed"), QStringLiteral("overridden_by_gpc"),
        QStringLiteral("expired") };
    if (!kTypes.contains(event.value(QLatin1String("type")).toString()))
        return ConsentProblem { QStringLiteral("event.type"),
            QStringLiteral("must be one of %1").arg(kTypes.join(QStringLiteral(", "))) };
    if (!parseIsoTime(event.value(QLatin1String("time")).toString()))
        return ConsentProblem { QStringLiteral("event.time"), QStringLiteral("must be a time in UTC") };
    if (!isText(event.value(QLatin1String("method"))))
        return ConsentProblem { QStringLiteral("event.method"), QStringLiteral("must say how it was done") };
    if (!isHash(event.value(QLatin1String("interfaceTextHash"))))
        return ConsentProblem { QStringLiteral("event.interfaceTextHash"),
            QStringLiteral("must be a SHA-256 in lower-case hexadecimal") };
    return std::nullopt;
}

} // namespace

QString chainBeginning()
{
    return { 64, QLatin1Char('0') };
}

QString consentHash(const QJsonObject& record)
{
    QJsonObject hashed = record;
    for (const char* name : { "hash", "createdAt", "updatedAt" })
        hashed.remove(QLatin1String(name));
    return QString::fromLatin1(
        QCryptographicHash::hash(jsonBytes(hashed), QCryptographicHash::Sha256).toHex());
}

QJsonObject chained(QJsonObject record, const QString& previousHash)
{
    record.insert(QStringLiteral("previousHash"), previousHash);
    record.insert(QStringLiteral("hash"), consentHash(record));
    return record;
}

std::optional<ConsentProblem> checkConsent(const QJsonObject& record)
{
    if (jsonBytes(record).size() > kMaxRecordBytes)
        return ConsentProblem { QStringLiteral("id"), QStringLiteral("the record is larger than 16 KiB") };
    if (std::optional<ConsentProblem> problem = checkTexts(record))
        return problem;
    if (!record.value(QLatin1String("sensitive")).isBool())
        return ConsentProblem { QStringLiteral("sensitive"), QStringLiteral("must be true or false") };
    if (std::optional<ConsentProblem> problem
        = checkNotice(record.value(QLatin1String("privacyNotice")).toObject()))
        return problem;
    if (std::optional<ConsentProblem> problem = checkEvent(record.value(QLatin1String("event")).toObject()))
        return problem;
    for (const char* name : { "previousHash", "hash" }) {
        if (!isHash(record.value(QLatin1String(name))))
            return ConsentProblem { QLatin1String(name),
                QStringLiteral("must be a SHA-256 in lower-case hexadecimal") };
    }
    return std::nullopt;
}

} // namespace ot::sandbox
