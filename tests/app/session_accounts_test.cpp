// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two accounts of the real sandbox in one profile, a trainer's and an agency's: each in a vault of its own,
// one open at a time; and a vault that gets a new key in the middle of its life. There is no keychain here.
#include "app/session.h"
#include "storage/outbox.h"
#include "storage/queries/message_queries.h"
#include "storage/queries/record_queries.h"
#include "storage/settings.h"
#include "sync/message_commands.h"
#include "tests/support/sandbox_process.h"
#include "tests/support/wait.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ot; // NOLINT(google-build-using-namespace)
using app::Session;
using test::await;

namespace {

constexpr int kPatience = 60'000;
const QString kPassphrase = QStringLiteral("a passphrase for the test");

} // namespace

class SessionAccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keepsEachAccountInItsOwnVault();
    void keepsWhatWaitsInTheAccountItIsOf();
    void beginsWithTheLastAccountOrTheOneAskedFor();
    void takesAnAdditionBack();
    void takesNoLateAnswerToTheNextAccount();
    void opensUnderANewKey();
    void keepsTheKeyWhenThePassphraseIsWrong();

private:
    void startSession();
    void signIn(const QString& token);
    void switchTo(const QString& id);
    [[nodiscard]] QSet<QString> privateIds();
    [[nodiscard]] std::size_t waiting();
    void writeAMessage();

    std::unique_ptr<test::SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_ready;
    std::unique_ptr<QSignalSpy> m_needed;
};

void SessionAccountsTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    m_sandbox = std::make_unique<test::SandboxProcess>(
        QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
}

void SessionAccountsTest::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    startSession();
}

void SessionAccountsTest::cleanup()
{
    m_session.reset();
    m_profile.reset();
}

void SessionAccountsTest::startSession()
{
    m_session.reset();
    m_session = std::make_unique<Session>(m_profile->path());
    m_ready = std::make_unique<QSignalSpy>(m_session.get(), &Session::ready);
    m_needed = std::make_unique<QSignalSpy>(m_session.get(), &Session::signInNeeded);
    connect(m_session.get(), &Session::passphraseNeeded, m_session.get(),
        [this] { m_session->usePassphrase(kPassphrase); });
}

void SessionAccountsTest::signIn(const QString& token)
{
    const qsizetype before = m_ready->size();
    m_session->signIn(m_sandbox->url(), token);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), before + 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
}

void SessionAccountsTest::switchTo(const QString& id)
{
    const qsizetype before = m_ready->size();
    m_session->switchTo(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), before + 1, kPatience);
    QCOMPARE(m_session->accountId(), id);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
}

// Every record that only its account may see, by type and id: all but the job feed and the
// policy, and the choices, whose ids are their names.
QSet<QString> SessionAccountsTest::privateIds()
{
    const auto ids = await(
        m_session->vault().read([](storage::ReadSnapshot& snapshot) -> Result<QSet<QString>> {
            QSet<QString> found;
            for (const storage::RecordTraits& traits : storage::kRecordTraits) {
                if (traits.name == "Job" || traits.name == "PolicyVersion" || traits.name == "PrivacyChoice")
                    continue;
                auto query = snapshot.query("SELECT id FROM " + std::string(traits.table));
                if (!query)
                    return query.error();
                const auto rows
                    = storage::collectRows(*query, [](const storage::Query& row) { return row.text(0); });
                if (!rows)
                    return rows.error();
                for (const QString& id : *rows)
                    found.insert(
                        QString::fromLatin1(traits.name.data(), qsizetype(traits.name.size())) + u'/' + id);
            }
            return found;
        }));
    return ids ? *ids : QSet<QString>();
}

std::size_t SessionAccountsTest::waiting()
{
    return await(m_session->vault().read([](storage::ReadSnapshot& snapshot) {
        return storage::outbox::all(snapshot);
    }))->size();
}

void SessionAccountsTest::writeAMessage()
{
    const auto all = await(m_session->vault().read([](storage::ReadSnapshot& snapshot) {
        return storage::queries::conversations(snapshot, storage::queries::ConversationFilter::All);
    }));
    OT_VERIFY_OK(all);
    for (const auto& stored : *all) {
        if (stored.record.canSend) {
            OT_VERIFY_OK(await(sync::sendMessage(
                m_session->vault(), stored.record.id, QStringLiteral("Written before the change"))));
            return;
        }
    }
    QFAIL("no conversation to write to");
}

void SessionAccountsTest::keepsEachAccountInItsOwnVault()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QString trainer = m_session->accountId();
    const QSet<QString> trainersRows = privateIds();
    QVERIFY(trainersRows.size() > 50);
    m_session->addAccount();
    QTRY_COMPARE(m_needed->size(), 2);
    QVERIFY(!m_session->hasAccount());
    signIn(m_sandbox->vendorToken());
    const QString agency = m_session->accountId();
    QVERIFY(agency != trainer);
    const QSet<QString> agencysRows = privateIds();
    QVERIFY(agencysRows.size() > 20);
    QCOMPARE(QSet<QString>(agencysRows).intersect(trainersRows), QSet<QString>());
    // To and fro: neither gains a row of the other.
    for (int round = 0; round < 2; ++round) {
        switchTo(trainer);
        QCOMPARE(privateIds().intersect(agencysRows), QSet<QString>());
        QVERIFY(privateIds().contains(trainersRows));
        switchTo(agency);
        QCOMPARE(privateIds().intersect(trainersRows), QSet<QString>());
        QVERIFY(privateIds().contains(agencysRows));
    }
    QCOMPARE(m_session->accounts().entries().size(), std::size_t(2));
}

void SessionAccountsTest::keepsWhatWaitsInTheAccountItIsOf()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QString trainer = m_session->accountId();
    m_session->signOut();
    QTRY_COMPARE(m_needed->size(), 2);
    writeAMessage();
    QCOMPARE(waiting(), std::size_t(1));
    // What is being written when the account changes is still written.
    const auto late = m_session->vault().write([](storage::WriteTransaction& transaction) {
        return storage::settings::set(transaction, QStringLiteral("late"), QStringLiteral("kept"));
    });
    m_session->addAccount();
    OT_VERIFY_OK(await(late));
    QTRY_COMPARE(m_needed->size(), 3);
    signIn(m_sandbox->vendorToken());
    QCOMPARE(waiting(), std::size_t(0));
    m_session->switchTo(trainer);
    QTRY_COMPARE_WITH_TIMEOUT(m_needed->size(), 4, kPatience); // it was signed out
    QCOMPARE(waiting(), std::size_t(1));
    const auto kept = await(m_session->vault().read([](storage::ReadSnapshot& snapshot) {
        return storage::settings::get(snapshot, QLatin1String("late"));
    }));
    OT_VERIFY_OK(kept);
    QCOMPARE(*kept, QStringLiteral("kept"));
    signIn(m_sandbox->trainerToken());
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), kPatience); // sent, as its own account
}

void SessionAccountsTest::beginsWithTheLastAccountOrTheOneAskedFor()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QString trainer = m_session->accountId();
    m_session->addAccount();
    QTRY_COMPARE(m_needed->size(), 2);
    signIn(m_sandbox->vendorToken());
    const QString agency = m_session->accountId();
    startSession();
    QCOMPARE(m_session->accountId(), agency);
    OT_VERIFY_OK(m_session->useAccount(QStringLiteral("1")));
    QCOMPARE(m_session->accountId(), trainer);
    QCOMPARE(m_session->useAccount(QStringLiteral("3")).error().code, ErrorCode::NotFound);
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    startSession();
    QCOMPARE(m_session->accountId(), trainer); // now that one was the last
}

void SessionAccountsTest::takesAnAdditionBack()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QString trainer = m_session->accountId();
    const QSet<QString> before = privateIds();
    QSignalSpy closing(m_session.get(), &Session::closing);
    m_session->addAccount();
    QCOMPARE(closing.size(), 1);
    QTRY_COMPARE(m_needed->size(), 2);
    switchTo(trainer);
    QVERIFY(privateIds().contains(before));
    QCOMPARE(m_session->accounts().entries().size(), std::size_t(1));
}

void SessionAccountsTest::takesNoLateAnswerToTheNextAccount()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QString trainer = m_session->accountId();
    m_session->addAccount();
    QTRY_COMPARE(m_needed->size(), 2);
    signIn(m_sandbox->vendorToken());
    const QString agency = m_session->accountId();
    QSignalSpy trouble(m_session.get(), &Session::trouble);
    // Each change comes before the one before it has opened its vault.
    m_session->switchTo(trainer);
    m_session->switchTo(agency);
    QCoreApplication::processEvents();
    m_session->switchTo(trainer);
    m_session->addAccount();
    const qsizetype before = m_ready->size();
    m_session->switchTo(agency);
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), before + 1, kPatience);
    QCOMPARE(m_session->accountId(), agency);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
    QCOMPARE(trouble.size(), 0);
}

void SessionAccountsTest::opensUnderANewKey()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QSet<QString> before = privateIds();
    const QString formerKey = storage::KeyReference::load(m_session->accountDirectory())->keyId;
    QSignalSpy progress(m_session.get(), &Session::rekeyProgress);
    QSignalSpy ended(m_session.get(), &Session::rekeyEnded);
    m_session->rekey({ kPassphrase, {} });
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 2, kPatience);
    QCOMPARE(ended.size(), 1);
    OT_VERIFY_OK(ended.at(0).at(0).value<Outcome>());
    QCOMPARE(progress.last().at(0).toInt(), 100);
    QVERIFY(storage::KeyReference::load(m_session->accountDirectory())->keyId != formerKey);
    QVERIFY(privateIds().contains(before));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->sync().isIdle(), kPatience);
    startSession();
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, kPatience);
    QVERIFY(privateIds().contains(before));
}

void SessionAccountsTest::keepsTheKeyWhenThePassphraseIsWrong()
{
    m_session->open();
    signIn(m_sandbox->trainerToken());
    const QString formerKey = storage::KeyReference::load(m_session->accountDirectory())->keyId;
    QSignalSpy ended(m_session.get(), &Session::rekeyEnded);
    QSignalSpy closing(m_session.get(), &Session::closing);
    m_session->rekey({ QStringLiteral("a slip"), {} });
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatience);
    QCOMPARE(ended.at(0).at(0).value<Outcome>().error().code, ErrorCode::PassphraseWrong);
    m_session->rekey({});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, kPatience);
    QCOMPARE(ended.at(1).at(0).value<Outcome>().error().code, ErrorCode::PassphraseNeeded);
    QCOMPARE(closing.size(), 0); // nothing was interrupted
    QCOMPARE(storage::KeyReference::load(m_session->accountDirectory())->keyId, formerKey);
}

QTEST_GUILESS_MAIN(SessionAccountsTest)
#include "session_accounts_test.moc"
