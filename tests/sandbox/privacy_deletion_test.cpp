// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/consent_chain.h"
#include "sandbox/privacy/data_categories.h"
#include "sandbox/privacy/deletion.h"
#include "sandbox/privacy/pseudonym.h"
#include "tests/sandbox/privacy_support.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace ot::test {

namespace {

const QString kRequest = QStringLiteral("DataRequest");
const QString kDeletion = QStringLiteral("deletion");
const QJsonObject kWord { { QStringLiteral("confirmedWord"), QStringLiteral("DELETE") } };
constexpr qint64 kCoolingOff = 7LL * 24 * 60 * 60;

int countOf(const QJsonArray& lines, const char* category)
{
    for (const QJsonValue& line : lines) {
        if (line[QLatin1String("category")].toString() == QLatin1String(category))
            return line[QLatin1String("count")].toInt();
    }
    return 0;
}

int sumOf(const QJsonArray& lines)
{
    int sum = 0;
    for (const QJsonValue& line : lines)
        sum += line[QLatin1String("count")].toInt();
    return sum;
}

} // namespace

class PrivacyDeletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<PrivacyClient>(*m_sandbox, m_sandbox->trainerToken());
    }
    void cleanup()
    {
        m_api.reset();
        m_sandbox.reset();
    }

    void isRefusedWhileSomethingIsOpen()
    {
        const QJsonObject result = m_api->ask(kDeletion, {}, kWord);
        QCOMPARE(reasonOf(result), QStringLiteral("blocked"));
        const QJsonArray blockers = result[QLatin1String("details")][QLatin1String("blockers")].toArray();
        QSet<QString> kinds;
        for (const QJsonValue& blocker : blockers) {
            const QString kind = blocker[QLatin1String("kind")].toString();
            kinds.insert(kind);
            QVERIFY(!blocker[QLatin1String("title")].toString().isEmpty());
            const char* type = kind == QLatin1String("contract") ? "Contract"
                : kind == QLatin1String("payout")                ? "Payout"
                                                                 : "Milestone";
            QVERIFY(m_api->records(QLatin1String(type)).contains(blocker[QLatin1String("id")].toString()));
        }
        QVERIFY(kinds.contains(QStringLiteral("contract")));
        QVERIFY(kinds.contains(QStringLiteral("payout")));
        windUp();
        QCOMPARE(outcomeOf(m_api->ask(kDeletion, {}, kWord)), QStringLiteral("applied"));
    }

    void coolingOffCanBeUndone()
    {
        const QString id = coolingOff();
        const QJsonObject deletion = m_api->request(id)[kDeletion].toObject();
        QCOMPARE(seconds(deletion, "executeAt") - seconds(deletion, "coolingOffUntil"), 3'600);
        m_api->skew(kCoolingOff - 60);
        QCOMPARE(textOf(objectOf(m_api->mutate(kRequest, QStringLiteral("revoke"), id, {})), "status"),
            QStringLiteral("revoked"));
        m_api->skew(kCoolingOff);
        QVERIFY(textOf(m_api->act(QStringLiteral("executeDeletion"), id), "id").isEmpty());
        QTest::qWait(500);
        QCOMPARE(m_api->records(QStringLiteral("Profile")).size(), 1);
    }

    void nothingHappensBeforeItIsVerified()
    {
        windUp();
        const QJsonObject request = objectOf(m_api->ask(kDeletion, {}, kWord));
        QCOMPARE(textOf(request, "identity"), QStringLiteral("NEEDED"));
        QVERIFY(request[kDeletion][QLatin1String("coolingOffUntil")].isNull());
        QVERIFY(textOf(m_api->act(QStringLiteral("endCoolingOff"), textOf(request, "id")), "id").isEmpty());
        m_api->skew(2 * kCoolingOff);
        QTest::qWait(500);
        QCOMPARE(m_api->records(QStringLiteral("Profile")).size(), 1);
    }

    void wholeAccountIsErasedByTheClock()
    {
        const QString archive = idOf(m_api->ask(QStringLiteral("access")));
        QVERIFY(m_api->waitForStatus(archive, QStringLiteral("fulfilled")));
        const QString id = coolingOff();
        const auto before = allRecords();
        LiveClient live;
        live.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(live.waitForFrames(1));
        m_api->skew(kCoolingOff + 10);
        QCOMPARE(textOf(m_api->request(id), "status"), QStringLiteral("in_progress"));
        m_api->skew(3'600);
        QVERIFY(live.waitForClose());
        QCOMPARE(live.closeCode(), 4401);
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 401);
        const QString file = m_sandbox->dataDirectory() + QStringLiteral("/exports/%1.zip").arg(archive);
        QVERIFY(QTest::qWaitFor([&file] { return !QFile::exists(file); }));
        // A restart gives nobody a way back in.
        m_sandbox->restart();
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 401);
        QFile signIns(m_sandbox->dataDirectory() + QStringLiteral("/sign-in.json"));
        QVERIFY(signIns.open(QIODevice::ReadOnly));
        QVERIFY(!QJsonDocument::fromJson(signIns.readAll()).object().contains(QLatin1String("trainer")));
        // The other account never notices.
        const PrivacyClient vendor(*m_sandbox, m_sandbox->vendorToken());
        QCOMPARE(vendor.records(QStringLiteral("Profile")).size(), 1);
        checkWhatIsLeft(id, before);
    }

    void actsReachTheEnd()
    {
        const QString id = coolingOff();
        QCOMPARE(textOf(m_api->act(QStringLiteral("endCoolingOff"), id), "id"), id);
        const QJsonObject deletion = m_api->request(id)[kDeletion].toObject();
        QVERIFY(textOf(deletion, "executeAt") > textOf(deletion, "coolingOffUntil"));
        QCOMPARE(textOf(m_api->act(QStringLiteral("executeDeletion"), id), "id"), id);
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 401);
    }

    void whatBeganMeanwhileStopsIt()
    {
        const QString id = coolingOff();
        put("Contract", m_api->records(QStringLiteral("Contract")).firstKey(), "status", "active");
        QCOMPARE(textOf(m_api->act(QStringLiteral("executeDeletion"), id), "id"), id);
        const QJsonObject request = m_api->request(id);
        QCOMPARE(textOf(request, "status"), QStringLiteral("denied"));
        QCOMPARE(request[kDeletion][QLatin1String("blockers")].toArray().size(), 1);
        QCOMPARE(m_api->records(QStringLiteral("Profile")).size(), 1);
    }

    void partOfItNeedsNothingWoundUp()
    {
        const QJsonObject scope { { QStringLiteral("categories"),
            QJsonArray { QStringLiteral("integrations"), QStringLiteral("security") } } };
        const QString id = idOf(m_api->ask(kDeletion, scope, kWord));
        m_api->verify(id, m_api->identityCode());
        const auto contracts = m_api->records(QStringLiteral("Contract"));
        QCOMPARE(textOf(m_api->act(QStringLiteral("executeDeletion"), id), "id"), id);
        const QJsonObject deletion = m_api->request(id)[kDeletion].toObject();
        QCOMPARE(countOf(deletion[QLatin1String("cleared")].toArray(), "integrations"), 4);
        QVERIFY(countOf(deletion[QLatin1String("retained")].toArray(), "security") >= 6);
        QVERIFY(m_api->records(QStringLiteral("Integration")).isEmpty());
        QCOMPARE(m_api->records(QStringLiteral("Contract")), contracts);
        QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).status, 200);
    }

    void partCanNotBeTheRequestsThemselves()
    {
        const QJsonObject scope { { QStringLiteral("categories"),
            QJsonArray { QStringLiteral("privacy"), QStringLiteral("account_profile") } } };
        const QString id = idOf(m_api->ask(kDeletion, scope, kWord));
        m_api->verify(id, m_api->identityCode());
        QCOMPARE(textOf(m_api->act(QStringLiteral("executeDeletion"), id), "id"), id);
        QCOMPARE(textOf(m_api->request(id), "status"), QStringLiteral("fulfilled"));
        QCOMPARE(m_api->records(QStringLiteral("Account")).size(), 1);
        QVERIFY(m_api->records(QStringLiteral("Profile")).isEmpty());
    }

    void namesAreTakenOutAsWholeWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("Maria Gómez wrote", "Former member wrote");
        row("Thanks, Maria!", "Thanks, Former member!");
        row("maria@example.test", "Former member");
        row("Signed MARIA G.", "Signed Former member");
        row("Mariana and Gómezia", "Mariana and Gómezia");
        row("u_maria", "u_maria");
        row("日本語Maria", "日本語Maria");
        row("", "");
    }

    void namesAreTakenOutAsWholeWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const sandbox::Pseudonym names({ QStringLiteral("Maria G."), QStringLiteral("Maria"),
            QStringLiteral("Maria Gómez"), QStringLiteral("Gómez"), QStringLiteral("maria@example.test"),
            QStringLiteral("G"), QString() });
        QCOMPARE(names.takenOutOf(text), expected);
    }

    void nobodyWithoutANameLosesWords()
    {
        QCOMPARE(sandbox::Pseudonym({}).takenOutOf(QStringLiteral("a b")), QStringLiteral("a b"));
    }

    void memberLeavesTheOrganizationsRecords()
    {
        QTemporaryDir directory;
        sandbox::Clock clock;
        sandbox::Store store(clock);
        QCOMPARE(store.open(directory.filePath(QStringLiteral("sandbox.db"))), QString());
        const sandbox::Account member { QStringLiteral("vendor-member"), QStringLiteral("u_ada"),
            QStringLiteral("Ada P."), QStringLiteral("vendor"), QStringLiteral("MEMBER") };
        const auto put = [](sandbox::StoreWriter& writer, const char* account, const char* type,
                             const QJsonObject& object) {
            writer.put(QLatin1String(account), QLatin1String(type), textOf(object, "id"), object);
        };
        {
            sandbox::StoreWriter writer(store);
            writer.addAccount(member);
            for (const char* account : { "vendor", "vendor-member" })
                put(writer, account, "Contract",
                    { { QStringLiteral("id"), QStringLiteral("ct_1") },
                        { QStringLiteral("status"), QStringLiteral("active") } });
            put(writer, "vendor", "TeamMember",
                { { QStringLiteral("id"), QStringLiteral("tm_1") },
                    { QStringLiteral("userId"), QStringLiteral("u_ada") },
                    { QStringLiteral("displayName"), QStringLiteral("Ada P.") },
                    { QStringLiteral("email"), QStringLiteral("ada@example.test") } });
            put(writer, "vendor-member", "Notification",
                { { QStringLiteral("id"), QStringLiteral("no_1") } });
            put(writer, "vendor-member", "SavedJob",
                { { QStringLiteral("id"), QStringLiteral("j_1") },
                    { QStringLiteral("note"), QStringLiteral("Ada likes it") } });
            writer.commit();
        }
        QVERIFY(sandbox::deletionBlockers(store, member).isEmpty());
        sandbox::StoreWriter writer(store);
        const sandbox::DeletionOutcome outcome = sandbox::eraseData(store, writer, member, {});
        writer.commit();
        QCOMPARE(sumOf(outcome.cleared), 1);
        QCOMPARE(sumOf(outcome.retained), 1);
        QVERIFY(!store.find(QStringLiteral("vendor"), QStringLiteral("Contract"), QStringLiteral("ct_1"))
                     ->removed);
        QVERIFY(
            store.find(QStringLiteral("vendor-member"), QStringLiteral("Contract"), QStringLiteral("ct_1"))
                ->removed);
        const QJsonObject team
            = store.find(QStringLiteral("vendor"), QStringLiteral("TeamMember"), QStringLiteral("tm_1"))
                  ->json();
        QCOMPARE(textOf(team, "status"), QStringLiteral("REMOVED"));
        QVERIFY(team[QLatin1String("email")].isNull());
        QCOMPARE(textOf(store
                            .find(QStringLiteral("vendor-member"), QStringLiteral("SavedJob"),
                                QStringLiteral("j_1"))
                            ->json(),
                     "note"),
            QStringLiteral("Ada likes it"));
    }

private:
    using Records = QMap<QString, QMap<QString, QJsonObject>>;

    Records allRecords() const
    {
        QString cursor;
        Records found;
        for (const QJsonObject& change : m_api->readFeed(cursor, 1000))
            found[textOf(change, "type")].insert(
                textOf(change, "id"), change[QLatin1String("object")].toObject());
        found.remove(QStringLiteral("Job"));
        found.remove(QStringLiteral("PolicyVersion"));
        return found;
    }

    void put(const char* type, const QString& id, const char* member, const char* value) const
    {
        m_api->control({ { QStringLiteral("command"), QStringLiteral("upsertRecord") },
            { QStringLiteral("type"), QLatin1String(type) }, { QStringLiteral("id"), id },
            { QStringLiteral("object"), QJsonObject { { QLatin1String(member), QLatin1String(value) } } } });
    }

    /// Ends contracts, pays what is due, settles disputes.
    void windUp() const
    {
        for (const QString& id : m_api->records(QStringLiteral("Contract")).keys())
            put("Contract", id, "status", "ended");
        for (const QString& id : m_api->records(QStringLiteral("Payout")).keys())
            put("Payout", id, "status", "PAID");
        for (const QString& id : m_api->records(QStringLiteral("Milestone")).keys())
            put("Milestone", id, "status", "PAID");
    }

    QString coolingOff() const
    {
        windUp();
        const QString id = idOf(m_api->ask(kDeletion, {}, kWord));
        const QJsonObject verified = objectOf(m_api->verify(id, m_api->identityCode()));
        return textOf(verified, "status") == QLatin1String("in_progress") ? id : QString();
    }

    static qint64 seconds(const QJsonObject& object, const char* member)
    {
        return QDateTime::fromString(textOf(object, member), Qt::ISODateWithMs).toSecsSinceEpoch();
    }

    /// Looks at the server's own file: no token opens the account any more.
    void checkWhatIsLeft(const QString& id, const Records& before)
    {
        m_sandbox->stop();
        sandbox::Clock clock;
        sandbox::Store store(clock);
        QCOMPARE(store.open(m_sandbox->dataDirectory() + QStringLiteral("/sandbox.db")), QString());
        const QString trainer = QStringLiteral("trainer");
        int left = 0;
        QString previous = sandbox::chainBeginning();
        for (auto type = before.cbegin(); type != before.cend(); ++type) {
            const sandbox::DataKind& kind = sandbox::dataKind(type.key());
            const auto records = store.list(trainer, type.key());
            const bool stays = kind.retainedDays > 0 || type.key() == QLatin1String("Account");
            QVERIFY2(
                stays ? records.size() >= size_t(type->size()) : records.empty(), qPrintable(type.key()));
            left += type.key() == QLatin1String("Account") ? 0 : static_cast<int>(records.size());
            for (const sandbox::Record& record : records) {
                const QString text = QString::fromUtf8(record.object);
                for (const char* name : { "Maria G", "Gómez", "maria@example", "maria-g" })
                    QVERIFY2(!text.contains(QString::fromUtf8(name)), qPrintable(type.key() + text));
            }
        }
        for (const QJsonObject& consent : before.value(QStringLiteral("ConsentRecord")))
            QCOMPARE(
                store.find(trainer, QStringLiteral("ConsentRecord"), textOf(consent, "id"))->json(), consent);
        const QJsonObject request = store.find(trainer, kRequest, id)->json();
        QCOMPARE(textOf(request, "status"), QStringLiteral("fulfilled"));
        const QJsonObject deletion = request[kDeletion].toObject();
        QVERIFY(!textOf(deletion, "executedAt").isEmpty());
        QCOMPARE(sumOf(deletion[QLatin1String("retained")].toArray()), left);
        QCOMPARE(countOf(deletion[QLatin1String("cleared")].toArray(), "account_profile"), 2);
        for (const QJsonValue& line : deletion[QLatin1String("retained")].toArray()) {
            QVERIFY(!line[QLatin1String("reason")].toString().isEmpty());
            QVERIFY(line[QLatin1String("until")].toString() > textOf(deletion, "executedAt"));
        }
        for (const char* sql : { "SELECT count(*) FROM mutations WHERE account = 'trainer'",
                 "SELECT count(*) FROM sign_ins WHERE account = 'trainer'",
                 "SELECT count(*) FROM blob_rights WHERE account = 'trainer'",
                 "SELECT count(*) FROM tokens WHERE account = 'trainer' AND revoked = 0" }) {
            sandbox::Statement row = store.database().prepare(sql);
            QVERIFY(row.step());
            QVERIFY2(row.integer(0) == 0, sql);
        }
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<PrivacyClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::PrivacyDeletionTest)
#include "privacy_deletion_test.moc"
