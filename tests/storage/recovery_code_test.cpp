// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/recovery_code.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace ot;
using namespace ot::storage;

class RecoveryCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isPrintedInGroupsAndNeverTwice()
    {
        static const QRegularExpression kForm(
            QStringLiteral("\\A(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}\\z"));
        QSet<QString> codes;
        for (int i = 0; i < 200; ++i) {
            const QString code = newRecoveryCode();
            QVERIFY2(kForm.match(code).hasMatch(), qPrintable(code));
            codes.insert(code);
            QCOMPARE(*readRecoveryCode(code), code);
        }
        QCOMPARE(codes.size(), 200);
    }

    void isReadAsPeopleWriteIt()
    {
        const QString code = newRecoveryCode();
        QString written = QString(code).remove(u'-').toLower();
        written.replace(u'0', u'o').replace(u'1', u'l');
        written.insert(5, QStringLiteral(" \n\t\u2013 "));
        QCOMPARE(*readRecoveryCode(written), code);
        written.replace(u'l', u'I');
        QCOMPARE(*readRecoveryCode(written), code);
    }

    void noticesSlips()
    {
        int unnoticed = 0;
        int slips = 0;
        for (int round = 0; round < 20; ++round) {
            const QString code = newRecoveryCode().remove(u'-');
            for (qsizetype i = 0; i < code.size(); ++i) {
                QString other = code;
                other[i] = code[i] == u'A' ? u'B' : u'A';
                ++slips;
                unnoticed += readRecoveryCode(other).ok() ? 1 : 0;
            }
        }
        // One in 256 by chance.
        QVERIFY2(unnoticed < slips / 50, qPrintable(QStringLiteral("%1 of %2").arg(unnoticed).arg(slips)));
    }

    void refusesWhatIsNoCode_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("too short") << newRecoveryCode().chopped(1);
        QTest::newRow("too long") << newRecoveryCode() + u'A';
        QTest::newRow("another letter") << newRecoveryCode().replace(0, 1, QStringLiteral("U"));
        QTest::newRow("another script") << newRecoveryCode().replace(0, 1, QStringLiteral("\u0410"));
        QTest::newRow("much too long") << QString(1'000'000, u'A');
    }

    void refusesWhatIsNoCode()
    {
        QFETCH(QString, typed);
        const Result<QString> read = readRecoveryCode(typed);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY(!read.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RecoveryCodeTest)
#include "recovery_code_test.moc"
