// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "storage/vault.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace ot::models {

// Keeps what is being written to each conversation: saved in the vault a moment after each burst of keys, at
// once on switching away, hiding and closing. GUI thread; the vault must outlive it.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    DraftKeeper(storage::Vault& vault, Clock clock, QObject* parent = nullptr);

    // Saves what is unsaved and goes on to another conversation, whose draft loaded() brings unless the user
    // has written or sent something there before it comes.
    void switchTo(const QString& conversationId);
    [[nodiscard]] QString conversationId() const { return m_id; }

    // The text is now this.
    void edit(const QString& text);
    // What was written is on its way into the outbox, which clears the draft itself.
    void sent();
    // Makes the text the draft of a conversation that is not the one being written to: it was sent from there
    // and could not be queued.
    void putBack(const QString& conversationId, const QString& text);
    // Writes what is unsaved now; the future ends when it is on the disk.
    QFuture<Outcome> flush();
    [[nodiscard]] bool isDirty() const { return m_dirty; }

Q_SIGNALS:
    void loaded(const QString& conversationId, const QString& text);
    // The text could not be kept; the sentence says why. It is still in the editor.
    void failed(const QString& message);

private:
    QFuture<Outcome> save(const QString& conversationId, const QString& text);
    void takeKept(const QString& text);

    storage::Vault& m_vault;
    Clock m_clock;
    QString m_id;
    QString m_text;
    bool m_dirty = false;
    bool m_loading = false; // loaded() is still to come for this conversation, and nothing was written since
    quint64 m_turn = 0; // counts switches
    // What is being saved, and what could not be, by conversation: newer than what the store gives meanwhile.
    struct Unsaved {
        QString text;
        quint64 save = 0;
    };
    QHash<QString, Unsaved> m_unsaved;
    quint64 m_saves = 0;
    QTimer m_timer;
};

} // namespace ot::models
