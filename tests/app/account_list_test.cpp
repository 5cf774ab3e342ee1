// SPDX-License-Identifier: GPL-3.0-or-later
//
// The accounts of a profile, and what of them stands outside their vaults.
#include "app/account_list.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ot;
using app::AccountEntry;
using app::AccountList;

class AccountListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsEmpty();
    void keepsTheOrderAndTheLast();
    void findsByNumberAndById();
    void forgetsWhatIsGone();
    void doesWithoutItsFile_data();
    void doesWithoutItsFile();
    void keepsALabelOnlyWherePersonTypedOne();
    void saysWhenItCantBeKept();

private:
    // As a sign-in leaves it.
    void makeVault(const QString& id);
    [[nodiscard]] QString file() const { return m_profile->filePath(QStringLiteral("accounts.json")); }
    [[nodiscard]] AccountList list() const { return AccountList(m_profile->path()); }

    std::unique_ptr<QTemporaryDir> m_profile;
};

void AccountListTest::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
}

void AccountListTest::makeVault(const QString& id)
{
    QVERIFY(QDir().mkpath(list().directoryOf(id)));
    QFile reference(list().directoryOf(id) + QStringLiteral("/keyref.json"));
    QVERIFY(reference.open(QIODevice::WriteOnly));
}

void AccountListTest::beginsEmpty()
{
    QVERIFY(list().entries().empty());
    QVERIFY(list().lastUsed().isEmpty());
    QCOMPARE(list().find(QStringLiteral("1")).error().code, ErrorCode::NotFound);
    QVERIFY(AccountList::newId() != AccountList::newId());
    QVERIFY(QDir().mkpath(list().directoryOf(QStringLiteral("given-up"))));
    QVERIFY(list().entries().empty()); // no vault, no account
}

void AccountListTest::keepsTheOrderAndTheLast()
{
    for (const char* id : { "z", "m", "a" }) {
        makeVault(QString::fromLatin1(id));
        QVERIFY(list().setLastUsed(QString::fromLatin1(id)).ok());
    }
    const std::vector<AccountEntry> wanted { { QStringLiteral("z"), {} }, { QStringLiteral("m"), {} },
        { QStringLiteral("a"), {} } };
    QCOMPARE(list().entries(), wanted); // as they were added, not by their names
    QCOMPARE(list().lastUsed(), QStringLiteral("a"));
    QVERIFY(list().setLastUsed(QStringLiteral("m")).ok());
    QCOMPARE(list().lastUsed(), QStringLiteral("m"));
    QCOMPARE(list().entries(), wanted);
}

void AccountListTest::findsByNumberAndById()
{
    makeVault(QStringLiteral("b"));
    makeVault(QStringLiteral("a"));
    QCOMPARE(*list().find(QStringLiteral("2")), QStringLiteral("b"));
    QCOMPARE(*list().find(QStringLiteral("b")), QStringLiteral("b"));
    for (const char* wrong : { "0", "3", "-1", "c", "", "1x" }) {
        const auto found = list().find(QString::fromLatin1(wrong));
        QVERIFY2(!found.ok(), wrong);
        QVERIFY(!found.error().message.isEmpty());
    }
}

void AccountListTest::forgetsWhatIsGone()
{
    makeVault(QStringLiteral("a"));
    makeVault(QStringLiteral("b"));
    QVERIFY(list().setLastUsed(QStringLiteral("b")).ok());
    QVERIFY(QDir(list().directoryOf(QStringLiteral("b"))).removeRecursively());
    QCOMPARE(list().lastUsed(), QStringLiteral("a"));
    QCOMPARE(list().entries().size(), std::size_t(1));
}

void AccountListTest::doesWithoutItsFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"format":1,"accounts":[{"id":"b")");
    QTest::newRow("of a later format") << QByteArray(R"({"format":9,"lastUsed":"b"})");
    QTest::newRow("other shapes") << QByteArray(R"({"format":1,"lastUsed":[],"accounts":[7,{"id":{}}]})");
    QTest::newRow("a way out") << QByteArray(R"({"format":1,"lastUsed":"../x","accounts":[{"id":"../x"}]})");
}

void AccountListTest::doesWithoutItsFile()
{
    QFETCH(QByteArray, content);
    makeVault(QStringLiteral("b"));
    makeVault(QStringLiteral("a"));
    QVERIFY(QDir().mkpath(m_profile->filePath(QStringLiteral("x"))));
    QFile outside(m_profile->filePath(QStringLiteral("x/keyref.json")));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(content);
    damaged.close();
    QCOMPARE(list().entries().size(), std::size_t(2));
    QCOMPARE(list().lastUsed(), QStringLiteral("a"));
}

void AccountListTest::keepsALabelOnlyWherePersonTypedOne()
{
    makeVault(QStringLiteral("a"));
    QVERIFY(list().setLastUsed(QStringLiteral("a")).ok());
    QFile kept(file());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("label"));
    QCOMPARE(
        kept.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
    kept.close();
    QVERIFY(list().setLabel(QStringLiteral("a"), QStringLiteral("  My \n work ") + QString(100, u'x')).ok());
    QVERIFY(list().entries().front().label.startsWith(QStringLiteral("My work x")));
    QCOMPARE(list().entries().front().label.size(), qsizetype(60));
    QCOMPARE(list().lastUsed(), QStringLiteral("a"));
    QVERIFY(list().setLabel(QStringLiteral("a"), {}).ok());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("label"));
    QCOMPARE(list().setLabel(QStringLiteral("none"), QStringLiteral("x")).error().code, ErrorCode::NotFound);
}

void AccountListTest::saysWhenItCantBeKept()
{
    makeVault(QStringLiteral("a"));
    QVERIFY(QDir().mkpath(file())); // a folder in its place
    const Outcome kept = list().setLastUsed(QStringLiteral("a"));
    QVERIFY(!kept.ok());
    QCOMPARE(kept.error().code, ErrorCode::StoreReadOnly);
    QCOMPARE(list().lastUsed(), QStringLiteral("a")); // and goes on without
}

QTEST_GUILESS_MAIN(AccountListTest)
#include "account_list_test.moc"
