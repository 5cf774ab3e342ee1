// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/job_list_model.h"
#include "tests/models/held_readers.h"
#include "tests/models/model_log.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::JobListModel;
using storage::queries::JobFilter;
using test::await;
using test::formatterAt;
using test::ModelLog;

namespace {

void putJobs(test::TestVault& store, int from, int to)
{
    std::vector<Job> jobs;
    for (int number = from; number <= to; ++number)
        jobs.push_back(test::sampleJob(number));
    store.put(jobs);
}

QString id(const JobListModel& model, int row)
{
    return model.index(row).data(JobListModel::IdRole).toString();
}

QString title(const JobListModel& model, int row)
{
    return model.index(row).data(JobListModel::TitleRole).toString();
}

bool isLoaded(const JobListModel& model, int row)
{
    return model.index(row).data(JobListModel::LoadedRole).toBool();
}

} // namespace

class JobListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryJobNewestFirst();
    void fetchesACardWhenItIsLookedAt();
    void showsWhatACardSays();
    void filters_data();
    void filters();
    void takesTheNewestOfTwoFilters();
    void followsACommitExactly();
    void followsAJobInAndOutOfTheFilter();
    void keepsPersistentIndexesOnTheirJobs();
    void growsWithAFirstSync();
    void readsAChangedCardAgainAfterANewFilter();
    void showsNoCardFromBeforeACommit();
    void cleansHostileTitles_data();
    void cleansHostileTitles();
    void saysWhyTheStoreGaveNothing();
};

void JobListModelTest::listsEveryJobNewestFirst()
{
    test::TestVault store;
    putJobs(store, 1, 1500);
    test::HeldReaders readers(store.vault());
    JobListModel model(store.vault(), formatterAt(2000));
    ModelLog log(model);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.state(), JobListModel::State::Loading);
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.state(), JobListModel::State::Ready);
    QCOMPARE(model.rowCount(), 1500);
    // The first screenful at once, the rest after it: nothing that is shown moves.
    QCOMPARE(log.take(), QStringLiteral("reset +64..1499"));
    for (int row = 1; row < model.rowCount(); ++row) {
        const qint64 key = model.index(row).data(JobListModel::RowKeyRole).toLongLong();
        QVERIFY(key < model.index(row - 1).data(JobListModel::RowKeyRole).toLongLong());
        QCOMPARE(model.indexOfKey(key), model.index(row));
    }
    QVERIFY(!model.indexOfKey(1).isValid());
    for (int row = 0; row < model.rowCount(); row += 64) {
        (void)isLoaded(model, row);
        QTRY_VERIFY(model.isSettled());
        for (int near = row; near < std::min(row + 64, 1500); ++near)
            QCOMPARE(id(model, near), QStringLiteral("job-%1").arg(1500 - near));
    }
}

void JobListModelTest::fetchesACardWhenItIsLookedAt()
{
    test::TestVault store;
    putJobs(store, 1, 1500);
    JobListModel model(store.vault(), formatterAt(2000));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();
    QVERIFY(isLoaded(model, 0));
    QVERIFY(isLoaded(model, 63));
    QVERIFY(model.isSettled()); // what is there is not fetched again

    QVERIFY(!isLoaded(model, 700));
    QCOMPARE(model.index(700).data(JobListModel::TitleRole), QVariant());
    QTRY_VERIFY(isLoaded(model, 700));
    // With its page: 640 to 703.
    QCOMPARE(log.take(), QStringLiteral("~640..703"));
    QCOMPARE(id(model, 700), QStringLiteral("job-800"));
    QCOMPARE(id(model, 640), QStringLiteral("job-860"));
    QTRY_VERIFY(model.isSettled());
}

void JobListModelTest::showsWhatACardSays()
{
    test::TestVault store;
    putJobs(store, 1, 1);
    JobListModel model(store.vault(), formatterAt(13));
    ModelLog log(model);
    QTRY_COMPARE(model.rowCount(), 1);
    const QModelIndex index = model.index(0);
    QCOMPARE(
        index.data(JobListModel::TitleRole).toString(), QStringLiteral("Radiology report span labeling 1"));
    QCOMPARE(index.data(JobListModel::PayRole).toString(), QStringLiteral("$38/h"));
    QCOMPARE(index.data(JobListModel::SublineRole).toString(),
        QStringLiteral("\u2068Northwind AI\u2069 · \u2068ES, US\u2069 · 12 min ago"));
    QCOMPARE(index.data(JobListModel::TagsRole).toStringList(),
        QStringList({ QStringLiteral("Text"), QStringLiteral("NER"), QStringLiteral("Spanish") }));
    QCOMPARE(index.data(JobListModel::ClosedRole), QVariant(false));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral(
            "Radiology report span labeling 1, $38/h, \u2068Northwind AI\u2069 · \u2068ES, US\u2069 "
            "· 12 min ago, Text, NER, Spanish"));
}

void JobListModelTest::filters_data()
{
    QTest::addColumn<JobFilter>("filter");
    QTest::addColumn<QStringList>("ids");
    const auto jobs = [](std::initializer_list<int> numbers) {
        QStringList ids;
        for (const int number : numbers)
            ids.append(QStringLiteral("job-%1").arg(number));
        return ids;
    };
    QTest::newRow("nothing") << JobFilter() << jobs({ 7, 6, 5, 4, 3, 2, 1 });
    QTest::newRow("a word") << JobFilter { .text = QStringLiteral("helix") } << jobs({ 6, 4, 2 });
    QTest::newRow("a begun word") << JobFilter { .text = QStringLiteral("radio lab") }
                                  << jobs({ 7, 6, 5, 4, 3, 2, 1 });
    QTest::newRow("two words") << JobFilter { .text = QStringLiteral("northwind 5") } << jobs({ 5 });
    QTest::newRow("no such word") << JobFilter { .text = QStringLiteral("zebra") } << jobs({});
    QTest::newRow("syntax is text") << JobFilter { .text = QStringLiteral("\" OR 1 --") } << jobs({});
    QTest::newRow("a category") << JobFilter { .categories = { QStringLiteral("Text Annotation") } }
                                << jobs({ 6, 4, 2 });
    QTest::newRow("a way of paying") << JobFilter { .paymentTypes = { QStringLiteral("FIXED_PRICE") } }
                                     << jobs({ 5 });
    QTest::newRow("either way of paying")
        << JobFilter { .paymentTypes = { QStringLiteral("FIXED_PRICE"), QStringLiteral("PAY_PER_HOUR") } }
        << jobs({ 7, 6, 5, 4, 3, 2, 1 });
    QTest::newRow("a language") << JobFilter { .languages = { QStringLiteral("Finnish") } } << jobs({ 2 });
    QTest::newRow("a country, or everywhere")
        << JobFilter { .countries = { QStringLiteral("DE") } } << jobs({ 6, 3 });
    QTest::newRow("with closed ones") << JobFilter { .withClosed = true } << jobs({ 8, 7, 6, 5, 4, 3, 2, 1 });
    QTest::newRow("all at once") << JobFilter { .text = QStringLiteral("helix"),
        .categories = { QStringLiteral("Text Annotation") },
        .languages = { QStringLiteral("Finnish"), QStringLiteral("Spanish") },
        .countries = { QStringLiteral("US") },
        .withClosed = true } << jobs({ 8, 6, 4, 2 });
}

void JobListModelTest::filters()
{
    QFETCH(const JobFilter, filter);
    QFETCH(const QStringList, ids);
    test::TestVault store;
    putJobs(store, 1, 4);
    Job fixed = test::sampleJob(5);
    fixed.paymentType = QStringLiteral("FIXED_PRICE");
    Job finnish = test::sampleJob(2);
    finnish.version = 2;
    finnish.languages = { QStringLiteral("Finnish") };
    Job closed = test::sampleJob(8);
    closed.status = QStringLiteral("CLOSED");
    store.put<Job>({ fixed, finnish, test::sampleJob(6), test::sampleJob(7), closed });

    JobListModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    model.setFilter(filter);
    QTRY_VERIFY(model.isSettled());
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown.append(id(model, row));
    QCOMPARE(shown, ids);
    QCOMPARE(model.filter(), filter);
    if (ids.value(0) == QStringLiteral("job-8"))
        QCOMPARE(model.index(0).data(JobListModel::ClosedRole), QVariant(true));
}

void JobListModelTest::takesTheNewestOfTwoFilters()
{
    test::TestVault store;
    putJobs(store, 1, 500);
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();
    test::HeldReaders readers(store.vault());
    model.setText(QStringLiteral("radiology"));
    model.setText(QStringLiteral("helix"));
    model.setText(QStringLiteral("northwind"));
    QVERIFY(!model.isSettled());
    readers.release();
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(log.take(), QStringLiteral("reset +64..249"));
    QCOMPARE(model.rowCount(), 250);
    QCOMPARE(id(model, 0), QStringLiteral("job-499"));
    // The filter that is set already asks for nothing.
    model.setText(QStringLiteral("northwind"));
    QVERIFY(model.isSettled());
    QCOMPARE(log.take(), QString());
}

void JobListModelTest::followsACommitExactly()
{
    test::TestVault store;
    putJobs(store, 1, 300);
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();

    Job between = test::sampleJob(1000);
    between.datePosted = UtcTime { test::sampleJob(100).datePosted->milliseconds + 1 };
    Job renamed = test::sampleJob(295);
    renamed.version = 2;
    renamed.title = QStringLiteral("Renamed");
    Job closed = test::sampleJob(290);
    closed.version = 2;
    closed.status = QStringLiteral("CLOSED");
    Job born = test::sampleJob(303);
    born.status = QStringLiteral("CLOSED"); // never listed
    store.write([&](WriteTransaction& transaction) -> Outcome {
        for (const Job& job :
            { test::sampleJob(301), test::sampleJob(302), born, between, renamed, closed }) {
            if (const Outcome done = transaction.upsert(job); !done)
                return done;
        }
        for (const char* gone : { "job-280", "job-279", "job-20" }) {
            if (const Outcome done = transaction.remove(recordTypeIndex<Job>(), QLatin1String(gone)); !done)
                return done;
        }
        return success();
    });
    QTRY_COMPARE(model.rowCount(), 299);
    QTRY_VERIFY(model.isSettled());
    const QString notices = log.take();
    // Removed ones first, from the end, neighbours together; then the closed one, and what is new.
    QCOMPARE(ModelLog::structure(notices), QStringLiteral("-280..280 -20..21 -10..10 +0..1 +199..199"));
    QVERIFY2(notices.contains(QStringLiteral("-10..10 ~5..5 +0..1")), qPrintable(notices)); // the renamed one
    QTRY_COMPARE(id(model, 0), QStringLiteral("job-302"));
    QCOMPARE(id(model, 1), QStringLiteral("job-301"));
    QCOMPARE(title(model, 7), QStringLiteral("Renamed"));
    QCOMPARE(id(model, 11), QStringLiteral("job-291"));
    QCOMPARE(id(model, 12), QStringLiteral("job-289"));
    QCOMPARE(id(model, 20), QStringLiteral("job-281"));
    QCOMPARE(id(model, 21), QStringLiteral("job-278"));
    QTRY_COMPARE(id(model, 198), QStringLiteral("job-101"));
    QTRY_COMPARE(id(model, 199), QStringLiteral("job-1000"));
    QTRY_COMPARE(id(model, 200), QStringLiteral("job-100"));
}

void JobListModelTest::followsAJobInAndOutOfTheFilter()
{
    test::TestVault store;
    putJobs(store, 1, 10);
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    model.setText(QStringLiteral("helix"));
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.rowCount(), 5);
    log.take();

    Job enters = test::sampleJob(5);
    enters.version = 2;
    enters.companyName = QStringLiteral("Helix Health");
    Job leaves = test::sampleJob(4);
    leaves.version = 2;
    leaves.companyName = QStringLiteral("Other");
    store.put<Job>({ enters, leaves, test::sampleJob(11) });
    QTRY_VERIFY(
        model.index(3).data(JobListModel::RowKeyRole).toLongLong() == enters.datePosted->milliseconds << 20);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(log.take(), QStringLiteral("-3..3 +3..3"));
    QTRY_COMPARE(id(model, 3), QStringLiteral("job-5"));
    // A change that neither brings it in nor shows is not announced.
    log.take();
    leaves.version = 3;
    store.put<Job>({ leaves });
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(log.take(), QString());
}

void JobListModelTest::keepsPersistentIndexesOnTheirJobs()
{
    test::TestVault store;
    putJobs(store, 1, 200);
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    const QPersistentModelIndex kept = model.index(50); // job-150
    const QPersistentModelIndex gone = model.index(51); // job-149
    const qint64 key = kept.data(JobListModel::RowKeyRole).toLongLong();
    store.write([](WriteTransaction& transaction) {
        if (const Outcome done = transaction.remove(recordTypeIndex<Job>(), QStringLiteral("job-160")); !done)
            return done;
        return transaction.remove(recordTypeIndex<Job>(), QStringLiteral("job-149"));
    });
    QTRY_COMPARE(model.rowCount(), 198);
    QVERIFY(!gone.isValid());
    QCOMPARE(kept.row(), 49);
    putJobs(store, 201, 230);
    QTRY_COMPARE(model.rowCount(), 228);
    QCOMPARE(kept.row(), 79);
    QCOMPARE(kept.data(JobListModel::RowKeyRole).toLongLong(), key);
    QTRY_COMPARE(kept.data(JobListModel::IdRole).toString(), QStringLiteral("job-150"));
}

// A first sync brings pages in the server's order, not in the list's: hundreds of keys to as many places.
void JobListModelTest::growsWithAFirstSync()
{
    test::TestVault store;
    JobListModel model(store.vault(), formatterAt(2000));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    log.take();
    for (int page = 0; page < 5; ++page) {
        std::vector<Job> jobs;
        jobs.reserve(200);
        for (int i = 0; i < 200; ++i)
            jobs.push_back(test::sampleJob(1 + page + 5 * i));
        store.put(jobs);
    }
    QTRY_COMPARE(model.rowCount(), 1000);
    QTRY_VERIFY(model.isSettled());
    QVERIFY(!ModelLog::structure(log.take()).contains(QStringLiteral("reset")));
    for (int row = 0; row < 1000; ++row)
        QTRY_COMPARE(id(model, row), QStringLiteral("job-%1").arg(1000 - row));
}

// The user types just when a changed job is being read: its answer is dropped, the change must not be.
void JobListModelTest::readsAChangedCardAgainAfterANewFilter()
{
    test::TestVault store;
    putJobs(store, 1, 300);
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    (void)isLoaded(model, 200);
    QTRY_COMPARE(title(model, 200), QStringLiteral("Radiology report span labeling 100"));
    QTRY_VERIFY(model.isSettled());

    test::HeldReaders readers(store.vault());
    Job renamed = test::sampleJob(100);
    renamed.version = 2;
    renamed.title = QStringLiteral("Renamed");
    store.put<Job>({ renamed });
    QTRY_VERIFY(!model.isSettled()); // the model has the notice and asks the store
    model.setText(QStringLiteral("helix"));
    readers.release();
    QTRY_COMPARE(model.rowCount(), 150);
    QTRY_VERIFY(model.isSettled());
    QCOMPARE(model.indexOfKey(model.index(100).data(JobListModel::RowKeyRole).toLongLong()).row(), 100);
    QTRY_COMPARE(id(model, 100), QStringLiteral("job-100"));
    QCOMPARE(title(model, 100), QStringLiteral("Renamed"));
}

// A card that is on its way when its job changes shows the change in the end. Big descriptions make the way
// long enough.
void JobListModelTest::showsNoCardFromBeforeACommit()
{
    test::TestVault store;
    std::vector<Job> jobs;
    for (int number = 1; number <= 128; ++number) {
        Job job = test::sampleJob(number);
        job.descriptionHtml = QString(200'000, QLatin1Char('x'));
        jobs.push_back(job);
    }
    store.put(jobs);
    for (int version = 2; version <= 6; ++version) {
        JobListModel model(store.vault(), formatterAt(600));
        ModelLog log(model);
        QTRY_VERIFY(model.isSettled());
        QVERIFY(!isLoaded(model, 100));
        QCoreApplication::processEvents(); // the page is asked for
        Job renamed = test::sampleJob(28);
        renamed.version = version;
        renamed.title = QStringLiteral("Title %1").arg(version);
        store.put<Job>({ renamed });
        QTRY_VERIFY(isLoaded(model, 100) && model.isSettled());
        QCOMPARE(id(model, 100), QStringLiteral("job-28"));
        QCOMPARE(title(model, 100), QStringLiteral("Title %1").arg(version));
    }
}

void JobListModelTest::cleansHostileTitles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("shown");
    QTest::newRow("control characters")
        << QStringLiteral("a\u0007b\u001b[31mc\u0000d") << QStringLiteral("ab[31mcd");
    QTest::newRow("line breaks") << QStringLiteral("\r\n one\r\n\ttwo\u2028three\u0085 ")
                                 << QStringLiteral("one two three");
    QTest::newRow("direction overrides")
        << QStringLiteral("pay \u202e$1\u202c \u2066x\u2069\u200f") << QStringLiteral("pay $1 x");
    QTest::newRow("nothing to see") << QStringLiteral("\u200b\ufeff\u2060\u00ad") << QString();
    QTest::newRow("stacked marks") << QStringLiteral("Z") + QString(200, QChar(0x0301))
                                   << QStringLiteral("Z") + QString(8, QChar(0x0301));
    QTest::newRow("10,000 characters")
        << QString(10'000, QLatin1Char('w')) << QString(300, QLatin1Char('w')) + QChar(0x2026);
    QTest::newRow("markup is text") << QStringLiteral("<b>x</b> &amp; y")
                                    << QStringLiteral("<b>x</b> &amp; y");
    QTest::newRow("right to left") << QStringLiteral("مراجعة التقارير") << QStringLiteral("مراجعة التقارير");
}

void JobListModelTest::cleansHostileTitles()
{
    QFETCH(const QString, title);
    QFETCH(const QString, shown);
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.title = title;
    job.companyName = title;
    job.labelTypes = { title };
    store.put<Job>({ job });
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(::title(model, 0), shown);
    for (const int role : { int(JobListModel::SublineRole), int(Qt::AccessibleTextRole) }) {
        const QString line = model.index(0).data(role).toString();
        QVERIFY(!line.contains(QChar(0x202E)) && !line.contains(QLatin1Char('\n')));
        QVERIFY(line.size() < 600);
    }
    for (const QString& tag : model.index(0).data(JobListModel::TagsRole).toStringList())
        QVERIFY(!tag.isEmpty() && tag.size() <= 29);
}

void JobListModelTest::saysWhyTheStoreGaveNothing()
{
    test::TestVault store;
    putJobs(store, 1, 3);
    JobListModel model(store.vault(), formatterAt(600));
    ModelLog log(model);
    QTRY_VERIFY(model.isSettled());
    QSignalSpy states(&model, &JobListModel::stateChanged);
    OT_VERIFY_OK(await(store.vault().close()));
    model.reload();
    QTRY_COMPARE(model.state(), JobListModel::State::Failed);
    QCOMPARE(states.count(), 1);
    QCOMPARE(model.errorText(), QStringLiteral("The vault is locked."));
    QVERIFY(model.isSettled());
    QCOMPARE(model.rowCount(), 3); // what was shown stays

    JobListModel late(store.vault(), formatterAt(600));
    QTRY_COMPARE(late.state(), JobListModel::State::Failed);
    QCOMPARE(late.rowCount(), 0);
}

QTEST_GUILESS_MAIN(JobListModelTest)
#include "job_list_model_test.moc"
