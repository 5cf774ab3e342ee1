// SPDX-License-Identifier: GPL-3.0-or-later
//
// POST /control, which exists only with --control: tests make things happen, and go wrong, with it.
#pragma once

#include "sandbox/api/messaging.h"
#include "sandbox/control/faults.h"
#include "sandbox/http/rate_limit.h"
#include "sandbox/live/live_hub.h"
#include "sandbox/marketplace/employers.h"

#include <QHash>

namespace ot::sandbox {

class Control {
public:
    Control(Store& store, Auth& auth, Messaging& messaging, LiveHub& live, Faults& faults,
        Employers& employers, RateLimit& limit);

    HttpResponse handle(const HttpRequest& request);
    /// Counts a request for `stats`.
    void count(const HttpRequest& request);

private:
    using Command = HttpResponse (Control::*)(const QJsonObject&);

    static const QHash<QString, Command>& commands();

    HttpResponse employerMessage(const QJsonObject& command);
    HttpResponse typing(const QJsonObject& command);
    HttpResponse presence(const QJsonObject& command);
    HttpResponse fault(const QJsonObject& command);
    HttpResponse clearFaults(const QJsonObject& command);
    HttpResponse expireCursors(const QJsonObject& command);
    HttpResponse revokeToken(const QJsonObject& command);
    HttpResponse restoreToken(const QJsonObject& command);
    HttpResponse issueToken(const QJsonObject& command);
    HttpResponse pingLive(const QJsonObject& command);
    HttpResponse limitRequests(const QJsonObject& command);
    HttpResponse dropLive(const QJsonObject& command);
    HttpResponse loseLive(const QJsonObject& command);
    HttpResponse duplicateLive(const QJsonObject& command);
    HttpResponse reorderLive(const QJsonObject& command);
    HttpResponse upsertJob(const QJsonObject& command);
    HttpResponse closeJob(const QJsonObject& command);
    HttpResponse upsertRecord(const QJsonObject& command);
    HttpResponse removeRecord(const QJsonObject& command);
    HttpResponse renameRecord(const QJsonObject& command);
    HttpResponse skewClock(const QJsonObject& command);
    HttpResponse act(const QJsonObject& command);
    HttpResponse stats(const QJsonObject& command);

    HttpResponse done(QJsonObject answer = {}) const;
    std::optional<Record> conversationOf(const QJsonObject& command);
    HttpResponse putMerged(
        const QString& account, const QString& type, const QString& id, const QJsonObject& members);

    Store& m_store;
    Auth& m_auth;
    Messaging& m_messaging;
    LiveHub& m_live;
    Faults& m_faults;
    Employers& m_employers;
    RateLimit& m_limit;
    QHash<QString, qint64> m_requests;
};

} // namespace ot::sandbox
