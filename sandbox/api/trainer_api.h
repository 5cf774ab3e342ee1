// SPDX-License-Identifier: GPL-3.0-or-later
//
// The trainer extension v1 but for its live channel: capabilities, the feed.
#pragma once

#include "sandbox/auth.h"
#include "sandbox/http/http_message.h"

namespace ot::sandbox {

/// With one token, whatever is asked. Enough for a snapshot of a million records, which is a thousand pages.
inline constexpr int kRequestsAMinute = 6000;

class TrainerApi {
public:
    explicit TrainerApi(Store& store);

    HttpResponse capabilities(const Session& session);
    HttpResponse sync(const Session& session, const HttpRequest& request);

private:
    HttpResponse feedAnswer(const Session& session, const HttpRequest& request);
    HttpResponse changesPage(const FeedQuery& query);
    HttpResponse snapshotPage(FeedQuery query, qint64 done, qint64 total);

    Store& m_store;
};

} // namespace ot::sandbox
