// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scale/scale.h"

#include "sandbox/scale/scaled_jobs.h"
#include "sandbox/scale/scaled_messages.h"
#include "sandbox/seed/seed.h"
#include "sandbox/store/store_writer.h"

#include <QStringList>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kMaxRecords = 10'000'000;
constexpr qint64 kBatch = 2'000;
constexpr qint64 kBatchesBetweenWords = 25;
const QString kTrainer = QStringLiteral("trainer");
const QString kJob = QStringLiteral("Job");
const QString kMessage = QStringLiteral("Message");
const QString kConversation = QStringLiteral("Conversation");

/// How many records of a type were added so far; committed with them.
qint64 grown(Store& store, const QString& kind)
{
    return store.meta(QStringLiteral("grown") + kind).toLongLong();
}

qint64 countOf(Store& store, const QString& account, const QString& type)
{
    Statement row = store.database().prepare("SELECT count(*) FROM records WHERE account = ?1 AND type = ?2");
    row.bind(account).bind(type);
    return row.step() ? row.integer(0) : 0;
}

struct Growth {
    QString kind;
    qint64 target = 0; // of added records
    std::function<void(StoreWriter&, qint64 number)> add;
};

using Progress = std::function<void(const QString&)>;

void grow(Store& store, const Growth& growth, const Progress& progress)
{
    qint64 batches = 0;
    for (qint64 done = grown(store, growth.kind); done < growth.target;) {
        const qint64 end = std::min(growth.target, done + kBatch);
        StoreWriter writer(store);
        for (; done < end; ++done)
            growth.add(writer, done);
        store.setMeta(QStringLiteral("grown") + growth.kind, QString::number(done));
        writer.commit();
        if (++batches % kBatchesBetweenWords == 0 || done == growth.target)
            progress(QStringLiteral("%1: %2 of %3").arg(growth.kind).arg(done).arg(growth.target));
    }
}

/// How many records are to be added to those that were not added by growing.
qint64 target(Store& store, const QString& account, const QString& type, qint64 wanted)
{
    return wanted - (countOf(store, account, type) - grown(store, type));
}

void growJobs(Store& store, const ScaledJobs& jobs, qint64 target, const Progress& progress)
{
    const auto add = [&jobs](StoreWriter& writer, qint64 number) {
        const QJsonObject job = jobs.job(number);
        writer.put(kEveryone, kJob, job.value(QLatin1String("id")).toString(), job);
    };
    grow(store, { kJob, target, add }, progress);
}

void growMessages(Store& store, const ScaledMessages& messages, qint64 target, const Progress& progress)
{
    const qint64 first = grown(store, kMessage);
    const auto add = [&](StoreWriter& writer, qint64 number) {
        // A conversation comes before its messages, as a client wants to read them. One that an earlier
        // growth left unfinished comes again, with what is its last message now.
        if (number % kMessagesPerConversation == 0 || number == first) {
            const QJsonObject conversation = messages.conversation(number / kMessagesPerConversation, target);
            writer.put(
                kTrainer, kConversation, conversation.value(QLatin1String("id")).toString(), conversation);
        }
        const QJsonObject message = messages.message(number);
        writer.put(kTrainer, kMessage, message.value(QLatin1String("id")).toString(), message);
    };
    grow(store, { kMessage, target, add }, progress);
}

/// The moment everything added counts back from: that of the first growth, however often it is gone on with.
qint64 growthMoment(Store& store, qint64 now)
{
    const QString key = QStringLiteral("grownFrom");
    if (store.meta(key).isEmpty())
        store.setMeta(key, QString::number(now));
    return store.meta(key).toLongLong();
}

} // namespace

std::optional<Scale> parseScale(const QString& text)
{
    Scale scale;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        bool isNumber = false;
        const qint64 count = part.section(QLatin1Char('='), 1).toLongLong(&isNumber);
        if (!isNumber || count < 0 || count > kMaxRecords)
            return std::nullopt;
        if (name == QLatin1String("jobs"))
            scale.jobs = count;
        else if (name == QLatin1String("messages"))
            scale.messages = count;
        else
            return std::nullopt;
    }
    return scale;
}

void growStore(Store& store, const Scale& scale, qint64 now, const Progress& progress)
{
    const qint64 jobsTarget = target(store, kEveryone, kJob, scale.jobs);
    const qint64 messagesTarget = target(store, kTrainer, kMessage, scale.messages);
    const std::optional<Account> trainer = store.account(kTrainer);
    const bool enough = jobsTarget <= grown(store, kJob) && messagesTarget <= grown(store, kMessage);
    if (enough || !trainer)
        return;
    const quint64 seed = store.meta(QStringLiteral("seed")).toULongLong();
    const qint64 moment = growthMoment(store, now);
    const std::vector<QJsonObject> models = makeSeedWorld(seed, moment).jobs;
    growJobs(store, ScaledJobs(models, seed, moment), jobsTarget, progress);
    growMessages(store, ScaledMessages({ trainer->userId, trainer->displayName }, models, seed, moment),
        messagesTarget, progress);
}

} // namespace ot::sandbox
