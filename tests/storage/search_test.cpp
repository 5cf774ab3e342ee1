// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/job_queries.h"
#include "storage/queries/search_queries.h"
#include "storage/search_text.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace ot;
using namespace ot::storage;
using test::await;

class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void takesWhatIsTypedForTextAndNeverForSyntax_data();
    void takesWhatIsTypedForTextAndNeverForSyntax();
    void findsOverEveryRecordType();
    void forgetsWhatWasChangedOrRemoved();

private:
    QStringList found(const QString& typed);
    std::unique_ptr<test::TestVault> m_store;
};

void SearchTest::initTestCase()
{
    m_store = std::make_unique<test::TestVault>();
    const QStringList titles { QStringLiteral("Spanish safety red-teaming, chat models"),
        QStringLiteral("Transcripción de audio en español"), QStringLiteral("日本語の音声書き起こし"),
        QStringLiteral("ถอดเสียงภาษาไทย"), QStringLiteral("تقييم ترجمة عربية"),
        QStringLiteral("中文医疗报告标注"), QStringLiteral("Code review preference pairs, C++ and Rust") };
    std::vector<Job> jobs;
    for (int i = 0; i < titles.size(); ++i) {
        Job job = test::sampleJob(i);
        job.title = titles.at(i);
        job.companyName = QString();
        job.descriptionText = QString();
        job.category = QString();
        job.skills.clear();
        job.languages.clear();
        jobs.push_back(job);
    }
    m_store->put(jobs);
    m_store->put<Conversation>({ test::sampleConversation(1) });
    Message message = test::sampleMessage(QStringLiteral("conversation-1"), 1);
    message.content = QStringLiteral("Calibration looks good. You agree with gold on 37 of 40.");
    m_store->put<Message>({ message });
}

QStringList SearchTest::found(const QString& typed)
{
    const auto hits = await(m_store->vault().read(
        [typed](ReadSnapshot& snapshot) { return queries::searchEverything(snapshot, typed, 20); }));
    QStringList titles;
    if (!hits)
        return { hits.error().detail };
    for (const auto& hit : *hits)
        titles.append(hit.type == recordTypeIndex<Job>() ? hit.title : hit.fragment);
    return titles;
}

void SearchTest::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one letter") << "T" << QStringLiteral("Transcripción de audio en español");
    QTest::newRow("a word begun") << "transc" << QStringLiteral("Transcripción de audio en español");
    QTest::newRow("without the accents")
        << "transcripcion espanol" << QStringLiteral("Transcripción de audio en español");
    QTest::newRow("with accents that are not there")
        << "Spánish" << QStringLiteral("Spanish safety red-teaming, chat models");
    QTest::newRow("in any order") << "models spanish"
                                  << QStringLiteral("Spanish safety red-teaming, chat models");
    QTest::newRow("hyphens divide words")
        << "red-team" << QStringLiteral("Spanish safety red-teaming, chat models");
    QTest::newRow("Japanese inside a run")
        << QStringLiteral("音声") << QStringLiteral("日本語の音声書き起こし");
    QTest::newRow("Chinese inside a run") << QStringLiteral("报告") << QStringLiteral("中文医疗报告标注");
    QTest::newRow("Thai inside a run") << QStringLiteral("ภาษาไทย") << QStringLiteral("ถอดเสียงภาษาไทย");
    QTest::newRow("Arabic") << QStringLiteral("ترجمة") << QStringLiteral("تقييم ترجمة عربية");
    QTest::newRow("a message") << "calibration gold"
                               << QStringLiteral("Calibration looks good. You agree with gold on 37 of 40.");
}

void SearchTest::finds()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QVERIFY2(found(typed).contains(expected), qPrintable(found(typed).join(QLatin1Char('|'))));
}

void SearchTest::takesWhatIsTypedForTextAndNeverForSyntax_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : { "\"", "'", "* *", "NEAR(", "title:", "a OR", "AND NOT", "(((", "^", "-", "\\",
             "a\"b\"c", "%_", "🙂", "  " })
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void SearchTest::takesWhatIsTypedForTextAndNeverForSyntax()
{
    QFETCH(QString, typed);
    const auto hits = await(m_store->vault().read(
        [typed](ReadSnapshot& snapshot) { return queries::searchEverything(snapshot, typed, 20); }));
    OT_VERIFY_OK(hits);
    const auto rows = await(m_store->vault().read(
        [typed](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, { .text = typed }); }));
    OT_VERIFY_OK(rows);
}

void SearchTest::findsOverEveryRecordType()
{
    const auto hits = await(m_store->vault().read([](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, QStringLiteral("re"), 20);
    }));
    OT_VERIFY_OK(hits);
    bool jobs = false;
    bool conversations = false;
    for (const auto& hit : *hits) {
        jobs = jobs || hit.type == recordTypeIndex<Job>();
        conversations = conversations || hit.type == recordTypeIndex<Conversation>();
    }
    QVERIFY(jobs);
    QVERIFY(conversations);
}

void SearchTest::forgetsWhatWasChangedOrRemoved()
{
    Job job = test::sampleJob(50);
    job.title = QStringLiteral("Zebrafish tracking");
    m_store->put<Job>({ job });
    QCOMPARE(found(QStringLiteral("zebraf")).size(), 1);
    job.title = QStringLiteral("Giraffe tracking");
    job.version = 2;
    m_store->put<Job>({ job });
    QVERIFY(found(QStringLiteral("zebraf")).isEmpty());
    QCOMPARE(found(QStringLiteral("giraf")).size(), 1);
    m_store->write(
        [&](WriteTransaction& transaction) { return transaction.remove(recordTypeIndex<Job>(), job.id); });
    QVERIFY(found(QStringLiteral("giraf")).isEmpty());
}

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
