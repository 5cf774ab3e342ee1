// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changing between accounts from the window: the menu at the name, and the palette.
#include "tests/ui/test_window.h"
#include "ui/shell/account_menu.h"

#include <QAbstractButton>
#include <QInputDialog>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace ot; // NOLINT(google-build-using-namespace)
using namespace ot::ui; // NOLINT(google-build-using-namespace)
using test::TestWindow;

namespace {

std::vector<AccountChoice> twoAccounts()
{
    return { { QStringLiteral("a"), QStringLiteral("Work & play"), true },
        { QStringLiteral("b"), {}, false } };
}

// Opens the menu as a person does and hands it over.
AccountMenu* openMenu(TestWindow& test)
{
    QTest::mouseClick(test.child<QAbstractButton>("railAccount"), Qt::LeftButton);
    return test.child<AccountMenu>("accountMenu");
}

} // namespace

class AccountMenuTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheAccounts();
    void choosesAnother();
    void addsOne();
    void namesTheOpenOne();
    void isInThePalette();
};

void AccountMenuTest::listsTheAccounts()
{
    TestWindow test;
    test.window().setAccounts(twoAccounts());
    const QList<QAction*> actions = openMenu(test)->actions();
    QCOMPARE(actions.size(), 5); // two accounts, a line, and two commands
    QVERIFY(actions.at(0)->text().startsWith(QStringLiteral("Work && play"))); // no shortcut of the menu's
    QVERIFY(actions.at(0)->isChecked());
    QCOMPARE(actions.at(1)->text(), QStringLiteral("Account 2")); // nothing is known of it
    QVERIFY(!actions.at(1)->isChecked());
    QCOMPARE(actions.at(1)->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+2")));
}

void AccountMenuTest::choosesAnother()
{
    TestWindow test;
    test.window().setAccounts(twoAccounts());
    QSignalSpy chosen(&test.window(), &MainWindow::accountChosen);
    AccountMenu* menu = openMenu(test);
    menu->actions().at(0)->trigger(); // the open one
    QCOMPARE(chosen.size(), 0);
    menu->actions().at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("b"));
}

void AccountMenuTest::addsOne()
{
    TestWindow test;
    test.window().setAccounts(twoAccounts());
    QSignalSpy asked(&test.window(), &MainWindow::accountAdditionRequested);
    openMenu(test)->actions().at(3)->trigger();
    QCOMPARE(asked.size(), 1);
}

void AccountMenuTest::namesTheOpenOne()
{
    TestWindow test;
    test.window().setAccounts(twoAccounts());
    QSignalSpy named(&test.window(), &MainWindow::accountLabelChosen);
    openMenu(test)->actions().at(4)->trigger();
    auto* dialog = test.child<QInputDialog>("accountLabelDialog");
    QCOMPARE(dialog->textValue(), QStringLiteral("Work & play"));
    QVERIFY(dialog->labelText().contains(QStringLiteral("outside"))); // where it is kept is said
    dialog->setTextValue(QStringLiteral("  Only \t work "));
    dialog->accept();
    QCOMPARE(named.size(), 1);
    QCOMPARE(named.at(0).at(0).toString(), QStringLiteral("Only work"));
}

void AccountMenuTest::isInThePalette()
{
    TestWindow test;
    test.window().setAccounts(twoAccounts());
    QSignalSpy chosen(&test.window(), &MainWindow::accountChosen);
    test.window().openPalette();
    QTest::keyClicks(test.child<QWidget>("globalSearch"), QStringLiteral("change to account 2"));
    auto* results = test.child<QWidget>("commandPalette")->findChild<QListView*>();
    QTRY_VERIFY(
        results->model()->index(0, 0).data(Qt::DisplayRole).toString().contains(QStringLiteral("Account 2")));
    QTest::keyClick(test.child<QWidget>("globalSearch"), Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("b"));
}

QTEST_MAIN(AccountMenuTest)
#include "account_menu_test.moc"
