// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the platform's public API v1 that needs a token, answered as the platform publishes it: only
// published members, amounts as decimal dollars, people masked to a first name and an initial.
#pragma once

#include "sandbox/api/messaging.h"
#include "sandbox/http/http_message.h"

namespace ot::sandbox {

class PublicApi {
public:
    PublicApi(Store& store, Messaging& messaging);

    /// Any address below /api/public/v1 but the jobs.
    HttpResponse handle(const Session& session, const HttpRequest& request);

private:
    HttpResponse me(const Session& session);
    HttpResponse freelancer(const Session& session, const QString& idOrSlug);
    HttpResponse readMessages(const Session& session, const HttpRequest& request);
    HttpResponse conversations(const Session& session, const HttpRequest& request);
    HttpResponse messagesOf(
        const Session& session, const HttpRequest& request, const QString& conversationId);
    HttpResponse sendMessage(const Session& session, const HttpRequest& request);
    HttpResponse contracts(const Session& session, const HttpRequest& request);
    HttpResponse contract(const Session& session, const QString& id);
    HttpResponse pendingPayments(const Session& session);
    HttpResponse updates(const Session& session, const HttpRequest& request);

    Store& m_store;
    Messaging& m_messaging;
};

} // namespace ot::sandbox
