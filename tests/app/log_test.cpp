// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ot;

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsSecretsOut_data();
    void keepsSecretsOut();
    void writesToAPrivateFileAtOnce();
};

void LogTest::keepsSecretsOut_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("secret");
    QTest::newRow("token") << "sent ot_pat_8f2a_s3cr3tVALUE now"
                           << "s3cr3tVALUE";
    QTest::newRow("header") << "Authorization: Bearer abc.def-ghi"
                            << "abc.def-ghi";
    QTest::newRow("address") << "for maria@example.test failed"
                             << "maria@example.test";
    QTest::newRow("path") << "open /home/maria/.local/share/x failed"
                          << "maria";
    QTest::newRow("key") << "key 2dd29ca851e7b56e4697b0e1f08507293d761a05ce4d1b628663f411a8086d99"
                         << "2dd29ca851e7b56e";
}

void LogTest::keepsSecretsOut()
{
    QFETCH(QString, line);
    QFETCH(QString, secret);
    QVERIFY(line.contains(secret));
    QVERIFY2(!app::redacted(line).contains(secret), qPrintable(app::redacted(line)));
}

void LogTest::writesToAPrivateFileAtOnce()
{
    QTemporaryDir profile;
    app::startLog(profile.path());
    qWarning("code 7\nforged line token ot_pat_x_secretsecret");
    qInstallMessageHandler(nullptr);
    QFile file(profile.filePath(QStringLiteral("log/opentrain-desktop.log")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("code 7 forged line"));
    QVERIFY(!text.contains("secretsecret"));
    QCOMPARE(
        file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
}

QTEST_GUILESS_MAIN(LogTest)
#include "log_test.moc"
