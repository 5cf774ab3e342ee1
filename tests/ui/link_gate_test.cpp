// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_gate.h"

#include "ui/link_dialog.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ot::ui; // NOLINT(google-build-using-namespace)
using Refusal = LinkVerdict::Refusal;

class LinkGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAddresses_data();
    void judgesAddresses();
    void tellsOwnHostsFromOthers();
    void opensNothingUnasked();
    void opensWhatTheUserAgreedTo();
    void saysWhenNothingTookTheAddress();
    void offersNoWayToOpenARefusedOne();

private:
    static LinkDialog* dialogOf(QWidget& window) { return window.findChild<LinkDialog*>(); }
    static QPushButton* buttonThat(const LinkDialog& dialog, const char* word)
    {
        const auto buttons = dialog.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->text().contains(QLatin1String(word)))
                return button;
        }
        return nullptr;
    }

    const QStringList m_own { QStringLiteral("opentrain.ai") };
    Theme m_theme { ThemeChoice::Light };
};

void LinkGateTest::judgesAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("host");
    const auto row = [](const char* name, const char* address, Refusal refusal, const char* host = "") {
        QTest::newRow(name) << QString::fromUtf8(address) << refusal << QString::fromLatin1(host);
    };
    row("a web address", "https://labelstud.io/guide?x=1#y", Refusal::None, "labelstud.io");
    row("capitals", "HTTPS://LabelStud.IO/", Refusal::None, "labelstud.io");
    row("a port", "https://x.test:8443/", Refusal::None, "x.test");
    row("this machine", "http://127.0.0.1:8080/", Refusal::None, "127.0.0.1");
    row("a look-alike", "https://\u0430pple.com/", Refusal::None, "xn--pple-43d.com");
    row("without encryption", "http://x.test/", Refusal::Scheme);
    row("a script", "javascript:alert(1)", Refusal::Scheme);
    row("a file", "file:///etc/passwd", Refusal::Scheme);
    row("data", "data:text/html,x", Refusal::Scheme);
    row("a share", "smb://x.test/", Refusal::Scheme);
    row("a mail", "mailto:x@x.test", Refusal::Scheme);
    row("no scheme", "x.test/", Refusal::Scheme);
    row("a name before the host", "https://opentrain.ai@evil.test/", Refusal::Credentials);
    row("a name and a password", "https://a:b@evil.test/", Refusal::Credentials);
    row("an empty name", "https://@evil.test/", Refusal::Credentials);
    row("a blank", "https://x.test/ y", Refusal::Hidden);
    row("a line break", "https://x.test/\njavascript:1", Refusal::Hidden);
    row("a direction override", "https://x.test/\u202egpj.exe", Refusal::Hidden);
    row("a zero-width space", "https://x\u200b.test/", Refusal::Hidden);
    row("a backslash", "https://x.test\\@evil.test/", Refusal::Hidden);
    row("no host", "https:///path", Refusal::Host);
    row("a percent sign in the host", "https://x%2etest/", Refusal::NotAnAddress);
    row("nothing", "", Refusal::NotAnAddress);
    QTest::newRow("too long") << QStringLiteral("https://x.test/") + QString(3'000, QLatin1Char('y'))
                              << Refusal::NotAnAddress << QString();
}

void LinkGateTest::judgesAddresses()
{
    QFETCH(QString, address);
    QFETCH(Refusal, refusal);
    QFETCH(QString, host);
    const LinkVerdict verdict = judgeLink(address, m_own);
    if (refusal == Refusal::None) {
        QVERIFY(verdict.allowed());
        QCOMPARE(verdict.host, host);
        for (const QChar c : verdict.address)
            QVERIFY(c.unicode() > 0x20 && c.unicode() < 0x7F);
    } else {
        // Which of two reasons is named first does not matter; that it is refused does.
        QVERIFY(!verdict.allowed());
        QVERIFY(verdict.url.isEmpty());
        QVERIFY(!refusalText(verdict.refusal).isEmpty());
        if (refusal != Refusal::NotAnAddress && refusal != Refusal::Host)
            QCOMPARE(int(verdict.refusal), int(refusal));
    }
}

void LinkGateTest::tellsOwnHostsFromOthers()
{
    QVERIFY(!judgeLink(QStringLiteral("https://opentrain.ai/jobs"), m_own).thirdParty);
    QVERIFY(!judgeLink(QStringLiteral("https://app.opentrain.ai/jobs"), m_own).thirdParty);
    QVERIFY(judgeLink(QStringLiteral("https://notopentrain.ai/"), m_own).thirdParty);
    QVERIFY(judgeLink(QStringLiteral("https://opentrain.ai.evil.test/"), m_own).thirdParty);
}

void LinkGateTest::opensNothingUnasked()
{
    int opened = 0;
    LinkGate gate(m_own, [&opened](const QUrl&) { return ++opened > 0; });
    QWidget window;
    window.show();
    const QString address = QStringLiteral("https://labelstud.io/a/very/long/path?with=everything#shown");
    gate.ask(address, &window);
    QVERIFY(dialogOf(window));
    const auto labels = dialogOf(window)->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QVERIFY(label->textFormat() == Qt::PlainText);
    const auto* whole = dialogOf(window)->findChild<QPlainTextEdit*>(QStringLiteral("linkAddress"));
    QCOMPARE(whole->toPlainText(), address);
    // What is pressed without looking opens nothing.
    QTest::keyClick(dialogOf(window), Qt::Key_Return);
    QTRY_VERIFY(!dialogOf(window));
    gate.ask(address, &window);
    QTest::keyClick(dialogOf(window), Qt::Key_Escape);
    QTRY_VERIFY(!dialogOf(window));
    QCOMPARE(opened, 0);
}

void LinkGateTest::opensWhatTheUserAgreedTo()
{
    QUrl opened;
    LinkGate gate(m_own, [&opened](const QUrl& url) {
        opened = url;
        return true;
    });
    QSignalSpy told(&gate, &LinkGate::opened);
    QWidget window;
    window.show();
    gate.ask(QStringLiteral("https://labelstud.io/guide?secret=1"), &window);
    QPushButton* open = buttonThat(*dialogOf(window), "Open");
    QVERIFY(open);
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(opened, QUrl(QStringLiteral("https://labelstud.io/guide?secret=1")));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), QStringLiteral("labelstud.io")); // the host alone
    QTRY_VERIFY(!dialogOf(window));
}

void LinkGateTest::saysWhenNothingTookTheAddress()
{
    LinkGate gate(m_own, [](const QUrl&) { return false; });
    QWidget window;
    window.show();
    gate.ask(QStringLiteral("https://labelstud.io/"), &window);
    QTest::mouseClick(buttonThat(*dialogOf(window), "Open"), Qt::LeftButton);
    QVERIFY(dialogOf(window));
    QVERIFY(buttonThat(*dialogOf(window), "Copy"));
}

void LinkGateTest::offersNoWayToOpenARefusedOne()
{
    LinkGate gate(m_own, [](const QUrl&) { return true; });
    QSignalSpy told(&gate, &LinkGate::opened);
    QWidget window;
    window.show();
    gate.ask(QStringLiteral("file:///etc/passwd"), &window);
    QVERIFY(dialogOf(window));
    QPushButton* open = buttonThat(*dialogOf(window), "Open");
    QVERIFY(!open || !open->isVisible());
    QTest::keyClick(dialogOf(window), Qt::Key_Return);
    QCOMPARE(told.size(), 0);
}

QTEST_MAIN(LinkGateTest)
#include "link_gate_test.moc"
