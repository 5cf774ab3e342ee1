// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every record type against one whole example of it (record_examples.json; the types of the first release
// have theirs in docs/api): through the decoder, the store and the encoder, and every field of it with a
// wrong value.
#include "storage/database/schema.h"
#include "storage/queries/record_queries.h"
#include "storage/queries/search_queries.h"
#include "storage/records/json_codec.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

// What a test needs to know of a field: of its shape, the part that decides which value fits.
struct FieldOf {
    enum class Kind { Text, TextList, Objects, Time, Other };

    QString path;
    Traits traits;
    Kind kind = Kind::Other;

    [[nodiscard]] QString head() const { return path.section(QLatin1Char('.'), 0, 0); }
    void set(QJsonObject& object, const QJsonValue& value) const
    {
        detail::setValueAt(object, path.toStdString(), value);
    }
};

FieldOf::Kind kindOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text:
        return FieldOf::Kind::Text;
    case ValueKind::TextList:
        return FieldOf::Kind::TextList;
    case ValueKind::List:
        return FieldOf::Kind::Objects;
    case ValueKind::Time:
        return FieldOf::Kind::Time;
    default:
        return FieldOf::Kind::Other;
    }
}

struct TypeOf {
    RecordTypeIndex index = 0;
    QString name;
    bool isSearchable = false;
    std::vector<FieldOf> fields;
};

std::vector<TypeOf> describeTypes()
{
    std::vector<TypeOf> types;
    for (const RecordShape& shape : recordShapes()) {
        TypeOf type { shape.type, text(shape.traits.name), shape.isSearchable(), {} };
        for (const FieldShape& field : shape.fields)
            type.fields.push_back({ text(field.path), field.traits, kindOf(field.kind) });
        types.push_back(type);
    }
    return types;
}

const TypeOf& typeNamed(const QString& name)
{
    static const std::vector<TypeOf> kTypes = describeTypes();
    const auto found = std::find_if(
        kTypes.begin(), kTypes.end(), [&name](const TypeOf& type) { return type.name == name; });
    if (found == kTypes.end())
        qFatal("no record type %s", qPrintable(name));
    return *found;
}

const RecordBase& baseOf(const AnyRecord& record)
{
    return std::visit([](const auto& known) -> const RecordBase& { return known; }, record);
}

// A value that no field of this kind takes.
QJsonValue wrongValue(FieldOf::Kind kind)
{
    const bool isText = kind == FieldOf::Kind::Text || kind == FieldOf::Kind::TextList;
    return isText ? QJsonValue(7) : QJsonValue(QStringLiteral("wrong"));
}

// A value with the word in it, for a field that is searched.
QJsonValue valueWith(FieldOf::Kind kind, const QString& word)
{
    if (kind == FieldOf::Kind::Text)
        return word;
    if (kind == FieldOf::Kind::TextList)
        return QJsonArray { QStringLiteral("first"), word };
    return QJsonArray { QJsonObject { { QStringLiteral("text"), word } } };
}

// Nothing, as a field without a value is written.
bool isEmptyValue(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return value.isNull() || value == QJsonValue(false) || value == QJsonValue(0)
        || (value.isArray() && value.toArray().isEmpty())
        || (value.isObject() && std::all_of(object.begin(), object.end(), isEmptyValue));
}

} // namespace

class RecordExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ordersAndParentsAreFields();
    void comesBackWhole_data() { addRows(); }
    void comesBackWhole();
    void comesBackEmpty_data() { addRows(); }
    void comesBackEmpty();
    void keepsWordsItDoesNotKnow_data() { addRows(); }
    void keepsWordsItDoesNotKnow();
    void refusesEveryWrongTypeWithItsPlace_data() { addRows(); }
    void refusesEveryWrongTypeWithItsPlace();
    void findsEverySearchableField_data();
    void findsEverySearchableField();

private:
    void addRows() const;
    void put(const AnyRecord& record);
    QStringList hits(const QString& word);
    bool indexKnows(RecordTypeIndex type, const QString& word);

    QJsonObject m_examples;
    std::unique_ptr<test::TestVault> m_store;
};

void RecordExamplesTest::initTestCase()
{
    QFile file(QStringLiteral(OPENTRAIN_RECORD_EXAMPLES));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    m_examples = QJsonDocument::fromJson(file.readAll()).object();
    m_store = std::make_unique<test::TestVault>();
    const QSet<QString> described { QStringLiteral("Account"), QStringLiteral("Profile"),
        QStringLiteral("Job"), QStringLiteral("Proposal"), QStringLiteral("Conversation"),
        QStringLiteral("Message"), QStringLiteral("Contract"), QStringLiteral("Milestone"),
        QStringLiteral("InstructionPage"), QStringLiteral("Payout") };
    QSet<QString> known;
    for (const RecordTraits& traits : kRecordTraits)
        known.insert(text(traits.name));
    const QStringList examples = m_examples.keys();
    QCOMPARE(QSet<QString>(examples.begin(), examples.end()), known - described);
}

void RecordExamplesTest::addRows() const
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("object");
    for (auto example = m_examples.begin(); example != m_examples.end(); ++example)
        QTest::newRow(qPrintable(example.key())) << example.key() << example->toObject();
}

void RecordExamplesTest::put(const AnyRecord& record)
{
    m_store->write([&record](WriteTransaction& transaction) { return transaction.upsert(record); });
}

// A list is ordered by a time and a record found by its parent: a wrong name would go unnoticed.
void RecordExamplesTest::ordersAndParentsAreFields()
{
    for (const RecordTraits& traits : kRecordTraits) {
        const TypeOf& type = typeNamed(text(traits.name));
        const auto has = [&type](std::string_view path, FieldOf::Kind kind) {
            return std::any_of(type.fields.begin(), type.fields.end(),
                [&](const FieldOf& field) { return field.path == text(path) && field.kind == kind; });
        };
        QVERIFY2(has(traits.recencyPath, FieldOf::Kind::Time), qPrintable(type.name));
        QVERIFY2(
            traits.parentPath.empty() || has(traits.parentPath, FieldOf::Kind::Text), qPrintable(type.name));
    }
}

void RecordExamplesTest::comesBackWhole()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    const TypeOf& described = typeNamed(type);
    // Every member of the example is one the record knows, and every field is in the example.
    const Result<AnyRecord> plain = decodeAnyRecord(described.index, object, 1);
    OT_VERIFY_OK(plain);
    const QStringList unknown = baseOf(*plain).unknownMembers.keys();
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char(' '))));
    for (const FieldOf& field : described.fields)
        QVERIFY2(!detail::valueAt(object, field.path.toStdString()).isUndefined(), qPrintable(field.path));

    // What a later server may add, outside and inside of what is known.
    object.insert(QStringLiteral("novelty"), QJsonObject { { QStringLiteral("n"), QJsonArray { 1, 2 } } });
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member->isObject())
            continue;
        QJsonObject inner = member->toObject();
        inner.insert(QStringLiteral("addedLater"), true);
        *member = inner;
    }
    const Result<AnyRecord> decoded = decodeAnyRecord(described.index, object, 9);
    OT_VERIFY_OK(decoded);
    put(*decoded);
    const QString id = baseOf(*decoded).id;
    const auto back = await(m_store->vault().read([index = described.index, id](ReadSnapshot& snapshot) {
        return queries::anyById(snapshot, index, id);
    }));
    OT_VERIFY_OK(back);
    QCOMPARE(baseOf(*back).version, qint64(9));
    QCOMPARE(encodeAnyRecord(*back), object);
}

// Null is written where there is nothing, for a nested object as a whole.
void RecordExamplesTest::comesBackEmpty()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    const TypeOf& described = typeNamed(type);
    QSet<QString> required { QStringLiteral("id") };
    QSet<QString> optionalObjects;
    for (const FieldOf& field : described.fields) {
        if (field.traits.has(Trait::Required))
            required.insert(field.head());
        if (field.traits.has(Trait::InOptionalObject))
            optionalObjects.insert(field.head());
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!required.contains(member.key()))
            *member = QJsonValue(QJsonValue::Null);
    }
    const Result<AnyRecord> decoded = decodeAnyRecord(described.index, object, 1);
    OT_VERIFY_OK(decoded);
    const QJsonObject written = encodeAnyRecord(*decoded);
    QCOMPARE(written.keys(), object.keys());
    for (auto member = written.begin(); member != written.end(); ++member) {
        if (required.contains(member.key()))
            QCOMPARE(member.value(), object.value(member.key()));
        else if (optionalObjects.contains(member.key()))
            QVERIFY2(member->isNull(), qPrintable(member.key()));
        else
            QVERIFY2(isEmptyValue(*member), qPrintable(member.key()));
    }
    for (const QString& member : std::as_const(required)) {
        QJsonObject without = object;
        without.insert(member, QJsonValue(QJsonValue::Null));
        const Result<AnyRecord> refused = decodeAnyRecord(described.index, without, 1);
        QVERIFY2(!refused, qPrintable(member));
        QVERIFY(refused.error().detail.startsWith(type + QLatin1Char('.') + member));
    }
}

void RecordExamplesTest::keepsWordsItDoesNotKnow()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    const TypeOf& described = typeNamed(type);
    for (const FieldOf& field : described.fields) {
        if (field.kind == FieldOf::Kind::Text && !field.traits.has(Trait::LastFour))
            field.set(object, QStringLiteral("SOMETHING_NEW"));
    }
    const Result<AnyRecord> decoded = decodeAnyRecord(described.index, object, 1);
    OT_VERIFY_OK(decoded);
    QCOMPARE(encodeAnyRecord(*decoded), object);
}

void RecordExamplesTest::refusesEveryWrongTypeWithItsPlace()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    const TypeOf& described = typeNamed(type);
    const auto check = [&](const QString& place, const QJsonObject& wrong) {
        const Result<AnyRecord> decoded = decodeAnyRecord(described.index, wrong, 1);
        QVERIFY2(!decoded, qPrintable(place));
        QCOMPARE(decoded.error().code, ErrorCode::Decode);
        QVERIFY2(decoded.error().detail.startsWith(type + QLatin1Char('.') + place),
            qPrintable(decoded.error().detail));
    };
    for (const FieldOf& field : described.fields) {
        QJsonObject wrong = object;
        field.set(wrong, wrongValue(field.kind));
        check(field.path, wrong);
        if (field.head() == field.path)
            continue;
        wrong = object;
        wrong.insert(field.head(), QStringLiteral("no object"));
        check(field.head() + QLatin1Char('.'), wrong);
    }
}

QStringList RecordExamplesTest::hits(const QString& word)
{
    const auto found = await(m_store->vault().read(
        [word](ReadSnapshot& snapshot) { return queries::searchEverything(snapshot, word, 20); }));
    if (!found)
        return { found.error().detail };
    QStringList names;
    for (const queries::SearchHit& hit : *found)
        names.append(text(kRecordTraits[hit.type].name) + QLatin1Char(' ') + hit.id);
    return names;
}

// Whether the index's vocabulary has the word, found or not.
bool RecordExamplesTest::indexKnows(RecordTypeIndex type, const QString& word)
{
    const std::string search = searchTable(kRecordTraits[type].table);
    const auto known = await(m_store->vault().write([&](WriteTransaction& transaction) -> Result<bool> {
        {
            Result<Query> make = transaction.query("CREATE VIRTUAL TABLE IF NOT EXISTS temp." + search
                + "_words USING fts5vocab('main', '" + search + "', 'row')");
            if (!make)
                return make.error();
            if (const Outcome made = make->run(); !made)
                return made.error();
        }
        Result<Query> query = transaction.query("SELECT 1 FROM temp." + search + "_words WHERE term = ?");
        if (!query)
            return query.error();
        query->bind(1, word);
        return query->step();
    }));
    if (!known)
        qFatal("the index can't be looked at: %s", qPrintable(known.error().detail));
    return *known;
}

void RecordExamplesTest::findsEverySearchableField_data()
{
    QTest::addColumn<QString>("type");
    for (const RecordTraits& traits : kRecordTraits)
        QTest::newRow(traits.name.data()) << text(traits.name);
}

void RecordExamplesTest::findsEverySearchableField()
{
    QFETCH(QString, type);
    const TypeOf& described = typeNamed(type);
    int number = 0;
    for (const FieldOf& field : described.fields) {
        if (!field.traits.has(Trait::Searchable))
            continue;
        const QString word = QStringLiteral("zebrafish%1").arg(++number);
        QJsonObject object { { QStringLiteral("id"), QStringLiteral("sought") } };
        for (const FieldOf& other : described.fields) {
            if (other.traits.has(Trait::Required))
                other.set(object,
                    other.kind == FieldOf::Kind::Time ? QStringLiteral("2026-11-01T00:00:00.000Z")
                                                      : QStringLiteral("needed"));
        }
        field.set(object, valueWith(field.kind, word));
        const Result<AnyRecord> record = decodeAnyRecord(described.index, object, number);
        OT_VERIFY_OK(record);
        put(*record);
        QCOMPARE(hits(word), QStringList { type + QStringLiteral(" sought") });
        QVERIFY(indexKnows(described.index, word));
        m_store->write([&](WriteTransaction& transaction) {
            return transaction.remove(described.index, QStringLiteral("sought"));
        });
        QCOMPARE(hits(word), QStringList());
        QVERIFY2(!indexKnows(described.index, word), "the word is still in the index");
    }
    QCOMPARE(number > 0, described.isSearchable);
}

QTEST_GUILESS_MAIN(RecordExamplesTest)
#include "record_examples_test.moc"
