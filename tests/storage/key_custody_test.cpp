// SPDX-License-Identifier: GPL-3.0-or-later
//
// Against a real gnome-keyring on a session bus of the test's own.
#include "storage/keys/key_custody.h"
#include "storage/keys/passphrase_wrap.h"
#include "tests/support/wait.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using test::await;

class KeyCustodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void keepsAndFindsTheKeyInTheKeychain();
    void tellsAnEmptiedKeychain();
    void tellsAForeignKey();
    void neverMakesAKeyBesideAVault();
    void opensByPassphraseAndRefusesAnother();
    void refusesADoctoredKeyFile_data();
    void refusesADoctoredKeyFile();
    void tellsAMissingKeyReference();
    void severalWaysLeadToOneKey();
    void theLastWayIsNeverTakenAway();
    void movesTheKeyIntoTheKeychainAndOut();
    void changesCustodyOnlyForItsOwnKey();
    void tellsALockedKeyring(); // the last: it stays locked

private:
    void startKeyring();
    bool run(const QString& program, const QStringList& arguments, const QByteArray& input = {});
    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_home;
    QString m_account;
};

void KeyCustodyTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        QFAIL("run this test by tests/support/with-session-bus");
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", (m_home.path() + QStringLiteral("/data")).toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    startKeyring();
}

void KeyCustodyTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_account = m_directory->path() + QStringLiteral("/account");
}

bool KeyCustodyTest::run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

void KeyCustodyTest::startKeyring()
{
    QVERIFY(run(QStringLiteral("gnome-keyring-daemon"),
        { QStringLiteral("--unlock"), QStringLiteral("--daemonize"), QStringLiteral("--components=secrets") },
        "test\n"));
    // It goes to the background before it is on the bus; asked any sooner, the bus would start a second,
    // locked one.
    QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(
        QStringLiteral("org.freedesktop.secrets")));
}

void KeyCustodyTest::keepsAndFindsTheKeyInTheKeychain()
{
    KeyCustody custody(m_account);
    const auto made = await(custody.createInKeychain());
    OT_VERIFY_OK(made);
    QVERIFY(custody.hasVault());
    KeyCustody again(m_account);
    const auto found = await(again.unlock());
    OT_VERIFY_OK(found);
    QCOMPARE((*found)->checkValue(), (*made)->checkValue());
    QFile reference(m_account + QStringLiteral("/keyref.json"));
    QVERIFY(reference.open(QIODevice::ReadOnly));
    const QByteArray text = reference.readAll();
    QVERIFY(!text.contains(QByteArray(reinterpret_cast<const char*>((*made)->bytes().data()), 32).toHex()));
    QCOMPARE(reference.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void KeyCustodyTest::tellsAnEmptiedKeychain()
{
    KeyCustody custody(m_account);
    OT_VERIFY_OK(await(custody.createInKeychain()));
    const Result<KeyReference> reference = KeyReference::load(m_account);
    OT_VERIFY_OK(reference);
    QVERIFY(run(QStringLiteral("secret-tool"),
        { QStringLiteral("clear"), QStringLiteral("server"), QStringLiteral("ai.opentrain.Desktop"),
            QStringLiteral("user"), QStringLiteral("store:") + reference->keyId }));
    KeyCustody again(m_account);
    const auto found = await(again.unlock());
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::KeyMissing);
    QVERIFY(!await(again.createInKeychain()).ok());
}

void KeyCustodyTest::tellsAForeignKey()
{
    KeyCustody custody(m_account);
    OT_VERIFY_OK(await(custody.createInKeychain()));
    Result<KeyReference> reference = KeyReference::load(m_account);
    OT_VERIFY_OK(reference);
    reference->checkValue = QByteArray::fromHex("0011223344556677");
    OT_VERIFY_OK(reference->save(m_account));
    KeyCustody again(m_account);
    const auto found = await(again.unlock());
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::KeyForeign);
}

void KeyCustodyTest::neverMakesAKeyBesideAVault()
{
    QDir().mkpath(m_account);
    QFile vault(m_account + QStringLiteral("/vault.db"));
    QVERIFY(vault.open(QIODevice::WriteOnly));
    vault.write("something");
    vault.close();
    KeyCustody custody(m_account);
    QCOMPARE(await(custody.createInKeychain()).error().code, ErrorCode::Conflict);
    QCOMPARE(await(custody.createWithPassphrase(QStringLiteral("x"))).error().code, ErrorCode::Conflict);
    QVERIFY(!QFile::exists(m_account + QStringLiteral("/keyref.json")));
}

void KeyCustodyTest::opensByPassphraseAndRefusesAnother()
{
    KeyCustody custody(m_account);
    // The same word, composed and decomposed: a person types it, not its bytes.
    const auto made = await(custody.createWithPassphrase(QStringLiteral("contrase\u00f1a segura")));
    OT_VERIFY_OK(made);
    KeyCustody again(m_account);
    QCOMPARE(await(again.unlock()).error().code, ErrorCode::PassphraseNeeded);
    QCOMPARE(await(again.unlockWithPassphrase(QStringLiteral("contrasena segura"))).error().code,
        ErrorCode::PassphraseWrong);
    const auto opened = await(again.unlockWithPassphrase(QStringLiteral("contrasen\u0303a segura")));
    OT_VERIFY_OK(opened);
    QCOMPARE((*opened)->checkValue(), (*made)->checkValue());
}

void KeyCustodyTest::refusesADoctoredKeyFile_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("64 GiB of memory") << "memoryBytes" << QJsonValue(qint64(64) << 30);
    QTest::newRow("a billion rounds") << "operations" << QJsonValue(1'000'000'000);
    QTest::newRow("no salt") << "salt" << QJsonValue(QString());
    QTest::newRow("a short key") << "sealedKey" << QJsonValue(QStringLiteral("00ff"));
}

void KeyCustodyTest::refusesADoctoredKeyFile()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    KeyCustody custody(m_account);
    OT_VERIFY_OK(await(custody.createWithPassphrase(QStringLiteral("pass"))));
    QFile file(m_account + QStringLiteral("/keyref.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    QJsonObject wrap = object.value(QLatin1String("passphrase")).toObject();
    wrap.insert(member, value);
    object.insert(QStringLiteral("passphrase"), wrap);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(object).toJson());
    file.close();
    const auto opened = await(custody.unlockWithPassphrase(QStringLiteral("pass")));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::Decode);
}

void KeyCustodyTest::tellsAMissingKeyReference()
{
    KeyCustody custody(m_account);
    OT_VERIFY_OK(await(custody.createWithPassphrase(QStringLiteral("pass"))));
    QFile vault(m_account + QStringLiteral("/vault.db"));
    QVERIFY(vault.open(QIODevice::WriteOnly));
    vault.close();
    QVERIFY(QFile::remove(m_account + QStringLiteral("/keyref.json")));
    QCOMPARE(await(custody.unlock()).error().code, ErrorCode::KeyMissing);
}

void KeyCustodyTest::tellsALockedKeyring()
{
    KeyCustody custody(m_account);
    OT_VERIFY_OK(await(custody.createInKeychain()));
    QVERIFY(run(QStringLiteral("gdbus"),
        { QStringLiteral("call"), QStringLiteral("--session"), QStringLiteral("--dest"),
            QStringLiteral("org.freedesktop.secrets"), QStringLiteral("--object-path"),
            QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("--method"),
            QStringLiteral("org.freedesktop.Secret.Service.Lock"),
            QStringLiteral("['/org/freedesktop/secrets/aliases/default']") }));
    KeyCustody again(m_account);
    const auto found = await(again.unlock());
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::KeychainLocked);
    KeyCustody fresh(m_directory->path() + QStringLiteral("/other"));
    QCOMPARE(await(fresh.createInKeychain()).error().code, ErrorCode::KeychainLocked);
}

void KeyCustodyTest::severalWaysLeadToOneKey()
{
    KeyCustody custody(m_account);
    const auto made = await(custody.createInKeychain());
    OT_VERIFY_OK(made);
    OT_VERIFY_OK(await(custody.setPassphrase(*made, QStringLiteral("first words"))));
    const auto code = await(custody.makeRecoveryCode(*made));
    OT_VERIFY_OK(code);
    QCOMPARE(*custody.ways(), (CustodyWays { true, true, true }));
    KeyCustody again(m_account);
    const QByteArray check = (*made)->checkValue();
    QCOMPARE((*await(again.unlock()))->checkValue(), check);
    QCOMPARE((*await(again.unlockWithPassphrase(QStringLiteral("first words"))))->checkValue(), check);
    // As a person types it: small letters, blanks for dashes.
    const QString typed = QString(*code).replace(u'-', u' ').toLower();
    QCOMPARE((*await(again.unlockWithRecoveryCode(typed)))->checkValue(), check);
    // A new passphrase and a new code take the old ones' places.
    OT_VERIFY_OK(await(again.setPassphrase(*made, QStringLiteral("other words"))));
    QCOMPARE(await(again.unlockWithPassphrase(QStringLiteral("first words"))).error().code,
        ErrorCode::PassphraseWrong);
    const auto second = await(again.makeRecoveryCode(*made));
    OT_VERIFY_OK(second);
    QVERIFY(*second != *code);
    QCOMPARE(await(again.unlockWithRecoveryCode(*code)).error().code, ErrorCode::PassphraseWrong);
    // A code is no passphrase, nor the other way round.
    QCOMPARE(await(again.unlockWithPassphrase(*second)).error().code, ErrorCode::PassphraseWrong);
    QCOMPARE(
        await(again.unlockWithRecoveryCode(QStringLiteral("other words"))).error().code, ErrorCode::BadInput);
    QFile reference(m_account + QStringLiteral("/keyref.json"));
    QVERIFY(reference.open(QIODevice::ReadOnly));
    const QByteArray text = reference.readAll();
    QVERIFY(!text.contains(second->toUtf8()) && !text.contains("other words"));
}

void KeyCustodyTest::theLastWayIsNeverTakenAway()
{
    KeyCustody custody(m_account);
    const auto made = await(custody.createWithPassphrase(QStringLiteral("words")));
    OT_VERIFY_OK(made);
    QCOMPARE(await(custody.removePassphrase()).error().code, ErrorCode::Conflict);
    OT_VERIFY_OK(await(custody.makeRecoveryCode(*made)));
    OT_VERIFY_OK(await(custody.removePassphrase()));
    OT_VERIFY_OK(await(custody.removePassphrase()));
    QCOMPARE(await(custody.removeRecoveryCode()).error().code, ErrorCode::Conflict);
    QCOMPARE(*custody.ways(), (CustodyWays { false, false, true }));
    QCOMPARE(
        await(custody.unlockWithPassphrase(QStringLiteral("words"))).error().code, ErrorCode::KeyMissing);
}

void KeyCustodyTest::movesTheKeyIntoTheKeychainAndOut()
{
    KeyCustody custody(m_account);
    const auto made = await(custody.createWithPassphrase(QStringLiteral("words")));
    OT_VERIFY_OK(made);
    OT_VERIFY_OK(await(custody.addToKeychain(*made)));
    KeyCustody again(m_account);
    QCOMPARE((*await(again.unlock()))->checkValue(), (*made)->checkValue());
    OT_VERIFY_OK(await(again.removePassphrase()));
    QCOMPARE(await(again.removeFromKeychain()).error().code, ErrorCode::Conflict);
    OT_VERIFY_OK(await(again.setPassphrase(*made, QStringLiteral("words"))));
    const QString entry = QStringLiteral("store:") + KeyReference::load(m_account)->keyId;
    const QStringList lookUp { QStringLiteral("lookup"), QStringLiteral("server"),
        QStringLiteral("ai.opentrain.Desktop"), QStringLiteral("user"), entry };
    QVERIFY(run(QStringLiteral("secret-tool"), lookUp));
    OT_VERIFY_OK(await(again.removeFromKeychain()));
    QVERIFY(!run(QStringLiteral("secret-tool"), lookUp));
    QCOMPARE(await(again.unlock()).error().code, ErrorCode::PassphraseNeeded);
    OT_VERIFY_OK(await(again.unlockWithPassphrase(QStringLiteral("words"))));
}

void KeyCustodyTest::changesCustodyOnlyForItsOwnKey()
{
    KeyCustody custody(m_account);
    OT_VERIFY_OK(await(custody.createWithPassphrase(QStringLiteral("words"))));
    const auto other = std::make_shared<SecretKey>(SecretKey::generate());
    QCOMPARE(await(custody.setPassphrase(other, QStringLiteral("x"))).error().code, ErrorCode::KeyForeign);
    QCOMPARE(await(custody.makeRecoveryCode(other)).error().code, ErrorCode::KeyForeign);
    QCOMPARE(await(custody.addToKeychain(other)).error().code, ErrorCode::KeyForeign);
    QCOMPARE(*custody.ways(), (CustodyWays { false, true, false }));
    OT_VERIFY_OK(await(custody.unlockWithPassphrase(QStringLiteral("words"))));
}

QTEST_GUILESS_MAIN(KeyCustodyTest)
#include "key_custody_test.moc"
