// SPDX-License-Identifier: GPL-3.0-or-later
//
// A machine on which no keychain answers: no session bus at all.
#include "storage/keys/key_custody.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using test::await;

class KeyCustodyAbsentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysThatThereIsNoneAndKeepsNothing();
    void worksByPassphraseAlone();
    void tellsAKeychainThatIsGone();
};

void KeyCustodyAbsentTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("DISPLAY");
    qunsetenv("XDG_CURRENT_DESKTOP");
}

void KeyCustodyAbsentTest::saysThatThereIsNoneAndKeepsNothing()
{
    QTemporaryDir directory;
    KeyCustody custody(directory.filePath(QStringLiteral("account")));
    const auto made = await(custody.createInKeychain());
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::KeychainMissing);
    QVERIFY(!made.error().message.isEmpty());
    QVERIFY(!custody.hasVault());
}

void KeyCustodyAbsentTest::worksByPassphraseAlone()
{
    QTemporaryDir directory;
    KeyCustody custody(directory.filePath(QStringLiteral("account")));
    OT_VERIFY_OK(await(custody.createWithPassphrase(QStringLiteral("on the train"))));
    QCOMPARE(await(custody.unlock()).error().code, ErrorCode::PassphraseNeeded);
    OT_VERIFY_OK(await(custody.unlockWithPassphrase(QStringLiteral("on the train"))));
}

void KeyCustodyAbsentTest::tellsAKeychainThatIsGone()
{
    QTemporaryDir directory;
    const QString account = directory.filePath(QStringLiteral("account"));
    KeyCustody custody(account);
    OT_VERIFY_OK(await(custody.createWithPassphrase(QStringLiteral("on the train"))));
    Result<KeyReference> reference = KeyReference::load(account);
    OT_VERIFY_OK(reference);
    reference->inKeychain = true; // as if it had been kept there, in another session
    OT_VERIFY_OK(reference->save(account));
    const auto found = await(custody.unlock());
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::KeychainMissing);
    // The passphrase opens it all the same.
    OT_VERIFY_OK(await(custody.unlockWithPassphrase(QStringLiteral("on the train"))));
}

QTEST_GUILESS_MAIN(KeyCustodyAbsentTest)
#include "key_custody_absent_test.moc"
