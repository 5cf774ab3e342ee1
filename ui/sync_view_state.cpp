// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync_view_state.h"

#include "models/display_text.h"
#include "sync/sync_service.h"

namespace ot::ui {

using Phase = sync::SyncStatus::Phase;

SyncViewState::SyncViewState(storage::Vault& vault, models::Formatter formatter, QObject* parent)
    : QObject(parent)
    , m_formatter(std::move(formatter))
    , m_outbox(vault, m_formatter)
{
    connect(&m_outbox, &models::OutboxModel::countsChanged, this, &SyncViewState::changed);
}

void SyncViewState::follow(sync::SyncService& service)
{
    connect(&service, &sync::SyncService::statusChanged, this, &SyncViewState::take);
    connect(&service, &sync::SyncService::typing, this, &SyncViewState::typing);
    connect(this, &SyncViewState::syncRequested, &service, &sync::SyncService::syncNow);
    take(service.status());
}

void SyncViewState::take(const sync::SyncStatus& status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT changed();
}

bool SyncViewState::isOnline() const
{
    return m_status.phase == Phase::UpToDate || m_status.phase == Phase::CatchingUp
        || m_status.phase == Phase::FirstSync;
}

Tone SyncViewState::tone() const
{
    switch (m_status.phase) {
    case Phase::UpToDate:
        return m_outbox.refusedCount() > 0 ? Tone::Warn : Tone::Ok;
    case Phase::Connecting:
    case Phase::FirstSync:
    case Phase::CatchingUp:
        return Tone::Accent;
    case Phase::Offline:
        return Tone::Warn;
    case Phase::SignedOut:
        return Tone::Bad;
    case Phase::Stopped:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString SyncViewState::stateText() const
{
    switch (m_status.phase) {
    case Phase::UpToDate:
        if (m_status.lastSyncedAt) //: %1 is a time of day
            return tr("Up to date · %1").arg(m_formatter.clockTime(*m_status.lastSyncedAt));
        return tr("Up to date");
    case Phase::Connecting:
        return tr("Connecting…");
    case Phase::FirstSync:
        if (m_status.total > 0) { //: How many records have been fetched of how many
            return tr("First sync · %1 of %2")
                .arg(m_formatter.number(m_status.done), m_formatter.number(m_status.total));
        }
        return tr("First sync…");
    case Phase::CatchingUp:
        return tr("Fetching changes…");
    case Phase::Offline:
        if (m_status.since.milliseconds > 0) //: %1 is a time of day, or a date
            return tr("Offline since %1").arg(m_formatter.listTime(m_status.since));
        return tr("Offline");
    case Phase::SignedOut:
        return tr("Signed out");
    case Phase::Stopped:
        return tr("Not syncing");
    }
    return {};
}

QString SyncViewState::waitingText() const
{
    if (const int refused = m_outbox.refusedCount(); refused > 0)
        return tr("%n messages not sent", nullptr, refused);
    if (const int waiting = m_outbox.waitingCount(); waiting > 0)
        return isOnline() ? tr("Sending %n messages", nullptr, waiting)
                          : tr("%n messages waiting to send", nullptr, waiting);
    return tr("All changes sent");
}

QString SyncViewState::lastSyncText() const
{
    return m_status.lastSyncedAt ? m_formatter.fullTime(*m_status.lastSyncedAt)
                                 : tr("Not yet on this device");
}

QString SyncViewState::errorText() const
{
    return m_status.error ? models::oneLine(m_status.error->message, 600) : QString();
}

} // namespace ot::ui
