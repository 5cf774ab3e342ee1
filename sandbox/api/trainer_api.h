// SPDX-License-Identifier: GPL-3.0-or-later
//
// The trainer extension v1 but for its live channel: capabilities, the feed, mutations.
#pragma once

#include "sandbox/api/messaging.h"
#include "sandbox/http/http_message.h"

namespace ot::sandbox {

inline constexpr int kPingSeconds = 30;

class TrainerApi {
public:
    TrainerApi(Store& store, Messaging& messaging);

    HttpResponse capabilities(const Session& session);
    HttpResponse sync(const Session& session, const HttpRequest& request);
    HttpResponse mutations(const Session& session, const HttpRequest& request);

private:
    HttpResponse changesPage(const FeedQuery& query);
    HttpResponse snapshotPage(FeedQuery query, qint64 done, qint64 total);
    QByteArray applyMutation(const Session& session, const QJsonObject& mutation);

    Store& m_store;
    Messaging& m_messaging;
};

/// The cursor that stands for a number of the feed.
[[nodiscard]] QString feedCursor(qint64 sequence);

} // namespace ot::sandbox
