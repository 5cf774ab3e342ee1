// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/export_rows.h"

#include "sandbox/json.h"
#include "sandbox/privacy/data_categories.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kBatch = 50;

QString kindOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        break;
    }
    return QStringLiteral("object");
}

} // namespace

ExportRows::ExportRows(Store& store, QString account, QString job, QStringList categories)
    : m_store(store)
    , m_account(std::move(account))
    , m_job(std::move(job))
    , m_categories(std::move(categories))
{
}

void ExportRows::begin()
{
    m_store.database().execute(
        "CREATE TABLE IF NOT EXISTS export_rows (job TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, "
        "object BLOB NOT NULL, PRIMARY KEY (job, type, id)) WITHOUT ROWID");
    forget();
    m_position = 0;
    m_copied = 0;
    m_shapes.clear();
    m_counts.clear();
}

void ExportRows::forget()
{
    m_store.database().prepare("DELETE FROM export_rows WHERE job = ?1").bind(m_job).run();
}

std::vector<ExportRows::Change> ExportRows::changesAfter(qint64 sequence)
{
    Statement row = m_store.database().prepare("SELECT type, id, seq, removed, object FROM records "
                                               "WHERE account = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3");
    row.bind(m_account).bind(sequence).bind(kBatch);
    std::vector<Change> changes;
    while (row.step())
        changes.push_back({ row.text(0), row.text(1), row.integer(2), row.integer(3) != 0, row.bytes(4) });
    return changes;
}

bool ExportRows::isAsked(const QString& type) const
{
    return m_categories.isEmpty() || m_categories.contains(QLatin1String(dataKind(type).category));
}

bool ExportRows::collectSome()
{
    const std::vector<Change> changes = changesAfter(m_position);
    DatabaseTransaction transaction(m_store.database());
    for (const Change& change : changes) {
        m_position = change.sequence;
        if (!isAsked(change.type))
            continue;
        if (change.removed) {
            m_store.database()
                .prepare("DELETE FROM export_rows WHERE job = ?1 AND type = ?2 AND id = ?3")
                .bind(m_job)
                .bind(change.type)
                .bind(change.id)
                .run();
            continue;
        }
        m_store.database()
            .prepare("INSERT OR REPLACE INTO export_rows (job, type, id, object) VALUES (?1, ?2, ?3, ?4)")
            .bind(m_job)
            .bind(change.type)
            .bind(change.id)
            .bind(change.object)
            .run();
        learn(change.type, jsonObject(change.object));
        ++m_copied;
    }
    transaction.commit();
    if (static_cast<qint64>(changes.size()) == kBatch)
        return true;
    countRows();
    return false;
}

void ExportRows::learn(const QString& type, const QJsonObject& object)
{
    TypeShape& shape = m_shapes[type];
    for (const auto& [member, kinds] : shape.members) {
        if (!object.contains(member))
            shape.optional.insert(member);
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (shape.seen > 0 && shape.members.find(member.key()) == shape.members.end())
            shape.optional.insert(member.key());
        shape.members[member.key()].insert(kindOf(member.value()));
    }
    ++shape.seen;
}

void ExportRows::countRows()
{
    Statement row
        = m_store.database().prepare("SELECT type, count(*) FROM export_rows WHERE job = ?1 GROUP BY type");
    row.bind(m_job);
    while (row.step())
        m_counts[row.text(0)] = row.integer(1);
}

qint64 ExportRows::count(const QString& type) const
{
    const auto found = m_counts.find(type);
    return found == m_counts.end() ? 0 : found->second;
}

QStringList ExportRows::types() const
{
    QStringList types;
    for (const DataKind& kind : dataKinds()) {
        if (count(QLatin1String(kind.type)) > 0)
            types.append(QLatin1String(kind.type));
    }
    for (const auto& [type, rows] : m_counts) {
        if (!types.contains(type))
            types.append(type);
    }
    return types;
}

std::vector<ExportRow> ExportRows::page(const QString& type, const QString& afterId)
{
    Statement row
        = m_store.database().prepare("SELECT id, object FROM export_rows WHERE job = ?1 AND type = ?2 "
                                     "AND id > ?3 ORDER BY id LIMIT ?4");
    row.bind(m_job).bind(type).bind(afterId).bind(kBatch);
    std::vector<ExportRow> rows;
    while (row.step())
        rows.push_back({ row.text(0), row.bytes(1) });
    return rows;
}

qint64 ExportRows::estimate()
{
    Statement row = m_store.database().prepare(
        "SELECT type, count(*) FROM records WHERE account = ?1 AND removed = 0 GROUP BY type");
    row.bind(m_account);
    qint64 total = 0;
    while (row.step()) {
        if (isAsked(row.text(0)))
            total += row.integer(1);
    }
    return total;
}

} // namespace ot::sandbox
