// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every record type against one whole example of it (record_examples.json; the types of the first release
// have theirs in docs/api): through the decoder, the store and the encoder, and every field of it with a
// wrong value.
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

template <class Record, class F>
using ValueOf = std::remove_cvref_t<decltype(std::declval<Record>().*(std::declval<F>().member))>;

// A value that no field of this type takes.
template <class Value>
QJsonValue wrongValue()
{
    if constexpr (std::is_same_v<Value, QString> || std::is_same_v<Value, QStringList>)
        return 7;
    else
        return QStringLiteral("wrong");
}

// A value with the word in it, for a field that is searched.
template <class Value>
QJsonValue valueWith(const QString& word)
{
    if constexpr (std::is_same_v<Value, QString>)
        return QJsonValue(word);
    else if constexpr (std::is_same_v<Value, QStringList>)
        return QJsonArray { QStringLiteral("first"), word };
    else
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
    // Calls work.operator()<Record>() for the type of the row.
    template <class Work>
    void forType(const QString& name, const Work& work);
    QStringList hits(const QString& word);

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

template <class Work>
void RecordExamplesTest::forType(const QString& name, const Work& work)
{
    forEachRecordType([&]<class Record>() {
        if (text(Record::kTraits.name) == name)
            work.template operator()<Record>();
    });
}

// A list is ordered by a time and a record found by its parent: a wrong name would go unnoticed.
void RecordExamplesTest::ordersAndParentsAreFields()
{
    forEachRecordType([]<class Record>() {
        bool hasTime = false;
        bool hasParent = Record::kTraits.parentPath.empty();
        const auto look = [&](const auto& field) {
            using Value = ValueOf<Record, decltype(field)>;
            hasTime = hasTime
                || (std::is_same_v<Value,
                        std::optional<UtcTime>> && field.path == Record::kTraits.recencyPath);
            hasParent = hasParent
                || (std::is_same_v<Value, QString> && field.path == Record::kTraits.parentPath
                    && field.traits.has(Trait::Indexed));
        };
        std::apply([&](const auto&... field) { (look(field), ...); }, Record::fields());
        QVERIFY2(hasTime, Record::kTraits.name.data());
        QVERIFY2(hasParent, Record::kTraits.name.data());
    });
}

void RecordExamplesTest::comesBackWhole()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    // What a later server may add, outside and inside of what is known.
    object.insert(QStringLiteral("novelty"), QJsonObject { { QStringLiteral("n"), QJsonArray { 1, 2 } } });
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isObject() && type != QLatin1String("SavedSearch")) {
            QJsonObject inner = member->toObject();
            inner.insert(QStringLiteral("addedLater"), true);
            *member = inner;
        }
    }
    forType(type, [&]<class Record>() {
        const Result<Record> decoded = decodeRecord<Record>(object, 9);
        OT_VERIFY_OK(decoded);
        QVERIFY(decoded->unknownMembers.contains(QStringLiteral("novelty")));
        m_store->put<Record>({ *decoded });
        const auto back = await(m_store->vault().read(
            [id = decoded->id](ReadSnapshot& snapshot) { return queries::byId<Record>(snapshot, id); }));
        OT_VERIFY_OK(back);
        QCOMPARE(back->record.version, qint64(9));
        QCOMPARE(encodeRecord(back->record), object);
        // Every member of the example is one the record knows, and every field is in the example.
        const Result<Record> plain = decodeRecord<Record>(m_examples.value(type).toObject(), 1);
        OT_VERIFY_OK(plain);
        QVERIFY2(
            plain->unknownMembers.isEmpty(), qPrintable(plain->unknownMembers.keys().join(QLatin1Char(' '))));
        const auto isThere = [&](const auto& field) {
            QVERIFY2(!detail::valueAt(object, field.path).isUndefined(), field.path.data());
        };
        std::apply([&](const auto&... field) { (isThere(field), ...); }, Record::fields());
    });
}

// Null is written where there is nothing, for a nested object as a whole.
void RecordExamplesTest::comesBackEmpty()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    forType(type, [&]<class Record>() {
        QSet<QString> required { QStringLiteral("id") };
        QSet<QString> optionalObjects;
        const auto look = [&](const auto& field) {
            const QString head = text(field.path).section(QLatin1Char('.'), 0, 0);
            if (field.traits.has(Trait::Required))
                required.insert(head);
            if (field.traits.has(Trait::InOptionalObject))
                optionalObjects.insert(head);
        };
        std::apply([&](const auto&... field) { (look(field), ...); }, Record::fields());
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!required.contains(member.key()))
                *member = QJsonValue(QJsonValue::Null);
        }
        const Result<Record> decoded = decodeRecord<Record>(object, 1);
        OT_VERIFY_OK(decoded);
        const QJsonObject written = encodeRecord(*decoded);
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
            const Result<Record> refused = decodeRecord<Record>(without, 1);
            QVERIFY2(!refused, qPrintable(member));
            QVERIFY(refused.error().detail.startsWith(type + QLatin1Char('.') + member));
        }
    });
}

void RecordExamplesTest::keepsWordsItDoesNotKnow()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    forType(type, [&]<class Record>() {
        const auto rename = [&](const auto& field) {
            if constexpr (std::is_same_v<ValueOf<Record, decltype(field)>, QString>) {
                if (!field.traits.has(Trait::LastFour))
                    detail::setValueAt(object, field.path, QStringLiteral("SOMETHING_NEW"));
            }
        };
        std::apply([&](const auto&... field) { (rename(field), ...); }, Record::fields());
        const Result<Record> decoded = decodeRecord<Record>(object, 1);
        OT_VERIFY_OK(decoded);
        QCOMPARE(encodeRecord(*decoded), object);
    });
}

void RecordExamplesTest::refusesEveryWrongTypeWithItsPlace()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    forType(type, [&]<class Record>() {
        const auto check = [&](const QString& place, const QJsonObject& wrong) {
            const Result<Record> decoded = decodeRecord<Record>(wrong, 1);
            QVERIFY2(!decoded, qPrintable(place));
            QCOMPARE(decoded.error().code, ErrorCode::Decode);
            QVERIFY2(decoded.error().detail.startsWith(type + QLatin1Char('.') + place),
                qPrintable(decoded.error().detail));
        };
        const auto spoil = [&](const auto& field) {
            QJsonObject wrong = object;
            detail::setValueAt(wrong, field.path, wrongValue<ValueOf<Record, decltype(field)>>());
            check(text(field.path), wrong);
            const QString head = text(field.path).section(QLatin1Char('.'), 0, 0);
            if (head.size() < static_cast<qsizetype>(field.path.size())) {
                wrong = object;
                wrong.insert(head, QStringLiteral("no object"));
                check(head + QLatin1Char('.'), wrong);
            }
        };
        std::apply([&](const auto&... field) { (spoil(field), ...); }, Record::fields());
    });
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

void RecordExamplesTest::findsEverySearchableField_data()
{
    QTest::addColumn<QString>("type");
    for (const RecordTraits& traits : kRecordTraits)
        QTest::newRow(traits.name.data()) << text(traits.name);
}

void RecordExamplesTest::findsEverySearchableField()
{
    QFETCH(QString, type);
    forType(type, [&]<class Record>() {
        int number = 0;
        const auto search = [&](const auto& field) {
            using Value = ValueOf<Record, decltype(field)>;
            if (!field.traits.has(Trait::Searchable))
                return;
            const QString word = QStringLiteral("zebrafish%1").arg(++number);
            QJsonObject object { { QStringLiteral("id"), QStringLiteral("sought") } };
            const auto require = [&](const auto& other) {
                if (!other.traits.has(Trait::Required))
                    return;
                const bool isTime = std::is_same_v<ValueOf<Record, decltype(other)>, std::optional<UtcTime>>;
                detail::setValueAt(object, other.path,
                    isTime ? QStringLiteral("2026-11-01T00:00:00.000Z") : QStringLiteral("needed"));
            };
            std::apply([&](const auto&... other) { (require(other), ...); }, Record::fields());
            detail::setValueAt(object, field.path, valueWith<Value>(word));
            const Result<Record> record = decodeRecord<Record>(object, number);
            OT_VERIFY_OK(record);
            m_store->put<Record>({ *record });
            QCOMPARE(hits(word), QStringList { type + QStringLiteral(" sought") });
            m_store->write([&](WriteTransaction& transaction) {
                return transaction.remove(recordTypeIndex<Record>(), record->id);
            });
            QCOMPARE(hits(word), QStringList());
        };
        std::apply([&](const auto&... field) { (search(field), ...); }, Record::fields());
        QCOMPARE(number > 0, isSearchable<Record>());
    });
}

QTEST_GUILESS_MAIN(RecordExamplesTest)
#include "record_examples_test.moc"
