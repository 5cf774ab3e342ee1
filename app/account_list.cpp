// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account_list.h"

#include "storage/keys/key_custody.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace ot::app {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kLargestFile = 256 * 1024;
constexpr qsizetype kLongestLabel = 60;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

QString accountsDirectory(const QString& profile)
{
    return profile + QStringLiteral("/accounts");
}

QString listPath(const QString& profile)
{
    return profile + QStringLiteral("/accounts.json");
}

auto findEntry(std::vector<AccountEntry>& entries, const QString& id)
{
    return std::find_if(
        entries.begin(), entries.end(), [&id](const AccountEntry& entry) { return entry.id == id; });
}

} // namespace

AccountList::AccountList(QString profileDirectory)
    : m_profileDirectory(std::move(profileDirectory))
{
}

QString AccountList::directoryOf(const QString& id) const
{
    return accountsDirectory(m_profileDirectory) + QLatin1Char('/') + id;
}

QString AccountList::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

// A folder without a vault was left by a sign-in that was given up.
std::vector<QString> AccountList::vaults() const
{
    std::vector<QString> ids;
    const QStringList folders = QDir(accountsDirectory(m_profileDirectory))
                                    .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& id : folders) {
        if (storage::KeyCustody(directoryOf(id)).hasVault())
            ids.push_back(id);
    }
    return ids;
}

AccountList::Kept AccountList::load() const
{
    QFile file(listPath(m_profileDirectory));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargestFile)).object();
    if (object.value(QLatin1String("format")).toInt() != kFormat)
        return {};
    Kept kept;
    kept.lastUsed = object.value(QLatin1String("lastUsed")).toString();
    const QJsonArray accounts = object.value(QLatin1String("accounts")).toArray();
    for (const QJsonValue& account : accounts) {
        const QString id = account[QLatin1String("id")].toString();
        const QString label = account[QLatin1String("label")].toString();
        kept.entries.push_back({ id, label.left(kLongestLabel) });
    }
    return kept;
}

Outcome AccountList::save(const Kept& kept) const
{
    QJsonArray accounts;
    for (const AccountEntry& entry : kept.entries) {
        QJsonObject account { { QStringLiteral("id"), entry.id } };
        if (!entry.label.isEmpty())
            account.insert(QStringLiteral("label"), entry.label);
        accounts.append(account);
    }
    QSaveFile file(listPath(m_profileDirectory));
    const QJsonObject object { { QStringLiteral("format"), kFormat },
        { QStringLiteral("lastUsed"), kept.lastUsed }, { QStringLiteral("accounts"), accounts } };
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    if (isWritten)
        return success();
    return Error { ErrorCode::StoreReadOnly,
        Text::tr(
            "The folder %1 can't be written to, so nothing could be kept. Choose another with --profile.")
            .arg(m_profileDirectory),
        file.errorString() };
}

std::vector<AccountEntry> AccountList::entries() const
{
    const std::vector<QString> there = vaults();
    std::vector<AccountEntry> entries = load().entries;
    const auto isThere
        = [&there](const QString& id) { return std::find(there.begin(), there.end(), id) != there.end(); };
    entries.erase(std::remove_if(entries.begin(), entries.end(),
                      [&](const AccountEntry& entry) { return !isThere(entry.id); }),
        entries.end());
    for (const QString& id : there) {
        if (findEntry(entries, id) == entries.end())
            entries.push_back({ id, {} });
    }
    return entries;
}

QString AccountList::lastUsed() const
{
    std::vector<AccountEntry> all = entries();
    const QString last = load().lastUsed;
    if (findEntry(all, last) != all.end())
        return last;
    return all.empty() ? QString() : all.front().id;
}

Result<QString> AccountList::find(const QString& numberOrId) const
{
    std::vector<AccountEntry> all = entries();
    if (findEntry(all, numberOrId) != all.end())
        return numberOrId;
    bool isNumber = false;
    const int number = numberOrId.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= static_cast<int>(all.size()))
        return all.at(static_cast<std::size_t>(number - 1)).id;
    return Error { ErrorCode::NotFound, Text::tr("There is no account %1 in this profile.").arg(numberOrId),
        QStringLiteral("account") };
}

Outcome AccountList::setLastUsed(const QString& id)
{
    Kept kept { id, entries() };
    if (findEntry(kept.entries, id) == kept.entries.end())
        kept.entries.push_back({ id, {} });
    const Kept before = load();
    if (before.lastUsed == id && before.entries == kept.entries)
        return success();
    return save(kept);
}

Outcome AccountList::setLabel(const QString& id, const QString& label)
{
    Kept kept { lastUsed(), entries() };
    const auto entry = findEntry(kept.entries, id);
    if (entry == kept.entries.end())
        return Error { ErrorCode::NotFound, Text::tr("There is no account in this profile."),
            QStringLiteral("account") };
    entry->label = label.simplified().left(kLongestLabel);
    return save(kept);
}

} // namespace ot::app
