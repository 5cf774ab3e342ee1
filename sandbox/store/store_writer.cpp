// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/store_writer.h"

#include "sandbox/json.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

QString memberText(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

/// "|Spanish|English|": one LIKE, which does not look at the case, finds a whole value in it.
QString barred(const QJsonValue& values)
{
    QString text(u'|');
    for (const QJsonValue& value : values.toArray())
        text += value.toString() + u'|';
    return text;
}

} // namespace

StoreWriter::StoreWriter(Store& store)
    : m_store(store)
    , m_transaction(store.m_database)
    , m_team(store, *this, store.m_clock.now())
{
    m_commit.before = store.m_head;
    m_commit.after = store.m_head;
}

StoreWriter::~StoreWriter() = default;

Record StoreWriter::put(
    const QString& account, const QString& type, const QString& id, const QJsonObject& object)
{
    const QString home = m_team.homeOf(account, type, object);
    const Record record = putRow(home, type, id, object);
    m_team.follow(record, object);
    if (home == account) {
        // The organization's copy of what is no longer shared goes.
        if (isSharedByChoice(type))
            m_team.withdraw(account, type, id);
        return record;
    }
    return m_store.find(account, type, id).value_or(record);
}

std::optional<Record> StoreWriter::remove(const QString& account, const QString& type, const QString& id)
{
    const std::optional<Record> old = m_store.find(account, type, id);
    if (!old || old->removed)
        return std::nullopt;
    const QJsonObject object = old->json();
    const QString home = m_team.homeOf(account, type, object);
    const std::optional<Record> removed = removeRow(home, type, id);
    if (removed)
        m_team.followRemoval(*removed, object);
    return home == account ? removed : m_store.find(account, type, id);
}

Record StoreWriter::putRow(
    const QString& account, const QString& type, const QString& id, const QJsonObject& object)
{
    Record record { account, type, id, 1, ++m_commit.after, false, jsonBytes(object) };
    const std::optional<Record> old = m_store.find(account, type, id);
    if (old)
        record.version = old->version + 1;
    QString parent = memberText(object, "conversationId");
    if (type != QLatin1String("Message"))
        parent = memberText(object, "contractId");
    const char* sortMember = type == QLatin1String("Message") ? "createdAt" : "updatedAt";
    m_store.m_database
        .prepare("INSERT INTO records (account, type, id, version, seq, removed, parent, sortKey, object) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8) ON CONFLICT (account, type, id) DO UPDATE SET "
                 "version = excluded.version, seq = excluded.seq, removed = 0, parent = excluded.parent, "
                 "sortKey = excluded.sortKey, object = excluded.object")
        .bind(account)
        .bind(type)
        .bind(id)
        .bind(record.version)
        .bind(record.sequence)
        .bind(parent)
        .bind(memberText(object, sortMember))
        .bind(record.object)
        .run();
    if (type == QLatin1String("Job"))
        indexJob(record, object, old && !old->removed);
    m_commit.changes.push_back(record);
    return record;
}

std::optional<Record> StoreWriter::removeRow(const QString& account, const QString& type, const QString& id)
{
    std::optional<Record> record = m_store.find(account, type, id);
    if (!record || record->removed)
        return std::nullopt;
    record->removed = true;
    record->version += 1;
    record->sequence = ++m_commit.after;
    record->object.clear();
    m_store.m_database
        .prepare("UPDATE records SET version = ?1, seq = ?2, removed = 1, object = '' "
                 "WHERE account = ?3 AND type = ?4 AND id = ?5")
        .bind(record->version)
        .bind(record->sequence)
        .bind(account)
        .bind(type)
        .bind(id)
        .run();
    if (type == QLatin1String("Job"))
        indexJob(*record, {}, true);
    m_commit.changes.push_back(*record);
    return record;
}

void StoreWriter::indexJob(const Record& record, const QJsonObject& job, bool existed)
{
    const bool isOpen = !record.removed && memberText(job, "status") == QLatin1String("OPEN");
    Database& database = m_store.m_database;
    database
        .prepare("INSERT OR REPLACE INTO job_index (id, isOpen, posted, payType, category, languages, "
                 "countries, words) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(record.id)
        .bind(qint64(isOpen ? 1 : 0))
        .bind(memberText(job, "datePosted"))
        .bind(job.value(QLatin1String("pay")).toObject().value(QLatin1String("paymentType")).toString())
        .bind(memberText(job, "category"))
        .bind(barred(job.value(QLatin1String("languages"))))
        .bind(barred(job.value(QLatin1String("countries"))))
        .bind((memberText(job, "title") + QLatin1Char('\n') + memberText(job, "descriptionText")).toLower())
        .run();
    // What the first world is made of happened when it says; everything later happens now.
    const QString occurredAt = m_store.m_listener ? m_store.m_clock.tickIso() : memberText(job, "updatedAt");
    const QString event = !isOpen ? QStringLiteral("CLOSED")
        : existed                 ? QStringLiteral("UPDATED")
                                  : QStringLiteral("PUBLISHED");
    database.prepare("INSERT OR REPLACE INTO job_events (jobId, eventType, occurredAt) VALUES (?1, ?2, ?3)")
        .bind(record.id)
        .bind(event)
        .bind(occurredAt)
        .run();
}

void StoreWriter::addAccount(const Account& account)
{
    m_store.m_database
        .prepare("INSERT OR REPLACE INTO accounts (key, userId, displayName, organization, role) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(account.key)
        .bind(account.userId)
        .bind(account.displayName)
        .bind(account.organization)
        .bind(account.role)
        .run();
    m_team.forgetTeams();
}

void StoreWriter::setRole(const QString& account, const QString& role)
{
    m_store.m_database.prepare("UPDATE accounts SET role = ?1 WHERE key = ?2").bind(role).bind(account).run();
    if (role != kFormerMember)
        return;
    m_store.m_database.prepare("UPDATE tokens SET revoked = 1 WHERE account = ?1").bind(account).run();
    m_commit.accessEnded = true;
}

void StoreWriter::addEvent(const NewEvent& event, const QJsonObject& data)
{
    const std::optional<Record> own = event.type == QLatin1String("message.received")
        ? m_store.find(event.account, QStringLiteral("Message"), event.resourceId)
        : std::nullopt;
    if (!own || !own->json().value(QLatin1String("isFromViewer")).toBool())
        addEventRow(event.account, event, data);
    for (const QString& account : m_team.othersToTell(event.account, event.type, event.resourceId))
        addEventRow(account, event, data);
}

void StoreWriter::addEventRow(const QString& account, const NewEvent& event, const QJsonObject& data)
{
    m_store.m_database
        .prepare("INSERT INTO events (account, type, createdAt, resourceId, jobId, data) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(account)
        .bind(event.type)
        .bind(event.createdAt.isEmpty() ? m_store.m_clock.nowIso() : event.createdAt)
        .bind(event.resourceId)
        .bind(event.jobId)
        .bind(jsonBytes(data))
        .run();
}

void StoreWriter::rememberMutation(
    const QString& account, const QString& mutationId, const QByteArray& change)
{
    m_store.m_database
        .prepare("INSERT INTO mutations (account, mutationId, appliedAt, change) VALUES (?1, ?2, ?3, ?4)")
        .bind(account)
        .bind(mutationId)
        .bind(m_store.m_clock.now())
        .bind(change)
        .run();
}

qint64 StoreWriter::nextNumber()
{
    const qint64 number = m_store.meta(QStringLiteral("lastNumber")).toLongLong() + 1;
    m_store.setMeta(QStringLiteral("lastNumber"), QString::number(number));
    return number;
}

Commit StoreWriter::commit()
{
    m_store.setMeta(QStringLiteral("head"), QString::number(m_commit.after));
    m_store.setMeta(QStringLiteral("lastTime"), QString::number(m_store.m_clock.now()));
    m_transaction.commit();
    m_store.m_head = m_commit.after;
    if (m_store.m_listener && m_commit.after > m_commit.before)
        m_store.m_listener(m_commit);
    return m_commit;
}

} // namespace ot::sandbox
