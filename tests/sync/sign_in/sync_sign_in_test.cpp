// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sync of somebody who signed in by browser, at the real sandbox: tokens that end, that are stolen, that
// are revoked. Nothing that waits is ever lost.
#include "storage/outbox.h"
#include "storage/queries/message_queries.h"
#include "sync/message_commands.h"
#include "sync/sign_in/browser_sign_in.h"
#include "sync/sync_service.h"
#include "tests/support/sandbox_person.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace ot;
using namespace ot::storage;
using namespace ot::sync;
using Phase = SyncStatus::Phase;
using test::await;

namespace {

constexpr int kPatience = 60'000;

} // namespace

class SyncSignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void syncsWithASignIn();
    void goesOnAfterTheTokenEnds();
    void renewsBeforeItAsks();
    void goesOnAfterARestart();
    void parksWhatWaitsWhenARefreshTokenWasStolen();
    void parksWhatWaitsWhenTheSignInIsRevoked();
    void signsOutAtTheServer();
    void signsOutWithoutTheServer();

private:
    TokenSet signIn();
    [[nodiscard]] TokenSet kept();
    void start(const TokenSet& tokens);
    void startAndWait(const TokenSet& tokens);
    // A message into a conversation that can be written to.
    void write(const QString& text);
    [[nodiscard]] std::size_t waiting();
    [[nodiscard]] int statusWith(const QString& accessToken) const;

    std::unique_ptr<test::SandboxProcess> m_sandbox;
    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<SyncService> m_service;
};

void SyncSignInTest::initTestCase()
{
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
}

void SyncSignInTest::init()
{
    m_store = std::make_unique<test::TestVault>();
    m_service = std::make_unique<SyncService>(m_store->vault());
}

void SyncSignInTest::cleanup()
{
    m_service.reset();
    m_store.reset();
    m_sandbox->control(R"({"command":"skewClock","seconds":0})");
    m_sandbox->control(R"({"command":"clearFaults"})");
}

TokenSet SyncSignInTest::signIn()
{
    QUrl address;
    TokenSet tokens;
    BrowserSignIn signIn([&address](const QUrl& opened) {
        address = opened;
        return true;
    });
    connect(&signIn, &BrowserSignIn::signedIn, &signIn, [&tokens](const TokenSet& got) { tokens = got; });
    signIn.start(m_sandbox->url());
    if (!QTest::qWaitFor([&address] { return !address.isEmpty(); }, kPatience))
        qFatal("the sign-in did not begin");
    test::SandboxPerson(*m_sandbox).goThrough(address);
    if (!QTest::qWaitFor([&tokens] { return !tokens.isEmpty(); }, kPatience))
        qFatal("the sign-in did not end");
    return tokens;
}

TokenSet SyncSignInTest::kept()
{
    return *await(m_store->vault().read([](ReadSnapshot& snapshot) { return loadTokens(snapshot); }));
}

void SyncSignInTest::start(const TokenSet& tokens)
{
    m_store->write([&tokens](WriteTransaction& transaction) { return keepTokens(transaction, tokens); });
    m_service->start(m_sandbox->url(), tokens);
}

void SyncSignInTest::startAndWait(const TokenSet& tokens)
{
    start(tokens);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->isIdle(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->status().live, kPatience);
}

void SyncSignInTest::write(const QString& text)
{
    const auto all = await(m_store->vault().read([](ReadSnapshot& snapshot) {
        return queries::conversations(snapshot, queries::ConversationFilter::All);
    }));
    for (const auto& stored : *all) {
        if (stored.record.canSend) {
            OT_VERIFY_OK(await(sendMessage(m_store->vault(), stored.record.id, text)));
            return;
        }
    }
    QFAIL("no conversation can be written to");
}

std::size_t SyncSignInTest::waiting()
{
    return await(m_store->vault().read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }))->size();
}

int SyncSignInTest::statusWith(const QString& accessToken) const
{
    int status = 0;
    m_sandbox->request(
        "GET", QStringLiteral("/api/trainer/v1/capabilities"), accessToken.toUtf8(), {}, &status);
    return status;
}

void SyncSignInTest::syncsWithASignIn()
{
    startAndWait(signIn());
    write(QStringLiteral("Signed in by browser"));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), kPatience);
}

// The server's clock goes ahead: by this device's clock the token still holds, and the server refuses it.
void SyncSignInTest::goesOnAfterTheTokenEnds()
{
    const TokenSet first = signIn();
    startAndWait(first);
    m_sandbox->control(R"({"command":"skewClock","seconds":3700})");
    QCOMPARE(statusWith(first.accessToken), 401);
    write(QStringLiteral("Across the end of a token"));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), kPatience);
    QVERIFY(m_service->status().phase != Phase::SignedOut);
    const TokenSet second = kept();
    QVERIFY(second.accessToken != first.accessToken);
    QVERIFY(second.refreshToken != first.refreshToken);
    QCOMPARE(statusWith(second.accessToken), 200);
    // And once more, with what was renewed.
    m_sandbox->control(R"({"command":"skewClock","seconds":7400})");
    m_service->syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(kept().refreshToken != second.refreshToken, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->isIdle(), kPatience);
    QCOMPARE(m_service->status().phase, Phase::UpToDate);
}

void SyncSignInTest::renewsBeforeItAsks()
{
    TokenSet tokens = signIn();
    tokens.expiresAt = { 1 };
    startAndWait(tokens);
    QVERIFY(kept().accessToken != tokens.accessToken);
    QCOMPARE(statusWith(kept().accessToken), 200);
}

void SyncSignInTest::goesOnAfterARestart()
{
    startAndWait(signIn());
    m_service.reset();
    m_store->reopen();
    m_sandbox->kill();
    m_sandbox->restart();
    m_sandbox->control(R"({"command":"skewClock","seconds":100000})");
    m_service = std::make_unique<SyncService>(m_store->vault());
    const TokenSet before = kept();
    m_service->start(m_sandbox->url(), before);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->isIdle(), kPatience);
    QVERIFY(kept().refreshToken != before.refreshToken);
}

// Somebody else used the refresh token first. The server can't tell who is who and ends the whole sign-in.
void SyncSignInTest::parksWhatWaitsWhenARefreshTokenWasStolen()
{
    const TokenSet tokens = signIn();
    startAndWait(tokens);
    AuthorizationClient thief;
    bool stolen = false;
    thief.renew(tokens, [&stolen](const Result<TokenSet>& taken) { stolen = taken.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(stolen, kPatience);
    m_sandbox->control(R"({"command":"skewClock","seconds":3700})");
    write(QStringLiteral("Kept for later"));
    QTRY_COMPARE_WITH_TIMEOUT(m_service->status().phase, Phase::SignedOut, kPatience);
    QCOMPARE(m_service->status().error->code, ErrorCode::Unauthorized);
    QCOMPARE(waiting(), std::size_t(1));
    // Signed in again, it goes out.
    startAndWait(signIn());
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), kPatience);
}

void SyncSignInTest::parksWhatWaitsWhenTheSignInIsRevoked()
{
    const TokenSet tokens = signIn();
    startAndWait(tokens);
    AuthorizationClient elsewhere;
    bool revoked = false;
    elsewhere.revoke(tokens, [&revoked](const Result<Done>& done) { revoked = done.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(revoked, kPatience);
    write(QStringLiteral("Kept as well"));
    QTRY_COMPARE_WITH_TIMEOUT(m_service->status().phase, Phase::SignedOut, kPatience);
    QCOMPARE(waiting(), std::size_t(1));
    // A pasted token serves as well.
    m_service->start(m_sandbox->url(), m_sandbox->trainerToken());
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), kPatience);
}

void SyncSignInTest::signsOutAtTheServer()
{
    startAndWait(signIn());
    const TokenSet tokens = kept();
    OT_VERIFY_OK(await(m_service->signOut()));
    QCOMPARE(kept(), TokenSet {});
    QTRY_COMPARE_WITH_TIMEOUT(m_service->status().phase, Phase::Stopped, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(statusWith(tokens.accessToken), 401, kPatience);
    bool refused = false;
    AuthorizationClient later;
    later.renew(tokens, [&refused](const Result<TokenSet>& taken) { refused = !taken; });
    QTRY_VERIFY_WITH_TIMEOUT(refused, kPatience);
}

void SyncSignInTest::signsOutWithoutTheServer()
{
    startAndWait(signIn());
    m_sandbox->stop();
    OT_VERIFY_OK(await(m_service->signOut()));
    QCOMPARE(kept(), TokenSet {});
    m_sandbox->restart();
}

QTEST_GUILESS_MAIN(SyncSignInTest)
#include "sync_sign_in_test.moc"
