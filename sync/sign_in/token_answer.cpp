// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/token_answer.h"

#include "sync/strict_json.h"

#include <QCoreApplication>

#include <algorithm>

namespace ot::sync {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr qsizetype kLongestToken = 8 * 1024;
constexpr double kLongestLifeSeconds = 10.0 * 365 * 24 * 60 * 60;
constexpr qsizetype kLongestErrorCode = 40;

Error unreadable(const char* detail)
{
    return { ErrorCode::Decode, Text::tr("The server's answer to the sign-in can't be read."),
        QLatin1String(detail) };
}

// Visible ASCII: what goes into a header must not be able to begin another one.
bool isToken(const QString& text)
{
    return !text.isEmpty() && text.size() <= kLongestToken
        && std::all_of(
            text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
}

} // namespace

Result<TokenSet> readTokenAnswer(const HttpAnswer& answer, const TokenSet& before, storage::UtcTime now)
{
    if (!answer.isJson || !answer.isWhole)
        return unreadable("no whole JSON");
    const Result<QJsonObject> body = parseJsonObject(answer.body);
    if (!body)
        return unreadable("no JSON object");
    TokenSet tokens = before;
    tokens.accessToken = body->value(QLatin1String("access_token")).toString();
    if (!isToken(tokens.accessToken))
        return unreadable("access_token");
    const QString type = body->value(QLatin1String("token_type")).toString();
    if (type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0)
        return unreadable("token_type");
    if (body->contains(QLatin1String("refresh_token"))) {
        tokens.refreshToken = body->value(QLatin1String("refresh_token")).toString();
        if (!isToken(tokens.refreshToken))
            return unreadable("refresh_token");
    }
    if (const QJsonValue scope = body->value(QLatin1String("scope")); scope.isString())
        tokens.scopes = scope.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const double seconds = body->value(QLatin1String("expires_in")).toDouble(0);
    tokens.expiresAt = {};
    if (seconds > 0)
        tokens.expiresAt.milliseconds
            = now.milliseconds + qint64(std::min(seconds, kLongestLifeSeconds) * 1000);
    return tokens;
}

QString tokenErrorCode(const HttpAnswer& answer)
{
    const Result<QJsonObject> body = parseJsonObject(answer.body);
    const QString code = answer.isJson && body ? body->value(QLatin1String("error")).toString() : QString();
    const bool isWord
        = code.size() <= kLongestErrorCode && std::all_of(code.begin(), code.end(), [](QChar c) {
              return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
          });
    return isWord ? code : QStringLiteral("other");
}

} // namespace ot::sync
