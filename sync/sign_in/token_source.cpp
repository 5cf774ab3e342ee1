// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/token_source.h"

#include "storage/when_done.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace ot::sync {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr qint64 kLongestMargin = 60'000;

qint64 nowMilliseconds()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Error refused(const char* detail)
{
    return { ErrorCode::Unauthorized,
        Text::tr("The server does not accept this token any more. Sign in again; what you wrote is kept."),
        QLatin1String(detail) };
}

QFuture<Result<QString>> atOnce(const Result<QString>& value)
{
    QPromise<Result<QString>> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

} // namespace

TokenSource::TokenSource(storage::Vault& vault, const TokenSet& tokens, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(this)
{
    takeTokens(tokens);
}

TokenSource::~TokenSource() = default;

void TokenSource::takeTokens(const TokenSet& tokens)
{
    m_tokens = tokens;
    // A quarter of what is left at most: a token of a few seconds is not renewed at every turn.
    const qint64 left = m_tokens.expiresAt.milliseconds - nowMilliseconds();
    m_margin = std::clamp<qint64>(left / 4, 0, kLongestMargin);
}

bool TokenSource::isDue() const
{
    return m_tokens.canRenew() && m_tokens.expiresAt.milliseconds > 0
        && nowMilliseconds() >= m_tokens.expiresAt.milliseconds - m_margin;
}

bool TokenSource::hasEnded() const
{
    return m_tokens.expiresAt.milliseconds > 0 && nowMilliseconds() >= m_tokens.expiresAt.milliseconds;
}

QFuture<Result<QString>> TokenSource::token()
{
    if (m_ended)
        return atOnce(*m_ended);
    if (m_unkept && !m_renewing)
        keep(false);
    // While one is on its way the old one may be dead already.
    return m_renewing || isDue() ? renewed(true) : atOnce(m_tokens.accessToken);
}

QFuture<Result<QString>> TokenSource::tokenInsteadOf(const QString& refusedToken)
{
    if (m_ended)
        return atOnce(*m_ended);
    if (!m_renewing && m_tokens.accessToken != refusedToken)
        return atOnce(m_tokens.accessToken); // somebody else's renewal has come meanwhile
    if (!m_tokens.canRenew())
        return atOnce(refused("no refresh token"));
    return renewed(false);
}

QFuture<Result<QString>> TokenSource::renewed(bool mayUseOld)
{
    auto promise = std::make_shared<Promise>();
    promise->start();
    m_waiters.push_back({ promise, mayUseOld });
    if (!m_renewing) {
        m_renewing = true;
        m_client.renew(m_tokens, [this](const Result<TokenSet>& tokens) { receive(tokens); });
    }
    return promise->future();
}

void TokenSource::receive(const Result<TokenSet>& tokens)
{
    if (tokens)
        takeTokens(*tokens);
    if (m_leaving) {
        m_renewing = false;
        answerAll(refused("signed out"));
        revoke(); // what has come just now holds at the server
        return;
    }
    if (tokens) {
        keep(true);
        return;
    }
    if (tokens.error().code == ErrorCode::Unauthorized)
        m_ended = tokens.error();
    m_renewing = false;
    answerAll(tokens.error());
    Q_EMIT settled();
}

// The refresh token before is spent, so these are used even where they can't be written; it is tried again at
// the next turn.
void TokenSource::keep(bool endsRenewal)
{
    m_unkept = false;
    whenDone(m_vault.write([tokens = m_tokens](storage::WriteTransaction& transaction) {
        return keepTokens(transaction, tokens);
    }),
        this, [this, endsRenewal](const Outcome& kept) {
            m_unkept = !kept.ok() && !m_leaving;
            if (!endsRenewal)
                return;
            m_renewing = false;
            answerAll(std::nullopt);
            if (m_leaving)
                revoke();
            else
                Q_EMIT settled();
        });
}

void TokenSource::answerAll(const std::optional<Error>& error)
{
    const std::vector<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter& waiter : waiters) {
        const bool usesOld
            = error && waiter.mayUseOld && error->code != ErrorCode::Unauthorized && !hasEnded();
        waiter.promise->addResult(
            error && !usesOld ? Result<QString>(*error) : Result<QString>(m_tokens.accessToken));
        waiter.promise->finish();
    }
}

QFuture<Outcome> TokenSource::signOut()
{
    m_leaving = true;
    m_ended = refused("signed out");
    m_unkept = false;
    if (!m_renewing)
        revoke();
    return m_vault.write(
        [](storage::WriteTransaction& transaction) { return keepTokens(transaction, TokenSet {}); });
}

void TokenSource::revoke()
{
    if (!m_tokens.canRenew()) {
        Q_EMIT settled();
        return;
    }
    m_revoking = true;
    m_client.revoke(m_tokens, [this](const Result<Done>&) {
        m_revoking = false;
        Q_EMIT settled();
    });
}

} // namespace ot::sync
