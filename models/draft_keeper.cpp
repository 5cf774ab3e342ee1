// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_keeper.h"

#include "storage/drafts.h"
#include "storage/when_done.h"

#include <optional>

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
    m_dirty = false;
    m_loading = !m_id.isEmpty();
    const quint64 turn = ++m_turn;
    if (!m_loading)
        return;
    std::optional<QString> unsaved;
    if (const auto kept = m_unsaved.constFind(m_id); kept != m_unsaved.cend())
        unsaved = kept->text;
    whenDone(m_vault.read([id = m_id](storage::ReadSnapshot& snapshot) {
        return storage::drafts::load(snapshot, QLatin1String(storage::drafts::kMessageDraft), id);
    }),
        this, [this, turn, unsaved](const Result<QString>& text) {
            if (turn != m_turn || !m_loading)
                return;
            if (unsaved)
                takeKept(*unsaved);
            else if (text)
                takeKept(*text);
        });
}

void DraftKeeper::takeKept(const QString& text)
{
    m_loading = false;
    m_text = text;
    m_dirty = m_unsaved.contains(m_id); // it could not be saved, or is not yet
    Q_EMIT loaded(m_id, text);
}

void DraftKeeper::edit(const QString& text)
{
    if (m_id.isEmpty() || text == m_text)
        return;
    m_loading = false; // keys pressed meanwhile are newer than what was kept
    m_text = text;
    m_dirty = true;
    // Not restarted: a steady writer's text is kept every 150 ms, not only at the first pause.
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::sent()
{
    m_timer.stop();
    m_loading = false;
    m_text.clear();
    m_dirty = false;
    m_unsaved.remove(m_id);
}

QFuture<Outcome> DraftKeeper::flush()
{
    m_timer.stop();
    if (!m_dirty)
        return done();
    m_dirty = false;
    return save(m_id, m_text);
}

void DraftKeeper::putBack(const QString& conversationId, const QString& text)
{
    save(conversationId, text);
}

QFuture<Outcome> DraftKeeper::save(const QString& conversationId, const QString& text)
{
    const quint64 save = ++m_saves;
    m_unsaved.insert(conversationId, { text, save });
    QFuture<Outcome> saved
        = m_vault.write([conversationId, text, now = m_clock()](storage::WriteTransaction& transaction) {
              return storage::drafts::save(
                  transaction, QLatin1String(storage::drafts::kMessageDraft), conversationId, text, now);
          });
    whenDone(saved, this, [this, id = conversationId, save](const Outcome& outcome) {
        if (outcome) {
            if (const auto kept = m_unsaved.constFind(id); kept != m_unsaved.cend() && kept->save == save)
                m_unsaved.erase(kept);
            return;
        }
        m_dirty = m_dirty || id == m_id;
        Q_EMIT failed(outcome.error().message);
    });
    return saved;
}

} // namespace ot::models
