// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/security_log.h"

#include <QRegularExpression>
#include <QSet>

#include <vector>

namespace ot::sandbox {

namespace {

const QString kSecurityEvent = QStringLiteral("SecurityEvent");
const QString kGrantPrefix = QStringLiteral("og_");
const QString kOwnPrefix = QStringLiteral("token_");
const QString kOwnLabel = QStringLiteral("Sandbox token"); // as Auth::writeTokens() calls it

struct KnownSession {
    QString id;
    QString label;
    bool holds = false;
};

/// Personal tokens and sign-ins of an account. A sign-in counts once a token was given for it.
std::vector<KnownSession> sessionsOf(Store& store, const QString& account)
{
    std::vector<KnownSession> sessions;
    {
        Statement row = store.database().prepare(
            "SELECT id, label FROM tokens WHERE account = ?1 "
            "AND id NOT IN (SELECT tokenId FROM oauth_access_tokens) ORDER BY createdAt, id");
        row.bind(account);
        while (row.step()) {
            const bool own = row.text(1) == kOwnLabel;
            sessions.push_back({ own ? ownSession(account) : row.text(0), row.text(1), false });
        }
    }
    {
        Statement row = store.database().prepare(
            "SELECT id FROM oauth_grants WHERE account = ?1 "
            "AND id IN (SELECT grantId FROM oauth_access_tokens) ORDER BY createdAt, id");
        row.bind(account);
        while (row.step())
            sessions.push_back({ row.text(0), {}, false });
    }
    for (KnownSession& session : sessions)
        session.holds = sessionHolds(store, session.id);
    return sessions;
}

bool isGrant(const QString& sessionId)
{
    return sessionId.startsWith(kGrantPrefix);
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// The event a session began with, where there is one.
std::optional<QJsonObject> beginningOf(const std::vector<Record>& events, const QString& sessionId)
{
    for (const Record& record : events) {
        const QJsonObject event = record.json();
        const QString kind = event.value(QLatin1String("kind")).toString();
        if ((kind == QLatin1String("SIGN_IN") || kind == QLatin1String("TOKEN_CREATED"))
            && event.value(QLatin1String("sessionId")).toString() == sessionId)
            return event;
    }
    return std::nullopt;
}

void setActive(Store& store, StoreWriter& writer, const QString& account, QJsonObject event, bool active)
{
    event.insert(QStringLiteral("sessionActive"), active);
    event.insert(QStringLiteral("updatedAt"), store.clock().tickIso());
    writer.put(account, kSecurityEvent, event.value(QLatin1String("id")).toString(), event);
}

struct Difference {
    KnownSession session;
    std::optional<QJsonObject> beginning;
};

std::vector<Difference> differencesOf(Store& store, const QString& account)
{
    const std::vector<Record> events = store.list(account, kSecurityEvent);
    std::vector<Difference> differences;
    for (const KnownSession& session : sessionsOf(store, account)) {
        std::optional<QJsonObject> beginning = beginningOf(events, session.id);
        const bool active = beginning && beginning->value(QLatin1String("sessionActive")).toBool();
        if (active != session.holds)
            differences.push_back({ session, std::move(beginning) });
    }
    return differences;
}

void writeDifference(Store& store, StoreWriter& writer, const QString& account, const Difference& difference,
    const HttpRequest& request)
{
    const KnownSession& session = difference.session;
    const bool grant = isGrant(session.id);
    if (difference.beginning) {
        setActive(store, writer, account, *difference.beginning, session.holds);
        if (session.holds)
            return;
    }
    const char* kind = grant ? "SIGN_IN" : "TOKEN_CREATED";
    if (difference.beginning)
        kind = grant ? "SIGN_OUT" : "TOKEN_REVOKED";
    SecurityNews news = newsOf(QString::fromLatin1(kind), request);
    news.sessionId = session.id;
    news.sessionActive = session.holds;
    if (!session.label.isEmpty())
        news.deviceName = session.label;
    addSecurityEvent(store, writer, account, news);
}

} // namespace

QString ownSession(const QString& account)
{
    return kOwnPrefix + account;
}

QString sessionOfToken(Store& store, const QString& tokenId)
{
    {
        Statement row = store.database().prepare("SELECT account, label FROM tokens WHERE id = ?1");
        row.bind(tokenId);
        if (row.step() && row.text(1) == kOwnLabel)
            return ownSession(row.text(0));
    }
    Statement row
        = store.database().prepare("SELECT grantId FROM oauth_access_tokens WHERE tokenId = ?1 LIMIT 1");
    row.bind(tokenId);
    return row.step() ? row.text(0) : tokenId;
}

bool sessionHolds(Store& store, const QString& sessionId)
{
    if (isGrant(sessionId)) {
        Statement row = store.database().prepare("SELECT revoked FROM oauth_grants WHERE id = ?1");
        row.bind(sessionId);
        return row.step() && row.integer(0) == 0;
    }
    if (sessionId.startsWith(kOwnPrefix)) {
        Statement row = store.database().prepare(
            "SELECT 1 FROM tokens WHERE account = ?1 AND label = ?2 AND revoked = 0 LIMIT 1");
        row.bind(sessionId.mid(kOwnPrefix.size())).bind(kOwnLabel);
        return row.step();
    }
    Statement row = store.database().prepare("SELECT revoked, expiresAt FROM tokens WHERE id = ?1");
    row.bind(sessionId);
    return row.step() && row.integer(0) == 0 && (row.integer(1) == 0 || row.integer(1) > store.clock().now());
}

void endSession(Store& store, const QString& sessionId)
{
    Database& database = store.database();
    if (sessionId.startsWith(kOwnPrefix)) {
        database.prepare("UPDATE tokens SET revoked = 1 WHERE account = ?1 AND label = ?2")
            .bind(sessionId.mid(kOwnPrefix.size()))
            .bind(kOwnLabel)
            .run();
        return;
    }
    database
        .prepare("UPDATE tokens SET revoked = 1 WHERE id = ?1 "
                 "OR id IN (SELECT tokenId FROM oauth_access_tokens WHERE grantId = ?1)")
        .bind(sessionId)
        .run();
    database.prepare("UPDATE oauth_grants SET revoked = 1 WHERE id = ?1").bind(sessionId).run();
}

void endAllSessions(Store& store, StoreWriter& writer, const QString& account)
{
    for (const Record& record : store.list(account, kSecurityEvent)) {
        const QJsonObject event = record.json();
        if (event.value(QLatin1String("sessionActive")).toBool())
            setActive(store, writer, account, event, false);
    }
    Database& database = store.database();
    database.prepare("UPDATE tokens SET revoked = 1, label = '' WHERE account = ?1").bind(account).run();
    database.prepare("UPDATE oauth_grants SET revoked = 1 WHERE account = ?1").bind(account).run();
    database.prepare("DELETE FROM sign_ins WHERE account = ?1").bind(account).run();
}

void markThisSession(QByteArray& json, const QString& sessionId)
{
    // Members stand in alphabetical order, so the flag stands shortly before the session's id; and a
    // quotation mark inside a text is escaped, so no text can look like the member.
    const QByteArray mine = R"("sessionId":")" + sessionId.toUtf8() + '"';
    static const QByteArray kOther = R"("isThisSession":false)";
    for (qsizetype at = json.indexOf(mine); at >= 0; at = json.indexOf(mine, at + mine.size())) {
        const qsizetype flag = json.lastIndexOf(kOther, at);
        const qsizetype begins = json.lastIndexOf(R"({"createdAt":)", at);
        if (flag > begins)
            json.replace(flag, kOther.size(), R"("isThisSession":true)");
    }
}

Record addSecurityEvent(Store& store, StoreWriter& writer, const QString& account, const SecurityNews& news)
{
    const QString id = QStringLiteral("se_x%1").arg(writer.nextNumber());
    const QString now = store.clock().tickIso();
    return writer.put(account, kSecurityEvent, id,
        {
            { QStringLiteral("id"), id },
            { QStringLiteral("kind"), news.kind },
            { QStringLiteral("occurredAt"), now },
            { QStringLiteral("deviceName"),
                news.deviceName.isEmpty() ? QStringLiteral("Unknown device") : news.deviceName },
            { QStringLiteral("platform"),
                news.platform.isEmpty() ? QStringLiteral("unknown") : news.platform },
            { QStringLiteral("networkMasked"),
                news.network.isEmpty() ? QStringLiteral("127.0.0.x") : news.network },
            { QStringLiteral("location"), QJsonValue() },
            { QStringLiteral("sessionId"), textOrNull(news.sessionId) },
            { QStringLiteral("sessionActive"), news.sessionActive },
            { QStringLiteral("isThisSession"), false },
            { QStringLiteral("createdAt"), now },
            { QStringLiteral("updatedAt"), now },
        });
}

SecurityNews newsOf(const QString& kind, const HttpRequest& request)
{
    static const QRegularExpression kProduct(QStringLiteral("\\A([^ (]{1,60})(?: \\(([^);]{1,60}))?"));
    SecurityNews news { kind };
    const auto match = kProduct.match(QString::fromUtf8(request.header("user-agent")));
    news.deviceName = match.captured(1);
    news.platform = match.captured(2);
    news.network = maskedNetwork(request.peer);
    return news;
}

QString maskedNetwork(const QHostAddress& address)
{
    bool isFour = false;
    const QHostAddress four(address.toIPv4Address(&isFour));
    if (isFour && !address.isNull())
        return four.toString().section(QLatin1Char('.'), 0, 2) + QStringLiteral(".x");
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    // The first 48 bits name the network; the rest can name a person's device.
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    Q_IPV6ADDR network {};
    for (int i = 0; i < 6; ++i)
        network[i] = bytes[i];
    return QHostAddress(network).toString() + QLatin1Char('x');
}

void reconcileSessions(Store& store, const HttpRequest& request)
{
    for (const Account& account : store.accounts()) {
        const std::vector<Difference> differences = differencesOf(store, account.key);
        if (differences.empty())
            continue;
        StoreWriter writer(store);
        for (const Difference& difference : differences)
            writeDifference(store, writer, account.key, difference, request);
        writer.commit();
    }
}

} // namespace ot::sandbox
