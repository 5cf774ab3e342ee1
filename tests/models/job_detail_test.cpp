// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/job_card.h"
#include "models/job_detail.h"
#include "tests/models/held_readers.h"
#include "tests/models/model_log.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::JobDetail;
using test::await;
using test::formatterAt;
using State = JobDetail::State;

namespace {

const QString kJob1 = QStringLiteral("job-1");
const QString kJob2 = QStringLiteral("job-2");

QStringList shownFacts(const JobDetail& detail)
{
    QStringList all;
    for (const JobDetail::Fact& fact : detail.facts())
        all.append(fact.name + QStringLiteral(": ") + fact.value);
    return all;
}

} // namespace

// One job as its pane shows it, and as its card in the list does.
class JobDetailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAJob();
    void keepsTheOneBeforeUntilTheNextIsRead();
    void takesTheNewestAnswerOnly();
    void followsTheStore();
    void saysWhatIsMissing();
    void namesPlacesAndLanguages();
    void saysWhyTheStoreGaveNothing();
    void makesACard();
};

void JobDetailTest::showsAJob()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1) });
    JobDetail detail(store.vault(), formatterAt(13));
    QCOMPARE(detail.state(), State::Empty);
    QCOMPARE(detail.title(), QString());
    QCOMPARE(detail.subline(), QString());
    QCOMPARE(shownFacts(detail), QStringList());
    QSignalSpy changed(&detail, &JobDetail::changed);
    detail.show(kJob1);
    QTRY_COMPARE(detail.state(), State::Ready);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(detail.id(), kJob1);
    QCOMPARE(detail.job()->url, QStringLiteral("https://app.opentrain.ai/jobs/job-1"));
    QCOMPARE(detail.title(), QStringLiteral("Radiology report span labeling 1"));
    QCOMPARE(detail.subline(),
        QStringLiteral("\u2068Northwind AI\u2069 · \u2068Generative AI & RLHF\u2069 · posted 12 min ago"));
    QCOMPARE(shownFacts(detail),
        QStringList({ QStringLiteral("Pay: $38.00 per hour"), QStringLiteral("Experience: Expert"),
            QStringLiteral("Data: Text"), QStringLiteral("Open until: 20 Nov") }));
    QVERIFY(!detail.isClosed());
    // The same again asks for nothing.
    detail.show(kJob1);
    QCOMPARE(detail.state(), State::Ready);
    detail.show({});
    QCOMPARE(detail.state(), State::Empty);
    QVERIFY(!detail.job());
    QCOMPARE(changed.count(), 2);
}

void JobDetailTest::keepsTheOneBeforeUntilTheNextIsRead()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1), test::sampleJob(2) });
    JobDetail detail(store.vault(), formatterAt(13));
    detail.show(kJob1);
    QTRY_COMPARE(detail.state(), State::Ready);
    test::HeldReaders readers(store.vault());
    detail.show(kJob2);
    QCOMPARE(detail.state(), State::Loading);
    QCOMPARE(detail.id(), kJob2);
    QCOMPARE(detail.title(), QStringLiteral("Radiology report span labeling 1"));
    readers.release();
    QTRY_COMPARE(detail.state(), State::Ready);
    QCOMPARE(detail.title(), QStringLiteral("Radiology report span labeling 2"));
}

void JobDetailTest::takesTheNewestAnswerOnly()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1), test::sampleJob(2) });
    JobDetail detail(store.vault(), formatterAt(13));
    QSignalSpy changed(&detail, &JobDetail::changed);
    {
        test::HeldReaders readers(store.vault());
        detail.show(kJob1);
        detail.show(kJob2);
        detail.show(kJob1);
        Job renamed = test::sampleJob(1);
        renamed.version = 2;
        renamed.title = QStringLiteral("Renamed");
        store.put<Job>({ renamed });
        QCoreApplication::processEvents(); // the notice is there
    }
    test::HeldReaders passed(store.vault()); // every answer is there
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(detail.state(), State::Ready);
    QCOMPARE(detail.title(), QStringLiteral("Renamed"));
}

void JobDetailTest::followsTheStore()
{
    test::TestVault store;
    store.put<Job>({ test::sampleJob(1) });
    JobDetail detail(store.vault(), formatterAt(13));
    detail.show(kJob1);
    QTRY_COMPARE(detail.state(), State::Ready);
    QSignalSpy changed(&detail, &JobDetail::changed);
    store.put<Job>({ test::sampleJob(2) });
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 0);
    Job closed = test::sampleJob(1);
    closed.version = 2;
    closed.status = QStringLiteral("CLOSED");
    store.put<Job>({ closed });
    QTRY_VERIFY(detail.isClosed());
    QVERIFY(shownFacts(detail).last().startsWith(QStringLiteral("Was open until: ")));
    store.write(
        [](WriteTransaction& transaction) { return transaction.remove(recordTypeIndex<Job>(), kJob1); });
    QTRY_COMPARE(detail.state(), State::Gone);
    QVERIFY(!detail.job());
    // It may come back.
    store.put<Job>({ test::sampleJob(1) });
    QTRY_COMPARE(detail.state(), State::Ready);
    detail.show(QStringLiteral("job-unknown"));
    QTRY_COMPARE(detail.state(), State::Gone);
}

void JobDetailTest::saysWhatIsMissing()
{
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.companyName.clear();
    job.category = QStringLiteral("\u202eLabels\n");
    job.datePosted.reset();
    job.validThrough.reset();
    job.hourlyRate.reset();
    job.experienceLevel.clear();
    job.labelingSoftware = QStringLiteral("Label Studio");
    store.put<Job>({ job });
    JobDetail detail(store.vault(), formatterAt(13));
    detail.show(kJob1);
    QTRY_COMPARE(detail.state(), State::Ready);
    QCOMPARE(detail.subline(), QStringLiteral("\u2068Labels\u2069"));
    QCOMPARE(shownFacts(detail),
        QStringList({ QStringLiteral("Pay: Not stated"), QStringLiteral("Data: Text"),
            QStringLiteral("Tool: Label Studio") }));
}

void JobDetailTest::namesPlacesAndLanguages()
{
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.countries = { QStringLiteral("ES"), QStringLiteral("DE"), QStringLiteral("Q\u202e!") };
    job.languages = { QStringLiteral("Spanish"), QStringLiteral("Swiss\nGerman") };
    Job everywhere = test::sampleJob(2);
    everywhere.countries.clear();
    store.put<Job>({ job, everywhere });
    JobDetail english(store.vault(), formatterAt(13));
    QCOMPARE(english.countries(), QString());
    english.show(kJob1);
    QTRY_COMPARE(english.state(), State::Ready);
    QCOMPARE(english.countries(), QStringLiteral("Spain, Germany, Q!"));
    QCOMPARE(english.languages(), QStringLiteral("Spanish, Swiss German"));
    english.show(kJob2);
    QTRY_COMPARE(english.state(), State::Ready);
    QCOMPARE(english.countries(), QStringLiteral("Open to people everywhere"));
    // There are no names in other languages: they read the codes.
    JobDetail spanish(store.vault(), formatterAt(13, QLocale(QStringLiteral("es_ES"))));
    spanish.show(kJob1);
    QTRY_COMPARE(spanish.state(), State::Ready);
    QCOMPARE(spanish.countries(), QStringLiteral("ES, DE, Q!"));
}

void JobDetailTest::saysWhyTheStoreGaveNothing()
{
    test::TestVault store;
    OT_VERIFY_OK(await(store.vault().close()));
    JobDetail detail(store.vault(), formatterAt(13));
    QSignalSpy changed(&detail, &JobDetail::changed);
    detail.show(kJob1);
    QTRY_COMPARE(detail.state(), State::Failed);
    QCOMPARE(detail.errorText(), QStringLiteral("The vault is locked."));
    // Shown again, it is tried again.
    const auto before = changed.count();
    detail.show(kJob1);
    QTRY_COMPARE(changed.count(), before + 1);
}

void JobDetailTest::makesACard()
{
    Job job = test::sampleJob(1);
    job.labelTypes = { QStringLiteral("NER"), QStringLiteral("Text"), QStringLiteral("Third") };
    job.languages = { QStringLiteral(" \n"), QString(100, QLatin1Char('l')), QStringLiteral("Third") };
    job.countries.clear();
    const models::JobCard card = models::cardOf(job, formatterAt(13));
    QCOMPARE(card.id, kJob1);
    QCOMPARE(card.company, QStringLiteral("Northwind AI"));
    QCOMPARE(card.places, QStringLiteral("Worldwide"));
    QCOMPARE(card.pay, QStringLiteral("$38/h"));
    QCOMPARE(card.posted, job.datePosted);
    QVERIFY(!card.closed);
    // The kind of data, two labels and two languages, each once and none empty.
    QCOMPARE(card.tags,
        QStringList({ QStringLiteral("Text"), QStringLiteral("NER"),
            QString(28, QLatin1Char('l')) + QChar(0x2026) }));
}

QTEST_GUILESS_MAIN(JobDetailTest)
#include "job_detail_test.moc"
