// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/browser_sign_in.h"

#include "sync/sign_in/secrets.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace ot::sync {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

QString value(const QMap<QString, QString>& answer, const char* name)
{
    return answer.value(QLatin1String(name));
}

// What the server says through the browser (RFC 6749 4.1.2.1). Its own description is not shown: anybody who
// can make the browser open a page can write it.
Error refusal(const QString& code)
{
    const auto is = [&code](const char* name) { return code == QLatin1String(name); };
    if (is("access_denied"))
        return { ErrorCode::Rejected, Text::tr("The sign-in was cancelled in the browser."),
            QStringLiteral("access_denied") };
    if (is("server_error") || is("temporarily_unavailable"))
        return { ErrorCode::ServerFault,
            Text::tr("The server can't sign anybody in just now. Try again later."),
            QStringLiteral("authorization: server_error") };
    return { ErrorCode::Rejected, Text::tr("The server does not sign people in to this program."),
        QStringLiteral("authorization: refused") };
}

QByteArray formEncoded(const QString& text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

BrowserSignIn::BrowserSignIn(Opener opener, std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent)
    , m_opener(std::move(opener))
    , m_limit(limit)
    , m_client(this)
    , m_deadline(this)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail({ ErrorCode::Timeout,
            Text::tr("The sign-in took too long and was given up. Begin again when you are ready."),
            QStringLiteral("sign-in: time limit") });
    });
}

BrowserSignIn::~BrowserSignIn() = default;

void BrowserSignIn::start(const QUrl& server)
{
    Q_ASSERT(m_stage == Stage::Idle);
    m_stage = Stage::Discovering;
    m_deadline.start(m_limit);
    m_client.discover(server, [this](const Result<AuthorizationClient::Place>& place) {
        if (m_stage != Stage::Discovering)
            return;
        if (place)
            ask(*place);
        else
            fail(place.error());
    });
}

void BrowserSignIn::ask(const AuthorizationClient::Place& place)
{
    m_place = place;
    m_verifier = randomSecret();
    m_state = randomSecret();
    m_listener = std::make_unique<LoopbackListener>(
        [this](const QMap<QString, QString>& answer) { return judge(answer); });
    // Before the browser is sent off: nobody else may take the port it comes back to.
    if (const Outcome listening = m_listener->listen(); !listening) {
        fail(listening.error());
        return;
    }
    m_address = authorizationAddress();
    m_stage = Stage::Waiting;
    openAgain();
}

QUrl BrowserSignIn::authorizationAddress() const
{
    QByteArray query = m_place.server.authorizationEndpoint.query(QUrl::FullyEncoded).toLatin1();
    const auto add = [&query](const char* name, const QByteArray& encoded) {
        query += (query.isEmpty() ? QByteArray() : QByteArray("&")) + name + '=' + encoded;
    };
    add("response_type", "code");
    add("client_id", formEncoded(AuthorizationClient::clientId()));
    add("redirect_uri", formEncoded(m_listener->redirectUri()));
    add("state", m_state);
    add("code_challenge", challengeOf(m_verifier));
    add("code_challenge_method", "S256");
    add("resource", formEncoded(m_place.resource));
    if (!m_place.scopes.isEmpty())
        add("scope", formEncoded(m_place.scopes.join(QLatin1Char(' '))));
    // OpenID providers give this scope only to those who were asked for it (OpenID Connect Core 11).
    if (m_place.scopes.contains(QStringLiteral("offline_access")))
        add("prompt", "consent");
    QUrl address = m_place.server.authorizationEndpoint;
    address.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return address;
}

void BrowserSignIn::openAgain()
{
    if (m_stage != Stage::Waiting)
        return;
    const bool opened = m_opener(m_address);
    Q_EMIT waiting(m_address, opened);
}

LoopbackListener::Page BrowserSignIn::judge(const QMap<QString, QString>& answer)
{
    // Somebody else's answer, or an old one: it ends nothing.
    if (m_stage != Stage::Waiting || !isSameSecret(value(answer, "state").toUtf8(), m_state)) {
        return { false, QStringLiteral("OpenTrain Desktop"),
            Text::tr("This page belongs to no sign-in that is under way. Begin again in OpenTrain.") };
    }
    m_stage = Stage::Redeeming;
    m_listener->close();
    const std::optional<Error> fault = faultOf(answer);
    // Not from here: whoever hears of it may let go of the listener that is still at work above us.
    QMetaObject::invokeMethod(
        this,
        [this, fault, code = value(answer, "code")] {
            if (m_stage != Stage::Redeeming)
                return;
            if (fault)
                fail(*fault);
            else
                redeem(code);
        },
        Qt::QueuedConnection);
    if (fault)
        return { false, Text::tr("You are not signed in"),
            fault->message + QLatin1Char(' ') + Text::tr("You can go back to OpenTrain.") };
    return { true, Text::tr("You can go back to OpenTrain"),
        Text::tr("Your browser has done its part. You can close this page.") };
}

std::optional<Error> BrowserSignIn::faultOf(const QMap<QString, QString>& answer) const
{
    // First of all whose answer it is: a server that was not asked must not even be told about a code (RFC
    // 9207).
    const bool isNamed = answer.contains(QStringLiteral("iss"));
    if (isNamed ? value(answer, "iss") != m_place.server.issuer : m_place.server.namesItself) {
        return Error { ErrorCode::NotTheServer,
            Text::tr("The answer came from another server than the one that was asked. It was not used."),
            isNamed ? QStringLiteral("another iss") : QStringLiteral("no iss") };
    }
    if (answer.contains(QStringLiteral("error")))
        return refusal(value(answer, "error"));
    if (value(answer, "code").isEmpty())
        return refusal({});
    return std::nullopt;
}

void BrowserSignIn::redeem(const QString& code)
{
    Q_EMIT returned();
    m_client.redeem(
        { m_place.server, m_place.resource, code, m_listener->redirectUri(), m_verifier, m_place.scopes },
        [this](const Result<TokenSet>& tokens) {
            if (m_stage != Stage::Redeeming)
                return;
            if (!tokens) {
                fail(tokens.error());
                return;
            }
            end();
            Q_EMIT signedIn(*tokens);
        });
}

void BrowserSignIn::cancel()
{
    fail({ ErrorCode::Cancelled, {}, QStringLiteral("sign-in: cancelled") });
}

void BrowserSignIn::fail(const Error& error)
{
    if (m_stage == Stage::Ended || m_stage == Stage::Idle)
        return;
    end();
    Q_EMIT failed(error);
}

void BrowserSignIn::end()
{
    m_stage = Stage::Ended;
    m_deadline.stop();
    if (m_listener)
        m_listener->close();
}

} // namespace ot::sync
