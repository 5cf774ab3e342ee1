// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the benchmarks of the vault fill it with, and how they take times. The texts are made of 30,000 words,
// the frequent ones much more often (as natural text is), so that a common beginning has very many hits.
#pragma once

#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

namespace ot::benchmark {

inline constexpr int kBatch = 1000;
inline constexpr int kConversations = 2000;
inline constexpr int kWords = 30'000;

[[noreturn]] inline void stop(const Error& error)
{
    qFatal("%s (%s)", qPrintable(error.message), qPrintable(error.detail));
}

template <class T>
T need(Result<T> result)
{
    if (!result)
        stop(result.error());
    return std::move(result).value();
}

inline double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Texts as people write them, as far as an index can tell.
class Writer {
public:
    Writer()
        : m_random(7) // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
    {
        std::uniform_int_distribution<int> letter(0, 25);
        std::uniform_int_distribution<int> length(2, 11);
        double sum = 0;
        for (int i = 0; i < kWords; ++i) {
            QString word;
            for (int letters = length(m_random); letters > 0; --letters)
                word += QChar(u'a' + letter(m_random));
            m_words.push_back(word);
            sum += 1.0 / (i + 1);
            m_upTo.push_back(sum);
        }
    }
    const QString& word()
    {
        std::uniform_real_distribution<double> place(0, m_upTo.back());
        const auto found = std::lower_bound(m_upTo.begin(), m_upTo.end(), place(m_random));
        return m_words[static_cast<std::size_t>(found - m_upTo.begin())];
    }
    QString text(int characters)
    {
        QString text;
        while (text.size() < characters)
            text += word() + u' ';
        return text;
    }
    std::mt19937& random() { return m_random; }

private:
    std::mt19937 m_random;
    std::vector<QString> m_words;
    std::vector<double> m_upTo;
};

inline storage::Job jobNumber(Writer& writer, int number)
{
    storage::Job job = test::sampleJob(number);
    job.title = writer.text(55);
    job.descriptionText = writer.text(1200);
    job.descriptionHtml = QStringLiteral("<p>") + job.descriptionText + QStringLiteral("</p>");
    return job;
}

inline storage::Message messageNumber(Writer& writer, int number)
{
    storage::Message message
        = test::sampleMessage(QStringLiteral("cv_%1").arg(number % kConversations), number);
    message.content = writer.text(110);
    return message;
}

/// Writes all of a type, a thousand a transaction; gives the seconds the vault took.
template <class Record, class Make>
double fill(storage::Vault& vault, int count, Make make)
{
    double seconds = 0;
    for (int first = 0; first < count; first += kBatch) {
        std::vector<Record> batch;
        for (int i = first; i < std::min(first + kBatch, count); ++i)
            batch.push_back(make(i));
        QElapsedTimer timer;
        timer.start();
        need(test::await(vault.write([&batch](storage::WriteTransaction& transaction) -> Outcome {
            for (const Record& record : batch) {
                if (const Outcome put = transaction.upsert(record); !put)
                    return put;
            }
            return success();
        })));
        seconds += milliseconds(timer) / 1000;
    }
    return seconds;
}

struct Times {
    std::vector<double> all;

    [[nodiscard]] double at(double part)
    {
        std::sort(all.begin(), all.end());
        return all[static_cast<std::size_t>(std::floor(part * static_cast<double>(all.size() - 1)))];
    }
    void print(const char* what)
    {
        std::printf(
            "%-44s median %8.3f ms   99 %% %8.3f ms   longest %8.3f ms\n", what, at(0.5), at(0.99), at(1));
    }
};

/// The time of `read(snapshot)` on the vault's own thread, the way there and back not counted.
template <class Read>
void measure(storage::Vault& vault, Times& times, Read read)
{
    times.all.push_back(
        need(test::await(vault.read([&read](storage::ReadSnapshot& snapshot) -> Result<double> {
            QElapsedTimer timer;
            timer.start();
            const auto answer = read(snapshot);
            if (!answer)
                return answer.error();
            return milliseconds(timer);
        }))));
}

} // namespace ot::benchmark
