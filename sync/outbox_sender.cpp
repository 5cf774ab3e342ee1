// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox_sender.h"

#include "storage/when_done.h"
#include "sync/api_client.h"
#include "sync/feed_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ot::sync {

using storage::OutboxEntry;
using storage::ReadSnapshot;
using storage::WriteTransaction;

namespace {

constexpr char kMutationsPath[] = "/api/trainer/v1/mutations";
constexpr int kMostEntries = 50;
constexpr qsizetype kMostBytes = 512 * 1024;

QJsonObject wireForm(const OutboxEntry& entry)
{
    return { { QStringLiteral("mutationId"), entry.mutationId }, { QStringLiteral("type"), entry.recordType },
        { QStringLiteral("op"), entry.operation }, { QStringLiteral("id"), entry.recordId },
        { QStringLiteral("baseVersion"), entry.baseVersion ? QJsonValue(*entry.baseVersion) : QJsonValue() },
        { QStringLiteral("args"), entry.args } };
}

qsizetype wireSize(const OutboxEntry& entry)
{
    return QJsonDocument(wireForm(entry)).toJson(QJsonDocument::Compact).size();
}

// What the server refuses for being asked, not for its state: it would be refused again.
bool isFinalRefusal(const ApiAnswer& answer)
{
    return answer.status == 400 || answer.status == 413 || answer.status == 422;
}

} // namespace

OutboxSender::OutboxSender(storage::Vault& vault, ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_api(api)
    , m_batch(kMostEntries)
{
}

void OutboxSender::resume()
{
    if (!m_paused)
        return;
    m_paused = false;
    if (m_busy)
        return;
    // Nothing is under way, so what the store still has as being sent is left from an attempt whose end was
    // not recorded.
    m_busy = true;
    whenDone(m_vault.write([](WriteTransaction& transaction) {
        return storage::outbox::requeueInterrupted(transaction);
    }),
        this, [this](const Outcome& requeued) {
            m_busy = false;
            if (requeued)
                kick();
            else
                interrupt(requeued.error(), 0);
        });
}

void OutboxSender::kick()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    if (m_paused)
        return;
    m_busy = true;
    m_again = false;
    whenDone(m_vault.read([limit = m_batch](ReadSnapshot& snapshot) {
        return storage::outbox::nextToSend(snapshot, limit);
    }),
        this, [this](const Result<std::vector<OutboxEntry>>& next) {
            if (!next) {
                interrupt(next.error(), 0);
            } else if (next->empty()) {
                m_busy = false;
                if (m_again)
                    kick();
                else
                    Q_EMIT drained();
            } else {
                send(*next);
            }
        });
}

void OutboxSender::send(const std::vector<OutboxEntry>& entries)
{
    std::vector<OutboxEntry> batch;
    std::vector<QString> ids;
    qsizetype bytes = 0;
    for (const OutboxEntry& entry : entries) {
        bytes += wireSize(entry);
        if (!batch.empty() && bytes > kMostBytes)
            break;
        batch.push_back(entry);
        ids.push_back(entry.mutationId);
    }
    // Marking takes only what is still queued: an entry undone since the read is left out by reading what the
    // mark found.
    whenDone(m_vault.write([ids](WriteTransaction& transaction) -> Result<std::vector<QString>> {
        return storage::outbox::markSending(transaction, ids);
    }),
        this, [this, batch](const Result<std::vector<QString>>& marked) {
            if (!marked) {
                interrupt(marked.error(), 0);
                return;
            }
            std::vector<OutboxEntry> kept;
            std::copy_if(batch.begin(), batch.end(), std::back_inserter(kept), [&](const OutboxEntry& entry) {
                return std::find(marked->begin(), marked->end(), entry.mutationId) != marked->end();
            });
            if (kept.empty()) {
                m_busy = false;
                kick();
                return;
            }
            post(kept);
        });
}

void OutboxSender::post(const std::vector<OutboxEntry>& entries)
{
    QJsonArray mutations;
    std::vector<QString> ids;
    for (const OutboxEntry& entry : entries) {
        mutations.append(wireForm(entry));
        ids.push_back(entry.mutationId);
    }
    whenDone(m_api.post(QLatin1String(kMutationsPath), { { QStringLiteral("mutations"), mutations } }), this,
        [this, ids](const Result<ApiAnswer>& answer) { receive(ids, answer); });
}

void OutboxSender::receive(const std::vector<QString>& ids, const Result<ApiAnswer>& answer)
{
    if (!answer) {
        requeue(ids, [this, error = answer.error()] { interrupt(error, 0); });
        return;
    }
    if (answer->isSuccess()) {
        Result<std::vector<MutationResult>> results = decodeMutationResults(answer->body);
        if (!results)
            requeue(ids, [this, error = results.error()] { interrupt(error, 0); });
        else
            applyAndGoOn(*results, ids);
        return;
    }
    if (isFinalRefusal(*answer)) {
        if (ids.size() > 1) {
            // One of them spoils the request; alone, each shows whether it is the one.
            m_batch = 1;
            requeue(ids, [this] {
                m_busy = false;
                kick();
            });
            return;
        }
        MutationResult refusal;
        refusal.mutationId = ids.front();
        refusal.code = answer->body.value(QLatin1String("code")).toString();
        refusal.message = answer->body.value(QLatin1String("error")).toString();
        applyAndGoOn({ refusal }, ids);
        return;
    }
    requeue(ids, [this, error = errorOf(*answer), wait = answer->retryAfterSeconds.value_or(0)] {
        interrupt(error, wait);
    });
}

void OutboxSender::applyAndGoOn(const std::vector<MutationResult>& results, const std::vector<QString>& ids)
{
    // Only what was asked is taken from an answer, and what it leaves out is asked again.
    std::vector<MutationResult> known;
    std::vector<QString> unanswered;
    for (const QString& id : ids) {
        const auto found = std::find_if(results.begin(), results.end(),
            [&](const MutationResult& result) { return result.mutationId == id; });
        if (found != results.end())
            known.push_back(*found);
        else
            unanswered.push_back(id);
    }
    const bool nothingKnown = known.empty();
    whenDone(m_vault.write([known, unanswered, generation = m_generation](WriteTransaction& transaction) {
        const Outcome applied = applyResults(transaction, known, generation);
        return applied ? storage::outbox::markQueued(transaction, unanswered) : applied;
    }),
        this, [this, nothingKnown](const Outcome& applied) {
            if (!applied) {
                interrupt(applied.error(), 0);
                return;
            }
            if (nothingKnown) {
                interrupt({ ErrorCode::Decode, {}, QStringLiteral("an answer without our results") }, 0);
                return;
            }
            m_batch = std::min(kMostEntries, m_batch * 2);
            m_busy = false;
            kick();
        });
}

void OutboxSender::requeue(const std::vector<QString>& ids, const std::function<void()>& then)
{
    whenDone(m_vault.write([ids](WriteTransaction& transaction) {
        return storage::outbox::markQueued(transaction, ids);
    }),
        this, [then](const Outcome&) { then(); });
}

void OutboxSender::interrupt(const Error& error, int retryAfterSeconds)
{
    m_busy = false;
    m_paused = true;
    Q_EMIT interrupted(error, retryAfterSeconds);
}

} // namespace ot::sync
