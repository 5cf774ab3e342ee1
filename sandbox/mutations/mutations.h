// SPDX-License-Identifier: GPL-3.0-or-later
//
// `POST /mutations`: each is applied once, whatever happens to the answer.
#pragma once

#include "sandbox/http/http_message.h"
#include "sandbox/mutations/operation.h"

namespace ot::sandbox {

inline constexpr int kMaxMutations = 50;

class Mutations {
public:
    Mutations(Store& store, Messaging& messaging);

    HttpResponse handle(const Session& session, const HttpRequest& request);
    /// What `capabilities` says of the operations: `{"Message": ["create"], …}`.
    [[nodiscard]] static QJsonObject offered(const Session& session);

private:
    QByteArray apply(const Session& session, const QJsonObject& mutation);
    /// The record as the session's account has it after the operation.
    Record asSeenBy(const Session& session, const Record& record);
    QByteArray run(const Session& session, const QJsonObject& mutation, const Operation& operation);

    Store& m_store;
    Messaging& m_messaging;
};

} // namespace ot::sandbox
