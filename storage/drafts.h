// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user is writing and has not yet sent: kept as typed, per place it is written in.
#pragma once

#include "storage/vault.h"

#include <QHash>

namespace ot::storage::drafts {

// The place that a message to a conversation is written in; `aboutId` is the conversation's id.
inline constexpr char kMessageDraft[] = "message";

// Keeps the text; an empty one removes the draft.
Outcome save(WriteTransaction& transaction, const QString& kind, const QString& aboutId, const QString& text,
    UtcTime now);
// The text kept, null when there is none.
Result<QString> load(ReadSnapshot& snapshot, const QString& kind, const QString& aboutId);
// Every draft of a kind, by what it is about.
Result<QHash<QString, QString>> all(ReadSnapshot& snapshot, const QString& kind);

} // namespace ot::storage::drafts
