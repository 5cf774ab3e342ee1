// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/values.h"
#include "storage/vault.h"

#include <QString>
#include <QStringList>

namespace ot::sync {

// What one sign-in holds. A pasted token is an access token alone. All of it is secret or tells who has an
// account where: it is kept in the vault and nowhere else, and never logged.
struct TokenSet {
    QString accessToken;
    QString refreshToken; // empty: there is none
    storage::UtcTime expiresAt; // of the access token, by this device's clock; 0: not known
    QString issuer; // whoever gave the tokens, as its metadata names it
    QString clientId;
    QString resource; // what the tokens are for, as its metadata names it
    QStringList scopes; // what was allowed

    [[nodiscard]] bool isEmpty() const { return accessToken.isEmpty(); }
    [[nodiscard]] bool canRenew() const { return !refreshToken.isEmpty() && !issuer.isEmpty(); }

    friend bool operator==(const TokenSet&, const TokenSet&) = default;
};

// Puts the set in the place of the one before; an empty one forgets it.
Outcome keepTokens(storage::WriteTransaction& transaction, const TokenSet& tokens);
// An empty set when there is none.
Result<TokenSet> loadTokens(storage::ReadSnapshot& snapshot);

} // namespace ot::sync
