// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sandbox as a whole: what belongs together is put together here, and each request is led to the part
// that answers it.
#pragma once

#include "sandbox/api/job_board.h"
#include "sandbox/api/messaging.h"
#include "sandbox/api/public_api.h"
#include "sandbox/api/trainer_api.h"
#include "sandbox/auth.h"
#include "sandbox/blobs/uploads.h"
#include "sandbox/clock.h"
#include "sandbox/control/control.h"
#include "sandbox/control/faults.h"
#include "sandbox/http/http_server.h"
#include "sandbox/http/rate_limit.h"
#include "sandbox/live/live_hub.h"
#include "sandbox/marketplace/employers.h"
#include "sandbox/mutations/mutations.h"
#include "sandbox/oauth/oauth_server.h"
#include "sandbox/options.h"
#include "sandbox/privacy/privacy_office.h"
#include "sandbox/store/store.h"

#include <QObject>

#include <memory>

namespace ot::sandbox {

class Server : public QObject {
    Q_OBJECT

public:
    explicit Server(Options options, QObject* parent = nullptr);
    ~Server() override;

    /// Opens the data, listens, writes the tokens. Gives the reason when it can't.
    QString start();
    /// Ends every connection and closes the data.
    void stop();

    [[nodiscard]] QString url() const;
    [[nodiscard]] QString tokensPath() const;

private:
    QString openStore();
    HttpAnswer handle(const HttpRequest& request);
    HttpResponse route(const HttpRequest& request);
    std::optional<HttpResponse> overLimit(const Session& session);
    std::optional<HttpResponse> routeFiles(const Session& session, const HttpRequest& request);
    std::optional<HttpResponse> routeOpen(const HttpRequest& request);
    [[nodiscard]] HttpResponse unauthorized(const HttpRequest& request) const;
    HttpResponse routeTrainer(const Session& session, const HttpRequest& request);
    std::optional<HttpAnswer> gate(const HttpRequest& request);

    Options m_options;
    Clock m_clock;
    Store m_store;
    Auth m_auth;
    RateLimit m_limit;
    Messaging m_messaging;
    BlobStore m_blobs;
    BlobAnswers m_blobAnswers;
    Uploads m_uploads;
    Mutations m_mutations;
    TrainerApi m_trainer;
    PublicApi m_public;
    JobBoard m_jobs;
    LiveHub m_live;
    OAuthServer m_oauth;
    Employers m_employers;
    PrivacyOffice m_privacy;
    Faults m_faults;
    Control m_control;
    HttpServer m_http;
};

} // namespace ot::sandbox
