// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the platform's public API v1 that needs a token, answered as the platform publishes it.
#pragma once

#include "sandbox/api/messaging.h"
#include "sandbox/http/http_message.h"

namespace ot::sandbox {

class PublicApi {
public:
    PublicApi(Store& store, Messaging& messaging);

    /// GET /auth/me
    HttpResponse me(const Session& session);

private:
    Store& m_store;
    Messaging& m_messaging;
};

} // namespace ot::sandbox
