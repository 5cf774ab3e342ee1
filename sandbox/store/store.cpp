// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/store.h"

#include "sandbox/json.h"

#include <algorithm>
#include <list>
#include <utility>

namespace ot::sandbox {

namespace {

constexpr auto kTables = R"sql(
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS accounts (
    key TEXT PRIMARY KEY, userId TEXT NOT NULL, displayName TEXT NOT NULL, organization TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (
    account TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL,
    removed INTEGER NOT NULL, parent TEXT NOT NULL, sortKey TEXT NOT NULL, object BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS records_by_id ON records (account, type, id);
CREATE INDEX IF NOT EXISTS records_by_sequence ON records (account, seq, removed, type);
CREATE INDEX IF NOT EXISTS records_by_type ON records (account, type, seq, removed);
CREATE INDEX IF NOT EXISTS records_by_parent ON records (account, type, parent, sortKey, id);
CREATE TABLE IF NOT EXISTS mutations (
    account TEXT NOT NULL, mutationId TEXT NOT NULL, appliedAt INTEGER NOT NULL, change BLOB NOT NULL,
    PRIMARY KEY (account, mutationId)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, type TEXT NOT NULL, createdAt TEXT NOT NULL,
    resourceId TEXT NOT NULL, jobId TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, hash BLOB NOT NULL, label TEXT NOT NULL, scopes TEXT NOT NULL,
    createdAt TEXT NOT NULL, expiresAt INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS job_index (
    id TEXT PRIMARY KEY, isOpen INTEGER NOT NULL, posted TEXT NOT NULL, payType TEXT NOT NULL, category TEXT NOT NULL,
    languages TEXT NOT NULL, countries TEXT NOT NULL, words TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS job_index_by_date ON job_index (isOpen, posted DESC, id DESC);
CREATE TABLE IF NOT EXISTS job_events (jobId TEXT PRIMARY KEY, eventType TEXT NOT NULL, occurredAt TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS blob_rights (
    account TEXT NOT NULL, sha256 TEXT NOT NULL, byteCount INTEGER NOT NULL, PRIMARY KEY (account, sha256)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS job_events_by_time ON job_events (occurredAt, jobId);
)sql";

/// Rises when the tables or the records of the first world are no longer those of before.
const QString kFormat = QStringLiteral("2");

Record readRecord(const Statement& row)
{
    Record record;
    record.account = row.text(0);
    record.type = row.text(1);
    record.id = row.text(2);
    record.version = row.integer(3);
    record.sequence = row.integer(4);
    record.removed = row.integer(5) != 0;
    record.object = row.bytes(6);
    return record;
}

void appendChange(QByteArray& out, const QByteArray& type, const QByteArray& id, bool removed, qint64 version,
    const QByteArray& object)
{
    out.append(R"({"type":")").append(type).append(R"(","id":)").append(id);
    out.append(removed ? R"(,"op":"remove","version":)" : R"(,"op":"upsert","version":)");
    out.append(QByteArray::number(version));
    if (!removed) {
        out += R"(,"object":)";
        out += object;
    }
    out += '}';
}

/// Where a feed's records lie, as conditions on `records` with the account as ?1: what everyone sees and what
/// the account sees, each whole or type by type. The types are names of our own, so they may stand in the
/// text; each walk needs a text of its own.
std::vector<QByteArray> sources(const FeedQuery& query)
{
    std::vector<QByteArray> accounts { QByteArrayLiteral("account = ''") };
    if (query.account != kEveryone)
        accounts.push_back(QByteArrayLiteral("account = ?1"));
    QStringList types = query.types;
    types.removeDuplicates();
    std::vector<QByteArray> conditions;
    for (const QByteArray& account : accounts) {
        if (types.isEmpty())
            conditions.push_back(account);
        for (const QString& type : std::as_const(types))
            conditions.push_back(account + " AND type = '" + type.toLatin1() + '\'');
    }
    return conditions;
}

QString typeFilter(const QStringList& types)
{
    return types.isEmpty() ? QString() : QLatin1Char('|') + types.join(QLatin1Char('|')) + QLatin1Char('|');
}

} // namespace

QJsonObject Record::json() const
{
    return jsonObject(object);
}

QByteArray Record::change() const
{
    QByteArray out;
    appendChange(out, type.toUtf8(), jsonString(id), removed, version, object);
    return out;
}

const QString& truthAccount(const Account& account)
{
    return account.organization.isEmpty() ? account.key : account.organization;
}

Store::Store(Clock& clock)
    : m_clock(clock)
{
}

QString Store::open(const QString& path)
{
    const QString problem = m_database.open(path);
    if (!problem.isEmpty())
        return problem;
    m_database.execute(kTables);
    m_head = meta(QStringLiteral("head")).toLongLong();
    if (m_head == 0)
        setMeta(QStringLiteral("format"), kFormat);
    m_floor = meta(QStringLiteral("floor")).toLongLong();
    m_clock.notBefore(meta(QStringLiteral("lastTime")).toLongLong());
    return {};
}

bool Store::isOfAnotherFormat()
{
    return meta(QStringLiteral("format")) != kFormat;
}

void Store::expireCursors()
{
    beginAfter(m_head);
}

void Store::beginAfter(qint64 head)
{
    DatabaseTransaction transaction(m_database);
    m_head = head + 1;
    m_floor = m_head;
    setMeta(QStringLiteral("head"), QString::number(m_head));
    setMeta(QStringLiteral("floor"), QString::number(m_floor));
    transaction.commit();
}

std::optional<Record> Store::find(const QString& account, const QString& type, const QString& id)
{
    Statement row = m_database.prepare("SELECT account, type, id, version, seq, removed, object FROM records "
                                       "WHERE account = ?1 AND type = ?2 AND id = ?3");
    row.bind(account).bind(type).bind(id);
    if (!row.step())
        return std::nullopt;
    return readRecord(row);
}

std::vector<Record> Store::list(const QString& account, const QString& type, const QString& parent)
{
    Statement row
        = m_database.prepare("SELECT account, type, id, version, seq, removed, object FROM records "
                             "WHERE account = ?1 AND type = ?2 AND (?3 = '' OR parent = ?3) AND removed = 0");
    row.bind(account).bind(type).bind(parent);
    std::vector<Record> records;
    while (row.step())
        records.push_back(readRecord(row));
    return records;
}

FeedPage Store::feed(const FeedQuery& query)
{
    // Ordered walks along an index, merged as they go: nothing is sorted, nothing of other accounts or types
    // is touched, and a row is copied once, from the database's page into the answer.
    std::list<Statement> walks;
    for (const QByteArray& source : sources(query)) {
        const QByteArray sql = "SELECT type, id, version, seq, removed, object FROM records WHERE " + source
            + " AND seq > ?2 AND seq <= ?3 AND (?4 = 0 OR removed = 0) ORDER BY seq";
        Statement walk = m_database.prepare(sql.constData());
        walk.bind(query.account).bind(query.after).bind(query.upTo).bind(qint64(query.liveOnly ? 1 : 0));
        if (walk.step())
            walks.push_back(std::move(walk));
    }
    FeedPage page;
    while (!walks.empty()) {
        if (page.count == query.limit) {
            page.more = true;
            break;
        }
        const auto next = std::min_element(walks.begin(), walks.end(),
            [](const Statement& a, const Statement& b) { return a.integer(3) < b.integer(3); });
        if (page.count > 0)
            page.changes += ',';
        appendChange(page.changes, next->rawBytes(0), jsonString(next->rawBytes(1)), next->integer(4) != 0,
            next->integer(2), next->rawBytes(5));
        page.last = next->integer(3);
        ++page.count;
        if (!next->step())
            walks.erase(next);
    }
    return page;
}

qint64 Store::countLive(const FeedQuery& query)
{
    qint64 count = 0;
    for (const QByteArray& source : sources(query)) {
        const QByteArray sql
            = "SELECT count(*) FROM records WHERE " + source + " AND seq > ?2 AND seq <= ?3 AND removed = 0";
        Statement row = m_database.prepare(sql.constData());
        row.bind(query.account).bind(query.after).bind(query.upTo);
        count += row.step() ? row.integer(0) : 0;
    }
    return count;
}

std::optional<QByteArray> Store::findMutation(const QString& account, const QString& mutationId)
{
    Statement row = m_database.prepare("SELECT change FROM mutations WHERE account = ?1 AND mutationId = ?2");
    row.bind(account).bind(mutationId);
    if (!row.step())
        return std::nullopt;
    return row.bytes(0);
}

void Store::forgetMutations(qint64 before)
{
    m_database.prepare("DELETE FROM mutations WHERE appliedAt < ?1").bind(before).run();
}

std::vector<Event> Store::events(const QString& account, qint64 after, const QStringList& types, qint64 limit)
{
    Statement row = m_database.prepare("SELECT id, type, createdAt, resourceId, jobId, data FROM events "
                                       "WHERE account = ?1 AND id > ?2 AND instr(?3, '|' || type || '|') "
                                       "ORDER BY id LIMIT ?4");
    row.bind(account).bind(after).bind(typeFilter(types)).bind(limit);
    std::vector<Event> events;
    while (row.step())
        events.push_back(
            { row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.bytes(5) });
    return events;
}

std::vector<Account> Store::accounts()
{
    Statement row = m_database.prepare(
        "SELECT key, userId, displayName, organization, role FROM accounts ORDER BY key");
    std::vector<Account> accounts;
    while (row.step())
        accounts.push_back({ row.text(0), row.text(1), row.text(2), row.text(3), row.text(4) });
    return accounts;
}

std::optional<Account> Store::account(const QString& key)
{
    for (Account& account : accounts()) {
        if (account.key == key)
            return std::move(account);
    }
    return std::nullopt;
}

QString Store::meta(const QString& key)
{
    Statement row = m_database.prepare("SELECT value FROM meta WHERE key = ?1");
    row.bind(key);
    return row.step() ? row.text(0) : QString();
}

void Store::setMeta(const QString& key, const QString& value)
{
    m_database
        .prepare("INSERT INTO meta (key, value) VALUES (?1, ?2) "
                 "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key)
        .bind(value)
        .run();
}

} // namespace ot::sandbox
