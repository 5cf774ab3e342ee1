// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/data_map_model.h"
#include "models/record_names.h"
#include "tests/models/held_readers.h"
#include "tests/models/model_log.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::DataMapModel;
using test::await;
using test::formatterAt;
using test::ModelLog;

namespace {

// The row of the category of this name, invalid when there is none.
QModelIndex category(const DataMapModel& model, const QString& name)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, DataMapModel::NameColumn);
        if (index.data().toString() == name)
            return index;
    }
    return {};
}

// The row of a field, "Job · title", wherever it is.
QModelIndex field(const DataMapModel& model, const QString& name)
{
    for (int top = 0; top < model.rowCount(); ++top) {
        const QModelIndex parent = model.index(top, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, DataMapModel::NameColumn, parent);
            if (index.data().toString() == name)
                return index;
        }
    }
    return {};
}

qint64 held(const DataMapModel& model, DataCategory which)
{
    return category(model, privacy::categoryName(which)).data(DataMapModel::CountRole).toLongLong();
}

} // namespace

class DataMapModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryFieldUnderItsCategory();
    void saysWhatAFieldSays();
    void saysWhatACategorySays();
    void saysWhatIsNotHeldHere();
    void namesEveryTypeOfRecord();
    void namesItsColumns();
    void countsAgainWhenRecordsComeAndGo();
    void countsOnceMoreWhenTheStoreChangesMeanwhile();
    void writesNumbersTheLocalWay();
    void saysWhyTheStoreGaveNothing();
};

void DataMapModelTest::holdsEveryFieldUnderItsCategory()
{
    test::TestVault store;
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.state(), DataMapModel::State::Ready);
    QCOMPARE(model.columnCount(), 6);
    QSet<QString> listed;
    for (int top = 0; top < model.rowCount(); ++top) {
        const QModelIndex parent = model.index(top, 0);
        QVERIFY(!parent.parent().isValid());
        QVERIFY(model.rowCount(parent) > 0);
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.index(top, column).data().toString().isEmpty());
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            QCOMPARE(index.parent(), parent);
            QCOMPARE(model.rowCount(index), 0);
            for (int column = 0; column < DataMapModel::CountColumn; ++column)
                QVERIFY(!model.index(row, column, parent).data().toString().isEmpty());
            if (!index.data(DataMapModel::NotHeldRole).toBool())
                listed.insert(index.data().toString());
        }
    }
    QSet<QString> expected;
    for (const privacy::DataMapField& one : privacy::dataMapFields())
        expected.insert(models::recordTypeName(one.recordType) + QStringLiteral(" · ") + one.path);
    QCOMPARE(listed, expected);
    QVERIFY(listed.contains(QStringLiteral("Message · content")));
}

void DataMapModelTest::saysWhatAFieldSays()
{
    test::TestVault store;
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    const QModelIndex email = field(model, QStringLiteral("Account · email"));
    QVERIFY(email.isValid());
    QCOMPARE(email.parent().data().toString(), QStringLiteral("Account and profile"));
    QCOMPARE(email.data(DataMapModel::RecordRole).toString(), QStringLiteral("Account"));
    for (int column = 0; column < DataMapModel::CountColumn; ++column) {
        const QString text = email.siblingAtColumn(column).data().toString();
        QVERIFY2(text.front().isUpper(), qPrintable(text));
        QCOMPARE(email.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString(), text);
        QCOMPARE(email.siblingAtColumn(column).data(Qt::ToolTipRole).toString(), text);
    }
    const QString basis = email.data(DataMapModel::BasisRole).toString();
    QVERIFY(!basis.isEmpty());
    QVERIFY(email.siblingAtColumn(DataMapModel::PurposeColumn)
                .data()
                .toString()
                .endsWith(QStringLiteral(" · ") + basis));
    QCOMPARE(email.siblingAtColumn(DataMapModel::CountColumn).data().toString(), QString());
    QCOMPARE(email.data(DataMapModel::CountRole), QVariant());

    // Whose it is, and what must not be seen by others.
    int sensitive = 0;
    int confidential = 0;
    for (const privacy::DataMapField& one : privacy::dataMapFields()) {
        const QModelIndex index
            = field(model, models::recordTypeName(one.recordType) + QStringLiteral(" · ") + one.path);
        QCOMPARE(index.parent().data().toString(), privacy::categoryName(one.facts.category));
        QCOMPARE(index.data(DataMapModel::ControllerRole).toString(),
            privacy::controllerName(one.facts.controller));
        QCOMPARE(index.data(DataMapModel::ConfidentialRole).toBool(), one.isConfidential);
        const bool isSensitive = one.facts.sensitivity == Sensitivity::Sensitive;
        QCOMPARE(index.data(DataMapModel::SensitiveRole).toBool(), isSensitive);
        sensitive += isSensitive ? 1 : 0;
        confidential += one.isConfidential ? 1 : 0;
    }
    QVERIFY(sensitive + confidential > 0);
}

void DataMapModelTest::saysWhatACategorySays()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1) });
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    const QModelIndex account = category(model, QStringLiteral("Account and profile"));
    QVERIFY(account.isValid());
    QCOMPARE(account.data(DataMapModel::SectionRole).toString(), QStringLiteral("3.1 A"));
    // Each purpose and each basis once, however many fields have it.
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(DataMapModel::NotHeldRole).toBool())
            continue;
        const QString purposes = index.siblingAtColumn(DataMapModel::PurposeColumn).data().toString();
        const QString basis = index.data(DataMapModel::BasisRole).toString();
        QVERIFY(!basis.isEmpty());
        QVERIFY2(purposes.endsWith(QStringLiteral(" · ") + basis), qPrintable(purposes));
        const QStringList names = purposes.section(QStringLiteral(" · "), 0, 0).split(QStringLiteral(", "));
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        QVERIFY(!index.data(DataMapModel::ControllerRole).toString().isEmpty());
        QCOMPARE(index.siblingAtColumn(DataMapModel::CountColumn)
                     .data(Qt::TextAlignmentRole)
                     .value<Qt::Alignment>(),
            Qt::AlignRight | Qt::AlignVCenter);
    }
    const QModelIndex listing = category(model, privacy::categoryName(DataCategory::PublicListing));
    QCOMPARE(listing.siblingAtColumn(DataMapModel::CountColumn).data().toString(), QStringLiteral("1"));
}

void DataMapModelTest::saysWhatIsNotHeldHere()
{
    test::TestVault store;
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    const QModelIndex phone = field(model, QStringLiteral("Phone number"));
    QVERIFY(phone.isValid());
    QCOMPARE(phone.parent().data().toString(), QStringLiteral("Account and profile"));
    QVERIFY(phone.data(DataMapModel::NotHeldRole).toBool());
    QCOMPARE(
        phone.siblingAtColumn(DataMapModel::SourceColumn).data().toString(), QStringLiteral("Not held here"));
    QVERIFY(!phone.siblingAtColumn(DataMapModel::PurposeColumn).data().toString().isEmpty());
    QVERIFY(!phone.data(DataMapModel::SensitiveRole).toBool());
    // What is held comes first, and a category that nothing here belongs to is listed all the same.
    QCOMPARE(phone.parent().data(DataMapModel::NotHeldRole).toBool(), false);
    QVERIFY(!model.index(0, 0, phone.parent()).data(DataMapModel::NotHeldRole).toBool());
    const QModelIndex marketing
        = category(model, privacy::categoryName(DataCategory::MarketingAndPublicSources));
    QVERIFY(marketing.data(DataMapModel::NotHeldRole).toBool());
    QCOMPARE(marketing.siblingAtColumn(DataMapModel::SourceColumn).data().toString(),
        QStringLiteral("Not held here"));
    QCOMPARE(marketing.data(DataMapModel::SectionRole).toString(), QStringLiteral("3.3 D, E"));
}

void DataMapModelTest::namesEveryTypeOfRecord()
{
    QSet<QString> names;
    for (RecordTypeIndex type = 0; type < kRecordTypeCount; ++type) {
        names.insert(models::recordTypeName(type));
        QVERIFY(QFile::exists(QStringLiteral(OPENTRAIN_ICONS "/%1.svg").arg(models::recordTypeIcon(type))));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(kRecordTypeCount));
    QVERIFY(!names.contains(QString()));
    QCOMPARE(models::recordTypeName(recordTypeIndex<SavedJob>()), QStringLiteral("Saved job"));
}

void DataMapModelTest::namesItsColumns()
{
    test::TestVault store;
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column)
        names.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QCOMPARE(names,
        QStringList({ QStringLiteral("Category"), QStringLiteral("Source"),
            QStringLiteral("Why · legal basis"), QStringLiteral("Who receives it"),
            QStringLiteral("Kept until"), QStringLiteral("Records") }));
    QCOMPARE(model.headerData(6, Qt::Horizontal, Qt::DisplayRole), QVariant());
}

void DataMapModelTest::countsAgainWhenRecordsComeAndGo()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1) });
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(held(model, DataCategory::PublicListing), 1);
    QCOMPARE(held(model, DataCategory::MarketplaceActivity), 0);
    QCOMPARE(model.totalRecords(), 1);
    log.take();

    store.put<Job>({ test::sampleJob(2), test::sampleJob(3) });
    store.put<Message>({ test::sampleMessage(QStringLiteral("c"), 1) });
    QTRY_COMPARE(model.totalRecords(), 4);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(held(model, DataCategory::PublicListing), 3);
    QCOMPARE(held(model, DataCategory::MarketplaceActivity), 1);
    // The tree stays as it is, open branches with it.
    QCOMPARE(ModelLog::structure(log.take()), QString());

    store.write([](WriteTransaction& transaction) {
        return transaction.remove(recordTypeIndex<Job>(), QStringLiteral("job-1"));
    });
    QTRY_COMPARE(model.totalRecords(), 3);
    QCOMPARE(held(model, DataCategory::PublicListing), 2);
    QTRY_VERIFY(model.isSettled());
    const QString last = QStringLiteral("~0..%1").arg(model.rowCount() - 1);
    QCOMPARE(log.take(), last);

    // A record that only changed counts as before.
    QSignalSpy changed(&model, &DataMapModel::changed);
    Job renamed = test::sampleJob(2);
    renamed.version = 2;
    store.put<Job>({ renamed });
    QVERIFY(model.isSettled());
    QCOMPARE(changed.count(), 0);
    QCOMPARE(log.take(), QString());
}

void DataMapModelTest::countsOnceMoreWhenTheStoreChangesMeanwhile()
{
    test::TestVault store;
    test::HeldReaders readers(store.vault());
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QCOMPARE(model.state(), DataMapModel::State::Loading);
    QCOMPARE(model.rowCount(), 0);
    for (int number = 1; number <= 5; ++number)
        store.put<Job>({ test::sampleJob(number) });
    QVERIFY(!model.isSettled());
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.totalRecords(), 5);
    QCOMPARE(held(model, DataCategory::PublicListing), 5);
}

void DataMapModelTest::writesNumbersTheLocalWay()
{
    test::TestVault store;
    std::vector<Job> jobs;
    for (int number = 1; number <= 1234; ++number)
        jobs.push_back(test::sampleJob(number));
    store.put(jobs);
    DataMapModel model(store.vault(), formatterAt(0, QLocale(QStringLiteral("de_DE"))));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    const QModelIndex listing = category(model, privacy::categoryName(DataCategory::PublicListing));
    QCOMPARE(listing.siblingAtColumn(DataMapModel::CountColumn).data().toString(), QStringLiteral("1.234"));
    QCOMPARE(listing.data(DataMapModel::CountRole).toLongLong(), 1234);
}

void DataMapModelTest::saysWhyTheStoreGaveNothing()
{
    test::TestVault store;
    DataMapModel model(store.vault(), formatterAt(0));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    const int categories = model.rowCount();
    OT_VERIFY_OK(await(store.vault().close()));
    QSignalSpy changed(&model, &DataMapModel::changed);
    model.reload();
    QTRY_COMPARE(model.state(), DataMapModel::State::Failed);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.errorText(), QStringLiteral("The vault is locked."));
    QVERIFY(model.isSettled());
    QCOMPARE(model.rowCount(), categories);
}

QTEST_GUILESS_MAIN(DataMapModelTest)
#include "data_map_model_test.moc"
