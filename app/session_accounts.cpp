// SPDX-License-Identifier: GPL-3.0-or-later
//
// From one account of a profile to another, and from one key of a vault to the next: the vault is closed, and
// another one, or the same, is opened.
#include "app/session.h"

#include "storage/keys/recovery_code.h"
#include "storage/rekey/rekey.h"
#include "storage/when_done.h"
#include "sync/api_client.h"

#include <QLoggingCategory>

namespace ot::app {

using storage::SharedKey;

Q_DECLARE_LOGGING_CATEGORY(lcSession)

Outcome Session::useAccount(const QString& numberOrId)
{
    const Result<QString> id = m_accounts.find(numberOrId);
    if (!id)
        return id.error();
    m_accountDirectory = m_accounts.directoryOf(*id);
    return success();
}

QString Session::accountId() const
{
    return hasAccount() ? m_accountDirectory.section(QLatin1Char('/'), -1) : QString();
}

void Session::switchTo(const QString& accountId)
{
    if (m_rekey || (accountId == this->accountId() && m_vault))
        return;
    m_accountDirectory = m_accounts.directoryOf(accountId);
    leave([this] { open(); });
}

void Session::addAccount()
{
    if (m_rekey)
        return;
    m_accountDirectory.clear();
    leave([this] { open(); });
}

// Writes that wait are still done before the vault closes. Answers that come too late find nobody.
void Session::leave(std::function<void()> then)
{
    Q_EMIT closing();
    endBrowserSignIn();
    m_checker.reset();
    m_sync.reset();
    m_keeper.reset();
    m_rescuedKey.reset();
    m_wasRescued = false;
    m_custody.reset();
    m_offered.reset();
    m_given.reset();
    m_kept.reset();
    m_isNew = false;
    m_keyInKeychain = true;
    // One of its answers may be what we are called by.
    for (QObject* waiting : m_account->children())
        waiting->disconnect();
    m_account.release()->deleteLater();
    m_account = std::make_unique<QObject>();
    if (!m_vault) {
        then();
        return;
    }
    const std::shared_ptr<storage::Vault> leaving(std::move(m_vault));
    whenDone(
        leaving->close(), m_account.get(), [leaving, then = std::move(then)](const Outcome&) { then(); });
}

QString Session::newRecoveryCode()
{
    return storage::newRecoveryCode();
}

void Session::rekey(const storage::NextWays& ways)
{
    if (!m_vault || !m_custody || m_rekey)
        return;
    // Asked for again: the ways to the next key need the passphrase, and that is held by nobody.
    const auto begin = [this, ways](const Result<SharedKey>& key) {
        if (!key) {
            Q_EMIT rekeyEnded(key.error());
            return;
        }
        leave([this, ways, key = *key] { runRekey(key, ways); });
    };
    if (ways.passphrase.isEmpty())
        whenDone(m_custody->unlock(), m_account.get(), begin);
    else
        whenDone(m_custody->unlockWithPassphrase(ways.passphrase), m_account.get(), begin);
}

void Session::runRekey(const SharedKey& key, const storage::NextWays& ways)
{
    m_rekeyCancellation = storage::Cancellation();
    m_rekey = std::make_unique<storage::Rekey>(m_accountDirectory);
    connect(m_rekey.get(), &storage::Rekey::progress, this, &Session::rekeyProgress);
    whenDone(m_rekey->run(key, ways, m_rekeyCancellation), m_account.get(),
        [this, key](const Result<SharedKey>& renewed) {
            m_rekey.release()->deleteLater(); // it is the one that calls
            if (!renewed)
                qCWarning(lcSession, "rekey: code %d, %s", int(renewed.error().code),
                    qUtf8Printable(renewed.error().detail));
            m_custody = std::make_unique<storage::KeyCustody>(m_accountDirectory);
            openVault(renewed ? *renewed : key);
            Q_EMIT rekeyEnded(renewed ? success() : Outcome(renewed.error()));
        });
}

void Session::cancelRekey()
{
    m_rekeyCancellation.cancel();
}

// What a change of the key left undone when the program ended in it.
void Session::tidyUpRekey()
{
    auto tidier = std::make_shared<storage::Rekey>(m_accountDirectory);
    whenDone(tidier->tidyUp(), m_account.get(), [tidier](const Outcome& tidied) {
        if (!tidied)
            qCWarning(lcSession, "tidying up after a rekey: code %d", int(tidied.error().code));
    });
}

} // namespace ot::app
