// SPDX-License-Identifier: GPL-3.0-or-later
//
// The examples of docs/api, read by the client's own decoders: every record type has one, each is understood
// whole, and what the client writes of it is what it read.
#include "storage/records/json_codec.h"
#include "sync/sync_page.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace ot;
using namespace ot::storage;

namespace {

// What a record holds where the wire has null or nothing.
bool isEmptyValue(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
    case QJsonValue::Null:
        return true;
    case QJsonValue::Bool:
        return !value.toBool();
    case QJsonValue::Double:
        return value.toDouble() == 0.0;
    case QJsonValue::String:
        return false;
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        break;
    }
    const QJsonObject object = value.toObject();
    return std::all_of(object.begin(), object.end(), isEmptyValue);
}

// The first place at which two values say something different; empty when there is none.
QString difference(const QJsonValue& sent, const QJsonValue& written, const QString& place)
{
    if (sent.isObject() && written.isObject()) {
        const QJsonObject left = sent.toObject();
        const QJsonObject right = written.toObject();
        const QStringList names = left.keys() + right.keys();
        for (const QString& name : names) {
            const QString found
                = difference(left.value(name), right.value(name), place + QLatin1Char('.') + name);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (sent.isArray() && written.isArray() && sent.toArray().size() == written.toArray().size()) {
        for (qsizetype i = 0; i < sent.toArray().size(); ++i) {
            const QString found = difference(sent[i], written[i], QStringLiteral("%1.%2").arg(place).arg(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    const bool nothingSent = sent.isNull() || sent.isUndefined();
    const bool same = nothingSent ? isEmptyValue(written) : sent == written;
    return same ? QString() : place;
}

RecordTypeIndex typeNamed(const QJsonValue& name)
{
    const QByteArray text = name.toString().toUtf8();
    const auto type = recordTypeByName({ text.constData(), static_cast<std::size_t>(text.size()) });
    if (!type)
        qFatal("no record type %s", text.constData());
    return *type;
}

} // namespace

class ContractExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void describesTheTypesOfTheClient();
    void readsAndWritesEveryRecord_data();
    void readsAndWritesEveryRecord();
    void readsEveryPage_data() { addRows("pages"); }
    void readsEveryPage();
    void readsEveryResult_data() { addRows("results"); }
    void readsEveryResult();
    void readsEveryFrame_data() { addRows("frames"); }
    void readsEveryFrame();

private:
    void addRows(const char* member) const;
    QJsonObject m_examples;
};

void ContractExamplesTest::initTestCase()
{
    QFile file(QStringLiteral(OPENTRAIN_EXAMPLES));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    m_examples = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!m_examples.isEmpty());
}

void ContractExamplesTest::addRows(const char* member) const
{
    QTest::addColumn<QJsonObject>("body");
    const QJsonArray rows = m_examples.value(QLatin1String(member)).toArray();
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue& row : rows)
        QTest::newRow(qPrintable(row[QLatin1String("where")].toString()))
            << row[QLatin1String("body")].toObject();
}

void ContractExamplesTest::describesTheTypesOfTheClient()
{
    QSet<QString> described;
    const QJsonArray types = m_examples.value(QLatin1String("types")).toArray();
    for (const QJsonValue& type : types)
        described.insert(type.toString());
    QSet<QString> known;
    for (const RecordTraits& traits : kRecordTraits)
        known.insert(QString::fromUtf8(traits.name.data(), static_cast<qsizetype>(traits.name.size())));
    QCOMPARE(described, known);
    QSet<QString> withExample;
    const QJsonArray records = m_examples.value(QLatin1String("records")).toArray();
    for (const QJsonValue& record : records)
        withExample.insert(record[QLatin1String("type")].toString());
    QCOMPARE(withExample, known);
}

void ContractExamplesTest::readsAndWritesEveryRecord_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("object");
    const QJsonArray rows = m_examples.value(QLatin1String("records")).toArray();
    for (const QJsonValue& row : rows)
        QTest::newRow(qPrintable(row[QLatin1String("where")].toString()))
            << row[QLatin1String("type")].toString() << row[QLatin1String("object")].toObject();
}

void ContractExamplesTest::readsAndWritesEveryRecord()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    const Result<AnyRecord> record = decodeAnyRecord(typeNamed(type), object, 1);
    QVERIFY2(record, qPrintable(record ? QString() : record.error().detail));
    const QJsonObject written
        = std::visit([](const auto& known) { return encodeRecord(known); }, record.value());
    const QString place = difference(object, written, type);
    QVERIFY2(place.isEmpty(), qPrintable(place));
    // The descriptions and the records know the same members.
    const QJsonObject unknown
        = std::visit([](const auto& known) { return known.unknownMembers; }, record.value());
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.keys().join(QLatin1Char(' '))));
}

void ContractExamplesTest::readsEveryPage()
{
    QFETCH(QJsonObject, body);
    const Result<sync::SyncPage> page = sync::decodeSyncPage(body);
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QVERIFY2(page->unreadable.empty(),
        qPrintable(page->unreadable.empty() ? QString() : page->unreadable.front().detail));
    const QJsonArray changes = body.value(QLatin1String("changes")).toArray();
    QCOMPARE(static_cast<qsizetype>(page->changes.size()), changes.size());
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const sync::FeedChange& change = page->changes[static_cast<std::size_t>(i)];
        QCOMPARE(change.id, changes.at(i)[QLatin1String("id")].toString());
        QCOMPARE(change.record.has_value(),
            changes.at(i)[QLatin1String("op")].toString() == QLatin1String("upsert"));
    }
    QCOMPARE(page->hasMore, body.value(QLatin1String("hasMore")).toBool());
    QCOMPARE(page->isSnapshot, body.contains(QLatin1String("snapshot")));
}

void ContractExamplesTest::readsEveryResult()
{
    using Kind = sync::MutationResult::Kind;
    QFETCH(QJsonObject, body);
    const Result<std::vector<sync::MutationResult>> results = sync::decodeMutationResults(body);
    QVERIFY2(results, qPrintable(results ? QString() : results.error().detail));
    const QJsonArray sent = body.value(QLatin1String("results")).toArray();
    QCOMPARE(static_cast<qsizetype>(results->size()), sent.size());
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const sync::MutationResult& result = results.value()[static_cast<std::size_t>(i)];
        const bool rejected = sent.at(i)[QLatin1String("outcome")].toString() == QLatin1String("rejected");
        QCOMPARE(result.kind, rejected ? Kind::Rejected : Kind::Applied);
        QCOMPARE(result.change.has_value(), !rejected);
        QCOMPARE(result.code, sent.at(i)[QLatin1String("code")].toString());
    }
}

void ContractExamplesTest::readsEveryFrame()
{
    QFETCH(QJsonObject, body);
    sync::SyncPage page;
    QVERIFY(sync::decodeChanges(body.value(QLatin1String("changes")), page));
    QVERIFY(page.unreadable.empty());
    QCOMPARE(
        static_cast<qsizetype>(page.changes.size()), body.value(QLatin1String("changes")).toArray().size());
}

QTEST_GUILESS_MAIN(ContractExamplesTest)
#include "contract_examples_test.moc"
