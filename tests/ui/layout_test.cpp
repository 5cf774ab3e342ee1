// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/test_window.h"
#include "ui/entry/trouble_page.h"
#include "ui/entry/unlock_page.h"
#include "ui/entry/welcome_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace ot; // NOLINT(google-build-using-namespace)
using test::TestWindow;

// Every page, small and large, in both directions, with letters twice as large: nothing is cut off,
// everything has a name and is reached by the keyboard.
class LayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_font = QApplication::font(); }
    void cleanup();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void entryPagesAreNotCutOff();
    void signInStepsAreNotCutOff_data();
    void signInStepsAreNotCutOff();
    void signInIsDoneByKeyboard();
    void everyControlHasAName();
    void everyControlIsReachedByTab();

private:
    static QString pathOf(const QWidget* widget);
    static QStringList faultsOf(QWidget& window);
    static QList<QWidget*> controlsOf(QWidget& window);

    QFont m_font;
};

void LayoutTest::cleanup()
{
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QString LayoutTest::pathOf(const QWidget* widget)
{
    QString path;
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        const QString name = widget->objectName().isEmpty()
            ? QString::fromLatin1(widget->metaObject()->className())
            : widget->objectName();
        path = path.isEmpty() ? name : name + QLatin1Char('/') + path;
    }
    return path;
}

// What is cut off or stands outside its parent, where nothing scrolls.
QStringList LayoutTest::faultsOf(QWidget& window)
{
    QStringList faults;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (!label && !button)
            continue;
        const QString text = label ? label->text() : button->text();
        if (text.isEmpty())
            continue;
        const int needed = label && label->wordWrap() ? label->heightForWidth(label->width())
                                                      : widget->minimumSizeHint().height();
        if (widget->height() < needed)
            faults << QStringLiteral("%1 \"%2\" is %3 high and needs %4")
                          .arg(pathOf(widget), text.left(30))
                          .arg(widget->height())
                          .arg(needed);
        if (label && !label->wordWrap() && label->width() < label->minimumSizeHint().width())
            faults << QStringLiteral("%1 \"%2\" is %3 wide and needs %4")
                          .arg(pathOf(widget), text.left(30))
                          .arg(label->width())
                          .arg(label->minimumSizeHint().width());
    }
    return faults;
}

void LayoutTest::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("large") << QSize(1280, 800) << 100 << Qt::LeftToRight;
    QTest::newRow("small") << QSize(960, 600) << 100 << Qt::LeftToRight;
    QTest::newRow("right to left") << QSize(1280, 800) << 100 << Qt::RightToLeft;
    QTest::newRow("small, right to left") << QSize(960, 600) << 100 << Qt::RightToLeft;
    QTest::newRow("letters twice as large") << QSize(1280, 800) << 200 << Qt::LeftToRight;
    QTest::newRow("letters twice as large, right to left") << QSize(1280, 800) << 200 << Qt::RightToLeft;
}

void LayoutTest::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    TestWindow test(size, percent / 100.0);
    QCOMPARE(test.window().size(), size); // nothing pushes the window wider
    const QStringList pages = test.window().pageNames();
    for (const QString& page : pages) {
        test.show(page);
        const QStringList faults = faultsOf(test.window());
        QVERIFY2(faults.isEmpty(), qPrintable(page + QStringLiteral(":\n") + faults.join(QLatin1Char('\n'))));
    }
}

void LayoutTest::entryPagesAreNotCutOff()
{
    const ui::Theme theme(ui::ThemeChoice::Light);
    const QString sentence
        = QStringLiteral("A sentence that is long enough to need two lines of the card it stands in.");
    ui::WelcomePage welcome;
    welcome.setServer(QStringLiteral("https://app.opentrain.ai"));
    ui::UnlockPage unlock;
    unlock.setMode(ui::UnlockPage::Mode::Create);
    ui::TroublePage trouble;
    trouble.setTrouble(QStringLiteral("The keychain is locked"), sentence, QStringLiteral("code 7"),
        { { QStringLiteral("retry"), QStringLiteral("Try again"), ui::ButtonKind::Primary } });
    for (QWidget* page : std::initializer_list<QWidget*> { &welcome, &unlock, &trouble }) {
        page->resize(960, 600);
        page->show();
        welcome.setError(sentence);
        unlock.setError(sentence);
        for (int round = 0; round < 8; ++round)
            QCoreApplication::processEvents();
        const QStringList faults = faultsOf(*page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        const auto controls = controlsOf(*page);
        for (const QWidget* control : controls)
            QVERIFY2(control->height() >= 30, qPrintable(pathOf(control)));
    }
}

void LayoutTest::signInStepsAreNotCutOff_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("usual") << 100 << Qt::LeftToRight;
    QTest::newRow("right to left") << 100 << Qt::RightToLeft;
    QTest::newRow("letters twice as large") << 200 << Qt::LeftToRight;
    QTest::newRow("letters twice as large, right to left") << 200 << Qt::RightToLeft;
}

void LayoutTest::signInStepsAreNotCutOff()
{
    using Step = ui::WelcomePage::Step;
    QFETCH(int, percent);
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    const ui::Theme theme(ui::ThemeChoice::Light);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * percent / 100.0);
    QApplication::setFont(font);
    ui::WelcomePage page;
    page.setServer(QStringLiteral("https://app.opentrain.ai"));
    page.resize(960, 600);
    page.show();
    const std::vector<std::function<void()>> steps { [&] { page.showStep(Step::Choice); },
        [&] { page.offerToken(); }, [&] { page.showStep(Step::Asking); },
        [&] { page.showInBrowser(QUrl(QStringLiteral("https://app.opentrain.ai/sign-in")), true); },
        [&] { page.showInBrowser(QUrl(QStringLiteral("https://app.opentrain.ai/sign-in")), false); },
        [&] { page.showStep(Step::Finishing); } };
    for (const auto& step : steps) {
        step();
        for (int round = 0; round < 8; ++round)
            QCoreApplication::processEvents();
        const QStringList faults = faultsOf(page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        const auto controls = controlsOf(page);
        QVERIFY(!controls.isEmpty());
        for (const QWidget* control : controls) {
            QVERIFY2(control->height() >= 30, qPrintable(pathOf(control)));
            QVERIFY2(control->width() >= control->minimumSizeHint().width(), qPrintable(pathOf(control)));
            const auto* button = qobject_cast<const QAbstractButton*>(control);
            QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                qPrintable(pathOf(control)));
        }
    }
}

// The whole way with keys alone: Return begins, the focus stands where the next step is, Escape gives up.
void LayoutTest::signInIsDoneByKeyboard()
{
    const ui::Theme theme(ui::ThemeChoice::Light);
    ui::WelcomePage page;
    page.setServer(QStringLiteral(" https://app.opentrain.ai "));
    page.resize(960, 600);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto focused = [] { return QApplication::focusWidget()->objectName(); };
    QSignalSpy browser(&page, &ui::WelcomePage::browserRequested);
    QSignalSpy again(&page, &ui::WelcomePage::browserAgainRequested);
    QSignalSpy cancel(&page, &ui::WelcomePage::cancelRequested);
    QSignalSpy token(&page, &ui::WelcomePage::signInRequested);
    page.setFocus();
    QCOMPARE(focused(), QStringLiteral("welcomeBrowser"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(browser.size(), 1);
    QCOMPARE(browser.at(0).at(0).toString(), QStringLiteral("https://app.opentrain.ai"));
    page.showStep(ui::WelcomePage::Step::Asking);
    QCOMPARE(focused(), QStringLiteral("welcomeCancel"));
    page.showInBrowser(QUrl(QStringLiteral("https://app.opentrain.ai/sign-in?a=b%20c")), true);
    QCOMPARE(focused(), QStringLiteral("welcomeAgain"));
    QVERIFY(!QApplication::focusWidget()->accessibleDescription().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(again.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("welcomeCopy"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(
        QGuiApplication::clipboard()->text(), QStringLiteral("https://app.opentrain.ai/sign-in?a=b%20c"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(cancel.size(), 1);
    page.showStep(ui::WelcomePage::Step::Choice);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(cancel.size(), 1); // nothing is under way
    // The other way.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("welcomeOther"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(focused(), QStringLiteral("welcomeToken"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(token.size(), 0); // it is empty, and the page says so
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("welcomeError"))->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ot_pat_a_b"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(token.size(), 1);
    QCOMPARE(token.at(0).at(1).toString(), QStringLiteral("ot_pat_a_b"));
}

QList<QWidget*> LayoutTest::controlsOf(QWidget& window)
{
    QList<QWidget*> controls;
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const bool isControl = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget)
            || qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<QComboBox*>(widget)
            || qobject_cast<QAbstractItemView*>(widget);
        // The heads of columns are read with their tables.
        const bool isPart = qobject_cast<QHeaderView*>(widget) != nullptr;
        if (isControl && !isPart && widget->isVisible() && widget->isEnabled())
            controls.append(widget);
    }
    return controls;
}

void LayoutTest::everyControlHasAName()
{
    TestWindow test;
    const QStringList pages = test.window().pageNames();
    for (const QString& page : pages) {
        test.show(page);
        const auto controls = controlsOf(test.window());
        QVERIFY(!controls.isEmpty());
        for (const QWidget* control : controls) {
            const auto* button = qobject_cast<const QAbstractButton*>(control);
            const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(page + QStringLiteral(": ") + pathOf(control)));
        }
    }
}

void LayoutTest::everyControlIsReachedByTab()
{
    TestWindow test;
    const QStringList pages = test.window().pageNames();
    for (const QString& page : pages) {
        test.show(page);
        auto controls = controlsOf(test.window());
        QSet<QWidget*> reached;
        QWidget* start = QApplication::focusWidget();
        QVERIFY2(start, qPrintable(page));
        for (int i = 0; i < 200; ++i) {
            reached.insert(QApplication::focusWidget());
            // An editor takes Tab for itself where it may be part of the text.
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget* control : controls) {
            // A group of exclusive buttons is one stop; the arrow keys go on inside it.
            const auto* button = qobject_cast<QAbstractButton*>(control);
            if ((button && button->autoExclusive()) || (button && button->group()) || !control->focusPolicy())
                continue;
            QVERIFY2(reached.contains(control), qPrintable(page + QStringLiteral(": ") + pathOf(control)));
        }
    }
}

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
