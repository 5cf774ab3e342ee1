// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/oauth/oauth_store.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>

#include <vector>

namespace ot::sandbox {

namespace {

constexpr qint64 kCodeMilliseconds = 60'000;
constexpr qint64 kRefreshMilliseconds = 30LL * 24 * 60 * 60 * 1000;
constexpr int kPasswordIterations = 10'000;
constexpr quint64 kPasswordBytes = 32;
const QString kCodePrefix = QStringLiteral("ot_oac_");
const QString kRefreshPrefix = QStringLiteral("ot_ort_");

constexpr auto kTables = R"sql(
CREATE TABLE IF NOT EXISTS sign_ins (
    account TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, salt TEXT NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS oauth_grants (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, clientId TEXT NOT NULL, scopes TEXT NOT NULL,
    createdAt TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS oauth_codes (
    hash TEXT PRIMARY KEY, grantId TEXT NOT NULL, redirectUri TEXT NOT NULL, challenge TEXT NOT NULL,
    expiresAt INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS oauth_refresh_tokens (
    hash TEXT PRIMARY KEY, grantId TEXT NOT NULL, expiresAt INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS oauth_access_tokens (tokenId TEXT PRIMARY KEY, grantId TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS oauth_access_tokens_by_grant ON oauth_access_tokens (grantId);
)sql";

// Codes and refresh tokens are long random texts, so a plain hash keeps them; passwords are not and get a
// slow one.
QByteArray hashOf(const QString& secret)
{
    return QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toHex();
}

QByteArray passwordHash(const QString& password, const QByteArray& salt)
{
    return QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, password.toUtf8(), salt, kPasswordIterations, kPasswordBytes)
        .toHex();
}

QByteArray challengeOf(const QString& verifier)
{
    return QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

OAuthStore::OAuthStore(Store& store, Auth& auth)
    : m_store(store)
    , m_auth(auth)
{
}

void OAuthStore::createTables()
{
    m_store.database().execute(kTables);
}

void OAuthStore::setPassword(const QString& account, const QString& email, const QString& password)
{
    const QByteArray salt = randomText(24).toLatin1();
    m_store.database()
        .prepare("INSERT OR REPLACE INTO sign_ins (account, email, salt, hash) VALUES (?1, ?2, ?3, ?4)")
        .bind(account)
        .bind(email.toLower())
        .bind(salt)
        .bind(passwordHash(password, salt))
        .run();
}

bool OAuthStore::hasPassword(const QString& account, const QString& email)
{
    Statement row = m_store.database().prepare("SELECT 1 FROM sign_ins WHERE account = ?1 AND email = ?2");
    row.bind(account).bind(email.toLower());
    return row.step();
}

std::optional<QString> OAuthStore::accountOf(const QString& email)
{
    Statement row = m_store.database().prepare("SELECT account FROM sign_ins WHERE email = ?1");
    row.bind(email.trimmed().toLower());
    return row.step() ? std::optional(row.text(0)) : std::nullopt;
}

std::optional<QString> OAuthStore::checkPassword(const QString& email, const QString& password)
{
    QString account;
    QByteArray salt = "no such account";
    QByteArray hash;
    {
        Statement row
            = m_store.database().prepare("SELECT account, salt, hash FROM sign_ins WHERE email = ?1");
        row.bind(email.trimmed().toLower());
        if (row.step()) {
            account = row.text(0);
            salt = row.bytes(1);
            hash = row.bytes(2);
        }
    }
    const bool matches = sameSecret(passwordHash(password, salt), hash);
    return matches ? std::optional(account) : std::nullopt;
}

QString OAuthStore::issueCode(const NewCode& code)
{
    const QString grantId = QStringLiteral("og_") + randomText(16);
    const QString text = kCodePrefix + randomText(43);
    DatabaseTransaction transaction(m_store.database());
    m_store.database()
        .prepare("INSERT INTO oauth_grants (id, account, clientId, scopes, createdAt) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(grantId)
        .bind(code.account)
        .bind(code.clientId)
        .bind(code.scopes.join(QLatin1Char(' ')))
        .bind(m_store.clock().nowIso())
        .run();
    m_store.database()
        .prepare("INSERT INTO oauth_codes (hash, grantId, redirectUri, challenge, expiresAt) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(hashOf(text))
        .bind(grantId)
        .bind(code.redirectUri)
        .bind(code.challenge)
        .bind(m_store.clock().now() + kCodeMilliseconds)
        .run();
    transaction.commit();
    return text;
}

Redemption OAuthStore::redeemCode(
    const QString& code, const QString& clientId, const QString& redirectUri, const QString& verifier)
{
    const QByteArray hash = hashOf(code);
    QString grantId;
    bool used = false;
    bool fits = false;
    {
        Statement row = m_store.database().prepare(
            "SELECT grantId, redirectUri, challenge, expiresAt, used FROM oauth_codes WHERE hash = ?1");
        row.bind(hash);
        if (!row.step())
            return {};
        grantId = row.text(0);
        used = row.integer(4) != 0;
        fits = row.text(1) == redirectUri && sameSecret(row.bytes(2), challengeOf(verifier))
            && row.integer(3) > m_store.clock().now();
    }
    const std::optional<Grant> grant = liveGrant(grantId);
    if (used) {
        revokeGrant(grantId);
        return { std::nullopt, true };
    }
    if (!grant || grant->clientId != clientId)
        return {};
    // A code is spent by the first attempt, right or wrong: a wrong verifier leaves no second guess.
    m_store.database().prepare("UPDATE oauth_codes SET used = 1 WHERE hash = ?1").bind(hash).run();
    return { fits ? grant : std::nullopt, false };
}

Redemption OAuthStore::redeemRefreshToken(const QString& token, const QString& clientId)
{
    const QByteArray hash = hashOf(token);
    QString grantId;
    bool used = false;
    bool expired = false;
    {
        Statement row = m_store.database().prepare(
            "SELECT grantId, expiresAt, used FROM oauth_refresh_tokens WHERE hash = ?1");
        row.bind(hash);
        if (!row.step())
            return {};
        grantId = row.text(0);
        expired = row.integer(1) <= m_store.clock().now();
        used = row.integer(2) != 0;
    }
    const std::optional<Grant> grant = liveGrant(grantId);
    if (!grant || grant->clientId != clientId)
        return {};
    if (used) {
        revokeGrant(grantId);
        return { std::nullopt, true };
    }
    if (expired)
        return {};
    m_store.database().prepare("UPDATE oauth_refresh_tokens SET used = 1 WHERE hash = ?1").bind(hash).run();
    return { grant, false };
}

QString OAuthStore::issueRefreshToken(const Grant& grant)
{
    const QString text = kRefreshPrefix + randomText(43);
    m_store.database()
        .prepare("INSERT INTO oauth_refresh_tokens (hash, grantId, expiresAt) VALUES (?1, ?2, ?3)")
        .bind(hashOf(text))
        .bind(grant.id)
        .bind(m_store.clock().now() + kRefreshMilliseconds)
        .run();
    return text;
}

void OAuthStore::addAccessToken(const Grant& grant, const QString& tokenId)
{
    m_store.database()
        .prepare("INSERT INTO oauth_access_tokens (tokenId, grantId) VALUES (?1, ?2)")
        .bind(tokenId)
        .bind(grant.id)
        .run();
}

void OAuthStore::revokeGrant(const QString& grantId)
{
    std::vector<QString> tokens;
    {
        Statement row
            = m_store.database().prepare("SELECT tokenId FROM oauth_access_tokens WHERE grantId = ?1");
        row.bind(grantId);
        while (row.step())
            tokens.push_back(row.text(0));
    }
    for (const QString& token : tokens)
        m_auth.revoke(token);
    m_store.database().prepare("UPDATE oauth_grants SET revoked = 1 WHERE id = ?1").bind(grantId).run();
}

std::optional<QString> OAuthStore::grantOfRefreshToken(const QString& token)
{
    Statement row = m_store.database().prepare("SELECT grantId FROM oauth_refresh_tokens WHERE hash = ?1");
    row.bind(hashOf(token));
    return row.step() ? std::optional(row.text(0)) : std::nullopt;
}

std::optional<Grant> OAuthStore::liveGrant(const QString& grantId)
{
    Statement row = m_store.database().prepare(
        "SELECT account, clientId, scopes FROM oauth_grants WHERE id = ?1 AND revoked = 0");
    row.bind(grantId);
    if (!row.step())
        return std::nullopt;
    return Grant { grantId, row.text(0), row.text(1),
        row.text(2).split(QLatin1Char(' '), Qt::SkipEmptyParts) };
}

} // namespace ot::sandbox
