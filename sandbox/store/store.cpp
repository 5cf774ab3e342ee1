// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/store.h"

#include "sandbox/json.h"

namespace ot::sandbox {

namespace {

constexpr auto kTables = R"sql(
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS accounts (key TEXT PRIMARY KEY, userId TEXT NOT NULL, displayName TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (
    account TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL,
    removed INTEGER NOT NULL, parent TEXT NOT NULL, sortKey TEXT NOT NULL, object BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS records_by_id ON records (account, type, id);
CREATE INDEX IF NOT EXISTS records_by_sequence ON records (account, seq, removed, type);
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
CREATE INDEX IF NOT EXISTS job_events_by_time ON job_events (occurredAt, jobId);
)sql";

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
    m_floor = meta(QStringLiteral("floor")).toLongLong();
    m_clock.notBefore(meta(QStringLiteral("lastTime")).toLongLong());
    return {};
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
    // Two walks along one index, merged as they go: nothing is sorted, nothing of other accounts is touched,
    // and a row is copied once, from the database's page into the answer.
    Statement everyones
        = m_database.prepare("SELECT type, id, version, seq, removed, object FROM records "
                             "WHERE account = '' AND seq > ?1 AND seq <= ?2 "
                             "AND (?3 = 0 OR removed = 0) AND (?4 = '' OR instr(?4, '|' || type || '|')) "
                             "ORDER BY seq");
    Statement own
        = m_database.prepare("SELECT type, id, version, seq, removed, object FROM records "
                             "WHERE account = ?5 AND seq > ?1 AND seq <= ?2 "
                             "AND (?3 = 0 OR removed = 0) AND (?4 = '' OR instr(?4, '|' || type || '|')) "
                             "ORDER BY seq");
    for (Statement* walk : { &everyones, &own })
        walk->bind(query.after)
            .bind(query.upTo)
            .bind(qint64(query.liveOnly ? 1 : 0))
            .bind(typeFilter(query.types));
    own.bind(query.account);

    FeedPage page;
    bool moreOfEveryones = everyones.step();
    bool moreOfOwn = own.step();
    while (moreOfEveryones || moreOfOwn) {
        if (page.count == query.limit) {
            page.more = true;
            break;
        }
        const bool takeOwn = moreOfOwn && (!moreOfEveryones || own.integer(3) < everyones.integer(3));
        Statement& row = takeOwn ? own : everyones;
        if (page.count > 0)
            page.changes += ',';
        appendChange(page.changes, row.rawBytes(0), jsonString(row.rawBytes(1)), row.integer(4) != 0,
            row.integer(2), row.rawBytes(5));
        page.last = row.integer(3);
        ++page.count;
        (takeOwn ? moreOfOwn : moreOfEveryones) = row.step();
    }
    return page;
}

qint64 Store::countLive(const FeedQuery& query)
{
    Statement row = m_database.prepare(
        "SELECT count(*) FROM records WHERE account IN ('', ?1) AND seq > ?2 AND seq <= ?3 AND removed = 0 "
        "AND (?4 = '' OR instr(?4, '|' || type || '|'))");
    row.bind(query.account).bind(query.after).bind(query.upTo).bind(typeFilter(query.types));
    return row.step() ? row.integer(0) : 0;
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
    Statement row = m_database.prepare("SELECT key, userId, displayName FROM accounts ORDER BY key");
    std::vector<Account> accounts;
    while (row.step())
        accounts.push_back({ row.text(0), row.text(1), row.text(2) });
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
