// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/values.h"
#include "storage/result.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace ot::sync {

// How the device stands to the server. A value; copied across threads.
struct SyncStatus {
    enum class Phase {
        Stopped, // not signed in, or the vault is locked
        Connecting, // the first request is under way
        FirstSync, // a snapshot is being taken; see done and total
        CatchingUp, // changes are being pulled
        UpToDate, // at the head of the feed
        Offline, // the server can't be reached; see error; tries again by itself
        SignedOut, // the token no longer holds; waiting writes are kept
    };

    Phase phase = Phase::Stopped;
    bool live = false; // changes arrive by the live channel as they happen
    storage::UtcTime since; // when the phase began
    std::optional<storage::UtcTime> lastSyncedAt; // when the device last stood at the head of the feed
    qint64 done = 0; // records of the snapshot so far
    qint64 total = 0; // 0 while it is unknown
    qint64 unreadable = 0; // records the server sent that could not be read, since the start
    std::optional<Error> error; // why the phase is Offline or SignedOut

    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

} // namespace ot::sync

Q_DECLARE_METATYPE(ot::sync::SyncStatus)
