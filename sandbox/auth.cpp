// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/auth.h"

#include "sandbox/json.h"
#include "sandbox/team/visibility.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

namespace ot::sandbox {

namespace {

constexpr int kPublicIdCharacters = 12;
constexpr int kSecretCharacters = 40;
const QString kTokenPrefix = QStringLiteral("ot_pat_");

QByteArray hashOf(const QString& secret)
{
    return QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toHex();
}

QString writePrivateFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    // The mode is set before a byte of the secret is in the file.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return QStringLiteral("%1 could not be written: %2").arg(path, file.errorString());
    return {};
}

QString readLine(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine(1024).trimmed()) : QString();
}

} // namespace

bool Session::may(const QString& scope) const
{
    if (scopes.contains(scope))
        return true;
    // What may be written may be read.
    return scope.endsWith(QLatin1String(":read"))
        && scopes.contains(scope.chopped(4) + QStringLiteral("write"));
}

Auth::Auth(Store& store)
    : m_store(store)
{
}

const QStringList& Auth::allScopes()
{
    static const QStringList kScopes {
        QStringLiteral("jobs:read"),
        QStringLiteral("proposals:read"),
        QStringLiteral("proposals:write"),
        QStringLiteral("messages:read"),
        QStringLiteral("messages:write"),
        QStringLiteral("payments:read"),
        QStringLiteral("team:read"),
        QStringLiteral("profile:write"),
        QStringLiteral("payments:write"),
        QStringLiteral("team:write"),
        QStringLiteral("privacy:write"),
    };
    return kScopes;
}

QString Auth::writeTokens(const QString& directory, const QString& url)
{
    QJsonObject tokens;
    for (const Account& account : m_store.accounts()) {
        const QString path = directory + QLatin1Char('/') + account.key + QStringLiteral(".token");
        QString token = readLine(path);
        if (!isKnown(token)) {
            token = issue({ account.key, QStringLiteral("Sandbox token"), allScopes() });
            const QString problem = writePrivateFile(path, token.toUtf8() + '\n');
            if (!problem.isEmpty())
                return problem;
        }
        tokens.insert(account.key,
            QJsonObject { { QStringLiteral("token"), token }, { QStringLiteral("userId"), account.userId },
                { QStringLiteral("displayName"), account.displayName } });
    }
    const QJsonObject file { { QStringLiteral("url"), url }, { QStringLiteral("accounts"), tokens } };
    return writePrivateFile(directory + QStringLiteral("/tokens.json"), jsonBytes(file) + '\n');
}

bool Auth::isKnown(const QString& token)
{
    const QStringList parts = token.split(QLatin1Char('_'));
    if (parts.size() != 4)
        return false;
    // A revoked token is still known: a restart does not give its owner a new one.
    Statement row = m_store.database().prepare("SELECT hash FROM tokens WHERE id = ?1");
    row.bind(parts.at(2));
    return row.step() && sameSecret(row.bytes(0), hashOf(parts.at(3)));
}

std::optional<Session> Auth::check(const QByteArray& authorization)
{
    const qsizetype space = authorization.indexOf(' ');
    if (space < 0 || authorization.left(space).toLower() != "bearer")
        return std::nullopt;
    const QString token = QString::fromUtf8(authorization.mid(space + 1).trimmed());
    const QStringList parts = token.split(QLatin1Char('_'));
    if (parts.size() != 4 || !token.startsWith(kTokenPrefix))
        return std::nullopt;
    Session session;
    {
        Statement row = m_store.database().prepare(
            "SELECT account, hash, label, scopes, expiresAt, revoked FROM tokens WHERE id = ?1");
        row.bind(parts.at(2));
        if (!row.step() || !sameSecret(row.bytes(1), hashOf(parts.at(3))) || row.integer(5) != 0)
            return std::nullopt;
        if (row.integer(4) != 0 && row.integer(4) <= m_store.clock().now())
            return std::nullopt;
        session.tokenId = parts.at(2);
        session.account.key = row.text(0);
        session.tokenLabel = row.text(2);
        session.scopes = row.text(3).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    const std::optional<Account> account = m_store.account(session.account.key);
    // A token that a former member got by signing in opens nothing.
    if (!account || account->role == kFormerMember)
        return std::nullopt;
    session.account = *account;
    return session;
}

bool Auth::holds(const QString& tokenId)
{
    Statement row = m_store.database().prepare("SELECT expiresAt, revoked FROM tokens WHERE id = ?1");
    row.bind(tokenId);
    return row.step() && row.integer(1) == 0
        && (row.integer(0) == 0 || row.integer(0) > m_store.clock().now());
}

QString Auth::issue(const NewToken& token)
{
    const QString id = randomText(kPublicIdCharacters);
    const QString secret = randomText(kSecretCharacters);
    m_store.database()
        .prepare("INSERT INTO tokens (id, account, hash, label, scopes, createdAt, expiresAt) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(id)
        .bind(token.accountKey)
        .bind(hashOf(secret))
        .bind(token.label)
        .bind(token.scopes.join(QLatin1Char(' ')))
        .bind(m_store.clock().nowIso())
        .bind(token.expiresAt)
        .run();
    return kTokenPrefix + id + QLatin1Char('_') + secret;
}

void Auth::revoke(const QString& tokenId)
{
    m_store.database().prepare("UPDATE tokens SET revoked = 1 WHERE id = ?1").bind(tokenId).run();
}

void Auth::setAccountRevoked(const QString& accountKey, bool revoked)
{
    m_store.database()
        .prepare("UPDATE tokens SET revoked = ?1 WHERE account = ?2")
        .bind(qint64(revoked ? 1 : 0))
        .bind(accountKey)
        .run();
}

QString randomText(int characters)
{
    static constexpr std::array<char, 63> kLetters {
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    };
    QString text;
    for (int i = 0; i < characters; ++i)
        text += QLatin1Char(kLetters.at(QRandomGenerator::system()->bounded(62U)));
    return text;
}

bool sameSecret(const QByteArray& left, const QByteArray& right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left.at(i) ^ right.at(i);
    return difference == 0;
}

} // namespace ot::sandbox
