// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who a request comes from. Only hashes of tokens are stored; the tokens themselves are written once to files
// that only their owner may read.
#pragma once

#include "sandbox/store/store.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ot::sandbox {

/// A token that holds, and the account it belongs to.
struct Session {
    QString tokenId;
    QString tokenLabel;
    QStringList scopes;
    Account account;

    [[nodiscard]] bool may(const QString& scope) const;
};

class Auth {
public:
    explicit Auth(Store& store);

    /// Makes a token for each account and writes `tokens.json` and `<account>.token` into the directory; a
    /// token whose file is still there stays. Gives the reason when a file can't be written.
    QString writeTokens(const QString& directory, const QString& url);

    /// The session of an Authorization header's value, if its token holds.
    std::optional<Session> check(const QByteArray& authorization);
    [[nodiscard]] bool holds(const QString& tokenId);

    struct NewToken {
        QString accountKey;
        QString label;
        QStringList scopes;
        qint64 expiresAt = 0; // 0: never
    };
    /// The token as its owner gets to see it, once.
    QString issue(const NewToken& token);
    void revoke(const QString& tokenId);
    void setAccountRevoked(const QString& accountKey, bool revoked);

    static const QStringList& allScopes();

private:
    bool isKnown(const QString& token);

    Store& m_store;
};

/// A random text of letters and digits, from the system's generator.
[[nodiscard]] QString randomText(int characters);
/// Compares without telling by its time where the difference is.
[[nodiscard]] bool sameSecret(const QByteArray& left, const QByteArray& right);

} // namespace ot::sandbox
