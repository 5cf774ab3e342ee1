// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the sandbox serves a snapshot, and with how much memory.
//
//     opentrain-benchmark-sandbox [--jobs 100000] [--rounds 3]
//
// The floor, measured in the same run: the same records read from the same file in the same order, by a bare
// SQLite walk that copies each object and nothing else. The client's side of the connection is in the figure:
// it takes the bytes and looks at the end of each page only.
#include "tests/support/sandbox_process.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sqlite3.h>

namespace {

struct Figure {
    qint64 records = 0;
    qint64 bytes = 0;
    double seconds = 0;

    [[nodiscard]] double recordsASecond() const { return static_cast<double>(records) / seconds; }
};

/// One whole snapshot of the job feed, page by page.
Figure readSnapshot(const ot::test::SandboxProcess& sandbox)
{
    static const QRegularExpression kEnd(QStringLiteral(
        "\"nextCursor\":\"([^\"]+)\",\"hasMore\":(true|false),\"snapshot\":\\{\"done\":(\\d+)"));
    QNetworkAccessManager network;
    Figure figure;
    QString cursor;
    QElapsedTimer timer;
    timer.start();
    while (!cursor.startsWith(QLatin1String("c_"))) {
        QNetworkRequest request(
            QUrl(sandbox.url().toString() + QStringLiteral("/api/trainer/v1/sync?types=Job&limit=1000")
                + (cursor.isEmpty() ? QString() : QStringLiteral("&cursor=") + cursor)));
        request.setRawHeader("Authorization", "Bearer " + sandbox.trainerToken().toUtf8());
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QByteArray body = reply->readAll();
        const auto end = kEnd.match(QString::fromUtf8(body.right(300)));
        if (!end.hasMatch())
            qFatal("The sandbox answered: %s", body.left(500).constData());
        figure.bytes += body.size();
        cursor = end.captured(1);
        figure.records = end.captured(3).toLongLong();
    }
    figure.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return figure;
}

/// The same records by a bare walk along the same index.
Figure readFloor(const QString& path)
{
    sqlite3* database = nullptr;
    sqlite3_stmt* walk = nullptr;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK
        || sqlite3_prepare_v2(database,
               "SELECT id, version, seq, object FROM records WHERE account = '' AND type = 'Job' AND seq > 0 "
               "AND removed = 0 ORDER BY seq",
               -1, &walk, nullptr)
            != SQLITE_OK)
        qFatal("The sandbox's file can't be read: %s", sqlite3_errmsg(database));
    Figure figure;
    QElapsedTimer timer;
    timer.start();
    QByteArray copy;
    while (sqlite3_step(walk) == SQLITE_ROW) {
        copy = QByteArray(
            static_cast<const char*>(sqlite3_column_blob(walk, 3)), sqlite3_column_bytes(walk, 3));
        figure.bytes += copy.size();
        ++figure.records;
    }
    figure.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    sqlite3_finalize(walk);
    sqlite3_close(database);
    return figure;
}

/// VmHWM of a process: the most memory it ever had, in kilobytes.
qint64 peakKilobytes(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    static const QRegularExpression kPeak(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    const auto found = status.open(QIODevice::ReadOnly) ? kPeak.match(QString::fromUtf8(status.readAll()))
                                                        : QRegularExpressionMatch();
    return found.hasMatch() ? found.captured(1).toLongLong() : 0;
}

void print(const char* what, const Figure& figure)
{
    std::printf("%-28s %8lld records %8.1f MB %8.2f s %10.0f records/s\n", what,
        static_cast<long long>(figure.records), static_cast<double>(figure.bytes) / 1e6, figure.seconds,
        figure.recordsASecond());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({ QStringLiteral("jobs"), {}, QStringLiteral("number"), QStringLiteral("100000") });
    parser.addOption({ QStringLiteral("rounds"), {}, QStringLiteral("number"), QStringLiteral("3") });
    parser.addHelpOption();
    parser.process(application);
    const QString jobs = parser.value(QStringLiteral("jobs"));
    const int rounds = std::max(1, parser.value(QStringLiteral("rounds")).toInt());

    ot::test::SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0"),
        QStringLiteral("--scale"), QStringLiteral("jobs=") + jobs });
    const QString path = sandbox.dataDirectory() + QStringLiteral("/sandbox.db");
    const qint64 before = peakKilobytes(sandbox.processId());
    Figure best;
    for (int round = 0; round < rounds; ++round) {
        const Figure served = readSnapshot(sandbox);
        print("snapshot over HTTP", served);
        if (best.records == 0 || served.seconds < best.seconds)
            best = served;
    }
    const qint64 after = peakKilobytes(sandbox.processId());
    sandbox.stop(); // which holds its file for itself alone
    Figure floor;
    for (int round = 0; round < rounds; ++round) {
        const Figure bare = readFloor(path);
        print("floor: a bare SQLite walk", bare);
        if (floor.records == 0 || bare.seconds < floor.seconds)
            floor = bare;
    }
    std::printf("%-28s %8.2f of the floor's speed\n", "best of all rounds",
        best.recordsASecond() / floor.recordsASecond());
    std::printf("%-28s %8.1f MB when it began, %.1f MB after; the marketplace's file has %.1f MB\n",
        "memory of the sandbox", static_cast<double>(before) / 1024, static_cast<double>(after) / 1024,
        static_cast<double>(QFile(path).size()) / 1e6);
    return best.records == floor.records ? 0 : 1;
}
