// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/account_state.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::AccountState;

namespace {

Account trainer()
{
    Account account;
    account.id = QStringLiteral("u_me");
    account.version = 1;
    account.email = QStringLiteral("maria@example.org");
    account.firstName = QStringLiteral("Maria");
    account.lastName = QStringLiteral("Gómez");
    account.fullName = QStringLiteral("Maria Gómez");
    account.userType = QStringLiteral("FREELANCER");
    account.accountKind = QStringLiteral("freelancer");
    account.createdAt = UtcTime { 1'790'000'000'000 };
    return account;
}

Account member(const char* role)
{
    Account account = trainer();
    account.userType = QStringLiteral("VENDOR_MEMBER");
    account.accountKind = QStringLiteral("vendor_organization");
    account.organizationName = QStringLiteral("Northwind\n Labs");
    account.memberRole = QLatin1String(role);
    return account;
}

} // namespace

class AccountStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyBeforeTheAccountIsThere();
    void saysWhoIsSignedIn();
    void saysTheRole_data();
    void saysTheRole();
    void fallsBackToTheNamesParts();
    void countsUnreadMessages();
};

void AccountStateTest::isEmptyBeforeTheAccountIsThere()
{
    test::TestVault store;
    AccountState state(store.vault());
    QTRY_VERIFY(state.isSettled());
    QCOMPARE(state.name(), QString());
    QCOMPARE(state.role(), QString());
    QCOMPARE(state.email(), QString());
    QCOMPARE(state.unreadMessages(), 0);
}

void AccountStateTest::saysWhoIsSignedIn()
{
    test::TestVault store;
    AccountState state(store.vault());
    QTRY_VERIFY(state.isSettled());
    QSignalSpy changed(&state, &AccountState::changed);
    store.put<Account>({ trainer() });
    QTRY_COMPARE(state.name(), QStringLiteral("Maria Gómez"));
    QCOMPARE(state.email(), QStringLiteral("maria@example.org"));
    QCOMPARE(state.role(), QStringLiteral("AI trainer"));
    QCOMPARE(changed.count(), 1);

    Account renamed = trainer();
    renamed.version = 2;
    renamed.fullName = QStringLiteral("Maria\u202e \n Gómez Ruiz");
    store.put<Account>({ renamed });
    QTRY_COMPARE(state.name(), QStringLiteral("Maria Gómez Ruiz"));
    // Other records are not looked at.
    const auto before = changed.count();
    store.put<Job>({ test::sampleJob(1) });
    QVERIFY(state.isSettled());
    QCOMPARE(changed.count(), before);
    store.write([](WriteTransaction& transaction) {
        return transaction.remove(recordTypeIndex<Account>(), QStringLiteral("u_me"));
    });
    QTRY_COMPARE(state.name(), QString());
}

void AccountStateTest::saysTheRole_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QString>("shown");
    const QString at = QStringLiteral(" · \u2068Northwind Labs\u2069");
    QTest::newRow("owner") << QByteArray("OWNER") << QStringLiteral("Owner") + at;
    QTest::newRow("bid manager") << QByteArray("BID_MANAGER") << QStringLiteral("Bid manager") + at;
    QTest::newRow("finance") << QByteArray("FINANCE") << QStringLiteral("Finance") + at;
    QTest::newRow("member") << QByteArray("MEMBER") << QStringLiteral("Vendor") + at;
    QTest::newRow("one we do not know") << QByteArray("NEW_ROLE") << QStringLiteral("Vendor") + at;
}

void AccountStateTest::saysTheRole()
{
    QFETCH(const QByteArray, role);
    QFETCH(const QString, shown);
    test::TestVault store;
    store.put<Account>({ member(role.constData()) });
    AccountState state(store.vault());
    QTRY_COMPARE(state.role(), shown);
}

void AccountStateTest::fallsBackToTheNamesParts()
{
    test::TestVault store;
    Account account = member("OWNER");
    account.fullName = QStringLiteral(" \u200b");
    account.lastName.clear();
    account.organizationName.clear();
    store.put<Account>({ account });
    AccountState state(store.vault());
    QTRY_COMPARE(state.name(), QStringLiteral("Maria"));
    QCOMPARE(state.role(), QStringLiteral("Owner"));
}

void AccountStateTest::countsUnreadMessages()
{
    test::TestVault store;
    AccountState state(store.vault());
    QTRY_VERIFY(state.isSettled());
    Conversation one = test::sampleConversation(1);
    one.unreadCount = 3;
    Conversation two = test::sampleConversation(2);
    two.unreadCount = 4;
    store.put<Conversation>({ one, two });
    QTRY_COMPARE(state.unreadMessages(), 7);
    one.version = 2;
    one.unreadCount = 0;
    store.put<Conversation>({ one });
    QTRY_COMPARE(state.unreadMessages(), 4);
    store.write([](WriteTransaction& transaction) {
        return transaction.remove(recordTypeIndex<Conversation>(), QStringLiteral("conversation-2"));
    });
    QTRY_COMPARE(state.unreadMessages(), 0);
    QTRY_VERIFY(state.isSettled());
}

QTEST_GUILESS_MAIN(AccountStateTest)
#include "account_state_test.moc"
