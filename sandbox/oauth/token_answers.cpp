// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/oauth/token_answers.h"

#include "sandbox/json.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSaveFile>

namespace ot::sandbox {

namespace {

HttpResponse plainAnswer(const QJsonObject& object, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = jsonBytes(object);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    return response;
}

QJsonArray texts(const QStringList& list)
{
    return QJsonArray::fromStringList(list);
}

QJsonObject readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? jsonObject(file.readAll()) : QJsonObject();
}

} // namespace

HttpResponse tokenError(const char* error, const char* sentence, int status)
{
    return plainAnswer({ { QStringLiteral("error"), QLatin1String(error) },
                           { QStringLiteral("error_description"), QLatin1String(sentence) } },
        status);
}

HttpResponse tokenAnswer(const QString& access, const QString& refresh, const QStringList& scopes)
{
    return plainAnswer(
        {
            { QStringLiteral("access_token"), access },
            { QStringLiteral("token_type"), QStringLiteral("Bearer") },
            { QStringLiteral("expires_in"), kAccessTokenSeconds },
            { QStringLiteral("refresh_token"), refresh },
            { QStringLiteral("scope"), scopes.join(QLatin1Char(' ')) },
        },
        200);
}

HttpResponse emptyTokenAnswer()
{
    return plainAnswer({}, 200);
}

HttpResponse metadataAnswer(const QJsonObject& document)
{
    HttpResponse response;
    response.body = jsonBytes(document);
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setHeader("Access-Control-Allow-Origin", "*");
    return response;
}

HttpResponse preflightAnswer()
{
    HttpResponse response;
    response.status = 204;
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
    return response;
}

std::optional<Form> readTokenForm(const HttpRequest& request)
{
    const QByteArray type = request.header("content-type").split(';').first().trimmed().toLower();
    return type == "application/x-www-form-urlencoded" ? parseForm(request.body) : std::nullopt;
}

bool isVerifier(const QString& text)
{
    static const QRegularExpression kForm(QStringLiteral("\\A[A-Za-z0-9._~-]{43,128}\\z"));
    return kForm.match(text).hasMatch();
}

QJsonObject serverMetadata(const QString& issuer, const QStringList& scopes)
{
    return {
        { QStringLiteral("issuer"), issuer },
        { QStringLiteral("authorization_endpoint"), issuer + QStringLiteral("/oauth/authorize") },
        { QStringLiteral("token_endpoint"), issuer + QStringLiteral("/oauth/token") },
        { QStringLiteral("revocation_endpoint"), issuer + QStringLiteral("/oauth/revoke") },
        { QStringLiteral("response_types_supported"), texts({ QStringLiteral("code") }) },
        { QStringLiteral("response_modes_supported"), texts({ QStringLiteral("query") }) },
        { QStringLiteral("grant_types_supported"),
            texts({ QStringLiteral("authorization_code"), QStringLiteral("refresh_token") }) },
        { QStringLiteral("code_challenge_methods_supported"), texts({ QStringLiteral("S256") }) },
        { QStringLiteral("token_endpoint_auth_methods_supported"), texts({ QStringLiteral("none") }) },
        { QStringLiteral("revocation_endpoint_auth_methods_supported"), texts({ QStringLiteral("none") }) },
        { QStringLiteral("scopes_supported"), texts(scopes) },
        { QStringLiteral("authorization_response_iss_parameter_supported"), true },
    };
}

QJsonObject protectedResourceMetadata(
    const QString& issuer, const QString& resource, const QStringList& scopes)
{
    return {
        { QStringLiteral("resource"), resource },
        { QStringLiteral("resource_name"), QStringLiteral("OpenTrain sandbox") },
        { QStringLiteral("authorization_servers"), texts({ issuer }) },
        { QStringLiteral("scopes_supported"), texts(scopes) },
        { QStringLiteral("bearer_methods_supported"), texts({ QStringLiteral("header") }) },
    };
}

QString writeSignIns(Store& store, OAuthStore& records, const QString& directory)
{
    const QString path = directory + QStringLiteral("/sign-in.json");
    const QJsonObject old = readFile(path);
    QJsonObject signIns;
    for (const Account& account : store.accounts()) {
        const std::optional<Record> record
            = store.find(account.key, QStringLiteral("Account"), account.userId);
        const QString email = record ? record->json().value(QLatin1String("email")).toString() : QString();
        if (email.isEmpty())
            continue;
        QString password = old.value(account.key).toObject().value(QLatin1String("password")).toString();
        if (password.isEmpty() || !records.hasPassword(account.key, email)) {
            password = randomText(16);
            records.setPassword(account.key, email, password);
        }
        signIns.insert(account.key,
            QJsonObject { { QStringLiteral("email"), email }, { QStringLiteral("password"), password } });
    }
    QSaveFile file(path);
    const QByteArray content = jsonBytes(signIns) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return QStringLiteral("%1 could not be written: %2").arg(path, file.errorString());
    return {};
}

} // namespace ot::sandbox
