// SPDX-License-Identifier: GPL-3.0-or-later
//
// A message written while the server is away, in a program that is then killed, is delivered once when both
// are back.
#include "app/session.h"
#include "storage/queries/message_queries.h"
#include "storage/when_done.h"
#include "sync/message_commands.h"
#include "tests/end_to_end/client_runner.h"
#include "tests/support/sandbox_process.h"

#include <QApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstdio>

using namespace ot;

namespace {

const char kText[] = "Written on the train, without a connection";

// The child: the program's own session on the profile, with a person who writes one message. Ends only by
// being killed.
int beTheClient(int argc, char* argv[], const QString& profile, const QString& passphraseFile)
{
    const QCoreApplication application(argc, argv);
    app::Session session(profile);
    QObject::connect(&session, &app::Session::passphraseNeeded, &session, [&] {
        QFile file(passphraseFile);
        file.open(QIODevice::ReadOnly);
        session.usePassphrase(QString::fromUtf8(file.readAll()));
    });
    QObject::connect(&session, &app::Session::ready, &session, [&] {
        using namespace storage;
        whenDone(session.vault().read([](ReadSnapshot& snapshot) {
            return queries::conversations(snapshot, queries::ConversationFilter::All);
        }),
            &session, [&](const Result<std::vector<Stored<Conversation>>>& all) {
                for (const auto& stored : *all) {
                    if (!stored.record.canSend)
                        continue;
                    const QString id = stored.record.id;
                    whenDone(sync::sendMessage(session.vault(), id, QLatin1String(kText)), &session,
                        [id](const Result<QString>& queued) {
                            std::printf("%s %s\n", queued ? "queued" : "failed", qPrintable(id));
                            std::fflush(stdout);
                        });
                    return;
                }
            });
    });
    session.open();
    return QCoreApplication::exec();
}

} // namespace

class OfflineSendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversOnceAfterAKill();
};

void OfflineSendTest::deliversOnceAfterAKill()
{
    test::SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0") });
    const test::ClientRunner client;
    const QStringList syncOnce { QStringLiteral("--sync-once"), QStringLiteral("--server"),
        sandbox.url().toString(), QStringLiteral("--token-file"),
        sandbox.tokenFile(QStringLiteral("trainer")) };
    test::ProgramEnd end = client.run(syncOnce);
    QVERIFY2(end.status == 0, qPrintable(end.complaint));

    sandbox.stop();
    QProcess writer;
    writer.setProcessEnvironment(test::ClientRunner::environment());
    writer.start(QCoreApplication::applicationFilePath(),
        { QStringLiteral("--client"), client.profile(), client.passphraseFile() });
    while (!writer.canReadLine())
        QVERIFY(writer.waitForReadyRead(60'000));
    const QList<QByteArray> words = writer.readLine().trimmed().split(' ');
    QCOMPARE(words.value(0), QByteArray("queued"));
    const QString conversation = QString::fromUtf8(words.value(1));
    writer.kill(); // SIGKILL
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);

    // Without the server it is said, and the message waits.
    end = client.run(syncOnce);
    QCOMPARE(end.status, 1);
    QVERIFY(!end.complaint.isEmpty());
    end = client.run({ QStringLiteral("status") });
    QVERIFY2(end.status == 0, qPrintable(end.complaint));
    QCOMPARE(QJsonDocument::fromJson(end.output.toUtf8())
                 .object()
                 .value(QLatin1String("outbox"))
                 .toObject()
                 .value(QLatin1String("waiting"))
                 .toInt(),
        1);

    sandbox.restart();
    for (int i = 0; i < 2; ++i) { // the second time there is nothing left to do
        end = client.run(syncOnce);
        QVERIFY2(end.status == 0, qPrintable(end.complaint));
        const QByteArray body = sandbox.request("GET",
            QStringLiteral("/api/public/v1/messages?conversationId=%1&direction=older&limit=100")
                .arg(conversation),
            sandbox.trainerToken().toUtf8(), {}, nullptr);
        int delivered = 0;
        const QJsonArray messages
            = QJsonDocument::fromJson(body).object().value(QLatin1String("messages")).toArray();
        for (const QJsonValue& message : messages)
            delivered += message.toObject().value(QLatin1String("content")).toString() == QLatin1String(kText)
                ? 1
                : 0;
        QCOMPARE(delivered, 1);
        end = client.run({ QStringLiteral("status") });
        QCOMPARE(QJsonDocument::fromJson(end.output.toUtf8())
                     .object()
                     .value(QLatin1String("outbox"))
                     .toObject()
                     .value(QLatin1String("waiting"))
                     .toInt(),
            0);
    }

    // Neither what was written nor the token lies anywhere below the profile, the log included.
    const QByteArray token = sandbox.trainerToken().toUtf8();
    QDirIterator files(client.profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        ++looked;
        QVERIFY2(!content.contains(kText) && !content.contains(token), qPrintable(file.fileName()));
    }
    QVERIFY(looked >= 4);
}

int main(int argc, char* argv[])
{
    if (argc == 4 && QByteArray(argv[1]) == "--client")
        return beTheClient(argc, argv, QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    QCoreApplication application(argc, argv);
    OfflineSendTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "offline_send_test.moc"
