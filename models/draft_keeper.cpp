// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_keeper.h"

#include "storage/drafts.h"

namespace ot::models {
namespace {

constexpr int kBurstMilliseconds = 150;

QFuture<Outcome> done()
{
    QPromise<Outcome> promise;
    promise.start();
    promise.addResult(success());
    promise.finish();
    return promise.future();
}

} // namespace

DraftKeeper::DraftKeeper(storage::Vault& vault, Clock clock, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kBurstMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::switchTo(const QString& conversationId)
{
    flush();
    m_id = conversationId;
    m_text.clear();
    if (m_id.isEmpty())
        return;
    m_vault
        .read([id = m_id](storage::ReadSnapshot& snapshot) {
            return storage::drafts::load(snapshot, QLatin1String(storage::drafts::kMessageDraft), id);
        })
        .then(this, [this, id = m_id](const Result<QString>& text) {
            // Keys pressed meanwhile are newer than what was kept.
            if (id != m_id || m_dirty || !text)
                return;
            m_text = *text;
            Q_EMIT loaded(id, *text);
        });
}

void DraftKeeper::edit(const QString& text)
{
    if (m_id.isEmpty() || text == m_text)
        return;
    m_text = text;
    m_dirty = true;
    // Not restarted: a steady writer's text is kept every 150 ms, not only at the first pause.
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::sent()
{
    m_timer.stop();
    m_text.clear();
    m_dirty = false;
}

QFuture<Outcome> DraftKeeper::flush()
{
    m_timer.stop();
    if (!m_dirty)
        return done();
    m_dirty = false;
    QFuture<Outcome> saved
        = m_vault.write([id = m_id, text = m_text, now = m_clock()](storage::WriteTransaction& transaction) {
              return storage::drafts::save(
                  transaction, QLatin1String(storage::drafts::kMessageDraft), id, text, now);
          });
    saved.then(this, [this, id = m_id](const Outcome& outcome) {
        if (outcome)
            return;
        m_dirty = m_dirty || id == m_id;
        Q_EMIT failed(outcome.error().message);
    });
    return saved;
}

} // namespace ot::models
