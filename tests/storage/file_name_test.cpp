// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/file_name.h"

#include <QTest>

using namespace ot::storage;

class FileNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleans_data();
    void cleans();
    void isShortEnough();
    void neverNamesAnotherFolder();
};

void FileNameTest::cleans_data()
{
    QTest::addColumn<QString>("received");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isProgram");
    const auto row
        = [](const char* what, const char16_t* received, const char16_t* name, bool isProgram = false) {
              QTest::newRow(what) << QString::fromUtf16(received) << QString::fromUtf16(name) << isProgram;
          };
    row("an ordinary name", u"guideline v1.2.pdf", u"guideline v1.2.pdf");
    row("no extension", u"README", u"README");
    row("another script", u"Anleitung f\u00fcr \u65b0\u4eba.docx", u"Anleitung f\u00fcr \u65b0\u4eba.docx");
    row("decomposed letters", u"Gui\u0301a.pdf", u"Gu\u00eda.pdf");
    row("a path", u"../../.bashrc", u"bashrc");
    row("an absolute path", u"/etc/passwd", u"passwd");
    row("a path of Windows", u"C:\\Users\\me\\x.pdf", u"x.pdf");
    row("a share", u"\\\\host\\share\\x.pdf", u"x.pdf");
    row("a drive", u"C:x.pdf", u"C_x.pdf");
    row("a folder's end", u"folder/", u"file");
    row("nothing", u"", u"file");
    row("dots alone", u"...", u"file");
    row("blanks alone", u" \t ", u"file");
    row("a hidden file", u".profile", u"profile");
    row("dots and blanks at the end", u"x.pdf. . ", u"x.pdf");
    row("a direction override", u"x\u202efdp.exe", u"xfdp.exe", true);
    row("an isolate", u"\u2067x\u2069.pdf", u"x.pdf");
    row("a zero-width space", u"x\u200b.p\u200bdf", u"x.pdf");
    row("a line break", u"a\nb.pdf", u"ab.pdf");
    row("a no-break space", u"a\u00a0b.pdf", u"a b.pdf");
    row("a NUL's neighbours", u"a\u0001\u007f\u0085b.pdf", u"ab.pdf");
    row("a device", u"CON.txt", u"_CON.txt");
    row("a device in small letters", u"nul", u"_nul");
    row("a device with a number", u"Com1.tar.gz", u"_Com1.tar.gz");
    row("a device with a superscript", u"LPT\u00b9.txt", u"_LPT\u00b9.txt");
    row("no device", u"console.txt", u"console.txt");
    row("an option", u"-rf", u"_-rf");
    row("a home", u"~root.pdf", u"_~root.pdf");
    row("a stream", u"x.pdf:ads", u"x.pdf_ads");
    row("what Windows forbids", u"a<b>c\"d|e?f*g.pdf", u"a_b_c_d_e_f_g.pdf");
    row("two extensions", u"report.pdf.exe", u"report_pdf.exe", true);
    row("two extensions far apart", u"report.pdf                                  .exe", u"report_pdf.exe",
        true);
    row("three extensions", u"a.docx.zip.js", u"a_docx_zip.js", true);
    row("a packed archive", u"data.tar.gz", u"data.tar.gz");
    row("a version", u"guideline-2.10.7.pdf", u"guideline-2.10.7.pdf");
    row("a starter", u"Open me.desktop", u"Open me.desktop", true);
    row("a program in capitals", u"SETUP.EXE", u"SETUP.EXE", true);
    row("a page", u"page.html", u"page.html", true);
    row("a sentence", u"Please read. Then sign it", u"Please read. Then sign it");
    QTest::newRow("an unpaired surrogate") << QString(QChar(0xD800)) + QStringLiteral("x.pdf")
                                           << QString(QChar(0xFFFD)) + QStringLiteral("x.pdf") << false;
}

void FileNameTest::cleans()
{
    QFETCH(QString, received);
    QFETCH(QString, name);
    QFETCH(bool, isProgram);
    const FileName cleaned = cleanFileName(received);
    QCOMPARE(cleaned.name, name);
    QCOMPARE(cleaned.isProgram, isProgram);
    // Cleaning what is clean changes nothing.
    QCOMPARE(cleanFileName(cleaned.name).name, cleaned.name);
}

void FileNameTest::isShortEnough()
{
    const FileName ascii = cleanFileName(QString(400, QLatin1Char('a')) + QStringLiteral(".pdf"));
    QCOMPARE(ascii.name.toUtf8().size(), kLongestFileName);
    QVERIFY(ascii.name.endsWith(QLatin1String(".pdf")));
    // Four bytes a character, which must not be cut through.
    const FileName wide
        = cleanFileName(QString::fromUtf8("\xF0\x9F\x93\x84").repeated(200) + QStringLiteral(".pdf"));
    QVERIFY(wide.name.toUtf8().size() <= kLongestFileName);
    QVERIFY(!wide.name.contains(QChar(0xFFFD)) && wide.name.isValidUtf16());
    QCOMPARE(wide.extension, QStringLiteral("pdf"));
    const FileName longExtension = cleanFileName(QStringLiteral("x.") + QString(300, QLatin1Char('b')));
    QVERIFY(longExtension.name.toUtf8().size() <= kLongestFileName);
}

void FileNameTest::neverNamesAnotherFolder()
{
    // Every pair of characters that mean something somewhere, around a name.
    const QString special = QStringLiteral("./\\:~- \u202e\u2215\uff0f");
    for (const QChar first : special) {
        for (const QChar second : special) {
            for (const QString& received : { QString(first) + second + QStringLiteral("x"),
                     QStringLiteral("x") + first + second, QString(first) + QStringLiteral("x") + second }) {
                const QString name = cleanFileName(received).name;
                QVERIFY(!name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\')));
                QVERIFY(!name.startsWith(QLatin1Char('.')) && !name.endsWith(QLatin1Char('.')));
                QVERIFY(!name.isEmpty() && name.trimmed() == name);
            }
        }
    }
}

QTEST_GUILESS_MAIN(FileNameTest)
#include "file_name_test.moc"
