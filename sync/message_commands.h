// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user can do with messages: validated, then written to the outbox in one transaction with the draft
// it came from. The sync service notices and sends.
#pragma once

#include "storage/outbox.h"
#include "storage/vault.h"

#include <QFuture>
#include <QString>

namespace ot::sync {

inline constexpr int kLongestMessage = 10000; // characters (Unicode code points), by the platform's rule

// Queues a message of the trimmed text and clears the conversation's draft; gives the mutation's id. Any
// thread. Errors: BadInput (empty, too long), and those of the store, in which case nothing has changed.
QFuture<Result<QString>> sendMessage(
    storage::Vault& vault, const QString& conversationId, const QString& text);

// Takes a waiting or refused message back and puts its text into the conversation's draft, before what is
// written there by now. Errors: NotFound when it was sent already, Conflict while it is being sent.
QFuture<Result<QString>> takeMessageBack(storage::Vault& vault, const QString& mutationId);

// Sends a refused message again as it is.
QFuture<Outcome> retryMessage(storage::Vault& vault, const QString& mutationId);

// Drops a refused message for good.
QFuture<Outcome> discardMessage(storage::Vault& vault, const QString& mutationId);

// How many characters a message of this text has, counted as the platform counts.
qsizetype messageLength(const QString& text);

} // namespace ot::sync
