// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "storage/settings.h"
#include "storage/when_done.h"
#include "sync/api_client.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QUuid>

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

QString accountsDirectory(const QString& profile)
{
    return profile + QStringLiteral("/accounts");
}

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

// A sandbox gets another port at every start and stays the same server.
bool isSameServer(const QUrl& left, const QUrl& right)
{
    return left == right || (isLoopback(left) && isLoopback(right));
}

} // namespace

Session::Session(QString profileDirectory, QObject* parent)
    : QObject(parent)
    , m_profileDirectory(std::move(profileDirectory))
{
    const QStringList accounts = QDir(accountsDirectory(m_profileDirectory))
                                     .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : accounts) {
        const QString directory = accountsDirectory(m_profileDirectory) + QLatin1Char('/') + name;
        // A directory that holds neither was left by a sign-in that was given up.
        if (storage::KeyCustody(directory).hasVault()) {
            m_accountDirectory = directory;
            break;
        }
    }
}

Session::~Session()
{
    m_sync.reset(); // before the vault it works on
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
    m_sync->stop();
    m_offered.reset();
    m_kept->token.clear();
    whenDone(m_vault->write([](WriteTransaction& transaction) {
        return settings::set(transaction, QLatin1String(settings::kToken), {});
    }),
        this, [this](const Outcome& forgotten) {
            if (forgotten)
                Q_EMIT signInNeeded({});
            else
                Q_EMIT trouble(forgotten.error());
        });
}

void Session::offerCredentials(const QUrl& server, const QString& token)
{
    m_offered = Credentials { server, token, {} };
}

void Session::open()
{
    if (!hasAccount()) {
        if (m_offered)
            checkToken(m_offered->server, m_offered->token);
        else
            Q_EMIT signInNeeded({});
        return;
    }
    m_custody = std::make_unique<storage::KeyCustody>(m_accountDirectory);
    m_isNew = false;
    whenDone(m_custody->unlock(), this, [this](const Result<SharedKey>& key) { takeKey(key); });
}

void Session::retry()
{
    if (m_given && !m_vault && !hasAccount())
        createVault();
    else
        open();
}

void Session::signIn(const QUrl& server, const QString& token)
{
    checkToken(server, token);
}

void Session::checkToken(const QUrl& server, const QString& token)
{
    m_checker = std::make_unique<sync::ApiClient>(server, token);
    whenDone(m_checker->get(QLatin1String(kIdentityPath)), this,
        [this, server, token](
            const Result<sync::ApiAnswer>& answer) { receiveIdentity(server, token, answer); });
}

void Session::receiveIdentity(const QUrl& server, const QString& token, const Result<sync::ApiAnswer>& answer)
{
    std::optional<Error> error;
    Credentials credentials { server, token, {} };
    if (!answer) {
        error = answer.error();
    } else if (!answer->isSuccess()) {
        error = sync::errorOf(*answer);
        if (error->code == ErrorCode::Unauthorized)
            error->message
                = Text::tr("The server does not accept this token. Check that it was copied whole.");
    } else {
        credentials.userId
            = answer->body.value(QLatin1String("actor")).toObject().value(QLatin1String("userId")).toString();
        if (credentials.userId.isEmpty()) {
            error = Error { ErrorCode::Decode, Text::tr("The server did not say whose token this is."),
                QStringLiteral("no actor.userId") };
        }
    }
    if (!error && m_kept && !m_kept->userId.isEmpty() && m_kept->userId != credentials.userId) {
        error = Error { ErrorCode::Forbidden,
            Text::tr("This token belongs to another account. Sign in to it with a profile of its own."),
            QStringLiteral("other user") };
    }
    if (!error) {
        adopt(credentials);
        return;
    }
    qCWarning(lcSession, "sign-in failed: code %d, %s", int(error->code), qUtf8Printable(error->detail));
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
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_custody = std::make_unique<storage::KeyCustody>(
        accountsDirectory(m_profileDirectory) + QLatin1Char('/') + name);
    m_accountDirectory = accountsDirectory(m_profileDirectory) + QLatin1Char('/') + name;
    m_isNew = true;
    whenDone(m_custody->createInKeychain(), this, [this](const Result<SharedKey>& key) { takeKey(key); });
}

void Session::usePassphrase(const QString& passphrase)
{
    const auto take = [this](const Result<SharedKey>& key) { takeKey(key); };
    m_keyInKeychain = false;
    if (m_isNew)
        whenDone(m_custody->createWithPassphrase(passphrase), this, take);
    else
        whenDone(m_custody->unlockWithPassphrase(passphrase), this, take);
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
    m_vault = std::make_unique<storage::Vault>();
    whenDone(m_vault->open(m_accountDirectory, key->clone(), true), this, [this](const Outcome& opened) {
        if (opened) {
            loadCredentials();
            return;
        }
        qCWarning(
            lcSession, "vault: code %d, %s", int(opened.error().code), qUtf8Printable(opened.error().detail));
        m_vault.reset();
        Error error = opened.error();
        if (error.code == ErrorCode::StoreWrongKey) {
            // The key proved itself against its check value before, so it is the file that does not hold.
            error.code = ErrorCode::StoreCorrupt;
            error.message = Text::tr("The vault is damaged: its first page does not verify with its own key. "
                                     "It was left as it is.");
        }
        Q_EMIT trouble(error);
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
        const Result<QString> token = settings::get(snapshot, QLatin1String(settings::kToken));
        const Result<QString> userId = settings::get(snapshot, QLatin1String(kUserId));
        if (!server || !token || !userId)
            return !server ? server.error() : (!token ? token.error() : userId.error());
        return Credentials { QUrl(*server), *token, *userId };
    }),
        this, [this](const Result<Credentials>& kept) {
            if (kept)
                useCredentials(*kept);
            else
                Q_EMIT trouble(kept.error());
        });
}

void Session::useCredentials(const Credentials& kept)
{
    m_kept = kept;
    const bool isComplete = kept.server.isValid() && !kept.token.isEmpty();
    if (m_offered && (m_offered->token != kept.token || m_offered->server != kept.server)) {
        if (isComplete && !isSameServer(m_offered->server, kept.server)) {
            Q_EMIT trouble({ ErrorCode::BadInput,
                Text::tr("This profile belongs to another server. Use a profile of its own (--profile) for "
                         "this one."),
                QStringLiteral("other server") });
            return;
        }
        if (m_offered->token == kept.token)
            m_kept->server = m_offered->server; // the same account at the server's new address
        checkToken(m_offered->server, m_offered->token);
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
            { settings::kToken, credentials.token }, { kUserId, credentials.userId } };
        for (const auto& [name, value] : values) {
            if (const Outcome set = settings::set(transaction, QLatin1String(name), value); !set)
                return set;
        }
        return success();
    }),
        this, [this, credentials](const Outcome& kept) {
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
    m_sync->start(credentials.server, credentials.token);
    if (isFirst)
        Q_EMIT ready();
}

} // namespace ot::app
