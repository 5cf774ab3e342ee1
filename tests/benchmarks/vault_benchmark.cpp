// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the vault costs over bare SQLCipher, and how fast it answers, at the size it is built for.
//
//     opentrain-benchmark-vault [--jobs 100000] [--messages 1000000]
//
// The floor of writing, measured in the same run: the same rows put into the same tables and search tables of
// another file by two prepared statements, their values at hand. The texts are made of 30,000 words, the
// frequent ones much more often (as natural text is), so that a common beginning has very many hits.
#include "storage/queries/job_queries.h"
#include "storage/queries/message_queries.h"
#include "storage/queries/search_queries.h"
#include "storage/search_text.h"
#include "tests/benchmarks/corpus.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace ot;
using namespace ot::storage;
using test::await;
using namespace ot::benchmark; // NOLINT(google-build-using-namespace): what this program is made of

namespace {

constexpr int kPage = 50;
constexpr int kHits = 20;

std::vector<QString> columnsOf(Connection& connection, const QString& table)
{
    Query query = need(connection.query("SELECT name FROM pragma_table_info('" + table.toStdString() + "')"));
    return need(collectRows(query, [](const Query& row) { return row.text(0); }));
}

/// Copies a table and its search table from one file to another by bare statements, and gives the seconds
/// that the writing alone took.
double copyBare(Connection& from, Connection& to, const QString& table)
{
    const std::vector<QString> columns = columnsOf(from, table);
    const std::vector<QString> searched = columnsOf(from, table + QStringLiteral("_search"));
    const auto join = [](const std::vector<QString>& names) {
        return QStringList(names.begin(), names.end()).join(QLatin1Char(',')).toStdString();
    };
    const auto marks = [](std::size_t count) {
        return QStringList(static_cast<qsizetype>(count), QStringLiteral("?"))
            .join(QLatin1Char(','))
            .toStdString();
    };
    const std::string name = table.toStdString();
    const std::string insertRow = "INSERT INTO " + name + " VALUES (" + marks(columns.size()) + ")";
    const std::string insertSearch = "INSERT INTO " + name + "_search (rowid," + join(searched) + ") VALUES ("
        + marks(searched.size() + 1) + ")";
    const std::string select = "SELECT " + join(columns) + "," + join(searched) + " FROM " + name
        + " WHERE row > ? ORDER BY row LIMIT " + std::to_string(kBatch);
    struct Row {
        std::vector<QByteArray> values;
        std::vector<QString> texts;
        qint64 row = 0;
    };
    double seconds = 0;
    qint64 last = std::numeric_limits<qint64>::min();
    while (true) {
        std::vector<Row> batch;
        {
            Query query = need(from.query(select));
            query.bind(1, last);
            batch = need(collectRows(query, [&](const Query& source) {
                Row row;
                row.row = source.integer(0);
                int column = 1;
                for (std::size_t i = 1; i < columns.size(); ++i, ++column)
                    row.values.push_back(source.isNull(column) ? QByteArray() : source.blob(column));
                for (std::size_t i = 0; i < searched.size(); ++i, ++column)
                    row.texts.push_back(indexedText(source.text(column)));
                return row;
            }));
        }
        if (batch.empty())
            return seconds;
        last = batch.back().row;
        QElapsedTimer timer;
        timer.start();
        need(to.execute(QStringLiteral("BEGIN IMMEDIATE")));
        for (const Row& row : batch) {
            {
                Query query = need(to.query(insertRow));
                query.bind(1, row.row);
                for (std::size_t i = 0; i < row.values.size(); ++i)
                    query.bind(static_cast<int>(i) + 2, row.values[i]);
                need(query.run());
            }
            Query query = need(to.query(insertSearch));
            query.bind(1, row.row);
            for (std::size_t i = 0; i < row.texts.size(); ++i)
                query.bind(static_cast<int>(i) + 2, row.texts[i]);
            need(query.run());
        }
        need(to.execute(QStringLiteral("COMMIT")));
        seconds += milliseconds(timer) / 1000;
    }
}

void browse(Vault& vault, Writer& writer, int messages)
{
    const std::vector<qint64> jobs
        = need(await(vault.read([](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, {}); })));
    Times all;
    Times jobPage;
    Times messagePage;
    for (int i = 0; i < 20; ++i)
        measure(vault, all, [](ReadSnapshot& snapshot) { return queries::jobRows(snapshot, {}); });
    for (int i = 0; i < 1000 && jobs.size() > kPage; ++i) {
        const std::size_t at = writer.random()() % (jobs.size() - kPage);
        const std::vector<qint64> page(jobs.begin() + static_cast<std::ptrdiff_t>(at),
            jobs.begin() + static_cast<std::ptrdiff_t>(at + kPage));
        measure(
            vault, jobPage, [&page](ReadSnapshot& snapshot) { return queries::byRows<Job>(snapshot, page); });
    }
    for (int i = 0; i < 1000 && messages > 0; ++i) {
        const QString conversation = QStringLiteral("cv_%1").arg(writer.random()() % kConversations);
        const int number = static_cast<int>(writer.random()() % static_cast<unsigned>(messages));
        const qint64 before
            = (test::sampleMessage(conversation, number).createdAt.value().milliseconds << 20) + 1;
        measure(vault, messagePage, [&](ReadSnapshot& snapshot) {
            return queries::messagesBefore(snapshot, conversation, before, kPage);
        });
    }
    all.print("the keys of all jobs, newest first");
    if (!jobPage.all.empty())
        jobPage.print("50 whole jobs at any depth");
    if (!messagePage.all.empty())
        messagePage.print("50 whole messages at any depth");
}

void search(Vault& vault, Writer& writer)
{
    for (int length = 1; length <= 6; ++length) {
        Times times;
        for (int i = 0; i < 300; ++i) {
            const QString typed = writer.word().left(length);
            measure(vault, times, [&typed](ReadSnapshot& snapshot) {
                return queries::searchEverything(snapshot, typed, kHits);
            });
        }
        times.print(qPrintable(QStringLiteral("search as typed, %1 letters").arg(length)));
    }
    Times two;
    for (int i = 0; i < 300; ++i) {
        const QString typed = writer.word() + u' ' + writer.word().left(3);
        measure(vault, two,
            [&typed](ReadSnapshot& snapshot) { return queries::searchEverything(snapshot, typed, kHits); });
    }
    two.print("search, a word and the beginning of another");
}

qint64 kilobytes(const char* what)
{
    QFile status(QStringLiteral("/proc/self/status"));
    const QRegularExpression line(QLatin1String(what) + QStringLiteral(":\\s+(\\d+) kB"));
    const auto found = status.open(QIODevice::ReadOnly) ? line.match(QString::fromUtf8(status.readAll()))
                                                        : QRegularExpressionMatch();
    return found.hasMatch() ? found.captured(1).toLongLong() : 0;
}

void printRate(const char* what, int count, double seconds, double floor)
{
    std::printf("%-44s %9.0f rows/s   floor %9.0f rows/s   %.2f of it\n", what, count / seconds,
        count / floor, floor / seconds);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({ QStringLiteral("jobs"), {}, QStringLiteral("number"), QStringLiteral("100000") });
    parser.addOption({ QStringLiteral("messages"), {}, QStringLiteral("number"), QStringLiteral("1000000") });
    parser.addHelpOption();
    parser.process(application);
    const int jobs = std::max(1, parser.value(QStringLiteral("jobs")).toInt());
    const int messages = std::max(0, parser.value(QStringLiteral("messages")).toInt());

    Writer writer;
    test::TestVault store;
    const double jobSeconds
        = fill<Job>(store.vault(), jobs, [&writer](int number) { return jobNumber(writer, number); });
    const double messageSeconds = fill<Message>(
        store.vault(), messages, [&writer](int number) { return messageNumber(writer, number); });
    need(await(store.vault().close()));

    {
        test::TestVault bare;
        need(await(bare.vault().close()));
        const auto from = need(Connection::open(
            store.directory() + QStringLiteral("/vault.db"), store.key(), Connection::Mode::ReadOnly));
        const auto to = need(Connection::open(
            bare.directory() + QStringLiteral("/vault.db"), bare.key(), Connection::Mode::ReadWrite));
        printRate(
            "jobs with their search index", jobs, jobSeconds, copyBare(*from, *to, QStringLiteral("job")));
        if (messages > 0)
            printRate("messages with their search index", messages, messageSeconds,
                copyBare(*from, *to, QStringLiteral("message")));
    }

    Times opening;
    for (int i = 0; i < 20; ++i) {
        Vault vault;
        QElapsedTimer timer;
        timer.start();
        need(await(vault.open(store.directory(), store.key(), false)));
        opening.all.push_back(milliseconds(timer));
        need(await(vault.close()));
    }
    opening.print("open with the key, schema looked at");

    const qint64 before = kilobytes("VmRSS");
    Vault vault;
    need(await(vault.open(store.directory(), store.key(), false)));
    browse(vault, writer, messages);
    search(vault, writer);
    std::printf("%-44s %.1f MB more than before it was opened; its file has %.1f MB\n",
        "memory of the open vault, browsed", static_cast<double>(kilobytes("VmRSS") - before) / 1024,
        static_cast<double>(QFile(store.directory() + QStringLiteral("/vault.db")).size()) / 1e6);
    need(await(vault.close()));
    return 0;
}
