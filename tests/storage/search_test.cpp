// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/job_queries.h"
#include "storage/queries/search_queries.h"
#include "storage/search/search_query.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QDateTime>
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
    void narrowsByOperators_data();
    void narrowsByOperators();
    void asksEveryTypeForItsAuthor();
    void putsTheBestAnswerFirst_data();
    void putsTheBestAnswerFirst();
    void keepsTheOrderOfEqualAnswers();
    void findsLongBeginningsOfManyWords();
    void showsWhereTheWordsStand();
    void namesTheSenderWhoWasSought();
    void findsWhatStandsFarBackInALongText();
    void takesMinusAndPhrasesInAListsField();
    void stopsWhenNobodyWaits();
    void forgetsWhatWasChangedOrRemoved();
    void leavesNothingOfRemovedWordsInTheIndex();
    void fillsAnIndexAnew_data();
    void fillsAnIndexAnew();

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
        QStringLiteral("中文医疗报告标注"), QStringLiteral("Code review preference pairs, C++ and Rust"),
        QStringLiteral("Straßen in Köln"), QString::fromUtf8("Işık ve gölge"),
        QString::fromUtf8("Ёлка и йод"), QString::fromUtf8("\uFB01ne \uFF26\uFF55\uFF4C\uFF4C width"),
        QString::fromUtf8("データ入力"), QString::fromUtf8("한국어번역을 검토"),
        QString::fromUtf8("បកប្រែភាសាខ្មែរ"), QString::fromUtf8("ແປພາສາລາວ"), QString::fromUtf8("كِتَابٌ أحمـــد"),
        QString::fromUtf8("کتاب می\u200Cخواهم"), QString::fromUtf8("שָׁלוֹם עולם"),
        QString::fromUtf8("किताब पढ़ना"), QString::fromUtf8("Cafe\u0301 reviews") };
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
        titles.append(hit.type == recordTypeIndex<Job>() ? hit.title.text : hit.fragment.text);
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
    QTest::newRow("German ss for ß") << "strasse" << QStringLiteral("Straßen in Köln");
    QTest::newRow("German umlauts left out") << "koln" << QStringLiteral("Straßen in Köln");
    QTest::newRow("Turkish dotless i") << "isik" << QString::fromUtf8("Işık ve gölge");
    QTest::newRow("Cyrillic without the dots")
        << QString::fromUtf8("елка") << QString::fromUtf8("Ёлка и йод");
    QTest::newRow("a ligature") << "fine" << QString::fromUtf8("\uFB01ne \uFF26\uFF55\uFF4C\uFF4C width");
    QTest::newRow("full width letters")
        << "full" << QString::fromUtf8("\uFB01ne \uFF26\uFF55\uFF4C\uFF4C width");
    QTest::newRow("typed in full width") << QString::fromUtf8("\uFF46\uFF55\uFF4C")
                                         << QString::fromUtf8("\uFB01ne \uFF26\uFF55\uFF4C\uFF4C width");
    QTest::newRow("half width Japanese") << QString::fromUtf8("ﾃﾞｰﾀ") << QString::fromUtf8("データ入力");
    QTest::newRow("Korean inside a word")
        << QString::fromUtf8("번역") << QString::fromUtf8("한국어번역을 검토");
    QTest::newRow("Korean being composed")
        << QString::fromUtf8("한국어번여") << QString::fromUtf8("한국어번역을 검토");
    QTest::newRow("Khmer inside a run") << QString::fromUtf8("ភាសា") << QString::fromUtf8("បកប្រែភាសាខ្មែរ");
    QTest::newRow("Lao inside a run") << QString::fromUtf8("ພາສາ") << QString::fromUtf8("ແປພາສາລາວ");
    QTest::newRow("Arabic without its vowels")
        << QString::fromUtf8("كتاب") << QString::fromUtf8("كِتَابٌ أحمـــد");
    QTest::newRow("Arabic bare alef, no tatweel")
        << QString::fromUtf8("احمد") << QString::fromUtf8("كِتَابٌ أحمـــد");
    QTest::newRow("Persian with Arabic letters")
        << QString::fromUtf8("كتاب مي") << QString::fromUtf8("کتاب می\u200Cخواهم");
    QTest::newRow("Hebrew without its points") << QString::fromUtf8("שלום") << QString::fromUtf8("שָׁלוֹם עולם");
    QTest::newRow("Hindi with its vowels") << QString::fromUtf8("किताब") << QString::fromUtf8("किताब पढ़ना");
    QTest::newRow("accents written apart")
        << QString::fromUtf8("café") << QString::fromUtf8("Cafe\u0301 reviews");
    QTest::newRow("an exact phrase") << "\"safety red\""
                                     << QStringLiteral("Spanish safety red-teaming, chat models");
    QTest::newRow("a message by its sender")
        << "from:lena calibration"
        << QStringLiteral("Lena R.: Calibration looks good. You agree with gold on 37 of 40.");
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
             "a\"b\"c", "%_", "🙂", "  ", "from:", "from:x", "-from:x", "in:jobs", "-in:jobs", "in:nothing",
             "before:2020 a", "after:1d", "on:today", "-on:today", "-before:2020 -after:2030", "has:file",
             "-has:file", "-nothing", "-\"", "-\"a b", "\"a", "from:\"a b", "a -a", "before:9998-12-31",
             "after:0001-01-01", "{a} : b", "a+b", "\u0301", "\u0E31", "ㅠ" })
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

namespace {

// A vault in which each operator has something to leave out.
void putForOperators(test::TestVault& store)
{
    std::vector<Job> jobs;
    for (int number = 1; number <= 3; ++number) {
        Job job = test::sampleJob(number);
        job.title = QStringLiteral("Apple %1").arg(number);
        job.datePosted
            = UtcTime { QDateTime(QDate(2026, 11, number), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() };
        jobs.push_back(job);
    }
    store.put(jobs);
    std::vector<Message> messages;
    for (int number = 1; number <= 3; ++number) {
        Message message = test::sampleMessage(QStringLiteral("c"), number);
        message.content = QStringLiteral("An apple for %1").arg(number);
        message.senderName = number == 1 ? QStringLiteral("Ámbar Díaz") : QStringLiteral("Lena R.");
        message.attachmentCount = number == 3 ? 1 : 0;
        message.createdAt
            = UtcTime { QDateTime(QDate(2026, 11, number), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() };
        messages.push_back(message);
    }
    store.put(messages);
    Attachment file;
    file.id = QStringLiteral("file");
    file.version = 1;
    file.ownerType = QStringLiteral("Job");
    file.ownerId = QStringLiteral("job-2");
    file.fileName = QStringLiteral("guide.pdf");
    file.createdAt = UtcTime { 1 };
    store.put<Attachment>({ file });
}

QStringList idsOf(test::TestVault& store, const QString& typed, int limit = 20)
{
    SearchLanguage language;
    language.types = queries::englishTypeNames();
    language.now = { QDateTime(QDate(2026, 11, 4), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch() };
    const SearchQuery query = parseSearch(typed, language);
    const auto hits = await(store.vault().read([query, limit](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, query, limit);
    }));
    if (!hits)
        return { hits.error().detail };
    QStringList ids;
    for (const auto& hit : *hits)
        ids.append(hit.id);
    return ids;
}

} // namespace

void SearchTest::narrowsByOperators_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("ids"); // sorted
    const auto row = [](const char* typed, const char* ids) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(ids);
    };
    row("apple", "c-message-1 c-message-2 c-message-3 job-1 job-2 job-3");
    row("apple in:jobs", "job-1 job-2 job-3");
    row("apple in:messages in:jobs -in:jobs", "c-message-1 c-message-2 c-message-3");
    row("apple from:ambar", "c-message-1");
    row("apple from:\"Lena R\"", "c-message-2 c-message-3");
    row("apple -from:lena in:messages", "c-message-1");
    row("from:ambar", "c-message-1");
    row("apple from:helix", "job-2");
    row("apple before:2026-11-02", "c-message-1 job-1");
    row("apple after:2026-11-02", "c-message-3 job-3");
    row("apple on:2026-11-02", "c-message-2 job-2");
    row("apple after:2026-11-01 before:2026-11-03", "c-message-2 job-2");
    row("apple -on:2026-11-02 in:jobs", "job-1 job-3");
    row("apple -before:2026-11-02 -on:3d", "c-message-2 c-message-3 job-2 job-3");
    row("on:yesterday", "c-message-3 job-3");
    row("apple after:2d", "c-message-3 job-3");
    row("apple on:2026-11", "c-message-1 c-message-2 c-message-3 job-1 job-2 job-3");
    row("apple on:2025", "");
    row("apple before:1950", "");
    row("apple after:9998", "");
    row("apple has:attachment", "c-message-3 job-2");
    row("apple -has:attachment in:messages", "c-message-1 c-message-2");
    row("has:attachment", "c-message-3 job-2");
    row("apple -for", "job-1 job-2 job-3");
    row("apple -\"for 2\" in:messages", "c-message-1 c-message-3");
    row("in:messages -\"for 2\"", "c-message-1 c-message-3");
    row("\"for 2\"", "c-message-2");
    row("\"2 for\"", "");
    row("appl 1", "");
    row("apple before:soon in:messages", "c-message-1 c-message-2 c-message-3");
    row("before:soon", "");
    row("in:files guide", "file");
}

void SearchTest::narrowsByOperators()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, ids);
    test::TestVault store;
    putForOperators(store);
    QStringList found = idsOf(store, typed);
    found.sort();
    QCOMPARE(found.join(QLatin1Char(' ')), ids);
}

void SearchTest::asksEveryTypeForItsAuthor()
{
    // A column that a search table does not have would be an error of the store.
    for (const auto& name : queries::englishTypeNames()) {
        const QString typed = QStringLiteral("from:nobody before:1d has:file in:") + name.name;
        QCOMPARE(idsOf(*m_store, typed), QStringList());
        QCOMPARE(idsOf(*m_store, QLatin1Char('-') + typed), QStringList());
    }
}

void SearchTest::putsTheBestAnswerFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("ids");
    QTest::newRow("the title before the text") << "zebra "
                                               << "title text";
    QTest::newRow("a whole word before one that begins so") << "lion"
                                                            << "whole begun";
    QTest::newRow("words that stand together") << "blue whale"
                                               << "together apart";
    QTest::newRow("the newer one") << "otter"
                                   << "new old";
    QTest::newRow("a title, however old") << "heron"
                                          << "oldTitle newText";
}

void SearchTest::putsTheBestAnswerFirst()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, ids);
    test::TestVault store;
    int day = 1;
    std::vector<Job> jobs;
    const auto add = [&](const char* id, const char* title, const char* text) {
        Job job = test::sampleJob(1);
        job.id = QString::fromLatin1(id);
        job.title = QString::fromLatin1(title);
        job.descriptionText = QString::fromLatin1(text);
        job.datePosted
            = UtcTime { QDateTime(QDate(2026, 8, day++), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() };
        jobs.push_back(job);
    };
    add("oldTitle", "Heron", "");
    add("title", "Zebra work", "");
    add("whole", "A lion", "");
    add("together", "The blue whale", "");
    add("old", "Otter", "");
    day = 25;
    add("text", "Work", "with a zebra");
    add("begun", "Lioness", "");
    add("apart", "A whale in the blue", "");
    add("new", "Otter", "");
    add("newText", "Birds", "A heron");
    store.put(jobs);
    QCOMPARE(idsOf(store, typed).join(QLatin1Char(' ')), ids);
}

void SearchTest::keepsTheOrderOfEqualAnswers()
{
    test::TestVault store;
    std::vector<Message> messages;
    for (int number = 0; number < 60; ++number) {
        Message message = test::sampleMessage(QStringLiteral("c"), number);
        message.content = QStringLiteral("The same words");
        message.createdAt = UtcTime { test::sampleMessage(QString(), 0).createdAt->milliseconds };
        messages.push_back(message);
    }
    store.put(messages);
    const QStringList first = idsOf(store, QStringLiteral("same"), 6);
    // All of one moment: the one that came last is the newest.
    QCOMPARE(first.front(), QStringLiteral("c-message-59"));
    QCOMPARE(first.size(), 6);
    QCOMPARE(idsOf(store, QStringLiteral("same"), 6), first);
    QCOMPARE(idsOf(store, QStringLiteral("sam"), 6), first);
}

void SearchTest::findsLongBeginningsOfManyWords()
{
    // Beginnings of more letters than the index has beginnings of: looked up as the words that begin so.
    test::TestVault store;
    std::vector<Message> messages;
    for (int number = 0; number < 100; ++number) {
        Message message = test::sampleMessage(QStringLiteral("c"), number);
        message.content = number < 80 ? QStringLiteral("prefix%1 red").arg(number)
                                      : QStringLiteral("beginnings%1 red beginners").arg(number % 3);
        messages.push_back(message);
    }
    store.put(messages);
    QCOMPARE(idsOf(store, QStringLiteral("begin"), 50).size(), 20);
    QCOMPARE(idsOf(store, QStringLiteral("beginnings1"), 50).size(), 6);
    QCOMPARE(idsOf(store, QStringLiteral("\"red beginne"), 50).size(), 20);
    QCOMPARE(idsOf(store, QStringLiteral("beginnx"), 50).size(), 0);
    QCOMPARE(idsOf(store, QStringLiteral("from:lenaa"), 50).size(), 0);
    QCOMPARE(idsOf(store, QStringLiteral("prefi"), 100).size(), 80); // more words than are named one by one
    // A word that comes later is known at once.
    Message late = test::sampleMessage(QStringLiteral("c"), 200);
    late.content = QStringLiteral("beginnable");
    store.put<Message>({ late });
    QCOMPARE(idsOf(store, QStringLiteral("begin"), 50).front(), QStringLiteral("c-message-200"));
}

void SearchTest::showsWhereTheWordsStand()
{
    const auto hits = await(m_store->vault().read([](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, QStringLiteral("transcripcion espa"), 20);
    }));
    OT_VERIFY_OK(hits);
    QCOMPARE(hits->size(), std::size_t(1));
    const MarkedText& title = hits->front().title;
    QStringList marked;
    for (const TextRange& mark : title.marks)
        marked.append(title.text.mid(mark.start, mark.length));
    QCOMPARE(marked, QStringList({ QStringLiteral("Transcripción"), QStringLiteral("espa") }));
}

void SearchTest::namesTheSenderWhoWasSought()
{
    const QStringList texts = found(QStringLiteral("from:lena calibration"));
    QCOMPARE(texts,
        QStringList(QStringLiteral("Lena R.: Calibration looks good. You agree with gold on 37 of 40.")));
    const auto hits = await(m_store->vault().read([](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, QStringLiteral("gold from:len"), 20);
    }));
    OT_VERIFY_OK(hits);
    const MarkedText& fragment = hits->front().fragment;
    QCOMPARE(fragment.marks, (TextRanges { { 0, 3 }, { fragment.text.indexOf(QLatin1String("gold")), 4 } }));
}

void SearchTest::findsWhatStandsFarBackInALongText()
{
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.descriptionText = QStringLiteral("word ").repeated(4000) + QStringLiteral("the needle at last");
    store.put<Job>({ job });
    const auto hits = await(store.vault().read([](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, QStringLiteral("needle"), 5);
    }));
    OT_VERIFY_OK(hits);
    QCOMPARE(hits->size(), std::size_t(1));
    const MarkedText& fragment = hits->front().fragment;
    QCOMPARE(fragment.marks.size(), std::size_t(1));
    QVERIFY(fragment.text.endsWith(QLatin1String("the needle at last")));
}

void SearchTest::takesMinusAndPhrasesInAListsField()
{
    test::TestVault store;
    putForOperators(store);
    const auto count = [&store](const char* typed) {
        const queries::JobFilter filter { .text = QString::fromLatin1(typed) };
        const auto rows = await(store.vault().read(
            [filter](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, filter); }));
        return rows ? static_cast<int>(rows->size()) : -1;
    };
    QCOMPARE(count("appl"), 3);
    QCOMPARE(count("\"apple 2\""), 1);
    QCOMPARE(count("apple -2"), 2);
    QCOMPARE(count("-2"), 2);
    QCOMPARE(count("in:messages"), 0); // this list has filters of its own; here it is two words
}

void SearchTest::stopsWhenNobodyWaits()
{
    test::TestVault store;
    std::vector<Message> messages;
    for (int number = 0; number < 3000; ++number)
        messages.push_back(test::sampleMessage(QStringLiteral("c"), number));
    store.put(messages);
    const Cancellation cancellation;
    const auto hits = await(store.vault().read(
        [cancellation](ReadSnapshot& snapshot) {
            cancellation.cancel();
            return queries::searchEverything(snapshot, QStringLiteral("message has:file"), 20);
        },
        cancellation));
    QVERIFY(!hits);
    QCOMPARE(hits.error().code, ErrorCode::Cancelled);
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

void SearchTest::leavesNothingOfRemovedWordsInTheIndex()
{
    test::TestVault store;
    std::vector<InstructionPage> pages;
    for (int number = 0; number < 3; ++number) {
        InstructionPage page;
        page.id = QString::number(number);
        page.version = 1;
        page.contractId = QStringLiteral("c");
        page.title = QStringLiteral("Page");
        page.markdown = number == 1 ? QStringLiteral("a zebrafish") : QStringLiteral("a horse");
        pages.push_back(page);
    }
    store.put(pages);
    qint64 blocks = 0;
    const auto countBlocks = [&blocks](WriteTransaction& transaction) -> Outcome {
        Result<Query> query = transaction.query("SELECT count(*) FROM instruction_page_search_data WHERE "
                                                "instr(block, CAST('zebrafish' AS BLOB)) > 0");
        if (!query)
            return query.error();
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        blocks = query->integer(0);
        return success();
    };
    store.write(countBlocks);
    QVERIFY(blocks > 0);
    store.write([](WriteTransaction& transaction) {
        return transaction.remove(recordTypeIndex<InstructionPage>(), QStringLiteral("1"));
    });
    store.write(countBlocks);
    QCOMPARE(blocks, qint64(0));
    const auto rest = await(store.vault().read([](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, QStringLiteral("horse"), 5);
    }));
    OT_VERIFY_OK(rest);
    QCOMPARE(rest->size(), std::size_t(2));
}

void SearchTest::fillsAnIndexAnew_data()
{
    QTest::addColumn<QStringList>("spoil");
    QTest::newRow("folded by earlier rules") << QStringList {
        QStringLiteral("UPDATE setting SET value = '1' WHERE name = 'search.indexedTextVersion'"),
        QStringLiteral("DELETE FROM job_search")
    };
    QTest::newRow("without a field of today") << QStringList { QStringLiteral("DROP TABLE job_search"),
        QStringLiteral(
            "CREATE VIRTUAL TABLE job_search USING fts5(title, content='', contentless_delete=1)") };
    QTest::newRow("not there") << QStringList { QStringLiteral("DROP TABLE job_search") };
}

void SearchTest::fillsAnIndexAnew()
{
    QFETCH(QStringList, spoil);
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.skills = { QStringLiteral("Zebrafish") };
    store.put<Job>({ job });
    store.write([&spoil](WriteTransaction& transaction) -> Outcome {
        for (const QString& statement : spoil) {
            Result<Query> query = transaction.query(statement.toStdString());
            if (!query)
                return query.error();
            if (const Outcome run = query->run(); !run)
                return run;
        }
        return success();
    });
    store.reopen();
    const auto hits = await(store.vault().read([](ReadSnapshot& snapshot) {
        return queries::searchEverything(snapshot, QStringLiteral("zebraf"), 5);
    }));
    OT_VERIFY_OK(hits);
    QCOMPARE(hits->size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
