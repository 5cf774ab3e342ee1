// SPDX-License-Identifier: GPL-3.0-or-later
//
// A profile from its first sign-in by browser to its last sign-out, at the real sandbox. There is no keychain
// here: the vault has a passphrase.
#include "app/session.h"
#include "storage/outbox.h"
#include "storage/queries/message_queries.h"
#include "sync/message_commands.h"
#include "tests/support/sandbox_person.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ot; // NOLINT(google-build-using-namespace)
using app::Session;
using test::await;
using Phase = sync::SyncStatus::Phase;

namespace {

constexpr int kPatience = 60'000;
const QString kPassphrase = QStringLiteral("a passphrase for the test");

} // namespace

class SessionSignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void signsInAndOutByBrowser();
    void goesOnAtTheNextStart();
    void keepsWhatWaitsAcrossASignOut();
    void keepsNothingOfADeniedSignIn();
    void takesACancelBack();
    void refusesTheSignInOfAnotherAccount();
    void saysThatTheServerHasNoSignIn();

private:
    // The program starts on the same profile.
    void startSession();
    void signInByBrowser();
    [[nodiscard]] sync::TokenSet kept();
    [[nodiscard]] int statusWith(const sync::TokenSet& tokens) const;

    std::unique_ptr<test::SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_ready;
    std::unique_ptr<QSignalSpy> m_needed;
    QUrl m_address;
};

void SessionSignInTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
}

void SessionSignInTest::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    startSession();
}

void SessionSignInTest::cleanup()
{
    m_session.reset();
    m_profile.reset();
    m_sandbox->control(R"({"command":"skewClock","seconds":0})");
}

void SessionSignInTest::startSession()
{
    m_session.reset();
    m_address.clear();
    m_session = std::make_unique<Session>(m_profile->path());
    m_ready = std::make_unique<QSignalSpy>(m_session.get(), &Session::ready);
    m_needed = std::make_unique<QSignalSpy>(m_session.get(), &Session::signInNeeded);
    connect(m_session.get(), &Session::passphraseNeeded, m_session.get(),
        [this] { m_session->usePassphrase(kPassphrase); });
    m_session->open();
}

void SessionSignInTest::signInByBrowser()
{
    m_address.clear();
    m_session->signInByBrowser(m_sandbox->url(), [this](const QUrl& address) {
        m_address = address;
        return true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(!m_address.isEmpty(), kPatience);
}

sync::TokenSet SessionSignInTest::kept()
{
    return *await(
        m_session->vault().read([](storage::ReadSnapshot& snapshot) { return sync::loadTokens(snapshot); }));
}

int SessionSignInTest::statusWith(const sync::TokenSet& tokens) const
{
    int status = 0;
    m_sandbox->request(
        "GET", QStringLiteral("/api/trainer/v1/capabilities"), tokens.accessToken.toUtf8(), {}, &status);
    return status;
}

void SessionSignInTest::signsInAndOutByBrowser()
{
    QCOMPARE(m_needed->size(), 1); // a new profile
    QSignalSpy waiting(m_session.get(), &Session::browserWaiting);
    QSignalSpy returned(m_session.get(), &Session::browserReturned);
    signInByBrowser();
    QCOMPARE(waiting.size(), 1);
    test::SandboxPerson(*m_sandbox).goThrough(m_address);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    QCOMPARE(returned.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
    const sync::TokenSet tokens = kept();
    QVERIFY(tokens.canRenew());
    QCOMPARE(statusWith(tokens), 200);

    m_session->signOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 2, kPatience);
    QCOMPARE(kept(), sync::TokenSet {});
    QTRY_COMPARE_WITH_TIMEOUT(statusWith(tokens), 401, kPatience);
}

void SessionSignInTest::goesOnAtTheNextStart()
{
    signInByBrowser();
    test::SandboxPerson(*m_sandbox).goThrough(m_address);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    const sync::TokenSet first = kept();
    m_sandbox->control(R"({"command":"skewClock","seconds":7200})");
    startSession();
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
    QCOMPARE(m_needed->size(), 0);
    QVERIFY(kept().refreshToken != first.refreshToken);
    QCOMPARE(statusWith(kept()), 200);
}

void SessionSignInTest::keepsWhatWaitsAcrossASignOut()
{
    signInByBrowser();
    test::SandboxPerson(*m_sandbox).goThrough(m_address);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
    m_session->signOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 1, kPatience);
    const auto waiting = [this] {
        return await(m_session->vault().read([](storage::ReadSnapshot& snapshot) {
            return storage::outbox::all(snapshot);
        }))->size();
    };
    const auto all = await(m_session->vault().read([](storage::ReadSnapshot& snapshot) {
        return storage::queries::conversations(snapshot, storage::queries::ConversationFilter::All);
    }));
    for (const auto& stored : *all) {
        if (stored.record.canSend && waiting() == 0)
            OT_VERIFY_OK(await(sync::sendMessage(
                m_session->vault(), stored.record.id, QStringLiteral("Written while signed out"))));
    }
    QCOMPARE(waiting(), std::size_t(1));
    signInByBrowser();
    test::SandboxPerson(*m_sandbox).goThrough(m_address);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), kPatience);
}

void SessionSignInTest::keepsNothingOfADeniedSignIn()
{
    signInByBrowser();
    test::SandboxPerson(*m_sandbox).goThrough(m_address, false);
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 2, kPatience);
    QVERIFY(m_needed->at(1).at(0).value<Error>().message.contains(QStringLiteral("cancelled")));
    QVERIFY(!QDir(m_profile->filePath(QStringLiteral("accounts"))).exists());
}

void SessionSignInTest::takesACancelBack()
{
    signInByBrowser();
    const QUrl first = m_address;
    m_session->cancelSignIn();
    QCOMPARE(m_needed->size(), 2);
    QCOMPARE(m_needed->at(1).at(0).value<Error>().code, ErrorCode::Cancelled);
    m_session->openBrowserAgain(); // nothing is under way
    QCOMPARE(m_address, first);
    // Another attempt takes the place of the one before, whose answer comes too late.
    signInByBrowser();
    const QUrl second = m_address;
    signInByBrowser();
    QVERIFY(m_address != second);
    QCOMPARE(m_needed->size(), 2);
    test::SandboxPerson(*m_sandbox).goThrough(m_address);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
}

void SessionSignInTest::refusesTheSignInOfAnotherAccount()
{
    m_session->signIn(m_sandbox->url(), m_sandbox->vendorToken());
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    m_session->signOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 2, kPatience);
    signInByBrowser();
    // The trainer signs in where the agency's vault is.
    test::SandboxPerson(*m_sandbox).goThrough(m_address);
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 3, kPatience);
    QCOMPARE(m_needed->at(2).at(0).value<Error>().code, ErrorCode::Forbidden);
    QCOMPARE(kept(), sync::TokenSet {});
}

void SessionSignInTest::saysThatTheServerHasNoSignIn()
{
    m_sandbox->control(
        R"({"command":"fault","path":"/.well-known/oauth-protected-resource","count":2,"kind":"status","status":404})");
    m_session->signInByBrowser(m_sandbox->url(), [](const QUrl&) { return true; });
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 2, kPatience);
    m_sandbox->control(R"({"command":"clearFaults"})");
    QVERIFY(!m_needed->at(1).at(0).value<Error>().message.isEmpty());
}

QTEST_MAIN(SessionSignInTest)
#include "session_sign_in_test.moc"
