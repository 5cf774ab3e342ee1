// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a keystroke in the search field takes the store, by the number of letters typed.
//
//     opentrain-benchmark-search [--jobs 100000] [--messages 1000000] [--searches 300]
//
// The floor, measured in the same run: for the same beginning the bare full-text statements over jobs and
// messages, newest first, their rows joined and no text read, at the same connection. What is over it is the
// other 27 types, the rank, the texts and the marks.
#include "storage/queries/search_queries.h"
#include "storage/search/search_match.h"
#include "tests/benchmarks/corpus.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace ot;
using namespace ot::storage;
using namespace ot::benchmark; // NOLINT(google-build-using-namespace): what this program is made of

namespace {

constexpr int kHits = 6; // as the palette asks
constexpr int kMostLetters = 6;

Outcome bare(ReadSnapshot& snapshot, const QString& match)
{
    for (const char* sql :
        { "SELECT t.row FROM job_search JOIN job t ON t.row = job_search.rowid WHERE job_search "
          "MATCH ? ORDER BY job_search.rowid DESC LIMIT 24",
            "SELECT t.row FROM message_search JOIN message t ON t.row = message_search.rowid WHERE "
            "message_search "
            "MATCH ? ORDER BY message_search.rowid DESC LIMIT 24" }) {
        Result<Query> query = snapshot.query(sql);
        if (!query)
            return query.error();
        query->bind(1, match);
        if (const auto rows = collectRows(*query, [](const Query& row) { return row.integer(0); }); !rows)
            return rows.error();
    }
    return success();
}

void compare(Vault& vault, const QString& name, const std::vector<QString>& searches)
{
    Times floor;
    Times times;
    for (const QString& typed : searches) {
        const QString match = matchExpression(typed).wanted;
        // The one that comes second finds the pages in the cache: take turns.
        const auto one = [&] {
            measure(vault, times,
                [&](ReadSnapshot& snapshot) { return queries::searchEverything(snapshot, typed, kHits); });
        };
        const auto other
            = [&] { measure(vault, floor, [&](ReadSnapshot& snapshot) { return bare(snapshot, match); }); };
        if (times.all.size() % 2 == 0) {
            one();
            other();
        } else {
            other();
            one();
        }
    }
    times.print(qPrintable(name));
    floor.print("    the bare statements");
    std::printf("    over the floor: median %.1f x, 99 %% %.1f x\n", times.at(0.5) / floor.at(0.5),
        times.at(0.99) / floor.at(0.99));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({ QStringLiteral("jobs"), {}, QStringLiteral("number"), QStringLiteral("100000") });
    parser.addOption({ QStringLiteral("messages"), {}, QStringLiteral("number"), QStringLiteral("1000000") });
    parser.addOption({ QStringLiteral("searches"), {}, QStringLiteral("number"), QStringLiteral("300") });
    parser.addHelpOption();
    parser.process(application);
    const int jobs = std::max(1, parser.value(QStringLiteral("jobs")).toInt());
    const int messages = std::max(1, parser.value(QStringLiteral("messages")).toInt());
    const int count = std::max(2, parser.value(QStringLiteral("searches")).toInt());

    Writer writer;
    test::TestVault store;
    const double seconds
        = fill<Job>(store.vault(), jobs, [&writer](int number) { return jobNumber(writer, number); })
        + fill<Message>(
            store.vault(), messages, [&writer](int number) { return messageNumber(writer, number); });
    std::printf("%d jobs and %d messages, written and indexed in %.0f s\n", jobs, messages, seconds);
    store.reopen();

    const auto some = [count](const auto& make) {
        std::vector<QString> searches;
        while (searches.size() < static_cast<std::size_t>(count))
            searches.push_back(make());
        return searches;
    };
    for (int letters = 1; letters <= kMostLetters; ++letters)
        compare(store.vault(), QStringLiteral("%1 letters typed").arg(letters),
            some([&] { return writer.word().left(letters); }));
    compare(store.vault(), QStringLiteral("a word and the beginning of another"),
        some([&] { return QString(writer.word() + u' ' + writer.word().left(3)); }));
    compare(store.vault(), QStringLiteral("a phrase of two words"),
        some([&] { return QString(u'"' + writer.word() + u' ' + writer.word() + u'"'); }));
    compare(store.vault(), QStringLiteral("one word without another"),
        some([&] { return QString(writer.word() + QStringLiteral(" -") + writer.word()); }));
    return 0;
}
