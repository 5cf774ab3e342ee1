// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account may change, one function an operation. An operation checks what it was given, writes what
// follows from it, and returns the record as it is afterwards; the mutation's result is part of the same
// transaction.
#pragma once

#include "sandbox/api/messaging.h"
#include "sandbox/auth.h"
#include "sandbox/mutations/refusal.h"
#include "sandbox/store/store_writer.h"

#include <optional>
#include <variant>
#include <vector>

namespace ot::sandbox {

/// What an operation works with. Nothing it wrote stays when it returns a refusal.
struct OperationCall {
    Store& store;
    StoreWriter& writer;
    Messaging& messaging;
    const Session& session;
    QString mutationId;
    QString id; // of the record; with a create whatever the client calls it until it knows better
    QJsonObject args;
    /// The live record; none for what creates one. Of a type shared in an organization it is the
    /// organization's, whole and told from its owner's side; `seen` is what the session's account has.
    std::optional<Record> target;
    std::optional<Record> seen {};
    QString home {}; // see account()

    /// Where the operation reads and writes. For a type that an organization shares
    /// (team/visibility.h) the organization's account, whose rows the store writer brings to every member
    /// who may see them; for what is personal, and for notes and templates, which find their way by
    /// themselves when they are put, the session's own.
    [[nodiscard]] const QString& account() const { return home; }
    /// The session's own account. What a shared record says of its reader alone (unread, muted, archived,
    /// favourite, whose reaction it is) is in the row of this account: read `seen`, change it, put it back
    /// under viewer(). That touches nobody else's row.
    [[nodiscard]] const QString& viewer() const { return session.account.key; }
    [[nodiscard]] QString now() const { return store.clock().tickIso(); }
};

/// The record as it is afterwards (removed, where it was), or why nothing happened.
using OperationResult = std::variant<Record, Refusal>;

struct Operation {
    const char* type; // of the record
    const char* name; // create, update, delete, or a verb of its own
    const char* scope; // what the token must hold
    /// The roles in an organization that may do it, with blanks between; empty: all. People who belong to
    /// none may do what is theirs.
    const char* roles;
    bool creates; // there is no record yet
    OperationResult (*run)(const OperationCall&);
};

/// All operations there are, each type's together.
[[nodiscard]] const std::vector<Operation>& allOperations();
[[nodiscard]] const Operation* findOperation(const QString& type, const QString& name);
/// Whether this token may ask for it: its scope, and its owner's role.
[[nodiscard]] bool isOffered(const Operation& operation, const Session& session);

/// The operations of one part each.
[[nodiscard]] const std::vector<Operation>& messageOperations();
[[nodiscard]] const std::vector<Operation>& privacyOperations();
[[nodiscard]] const std::vector<Operation>& conversationOperations();
[[nodiscard]] const std::vector<Operation>& proposalOperations();
[[nodiscard]] const std::vector<Operation>& keptOperations();
[[nodiscard]] const std::vector<Operation>& noteOperations();
[[nodiscard]] const std::vector<Operation>& profileOperations();
[[nodiscard]] const std::vector<Operation>& workOperations();
[[nodiscard]] const std::vector<Operation>& moneyOperations();
[[nodiscard]] const std::vector<Operation>& teamOperations();
[[nodiscard]] const std::vector<Operation>& supportOperations();

} // namespace ot::sandbox
