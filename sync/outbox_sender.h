// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/outbox.h"
#include "storage/vault.h"
#include "sync/sync_page.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace ot::sync {

class ApiClient;
struct ApiAnswer;

// Sends what waits in the outbox, in order per record, and applies the results. Belongs to the engine's
// thread. Before the first byte of an attempt leaves, the entry is on disk as being sent; without an answer
// it is queued again under the same id, and the server recognises it.
class OutboxSender : public QObject {
    Q_OBJECT

public:
    OutboxSender(storage::Vault& vault, ApiClient& api, QObject* parent = nullptr);

    // While paused nothing is begun; what is under way ends.
    void pause() { m_paused = true; }
    void resume();
    // Something was queued.
    void kick();
    // The snapshot that rows of results are counted to.
    void setGeneration(qint64 generation) { m_generation = generation; }
    [[nodiscard]] bool isIdle() const { return !m_busy; }

Q_SIGNALS:
    // Nothing is left that could be sent.
    void drained();
    // An attempt ended without the server's answer, or with one that says to wait or to sign in again. The
    // sender has paused.
    void interrupted(const ot::Error& error, int retryAfterSeconds); // 0: the server named no time

private:
    void send(const std::vector<storage::OutboxEntry>& entries);
    void post(const std::vector<storage::OutboxEntry>& entries);
    void receive(const std::vector<QString>& ids, const Result<ApiAnswer>& answer);
    void applyAndGoOn(const std::vector<MutationResult>& results, const std::vector<QString>& ids);
    void requeue(const std::vector<QString>& ids, const std::function<void()>& then);
    void interrupt(const Error& error, int retryAfterSeconds);

    storage::Vault& m_vault;
    ApiClient& m_api;
    qint64 m_generation = 0;
    int m_batch; // how many entries go into one request
    bool m_paused = true;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace ot::sync
