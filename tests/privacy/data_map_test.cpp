// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/data_map.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace ot;
using namespace ot::storage;

class DataMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryColumnOfTheStore();
    void everyFieldSaysWhatTheDashboardNeeds();
    void marksCustomerContentAsTheEmployers();
    void countsWhatIsHeld();
    void placesEveryElementOfThePolicy();
    void saysWhatIsNotHeld();
};

// P-06 to P-09: each element of a record is in the map; nothing is in the store that is not.
void DataMapTest::namesEveryColumnOfTheStore()
{
    test::TestVault store;
    for (RecordTypeIndex type = 0; type < kRecordTypeCount; ++type) {
        const std::string table(kRecordTraits[type].table);
        const auto columns
            = test::await(store.vault().read([table](ReadSnapshot& snapshot) -> Result<QStringList> {
                  Result<Query> query = snapshot.query("SELECT name FROM pragma_table_info('" + table + "')");
                  if (!query)
                      return query.error();
                  QStringList names;
                  while (*query->step())
                      names.append(query->text(0));
                  return names;
              }));
        OT_VERIFY_OK(columns);
        QSet<QString> described { QStringLiteral("row"), QStringLiteral("id"), QStringLiteral("version"),
            QStringLiteral("generation"), QStringLiteral("unknown_members") };
        for (const privacy::DataMapField& field : privacy::dataMapFields()) {
            if (field.recordType == type)
                described.insert(QString(field.path).replace(QLatin1Char('.'), QLatin1Char('_')));
        }
        QCOMPARE(QSet<QString>(columns->begin(), columns->end()), described);
    }
}

// P-19, P-20: purposes and legal basis by field.
void DataMapTest::everyFieldSaysWhatTheDashboardNeeds()
{
    QVERIFY(privacy::dataMapFields().size() > 150);
    for (const privacy::DataMapField& field : privacy::dataMapFields()) {
        const QString where = field.recordName + QLatin1Char('.') + field.path;
        QVERIFY2(!privacy::purposeNames(field.facts.purposes).isEmpty(), qPrintable(where));
        QVERIFY2(!privacy::legalBasisNames(field.facts.bases).isEmpty(), qPrintable(where));
        QVERIFY2(!privacy::recipientNames(field.facts.recipients).isEmpty(), qPrintable(where));
        QVERIFY2(!privacy::retentionSentence(field.facts.retention).isEmpty(), qPrintable(where));
        QVERIFY2(!privacy::sourceName(field.facts.source).isEmpty(), qPrintable(where));
        QVERIFY2(!privacy::controllerName(field.facts.controller).isEmpty(), qPrintable(where));
        QVERIFY2(!privacy::categoryName(field.facts.category).isEmpty(), qPrintable(where));
    }
}

// P-02, P-28: task instructions are the customer's, and go with the assignment.
void DataMapTest::marksCustomerContentAsTheEmployers()
{
    int pages = 0;
    for (const privacy::DataMapField& field : privacy::dataMapFields()) {
        if (field.facts.category != DataCategory::CustomerContent)
            continue;
        ++pages;
        QCOMPARE(field.facts.controller, Controller::Customer);
        QCOMPARE(field.facts.retention, Retention::WhileAssigned);
    }
    QVERIFY(pages > 0);
}

void DataMapTest::countsWhatIsHeld()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1), test::sampleJob(2) });
    store.put<Message>({ test::sampleMessage(QStringLiteral("c1"), 1) });
    const auto map = test::await(privacy::loadDataMap(store.vault()));
    OT_VERIFY_OK(map);
    qint64 listed = -1;
    qint64 activity = -1;
    for (const privacy::DataMapCategory& category : *map) {
        QVERIFY(!category.fields.empty() || !category.notHeld.empty());
        if (category.category == DataCategory::PublicListing)
            listed = category.records;
        if (category.category == DataCategory::MarketplaceActivity)
            activity = category.records;
    }
    QCOMPARE(listed, qint64(2));
    QCOMPARE(activity, qint64(1));
}

// P-06 to P-18: each element that the policy names is a field of a record, or says that it is not held here.
void DataMapTest::placesEveryElementOfThePolicy()
{
    QSet<QString> fields;
    for (const privacy::DataMapField& field : privacy::dataMapFields())
        fields.insert(field.recordName + QLatin1Char('.') + field.path);
    QSet<DataCategory> named;
    QSet<QString> names;
    for (const privacy::PolicyElement& element : privacy::policyElements()) {
        named.insert(element.category);
        const QString name = privacy::elementName(element);
        QVERIFY(!name.isEmpty());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QCOMPARE(privacy::whyNotHeld(element).isEmpty(), element.isHeldHere());
        for (const std::string_view field : element.fields)
            QVERIFY2(fields.contains(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()))),
                field.data());
    }
    for (const privacy::DataMapField& field : privacy::dataMapFields()) {
        // Customer content is section 6, and a public post is nobody's: neither is one of section 3's lists.
        if (field.facts.category != DataCategory::CustomerContent
            && field.facts.category != DataCategory::PublicListing)
            QVERIFY2(named.contains(field.facts.category), qPrintable(field.recordName));
    }
}

void DataMapTest::saysWhatIsNotHeld()
{
    test::TestVault store;
    const auto map = test::await(privacy::loadDataMap(store.vault()));
    OT_VERIFY_OK(map);
    std::size_t notHeld = 0;
    bool emptyCategory = false;
    for (const privacy::DataMapCategory& category : *map) {
        for (const privacy::PolicyElement& element : category.notHeld) {
            QCOMPARE(element.category, category.category);
            ++notHeld;
        }
        // P-18: present, even when empty.
        if (category.category == DataCategory::MarketingAndPublicSources) {
            emptyCategory = true;
            QVERIFY(category.fields.empty());
            QVERIFY(!category.notHeld.empty());
            QCOMPARE(category.records, qint64(0));
        }
    }
    QVERIFY(emptyCategory);
    const auto& all = privacy::policyElements();
    QCOMPARE(notHeld,
        static_cast<std::size_t>(std::count_if(all.begin(), all.end(),
            [](const privacy::PolicyElement& element) { return !element.isHeldHere(); })));
}

QTEST_GUILESS_MAIN(DataMapTest)
#include "data_map_test.moc"
