// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server.h"

#include "sandbox/api/answers.h"
#include "sandbox/privacy/policies.h"
#include "sandbox/privacy/privacy_choices.h"
#include "sandbox/privacy/security_log.h"
#include "sandbox/scale/scale.h"
#include "sandbox/world.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace ot::sandbox {

namespace {

constexpr qint64 kMutationMilliseconds = 35LL * 24 * 60 * 60 * 1000;
const QByteArray kLiveProtocol = QByteArrayLiteral("opentrain.live.v1");

HttpResponse notFound()
{
    return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is nothing at this address."));
}

bool isRead(const HttpRequest& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

} // namespace

Server::Server(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_store(m_clock)
    , m_auth(m_store)
    , m_limit(kRequestsAMinute)
    , m_messaging(m_store)
    , m_blobAnswers(m_store, m_blobs)
    , m_uploads(m_store, m_blobs, m_blobAnswers)
    , m_mutations(m_store, m_messaging)
    , m_trainer(m_store)
    , m_public(m_store, m_messaging)
    , m_jobs(m_store)
    , m_live(m_store, m_auth)
    , m_oauth(m_store, m_auth, [this] { m_live.dropRevoked(); })
    , m_employers(m_store, m_messaging, m_live)
    , m_privacy(m_store, m_live, m_employers)
    , m_control(m_store, m_auth, m_messaging, m_live, m_faults, m_employers, m_limit)
    , m_http({
          [this](const HttpRequest& request) { return handle(request); },
          [](int status, const QString& problem) {
              HttpResponse response = errorAnswer(errorCodeForStatus(status), problem);
              response.status = status;
              return response;
          },
          [this](const HttpRequest& request) { return gate(request); },
          [this](QTcpSocket* socket, const HttpRequest& request) {
              if (const auto session = m_auth.check(request.header("authorization")))
                  m_live.take(socket, *session);
          },
      })
{
}

Server::~Server() = default;

QString Server::openStore()
{
    if (!QDir().mkpath(m_options.dataDirectory))
        return QStringLiteral("The directory %1 can't be made.").arg(m_options.dataDirectory);
    const QString path = m_options.dataDirectory + QStringLiteral("/sandbox.db");
    if (m_options.now)
        m_clock.startAt(*m_options.now);
    QString problem = m_store.open(path);
    if (problem.isEmpty() && (m_options.reset || m_store.isOfAnotherFormat())) {
        const qint64 head = m_store.head();
        m_store.close();
        for (const char* ending : { "", "-wal", "-shm" })
            QFile::remove(path + QLatin1String(ending));
        problem = m_store.open(path);
        if (problem.isEmpty() && head > 0)
            m_store.beginAfter(head);
    }
    if (!problem.isEmpty())
        return QStringLiteral("The marketplace %1 can't be opened: %2.").arg(path, problem);
    if (problem = m_blobs.open(m_options.dataDirectory); problem.isEmpty())
        problem = m_uploads.open(m_options.dataDirectory);
    if (!problem.isEmpty())
        return problem;
    const qint64 now = m_options.now.value_or(m_clock.now());
    if (m_store.accounts().empty())
        fillStore(m_store, m_options.seed, now, [this](const SeedBlob& blob) { m_blobs.add(blob.bytes); });
    growStore(m_store, m_options.scale, now,
        [](const QString& words) { std::fprintf(stderr, "opentrain-sandbox: %s\n", qUtf8Printable(words)); });
    m_privacy.setBlobSource([this](const QString& account, const QString& sha256) {
        QString reason;
        return m_blobAnswers.mayRead(account, sha256, reason) ? m_blobs.pathOf(sha256).value_or(QString())
                                                              : QString();
    });
    m_store.forgetMutations(m_clock.now() - kMutationMilliseconds);
    m_store.onCommit([this](const Commit& commit) {
        m_live.push(commit);
        if (commit.accessEnded)
            m_live.dropRevoked();
        m_employers.notice(commit);
        m_privacy.notice(commit);
    });
    m_oauth.onFailedSignIn([this](const QString& account, const HttpRequest& request) {
        StoreWriter writer(m_store);
        addSecurityEvent(m_store, writer, account, newsOf(QStringLiteral("SIGN_IN_FAILED"), request));
        writer.commit();
    });
    return {};
}

QString Server::start()
{
    QString problem = openStore();
    if (!problem.isEmpty())
        return problem;
    if (!m_http.listen(QHostAddress::LocalHost, m_options.port))
        return QStringLiteral("Port %1 can't be used: %2.").arg(m_options.port).arg(m_http.errorString());
    m_employers.start(m_options.speed, m_store.meta(QStringLiteral("seed")).toULongLong());
    problem = m_auth.writeTokens(m_options.dataDirectory, url());
    if (problem.isEmpty())
        problem = m_oauth.start(m_options.dataDirectory, url());
    return problem.isEmpty() ? m_privacy.start(m_options.dataDirectory, m_options.speed) : problem;
}

void Server::stop()
{
    m_employers.stop();
    m_privacy.stop();
    m_http.close();
    m_live.shutDown();
    m_store.close();
}

QString Server::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_http.serverPort());
}

QString Server::tokensPath() const
{
    return QDir(m_options.dataDirectory).absoluteFilePath(QStringLiteral("tokens.json"));
}

HttpAnswer Server::handle(const HttpRequest& request)
{
    if (request.path == "/control" && m_options.control) {
        HttpResponse response = m_control.handle(request);
        reconcileSessions(m_store, request);
        return { response, {} };
    }
    m_control.count(request);
    HttpAnswer answer = m_faults.apply(request, [this, &request] { return route(request); });
    // Signing in and out goes this way only, so that nothing else has to look.
    if (OAuthServer::owns(request.path))
        reconcileSessions(m_store, request);
    return answer;
}

HttpResponse Server::route(const HttpRequest& request)
{
    const bool isExtension = request.path.startsWith("/api/trainer/") || OAuthServer::owns(request.path);
    if (isExtension && m_options.publicOnly)
        return notFound();
    if (OAuthServer::owns(request.path))
        return m_oauth.handle(request);
    const QStringList& path = request.segments;
    const bool trainer = request.path.startsWith("/api/trainer/v1/");
    if (!trainer && !request.path.startsWith("/api/public/v1/"))
        return notFound();
    if (path.size() < 4)
        return notFound();
    if (JobBoard::owns(request))
        return m_jobs.handle(request);
    if (std::optional<HttpResponse> response = trainer ? routeOpen(request) : std::nullopt)
        return std::move(*response);
    const std::optional<Session> session = m_auth.check(request.header("authorization"));
    if (!session)
        return unauthorized(request);
    if (std::optional<HttpResponse> refused = overLimit(*session))
        return std::move(*refused);
    if (request.header("sec-gpc") == "1")
        noticeSignal(m_store, session->account.key);
    return trainer ? routeTrainer(*session, request) : m_public.handle(*session, request);
}

std::optional<HttpResponse> Server::overLimit(const Session& session)
{
    const int wait = m_limit.secondsToWait(session.tokenId, m_clock.now());
    if (wait == 0)
        return std::nullopt;
    HttpResponse response = errorAnswer(ErrorCode::RateLimited,
        QStringLiteral("More than %1 requests in this minute.").arg(m_limit.allowed()));
    response.setHeader("Retry-After", QByteArray::number(wait));
    return response;
}

std::optional<HttpResponse> Server::routeOpen(const HttpRequest& request)
{
    if (request.path == "/api/trainer/v1/policies")
        return isRead(request) ? policiesAnswer(m_store, request) : wrongMethodAnswer("GET");
    if (request.path == "/api/trainer/v1/keys")
        return isRead(request) ? m_privacy.key().keysAnswer() : wrongMethodAnswer("GET");
    if (request.path == "/api/trainer/v1/uploads" && request.method == "OPTIONS")
        return Uploads::options();
    return std::nullopt;
}

std::optional<HttpResponse> Server::routeFiles(const Session& session, const HttpRequest& request)
{
    const QStringList& path = request.segments;
    if (path.at(3) == QLatin1String("blobs") && path.size() == 5)
        return isRead(request) ? m_blobAnswers.handle(session, request, path.at(4))
                               : wrongMethodAnswer("GET");
    if (path.at(3) != QLatin1String("uploads"))
        return std::nullopt;
    if (path.size() == 5)
        return m_uploads.handle(session, request, path.at(4));
    if (path.size() == 4)
        return request.method == "POST" ? m_uploads.create(session, request)
                                        : wrongMethodAnswer("POST, OPTIONS");
    return std::nullopt;
}

HttpResponse Server::unauthorized(const HttpRequest& request) const
{
    HttpResponse response
        = errorAnswer(ErrorCode::Unauthorized, QStringLiteral("A valid API token is needed."));
    response.setHeader("WWW-Authenticate", m_oauth.challenge(!request.header("authorization").isEmpty()));
    return response;
}

HttpResponse Server::routeTrainer(const Session& session, const HttpRequest& request)
{
    if (std::optional<HttpResponse> response = routeFiles(session, request))
        return std::move(*response);
    if (request.segments.size() != 4)
        return notFound();
    const QString& name = request.segments.at(3);
    if (name == QLatin1String("capabilities"))
        return isRead(request) ? m_trainer.capabilities(session) : wrongMethodAnswer("GET");
    if (name == QLatin1String("sync"))
        return isRead(request) ? m_trainer.sync(session, request) : wrongMethodAnswer("GET");
    if (name == QLatin1String("mutations"))
        return request.method == "POST" ? m_mutations.handle(session, request) : wrongMethodAnswer("POST");
    if (name == QLatin1String("live")) {
        HttpResponse response = errorAnswer(
            ErrorCode::BadRequest, QStringLiteral("The live channel is a WebSocket; ask for the upgrade."));
        response.status = 426;
        response.setHeader("Upgrade", "websocket");
        return response;
    }
    return notFound();
}

std::optional<HttpAnswer> Server::gate(const HttpRequest& request)
{
    if (request.path != "/api/trainer/v1/live" || m_options.publicOnly)
        return HttpAnswer { notFound(), {} };
    m_control.count(request);
    if (std::optional<HttpAnswer> answer = m_faults.applyToUpgrade(request))
        return answer;
    if (!m_auth.check(request.header("authorization")))
        return HttpAnswer { unauthorized(request), {} };
    const QList<QByteArray> offered = request.header("sec-websocket-protocol").split(',');
    const bool speaksOurs = std::any_of(offered.cbegin(), offered.cend(),
        [](const QByteArray& protocol) { return protocol.trimmed() == kLiveProtocol; });
    if (!speaksOurs)
        return HttpAnswer { issueAnswer(QStringLiteral("Sec-WebSocket-Protocol"),
                                QStringLiteral("must offer opentrain.live.v1")),
            {} };
    return std::nullopt;
}

} // namespace ot::sandbox
