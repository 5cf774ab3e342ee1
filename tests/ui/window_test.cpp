// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversation_list_model.h"
#include "models/job_list_model.h"
#include "tests/support/wait.h"
#include "tests/ui/test_window.h"
#include "ui/messages/composer.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/row_list_view.h"
#include "ui/widgets/search_field.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ot; // NOLINT(google-build-using-namespace)
using namespace ot::ui; // NOLINT(google-build-using-namespace)
using test::TestWindow;

// The window as a person uses it: with keys and clicks, over a real vault.
class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestJobFirst();
    void findsJobsAsTheyAreTyped();
    void movesThroughTheJobsByKeyboard();
    void goesToEachPageByShortcut();
    void opensARecordFromThePalette();
    void marksWhatWasSoughtAndSaysHowItWasUnderstood();
    void sendsWithTheKeyThatWasChosen();
    void keepsWhatWasWrittenThroughARestart();
    void keepsWhatWasWrittenThroughASwitch();
    void takesAWaitingMessageBack();
    void takesPlainTextAlone();
    void refusesATextThatIsTooLong();
    void saysWhyNothingCanBeWritten();
    void asksBeforeALinkOpens();
    void changesTheThemeAtOnce();
    void asksBeforeItSignsOut();

private:
    static QPlainTextEdit* composer(TestWindow& test) { return test.child<QPlainTextEdit>("composerText"); }
};

void WindowTest::showsTheNewestJobFirst()
{
    TestWindow test;
    test.show(QStringLiteral("jobs"));
    auto* list = test.child<RowListView>("jobList");
    QCOMPARE(list->model()->rowCount(), 40);
    QTRY_COMPARE(
        list->model()->index(0, 0).data(models::JobListModel::IdRole).toString(), QStringLiteral("job-40"));
    // The first one is chosen and read without being asked for.
    QTRY_COMPARE(test.child<QLabel>("jobTitle")->text(), QStringLiteral("Radiology report span labeling 40"));
    QVERIFY(list->selectionModel()->isSelected(list->currentIndex()));
}

void WindowTest::findsJobsAsTheyAreTyped()
{
    TestWindow test;
    test.show(QStringLiteral("jobs"));
    auto* list = test.child<RowListView>("jobList");
    auto* search = test.child<SearchField>("jobSearch");
    QTest::keyClicks(search, QStringLiteral("nort"));
    QTRY_COMPARE(list->model()->rowCount(), 20); // every second one is of Northwind AI
    QTest::keyClicks(search, QStringLiteral("hwind 7"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_COMPARE(test.child<QLabel>("jobTitle")->text(), QStringLiteral("Radiology report span labeling 7"));
    QTest::keyClicks(search, QStringLiteral(" nothing like it"));
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QTRY_VERIFY(!list->isVisible());
    search->clear();
    QTRY_COMPARE(list->model()->rowCount(), 40);
}

void WindowTest::movesThroughTheJobsByKeyboard()
{
    TestWindow test;
    test.show(QStringLiteral("jobs"));
    auto* list = test.child<RowListView>("jobList");
    auto* title = test.child<QLabel>("jobTitle");
    QTRY_COMPARE(title->text(), QStringLiteral("Radiology report span labeling 40"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_COMPARE(title->text(), QStringLiteral("Radiology report span labeling 39"));
    QTest::keyClick(list, Qt::Key_End);
    QTRY_COMPARE(title->text(), QStringLiteral("Radiology report span labeling 1"));
    QTest::keyClick(list, Qt::Key_Home);
    QTRY_COMPARE(title->text(), QStringLiteral("Radiology report span labeling 40"));
    QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
}

void WindowTest::goesToEachPageByShortcut()
{
    TestWindow test;
    const QStringList pages = test.window().pageNames();
    QVERIFY(pages.size() >= 4);
    for (int i = 0; i < pages.size(); ++i) {
        QTest::keyClick(&test.window(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(test.window().currentPage(), pages.at(i));
    }
}

void WindowTest::opensARecordFromThePalette()
{
    TestWindow test;
    test.show(QStringLiteral("settings"));
    QTest::keyClick(&test.window(), Qt::Key_K, Qt::ControlModifier);
    auto* search = test.child<SearchField>("globalSearch");
    QTRY_VERIFY(search->hasFocus());
    auto* palette = test.child<QWidget>("commandPalette");
    QVERIFY(palette->isVisible());
    QTest::keyClicks(search, QStringLiteral("labeling 13"));
    auto* results = palette->findChild<QListView*>();
    QVERIFY(results);
    QTRY_VERIFY(results->model()->rowCount() > 0
        && results->model()->index(0, 0).data(Qt::DisplayRole).toString().contains(QLatin1String("13")));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(test.window().currentPage(), QStringLiteral("jobs"));
    QTRY_COMPARE(test.child<QLabel>("jobTitle")->text(), QStringLiteral("Radiology report span labeling 13"));
    QVERIFY(!palette->isVisible());
}

void WindowTest::marksWhatWasSoughtAndSaysHowItWasUnderstood()
{
    TestWindow test;
    test.show(QStringLiteral("settings"));
    QTest::keyClick(&test.window(), Qt::Key_K, Qt::ControlModifier);
    auto* search = test.child<SearchField>("globalSearch");
    QTRY_VERIFY(search->hasFocus());
    auto* palette = test.child<QWidget>("commandPalette");
    auto* results = palette->findChild<QListView*>();
    auto* understood = test.child<QLabel>("understoodSearch");
    const auto tintedPixels = [palette] {
        const QImage image = palette->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == ot::ui::lightTokens().warnSoft ? 1 : 0;
        }
        return count;
    };
    QVERIFY(palette->isVisible());
    QCOMPARE(tintedPixels(), 0); // commands alone
    QTest::keyClicks(search, QStringLiteral("labeling"));
    QTRY_VERIFY(results->model()->rowCount() > 0);
    QTRY_VERIFY(tintedPixels() > 100);
    QVERIFY(!understood->isVisible());
    search->selectAll();
    QTest::keyClicks(search, QStringLiteral("in:jobs before:soon labeling"));
    QTRY_VERIFY(understood->isVisible());
    QTRY_VERIFY2(understood->text().startsWith(QStringLiteral("In Job · “")), qPrintable(understood->text()));
    QVERIFY2(understood->text().contains(QLatin1String("is not a date")), qPrintable(understood->text()));
    QTRY_VERIFY(results->model()->rowCount() > 0);
}

void WindowTest::sendsWithTheKeyThatWasChosen()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    QTest::keyClicks(composer(test), QStringLiteral("First line"));
    QTest::keyClick(composer(test), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(composer(test), QStringLiteral("second"));
    QCOMPARE(composer(test)->toPlainText(), QStringLiteral("First line\nsecond"));
    QTest::keyClick(composer(test), Qt::Key_Return);
    QVERIFY(composer(test)->toPlainText().isEmpty());
    QTRY_COMPARE(test.waiting().size(), std::size_t(1));
    QCOMPARE(test.waiting().front().args.value(QLatin1String("content")).toString(),
        QStringLiteral("First line\nsecond"));
    QCOMPARE(test.waiting().front().parentId, QStringLiteral("conversation-12")); // the newest one is open

    test.preferences().setSendKey(Preferences::SendKey::CtrlEnter);
    QTest::keyClicks(composer(test), QStringLiteral("Third"));
    QTest::keyClick(composer(test), Qt::Key_Return);
    QCOMPARE(composer(test)->toPlainText(), QStringLiteral("Third\n"));
    QTest::keyClick(composer(test), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(test.waiting().size(), std::size_t(2));
    QCOMPARE(test.waiting().back().args.value(QLatin1String("content")).toString(), QStringLiteral("Third"));
}

void WindowTest::keepsWhatWasWrittenThroughARestart()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    QTest::keyClicks(composer(test), QStringLiteral("Half a thought"));
    test.restart();
    test.show(QStringLiteral("messages"));
    QTRY_COMPARE(composer(test)->toPlainText(), QStringLiteral("Half a thought"));
    QVERIFY(test.waiting().empty());
}

void WindowTest::keepsWhatWasWrittenThroughASwitch()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    auto* list = test.child<RowListView>("conversationList");
    QTest::keyClicks(composer(test), QStringLiteral("For the first"));
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_VERIFY(composer(test)->toPlainText().isEmpty());
    QTest::keyClicks(composer(test), QStringLiteral("For the second"));
    test.show(QStringLiteral("jobs"));
    test.show(QStringLiteral("messages"));
    QCOMPARE(composer(test)->toPlainText(), QStringLiteral("For the second"));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_COMPARE(composer(test)->toPlainText(), QStringLiteral("For the first"));
    // The list says so.
    using Model = models::ConversationListModel;
    QTRY_COMPARE(
        list->model()->index(1, 0).data(Model::LastLineRole).toString(), QStringLiteral("For the second"));
    QCOMPARE(list->model()->index(1, 0).data(Model::LineKindRole).value<Model::LineKind>(),
        Model::LineKind::Draft);
}

void WindowTest::takesAWaitingMessageBack()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    QTest::keyClicks(composer(test), QStringLiteral("Sent too soon"));
    QTest::keyClick(composer(test), Qt::Key_Return);
    QTRY_COMPARE(test.waiting().size(), std::size_t(1));
    auto* timeline = test.child<QListView>("timeline");
    QTRY_COMPARE(timeline->model()->index(timeline->model()->rowCount() - 1, 0).data().toString(),
        QStringLiteral("Sent too soon"));
    // By keyboard: the message's own menu has Undo.
    timeline->setFocus();
    timeline->setCurrentIndex(timeline->model()->index(timeline->model()->rowCount() - 1, 0));
    QTest::keyClick(timeline, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(test.waiting().size(), std::size_t(0));
    QTRY_COMPARE(composer(test)->toPlainText(), QStringLiteral("Sent too soon"));
}

void WindowTest::takesPlainTextAlone()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    auto* data = new QMimeData; // the clipboard takes it
    data->setHtml(QStringLiteral("<b>bold</b><img src=\"https://tracker.test/x.png\">"));
    data->setText(QStringLiteral("bold"));
    QGuiApplication::clipboard()->setMimeData(data);
    composer(test)->paste();
    QCOMPARE(composer(test)->toPlainText(), QStringLiteral("bold"));
}

void WindowTest::refusesATextThatIsTooLong()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    const QString text = QStringLiteral("x").repeated(10'001);
    composer(test)->setPlainText(text);
    QVERIFY(!test.child<QPushButton>("composerSend")->isEnabled());
    QVERIFY(test.child<QLabel>("composerCount")->isVisible());
    QTest::keyClick(composer(test), Qt::Key_Return);
    QCOMPARE(composer(test)->toPlainText(), text); // not one character is cut
    QVERIFY(test.waiting().empty());
    composer(test)->setPlainText(text.left(10'000));
    QVERIFY(test.child<QPushButton>("composerSend")->isEnabled());
}

void WindowTest::saysWhyNothingCanBeWritten()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    QVERIFY(composer(test)->isVisible());
    storage::Conversation closed = test::sampleConversation(12);
    closed.version = 2;
    closed.canSend = false;
    closed.cannotSendReason = QStringLiteral("employer_first_message_required");
    OT_VERIFY_OK(test::await(test.vault().write(
        [closed](storage::WriteTransaction& transaction) { return Outcome(transaction.upsert(closed)); })));
    QTRY_VERIFY(!composer(test)->isVisible());
    QVERIFY(test.child<QLabel>("composerReason")->text().contains(QLatin1String("employer writes first")));
}

void WindowTest::asksBeforeALinkOpens()
{
    TestWindow test;
    test.show(QStringLiteral("jobs"));
    QTRY_VERIFY(test.child<QPushButton>("jobViewOnWeb")->isVisible());
    QTest::mouseClick(test.child<QPushButton>("jobViewOnWeb"), Qt::LeftButton);
    auto* address = test.child<QPlainTextEdit>("linkAddress");
    QCOMPARE(address->toPlainText(), QStringLiteral("https://app.opentrain.ai/jobs/job-40"));
    QVERIFY(test.openedLinks().isEmpty());
    QTest::mouseClick(test.child<QPushButton>("linkOpen"), Qt::LeftButton);
    QCOMPARE(
        test.openedLinks(), QList<QUrl> { QUrl(QStringLiteral("https://app.opentrain.ai/jobs/job-40")) });
}

void WindowTest::changesTheThemeAtOnce()
{
    TestWindow test;
    test.show(QStringLiteral("settings"));
    QSignalSpy changed(&test.preferences(), &Preferences::themeChanged);
    auto* choice = test.child<QComboBox>("themeChoice");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(test.preferences().theme() != ThemeChoice::System);
}

void WindowTest::asksBeforeItSignsOut()
{
    TestWindow test;
    test.show(QStringLiteral("messages"));
    QTest::keyClicks(composer(test), QStringLiteral("Still to go out"));
    QTest::keyClick(composer(test), Qt::Key_Return);
    QTRY_COMPARE(test.sync().outbox().rowCount(), 1);
    test.show(QStringLiteral("settings"));
    QSignalSpy signedOut(&test.window(), &MainWindow::signOutRequested);
    QTest::mouseClick(test.child<QPushButton>("signOut"), Qt::LeftButton);
    // What is pressed without looking signs nobody out.
    QTest::keyClick(test.child<QDialog>("signOutDialog"), Qt::Key_Return);
    QTRY_VERIFY(!test.window().findChild<QDialog*>(QStringLiteral("signOutDialog")));
    QCOMPARE(signedOut.size(), 0);
    QTest::mouseClick(test.child<QPushButton>("signOut"), Qt::LeftButton);
    QString words;
    const auto labels = test.child<QDialog>("signOutDialog")->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        words += label->text();
    QVERIFY2(words.contains(test.sync().waitingText()), qPrintable(words));
    QTest::mouseClick(test.child<QPushButton>("signOutConfirm"), Qt::LeftButton);
    QCOMPARE(signedOut.size(), 1);
    QCOMPARE(test.waiting().size(), std::size_t(1)); // nothing is lost by it
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
