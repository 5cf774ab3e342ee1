// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export_file_dialog.h"

#include "tests/support/test_vault.h"
#include "tests/support/wait.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::ui; // NOLINT(google-build-using-namespace)
using test::await;

class ExportFileDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesNothingUnasked();
    void writesWhereTheUserSays();
    void goesOnAfterTheUserGaveUp();
    void saysWhatWentWrong();
    void warnsOfWhatItIs_data();
    void warnsOfWhatItIs();

private:
    std::unique_ptr<ExportFileDialog> make(const QString& name, bool confidential = false)
    {
        auto dialog = std::make_unique<ExportFileDialog>(m_store->vault().blobs(),
            FileToExport { m_hash, name, QStringLiteral("11 B"), {}, confidential }, nullptr,
            [this](QWidget*, const QString& proposed, const std::function<void(const QString&)>& chosen) {
                m_proposed = proposed;
                chosen(m_answer);
            });
        dialog->show();
        return dialog;
    }
    static void clickSave(const QDialog& dialog)
    {
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("exportSave")), Qt::LeftButton);
    }
    template <class Widget>
    static bool shows(const QDialog& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QLatin1String(name))->isVisible();
    }

    Theme m_theme { ThemeChoice::Light };
    std::unique_ptr<test::TestVault> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_hash;
    QString m_proposed;
    QString m_answer;
};

void ExportFileDialogTest::init()
{
    m_store = std::make_unique<test::TestVault>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_hash = *await(m_store->vault().blobs().put(QByteArray("the content")));
    m_proposed.clear();
    m_answer = m_folder->filePath(QStringLiteral("copy.pdf"));
}

void ExportFileDialogTest::writesNothingUnasked()
{
    const auto dialog = make(QStringLiteral("guideline.pdf"));
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        QVERIFY(label->textFormat() == Qt::PlainText);
    QTest::keyClick(dialog.get(), Qt::Key_Return);
    QCOMPARE(dialog->result(), int(QDialog::Rejected));
    QVERIFY(!dialog->isVisible());
    QVERIFY(m_proposed.isEmpty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void ExportFileDialogTest::writesWhereTheUserSays()
{
    const auto dialog = make(QStringLiteral("../../guide\u202eline.pdf"));
    QSignalSpy exported(dialog.get(), &ExportFileDialog::exported);
    clickSave(*dialog);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(m_proposed, QStringLiteral("guideline.pdf"));
    QCOMPARE(exported.front().front().toString(), m_answer);
    QCOMPARE(dialog->result(), int(QDialog::Accepted));
    QFile copy(m_answer);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray("the content"));
}

void ExportFileDialogTest::goesOnAfterTheUserGaveUp()
{
    const auto dialog = make(QStringLiteral("guideline.pdf"));
    const QString place = std::exchange(m_answer, QString());
    clickSave(*dialog);
    QVERIFY(dialog->isVisible());
    m_answer = place;
    QSignalSpy exported(dialog.get(), &ExportFileDialog::exported);
    clickSave(*dialog);
    QTRY_COMPARE(exported.size(), 1);
}

void ExportFileDialogTest::saysWhatWentWrong()
{
    const auto dialog = make(QStringLiteral("guideline.pdf"));
    m_answer = m_folder->filePath(QStringLiteral("no/such/folder/x.pdf"));
    clickSave(*dialog);
    QTRY_VERIFY(shows<QWidget>(*dialog, "exportState"));
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("exportSave"))->isEnabled());
}

void ExportFileDialogTest::warnsOfWhatItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("confidential");
    QTest::addColumn<bool>("program");
    QTest::newRow("a document") << QStringLiteral("a.pdf") << false << false;
    QTest::newRow("a confidential one") << QStringLiteral("a.pdf") << true << false;
    QTest::newRow("a program that looks like one") << QStringLiteral("a.pdf.exe") << false << true;
}

void ExportFileDialogTest::warnsOfWhatItIs()
{
    QFETCH(QString, name);
    QFETCH(bool, confidential);
    QFETCH(bool, program);
    const auto dialog = make(name, confidential);
    QCOMPARE(shows<QWidget>(*dialog, "exportConfidential"), confidential);
    QCOMPARE(shows<QWidget>(*dialog, "exportProgram"), program);
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("exportName"))->text().contains(QLatin1String("11 B")));
}

QTEST_MAIN(ExportFileDialogTest)
#include "export_file_dialog_test.moc"
