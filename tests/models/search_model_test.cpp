// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_model.h"
#include "tests/models/held_readers.h"
#include "tests/models/model_log.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::SearchModel;
using test::await;
using test::formatterAt;
using test::ModelLog;

namespace {

std::vector<SearchModel::Command> commands()
{
    return { { QStringLiteral("jobs"), QStringLiteral("Go to Jobs"), QStringLiteral("Ctrl+1"),
                 QStringLiteral("jobs") },
        { QStringLiteral("messages"), QStringLiteral("Go to Messages"), QStringLiteral("Ctrl+2"),
            QStringLiteral("messages") },
        { QStringLiteral("sync"), QStringLiteral("Synchronise now"), QString(), QStringLiteral("sync") } };
}

const QStringList kOpenable { QStringLiteral("Job"), QStringLiteral("Message"),
    QStringLiteral("Conversation") };

void putSamples(test::TestVault& store)
{
    std::vector<Job> jobs;
    for (int number = 1; number <= 8; ++number)
        jobs.push_back(test::sampleJob(number));
    store.put(jobs);
    store.put<Conversation>({ test::sampleConversation(1) });
    Message message = test::sampleMessage(QStringLiteral("conversation-1"), 20);
    message.content = QStringLiteral("Is the radiology\nbatch ready?");
    store.put<Message>({ message, test::sampleMessage(QStringLiteral("conversation-1"), 21) });
}

// What each row opens: a command's id or a record's.
QStringList targets(const SearchModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const QString command = index.data(SearchModel::CommandIdRole).toString();
        all.append(command.isEmpty() ? index.data(SearchModel::RecordIdRole).toString()
                                     : QStringLiteral("!") + command);
    }
    return all;
}

} // namespace

class SearchModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsCommandsByTheirWords_data();
    void listsCommandsByTheirWords();
    void listsRecordsBehindCommands();
    void saysWhatARowSays();
    void listsOnlyWhatCanBeOpened();
    void takesTheNewestText();
    void forgetsTheHitsOfAnEmptiedText();
    void treatsSyntaxAsText_data();
    void treatsSyntaxAsText();
    void cleansWhatOthersWrote();
    void marksWhatWasSought();
    void saysWhatWasUnderstood();
    void givesCommandsWithoutAStore();
};

void SearchModelTest::listsCommandsByTheirWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QStringList all { QStringLiteral("!jobs"), QStringLiteral("!messages"), QStringLiteral("!sync") };
    QTest::newRow("nothing typed") << QString() << all;
    QTest::newRow("blanks") << QStringLiteral("   ") << all;
    QTest::newRow("part of a word") << QStringLiteral("ess") << QStringList(QStringLiteral("!messages"));
    QTest::newRow("any case") << QStringLiteral("SYNC") << QStringList(QStringLiteral("!sync"));
    QTest::newRow("every word") << QStringLiteral("jobs go") << QStringList(QStringLiteral("!jobs"));
    QTest::newRow("one word does not fit") << QStringLiteral("go nowhere") << QStringList();
}

void SearchModelTest::listsCommandsByTheirWords()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, found);
    test::TestVault store;
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    QSignalSpy answered(&model, &SearchModel::answered);
    model.setCommands(commands());
    QCOMPARE(answered.count(), 1);
    model.setText(text);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.text(), text);
    QCOMPARE(answered.count(), 2);
    QCOMPARE(targets(model), found);
}

void SearchModelTest::listsRecordsBehindCommands()
{
    test::TestVault store;
    putSamples(store);
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    auto list = commands();
    list.push_back({ QStringLiteral("radiology"), QStringLiteral("Radiology"), QString(), QString() });
    model.setCommands(list);
    model.setRecordTypes(kOpenable);
    model.setText(QStringLiteral("radiolog"));
    QTRY_VERIFY(!model.isSearching());
    // At most six of a type, newest first.
    QCOMPARE(targets(model),
        QStringList({ QStringLiteral("!radiology"), QStringLiteral("job-8"), QStringLiteral("job-7"),
            QStringLiteral("job-6"), QStringLiteral("job-5"), QStringLiteral("job-4"),
            QStringLiteral("job-3"), QStringLiteral("conversation-1-message-20") }));
    // Commands that come later go before the hits, which stay.
    list.push_back({ QStringLiteral("again"), QStringLiteral("Radiology again"), QString(), QString() });
    model.setCommands(list);
    QCOMPARE(targets(model).mid(0, 3),
        QStringList({ QStringLiteral("!radiology"), QStringLiteral("!again"), QStringLiteral("job-8") }));
    QCOMPARE(model.rowCount(), 9);
}

void SearchModelTest::saysWhatARowSays()
{
    test::TestVault store;
    putSamples(store);
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setCommands({ { QStringLiteral("ready"), QStringLiteral("Get ready"), QStringLiteral("Ctrl+R"),
        QStringLiteral("sync") } });
    model.setRecordTypes(kOpenable);
    model.setText(QStringLiteral("ready"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(targets(model),
        QStringList({ QStringLiteral("!ready"), QStringLiteral("conversation-1-message-20") }));
    const QModelIndex command = model.index(0);
    QCOMPARE(command.data(SearchModel::TitleRole).toString(), QStringLiteral("Get ready"));
    QCOMPARE(command.data(SearchModel::FragmentRole).toString(), QStringLiteral("Ctrl+R"));
    QCOMPARE(command.data(SearchModel::KindRole).toString(), QStringLiteral("Command"));
    QCOMPARE(command.data(SearchModel::IconRole).toString(), QStringLiteral("sync"));
    QCOMPARE(command.data(SearchModel::RecordTypeRole).toString(), QString());
    QCOMPARE(command.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Command, Get ready, Ctrl+R"));

    const QModelIndex message = model.index(1);
    QCOMPARE(message.data(SearchModel::TitleRole).toString(), QStringLiteral("Northwind AI"));
    QCOMPARE(
        message.data(SearchModel::FragmentRole).toString(), QStringLiteral("Is the radiology batch ready?"));
    QCOMPARE(message.data(SearchModel::KindRole).toString(), QStringLiteral("Message"));
    QCOMPARE(message.data(SearchModel::IconRole).toString(), QStringLiteral("messages"));
    QCOMPARE(message.data(SearchModel::TimeRole).toString(), QStringLiteral("2:33 PM"));
    QCOMPARE(message.data(SearchModel::RecordTypeRole).toString(), QStringLiteral("Message"));
    QCOMPARE(message.data(SearchModel::ParentIdRole).toString(), QStringLiteral("conversation-1"));
    QCOMPARE(
        message.data(SearchModel::RowKeyRole).toLongLong(), (test::kSampleStart + 20 * test::kMinute) << 20);

    model.setText(QStringLiteral("northwind"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(targets(model),
        QStringList({ QStringLiteral("conversation-1"), QStringLiteral("job-7"), QStringLiteral("job-5"),
            QStringLiteral("job-3"), QStringLiteral("job-1") }));
    QCOMPARE(model.index(1).data(SearchModel::KindRole).toString(), QStringLiteral("Job"));
    QCOMPARE(model.index(1).data(SearchModel::IconRole).toString(), QStringLiteral("jobs"));
    QCOMPARE(model.index(1).data(SearchModel::FragmentRole).toString(),
        QStringLiteral("Northwind AI · Mark findings in reports. Batch 7."));
    QCOMPARE(model.index(0).data(SearchModel::KindRole).toString(), QStringLiteral("Conversation"));
}

void SearchModelTest::listsOnlyWhatCanBeOpened()
{
    test::TestVault store;
    putSamples(store);
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setText(QStringLiteral("radiology"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(targets(model), QStringList());
    model.setRecordTypes({ QStringLiteral("Message") });
    model.setText(QStringLiteral("radiology"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(targets(model), QStringList(QStringLiteral("conversation-1-message-20")));
}

void SearchModelTest::takesTheNewestText()
{
    test::TestVault store;
    putSamples(store);
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setRecordTypes(kOpenable);
    QSignalSpy answered(&model, &SearchModel::answered);
    {
        test::HeldReaders readers(store.vault());
        for (const char* text : { "r", "ra", "radiology", "ready" })
            model.setText(QLatin1String(text));
        QVERIFY(model.isSearching());
        QCOMPARE(answered.count(), 0);
    }
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(answered.count(), 1);
    QCOMPARE(log.take(), QStringLiteral("reset"));
    QCOMPARE(targets(model), QStringList(QStringLiteral("conversation-1-message-20")));
}

void SearchModelTest::forgetsTheHitsOfAnEmptiedText()
{
    test::TestVault store;
    putSamples(store);
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setRecordTypes(kOpenable);
    model.setText(QStringLiteral("radiology"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 7);
    {
        test::HeldReaders readers(store.vault());
        model.setText(QStringLiteral("helix"));
        model.setText(QString());
        QVERIFY(!model.isSearching());
        QCOMPARE(model.rowCount(), 0);
        log.take();
    }
    test::HeldReaders passed(store.vault()); // what was asked before has ended
    QCoreApplication::processEvents();
    QCOMPARE(log.take(), QString());
}

void SearchModelTest::treatsSyntaxAsText_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
        { "\"", "*", "(", "radiology AND", "NEAR(a b)", "title:x", "'; DROP TABLE job; --", "-", "^x" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SearchModelTest::treatsSyntaxAsText()
{
    QFETCH(const QString, text);
    test::TestVault store;
    putSamples(store);
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setRecordTypes(kOpenable);
    model.setText(text);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(targets(model), QStringList());
    model.setText(QStringLiteral("ready"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 1);
}

void SearchModelTest::cleansWhatOthersWrote()
{
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.title = QStringLiteral("needle \u202e\u0007") + QString(5000, QLatin1Char('w'));
    job.companyName = QStringLiteral("A\u2067 B");
    store.put<Job>({ job });
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setRecordTypes(kOpenable);
    model.setText(QStringLiteral("needle"));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(SearchModel::TitleRole).toString(),
        QStringLiteral("needle ") + QString(153, QLatin1Char('w')) + QChar(0x2026));
    QCOMPARE(model.index(0).data(SearchModel::FragmentRole).toString(),
        QStringLiteral("A B · Mark findings in reports. Batch 1."));
}

void SearchModelTest::marksWhatWasSought()
{
    test::TestVault store;
    Job job = test::sampleJob(1);
    job.title = QStringLiteral("Radio\u202elogy  report");
    job.companyName = QStringLiteral("Radiología \u2067 Norte");
    store.put<Job>({ job });
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setRecordTypes(kOpenable);
    model.setText(QStringLiteral("radiolog"));
    QTRY_COMPARE(model.rowCount(), 1);
    // The marks stand right in the text as it is shown, without what was cleaned away.
    const auto marked = [&](int textRole, int marksRole) {
        const QString text = model.index(0).data(textRole).toString();
        QStringList parts;
        for (const TextRange& mark : model.index(0).data(marksRole).value<TextRanges>())
            parts.append(text.mid(mark.start, mark.length));
        return parts;
    };
    QCOMPARE(
        marked(SearchModel::TitleRole, SearchModel::TitleMarksRole), QStringList(QStringLiteral("Radiolog")));
    QCOMPARE(marked(SearchModel::FragmentRole, SearchModel::FragmentMarksRole),
        QStringList(QStringLiteral("Radiolog")));
    model.setCommands({ { QStringLiteral("r"), QStringLiteral("Radiology"), QString(), QString() } });
    QCOMPARE(model.index(0).data(SearchModel::TitleMarksRole), QVariant());
}

void SearchModelTest::saysWhatWasUnderstood()
{
    test::TestVault store;
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setText(
        QStringLiteral("in:jobs \"red team\" -draft from:Lena before:today on:2026-09 has:file after:soon"));
    QStringList texts;
    QStringList problems;
    for (const models::SearchChip& chip : model.chips()) {
        texts.append(QString(chip.text).remove(QChar(0x2068)).remove(QChar(0x2069)));
        problems.append(chip.problem);
        QVERIFY(chip.start + chip.length <= model.text().size());
    }
    QCOMPARE(texts,
        QStringList({ QStringLiteral("In Job"), QStringLiteral("“red team”"), QStringLiteral("Not: “draft”"),
            QStringLiteral("From Lena"),
            QStringLiteral("Before ") + formatterAt(60).date({ test::kSampleStart }),
            QStringLiteral("On 2026-09"), QStringLiteral("With an attachment"), QStringLiteral("“soon”") }));
    QCOMPARE(problems.join(QString()),
        QStringLiteral(
            "“soon” is not a date. Write it as 2026-11-24 or 2026-11, or write today, yesterday or 7d."));
    model.setText(QString());
    QVERIFY(model.chips().empty());
    // Only what can't be understood: nothing is searched, and it is said at once.
    model.setText(QStringLiteral("after:soon"));
    QVERIFY(!model.isSearching());
    QCOMPARE(model.chips().size(), std::size_t(1));
}

void SearchModelTest::givesCommandsWithoutAStore()
{
    test::TestVault store;
    OT_VERIFY_OK(await(store.vault().close()));
    SearchModel model(store.vault(), formatterAt(60));
    ModelLog log(model);
    model.setCommands(commands());
    model.setRecordTypes(kOpenable);
    model.setText(QStringLiteral("jobs"));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(targets(model), QStringList(QStringLiteral("!jobs")));
}

QTEST_GUILESS_MAIN(SearchModelTest)
#include "search_model_test.moc"
