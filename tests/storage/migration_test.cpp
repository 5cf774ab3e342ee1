// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vault of every schema that was released comes to the one of today with all that is in it; a step that
// fails, a full disk or an end in the middle leaves the vault as it was.
//
// The released schemas lie in tests/storage/fixtures, one dump each, with data. A new one is written by
// `migration_test --write-fixture FILE` before the version is raised. The test also starts itself as
// `migration_test --migrator FILE KEY WHEN`, which is killed at that point.
#include "storage/database/migrations.h"
#include "storage/database/schema.h"
#include "storage/drafts.h"
#include "storage/outbox.h"
#include "storage/queries/job_queries.h"
#include "storage/queries/record_queries.h"
#include "storage/settings.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

#include <sys/mount.h>
#include <unistd.h>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

constexpr int kJobs = 12;

std::unique_ptr<Connection> openDatabase(const QString& path, const SecretKey& key)
{
    auto connection = Connection::open(path, key, Connection::Mode::ReadWrite, true);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(connection).value();
}

std::vector<QString> column(Connection& connection, std::string_view sql)
{
    Result<Query> query = connection.query(sql);
    if (!query)
        return { query.error().detail };
    const auto rows = collectRows(*query, [](const Query& row) { return row.text(0); });
    return rows ? *rows : std::vector<QString> { rows.error().detail };
}

// What a fixture holds, of today's records.
Outcome fill(WriteTransaction& transaction)
{
    for (int i = 0; i < kJobs; ++i) {
        Job job = test::sampleJob(i);
        job.unknownMembers.insert(QStringLiteral("laterMember"),
            QJsonObject { { QStringLiteral("deep"), QJsonArray { i, QStringLiteral("ñ") } } });
        if (const Outcome put = transaction.upsert(job); !put)
            return put;
    }
    if (const Outcome put = transaction.upsert(test::sampleMessage(QStringLiteral("c1"), 1)); !put)
        return put;
    OutboxEntry entry;
    entry.mutationId = QStringLiteral("m-1");
    entry.recordType = QStringLiteral("Message");
    entry.recordId = QStringLiteral("new-1");
    entry.operation = QStringLiteral("create");
    entry.args = { { QStringLiteral("content"), QStringLiteral("It's still to be sent") } };
    if (const Outcome waiting = outbox::enqueue(transaction, entry); !waiting)
        return waiting;
    if (const Outcome kept = drafts::save(transaction, QStringLiteral("message"), QStringLiteral("c1"),
            QStringLiteral("Half a sentence"), { 1 });
        !kept)
        return kept;
    return settings::set(transaction, QStringLiteral("mine"), QStringLiteral("a setting"));
}

void lookThrough(Vault& vault)
{
    const auto rows
        = await(vault.read([](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, {}); }));
    OT_VERIFY_OK(rows);
    QCOMPARE(rows->size(), std::size_t(kJobs));
    const auto job = await(vault.read(
        [](ReadSnapshot& snapshot) { return queries::byId<Job>(snapshot, QStringLiteral("job-7")); }));
    OT_VERIFY_OK(job);
    Job wanted = test::sampleJob(7);
    QCOMPARE(job->record.title, wanted.title);
    QCOMPARE(job->record.hourlyRate, wanted.hourlyRate);
    QCOMPARE(job->record.unknownMembers.value(QLatin1String("laterMember")),
        QJsonValue(QJsonObject { { QStringLiteral("deep"), QJsonArray { 7, QStringLiteral("ñ") } } }));
    const auto found = await(vault.read([](ReadSnapshot& snapshot) {
        return queries::jobRows(snapshot, { .text = QStringLiteral("radiology") });
    }));
    OT_VERIFY_OK(found);
    QCOMPARE(found->size(), std::size_t(kJobs));
    const auto waiting = await(vault.read([](ReadSnapshot& snapshot) { return outbox::all(snapshot); }));
    OT_VERIFY_OK(waiting);
    QCOMPARE(waiting->size(), std::size_t(1));
    QCOMPARE(waiting->front().args.value(QLatin1String("content")).toString(),
        QStringLiteral("It's still to be sent"));
    const auto draft = await(vault.read([](ReadSnapshot& snapshot) {
        return drafts::load(snapshot, QStringLiteral("message"), QStringLiteral("c1"));
    }));
    OT_VERIFY_OK(draft);
    QCOMPARE(*draft, QStringLiteral("Half a sentence"));
    const auto setting = await(
        vault.read([](ReadSnapshot& snapshot) { return settings::get(snapshot, QLatin1String("mine")); }));
    OT_VERIFY_OK(setting);
    QCOMPARE(*setting, QStringLiteral("a setting"));
}

// The statements that make the database again: tables, rows, indexes; a search table from the records it is
// of, because it keeps no text itself.
QString dumpOf(Connection& connection)
{
    QString dump = QStringLiteral("-- Written by migration_test --write-fixture; not to be changed.\n");
    dump += QStringLiteral("PRAGMA user_version = %1;\n")
                .arg(column(connection, "PRAGMA user_version").front());
    const std::vector<QString> searches
        = column(connection, "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%' ORDER BY name");
    const std::vector<QString> tables = column(connection,
        "SELECT name FROM sqlite_master AS this WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE "
        "'sqlite_%' AND NOT EXISTS (SELECT 1 FROM sqlite_master AS search WHERE search.sql LIKE 'CREATE "
        "VIRTUAL%' AND this.name LIKE search.name || '_%') ORDER BY name");
    const auto sqlOf = [&](const QString& name) {
        return column(connection,
            QStringLiteral("SELECT sql FROM sqlite_master WHERE name = '%1'").arg(name).toStdString())
            .front();
    };
    const auto columnsOf = [&](const QString& name) {
        QStringList names;
        for (const QString& one : column(connection,
                 QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(name).toStdString()))
            names.append(QLatin1Char('"') + one + QLatin1Char('"'));
        return names;
    };
    for (const QString& table : tables) {
        dump += sqlOf(table) + QStringLiteral(";\n");
        QStringList quotes;
        for (const QString& one : columnsOf(table))
            quotes.append(QStringLiteral("quote(%1)").arg(one));
        const auto rows = column(connection,
            QStringLiteral("SELECT %1 FROM %2")
                .arg(quotes.join(QStringLiteral(" || ',' || ")), table)
                .toStdString());
        for (const QString& row : rows)
            dump += QStringLiteral("INSERT INTO %1 VALUES (%2);\n").arg(table, row);
    }
    for (const QString& index : column(connection,
             "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"))
        dump += index + QStringLiteral(";\n");
    for (const QString& search : searches) {
        const QString columns = columnsOf(search).join(QStringLiteral(", "));
        dump += sqlOf(search) + QStringLiteral(";\n")
            + QStringLiteral("INSERT INTO %1 (rowid, %2) SELECT row, %2 FROM %3;\n")
                  .arg(search, columns, search.chopped(int(qstrlen("_search"))));
    }
    return dump;
}

int writeFixture(const QString& path)
{
    test::TestVault store;
    store.write([](WriteTransaction& transaction) { return fill(transaction); });
    if (!await(store.vault().close()))
        return 1;
    const auto connection = openDatabase(store.directory() + QStringLiteral("/vault.db"), store.key());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(dumpOf(*connection).toUtf8()) > 0 ? 0 : 1;
}

// A database of a small schema of this test's own, at version 1.
Outcome makeOne(Connection& connection)
{
    return connection.execute(QStringLiteral("CREATE TABLE person (row INTEGER PRIMARY KEY, name TEXT);"
                                             "INSERT INTO person (name) VALUES ('Ada Lovelace'), ('Cher');"
                                             "PRAGMA user_version = 1"));
}

Outcome splitNames(Connection& connection)
{
    return connection.execute(QStringLiteral(
        "ALTER TABLE person RENAME COLUMN name TO first; ALTER TABLE person ADD COLUMN last TEXT;"
        "UPDATE person SET last = substr(first, instr(first, ' ') + 1), first = substr(first, 1, "
        "instr(first, "
        "' ') - 1) WHERE instr(first, ' ') > 0"));
}

Outcome addGreetings(Connection& connection)
{
    return connection.execute(
        QStringLiteral("CREATE TABLE greeting (row INTEGER PRIMARY KEY, text TEXT);"
                       "INSERT INTO greeting (text) SELECT 'Hello ' || first FROM person"));
}

Outcome nothing(Connection&)
{
    return success();
}

std::array<Migration, 2> steps()
{
    return { Migration { 2, splitNames }, Migration { 3, addGreetings } };
}

// Killed at that point: before the first step, between the steps, after them, or not at all.
int migrateUntil(const QString& path, const QString& key, const QString& when)
{
    const QByteArray bytes = QByteArray::fromHex(key.toLatin1());
    const auto secret = SecretKey::fromBytes({ reinterpret_cast<const unsigned char*>(bytes.constData()),
        static_cast<std::size_t>(bytes.size()) });
    const auto endAt = [&when](const char* point) {
        if (when == QLatin1String(point))
            ::kill(::getpid(), SIGKILL);
    };
    const std::array<Migration, 2> all { Migration { 2,
                                             [&](Connection& connection) {
                                                 endAt("copied");
                                                 return splitNames(connection);
                                             } },
        Migration { 3, [&](Connection& connection) {
                       endAt("between");
                       return addGreetings(connection);
                   } } };
    const auto connection = openDatabase(path, *secret);
    const Outcome migrated = migrate(*connection, { 3, all, [&](Connection&) -> Outcome {
                                                       endAt("before the commit");
                                                       return success();
                                                   } });
    return migrated ? 0 : 1;
}

QStringList copiesIn(const QString& folder)
{
    return QDir(folder).entryList({ QStringLiteral("*.before-*") });
}

} // namespace

class MigrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsEveryReleasedSchemaToTodays_data();
    void bringsEveryReleasedSchemaToTodays();
    void hasAFixtureOfTodaysSchema();
    void takesTheStepsInOrder();
    void makesANewVaultAtOnce();
    void keepsACopyUntilItIsDone();
    void changesNothingWhenAStepFails();
    void changesNothingOnAFullDisk();
    void refusesANewerSchema();
    void survivesAnEndAtAnyPoint_data();
    void survivesAnEndAtAnyPoint();

private:
    [[nodiscard]] QString database() const { return m_folder->filePath(QStringLiteral("vault.db")); }
    std::unique_ptr<Connection> versionOne();

    std::unique_ptr<QTemporaryDir> m_folder;
    SecretKey m_key = SecretKey::generate();

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

std::unique_ptr<Connection> MigrationTest::versionOne()
{
    auto connection = openDatabase(database(), m_key);
    if (!makeOne(*connection))
        qFatal("the test's database was not made");
    return connection;
}

void MigrationTest::bringsEveryReleasedSchemaToTodays_data()
{
    QTest::addColumn<QString>("file");
    const QDir fixtures(QStringLiteral(OPENTRAIN_SCHEMA_FIXTURES));
    for (const QString& name :
        fixtures.entryList({ QStringLiteral("schema-*.sql") }, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << fixtures.filePath(name);
}

void MigrationTest::bringsEveryReleasedSchemaToTodays()
{
    QFETCH(QString, file);
    QFile dump(file);
    QVERIFY(dump.open(QIODevice::ReadOnly));
    QDir().mkpath(m_folder->filePath(QStringLiteral("account")));
    {
        const auto connection = openDatabase(m_folder->filePath(QStringLiteral("account/vault.db")), m_key);
        OT_VERIFY_OK(connection->execute(QString::fromUtf8(dump.readAll())));
    }
    for (int time = 0; time < 2; ++time) { // the second time there is nothing to do
        Vault vault;
        OT_VERIFY_OK(await(vault.open(m_folder->filePath(QStringLiteral("account")), m_key.clone(), false)));
        lookThrough(vault);
        if (QTest::currentTestFailed())
            return;
        const auto version = await(vault.read([](ReadSnapshot& snapshot) -> Result<qint64> {
            Result<Query> query = snapshot.query("PRAGMA user_version");
            if (!query)
                return query.error();
            const Result<bool> row = query->step();
            return row ? Result<qint64>(query->integer(0)) : Result<qint64>(row.error());
        }));
        OT_VERIFY_OK(version);
        QCOMPARE(*version, qint64(kSchemaVersion));
        OT_VERIFY_OK(await(vault.close()));
    }
    QCOMPARE(copiesIn(m_folder->filePath(QStringLiteral("account"))), QStringList());
}

void MigrationTest::hasAFixtureOfTodaysSchema()
{
    const QString today = QStringLiteral(OPENTRAIN_SCHEMA_FIXTURES "/schema-%1.sql").arg(kSchemaVersion);
    QVERIFY2(QFile::exists(today), "write it with migration_test --write-fixture");
}

void MigrationTest::takesTheStepsInOrder()
{
    const auto connection = versionOne();
    OT_VERIFY_OK(migrate(*connection, { 3, steps(), nothing }));
    QCOMPARE(column(*connection, "SELECT last FROM person ORDER BY row"),
        (std::vector<QString> { QStringLiteral("Lovelace"), QString() }));
    QCOMPARE(column(*connection, "SELECT text FROM greeting ORDER BY row"),
        (std::vector<QString> { QStringLiteral("Hello Ada"), QStringLiteral("Hello Cher") }));
    QCOMPARE(column(*connection, "PRAGMA user_version"), std::vector<QString> { QStringLiteral("3") });
    QCOMPARE(copiesIn(m_folder->path()), QStringList());
    // From the middle on, only what is missing.
    OT_VERIFY_OK(connection->execute(QStringLiteral("DROP TABLE greeting; PRAGMA user_version = 2")));
    OT_VERIFY_OK(migrate(*connection, { 3, steps(), nothing }));
    QCOMPARE(
        column(*connection, "SELECT count(*) FROM greeting"), std::vector<QString> { QStringLiteral("2") });
}

void MigrationTest::makesANewVaultAtOnce()
{
    const auto connection = openDatabase(database(), m_key);
    const std::array<Migration, 1> never { Migration { 2, [](Connection&) -> Outcome {
                                                          return Error { ErrorCode::Internal, {}, {} };
                                                      } } };
    OT_VERIFY_OK(migrate(*connection, { 2, never, makeOne }));
    QCOMPARE(column(*connection, "PRAGMA user_version"), std::vector<QString> { QStringLiteral("2") });
}

void MigrationTest::keepsACopyUntilItIsDone()
{
    const auto connection = versionOne();
    QStringList during;
    const std::array<Migration, 1> looking { Migration { 2, [&](Connection& migrating) -> Outcome {
                                                            during = copiesIn(m_folder->path());
                                                            return splitNames(migrating);
                                                        } } };
    QFile stale(database() + QStringLiteral(".before-0"));
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    // What the copy holds is looked at while it is there.
    const auto before = connection->digest();
    OT_VERIFY_OK(before);
    std::optional<DatabaseDigest> kept;
    const auto look = [&](Connection&) -> Outcome {
        const auto copy = openDatabase(database() + QStringLiteral(".before-1"), m_key);
        const auto digest = copy->digest();
        if (digest)
            kept = *digest;
        return success();
    };
    OT_VERIFY_OK(migrate(*connection, { 2, looking, look }));
    QCOMPARE(during, QStringList { QStringLiteral("vault.db.before-1") });
    QVERIFY(kept.has_value());
    QCOMPARE(*kept, *before);
    QCOMPARE(copiesIn(m_folder->path()).filter(QStringLiteral(".before-0")), QStringList());
    QVERIFY(!QFile::exists(database() + QStringLiteral(".before-1")));
}

void MigrationTest::changesNothingWhenAStepFails()
{
    const auto connection = versionOne();
    const auto before = connection->digest();
    OT_VERIFY_OK(before);
    const std::array<Migration, 2> failing { Migration { 2, splitNames },
        Migration { 3, [](Connection& migrating) {
                       return migrating.execute(QStringLiteral("INSERT INTO nowhere VALUES (1)"));
                   } } };
    const Outcome migrated = migrate(*connection, { 3, failing, nothing });
    QVERIFY(!migrated.ok());
    QCOMPARE(*connection->digest(), *before);
    QCOMPARE(column(*connection, "PRAGMA user_version"), std::vector<QString> { QStringLiteral("1") });
    QCOMPARE(copiesIn(m_folder->path()), QStringList());
    OT_VERIFY_OK(migrate(*connection, { 3, steps(), nothing })); // a program that does it right goes on
}

void MigrationTest::changesNothingOnAFullDisk()
{
    const QByteArray place = QFile::encodeName(m_folder->path());
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=3m,mode=0700") != 0)
        QSKIP("mounting a small disk needs root");
    {
        const auto connection = versionOne();
        // More than half of the disk, so that there is no room for the copy.
        OT_VERIFY_OK(connection->execute(QStringLiteral("CREATE TABLE load (bytes BLOB);"
                                                        "INSERT INTO load VALUES (randomblob(900000))")));
        OT_VERIFY_OK(connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        OT_VERIFY_OK(connection->execute(QStringLiteral("INSERT INTO load VALUES (randomblob(900000))")));
        const auto before = connection->digest();
        OT_VERIFY_OK(before);
        const Outcome full = migrate(*connection, { 3, steps(), nothing });
        const QStringList left = copiesIn(m_folder->path());
        const bool isSame = *connection->digest() == *before;
        QVERIFY(::mount(nullptr, place.constData(), nullptr, MS_REMOUNT, "size=32m") == 0);
        OT_VERIFY_OK(migrate(*connection, { 3, steps(), nothing }));
        QVERIFY(!full.ok());
        QCOMPARE(full.error().code, ErrorCode::StoreFull);
        QVERIFY(!full.error().message.isEmpty());
        QCOMPARE(left, QStringList());
        QVERIFY(isSame);
    }
    ::umount2(place.constData(), MNT_DETACH);
}

void MigrationTest::refusesANewerSchema()
{
    const auto connection = versionOne();
    OT_VERIFY_OK(connection->execute(QStringLiteral("PRAGMA user_version = 4")));
    const auto before = connection->digest();
    OT_VERIFY_OK(before);
    const Outcome refused = migrate(*connection, { 3, steps(), nothing });
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
    QVERIFY(refused.error().message.contains(QStringLiteral("newer version")));
    QCOMPARE(*connection->digest(), *before);
}

void MigrationTest::survivesAnEndAtAnyPoint_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<bool>("isCopyLeft");
    for (const char* when : { "copied", "between", "before the commit" })
        QTest::newRow(when) << QString::fromLatin1(when) << true;
    QTest::newRow("never") << QStringLiteral("never") << false;
}

void MigrationTest::survivesAnEndAtAnyPoint()
{
    QFETCH(QString, when);
    QFETCH(bool, isCopyLeft);
    versionOne().reset();
    const auto bytes = m_key.bytes();
    const QByteArray hex
        = QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
              .toHex();
    QProcess migrator;
    migrator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    migrator.start(QCoreApplication::applicationFilePath(),
        { QStringLiteral("--migrator"), database(), QString::fromLatin1(hex), when });
    QVERIFY(migrator.waitForFinished(60'000));
    QCOMPARE(migrator.exitStatus(), isCopyLeft ? QProcess::CrashExit : QProcess::NormalExit);
    QCOMPARE(copiesIn(m_folder->path()).size(), isCopyLeft ? 1 : 0);
    const auto connection = openDatabase(database(), m_key);
    QCOMPARE(column(*connection, "PRAGMA user_version"),
        std::vector<QString> { isCopyLeft ? QStringLiteral("1") : QStringLiteral("3") });
    OT_VERIFY_OK(migrate(*connection, { 3, steps(), nothing }));
    QCOMPARE(column(*connection, "SELECT text FROM greeting ORDER BY row"),
        (std::vector<QString> { QStringLiteral("Hello Ada"), QStringLiteral("Hello Cher") }));
    QCOMPARE(copiesIn(m_folder->path()), QStringList());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--write-fixture"))
        return writeFixture(arguments.value(2));
    if (arguments.value(1) == QLatin1String("--migrator"))
        return migrateUntil(arguments.value(2), arguments.value(3), arguments.value(4));
    MigrationTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "migration_test.moc"
