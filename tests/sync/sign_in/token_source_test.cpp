// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tokens in use: renewed in time, once for all who ask, in the vault before anybody has them.
#include "storage/settings.h"
#include "sync/api_client.h"
#include "sync/sign_in/token_source.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"
#include "tests/sync/sign_in/scripted_server.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace ot;
using namespace ot::sync;
using test::await;
using test::jsonAnswer;
using test::ScriptedServer;

namespace {

constexpr int kPatience = 30'000;
constexpr qint64 kHour = 3'600'000;

QString field(const QByteArray& body, const char* name)
{
    return QUrlQuery(QString::fromLatin1(body)).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

} // namespace

class TokenSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsAndForgetsTokens();
    void givesATokenThatHolds();
    void renewsBeforeTheEnd();
    void renewsOnceForAll();
    void doesNotRenewForALateRefusal();
    void keepsWhatItGotBeforeItIsUsed();
    void keepsARefreshTokenThatDoesNotRotate();
    void endsWithInvalidGrant();
    void usesTheOldOneWhileItHolds();
    void saysThatTheServerIsAway();
    void renewsOnceAfterARefusal();
    void passesASecondRefusalOn();
    void asksNobodyForAPastedToken();
    void revokesAndForgetsAtSignOut();
    void revokesWhatComesAfterSignOut();
    void forgetsWhereTheServerIsAway();

private:
    // A sign-in whose access token ends in so many milliseconds.
    [[nodiscard]] TokenSet tokensFor(qint64 milliseconds) const;
    [[nodiscard]] TokenSet kept();
    void makeSource(const TokenSet& tokens);

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<TokenSource> m_source;
    int m_issued = 0;
};

void TokenSourceTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->publish();
    m_issued = 0;
    m_server->script("/token", [this](const ScriptedServer::Request&) {
        ++m_issued;
        return jsonAnswer({ { QStringLiteral("access_token"), QStringLiteral("access-%1").arg(m_issued) },
            { QStringLiteral("refresh_token"), QStringLiteral("refresh-%1").arg(m_issued) },
            { QStringLiteral("token_type"), QStringLiteral("Bearer") },
            { QStringLiteral("expires_in"), 3600 } });
    });
    m_server->say("/revoke", test::httpAnswer("200 OK", {}));
    m_store = std::make_unique<test::TestVault>();
}

void TokenSourceTest::cleanup()
{
    m_source.reset();
    m_store.reset();
    m_server.reset();
}

TokenSet TokenSourceTest::tokensFor(qint64 milliseconds) const
{
    return { QStringLiteral("access-0"), QStringLiteral("refresh-0"),
        { QDateTime::currentMSecsSinceEpoch() + milliseconds }, m_server->url(),
        QStringLiteral("opentrain-desktop"), m_server->url(), { QStringLiteral("messages:read") } };
}

TokenSet TokenSourceTest::kept()
{
    return *await(
        m_store->vault().read([](storage::ReadSnapshot& snapshot) { return loadTokens(snapshot); }));
}

void TokenSourceTest::makeSource(const TokenSet& tokens)
{
    m_store->write(
        [&tokens](storage::WriteTransaction& transaction) { return keepTokens(transaction, tokens); });
    m_source = std::make_unique<TokenSource>(m_store->vault(), tokens);
}

void TokenSourceTest::keepsAndForgetsTokens()
{
    QCOMPARE(kept(), TokenSet {});
    const TokenSet tokens = tokensFor(kHour);
    makeSource(tokens);
    m_store->reopen();
    QCOMPARE(kept(), tokens);
    // A pasted token in its place leaves nothing of it.
    TokenSet pasted;
    pasted.accessToken = QStringLiteral("ot_pat_a_b");
    makeSource(pasted);
    QCOMPARE(kept(), pasted);
    makeSource({});
    QVERIFY(kept().isEmpty());
}

void TokenSourceTest::givesATokenThatHolds()
{
    makeSource(tokensFor(kHour));
    QCOMPARE(*await(m_source->token()), QStringLiteral("access-0"));
    QCOMPARE(m_server->requests().size(), std::size_t(0));
}

void TokenSourceTest::renewsBeforeTheEnd()
{
    TokenSet tokens = tokensFor(-1);
    makeSource(tokens);
    QCOMPARE(*await(m_source->token()), QStringLiteral("access-1"));
    QCOMPARE(m_server->count("/token"), 1);
    const QByteArray body = m_server->requests().back().body;
    QCOMPARE(field(body, "grant_type"), QStringLiteral("refresh_token"));
    QCOMPARE(field(body, "refresh_token"), QStringLiteral("refresh-0"));
    QCOMPARE(field(body, "client_id"), QStringLiteral("opentrain-desktop"));
    QCOMPARE(field(body, "resource"), m_server->url());
    // The new one holds for an hour.
    QCOMPARE(*await(m_source->token()), QStringLiteral("access-1"));
    QCOMPARE(m_server->count("/token"), 1);
}

void TokenSourceTest::renewsOnceForAll()
{
    makeSource(tokensFor(-1));
    m_server->hold();
    std::vector<QFuture<Result<QString>>> asked;
    asked.reserve(20);
    for (int i = 0; i < 20; ++i)
        asked.push_back(
            i % 2 == 0 ? m_source->token() : m_source->tokenInsteadOf(QStringLiteral("access-0")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->requests().empty(), kPatience);
    m_server->release();
    for (const auto& future : asked)
        QCOMPARE(*await(future), QStringLiteral("access-1"));
    QCOMPARE(m_server->count("/token"), 1);
}

void TokenSourceTest::doesNotRenewForALateRefusal()
{
    makeSource(tokensFor(-1));
    QCOMPARE(*await(m_source->token()), QStringLiteral("access-1"));
    // A request that went out with the old token is answered only now.
    QCOMPARE(*await(m_source->tokenInsteadOf(QStringLiteral("access-0"))), QStringLiteral("access-1"));
    QCOMPARE(m_server->count("/token"), 1);
    QCOMPARE(*await(m_source->tokenInsteadOf(QStringLiteral("access-1"))), QStringLiteral("access-2"));
    QCOMPARE(field(m_server->requests().back().body, "refresh_token"), QStringLiteral("refresh-1"));
}

void TokenSourceTest::keepsWhatItGotBeforeItIsUsed()
{
    makeSource(tokensFor(-1));
    QSignalSpy settled(m_source.get(), &TokenSource::settled);
    const QFuture<Result<QString>> asked = m_source->token();
    QVERIFY(m_source->isRenewing());
    QCOMPARE(*await(asked), QStringLiteral("access-1"));
    QCOMPARE(kept().accessToken, QStringLiteral("access-1"));
    QCOMPARE(kept().refreshToken, QStringLiteral("refresh-1"));
    QVERIFY(kept().expiresAt.milliseconds > QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(kept().scopes, QStringList { QStringLiteral("messages:read") });
    QVERIFY(m_source->isSettled());
    QCOMPARE(settled.size(), 1);
}

void TokenSourceTest::keepsARefreshTokenThatDoesNotRotate()
{
    m_server->say("/token",
        jsonAnswer({ { QStringLiteral("access_token"), QStringLiteral("other") },
            { QStringLiteral("token_type"), QStringLiteral("Bearer") } }));
    makeSource(tokensFor(-1));
    QCOMPARE(*await(m_source->token()), QStringLiteral("other"));
    QCOMPARE(kept().refreshToken, QStringLiteral("refresh-0"));
    // Without a time it is used until it is refused.
    QCOMPARE(*await(m_source->token()), QStringLiteral("other"));
    QCOMPARE(m_server->count("/token"), 1);
}

void TokenSourceTest::endsWithInvalidGrant()
{
    m_server->say("/token",
        jsonAnswer({ { QStringLiteral("error"), QStringLiteral("invalid_grant") } }, "400 Bad Request"));
    makeSource(tokensFor(kHour));
    const Result<QString> refused = await(m_source->tokenInsteadOf(QStringLiteral("access-0")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    QVERIFY(!refused.error().message.isEmpty());
    // It is not asked again: the answer would be the same.
    QCOMPARE(await(m_source->token()).error().code, ErrorCode::Unauthorized);
    QCOMPARE(m_server->count("/token"), 1);
}

void TokenSourceTest::usesTheOldOneWhileItHolds()
{
    m_server->say("/token", jsonAnswer({}, "503 Service Unavailable"));
    TokenSet tokens = tokensFor(kHour);
    makeSource(tokens);
    m_server->hold();
    // While a renewal is on its way and fails, what is here still holds.
    const auto refused = m_source->tokenInsteadOf(QStringLiteral("access-0"));
    const auto usual = m_source->token();
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->requests().empty(), kPatience);
    m_server->release();
    QCOMPARE(await(refused).error().code, ErrorCode::ServerFault);
    QCOMPARE(*await(usual), QStringLiteral("access-0"));
}

void TokenSourceTest::saysThatTheServerIsAway()
{
    makeSource(tokensFor(-1));
    m_server->close();
    QCOMPARE(await(m_source->token()).error().code, ErrorCode::Offline);
    QVERIFY(kept().canRenew());
    // Nothing has ended: it is asked again.
    QCOMPARE(await(m_source->token()).error().code, ErrorCode::Offline);
}

void TokenSourceTest::renewsOnceAfterARefusal()
{
    m_server->script("/thing", [](const ScriptedServer::Request& request) {
        return request.authorization == "Bearer access-1" ? jsonAnswer({ { QStringLiteral("a"), 1 } })
                                                          : jsonAnswer({}, "401 Unauthorized");
    });
    makeSource(tokensFor(kHour));
    ApiClient api(QUrl(m_server->url()), *m_source);
    std::vector<QFuture<Result<ApiAnswer>>> asked;
    asked.reserve(5);
    for (int i = 0; i < 5; ++i)
        asked.push_back(
            i % 2 == 0 ? api.get(QStringLiteral("/thing")) : api.post(QStringLiteral("/thing"), {}));
    for (const auto& future : asked) {
        const Result<ApiAnswer> answer = await(future);
        OT_VERIFY_OK(answer);
        QCOMPARE(answer->status, 200);
    }
    QCOMPARE(m_server->count("/token"), 1);
}

void TokenSourceTest::passesASecondRefusalOn()
{
    m_server->say("/thing", jsonAnswer({}, "401 Unauthorized"));
    makeSource(tokensFor(kHour));
    ApiClient api(QUrl(m_server->url()), *m_source);
    const Result<ApiAnswer> answer = await(api.get(QStringLiteral("/thing")));
    OT_VERIFY_OK(answer);
    QCOMPARE(answer->status, 401);
    QCOMPARE(m_server->count("/thing"), 2);
    QCOMPARE(m_server->count("/token"), 1);
}

void TokenSourceTest::asksNobodyForAPastedToken()
{
    TokenSet pasted;
    pasted.accessToken = QStringLiteral("ot_pat_a_b");
    makeSource(pasted);
    QCOMPARE(*await(m_source->token()), pasted.accessToken);
    QCOMPARE(await(m_source->tokenInsteadOf(pasted.accessToken)).error().code, ErrorCode::Unauthorized);
    OT_VERIFY_OK(await(m_source->signOut()));
    QVERIFY(kept().isEmpty());
    QCOMPARE(m_server->requests().size(), std::size_t(0));
}

void TokenSourceTest::revokesAndForgetsAtSignOut()
{
    makeSource(tokensFor(kHour));
    QSignalSpy settled(m_source.get(), &TokenSource::settled);
    OT_VERIFY_OK(await(m_source->signOut()));
    QCOMPARE(kept(), TokenSet {});
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, kPatience);
    QStringList revoked;
    for (const ScriptedServer::Request& request : m_server->requests()) {
        if (request.path == "/revoke")
            revoked.append(
                field(request.body, "token_type_hint") + QLatin1Char('=') + field(request.body, "token"));
    }
    QCOMPARE(revoked,
        (QStringList { QStringLiteral("refresh_token=refresh-0"), QStringLiteral("access_token=access-0") }));
    QCOMPARE(await(m_source->token()).error().code, ErrorCode::Unauthorized);
}

void TokenSourceTest::revokesWhatComesAfterSignOut()
{
    makeSource(tokensFor(-1));
    m_server->hold();
    const auto asked = m_source->token();
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->requests().empty(), kPatience);
    QSignalSpy settled(m_source.get(), &TokenSource::settled);
    OT_VERIFY_OK(await(m_source->signOut()));
    QVERIFY(!m_source->isSettled());
    m_server->release();
    QCOMPARE(await(asked).error().code, ErrorCode::Unauthorized);
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, kPatience);
    QCOMPARE(kept(), TokenSet {}); // what came late was not kept
    QVERIFY(m_server->count("/revoke") == 2);
    for (const ScriptedServer::Request& request : m_server->requests()) {
        if (request.path == "/revoke")
            QVERIFY(field(request.body, "token").endsWith(QStringLiteral("-1")));
    }
}

void TokenSourceTest::forgetsWhereTheServerIsAway()
{
    makeSource(tokensFor(kHour));
    m_server->close();
    QSignalSpy settled(m_source.get(), &TokenSource::settled);
    OT_VERIFY_OK(await(m_source->signOut()));
    QCOMPARE(kept(), TokenSet {});
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, kPatience);
}

QTEST_GUILESS_MAIN(TokenSourceTest)
#include "token_source_test.moc"
