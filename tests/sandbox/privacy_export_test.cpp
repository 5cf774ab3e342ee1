// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/export_job.h"
#include "sandbox/store/store_writer.h"
#include "tests/sandbox/archive_reader.h"
#include "tests/sandbox/privacy_support.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <sodium.h>
#include <unistd.h>

namespace ot::test {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString typeName(const QJsonValue& value)
{
    static const QMap<QJsonValue::Type, QString> kNames { { QJsonValue::Null, QStringLiteral("null") },
        { QJsonValue::Bool, QStringLiteral("boolean") }, { QJsonValue::Double, QStringLiteral("number") },
        { QJsonValue::String, QStringLiteral("string") }, { QJsonValue::Array, QStringLiteral("array") },
        { QJsonValue::Object, QStringLiteral("object") } };
    return kNames.value(value.type());
}

qint64 residentBytes()
{
    return fileContent(QStringLiteral("/proc/self/statm")).split(' ').value(1).toLongLong()
        * sysconf(_SC_PAGESIZE);
}

} // namespace

class PrivacyExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void archiveHoldsEveryRecord_data()
    {
        QTest::addColumn<QString>("account");
        QTest::newRow("trainer") << QStringLiteral("trainer");
        QTest::newRow("vendor") << QStringLiteral("vendor");
    }

    void archiveHoldsEveryRecord()
    {
        QFETCH(QString, account);
        start();
        if (account == QLatin1String("vendor"))
            m_api = std::make_unique<PrivacyClient>(*m_sandbox, m_sandbox->vendorToken());
        const QString id = exportAll();
        const Unpacked unpacked = unpack(pathOf(id));
        const QMap<QString, int> expected = liveCounts();
        QMap<QString, int> counts;
        for (const QJsonValue& record : manifestOf(unpacked)[QLatin1String("records")].toArray()) {
            const QString type = record[QLatin1String("type")].toString();
            const QString path = record[QLatin1String("path")].toString();
            const QJsonDocument json
                = QJsonDocument::fromJson(unpacked.files.value(path + QStringLiteral(".json")));
            counts.insert(type, static_cast<int>(json.array().size()));
            QCOMPARE(record[QLatin1String("count")].toInt(), counts.value(type));
            checkRecords(unpacked, type, path, json.array());
        }
        QCOMPARE(counts, expected);
    }

    void everyHashAndTheSignatureHold()
    {
        start();
        const QString id = exportAll();
        const QJsonObject archive = m_api->request(id)[QLatin1String("archive")].toObject();
        const QByteArray whole = fileContent(pathOf(id));
        QCOMPARE(sha256(whole), textOf(archive, "sha256"));
        QCOMPARE(qint64(whole.size()), archive[QLatin1String("byteCount")].toInteger());
        QCOMPARE(textOf(archive, "mediaType"), QStringLiteral("application/zip"));
        QCOMPARE(QFileInfo(pathOf(id)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions());

        const Unpacked unpacked = unpack(pathOf(id));
        const QJsonArray members = manifestOf(unpacked)[QLatin1String("members")].toArray();
        QStringList order;
        for (const QJsonValue& member : members) {
            const QString path = member[QLatin1String("path")].toString();
            QCOMPARE(sha256(unpacked.files.value(path)), member[QLatin1String("sha256")].toString());
            QCOMPARE(
                qint64(unpacked.files.value(path).size()), member[QLatin1String("byteCount")].toInteger());
            order.append(path);
        }
        QCOMPARE(unpacked.order,
            order + QStringList({ QStringLiteral("manifest.json"), QStringLiteral("manifest.sig") }));

        const QJsonObject key = ApiClient(*m_sandbox)
                                    .get(QStringLiteral("/api/trainer/v1/keys"))
                                    .json[QLatin1String("keys")][0]
                                    .toObject();
        QCOMPARE(textOf(key, "algorithm"), QStringLiteral("Ed25519"));
        QCOMPARE(textOf(key, "keyId"), textOf(archive, "keyId"));
        const QByteArray publicKey = QByteArray::fromBase64(textOf(key, "publicKey").toLatin1(), kBase64);
        const QByteArray signature = unpacked.files.value(QStringLiteral("manifest.sig"));
        QCOMPARE(QString::fromLatin1(signature), textOf(archive, "signature"));
        QByteArray manifest = unpacked.files.value(QStringLiteral("manifest.json"));
        QVERIFY(verifies(signature, manifest, publicKey));
        manifest[manifest.size() / 2] = static_cast<char>(manifest.at(manifest.size() / 2) ^ 1);
        QVERIFY(!verifies(signature, manifest, publicKey));
        // The key stays with the data.
        m_sandbox->restart();
        QCOMPARE(ApiClient(*m_sandbox)
                     .get(QStringLiteral("/api/trainer/v1/keys"))
                     .json[QLatin1String("keys")][0]
                     .toObject(),
            key);
    }

    void archiveExplainsItself()
    {
        start();
        const Unpacked unpacked = unpack(pathOf(exportAll()));
        QCOMPARE(unpacked.order.value(0), QStringLiteral("README.txt"));
        const QByteArray page = unpacked.files.value(QStringLiteral("index.html"));
        QVERIFY(page.contains("Content-Security-Policy"));
        QVERIFY(page.endsWith("</html>\n"));
        for (const char* active :
            { "<script", "javascript:", " src=", "@import", "url(", "<iframe", "<link" })
            QVERIFY2(!page.contains(active), active);
        QVERIFY(page.contains("href=\"data/marketplace/Proposal.json\""));
        const QJsonObject manifest = manifestOf(unpacked);
        QCOMPARE(textOf(manifest, "policyVersion"), QStringLiteral("2026-10-01"));
        const QJsonArray leftOut = manifest[QLatin1String("leftOut")].toArray();
        QVERIFY(!leftOut.isEmpty());
        for (const QJsonValue& line : leftOut)
            QVERIFY(!line[QLatin1String("reason")].toString().isEmpty());
        QVERIFY(unpacked.order.contains(QStringLiteral("consents/ConsentRecord.json")));
        QVERIFY(unpacked.order.contains(QStringLiteral("requests/DataRequest.csv")));
    }

    void hostileTextsStayTexts()
    {
        start();
        const QString hostile = QStringLiteral("<script>alert(1)</script>\n=HYPERLINK(\"x\"),\"quoted\"\r\n");
        put("Note", QStringLiteral("note_1"),
            { { QStringLiteral("text"), hostile }, { QStringLiteral("formula"), QStringLiteral("=1+1") } });
        put("../../Evil", QStringLiteral("evil_1"), { { QStringLiteral("text"), QStringLiteral("x") } });
        put("Attachment", QStringLiteral("at_1"),
            { { QStringLiteral("fileName"), QStringLiteral("../../../etc/passwd") },
                { QStringLiteral("access"), QStringLiteral("AVAILABLE") },
                { QStringLiteral("sha256"), QString(64, u'a') } });
        put("Attachment", QStringLiteral("at_2"),
            { { QStringLiteral("access"), QStringLiteral("REVOKED") } });
        const Unpacked unpacked = unpack(pathOf(exportAll()));
        for (const QString& path : unpacked.order)
            QVERIFY2(
                !path.contains(QLatin1String("..")) && !path.startsWith(QLatin1Char('/')), qPrintable(path));
        QVERIFY(!unpacked.files.value(QStringLiteral("index.html")).contains("<script"));
        const QList<QStringList> csv
            = readCsv(unpacked.files.value(QStringLiteral("data/marketplace/Note.csv")));
        const qsizetype text = csv.at(0).indexOf(QStringLiteral("text"));
        const auto row = std::find_if(csv.cbegin(), csv.cend(),
            [text, &hostile](const QStringList& fields) { return fields.value(text) == hostile; });
        QVERIFY(row != csv.cend());
        QCOMPARE(row->value(csv.at(0).indexOf(QStringLiteral("formula"))), QStringLiteral("'=1+1"));
        int missing = 0;
        for (const QJsonValue& line : manifestOf(unpacked)[QLatin1String("leftOut")].toArray()) {
            if (line[QLatin1String("what")].toString() == QLatin1String("attachments"))
                missing += line[QLatin1String("count")].toInt();
        }
        // With the two that the first world holds: one that was revoked, one that has expired.
        QCOMPARE(missing, 2 + 2);
    }

    void scopeNarrowsIt()
    {
        start();
        const QString id = idOf(m_api->ask(QStringLiteral("portability"),
            { { QStringLiteral("categories"), QJsonArray { QStringLiteral("payments_tax") } } }));
        QVERIFY(m_api->waitForStatus(id, QStringLiteral("fulfilled")));
        const Unpacked unpacked = unpack(pathOf(id));
        QVERIFY(unpacked.order.contains(QStringLiteral("data/payments_tax/Payout.json")));
        for (const QString& path : unpacked.order)
            QVERIFY2(!path.startsWith(QLatin1String("data/"))
                    || path.startsWith(QLatin1String("data/payments_tax/")),
                qPrintable(path));
        QVERIFY(!unpacked.order.contains(QStringLiteral("consents/ConsentRecord.json")));
    }

    void progressIsTold()
    {
        start();
        LiveClient live;
        live.open(m_sandbox->url(), m_sandbox->trainerToken());
        QVERIFY(live.waitForFrames(1));
        const QString id = exportAll();
        const auto last = [&live] {
            QJsonObject frame;
            for (const QJsonObject& candidate : live.frames()) {
                if (textOf(candidate, "kind") == QLatin1String("progress"))
                    frame = candidate;
            }
            return frame;
        };
        QVERIFY(QTest::qWaitFor([&last] { return textOf(last(), "stage") == QLatin1String("done"); }));
        QStringList stages;
        for (const QJsonObject& frame : live.frames()) {
            if (textOf(frame, "kind") != QLatin1String("progress"))
                continue;
            QCOMPARE(textOf(frame, "dataRequestId"), id);
            QVERIFY(frame[QLatin1String("done")].toInt() <= frame[QLatin1String("total")].toInt());
            if (!stages.endsWith(textOf(frame, "stage")))
                stages.append(textOf(frame, "stage"));
        }
        QVERIFY(stages.contains(QStringLiteral("packing")));
        QCOMPARE(stages.last(), QStringLiteral("done"));
        const QJsonObject progress = m_api->request(id)[QLatin1String("progress")].toObject();
        QCOMPARE(progress[QLatin1String("done")], progress[QLatin1String("total")]);
    }

    void restartInTheMiddleStartsOver()
    {
        start({ QStringLiteral("--scale"), QStringLiteral("messages=6000") });
        const QString id = idOf(m_api->ask(QStringLiteral("access")));
        const QString part = pathOf(id) + QStringLiteral(".part");
        QVERIFY(QTest::qWaitFor([&part] { return QFileInfo(part).size() > 0; }, 20'000));
        m_sandbox->kill();
        QVERIFY(QFile::exists(part));
        QVERIFY(!QFile::exists(pathOf(id)));
        m_sandbox->restart();
        QVERIFY(QTest::qWaitFor(
            [this, &id] { return textOf(m_api->request(id), "status") == QLatin1String("fulfilled"); },
            60'000));
        QVERIFY(!QFile::exists(part));
        const Unpacked unpacked = unpack(pathOf(id));
        QCOMPARE(static_cast<int>(QJsonDocument::fromJson(
                     unpacked.files.value(QStringLiteral("data/communications/Message.json")))
                                      .array()
                                      .size()),
            liveCounts().value(QStringLiteral("Message")));
    }

    void takenBackInTheMiddleLeavesNothing()
    {
        start({ QStringLiteral("--scale"), QStringLiteral("messages=6000") });
        const QString id = idOf(m_api->ask(QStringLiteral("access")));
        const QString part = pathOf(id) + QStringLiteral(".part");
        QVERIFY(QTest::qWaitFor([&part] { return QFile::exists(part); }, 20'000));
        m_api->mutate(QStringLiteral("DataRequest"), QStringLiteral("revoke"), id, {});
        QVERIFY(QTest::qWaitFor([&part] { return !QFile::exists(part); }));
        QVERIFY(!QFile::exists(pathOf(id)));
        QCOMPARE(textOf(m_api->request(id), "status"), QStringLiteral("revoked"));
        QVERIFY(m_api->request(id)[QLatin1String("archive")].isNull());
    }

    void archiveIsErasedAfterAWeek()
    {
        start();
        const QString id = exportAll();
        QVERIFY(QFile::exists(pathOf(id)));
        m_api->skew(8LL * 24 * 60 * 60);
        QVERIFY(
            QTest::qWaitFor([this, &id] { return m_api->request(id)[QLatin1String("archive")].isNull(); }));
        QVERIFY(QTest::qWaitFor([this, &id] { return !QFile::exists(pathOf(id)); }));
    }

    void changesOnTheWayAreInIt()
    {
        // A job of its own, step by step, so that the moment of each change is certain.
        QTemporaryDir directory;
        sandbox::Clock clock;
        sandbox::Store store(clock);
        fill(store, directory.path(), 120, 10);
        sandbox::SigningKey key;
        QCOMPARE(key.load(directory.path(), clock.nowIso()), QString());
        sandbox::ExportJob job(store, key, {}, directory.path(),
            { QStringLiteral("a"), QStringLiteral("u_a"), QStringLiteral("A.") }, request());
        QVERIFY(job.step());
        QVERIFY(job.step());
        QCOMPARE(job.progress().stage, QStringLiteral("collecting"));
        sandbox::StoreWriter writer(store);
        writer.remove(QStringLiteral("a"), QStringLiteral("Note"), QStringLiteral("n_1"));
        writer.put(QStringLiteral("a"), QStringLiteral("Note"), QStringLiteral("n_2"),
            { { QStringLiteral("id"), QStringLiteral("changed") } });
        writer.put(QStringLiteral("a"), QStringLiteral("Note"), QStringLiteral("n_new"),
            { { QStringLiteral("id"), QStringLiteral("n_new") } });
        writer.commit();
        while (job.step()) { }
        QCOMPARE(job.problem(), QString());
        const Unpacked unpacked = unpack(directory.path() + QStringLiteral("/dr_1.zip"));
        const QJsonArray notes
            = QJsonDocument::fromJson(unpacked.files.value(QStringLiteral("data/marketplace/Note.json")))
                  .array();
        QStringList ids;
        for (const QJsonValue& note : notes)
            ids.append(note[QLatin1String("id")].toString());
        QCOMPARE(ids.size(), 120);
        QVERIFY(!ids.contains(QStringLiteral("n_1")));
        QVERIFY(ids.contains(QStringLiteral("changed")));
        QVERIFY(ids.contains(QStringLiteral("n_new")));
        job.cleanUp();
    }

    void sameRecordsGiveTheSameOrderAndFilesAtHandAreIn()
    {
        QTemporaryDir directory;
        sandbox::Clock clock;
        sandbox::Store store(clock);
        fill(store, directory.path(), 30, 10);
        sandbox::StoreWriter writer(store);
        writer.put(QStringLiteral("a"), QStringLiteral("Attachment"), QStringLiteral("at_1"),
            { { QStringLiteral("id"), QStringLiteral("at_1") },
                { QStringLiteral("access"), QStringLiteral("AVAILABLE") },
                { QStringLiteral("fileName"), QStringLiteral("../año.txt") },
                { QStringLiteral("sha256"), QString(64, u'b') } });
        writer.commit();
        const QString blob = directory.filePath(QStringLiteral("blob"));
        QFile file(blob);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray content(200'000, 'z');
        QCOMPARE(file.write(content), content.size());
        file.close();
        sandbox::SigningKey key;
        QCOMPARE(key.load(directory.path(), clock.nowIso()), QString());
        QList<Unpacked> both;
        for (int i = 0; i < 2; ++i) {
            sandbox::ExportJob job(
                store, key, [&blob](const QString&, const QString&) { return blob; }, directory.path(),
                { QStringLiteral("a"), QStringLiteral("u_a"), QStringLiteral("A.") }, request());
            while (job.step()) { }
            QVERIFY(job.result().has_value());
            both.append(unpack(job.result()->file.path));
            job.cleanUp();
        }
        QCOMPARE(both.at(0).order, both.at(1).order);
        const QString path = QStringLiteral("attachments/%1/_año.txt").arg(QString(64, u'b'));
        QVERIFY2(both.at(0).order.contains(path), qPrintable(both.at(0).order.join(u'\n')));
        QCOMPARE(both.at(0).files.value(path), content);
        QCOMPARE(both.at(0).files.value(QStringLiteral("data/marketplace/Note.csv")),
            both.at(1).files.value(QStringLiteral("data/marketplace/Note.csv")));
    }

    void memoryDoesNotGrowWithTheArchive()
    {
        QTemporaryDir directory;
        sandbox::Clock clock;
        sandbox::Store store(clock);
        fill(store, directory.path(), 6'000, 8'000);
        sandbox::SigningKey key;
        QCOMPARE(key.load(directory.path(), clock.nowIso()), QString());
        sandbox::ExportJob job(store, key, {}, directory.path(),
            { QStringLiteral("a"), QStringLiteral("u_a"), QStringLiteral("A.") }, request());
        const qint64 before = residentBytes();
        qint64 most = before;
        while (job.step())
            most = std::max(most, residentBytes());
        QVERIFY(job.result().has_value());
        // 48 MB of records, written three times.
        QVERIFY2(most - before < 30'000'000, qPrintable(QString::number(most - before)));
        job.cleanUp();
    }

private:
    void start(QStringList arguments = {})
    {
        m_api.reset();
        m_sandbox.reset();
        arguments += { QStringLiteral("--speed"), QStringLiteral("0") };
        m_sandbox = std::make_unique<SandboxProcess>(arguments);
        m_api = std::make_unique<PrivacyClient>(*m_sandbox, m_sandbox->trainerToken());
    }
    QString exportAll()
    {
        const QString id = idOf(m_api->ask(QStringLiteral("access")));
        return m_api->waitForStatus(id, QStringLiteral("fulfilled")) ? id : QString();
    }
    QString pathOf(const QString& id) const
    {
        return m_sandbox->dataDirectory() + QStringLiteral("/exports/%1.zip").arg(id);
    }
    QMap<QString, int> liveCounts() const
    {
        QString cursor;
        QMap<QString, int> counts;
        for (const QJsonObject& change : m_api->readFeed(cursor, 1000))
            ++counts[textOf(change, "type")];
        counts.remove(QStringLiteral("Job"));
        counts.remove(QStringLiteral("PolicyVersion"));
        return counts;
    }
    void put(const char* type, const QString& id, const QJsonObject& object) const
    {
        m_api->control({ { QStringLiteral("command"), QStringLiteral("upsertRecord") },
            { QStringLiteral("type"), QLatin1String(type) }, { QStringLiteral("id"), id },
            { QStringLiteral("object"), object } });
    }
    static void checkRecords(
        const Unpacked& unpacked, const QString& type, const QString& path, const QJsonArray& records)
    {
        QCOMPARE(readCsv(unpacked.files.value(path + QStringLiteral(".csv"))).size(), records.size() + 1);
        const QJsonObject item
            = QJsonDocument::fromJson(unpacked.files.value(QStringLiteral("schema/%1.schema.json").arg(type)))
                  .object()[QLatin1String("items")]
                  .toObject();
        const QJsonObject properties = item[QLatin1String("properties")].toObject();
        for (const QJsonValue& record : records) {
            const QJsonObject object = record.toObject();
            for (const QJsonValue& member : item[QLatin1String("required")].toArray())
                QVERIFY2(object.contains(member.toString()), qPrintable(type + member.toString()));
            for (auto member = object.begin(); member != object.end(); ++member)
                QVERIFY2(properties[member.key()][QLatin1String("type")].toArray().contains(
                             typeName(member.value())),
                    qPrintable(type + member.key()));
        }
    }
    static bool verifies(const QByteArray& signature, const QByteArray& message, const QByteArray& publicKey)
    {
        const QByteArray raw = QByteArray::fromBase64(signature, kBase64);
        const auto bytes = [](const QByteArray& array) {
            return reinterpret_cast<const unsigned char*>(array.constData());
        };
        return raw.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES
            && crypto_sign_verify_detached(bytes(raw), bytes(message),
                   static_cast<unsigned long long>(message.size()), bytes(publicKey))
            == 0;
    }
    static void fill(sandbox::Store& store, const QString& directory, int records, int characters)
    {
        QCOMPARE(store.open(directory + QStringLiteral("/sandbox.db")), QString());
        const QString text(characters, u'x');
        sandbox::StoreWriter writer(store);
        writer.addAccount({ QStringLiteral("a"), QStringLiteral("u_a"), QStringLiteral("A.") });
        for (int i = 0; i < records; ++i) {
            const QString id = QStringLiteral("n_%1").arg(i);
            writer.put(QStringLiteral("a"), QStringLiteral("Note"), id,
                { { QStringLiteral("id"), id }, { QStringLiteral("text"), text } });
        }
        writer.commit();
    }
    static QJsonObject request()
    {
        return { { QStringLiteral("id"), QStringLiteral("dr_1") },
            { QStringLiteral("exercise"), QStringLiteral("access") } };
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<PrivacyClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::PrivacyExportTest)
#include "privacy_export_test.moc"
