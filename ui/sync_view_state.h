// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "models/outbox_model.h"
#include "sync/sync_status.h"
#include "ui/theme/tokens.h"

#include <QObject>

namespace ot::sync {
class SyncService;
}

namespace ot::ui {

// How the device stands to the server and what waits to be sent, in the words of the window. GUI thread.
class SyncViewState : public QObject {
    Q_OBJECT

public:
    SyncViewState(storage::Vault& vault, models::Formatter formatter, QObject* parent = nullptr);

    // Shows this service's status from now on and sends it what the user asks. The service must outlive this.
    void follow(sync::SyncService& service);
    // The status as it is now; follow() calls it.
    void take(const sync::SyncStatus& status);

    [[nodiscard]] const sync::SyncStatus& status() const { return m_status; }
    [[nodiscard]] models::OutboxModel& outbox() { return m_outbox; }
    // Whether what is sent goes out by itself now.
    [[nodiscard]] bool isOnline() const;

    [[nodiscard]] Tone tone() const;
    [[nodiscard]] QString stateText() const; // "Up to date · 14:32"
    [[nodiscard]] QString waitingText() const; // "1 message waiting to send"
    [[nodiscard]] QString lastSyncText() const; // date and time, or that there was none
    [[nodiscard]] QString errorText() const; // why it is offline; empty when it is not

    void syncNow() { Q_EMIT syncRequested(); }

Q_SIGNALS:
    void changed();
    void syncRequested();
    void typing(const QString& conversationId, const QString& displayName);

private:
    models::Formatter m_formatter;
    models::OutboxModel m_outbox;
    sync::SyncStatus m_status;
};

} // namespace ot::ui
