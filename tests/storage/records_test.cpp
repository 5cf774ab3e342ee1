// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/record_queries.h"
#include "storage/records/json_codec.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QJsonDocument>
#include <QTest>

using namespace ot;
using namespace ot::storage;

namespace {

QJsonObject object(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

const char kJob[] = R"({"id":"j1","title":"Spanish Audio Annotation","companyName":"Acme AI","status":"OPEN",
 "datePosted":"2026-11-01T09:15:00.250Z","countries":["US","IN"],"languages":["Spanish"],
 "pay":{"paymentType":"PAY_PER_HOUR","currency":"USD","hourlyRate":38.5,"hourlyMin":null,"perLabelRate":0.045,"bonus":{"amount":3}},
 "experienceLevel":"SomethingNew","boosted":true})";

// A value for a field of that kind which no other number gives.
QJsonValue sampleValue(ValueKind kind, int number)
{
    switch (kind) {
    case ValueKind::Text:
        return QStringLiteral("text %1").arg(number);
    case ValueKind::TextList:
        return QJsonArray { QStringLiteral("a%1").arg(number), QStringLiteral("b") };
    case ValueKind::List:
        return QJsonArray { QJsonObject { { QStringLiteral("n"), number } } };
    case ValueKind::Object:
        return QJsonObject { { QStringLiteral("n"), number } };
    case ValueKind::Boolean:
    case ValueKind::OptionalBoolean:
        return true;
    case ValueKind::Time:
        return formatUtcTime({ 1'790'000'000'000 + number });
    default:
        return number;
    }
}

} // namespace

class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesMoneyExactly_data();
    void decodesMoneyExactly();
    void keepsUnknownMembersAndEnumValues();
    void comesBackTheSameAfterEncoding();
    void refusesWrongTypesWithTheirPlace_data();
    void refusesWrongTypesWithTheirPlace();
    void readsTimesAsUtc_data();
    void readsTimesAsUtc();
    void everyRecordSurvivesTheStore_data();
    void everyRecordSurvivesTheStore();
};

void RecordsTest::decodesMoneyExactly_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<double>("amount");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("dollars and cents") << "USD" << 38.5 << qint64(3850);
    QTest::newRow("a sum a double can't hold exactly") << "USD" << 0.1 + 0.2 << qint64(30);
    QTest::newRow("yen have no cents") << "JPY" << 5200.0 << qint64(5200);
    QTest::newRow("dinars have three digits") << "KWD" << 1.234 << qint64(1234);
    QTest::newRow("negative") << "EUR" << -4.99 << qint64(-499);
    QTest::newRow("large") << "USD" << 70368744177.64 << qint64(7036874417764);
}

void RecordsTest::decodesMoneyExactly()
{
    QFETCH(QString, currency);
    QFETCH(double, amount);
    QFETCH(qint64, minor);
    QJsonObject job = object(kJob);
    job.insert(QStringLiteral("pay"),
        QJsonObject { { QStringLiteral("currency"), currency }, { QStringLiteral("fixedPrice"), amount } });
    const Result<Job> decoded = decodeRecord<Job>(job, 1);
    OT_VERIFY_OK(decoded);
    QVERIFY(decoded->fixedPrice.has_value());
    QCOMPARE(decoded->fixedPrice->count, minor);
}

void RecordsTest::keepsUnknownMembersAndEnumValues()
{
    const Result<Job> job = decodeRecord<Job>(object(kJob), 4);
    OT_VERIFY_OK(job);
    QCOMPARE(job->version, qint64(4));
    QCOMPARE(job->experienceLevel, QStringLiteral("SomethingNew"));
    QCOMPARE(job->hourlyRate->count, qint64(3850));
    QCOMPARE(job->perLabelRate->count, qint64(45'000));
    QVERIFY(!job->hourlyMin.has_value());
    QCOMPARE(job->unknownMembers.value(QLatin1String("boosted")), QJsonValue(true));
    // What is unknown inside a known object is kept too, and nothing that is known.
    QCOMPARE(job->unknownMembers.value(QLatin1String("pay")).toObject(), object(R"({"bonus":{"amount":3}})"));
    QCOMPARE(job->unknownMembers.size(), 2);
}

void RecordsTest::comesBackTheSameAfterEncoding()
{
    const Result<Job> first = decodeRecord<Job>(object(kJob), 1);
    OT_VERIFY_OK(first);
    const QJsonObject encoded = encodeRecord(*first);
    QCOMPARE(
        encoded.value(QLatin1String("pay")).toObject().value(QLatin1String("hourlyRate")), QJsonValue(38.5));
    QCOMPARE(encoded.value(QLatin1String("boosted")), QJsonValue(true));
    QCOMPARE(
        encoded.value(QLatin1String("datePosted")), QJsonValue(QStringLiteral("2026-11-01T09:15:00.250Z")));
    const Result<Job> second = decodeRecord<Job>(encoded, 1);
    OT_VERIFY_OK(second);
    QCOMPARE(encodeRecord(*second), encoded);
}

void RecordsTest::refusesWrongTypesWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("no id") << QByteArray(R"({"title":"x"})") << "Job.id";
    QTest::newRow("an id that is a number") << QByteArray(R"({"id":7,"title":"x"})") << "Job.id";
    QTest::newRow("no title") << QByteArray(R"({"id":"j"})") << "Job.title";
    QTest::newRow("a title that is an object") << QByteArray(R"({"id":"j","title":{}})") << "Job.title";
    QTest::newRow("a list with a number")
        << QByteArray(R"({"id":"j","title":"x","skills":["a",3]})") << "Job.skills";
    QTest::newRow("a time that is none")
        << QByteArray(R"({"id":"j","title":"x","datePosted":"soon"})") << "Job.datePosted";
    QTest::newRow("a time before time")
        << QByteArray(R"({"id":"j","title":"x","datePosted":"0001-01-01T00:00:00Z"})") << "Job.datePosted";
    QTest::newRow("money as text") << QByteArray(R"({"id":"j","title":"x","pay":{"hourlyRate":"38"}})")
                                   << "Job.pay.hourlyRate";
    QTest::newRow("money beyond counting")
        << QByteArray(R"({"id":"j","title":"x","pay":{"hourlyRate":1e300}})") << "Job.pay.hourlyRate";
}

void RecordsTest::refusesWrongTypesWithTheirPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const Result<Job> job = decodeRecord<Job>(QJsonDocument::fromJson(json).object(), 1);
    QVERIFY(!job.ok());
    QCOMPARE(job.error().code, ErrorCode::Decode);
    QVERIFY2(job.error().detail.startsWith(place), qPrintable(job.error().detail));
}

void RecordsTest::readsTimesAsUtc_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("Zulu") << "2026-11-20T09:15:00.000Z" << qint64(1795166100000);
    QTest::newRow("with an offset") << "2026-11-20T10:15:00+01:00" << qint64(1795166100000);
    QTest::newRow("without a zone") << "2026-11-20T09:15:00" << qint64(1795166100000);
    QTest::newRow("a day") << "2026-11-20" << qint64(1795132800000);
}

void RecordsTest::readsTimesAsUtc()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto time = parseUtcTime(text);
    QVERIFY(time.has_value());
    QCOMPARE(time->milliseconds, milliseconds);
}

void RecordsTest::everyRecordSurvivesTheStore_data()
{
    QTest::addColumn<int>("type");
    for (const RecordShape& shape : recordShapes())
        QTest::newRow(std::string(shape.traits.name).c_str()) << int(shape.type);
}

void RecordsTest::everyRecordSurvivesTheStore()
{
    QFETCH(int, type);
    const RecordShape& shape = recordShape(RecordTypeIndex(type));
    // Every field gets a value of its own, through the same codec the wire uses.
    QJsonObject json { { QStringLiteral("id"), QStringLiteral("r1") }, { QStringLiteral("novelty"), 7 } };
    int number = 1;
    for (const FieldShape& field : shape.fields)
        detail::setValueAt(json, field.path,
            field.traits.has(Trait::LastFour) ? QStringLiteral("1234") : sampleValue(field.kind, ++number));
    if (!shape.traits.parentPath.empty())
        detail::setValueAt(json, shape.traits.parentPath, QStringLiteral("parent"));
    if (shape.type == recordTypeIndex<Job>())
        detail::setValueAt(json, "pay.currency", QStringLiteral("USD"));
    if (!shape.traits.accessPath.empty())
        detail::setValueAt(json, shape.traits.accessPath, QStringLiteral("AVAILABLE"));
    const Result<AnyRecord> decoded = decodeAnyRecord(shape.type, json, 9);
    OT_VERIFY_OK(decoded);
    test::TestVault store;
    OT_VERIFY_OK(test::await(store.vault().write(
        [record = *decoded](WriteTransaction& transaction) { return transaction.upsert(record); })));
    const Result<AnyRecord> back = test::await(store.vault().read([&shape](ReadSnapshot& snapshot) {
        return queries::anyById(snapshot, shape.type, QStringLiteral("r1"));
    }));
    OT_VERIFY_OK(back);
    QCOMPARE(std::visit([](const RecordBase& record) { return record.version; }, *back), qint64(9));
    QCOMPARE(encodeAnyRecord(*back), encodeAnyRecord(*decoded));
    QCOMPARE(encodeAnyRecord(*back), json);
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "records_test.moc"
