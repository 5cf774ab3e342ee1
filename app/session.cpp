// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "storage/health/rescue.h"
#include "storage/health/vault_files.h"
#include "storage/rekey/rekey.h"
#include "storage/settings.h"
#include "storage/when_done.h"
#include "sync/api_client.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QPromise>
#include <QThreadPool>

namespace ot::app {

using storage::ReadSnapshot;
using storage::SharedKey;
using storage::WriteTransaction;
namespace settings = storage::settings;

Q_LOGGING_CATEGORY(lcSession, "session")

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

constexpr char kIdentityPath[] = "/api/public/v1/auth/me";
constexpr char kUserId[] = "account.userId";

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

sync::TokenSet pasted(const QString& token)
{
    sync::TokenSet tokens;
    tokens.accessToken = token;
    return tokens;
}

// A sandbox gets another port at every start and stays the same server.
bool isSameServer(const QUrl& left, const QUrl& right)
{
    return left == right || (isLoopback(left) && isLoopback(right));
}

} // namespace

Session::Session(QString profileDirectory, QObject* parent)
    : QObject(parent)
    , m_accounts(std::move(profileDirectory))
    , m_account(std::make_unique<QObject>())
{
    if (const QString last = m_accounts.lastUsed(); !last.isEmpty())
        m_accountDirectory = m_accounts.directoryOf(last);
}

Session::~Session()
{
    m_sync.reset(); // before the vault it works on
    m_keeper.reset();
}

bool Session::hasAccount() const
{
    return !m_accountDirectory.isEmpty();
}

bool Session::hasPassphrase() const
{
    const Result<storage::KeyReference> reference = storage::KeyReference::load(m_accountDirectory);
    return reference && reference->passphrase.has_value();
}

void Session::signOut()
{
    m_offered.reset();
    m_kept->tokens = {};
    whenDone(m_sync->signOut(), m_account.get(), [this](const Outcome& forgotten) {
        if (forgotten)
            Q_EMIT signInNeeded({});
        else
            Q_EMIT trouble(forgotten.error());
    });
}

void Session::offerCredentials(const QUrl& server, const QString& token)
{
    m_offered = Credentials { server, pasted(token), {} };
}

void Session::open()
{
    if (!hasAccount()) {
        if (m_offered)
            checkTokens(m_offered->server, m_offered->tokens);
        else
            Q_EMIT signInNeeded({});
        return;
    }
    m_custody = std::make_unique<storage::KeyCustody>(m_accountDirectory);
    m_isNew = false;
    whenDone(m_custody->unlock(), m_account.get(), [this](const Result<SharedKey>& key) { takeKey(key); });
}

void Session::retry()
{
    if (m_rescuedKey)
        openVault(std::exchange(m_rescuedKey, {}));
    else if (m_given && !m_vault && !hasAccount())
        createVault();
    else
        open();
}

void Session::signIn(const QUrl& server, const QString& token)
{
    checkTokens(server, pasted(token));
}

void Session::signInByBrowser(const QUrl& server, sync::BrowserSignIn::Opener opener)
{
    endBrowserSignIn();
    m_browserSignIn = std::make_unique<sync::BrowserSignIn>(std::move(opener));
    connect(m_browserSignIn.get(), &sync::BrowserSignIn::waiting, this, &Session::browserWaiting);
    connect(m_browserSignIn.get(), &sync::BrowserSignIn::returned, this, &Session::browserReturned);
    connect(m_browserSignIn.get(), &sync::BrowserSignIn::signedIn, this,
        [this, server](const sync::TokenSet& tokens) {
            endBrowserSignIn();
            checkTokens(server, tokens);
        });
    connect(m_browserSignIn.get(), &sync::BrowserSignIn::failed, this, [this](const Error& error) {
        endBrowserSignIn();
        if (error.code != ErrorCode::Cancelled)
            qCWarning(
                lcSession, "sign-in by browser: code %d, %s", int(error.code), qUtf8Printable(error.detail));
        Q_EMIT signInNeeded(error);
    });
    m_browserSignIn->start(server);
}

void Session::endBrowserSignIn()
{
    if (!m_browserSignIn)
        return;
    m_browserSignIn->disconnect(this);
    m_browserSignIn.release()->deleteLater(); // it may be the one that calls
}

void Session::openBrowserAgain()
{
    if (m_browserSignIn)
        m_browserSignIn->openAgain();
}

void Session::cancelSignIn()
{
    if (m_browserSignIn) {
        m_browserSignIn->cancel();
    } else if (m_checker) {
        m_checker.reset(); // with it goes its answer
        dropTokens(m_checked);
        Q_EMIT signInNeeded({ ErrorCode::Cancelled, {}, {} });
    }
}

// Nobody keeps these tokens, so they end at the server as well.
void Session::dropTokens(const sync::TokenSet& tokens)
{
    if (tokens.canRenew())
        m_authorization.revoke(tokens, [](const Result<Done>&) {});
}

void Session::checkTokens(const QUrl& server, const sync::TokenSet& tokens)
{
    m_checked = tokens;
    m_checker = std::make_unique<sync::ApiClient>(server, tokens.accessToken);
    whenDone(m_checker->get(QLatin1String(kIdentityPath)), m_account.get(),
        [this, server, tokens](
            const Result<sync::ApiAnswer>& answer) { receiveIdentity(server, tokens, answer); });
}

// Why these can't be the credentials of this profile; nothing when they can.
std::optional<Error> Session::faultOf(
    const Credentials& credentials, const Result<sync::ApiAnswer>& answer) const
{
    if (!answer)
        return answer.error();
    if (!answer->isSuccess()) {
        Error error = sync::errorOf(*answer);
        if (error.code == ErrorCode::Unauthorized)
            error.message = credentials.tokens.canRenew()
                ? Text::tr("The server does not accept the sign-in that it gave. Try again.")
                : Text::tr("The server does not accept this token. Check that it was copied whole.");
        return error;
    }
    if (credentials.userId.isEmpty())
        return Error { ErrorCode::Decode, Text::tr("The server did not say whose token this is."),
            QStringLiteral("no actor.userId") };
    if (m_kept && !m_kept->userId.isEmpty() && m_kept->userId != credentials.userId)
        return Error { ErrorCode::Forbidden,
            credentials.tokens.canRenew()
                ? Text::tr("You signed in to another account in the browser. Sign in to it with a profile of "
                           "its own, or choose the account of this one.")
                : Text::tr("This token belongs to another account. Sign in to it with a profile of its own."),
            QStringLiteral("other user") };
    return std::nullopt;
}

void Session::receiveIdentity(
    const QUrl& server, const sync::TokenSet& tokens, const Result<sync::ApiAnswer>& answer)
{
    m_checker.reset();
    Credentials credentials { server, tokens, {} };
    if (answer)
        credentials.userId
            = answer->body.value(QLatin1String("actor")).toObject().value(QLatin1String("userId")).toString();
    const std::optional<Error> error = faultOf(credentials, answer);
    if (!error) {
        adopt(credentials);
        return;
    }
    qCWarning(lcSession, "sign-in failed: code %d, %s", int(error->code), qUtf8Printable(error->detail));
    // Nobody keeps these tokens, so they end at the server as well.
    if (tokens.canRenew())
        m_authorization.revoke(tokens, [](const Result<Done>&) {});
    // Without a connection the account that is here goes on with what it has; a refused token is said.
    const bool noAnswer = error->code != ErrorCode::Unauthorized && error->code != ErrorCode::Forbidden;
    if (m_kept && !m_sync && noAnswer)
        start(*m_kept);
    else
        Q_EMIT signInNeeded(*error);
}

void Session::adopt(const Credentials& credentials)
{
    m_given = credentials;
    if (m_vault) {
        keepCredentials(credentials);
        return;
    }
    createVault();
}

void Session::createVault()
{
    m_accountDirectory = m_accounts.directoryOf(AccountList::newId());
    m_custody = std::make_unique<storage::KeyCustody>(m_accountDirectory);
    m_isNew = true;
    whenDone(m_custody->createInKeychain(), m_account.get(),
        [this](const Result<SharedKey>& key) { takeKey(key); });
}

void Session::usePassphrase(const QString& passphrase)
{
    const auto take = [this](const Result<SharedKey>& key) { takeKey(key); };
    m_keyInKeychain = false;
    if (m_isNew)
        whenDone(m_custody->createWithPassphrase(passphrase), m_account.get(), take);
    else
        whenDone(m_custody->unlockWithPassphrase(passphrase), m_account.get(), take);
}

void Session::takeKey(const Result<SharedKey>& key)
{
    if (key) {
        openVault(*key);
        return;
    }
    const Error& error = key.error();
    qCWarning(lcSession, "key: code %d, %s", int(error.code), qUtf8Printable(error.detail));
    switch (error.code) {
    case ErrorCode::PassphraseNeeded:
    case ErrorCode::PassphraseWrong:
        Q_EMIT passphraseNeeded(false, error);
        break;
    case ErrorCode::KeychainMissing:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
        if (m_isNew) {
            Q_EMIT passphraseNeeded(true, error);
            break;
        }
        Q_EMIT trouble(error);
        break;
    default:
        if (m_isNew)
            m_accountDirectory.clear();
        Q_EMIT trouble(error);
    }
}

void Session::openVault(const SharedKey& key)
{
    m_sync.reset();
    m_keeper.reset();
    if (const Outcome finished = storage::health::finishExchange(m_accountDirectory); !finished) {
        Q_EMIT trouble(finished.error());
        return;
    }
    if (storage::health::isMarkedDamaged(m_accountDirectory) && !m_wasRescued) {
        m_vault.reset();
        rescueVault(key);
        return;
    }
    const bool wasLeftOpen = storage::health::wasLeftOpen(m_accountDirectory);
    m_vault = std::make_unique<storage::Vault>();
    const auto opening = m_vault->open(m_accountDirectory, key->clone(), true);
    whenDone(opening, m_account.get(), [this, key, wasLeftOpen](const Outcome& opened) {
        if (opened) {
            watchOver(key, wasLeftOpen);
            loadCredentials();
            return;
        }
        qCWarning(
            lcSession, "vault: code %d, %s", int(opened.error().code), qUtf8Printable(opened.error().detail));
        m_vault.reset();
        // The key proved itself against its check value before, so a wrong key means a file that does not
        // hold.
        const ErrorCode code = opened.error().code;
        const bool isDamage = code == ErrorCode::StoreWrongKey || code == ErrorCode::StoreCorrupt;
        if (isDamage && !m_wasRescued)
            rescueVault(key);
        else
            Q_EMIT trouble(opened.error());
    });
}

void Session::watchOver(const SharedKey& key, bool wasLeftOpen)
{
    m_keeper = std::make_unique<storage::health::HealthKeeper>(*m_vault, m_accountDirectory, key);
    connect(m_keeper.get(), &storage::health::HealthKeeper::damaged, this, [this] {
        qCWarning(lcSession, "a check found the vault damaged");
        storage::health::markDamaged(m_accountDirectory);
        Q_EMIT damaged();
    });
    m_keeper->start(wasLeftOpen);
}

void Session::rescueVault(const SharedKey& key)
{
    using Rescued = Result<storage::health::RescueReport>;
    m_wasRescued = true;
    auto promise = std::make_shared<QPromise<Rescued>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, key, directory = m_accountDirectory] {
        promise->addResult(storage::health::rescueVault(directory, *key));
        promise->finish();
    });
    whenDone(promise->future(), m_account.get(), [this, key](const Rescued& report) {
        if (!report) {
            qCWarning(lcSession, "rescue: code %d, %s", int(report.error().code),
                qUtf8Printable(report.error().detail));
            Q_EMIT trouble(report.error());
            return;
        }
        qCWarning(lcSession, "the vault was rebuilt: %lld rows saved, %lld missing", report->saved(),
            report->missing());
        m_rescuedKey = key;
        Q_EMIT rebuilt(report->summary());
    });
}

void Session::loadCredentials()
{
    if (m_given) {
        keepCredentials(*m_given);
        return;
    }
    whenDone(m_vault->read([](ReadSnapshot& snapshot) -> Result<Credentials> {
        const Result<QString> server = settings::get(snapshot, QLatin1String(settings::kServer));
        const Result<sync::TokenSet> tokens = sync::loadTokens(snapshot);
        const Result<QString> userId = settings::get(snapshot, QLatin1String(kUserId));
        if (!server || !tokens || !userId)
            return !server ? server.error() : (!tokens ? tokens.error() : userId.error());
        return Credentials { QUrl(*server), *tokens, *userId };
    }),
        m_account.get(), [this](const Result<Credentials>& kept) {
            if (kept)
                useCredentials(*kept);
            else
                Q_EMIT trouble(kept.error());
        });
}

void Session::useCredentials(const Credentials& kept)
{
    m_kept = kept;
    const bool isComplete = kept.server.isValid() && !kept.tokens.isEmpty();
    if (m_offered && (m_offered->tokens != kept.tokens || m_offered->server != kept.server)) {
        if (isComplete && !isSameServer(m_offered->server, kept.server)) {
            Q_EMIT trouble({ ErrorCode::BadInput,
                Text::tr("This profile belongs to another server. Use a profile of its own (--profile) for "
                         "this one."),
                QStringLiteral("other server") });
            return;
        }
        if (m_offered->tokens == kept.tokens)
            m_kept->server = m_offered->server; // the same account at the server's new address
        checkTokens(m_offered->server, m_offered->tokens);
        return;
    }
    if (isComplete)
        start(kept);
    else
        Q_EMIT signInNeeded({});
}

void Session::keepCredentials(const Credentials& credentials)
{
    whenDone(m_vault->write([credentials](WriteTransaction& transaction) -> Outcome {
        const std::pair<const char*, QString> values[] { { settings::kServer, credentials.server.toString() },
            { kUserId, credentials.userId } };
        for (const auto& [name, value] : values) {
            if (const Outcome set = settings::set(transaction, QLatin1String(name), value); !set)
                return set;
        }
        return sync::keepTokens(transaction, credentials.tokens);
    }),
        m_account.get(), [this, credentials](const Outcome& kept) {
            m_given.reset();
            if (!kept) {
                Q_EMIT trouble(kept.error());
                return;
            }
            m_kept = credentials;
            start(credentials);
        });
}

void Session::start(const Credentials& credentials)
{
    m_server = credentials.server;
    const bool isFirst = !m_sync;
    if (isFirst)
        m_sync = std::make_unique<sync::SyncService>(*m_vault);
    m_sync->start(credentials.server, credentials.tokens);
    if (!isFirst)
        return;
    if (const Outcome kept = m_accounts.setLastUsed(accountId()); !kept)
        qCWarning(lcSession, "list of accounts: %s", qUtf8Printable(kept.error().detail));
    tidyUpRekey();
    Q_EMIT ready();
}

} // namespace ot::app
