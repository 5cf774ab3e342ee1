// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/deletion.h"

#include "sandbox/privacy/clocks.h"
#include "sandbox/privacy/data_categories.h"
#include "sandbox/privacy/pseudonym.h"

#include <map>
#include <vector>

namespace ot::sandbox {

namespace {

QString memberText(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

/// Members other than the owner leave an organization that goes on without them.
bool isOrdinaryMember(const Account& account)
{
    return !account.role.isEmpty() && account.role != QLatin1String("OWNER");
}

QJsonObject blocker(const char* kind, const QJsonObject& record, const QString& title)
{
    return { { QStringLiteral("kind"), QLatin1String(kind) },
        { QStringLiteral("id"), memberText(record, "id") }, { QStringLiteral("title"), title } };
}

std::vector<QString> typesOf(Store& store, const QString& account)
{
    Statement row = store.database().prepare(
        "SELECT DISTINCT type FROM records WHERE account = ?1 AND removed = 0 ORDER BY type");
    row.bind(account);
    std::vector<QString> types;
    while (row.step())
        types.push_back(row.text(0));
    return types;
}

struct Tally {
    qint64 cleared = 0;
    qint64 retained = 0;
    QString reason;
    int days = 0;
};

/// The owner's account stays as a shell that names nobody: others' records still point at it.
QJsonObject closedAccount(QJsonObject account, const QString& now)
{
    const QString shell = QStringLiteral("Former member");
    for (const char* name : { "email", "firstName", "lastName", "country", "timeZone", "locale" })
        account.insert(QLatin1String(name), QJsonValue(QJsonValue::Null));
    account.insert(QStringLiteral("fullName"), shell);
    account.insert(QStringLiteral("updatedAt"), now);
    return account;
}

class Eraser {
public:
    Eraser(Store& store, StoreWriter& writer, const Account& account)
        : m_store(store)
        , m_writer(writer)
        , m_account(account)
        , m_names(namesOf(store, account))
    {
    }

    void erase(const QString& type)
    {
        const DataKind& kind = dataKind(type);
        // What is the organization's is only a view of it here: it goes, and the organization keeps its own.
        const bool view = isOrdinaryMember(m_account) && !kind.personal;
        for (const Record& record : m_store.list(m_account.key, type)) {
            if (type == QLatin1String("Account"))
                closeAccount(record);
            else if (!view && kind.retainedDays > 0)
                retain(record, kind);
            else
                clear(record, kind, !view);
        }
    }

    void forgetRest()
    {
        // Results of mutations hold what the person wrote.
        for (const char* sql : { "DELETE FROM mutations WHERE account = ?1",
                 "DELETE FROM blob_rights WHERE account = ?1", "DELETE FROM events WHERE account = ?1",
                 "UPDATE accounts SET displayName = 'Former member' WHERE key = ?1" })
            m_store.database().prepare(sql).bind(m_account.key).run();
    }

    [[nodiscard]] DeletionOutcome outcome() const
    {
        DeletionOutcome outcome;
        const qint64 now = m_store.clock().now();
        for (const auto& [category, tally] : m_tallies) {
            if (tally.cleared > 0)
                outcome.cleared.append(QJsonObject {
                    { QStringLiteral("category"), category }, { QStringLiteral("count"), tally.cleared } });
            if (tally.retained > 0)
                outcome.retained.append(QJsonObject { { QStringLiteral("category"), category },
                    { QStringLiteral("count"), tally.retained }, { QStringLiteral("reason"), tally.reason },
                    { QStringLiteral("until"), isoTime(addDays(now, tally.days)) } });
        }
        return outcome;
    }

private:
    void clear(const Record& record, const DataKind& kind, bool counts)
    {
        m_writer.remove(m_account.key, record.type, record.id);
        if (counts)
            ++m_tallies[QLatin1String(kind.category)].cleared;
    }

    void retain(const Record& record, const DataKind& kind)
    {
        Tally& tally = m_tallies[QLatin1String(kind.category)];
        ++tally.retained;
        if (kind.retainedDays > tally.days) {
            tally.days = kind.retainedDays;
            tally.reason = QString::fromUtf8(kind.reason);
        }
        // The chain of consents names nobody, and would break.
        if (record.type == QLatin1String("ConsentRecord"))
            return;
        const QJsonObject before = record.json();
        const QJsonObject after = m_names.takenOutOf(before);
        if (after != before)
            m_writer.put(m_account.key, record.type, record.id, after);
    }

    void closeAccount(const Record& record)
    {
        m_writer.put(
            m_account.key, record.type, record.id, closedAccount(record.json(), m_store.clock().tickIso()));
        ++m_tallies[QStringLiteral("account_profile")].cleared;
    }

    Store& m_store;
    StoreWriter& m_writer;
    const Account& m_account;
    Pseudonym m_names;
    std::map<QString, Tally> m_tallies;
};

/// The organization's list of its people.
void leaveTeam(Store& store, StoreWriter& writer, const Account& account)
{
    if (account.organization.isEmpty() || !isOrdinaryMember(account))
        return;
    for (const Record& record : store.list(account.organization, QStringLiteral("TeamMember"))) {
        QJsonObject member = record.json();
        if (memberText(member, "userId") != account.userId)
            continue;
        member.insert(QStringLiteral("status"), QStringLiteral("REMOVED"));
        member.insert(QStringLiteral("displayName"), QStringLiteral("Former member"));
        member.insert(QStringLiteral("email"), QJsonValue(QJsonValue::Null));
        member.insert(QStringLiteral("updatedAt"), store.clock().tickIso());
        writer.put(account.organization, record.type, record.id, member);
    }
}

} // namespace

QJsonArray deletionBlockers(Store& store, const Account& account)
{
    static const QStringList kEnded { QStringLiteral("ended"), QStringLiteral("completed"),
        QStringLiteral("cancelled") };
    QJsonArray blockers;
    if (isOrdinaryMember(account))
        return blockers;
    for (const Record& record : store.list(account.key, QStringLiteral("Contract"))) {
        const QJsonObject contract = record.json();
        if (!kEnded.contains(memberText(contract, "status").toLower()))
            blockers.append(blocker("contract", contract, memberText(contract, "title")));
    }
    for (const Record& record : store.list(account.key, QStringLiteral("Payout"))) {
        const QJsonObject payout = record.json();
        if (memberText(payout, "status") != QLatin1String("PAID"))
            blockers.append(blocker("payout", payout, memberText(payout, "jobTitle")));
    }
    for (const Record& record : store.list(account.key, QStringLiteral("Milestone"))) {
        const QJsonObject milestone = record.json();
        if (memberText(milestone, "status") == QLatin1String("DISPUTED"))
            blockers.append(blocker("dispute", milestone, memberText(milestone, "name")));
    }
    return blockers;
}

DeletionOutcome eraseData(
    Store& store, StoreWriter& writer, const Account& account, const QStringList& categories)
{
    Eraser eraser(store, writer, account);
    for (const QString& type : typesOf(store, account.key)) {
        const bool asked
            = categories.isEmpty() || categories.contains(QLatin1String(dataKind(type).category));
        // A part of the account leaves the account itself, and the account's own requests, as they are.
        const bool whole = type == QLatin1String("Account") || type == QLatin1String("DataRequest");
        if (asked && (categories.isEmpty() || !whole))
            eraser.erase(type);
    }
    if (categories.isEmpty()) {
        eraser.forgetRest();
        leaveTeam(store, writer, account);
    }
    return eraser.outcome();
}

} // namespace ot::sandbox
