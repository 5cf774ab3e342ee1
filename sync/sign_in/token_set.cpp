// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/token_set.h"

#include "storage/settings.h"

#include <array>

namespace ot::sync {

namespace settings = storage::settings;

namespace {

constexpr char kRefreshToken[] = "signIn.refreshToken";
constexpr char kExpiresAt[] = "signIn.expiresAt"; // UTC milliseconds
constexpr char kIssuer[] = "signIn.issuer";
constexpr char kClientId[] = "signIn.clientId";
constexpr char kResource[] = "signIn.resource";
constexpr char kScopes[] = "signIn.scopes"; // separated by spaces

// Null for what is empty, so that its row goes.
QString orNull(const QString& text)
{
    return text.isEmpty() ? QString() : text;
}

} // namespace

Outcome keepTokens(storage::WriteTransaction& transaction, const TokenSet& tokens)
{
    const QString expiresAt
        = tokens.expiresAt.milliseconds > 0 ? QString::number(tokens.expiresAt.milliseconds) : QString();
    const std::array<std::pair<const char*, QString>, 7> values { {
        { settings::kToken, tokens.accessToken },
        { kRefreshToken, tokens.refreshToken },
        { kExpiresAt, expiresAt },
        { kIssuer, tokens.issuer },
        { kClientId, tokens.clientId },
        { kResource, tokens.resource },
        { kScopes, tokens.scopes.join(QLatin1Char(' ')) },
    } };
    for (const auto& [name, value] : values) {
        if (const Outcome set = settings::set(transaction, QLatin1String(name), orNull(value)); !set)
            return set;
    }
    return success();
}

Result<TokenSet> loadTokens(storage::ReadSnapshot& snapshot)
{
    constexpr std::array<const char*, 7> kNames { settings::kToken, kRefreshToken, kExpiresAt, kIssuer,
        kClientId, kResource, kScopes };
    std::array<QString, kNames.size()> values;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const Result<QString> value = settings::get(snapshot, QLatin1String(kNames.at(i)));
        if (!value)
            return value.error();
        values.at(i) = *value;
    }
    return TokenSet { values[0], values[1], { values[2].toLongLong() }, values[3], values[4], values[5],
        values[6].split(QLatin1Char(' '), Qt::SkipEmptyParts) };
}

} // namespace ot::sync
