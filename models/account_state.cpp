// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/account_state.h"

#include "models/display_text.h"
#include "storage/queries/message_queries.h"
#include "storage/when_done.h"

namespace ot::models {

using storage::Account;
using storage::Stored;

AccountState::AccountState(storage::Vault& vault, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
{
    connect(&m_vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        if (notice.touches<Account>() || notice.touches<storage::Conversation>())
            read();
    });
    read();
}

QString AccountState::name() const
{
    if (!m_account)
        return {};
    const QString full = oneLine(m_account->fullName, 80);
    return full.isEmpty()
        ? oneLine(m_account->firstName + QLatin1Char(' ') + m_account->lastName, 80).trimmed()
        : full;
}

QString AccountState::role() const
{
    if (!m_account)
        return {};
    if (m_account->accountKind != QLatin1String("vendor_organization"))
        return tr("AI trainer");
    QString role = tr("Vendor");
    if (m_account->memberRole == QLatin1String("OWNER"))
        role = tr("Owner");
    else if (m_account->memberRole == QLatin1String("BID_MANAGER"))
        role = tr("Bid manager");
    else if (m_account->memberRole == QLatin1String("FINANCE"))
        role = tr("Finance");
    const QString organization = oneLine(m_account->organizationName, 80);
    return organization.isEmpty() ? role : role + QStringLiteral(" · ") + isolated(organization);
}

QString AccountState::email() const
{
    return m_account ? oneLine(m_account->email, 120) : QString();
}

void AccountState::read()
{
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    whenDone(m_vault.read([](storage::ReadSnapshot& snapshot) -> Result<Read> {
        Read read;
        const Result<std::vector<Stored<Account>>> accounts = storage::queries::everyOne<Account>(snapshot);
        if (!accounts)
            return accounts.error();
        if (!accounts->empty())
            read.account = accounts->front().record;
        const Result<qint64> unread = storage::queries::unreadMessages(snapshot);
        if (!unread)
            return unread.error();
        read.unread = *unread;
        return read;
    }),
        this, [this](const Result<Read>& read) {
            m_reading = false;
            if (read) {
                m_account = read->account;
                m_unread = read->unread;
            }
            if (m_stale)
                this->read();
            Q_EMIT changed();
        });
}

} // namespace ot::models
